"""One observation for each test, side and check: its value, and every trial under a code of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from strengthcheck.analysis.series import value_of
from strengthcheck.exchange.fhir.codes import (
    OWN_ABSENT,
    OWN_KIND,
    OWN_TRIAL,
    TERMINOLOGY,
    UCUM,
    Json,
    body_site,
    coding,
    place_words,
    plain,
    tested_code,
)
from strengthcheck.exchange.fhir.narrative import narrative
from strengthcheck.exchange.ucum import ucum
from strengthcheck.model.base import Number, Side
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import LADDER, Measure, Protocol
from strengthcheck.views.values import value_text
from strengthcheck.wording.doctor import COULD_NOT_AMONG, EXTRA, OWN_RANGE

OwnRange = tuple[float, float]
"""The least and the greatest of a person's own usual values."""

Numbered = tuple[int, Trial]
"""A trial, and which of its result it is, counted from 1."""


class Tested(NamedTuple):
    """One side of one result of one check, with the test it was made by."""

    check: Check
    result: Result
    protocol: Protocol
    side: Side
    trials: tuple[Numbered, ...]
    amended: bool
    """The check was changed after it was first kept."""
    usual: OwnRange | None = None
    """The own range of the main measure, where this is the latest check that has one."""

    @property
    def part(self) -> str | None:
        """Which part of a test with several."""
        return self.result.object if self.result.object in [p.id for p in self.protocol.parts] else None

    @property
    def instrument(self) -> str | None:
        """The bottle, book, stairs or device that was used."""
        return None if self.part is not None else self.result.object

    @property
    def counting(self) -> list[Trial]:
        """The trials that were done and stand."""
        return [t for _, t in self.trials if t.counts]

    @property
    def main(self) -> Measure:
        """The measure that is the observation's value: the first that the test names."""
        return self.protocol.measures[0]

    @property
    def estimated(self) -> bool:
        """Whether a value here takes in a trial that could not, which no device showed."""
        failed = any(t.could_not for t in self.counting)
        return failed and any(self.value(m) for m in self.protocol.measures if m.id != "ladder")

    def value(self, measure: Measure) -> Number | None:
        """The check's value of this side, as the readings take it; none where there is none to give."""
        trials = [t for t in self.counting if t.could_not or measure.id in t.values]
        timers = {t.timed_by for t in trials if measure.id in t.values}
        if not trials or (measure.unit == "s" and len(timers) > 1):
            return None
        value = value_of(trials, measure)
        below_measuring = not value and any(t.could_not for t in trials) and measure.id != "ladder"
        return None if below_measuring else round(value, 4)


def observation(of: Tested, *, patient: str, instrument: str | None, notes: bool, snomed: bool) -> Json:
    """The observation as FHIR has it, without its id. `patient` and `instrument` are references."""
    value = of.value(of.main)
    made: Json = {
        "resourceType": "Observation",
        "meta": {
            "security": [coding(f"{TERMINOLOGY}/v3-ObservationValue", "PATRPT", "patient reported")],
            "tag": [coding(OWN_KIND, "planned" if of.check.planned else "extra")],
        },
        "text": narrative(summary(of)),
        "status": "amended" if of.amended else "final",
        "category": [{"coding": [coding(f"{TERMINOLOGY}/observation-category", "exam", "Exam")]}],
        "code": tested_code(of.protocol, of.part, of.side),
        "subject": {"reference": patient},
        "effectiveDateTime": of.check.started_at.isoformat(),
        "performer": [{"reference": patient}],
        "bodySite": body_site(of.protocol, of.side, snomed=snomed),
        "method": {"text": method_words(of.protocol)},
    }
    if value is not None:
        made["valueQuantity"] = quantity(value, of.main)
    else:
        made["dataAbsentReason"] = _absent(of)
    if instrument is not None:
        made["device"] = {"reference": instrument}
    if of.usual is not None:
        made["referenceRange"] = [_own_range(of.usual, of.main)]
    if components := list(_components(of)):
        made["component"] = components
    if remarks := _remarks(of, notes):
        made["note"] = [{"text": r} for r in remarks]
    return made


def method_words(protocol: Protocol) -> str:
    """Protocol and version, and that it was done alone at home."""
    return plain(f"{protocol.id} version {protocol.version}: {protocol.title}; self-administered at home")


def summary(of: Tested) -> str:
    """The observation in one line for a person."""
    value = of.value(of.main)
    name = f"{of.protocol.title}{f', {of.part}' if of.part else ''}, {place_words(of.protocol, of.side)}"
    told = value_text(value, of.main) if value is not None else _absent(of)["text"]
    return f"{name}: {told}"


def quantity(value: Number, measure: Measure) -> Json:
    """A value with its unit for the eye and its UCUM code."""
    return {"value": value, "unit": plain(measure.unit), "system": UCUM, "code": ucum(measure)}


