"""A page with a list in it: the list takes the keys, and what can be done hangs on the line at hand."""

from collections.abc import Iterable

from strengthcheck.tui.page import Page, R
from strengthcheck.tui.widgets.rows import Row, Rows


class ListPage(Page[R]):
    """A page whose body holds one list of `Rows`."""

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these lines, the keys among them; the cursor stays on its line, or near it."""
        lines = self.query_one(Rows)
        lines.show(rows)
        lines.focus()
        self.refresh_bindings()

    @property
    def at_hand(self) -> str | None:
        """The name of the line under the cursor; none in an empty list."""
        return self.query_one(Rows).current
