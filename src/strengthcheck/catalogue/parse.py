"""Text to protocol: every fault of a file at once, each with its line."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from strengthcheck.catalogue.fault import FileFault, visible
from strengthcheck.catalogue.files import LIMIT, normal
from strengthcheck.catalogue.tree import Node, Wrong, read_tree
from strengthcheck.model import explain
from strengthcheck.model.protocol import Protocol

MAX_FAULTS = 50
"""Faults named of one file; after so many, the file is not a protocol."""

Parsed = tuple[Protocol | None, tuple[FileFault, ...]]


def parse(text: str, name: str) -> Parsed:
    """The protocol that a text holds, or every fault; `name` is what they call it (`grip.yaml`)."""
    return parse_as(text, Path(name))


def parse_as(text: str, path: Path) -> Parsed:
    """As `parse`, of a text that stands (or stood) at a path."""
    if len(text) > LIMIT:
        return None, (FileFault(path, None, f"is larger than {LIMIT // 1024} kB; one test needs a few kB"),)
    tree, wrong = read_tree(normal(text))
    protocol = None
    if tree is None or (tree.names is None and tree.items is None and tree.scalar is None):
        wrong = wrong or [Wrong(1, "is empty")]
    elif tree.names is None:
        wrong.append(Wrong(tree.line, "should hold settings, one a line, such as title: My test"))
    else:
        protocol, refused = _validated(tree)
        told = {w.line for w in wrong}
        wrong += [w for w in refused if w.line not in told]
    if wrong:
        return None, _listed(path, wrong)
    return protocol, ()


def protocol_schema() -> dict[str, Any]:
    """The JSON Schema of a protocol file, with a description of every setting."""
    schema = Protocol.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _validated(tree: Node) -> tuple[Protocol | None, list[Wrong]]:
    # As JSON, so that the strict model takes YAML's lists for its tuples and nothing else for anything.
    text = json.dumps(tree.plain(), allow_nan=False)
    try:
        return Protocol.model_validate_json(text), []
    except ValidationError as e:
        return None, [Wrong(tree.line_of(f.path), _told(f)) for f in _causes(e)]


def _causes(error: ValidationError) -> list[explain.Fault]:
    """The faults without those that only follow from a misspelt name (the right name is then missing too)."""
    found = explain.faults(error, Protocol)
    meant = {
        (*f.path[:-1], f.message.rpartition("; did you mean ")[2].removesuffix("?"))
        for f in found
        if "; did you mean " in f.message
    }
    return [f for f in found if not (f.message == "is missing" and f.path in meant)]


def _told(fault: explain.Fault) -> str:
    """`effort.say is missing`; an unknown name says its own."""
    if fault.message.startswith(("is ", "should ", "needs ", "holds ")):
        return f"{explain.spell(fault.path)} {fault.message}"
    return fault.message


def _listed(path: Path, wrong: list[Wrong]) -> tuple[FileFault, ...]:
    inorder = sorted(set(wrong))
    faults = [FileFault(path, w.line, visible(w.message)) for w in inorder[:MAX_FAULTS]]
    if len(inorder) > MAX_FAULTS:
        faults.append(FileFault(path, None, f"{len(inorder) - MAX_FAULTS} more things are wrong"))
    return tuple(faults)
