"""A list shows which line is at hand without any colour."""

from textual.app import App, ComposeResult
from textual.content import Content

from strengthcheck.tui import themes
from strengthcheck.tui.widgets.rows import CURSOR, Row, Rows

LINES = (
    Row(None, Content("A title")),
    Row("a", Content("one\n more of it")),
    Row("b", Content("two")),
)


class Listed(App[None]):
    def __init__(self) -> None:
        super().__init__()
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = themes.DEFAULT

    def compose(self) -> ComposeResult:
        yield Rows()


def lines(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


async def test_the_line_at_hand_has_a_sign_and_no_other_line_has():
    app = Listed()
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(Rows)
        rows.show(LINES)
        await pilot.pause()
        assert [line for line in lines(app) if CURSOR in line] == [f"{CURSOR}one"]
        await pilot.press("down")
        assert [line for line in lines(app) if CURSOR in line] == [f"{CURSOR}two"]
