"""The metronome in lines: its tempo is set before the passage, and a tone beats it from GO to the end."""

from collections.abc import Callable

from strengthcheck.guide.metronome import LONGEST_RUN_SECONDS
from strengthcheck.guide.steps import TrialStep
from strengthcheck.host.sound_settings import TEMPO_HIGH, TEMPO_LOW
from strengthcheck.plain.desk import Desk
from strengthcheck.views.metronome_page import tempo_words

KEY = "t"

TYPED = f"Beats a minute, {TEMPO_LOW} to {TEMPO_HIGH}; Enter for no metronome"


def tempo_option(desk: Desk, step: TrialStep) -> tuple[tuple[str, str], ...]:
    """The key that sets the tempo, and what holds now; none where no tempo counts or no tone is heard."""
    if desk.metronome is None or step.protocol.measure("tempo") is None:
        return ()
    tempo = desk.settings.read().sound.tempo
    return ((KEY, f"metronome: {tempo_words(tempo, running=False) if tempo else 'off'}"),)


def set_tempo(desk: Desk) -> None:
    """Ask for the tempo, and keep it."""
    while True:
        typed = desk.talk.text(TYPED).strip()
        if not typed or (typed.isdecimal() and len(typed) < 4 and TEMPO_LOW <= int(typed) <= TEMPO_HIGH):
            break
        desk.talk.say(f"That is no whole number from {TEMPO_LOW} to {TEMPO_HIGH}.", apart=False)
    kept = desk.settings.read()
    sound = kept.sound._replace(tempo=int(typed) if typed else None)
    desk.talk.say(desk.settings.write(kept._replace(sound=sound)) or "")


def beats(desk: Desk, step: TrialStep) -> Callable[[], object] | None:
    """Lets the metronome beat at the tempo that was set; none where none is wanted."""
    metronome, tempo = desk.metronome, desk.settings.read().sound.tempo
    if metronome is None or tempo is None or not tempo_option(desk, step):
        return None
    return lambda: metronome(tempo, round(LONGEST_RUN_SECONDS * tempo / 60))
