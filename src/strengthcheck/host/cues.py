"""Signals to a person whose hands are busy and whose eyes may be elsewhere."""

from collections.abc import Callable
from typing import Protocol


class Signal(Protocol):
    """One signal and the moment it was due, in seconds of the monotonic clock."""

    @property
    def kind(self) -> str:
        """Which signal: ready, three, two, one, go, half, stop."""
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


class CueLog:
    """Keeps every signal with its time, so that a test can follow a trial by ear."""

    def __init__(self) -> None:
        self.given: list[Signal] = []

    def give(self, cue: Signal) -> None:
        """Keep it."""
        self.given.append(cue)
