"""From what a step says to widgets: one door, so that every text is shown as data."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import get_args

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from strengthcheck.tui.widgets.steps.picture import Drawing
from strengthcheck.tui.widgets.words import Heading, Words, shown
from strengthcheck.views.displayable import displayable
from strengthcheck.views.steps.letters import large
from strengthcheck.views.steps.page import (
    Big,
    Block,
    Cell,
    Choice,
    Field,
    Head,
    Para,
    Picture,
    Points,
    Row,
    StepPage,
    Tone,
    bold_spans,
    key_name,
)

WIDEST_LABEL = 36
"""Cells; a longer label is broken, so that what stands beside it keeps its room."""


class KeyLine(Horizontal):
    """A key and what it does; a click on it is the key pressed."""

    DEFAULT_CSS = """
    KeyLine {
        height: auto;
        &:hover { background: $panel; }
        .key { width: 6; text-style: bold; text-align: right; padding-right: 2; }
        .does { width: 1fr; }
        &.-chosen .does { text-style: bold; }
    }
    """

    class Pressed(Message):
        """The line was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.set_class(choice.chosen, "-chosen")
        self._choice = choice

    def compose(self) -> ComposeResult:
        """The key, then what it does, in a column of its own."""
        yield Words(key_name(self._choice.key), classes="key")
        aside = shown(f"\n{self._choice.aside}" if self._choice.aside else "", "$quiet not bold")
        yield Words(Content.assemble(shown(self._choice.text), aside), classes="does")

    def on_click(self, event: events.Click) -> None:
        """The key that the line stands for."""
        event.stop()
        self.post_message(self.Pressed(self._choice.key))


class StepRow(Horizontal):
    """A label and its cells, left at left."""

    DEFAULT_CSS = """
    StepRow {
        height: auto;
        .row--label { width: 1fr; }
        .row--cell { width: 1fr; padding: 0 1; }
        .row--cell.-left { color: $left; }
        .row--cell.-right { color: $right; }
        .row--cell.-current { text-style: bold reverse; }
        .row--label.-current { text-style: bold; }
        &.-single .row--cell { width: 2fr; }
        &.-heading { text-style: bold; }
        &.-last { margin-bottom: 1; }
    }
    """

    def __init__(self, row: Row, beside: int) -> None:
        """`beside`: the longest label of the rows that it stands among, so that they make one column."""
        super().__init__()
        self._row = row
        self._beside = min(beside, WIDEST_LABEL)
        self.set_class(row.heading, "-heading")
        self._single = len(row.cells) == 1 and row.cells[0].side is None
        self.set_class(self._single, "-single")

    def compose(self) -> ComposeResult:
        """The label, then the cells in their columns."""
        row = self._row
        if row.label or len(row.cells) != 1:
            label = Words(row.label, classes="row--label")
            label.set_class(row.current, "-current")
            label.display = bool(row.label)
            if self._single:
                label.styles.min_width = self._beside
            yield label
        for cell in row.cells:
            yield _cell(cell)


def _cell(cell: Cell) -> Static:
    text = f"▸ {cell.text}" if cell.current else f"  {cell.text}"
    words = Words(text, classes="row--cell")
    if cell.side in ("left", "right"):
        words.add_class(f"-{cell.side}")
    words.set_class(cell.current, "-current")
    return words


class BigWord(Static):
    """A word in large letters, on its side of the screen."""

    DEFAULT_CSS = """
    BigWord { height: 5; width: 100%; margin: 1 0; text-align: center; }
    BigWord.-left { text-align: left; color: $left; }
    BigWord.-right { text-align: right; color: $right; }
    """

    def __init__(self, big: Big, name: str) -> None:
        super().__init__(_large(big), markup=False, id=name)
        if big.side != "both":
            self.add_class(f"-{big.side}")


def _large(big: Big) -> Content:
    return Content("\n".join(large(big.text)))


def page_widgets(page: StepPage) -> Iterator[Widget]:
    """The widgets of a page, from its title to its note."""
    yield Heading(page.title)
    for i, block in enumerate(page.blocks):
        follows = page.blocks[i + 1] if i + 1 < len(page.blocks) else None
        for widget in _block(block, f"block{i}", _longest(page.blocks, i)):
            widget.set_class(isinstance(block, Row) and not isinstance(follows, Row), "-last")
            yield widget
    apart = next((i for i, choice in enumerate(page.choices) if choice.above), len(page.choices))
    for choice in page.choices[:apart]:
        yield KeyLine(choice)
    if asked := page.choices[apart:]:
        yield Words(asked[0].above, classes="above")
        yield Horizontal(*map(KeyLine, asked), classes="asked")
    if page.note:
        yield Words(page.note, classes="note")


def retell(widget: Widget, block: Block) -> bool:
    """Show another text in a block's widget; False where the block has to be built anew."""
    if isinstance(block, Para) and isinstance(widget, Static):
        text, before = _bold(block.text), widget.content
        of_one_line = (
            isinstance(before, Content) and before.cell_length == text.cell_length <= widget.size.width
        )
        widget.update(text, layout=not of_one_line)
        for tone in get_args(Tone):
            widget.set_class(tone == block.tone, f"-{tone}")
    elif isinstance(block, Big) and isinstance(widget, BigWord):
        widget.update(_large(block))
    else:
        return False
    return True


def _longest(blocks: Sequence[Block], at: int) -> int:
    """The longest label among the rows that stand together with a block; 0 where it is none of them."""
    before = takewhile(lambda b: isinstance(b, Row), reversed(blocks[:at]))
    after = takewhile(lambda b: isinstance(b, Row), blocks[at:])
    return max((len(b.label) for b in (*before, *after) if isinstance(b, Row)), default=0)


def _block(block: Block, name: str, longest: int) -> Iterator[Widget]:
    match block:
        case Para():
            yield Static(_bold(block.text), markup=False, id=name, classes=f"para -{block.tone}")
        case Field():
            yield Static(_bold(block.text), markup=False, id=name, classes="para -strong")
        case Picture():
            yield Drawing(block)
        case Head():
            yield Words(block.text, classes="head")
        case Points():
            for i, item in enumerate(block.items, 1):
                mark = f"{i}  " if block.numbered else "–  "
                yield Horizontal(
                    Words(mark, classes="mark"),
                    Static(_bold(item), markup=False, classes="item"),
                    classes="point",
                )
        case Row():
            yield StepRow(block, longest)
        case Big():
            yield BigWord(block, name)


def _bold(text: str) -> Content:
    return Content.assemble(
        *((displayable(piece, newlines=True), "bold" if bold else "") for piece, bold in bold_spans(text))
    )
