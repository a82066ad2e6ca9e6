"""Every page's words in every state: no forbidden word, no sentence unaccounted for, one caveat and last."""

from datetime import date, timedelta

import pytest

from strengthcheck.analysis.wayout import Settled, Shown, WayOut
from strengthcheck.model.profile import Card, Gate, LostTask, Plan, Profile, Urge, Visit
from strengthcheck.model.series import Pair, PairKey
from strengthcheck.services.demo import write_demo
from strengthcheck.services.home import home_facts
from strengthcheck.services.made_up import DEMOS
from strengthcheck.services.person import save_profile, tell_lost_task
from strengthcheck.services.plan import save_plan
from strengthcheck.services.readings import compare, home_reading
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.cards import before_words, card_page
from strengthcheck.views.compare_text import compare_lines
from strengthcheck.views.home import home_view
from strengthcheck.views.sealed import UNTIL_VISIT, Seal, seal_question, sealed_words
from strengthcheck.views.summary import Done, kept_page
from strengthcheck.views.understand import topic_lines, topic_page
from strengthcheck.views.urges import EarlyFacts, help_words, self_tests_words
from strengthcheck.views.urges import before_words as early_words
from strengthcheck.views.visits import FOUND, entered_view, found_question
from strengthcheck.views.wayout import WayFacts, chosen_words, way_out_view
from strengthcheck.wording import cards, reading, wayout
from strengthcheck.wording.forbidden import forbidden_in
from tests.analysis.making import FORCE, protocol
from tests.services.rooms import NOW, StandingClock, opened

TODAY = NOW.date()
CAVEATS = (
    reading.CANNOT_FLAT,
    reading.CANNOT_SLOW,
    reading.CANNOT_TASKS,
    wayout.CANNOT_REST,
    cards.NO_FORECAST,
)
BEGINNINGS = tuple(c.text.partition("{")[0] for c in CAVEATS)
LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")
LATER = Gate(at=NOW, lost=LOST, advice="book")


def hold(paragraphs: list[str]) -> None:
    """One page: no forbidden word, at most one caveat, and that one last."""
    said = [p for p in paragraphs if p]
    assert [(p, forbidden_in(p)) for p in said if forbidden_in(p)] == []
    caveats = [i for i, p in enumerate(said) if p.startswith(BEGINNINGS)]
    assert len(caveats) <= 1, [said[i] for i in caveats]
    assert all(i == len(said) - 1 for i in caveats), said


@pytest.fixture(scope="module", params=sorted(DEMOS))
def year(request, tmp_path_factory):
    """A made-up year."""
    folder = tmp_path_factory.mktemp("year")
    write_demo(request.param, str(folder), {}, StandingClock(NOW))
    return folder


def test_compare_as_it_stood_after_every_check_of_every_year(year):
    with opened(year) as ws:
        for day in sorted({c.started_at.date() for c in checks_of(ws)}):
            hold(list(compare_lines(compare(ws, day))))


STATES = {
    "as it is": lambda ws: None,
    "a loss told": lambda ws: tell_lost_task(ws, LOST),
    "seen": lambda ws: enter_visit(ws, Visit(on=TODAY, who="Dr Made-Up", found="watching")),
    "ended": lambda ws: save_plan(ws, Plan(ended_on=TODAY)),
    "sealed": lambda ws: save_plan(ws, Plan(sealed_until=UNTIL_VISIT)),
    "left out": lambda ws: save_profile(ws, Profile(excluded=("exclude.heart",))),
}


@pytest.mark.parametrize("days", [0, 40, 200])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", [*sorted(DEMOS), None])
def test_home_in_every_state_soon_and_long_after(tmp_path, name, state, days):
    if name is not None:
        write_demo(name, str(tmp_path), {}, StandingClock(NOW))
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        STATES[state](ws)
        clock.time = NOW + timedelta(days=days)
        view = home_view(home_facts(ws), home_reading(ws) if name else None)
        rows = [f"{r.label} {r.hint}" for r in view.rows]
        hold([view.headline, *view.more, view.last, *rows, view.early or ""])
        assert "tell-lost" in [r.command for r in view.rows]


def test_the_page_after_a_check(year):
    with opened(year) as ws:
        every = checks_of(ws)
    for i, check in enumerate(every):
        page = kept_page(Done(check, i == 0, i + 1, TODAY + timedelta(days=9), TODAY))
        hold([block.text for block in page.blocks])


def test_the_way_out_in_every_state():
    grip = PairKey(protocol="grip-device", version=1, text="", measure="force", object=None)
    shown = Shown((Pair(grip, protocol(), FORCE, {}),), 6)
    settled = [
        Settled(14, since, told, coarse, numbers, sided, risen)
        for since in (date(2026, 2, 2), date(2016, 12, 5))
        for told, coarse in ((None, ("arm", "leg")), (shown, ("leg",)), (shown, ()))
        for numbers, sided, risen in ((True, True, False), (True, False, True), (False, True, False))
    ]
    proposals = [None, WayOut("end", None), *(WayOut(s, x) for s in ("longer", "end") for x in settled)]
    for proposed in proposals:
        for plan in (Plan(), Plan(interval_days=84), Plan(ended_on=TODAY)):
            facts = WayFacts(proposed, plan, settling=proposed is None, sealed=proposed is None)
            view = way_out_view(facts, TODAY)
            choices = [f"{c.label} {c.hint}" for c in view.choices]
            hold([view.title, *view.said, *choices, view.caveat])
            hold([chosen_words(c.name, facts, TODAY, TODAY) for c in view.choices])


def test_visits_and_seals():
    seals = (None, Seal(UNTIL_VISIT, TODAY), Seal(UNTIL_VISIT, date.max), Seal(date(2027, 1, 1), TODAY))
    for found in FOUND:
        visit = Visit(on=TODAY, who="Dr Made-Up", found=found)
        for still in ((), (LATER,)):
            for held in seals:
                hold(list(entered_view(visit, still, TODAY, held).said))
    for held in seals:
        hold([found_question(TODAY, "my GP", held).text])
    hold([a.label for a in found_question(date(2026, 11, 20), "my GP").answers])
    for until in (None, UNTIL_VISIT, TODAY + timedelta(days=9)):
        question = seal_question(until, TODAY)
        hold([question.title, question.text, *(a.label for a in question.answers)])
        if until:
            hold([sealed_words(until, TODAY).text])


def test_cards_and_early_starts():
    ended = Card(spot="left calf", sensation="weak", began_on=TODAY - timedelta(days=40), ended_on=TODAY)
    running = Card(spot="left calf", sensation="weak", began_on=TODAY)
    for known in ((), (ended,), (running,), (ended, running)):
        hold(list(before_words(known, "left calf", "weak", TODAY)))
        for one in known:
            page = card_page(known, one.id, TODAY)
            hold([page.title, *page.spells, page.after])
    urges = [
        Urge(at=NOW - timedelta(days=d), reason="worry", worry_before=8, worry_after=4, self_tests_week=d)
        for d in (2, 9, 16)
    ]
    for told in ((), urges, [urges[0].model_copy(update={"tested": True})]):
        facts = EarlyFacts(TODAY, told, (ended,), (9, 9))
        hold([*early_words(facts), self_tests_words(facts), help_words(facts)])


def test_the_reading_room():
    for line in topic_lines():
        hold([line.title, *(s.text for s in topic_page(line.id).statements)])
