"""When garbage is collected: while nothing is done, not between a key and its painting.

A long record is many thousands of values that live as long as the program, and each page leaves a few
thousand behind. Walking all of them takes a tenth of a second, which by itself would fall on any key.
"""

import gc
from collections.abc import Callable
from typing import Protocol

REST_SECONDS = 0.7
"""How long after a page or a step came up it is taken to rest."""

YOUNG, MIDDLE, OLD = 10_000, 50, 50
"""How many new values, young collections and middle ones start a collection in between."""


class Alarm(Protocol):
    """A call that is still to come."""

    def stop(self) -> None:
        """It does not come."""
        ...


class Rest:
    """Tidies up once a page has rested for a while."""

    def __init__(self, set_timer: Callable[[float, Callable[[], None]], Alarm]) -> None:
        """`set_timer` calls back after so many seconds of the event loop."""
        self._set_timer = set_timer
        self._alarm: Alarm | None = None

    def begin(self) -> None:
        """Something came up: the page rests from now on."""
        self.end()
        self._alarm = self._set_timer(REST_SECONDS, collect_now)

    def end(self) -> None:
        """No more rest: the next moments must not be held up."""
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None


def keep_what_was_read() -> None:
    """What was read stays: no collection walks it again. In place of what was kept so before."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def collect_seldom() -> None:
    """Leave collecting to the moments of rest, as far as memory allows."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)


def collect_now() -> None:
    """The page rests: take away what the pages before it left.

    Textual 8.2 remembers two colours for each of the last thousand widgets, and with them the widget's whole
    painted picture: 1 MB for each page that was ever opened. They are cheap to find again.
    """
    from textual._styles_cache import StylesCache  # this module is read before Textual is

    StylesCache.get_inner_outer.cache_clear()
    gc.collect()
