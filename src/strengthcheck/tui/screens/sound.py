"""Sound and voice: whether they are heard, and on or off."""

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.hearing import Hearing
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.sound_page import SoundView, countdown_after, sound_view


class SoundScreen(Page[None]):
    """Plays a sample as it opens, and again by a key. Esc goes on without an answer."""

    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "Signals come on the screen, by a tone and by a voice. Tones and voice can be turned off here.",
        "A check is complete without them. The countdown before a try can be made longer or shorter.",
    )

    class Sampled(Message):
        """The sample was heard, or could not be."""

        def __init__(self, heard: bool) -> None:
            super().__init__()
            self.heard = heard

    def __init__(self, desk: Desk, hearing: Hearing) -> None:
        """`hearing` is what is tried and set here."""
        super().__init__(desk)
        self._hearing = hearing
        self._settings = hearing.settings

    def body(self) -> ComposeResult:
        """The question, what does not work, and what can be done."""
        view = self._view()
        yield Heading(view.title)
        yield Words(view.text, name="text")
        yield Quiet(view.trouble, name="trouble")
        yield Menu(self._rows(view))

    def on_mount(self) -> None:
        """Let the sample be heard."""
        self.query_one(Menu).focus(scroll_visible=False)
        self._show()
        self._sample()

    def on_unmount(self) -> None:
        """End what still sounds."""
        self._hearing.hush()

    def _view(self) -> SoundView:
        s = self._settings
        trouble = self._hearing.trouble
        return sound_view(
            sound=s.sound, voice=s.voice, heard=s.heard, trouble=trouble, countdown=self._hearing.countdown
        )

    def _rows(self, view: SoundView) -> tuple[MenuItem, ...]:
        return tuple(MenuItem(r.name, r.key, r.label) for r in view.rows)

    def _show(self) -> None:
        view = self._view()
        self.query_one(Heading).say(view.title)
        self.query_one("#text", Words).say(view.text)
        self.query_one("#trouble", Quiet).say(view.trouble)
        self.query_one("#trouble").display = bool(view.trouble)
        self.query_one(Menu).show(self._rows(view))

    def _sample(self) -> None:
        def done(heard: bool) -> None:
            self.post_message(self.Sampled(heard))

        self._hearing.sample(done)

    @on(Sampled)
    def _sampled(self, sampled: Sampled) -> None:
        if not sampled.heard and self._settings.sound:
            self.app.bell()
        self._show()

    @on(Menu.Chosen)
    def _chosen(self, chosen: Menu.Chosen) -> None:
        s = self._settings
        match chosen.name:
            case "heard":
                self._change(s.answered(heard=True))
                self.leave()
            case "not-heard":
                self._change(s.answered(heard=False))
            case "sound":
                self._change(s._replace(sound=not s.sound))
                self._sample()
            case "voice":
                self._change(s._replace(voice=not s.voice))
                self._sample()
            case "countdown":
                trouble = self._hearing.set_countdown(countdown_after(self._hearing.countdown))
                self._show()
                self.tell(trouble or "", trouble=bool(trouble))
            case _:
                self._sample()

    def _change(self, settings: SoundSettings) -> None:
        self._settings = settings
        trouble = self._hearing.change(settings)
        self._show()
        self.tell(trouble or "", trouble=bool(trouble))
