"""`strengthcheck where`, `verify`, `backup` and `restore`."""

from strengthcheck.cli.call import Call
from strengthcheck.host.folders import folders_for
from strengthcheck.services import upkeep
from strengthcheck.services.workspace import open_workspace


def where(call: Call) -> int:
    """Say which folders and files are in use, how large they are, and when the last backup was made."""
    found = upkeep.where(call.data_dir, call.environ)
    width = max(len(p.what) for p in found.places)
    lines = [f"{p.what:{width}}  {p.path}{_state(p)}" for p in found.places]
    last = found.last_backup
    told = (
        f"{last.verified_at:%Y-%m-%d %H:%M} UTC, {_size(last.size)}"
        if last and last.verified_at
        else "none yet"
    )
    lines.append(f"{'last backup':{width}}  {told}" + (f" ({found.backups} kept)" if last else ""))
    call.output.say("\n".join(lines))
    return 0


def verify(call: Call) -> int:
    """Check the record without changing it; 0 when nothing is wrong."""
    folders = folders_for(call.data_dir, call.environ)
    if not folders.data.is_dir():
        call.output.tell(
            f"strengthcheck: there is no folder {folders.data}, so there is no record to check. "
            "The folders in use are named by: strengthcheck where."
        )
        return 1
    findings = upkeep.verify(folders)
    for finding in findings:
        call.output.say(str(finding))
    if findings:
        many = "1 thing is" if len(findings) == 1 else f"{len(findings)} things are"
        call.output.tell(
            f"strengthcheck: {many} wrong in {folders.data}. Nothing was changed. "
            "A backup can be put back with: strengthcheck restore FILE (where: strengthcheck where)."
        )
        return 1
    if upkeep.is_recorded(folders):
        call.output.say(f"nothing wrong in {folders.data}")
    else:
        call.output.say(f"nothing is recorded in {folders.data} yet, so nothing was checked")
    return 0


def backup(call: Call) -> int:
    """Make a checked copy of the record."""
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        made = upkeep.backup(ws, call.args.output)
    call.output.say(f"backed up to {made.path} ({_size(made.size)}, checked)")
    return 0


def restore(call: Call) -> int:
    """Put a backup back; what it replaces is kept beside it."""
    kept = upkeep.restore(folders_for(call.data_dir, call.environ), call.args.file, call.clock)
    told = f"; what was there before is kept as {kept}" if kept else ""
    call.output.say(f"restored from {call.args.file}{told}")
    return 0


def _state(place: upkeep.Place) -> str:
    if not place.there:
        return "  (not there yet)"
    return f"  ({_size(place.size)})" if place.size is not None else ""


def _size(size: int) -> str:
    return f"{size / 1024:.0f} kB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
