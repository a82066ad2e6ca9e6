"""A chart on a page: lays the cells out for its own size and colours them."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from strengthcheck.views.chart import LEAST_COLUMNS, LEAST_ROWS, Cell, Chart, Spec, chart


class ChartView(Widget):
    """Two sides over time. Told apart by shape first; without colour the bands keep their dashed edges."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--left",
        "chart--right",
        "chart--both",
        "chart--quiet",
        "chart--band",
        "chart--plain",
    }
    DEFAULT_CSS = """
    ChartView {
        height: 16;
        margin: 1 0;
        & > .chart--left { color: $left; }
        & > .chart--right { color: $right; }
        & > .chart--both { color: $foreground; }
        & > .chart--quiet { color: $quiet; }
        & > .chart--plain { color: $foreground; }
        & > .chart--band { background: $panel; }
    }
    """
    _CLASSES: ClassVar[dict[str, str]] = {"left": "left", "right": "right", "both": "both"}

    def __init__(self, name: str | None = None) -> None:
        """`name` is the widget's id on its page."""
        super().__init__(id=name)
        self._spec: Spec | None = None
        self._chart: Chart | None = None

    def show(self, spec: Spec | None) -> None:
        """Draw this; nothing when there is none."""
        self._spec = spec
        self.display = spec is not None
        self._lay_out()

    def on_resize(self) -> None:
        """Another size is another layout."""
        self._lay_out()

    def _lay_out(self) -> None:
        wide, high = self.size.width, self.size.height
        fits = wide >= LEAST_COLUMNS and high >= LEAST_ROWS
        self._chart = chart(self._spec, wide, high) if self._spec is not None and fits else None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells, neighbours of one style joined."""
        if self._chart is None or y >= len(self._chart.rows):
            return Strip.blank(self.size.width, self.rich_style)
        segments: list[Segment] = []
        for cell in self._chart.rows[y]:
            style = self._style(cell)
            if segments and segments[-1].style == style:
                segments[-1] = Segment(segments[-1].text + cell.char, style)
            else:
                segments.append(Segment(cell.char, style))
        return Strip(segments)

    def _style(self, cell: Cell) -> Style:
        quiet = "quiet" if cell.part in ("axis", "label", "band", "faint", "break") else "plain"
        style = self.get_component_rich_style(f"chart--{self._CLASSES.get(cell.part, quiet)}", partial=True)
        band = self.get_component_rich_style("chart--band", partial=True) if cell.banded else Style.null()
        return self.rich_style + style + band
