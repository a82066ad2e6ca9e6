"""Signals to a person whose hands are busy and whose eyes may be elsewhere."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol


class Signal(Protocol):
    """One signal and the moment it was due, in seconds of the monotonic clock."""

    @property
    def kind(self) -> str:
        """Which signal: ready, three, two, one, go, half, stop; tick and accent of a metronome."""
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


AUDIBLE = frozenset({"go", "half", "stop"})
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
    """One signal on one channel."""

    channel: str
    kind: str
    due: float
    given: float
    """When it was handed to the channel; like `due` in seconds of the monotonic clock."""


class CueLog:
    """Keeps every signal with its time, so that a test can follow a trial by ear."""

    def __init__(self) -> None:
        self.given: list[Signal] = []
        """Each signal, once."""
        self.records: list[CueRecord] = []
        """Each signal on each channel."""

    def give(self, cue: Signal) -> None:
        """Keep it."""
        self.given.append(cue)

    def note(self, channel: str, cue: Signal, now: float) -> None:
        """Keep on which channel it was given, and when."""
        self.records.append(CueRecord(channel, cue.kind, cue.at, now))


class ManyCues:
    """Gives each signal on several channels at once, and notes each in a log."""

    def __init__(self, channels: Mapping[str, Cues], log: CueLog, monotonic: Callable[[], float]) -> None:
        """`channels` by name, the quickest first; none is waited for."""
        self._channels = dict(channels)
        self._log = log
        self._monotonic = monotonic

    def give(self, cue: Signal) -> None:
        """Give it everywhere now."""
        self._log.give(cue)
        for name, channel in self._channels.items():
            self._log.note(name, cue, self._monotonic())
            channel.give(cue)
