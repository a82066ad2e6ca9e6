"""Lines of lists, from plain view data."""

from collections.abc import Iterable

from textual.content import Content

from strengthcheck.tui.widgets.hanging import Hanging
from strengthcheck.tui.widgets.rows import Row
from strengthcheck.tui.widgets.words import shown
from strengthcheck.views.check_page import CheckView, ResultBlock, TrialLine, who_words
from strengthcheck.views.history import HistoryRow
from strengthcheck.views.versions import Version

RIGHT_INDENT = 4
"""The right side stands further right, so that the two are told apart without colour."""

GAP = 3
"""Between two columns: one blank would make a phrase of them."""

VERSION_WIDTH = 32

LEFT, RIGHT, QUIET = "$left", "$right", "$quiet"
SIDE_STYLE = {"left": LEFT, "right": RIGHT, "both": ""}


def history_list(rows: Iterable[HistoryRow]) -> list[Row]:
    """The day, that it is an extra one where one of them is, the tests, and what is to be noted."""
    known = tuple(rows)
    days, kinds = (_width(texts) for texts in ((r.day for r in known), (r.kind for r in known)))
    return [Row(str(row.check), _history_line(row, days, kinds)) for row in known]


def _history_line(row: HistoryRow, days: int, kinds: int) -> Content:
    marks = shown(f"  · {row.marks}" if row.marks else "")
    return Content.assemble(
        shown(row.day.ljust(days)), shown(row.kind.ljust(kinds)), shown(row.tests, QUIET), marks
    )


def _width(texts: Iterable[str]) -> int:
    """The cells of a column with the gap behind it; none where it is empty."""
    longest = max((len(text) for text in texts), default=0)
    return longest + GAP if longest else 0


def version_line(version: Version) -> Content:
    """When and why, whether it counts now, and what changed, a line each."""
    now = "counts now" if version.read else "current too" if version.current else ""
    head = Content.assemble(
        shown(version.when.ljust(VERSION_WIDTH)),
        shown(version.reason),
        shown(f"   {now}" if now else "", "bold"),
    )
    return Content("\n").join([head, *(shown(f"    {change}", QUIET) for change in version.changes)])


def check_rows(view: CheckView) -> list[Row]:
    """All trials of a check, each named by the places of its result and itself, under their tests."""
    rows = []
    width = _width(_who(i) for block in view.blocks for i in block.lines)
    for block in view.blocks:
        rows.append(Row(None, block_line(block)))
        rows += [Row(f"{i.result}/{i.trial}", trial_line(i, width)) for i in block.lines]
    return rows


def block_line(block: ResultBlock) -> Content:
    """The test's name over its trials, and what was expected."""
    about = shown(f"\n{block.about}", QUIET) if block.about else Content("")
    return Content.assemble("\n", shown(block.title, "bold"), about)


def trial_line(line: TrialLine, width: int) -> Hanging:
    """The side by word, place and colour; the value, at `width` in all lines; the rest stands back."""
    who = shown(_who(line).ljust(width), SIDE_STYLE[line.side])
    more = f"   {' · '.join(line.more)}" if line.more else ""
    value = shown(line.value or "no value", "" if line.counts else "strike")
    return Hanging(who, Content.assemble(value, shown(more, QUIET)))


def _who(line: TrialLine) -> str:
    return " " * (RIGHT_INDENT if line.side == "right" else 0) + who_words(line)
