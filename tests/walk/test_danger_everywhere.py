"""Every gate answer and every lost-task answer in every state of the record: nothing silences the message."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import chain, combinations, product
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from strengthcheck.guide.gate import URGENCY, advice_for, lost_advice
from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import AdviceStep, LostStep
from strengthcheck.model.event import GateAnswer, LostAnswer
from strengthcheck.model.profile import Gate, LostTask, Plan, Profile, Visit
from strengthcheck.services.beside import advice_facts
from strengthcheck.services.choosing import around
from strengthcheck.services.home import home_facts
from strengthcheck.services.person import save_gate, save_profile, tell_lost_task
from strengthcheck.services.plan import save_plan
from strengthcheck.services.readings import home_reading
from strengthcheck.services.sitting import answer, begin, discard
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.home import HomeFacts, HomeReading, HomeView, home_view
from strengthcheck.views.sealed import UNTIL_VISIT
from strengthcheck.views.steps.danger import AdviceFacts, advice_page
from strengthcheck.wording import danger, home
from strengthcheck.wording.danger import LOST_WHAT
from strengthcheck.wording.numbers import numbers_for
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.test_after_check import FALLING, STEADY, grip
from tests.tui.records import grip_check, write
from tests.views.test_steps import words

FIELDS = LostTask.model_fields
WHAT, HOW_MUCH, SINCE, COURSE = (
    get_args(FIELDS[name].annotation) for name in ("what", "how_much", "since", "course")
)
LOSSES = [
    LostTask(what=w, how_much=h, side=side, since=s, course=c)
    for w, h, s, c, side in product(WHAT, HOW_MUCH, SINCE, COURSE, ("left", "both", None))
]
LINES = [tuple(c) for c in chain.from_iterable(combinations(range(1, 7), n) for n in range(1, 7))]
"""Every set of the gate's lines but the seventh, which leads to the questions of a loss."""

NUMBERS = numbers_for("GB")
TITLES = {
    "now": "Call 999 now",
    "today": "Call a doctor today",
    "book": "Book a doctor this week",
    "noted": "Noted",
}


def sealed(ws: Workspace) -> None:
    save_plan(ws, Plan(sealed_until=UNTIL_VISIT))


def ended(ws: Workspace) -> None:
    save_plan(ws, Plan(ended_on=NOW.date()))


def excluded(ws: Workspace) -> None:
    save_profile(ws, Profile(excluded=("exclude.heart",), region="GB"))


def seen(ws: Workspace) -> None:
    enter_visit(ws, Visit(on=NOW.date() - timedelta(days=1), who="Dr Made-Up", found="nothing"))


def unfinished(ws: Workspace) -> None:
    begin(ws, ("cap-tightening",), lambda: True)


def nothing(_: Workspace) -> None:
    return None


State = tuple[Iterable[dict[str, object]], Callable[[Workspace], None]]
STATES: dict[str, State] = {
    "empty": ((), nothing),
    "one check": (grip(STEADY[:1]), nothing),
    "settling": (grip(STEADY[:2]), nothing),
    "steady": (grip(STEADY), nothing),
    "came back": (grip([*STEADY, *STEADY, 22, 31, 31.2]), nothing),
    "one low": (grip([*STEADY, 20]), nothing),
    "raised": (grip(FALLING), nothing),
    "raised and sealed": (grip(FALLING), sealed),
    "sealed": (grip(STEADY), sealed),
    "extra running": ((*grip(STEADY), grip_check(1, planned=False)), nothing),
    "sore and ill": (grip(STEADY, context={"soreness": 9, "ill": True}), nothing),
    "ended": (grip(STEADY), ended),
    "after a visit": (grip(FALLING), seen),
    "excluded": (grip(STEADY), excluded),
    "unfinished": (grip(STEADY), unfinished),
}


class Stood(NamedTuple):
    """One state as Home finds it."""

    folder: Path
    facts: HomeFacts
    reading: HomeReading


