"""What a check was before: each version with its date, its reason and what changed; and two at once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.entry import Revision
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.check_page import (
    INVALID_WORDS,
    SIDE_WORDS,
    CheckView,
    check_view,
    context_words,
    trial_value,
    try_numbers,
    try_words,
)
from strengthcheck.views.dates import capital, moment_words
from strengthcheck.views.steps.words import test_name

LEAD = "Each change made a new version; the earlier ones stay."
TWO_LEAD = "Two versions are current, since two records were joined. The later one is read; both stay."
KEYS, TWO_KEYS = "Enter reads one in full.", "c chooses which counts."
"""On screen, behind the one and the other."""
NOTHING_MORE = "This version says that the check was deleted; it holds nothing more."
FIRST_KEPT = "as it was first kept"
CHANGED = "changed"
"""What is said where nothing more can be."""


class Version(NamedTuple):
    """One version of a check."""

    revision: str
    """Its id, by which it can be chosen."""
    when: str
    reason: str
    changes: tuple[str, ...]
    """What differs from the version before, a line each."""
    current: bool
    """Nothing comes after it."""
    read: bool
    """It is the one that counts now."""


def versions(
    revisions: Iterable[Revision],
    heads: Iterable[str],
    current: str,
    tests: Mapping[str, Protocol],
    today: date,
    *,
    sealed: bool = False,
) -> tuple[Version, ...]:
    """Every version, the newest first. `heads`: those that nothing comes after; `current`: the one read."""
    known = {r.id: r for r in revisions}
    # By ancestry first: a clock that was set back, or that stood, puts no version before what it follows.
    kept = sorted(known.values(), key=lambda r: (_depth(r, known), r.made_at, r.id))
    ends = frozenset(heads)
    return tuple(
        Version(
            revision=r.id,
            when=capital(moment_words(r.made_at, today)),
            reason=_reason(r),
            changes=tuple(_changes(_before(r, known), r, tests, sealed=sealed)),
            current=r.id in ends,
            read=r.id == current,
        )
        for r in reversed(kept)
    )


def choose_version_question(found: Iterable[Version]) -> Question:
    """Which of the current versions should count?"""
    ends = [v for v in found if v.current]
    answers = tuple(
        Answer(v.revision, str(i), f"{v.when}, {v.reason}", "; ".join(v.changes)[:120])
        for i, v in enumerate(ends, 1)
    )
    return Question(
        "Which version should count?",
        "Both are kept, whichever you choose. Going back leaves it as it is: the later one is read.",
        answers,
    )


def version_view(revision: Revision, tests: Mapping[str, Protocol], *, sealed: str = "") -> CheckView | None:
    """One version in full, `sealed` as in `check_view`; none where it marks the check as deleted."""
    value = revision.value
    return check_view(value, tests, 0, sealed) if isinstance(value, Check) else None


def _depth(revision: Revision, known: Mapping[str, Revision]) -> int:
    """How many versions lie between the first one and this."""
    depth, here = 0, [revision]
    while here := [known[a] for r in here for a in r.after if a in known]:
        depth += 1
    return depth


def _reason(revision: Revision) -> str:
    if not revision.after:
        return FIRST_KEPT
    if len(revision.after) > 1 and not revision.reason:
        return "joined"
    return revision.reason or CHANGED


def _before(revision: Revision, known: Mapping[str, Revision]) -> Check | None:
    """The content that this one follows; of several, the latest."""
    earlier = sorted((known[a] for a in revision.after if a in known), key=lambda r: (r.made_at, r.id))
    values = [r.value for r in reversed(earlier) if isinstance(r.value, Check)]
    return next((v for v in values if isinstance(v, Check)), None)


def _changes(
    before: Check | None, after: Revision, tests: Mapping[str, Protocol], *, sealed: bool
) -> Iterator[str]:
    now = after.value
    if not isinstance(now, Check) or before is None:
        return
    if before.note != now.note:
        yield f"note: {_quoted(before.note)} → {_quoted(now.note)}"
    if before.context != now.context:
        was, is_ = (context_words(c.context) if c.context else "" for c in (before, now))
        yield f"the day: {_quoted(was)} → {_quoted(is_)}"
    if before.planned != now.planned:
        yield "planned" if now.planned else "extra"
    for result in now.results:
        same = next(
            (r for r in before.results if (r.protocol, r.object) == (result.protocol, result.object)), None
        )
        yield from _trial_changes(same, result, tests.get(result.protocol), sealed=sealed)


def _trial_changes(
    before: Result | None, now: Result, protocol: Protocol | None, *, sealed: bool
) -> Iterator[str]:
    part = next((p for p in protocol.parts if p.id == now.object), None) if protocol else None
    name = test_name(protocol, part) if protocol else now.protocol
    was = before.trials if before else ()
    numbers = try_numbers(trial.side for trial in now.trials)
    for i, trial in enumerate(now.trials):
        earlier = was[i] if i < len(was) else None
        if trial != earlier:
            where = f"{name}, {try_words(SIDE_WORDS[trial.side], numbers[i])}"
            yield f"{where}: {_difference(earlier, trial, protocol, sealed=sealed)}"


def _difference(before: Trial | None, now: Trial, protocol: Protocol | None, *, sealed: bool) -> str:
    """What is different in one trial; no value of it while sealed."""
    if before is None:
        return "new"
    said = []
    was, is_ = (trial_value(t, protocol) or "no value" for t in (before, now))
    if was != is_:
        said.append(f"{was} → {is_}")
    for what in ("effort", "pain"):
        old, new = getattr(before, what), getattr(now, what)
        if old != new:
            said.append(f"{what} {_rating(old)} → {_rating(new)}")
    if sealed and said:
        said = ["another value"]
    if before.invalid != now.invalid:
        said.append(f"does not count: {INVALID_WORDS[now.invalid]}" if now.invalid else "counts again")
    return "; ".join(said) or CHANGED


def _rating(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"


def _quoted(text: str | None) -> str:
    return f"“{text}”" if text else "none"
