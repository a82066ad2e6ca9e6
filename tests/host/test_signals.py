"""Being asked to end: the status says by what, and afterwards nothing is left set up."""

import asyncio
import os
import signal

from strengthcheck.host.signals import on_ending


async def test_each_signal_ends_with_its_own_status() -> None:
    asked: asyncio.Queue[int] = asyncio.Queue()
    undo = on_ending(asyncio.get_running_loop(), asked.put_nowait)
    for number, status in ((signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        os.kill(os.getpid(), number)
        assert await asyncio.wait_for(asked.get(), timeout=60) == status
    undo()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_without_a_main_thread_nothing_is_set_up() -> None:
    class Elsewhere:
        def add_signal_handler(self, *_: object) -> None:
            raise RuntimeError("not here")

        def remove_signal_handler(self, _: int) -> None:
            raise AssertionError("nothing was set up")

    on_ending(Elsewhere(), lambda _: None)()  # type: ignore[arg-type]
