"""What is known of the person and what they told: profile, plan, gate answers, lost tasks."""

from datetime import date, datetime, timedelta

from strengthcheck.analysis.schedule import Rhythm
from strengthcheck.guide.gate import lost_advice
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.model.profile import PLAN_ENTRY, PROFILE_ENTRY, Gate, LostTask, Plan, Profile, Visit
from strengthcheck.services.workspace import Workspace

ALERT_DAYS = 14
"""How long a sign told at the gate stays on Home when no visit is entered."""


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


def save_visit(ws: Workspace, visit: Visit) -> None:
    """Keep that a doctor examined the person."""
    ws.store.add(Revision.of(visit, kind="visit", entry=visit.id, made_at=ws.clock.now()))


def open_losses(ws: Workspace) -> tuple[Gate, ...]:
    """Lost tasks told and not followed by a visit, newest first. A task still done is not lost.

    A visit sees what was told up to its day; what is told after it was entered counts anew, the same day too.
    """
    visits = _visits(ws)
    told = [(g, e.first.made_at) for e in ws.store.entries("gate") if isinstance(g := e.current.value, Gate)]
    lost = [(g, made) for g, made in told if g.lost is not None and g.lost.how_much != "harder"]
    still = [g for g, made in lost if not any(g.at.date() <= on and made <= seen for on, seen in visits)]
    return tuple(sorted(still, key=lambda g: g.at, reverse=True))


def _visits(ws: Workspace) -> list[tuple[date, datetime]]:
    """The day of each visit, and when it was entered."""
    return [
        (v.on, e.first.made_at) for e in ws.store.entries("visit") if isinstance(v := e.current.value, Visit)
    ]


def open_alert(ws: Workspace) -> Gate | None:
    """The newest sign told at the gate that should not wait, for a fortnight or until a visit."""
    visits = [v.on for e in ws.store.entries("visit") if isinstance(v := e.current.value, Visit)]
    since = ws.clock.now() - timedelta(days=ALERT_DAYS)
    told = [g for e in ws.store.entries("gate") if isinstance(g := e.current.value, Gate)]
    urgent = [g for g in told if g.lines and g.advice in ("now", "today") and g.at >= since]
    unseen = [g for g in urgent if not any(on >= g.at.date() for on in visits)]
    return max(unseen, key=lambda g: g.at, default=None)


def _heads(entry: Entry | None) -> tuple[str, ...]:
    return tuple(r.id for r in entry.heads) if entry else ()
