"""Full screen or lines: as asked for by the command line, the environment, Settings, or the terminal."""

import os
import pty
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from strengthcheck.host.folders import Folders
from strengthcheck.host.settings import Settings, SettingsFile
from tests.cli.running import PROGRAM, environment, run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")

LINES = b"q to quit > "
SCREEN = b"\x1b[?1049h"


def test_lines_go_through_a_pipe_and_end_with_it(tmp_path: Path) -> None:
    done = run(tmp_path, "--plain", given="3\nb\n")
    assert done.status == 0
    assert "Nothing here yet." in done.out
    assert "Do I have ALS?" in done.out
    assert "Everything entered is kept." in done.out
    assert done.err == ""


def test_a_test_that_is_not_there_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    done = run(tmp_path, "check", "--plain", "no-such-test")
    assert (done.status, done.out) == (1, "")
    assert "no-such-test" in done.err


def test_a_made_up_year_by_lines_touches_nothing_of_ones_own(tmp_path: Path) -> None:
    done = run(tmp_path, "demo", "--plain", given="q\n")
    assert done.status == 0
    assert "made-up data" in done.out
    assert not (tmp_path / "data").exists()


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[object]:
    """The first that a terminal is shown, with these words and variables."""

    def show(*words: str, **more: str) -> bytes:
        ours, theirs = pty.openpty()
        environ = {**environment(tmp_path), "TERM": "xterm-256color", **more}
        child = subprocess.Popen(
            [*PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environ, cwd=tmp_path
        )
        os.close(theirs)
        seen = b""
        try:
            while not any(sign in seen for sign in (LINES, SCREEN)):
                seen += os.read(ours, 65536)
        except OSError:
            pass
        finally:
            child.kill()
            child.wait(20)
            os.close(ours)
        return seen

    return show


@pytest.mark.parametrize(
    ("words", "more", "sign"),
    [
        ((), {}, SCREEN),
        ((), {"TERM": "dumb"}, LINES),
        ((), {"TERM": ""}, LINES),
        ((), {"STRENGTHCHECK_PLAIN": "1"}, LINES),
        ((), {"STRENGTHCHECK_PLAIN": "0"}, SCREEN),
        ((), {"NO_COLOR": "1"}, SCREEN),
        (("--plain",), {"STRENGTHCHECK_PLAIN": "0"}, LINES),
    ],
)
def test_which_face_is_shown(shown, words, more, sign) -> None:
    assert sign in shown(*words, **more)


@pytest.mark.parametrize(("more", "sign"), [({}, LINES), ({"STRENGTHCHECK_PLAIN": "0"}, SCREEN)])
def test_the_setting_asks_for_lines_and_the_environment_overrides_it(shown, tmp_path, more, sign) -> None:
    assert SettingsFile(lambda: Folders(data=tmp_path / "data")).write(Settings(plain=True)) is None
    assert sign in shown(**more)
