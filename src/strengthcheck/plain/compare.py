"""Compare, line by line: each test at two times of one's own choice, and one test in full."""

from strengthcheck.guide.entering import NotAValue
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.one_test import one_test
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.questions import answer_of, picked
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.readings import compare, then_now
from strengthcheck.views.compare_spoken import spoken_comparison, spoken_name, spoken_times
from strengthcheck.views.dates import capital
from strengthcheck.views.periods import (
    FIRST,
    HOW,
    LATEST,
    OWN,
    Period,
    offered,
    period_question,
    typed_period,
)
from strengthcheck.views.then_now import ABOUT, RowThenNow, ThenNow, figure_lines

FIGURES = ("f", "the figures of both times")
WORDS = (
    ("n", "the numbers of today, and the rule of each test"),
    ("t", "Then: choose the earlier time"),
    ("w", "Now: choose the later time"),
)


def compare_page(desk: Desk) -> None:
    """The sentences; the figures of two times once they are asked for; a test is opened by its number."""
    CompareTalk(desk).go()


class CompareTalk:
    """The whole record at two times."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._then, self._now = FIRST, LATEST
        self._figures = False
        """Whether the values of both times are said: once they, or a time, were asked for."""

    def go(self) -> None:
        """Until it is left. What was heard is not said again, only the names of the tests."""
        found = self._said()
        if not found.rows:
            read_aloud(self._desk, ())
        while found.rows:
            what = "A number opens a test; b goes back"
            key = picked(self._desk.talk, len(found.rows), self._words(), what, ABOUT)
            try:
                found = self._done(key, found)
            except BackWished:
                self._say_names(found)

    def _said(self) -> ThenNow:
        """All of it, said."""
        found = then_now(self._desk.ws, self._then, self._now)
        self._desk.talk.say("Compare", *(self._times(found) if found.rows else ()))
        self._desk.talk.say(found.lead)
        self._figures = self._figures or not any(self._sentences(row, found) for row in found.rows)
        for i, row in enumerate(found.rows, 1):
            figures = figure_lines(row, self._then, self._now) if self._figures else ()
            self._desk.talk.say(f"{i}  {spoken_name(row)}", *self._sentences(row, found), *figures)
        self._desk.talk.say(*found.beside)
        self._desk.talk.say(*found.unread)
        self._desk.talk.say(found.caveat)
        return found

    def _times(self, found: ThenNow) -> tuple[str, ...]:
        if found.only_one:
            return (f"{capital(found.times)}.",)
        return spoken_times(self._then, self._now)

    def _sentences(self, row: RowThenNow, found: ThenNow) -> tuple[str, ...]:
        """What is said of one test, but for what stands above the list already."""
        return tuple(s.text for s in row.row.said if s.text != found.lead)

    def _say_names(self, found: ThenNow) -> None:
        names = (f"{i}  {spoken_name(row)}" for i, row in enumerate(found.rows, 1))
        self._desk.talk.say("Compare", *self._times(found), *names)

    def _words(self) -> tuple[tuple[str, str], ...]:
        """What can be typed beside a number."""
        return WORDS if self._figures else (FIGURES, *WORDS)

    def _done(self, key: str, found: ThenNow) -> ThenNow:
        """Do one thing, and say what stands afterwards."""
        if key == "n":
            for group in spoken_comparison(compare(self._desk.ws)):
                self._desk.talk.say(*group)
        elif key == "f":
            self._figures = True
            return self._said()
        elif key in ("t", "w"):
            self._choose(earlier=key == "t")
            return self._said()
        else:
            row = found.rows[int(key) - 1]
            one_test(self._desk, row, (self._then, self._now))
            found = then_now(self._desk.ws, self._then, self._now)  # a check may have been put right there
        self._say_names(found)
        return found

    def _choose(self, *, earlier: bool) -> None:
        period = self._asked(earlier)
        self._figures = True
        if earlier:
            self._then = period
        else:
            self._now = period

    def _asked(self, earlier: bool) -> Period:
        """The time that was chosen. Raises BackWished."""
        talk, today = self._desk.talk, self._desk.clock.now().date()
        answer = answer_of(talk, period_question(earlier, today))
        if answer != OWN:
            return offered(today)[answer]
        talk.say(HOW)
        while True:
            try:
                return typed_period(talk.text("Which time"), today)
            except NotAValue as e:
                talk.say(str(e), apart=False)
