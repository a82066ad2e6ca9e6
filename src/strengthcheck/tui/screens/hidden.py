"""An empty screen, for when somebody looks over the shoulder."""

from textual import events
from textual.screen import Screen


class HiddenScreen(Screen[None]):
    """Nothing at all. Any key or click brings back what was there."""

    DEFAULT_CSS = "HiddenScreen { background: $background; }"

    def on_key(self, event: events.Key) -> None:
        """Back to where one was; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """A click does as well."""
        self.dismiss()
