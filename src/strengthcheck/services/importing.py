"""An export of this program, read from a file that was typed and joined to the record."""

from collections.abc import Callable
from typing import NamedTuple

from strengthcheck.exchange.document import Document, read_document
from strengthcheck.exchange.refused import Refused, ended, of_it
from strengthcheck.exchange.strict import MOST_FILE, decoded
from strengthcheck.host.files import FileRefused, open_ordinary
from strengthcheck.services.exporting import path_of
from strengthcheck.services.transfer import Counts, import_document
from strengthcheck.services.workspace import Workspace

Progress = Callable[[str], None]
"""Told what is going on, in a few words; from the thread that does it."""


class Looked(NamedTuple):
    """A file that was read, with what an import of it would do."""

    document: Document
    counts: Counts


def look_into(ws: Workspace, typed: str, progress: Progress = lambda _: None) -> Looked:
    """Read the file and count what would be new; nothing is changed. Raises Refused, FileRefused."""
    path = path_of(typed)
    progress("Reading the file.")
    try:
        with open_ordinary(str(path)) as stream:
            text = decoded(stream.read(MOST_FILE + 1), most=MOST_FILE)
        document = read_document(text)
    except FileRefused as e:
        raise FileRefused(f"{path} {e}.") from e
    except Refused as e:
        raise Refused(f"{path} can't be joined to your record: {ended(of_it(e))} Nothing was changed.") from e
    return Looked(document, _joined(ws, document, dry_run=True, progress=progress))


def join(ws: Workspace, looked: Looked, progress: Progress = lambda _: None) -> Counts:
    """Join it to the record, all of it or none; a backup is made before. Raises Refused, StoreError."""
    return _joined(ws, looked.document, dry_run=False, progress=progress)


def _joined(ws: Workspace, document: Document, *, dry_run: bool, progress: Progress) -> Counts:
    def told(done: int, of: int) -> None:
        progress(f"Checking {done} of {of}." if done < of else "Saving." if not dry_run else "Counting.")

    try:
        return import_document(ws, document, dry_run=dry_run, progress=told)
    except Refused as e:
        raise Refused(
            f"The file can't be joined to your record: {ended(of_it(e))} Nothing was changed."
        ) from e
