"""What all step widgets share: a page from plain data, keys in, an answer out."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from strengthcheck.model.event import Answer
from strengthcheck.tui.widgets.steps.render import KeyLine, page_widgets
from strengthcheck.views.steps.page import StepPage

BACK_KEYS = frozenset({"escape", "b"})


class StepWidget(Vertical, can_focus=True):
    """One step on screen. A subclass says its page and what each key does to it."""

    DEFAULT_CSS = """
    StepWidget {
        height: auto;
        .para { margin-bottom: 1; }
        .para.-quiet { color: $text-muted; }
        .para.-strong { text-style: bold; }
        .para.-warn { color: $text-warning; }
        .head { text-style: bold; color: $secondary; margin-top: 1; }
        .point { height: auto; }
        .mark { width: 4; text-align: right; padding-right: 1; color: $text-muted; }
        .item { width: 1fr; }
        .gap { height: 0; }
        .note { margin-top: 1; text-style: bold; color: $text-warning; }
        .keys { height: auto; }
        .keys.-first { margin-top: 1; }
        Input { margin-bottom: 1; border: tall $panel; }
        Input:focus { border: tall $primary; }
    }
    """

    class Given(Message):
        """The step's answer; nothing more comes from this widget."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    class BackAsked(Message):
        """The previous answer should be corrected."""

    class LeaveAsked(Message):
        """The check should be left, without a question: nothing is kept that was not kept already."""

    class EndAsked(Message):
        """The check should end here; what is done goes to the summary."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self) -> None:
        super().__init__()
        self._done = False

    def page(self) -> StepPage:
        """What the step says now."""
        raise NotImplementedError

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does; False when it does nothing here."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The page, from its title to its keys."""
        first = True
        for widget in page_widgets(self.page()):
            if widget.has_class("keys") and first:
                widget.add_class("-first")
                first = False
            yield widget

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def show(self) -> None:
        """Show the page as it is now."""
        self.refresh(recompose=True)
        self.call_after_refresh(self._follow_cursor)

    def give(self, answer: Answer) -> None:
        """Give the step's answer, once."""
        if not self._done:
            self._done = True
            self.post_message(self.Given(answer))

    def wish(self, message: Message) -> None:
        """Ask for something else than an answer, once."""
        if not self._done:
            self._done = True
            self.post_message(message)

    def again(self) -> None:
        """The answer could not be taken: the step stays, and may be answered once more."""
        self._done = False

    def on_key(self, event: events.Key) -> None:
        """A key: the step's own first, then the way back."""
        if self._done or self._press(event.key, event.character):
            event.stop()
            event.prevent_default()

    @on(KeyLine.Pressed)
    def _clicked(self, pressed: KeyLine.Pressed) -> None:
        pressed.stop()
        if not self._done:
            self._press(pressed.key, pressed.key if len(pressed.key) == 1 else None)

    def _press(self, key: str, character: str | None) -> bool:
        if self.press(key, character):
            return True
        if key in BACK_KEYS:
            self.wish(self.BackAsked())
            return True
        return False

    def _follow_cursor(self) -> None:
        current = self.query(".-current")
        if current:
            current.first().scroll_visible(animate=False)
