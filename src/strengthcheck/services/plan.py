"""The plan: how often, until when, and whether results are sealed. Each change is a new revision."""

from datetime import date

from strengthcheck.analysis.schedule import REGULAR_DAYS
from strengthcheck.model.entry import Revision
from strengthcheck.model.profile import PLAN_ENTRY, Plan
from strengthcheck.services.person import plan_of
from strengthcheck.services.workspace import Workspace


def save_plan(ws: Workspace, plan: Plan, reason: str = "") -> None:
    """Keep the plan, if it changed, after the one that is read."""
    entry = ws.store.entry(PLAN_ENTRY)
    if plan == plan_of(ws):
        return
    after = tuple(r.id for r in entry.heads) if entry is not None else ()
    ws.store.add(
        Revision.of(plan, kind="plan", entry=PLAN_ENTRY, made_at=ws.clock.now(), after=after, reason=reason)
    )


def set_interval(ws: Workspace, days: int) -> None:
    """Regular checks every so many days from today on."""
    save_plan(ws, plan_of(ws).model_copy(update={"interval_days": days}), "another interval")


def end_testing(ws: Workspace) -> None:
    """Testing ends today: nothing is due any more, and nothing asks to come back."""
    save_plan(ws, plan_of(ws).model_copy(update={"ended_on": ws.clock.now().date()}), "ended")


def take_up(ws: Workspace) -> None:
    """Testing goes on, because the person wants it, at the usual interval."""
    changed = plan_of(ws).model_copy(update={"ended_on": None, "interval_days": REGULAR_DAYS})
    save_plan(ws, changed, "taken up again")


def seal_until(ws: Workspace, day: date | None) -> None:
    """Show no values until a day; None shows them again."""
    save_plan(ws, plan_of(ws).model_copy(update={"sealed_until": day}), "sealed" if day else "unsealed")
