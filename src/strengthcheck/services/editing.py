"""Changing what is kept: every change is a new revision, the earlier one stays and can be seen."""

from uuid import UUID

from strengthcheck.model.check import Check, InvalidReason, Result, Trial
from strengthcheck.model.entry import Entry, Revision
from strengthcheck.services.workspace import Workspace


class NoSuchCheck(LookupError):
    """The check is not in the record, or is in the bin; the message says which."""


def add_note(ws: Workspace, check: UUID, note: str) -> Check:
    """Set a check's note; an empty one takes it away."""
    entry, value = _current(ws, check)
    fields = value.model_dump(exclude_unset=True)
    fields.pop("note", None)
    changed = Check.model_validate({**fields, **({"note": note} if note else {})})
    return _save(ws, entry, changed, "note")


def mark_trial(
    ws: Workspace, check: UUID, result: int, trial: int, invalid: InvalidReason | None, note: str = ""
) -> Check:
    """Mark one trial invalid with a reason, or valid again with none. Its values stay."""
    entry, value = _current(ws, check)
    fields = value.results[result].trials[trial].model_dump(exclude_unset=True)
    fields.pop("invalid", None)
    fields.pop("invalid_note", None)
    if invalid is not None:
        fields["invalid"] = invalid
        if note:
            fields["invalid_note"] = note
    results = list(value.results)
    trials = list(results[result].model_dump(exclude_unset=True)["trials"])
    trials[trial] = fields
    results[result] = Result.model_validate(
        {**results[result].model_dump(exclude_unset=True), "trials": tuple(trials)}
    )
    changed = Check.model_validate({**value.model_dump(exclude_unset=True), "results": tuple(results)})
    return _save(ws, entry, changed, f"marked {invalid or 'valid again'}")


def correct_trial(ws: Workspace, check: UUID, result: int, trial: int, now: Trial, reason: str) -> Check:
    """Put another trial in one's place; what it was stays in the revision before."""
    entry, value = _current(ws, check)
    results = list(value.results)
    trials = list(results[result].trials)
    trials[trial] = now
    fields = results[result].model_dump(exclude_unset=True)
    results[result] = Result.model_validate({**fields, "trials": tuple(trials)})
    changed = Check.model_validate({**value.model_dump(exclude_unset=True), "results": tuple(results)})
    return _save(ws, entry, changed, reason)


def choose_version(ws: Workspace, check: UUID, revision: str) -> None:
    """Of several current versions, let one count; the others stay and can be seen. Raises NoSuchCheck."""
    entry = ws.store.entry(check)
    chosen = next((r for r in entry.heads if r.id == revision), None) if entry is not None else None
    if entry is None or chosen is None:
        raise NoSuchCheck("That version is not a current one any more.")
    value = chosen.value
    _add(ws, entry, chosen.state, value if isinstance(value, Check) else None, "this version chosen")


def empty_bin(ws: Workspace) -> int:
    """Erase what is in the bin for good; returns how many checks. A mark of each stays.

    An import does not bring them back. Backups that were made before still hold them.
    """
    gone = [r.entry for r in ws.store.heads("check") if r.state == "deleted"]
    ws.store.purge(gone, ws.clock.now())
    return len(gone)


def delete_check(ws: Workspace, check: UUID) -> None:
    """Put a check into the bin."""
    entry, _ = _current(ws, check)
    _add(ws, entry, "deleted", None, "deleted")


def bring_back(ws: Workspace, check: UUID) -> Check:
    """Take a check out of the bin, as it was."""
    entry = ws.store.entry(check)
    if entry is None or entry.current.state != "deleted":
        raise NoSuchCheck("This check is not in the bin.")
    before = [r for r in entry.revisions if r.id in entry.current.after and r.state == "content"]
    last = max(before, key=lambda r: (r.made_at, r.id), default=None)
    if last is None or not isinstance(value := last.value, Check):
        raise NoSuchCheck("Nothing of this check is left to bring back.")
    return _save(ws, entry, value, "brought back")


def _current(ws: Workspace, check: UUID) -> tuple[Entry, Check]:
    entry = ws.store.entry(check)
    if entry is None:
        raise NoSuchCheck("This check is not in the record.")
    value = entry.current.value
    if not isinstance(value, Check):
        raise NoSuchCheck("This check is in the bin.")
    return entry, value


def _save(ws: Workspace, entry: Entry, check: Check, reason: str) -> Check:
    _add(ws, entry, "content", check, reason)
    return check


def _add(ws: Workspace, entry: Entry, state: str, check: Check | None, reason: str) -> None:
    ws.store.add(
        Revision.model_validate(
            {
                "entry": entry.id,
                "kind": entry.kind,
                "after": tuple(sorted(r.id for r in entry.heads)),
                "made_at": ws.clock.now(),
                "reason": reason,
                "state": state,
                "content": None if check is None else check.model_dump(mode="json", exclude_unset=True),
                "uses": entry.current.uses or entry.first.uses,
            }
        )
    )
