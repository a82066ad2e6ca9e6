"""The whole record as a file that the person keeps."""

from pathlib import Path
from typing import NamedTuple

from strengthcheck.host.files import FileRefused, write_private
from strengthcheck.services.seal import require_open, sealed_today
from strengthcheck.services.transfer import export_json
from strengthcheck.services.workspace import Workspace


class ExportFacts(NamedTuple):
    """What a file would hold, and where it would go."""

    checks: int
    in_bin: int
    others: int
    """Entries that are no checks: what was told at the gate, set-up, visits."""
    tests: int
    path: Path
    sealed: str = ""
    """That values are sealed, and until when; empty when they are not."""

    def path_for(self, kind: str) -> Path:
        """The usual place for a kind of file: json, csv or fhir."""
        ends = {"csv": ".csv", "fhir": "-fhir.json"}
        return self.path.with_name(f"{self.path.stem}{ends.get(kind, '.json')}")


class Exported(NamedTuple):
    """A file that is there, whole."""

    path: Path
    size: int
    """In bytes."""


def export_facts(ws: Workspace) -> ExportFacts:
    """What the record holds now, and the usual place for a file."""
    today = ws.clock.now().date()
    states = [r.state for r in ws.store.heads("check")]
    return ExportFacts(
        checks=states.count("content"),
        in_bin=states.count("deleted"),
        others=len(ws.store.entry_ids()) - len(states),
        tests=len(ws.store.protocol_texts()),
        path=usual_folder(ws) / f"strengthcheck-{today:%Y-%m-%d}.json",
        sealed=sealed_today(ws),
    )


def is_there(_: Workspace, typed: str) -> bool:
    """Whether a file stands at that place already; of a place that can't be looked at, writing tells more."""
    try:
        return path_of(typed).is_file()
    except OSError:
        return False


def export_to(ws: Workspace, typed: str, *, force: bool = False, unseal: bool = False) -> Exported:
    """Write the whole record; only its owner can read the file. Raises FileRefused, or Sealed."""
    require_open(ws, unseal=unseal)
    return written_to(typed, export_json(ws), force=force)


def written_to(typed: str, text: str, *, force: bool) -> Exported:
    """Write a text whole to the place that was typed, for its owner alone. Raises FileRefused."""
    path, data = path_of(typed), text.encode()
    write_private(path, data, force=force)
    return Exported(path, len(data))


def path_of(typed: str) -> Path:
    """The place that was typed; `~` is the home folder. Raises FileRefused."""
    if not typed.strip() or "\0" in typed:
        raise FileRefused("Type where the file should go.")
    try:
        return Path(typed.strip()).expanduser().absolute()
    except RuntimeError:
        raise FileRefused(f"There is no home folder for {typed.strip()}.") from None


def usual_folder(ws: Workspace) -> Path:
    """Where a file goes unless another place is typed: the home folder, else the record's."""
    try:
        home = Path.home()
    except RuntimeError:
        return ws.folders.data
    return home if home.is_dir() else ws.folders.data
