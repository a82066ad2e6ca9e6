"""A check before its date: why one would rather wait, the wait, and what an extra check is."""

from strengthcheck.guide.entering import NotAValue, typed_number
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.plain.body import write_down
from strengthcheck.plain.danger import tell_lost
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Option, Talk
from strengthcheck.plain.wishes import BackWished, DropWished
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
    EarlyTold,
    asks_self_tests,
    offer_of,
    typed_self_tests,
)

OPEN = "Enter leaves it open"


def ask_early(desk: Desk, days: int) -> EarlyAnswer:
    """Why is it wanted? Raises DropWished when it is left for today, BackWished at the first question."""
    facts = early_facts(desk.ws)
    told = EarlyTold()
    key = _choose(desk.talk, why_early_page(days), "A number")
    if key == "1":
        _keep(desk, told._replace(reason="loss"))
        tell_lost(desk)
        raise DropWished
    if key == "2":
        told = _worried(desk, facts, told._replace(reason="worry"))
    tested = _choose(desk.talk, extra_page(), "A number") != "1"
    _keep(desk, told, tested=tested)
    if not tested:
        raise DropWished
    return told.answer()


def _keep(desk: Desk, told: EarlyTold, *, tested: bool = False) -> None:
    """Keep it, before anything comes of it."""
    save_urge(desk.ws, told.urge(desk.clock.now(), tested=tested))


def _worried(desk: Desk, facts: EarlyFacts, told: EarlyTold) -> EarlyTold:
    """Ten minutes are offered; before and after them the worry is asked."""
    talk = desk.talk
    told = told._replace(before=_worry(talk, after=False))
    if asks_self_tests(facts):
        told = told._replace(self_tests=_self_tests(talk))
    offer = wait_offer_page(*offer_of(facts, told, desk.clock.now()))
    key = _choose(talk, offer, "A number, or Enter to wait", usual="1")
    if key == "2":
        _keep(desk, told)
        raise DropWished
    if key != "1":
        return told
    told = _wait(desk, told)
    return told._replace(after=_worry(talk, after=True))


def _wait(desk: Desk, told: EarlyTold) -> EarlyTold:
    """The wait. Nothing ticks; Enter says how long still."""
    start = desk.clock.monotonic()
    options = (
        Option("w", "write down what you feel"),
        Option("l", "leave it for today"),
        Option("o", "go on without waiting"),
    )
    asked = Ask("Waiting; Enter says how long still", options, "", back=False)
    while (left := WAIT_SECONDS - (desk.clock.monotonic() - start)) > 0:
        desk.talk.say(*page_lines(wait_page(left)))
        key = desk.talk.ask(asked, wait=desk.clock.interval(left))
        told = told._replace(waited=min(WAIT_SECONDS, round(desk.clock.monotonic() - start)))
        if key == "w":
            _write_down(desk)
        if key == "l":
            _keep(desk, told)
            raise DropWished
        if key == "o":
            return told
    desk.talk.say("The ten minutes are over.")
    return told


def _write_down(desk: Desk) -> None:
    """What is felt, as a card; the way back leads to the wait."""
    try:
        write_down(desk, desk.clock.now().date())
    except BackWished:
        return


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
