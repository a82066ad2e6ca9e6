"""Fields to fill in: a line with its label, and the sheet of one test, left at left, right at right."""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from strengthcheck.model.base import Side
from strengthcheck.tui.widgets.field import LineField
from strengthcheck.tui.widgets.words import Words
from strengthcheck.views.check_page import SIDE_WORDS
from strengthcheck.views.paper import Line, Sheet, lines

USED = "used"


class Field(LineField):
    """One line high, so that a whole sheet fits a small window."""

    DEFAULT_CSS = """
    Field {
        height: 1;
        width: 1fr;
        border: none;
        padding: 0 1;
        margin: 0 2 0 0;
        background: $panel;
    }
    Field:focus { border: none; background: $row-cursor; text-style: bold; }
    """

    def __init__(self, value: str, name: str, placeholder: str = "") -> None:
        super().__init__(value, name, hint=placeholder, compact=True)


class FieldLine(Horizontal):
    """A label and its fields."""

    DEFAULT_CSS = """
    FieldLine {
        height: auto;
        margin-bottom: 1;
        & > Words { width: 28; }
        & > .-left { color: $left; width: 1fr; }
        & > .-right { color: $right; width: 1fr; }
        & > .-both { width: 1fr; }
    }
    """


def line_field(name: str, label: str, value: str, example: str = "", note: str = "") -> FieldLine:
    """One label with one field; an example says that it is one, since grey alone does not tell it."""
    told = (f"such as {example}" if example else "", note)
    return FieldLine(Words(label), Field(value, name, "; ".join(t for t in told if t)))


class SheetFields(Vertical):
    """The fields of one test."""

    DEFAULT_CSS = """
    SheetFields { height: auto; }
    """

    def __init__(self, sheet: Sheet, typed: Mapping[tuple[str, Side], str], used: str) -> None:
        """What was typed before stands in its fields."""
        super().__init__()
        self._sheet = sheet
        self._typed = typed
        self._used = used

    def compose(self) -> ComposeResult:
        """The object, the sides' names, then a line for each measure."""
        fit = self._sheet.protocol.fit
        if fit is not None and fit.object is not None and self._sheet.part is None:
            yield line_field(USED, "which one was used", self._used, fit.example or "")
        yield FieldLine(Words(""), *(Words(SIDE_WORDS[s], classes=f"-{s}") for s in self._sheet.sides))
        for line in lines(self._sheet):
            yield FieldLine(Words(line.label), *self._fields(line))

    def _fields(self, line: Line) -> Iterator[Field]:
        for side in self._sheet.sides:
            yield Field(self._typed.get((line.name, side), ""), f"{line.name}-{side}")

    def typed(self) -> dict[tuple[str, Side], str]:
        """What stands in the fields."""
        return {
            (line.name, side): self.query_one(f"#{line.name}-{side}", Field).value
            for line in lines(self._sheet)
            for side in self._sheet.sides
        }

    def used(self) -> str:
        """Which bottle, book, stairs or device was used."""
        return next((f.value for f in self.query(Field) if f.id == USED), "")
