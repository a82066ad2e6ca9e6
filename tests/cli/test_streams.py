"""The program as a process: its streams, pipes, encodings and ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, environment, run
from tests.exchange.samples import CHECK, CHECK_ID

PAST = {**CHECK, "started_at": "2025-06-02T09:30:00+01:00"}
HOSTILE = "first \x1b]52;c;aGk=\x07\x1b[2J [bold] pain [/nope]\nZoë \u202e 👍🏽 \x9b31m"

posix = pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A run that was started in the background ignores interrupts, and its children would too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_check_on_standard_input_is_saved(tmp_path: Path) -> None:
    done = run(tmp_path, "record", "-", given=json.dumps(PAST))
    assert (done.status, done.out, done.err) == (0, f"saved {CHECK_ID}\n", "")
    assert run(tmp_path, "verify").status == 0


def test_an_export_goes_through_a_pipe_into_another_record(tmp_path: Path) -> None:
    run(tmp_path, "record", "-", given=json.dumps(PAST))
    exported = run(tmp_path, "export", "-o", "-").out
    assert (
        run(tmp_path, "import", "-", "--data-dir", "other", given=exported).out
        == "new 1, same 0, changed 0\n"
    )
    assert run(tmp_path, "export", "-o", "-", "--data-dir", "other").out == exported


@pytest.mark.parametrize("given", [b"", b"\xff\xfe{\x00}\x00", b"\x80\x81", b"\x00" * 100])
def test_bytes_that_are_no_text_are_refused(given: bytes, tmp_path: Path) -> None:
    done = run(tmp_path, "record", "-", given=given)
    assert done.status == 1
    assert done.err.startswith("strengthcheck: standard input")
    assert not (tmp_path / "data").exists()


def test_an_endless_input_ends(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [*PROGRAM, "record", "-"],
            stdin=endless,
            capture_output=True,
            env=environment(tmp_path),
            timeout=300,
            check=False,
        )
    assert done.returncode == 1
    assert b"too large" in done.stderr


@posix
@pytest.mark.parametrize(
    "command", [("record",), ("import",), ("record", "--lines"), ("protocols", "validate")]
)
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(command: tuple[str, ...], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = run(tmp_path, *command, "pipe")
    assert done.status == 1
    assert "not an ordinary file" in done.err + done.out


@pytest.mark.parametrize(
    "terminal",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    ],
)
def test_a_hostile_note_is_only_seen_in_every_encoding(terminal: dict[str, str], tmp_path: Path) -> None:
    run(tmp_path, "record", "-", given=json.dumps({**PAST, "note": HOSTILE}))
    environ = environment(tmp_path, **terminal)
    done = subprocess.run(
        [*PROGRAM, "history"],
        capture_output=True,
        env=environ,
        timeout=300,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0
    assert b"[bold] pain [/nope]" in done.stdout
    assert all(byte == 0x0A or byte >= 0x20 for byte in done.stdout)
    assert not set(done.stdout) & (set(range(0x80, 0xA0)) | {0x7F})
    assert done.stderr == b""


@pytest.mark.parametrize("terminal", [{}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}])
def test_data_are_utf_8_and_the_note_comes_out_as_typed(terminal: dict[str, str], tmp_path: Path) -> None:
    run(tmp_path, "record", "-", given=json.dumps({**PAST, "note": HOSTILE}))
    for words in (("export", "-o", "-"), ("history", "--format", "json")):
        done = run(tmp_path, *words, environ=environment(tmp_path, **terminal))
        assert json.loads(done.out)["checks"][0]["note"] == HOSTILE
        assert "\x1b" not in done.out
        assert done.err == ""


@posix
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    run(tmp_path, "demo", "--write", "data")
    read, write = os.pipe()
    process = subprocess.Popen(
        [*PROGRAM, "export", "-o", "-"], stdout=write, stderr=subprocess.PIPE, env=environment(tmp_path)
    )
    os.close(write)
    os.close(read)
    _, err = process.communicate(timeout=300)
    assert process.returncode == 1
    assert err == b""


@posix
def test_a_full_disk_behind_standard_output_is_a_failure(tmp_path: Path) -> None:
    run(tmp_path, "record", "-", given=json.dumps(PAST))
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    for words in (("export", "-o", "-"), ("history",), ("where",)):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *words],
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(tmp_path),
                timeout=300,
                check=False,
            )
        assert done.returncode == 1
        assert b"standard output can't be written to" in done.stderr
        assert b"Traceback" not in done.stderr


@posix
def test_closed_streams_break_nothing(tmp_path: Path) -> None:
    (tmp_path / "check.json").write_text(json.dumps(PAST))

    def shell(line: str) -> int:
        words = " ".join(f"'{w}'" for w in PROGRAM)
        command = line.replace("strengthcheck", words)
        return subprocess.run(
            ["/bin/sh", "-c", command], env=environment(tmp_path), cwd=tmp_path, timeout=300, check=False
        ).returncode

    assert shell("strengthcheck record check.json >&-") == 0
    assert shell("strengthcheck history 2>&- >/dev/null") == 0
    assert shell("strengthcheck record - <&- 2>/dev/null") == 1
    assert shell("strengthcheck export -o - >&- 2>/dev/null") == 1
    assert shell("strengthcheck no-such >&- 2>&-") == 2
    assert run(tmp_path, "verify").status == 0


@posix
def test_the_record_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        run(tmp_path, "record", "-", given=json.dumps(PAST))
        run(tmp_path, "backup")
        run(tmp_path, "export", "-o", "out.json")
    finally:
        os.umask(before)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    for path in [*(tmp_path / "data").rglob("*"), tmp_path / "out.json"]:
        assert path.stat().st_mode & 0o077 == 0, path


@posix
def test_the_app_without_a_terminal_says_so_and_draws_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, environ=environment(tmp_path, TERM="xterm-256color"))
    assert (done.status, done.out) == (1, "")
    assert "\x1b" not in done.err


@posix
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_while_waiting_for_lines_is_quiet_and_keeps_what_was_saved(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "record", "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(PAST).encode() + b"\n")
    process.stdin.flush()
    assert process.stdout.readline() == f"saved {CHECK_ID}\n".encode()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=300)
    assert process.returncode == 130
    assert err == b""
    assert CHECK_ID in run(tmp_path, "history").out


def test_each_line_is_answered_before_the_next_is_sent(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "record", "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for n in range(1, 6):
        check = {**PAST, "id": f"00000000-0000-4000-8000-{n:012d}"}
        process.stdin.write(json.dumps(check).encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline().decode() == f"saved {check['id']}\n"
    process.stdin.close()
    assert process.wait(timeout=300) == 0
    process.stdout.close()


def test_python_dash_m_and_the_command_are_the_same(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("strengthcheck")
    done = subprocess.run(
        [command, "--version"], capture_output=True, timeout=300, check=True, env=environment(tmp_path)
    )
    assert done.stdout.decode() == run(tmp_path, "--version").out
