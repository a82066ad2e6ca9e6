"""Plays sound files through other programs, off the event loop and never in its way.

`play` only leaves an order; a thread of its own starts the program, watches it and cuts it off. A program
that fails or hangs is replaced by the next one there is; after the last one playing is given up quietly,
and `trouble` says so.
"""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from strengthcheck.host.programs import Program, Runner, Running

LATE_SECONDS = 0.3
"""An order this old is dropped: a "go" heard late would be worse than none."""

HANGS_SECONDS = 4.0
"""A program that goes on this long after its sound must be over hangs."""

LOOK_SECONDS = 0.05
"""How often running programs are looked after; while none runs, nothing wakes up."""

STRIKES = 3
"""The last program there is may fail this often in a row before playing is given up."""


class Order(NamedTuple):
    """Something to be heard."""

    what: str
    """A file's full path, or words, as the programs take it; empty to end what sounds."""
    seconds: float
    """How long it lasts."""
    at: float
    """When it was asked for, in seconds of the monotonic clock."""
    cut: bool = True
    """End what still sounds; else both are heard."""


class _Sounding(NamedTuple):
    order: Order
    running: Running
    started: float


class Stage:
    """What sounds now and which program makes it sound; used by one thread alone."""

    def __init__(
        self,
        programs: tuple[Program, ...],
        runner: Runner,
        monotonic: Callable[[], float],
        *,
        watches: bool = True,
    ) -> None:
        """`watches`: the runner tells when a program ends, so that one which doesn't hangs."""
        self._programs = programs
        self._runner = runner
        self._monotonic = monotonic
        self._watches = watches
        self._sounding: list[_Sounding] = []
        self._strikes = 0
        self.trouble = "" if programs else "no program that plays sounds was found"
        """Why nothing is heard; empty while all is well."""

    @property
    def busy(self) -> bool:
        """Whether something sounds that should be looked after."""
        return bool(self._sounding)

    def take(self, order: Order) -> None:
        """Start what an order asks for, unless it comes too late."""
        self.look_after()
        if order.cut:
            self.end_all()
        if order.what and self._monotonic() - order.at <= LATE_SECONDS:
            self._start(order)

    def look_after(self) -> None:
        """Let go of what has ended; a program that failed or hangs is replaced by the next one."""
        now = self._monotonic()
        still: list[_Sounding] = []
        failed: list[_Sounding] = []
        for sounding in self._sounding:
            status = sounding.running.ended()
            if status is None and now - sounding.started < sounding.order.seconds + HANGS_SECONDS:
                still.append(sounding)
            elif status == 0 or (status is None and not self._watches):
                self._strikes = 0
            else:
                sounding.running.end()
                failed.append(sounding)
        self._sounding = still
        if failed:
            self._replace(failed[-1].order, now)

    def end_all(self) -> None:
        """End all that sounds."""
        for sounding in self._sounding:
            sounding.running.end()
        self._sounding = []

    def _start(self, order: Order) -> None:
        while not self.trouble:
            try:
                running = self._runner.start(self._programs[0].job(order.what))
            except OSError:
                if not self._next_program():
                    return
            else:
                self._sounding.append(_Sounding(order, running, self._monotonic()))
                return

    def _replace(self, order: Order, now: float) -> None:
        """What failed at once is given to the next program, while it is not yet too late."""
        if self._next_program() and now - order.at <= LATE_SECONDS:
            self._start(order)

    def _next_program(self) -> bool:
        """Go on with the next program; False when there is none: the last one stays until its last strike."""
        if len(self._programs) > 1:
            self._programs = self._programs[1:]
            return True
        self._strikes += 1
        if self._strikes >= STRIKES:
            self.trouble = f"{self._programs[0].name} could not be used"
        return False


class Player:
    """Makes things heard in a thread of its own, so that nobody else has to wait."""

    def __init__(self, stage: Stage, monotonic: Callable[[], float]) -> None:
        self._stage = stage
        self._monotonic = monotonic
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def trouble(self) -> str:
        """Why nothing is heard; empty while all is well."""
        return self._stage.trouble

    @property
    def works(self) -> bool:
        """Whether something may be heard."""
        return not self.trouble

    def open(self) -> None:
        """Start the thread, so that the first sound needn't."""
        if self._thread is None and self.works:
            self._thread = threading.Thread(target=self._work, name="player", daemon=True)
            self._thread.start()

    def play(self, what: str, seconds: float, *, cut: bool = True) -> None:
        """Have something heard, as an `Order` says, and return at once."""
        if self.works:
            self.open()
            self._orders.put(Order(what, seconds, self._monotonic(), cut))

    def hush(self) -> None:
        """End what sounds, and return at once."""
        if self._thread is not None:
            self._orders.put(Order("", 0.0, self._monotonic()))

    def close(self) -> None:
        """End what sounds, and the thread."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._orders.put(None)
            thread.join(timeout=1)

    def _work(self) -> None:
        while True:
            try:
                order = self._orders.get(timeout=LOOK_SECONDS if self._stage.busy else None)
            except Empty:
                self._stage.look_after()
                continue
            if order is None:
                break
            self._stage.take(order)
        self._stage.end_all()
