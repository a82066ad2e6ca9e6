"""One check, open: every trial, its note, and what can be put right."""

from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from strengthcheck.model.check import InvalidReason, Trial
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.editing import add_note, correct_trial, delete_check, mark_trial
from strengthcheck.services.history import Opened, open_check
from strengthcheck.tui.commands import Command
from strengthcheck.tui.commands.records import CorrectTrial, DeleteCheck, MarkTrial, ShowVersions, WriteNote
from strengthcheck.tui.desk import Desk, Told
from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.telling import told
from strengthcheck.tui.widgets.lines import check_rows
from strengthcheck.tui.widgets.rows import Rows
from strengthcheck.tui.widgets.words import Heading, Quiet, Words
from strengthcheck.views.check_page import (
    CheckView,
    ResultBlock,
    TrialLine,
    check_view,
    day_lines,
    delete_question,
    invalid_question,
    note_words,
    reason_named,
    who_words,
)
from strengthcheck.views.history import check_title


class CheckScreen(Page[UUID | None]):
    """Gives back the check's id when it was put into the bin."""

    CSS_PATH = "check_page.tcss"
    OFFERS = (CorrectTrial, MarkTrial, WriteNote, ShowVersions, DeleteCheck)
    ABOUT = (
        "Every try of this check in the order it was done. A try that does not count keeps its values.",
        "Choose a try with the arrows: c puts it right, i says that it does not count, or counts again.",
        "Nothing is overwritten: v shows what the check was before each change.",
    )

    def __init__(self, desk: Desk, check: UUID, test: str | None = None) -> None:
        """Which check, and the test that is looked at, if it is one: its first trial is at hand."""
        super().__init__(desk)
        self._check = check
        self._test = test
        self._opened: Opened | None = None
        self._view: CheckView | None = None

    def body(self) -> ComposeResult:
        """What kind of day it was, the note, then the trials."""
        yield Heading()
        yield Quiet(name="context")
        yield Words(name="note")
        yield Rows()
        yield Quiet(name="changes")

    def on_mount(self) -> None:
        """Read the check."""
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            opened = self._opened = await self.desk.do(open_check, self._check)
        except Told as e:
            self.query_one("#note", Words).say(str(e))
            return
        self._view = view = check_view(*opened)
        self.query_one(Heading).say(check_title(opened.check, self.desk.clock.now().date()))
        self._say("#context", "\n".join(day_lines(view)))
        self._say("#note", note_words(view.note, "n shows all of it."))
        self._say("#changes", view.changes)
        rows = self.query_one(Rows)
        rows.show(check_rows(view))
        rows.focus()
        self._go_to_test(rows, opened)
        self.refresh_bindings()

    def _go_to_test(self, rows: Rows, opened: Opened) -> None:
        """Once, so that a change later leaves the cursor where it was."""
        results = opened.check.results
        at = next((i for i, r in enumerate(results) if r.protocol == self._test), None)
        self._test = None
        if at is not None:
            rows.highlighted = rows.get_option_index(f"{at}/0")

    def _say(self, where: str, text: str) -> None:
        words = self.query_one(where, Words)
        words.say(text)
        words.display = bool(text)

    def _chosen(self) -> tuple[ResultBlock, TrialLine] | None:
        name = self.query_one(Rows).current
        if self._view is None or name is None:
            return None
        result, _, trial = name.partition("/")
        block = self._view.blocks[int(result)]
        return block, block.lines[int(trial)]

    def can(self, command: type[Command]) -> bool:
        """Nothing while the check is not there; no value is put right while it is sealed or can't be read."""
        if command not in self.OFFERS:
            return True
        if command is CorrectTrial:
            return self._to_correct is not None
        return self._opened is not None

    @property
    def _to_correct(self) -> tuple[TrialLine, Trial, Protocol] | None:
        """The trial under the cursor with the test it was made with, where it can be put right."""
        opened = self._opened
        if opened is None or opened.sealed:
            return None
        chosen = self._chosen()
        if chosen is None:
            return None
        result = opened.check.results[chosen[1].result]
        trial, protocol = result.trials[chosen[1].trial], opened.tests.get(result.protocol)
        return None if protocol is None or trial.skipped is not None else (chosen[1], trial, protocol)

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(ShowVersions)
    @work(exclusive=True, group="change")
    async def _versions(self) -> None:
        await self.app.push_screen_wait(page("versions", self.desk, self._check))
        self._look()

    @on(CorrectTrial)
    @work(exclusive=True, group="change")
    @told
    async def _correct(self) -> None:
        # Rarely wanted: not before the first paint.
        from strengthcheck.tui.screens.form import FormField, LinesScreen
        from strengthcheck.views.correcting import LEAD, correct_lines, corrected, reason_of

        found = self._to_correct
        if found is None:
            return
        line, trial, protocol = found
        put: list[tuple[Trial, str]] = []

        def take(typed: dict[str, str]) -> None:
            put.append((corrected(trial, protocol, typed), reason_of(typed)))

        fields = (FormField(*one) for one in correct_lines(trial, protocol))
        title = f"Correct: {protocol.short}, {who_words(line)}"
        if not await self.app.push_screen_wait(LinesScreen(self.desk, title, (LEAD,), fields, take)):
            return
        now, reason = put[-1]
        await self.desk.do(correct_trial, self._check, line.result, line.trial, now, reason)
        self.tell("Put right. v shows what it was.")
        self._look()

    @on(WriteNote)
    @work(exclusive=True, group="change")
    @told
    async def _note(self) -> None:
        if self._opened is None:
            return
        title = check_title(self._opened.check, self.desk.clock.now().date())
        note = await self.app.push_screen_wait(page("note", self.desk, title, self._opened.check.note or ""))
        if note is None:
            return
        await self.desk.do(add_note, self._check, note)
        self.tell("The note is kept." if note else "The note is taken away.")
        self._look()

    @on(OptionList.OptionSelected)
    @on(MarkTrial)
    @work(exclusive=True, group="change")
    async def _mark(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        block, line = chosen
        answer = await self.ask(invalid_question(line, block.title))
        if answer is None or answer == "no":
            return
        reason = reason_named(answer)
        note = ""
        if reason == "other":
            said = await self.app.push_screen_wait(page("line", self.desk, "What was it?", "A few words."))
            if said is None:
                return
            note = said
        await self._marked(line, reason, note)

    @told
    async def _marked(self, line: TrialLine, reason: InvalidReason | None, note: str) -> None:
        await self.desk.do(mark_trial, self._check, line.result, line.trial, reason, note)
        self.tell("It counts again." if reason is None else "It does not count; its values are kept.")
        self._look()

    @on(DeleteCheck)
    @work(exclusive=True, group="change")
    @told
    async def _delete(self) -> None:
        if self._opened is None:
            return
        title = check_title(self._opened.check, self.desk.clock.now().date())
        if await self.ask(delete_question(title)) != "yes":
            return
        await self.desk.do(delete_check, self._check)
        self.leave_with(self._check)

    def leave(self) -> None:
        """Back to History."""
        self.leave_with(None)
