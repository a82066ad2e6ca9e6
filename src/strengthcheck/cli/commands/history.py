"""`strengthcheck history`: the checks, newest first."""

import json
from datetime import date
from typing import NamedTuple

from strengthcheck.cli.call import Call
from strengthcheck.exchange.document import current_checks
from strengthcheck.host.folders import folders_for
from strengthcheck.model.check import Check
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.workspace import nothing_kept_in, open_workspace
from strengthcheck.views.listing import history_data, history_lines
from strengthcheck.views.sealed import sealed_data, sealed_history


def run(call: Call) -> int:
    """List the checks as lines, or as data; the record is not changed. No value of it while sealed."""
    found = _recorded(call)
    today = call.clock.now().date()
    day = call.args.as_of
    checks = tuple(c for c in found.checks if day is None or c.started_at.date() <= day)
    if call.args.format == "json":
        data = history_data(checks) if found.sealed is None else sealed_data(checks, found.sealed)
        call.output.data(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    elif found.sealed is None:
        call.output.say("\n".join(history_lines(checks, found.units)))
    else:
        call.output.say("\n".join(sealed_history(checks, found.sealed, today)))
    return 0


class _Recorded(NamedTuple):
    """The checks, the unit of each measure, and until when values are sealed."""

    checks: tuple[Check, ...]
    units: dict[str, str]
    sealed: date | None


def _recorded(call: Call) -> _Recorded:
    if nothing_kept_in(folders_for(call.data_dir, call.environ)):
        return _Recorded((), {}, None)
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        units = {m.id: m.unit for k in reversed(ws.known().items) for m in k.protocol.measures}
        return _Recorded(current_checks(ws.store.entries("check")), units, sealed_until(ws))
