"""The form for the doctor: the person's own words, a line each. Every answer is kept when it is given."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.model.form import DoctorForm, FunctionChange
from strengthcheck.services.reporting import form_of, save_form, told_before
from strengthcheck.tui.commands.command import Command
from strengthcheck.tui.commands.report import AddFunction, EditFunction, RemoveFunction
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.list_page import ListPage
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField, LinesScreen
from strengthcheck.tui.screens.visit import SaidScreen
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.menu import Menu, MenuItem
from strengthcheck.tui.widgets.rows import Row, Rows
from strengthcheck.tui.widgets.words import Heading, Words, shown
from strengthcheck.views import form_page as view
from strengthcheck.views.asking import Question
from strengthcheck.views.page_words import day_text, since_text
from strengthcheck.views.visits import VisitView


class DoctorFormScreen(Page[None]):
    """Its lines with the beginning of what stands there; each opens a page of its own."""

    CSS_PATH = "report.tcss"
    OFFERS = ()
    AUTO_FOCUS = ""
    ABOUT = (
        "What you want a doctor to know, in your own words. Every line may stay empty.",
        "Each answer is kept at once, and stands there the next time. Esc goes back.",
    )

    def __init__(self, desk: Desk) -> None:
        """Of the record at the desk."""
        super().__init__(desk)
        self._form: DoctorForm | None = None
        self._before = view.NOTHING_BEFORE
        self._trouble = ""

    def body(self) -> ComposeResult:
        """What it is, then its lines."""
        yield Heading("Your words for the doctor")
        yield Words(view.LEAD)
        yield Menu(name="lines", cut=True)

    def on_mount(self) -> None:
        """Start from what is known."""
        self._look()

    @work(exclusive=True, group="look")
    @told
    async def _look(self) -> None:
        self._before = await self.desk.do(told_before)
        self._form = await self.desk.do(form_of)
        self._show()

    def _show(self) -> None:
        if self._form is None:
            return
        menu = self.query_one(Menu)
        menu.show(MenuItem(r.name, r.key, r.label, r.hint) for r in view.form_rows(self._form, self._before))
        menu.focus(scroll_visible=False)

    @on(Menu.Chosen)
    @work(exclusive=True, group="line")
    async def _chosen(self, chosen: Menu.Chosen) -> None:
        name = chosen.name
        if self._form is None:
            return
        if name in view.PROSE:
            await self._prose(name)
        elif name == "began":
            await self._began()
        elif name == "since":
            if await self._answer("since_then", view.since_question(self._form)):
                await self._prose("course")
        elif name == "functions":
            await self.app.push_screen_wait(FunctionsScreen(self.desk, self._form, self._before.losses))
            self._look()
        elif name == "symptoms":
            await self._symptoms()
        elif name == "examined":
            await self._examined()
        elif name == "name":
            await self._named()
        elif await self.ask(view.empty_question()) == "yes":
            await self._keep(DoctorForm())

    async def _keep(self, form: DoctorForm) -> bool:
        """Keep a change at once; False when it could not be kept, and all stands as before."""
        try:
            await self.desk.do(save_form, form)
        except Told as e:
            self._trouble = str(e)
            self.tell(self._trouble, trouble=True)
            return False
        self._form = form
        self.tell("")
        self._show()
        return True

    @property
    def _now(self) -> DoctorForm:
        return self._form or DoctorForm()

    async def _answer(self, name: str, question: Question) -> bool:
        """Ask one question and keep its answer; False for Esc."""
        answer = await self.ask(question)
        return answer is not None and await self._keep(view.answered(self._now, name, answer))

    async def _prose(self, name: str) -> None:
        part = view.PROSE[name]
        before = getattr(self._now, name)
        trouble = ""
        while True:
            asked = page("prose", self.desk, part.title, part.lead, before, trouble)
            text = await self.app.push_screen_wait(asked)
            if text is None or await self._keep(view.with_text(self._now, name, text)):
                return
            # What could not be kept is not lost: it is shown again, with the reason.
            before, trouble = text, self._trouble

    async def _began(self) -> None:
        today = self.desk.clock.now().date()
        changed = [self._now]

        def take(typed: dict[str, str]) -> None:
            began = view.began_on(typed["began"], today)
            changed[0] = self._now.model_copy(update={"began_on": began})

        before = since_text(self._now.began_on) if self._now.began_on else ""
        field = FormField("began", "When", before, "April 2026")
        asked = LinesScreen(self.desk, view.BEGAN.title, (view.BEGAN.lead,), (field,), take)
        if await self.app.push_screen_wait(asked) and await self._keep(changed[0]):
            await self._answer("began", view.began_question(self._now))

    async def _symptoms(self) -> None:
        before = self._now
        for asked, title, text in view.SYMPTOMS_ASKED:
            lines = view.symptom_lines(self._now, asked=asked)
            marked = self._now.present if asked == "present" else self._now.absent
            names = await self.app.push_screen_wait(page("marks", self.desk, title, text, lines, marked))
            if names is None or not await self._keep(view.with_symptoms(self._now, asked, names)):
                break
        urgent = view.urgent_words(before, self._now)
        if urgent:
            await self.app.push_screen_wait(SaidScreen(self.desk, VisitView("Before you go on", (urgent,))))

    async def _examined(self) -> None:
        if not await self._answer("examined", view.examined_question(self._now)):
            return
        if self._now.examined:
            before = self._now.examined_by or ""
            asked = page("line", self.desk, view.EXAMINER.title, view.EXAMINER.lead, before)
            typed = await self.app.push_screen_wait(asked)
            if typed is None or not await self._keep(view.with_examiner(self._now, typed)):
                return
        await self._answer("emg", view.emg_question(self._now))

    async def _named(self) -> None:
        text = "On the page only when you choose so there. An empty line takes it away."
        before = self._now.name or ""
        typed = await self.app.push_screen_wait(page("line", self.desk, "Name or initials", text, before))
        if typed is not None:
            await self._keep(view.with_name(self._now, typed))


class FunctionsScreen(ListPage[None]):
    """What is lost or harder in daily life, a line each."""

    CSS_PATH = "report.tcss"
    OFFERS = (EditFunction, AddFunction, RemoveFunction)
    ABOUT = (
        "What you can no longer do, what is harder, and what goes as ever. Dates help a doctor most.",
        "What you told under “Something I can no longer do” is on the page by itself.",
    )

    def __init__(self, desk: Desk, form: DoctorForm, losses: tuple[str, ...]) -> None:
        """The form as it stands, and what was told as lost elsewhere: that is on the page by itself."""
        super().__init__(desk)
        self._form = form
        self._losses = losses

    def body(self) -> ComposeResult:
        """The lines."""
        yield Heading("Lost or harder in daily life")
        yield Words(name="lead")
        yield Rows()

    def on_mount(self) -> None:
        """Show the lines."""
        self._show()

    def _show(self) -> None:
        rows = view.function_rows(self._form)
        lead = view.functions_lead(self._form, self._losses)
        self.query_one("#lead", Words).say(lead if rows else f"{lead} {view.ADDS}")
        self.query_one("#lead").display = bool(lead)
        self.show_rows(Row(str(i), shown(text)) for i, text in enumerate(rows))

    def can(self, command: type[Command]) -> bool:
        """Changing and removing only where something is."""
        return command not in (EditFunction, RemoveFunction) or bool(self._form.functions)

    @property
    def _at(self) -> int | None:
        name = self.at_hand
        return None if name is None else int(name)

    @on(AddFunction)
    @work(exclusive=True, group="line")
    async def _add(self) -> None:
        await self._change(None)

    @on(OptionList.OptionSelected)
    @on(EditFunction)
    @work(exclusive=True, group="line")
    async def _edit(self) -> None:
        if self._at is not None:
            await self._change(self._at)

    async def _change(self, at: int | None) -> None:
        before = self._form.functions[at] if at is not None else None
        facts = await self._lines(before)
        if facts is None:
            return
        how = await self.ask(view.how_question(facts[0], before.how if before else None))
        side = await self.ask(view.side_question(before.side if before else None)) if how else None
        if how and side:
            await self._keep(view.with_function(self._form, at, view.function_of(*facts, how, side)))

    async def _lines(self, before: FunctionChange | None) -> view.FunctionFacts | None:
        """What it is and since when; None for Esc."""
        today = self.desk.clock.now().date()
        given: list[view.FunctionFacts] = []

        def take(typed: dict[str, str]) -> None:
            given.append(view.function_facts(typed["task"], typed["since"], today))

        since = day_text(before.since) if before and before.since else ""
        fields = (
            FormField("task", "What", before.task if before else "", "fastening buttons"),
            FormField("since", "Since when", since, "June 2026", "may be left empty"),
        )
        asked = LinesScreen(self.desk, "Something in daily life", (), fields, take)
        return given[-1] if await self.app.push_screen_wait(asked) else None

    @on(RemoveFunction)
    @work(exclusive=True, group="line")
    async def _remove(self) -> None:
        at = self._at
        if at is not None and await self.ask(view.remove_question(self._form, at)) == "yes":
            await self._keep(view.without_function(self._form, at))

    @told
    async def _keep(self, form: DoctorForm) -> None:
        await self.desk.do(save_form, form)
        self._form = form
        self.tell("")
        self._show()
