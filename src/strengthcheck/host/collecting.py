"""When Python may collect garbage by itself: it stops the program, and must not fall on a timed effort."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_by_itself(wanted: bool) -> None:
    """Whether garbage is collected whenever enough has come together; what nothing refers to goes at once."""
    if wanted:
        gc.enable()
    else:
        gc.disable()


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection in here."""
    collect_by_itself(False)
    try:
        yield
    finally:
        collect_by_itself(True)
