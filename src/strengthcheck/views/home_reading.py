"""What the readings add to Home: worth showing first, then a confirming check that is asked."""

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from strengthcheck.analysis.confirming import OVERDUE_DAYS, Confirm
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.views.dates import date_words
from strengthcheck.views.said import side_word, test_name
from strengthcheck.wording import reading as words


class HomeReading(NamedTuple):
    """What the readings add to Home."""

    show: str | None
    """What is worth showing to a doctor and was not seen by one since."""
    confirm: str | None
    """A confirming check that is asked."""
    confirm_open: bool
    """It may be done today."""


FURTHER = 0.9
"""A tenth below what a doctor was shown is a further fall (our judgement: twice the error of two checks)."""

LOW = frozenset({"one_low", "low_and_staying", "falling_and_staying"})


def worth_showing(pairs: tuple[ReadPair, ...], last_visit: date | None) -> str | None:
    """What is worth showing to a doctor; none when nothing is, or a doctor has seen it since."""
    raised = [(p, s) for p in pairs for s in p.sides if p.side(s).raised and not p.side(s).explained]
    unseen = [
        (p, s)
        for p, s in raised
        if last_visit is None or p.days[_raised_at(p, s)] > last_visit or _fell_further(p, s, last_visit)
    ]
    if not unseen:
        return None
    return words.SHOW.say(what=_named(unseen))


def confirm_words(
    pairs: tuple[ReadPair, ...], confirm: Confirm | None, minutes: Mapping[str, float], today: date
) -> str | None:
    """What Home says of a confirming check that is asked."""
    if confirm is None:
        return None
    low = [(p, s) for p in pairs if p.pair.key.protocol in confirm.protocols for s in p.sides]
    what = _named([(p, s) for p, s in low if p.side(s).course in LOW or p.side(s).range is None] or low)
    if today >= confirm.on + timedelta(days=OVERDUE_DAYS):
        return words.OVERDUE.say(what=what)
    total = max(1, round(sum(minutes.get(p, 2.0) for p in confirm.protocols)))
    if confirm.is_open(today):
        return words.LOW_NOW.say(what=what, minutes=total)
    return words.LOW_AHEAD.say(what=what, date=date_words(confirm.on, today), minutes=total)


def _fell_further(read: ReadPair, side: Side, visit: date) -> bool:
    """Whether the latest two checks, both after the visit, lie a tenth and more below the two before it."""
    points = read.pair.entering(side)
    before = [float(p.value) for p in points if p.at.date() <= visit][-2:]
    after = [float(p.value) for p in points if p.at.date() > visit][-2:]
    if len(before) < 2 or len(after) < 2:
        return False
    was, now = fmean(before), fmean(after)
    if read.pair.measure.id == "ladder":
        return now < was
    return now <= was * FURTHER if read.pair.measure.better == "higher" else now * FURTHER >= was


def _raised_at(read: ReadPair, side: Side) -> int:
    """The check at which a loss was first confirmed: the second that spoke, else the latest."""
    spoke = read.side(side).spoke
    return spoke[1] if len(spoke) > 1 else len(read.days) - 1


def _named(sides: list[tuple[ReadPair, Side]]) -> str:
    return "; ".join(dict.fromkeys(f"{test_name(p.pair)}, {side_word(p.pair, s)}" for p, s in sides))
