"""Which tests are proposed to this person, how long they take, and what a check needs to know beside them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.guide.lookup import asked_sides
from strengthcheck.model.check import Check, Context
from strengthcheck.model.profile import Gate, Profile
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.person import known_losses, open_losses, profile_of
from strengthcheck.services.readings import confirming_today
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.sitting import Timing, checks_of, timing
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.choose import MOST_MINUTES

AROUND_MINUTES = 2
"""Questions before, warm-up of the hands, and the summary."""

FIRST_MINUTES = 1
"""More, the very first time, for reading how it goes."""

NEW_TEST_MINUTES = 1
"""More for each test that is new: its fit, its page, its practice."""

Why = Literal["default", "again", "owned", "plays", "instead", "offered", "own", "not_owned", "always_hard"]
"""Why a test is proposed, or not."""


class Option(NamedTuple):
    """One test in the chooser."""

    protocol: Protocol
    why: Why
    proposed: bool
    new: bool
    """Never done before."""

    @property
    def open(self) -> bool:
        """Whether it can be chosen at all: not when it was always hard on every side."""
        return self.why != "always_hard"

    @property
    def minutes(self) -> float:
        """How long it takes this person."""
        return float(self.protocol.minutes) + (NEW_TEST_MINUTES if self.new else 0)


class Choosing(NamedTuple):
    """All that the chooser needs."""

    options: tuple[Option, ...]
    timing: Timing
    first_ever: bool
    days_since: int
    """Days since the last check; 0 when there was none."""
    confirm: bool
    """A confirming check is open today: its tests alone, and no more."""
    excluded: bool
    """A general reason not to test oneself holds now."""


class Around(NamedTuple):
    """What the steps of a check need beside the check itself."""

    profile: Profile
    losses: tuple[Gate, ...]
    """Told and not seen by a doctor."""
    known: tuple[Gate, ...]
    """Every loss whose course is asked for, seen ones too."""
    last_context: Context | None
    """How the day of the last check was."""
    timing: Timing
    days_since: int
    planned_checks: int
    first_ever: bool
    """No check is in the record yet."""
    sealed: bool
    """Values are not to be shown today."""


def choosing(ws: Workspace) -> Choosing:
    """The tests for this person, with those proposed chosen."""
    checks = checks_of(ws)
    when = timing(ws)
    profile = profile_of(ws)
    protocols = {p: found.protocol for p, found in ws.catalogue().protocols.items()}
    own = frozenset(p for p, found in ws.catalogue().protocols.items() if found.own)
    asked = frozenset[str]() if when.due.is_open(when.today) else confirming_today(ws)
    options = options_for(protocols, profile, checks, own)
    if asked:
        options = tuple(o._replace(proposed=True) for o in options if o.protocol.id in asked)
    return Choosing(
        options=options,
        timing=when,
        first_ever=not checks,
        days_since=_days_since(checks, when.today),
        confirm=bool(asked),
        excluded=bool(profile.excluded),
    )


def around(ws: Workspace) -> Around:
    """What the steps of a check need beside it."""
    checks = checks_of(ws)
    when = timing(ws)
    contexts = [c.context for c in checks if c.context is not None]
    return Around(
        profile=profile_of(ws),
        losses=open_losses(ws),
        known=known_losses(ws),
        last_context=contexts[-1] if contexts else None,
        timing=when,
        days_since=_days_since(checks, when.today),
        planned_checks=sum(c.planned for c in checks),
        first_ever=not checks,
        sealed=sealed_until(ws) is not None,
    )


def options_for(
    protocols: Mapping[str, Protocol],
    profile: Profile,
    checks: tuple[Check, ...],
    own: frozenset[str] = frozenset(),
) -> tuple[Option, ...]:
    """Every test, the proposed ones within the most minutes. Arms before legs, the usual ones first."""
    done = {r.protocol for c in checks for r in c.results}
    planned = [c for c in checks if c.planned]
    again = {r.protocol for r in planned[-1].results} if planned else set()
    ordered = sorted(protocols.values(), key=place_of)
    reasons = {p.id: _why(p, protocols, profile, again, own) for p in ordered}
    listed = [Option(p, reasons[p.id], reasons[p.id] in _PROPOSED, p.id not in done) for p in ordered]
    return _within(listed, first_ever=not checks)


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
        "if_plays": "plays" if profile.plays else "not_owned",
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
                options[i] = options[i]._replace(proposed=False)
    return tuple(options)


def _days_since(checks: tuple[Check, ...], today: date) -> int:
    return (today - checks[-1].started_at.date()).days if checks else 0
