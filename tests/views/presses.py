"""Someone who presses keys at a step that no face shows."""

from typing import Any

from strengthcheck.views.steps.asking import Ended
from strengthcheck.views.steps.page import StepPage


def pressed(asking: Any, *keys: str) -> Any:
    """The asking after these keys; each one is taken, and none of them ends it."""
    for key in keys:
        after = asking.press(key)
        assert after is not None, f"{key} is not taken at {asking.page().title}"
        assert not isinstance(after, Ended), f"{key} ends it with {after}"
        asking = after
    return asking


def outcome(asking: Any, *keys: str) -> Any:
    """What came of it by the last of these keys."""
    *before, last = keys
    asking = pressed(asking, *before)
    after = asking.press(last)
    assert isinstance(after, Ended), f"{last} ends nothing at {asking.page().title}"
    return after.out


def offered(page: StepPage) -> set[str]:
    """The keys that a page names."""
    return {c.key for c in (*page.choices, *page.keys)}
