"""What stands beside the checks: a doctor's visit, short answers, the tests in full, fewer checks."""

from datetime import date

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.pages import prose_lines
from strengthcheck.plain.questions import FormLine, by_number, filled, picked
from strengthcheck.plain.talk import Ask
from strengthcheck.services.reading_tests import ReadTest, tests_to_read
from strengthcheck.services.seal import seal_of
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.wayout import choose_way, leaving
from strengthcheck.views.test_page import OWN, list_lead, minutes_words, prose_of
from strengthcheck.views.typed import past_day
from strengthcheck.views.understand import topic_lines, topic_page
from strengthcheck.views.visits import (
    LEAD,
    entered_view,
    found_lead,
    found_named,
    found_question,
    new_visit,
    typed_who,
    visit_facts,
)
from strengthcheck.views.wayout import way_out_view

WRONG = (("w", "what is wrong in your files"),)


def enter_a_visit(desk: Desk) -> None:
    """When, who, what was found. Nothing is kept before the last answer."""
    talk, today = desk.talk, desk.clock.now().date()
    talk.say("A doctor's visit", LEAD)
    on, who = _when_and_who(desk)
    more = talk.text("What was said; Enter leaves it empty")
    question, held = found_question(on, who), seal_of(desk.ws)
    talk.say(question.title, found_lead(on, who, held))
    found = found_named(by_number(desk.talk, [(a.name, a.label) for a in question.answers])) or "nothing"
    visit = new_visit(on, who, found, more)
    entered = enter_visit(desk.ws, visit)
    view = entered_view(visit, entered.still_open, today, entered.held)
    read_aloud(desk, (view.title, *view.said))


def _when_and_who(desk: Desk) -> tuple[date, str]:
    """The day and the name, each asked until it can be taken."""
    today = desk.clock.now().date()
    when = "When, such as 24 November or yesterday"
    lines = (
        FormLine("day", when, "today", lambda text: past_day(text, today), needed=True),
        FormLine("who", "Who it was, such as my GP", "", typed_who),
    )
    return filled(desk.talk, lines, lambda typed: visit_facts(typed["day"], typed["who"], today))


def understand(desk: Desk) -> None:
    """Short answers with their sources."""
    topics = topic_lines()
    while True:
        desk.talk.say("Understand")
        page = topic_page(by_number(desk.talk, [(t.id, t.title) for t in topics]))
        desk.talk.say(page.title)
        for statement in page.statements:
            desk.talk.say(statement.text, f"({statement.source})")
        desk.talk.ask(Ask("Enter: back to the list", usual=""))


def read_tests(desk: Desk) -> None:
    """Each test in full: how it is done, what it can show."""
    talk, found = desk.talk, tests_to_read(desk.ws)
    own = sum(t.own for t in found.tests)
    while True:
        talk.say("Tests", list_lead(own, found.broken, "w reads why"))
        talk.say(*(f"{i}  {_test_words(t)}" for i, t in enumerate(found.tests, 1)))
        key = picked(talk, len(found.tests), WRONG if found.faults else ())
        if key == "w":
            talk.say(*found.faults, f"Tests of your own go here: {found.folder}")
        else:
            test = found.tests[int(key) - 1]
            title, *rest = prose_lines(prose_of(test.protocol, test.own))
            talk.say(title.removesuffix(":"), *rest)
        talk.ask(Ask("Enter: back to the list", usual=""))


def _test_words(test: ReadTest) -> str:
    own = f", {OWN}" if test.own else ""
    return f"{test.protocol.title}, {minutes_words(test.protocol)}{own}"


def fewer_checks(desk: Desk) -> None:
    """Less often, or none; every choice can be changed later."""
    view = way_out_view(leaving(desk.ws), desk.clock.now().date())
    desk.talk.say(view.title)
    for text in view.said:
        desk.talk.say(text)
    options = [(c.key, f"{c.label}, {c.hint}" if c.hint else c.label) for c in view.choices]
    desk.talk.say(view.caveat)
    key = desk.talk.choose("A number", options)
    said = choose_way(desk.ws, next(c.name for c in view.choices if c.key == key))
    if said:
        read_aloud(desk, (said,))
