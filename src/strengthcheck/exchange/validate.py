"""A check held against the tests that it names."""

import difflib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from strengthcheck.exchange.known import KnownProtocols, KnownText
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.strict import shown
from strengthcheck.model.base import Number
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.entry import ProtocolText
from strengthcheck.model.explain import Fault, Path
from strengthcheck.model.protocol import Measure, Protocol

CLOCKS_DIFFER = timedelta(minutes=5)
"""How far two machines' clocks may differ before a time counts as in the future."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200

_SIDES = {"left": "left", "right": "right", "both": "both sides together"}


def accept(check: Check, known: KnownProtocols, *, now: datetime | None, kept: bool = False) -> Check:
    """The check with every result's protocol version named, after every result was held against its protocol.

    A result without a version is one of the first known text of its id. `now` is when the check is taken:
    later times are refused (5 minutes let pass, for clocks that differ); None takes any. `kept` is for a
    check that some record holds already: an object that is no part of its test then stays, and none is lost.
    Raises Refused, which names every fault with its place.
    """
    found = [*_time_faults(check, now)]
    results = []
    for i, result in enumerate(check.results):
        path: Path = ("results", i)
        test = known.find(result.protocol, result.protocol_version)
        if test is None:
            found.append(_unknown(path, result, known))
            continue
        if not kept:
            found.extend(_part_faults(path, result, test.protocol))
        found.extend(_result_faults(path, result, test.protocol))
        results.append(result.model_copy(update={"protocol_version": test.protocol.version}))
    if found:
        raise Refused("; ".join(str(f) for f in found))
    return check.model_copy(update={"results": tuple(results)})


def texts_used(check: Check, known: KnownProtocols) -> tuple[ProtocolText, ...]:
    """The protocol texts that an accepted check's results were held against, each once, in order of id."""
    used: dict[str, KnownText] = {}
    for result in check.results:
        test = known.find(result.protocol, result.protocol_version)
        if test is not None:
            used[test.text.sha256] = test
    return tuple(sorted((k.text for k in used.values()), key=lambda t: (t.id, t.version)))


def _time_faults(check: Check, now: datetime | None) -> Iterator[Fault]:
    times: list[tuple[Path, datetime]] = [(("started_at",), check.started_at)]
    for i, result in enumerate(check.results):
        times += [(("results", i, "trials", j, "at"), t.at) for j, t in enumerate(result.trials) if t.at]
    for path, time in times:
        if not EARLIEST_YEAR <= time.year <= LATEST_YEAR:
            yield Fault(path, f"should be a date from {EARLIEST_YEAR} on (got {time.date()})")
        elif now is not None and time - now > CLOCKS_DIFFER:
            yield Fault(path, f"lies in the future (got {time.isoformat()}; it is now {_minute(now)})")


def _minute(time: datetime) -> str:
    return time.isoformat(timespec="minutes")


def _unknown(path: Path, result: Result, known: KnownProtocols) -> Fault:
    name = result.protocol
    versions = known.versions(name)
    if versions:
        listed = _listed([str(v) for v in versions])
        message = f"version {result.protocol_version} of {name} is not known here (known: {listed})"
        return Fault((*path, "protocol_version"), message)
    return Fault((*path, "protocol"), no_test_called(name, known.ids))


def no_test_called(name: str, known: Iterable[str]) -> str:
    """What is said of a test's id that isn't there, with the one that may be meant."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"; did you mean {near[0]}?" if near else f" (known: {_listed(names)})" if names else ""
    return f"no test is called {name}{hint}"


def _part_faults(path: Path, result: Result, protocol: Protocol) -> Iterator[Fault]:
    """Of a test with tasks of its own the object names one of them."""
    names = [p.id for p in protocol.parts]
    if names and result.object is not None and result.object not in names:
        near = difflib.get_close_matches(result.object, names, n=1)
        hint = f"did you mean {near[0]}?" if near else f"it has {_listed(names)}"
        said = f"{protocol.id} has no such task; {hint} (got {shown(result.object)})"
        yield Fault((*path, "object"), said)


def _result_faults(path: Path, result: Result, protocol: Protocol) -> Iterator[Fault]:
    for side, answer in _by_side(result):
        if side not in protocol.sides:
            yield Fault((*path, answer, side), _no_side(protocol))
    for j, trial in enumerate(result.trials):
        at: Path = (*path, "trials", j)
        if trial.side not in protocol.sides:
            yield Fault((*at, "side"), f"{_no_side(protocol)} (got {trial.side})")
        yield from _value_faults(at, trial, protocol)


def _by_side(result: Result) -> Iterator[tuple[str, str]]:
    for name in ("expected", "felt"):
        answers = getattr(result, name)
        if answers is not None:
            yield from ((side, name) for side in ("left", "right", "both") if answers.of(side) is not None)


def _no_side(protocol: Protocol) -> str:
    return f"{protocol.id} is done by {_listed([_SIDES[s] for s in protocol.sides], 'or')}"


def _value_faults(path: Path, trial: Trial, protocol: Protocol) -> Iterator[Fault]:
    for name, value in trial.values.items():
        measure = protocol.measure(name)
        at: Path = (*path, "values", name)
        if measure is None:
            names = [m.id for m in protocol.measures]
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it has {_listed(names)}"
            yield Fault(at, f"{protocol.id} has no such measure; {hint}")
        else:
            message = value_fault(measure, value)
            if message:
                yield Fault(at, message)


def value_fault(measure: Measure, value: Number) -> str | None:
    """What is wrong with a value of a measure, in plain words; None when it can stand."""
    if measure.id == "ladder":
        return None if value in (0, 1, 2, 3) else f"should be 0, 1, 2 or 3 (got {value})"
    if not measure.low <= value <= measure.high:
        return f"should be from {measure.low} to {measure.high} {measure.unit} (got {value})"
    if measure.unit == "count" and value != int(value):
        return f"should be a whole number from {measure.low} to {measure.high} (got {value})"
    return None


def _listed(names: list[str] | tuple[str, ...], word: str = "and") -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
