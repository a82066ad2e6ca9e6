"""What is said of low days: how many came back, what comes and goes, and when checks can show nothing."""

from collections.abc import Iterable
from datetime import date

from strengthcheck.analysis.days import CheckDay
from strengthcheck.analysis.dips import YEAR, Dip, again, blind_for, low_days
from strengthcheck.analysis.felt import FeltCount
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.views.dates import capital, date_words
from strengthcheck.views.said import Said, side_word, test_name, way_of_pair
from strengthcheck.wording import dips as words
from strengthcheck.wording import reading, seal

BLIND = {
    "ill": "an illness",
    "pain": "pain",
    "sore": "sore muscles",
    "several": "soreness, pain or illness",
}
"""Why three checks running were set aside, in words."""

TIMES = {1: "once", 2: "twice"}
FELT_LEAD = "Felt beside measured, counted in planned checks"


def count_said(dips: Iterable[Dip]) -> Said | None:
    """How many low days there were and came back; None before the first."""
    found = low_days(dips)
    if not found.low:
        return None
    return Said.of(words.COUNT, n=found.low, m=found.came_back, k=found.still_open)


def again_said(dips: Iterable[Dip], today: date, seen: date | None = None) -> tuple[Said, ...]:
    """What dipped and recovered again and again, until a doctor has `seen` the person after it."""
    return tuple(
        Said.of(
            words.AGAIN,
            test=test_name(dip.read.pair),
            side=side_word(dip.read.pair, dip.side),
            times=TIMES.get(count, f"{count} times"),
        )
        for dip, count in again(dips, today, seen)
    )


def again_sealed(dips: Iterable[Dip], today: date, seen: date | None = None) -> tuple[Said, ...]:
    """The same while values are sealed: that it is worth telling, and nothing of how it went."""
    named = (
        f"{test_name(d.read.pair)}, {side_word(d.read.pair, d.side)}" for d, _ in again(dips, today, seen)
    )
    what = "; ".join(dict.fromkeys(named))
    return (Said.of(seal.TELL, what=what),) if what else ()


def back_said(read: ReadPair, dips: Iterable[Dip], today: date) -> tuple[Said, ...]:
    """What dipped and came back within a year on this test: its latest dip, a sentence a side.

    Nothing where the side's own sentence says so already, or where it is low now.
    """
    recent = [d for d in dips if d.read is read and d.back and d.days[-1] > today - YEAR]
    quiet = [s for s in read.sides if read.side(s).course == "usual"]
    of = [(s, [d for d in recent if d.side == s]) for s in quiet]
    return tuple(_back(read, side, found, today) for side, found in of if found)


def _back(read: ReadPair, side: Side, found: list[Dip], today: date) -> Said:
    first, last = (date_words(d, today) for d in (found[-1].days[0], found[-1].days[-1]))
    days = len(found[-1].days)
    when = f"on {first}" if days == 1 else f"on {days} checks from {first} to {last}"
    since = found[-1].usual_from
    return Said.of(
        words.BACK,
        test=test_name(read.pair),
        side=side_word(read.pair, side),
        low=way_of_pair(read.pair).low,
        when=when if len(found) == 1 else f"{TIMES.get(len(found), f'{len(found)} times')}, lastly {when}",
        date=date_words(since or found[-1].days[-1], today),
    )


def blind_said(checks: Iterable[CheckDay], seen: date | None = None) -> Said | None:
    """That three checks running can show nothing, and why; silent after a visit since then (`seen`)."""
    reason = blind_for(checks, seen)
    if reason is None:
        return None
    if reason == "exercise":
        return Said.of(words.BLIND_EXERCISE)
    named = BLIND[reason]
    return Said.of(reading.SORE_BLIND, reason=named, reason_again=capital(named))


def felt_table(felt: Iterable[FeltCount]) -> tuple[tuple[str, str], ...]:
    """Each side with its counts: how often expected weaker, and of these how often in the usual range."""
    return tuple((f.side, _felt(f)) for f in felt)


def _felt(f: FeltCount) -> str:
    if not f.weaker:
        return f"never expected weaker in {f.checks} checks"
    # Tests of which more is better and of which less is better are counted together.
    counted = (
        ("in its usual range", f.usual),
        (f"{reading.WORSE.low} than usual", f.lower),
        (f"{reading.WORSE.higher} than usual", f.higher),
    )
    found = [(where, count) for where, count in counted if count]
    if f.weaker == 1:
        return f"expected weaker once in {f.checks} checks; that time it measured {found[0][0]}"
    if len(found) == 1:
        told = f"{found[0][0]} each time"
    else:
        (where, count), *more = found
        told = ", ".join([f"{where} in {count} of these", *(f"{w} in {n}" for w, n in more)])
    return f"expected weaker in {f.weaker} of {f.checks} checks; measured {told}"
