"""Whether testing may become rarer, or end: the facts, gathered in one go."""

from typing import NamedTuple

from strengthcheck.analysis.dips import blind_for, low_days
from strengthcheck.analysis.wayout import Facts, WayOut, longer_since, way_out
from strengthcheck.model.profile import Plan
from strengthcheck.services.person import open_losses, plan_of, rhythm_of
from strengthcheck.services.standing import dips_at, standing
from strengthcheck.services.visits import visits_of
from strengthcheck.services.workspace import Workspace


class Leaving(NamedTuple):
    """What is proposed now, and the plan as it is."""

    proposed: WayOut | None
    plan: Plan


def leaving(ws: Workspace) -> Leaving:
    """What is proposed, by the record as it stands today. It reads the whole record."""
    now = standing(ws)
    plan, visits = plan_of(ws), visits_of(ws)
    facts = Facts(
        pairs=now.whole.pairs,
        worth_showing=now.whole.record.worth_showing,
        planned=now.planned,
        regular=now.due.number - 1,
        visits=visits,
        open_losses=len(open_losses(ws)),
        plan=plan,
        today=now.as_of,
        limbs=now.whole.record.limbs,
        open_days=low_days(dips_at(ws, now)).still_open,
        blind=blind_for(now.days, max((v.on for v in visits), default=None)) is not None,
        longer_since=longer_since(rhythm_of(ws)),
    )
    return Leaving(way_out(facts), plan)
