"""Which checks stand for a time: the first ones, the latest, those of a month, the one on or before a day."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.series import Point
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import MONTHS, date_words
from strengthcheck.views.typed import past_day
from strengthcheck.views.typed_date import read_day

HOW = (
    "A day (14 March 2026, yesterday), a month (March 2026), a year (2026), "
    "or from one day to another (1 March to 30 April). A day means the last planned check up to it."
)


UP_TO = "up to "
"""How a day of one's own begins: the last check up to it is meant, which may be of an earlier day."""


class Period(NamedTuple):
    """A time to compare. Which checks it means is found for each test by itself."""

    label: str
    """In a few words, as it stands over its column."""
    kind: Literal["first", "latest", "day", "days"]
    most: int = 1
    """For first and latest: how many checks at most."""
    first: date | None = None
    last: date | None = None
    """For a day: that day. For days: the last one."""

    def when(self) -> str:
        """The time as it stands behind a value: at the latest check, in March 2026, a year ago."""
        if self.kind in ("first", "latest"):
            return f"at {self.label}"
        if self.kind == "day":
            return f"at the last check {self.label}" if self.label.startswith(UP_TO) else self.label
        return f"from {self.label}" if " to " in self.label else f"in {self.label}"

    def points(self, entering: Sequence[Point]) -> tuple[Point, ...]:
        """The points that stand for this time, of those that enter a reading, in order of time."""
        if self.kind == "first":
            return tuple(entering[: self.most])
        if self.kind == "latest":
            return tuple(entering[-self.most :])
        last = self.last or date.max
        until = [p for p in entering if p.at.date() <= last]
        if self.kind == "day":
            return tuple(until[-1:])
        return tuple(p for p in until if self.first is None or p.at.date() >= self.first)


FIRST = Period("your first checks", "first", 3)
LATEST = Period("the latest check", "latest")
LATEST_THREE = Period("the latest three checks", "latest", 3)


def ago(today: date, days: int, label: str) -> Period:
    """The last planned check up to so many days ago."""
    return Period(label, "day", last=today - timedelta(days=days))


OWN = "own"
"""The answer that asks for a day or a time of one's own."""


def offered(today: date) -> dict[str, Period]:
    """Times that can be chosen by a key, by name."""
    return {
        "first": FIRST,
        "year": ago(today, 365, "a year ago"),
        "half": ago(today, 182, "half a year ago"),
        "quarter": ago(today, 91, "three months ago"),
        "three": LATEST_THREE,
        "latest": LATEST,
    }


def period_question(earlier: bool, today: date) -> Question:
    """Which time to compare: the earlier one of the two, or the later one."""
    which = "the earlier time" if earlier else "the later time"
    answers = [
        Answer(name, str(i), period.label[:1].upper() + period.label[1:])
        for i, (name, period) in enumerate(offered(today).items(), 1)
    ]
    own = Answer(OWN, "d", "A day or a time of your own")
    return Question(
        f"Which time should be {which}?",
        "Only planned checks are compared. Of a time with several checks, their mean.",
        (*answers, own),
    )


def typed_period(text: str, today: date) -> Period:
    """A day, a month, a year, or from one day to another, as typed. Raises NotAValue, which says how."""
    typed = " ".join(text.split())
    if not typed:
        raise NotAValue(HOW)
    ends = re.split(r"\s+(?:to|until|till|-|–)\s+", typed, maxsplit=1, flags=re.IGNORECASE)
    if len(ends) == 2:
        first, last = (_ends(end, today)[i] for i, end in enumerate(ends))
        if last < first:
            first, last = last, first
        return Period(f"{date_words(first, today)} to {date_words(last, today)}", "days", 0, first, last)
    found = _month_or_year(typed.lower(), today)
    if found is not None:
        label = typed if found[2] == "year" else f"{MONTHS[found[0].month - 1]} {found[0].year}"
        return Period(label, "days", 0, found[0], found[1])
    day = past_day(typed, today)
    return Period(f"{UP_TO}{date_words(day, today)}", "day", last=day)


def _ends(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of what was typed."""
    found = _month_or_year(text.lower(), today)
    if found is not None:
        return found[0], found[1]
    day = read_day(text, today)
    return day, day


def _month_or_year(typed: str, today: date) -> tuple[date, date, Literal["month", "year"]] | None:
    if re.fullmatch(r"(19|20)\d\d", typed):
        return date(int(typed), 1, 1), date(int(typed), 12, 31), "year"
    iso = re.fullmatch(r"((?:19|20)\d\d)-(\d{1,2})", typed)
    named = re.fullmatch(r"([a-z]{3,9})\.?(?:,?\s+((?:19|20)\d\d))?", typed)
    month = int(iso[2]) if iso else _month(named[1]) if named else None
    if month is None or not 1 <= month <= 12:
        return None
    year = int(iso[1]) if iso else int(named[2]) if named and named[2] else None
    year = year or (today.year if month <= today.month else today.year - 1)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"


def _month(name: str) -> int | None:
    at = next((i for i, m in enumerate(MONTHS, 1) if m.lower().startswith(name)), None)
    return 9 if name == "sept" else at
