"""A list shows which line is at hand without any colour."""

from uuid import UUID

from textual.app import App, ComposeResult
from textual.content import Content

from strengthcheck.tui import themes
from strengthcheck.tui.widgets.lines import check_rows, history_list
from strengthcheck.tui.widgets.rows import CURSOR, Row, Rows
from strengthcheck.views.check_page import CheckView, ResultBlock, TrialLine
from strengthcheck.views.history import HistoryRow

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


async def test_the_rest_of_a_long_try_stands_below_its_value_and_not_where_the_sides_stand():
    app = Listed()
    tries = (
        TrialLine(0, 0, "left", "12.9 kg", (), counts=True, number=1),
        TrialLine(0, 1, "right", "12.9 kg", ("does not count: slipped", "the handle turned"), counts=False),
        TrialLine(0, 2, "left", "13.0 kg", (), counts=True, number=2),
    )
    view = CheckView((ResultBlock("Squeeze", "", tries),), "", "", "")
    async with app.run_test(size=(50, 12)) as pilot:
        app.query_one(Rows).show(check_rows(view))
        await pilot.pause()
        said = lines(app)
    value = next(line for line in said if "left, try 1" in line).index("12.9 kg")
    assert next(line for line in said if "left, try 2" in line).index("13.0 kg") == value
    long = next(i for i, line in enumerate(said) if "right" in line)
    assert said[long].index("12.9 kg") == value
    assert said[long + 1] == f"{' ' * value}· the handle turned"


def test_no_two_columns_of_the_history_run_into_one_phrase():
    rows = [
        HistoryRow(UUID(int=1), "9 November", "", "6 tests", ""),
        HistoryRow(UUID(int=2), "15 September 2025", "", "6 tests", "note"),
    ]
    texts = [row.content.plain for row in history_list(rows)]
    assert texts == ["9 November          6 tests", "15 September 2025   6 tests  · note"]
    extra = history_list([*rows, HistoryRow(UUID(int=3), "1 May", "extra", "Stairs", "")])
    assert {
        row.content.plain.index(word) for row, word in zip(extra, ("6 t", "6 t", "Sta"), strict=True)
    } == {28}
