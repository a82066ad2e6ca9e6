"""What the pages of a check are told beside their step: of advice, and of a check that was kept."""

from strengthcheck.guide.gate import advice_for
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import AdviceStep
from strengthcheck.model.event import GateAnswer, LostAnswer
from strengthcheck.services.choosing import Around
from strengthcheck.services.sitting import Kept
from strengthcheck.views.after_check import AfterCheck
from strengthcheck.views.losses import lost_said
from strengthcheck.views.steps.danger import AdviceFacts
from strengthcheck.views.summary import Done
from strengthcheck.wording.numbers import numbers_for

NOTHING_READ = AfterCheck()


def advice_facts(step: AdviceStep, sitting: Sitting, around: Around) -> AdviceFacts:
    """What the advice page needs: the numbers of the country, the loss told, the next date."""
    told = sitting.answer(step.key.removesuffix("advice") + "lost", LostAnswer)
    gate = sitting.answer("gate", GateAnswer) if step.key == "gate/advice" else None
    lost = told.lost if told and (gate is None or 7 in gate.lines) else None
    worse = gate.worse if gate is not None and lost is None else ()
    if gate is not None and step.advice in ("today", "now"):
        signs = gate.model_copy(update={"known": ()})
        if advice_for(signs, None) == step.advice:
            lost, worse = None, ()
    return AdviceFacts(
        numbers=numbers_for(around.profile.region),
        lost=worse[0] if worse else lost,
        due=around.timing.due.on,
        today=around.timing.today,
        in_check=True,
        course="worse" if worse else None,
    )


def done_of(kept: Kept, after: Around, read: AfterCheck = NOTHING_READ) -> Done:
    """What the last page needs; `after` and what is `read` are asked for once the check is kept."""
    return Done(
        kept.check,
        kept.first,
        after.planned_checks,
        after.timing.due.on,
        after.timing.today,
        lost_said(after.losses),
        read,
        bool(after.sealed),
    )
