"""The summary of a check before it is kept, and the last page after."""

from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.schedule import BASELINE_CHECKS
from strengthcheck.guide.lookup import question_key, stem_of
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import Check, InvalidReason, Trial
from strengthcheck.model.event import TrialAnswer
from strengthcheck.model.protocol import Part, Protocol
from strengthcheck.views.after_check import AfterCheck
from strengthcheck.views.check_page import try_numbers, try_words
from strengthcheck.views.dates import date_words
from strengthcheck.views.steps.entry import INVALID_WORDS, reasons, value_words
from strengthcheck.views.steps.page import Block, Cell, Choice, Head, Para, Row, StepPage
from strengthcheck.views.steps.words import side_words, test_name
from strengthcheck.wording import home

BOOK = "book-pinch-lift"
"""The one test that would show a large loss of force; `first.usual` speaks of that."""


class TrialRow(NamedTuple):
    """One trial in the summary."""

    key: str
    """The step that it answers."""
    place: int
    """Its place in that answer."""
    protocol: Protocol
    part: Part | None
    trial: Trial
    answer: TrialAnswer
    sealed: bool = False
    """Its values are not shown."""
    number: int = 0
    """Which try of its side it is, from 1; 0 where its side has only this one."""

    @property
    def who(self) -> str:
        """Whose try it is: left hand, or left hand, try 2."""
        return try_words(side_words(self.trial.side, self.protocol.body), self.number)


def trial_rows(sitting: Sitting, sealed: bool = False) -> tuple[TrialRow, ...]:
    """Every trial of a check, test by test, in the order done. Sealed, none shows how it went."""
    rows: list[TrialRow] = []
    for protocol in sitting.protocols:
        for part in protocol.parts or (None,):
            stem = f"trial/{stem_of(protocol, part)}/"
            asked = question_key(protocol, part.id if part else protocol.id)
            for key, given in sitting.answers.items():
                if (key.startswith(stem) or key == asked) and isinstance(given.answer, TrialAnswer):
                    answer = given.answer
                    rows += [
                        TrialRow(key, i, protocol, part, trial, answer, sealed)
                        for i, trial in enumerate(answer.trials)
                    ]
    numbers = try_numbers((row.protocol.id, row.part, row.trial.side) for row in rows)
    return tuple(row._replace(number=n) for row, n in zip(rows, numbers, strict=True))


def outcome_words(protocol: Protocol, trial: Trial) -> str:
    """One trial in words: its values, could not, left out, or why it does not count."""
    if trial.skipped is not None:
        return f"left out: {trial.skipped}"
    told = "could not" if trial.could_not else ", ".join(_values(protocol, trial))
    if trial.invalid is not None:
        why = INVALID_WORDS[trial.invalid].lower()
        return f"{told}; doesn't count: {why}" if told else f"doesn't count: {why}"
    return told


def row_words(row: TrialRow) -> str:
    """One trial as the summary has it: sealed, only that it was entered, left out, or does not count."""
    hidden = row.sealed and row.trial.skipped is None
    shown = row.trial.model_copy(update={"values": {}, "could_not": False}) if hidden else row.trial
    return outcome_words(row.protocol, shown) or "entered"


def _values(protocol: Protocol, trial: Trial) -> list[str]:
    return [
        value_words(m, v) for name, v in trial.values.items() if (m := protocol.measure(name)) is not None
    ]


def summary_page(rows: tuple[TrialRow, ...], at: int, note: str, sealed: str = "") -> StepPage:
    """All trials to look over. No verdict: the reading is another page.

    Values that are `sealed` (until when, in words) can't be looked over, so that is not asked.
    """
    blocks: list[Block] = []
    heading = ""
    for i, row in enumerate(rows):
        name = test_name(row.protocol, row.part)
        if name != heading:
            blocks.append(Head(name))
            heading = name
        here = i == at
        cell = Cell(row_words(row), None, here)
        blocks.append(Row(f"   {row.who}", (cell,), current=here))
    if not rows:
        blocks.append(Para("No try was made, so there is nothing to keep."))
    if note:
        blocks += [Head("Note"), Para(note)]
    keep = (Choice("enter", "keep the check" if rows else "close"),)
    more = (Choice("up_down", "choose"), Choice("c", "change this one"), Choice("n", "note")) if rows else ()
    return StepPage(
        title_of(sealed), (*_lead(sealed), *blocks) if rows else tuple(blocks), keys=(*keep, *more)
    )


def title_of(sealed: str) -> str:
    """What the summary asks."""
    return "Keep this check?" if sealed else "Is it all as it was?"


