"""The way out: what is proposed, in words; stopping is success."""

from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.analysis.schedule import REGULAR_DAYS
from strengthcheck.analysis.slow import SLOW_LOSS
from strengthcheck.analysis.wayout import LONGER_DAYS, Settled, Shown, WayOut
from strengthcheck.model.profile import Plan
from strengthcheck.views.dates import date_words
from strengthcheck.views.said import test_name
from strengthcheck.wording import reading, seal, wayout

Choice = Literal["longer", "end", "stay", "take_up"]

STOP = "You can stop at any time; what is recorded stays."
MONTHS = "three months"
"""The longer interval, in words."""


class WayFacts(NamedTuple):
    """What the page speaks from."""

    proposed: WayOut | None
    """What is proposed now."""
    plan: Plan
    settling: bool = False
    """Fewer planned checks than settling in takes are done: they are a week apart, whatever the interval."""
    sealed: bool = False
    """Values are sealed, so nothing is proposed from them."""


class WayChoice(NamedTuple):
    """One thing that can be chosen."""

    name: Choice
    key: str
    label: str
    hint: str = ""


class WayOutView(NamedTuple):
    """The page."""

    title: str
    said: tuple[str, ...]
    caveat: str
    choices: tuple[WayChoice, ...]


_END = WayChoice("end", "1", "Stop testing", "nothing is due; you can tell of a loss")
_LONGER = WayChoice("longer", "2", f"Check every {MONTHS}")
_STAY = WayChoice("stay", "3", "Leave it as it is")


def way_out_view(facts: WayFacts, today: date) -> WayOutView:
    """What is said and can be chosen now; stopping always can."""
    proposed = facts.proposed
    if facts.plan.ended_on is not None:
        # The first is marked: a key too many starts no testing again.
        again = WayChoice("take_up", "2", "Take it up again", f"every {_rhythm(REGULAR_DAYS)}")
        return WayOutView("You have stopped", (wayout.ENDED.text,), "", (_STAY._replace(key="1"), again))
    if proposed is None:
        sealed = (seal.WAYOUT.text,) if facts.sealed else ()
        return WayOutView(
            "Fewer checks, or none", (f"{plan_words(facts)} {STOP}", *sealed), "", _unasked(facts)
        )
    if proposed.settled is None:
        return WayOutView("You can stop here", (wayout.WAYOUT_SEEN.text,), "", _unasked(facts))
    words, caveat = settled_words(proposed.settled, today)
    if proposed.step == "longer":
        first = _LONGER._replace(key="1")
        choices = (first, _END._replace(key="2"), _STAY)
        return WayOutView("Fewer checks from here on", (*words, wayout.LONGER.text), caveat, choices)
    return WayOutView(
        "You can stop here", (*words, wayout.WAYOUT.text), caveat, (_END, _STAY._replace(key="2"))
    )


def plan_words(facts: WayFacts) -> str:
    """How often a check falls; before the third one, that the first three are closer."""
    every = _rhythm(facts.plan.interval_days)
    if facts.settling:
        return f"The first three checks are a week apart, then every {every}."
    return f"You check every {every}."


def _unasked(facts: WayFacts) -> tuple[WayChoice, ...]:
    """What can be chosen where no interval is proposed: the longer one only where it does not hold yet."""
    if facts.plan.interval_days >= LONGER_DAYS:
        return (_END, _STAY._replace(key="2"))
    later = "once the first three are done" if facts.settling else ""
    return (_END, _LONGER._replace(hint=later), _STAY)


def _rhythm(days: int) -> str:
    named = {REGULAR_DAYS: "four weeks", LONGER_DAYS: MONTHS}
    return named.get(days, f"{days} days")


def settled_words(settled: Settled, today: date) -> tuple[tuple[str, ...], str]:
    """What is said of a settled record, and the one caveat that belongs to it."""
    filled = {"span": span_words(settled.since, today), "n": settled.checks}
    if not settled.numbers:
        return (wayout.SETTLED_TASKS.say(**filled),), reading.CANNOT_TASKS.text
    sentence = wayout.SETTLED if settled.sided else wayout.SETTLED_ONE
    said = sentence.say(**filled, better=", or better" if settled.risen else "")
    coarse = " and ".join(_LIMBS[body] for body in settled.coarse)
    caveat = wayout.CANNOT_REST.say(limbs=coarse) if coarse else reading.CANNOT_FLAT.text
    return (said, *_shown_words(settled.shown)), caveat


_LIMBS = {"arm": "hands", "leg": "legs", "none": "sides"}


def _shown_words(shown: Shown | None) -> tuple[str, ...]:
    """What would have shown by now, by the tests that tell it."""
    if shown is None:
        return ()
    tests = " and ".join(dict.fromkeys(test_name(pair) for pair in shown.tests))
    said = wayout.SETTLED_SHOWN.say(tests=tests, x=round(SLOW_LOSS * 100), months=shown.months)
    return (said,)


def span_words(since: date, today: date) -> str:
    """How long, as a sentence begins with it: months in the first two years, then years."""
    done = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
    months = max(done, 1)
    if months < 24:
        return f"{months} month{'' if months == 1 else 's'}"
    years, over = divmod(months, 12)
    if over >= 10:
        return f"Nearly {years + 1} years"
    return f"Over {years} years" if over > 1 else f"{years} years"


def chosen_words(choice: Choice, facts: WayFacts, next_on: date | None, today: date) -> str:
    """What is said once it is chosen; `facts` are those that hold then. Empty where nothing changed."""
    if choice == "stay":
        return ""
    if choice == "end":
        return "Testing is stopped, as you chose."
    from_now = f"From here on every {_rhythm(facts.plan.interval_days)}."
    said = plan_words(facts) if facts.settling else from_now
    return f"{said} {_next(next_on, today)}".strip()


def _next(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return f"The next check is on {date_words(day, today)}." if day > today else "The next check is due now."
