"""A check under way, line by line. Each answer is on disk before the next question is asked."""

from collections import defaultdict

from strengthcheck.guide import steps as s
from strengthcheck.guide.lookup import last_effort_at
from strengthcheck.guide.script import next_step, step_before, with_countdown
from strengthcheck.guide.state import Sitting
from strengthcheck.host.clock import passed_at
from strengthcheck.model.event import (
    Answer,
    EarlyAnswer,
    EffortAnswer,
    EffortEnded,
    ExpectAnswer,
    FitsAnswer,
    ReadyAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.plain import before, danger, testing
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.early import ask_early
from strengthcheck.plain.follow import Half, followed
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.summary import ask_summary
from strengthcheck.plain.talk import LOST
from strengthcheck.plain.trial import Notes, make_trial
from strengthcheck.plain.wishes import BackWished, DoctorWished, DropWished, EndWished, LeaveWished
from strengthcheck.services import sitting as service
from strengthcheck.services.beside import advice_facts, done_of
from strengthcheck.services.choosing import Around, around
from strengthcheck.services.expected import EXPECTED
from strengthcheck.services.readings import read_after
from strengthcheck.views.steps.forms import ExpectAsking, FitAsking
from strengthcheck.views.steps.leaving import Leaving, where_words
from strengthcheck.views.steps.today import TodayAsking
from strengthcheck.views.summary import kept_page


class CheckTalk:
    """One check as a conversation."""

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        self._desk = desk
        self._talk = desk.talk
        self._sitting = sitting
        self._around: Around = around(desk.ws)
        at = last_effort_at(sitting)  # a rest is not shortened by leaving and coming back
        self._last_end = passed_at(desk.clock, at) if at is not None else None
        self._where = ""
        self._today, self._expected = Half[TodayAsking](), Half[ExpectAsking]()
        self._fits: defaultdict[str, Half[FitAsking]] = defaultdict(Half)
        self._read: set[str] = set()
        """Tests whose steps were said in this conversation."""

    def go(self) -> None:
        """From the first step without an answer to the end, or until it is left."""
        step = next_step(self._sitting)
        with self._talk.meanwhile({LOST: self._tell_lost}):
            while not isinstance(step, s.OverStep):
                following = self._one(step)
                if following is None:
                    return
                step = following
        self._over(step)

    def _tell_lost(self) -> None:
        """The word for something lost; what stands in its way is said, and the question asked once more."""
        try:
            danger.tell_lost_in_check(self._desk)
        except EXPECTED as e:
            self._talk.say(str(e))

    def _one(self, step: s.Step) -> s.Step | None:
        """Ask one step; the step that follows, or none when the check is left."""
        self._say_where(step)
        try:
            self._take(step, self._answer(step))
        except BackWished:
            return step_before(self._sitting, step.key) or self._leaving(step)
        except LeaveWished:
            advised = isinstance(step, s.AdviceStep)
            return self._left_for_advice() if advised else self._leaving(step)
        except DoctorWished:
            return self._left_for_advice()
        except EndWished as wish:
            self._sitting = service.stop(self._desk.ws, self._sitting, wish.reason)
        except DropWished:
            service.discard(self._desk.ws, self._sitting)
            return None
        except EXPECTED as e:
            self._talk.say(str(e))
            return step
        return next_step(self._sitting)

    def _take(self, step: s.Step, answer: Answer) -> None:
        """Have an answer kept; it is durable afterwards."""
        self._sitting = service.answer(self._desk.ws, self._sitting, step, answer)

    def _say_where(self, step: s.Step) -> None:
        where = where_words(self._sitting, step)
        if where != self._where:
            self._where = where
            self._talk.say(where.replace(" · ", ", "))

    def _answer(self, step: s.Step) -> Answer:  # noqa: PLR0911, PLR0912 - one line a kind
        talk, sitting, key = self._talk, self._sitting, step.key
        match step:
            case s.GateStep():
                return danger.ask_gate(talk, self._around)
            case s.LostStep():
                return danger.ask_lost(talk, step)
            case s.AdviceStep():
                return danger.show_advice(self._desk, step, advice_facts(step, sitting, self._around))
            case s.EarlyStep():
                return ask_early(self._desk, self._around.days_since)
            case s.TodayStep():
                told, early = sitting.answer(key, TodayAnswer), sitting.answer("early", EarlyAnswer)
                around = self._around
                asking = TodayAsking.of(told, around.last_context, early, first_ever=around.first_ever)
                return before.ask_today(self._desk, asking, self._today)
            case s.SoreStep():
                return before.ask_sore(talk, step, self._around.timing.today)
            case s.FitStep():
                return before.ask_fit(talk, step, sitting.answer(key, FitsAnswer), self._fits[key])
            case s.GatherStep():
                return before.ask_gather(talk, step)
            case s.ExpectStep():
                return before.ask_expect(talk, step, sitting.answer(key, ExpectAnswer), self._expected)
            case s.WarmUpStep():
                return before.warm_up(self._desk, step, done=key in sitting.answers)
            case s.ReadyStep():
                self._read.add(step.protocol.id)
                return testing.ask_ready(talk, step, sitting.answer(key, ReadyAnswer))
            case s.PracticeStep():
                heard = step.protocol.id in self._read
                self._read.add(step.protocol.id)
                return testing.practise(talk, step, again=heard)
            case s.TrialStep():
                return self._trial(step)
            case s.QuestionStep():
                former = sitting.answer(key, TrialAnswer)
                return testing.ask_question(talk, step, former, self._desk.clock)
            case s.EffortStep():
                return self._effort(step)
            case s.FollowUpStep():
                return testing.ask_follow_up(talk, step)
            case s.SummaryStep():
                sealed = self._around.sealed
                return ask_summary(talk, sitting, self._desk.clock, self._correct, sealed=sealed)
            case _:
                raise LookupError(f"no lines ask {type(step).__name__}")

    def _trial(self, step: s.TrialStep) -> TrialAnswer:
        step = with_countdown(step, self._desk.settings.read().countdown)
        former = self._sitting.answer(step.key, TrialAnswer)
        given = former.trials if former else ()
        over = self._sitting.unentered
        mine = over if over is not None and over.step == step.key else None
        notes = Notes(lambda: self._begins(step), lambda: self._taken_back(step), self._ends)
        tried = make_trial(self._desk, step, self._last_end, given, notes, mine)
        self._last_end = tried.last_end
        answer = TrialAnswer(trials=tried.entered.trials)
        if tried.entered.ends_check:
            self._take(step, answer)
            raise EndWished("pain")
        return answer

    def _effort(self, step: s.EffortStep) -> EffortAnswer:
        rated = testing.ask_effort(self._talk, step, self._sitting.answer(step.key, EffortAnswer))
        if rated.ends_check:
            self._take(step, rated.answer)
            raise EndWished("pain")
        return rated.answer

    def _begins(self, step: s.TrialStep) -> None:
        self._sitting = service.effort_began(self._desk.ws, self._sitting, step)

    def _taken_back(self, step: s.TrialStep) -> None:
        self._sitting = service.effort_taken_back(self._desk.ws, self._sitting, step)

    def _ends(self, over: EffortEnded) -> None:
        """Note the end; where that can't be, it is said, and what it came to is asked all the same."""
        try:
            self._sitting = service.effort_ended(self._desk.ws, self._sitting, over)
        except EXPECTED as e:
            self._talk.say(str(e))

    def _correct(self, key: str, answer: TrialAnswer) -> Sitting:
        self._take(s.Step(key=key), answer)
        return self._sitting

    def _leaving(self, step: s.Step) -> s.Step | None:
        """How to leave: go on, keep what is there, leave it for later, or discard."""
        try:
            way = followed(self._talk, Leaving(self._sitting))
        except LeaveWished:
            way = "later"
        except DoctorWished:
            return self._left_for_advice()
        match way:
            case "go_on":
                return step
            case "keep":
                self._sitting = service.stop(self._desk.ws, self._sitting, "left early")
                return next_step(self._sitting)
            case "later":
                self._talk.say("It is kept for later, and offered when you start again.")
            case "discard":
                service.discard(self._desk.ws, self._sitting)
                self._talk.say("Discarded. What you told before the tests is kept.")
        return None

    def _left_for_advice(self) -> s.Step | None:
        """A doctor comes first; what is done may be kept."""
        if self._sitting.trials_made:
            self._sitting = service.stop(self._desk.ws, self._sitting, "advice")
            return next_step(self._sitting)
        service.discard(self._desk.ws, self._sitting)
        return None

    def _over(self, step: s.OverStep) -> None:
        if step.because != "kept":
            service.discard(self._desk.ws, self._sitting)
            return
        kept = service.keep(self._desk.ws, self._sitting)
        ws = self._desk.ws
        read_aloud(self._desk, page_lines(kept_page(done_of(kept, around(ws), read_after(ws, kept.check)))))


def early_answered(desk: Desk, sitting: Sitting, early: EarlyAnswer | None) -> Sitting:
    """The check with why it was begun early, where that was asked before it began."""
    if early is None or not sitting.began.early:
        return sitting
    return service.answer(desk.ws, sitting, s.EarlyStep(key="early"), early)
