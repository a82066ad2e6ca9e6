"""What follows the page for who wants all of it: every trial, the method, the tests as they were done."""

from strengthcheck.analysis.series import Lookup
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import Protocol
from strengthcheck.model.series import Kept
from strengthcheck.views.page_data import Appendix, CheckRows, TestText, TrialRow, Words
from strengthcheck.views.page_words import day_text, line, words
from strengthcheck.views.values import value_text
from strengthcheck.wording import doctor

MOST_TRIALS = 1_500
"""12,000 rows took 6.7 s and over 1 GB; what is beyond stands in the CSV export."""

MOST_NOTE = 4_000
"""Characters of one check's note on paper."""


def appendix(checks: tuple[Kept, ...], lookup: Lookup, *, notes: bool) -> Appendix:
    """Every trial, the newest check first, up to 1,500 and at least one whole check."""
    rows: list[CheckRows] = []
    printed = total = 0
    for kept in sorted(checks, key=lambda k: (k.check.started_at, str(k.check.id)), reverse=True):
        made = _check_rows(kept, lookup, notes=notes)
        total += len(made.trials)
        if not rows or (printed + len(made.trials) <= MOST_TRIALS and printed == total - len(made.trials)):
            rows.append(made)
            printed += len(made.trials)
    return Appendix(
        method=tuple(s.text for s in doctor.METHOD),
        checks=tuple(rows),
        left_out=_left_out(total - printed, rows),
        tests=_tests(checks, lookup),
    )


def note_words(note: str) -> Words:
    """A note, cut where it is longer than paper is good for."""
    if len(note) <= MOST_NOTE:
        return words(note)
    return words(f"{note[:MOST_NOTE]} … ({len(note) - MOST_NOTE} more characters stand in the CSV export)")


def _left_out(count: int, rows: list[CheckRows]) -> str:
    if not count:
        return ""
    return (
        f"{count} older trials, from before {rows[-1].title.partition(' · ')[0]}, are not printed here. "
        "All of them are in the CSV export: strengthcheck export --format csv."
    )


def _check_rows(kept: Kept, lookup: Lookup, *, notes: bool) -> CheckRows:
    check = kept.check
    trials = tuple(row for result in check.results for row in _result_rows(kept, result, lookup, notes=notes))
    return CheckRows(
        title=f"{day_text(check.started_at.date())} · {_kind(check)} · {str(check.id)[:8]}",
        note=note_words(check.note or "") if notes else Words(),
        trials=trials,
    )


def _kind(check: Check) -> str:
    return "planned" if check.planned else "extra"


def _result_rows(kept: Kept, result: Result, lookup: Lookup, *, notes: bool) -> list[TrialRow]:
    protocol = protocol_of(kept, result, lookup)
    name = protocol.short if protocol else result.protocol
    named = line(f"{name}, {result.object}" if result.object else name)
    return [
        TrialRow(
            test=named,
            side=trial.side,
            number=str(number),
            result=_outcome(trial, protocol),
            effort="" if trial.effort is None else str(trial.effort),
            counts=_counts(trial, notes=notes),
        )
        for number, trial in enumerate(result.trials, 1)
    ]


def protocol_of(kept: Kept, result: Result, lookup: Lookup) -> Protocol | None:
    """The test that a result was made with."""
    ref = next((r for r in kept.uses if r.id == result.protocol), None)
    used = lookup(ref) if ref is not None else None
    return used.protocol if used is not None else None


def _outcome(trial: Trial, protocol: Protocol | None) -> str:
    if trial.skipped is not None:
        return line(f"left out: {trial.skipped}")
    if trial.could_not:
        return "could not"
    told = []
    for name, value in trial.values.items():
        measure = protocol.measure(name) if protocol else None
        told.append(line(value_text(value, measure)) if measure else line(f"{name} {value}"))
    timed = f" (timed by {trial.timed_by})" if trial.timed_by else ""
    return f"{', '.join(told)}{timed}" if told else "no value"


def _counts(trial: Trial, *, notes: bool) -> str:
    if trial.invalid is None:
        return ""
    note = f": {trial.invalid_note}" if notes and trial.invalid_note else ""
    return line(f"does not count, {trial.invalid.replace('_', ' ')}{note}"[:300])


def _tests(checks: tuple[Kept, ...], lookup: Lookup) -> tuple[TestText, ...]:
    """Each test once, by the text it was made with."""
    found: dict[str, TestText] = {}
    for kept in checks:
        for ref in kept.uses:
            used = lookup(ref)
            if ref.sha256 not in found and used is not None:
                found[ref.sha256] = _test(used.protocol, own=used.own)
    return tuple(sorted(found.values(), key=lambda t: t.title))


def _test(protocol: Protocol, *, own: bool) -> TestText:
    parts = [f"{p.title}: {p.ask}" for p in protocol.parts]
    told = [
        *(["Written by the person, not part of the program."] if own else []),
        *(f"{n}. {' '.join(step.split())}" for n, step in enumerate(protocol.steps, 1)),
        *parts,
        f"{protocol.trials} {'trial' if protocol.trials == 1 else 'trials'} each; "
        f"rest {protocol.rest_seconds} s; sources: {'; '.join(protocol.sources)}",
    ]
    return TestText(
        title=line(f"{protocol.title} ({protocol.id} version {protocol.version})"),
        lines=tuple(line(t.replace("**", "")) for t in told),
    )
