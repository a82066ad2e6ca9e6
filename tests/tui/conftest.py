"""What the tests of the app share."""

from collections.abc import Iterator

import pytest

from strengthcheck.guide import watch


@pytest.fixture(autouse=True, scope="module")
def _busy_is_not_asleep() -> Iterator[None]:
    """A machine that is busy with other work voids no effort here; the tests of a sleep move the clocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watch, "STALLED_SECONDS", 600.0)
        yield
