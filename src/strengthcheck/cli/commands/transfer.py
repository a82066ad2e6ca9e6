"""`strengthcheck export` and `strengthcheck import`."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from strengthcheck.cli.call import Call
from strengthcheck.cli.reading import named, read_text
from strengthcheck.exchange.document import read_document
from strengthcheck.exchange.refused import Refused, of_it
from strengthcheck.exchange.strict import MOST_FILE
from strengthcheck.host.files import write_private
from strengthcheck.host.folders import folders_for
from strengthcheck.services.seal import require_open
from strengthcheck.services.transfer import export_json, import_document
from strengthcheck.services.workspace import Workspace, nothing_kept_in, open_workspace

STANDARD_OUTPUT = "-"


def export(call: Call) -> int:
    """Write the whole record to a file that is there whole or not at all, or to standard output."""
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        text, holds = _exported(ws, call.args.format, unseal=call.args.unseal)
    target = call.args.output
    if target == STANDARD_OUTPUT:
        call.output.data(text)
        return 0
    write_private(Path(target).absolute(), text.encode(), force=call.args.force)
    call.output.say(f"written {target}")
    if holds:
        call.output.tell(holds)
    return 0


def _exported(ws: Workspace, kind: str, *, unseal: bool) -> tuple[str, str]:
    """The text of an export, and what a person should know that it holds."""
    require_open(ws, unseal=unseal)
    if kind == "json":
        return export_json(ws), ""
    # The other formats load what only they need.
    from strengthcheck.services.reporting import FHIR_HOLDS, TABLE_HOLDS, export_csv, export_fhir

    if kind == "csv":
        return export_csv(ws, unseal=unseal), TABLE_HOLDS
    return export_fhir(ws, unseal=unseal), FHIR_HOLDS


def import_(call: Call) -> int:
    """Join an export to the record, all or nothing, and say how much of it is new."""
    text = read_text(call.args.file, call.input, most=MOST_FILE)
    try:
        document = read_document(text)
        with _workspace(call) as ws:
            counts = import_document(ws, document, dry_run=call.args.dry_run)
    except Refused as e:
        raise Refused(f"{named(call.args.file)} was not imported: {of_it(e)}") from e
    done = "would be " if call.args.dry_run else ""
    call.output.say(f"{done}new {counts.new}, same {counts.same}, changed {counts.changed}")
    return 0


@contextmanager
def _workspace(call: Call) -> Iterator[Workspace]:
    """The record to join to; for a dry run one that stays as it is, a made-up empty one where none is."""
    dry = call.args.dry_run
    if dry and nothing_kept_in(folders_for(call.data_dir, call.environ)):
        with (
            tempfile.TemporaryDirectory() as empty,
            open_workspace(empty, call.environ, call.clock) as ws,
        ):
            yield ws
        return
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=dry) as ws:
        yield ws
