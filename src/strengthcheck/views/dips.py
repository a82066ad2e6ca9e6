"""What is said of low days: how many came back, what comes and goes, and when checks can show nothing."""

from collections.abc import Iterable
from datetime import date

from strengthcheck.analysis.days import CheckDay
from strengthcheck.analysis.dips import Dip, again, blind_for, low_days
from strengthcheck.analysis.felt import FeltCount
from strengthcheck.views.dates import capital
from strengthcheck.views.said import Said, side_word, test_name
from strengthcheck.wording import dips as words
from strengthcheck.wording import reading

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
    parts = [f"in its usual range in {f.usual} of these", f"{reading.WORSE.low} in {f.lower}"]
    if f.higher:
        parts.append(f"{reading.WORSE.higher} in {f.higher}")
    return f"expected weaker in {f.weaker} of {f.checks} checks; measured {', '.join(parts)}"
