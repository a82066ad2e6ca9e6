"""What can be done while a check goes on."""

from strengthcheck.tui.commands.command import Command


class LeaveCheck(Command):
    """Leave the check: go on, keep what is there, leave it for later, or discard it."""

    TITLE = "Leave"
    KEYS = "q"

    @classmethod
    def name(cls) -> str:
        """Short, so that the key bar puts it with the other ways out."""
        return "leave"


class SoundAndVoice(Command):
    """Hear a sample of the signals, and turn tones and voice on or off."""

    TITLE = "Sound"
    KEYS = "f3"
    KEY_SHOWN = "F3"
    SHOWN = False


class SetTempo(Command):
    """Set the tempo of a metronome for the passage you play."""

    TITLE = "Metronome"
    KEYS = "f4"
    KEY_SHOWN = "F4"


class StepBack(Command):
    """Correct the answer before this one."""

    TITLE = "Back a step"
    KEYS = "b,escape"
