"""What all step widgets share: a page from plain data, keys in, an answer out."""

from time import monotonic

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from strengthcheck.model.event import Answer
from strengthcheck.tui.widgets.steps.render import KeyLine, page_widgets, retell
from strengthcheck.tui.widgets.trial_watch import Hand
from strengthcheck.views.steps.asking import BACK_KEYS
from strengthcheck.views.steps.page import Big, Choice, Para, StepPage

CLICKED = {"up_down": "down", "left_right": "right"}
"""What a click on a pair of arrows does."""


class StepWidget(Vertical, can_focus=True):
    """One step on screen. A subclass says its page and what each key does to it."""

    DEFAULT_CSS = """
    StepWidget {
        height: auto;
        .para { margin-bottom: 1; }
        .para.-quiet { color: $quiet; }
        .para.-strong { text-style: bold; }
        .para.-warn { color: $text-warning; }
        .head { text-style: bold; color: $secondary; margin-top: 1; }
        .point { height: auto; }
        .mark { width: 4; text-align: right; padding-right: 1; color: $quiet; }
        .item { width: 1fr; }
        .gap { height: 1; }
        .above { margin-top: 1; text-style: bold; }
        .asked { height: auto; }
        .asked > KeyLine { width: 1fr; }
        .note { margin-top: 1; text-style: bold; color: $text-warning; }
        TextArea { height: 8; border: tall $panel; }
        TextArea:focus { border: tall $primary; }
        Input { margin-bottom: 1; border: tall $panel; }
        Input:focus { border: tall $primary; }
    }
    """

    hand: Hand | None = None
    """Whether a key is still held down from an effort before; none where there is no effort."""

    class Given(Message):
        """The step's answer; nothing more comes from this widget."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    class KeysChanged(Message):
        """Another page is shown: its keys, and its title."""

        def __init__(self, widget: "StepWidget", keys: tuple[Choice, ...], title: str) -> None:
            super().__init__()
            self.widget = widget
            self.keys = keys
            self.title = title

    class BackAsked(Message):
        """The previous answer should be corrected."""

    class LeaveAsked(Message):
        """The check should be left, without a question: nothing is kept that was not kept already."""

    class PageAsked(Message):
        """The page for a doctor is wanted; the step stays."""

    class EndAsked(Message):
        """The check should end here; what is done goes to the summary."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self) -> None:
        super().__init__()
        self._done = False
        self._since = 0.0
        self._shown: StepPage | None = None

    def page(self) -> StepPage:
        """What the step says now."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Do what a key does; False when it does nothing here."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether every key belongs to what runs, so that none is left for anything else."""
        return False

    def keeps(self, key: str) -> bool:
        """Whether a key that would open something over the step, or quit, does nothing of the kind now."""
        return self.hand is not None and self.hand.rests(key)

    def passes(self, key: str) -> bool:
        """Whether `?`, `q` or `b` does here what it does on every page; the key bar shows it only then."""
        return key not in BACK_KEYS or self._shown is None or not _names_a_way_back(self._shown)

    def compose(self) -> ComposeResult:
        """The page; its keys stand elsewhere, where they are always seen."""
        self._shown = self.page()
        yield from page_widgets(self._shown)
        if self.is_mounted:
            self._tell()

    def on_mount(self) -> None:
        """Take the keys; not before then is it said that the page is there."""
        self._since = monotonic()
        self.take_keys()
        self._tell()

    def take_keys(self) -> None:
        """Let the keys come here; a step with a field to type in gives them to that."""
        fields = self.query("Input, TextArea")
        if fields:
            fields.first().focus()
        else:
            self.focus()

    def show(self) -> None:
        """Show the page as it is now."""
        self.refresh(recompose=True)
        self.call_after_refresh(self._settle)

    def retell(self) -> None:
        """Show what changed and nothing else: while time runs, one line a second is painted."""
        page, before = self.page(), self._shown
        if page == before:
            return
        if before is None or not _same_shape(page, before):
            self.show()
            return
        self._shown = page
        if page.keys != before.keys:
            self._tell()
        for i, (new, old) in enumerate(zip(page.blocks, before.blocks, strict=True)):
            if new != old and not retell(self.query_one(f"#block{i}"), new):
                self.show()
                return

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
        """A key: the step's own first, then the way back. Keys from before the step are not its."""
        key = _key(event)
        if event.time < self._since or self._done or self._rests(key) or self._press(key):
            event.stop()
            event.prevent_default()

    @on(KeyLine.Pressed)
    def _clicked(self, pressed: KeyLine.Pressed) -> None:
        pressed.stop()
        self.clicked_on(pressed.key)

    def clicked_on(self, key: str) -> None:
        """A click on what a key does."""
        if not self._done and not self._rests(key):
            self._press(CLICKED.get(key, key))

    def _rests(self, key: str) -> bool:
        """Whether a key or a click is the rest of what was pressed in an effort."""
        return self.hand is not None and self.hand.rests(key)

    def _press(self, key: str) -> bool:
        if self.press(key):
            return True
        if key in BACK_KEYS:
            self.wish(self.BackAsked())
            return True
        return False

    def _tell(self) -> None:
        if self._shown is not None:
            self.post_message(self.KeysChanged(self, self._shown.keys, self._shown.title))

    def _settle(self) -> None:
        self.take_keys()
        told = self.query(".note") or self.query(".-current")
        if told:
            told.first().scroll_visible(animate=False)


def _names_a_way_back(page: StepPage) -> bool:
    """Whether the page has a meaning of its own for the keys that go back."""
    return any(choice.key in BACK_KEYS for choice in page.keys)


def _same_shape(a: StepPage, b: StepPage) -> bool:
    """Whether two pages differ in nothing but keys and the words of paragraphs and large letters."""
    frame = a._replace(blocks=(), keys=()) == b._replace(blocks=(), keys=()) and len(a.blocks) == len(
        b.blocks
    )
    return frame and all(
        x == y or (type(x) is type(y) and isinstance(x, Para | Big))
        for x, y in zip(a.blocks, b.blocks, strict=True)
    )


def _key(event: events.Key) -> str:
    """A key by one name: what it types, where it types something that is seen, else its own name."""
    seen = event.character is not None and event.character.isprintable() and event.character != " "
    return event.character if seen and event.character else event.key
