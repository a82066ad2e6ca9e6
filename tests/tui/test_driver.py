"""The terminal's driver where the terminal is gone."""

import os
from pathlib import Path

import pytest
from textual.drivers._writer_thread import WriterThread

from strengthcheck.tui.driver import LastingFile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


@pytest.mark.timeout(20)
def test_whatever_is_painted_after_the_window_was_closed_nothing_waits_for_it() -> None:
    window, ours = os.openpty()
    terminal = os.fdopen(ours, "w", encoding="utf-8")
    painter = WriterThread(LastingFile(terminal))
    painter.start()
    painter.write("seen")
    assert os.read(window, 10) == b"seen"
    os.close(window)
    for _ in range(200):
        painter.write("never seen")
    painter.stop()
    assert not painter.is_alive()
    with pytest.raises(OSError, match="Input/output"):
        terminal.close()


def test_what_else_is_wrong_is_not_hidden(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w", encoding="ascii") as file, pytest.raises(UnicodeEncodeError):
        LastingFile(file).write("é")
