"""What is printed when something went wrong that nobody foresaw: the kind and the place, and no content."""

import traceback
from pathlib import Path

from textual.worker import WorkerFailed

EXIT_STATUS = 70


def crash_text(error: BaseException) -> str:
    """What happened, in words: type and place alone, never values, notes or messages of the error."""
    if isinstance(error, WorkerFailed):
        error = error.error
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "strengthcheck" in Path(f.filename).parts] or list(frames)
    place = f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else "an unknown place"
    return (
        f"strengthcheck has stopped: {type(error).__name__} in {place}.\n"
        "Everything entered before is kept; an unfinished check is offered again.\n"
        "If it happens again, please report these lines. They hold nothing you entered.\n"
    )
