"""What Home speaks from, gathered in one go."""

from uuid import UUID

from strengthcheck.guide.script import next_step
from strengthcheck.guide.state import Sitting
from strengthcheck.model.check import Check
from strengthcheck.model.event import Given
from strengthcheck.services.gathered import gathered
from strengthcheck.services.person import open_alert, open_losses, plan_of, profile_of
from strengthcheck.services.proposing import usual_minutes
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.sitting import (
    Kept,
    NotNow,
    as_never_entered,
    discard,
    keep,
    resume,
    timing,
    unfinished,
)
from strengthcheck.services.workspace import Workspace
from strengthcheck.store import Draft
from strengthcheck.views.home import MINUTES_FIRST, HomeFacts, Unfinished


def home_facts(ws: Workspace) -> HomeFacts:
    """Where things stand now. Tests are read only where a check or set-up names them."""
    known = gathered(ws)
    days = known.days
    when = timing(ws)
    profile = profile_of(ws)
    last = _check(ws, days[-1].check) if days else None
    return HomeFacts(
        now=ws.clock.now(),
        due=when.due,
        extra_from=when.extra_from,
        profile=profile,
        checks=len(days),
        planned=sum(d.planned for d in days),
        last=last,
        names=_names(ws, last) if last else {},
        losses=open_losses(ws),
        unfinished=tuple(_unfinished(ws, draft) for draft in unfinished(ws)),
        ended=plan_of(ws).ended_on is not None,
        alert=open_alert(ws),
        minutes=usual_minutes(ws) if days or profile.set_up_on else MINUTES_FIRST,
        binned=known.deleted,
        blank=not ws.store.revision_count,
        sealed=sealed_until(ws),
    )


def _check(ws: Workspace, check: UUID) -> Check | None:
    entry = ws.store.entry(check)
    value = entry.current.value if entry is not None else None
    return value if isinstance(value, Check) else None


def _names(ws: Workspace, check: Check) -> dict[str, str]:
    known = ws.catalogue().protocols
    return {r.protocol: known[r.protocol].protocol.short for r in check.results if r.protocol in known}


def _unfinished(ws: Workspace, draft: Draft) -> Unfinished:
    """The check as its journal has it, without changing the journal (resuming does that)."""
    texts = [draft.text(ref) for ref in draft.began.protocols]
    sitting = Sitting.fold(
        draft.events, tuple(ws.read_protocol(t) for t in texts if t is not None), profile_of(ws)
    )
    last = draft.events[-1]
    at = draft.began.at if isinstance(last, Given) else last.at
    return Unfinished(draft.check, sitting, next_step(sitting), at)


def continue_unfinished(ws: Workspace, check: UUID) -> Sitting:
    """Take up an unfinished check where it stands. Raises NotNow when it is not there any more."""
    return resume(ws, _draft(ws, check))


def keep_unfinished(ws: Workspace, check: UUID) -> Kept:
    """Keep an unfinished check as it is. Raises NotNow without a trial."""
    return keep(ws, as_never_entered(ws, resume(ws, _draft(ws, check))))


def discard_unfinished(ws: Workspace, check: UUID) -> None:
    """Throw an unfinished check away; what was told at its gate stays."""
    discard(ws, resume(ws, _draft(ws, check)))


def _draft(ws: Workspace, check: UUID) -> Draft:
    found = next((d for d in unfinished(ws) if d.check == check), None)
    if found is None:
        raise NotNow("That check is no longer unfinished.")
    return found
