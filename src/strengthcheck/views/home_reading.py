"""What the readings add to Home: worth showing first, then what is open, then what came back."""

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from strengthcheck.analysis.confirming import OVERDUE_DAYS, Confirm
from strengthcheck.analysis.days import CheckDay
from strengthcheck.analysis.dips import Dip
from strengthcheck.analysis.leaning import cannot_now
from strengthcheck.analysis.schedule import Rarer
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.views.dates import date_words, on_words
from strengthcheck.views.dips import again_said, again_sealed, blind_said, count_said
from strengthcheck.views.home import HomeReading
from strengthcheck.views.home_lines import lines_of
from strengthcheck.views.said import (
    Moment,
    Said,
    lasting_sides,
    sentences,
    show_said,
    sides_named,
    test_name,
    way_of_pair,
)
from strengthcheck.wording import reading as words
from strengthcheck.wording import seal

FURTHER = 0.9
"""A tenth below what a doctor was shown is a further fall (our judgement: twice the error of two checks)."""

LOW = frozenset({"one_low", "low_and_staying", "falling_and_staying"})

OPEN_IDS = ("cannot_now", "low_running", "injury")
"""What is low and not confirmed, or explained for now: said on Home, the gravest first."""

BACK_IDS = ("came_back", "back.once")
"""What came back: one of them on Home, the rest in Compare."""

MOST_OPEN = 2
"""More open lows than these are told in Compare."""


class Known(NamedTuple):
    """What Home's readings speak from."""

    pairs: tuple[ReadPair, ...]
    dips: tuple[Dip, ...]
    days: tuple[CheckDay, ...]
    confirm: Confirm | None
    minutes: Mapping[str, float]
    """How long each test of the confirming check takes."""
    now: Moment
    seen: date | None
    """The day of the latest visit."""
    sealed: bool
    rarer: Rarer | None = None
    """What the way out proposes."""


def home_reading_of(known: Known) -> HomeReading:
    """All of it. Sealed, only what holds no result: worth showing, a date, that checks can show nothing now.

    What dipped and recovered again and again is worth telling; how it went waits until values are shown.
    """
    today = known.now.today
    blind = blind_said(known.days, known.seen)
    again = (again_sealed if known.sealed else again_said)(known.dips, today, known.seen)
    told = (*again, *((blind,) if blind else ()))
    found = HomeReading(
        show=worth_showing(known.pairs, known.seen),
        confirm=_confirm(known),
        confirm_open=known.confirm is not None and known.confirm.is_open(today),
        told=tuple(s.text for s in told),
        rarer=known.rarer,
    )
    if known.sealed:
        return found
    said = _said(known)
    lasting = any(p.side(s).raised for p in known.pairs for s in p.sides)
    back = () if lasting else _back(known, said)
    flat = words.CANNOT_FLAT.text if any(s.id == "came_back" for s in back) else ""
    return found._replace(
        low=tuple(s.text for s in _open(said)),
        back=tuple(s.text for s in back),
        lines=lines_of(known.pairs),
        caveat=flat,
    )


def worth_showing(pairs: tuple[ReadPair, ...], last_visit: date | None) -> str | None:
    """What is worth showing to a doctor; none when nothing is, or a doctor has seen it since."""
    unseen = [
        (p, s)
        for p, s in lasting_sides(pairs)
        if last_visit is None or p.days[_raised_at(p, s)] > last_visit or _fell_further(p, s, last_visit)
    ]
    if not unseen:
        return None
    return show_said(unseen).text


def confirm_words(
    pairs: tuple[ReadPair, ...], confirm: Confirm | None, minutes: Mapping[str, float], today: date
) -> str | None:
    """What Home says of a confirming check that is asked."""
    if confirm is None:
        return None
    asked = _asked(pairs, confirm)
    what, way = sides_named(asked), _way(asked)
    if today >= confirm.on + timedelta(days=OVERDUE_DAYS):
        return words.OVERDUE.say(what=what, low=way.low)
    total, low = _minutes(confirm, minutes), any(_is_low(p, s) for p, s in asked)
    if confirm.is_open(today):
        return (words.LOW_NOW if low else words.SOFT_NOW).say(what=what, minutes=total, **way._asdict())
    ahead = words.LOW_AHEAD if low else words.SOFT_AHEAD
    return ahead.say(what=what, date=date_words(confirm.on, today), minutes=total, **way._asdict())


def sealed_confirm_words(
    pairs: tuple[ReadPair, ...], confirm: Confirm | None, minutes: Mapping[str, float], today: date
) -> str | None:
    """The same while results are sealed: the test and the date, and no word of how it went."""
    if confirm is None:
        return None
    what = "; ".join(dict.fromkeys(test_name(p.pair) for p, _ in _asked(pairs, confirm)))
    total = _minutes(confirm, minutes)
    if confirm.is_open(today):
        return seal.AGAIN_NOW.say(what=what, minutes=total)
    return seal.AGAIN.say(what=what, when=on_words(confirm.on, today), minutes=total)


def _confirm(known: Known) -> str | None:
    say = sealed_confirm_words if known.sealed else confirm_words
    return say(known.pairs, known.confirm, known.minutes, known.now.today)


def _asked(pairs: tuple[ReadPair, ...], confirm: Confirm) -> list[tuple[ReadPair, Side]]:
    of = [(p, s) for p in pairs if p.pair.key.protocol in confirm.protocols for s in p.sides]
    return [x for x in of if _is_low(*x)] or [x for x in of if _is_soft(*x)] or of


def _way(asked: list[tuple[ReadPair, Side]]) -> words.Way:
    """The words that are true of all that is asked."""
    ways = {way_of_pair(p.pair) for p, _ in asked}
    return ways.pop() if len(ways) == 1 else words.WORSE


def _is_low(read: ReadPair, side: Side) -> bool:
    return read.side(side).course in LOW or read.side(side).range is None


def _is_soft(read: ReadPair, side: Side) -> bool:
    """Whether the latest value lies in the worse part of the range that judged it."""
    usual, last = read.side(side).judged_by, read.side(side).last
    if usual is None or last is None:
        return False
    return last < usual.soft if usual.soft < usual.centre else last > usual.soft


def _minutes(confirm: Confirm, minutes: Mapping[str, float]) -> int:
    return max(1, round(sum(minutes.get(p, 2.0) for p in confirm.protocols)))


def _said(known: Known) -> list[Said]:
    """Every sentence of every test that no confirming check speaks of already."""
    asked = known.confirm.protocols if known.confirm else ()
    return [s for p in known.pairs if p.pair.key.protocol not in asked for s in sentences(p, known.now)]


def _open(said: list[Said]) -> list[Said]:
    found = [s for name in OPEN_IDS for s in said if s.id == name]
    return list(dict.fromkeys(found))[:MOST_OPEN]


def _back(known: Known, said: list[Said]) -> tuple[Said, ...]:
    """One that came back, then the count; nothing soothes beside what could not be done, or is asked."""
    count = count_said(known.dips)
    if count is None:
        return ()
    cannot = any(cannot_now(p, s) for p in known.pairs for s in p.sides)
    back = (
        [] if cannot or known.confirm is not None else [s for name in BACK_IDS for s in said if s.id == name]
    )
    return (*back[:1], count)


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
