"""The checks of a record as lines of text and as data, newest first."""

from collections.abc import Iterable, Mapping
from typing import Any

from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.protocol import LADDER
from strengthcheck.views.counting import checks_words
from strengthcheck.views.displayable import displayable

Units = Mapping[str, str]
"""A measure's unit by its name, where one is known."""

_SIDES = ("left", "right", "both")


def newest_first(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Checks in the order they are listed: the newest first, equal times by id."""
    return tuple(sorted(checks, key=lambda c: (c.started_at, str(c.id)), reverse=True))


def history_data(checks: Iterable[Check]) -> dict[str, Any]:
    """The history as data: each check in the shape that a file has."""
    return {"checks": [c.model_dump(mode="json", exclude_unset=True) for c in newest_first(checks)]}


def history_lines(checks: Iterable[Check], units: Units) -> tuple[str, ...]:
    """The history as lines, each safe to print."""
    listed = newest_first(checks)
    if not listed:
        return ("Nothing is recorded yet.",)
    planned = sum(c.planned for c in listed)
    lines = [f"{checks_words(planned, len(listed) - planned)}; newest first"]
    for check in listed:
        lines += ["", *_check_lines(check, units)]
    return tuple(displayable(line) for line in lines)


def _check_lines(check: Check, units: Units) -> list[str]:
    kind = "planned" if check.planned else "extra, not compared"
    lines = [f"{check.started_at:%Y-%m-%d %H:%M}  {kind}  {check.id}"]
    for result in check.results:
        lines += _result_lines(result, units)
    if check.note:
        first, *rest = check.note.splitlines() or [""]
        lines += [f"  note: {first}", *(f"        {line}" for line in rest)]
    return lines


def _result_lines(result: Result, units: Units) -> list[str]:
    named = f" ({result.object})" if result.object else ""
    lines = [f"  {result.protocol}{named}"]
    for side in _SIDES:
        trials = [trial_words(t, units) for t in result.trials if t.side == side]
        if trials:
            lines.append(f"    {side:5}  {' · '.join(trials)}")
    return lines


def trial_words(trial: Trial, units: Units) -> str:
    """One trial in words: its values with units, could not, or why it was left out or does not count."""
    if trial.skipped is not None:
        return f"skipped: {trial.skipped}"
    told = "could not" if trial.could_not else ", ".join(_value(n, v, units) for n, v in trial.values.items())
    if trial.invalid is not None:
        reason = trial.invalid.replace("_", " ")
        return f"{told or 'no value'} (does not count: {reason})"
    effort = f" (effort {trial.effort})" if trial.effort is not None else ""
    return f"{told}{effort}"


def _value(name: str, value: float, units: Units) -> str:
    if name == "ladder":
        return LADDER.get(int(value), str(value))
    unit = units.get(name)
    return f"{name} {value} {unit}" if unit else f"{name} {value}"
