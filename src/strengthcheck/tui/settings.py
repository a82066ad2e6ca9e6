"""Settings: a small file beside the record, no part of it. A broken one is as good as none."""

import json
from collections.abc import Callable
from typing import NamedTuple

from strengthcheck.host.files import FileRefused, write_private
from strengthcheck.host.folders import FolderRefused, Folders, make_private
from strengthcheck.host.sound_settings import SoundSettings, sound_settings
from strengthcheck.tui.themes import DEFAULT, NAMES


class Settings(NamedTuple):
    """What the person set."""

    theme: str = DEFAULT
    sound: SoundSettings = SoundSettings()


class SettingsFile:
    """Where settings are kept; with no folders they last until the program ends."""

    def __init__(self, folders: Callable[[], Folders] | None = None) -> None:
        self._folders = folders

    def read(self) -> Settings:
        """What was set; the usual where nothing was, or where it can't be read."""
        if self._folders is None:
            return Settings()
        try:
            said = json.loads(self._folders().settings.read_text("utf-8"))
        except (OSError, ValueError, RecursionError, FolderRefused):
            return Settings()
        told = said if isinstance(said, dict) else {}
        theme = told.get("theme")
        return Settings(theme if theme in NAMES else DEFAULT, sound_settings(told.get("sound")))

    def write(self, settings: Settings) -> str | None:
        """Keep them; returns why that could not be done, else None."""
        if self._folders is None:
            return None
        path = self._folders().settings
        try:
            make_private(path.parent)
            kept = {**settings._asdict(), "sound": settings.sound._asdict()}
            write_private(path, json.dumps(kept, indent=1).encode() + b"\n", force=True)
        except (FileRefused, FolderRefused) as e:
            return str(e)
        return None
