"""Which tests are proposed to this person, and how long they take."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from strengthcheck.analysis.days import CheckDay
from strengthcheck.guide.lookup import asked_sides
from strengthcheck.model.profile import Profile
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.gathered import gathered
from strengthcheck.services.person import profile_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.choose import MOST_MINUTES

AROUND_MINUTES = 2
"""Questions before, warm-up of the hands, and the summary."""

FIRST_MINUTES = 1
"""More, the very first time, for reading how it goes."""

NEW_TEST_MINUTES = 1
"""More for each test that is new: its fit, its page, its practice."""

Why = Literal[
    "default",
    "again",
    "owned",
    "plays",
    "instead",
    "offered",
    "own",
    "not_owned",
    "not_played",
    "always_hard",
]
"""Why a test is proposed, or not."""


class Option(NamedTuple):
    """One test in the chooser."""

    protocol: Protocol
    why: Why
    proposed: bool
    new: bool
    """Never done before."""
    too_long: bool = False
    """It would be proposed, and was taken back for the time."""

    @property
    def open(self) -> bool:
        """Whether it can be chosen at all: not when it was always hard on every side."""
        return self.why != "always_hard"

    @property
    def minutes(self) -> float:
        """How long it takes this person."""
        return float(self.protocol.minutes) + (NEW_TEST_MINUTES if self.new else 0)


def proposal(ws: Workspace) -> tuple[Option, ...]:
    """Every test for this person, those of a regular check proposed."""
    found = ws.catalogue().protocols
    protocols = {p: f.protocol for p, f in found.items()}
    own = frozenset(p for p, f in found.items() if f.own)
    return options_for(protocols, profile_of(ws), gathered(ws).days, own)


def usual_minutes(ws: Workspace) -> int:
    """How long a regular check takes this person: what the chooser says of its own proposal.

    Where nothing is proposed, because every test was always hard, of all of them.
    """
    options = proposal(ws)
    return minutes_of([o for o in options if o.proposed] or options, first_ever=not gathered(ws).days)


def options_for(
    protocols: Mapping[str, Protocol],
    profile: Profile,
    days: tuple[CheckDay, ...],
    own: frozenset[str] = frozenset(),
) -> tuple[Option, ...]:
    """Every test, the proposed ones within the most minutes. Arms before legs, the usual ones first."""
    done = {test for day in days for test in day.tests}
    planned = [day.tests for day in days if day.planned]
    again = set(planned[-1]) if planned else set()
    ordered = sorted(protocols.values(), key=place_of)
    reasons = {p.id: _why(p, protocols, profile, again, own) for p in ordered}
    listed = [Option(p, reasons[p.id], reasons[p.id] in _PROPOSED, p.id not in done) for p in ordered]
    return _within(listed, first_ever=not days)


def minutes_of(chosen: Iterable[Option], *, first_ever: bool) -> int:
    """How long a check of these tests takes, at a person's pace."""
    tests = sum(o.minutes for o in chosen)
    return round(tests + AROUND_MINUTES + (FIRST_MINUTES if first_ever else 0)) if tests else 0


_PROPOSED: frozenset[Why] = frozenset({"default", "again", "owned", "plays", "instead"})
_FIRST_TO_GO: tuple[Why, ...] = ("again", "plays", "owned")
"""What is left out first when the proposal gets too long."""


def _why(
    p: Protocol, protocols: Mapping[str, Protocol], profile: Profile, again: set[str], own: frozenset[str]
) -> Why:
    if always_hard(p, profile):
        return "always_hard"
    by_suggest: dict[str, Why] = {
        "default": "default",
        "offered": "offered",
        "if_owned": "owned" if p.id in profile.owns else "not_owned",
        "if_plays": "plays" if profile.plays else "not_played",
        "instead": "instead" if _gone(protocols.get(p.instead_of or ""), profile) else "offered",
        "never": "own" if p.id in own else "offered",
    }
    why = by_suggest[p.suggest]
    return "again" if p.id in again and why not in _PROPOSED else why


def always_hard(protocol: Protocol, profile: Profile) -> bool:
    """Whether a test was always hard on every side, so that it can say nothing."""
    return all(profile.fit(protocol.id, s) == "always_hard" for s in asked_sides(protocol))


def _gone(protocol: Protocol | None, profile: Profile) -> bool:
    return protocol is not None and always_hard(protocol, profile)


def place_of(p: Protocol) -> tuple[int, bool, float, str]:
    """Where a test stands in a list: arms first, what is proposed to anyone first, the shorter first."""
    return ({"arm": 0, "leg": 1, "none": 2}[p.body], p.suggest != "default", float(p.minutes), p.id)


def _within(options: list[Option], *, first_ever: bool) -> tuple[Option, ...]:
    """The same, with as many proposals taken back as the minutes ask for."""
    for why in _FIRST_TO_GO:
        for i in reversed(range(len(options))):
            if minutes_of([o for o in options if o.proposed], first_ever=first_ever) <= MOST_MINUTES:
                return tuple(options)
            if options[i].proposed and options[i].why == why:
                options[i] = options[i]._replace(proposed=False, too_long=True)
    return tuple(options)
