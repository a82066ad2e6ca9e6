"""One way to look at a test: its chart and what is said beside it."""

from typing import NamedTuple

from strengthcheck.views.chart_spec import Spec
from strengthcheck.views.said import Said


class PairView(NamedTuple):
    """A chart with its words."""

    said: tuple[Said, ...]
    """What is said in place of the test's own sentences; none: those stand."""
    spec: Spec
    caveat: Said | None = None
    spoken: tuple[str, ...] = ()
    """What the drawing alone shows, for those who have it in lines."""
