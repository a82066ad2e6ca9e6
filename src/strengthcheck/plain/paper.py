"""A check done on paper or at a clinic, entered line by line: when, which tests, then a sheet for each."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.base import Side
from strengthcheck.model.protocol import Protocol
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.questions import FormLine, answer_of, filled, is_sure, marked
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.services.paper import paper_facts, planned_on, save_paper
from strengthcheck.views.asking import leave_paper_question, planned_question
from strengthcheck.views.check_page import SIDE_WORDS
from strengthcheck.views.dates import date_words
from strengthcheck.views.paper import (
    Filled,
    Sheet,
    how_to_type,
    lines,
    paper_check,
    read_field,
    result_of,
    sheets,
    typed_clock,
    typed_day,
    typed_moment,
)

USED = "used"
"""The name of the line that takes the object."""

LEAD = "For a check that was done on paper or at a clinic. Nothing is kept before the last sheet."


def enter_paper(desk: Desk) -> None:
    """Ask, a step after the other; b goes back one. Kept whole at the end, or not at all."""
    desk.talk.say("A check done on paper", LEAD)
    PaperTalk(desk).go()


class PaperTalk:
    """What was told so far."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._facts = paper_facts(desk.ws)
        today = desk.clock.now().date()
        self._typed_when = (date_words(today, today), "")
        self._when = desk.clock.now()
        self._planned = True
        self._chosen: tuple[Protocol, ...] = ()
        self._filled: dict[int, Filled] = {}
        self._typed: dict[int, dict[str, str]] = {}
        """What was typed on each sheet, also on one that is not done."""

    def go(self) -> None:
        """Until it is kept or left."""
        before = (self._ask_when, self._ask_planned, self._ask_tests)
        at = 0
        while True:
            try:
                if at < len(before):
                    before[at]()
                elif at - len(before) < len(self._sheets):
                    self._ask_sheet(at - len(before))
                else:
                    self._keep()
                    return
                at += 1
            except NotAValue as e:
                self._desk.talk.say(str(e))
                at -= 1
            except BackWished:
                if at == 0 and self._may_leave():
                    return
                at = max(0, at - 1)
            except LeaveWished:
                if self._may_leave():
                    return

    @property
    def _sheets(self) -> tuple[Sheet, ...]:
        return sheets(self._chosen)

    def _ask_when(self) -> None:
        talk, now = self._desk.talk, self._desk.clock.now()

        def take(typed: Mapping[str, str]) -> datetime:
            self._typed_when = (typed["day"], typed["clock"])
            return typed_moment(*self._typed_when, now)

        day, clock = self._typed_when
        talk.say("When was it done?")
        asked = (
            FormLine(
                "day", "Date, such as 20 November", day, lambda t: typed_day(t, now.date()), needed=True
            ),
            FormLine("clock", "Time, such as 9:30", clock, typed_clock, needed=True),
        )
        self._when = filled(talk, asked, take)

    def _ask_planned(self) -> None:
        usual = planned_on(self._desk.ws, self._when.date())
        self._planned = answer_of(self._desk.talk, planned_question(usual), enter=True) == "yes"

    def _ask_tests(self) -> None:
        tests = self._facts.tests
        named = tuple((p.id, p.title) for p in tests)
        while True:
            names = marked(self._desk.talk, "Which tests were done?", "", named, (p.id for p in self._chosen))
            if names:
                break
            self._desk.talk.say("Choose at least one test.", apart=False)
        chosen = tuple(p for p in tests if p.id in names)
        if chosen != self._chosen:
            self._chosen, self._filled, self._typed = chosen, {}, {}

    def _ask_sheet(self, at: int) -> None:
        """One sheet, a field after the other, asked anew until it can be read."""
        sheet = self._sheets[at]
        used = self._facts.objects.get(sheet.protocol.id, "")
        fields = _fields(sheet)
        asked = [FormLine(USED, "Which one was used", used)] if _names_object(sheet) else []
        asked += [line for _, line in fields]

        def take(typed: Mapping[str, str]) -> Filled:
            values = {where: typed[line.name] for where, line in fields}
            told = Filled(sheet, values, typed.get(USED, ""))
            result_of(told)
            return told

        self._desk.talk.say(f"{at + 1} of {len(self._sheets)}. {sheet.title}", how_to_type(sheet))
        self._filled[at] = filled(self._desk.talk, asked, take, self._typed.setdefault(at, {}))

    def _keep(self) -> None:
        """Raises NotAValue when nothing is filled in."""
        told = [self._filled[i] for i in sorted(self._filled)]
        save_paper(self._desk.ws, paper_check(self._when, self._planned, told))
        read_aloud(self._desk, ("Kept. You find it in History.",))

    @property
    def _has_typed(self) -> bool:
        """Whether something was typed that did not stand there."""
        objects = self._facts.objects
        used = {at: objects.get(sheet.protocol.id, "") for at, sheet in enumerate(self._sheets)}
        return any(
            text and not (name == USED and text == used[at])
            for at, sheet in self._typed.items()
            for name, text in sheet.items()
        )

    def _may_leave(self) -> bool:
        """Whether nothing was typed that would be gone, or it may go; to say q once more is to say so."""
        try:
            return not self._has_typed or is_sure(self._desk.talk, leave_paper_question())
        except BackWished:
            return False
        except LeaveWished:
            return True


def _fields(sheet: Sheet) -> tuple[tuple[tuple[str, Side], FormLine], ...]:
    """The fields of a sheet, side after side."""
    found = []
    for side in sheet.sides:
        for line in lines(sheet):
            label = line.label if side == "both" else f"{SIDE_WORDS[side]}, {line.label}"
            name = f"{side} {line.name}"
            found.append(
                ((line.name, side), FormLine(name, label, "", partial(read_field, sheet, line.name)))
            )
    return tuple(found)


def _names_object(sheet: Sheet) -> bool:
    fit = sheet.protocol.fit
    return fit is not None and fit.object is not None and sheet.part is None
