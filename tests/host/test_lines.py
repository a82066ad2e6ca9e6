"""Lines from a pipe or a terminal: whole, in time, and with every wish to end heard."""

import fcntl
import io
import os
import pty
import signal
import struct
import termios
import threading
from collections.abc import Iterator

import pytest

from strengthcheck.host.lines import INTERRUPT, AskedToEnd, InputEnded, SystemLines

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")


class Tty(io.StringIO):
    """An output that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def pipe() -> Iterator[tuple[SystemLines, int]]:
    """Lines on a pipe, and the end to write into."""
    source, into = os.pipe()
    yield SystemLines(source, io.StringIO()), into
    for end in (source, into):
        try:
            os.close(end)
        except OSError:
            continue


@pytest.fixture
def terminal() -> Iterator[tuple[SystemLines, int, int]]:
    """Lines on a pseudo-terminal, the end to type into, and the terminal's own end."""
    leader, follower = pty.openpty()
    yield SystemLines(follower, Tty()), leader, follower
    os.close(leader)
    os.close(follower)


def test_lines_come_one_at_a_time_however_they_arrive(pipe) -> None:
    lines, into = pipe
    os.write(into, b"one\r\ntwo\nthr")
    assert [lines.read(), lines.read()] == ["one", "two"]
    assert lines.read(0.01) is None, "half a line is none"
    os.write(into, b"ee\n")
    assert lines.read() == "three"
    assert not lines.terminal


def test_a_letter_cut_in_two_and_bytes_that_are_none_stop_nothing(pipe) -> None:
    lines, into = pipe
    os.write(into, b"Zo" + "ë".encode()[:1])
    assert lines.read(0.01) is None
    os.write(into, "ë".encode()[1:] + b"\n\xff\xfe\n")
    assert lines.read() == "Zoë"
    assert lines.read() == "��"


def test_the_last_line_needs_no_end_and_after_it_the_input_is_over(pipe) -> None:
    lines, into = pipe
    os.write(into, b"last")
    os.close(into)
    assert lines.read() == "last"
    for _ in range(2):
        with pytest.raises(InputEnded):
            lines.read()


def test_through_a_pipe_a_line_stands_for_a_key(pipe) -> None:
    lines, into = pipe
    assert lines.key(0.01) is None
    os.write(into, b"\nx\n")
    assert [lines.key(60), lines.key(60)] == ["\n", "x"]


def unread(terminal: int) -> int:
    """How many bytes were typed and not read: what is typed takes its time to get through a terminal."""
    (waiting,) = struct.unpack("i", fcntl.ioctl(terminal, termios.FIONREAD, b"\0" * 4))
    return int(waiting)


def test_through_a_pipe_what_is_left_typed_after_an_effort_answers_nothing(pipe) -> None:
    lines, into = pipe
    with lines.keys():
        os.write(into, b"x\nstray\n\nha")
        assert lines.key(1) == "x"
    os.write(into, b"lf\nnext\n")
    assert [lines.read(), lines.read()] == ["half", "next"], "a line that is not ended yet stays"


def test_the_end_of_a_pipe_during_an_effort_is_still_found(pipe) -> None:
    lines, into = pipe
    with lines.keys():
        os.write(into, b"x\nlast\n")
        os.close(into)
        assert lines.key(1) == "x"
    with pytest.raises(InputEnded):
        lines.read()


def test_someone_who_types_for_ever_holds_nothing_up(pipe) -> None:
    lines, into = pipe
    os.set_blocking(into, False)
    stop = threading.Event()

    def type_on() -> None:
        while not stop.is_set():
            try:
                os.write(into, b"y\n" * 100)
            except BlockingIOError:
                stop.wait(0.001)

    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        lines.forget()
        assert lines.read(60) == "y"
    finally:
        stop.set()
        typing.join()


def test_on_a_terminal_whole_lines_are_forgotten_and_half_a_line_is_not(terminal) -> None:
    lines, keyboard, own = terminal
    os.write(keyboard, b"1\n\nha")
    while unread(own) < len(b"1\n\n"):
        pass
    lines.forget()
    os.write(keyboard, b"lf\n")
    assert lines.read(60) == "half"


def test_on_a_terminal_one_key_is_read_unseen_and_the_terminal_is_as_before(terminal) -> None:
    lines, keyboard, own = terminal
    before = termios.tcgetattr(own)
    with lines.keys():
        assert not termios.tcgetattr(own)[3] & (termios.ICANON | termios.ECHO)
        os.write(keyboard, b"x")
        assert lines.key(60) == "x"
        assert lines.key(0.01) is None
        os.write(keyboard, b"left over")
        while unread(own) < len(b"left over"):
            pass
    assert termios.tcgetattr(own) == before
    os.write(keyboard, b"next\n")
    assert lines.read(60) == "next", "what was left typed answers nothing"


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_wish_to_end_is_heard_at_once_while_waiting(pipe, name: str, status: int) -> None:
    lines, _ = pipe
    number = getattr(signal, name)
    with lines.listening():
        timer = threading.Timer(0.05, os.kill, (os.getpid(), number))
        timer.start()
        with pytest.raises(AskedToEnd) as asked:
            lines.read()
        timer.join()
    assert asked.value.status == status


def test_a_wish_to_end_cuts_no_work_in_two_and_is_heard_before_the_next_wait(pipe) -> None:
    lines, into = pipe
    os.write(into, b"there already\n")
    with lines.listening():
        os.kill(os.getpid(), signal.SIGTERM)
        done = sum(range(1000))
        assert done == 499500
        with pytest.raises(AskedToEnd):
            lines.pause(1)
    assert lines.read() == "there already"


def test_the_signals_are_as_before_afterwards(pipe) -> None:
    lines, _ = pipe
    before = [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)]
    with lines.listening():
        assert signal.getsignal(signal.SIGTERM) != before[1]
    after = [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)]
    assert after == before


def test_ctrl_c_where_keys_are_read_is_a_key(terminal) -> None:
    lines, _, _ = terminal
    with lines.listening(), lines.keys():
        timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        assert lines.key(60) == INTERRUPT
        timer.join()


def test_an_output_that_is_gone_ends_it_as_a_closed_window_does() -> None:
    class Gone(Tty):
        def write(self, text: str) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(AskedToEnd) as asked:
        SystemLines(0, Gone()).write("x")
    assert asked.value.status == 129
