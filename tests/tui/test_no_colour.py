"""Without colour (NO_COLOR), what matters is still told: the line at hand, the sides, what does not count."""

from pathlib import Path

import pytest

from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import Settings, SettingsFile
from strengthcheck.tui.themes import OWN, names

from .faces import Face, face
from .records import grip_check, write


def colours(app: Face) -> set[tuple[int, int, int]]:
    """Every colour on the screen that is no grey, as the terminal is sent it."""
    found = set()
    for y in range(app.app.size.height):
        strip = app.app.screen._compositor.render_strips()[y]
        for line_filter in app.app._filters:
            strip = strip.apply_filter(line_filter, app.app.screen.background_colors[0])
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if colour is not None and not colour.is_default:
                    found.add(tuple(colour.get_truecolor()))
    return {c for c in found if len(set(c)) > 1}


@pytest.mark.parametrize("theme", names(no_color=True))
async def test_no_colour_is_sent_and_the_line_at_hand_has_a_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    slipped = grip_check(1)
    slipped["results"][0]["trials"][1]["invalid"] = "slipped"
    write(tmp_path, [slipped])
    monkeypatch.setenv("NO_COLOR", "1")
    async with face(tmp_path) as app:
        await app.shows("History")
        while app.app.theme != theme:
            await app.press("l")
        await app.press("h", "enter")
        shown = await app.shows("does not count: slipped")
        assert colours(app) == set()
        assert "›left" in shown
        assert "    right" in shown, "the right side stands further right"


async def test_the_terminal_s_own_colours_are_not_kept_where_none_may_be_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(lambda: folders_for(str(tmp_path), {})).write(Settings(theme=OWN))
    monkeypatch.setenv("NO_COLOR", "1")
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        assert app.app.theme != OWN, "it would be black on black"
        for _ in names(no_color=True):
            await app.press("l")
            assert app.app.theme != OWN
