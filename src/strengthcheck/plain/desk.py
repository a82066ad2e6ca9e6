"""What each page of lines is given: the record, the conversation, the clocks, the signals."""

from collections.abc import Callable
from typing import NamedTuple

from strengthcheck.host.clock import Clock
from strengthcheck.host.cues import Cues
from strengthcheck.host.settings import SettingsFile
from strengthcheck.plain.talk import Talk
from strengthcheck.services.workspace import Workspace


class Desk(NamedTuple):
    """One open record with all that a page of lines needs."""

    ws: Workspace
    talk: Talk
    clock: Clock
    draw: Callable[[], bool]
    """One fair coin."""
    settings: SettingsFile
    cues: Cues
    """Tones or the bell; the words of a signal are lines."""
    metronome: Callable[[float, int], object] | None = None
    """Lets so many beats be heard at so many a minute; none where no tones can be."""
    demo: bool = False
    """The data is made up."""
