"""What is known of the person and what they told: profile, plan, gate answers, lost tasks."""

from datetime import date, datetime, timedelta
from uuid import UUID

from strengthcheck.analysis.schedule import Rhythm
from strengthcheck.guide.gate import URGENCY, as_it_is_now, lost_advice
from strengthcheck.model.entry import Entry, EntryKind, Revision
from strengthcheck.model.profile import (
    PLAN_ENTRY,
    PROFILE_ENTRY,
    Course,
    Gate,
    LostTask,
    Plan,
    Profile,
    Visit,
)
from strengthcheck.services.workspace import Workspace

ALERT_DAYS = 14
"""How long what should not wait stays first on Home when no visit is entered."""


class NoSuchLoss(LookupError):
    """What was told is not in the record."""


def profile_of(ws: Workspace) -> Profile:
    """The profile as it is read now; an empty one before set-up."""
    entry = ws.store.entry(PROFILE_ENTRY)
    value = entry.current.value if entry else None
    return value if isinstance(value, Profile) else Profile()


def plan_of(ws: Workspace) -> Plan:
    """The plan as it is read now; the usual rhythm when none was made."""
    entry = ws.store.entry(PLAN_ENTRY)
    value = entry.current.value if entry else None
    return value if isinstance(value, Plan) else Plan()


def rhythm_of(ws: Workspace) -> Rhythm:
    """The days between regular checks: each interval from the day on which it was chosen."""
    entry = ws.store.entry(PLAN_ENTRY)
    kept = [(r.made_at, r.id, r.value) for r in entry.revisions] if entry else []
    ordered = sorted((k for k in kept if isinstance(k[2], Plan)), key=lambda k: k[:2])
    return tuple((at.date(), plan.interval_days) for at, _, plan in ordered if isinstance(plan, Plan))


def save_profile(ws: Workspace, profile: Profile, reason: str = "") -> None:
    """Keep the profile, if it changed, as a new revision after the one that is read."""
    entry = ws.store.entry(PROFILE_ENTRY)
    if entry is not None and entry.current.value == profile:
        return
    ws.store.add(
        Revision.of(
            profile,
            kind="profile",
            entry=PROFILE_ENTRY,
            made_at=ws.clock.now(),
            after=_heads(entry),
            reason=reason,
        )
    )


def save_gate(ws: Workspace, gate: Gate) -> None:
    """Keep gate answers or a lost task, at once.

    What is told now is told after every visit entered so far, even when the clock was set back meanwhile.
    """
    after_visits = (made + timedelta(microseconds=1) for _, made in _visits(ws))
    made_at = max([ws.clock.now(), *after_visits])
    ws.store.add(Revision.of(gate, kind="gate", entry=gate.id, made_at=made_at))


def tell_lost_task(ws: Workspace, lost: LostTask) -> Gate:
    """Keep something that can no longer be done, told outside a check. Returns it with its advice."""
    gate = Gate(at=ws.clock.now(), lost=lost, advice=lost_advice(lost))
    save_gate(ws, gate)
    return gate


def tell_course(ws: Workspace, told: UUID, course: Course) -> Gate:
    """Keep how a loss told earlier is now; returns it with its advice. Raises NoSuchLoss.

    One that no doctor has seen is told on, as a new revision. One seen already speaks again only when it gets
    worse: that is told anew, and stays open until the next visit.
    """
    entry = ws.store.entry(told)
    gate = entry.current.value if entry is not None else None
    if entry is None or not isinstance(gate, Gate) or gate.lost is None:
        raise NoSuchLoss("This is not in the record any more.")
    now = ws.clock.now()
    lost = as_it_is_now(gate.lost, course, (now.date() - gate.at.date()).days)
    if course == "worse" and told not in {g.id for g in open_losses(ws)}:
        again = next((g for g in open_losses(ws) if _same_task(g.lost, lost)), None)
        if again is not None:
            return again
        anew = Gate(at=now, lost=lost, advice=lost_advice(lost))
        save_gate(ws, anew)
        return anew
    changed = gate.model_copy(update={"id": told, "lost": lost, "advice": lost_advice(lost)})
    if changed.lost != gate.lost:
        ws.store.add(
            Revision.of(
                changed, kind="gate", entry=told, made_at=now, after=_heads(entry), reason="how it is now"
            )
        )
    return changed


def _same_task(one: LostTask | None, other: LostTask) -> bool:
    return one is not None and (one.what, one.task, one.side) == (other.what, other.task, other.side)


def known_losses(ws: Workspace) -> tuple[Gate, ...]:
    """Lost tasks told so far, those not seen by a doctor first; a seen one that got better is let be."""
    open_ = open_losses(ws)
    ids = {g.id for g in open_}
    seen = [
        g
        for g in _losses(ws)
        if g.id not in ids
        and g.lost is not None
        and g.lost.course != "better"
        and not any(_same_task(o.lost, g.lost) for o in open_)
    ]
    return (*open_, *sorted(seen, key=_told, reverse=True))


def save_visit(ws: Workspace, visit: Visit) -> None:
    """Keep that a doctor examined the person."""
    ws.store.add(Revision.of(visit, kind="visit", entry=visit.id, made_at=ws.clock.now()))


def _entries(ws: Workspace, kind: EntryKind) -> tuple[Entry, ...]:
    """All entries of a kind of which there are few; to find them the whole record is read and checked."""
    return ws.remember(("entries", kind), lambda: ws.store.entries(kind))


def open_losses(ws: Workspace) -> tuple[Gate, ...]:
    """Lost tasks told and not followed by a visit, newest first. A task still done is not lost.

    A visit sees what was told up to its day; what is told after it was entered counts anew, the same day too.
    """
    visits = _visits(ws)
    made = {e.id: e.first.made_at for e in _entries(ws, "gate")}
    still = [
        g for g in _losses(ws) if not any(g.at.date() <= on and made[g.id] <= seen for on, seen in visits)
    ]
    return tuple(sorted(still, key=_told, reverse=True))


def _told(gate: Gate) -> tuple[datetime, str]:
    """What losses are put in order by; two told at the same instant always come in the same order."""
    return gate.at, gate.lost.task if gate.lost is not None else ""


def _losses(ws: Workspace) -> list[Gate]:
    """Every lost task told, under its entry's id."""
    told = [
        g.model_copy(update={"id": e.id})
        for e in _entries(ws, "gate")
        if isinstance(g := e.current.value, Gate)
    ]
    return [g for g in told if g.lost is not None and g.lost.how_much != "harder"]


def _visits(ws: Workspace) -> list[tuple[date, datetime]]:
    """The day of each visit, and when it was entered."""
    return [(v.on, e.first.made_at) for e in _entries(ws, "visit") if isinstance(v := e.current.value, Visit)]


def open_alert(ws: Workspace) -> Gate | None:
    """The most urgent sign or loss told that should not wait, for a fortnight or until a visit."""
    visits = _visits(ws)
    since = ws.clock.now() - timedelta(days=ALERT_DAYS)
    told = [(g, e) for e in _entries(ws, "gate") if isinstance(g := e.current.value, Gate)]
    urgent = [
        (g, e.first.made_at)
        for g, e in told
        if g.advice in ("now", "today") and max(g.at, e.current.made_at) >= since
    ]
    unseen = [g for g, made in urgent if not any(g.at.date() <= on and made <= seen for on, seen in visits)]
    return max(unseen, key=lambda g: (URGENCY.index(g.advice), g.at), default=None)


def _heads(entry: Entry | None) -> tuple[str, ...]:
    return tuple(r.id for r in entry.heads) if entry else ()
