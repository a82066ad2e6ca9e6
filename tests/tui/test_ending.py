"""How the app ends: by a signal, by a crash, with the terminal as it was."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from strengthcheck.services.sitting import NotNow
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui.crash import EXIT_STATUS, crash_text
from strengthcheck.tui.desk import Desk, Told
from tests.services.rooms import StandingClock, opened
from tests.tui.faces import PATIENCE_SECONDS, face
from tests.tui.records import grip_check, write

OPEN = "from strengthcheck.tui.app import run; import sys; raise SystemExit(run(sys.argv[1]))"
CRASH = """
import sys
from strengthcheck.tui import app
from strengthcheck.tui.screens import doors
def broken(*given):
    note = "a private note"
    raise ValueError(note)
doors.page = broken
raise SystemExit(app.run(sys.argv[1]))
"""


def started(code: str, folder: Path) -> "pexpect.spawn[str]":
    own = {"TERM": "xterm-256color", "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    environ = {"PATH": os.environ.get("PATH", ""), **own}
    return pexpect.spawn(
        sys.executable,
        ["-c", code, str(folder / "data")],
        dimensions=(24, 80),
        env=environ,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
    )


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_asked_to_end_the_terminal_is_given_back(tmp_path: Path, number: signal.Signals, status: int) -> None:
    child = started(OPEN, tmp_path)
    child.expect("Start the first check")
    child.kill(number)
    rest = child.expect_exact(["\x1b[?1049l"])
    child.expect(pexpect.EOF)
    child.close()
    assert rest == 0
    assert child.exitstatus == status


def test_a_crash_prints_type_and_place_and_nothing_that_was_entered(tmp_path: Path) -> None:
    child = started(CRASH, tmp_path)
    child.expect("Start the first check")
    child.send("h")
    child.expect_exact("\x1b[?1049l")
    child.expect(pexpect.EOF)
    said = child.before or ""
    child.close()
    assert "strengthcheck has stopped: ValueError" in said
    assert "private" not in said
    assert child.exitstatus == EXIT_STATUS


def test_a_made_up_year_opens_in_a_folder_that_is_gone_afterwards(tmp_path: Path) -> None:
    child = started(
        "from strengthcheck.tui.app import run; raise SystemExit(run(None, demo='steady'))", tmp_path
    )
    child.expect("made-up data")
    assert len(list(tmp_path.glob("strengthcheck-demo-*"))) == 1
    child.expect("16 checks|Compare|History")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert list(tmp_path.glob("strengthcheck-demo-*")) == []


def test_the_crash_text_holds_no_message_of_the_error() -> None:
    try:
        raise KeyError("a private note")
    except KeyError as e:
        said = crash_text(e)
    assert "KeyError" in said
    assert "private" not in said
    assert crash_text(ValueError()).startswith("strengthcheck has stopped: ValueError in an unknown place")


async def test_q_ends_with_status_0(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("q")
    assert app.app.return_code == 0


async def test_ctrl_c_leaves_from_anywhere(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        await app.press("t")
        await app.shows("about 3 minutes")
        await app.press("ctrl+c")
    assert app.app.return_code == 0


async def test_the_palette_offers_the_pages_commands_and_no_screenshot(tmp_path: Path) -> None:
    async with face(tmp_path) as app:
        await app.shows("Nothing here yet.")
        offered = [command.title for command in app.app.get_system_commands(app.app.screen)]
    assert {"Help", "Quit", "Check", "History", "Something I can no longer do"} <= set(offered)
    assert "Screenshot" not in offered
    assert "Discard the unfinished check" not in offered


async def test_a_record_that_can_not_be_opened_says_why_and_one_can_leave(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    (tmp_path / "record.db").write_bytes(b"not what was saved" * 500)
    async with face(tmp_path) as app:
        await app.shows("Put back the newest backup", "q Quit")
        await app.press("h")
        await app.shows("History", "Put back the newest backup")
        await app.press("escape", "q")
    assert app.app.return_code == 0


async def test_a_slow_save_says_why_it_waits_and_then_stops_saying_it(tmp_path: Path) -> None:
    told: list[str | None] = []
    gate = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(ws: Workspace) -> str:
        asyncio.run_coroutine_threadsafe(gate.wait(), loop).result(timeout=PATIENCE_SECONDS)
        return str(ws.folders.data)

    def heard(why: str | None) -> None:
        told.append(why)
        gate.set()

    desk = Desk(lambda: opened(tmp_path), clock=StandingClock(), draw=lambda: True, waiting=heard)
    assert await desk.do(slow) == str(tmp_path)
    assert told == ["One moment.", None]
    desk.close()


async def test_what_is_known_to_go_wrong_comes_back_in_words(tmp_path: Path) -> None:
    def refuse(_: Workspace) -> None:
        raise NotNow("Not today.")

    desk = Desk(lambda: opened(tmp_path), clock=StandingClock(), draw=lambda: True)
    with pytest.raises(Told, match="Not today"):
        await desk.do(refuse)
    desk.close()
