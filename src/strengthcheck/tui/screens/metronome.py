"""The metronome: a tempo set once, tried by ear and eye."""

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer

from strengthcheck.guide.metronome import Metronome
from strengthcheck.host.sound_settings import TEMPO_HIGH, TEMPO_LOW
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.hearing import Hearing
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Lead, Quiet, Words
from strengthcheck.views.metronome_page import ABOUT_TEMPO, beat_row, tempo_words

TRIED_SECONDS = 60.0
"""How long it beats when it is tried."""

USUAL = 80

STEPS = {"plus": 1, "right": 5, "minus": -1, "left": -5}
"""How far each key moves the tempo."""


class MetronomeScreen(Page[None]):
    """Sets the tempo for the passage. Esc leaves it as it was."""

    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "+ and - change the tempo by one, left and right by five. h or Space lets you hear it.",
        "Nothing of this is stored with the check; what you enter afterwards is.",
    )

    def __init__(self, desk: Desk, hearing: Hearing) -> None:
        """`hearing` beats, and keeps the tempo."""
        super().__init__(desk)
        self._hearing = hearing
        self._bpm = hearing.settings.tempo or USUAL
        self._beating: Metronome | None = None
        self._ends = 0.0
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """The tempo, the swing, and what can be done."""
        yield Heading("Metronome")
        yield Lead(tempo_words(self._bpm, running=False), name="tempo")
        yield Words(f"\n{beat_row(None)}\n", name="swing")
        yield Quiet(ABOUT_TEMPO)
        yield Menu(
            (
                MenuItem("use", "u", "Use this tempo"),
                MenuItem("try", "h", "Hear it, or stop it"),
                MenuItem("without", "w", "Play without a metronome"),
            )
        )

    def on_mount(self) -> None:
        """The keys go to the list and from there to the tempo."""
        self.query_one(Menu).focus(scroll_visible=False)

    def on_unmount(self) -> None:
        """End what still beats."""
        self._hearing.hush()

    def on_key(self, event: events.Key) -> None:
        """Plus, minus and arrows change the tempo; Space starts and stops it."""
        if event.key == "space":
            event.stop()
            self._start_or_stop()
        elif event.key in STEPS:
            event.stop()
            self._move(STEPS[event.key])

    @on(Menu.Chosen)
    def _chosen(self, chosen: Menu.Chosen) -> None:
        if chosen.name == "try":
            self._start_or_stop()
            return
        trouble = self._hearing.set_tempo(self._bpm if chosen.name == "use" else None)
        if trouble:
            self.tell(trouble, trouble=True)
        else:
            self.leave()

    def _move(self, by: int) -> None:
        self._bpm = min(max(self._bpm + by, TEMPO_LOW), TEMPO_HIGH)
        if self._beating is not None:
            self._start()
        self._show_tempo()

    def _start_or_stop(self) -> None:
        if self._beating is None:
            self._start()
        else:
            self._stop()
        self._show_tempo()

    def _start(self) -> None:
        now = self.desk.clock.monotonic()
        first = self._hearing.metronome(self._bpm, TRIED_SECONDS)
        self._beating = Metronome(now if first is None else first, self._bpm)
        self._ends = self._beating.start + TRIED_SECONDS
        self._wake()

    def _stop(self) -> None:
        self._beating = None
        self._hearing.hush()
        self.query_one("#swing", Words).say(f"\n{beat_row(None)}\n")

    def _wake(self) -> None:
        """The beat that is due, then the next one; a late wake-up shifts none."""
        if self._timer is not None:
            self._timer.stop()
        if self._beating is None or not self.is_attached:
            return
        now = self.desk.clock.monotonic()
        if now >= self._ends:
            self._stop()
            self._show_tempo()
            return
        self._beating, beat = self._beating.tick(now)
        if beat is not None:
            self.query_one("#swing", Words).say(f"\n{beat_row(beat.number)}\n")
        self._timer = self.set_timer(
            max(0.001, self.desk.clock.interval(self._beating.wait(now))), self._wake
        )

    def _show_tempo(self) -> None:
        self.query_one("#tempo", Lead).say(tempo_words(self._bpm, self._beating is not None))
