"""`strengthcheck protocols`: the tests, and what is wrong with a file of one's own."""

import json
from pathlib import Path

from strengthcheck.catalogue import Catalogue, protocol_schema, validate_file
from strengthcheck.cli.call import Call
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import no_test_called
from strengthcheck.host.folders import folders_for
from strengthcheck.services.workspace import catalogue_in


def list_(call: Call) -> int:
    """List the tests by id; files that are broken are named beside them."""
    catalogue = _catalogue(call)
    width = max((len(name) for name in catalogue.protocols), default=0)
    lines = []
    for name, found in sorted(catalogue.protocols.items()):
        mine = "  (written by you)" if found.own else ""
        lines.append(f"{name:{width}}  {found.protocol.title}{mine}")
    call.output.say("\n".join(lines))
    return _told_faults(call, catalogue)


def show(call: Call) -> int:
    """Show one test in full, as its file has it."""
    catalogue = _catalogue(call)
    found = catalogue.protocols.get(call.args.id)
    if found is None:
        raise Refused(no_test_called(call.args.id, catalogue.protocols))
    call.output.say(found.text.text.rstrip("\n"))
    return 0


def validate(call: Call) -> int:
    """Say what is wrong with a test's file, on which line, and what would be right."""
    path = Path(call.args.file)
    protocol, faults = validate_file(path)
    for fault in faults:
        call.output.say(str(fault))
    if protocol is None:
        return 1
    call.output.say(f"{path.name}: in order ({protocol.id}, version {protocol.version})")
    return 0


def schema(call: Call) -> int:
    """The JSON Schema of a test's file."""
    call.output.data(json.dumps(protocol_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


def _catalogue(call: Call) -> Catalogue:
    return catalogue_in(folders_for(call.data_dir, call.environ))


def _told_faults(call: Call, catalogue: Catalogue) -> int:
    for fault in catalogue.faults:
        call.output.tell(str(fault))
    return 1 if catalogue.faults else 0
