"""Keeps the line under the cursor in view, when a list is longer than its page."""

from textual.css.query import NoMatches
from textual.widget import Widget


def reveal(widget: Widget, line: int) -> None:
    """Scroll the page so that one line of a widget is seen, and no further."""
    try:
        page = widget.screen.query_one("#page")
    except NoMatches:
        return
    at = widget.content_region.y + line
    top, bottom = page.content_region.y, page.content_region.bottom
    if at < top:
        page.scroll_relative(y=at - top, animate=False)
    elif at >= bottom:
        page.scroll_relative(y=at - bottom + 1, animate=False)
