"""A chart on a page: lays out the cells and the legend for its own size, colours them, shows the cursor."""

from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from strengthcheck.views.chart import LEAST_COLUMNS, LEAST_ROWS, Chart
from strengthcheck.views.chart_grid import Cell
from strengthcheck.views.chart_legend import explained
from strengthcheck.views.chart_spec import Spec

TOO_SMALL = ("Too small for the chart.", "n tells the same in numbers.")
TINT = 0.13
"""How far a usual range takes on its side's colour."""


class ChartView(Widget):
    """Two sides over time. Told apart by shape first; without colour the bands keep their edges."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--left",
        "chart--right",
        "chart--both",
        "chart--quiet",
        "chart--cursor",
        "chart--hand",
    }
    DEFAULT_CSS = """
    ChartView {
        height: 1fr;
        min-height: 10;
        & > .chart--left { color: $left; }
        & > .chart--right { color: $right; }
        & > .chart--both { color: $foreground; }
        & > .chart--quiet { color: $quiet; }
        & > .chart--cursor { color: $primary; }
        & > .chart--hand { text-style: bold reverse; }
    }
    """
    _SIDES = frozenset({"left", "right", "both"})

    class Pointed(Message):
        """A place of the chart was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day
            """The day that stands there."""

    def __init__(self, name: str | None = None) -> None:
        """`name` is the widget's id on its page."""
        super().__init__(id=name)
        self._spec: Spec | None = None
        self._at: date | None = None
        self._plain: Chart | None = None
        self._chart: Chart | None = None
        self._legend: tuple[str, ...] = ()
        self._styles: dict[tuple[str, str, bool], Style] = {}

    def show(self, spec: Spec, at: date | None = None) -> None:
        """Draw this, with the cursor on a day."""
        self._spec, self._at = spec, at
        self._lay_out()

    def point(self, at: date | None) -> None:
        """Put the cursor on another day."""
        self._at = at
        self._draw_cursor()

    def on_resize(self) -> None:
        """Another size is another layout."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Other colours are other styles."""
        self._styles.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """The day under the pointer."""
        place = event.get_content_offset(self)
        if place is None or self._plain is None:
            return
        frame = self._plain.frame
        share = (place.x - frame.left) / max(1, frame.columns - 1)
        days = round(min(1.0, max(0.0, share)) * (frame.end - frame.start).days)
        event.stop()
        self.post_message(self.Pointed(date.fromordinal(frame.start.toordinal() + days)))

    def _lay_out(self) -> None:
        wide, high = self.size.width, self.size.height
        fits = wide >= LEAST_COLUMNS and high > LEAST_ROWS
        if self._spec is not None and fits:
            self._plain, self._legend = explained(self._spec, wide, high)
        else:
            self._plain = None
        self._draw_cursor()

    def _draw_cursor(self) -> None:
        at, plain = self._at, self._plain
        self._chart = plain.pointed(at) if plain is not None and at is not None else plain
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells, neighbours of one style joined; below them the legend."""
        if self._chart is None:
            text = TOO_SMALL[y] if y < len(TOO_SMALL) and self._spec is not None else ""
            return Strip([Segment(text[: self.size.width].ljust(self.size.width), self.rich_style)])
        if y >= len(self._chart.rows):
            line = y - len(self._chart.rows)
            text = self._legend[line] if line < len(self._legend) else ""
            quiet = self.rich_style + self.get_component_rich_style("chart--quiet", partial=True)
            return Strip([Segment(text[: self.size.width].ljust(self.size.width), quiet)])
        segments: list[Segment] = []
        for cell in self._chart.rows[y]:
            style = self._style(cell)
            if segments and segments[-1].style == style:
                segments[-1] = Segment(segments[-1].text + cell.char, style)
            else:
                segments.append(Segment(cell.char, style))
        return Strip(segments, len(self._chart.rows[y]))

    def _style(self, cell: Cell) -> Style:
        key = (cell.part, cell.band, cell.at_hand)
        if key not in self._styles:
            self._styles[key] = self._made(cell)
        return self._styles[key]

    def _made(self, cell: Cell) -> Style:
        part = cell.part if cell.part in self._SIDES or cell.part == "cursor" else "quiet"
        if cell.part == "band" and cell.band:
            part = cell.band
        style = self.rich_style + self.get_component_rich_style(f"chart--{part}", partial=True)
        style += self._tinted(cell)
        hand = cell.at_hand and cell.part in self._SIDES
        return style + self.get_component_rich_style("chart--hand", partial=True) if hand else style

    def _tinted(self, cell: Cell) -> Style:
        """The ground of a usual range: the page's own with a little of the side's colour.

        None in a terminal's own colours, which can't be mixed.
        """
        if not cell.band:
            return Style.null()
        ground, side = self.background_colors[1], self.get_component_styles(f"chart--{cell.band}").color
        if ground.ansi is not None or side.ansi is not None:
            return Style.null()
        mixed: Color = ground.blend(side, TINT if cell.band != "both" else TINT / 1.5)
        return Style(bgcolor=mixed.rich_color)
