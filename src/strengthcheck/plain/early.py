"""A check before its date: why one would rather wait, the wait, and what an extra check is."""

from typing import Literal

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.model.profile import Urge
from strengthcheck.plain.danger import tell_lost
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Option, Talk
from strengthcheck.plain.wishes import DropWished
from strengthcheck.services.urges import early_facts, save_urge
from strengthcheck.views.steps.before import (
    WAIT_SECONDS,
    extra_page,
    self_tests_page,
    wait_offer_page,
    wait_page,
    why_early_page,
    worry_page,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.urges import (
    EarlyFacts,
    asks_self_tests,
    before_words,
    help_words,
    self_tests_words,
    typed_self_tests,
)

Reason = Literal["loss", "worry", "other"]
OPEN = "Enter leaves it open"


class Told:
    """What is told at one early start, until it is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.reason: Reason = "other"
        self.before: int | None = None
        self.after: int | None = None
        self.self_tests: int | None = None
        self.waited = 0

    def urge(self, *, tested: bool) -> Urge:
        """The wish with what became of it."""
        told = {
            "worry_before": self.before,
            "worry_after": self.after,
            "self_tests_week": self.self_tests,
        }
        return Urge.model_validate(
            {
                "at": self._desk.clock.now(),
                "reason": self.reason,
                "waited_seconds": self.waited,
                "tested": tested,
                **{k: v for k, v in told.items() if v is not None},
            }
        )

    def keep(self, *, tested: bool = False) -> None:
        """Keep it, before anything comes of it."""
        save_urge(self._desk.ws, self.urge(tested=tested))


def ask_early(desk: Desk, days: int) -> EarlyAnswer:
    """Why is it wanted? Raises DropWished when it is left for today, BackWished at the first question."""
    facts = early_facts(desk.ws)
    told = Told(desk)
    key = _choose(desk.talk, why_early_page(days), "A number")
    if key == "1":
        told.reason = "loss"
        told.keep()
        tell_lost(desk)
        raise DropWished
    if key == "2":
        told.reason = "worry"
        _worried(desk, facts, told)
    if _choose(desk.talk, extra_page(), "A number") == "1":
        told.keep()
        raise DropWished
    told.keep(tested=True)
    worry = {"worry_before": told.before, "worry_after": told.after}
    given = {k: v for k, v in worry.items() if v is not None}
    return EarlyAnswer.model_validate({"reason": told.reason, **given})


def _worried(desk: Desk, facts: EarlyFacts, told: Told) -> None:
    """Ten minutes are offered; before and after them the worry is asked."""
    talk = desk.talk
    told.before = _worry(talk, after=False)
    if asks_self_tests(facts):
        told.self_tests = _self_tests(talk)
    so_far = facts._replace(urges=(told.urge(tested=False), *facts.urges))
    fewer = self_tests_words(so_far) if told.self_tests is not None else ""
    offer = wait_offer_page(before_words(facts), tuple(t for t in (fewer, help_words(facts)) if t))
    key = _choose(talk, offer, "A number, or Enter to wait", usual="1")
    if key == "2":
        told.keep()
        raise DropWished
    if key == "1":
        _wait(desk, told)
        told.after = _worry(talk, after=True)


def _wait(desk: Desk, told: Told) -> None:
    """The wait. Nothing ticks; Enter says how long still."""
    start = desk.clock.monotonic()
    options = (Option("l", "leave it for today"), Option("o", "go on without waiting"))
    asked = Ask("Waiting; Enter says how long still", options, "", back=False)
    while (left := WAIT_SECONDS - (desk.clock.monotonic() - start)) > 0:
        desk.talk.say(*page_lines(wait_page(left)))
        key = desk.talk.ask(asked, wait=desk.clock.interval(left))
        told.waited = min(WAIT_SECONDS, round(desk.clock.monotonic() - start))
        if key == "l":
            told.keep()
            raise DropWished
        if key == "o":
            return
    desk.talk.say("The ten minutes are over.")


def _choose(talk: Talk, page: StepPage, prompt: str, usual: str | None = None) -> str:
    talk.say(*page_lines(page))
    return talk.choose(prompt, [(c.key, c.text) for c in page.choices], usual=usual)


def _worry(talk: Talk, *, after: bool) -> int | None:
    talk.say(*page_lines(worry_page("", after=after))[:1])
    return rating(talk, f"0 is none, 10 is the worst you know; {OPEN}")


def rating(talk: Talk, prompt: str) -> int | None:
    """A whole number from 0 to 10; none when it is left open."""
    while True:
        typed = talk.ask(Ask(prompt, usual=""))
        try:
            value = typed_number(typed) if typed else None
        except NotAValue as e:
            talk.say(str(e), apart=False)
            continue
        if value is None:
            return None
        if value in range(11):
            return int(value)
        talk.say("Type a whole number from 0 to 10.", apart=False)


def _self_tests(talk: Talk) -> int | None:
    talk.say(*page_lines(self_tests_page(""))[:2])
    while True:
        try:
            return typed_self_tests(talk.ask(Ask(f"A rough number; {OPEN}", usual="")) or "")
        except NotAValue as e:
            talk.say(str(e), apart=False)
