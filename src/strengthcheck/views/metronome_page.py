"""What the metronome's page says: the tempo, which beat it is, and what can be done."""

SWING = ("[#]          [ ]", "[ ]          [#]")
"""From side to side as a pendulum does, told by its place and not by colour."""

AT_REST = "[ ]          [ ]"

ABOUT_TEMPO = (
    "Set the tempo of your passage, and note it: it is the same at every check. "
    "It beats while you play, from GO until you are back: on the screen, and as a tone where tones "
    "are heard. "
    "+ and - change it by one, the arrows to left and right by five."
)


def beat_row(number: int | None) -> str:
    """The marks at a beat; both empty at rest."""
    return AT_REST if number is None else SWING[number % 2]


def tempo_words(bpm: int, running: bool) -> str:
    """The tempo in words, and whether it is heard."""
    return f"{bpm} beats a minute{', beating' if running else ''}"
