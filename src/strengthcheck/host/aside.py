"""A thread that does one thing after another, so that nobody else has to wait."""

import threading
from collections.abc import Callable
from queue import SimpleQueue


class Aside:
    """Does what it is given in turn, in a thread of its own that ends with the program."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._orders: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def do(self, order: Callable[[], None]) -> None:
        """Have something done, and return at once. What it raises is its own business: it should not."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._orders.put(order)

    def close(self, wait: float = 1.0) -> None:
        """Let it end after what it is doing; wait at most so many seconds."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._orders.put(None)
            thread.join(timeout=wait)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            order()
