"""What stands beside a comparison of the whole record: low days, and felt beside measured."""

from strengthcheck.views.compare import CompareView
from strengthcheck.views.dates import capital
from strengthcheck.views.dips import FELT_LEAD, felt_table


def beside_lines(view: CompareView) -> tuple[str, ...]:
    """The count of low days, then a line a side of the table of checks; empty where there is neither."""
    counted = tuple(f"{capital(side)}: {told}." for side, told in felt_table(view.felt))
    led = (f"{FELT_LEAD}:", *counted) if counted else ()
    return ((view.low_days.text,) if view.low_days else ()) + led
