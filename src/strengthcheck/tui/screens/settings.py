"""Settings, and what is done with the record's own files."""

from textual import on, work
from textual.app import ComposeResult

from strengthcheck.host.settings import other_paper
from strengthcheck.services.setting import Around, around_settings, set_region, settings_facts
from strengthcheck.services.upkeep import backup
from strengthcheck.tui import themes
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.messages import ColoursAsked
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, LinesScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.settings_page import (
    LEAD,
    SettingsFacts,
    backed_up_words,
    place_lines,
    region_named,
    region_question,
    settings_rows,
    typed_countdown,
)


class SettingsScreen(Page[None]):
    """One line a setting; a key or Enter changes it."""

    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "Each line has its key. Colours go round with every press; what needs a number or a file asks.",
        "Settings are a file beside your record. The folders in use stand below.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._around: Around | None = None

    def body(self) -> ComposeResult:
        """What can be set, then the folders."""
        yield Heading("Settings")
        yield Words(LEAD)
        yield Menu(name="settings", cut=True)
        yield Quiet(name="places")

    def on_mount(self) -> None:
        """Follow the colours, which are changed from any page."""
        self._show()
        self.query_one(Menu).focus(scroll_visible=False)
        self.watch(self.app, "theme", self._show, init=False)

    def on_screen_resume(self) -> None:
        """Look anew: a backup may have been made."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        self._around = await self.desk.do(around_settings)
        self._show()

    def _facts(self) -> SettingsFacts:
        kept = self.desk.settings.read()
        return settings_facts(kept, self._around, themes.NAMES[themes.known(kept.theme)])

    def _show(self) -> None:
        facts = self._facts()
        rows = (MenuItem(r.name, r.key, r.label, r.hint) for r in settings_rows(facts))
        self.query_one(Menu).show(rows)
        places = self.query_one("#places", Quiet)
        places.say("\n".join(("", *place_lines(facts, places.size.width or None))))

    def on_resize(self) -> None:
        """Another window has other lines for the folders."""
        self.call_after_refresh(self._show)

    @on(Menu.Chosen)
    @work(group="chosen")
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        kept, hearing = self.desk.settings.read(), self.desk.hearing
        match chosen.name:
            case "colours":
                self.post_message(ColoursAsked())
            case "tones":
                self._said(hearing.change(kept.sound._replace(sound=not kept.sound.sound)))
            case "voice":
                self._said(hearing.change(kept.sound._replace(voice=not kept.sound.voice)))
            case "paper":
                self._said(self.desk.settings.write(kept._replace(paper=other_paper(kept.paper))))
            case "plain":
                self._said(self.desk.settings.write(kept._replace(plain=not kept.plain)))
            case "sample":
                await self.app.push_screen_wait(page("sound", self.desk, hearing))
                hearing.close()
            case "countdown":
                await self._countdown()
            case "region":
                await self._region()
            case "backup":
                await self._backup()
            case "import" | "restore" | "seal":
                await self.app.push_screen_wait(page(chosen.name, self.desk))

    def _said(self, trouble: str | None) -> None:
        self.tell(trouble or "", trouble=bool(trouble))
        self._show()

    async def _countdown(self) -> None:
        kept = self.desk.settings.read()
        found: list[int | None] = []

        def take(typed: dict[str, str]) -> None:
            found.append(typed_countdown(typed["seconds"]))

        now = str(kept.countdown) if kept.countdown is not None else ""
        lead = ("How long before each effort? Empty: ten seconds the first time, then five.",)
        field = FormField("seconds", "Seconds, 3 to 20", now, "8", "may be left empty")
        if await self.app.push_screen_wait(LinesScreen(self.desk, "Countdown", lead, (field,), take)):
            self._said(self.desk.hearing.set_countdown(found[-1]))

    @told
    async def _region(self) -> None:
        now = self._around.region if self._around is not None else None
        answer = await self.ask(region_question(now))
        if answer is None:
            return
        await self.desk.do(set_region, region_named(answer))
        self._look()

    @told
    async def _backup(self) -> None:
        made = await self.desk.do(backup, None)
        self.tell(backed_up_words(str(made.path), made.size))
        self._look()
