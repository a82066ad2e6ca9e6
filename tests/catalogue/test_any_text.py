"""Whatever text stands in a file: a protocol or faults, never an exception, and each fault on a real line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strengthcheck.catalogue import parse, shipped_folder
from tests.catalogue.samples import SAMPLE

pytestmark = pytest.mark.wide

TEXTS = [SAMPLE, *(p.read_text(encoding="utf-8") for p in sorted(shipped_folder().glob("*.yaml")))]
SIGNS = "\n\t\r :-?[]{},'\"|>&*!#@`~=%\\\0\x1b\x85\u2028\u202e\ufeffé😀"
WORDS = """&a *a <<:*a !!int !<x> --- ... null true yes -1 1.5 1e999 .nan 1:30 90,5 0x1F 2024-01-01
99999999999999999999
"\\U00110000" "\\ud800" "\\e" |2 >- |x"""
PIECES = (
    st.sampled_from(SIGNS)
    | st.sampled_from(WORDS.split())
    | st.sampled_from(["", ": ", "- ", "? ", "|\n", "\n  ", "%YAML 1.1\n---\n", "%TAG ! x\n", "---\n"])
)


def check(text: str) -> None:
    protocol, faults = parse(text, "any.yaml")
    assert (protocol is None) == bool(faults)
    for fault in faults:
        assert str(fault).isprintable()
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + text.count("\r") + 1


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all(text: str) -> None:
    check(text)


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_heap_of_yaml_pieces(text: str) -> None:
    check(text)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_protocol_with_pieces_put_in_and_taken_out(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    check(text)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_protocol_with_lines_gone_doubled_moved_or_renamed(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        to = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["gone", "doubled", "moved", "renamed", "indented"]))
        line = lines[at]
        if how == "gone":
            lines.pop(at) if len(lines) > 1 else None
        elif how == "moved":
            lines.insert(to, lines.pop(at))
        elif how == "renamed":
            lines[at] = line.replace(line.strip()[:1], data.draw(st.text(max_size=3)), 1)
        else:
            lines.insert(at, ("  " if how == "indented" else "") + line)
    check("\n".join(lines))
