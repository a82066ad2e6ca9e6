"""What stands beside a comparison of the whole record: low days, and felt beside measured."""

from strengthcheck.views.compare import CompareView
from strengthcheck.views.dates import capital
from strengthcheck.views.dips import FELT_LEAD, felt_table


def beside_lines(view: CompareView) -> tuple[str, ...]:
    """The count of low days, then a line a side of the table of checks; empty where there is neither.

    Beside a lasting loss low days are not counted, as on Home: it is no number of days that are still open.
    """
    lasting = any(side.raised for row in view.rows for side in (row.reading.left, row.reading.right))
    low_days = (view.low_days.text,) if view.low_days and not lasting else ()
    return (*low_days, *_felt(felt_table(view.felt)))


def _felt(table: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """A line a side below its title; one line where both are told the same."""
    if len(table) > 1 and len({told for _, told in table}) == 1:
        return (f"{FELT_LEAD}, left and right: {table[0][1]}.",)
    return (f"{FELT_LEAD}:", *(f"{capital(side)}: {told}." for side, told in table)) if table else ()
