"""One test in full, as prose that a person reads before doing it."""

from collections.abc import Iterable
from typing import NamedTuple

from strengthcheck.model.protocol import EffortKind, Measure, Protocol
from strengthcheck.views.displayable import displayable
from strengthcheck.views.values import number_text, unit_text

OWN = "written by you"

_KINDS: dict[EffortKind, str] = {
    "free": "A key ends each try.",
    "hold": "You hold it; a key ends each try.",
    "squeeze": "You squeeze for {seconds} seconds.",
    "away": "It is done away from the keyboard.",
    "ask": "It only asks; nothing is tested.",
}
"""How a try goes, a sentence each."""

_UNITS = {"s": "seconds", "kg": "kilograms", "bpm": "beats a minute", "count": "a count"}


class Listed(NamedTuple):
    """One test as a line of the list."""

    id: str
    title: str
    about: str
    """Minutes, and whether it was written by the person."""
    summary: str


def listed_test(protocol: Protocol, own: bool) -> Listed:
    """The line for one test."""
    about = [minutes_words(protocol), *([OWN] if own else [])]
    return Listed(protocol.id, protocol.title, " · ".join(about), " ".join(protocol.summary.split()))


def list_lead(own: int, broken: int, wrong: str = "the reason stands first") -> str:
    """What the list holds, and that files of one's own may be broken; `wrong`: where it is said why."""
    said = "How each test is done, what it can show, and what it can't."
    if own:
        said += f" {own} written by you."
    if broken:
        files = "1 file of yours" if broken == 1 else f"{broken} files of yours"
        said += f" {files} can't be read; {wrong}."
    return said


def minutes_words(protocol: Protocol) -> str:
    """About how long it takes."""
    one = protocol.minutes == 1
    return f"about {number_text(protocol.minutes)} minute{'' if one else 's'}"


def prose_of(protocol: Protocol, own: bool) -> str:
    """The whole test as Markdown; every text in it is made visible first."""
    parts = [
        f"# {protocol.title}",
        protocol.summary,
        _facts(protocol, own),
        _section("What you need", _list(protocol.equipment)),
        _section("Leave it out if", _list(protocol.skip_if)),
        _section("Take care", _list(protocol.safety)),
        _section("First, once", _first(protocol)),
        _section("How it is done", _steps(protocol.steps)),
        _section("What it asks", _list(f"**{p.title}**: {' '.join(p.ask.split())}" for p in protocol.parts)),
        _section("Afterwards", protocol.after or ""),
        _section("What is noted", _list(_measure(m) for m in protocol.measures)),
        _section("What it can show, and what it can't", protocol.shows),
        _section("Where this comes from", _list(protocol.sources)),
    ]
    return displayable("\n\n".join(p.strip() for p in parts if p.strip()), newlines=True)


def _facts(protocol: Protocol, own: bool) -> str:
    """How long it takes, how a try goes, and how many there are, in sentences."""
    seconds = number_text(protocol.effort.seconds) if protocol.effort.seconds is not None else ""
    said = [f"It takes {minutes_words(protocol)}.", _KINDS[protocol.effort.kind].format(seconds=seconds)]
    if protocol.effort.kind != "ask":
        said.append(f"{_tries(protocol)}.")
    mark = f"**This test was {OWN}.** " if own else ""
    return f"{mark}{' '.join(said)}"


def _tries(protocol: Protocol) -> str:
    """How many tries, of which side, and the rest between two of them where there are two."""
    in_turn = protocol.sided and not protocol.effort.together
    sides = "One side goes after the other" if in_turn else "Both sides go at once"
    times = "1 try" if protocol.trials == 1 else f"{protocol.trials} tries"
    said = f"{sides if protocol.sided else 'There is no left and right'}: {times}{' each' if in_turn else ''}"
    rests = in_turn or protocol.trials > 1
    return f"{said}, with {protocol.rest_seconds} seconds of rest between two" if rests else said


def _first(protocol: Protocol) -> str:
    asked = [protocol.fit.ask, protocol.fit.object] if protocol.fit else []
    warm_up = protocol.warm_up.text if protocol.warm_up and protocol.warm_up.seconds else ""
    return "\n\n".join(" ".join(a.split()) for a in [*asked, warm_up] if a)


def _measure(measure: Measure) -> str:
    if measure.id == "ladder":
        return f"{measure.name}: as usual, harder, only with a trick or partly, could not"
    unit = _UNITS.get(measure.unit, unit_text(measure))
    low, high = number_text(measure.low), number_text(measure.high)
    error = measure.typical_error
    scatter = f"; it scatters by about {number_text(error * 100)} % without any change" if error else ""
    return f"{measure.name}, {unit}, {low} to {high}{scatter}"


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text.strip()}" if text.strip() else ""


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(i.split())}" for i in items)


def _steps(steps: Iterable[str]) -> str:
    return "\n".join(f"{n}. {' '.join(s.split())}" for n, s in enumerate(steps, 1))
