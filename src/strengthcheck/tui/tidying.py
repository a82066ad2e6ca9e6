"""When garbage is collected: while nothing is done, not between a key and its painting.

A long record is many thousands of values that live as long as the program, and each page leaves a few
thousand behind. Walking all of them takes a tenth of a second, which by itself would fall on any key.
"""

import gc

REST_SECONDS = 0.7
"""How long after a page came up it is taken to rest."""

YOUNG, MIDDLE, OLD = 10_000, 50, 50
"""How many new values, young collections and middle ones start a collection in between."""


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
