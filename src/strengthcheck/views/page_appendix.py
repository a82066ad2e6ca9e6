"""What follows the page for who wants all of it: every trial, the method, the tests as they were done."""

from strengthcheck.analysis.series import Lookup
from strengthcheck.model.base import Number
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import Measure, Protocol
from strengthcheck.model.series import Kept
from strengthcheck.views.page_data import Appendix, CheckRows, TestText, TrialRow, Words
from strengthcheck.views.page_words import day_text, line, words
from strengthcheck.views.values import number_text, value_text
from strengthcheck.wording import doctor

MOST_TRIALS = 1_500
"""12,000 rows took 6.7 s and over 1 GB; what is beyond stands in the CSV export."""

KEY = "A row holds one side's trials in the order done; brackets: does not count."

MOST_NOTE = 4_000
"""Characters of one check's note on paper."""


def appendix(checks: tuple[Kept, ...], lookup: Lookup, *, notes: bool) -> Appendix:
    """Every trial, the newest check first, up to 1,500 and at least one whole check."""
    newest = sorted(checks, key=lambda k: (k.check.started_at, str(k.check.id)), reverse=True)
    printed: list[CheckRows] = []
    room = MOST_TRIALS
    left = 0
    for kept in newest:
        trials = sum(len(r.trials) for r in kept.check.results)
        if left or (printed and trials > room):
            left += trials
            continue
        printed.append(_check_rows(kept, lookup, notes=notes))
        room -= trials
    return Appendix(
        method=tuple(s.text for s in doctor.METHOD),
        key=f"{KEY} {doctor.KEY_LADDER.text}",
        checks=tuple(printed),
        left_out=_left_out(left, printed),
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
    rows = tuple(row for result in check.results for row in _result_rows(kept, result, lookup, notes=notes))
    return CheckRows(
        title=f"{day_text(check.started_at.date())} · {_kind(check)} · {str(check.id)[:8]}",
        note=note_words(check.note or "") if notes else Words(),
        rows=rows,
    )


def _kind(check: Check) -> str:
    return "planned" if check.planned else "extra"


def _result_rows(kept: Kept, result: Result, lookup: Lookup, *, notes: bool) -> list[TrialRow]:
    """A row for each side, the one that went first first."""
    protocol = protocol_of(kept, result, lookup)
    name = protocol.short if protocol else result.protocol
    named = line(f"{name}, {result.object}" if result.object else name)
    rows = []
    for side in dict.fromkeys(t.side for t in result.trials):
        trials = [t for t in result.trials if t.side == side]
        efforts = [str(t.effort) for t in trials if t.effort is not None]
        rows.append(
            TrialRow(
                test=named,
                side=side,
                trials=" · ".join(_outcome(t, protocol) for t in trials),
                effort=", ".join(efforts),
                remark=_remark(trials, notes=notes),
            )
        )
    return rows


def protocol_of(kept: Kept, result: Result, lookup: Lookup) -> Protocol | None:
    """The test that a result was made with."""
    ref = next((r for r in kept.uses if r.id == result.protocol), None)
    used = lookup(ref) if ref is not None else None
    return used.protocol if used is not None else None


def _outcome(trial: Trial, protocol: Protocol | None) -> str:
    """One trial; in brackets when it does not count."""
    if trial.skipped is not None:
        return "left out"
    told = ["could not"] if trial.could_not else []
    for name, value in trial.values.items():
        measure = protocol.measure(name) if protocol else None
        told.append(_value(value, measure) if measure else line(f"{name} {value}"))
    text = ", ".join(told) or "no value"
    return f"({text})" if trial.invalid else text


def _value(value: Number, measure: Measure) -> str:
    if measure.id == "ladder":
        return f"rung {number_text(value)}"
    return line(value_text(value, measure))


def _remark(trials: list[Trial], *, notes: bool) -> str:
    """Why trials were left out or don't count, how they were timed, and pain."""
    told = [f"left out: {t.skipped}" for t in trials if t.skipped]
    for trial in trials:
        if trial.invalid is not None:
            note = f": {trial.invalid_note}" if notes and trial.invalid_note else ""
            told.append(f"does not count, {trial.invalid.replace('_', ' ')}{note}")
    told += [f"timed by {t.timed_by}" for t in trials if t.timed_by]
    told += [f"pain {t.pain} of 10" for t in trials if t.pain]
    return line("; ".join(dict.fromkeys(told)))[:400]


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
