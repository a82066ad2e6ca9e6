"""What the readings add to Home: worth showing first, then a confirming check that is asked."""

from collections.abc import Mapping
from datetime import date, timedelta
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


LOW = frozenset({"one_low", "low_and_staying", "falling_and_staying"})


def worth_showing(pairs: tuple[ReadPair, ...], last_visit: date | None) -> str | None:
    """What is worth showing to a doctor; none when nothing is, or a doctor has seen it since."""
    raised = [(p, s) for p in pairs for s in p.sides if p.side(s).raised and not p.side(s).explained]
    unseen = [(p, s) for p, s in raised if last_visit is None or p.days[_raised_at(p, s)] > last_visit]
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


def _raised_at(read: ReadPair, side: Side) -> int:
    """The check at which a loss was first confirmed: the second that spoke, else the latest."""
    spoke = read.side(side).spoke
    return spoke[1] if len(spoke) > 1 else len(read.days) - 1


def _named(sides: list[tuple[ReadPair, Side]]) -> str:
    return "; ".join(dict.fromkeys(f"{test_name(p.pair)}, {side_word(p.pair, s)}" for p, s in sides))
