"""The one link from the screens to the services: every call runs in the thread that owns the record."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from strengthcheck.host.clock import Clock
from strengthcheck.host.folders import Folders
from strengthcheck.host.settings import SettingsFile
from strengthcheck.services.expected import EXPECTED
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui.hearing import Hearing

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_SECONDS = 0.3
"""How long a call may take before the screen says why."""


class Told(Exception):
    """Something known stands in the way; the text says what happened, what was kept and what to do."""


class Desk:
    """Runs services off the event loop, one at a time, on the one open record."""

    def __init__(
        self,
        open_workspace: Callable[[], Workspace],
        *,
        clock: Clock,
        draw: Callable[[], bool],
        waiting: Callable[[str | None], None] = lambda _: None,
        hearing: Hearing | None = None,
        settings: SettingsFile | None = None,
    ) -> None:
        """`waiting` is told why a call takes long, and None when it is back; `hearing` gives the signals."""
        self.clock = clock
        """The clock that the record and the trials go by."""
        self.draw = draw
        """One fair coin."""
        self.hearing = hearing or Hearing(lambda: None)
        """What a person hears in a sitting."""
        self.settings = settings or SettingsFile()
        """What was set: colours, sound, paper."""
        self.waiting = waiting
        self._open = open_workspace
        self._workspace: Workspace | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="record")

    async def do(self, doing: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `doing(workspace, …)` and give back what it returns. Raises Told."""
        answer = asyncio.wrap_future(
            self._thread.submit(lambda: doing(self._opened(), *args, **kwargs)),
        )
        done, _ = await asyncio.wait({answer}, timeout=PATIENCE_SECONDS)
        if not done:
            self.waiting(self._why())
            try:
                await asyncio.wait({answer})
            finally:
                self.waiting(None)
        try:
            return answer.result()
        except EXPECTED as e:
            raise Told(str(e)) from e

    async def replace(self, doing: Callable[[Folders], T]) -> T:
        """Run what puts another record in this one's place, with the record closed; it is opened anew after.

        Raises Told.
        """

        def with_closed(ws: Workspace) -> T:
            self._workspace = None
            ws.close()
            return doing(ws.folders)

        return await self.do(with_closed)

    def close(self) -> None:
        """Let what is running end, and close the record."""
        self.hearing.close()
        if self._workspace is not None:
            self._thread.submit(self._workspace.close)
        self._thread.shutdown(wait=True)

    def _opened(self) -> Workspace:
        if self._workspace is None:
            self._workspace = self._open()
        return self._workspace

    def _why(self) -> str:
        reason = self._workspace.store.waiting if self._workspace else None
        return f"One moment: {reason}." if reason else "One moment."
