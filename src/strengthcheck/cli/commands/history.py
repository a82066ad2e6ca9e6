"""`strengthcheck history`: the checks, newest first."""

import json

from strengthcheck.cli.call import Call
from strengthcheck.exchange.document import current_checks
from strengthcheck.host.folders import folders_for
from strengthcheck.model.check import Check
from strengthcheck.services.workspace import nothing_kept_in, open_workspace
from strengthcheck.views.listing import history_data, history_lines


def run(call: Call) -> int:
    """List the checks as lines, or as data; the record is not changed."""
    checks, units = _recorded(call)
    day = call.args.as_of
    if day is not None:
        checks = tuple(c for c in checks if c.started_at.date() <= day)
    if call.args.format == "json":
        call.output.data(json.dumps(history_data(checks), ensure_ascii=False, indent=1) + "\n")
    else:
        call.output.say("\n".join(history_lines(checks, units)))
    return 0


def _recorded(call: Call) -> tuple[tuple[Check, ...], dict[str, str]]:
    """The checks, and the unit of each measure."""
    if nothing_kept_in(folders_for(call.data_dir, call.environ)):
        return (), {}
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        units = {m.id: m.unit for k in reversed(ws.known().items) for m in k.protocol.measures}
        return current_checks(ws.store.entries("check")), units
