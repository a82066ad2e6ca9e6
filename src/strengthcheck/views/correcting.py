"""One trial put right: the lines to fill in, and the trial that comes of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from strengthcheck.guide.entering import NotAValue, typed_value
from strengthcheck.model.check import Trial
from strengthcheck.model.protocol import LADDER, Measure, Protocol
from strengthcheck.views.dates import capital
from strengthcheck.views.typed import typed_rating
from strengthcheck.views.values import unit_text

COULD_NOT = "n"
EFFORT, PAIN, WHY = "effort", "pain", "why"
MOST_WHY = 200
LEAD = "The value as it was stays in the record, with its date, and can be seen."
NOT_HERE = "The test that this was made with is not known here, so its values can't be read anew."
LEFT_OUT = "What was left out stays left out; it counts as nothing."


class CorrectLine(NamedTuple):
    """One line to fill in."""

    name: str
    label: str
    value: str
    example: str = ""
    note: str = ""


def correct_lines(trial: Trial, protocol: Protocol) -> tuple[CorrectLine, ...]:
    """The measures with what stands there, effort, pain, and why it is corrected."""
    measured = [CorrectLine(m.id, _label(m), _now(trial, m), *_example(m)) for m in protocol.measures]
    rated = (
        CorrectLine(EFFORT, "Effort, 0 to 10", _spelled(trial.effort)),
        CorrectLine(PAIN, "Pain, 0 to 10", _spelled(trial.pain)),
    )
    return (*measured, *rated, CorrectLine(WHY, "Why, in a few words", "", "typed the wrong hand"))


class NothingDiffers(NotAValue):
    """What was typed is what stands there."""


def read_line(name: str, text: str, protocol: Protocol) -> None:
    """One line alone. Raises NotAValue where it can't be taken whatever the others say."""
    measure = protocol.measure(name)
    if not text.strip() or text.strip().casefold() == COULD_NOT:
        return
    if measure is not None:
        typed_value(text, measure)
    elif name in (EFFORT, PAIN):
        typed_rating(text, capital(name))


def corrected(trial: Trial, protocol: Protocol, typed: Mapping[str, str]) -> Trial:
    """The trial with what was typed. Raises NotAValue, which names the line; also when nothing differs."""
    fields = trial.model_dump(exclude_unset=True)
    for gone in ("values", "could_not", "effort", "pain"):
        fields.pop(gone, None)
    fields |= _outcome(protocol, typed)
    for name in (EFFORT, PAIN):
        if text := typed.get(name, "").strip():
            fields[name] = typed_rating(text, capital(name))
    times = {m.id: fields.get("values", {}).get(m.id) for m in protocol.measures if m.unit == "s"}
    timed = any(now is not None and now != trial.values.get(name) for name, now in times.items())
    if timed:  # typed over, it is no longer the time that this program took
        fields["timed_by"] = "phone"
    changed = Trial.model_validate(fields)
    if changed.model_dump() == trial.model_dump():
        raise NothingDiffers("Nothing is different. Going back leaves it as it is.")
    return changed


def reason_of(typed: Mapping[str, str]) -> str:
    """Why it was corrected, as it is kept with the change."""
    why = " ".join(typed.get(WHY, "").split())[:MOST_WHY]
    return f"corrected: {why}" if why else "corrected"


def _outcome(protocol: Protocol, typed: Mapping[str, str]) -> dict[str, Any]:
    told = {m.id: typed.get(m.id, "").strip() for m in protocol.measures}
    if COULD_NOT in (t.casefold() for t in told.values()) or told.get("ladder") == "0":
        return {"could_not": True}
    values: dict[str, int | float] = {}
    for measure in protocol.measures:
        text = told[measure.id]
        if text:
            try:
                values[measure.id] = typed_value(text, measure)
            except NotAValue as e:
                raise NotAValue(f"{capital(measure.name)}: {e}") from None
        elif not measure.optional:
            raise NotAValue(f"{capital(measure.name)} is missing. {COULD_NOT} is could not.")
    if not values:
        raise NotAValue(f"Something has to stand there. {COULD_NOT} is could not.")
    return {"values": values}


def _label(measure: Measure) -> str:
    if measure.id == "ladder":
        return "How it went, 0 to 3"
    unit = unit_text(measure)
    return capital(f"{measure.name}, {unit}" if unit else measure.name)


def _example(measure: Measure) -> tuple[str, str]:
    """An example, and what else can be typed."""
    if measure.id == "ladder":
        return f"3, {LADDER[3]}", ""
    return "", "may be left empty" if measure.optional else f"{COULD_NOT}: could not"


def _now(trial: Trial, measure: Measure) -> str:
    if trial.could_not:
        return "0" if measure.id == "ladder" else COULD_NOT
    return _spelled(trial.values.get(measure.id))


def _spelled(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
