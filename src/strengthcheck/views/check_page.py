"""One check in full: every trial by side, with all that is known of it."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from strengthcheck.model.base import Limb, Number, Side
from strengthcheck.model.check import BySide, Check, Context, InvalidReason, Result, Trial
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.dates import capital
from strengthcheck.views.values import number_text, value_text

INVALID_WORDS: dict[InvalidReason, str] = {
    "slipped": "slipped",
    "interrupted": "interrupted",
    "pain": "stopped for pain",
    "other_hand": "the other hand helped",
    "wrong_object": "another object",
    "late_start": "started late",
    "suspended": "the computer slept, or the program was paused",
    "replaced": "done again",
    "other": "another reason",
}
"""Why a trial does not count, in words."""

LIMB_WORDS: dict[Limb, str] = {
    "left_arm": "left arm",
    "right_arm": "right arm",
    "left_leg": "left leg",
    "right_leg": "right leg",
}
SIDE_WORDS: dict[Side, str] = {"left": "left", "right": "right", "both": "both"}
_EXPECTED = {"weaker": "weaker", "as_usual": "as usual", "stronger": "stronger"}
_TIMED = {"keyboard": "timed by keyboard", "phone": "timed by phone", "device": "timed by device"}

MOST_NOTE, MOST_NOTE_LINES = 170, 3
"""Characters and lines of a note that stand above the tries; more would leave them no room."""


class TrialLine(NamedTuple):
    """One trial as a line, with where it stands in the check."""

    result: int
    trial: int
    side: Side
    value: str
    more: tuple[str, ...]
    """Effort, pain, why it does not count, what timed it."""
    counts: bool
    number: int = 0
    """Which try of its side it is, from 1; 0 where its side has only this one."""


class ResultBlock(NamedTuple):
    """All trials of one test."""

    title: str
    about: str
    """What was expected and felt; empty when not said."""
    lines: tuple[TrialLine, ...]


class CheckView(NamedTuple):
    """One check."""

    blocks: tuple[ResultBlock, ...]
    context: str
    """How the day was; and what was expected of each side, where all tests say the same, not beside each."""
    note: str
    changes: str
    """That it was changed since it was kept, or that two versions are current; empty when neither."""
    sealed: str = ""
    """That values are sealed, and until when; empty when they are not."""


TWO_VERSIONS = (
    "Two versions of this check are current, since two records were joined. The later one is read; "
    "v shows both, and you choose."
)


def check_view(
    check: Check, tests: Mapping[str, Protocol], changes: int, sealed: str = "", double: bool = False
) -> CheckView:
    """The check, its values read by the tests it was made with; ids stand where a test is not known.

    While they are `sealed` (until when, in words) it shows which trials there were, and nothing of how they
    went or felt.
    """
    expected = _expected_of_all(check)
    day = context_words(check.context) if check.context else ""
    times = "once" if changes == 1 else f"{changes} times"
    changed = f"Changed {times} since it was kept; v shows what it was before."
    return CheckView(
        blocks=tuple(
            _block(i, r, tests.get(r.protocol), expected, bool(sealed)) for i, r in enumerate(check.results)
        ),
        context=f"{day} {capital(expected)}.".strip() if expected else day,
        note=check.note or "",
        changes=TWO_VERSIONS if double else changed if changes else "",
        sealed=sealed,
    )


def day_lines(view: CheckView) -> tuple[str, ...]:
    """What stands above the trials and stands back: how the day was, and that values are sealed."""
    return tuple(line for line in (view.context, view.sealed) if line)


def context_words(context: Context) -> str:
    """How the day was, in one sentence; empty when nothing was said."""
    parts = [
        _said("slept {} hours", context.sleep_hours),
        *_sore_or_worked(context),
        _said("pain {} of 10", context.pain),
        "ill" if context.ill else None,
        "cold hands" if context.cold_hands else None,
        _said("worry {} of 10", context.worry),
        _said("worry limited the week {} of 10", context.week_limited),
    ]
    told = [p for p in parts if p]
    return capital(", ".join(told)) + "." if told else ""


def _sore_or_worked(context: Context) -> tuple[str | None, ...]:
    """Exercise and soreness, their limbs behind them: behind a worry these would be its place."""
    limbs = [LIMB_WORDS[limb] for limb in context.where or ()]
    place = " and ".join(p for p in (", ".join(limbs[:-1]), *limbs[-1:]) if p)
    exercise = "hard or new exercise that week" if context.hard_exercise else None
    sore = _said("soreness {} of 10", context.soreness)
    if place and context.soreness:
        sore = f"{sore} in the {place}"
    elif place:
        exercise = f"{exercise} in the {place}" if exercise else f"sore or worked hard: the {place}"
    return exercise, sore


def spoken_title(block: ResultBlock) -> str:
    """A test with its part or object as it is heard."""
    return block.title.replace(" · ", ", ")


def try_name(block: ResultBlock, line: TrialLine) -> str:
    """One try by its test and side, and which one of that side's it is where there are several."""
    return f"{spoken_title(block)}, {who_words(line)}"


def marked_words(name: str, reason: InvalidReason | None) -> str:
    """That a try doesn't count from now on, and why; or that it counts again. `name`: by `try_name`."""
    return f"{name}: {f'marked, {INVALID_WORDS[reason]}' if reason else 'it counts again'}."


