"""The states of a guided check as pictures: small and large, dark, light and without colour."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from .states import app_at

SMALL, LARGE = (80, 24), (120, 40)
NO_COLOUR = "without colour"
LOOKS = (
    ("gate", SMALL, "calm-dark"),
    ("today", SMALL, "calm-light"),
    ("before-start-book", LARGE, "calm-dark"),
    ("ready", SMALL, "calm-dark"),
    ("counting", SMALL, NO_COLOUR),
    ("effort", SMALL, "calm-dark"),
    ("effort", LARGE, "calm-light"),
    ("effort-away", SMALL, NO_COLOUR),
    ("entry", SMALL, "calm-light"),
    ("echo", SMALL, "calm-dark"),
    ("rest", LARGE, "high-contrast"),
    ("unentered", SMALL, "calm-light"),
    ("left-out", SMALL, "calm-dark"),
    ("question", SMALL, NO_COLOUR),
    ("summary", SMALL, NO_COLOUR),
)
"""Every kind of state once or twice, the sizes and colours in turn; `tests/tui/states.py` has them all."""


@pytest.mark.parametrize(("name", "size", "theme"), LOOKS, ids=lambda v: v if isinstance(v, str) else v[0])
def test_a_state_looks_as_it_did(
    snap_compare: Callable[..., bool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    if theme == NO_COLOUR:
        monkeypatch.setenv("NO_COLOR", "1")
    app, lead = app_at(tmp_path, name)

    async def there(pilot: Pilot[int | None]) -> None:
        app.theme = "calm-dark" if theme == NO_COLOUR else theme
        await lead(pilot)

    assert snap_compare(app, terminal_size=size, run_before=there)
