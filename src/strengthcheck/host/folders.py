"""Where things lie on this machine: the data folder, and what is in it."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from strengthcheck.model.base import Frozen

VARIABLE = "STRENGTHCHECK_DATA_DIR"
"""The environment's way to name the data folder."""

_CHOOSE = f"Name another with --data-dir or {VARIABLE}."


class FolderRefused(Exception):
    """A folder can't be used. The text says why and what to do; it is meant to be shown."""


class Folders(Frozen):
    """The folders and files in use."""

    data: Path

    @property
    def protocols(self) -> Path:
        """Tests that the person wrote."""
        return self.data / "protocols"

    @property
    def backups(self) -> Path:
        """Backups that the program makes by itself."""
        return self.data / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.data / "cache"

    @property
    def settings(self) -> Path:
        """Theme, sound and the like: a file, no part of the record."""
        return self.data / "settings.json"


def folders_for(named: str | None, environ: Mapping[str, str]) -> Folders:
    """The folders that go with a data folder, chosen as `data_folder` does; nothing is made.

    Raises:
        FolderRefused: as `data_folder`.

    """
    return Folders(data=data_folder(named, environ))


def data_folder(named: str | None, environ: Mapping[str, str]) -> Path:
    """The data folder: the one named, else the environment's, else the platform's. Nothing is made.

    Raises:
        FolderRefused: the name is no path, a file or a circle of links stands there, or there is no home
            folder to put it in.

    """
    chosen = named if named is not None else environ.get(VARIABLE) or None
    folder = _platform_folder(environ) if chosen is None else _path(chosen)
    _require_usable(folder)
    if folder.exists() and not folder.is_dir():
        raise FolderRefused(f"{folder} is a file, not a folder. {_CHOOSE}")
    return folder


def _require_usable(folder: Path) -> None:
    """Refuse what no database opens by: bytes that are no text, links that lead back to themselves."""
    try:
        str(folder).encode()
        folder.stat()
    except UnicodeEncodeError:
        raise FolderRefused(f"The name of the folder {folder} is not UTF-8 text. {_CHOOSE}") from None
    except OSError as e:
        if e.errno == errno.ELOOP:
            raise FolderRefused(f"The link {folder} leads back to itself. {_CHOOSE}") from None


def _path(chosen: str) -> Path:
    if not chosen.strip() or "\0" in chosen:
        raise FolderRefused(f"The name of the data folder is empty or broken. {_CHOOSE}")
    try:
        return Path(chosen).expanduser().absolute()
    except RuntimeError:
        raise FolderRefused(f"There is no home folder for {chosen}. {_CHOOSE}") from None


def _platform_folder(environ: Mapping[str, str]) -> Path:
    """The platform's place for a program's data."""
    import platformdirs  # only here: most commands name their folder or never get this far

    home = environ.get("HOME" if os.name != "nt" else "USERPROFILE", "")
    if not home or not Path(home).is_dir():
        raise FolderRefused(f"There is no home folder to keep the record in. {_CHOOSE}")
    folder = Path(platformdirs.user_data_dir("strengthcheck", appauthor=False))
    if not folder.is_absolute():
        raise FolderRefused(f"The system names {folder} for data, which is no full path. {_CHOOSE}")
    return folder


def make_private(folder: Path) -> Path:
    """Make a folder that only its owner can open (0700), or take one that is there as it is.

    Raises:
        FolderRefused: it can't be made, is no folder, or can't be written to.

    """
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise FolderRefused(f"{folder} is a file, not a folder. {_CHOOSE}") from None
    except OSError as e:
        reason = (e.strerror or "unknown reason").lower()
        raise FolderRefused(f"The folder {folder} can't be made: {reason}. {_CHOOSE}") from e
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderRefused(f"The folder {folder} can't be written to. {_CHOOSE}")
    return folder
