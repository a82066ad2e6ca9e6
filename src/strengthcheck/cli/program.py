"""The way in: reads the command line, calls the command, and turns what goes wrong into one plain message."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO

from strengthcheck.cli.call import Call
from strengthcheck.cli.output import Output, OutputFailed
from strengthcheck.cli.parser import build_parser
from strengthcheck.host.clock import SystemClock

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; the last is the shell's own for a key that interrupts."""

Command = Callable[[Call], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns its exit status and raises nothing."""
    os.umask(0o077)  # What we write is the person's own: nobody else reads it.
    # A reading's matrices are small: threads would cost more than they save, and most on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    output = Output(sys.stdout, sys.stderr)
    try:
        return _run(argv, output)
    except BrokenPipeError:
        output.silence()
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputFailed as e:
        output.silence()
        output.tell(f"strengthcheck: {e}. What was saved before stays saved.")
        return REFUSED
    # The one place where anything unexpected ends: a traceback would print values and notes.
    except Exception as e:
        from strengthcheck.cli.failures import plain_message

        output.tell(f"strengthcheck: {plain_message(e)}")
        return REFUSED


def _run(argv: Sequence[str] | None, output: Output) -> int:
    parser = build_parser(output.print_message)
    try:
        args = parser.parse_args(argv)
    except SystemExit as e:  # argparse's way to say that help was shown or that something is typed wrong
        return e.code if isinstance(e.code, int) else DONE
    call = Call(args, output, _bytes_of(sys.stdin), os.environ, SystemClock())
    return resolve(args.target)(call)


def resolve(target: str) -> Command:
    """The function that a `module:function` names, imported now and not before."""
    module, _, name = target.partition(":")
    command: Command = getattr(import_module(module), name)
    return command


def _bytes_of(stream: IO[str] | None) -> IO[bytes] | None:
    return getattr(stream, "buffer", None)
