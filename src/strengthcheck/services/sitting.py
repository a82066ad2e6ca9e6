"""A guided check, from its start to its keeping. Each answer is on disk before the next step is shown."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple
from uuid import uuid4

from strengthcheck.analysis.schedule import Due, extra_from, next_due
from strengthcheck.guide.gate import advice_for
from strengthcheck.guide.left import cut_off, never_entered
from strengthcheck.guide.outcome import check_of, profile_after
from strengthcheck.guide.sides import first_sides
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import Step, TrialStep
from strengthcheck.model.base import Frozen
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef, ProtocolText, Revision
from strengthcheck.model.event import (
    Answer,
    Answered,
    Began,
    EffortBegan,
    EffortEnded,
    EffortTakenBack,
    Event,
    GateAnswer,
    LostAnswer,
    Stopped,
)
from strengthcheck.model.profile import Gate
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.gathered import gathered, kept_checks
from strengthcheck.services.person import profile_of, rhythm_of, save_gate, save_profile, tell_course
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import Draft
from strengthcheck.views.dates import date_words
from strengthcheck.wording import early


class NotNow(Exception):
    """A check can't start, or a step can't be taken; the message says why."""


class Timing(NamedTuple):
    """Where today stands in the plan."""

    due: Due
    today: date
    extra_from: date | None
    """When the next extra check may be done; none when today is fine."""


class Kept(Frozen):
    """A check that is in the record now."""

    check: Check
    first: bool
    """The person's first check."""


def checks_of(ws: Workspace) -> tuple[Check, ...]:
    """All checks that are read, in order of time."""
    return tuple(sorted((k.check for k in kept_checks(ws)), key=lambda c: c.started_at))


def timing(ws: Workspace) -> Timing:
    """The next date and what a check started today would be."""
    known = gathered(ws).days
    today = ws.clock.now().date()
    due = next_due((d.at.date() for d in known if d.planned), interval_days=rhythm_of(ws))
    extra = extra_from(d.at.date() for d in known if not d.planned)
    return Timing(due, today, extra if extra is not None and extra > today else None)


def begin(ws: Workspace, chosen: Iterable[str], draw: Callable[[], bool]) -> Sitting:
    """Start a check of these tests. Raises NotNow: none, an unknown one, a second extra in a week."""
    found = {p: ws.catalogue().protocols.get(p) for p in chosen}
    missing = [p for p, f in found.items() if f is None]
    if missing or not found:
        raise NotNow(f"There is no test called {missing[0]}." if missing else "No test is chosen.")
    picked = [f for f in found.values() if f is not None]
    protocols = tuple(f.protocol for f in picked)
    earlier = checks_of(ws)
    when = timing(ws)
    planned = when.due.is_open(when.today) or confirms(ws, frozenset(found))
    if not planned and when.extra_from is not None:
        raise NotNow(early.WEEK.say(date=date_words(when.extra_from, when.today)))
    done = {r.protocol for c in earlier for r in c.results}
    began = Began(
        check=uuid4(),
        at=ws.clock.now(),
        planned=planned,
        early=not planned,
        protocols=tuple(f.text.ref for f in picked),
        first=first_sides(protocols, earlier, draw),
        first_time=tuple(p.id for p in protocols if p.id not in done),
    )
    ws.store.begin(began, [f.text for f in picked])
    return Sitting(began=began, protocols=protocols, profile=profile_of(ws))


def confirms(ws: Workspace, chosen: frozenset[str]) -> bool:
    """Whether these tests are what a confirming check asks for today; more tests than that are extra."""
    from strengthcheck.services.readings import confirming_today  # loads numpy: not before it is needed

    return bool(chosen) and chosen <= confirming_today(ws)


def unfinished(ws: Workspace) -> tuple[Draft, ...]:
    """Checks that were begun and neither kept nor discarded, newest first."""
    return tuple(sorted(ws.store.drafts(), key=lambda d: _began(d).at, reverse=True))


def resume(ws: Workspace, draft: Draft) -> Sitting:
    """The sitting as the journal has it. An effort that was running when it was cut off becomes invalid.

    One that was over by then and not yet entered is the next step.
    """
    protocols = tuple(_protocol(ws, ref) for ref in _began(draft).protocols)
    sitting = Sitting.fold(draft.events, protocols, profile_of(ws))
    cut = cut_off(sitting)
    return sitting if cut is None else answer(ws, sitting, *cut)


