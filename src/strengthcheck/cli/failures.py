"""What is said when something goes wrong: never a traceback, a value, a note or a local variable."""

from pathlib import Path
from types import TracebackType

import strengthcheck
from strengthcheck.exchange.refused import ended
from strengthcheck.services.trouble import PLAIN, Refused

_HOME = Path(strengthcheck.__file__).parent


def plain_message(error: Exception) -> str:
    """One plain message for any error: our own as they stand, the system's in its words, others by place."""
    if isinstance(error, PLAIN):
        return str(error)
    if isinstance(error, Refused):
        return f"{ended(str(error))} Nothing was changed."
    if isinstance(error, OSError) and error.strerror:
        name = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return f"{name}{error.strerror[:1].lower()}{error.strerror[1:]}."
    return (
        f"something went wrong inside the program ({type(error).__name__} at {_place(error.__traceback__)}). "
        "What was saved before stays saved. This is a fault of the program: please report it with this line."
    )


def _place(trace: TracebackType | None) -> str:
    """File and line of the innermost of our own functions."""
    place = "an unknown place"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_HOME):
            place = f"{path.relative_to(_HOME).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
