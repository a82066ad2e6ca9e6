"""A page that shows one step after the other, with the step's keys docked below it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from strengthcheck.tui.opening import page
from strengthcheck.tui.page import Page
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.tui.widgets.steps.keys import StepKeys
from strengthcheck.tui.widgets.steps.render import KeyLine
from strengthcheck.views.steps.page import Choice, with_reading_on


class SteppingPage(Page[None]):
    """One step widget at a time."""

    DEFAULT_CSS = """
    SteppingPage {
        #step { height: auto; }
        #over-bar { background: $background; }
        &.-narrow StepKeys, &.-short StepKeys { padding: 0 2; }
    }
    """

    NAMES_READING_ON = False  # the step's own keys say it

    _step_keys: tuple[Choice, ...] = ()
    """What the keys do in the step that is shown."""

    def body(self) -> ComposeResult:
        """The place of the step."""
        yield Vertical(id="step")

    def foot(self) -> ComposeResult:
        """The step's keys."""
        yield StepKeys()

    def on_mount(self) -> None:
        """Say that there is more to read for as long as there is.

        After every layout: the step, the window and the keys themselves change how much of the step is seen.
        """
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._tell_keys())
        self.watch(self.query_one("#page"), "scroll_y", self._tell_keys, init=False)

    @property
    def widget(self) -> StepWidget | None:
        """The step that is shown now."""
        found = self.query(StepWidget)
        return found.first() if found else None

    async def put(self, widget: StepWidget) -> None:
        """Show another step."""
        holder = self.query_one("#step", Vertical)
        async with self.batch():
            await holder.remove_children()
            await holder.mount(widget)
        self.query_one("#page").scroll_home(animate=False)
        self.rest.begin()
        self.refresh_bindings()

    @on(StepWidget.KeysChanged)
    def _keys_changed(self, changed: StepWidget.KeysChanged) -> None:
        changed.stop()
        if changed.widget is self.widget:
            self._step_keys = changed.keys
            if not changed.widget.busy:
                self.refresh_bindings()
            self._tell_keys()

    def _tell_keys(self) -> None:
        page = self.query_one("#page")
        below = page.max_scroll_y > page.scroll_y
        widget = self.widget
        free = widget is not None and not widget.busy
        self.query_one(StepKeys).tell(with_reading_on(self._step_keys) if below and free else self._step_keys)

    @on(StepWidget.PageAsked)
    def _page_asked(self, wish: StepWidget.PageAsked) -> None:
        wish.stop()
        self.app.push_screen(page("report", self.desk))

    @on(KeyLine.Pressed)
    def _key_clicked(self, pressed: KeyLine.Pressed) -> None:
        if self.widget is not None:
            self.widget.clicked_on(pressed.key)
