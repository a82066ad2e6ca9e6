"""Settings: what is asked once and needs changing later, each with what holds now."""

from datetime import date
from typing import Literal, NamedTuple

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import date_words
from strengthcheck.views.displayable import displayable
from strengthcheck.views.setup import COUNTRIES, ELSEWHERE
from strengthcheck.wording.numbers import numbers_for

Name = Literal[
    "colours",
    "tones",
    "voice",
    "sample",
    "countdown",
    "paper",
    "plain",
    "region",
    "seal",
    "import",
    "backup",
    "restore",
]
COUNTDOWN_LOW, COUNTDOWN_HIGH = 3, 20
"""Seconds that a countdown can be set to."""

LEAD = (
    "These are kept in a file beside your record. The emergency number and the seal are in the record itself."
)
RESTORE_LEAD = (
    "A backup takes the place of the record. The record as it is now is kept beside it, whole, so that it "
    "can be put back in the same way."
)
PAPERS = {"a4": "A4", "letter": "Letter"}


class SettingsFacts(NamedTuple):
    """Everything that the page speaks from."""

    colours: str
    tones: bool
    voice: bool
    countdown: int | None
    paper: str
    plain: bool
    region: str | None
    places: tuple[tuple[str, str], ...] = ()
    """Each folder and file in use, by what it is."""
    last_backup: str = ""
    sealed: str = ""
    """Until when values are sealed, or that they are not; empty while it is being read."""


class SettingsRow(NamedTuple):
    """One line: its name, its key, its words, and what holds now."""

    name: Name
    key: str
    label: str
    hint: str


def settings_rows(facts: SettingsFacts) -> tuple[SettingsRow, ...]:
    """What can be set, and what can be done with the record's files."""
    return (
        SettingsRow("colours", "c", "Colours", facts.colours),
        SettingsRow("tones", "t", "Tones", _on(facts.tones)),
        SettingsRow("voice", "v", "Voice", _on(facts.voice)),
        SettingsRow("sample", "s", "Hear a sample", ""),
        SettingsRow("countdown", "d", "Countdown", countdown_words(facts.countdown)),
        SettingsRow("paper", "z", "Paper of the doctor's page", PAPERS.get(facts.paper, facts.paper)),
        SettingsRow("plain", "p", "Lines instead of the screen", plain_words(facts.plain)),
        SettingsRow("region", "e", "Emergency number", region_words(facts.region)),
        SettingsRow("seal", "l", "Seal results, or show them again", facts.sealed),
        SettingsRow("import", "i", "Join a file to the record", "an export of this program"),
        SettingsRow("backup", "k", "Back the record up now", facts.last_backup),
        SettingsRow("restore", "r", "Put a backup back", "what it replaces is kept"),
    )


def countdown_words(seconds: int | None) -> str:
    """How long the countdown lasts."""
    return f"{seconds} seconds" if seconds is not None else "ten seconds first, then five"


def plain_words(plain: bool) -> str:
    """Whether the next start is in lines."""
    return "from the next start on" if plain else "off"


def region_words(region: str | None) -> str:
    """The number that is shown where it may be needed."""
    country = COUNTRIES.get(region or "", "country not told")
    return f"{numbers_for(region).emergency}, {country}"


def place_words(facts: SettingsFacts) -> tuple[str, ...]:
    """The folders and files in use as they are heard: no columns."""
    return tuple(f"{what}: {displayable(path)}" for what, path in facts.places)


def place_lines(facts: SettingsFacts, columns: int | None = None) -> tuple[str, ...]:
    """The folders and files in use, a line each.

    Where one is longer than `columns`, each path stands below its name, so that all of them stay in line.
    """
    width = max((len(what) for what, _ in facts.places), default=0)
    lines = tuple(f"{what:{width}}  {displayable(path)}" for what, path in facts.places)
    if columns is None or all(len(line) <= columns for line in lines):
        return lines
    paths = [(what, displayable(path)) for what, path in facts.places]
    least = 0 if any(len(path) + 2 > columns for _, path in paths) else 2  # no path is broken for its indent
    return tuple(line for what, path in paths for line in (what, " " * least + path))


def typed_countdown(text: str) -> int | None:
    """Seconds as typed; an empty line is the usual one. Raises NotAValue."""
    if not text.strip():
        return None
    value = typed_number(text)
    if value != int(value) or not COUNTDOWN_LOW <= value <= COUNTDOWN_HIGH:
        raise NotAValue(f"Type whole seconds from {COUNTDOWN_LOW} to {COUNTDOWN_HIGH}, or leave it empty.")
    return int(value)


def region_question(region: str | None) -> Question:
    """Which country's number should be shown?"""
    countries = enumerate(COUNTRIES.items(), 1)
    named = [Answer(code, str(i), name, numbers_for(code).emergency) for i, (code, name) in countries]
    other = Answer(ELSEWHERE, str(len(named) + 1), "another country", numbers_for(None).emergency)
    text = f"Now: {region_words(region)}. It is kept with what is known of you."
    return Question("Which country are you in?", text, (*named, other))


def region_named(answer: str) -> str | None:
    """The country that an answer names; none for another one."""
    return answer if answer in COUNTRIES else None


def import_lead() -> tuple[str, ...]:
    """What joining a file does, before a file is named."""
    return (
        "An export of this program, from another computer or an earlier time. What is new in it is added; "
        "nothing of yours is replaced or taken away. A second time changes nothing.",
        "First it is only counted.",
    )


def counts_question(new: int, same: int, changed: int) -> Question:
    """Whether what was counted should be joined."""
    text = f"{_entries(new)} new, {_entries(same)} the same, {_entries(changed)} known in more versions."
    return Question(
        "Join it to your record?",
        f"{text} A backup is made before.",
        (Answer("yes", "y", "Yes, join it"), Answer("no", "n", "No, leave it")),
    )


def nothing_new_words(same: int) -> str:
    """That a file holds nothing that is not here."""
    return f"Nothing in it is new: {_entries(same)} here already. Nothing was changed."


def joined_words(new: int, changed: int) -> str:
    """What was joined."""
    return f"Joined: {_entries(new)} new, {_entries(changed)} known in more versions now."


def backed_up_words(path: str, size: int) -> str:
    """Where the backup went."""
    return f"Backed up and checked: {displayable(path)}, {max(1, round(size / 1000))} kB."


def restore_question(path: str) -> Question:
    """Whether a backup should take the record's place."""
    return Question(
        "Put this backup in your record's place?",
        f"{path}. The record as it is now is kept beside it, whole.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, put it back")),
    )


def backups_words(count: int, folder: str, newest: date | None, today: date) -> str:
    """How many backups there are, where, and of which day the newest is."""
    if not count:
        return f"There is no backup yet; they would be in {displayable(folder)}."
    are = "1 backup is" if count == 1 else f"{count} backups are"
    of = f" The newest, of {date_words(newest, today)}, stands in the line." if newest else ""
    return f"{are} in {displayable(folder)}.{of}"


def restored_words(kept: str | None) -> str:
    """That it was put back, and where what it replaced is."""
    return f"Put back. What was there before: {displayable(kept)}." if kept else "Put back."


def _on(on: bool) -> str:
    return "on" if on else "off"


def _entries(count: int) -> str:
    return "1 entry is" if count == 1 else f"{count} entries are"
