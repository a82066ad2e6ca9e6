"""Small words that many steps share: sides, dates, durations."""

from strengthcheck.model.base import Limb, Side
from strengthcheck.model.protocol import Body, Part, Protocol
from strengthcheck.views.dates import capital

_LIMB: dict[Body, str] = {"arm": "hand", "leg": "leg", "none": "side"}

LIMB_WORDS: dict[Limb, str] = {
    "left_arm": "left arm",
    "right_arm": "right arm",
    "left_leg": "left leg",
    "right_leg": "right leg",
}
"""Limbs as a person says them."""


def side_words(side: Side, body: Body) -> str:
    """A side in words: left hand, right leg, both together."""
    return "both together" if side == "both" else f"{side} {_LIMB[body]}"


def capital_side(side: Side, body: Body) -> str:
    """The same at the start of a sentence."""
    return capital(side_words(side, body))


def clock_words(seconds: float) -> str:
    """Time left, to the second: 45 seconds, 3:05."""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} second" if whole == 1 else f"{whole} seconds"
    return f"{whole // 60}:{whole % 60:02d}"


def lasting_words(seconds: float) -> str:
    """How long something takes: one minute, 3 minutes; else as time left is told."""
    minutes, rest = divmod(int(seconds), 60)
    if rest or not minutes:
        return clock_words(seconds)
    return "one minute" if minutes == 1 else f"{minutes} minutes"


def listed(words: tuple[str, ...]) -> str:
    """Several words as one: a, b and c."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def test_name(protocol: Protocol, part: Part | None) -> str:
    """A test by its short name, with the part that is meant."""
    return f"{protocol.short}: {part.title.lower()}" if part else protocol.short
