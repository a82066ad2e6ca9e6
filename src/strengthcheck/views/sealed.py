"""Sealed results: what each face shows in place of values. What is worth showing still speaks."""

from collections.abc import Iterable
from datetime import date

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.check import Check
from strengthcheck.views.asking import Answer, Question
from strengthcheck.views.compare import CompareView
from strengthcheck.views.dates import date_words
from strengthcheck.views.listing import newest_first
from strengthcheck.views.said import Said
from strengthcheck.views.typed_date import read_day
from strengthcheck.wording import seal

UNTIL_VISIT = date.max
"""Sealed with no date: a visit unseals."""

ALWAYS_SAID = ("home.show", "home.show_soon")
"""Sentences that no seal silences; they hold no value."""


def is_sealed(until: date | None, today: date) -> bool:
    """Whether values are sealed on a day."""
    return until is not None and today < until


def sealed_words(until: date, today: date) -> Said:
    """That values are sealed, and until when."""
    if until == UNTIL_VISIT:
        return Said.of(seal.SEALED_VISIT)
    return Said.of(seal.SEALED, date=date_words(until, today))


def sealed_compare(view: CompareView, until: date, today: date) -> CompareView:
    """Compare without any value, nor evidence made from values: what is worth showing, and the seal."""
    spoken = tuple(s for s in view.headline if s.id in ALWAYS_SAID)
    headline = (*spoken, sealed_words(until, today))
    return view._replace(
        headline=headline, rows=(), felt=(), low_days=None, caveat=None, limbs=(), alone=None
    )


def sealed_history(checks: Iterable[Check], until: date, today: date) -> tuple[str, ...]:
    """The history as lines: when, what kind, which tests."""
    lines = [sealed_words(until, today).text]
    for check in newest_first(checks):
        kind = "planned" if check.planned else "extra, not compared"
        tests = ", ".join(dict.fromkeys(r.protocol for r in check.results))
        lines.append(f"{check.started_at:%Y-%m-%d %H:%M}  {kind}  {check.id}  {tests}")
    return tuple(lines)


def sealed_data(checks: Iterable[Check], until: date) -> dict[str, object]:
    """The history as data, without a value."""
    listed = [
        {
            "id": str(c.id),
            "started_at": c.started_at.isoformat(),
            "planned": c.planned,
            "protocols": list(dict.fromkeys(r.protocol for r in c.results)),
        }
        for c in newest_first(checks)
    ]
    return {"sealed_until": until.isoformat(), "checks": listed}


def seal_question(until: date | None, today: date) -> Question:
    """Until when should values be sealed?"""
    if is_sealed(until, today) and until is not None:
        return Question(
            "Show your values again?",
            sealed_words(until, today).text,
            (Answer("stay", "n", "No, leave them sealed"), Answer("open", "y", "Yes, show them")),
        )
    return Question(
        "Seal your results?",
        "Checks go on as ever, but no value is shown. "
        "A loss, an urgent sign and what is worth showing still speak.",
        (
            Answer("no", "n", "No, leave it as it is"),
            Answer("visit", "v", "Until I have seen a doctor"),
            Answer("date", "d", "Until a date"),
        ),
    )


def sure_question() -> Question:
    """One key more before values go out of sight for a time that no date ends."""
    return Question(
        "Seal them until you have seen a doctor?",
        "Until a visit is entered no value is shown. Settings has the way to show them before.",
        (Answer("no", "n", "No, leave it as it is"), Answer("yes", "y", "Yes, seal them")),
    )


def typed_seal(text: str, today: date) -> date:
    """A day ahead, as typed. Raises NotAValue."""
    day = read_day(text, today, "future")
    if day <= today:
        raise NotAValue(f"{date_words(day, today)} does not lie ahead. Write a later day.")
    return day
