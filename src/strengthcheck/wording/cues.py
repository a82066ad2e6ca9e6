"""What the voice says around an effort: rest over, whose turn, 3-2-1, go, halfway, stop. No cheering."""

from collections.abc import Mapping

from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Body
from strengthcheck.wording.sentence import Sentence

SIGNALS = "docs/guided-test.md#what-is-signalled, #figures"

RESTED = Sentence("cue.rested", "the least rest is over", "Rest is over. {who} next.", SIGNALS)
RESTED_ALONE = Sentence("cue.rested_alone", "the least rest is over, no limb named", "Rest is over.", SIGNALS)
READY = Sentence("cue.ready", "the countdown starts", "{who}. Ready?", SIGNALS)
READY_ALONE = Sentence("cue.ready_alone", "the countdown starts, no limb named", "Ready?", SIGNALS)
THREE = Sentence("cue.three", "three seconds before go", "Three.", SIGNALS)
TWO = Sentence("cue.two", "two seconds before go", "Two.", SIGNALS)
ONE = Sentence("cue.one", "one second before go", "One.", SIGNALS)
GO = Sentence("cue.go", "the effort starts", "Go.", SIGNALS)
HALF = Sentence("cue.half", "half-way, in an effort of 20 seconds or more", "Halfway.", SIGNALS)
STOP = Sentence("cue.stop", "the effort is over", "Stop. Rest.", SIGNALS)
ALL = (RESTED, RESTED_ALONE, READY, READY_ALONE, THREE, TWO, ONE, GO, HALF, STOP)
"""Every sentence of this room, for tests and for the reading room."""

_LIMBS: Mapping[Body, tuple[str, str]] = {"arm": ("hand", "hands"), "leg": ("leg", "legs")}


def spoken(sides: tuple[Side, ...], body: Body) -> dict[str, str]:
    """What is said at each signal of a trial, by the signal's kind."""
    who = _who(sides, body)
    return {
        "rested": RESTED.say(who=who) if who else RESTED_ALONE.say(),
        "ready": READY.say(who=who) if who else READY_ALONE.say(),
        "three": THREE.say(),
        "two": TWO.say(),
        "one": ONE.say(),
        "go": GO.say(),
        "half": HALF.say(),
        "stop": STOP.say(),
    }


def _who(sides: tuple[Side, ...], body: Body) -> str:
    """Left hand, both legs; nothing where no limb is meant."""
    if body not in _LIMBS:
        return ""
    one, both = _LIMBS[body]
    if len(sides) == 1 and sides[0] != "both":
        return f"{sides[0].capitalize()} {one}"
    return f"Both {both}"
