"""Lines of readings, from plain view data: a side's figures, a check at the cursor, a row of Compare."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from textual.content import Content

from strengthcheck.model.base import Side
from strengthcheck.tui.widgets.lines import LEFT, QUIET, RIGHT, SIDE_STYLE
from strengthcheck.tui.widgets.words import shown
from strengthcheck.views.compare import CompareRow, CompareSide
from strengthcheck.views.compare_text import RUNGS
from strengthcheck.views.dates import capital
from strengthcheck.views.pair_stops import Stop, StopLine
from strengthcheck.views.then_now import RowThenNow, SideThenNow
from strengthcheck.views.unbroken import FAST, unbroken

NAME_WIDTH = 15
LOW = "$warning bold"
NOTE = "Note  "
LEAST_NOTE = 20
"""Characters of a note that are shown in any window."""


MORE_OF_IT = "… Enter opens the check with the rest."


def side_lines(row: CompareRow, columns: int) -> list[Content]:
    """Each side: its course and its figures, one below the other, none broken at the end of a line."""
    rows = [_figures(side, rungs=row.unit == RUNGS) for side in row.sides]
    told = max((len(side.told) for side in row.sides), default=0)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    before, used = [], NAME_WIDTH + told
    for i, width in enumerate(widths):
        between = "" if not width else " · " if any(widths[:i]) else "  "
        if used + len(between) + width > columns:
            between, used = f"\n{' ' * NAME_WIDTH}", 0
        before.append(between)
        used += len(between.lstrip("\n")) + width
    return [
        Content.assemble(
            shown(side.name.ljust(NAME_WIDTH), SIDE_STYLE[side.side]),
            shown(side.told.ljust(told)),
            shown(_in_columns(figures, before, widths), QUIET),
        ).rstrip()
        for side, figures in zip(row.sides, rows, strict=True)
    ]


def _figures(side: CompareSide, *, rungs: bool) -> tuple[str, ...]:
    """What a side has of each column: its usual, the latest, how far that lies from the usual."""
    said_already = rungs and side.told == "as usual"  # of rungs it is the same word
    return (
        f"usual {side.usual}" if side.usual and not said_already else "",
        f"latest {side.latest}, {side.latest_on}" if side.latest else "",
        f"latest two against usual {side.change}" if side.change else "",
    )


def _in_columns(figures: Iterable[str], before: Iterable[str], widths: Iterable[int]) -> str:
    """Figures at their columns; of a missing one neither its place before another nor its sign is lost."""
    cells = zip(figures, before, widths, strict=True)
    text = "".join((b if f else b.replace("·", " ")) + f.ljust(width) for f, b, width in cells)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def rule_lines(rules: Iterable[str], columns: int) -> list[Content]:
    """The rules in lines, no number parted from its unit."""
    lines = (line for r in rules for line in wrap(unbroken(r), max(columns, 1), break_on_hyphens=False))
    return [shown(line.replace(FAST, " "), QUIET) for line in lines]


def stop_rows(stops: Iterable[Stop], columns: int, note_lines: int) -> int:
    """How many lines the fullest of the stops takes in that many columns, its note in at most so many."""
    return max((sum(_lengths(stop, columns, note_lines)) for stop in stops), default=0)


def _lengths(stop: Stop, columns: int, note_lines: int) -> Iterator[int]:
    """The lines of each part of a stop."""
    yield line_count(f"{stop.title}  {stop.gap}", columns)
    yield from (line_count(f"{s.name.ljust(NAME_WIDTH)}{s.value}  {s.about}", columns) for s in stop.lines)
    yield from (line_count(text, columns) for text in (stop.change, stop.context) if text)
    if stop.note:
        yield min(note_lines, line_count(f"{NOTE}{' '.join(stop.note.split())}", columns))


def line_count(text: str, columns: int) -> int:
    """How many lines a text takes in that many columns."""
    return 1 if len(text) <= columns else len(wrap(unbroken(text), max(columns, 1), break_on_hyphens=False))


def stop_lines(stop: Stop, columns: int, note_lines: int, rows: int = 0) -> Content:
    """What stands at one check: its day, a line a side, the note before the day's context.

    A note that takes more than `note_lines` ends in a sign that there is more of it, on the check's own page;
    so does the whole, where it takes more than `rows`. 0: as many as it takes.
    """
    note_room = max(note_lines * (columns - len(NOTE)), LEAST_NOTE)
    head = shown(f"  {stop.gap}", QUIET) if stop.gap else Content("")
    lines = [Content.assemble(shown(stop.title, "bold"), head)]
    lines += [shown(stop.change, "bold")] if stop.change else []
    lines += [_stop_line(line) for line in stop.lines]
    if stop.note:
        note = " ".join(stop.note.split())
        cut = note if len(note) <= note_room else f"{note[: note_room - 1].rstrip()}…"
        lines.append(Content.assemble(shown(NOTE, "bold"), shown(cut)))
    if stop.context:
        lines.append(shown(stop.context, QUIET))
    return Content("\n").join(_kept(lines, columns, rows))


def _kept(lines: list[Content], columns: int, rows: int) -> list[Content]:
    """As many of the lines as there are rows for; a sign in place of what has none."""
    taken = [line_count(line.plain, columns) for line in lines]
    if not rows or sum(taken) <= rows:
        return lines
    kept = next(i for i in range(len(lines) + 1) if sum(taken[: i + 1]) > rows - 1)
    return [*lines[:kept], shown(MORE_OF_IT, QUIET)]


def _stop_line(line: StopLine) -> Content:
    value = shown(line.value, "" if line.counts else "strike")
    about = f"  {line.about}" if line.about else ""
    style = LOW if line.against == "low" else QUIET
    name = shown(line.name.ljust(NAME_WIDTH), SIDE_STYLE[line.side])
    return Content.assemble(name, value, shown(about, style))


class Widths:
    """How wide the parts of a row of Compare are in a page of so many columns."""

    def __init__(self, columns: int) -> None:
        self.wide = columns >= 85
        self.two_lines = columns < 66
        self.name = 30 if self.wide else 2 if self.two_lines else 24
        self.side = max(23, (columns - self.name) // 2)
        self.whole = columns - self.name
        """For both sides together, and for the right one what the left one leaves of it."""


def head_line(widths: Widths) -> Content:
    """The names of the columns."""
    sides = shown("left".ljust(widths.side), LEFT), shown("right", RIGHT)
    return Content.assemble(shown("".ljust(widths.name)), *sides)


def then_now_line(row: RowThenNow, widths: Widths) -> Content:
    """One test: left beside right, then and now, how far apart, a word where it lies outside the range."""
    if widths.two_lines:
        name = f"{row.name}\n{' ' * widths.name}"
    else:
        name = _fitting(row.name, widths.name - 2).ljust(widths.name)
    cells = {side.side: side for side in row.sides}
    order: tuple[Side, ...] = ("both",) if row.both else ("left", "right")
    room = {"both": widths.whole, "left": widths.side, "right": widths.whole - widths.side}
    parts = [_cell(cells.get(s), widths, room[s], row.better) for s in order]
    return Content.assemble(shown(name), *parts)


def _changes(side: SideThenNow, room: int) -> str:
    """The difference in the unit and in per cent, as much of it as there is room for."""
    for parts in ((side.unit, side.share), (side.share,)):
        text = "".join(f"  {p}" for p in parts if p)
        if len(text) <= room:
            return text
    return ""


def _fitting(name: str, width: int) -> str:
    """The name of a test, or of its part alone, cut where that is still too long."""
    if len(name) > width and ", " in name:
        name = capital(name.partition(", ")[2])
    return name if len(name) <= width else f"{name[: width - 1]}…"


def _cell(side: SideThenNow | None, widths: Widths, width: int, better: str) -> Content:
    if side is None:
        return shown("".ljust(width))
    both = "both: " if side.side == "both" else ""
    text = f"{both}{side.now}" if side.same else f"{both}{side.then} → {side.now}"
    word = {"low": " low", "high": " high"}.get(side.against, "")
    room = width - len(text) - len(word) - (side.side == "left")
    figures = _changes(side, room if widths.wide else min(room, 8))
    if figures and better and len(figures) + len(better) + 2 <= room:
        figures += f", {better}"
    used = len(text) + len(word) + len(figures)
    pad = " " * max(1, width - used) if side.side == "left" else ""
    style = QUIET if side.same else ""
    return Content.assemble(
        shown(text, style), shown(word, LOW if side.against == "low" else QUIET), shown(figures, QUIET), pad
    )
