"""YAML 1.2 text as plain values that know their lines. The YAML library is imported only when text is read.

Works from the parser's events, not from its loader: no type is ever built from a file, aliases cannot expand,
depth and size are bounded before anything grows, and every value keeps its line.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from strengthcheck.catalogue.fault import visible

MAX_DEPTH = 8
"""Levels of settings inside settings; a protocol needs 3."""

MAX_NODES = 2000
"""Names and values in one file; the longest shipped one has 140."""

MAX_DIGITS = 15
"""Digits of a whole number that every program reads alike."""

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""YAML 1.2's core schema: `yes`, `no`, `on` and `1:30` are text."""

Scalar = str | int | float | bool | None


class Wrong(NamedTuple):
    """A line (from 1) and what is wrong there."""

    line: int
    message: str


class Node(NamedTuple):
    """A value with its line; `names` holds each setting's line and value, `items` each list entry."""

    line: int
    scalar: Scalar = None
    names: dict[str, tuple[int, "Node"]] | None = None
    items: list["Node"] | None = None

    def plain(self) -> Any:
        """The value without its lines, as JSON would hold it."""
        if self.names is not None:
            return {name: node.plain() for name, (_, node) in self.names.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.scalar

    def line_of(self, path: tuple[str | int, ...]) -> int:
        """The line on which the value at a path stands; of a missing one, that of what should hold it."""
        line, node = self.line, self
        for part in path:
            if isinstance(part, str) and node.names and part in node.names:
                line, node = node.names[part]
            elif isinstance(part, int) and node.items and part < len(node.items):
                node = node.items[part]
                line = node.line
            else:
                break
        return line


class _Stop(Exception):
    """Nothing after this can be understood."""


def read_tree(text: str) -> tuple[Node | None, list[Wrong]]:
    """The text's one document, and all that is wrong with it; no tree when it can't be read to its end."""
    wrong = _bad_characters(text)
    if wrong:
        return None, wrong
    reader = _Reader(text)
    try:
        return reader.document(), reader.wrong
    except _Stop:
        return None, reader.wrong


def _bad_characters(text: str) -> list[Wrong]:
    """Tabs and control characters, line by line: YAML or a terminal trips over them."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        bad = next((c for c in line if _is_control(c)), None)
        if bad == "\t":
            found.append(Wrong(number, "holds a tab; use spaces"))
        elif bad is not None:
            found.append(Wrong(number, f"holds a character that can't be shown ({visible(bad)})"))
    return found


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character == "\ufeff"


class _Reader:
    """Builds the tree from the events of one text."""

    def __init__(self, text: str) -> None:
        self.wrong: list[Wrong] = []
        self._count = 0
        self._events = self._parsed(text)

    def document(self) -> Node | None:
        """The first document's tree; None if there is none."""
        from ruamel.yaml.events import DocumentStartEvent

        self._next()  # the stream's start
        start = self._next()
        if not isinstance(start, DocumentStartEvent):
            return None
        if start.version not in (None, (1, 2)):
            self._note(start, "asks for an older YAML; leave the %YAML line out")
        node = self._node(self._next(), depth=1)
        self._next()  # the document's end
        after = self._next()
        if isinstance(after, DocumentStartEvent):
            self._note(after, "a second document starts here (---); one file holds one test")
            raise _Stop
        return node

    def _parsed(self, text: str) -> Iterator[Any]:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        try:
            yield from YAML(typ="safe", pure=True).parse(text)
        except MarkedYAMLError as e:
            self.wrong.append(_syntax(e))
        except (YAMLError, ValueError, OverflowError) as e:
            # The library lets a few of its own slips through bare, such as an escape beyond Unicode.
            self.wrong.append(Wrong(1, f"is not YAML: {str(e).splitlines()[0] if str(e) else 'unclear'}"))

    def _next(self) -> Any:
        event = next(self._events, None)
        if event is None:
            raise _Stop
        return event

    def _note(self, event: Any, message: str) -> None:
        self.wrong.append(Wrong(event.start_mark.line + 1, message))

    def _node(self, event: Any, depth: int) -> Node:
        from ruamel.yaml.events import AliasEvent, MappingStartEvent, SequenceStartEvent

        self._count += 1
        if self._count > MAX_NODES or depth > MAX_DEPTH:
            self._note(
                event, "holds far more than one test needs" if depth <= MAX_DEPTH else "is nested too deeply"
            )
            raise _Stop
        if event.anchor is not None:
            self._note(
                event, "a text that begins with * or & needs quotes (aliases and anchors are not used here)"
            )
        elif getattr(event, "tag", None) is not None:
            self._note(
                event,
                "a text that begins with ! needs quotes (YAML tags are not used here)",
            )
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            return Node(line)
        if isinstance(event, MappingStartEvent):
            return self._mapping(line, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(line, depth)
        return Node(line, self._scalar(event))

    def _sequence(self, line: int, depth: int) -> Node:
        from ruamel.yaml.events import SequenceEndEvent

        items: list[Node] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Node(line, items=items)

    def _mapping(self, line: int, depth: int) -> Node:
        from ruamel.yaml.events import MappingEndEvent

        names: dict[str, tuple[int, Node]] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key.scalar, str):
                shown = "" if key.scalar is None else f" (got {key.scalar})"
                self._note(event, f"a setting's name should be a plain word{shown}")
            elif key.scalar in names:
                first = names[key.scalar][0]
                self._note(event, f"{key.scalar[:60]} stands twice (first on line {first})")
            else:
                names[key.scalar] = (key.line, value)
        return Node(line, names=names)

    def _scalar(self, event: Any) -> Scalar:
        text: str = event.value
        bad = next((c for c in text if _is_control(c) and c != "\n"), None)
        if bad is not None:
            self._note(event, f"holds a character that can't be shown ({visible(bad)})")
            return None
        return text if event.style else self._resolved(event, text)

    def _resolved(self, event: Any, text: str) -> Scalar:
        """What an unquoted word means under YAML 1.2's core schema."""
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text):
            if len(text.lstrip("+-0")) <= MAX_DIGITS:
                return int(text)
            self._note(event, f"is a number with more than {MAX_DIGITS} digits")
        elif _FLOAT.fullmatch(text):
            if abs(number := float(text)) < float("inf"):
                return number
            self._note(event, f"is too large a number (got {text[:60]})")
        elif _NOT_FINITE.fullmatch(text):
            self._note(event, f"should be a finite number (got {text})")
        elif _DATE.fullmatch(text):
            self._note(event, f"reads as a date; put it in quotes if it is text (got {text[:60]})")
        else:
            return text
        return None


