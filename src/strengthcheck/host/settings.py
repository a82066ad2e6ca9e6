"""Settings: a small file beside the record, no part of it. A broken one is as good as none."""

import json
from collections.abc import Callable
from typing import Literal, NamedTuple

from strengthcheck.host.files import FileRefused, write_private
from strengthcheck.host.folders import FolderRefused, Folders, make_private
from strengthcheck.host.sound_settings import SoundSettings, sound_settings

COUNTDOWN_LOW, COUNTDOWN_HIGH = 3, 20
"""Seconds that a countdown can be set to: under three is too short (docs/guided-test.md#figures)."""

PaperSize = Literal["a4", "letter"]
"""The paper of the page for the doctor."""


def other_paper(paper: PaperSize) -> PaperSize:
    """The other size."""
    return "a4" if paper == "letter" else "letter"


USUAL_THEME = "calm-dark"


class Settings(NamedTuple):
    """What the person set."""

    theme: str = USUAL_THEME
    """The name of a set of colours; a face that has none of that name takes its usual one."""
    sound: SoundSettings = SoundSettings()
    countdown: int | None = None
    """Seconds before each effort; none for ten the first time and five after."""
    paper: PaperSize = "a4"
    plain: bool = False
    """Lines and questions instead of the full screen."""


class SettingsFile:
    """Where settings are kept; with no folders they last until the program ends."""

    def __init__(self, folders: Callable[[], Folders] | None = None) -> None:
        self._folders = folders
        self._here = Settings()

    def read(self) -> Settings:
        """What was set; the usual where nothing was, or where it can't be read."""
        if self._folders is None:
            return self._here
        try:
            said = json.loads(self._folders().settings.read_text("utf-8"))
        except (OSError, ValueError, RecursionError, FolderRefused):
            return Settings()
        return _settings(said if isinstance(said, dict) else {})

    def write(self, settings: Settings) -> str | None:
        """Keep them; returns why that could not be done, else None."""
        if self._folders is None:
            self._here = settings
            return None
        path = self._folders().settings
        try:
            make_private(path.parent)
            kept = {**settings._asdict(), "sound": settings.sound._asdict()}
            write_private(path, json.dumps(kept, indent=1).encode() + b"\n", force=True)
        except (FileRefused, FolderRefused) as e:
            return str(e)
        return None


def _settings(told: dict[str, object]) -> Settings:
    """The settings that a file holds; the usual one in place of each that is none."""
    theme = told.get("theme")
    return Settings(
        theme=theme if isinstance(theme, str) and theme else USUAL_THEME,
        sound=sound_settings(told.get("sound")),
        countdown=_countdown(told.get("countdown")),
        paper="letter" if told.get("paper") == "letter" else "a4",
        plain=told.get("plain") is True,
    )


def _countdown(told: object) -> int | None:
    if not isinstance(told, int) or isinstance(told, bool):
        return None
    return told if COUNTDOWN_LOW <= told <= COUNTDOWN_HIGH else None
