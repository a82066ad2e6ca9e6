"""Whether testing may become rarer, or end: the facts, gathered in one go, and what is chosen."""

from strengthcheck.analysis.dips import blind_for, low_days
from strengthcheck.analysis.schedule import BASELINE_CHECKS
from strengthcheck.analysis.wayout import LONGER_DAYS, Facts, longer_since, way_out
from strengthcheck.services.person import open_losses, plan_of, rhythm_of
from strengthcheck.services.plan import end_testing, set_interval, take_up
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.standing import dips_at, standing
from strengthcheck.services.visits import visits_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.wayout import Choice, WayFacts, chosen_words


def leaving(ws: Workspace) -> WayFacts:
    """What is proposed, by the record as it stands today; read once for as long as nothing changes."""
    return ws.remember(("leaving", ws.clock.now().date()), lambda: _leaving(ws))


def _leaving(ws: Workspace) -> WayFacts:
    now = standing(ws)
    plan, visits, sealed = plan_of(ws), visits_of(ws), sealed_until(ws) is not None
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
    return WayFacts(way_out(facts, sealed=sealed), plan, now.due.number <= BASELINE_CHECKS, sealed)


def choose_way(ws: Workspace, choice: Choice) -> str:
    """Do what is chosen, and say what holds from now on; empty where nothing changed."""
    match choice:
        case "end":
            end_testing(ws)
        case "longer":
            set_interval(ws, LONGER_DAYS)
        case "take_up":
            take_up(ws)
        case "stay":
            return ""
    return chosen_words(choice, leaving(ws), standing(ws).due.on, ws.clock.now().date())