_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a colon and a space inside a text (it then needs quotes), or a line indented unlike its neighbours",
    ),
    ("could not find expected ':'", "a setting needs a name, a colon and a space, as in title: My test"),
    ("expected <block end>", "the indentation does not fit the lines above"),
    ("end of stream", "a quote is opened here and never closed"),
    ("but found '<stream end>'", "the text ends in the middle of a list or of settings"),
    ("escape sequence", "a backslash in double quotes needs a second one, or use single quotes"),
    ("unknown escape", "a backslash in double quotes needs a second one, or use single quotes"),
    ("expected alphabetic or numeric", "a text that begins with * or & needs quotes"),
    ("that cannot start any token", "a text that begins with a sign such as @, ` or % needs quotes"),
    ("expected ',' or ", "a list in [ ] or settings in { } are not closed, or a comma is missing"),
)
"""What the library says, and what it means to someone who writes a test."""


def _syntax(error: Any) -> Wrong:
    """A syntax error in plain words; of an open quote, the line where it opens."""
    said = f"{error.context or ''} {error.problem or ''}"
    words = next((plain for theirs, plain in _PLAIN_WORDS if theirs in said), None)
    quote = "end of stream" in said
    mark = (error.context_mark if quote else error.problem_mark) or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    return Wrong(line, words or f"is not YAML: {said.strip()[:200]}")
