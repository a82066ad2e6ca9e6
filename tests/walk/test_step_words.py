"""Every step that a check can ask, of every test that comes with the program: its words."""

from collections.abc import Callable, Iterator

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide import steps as s
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import OverStep, Step
from strengthcheck.host.cues import CueLog
from strengthcheck.model.check import Context
from strengthcheck.model.event import Answer, EarlyAnswer, FitsAnswer, FollowUpAnswer, GateAnswer, TodayAnswer
from strengthcheck.services.choosing import around
from strengthcheck.services.sitting import answer, begin
from strengthcheck.tui.widgets.steps.factory import Bench, widget_for
from strengthcheck.views.steps.page import StepPage
from strengthcheck.wording.forbidden import forbidden_in
from tests.guide.people import usual
from tests.services.rooms import StandingClock, opened
from tests.tui.records import grip_check, write
from tests.views.test_steps import words

EVERY_TEST = tuple(sorted(read_catalogue(None).protocols))


def as_usual(step: Step) -> Answer:
    return usual(step)


def struggling(step: Step) -> Answer:
    """Nothing goes, and each "could not" has a story of weeks."""
    match step:
        case s.FitStep():
            return FitsAnswer(fits=dict.fromkeys(step.sides, "became_hard"))
        case s.FollowUpStep():
            return FollowUpAnswer(because="weeks")
        case s.TodayStep():
            return TodayAnswer(context=Context(soreness=8, pain=6, ill=True, worry=9, hard_exercise=True))
        case s.GateStep():
            return GateAnswer(lines=(7,))
        case s.EarlyStep():
            return EarlyAnswer(reason="worry", worry_before=9, worry_after=8)
        case _:
            return usual(step, rung=0)


def asked(folder, answers: Callable[[Step], Answer], *, before: bool) -> Iterator[tuple[Step, StepPage]]:
    """Each step of a check of all tests with the page that shows it."""
    if before:
        write(folder, [grip_check(d) for d in (24, 17, 10)])
    clock = StandingClock()
    with opened(folder, clock=clock) as ws:
        sitting = begin(ws, EVERY_TEST, lambda: True)
        for _ in range(600):
            step = next_step(sitting)
            if isinstance(step, OverStep):
                return
            yield step, widget_for(step, sitting, Bench(clock, CueLog(), around(ws))).page()
            sitting = answer(ws, sitting, step, answers(step))
    raise AssertionError("the check never ends")


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list[tuple[Step, StepPage]]:
    """Every page of a usual and of a bad day, the first time and before its date."""
    return [
        shown
        for answers in (as_usual, struggling)
        for before in (False, True)
        for shown in asked(tmp_path_factory.mktemp("check"), answers, before=before)
    ]


def test_no_step_of_any_test_says_a_forbidden_word(pages):
    said = {words(page) for _, page in pages}
    assert [(text, forbidden_in(text)) for text in said if forbidden_in(text)] == []


def test_every_kind_of_step_was_read(pages):
    kinds = {cls for cls in vars(s).values() if isinstance(cls, type) and issubclass(cls, Step)}
    assert kinds - {type(step) for step, _ in pages} == {Step, OverStep}


def test_each_page_says_what_goes_on(pages):
    for step, page in pages:
        assert page.title, step
        assert page.choices or page.keys or page.blocks, step
