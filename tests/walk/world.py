"""Walks one made-up person through two years of the program's services, a day at a time."""

import random
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from strengthcheck.analysis.wayout import LONGER_DAYS
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import (
    AdviceStep,
    EarlyStep,
    EffortStep,
    ExpectStep,
    FitStep,
    FollowUpStep,
    GateStep,
    LostStep,
    OverStep,
    QuestionStep,
    ReadyStep,
    Step,
    SummaryStep,
    TodayStep,
    TrialStep,
)
from strengthcheck.model.base import Side
from strengthcheck.model.check import Context, Trial
from strengthcheck.model.event import (
    Acknowledged,
    Answer,
    EarlyAnswer,
    EffortAnswer,
    ExpectAnswer,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    SummaryAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask, Profile, Urge, Visit
from strengthcheck.services.home import home_facts
from strengthcheck.services.person import plan_of, profile_of, save_profile, tell_lost_task
from strengthcheck.services.plan import end_testing, set_interval
from strengthcheck.services.readings import compare, confirming_today, home_reading
from strengthcheck.services.sitting import NotNow, answer, begin, keep, timing
from strengthcheck.services.urges import early_facts, save_urge
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.wayout import leaving
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.dates import weekday_words
from strengthcheck.views.home import home_view
from strengthcheck.views.urges import before_words, help_words
from strengthcheck.views.visits import entered_view
from strengthcheck.views.wayout import way_out_view
from tests.services.rooms import StandingClock, opened
from tests.walk.calendar import DAYS, day_date, moment
from tests.walk.people import TESTS, Person

LEARNS = 0.975
"""Each wait makes the next wish so much rarer: an assumption about people, not about the program."""


@dataclass
class Walk:
    """What happened, day by day, and what was said."""

    person: Person
    lines: list[tuple[int, str]] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    planned: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    """Days on which a second extra check in a week was asked for."""
    wished: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)
    """Days on which Home said that something is worth showing to a doctor."""
    advised: list[tuple[int, str]] = field(default_factory=list)
    courses: list[tuple[int, str, str]] = field(default_factory=list)
    """After each planned check: day, side, course in words, for the grip device."""
    ended_on: int | None = None
    due_when_ended: date | None = None

    def note(self, day: int, *texts: str) -> None:
        """Write down what happened or was said."""
        for text in texts:
            if text:
                self.lines.append((day, text))

    def hear(self, day: int, *texts: str) -> None:
        """Write down what the program said."""
        self.said.update(t for t in texts if t)
        self.note(day, *(f"said: {t}" for t in texts if t))

    def text(self) -> str:
        """The walk as a page that one can read."""
        head = [self.person.name, self.person.story, ""]
        rows = [f"day {day:3}  {weekday_words(day_date(day)):27}  {text}" for day, text in self.lines]
        return "\n".join([*head, *rows, ""])


