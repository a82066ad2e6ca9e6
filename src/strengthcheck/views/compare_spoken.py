"""The comparison as it is heard: whole sentences, no columns, and no unit in place of a name."""

from datetime import date

from strengthcheck.views.beside import beside_lines
from strengthcheck.views.compare import NOTHING_YET, CompareRow, CompareSide, CompareView
from strengthcheck.views.compare_text import CHANGE_IS, QUIET, RUNGS
from strengthcheck.views.dates import weekday_words
from strengthcheck.views.periods import LATEST, Period
from strengthcheck.views.then_now import RowThenNow

SENTENCES_OF_TODAY = (
    "What is said of each test is of today; only the figures are of the times that you chose."
)


def spoken_name(row: RowThenNow) -> str:
    """A test by its name and what is measured in words, and that less is better where it is."""
    name = f"{row.row.name}, {row.row.measure.lower()}" if row.unit else row.name
    return ", ".join(filter(None, (name, row.row.better)))


def spoken_times(then: Period, now: Period) -> tuple[str, ...]:
    """Which two times are compared; that they run backwards, or that the sentences are of another one."""
    said = [f"Then: {then.label}. Now: {now.label}."]
    if _end(then) >= _end(now):
        said.append("The time called then is no earlier than the one called now.")
    return (*said, *([SENTENCES_OF_TODAY] if now != LATEST else []))


def _end(period: Period) -> date:
    """The last day that may stand for it."""
    if period.kind == "first":
        return date.min
    return period.last or date.max


def spoken_side(side: CompareSide, unit: str) -> str:
    """One side's figures of today in one sentence; of rungs no range and no change."""
    told = [side.told]
    if side.usual and unit != RUNGS:
        told.append(f"usual {side.usual}")
    if side.latest:
        told.append(f"latest check, {side.latest_on}: {side.latest}")
    if side.change:
        told.append(f"latest two against usual {side.change}")
    return f"{side.name}: {'; '.join(told)}."


def spoken_rules(row: CompareRow) -> tuple[str, ...]:
    """The rule that spoke for each side; of rungs none that had nothing to tell."""
    return tuple(rule for rule in row.rules if row.unit != RUNGS or not rule.endswith(QUIET))


def spoken_comparison(view: CompareView) -> tuple[tuple[str, ...], ...]:
    """All figures and rules of today, a group of lines for each test."""
    headline = tuple(s.text for s in view.headline)
    if not view.rows:
        return (headline or (NOTHING_YET,), view.unread)
    groups = [(f"As of {weekday_words(view.as_of)}.", *headline)]
    groups += [_spoken_row(row) for row in view.rows]
    if any(s.change for row in view.rows for s in row.sides):
        groups.append((CHANGE_IS,))
    caveat = (view.caveat.text,) if view.caveat is not None else ()
    return (*groups, beside_lines(view), view.unread, caveat)


def _spoken_row(row: CompareRow) -> tuple[str, ...]:
    named = ", ".join(part for part in (row.title, row.object, row.measure.lower(), row.better) if part)
    sides = (spoken_side(side, row.unit) for side in row.sides)
    return (f"{named}:", *(s.text for s in row.said), *sides, *spoken_rules(row))
