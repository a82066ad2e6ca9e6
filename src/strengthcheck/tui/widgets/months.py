"""Months side by side, a sign for each day with a check."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from strengthcheck.views.calendar import BETWEEN, MONTH_WIDTH, WEEKDAYS, Day, Month, across, cell

ROWS = 9
"""Lines of a month: its name, the weekdays, six weeks, an empty one."""

AROUND = 12
"""Lines that a page takes beside the months."""


class Months(Widget):
    """Some months, the earliest first."""

    DEFAULT_CSS = """
    Months {
        width: 100%;
        height: auto;
        margin: 1 0;
        & > .months--check { text-style: bold; color: $primary; }
        & > .months--title { text-style: bold; }
        & > .months--quiet { color: $quiet; }
    }
    """
    COMPONENT_CLASSES = {"months--check", "months--title", "months--quiet"}  # noqa: RUF012 - Textual's own way

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[Month, ...] = ()

    def show(self, months: Iterable[Month]) -> None:
        """Other months."""
        self._months = tuple(months)
        self.refresh(layout=True)

    @property
    def columns(self) -> int:
        """How many months stand side by side."""
        return across(self.content_size.width)

    def room(self, height: int) -> int:
        """How many months a window of so many lines has room for."""
        return self.columns * max(1, (height - AROUND) // ROWS)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Nine lines for each row of months."""
        del container, viewport
        columns = across(width)
        return -(-len(self._months) // columns) * ROWS if self._months else 0

    def render(self) -> Content:
        """The months in rows."""
        columns = self.columns
        rows = [self._months[i : i + columns] for i in range(0, len(self._months), columns)]
        return Content("\n").join(line for row in rows for line in self._row(row))

    def _row(self, months: tuple[Month, ...]) -> list[Content]:
        gap = Content(" " * BETWEEN)
        title = self.get_visual_style("months--title", partial=True)
        quiet = self.get_visual_style("months--quiet", partial=True)
        lines = [
            gap.join(Content.styled(m.title.ljust(MONTH_WIDTH), title) for m in months),
            gap.join(Content.styled("".join(f" {d} " for d in WEEKDAYS), quiet) for _ in months),
        ]
        for week in range(6):
            lines.append(gap.join(self._week(m, week) for m in months))
        return [*lines, Content("")]

    def _week(self, month: Month, index: int) -> Content:
        if index >= len(month.weeks):
            return Content(" " * MONTH_WIDTH)
        return Content("").join(self._day(day) for day in month.weeks[index])

    def _day(self, day: Day) -> Content:
        if day.mark in ("planned", "extra"):
            return Content.styled(cell(day), self.get_visual_style("months--check", partial=True))
        return Content.styled(cell(day), self.get_visual_style("months--quiet", partial=True))
