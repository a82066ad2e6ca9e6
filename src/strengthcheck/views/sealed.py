"""Sealed results: what each face shows in place of values. What is worth showing is still said."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

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


class Seal(NamedTuple):
    """A seal that holds."""

    until: date
    since: date
    """The day on which it was set."""

    def ends_by(self, visit: date) -> bool:
        """Whether a visit on that day ends it: one that came after it, where it waits for a visit."""
        return self.until == UNTIL_VISIT and visit >= self.since


def is_sealed(until: date | None, today: date) -> bool:
    """Whether values are sealed on a day."""
    return until is not None and today < until


def sealed_words(until: date, today: date) -> Said:
    """That values are sealed, and until when."""
    if until == UNTIL_VISIT:
        return Said.of(seal.SEALED_VISIT)
    return Said.of(seal.SEALED, date=date_words(until, today))


def until_words(until: date, today: date) -> str:
    """Until when, so that it follows a verb."""
    return "until you have seen a doctor" if until == UNTIL_VISIT else f"until {date_words(until, today)}"


def short_words(until: date | None, today: date) -> str:
    """That values are sealed, where nothing else is said of it; empty when they are not."""
    return seal.SHORT.say(until=until_words(until, today)) if until is not None else ""


def visit_words(held: Seal | None, visit: date, today: date) -> str:
    """What a visit did to the seal that `held`; empty where none did."""
    if held is None:
        return ""
    if held.until != UNTIL_VISIT:
        return seal.STAYS.say(date=date_words(held.until, today))
    return (seal.OPENED if held.ends_by(visit) else seal.BEFORE).text


def sealed_compare(view: CompareView, until: date, today: date) -> CompareView:
    """Compare without any value, nor evidence made from values: what is worth showing, and the seal."""
    spoken = tuple(s for s in view.headline if s.id in ALWAYS_SAID)
    headline = (*spoken, sealed_words(until, today), Said.of(seal.WHERE))
    return view._replace(
        headline=headline, rows=(), felt=(), low_days=None, caveat=None, limbs=(), alone=None
    )


def sealed_history(checks: Iterable[Check], until: date, today: date) -> tuple[str, ...]:
    """The history as lines: when, what kind, which tests."""
    lines = [short_words(until, today)]
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
    """Until when should values be sealed? What is sealed can be shown, or sealed until another time."""
    if is_sealed(until, today) and until is not None:
        dated = until != UNTIL_VISIT
        visit = (Answer("visit", "v", "Yes, until I have seen a doctor instead"),) if dated else ()
        return Question(
            "Change the seal?",
            sealed_words(until, today).text,
            (
                Answer("stay", "n", "No, leave them sealed"),
                Answer("open", "y", "Yes, show them"),
                *visit,
                Answer("date", "d", "Yes, until another date" if dated else "Yes, until a date instead"),
            ),
        )
    return Question(
        "Seal your results?",
        "Checks go on as ever, but no value is shown. "
        "A loss, an urgent sign and what is worth showing to a doctor are still said.",
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
