"""The keys that do something now: whole, wrapped onto another line in a narrow window, never clipped."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

FIRST = ("help", "back", "leave", "quit")
"""What stands first, so that help and a way out are always in view: two of them on any page."""

GAP = 3

BELOW = "↓"
"""The key that reads on."""


class Key(NamedTuple):
    """One key as it is shown."""

    key: str
    """The key to press for a click on it."""
    shown: str
    title: str

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return len(self.shown) + 1 + len(self.title)


class Placed(NamedTuple):
    """A key and where it stands."""

    key: Key
    x: int
    y: int


READ_ON = Key("down", BELOW, "Read on")


def placed(keys: Iterable[Key], width: int) -> tuple[Placed, ...]:
    """The keys in lines of at most so many cells, about equally long; none is ever cut in two or left out."""
    given = tuple(keys)
    found = _filled(given, width)
    if not found or not found[-1].y:
        return found
    for less in range(width - 1, 0, -1):
        tried = _filled(given, less)
        if tried[-1].y > found[-1].y or any(p.x + p.key.width > width for p in tried):
            break
        found = tried
    return found


def _filled(keys: Iterable[Key], width: int) -> tuple[Placed, ...]:
    """The keys in lines that are as full as can be."""
    places: list[Placed] = []
    x = y = 0
    for key in keys:
        if x and x + key.width > width:
            x, y = 0, y + 1
        places.append(Placed(key, x, y))
        x += key.width + GAP
    return tuple(places)


class KeyBar(Widget):
    """The footer. It follows what is bound where the focus is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--title"}
    DEFAULT_CSS = """
    KeyBar {
        width: 100%;
        max-width: 100;
        height: auto;
        padding: 0 4;
        background: $footer-background;
        color: $footer-description-foreground;
        & > .key-bar--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-bar--title { color: $footer-description-foreground; }
    }
    """

    def __init__(self, reads: str = "") -> None:
        """`reads` selects what the arrows move: while there is more of it below, its key is named."""
        super().__init__()
        self._keys: tuple[Key, ...] = ()
        self._reads = reads
        self._more = False

    def on_mount(self) -> None:
        """Follow the screen's bindings, and how far it is read."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)
        if self._reads:
            self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._look())
            self.watch(self.screen.query_one(self._reads), "scroll_y", self._look)

    def _look(self) -> None:
        read = self.screen.query_one(self._reads)
        more = read.max_scroll_y > read.scroll_y
        if more != self._more:
            self._more = more
            self.refresh(layout=True)

    def _placed(self, width: int) -> tuple[Placed, ...]:
        first, others = self._keys[:2], self._keys[2:]
        return placed((*first, READ_ON, *others) if self._more else self._keys, width)

    def _follow(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        keys = tuple(self._now())
        if keys != self._keys:
            self._keys = keys
            self.refresh(layout=True)

    def _now(self) -> Iterable[Key]:
        seen: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled and active.binding.description:
                seen.setdefault(active.binding.action, active.binding)
        ranks = {name: i for i, name in enumerate(FIRST)}
        for binding in sorted(seen.values(), key=lambda b: ranks.get(b.id or "", len(ranks))):
            yield Key(binding.key, self._shown(binding), binding.description)

    def _shown(self, binding: Binding) -> str:
        """The key's name; F1 by its own where a field takes the question mark that stands for both."""
        shown = "F1" if binding.key == "f1" else self.app.get_key_display(binding)
        return "Esc" if shown == "esc" else shown

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys need."""
        del container, viewport
        return max((p.y for p in self._placed(width)), default=0) + 1

    def render(self) -> Content:
        """The keys in their lines."""
        key_style = self.get_visual_style("key-bar--key", partial=True)
        title_style = self.get_visual_style("key-bar--title", partial=True)
        parts: list[Content] = []
        line = 0
        for place in self._placed(self.content_size.width):
            if parts:
                parts.append(Content("\n" if place.y > line else " " * GAP))
            line = place.y
            parts.append(Content.styled(place.key.shown, key_style))
            parts.append(Content(" "))
            parts.append(Content.styled(place.key.title, title_style))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is the key pressed."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for place in self._placed(self.content_size.width):
            if place.y == at.y and place.x <= at.x < place.x + place.key.width:
                event.stop()
                self.app.simulate_key(place.key.key)
                return
