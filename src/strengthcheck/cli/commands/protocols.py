"""`strengthcheck protocols`: the tests, and what is wrong with a file of one's own."""

import json
from pathlib import Path

from strengthcheck.cli.call import Call
from strengthcheck.services import protocols


def list_(call: Call) -> int:
    """List the tests by id; files that are broken are named beside them."""
    catalogue = protocols.catalogue(call.data_dir, call.environ)
    width = max((len(name) for name in catalogue.protocols), default=0)
    lines = []
    for name, found in sorted(catalogue.protocols.items()):
        mine = "  (written by you)" if found.own else ""
        lines.append(f"{name:{width}}  {found.protocol.title}{mine}")
    call.output.say("\n".join(lines))
    for fault in catalogue.faults:
        call.output.tell(str(fault))
    return 1 if catalogue.faults else 0


def show(call: Call) -> int:
    """Show one test in full, as its file has it."""
    found = protocols.find(call.args.id, protocols.catalogue(call.data_dir, call.environ))
    call.output.say(found.text.text.rstrip("\n"))
    return 0


def validate(call: Call) -> int:
    """Say what is wrong with a test's file, on which line, and what would be right."""
    protocol, faults = protocols.validate(call.args.file)
    for fault in faults:
        call.output.say(str(fault))
    if protocol is None:
        return 1
    name = Path(call.args.file).name
    call.output.say(f"{name}: in order ({protocol.id}, version {protocol.version})")
    return 0


def schema(call: Call) -> int:
    """The JSON Schema of a test's file."""
    call.output.data(json.dumps(protocols.schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
