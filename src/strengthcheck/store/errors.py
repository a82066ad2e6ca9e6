"""What can go wrong with the record, each said in plain words: what happened, what was kept, what to do."""

UNTOUCHED = "Nothing was changed."
USE_BACKUP = "Put back the newest backup with: strengthcheck restore FILE (what it replaces is kept)."


class StoreError(Exception):
    """Something went wrong with the record. The text is meant to be shown; it never holds contents.

    It says what happened, what was kept and what to do; the first and the last stand by themselves too.
    """

    def __init__(self, happened: str, kept: str = UNTOUCHED, todo: str = "") -> None:
        super().__init__(" ".join(part for part in (happened, kept, todo) if part))
        self.happened = happened
        self.todo = todo


class StoreRefused(StoreError):
    """The store would not do it: a setting, a file or a value was not as it has to be."""


class StoreMissing(StoreRefused):
    """There is no record here, or it is gone."""


class NameTaken(StoreRefused):
    """A file of that name is there already."""


class StoreTooNew(StoreRefused):
    """The record was written by a newer version of the program."""


class EntryExists(StoreRefused):
    """An entry, or an unfinished check, of that id is there already."""


class StoreDamaged(StoreError):
    """Something in the record is not what was once saved. Nothing is written to it any more."""

    def __init__(
        self, happened: str, kept: str = "Nothing was changed or thrown away.", todo: str = USE_BACKUP
    ) -> None:
        super().__init__(happened, kept, todo)


class StoreBusy(StoreError):
    """Another program held the record for longer than we wait."""


class StoreNotWritable(StoreError):
    """The disk or the folder would not take it: full, read-only, or not ours."""