def _lead(sealed: str) -> tuple[Para, ...]:
    if sealed:
        said = "Everything below is on disk already. What you know to be wrong can be changed; then keep it."
        return Para(said), Para(sealed, "quiet")
    return (Para("Everything below is on disk already. Change what is not right, then keep it."),)


def change_page(row: TrialRow) -> StepPage:
    """What can be changed in one trial."""
    choices = [Choice("1", "Enter it anew")] if row.trial.skipped is None else []
    if row.trial.invalid is not None and (row.trial.values or row.trial.could_not):
        choices.append(Choice("2", "It does count after all"))
    elif row.trial.invalid is None and row.trial.skipped is None:
        choices.append(Choice("2", "It doesn't count"))
    said = Para(row_words(row), "strong")
    blocks: tuple[Block, ...] = (said,)
    if not choices:
        blocks = (said, Para("What was left out stays left out; it counts as nothing."))
    keys = (Choice("escape", "leave it as it is"),)
    return StepPage(f"{test_name(row.protocol, row.part)}, {row.who}", blocks, tuple(choices), keys=keys)


def why_invalid_page(row: TrialRow) -> StepPage:
    """Why does it not count?"""
    return StepPage(
        "It doesn't count. Why?",
        (Para(row_words(row), "quiet"),),
        tuple(Choice(k, words) for k, (_, words) in reasons(row.protocol).items()),
        keys=(Choice("escape", "it does count"),),
    )


def note_page() -> StepPage:
    """A note on the whole check; the field it is typed into stands below."""
    keys = (Choice("escape", "done, back to the list"),)
    return StepPage(
        "A note on this check",
        (Para("Only you read it, unless you put notes on a page or into a file.", "quiet"),),
        keys=keys,
    )


def marked(row: TrialRow, invalid: InvalidReason | None) -> TrialAnswer:
    """The answer with one trial marked as not counting, or as counting again. Its values stay."""
    fields = row.trial.model_dump(exclude_unset=True)
    fields.pop("invalid", None)
    fields.pop("invalid_note", None)
    if invalid is not None:
        fields["invalid"] = invalid
    return with_trial(row, Trial.model_validate(fields))


def with_trial(row: TrialRow, trial: Trial) -> TrialAnswer:
    """The answer with one of its trials replaced."""
    trials = row.answer.trials
    return TrialAnswer(trials=(*trials[: row.place], trial, *trials[row.place + 1 :]))


def step_of(row: TrialRow) -> TrialStep:
    """One trial as a step, so that its value can be entered anew."""
    sides: tuple[Side, ...] = (row.trial.side,)
    return TrialStep(
        key=row.key,
        protocol=row.protocol,
        part=row.part,
        sides=sides,
        number=1,
        of=1,
        again=False,
        rest_seconds=0,
        countdown_seconds=0,
    )


class Done(NamedTuple):
    """What is known once a check is kept."""

    check: Check
    first: bool
    planned_checks: int
    """How many planned checks there are now, this one included."""
    next_on: date | None
    today: date
    told: str = ""
    """What is said of what can no longer be done and no doctor has seen yet; it stands first."""
    read: AfterCheck = AfterCheck()
    """What the record says now."""
    sealed: bool = False
    """Values are not shown, nor how it went."""


def kept_page(done: Done) -> StepPage:
    """One or two calm sentences; no number of this check."""
    next_on = date_words(done.next_on, done.today) if done.next_on else "any day"
    lines: list[str] = []
    if done.told:
        lines += [done.told, home.KEPT_PLAIN.text]
    elif not done.check.planned:
        lines.append(home.EXTRA_KEPT.say(date=next_on))
    elif done.first and all_as_usual(done.check) and not done.sealed:
        lines += [home.FIRST_USUAL.text, home.KEPT.say(date=next_on)]
    else:
        lines += [*done.read.said, home.KEPT.say(date=next_on)]
        if done.planned_checks < BASELINE_CHECKS:
            lines.append(home.SETTLING.say(n=done.planned_checks))
    if done.read.help:
        lines.append(done.read.help)
    caveat = [Para(done.read.caveat, "quiet")] if done.read.caveat and not done.told else []
    return StepPage(
        "Kept",
        (*(Para(line, "strong" if i == 0 else "plain") for i, line in enumerate(lines)), *caveat),
        keys=(Choice("enter", "back to the start"),),
    )


def all_as_usual(check: Check) -> bool:
    """Every test done as usual, the book by both hands: what `first.usual` speaks of."""
    book = {t.side for r in check.results if r.protocol == BOOK for t in r.trials if t.counts}
    trials = [t for r in check.results for t in r.trials]
    return {"left", "right"} <= book and all(t.counts and t.ladder in (3, None) for t in trials)