class Walker:
    """One person with one record."""

    def __init__(self, person: Person, ws: Workspace, clock: StandingClock) -> None:
        self.person = person
        self.ws = ws
        self.clock = clock
        self.walk = Walk(person)
        self.chance = random.Random(person.seed)
        self.visit_on: int | None = None
        self.waits = 0

    def day(self, day: int) -> None:
        """One day: what befalls the person, then whatever the program asks for, then the wish to test."""
        p = self.person
        self.clock.time = moment(day)
        if day in p.events:
            known = profile_of(self.ws)
            save_profile(self.ws, known.model_copy(update={"events": (*known.events, p.events[day])}))
            self.walk.note(day, f"enters: {p.events[day].text}")
        if day in p.losses:
            self.tell(day, p.losses[day])
        if self.visit_on == day:
            self.visit(day)
        away = p.stops_on is not None and p.stops_on <= day != p.returns_on
        if away or plan_of(self.ws).ended_on is not None:
            return
        when = timing(self.ws)
        if when.due.on is None or when.today >= when.due.on:
            self.check(day)
        elif confirming := self.confirming():
            self.check(day, confirming)
        elif self.chance.random() < p.urge * LEARNS**self.waits:
            self.wish(day)

    def confirming(self) -> tuple[str, ...]:
        """The tests of a confirming check that is open; asked only after a low one, which readings know."""
        return tuple(sorted(confirming_today(self.ws))) if self.recent_low() else ()

    def recent_low(self) -> bool:
        last = self.walk.planned[-1] if self.walk.planned else -1
        return any(d == last and "as usual" not in c for d, _, c in self.walk.courses)

    def tell(self, day: int, lost: LostTask) -> None:
        gate = tell_lost_task(self.ws, lost)
        self.walk.note(day, f"tells: can no longer do {lost.task} ({gate.advice})")
        self.advised(day, gate.advice)

    def advised(self, day: int, advice: str) -> None:
        self.walk.advised.append((day, advice))
        if self.visit_on is None and self.person.visit_after_advice is not None:
            self.visit_on = day + self.person.visit_after_advice

    def visit(self, day: int) -> None:
        seen = Visit(on=day_date(day), who="Dr Made-Up", found="referred")
        entered = enter_visit(self.ws, seen)
        self.walk.note(day, "sees a doctor")
        self.walk.hear(day, *entered_view(seen, entered.still_open, day_date(day)).said)

    def wish(self, day: int) -> None:
        """Wants to test early: ten minutes first, sometimes an extra check after them."""
        self.walk.wished.append(day)
        facts = early_facts(self.ws)
        self.walk.hear(day, *before_words(facts), help_words(facts))
        wants = self.chance.random() < 0.5 * LEARNS**self.waits
        self.waits += 1
        urge = Urge(
            at=self.clock.now(),
            reason="worry",
            worry_before=8,
            worry_after=8 if wants else 5,
            waited_seconds=600,
            tested=wants,
            self_tests_week=round(20 * LEARNS**self.waits) if day % 7 == 0 else None,
        )
        save_urge(self.ws, urge)
        if wants:
            self.check(day)

    def check(self, day: int, tests: tuple[str, ...] = TESTS) -> None:
        try:
            sitting = begin(self.ws, tests, lambda: self.chance.random() < 0.5)
        except NotNow as e:
            self.walk.refused.append(day)
            self.walk.note(day, f"asks for another extra check; told: {e}")
            return
        planned = sitting.began.planned
        shared = 1 + self.chance.gauss(0, 0.02)
        for _ in range(400):
            step = next_step(sitting)
            if isinstance(step, OverStep):
                break
            if isinstance(step, AdviceStep):
                self.advised(day, step.advice)
                self.walk.note(day, f"in the check it was told: {step.advice}")
            sitting = answer(self.ws, sitting, step, self.answer(step, day, shared))
        keep(self.ws, sitting)
        (self.walk.planned if planned else self.walk.extra).append(day)
        kind = "planned check" if planned else "extra check, not compared"
        self.walk.note(day, kind if tests == TESTS else f"{kind} of {', '.join(tests)} alone")
        if planned:
            self.look(day)

    def look(self, day: int) -> None:
        """What Home and Compare say after a planned check, and whether the way out is open."""
        reading = home_reading(self.ws)
        home = home_view(home_facts(self.ws), reading)
        self.walk.hear(day, home.headline, *home.more)
        view = compare(self.ws)
        self.walk.hear(day, *(s.text for s in view.headline))
        for row in view.rows:
            self.walk.said.update(s.text for s in row.said)
            if row.key.protocol == "grip-device":
                self.walk.courses += [(day, s.side, s.told) for s in row.sides]
        if reading.show:
            self.walk.shown.append(day)
            self.advised(day, "show")
        proposed = leaving(self.ws)
        if proposed.proposed is not None:
            out = way_out_view(proposed, day_date(day))
            self.walk.hear(day, *out.said, out.caveat)
            if self.person.takes_way_out:
                self.take(day, proposed.proposed.step)

    def take(self, day: int, step: str) -> None:
        if step == "longer":
            set_interval(self.ws, LONGER_DAYS)
            self.walk.note(day, "chooses: every three months")
            return
        end_testing(self.ws)
        self.walk.ended_on = day
        self.walk.note(day, "chooses: stop")

    def answer(self, step: Step, day: int, shared: float) -> Answer:
        p = self.person
        match step:
            case TrialStep() | QuestionStep():
                return TrialAnswer(trials=tuple(self.trial(step, s, day, shared) for s in step.sides))
            case FitStep():
                return FitsAnswer(fits=dict.fromkeys(step.sides, p.fits.get(step.protocol.id, "fine")))
            case LostStep():
                return LostAnswer(
                    lost=LostTask(
                        what="hands",
                        task="buttons",
                        how_much="cannot",
                        side=step.side,
                        since="longer",
                        course="same",
                    )
                )
            case GateStep():
                return GateAnswer()
            case EarlyStep():
                return EarlyAnswer(reason="worry", worry_before=8)
            case TodayStep():
                return TodayAnswer(context=Context(worry=8 if p.urge else 2))
            case ReadyStep():
                return ReadyAnswer(object="a made-up thing")
            case ExpectStep():
                return ExpectAnswer(expected={})
            case EffortStep():
                return EffortAnswer(effort=6)
            case FollowUpStep():
                return FollowUpAnswer(because="weeks")
            case SummaryStep():
                return SummaryAnswer(note="")
            case _:
                return Acknowledged()

    def trial(self, step: TrialStep | QuestionStep, side: Side, day: int, shared: float) -> Trial:
        part = step.part.id if step.part else ""
        if step.protocol.measure("force") is not None:
            true = {"left": 34.0, "right": 37.0}[side] * self.person.share(day, side)
            return Trial(
                side=side,
                values={"force": round(true * shared * (1 + self.chance.gauss(0, self.person.noise)), 1)},
            )
        rung = self.person.rung(day, step.protocol.id, part, side)
        return Trial(side=side, could_not=True) if rung == 0 else Trial(side=side, values={"ladder": rung})


def walked(person: Person, folder: Path, days: int = DAYS) -> Walk:
    """Two years of one person."""
    clock = StandingClock(moment(0))
    with opened(folder, clock=clock) as ws:
        save_profile(
            ws, Profile(handedness="right", region="GB", set_up_on=day_date(0), owns=("grip-device",))
        )
        walker = Walker(person, ws, clock)
        for day in range(days):
            walker.day(day)
        if walker.walk.ended_on is not None:
            walker.walk.hear(days, *_home(ws))
    return walker.walk


def _home(ws: Workspace) -> tuple[str, ...]:
    home = home_view(home_facts(ws), home_reading(ws))
    return (home.headline, *home.more)
