"""The streams that a terminal gave us, when that terminal is gone."""

import os
import sys


def let_go() -> None:
    """Let what can't be written any more go nowhere.

    Else the interpreter's last flush fails after a closed window, and the exit status becomes 120 instead of
    the one that says why we ended.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
