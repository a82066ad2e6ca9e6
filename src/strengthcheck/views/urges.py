"""What an early start says: what was written down before, how it ended, the last wait, where help is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.model.profile import Card, Urge
from strengthcheck.views.cards import ending_words
from strengthcheck.views.dates import date_words
from strengthcheck.wording import early

HIGH_WORRY = 7
"""From here on worry is high (docs/safeguards.md#testing-is-dosed)."""

HIGH_AT = 2
"""At so many of the latest checks."""

LATEST_CHECKS = 4

OFTEN = 3
"""So many earlier early starts within four weeks are repeated ones."""

OFTEN_DAYS = 28
ESTIMATE_DAYS = 7
"""One estimate of self-tests a week."""

MOST_SELF_TESTS = 10_000


class EarlyFacts(NamedTuple):
    """What an early start speaks from."""

    today: date
    urges: Sequence[Urge]
    """The latest first."""
    cards: Sequence[Card]
    worries: Sequence[int | float]
    """Worry told at the checks, the latest first."""


class EarlyTold(NamedTuple):
    """What is told at one early start, until it is kept. What was left open is None."""

    reason: Literal["loss", "worry", "other"] = "other"
    before: int | None = None
    """Worry before the wait, 0 to 10."""
    after: int | None = None
    """Worry after it."""
    self_tests: int | None = None
    """In the last week, outside the program."""
    waited: int = 0
    """In seconds."""

    def urge(self, at: datetime, *, tested: bool) -> Urge:
        """The wish with what became of it."""
        told = {**self._worry(), **_given(self_tests_week=self.self_tests)}
        started = {"at": at, "reason": self.reason, "waited_seconds": self.waited, "tested": tested}
        return Urge.model_validate({**started, **told})

    def answer(self) -> EarlyAnswer:
        """What a check that is done all the same keeps of it."""
        return EarlyAnswer.model_validate({"reason": self.reason, **self._worry()})

    def _worry(self) -> dict[str, int]:
        return _given(worry_before=self.before, worry_after=self.after)


def _given(**told: int | None) -> dict[str, int]:
    return {name: value for name, value in told.items() if value is not None}


class Offer(NamedTuple):
    """What stands around the offer of ten minutes."""

    before: tuple[str, ...] = ()
    """What was written down before, and how it ended."""
    after: tuple[str, ...] = ()
    """Fewer self-tests than the week before, and where help is."""


def offer_of(facts: EarlyFacts, told: EarlyTold, now: datetime) -> Offer:
    """What is said around the offer, with what was told just now counted in."""
    so_far = facts._replace(urges=(told.urge(now, tested=False), *facts.urges))
    fewer = self_tests_words(so_far) if told.self_tests is not None else ""
    return Offer(before_words(facts), tuple(text for text in (fewer, help_words(facts)) if text))


def before_words(facts: EarlyFacts) -> tuple[str, ...]:
    """What was written down before and how it ended; the last wait, or the last extra check."""
    ended = [c for c in facts.cards if c.ended_on is not None]
    said = []
    if ended:
        said.append(
            ending_words(max(ended, key=lambda c: (c.ended_on or c.began_on, str(c.id))), facts.today)
        )
    last = next((u for u in facts.urges if u.reason == "worry" and u.worry_before is not None), None)
    if last is not None:
        said += _last_time(last, facts.today)
    return tuple(said)


def _last_time(last: Urge, today: date) -> list[str]:
    if last.tested:
        return [
            early.BEFORE_TEST.say(date=date_words(last.at.date(), today), a=_plain(last.worry_before or 0))
        ]
    if last.worry_after is None:
        return []
    waited = max(round(last.waited_seconds / 60), 1)
    minutes = "a minute" if waited == 1 else f"{waited} minutes"
    a, b = _plain(last.worry_before or 0), _plain(last.worry_after)
    return [early.BEFORE_WAIT.say(a=a, b=b, minutes=minutes)]


def asks_self_tests(facts: EarlyFacts) -> bool:
    """Whether the week's estimate is still open."""
    newest = next((u for u in facts.urges if u.self_tests_week is not None), None)
    return newest is None or (facts.today - newest.at.date()).days >= ESTIMATE_DAYS


def self_tests_words(facts: EarlyFacts) -> str:
    """The two latest estimates where the number fell; empty otherwise, for a rise is no reproach."""
    told = [u.self_tests_week for u in facts.urges if u.self_tests_week is not None][:2]
    if len(told) < 2 or told[0] >= told[1]:
        return ""
    return early.FEWER.say(a=told[1], b=told[0])


def typed_self_tests(text: str) -> int | None:
    """An estimate as typed; None where nothing is. Raises NotAValue."""
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or not text.isascii() or int(text) > MOST_SELF_TESTS:
        raise NotAValue("Write a rough number, such as 12, or leave it empty.")
    return int(text)


def help_words(facts: EarlyFacts) -> str:
    """Where help is, once worry was high at two of the latest checks or early starts repeat; else empty.

    It is said at the first early start of a week, not at each: a suggestion, no nagging.
    """
    monday = facts.today - timedelta(days=facts.today.weekday())
    said = any(u.at.date() >= monday and u.reason != "loss" for u in facts.urges)
    return early.HELP.text if not said and (high_worry(facts) or repeated(facts)) else ""


def help_after_check(worries: Sequence[int | float], told_now: bool) -> str:
    """Where help is, after a check at which worry was told high for the second time or more; else empty."""
    again = told_now and bool(worries) and worries[0] >= HIGH_WORRY
    return early.HELP.text if again and _high(worries) else ""


def high_worry(facts: EarlyFacts) -> bool:
    """Whether worry was high at two of the latest checks."""
    return _high(facts.worries)


def _high(worries: Sequence[int | float]) -> bool:
    return sum(w >= HIGH_WORRY for w in worries[:LATEST_CHECKS]) >= HIGH_AT


def repeated(facts: EarlyFacts) -> bool:
    """Whether early starts repeat: several within four weeks."""
    since = facts.today - timedelta(days=OFTEN_DAYS)
    return sum(u.at.date() > since and u.reason != "loss" for u in facts.urges) >= OFTEN


def _plain(value: int | float) -> str:
    return f"{value:g}"