def answer(ws: Workspace, sitting: Sitting, step: Step, given: Answer) -> Sitting:
    """Take the answer to a step; it is durable when this returns. An earlier answer to it is corrected."""
    event = Answered(step=step.key, at=ws.clock.now(), answer=given)
    after = sitting.after(event)
    ws.store.append(sitting.began.check, event)
    if isinstance(given, GateAnswer | LostAnswer):
        _keep_danger(ws, after, step, given)
    return after


def effort_began(ws: Workspace, sitting: Sitting, step: TrialStep) -> Sitting:
    """Note that an effort starts, so that one cut off is known."""
    return _append(ws, sitting, EffortBegan(step=step.key, at=ws.clock.now()))


def effort_taken_back(ws: Workspace, sitting: Sitting, step: TrialStep) -> Sitting:
    """Note that a countdown was taken back whose effort was noted to begin: nothing was made."""
    return _append(ws, sitting, EffortTakenBack(step=step.key, at=ws.clock.now()))


def effort_ended(ws: Workspace, sitting: Sitting, ended: EffortEnded) -> Sitting:
    """Note that an effort is over, so that what it came to outlives the program until it is entered."""
    return _append(ws, sitting, ended)


def stop(ws: Workspace, sitting: Sitting, reason: str = "") -> Sitting:
    """End the check early: what was done goes to the summary, nothing more is asked."""
    return _append(ws, as_never_entered(ws, sitting), Stopped(at=ws.clock.now(), reason=reason))


def as_never_entered(ws: Workspace, sitting: Sitting) -> Sitting:
    """The check as it ends here: a try that was over and not entered stays in it, and does not count."""
    left = never_entered(sitting)
    return sitting if left is None else answer(ws, sitting, *left)


def keep(ws: Workspace, sitting: Sitting) -> Kept:
    """Put the check into the record, with what it taught about the person. Raises NotNow without a trial."""
    check = check_of(sitting)
    if check is None:
        raise NotNow("No try was made, so there is nothing to keep.")
    first = not ws.store.entry_ids("check")
    used = {r.protocol for r in check.results}
    revision = Revision.of(
        check,
        kind="check",
        entry=check.id,
        made_at=ws.clock.now(),
        uses=[ref for ref in sitting.began.protocols if ref.id in used],
    )
    ws.store.keep(check.id, revision)
    taught = profile_after(sitting, ws.clock.now().date())
    learnt = {name: getattr(taught, name) for name in ("fits", "objects", "set_up_on")}
    # Onto the profile as it is now: an event may have been entered while the check was under way.
    save_profile(ws, profile_of(ws).model_copy(update=learnt), "from a check")
    return Kept(check=check, first=first)


def discard(ws: Workspace, sitting: Sitting) -> None:
    """Drop the unfinished check. What was told at the gate stays in the record."""
    ws.store.discard(sitting.began.check)


def _append(ws: Workspace, sitting: Sitting, event: Event) -> Sitting:
    after = sitting.after(event)
    ws.store.append(sitting.began.check, event)
    return after


def _keep_danger(ws: Workspace, sitting: Sitting, step: Step, given: GateAnswer | LostAnswer) -> None:
    """Keep gate answers and lost tasks at once, apart from the check, so that discarding it loses none."""
    gate = given if isinstance(given, GateAnswer) else sitting.answer("gate", GateAnswer)
    lost = given.lost if isinstance(given, LostAnswer) else None
    if isinstance(given, GateAnswer):
        for known in given.known:
            tell_course(ws, known.gate, known.lost.course)
        if 7 in given.lines:
            return
    at_gate = step.key in ("gate", "gate/lost")
    save_gate(
        ws,
        Gate(
            at=ws.clock.now(),
            lines=gate.lines if gate and at_gate else (),
            at_rest=gate.at_rest if gate and at_gate else None,
            lost=lost,
            advice=advice_for(gate if at_gate else None, lost),
        ),
    )


def _began(draft: Draft) -> Began:
    first = draft.events[0]
    if not isinstance(first, Began):
        raise NotNow("The unfinished check's journal does not start as it should.")
    return first


def _protocol(ws: Workspace, ref: ProtocolRef) -> Protocol:
    text: ProtocolText | None = ws.store.protocol_text(ref)
    if text is None:
        raise NotNow(f"The text of {ref.id} that this check began with is missing.")
    return ws.read_protocol(text)