@pytest.fixture(scope="module", params=STATES)
def stood(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stood:
    checks, then = STATES[request.param]
    folder = tmp_path_factory.mktemp("state")
    write(folder, checks)
    with opened(folder) as ws:
        if request.param != "excluded":
            save_profile(ws, Profile(region="GB", set_up_on=NOW.date()))
        then(ws)
        return Stood(folder, home_facts(ws), home_reading(ws))


def shown(stood: Stood, **told: object) -> HomeView:
    return home_view(stood.facts._replace(**told), stood.reading)


def test_a_loss_told_stands_first_on_home_whatever_the_record_says(stood):
    for lost in LOSSES:
        gate = Gate(at=NOW, lost=lost, advice=lost_advice(lost))
        view = shown(stood, losses=(gate,))
        assert view.headline.startswith(home.LOST_TOLD.text.partition("{")[0])
        assert LOST_WHAT[lost.what] in view.headline
        assert (view.lines, view.caveat) == ((), ""), "no number soothes beside it"
        assert "tell-lost" in [row.command for row in view.rows]


def test_a_sign_told_at_the_gate_stands_first_on_home_even_before_a_loss(stood):
    lost = Gate(at=NOW, lost=LOSSES[0], advice="book")
    for lines, at_rest in product(LINES, (False, True)):
        advice = advice_for(GateAnswer(lines=lines, at_rest=at_rest), None)
        view = shown(stood, alert=Gate(at=NOW, lines=lines, advice=advice), losses=(lost,))
        said = {"now": "call 999 now", "today": "call one today"}[advice]
        assert said in view.headline
        assert view.more[0].startswith(home.LOST_TOLD.text.partition("{")[0])


def test_something_i_can_no_longer_do_is_among_the_first_rows_in_every_state(stood):
    rows = [row.command for row in shown(stood).rows]
    assert rows.index("tell-lost") <= 3


def test_every_loss_told_from_home_leads_to_its_advice_in_words(stood):
    facts = AdviceFacts(NUMBERS, None, stood.facts.due.on, NOW.date(), in_check=False)
    for lost in LOSSES:
        advice = lost_advice(lost)
        page = advice_page(AdviceStep(key="advice", advice=advice), facts._replace(lost=lost))
        assert page.title == TITLES[advice]
        said = words(page)
        wanted = {
            "now": danger.NOW.say(number="999"),
            "today": LOST_WHAT[lost.what],
            "book": f"You can no longer do this as you could: {LOST_WHAT[lost.what]}",
            "noted": "Noted with today's date.",
        }[advice]
        assert wanted in said, (lost, said)


def told_at_the_gate(
    ws: Workspace, gate: GateAnswer, lost: LostTask | None = None
) -> tuple[str, str, HomeView]:
    """The title and the words of the advice, and Home once the check is left again."""
    sitting = begin(ws, ("cap-tightening",), lambda: True)
    sitting = answer(ws, sitting, next_step(sitting), gate)
    step = next_step(sitting)
    if isinstance(step, LostStep) and lost is not None:
        sitting = answer(ws, sitting, step, LostAnswer(lost=lost))
        step = next_step(sitting)
    assert isinstance(step, AdviceStep)
    page = advice_page(step, advice_facts(step, sitting, around(ws)))
    discard(ws, sitting)
    return page.title, words(page), home_view(home_facts(ws), home_reading(ws))


BEGINS = [name for name in STATES if name not in ("excluded", "extra running")]
"""States in which a check can begin; in the two others the questions of Home stand open."""


@pytest.mark.parametrize("name", BEGINS)
def test_each_line_of_the_gate_is_answered_kept_and_first_on_home_in_every_state(tmp_path, name):
    checks, then = STATES[name]
    write(tmp_path, checks)
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(region="GB", set_up_on=NOW.date()))
        then(ws)
        for line, at_rest in ((6, None), (3, False), (3, True), (1, None), (2, None), (4, None), (5, None)):
            gate = (
                GateAnswer(lines=(line,)) if at_rest is None else GateAnswer(lines=(line,), at_rest=at_rest)
            )
            advice = advice_for(gate, None)
            title, said, view = told_at_the_gate(ws, gate)
            assert title == TITLES[advice]
            text = danger.GATE_LINES[line - 1].text
            assert advice == "now" or f"{text[:1].lower()}{text[1:]}" in said
            assert {"now": "call 999 now", "today": "call one today"}[advice] in view.headline


@pytest.mark.parametrize("name", BEGINS)
def test_a_loss_told_at_the_gate_is_answered_kept_and_on_home_in_every_state(tmp_path, name):
    checks, then = STATES[name]
    write(tmp_path, checks)
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        save_profile(ws, Profile(region="GB", set_up_on=NOW.date()))
        then(ws)
        for lost in LOSSES[:: len(LOSSES) // 12]:
            clock.time += timedelta(minutes=1)
            title, _, view = told_at_the_gate(ws, GateAnswer(lines=(7,)), lost)
            assert title == TITLES[lost_advice(lost)]
            if lost.how_much != "harder":
                first_two = " ".join((view.headline, *view.more[:1]))
                assert LOST_WHAT[lost.what] in first_two


def test_where_no_check_can_begin_a_loss_is_told_all_the_same(tmp_path):
    for name in set(STATES) - set(BEGINS):
        checks, then = STATES[name]
        write(tmp_path / name.replace(" ", "-"), checks)
        with opened(tmp_path / name.replace(" ", "-")) as ws:
            then(ws)
            assert home_view(home_facts(ws), home_reading(ws)).early is not None
            for lost in LOSSES[::37]:
                assert tell_lost_task(ws, lost).advice == lost_advice(lost)
            view = home_view(home_facts(ws))
            assert "emergency sign" in view.headline
            assert "no longer do" in view.more[0]


def test_urgency_has_an_order_and_every_advice_a_title():
    assert set(TITLES) == set(URGENCY) - {"none"}


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (LostTask(what="hands", how_much="cannot", since="days", course="same"), "call 999 now"),
        (LostTask(what="hands", how_much="cannot", since="weeks", course="worse"), "call one today"),
        (LostTask(what="legs", how_much="harder", since="days", course="same"), "call one today"),
    ],
)
def test_what_should_not_wait_is_as_urgent_on_home_when_it_was_told_there(tmp_path, lost, said):
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        save_profile(ws, Profile(region="GB", set_up_on=NOW.date()))
        tell_lost_task(ws, lost)
        assert said in home_view(home_facts(ws)).headline
        clock.time += timedelta(days=15)
        assert said not in home_view(home_facts(ws)).headline
        clock.time = NOW + timedelta(days=1)
        enter_visit(ws, Visit(on=clock.time.date(), who="Dr Made-Up", found="watching"))
        assert said not in home_view(home_facts(ws)).headline


def test_a_sign_told_after_a_visit_of_the_same_day_is_not_taken_for_seen(tmp_path):
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        enter_visit(ws, Visit(on=NOW.date(), who="Dr Made-Up", found="nothing"))
        clock.time += timedelta(hours=8)
        save_gate(ws, Gate(at=clock.time, lines=(1,), advice="now"))
        assert "emergency sign" in home_view(home_facts(ws)).headline
