"""Lines of readings, from plain view data: a side's figures, a check at the cursor, a row of Compare."""

from textual.content import Content

from strengthcheck.model.base import Side
from strengthcheck.tui.widgets.lines import LEFT, QUIET, RIGHT, SIDE_STYLE
from strengthcheck.tui.widgets.words import shown
from strengthcheck.views.compare import CompareRow, CompareSide
from strengthcheck.views.compare_text import RUNGS
from strengthcheck.views.dates import capital
from strengthcheck.views.pair_stops import Stop, StopLine
from strengthcheck.views.then_now import RowThenNow, SideThenNow

NAME_WIDTH = 15
LOW = "$warning bold"
NOTE = "Note  "


def side_lines(row: CompareRow, columns: int) -> list[Content]:
    """Each side: its course and its figures, none of which is broken at the end of a line."""
    return [_side_line(side, columns, rungs=row.unit == RUNGS) for side in row.sides]


def _side_line(side: CompareSide, columns: int, *, rungs: bool) -> Content:
    said_already = rungs and side.told == "as usual"  # of rungs it is the same word
    figures = [f"usual {side.usual}"] if side.usual and not said_already else []
    if side.latest:
        figures.append(f"latest {side.latest}, {side.latest_on}")
    if side.change:
        figures.append(f"latest two against usual {side.change}")
    used, text = NAME_WIDTH + len(side.told), ""
    for i, figure in enumerate(figures):
        between = " · " if i else "  "
        if used + len(between) + len(figure) > columns:
            between, used = f"\n{' ' * NAME_WIDTH}", 0
        text += between + figure
        used += len(between.lstrip("\n")) + len(figure)
    name = shown(side.name.ljust(NAME_WIDTH), SIDE_STYLE[side.side])
    return Content.assemble(name, shown(side.told), shown(text, QUIET))


def stop_lines(stop: Stop, note_room: int) -> Content:
    """What stands at one check: its day, a line a side, the note before the day's context.

    A note longer than `note_room` ends in a sign that there is more of it, on the check's own page.
    """
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
    return Content("\n").join(lines)


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
        self.name = 30 if self.wide else 2 if self.two_lines else 23
        self.side = max(23, (columns - self.name) // 2)


def head_line(widths: Widths) -> Content:
    """The names of the columns."""
    sides = shown("left".ljust(widths.side), LEFT), shown("right", RIGHT)
    return Content.assemble(shown("".ljust(widths.name)), *sides)


def then_now_line(row: RowThenNow, widths: Widths) -> Content:
    """One test: left beside right, then and now, how far apart, a word where it lies outside the range."""
    if widths.two_lines:
        name = f"{row.name}\n{' ' * widths.name}"
    else:
        name = _fitting(row.name, widths.name - 1).ljust(widths.name)
    cells = {side.side: side for side in row.sides}
    order: tuple[Side, ...] = ("both",) if row.both else ("left", "right")
    parts = [_cell(cells.get(s), widths) for s in order]
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


def _cell(side: SideThenNow | None, widths: Widths) -> Content:
    if side is None:
        return shown("".ljust(widths.side))
    both = "both: " if side.side == "both" else ""
    text = f"{both}{side.now}" if side.same else f"{both}{side.then} → {side.now}"
    word = {"low": " low", "high": " high"}.get(side.against, "")
    room = widths.side - len(text) - len(word) - 1
    figures = _changes(side, room if widths.wide else min(room, 8))
    if word and len(figures) < room:
        word = f" {word}"
    used = len(text) + len(figures) + len(word)
    pad = " " * max(1, widths.side - used)
    style = QUIET if side.same else ""
    return Content.assemble(
        shown(text, style), shown(figures, QUIET), shown(word, LOW if side.against == "low" else QUIET), pad
    )
