"""`strengthcheck compare`: the readings, left beside right and now beside then."""

import json

from strengthcheck.cli.call import Call
from strengthcheck.host.folders import folders_for
from strengthcheck.services import protocols
from strengthcheck.services.readings import compare
from strengthcheck.services.workspace import nothing_kept_in, open_workspace
from strengthcheck.views.compare import CompareView, empty_view
from strengthcheck.views.compare_text import compare_data, compare_lines
from strengthcheck.views.displayable import displayable


def run(call: Call) -> int:
    """Read the record as it stood on a day, as lines or as data; the record is not changed."""
    view = _read(call)
    if call.args.format == "json":
        call.output.data(json.dumps(compare_data(view), ensure_ascii=False, indent=1) + "\n")
    else:
        call.output.say("\n".join(displayable(line) for line in compare_lines(view)))
    return 0


def _read(call: Call) -> CompareView:
    day = call.args.as_of
    if call.args.protocol is not None:
        protocols.find(call.args.protocol, protocols.catalogue(call.data_dir, call.environ))
    if nothing_kept_in(folders_for(call.data_dir, call.environ)):
        return empty_view(day or call.clock.now().date())
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        return compare(ws, day, call.args.protocol)