def note_words(note: str, where: str = "") -> str:
    """A note above the tries: whole, or its beginning, and `where` the rest is read."""
    if len(note) <= MOST_NOTE and note.count("\n") < MOST_NOTE_LINES:
        return f"Note: {note}" if note else ""
    return " ".join(["Note:", *note[:MOST_NOTE].split(), "…", *where.split()])


def invalid_question(view: TrialLine, title: str) -> Question:
    """Why one trial should not count, or that it should count again."""
    text = f"{title}, {who_words(view)}: {view.value or 'no value'}. Its values stay in the record."
    if not view.counts:
        again = Answer("valid", "v", "It counts again")
        return Question("Should this try count again?", text, (again, Answer("no", "n", "Leave it")))
    reasons = tuple(
        Answer(name, str(i), capital(words)) for i, (name, words) in enumerate(INVALID_WORDS.items(), 1)
    )
    return Question("Why should this try not count?", text, reasons)


def reason_named(answer: str) -> InvalidReason | None:
    """The reason that an answer to `invalid_question` names; none when the trial counts again."""
    return next((reason for reason in INVALID_WORDS if reason == answer), None)


def delete_question(title: str) -> Question:
    """Whether a check should go into the bin."""
    return Question(
        "Put this check into the bin?",
        f"{title}. It can be brought back from the bin at any time.",
        (Answer("no", "n", "No, leave it"), Answer("yes", "y", "Yes, into the bin")),
    )


def _expected_of_all(check: Check) -> str:
    """What was expected in two tests or more, each time of the same sides and in the same words."""
    told = [text for r in check.results if (text := _by_side("expected", r.expected))]
    return told[0] if len(told) > 1 and len(set(told)) == 1 else ""


def _block(index: int, result: Result, protocol: Protocol | None, said: str, sealed: bool) -> ResultBlock:
    """One test with its trials; what is `said` of all tests is not said of it again."""
    title = protocol.title if protocol else result.protocol
    part = next((p.title for p in protocol.parts if p.id == result.object), None) if protocol else None
    named = part or result.object
    felt = None if sealed else result.felt  # what was expected is said before the first try
    expected = _by_side("expected", result.expected)
    about = ["" if expected == said else expected, _by_side("felt", felt)]
    return ResultBlock(
        title=f"{title} · {named}" if named else title,
        about="; ".join(a for a in about if a),
        lines=_numbered(
            _sealed(index, i, t) if sealed else _line(index, i, t, protocol)
            for i, t in enumerate(result.trials)
        ),
    )


def _numbered(lines: Iterable[TrialLine]) -> tuple[TrialLine, ...]:
    known = tuple(lines)
    numbers = try_numbers(line.side for line in known)
    return tuple(line._replace(number=n) for line, n in zip(known, numbers, strict=True))


def try_numbers(sides: Iterable[Hashable]) -> tuple[int, ...]:
    """Which try of its side each is, from 1, in the order done; 0 where a side has only one."""
    known = tuple(sides)
    return tuple(known[: i + 1].count(side) if known.count(side) > 1 else 0 for i, side in enumerate(known))


def try_words(side: str, number: int) -> str:
    """A side, and which of its tries where it has several."""
    return f"{side}, try {number}" if number else side


def who_words(line: TrialLine) -> str:
    """Whose try a line is: left, or left, try 2."""
    return try_words(SIDE_WORDS[line.side], line.number)


def _sealed(result: int, index: int, trial: Trial) -> TrialLine:
    """A trial without its values, effort and pain."""
    why = (f"does not count: {INVALID_WORDS[trial.invalid]}",) if trial.invalid else ()
    value = f"left out: {trial.skipped}" if trial.skipped is not None else "sealed"
    return TrialLine(result, index, trial.side, value, why, trial.counts)


def _line(result: int, index: int, trial: Trial, protocol: Protocol | None) -> TrialLine:
    more = [
        _said("effort {}", trial.effort),
        _said("pain {}", trial.pain),
        _TIMED[trial.timed_by] if trial.timed_by else None,
        "the window was left meanwhile" if trial.lost_focus else None,
        f"does not count: {INVALID_WORDS[trial.invalid]}" if trial.invalid else None,
        trial.invalid_note or None,
    ]
    return TrialLine(
        result, index, trial.side, trial_value(trial, protocol), tuple(m for m in more if m), trial.counts
    )


def trial_value(trial: Trial, protocol: Protocol | None) -> str:
    """What one trial gave, in words: its values, could not, or why it was left out; empty for none."""
    if trial.skipped is not None:
        return f"left out: {trial.skipped}"
    if trial.could_not:
        return "could not"
    return ", ".join(_one_value(name, value, protocol) for name, value in trial.values.items())


def _one_value(name: str, value: Number, protocol: Protocol | None) -> str:
    measure = protocol.measure(name) if protocol else None
    if measure is None:
        return f"{name} {number_text(value)}"
    if measure.unit == "count":
        return f"{number_text(value, measure.step)} {measure.name.lower()}"
    return value_text(value, measure)


def _by_side(what: str, said: BySide | None) -> str:
    if said is None:
        return ""
    sides: tuple[Side, ...] = ("left", "right", "both")
    told = [f"{SIDE_WORDS[s]} {_EXPECTED[e]}" for s in sides if (e := said.of(s)) is not None]
    return f"{what} {', '.join(told)}" if told else ""


def _said(words: str, value: Number | None) -> str | None:
    return None if value is None else words.format(number_text(value))
