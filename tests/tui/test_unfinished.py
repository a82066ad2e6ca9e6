"""A check that was cut off is offered again: go on, keep what is there, or discard it."""

from pathlib import Path
from uuid import UUID

from strengthcheck.guide.script import next_step, steps
from strengthcheck.guide.steps import FitStep, GateStep, ReadyStep, TrialStep
from strengthcheck.model.check import Trial
from strengthcheck.model.event import Acknowledged, FitsAnswer, GateAnswer, ReadyAnswer, TrialAnswer
from strengthcheck.services import sitting as service
from strengthcheck.services.sitting import checks_of, unfinished
from tests.services.rooms import opened
from tests.tui.faces import face


def cut_off(folder: Path, *, trials: int) -> UUID:
    """Begin a check of the bottle cap and leave it after so many trials."""
    with opened(folder) as ws:
        sitting = service.begin(ws, ["cap-tightening"], lambda: True)
        made = 0
        while True:
            step = next_step(sitting)
            match step:
                case TrialStep():
                    if made == trials:
                        break
                    made += 1
                    tried = tuple(Trial(side=s, values={"ladder": 3}) for s in step.sides)
                    sitting = service.answer(ws, sitting, step, TrialAnswer(trials=tried))
                case GateStep():
                    sitting = service.answer(ws, sitting, step, GateAnswer())
                case FitStep():
                    fits = FitsAnswer(fits=dict.fromkeys(step.sides, "fine"))
                    sitting = service.answer(ws, sitting, step, fits)
                case ReadyStep():
                    sitting = service.answer(ws, sitting, step, ReadyAnswer(object="demo bottle"))
                case _:
                    sitting = answered(ws, sitting, step)
        return sitting.began.check


def answered(ws: service.Workspace, sitting: service.Sitting, step: service.Step) -> service.Sitting:
    """Go past a step that asks for little."""
    from strengthcheck.guide.steps import EffortStep, ExpectStep, TodayStep
    from strengthcheck.model.check import BySide, Context
    from strengthcheck.model.event import EffortAnswer, ExpectAnswer, TodayAnswer

    match step:
        case TodayStep():
            return service.answer(ws, sitting, step, TodayAnswer(context=Context()))
        case ExpectStep():
            return service.answer(ws, sitting, step, ExpectAnswer(expected={"cap-tightening": BySide()}))
        case EffortStep():
            return service.answer(ws, sitting, step, EffortAnswer(effort=4))
        case _:
            return service.answer(ws, sitting, step, Acknowledged())


async def test_home_says_exactly_where_the_check_stands(tmp_path: Path) -> None:
    cut_off(tmp_path, trials=1)
    async with face(tmp_path) as app:
        await app.shows("A check begun today at 10:00 is not finished.", "right", "1 try is kept")
        await app.shows("Continue the check", "Keep what is there", "Discard it")


async def test_what_is_there_is_kept_by_a_key(tmp_path: Path) -> None:
    check = cut_off(tmp_path, trials=2)
    async with face(tmp_path) as app:
        await app.shows("2 tries are kept")
        await app.press("k")
        await app.shows("Kept. You find it in History.", "Nothing to do until")
    with opened(tmp_path) as ws:
        assert [c.id for c in checks_of(ws)] == [check]
        assert unfinished(ws) == ()


async def test_without_a_trial_it_can_only_go_on_or_be_discarded(tmp_path: Path) -> None:
    cut_off(tmp_path, trials=0)
    async with face(tmp_path) as app:
        await app.shows("no try is made yet", "Discard it")
        await app.press("k")
        assert "Keep what is there" not in app.text()
        await app.press("d")
        await app.shows("Discard the unfinished check?")
        await app.press("enter")
        await app.shows("no try is made yet")
        await app.press("d")
        await app.shows("Discard the unfinished check?")
        await app.press("y")
        await app.shows("Nothing here yet.", "Discarded.")
    with opened(tmp_path) as ws:
        assert unfinished(ws) == ()


async def test_going_on_takes_up_the_very_step(tmp_path: Path) -> None:
    cut_off(tmp_path, trials=1)
    with opened(tmp_path) as ws:
        sitting = service.resume(ws, unfinished(ws)[0])
        assert next_step(sitting) in list(steps(sitting))
    async with face(tmp_path) as app:
        await app.shows("Continue the check")
        await app.press("c")
        await app.shows("I can't do this with my right hand today", "? Help")
        assert "Continue the check" not in app.text()
