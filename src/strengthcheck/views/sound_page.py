"""What the page about signals says: whether they are heard, what is on, what does not work."""

from typing import NamedTuple

from strengthcheck.guide.script import COUNTDOWN_FIRST_SECONDS, COUNTDOWN_SECONDS

COUNTDOWNS = (3, 5, 7, 10, 15, 20)
"""Seconds that the countdown can be set to here: under three nobody is ready (docs/guided-test.md)."""


class SoundRow(NamedTuple):
    """One thing to do: its name, its key, its words."""

    name: str
    key: str
    label: str


class SoundView(NamedTuple):
    """Everything on the page."""

    title: str
    text: str
    trouble: str
    """What does not work, empty while all does."""
    rows: tuple[SoundRow, ...]


WHY = (
    "In a try your hands are busy and your eyes elsewhere. So each signal comes at once {ways}. "
    "You should hear it now."
)
BELL_ALONE = (
    "In a try your hands are busy and your eyes elsewhere. This computer has nothing to play tones or "
    "speak with, so each signal comes on the screen, and as the terminal's bell where it rings. It should "
    "have rung now. Without it nothing is missing."
)
NOT_HEARD = (
    "Is the sound of this computer on and turned up? Then play it again. Without it nothing is missing: "
    "the screen shows every signal, and the terminal's bell rings where it can."
)
HEARD = "You hear the signals. Everything they say is on the screen as well."
OFF = "Tones and voice are off. The screen shows every signal."


def sound_view(
    *, sound: bool, voice: bool, heard: bool | None, trouble: tuple[str, ...], countdown: int | None = None
) -> SoundView:
    """The page, as things stand."""
    audible = sound or voice
    rows = [
        SoundRow("sound", "t", f"Tones: {_on(sound)}"),
        SoundRow("voice", "v", f"Voice: {_on(voice)}"),
        SoundRow("countdown", "c", f"Countdown: {_countdown(countdown)}"),
    ]
    if audible:
        rows = [
            SoundRow("heard", "y", "Yes, I hear it"),
            SoundRow("again", "p", "Play it again"),
            SoundRow("not-heard", "n", "No, I don't hear it"),
            *rows,
        ]
    title = "Did you hear that?" if audible and heard is None else "Sound and voice"
    bell_alone = audible and heard is None and len(trouble) >= sound + voice
    text = BELL_ALONE if bell_alone else _text(sound, voice, heard)
    return SoundView(title, text, "" if bell_alone else "\n".join(trouble), tuple(rows))


def _text(sound: bool, voice: bool, heard: bool | None) -> str:
    if not (sound or voice):
        return OFF
    if heard is None:
        ways = ["as a tone"] * sound + ["as a voice"] * voice
        return WHY.format(ways=", ".join(["on the screen", *ways[:-1]]) + f" and {ways[-1]}")
    return HEARD if heard else NOT_HEARD


def countdown_after(now: int | None) -> int | None:
    """The next longer countdown; after the longest the usual one again."""
    if now is None:
        return COUNTDOWNS[0]
    return next((c for c in COUNTDOWNS if c > now), None)


def _countdown(seconds: int | None) -> str:
    if seconds is None:
        return f"{COUNTDOWN_FIRST_SECONDS} seconds the first time, then {COUNTDOWN_SECONDS}"
    return f"{seconds} seconds, {max(seconds, COUNTDOWN_FIRST_SECONDS)} the first time"


def _on(value: bool) -> str:
    return "on" if value else "off"