def _own_range(usual: OwnRange, measure: Measure) -> Json:
    """The own range, never without the words that say whose it is, or a reader takes it for a norm."""
    low, high = (quantity(round(end, 4), measure) for end in sorted(usual))
    return {"low": low, "high": high, "text": OWN_RANGE.text}


def _absent(of: Tested) -> Json:
    """Why a side has no value; a skip is not a zero, and could not is not a skip."""
    skipped = [t.skipped for _, t in of.trials if t.skipped is not None]
    counting = of.counting
    if counting and any(t.could_not for t in counting):
        return {"coding": [coding(OWN_ABSENT, "could-not")], "text": "could not: below what can be measured"}
    if skipped and len(skipped) == len(of.trials):
        reason = plain("; ".join(dict.fromkeys(skipped)))
        missing = coding(f"{TERMINOLOGY}/data-absent-reason", "not-performed", "Not Performed")
        return {"coding": [missing], "text": f"left out: {reason}" if reason else "left out"}
    if counting:
        return {"coding": [coding(OWN_ABSENT, "see-trials")], "text": "no single value; see the trials"}
    return {"coding": [coding(OWN_ABSENT, "none-counts")], "text": "no trial that counts"}


def _components(of: Tested) -> Iterator[Json]:
    """The check's other values, then each trial."""
    for measure in of.protocol.measures[1:]:
        value = of.value(measure)
        if value is not None:
            text = plain(f"{measure.name}, this check's value")
            yield _component(f"check.{measure.id}", text, valueQuantity=quantity(value, measure))
    for number, trial in of.trials:
        yield from _of_trial(of, number, trial)


def _of_trial(of: Tested, number: int, trial: Trial) -> Iterator[Json]:
    struck = trial.invalid is not None
    # A trial that doesn't count has codes of its own, so that nobody averages it in by mistake.
    head = f"{'struck-trial' if struck else 'trial'}-{number}"
    words = f"Trial {number}{f', does not count: {_reason(trial)}' if trial.invalid is not None else ''}"
    if trial.skipped is not None:
        missing = coding(f"{TERMINOLOGY}/data-absent-reason", "not-performed", "Not Performed")
        why = {"coding": [missing], "text": plain(trial.skipped) or "left out"}
        yield _component(head, f"{words}, left out", dataAbsentReason=why)
    if trial.could_not:
        yield _component(f"{head}.could-not", f"{words}: could not", valueBoolean=True)
        if of.protocol.measure("ladder") is not None:
            yield _value(of, f"{head}.ladder", words, "ladder", 0)
    for name, value in trial.values.items():
        yield _value(of, f"{head}.{name}", words, name, value)
    if struck and not trial.values and not trial.could_not:
        none = {"coding": [coding(OWN_ABSENT, "none-counts")], "text": "no value"}
        yield _component(head, words, dataAbsentReason=none)
    for name, rating in (("effort", trial.effort), ("pain", trial.pain)):
        if rating is not None:
            of_ten = {"value": rating, "unit": "of 10", "system": UCUM, "code": "{of_10}"}
            yield _component(f"{head}.{name}", f"{words}: {name}, 0 to 10", valueQuantity=of_ten)
    if trial.timed_by is not None:
        how = f"timed by {trial.timed_by}"
        yield _component(f"{head}.timed-by", f"{words}: {how}", valueString=trial.timed_by)


def _value(of: Tested, code: str, words: str, name: str, value: Number) -> Json:
    measure = of.protocol.measure(name)
    if measure is None:
        text = plain(f"{words}: {name}")
        return _component(code, text, valueQuantity={"value": value})
    rung = f" ({LADDER[int(value)]})" if name == "ladder" and value in LADDER else ""
    return _component(code, plain(f"{words}: {measure.name}{rung}"), valueQuantity=quantity(value, measure))


def _component(code: str, text: str, **value: object) -> Json:
    return {"code": {"coding": [coding(OWN_TRIAL, code)], "text": text}, **value}


def _reason(trial: Trial) -> str:
    return (trial.invalid or "").replace("_", " ")


def _remarks(of: Tested, notes: bool) -> list[str]:
    """What a reader must know beside the values; the person's own words only when wanted."""
    told = []
    if not of.check.planned:
        told.append(EXTRA.text)
    if of.estimated:
        told.append(COULD_NOT_AMONG.text)
    if any(t.lost_focus for _, t in of.trials):
        told.append("The window lost the keyboard during an effort.")
    if notes:
        told += [f"Trial {n}: {t.invalid_note}" for n, t in of.trials if t.invalid_note]
        told += [of.check.note] if of.check.note else []
    return [text for t in told if (text := plain(t))]
