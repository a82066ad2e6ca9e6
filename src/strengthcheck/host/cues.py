"""Signals to a person whose hands are busy and whose eyes may be elsewhere."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol


class Signal(Protocol):
    """One signal and the moment it was due, in seconds of the monotonic clock."""

    @property
    def kind(self) -> str:
        """Which signal: rested, ready, three, two, one, go, half, stop; tick and accent of a metronome."""
        ...

    @property
    def at(self) -> float:
        """When it was due."""
        ...


class Cues(Protocol):
    """Gives signals. It must return at once: sound and voice happen elsewhere."""

    def give(self, cue: Signal) -> None:
        """Give one signal now."""
        ...


AUDIBLE = frozenset({"rested", "go", "half", "stop"})
"""What the bell rings for: a countdown that rings each second would be noise."""


class BellCues:
    """The terminal's own bell."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    def give(self, cue: Signal) -> None:
        """Ring for what must not be missed."""
        if cue.kind in AUDIBLE:
            self._ring()


class CueRecord(NamedTuple):
    """One signal on one channel: the screen, a sound, the bell, a voice."""

    channel: str
    kind: str
    due: float
    given: float
    """When it was handed to the channel; like `due` in seconds of the monotonic clock."""
    words: str = ""
    """What is said or stands there; empty for a tone alone."""


class CueLog:
    """Keeps every signal with its time, so that a test can follow a whole check by ear."""

    def __init__(self) -> None:
        self.given: list[Signal] = []
        """Each signal, once."""
        self.records: list[CueRecord] = []
        """Each signal on each channel."""

    def give(self, cue: Signal) -> None:
        """Keep it."""
        self.given.append(cue)

    def note(self, channel: str, cue: Signal, now: float, words: str = "") -> None:
        """Keep on which channel it was given, when, and with which words."""
        self.keep(CueRecord(channel, cue.kind, cue.at, now, words))

    def keep(self, record: CueRecord) -> None:
        """Keep one record."""
        self.records.append(record)

    def clear(self) -> None:
        """Forget what was: another sitting begins."""
        self.given.clear()
        self.records.clear()


class ManyCues:
    """Gives each signal on several channels at once, and notes each in a log."""

    def __init__(
        self,
        channels: Mapping[str, Cues],
        log: CueLog,
        monotonic: Callable[[], float],
        words_at: Callable[[str], str] = lambda _: "",
    ) -> None:
        """`channels` by name, the quickest first; none is waited for. `words_at` a kind: what is said."""
        self._channels = dict(channels)
        self._log = log
        self._monotonic = monotonic
        self._words_at = words_at

    def give(self, cue: Signal) -> None:
        """Give it everywhere now."""
        self._log.give(cue)
        for name, channel in self._channels.items():
            self._log.note(name, cue, self._monotonic(), self._words_at(cue.kind))
            channel.give(cue)
