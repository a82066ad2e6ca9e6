"""Every gate answer and every lost-task answer, against the table of advice, in every state of the record."""

from datetime import timedelta
from itertools import chain, combinations, product
from typing import get_args

import pytest

from strengthcheck.guide.gate import URGENCY, advice_for, lost_advice
from strengthcheck.model.event import GateAnswer
from strengthcheck.model.profile import LostTask, Plan, Profile, Visit
from strengthcheck.services.home import home_facts
from strengthcheck.services.person import open_losses, save_profile, tell_lost_task
from strengthcheck.services.plan import save_plan
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.home import home_view
from strengthcheck.views.sealed import UNTIL_VISIT
from strengthcheck.wording.danger import LOST_WHAT
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.records import grip_check, write

FIELDS = LostTask.model_fields
WHAT, HOW_MUCH, SINCE, COURSE = (
    get_args(FIELDS[name].annotation) for name in ("what", "how_much", "since", "course")
)
LOSSES = [
    LostTask(what=w, how_much=h, side=side, since=s, course=c)
    for w, h, s, c, side in product(WHAT, HOW_MUCH, SINCE, COURSE, ("left", None))
]
LINES = [tuple(c) for c in chain.from_iterable(combinations(range(1, 8), n) for n in range(8))]


def table(lost: LostTask) -> str:
    """SENTENCES' table, written down a second time: the first row that fits."""
    harder = lost.how_much == "harder"
    rows = (
        (lost.since == "days" and not harder, "now"),
        (lost.since == "days", "today"),
        (lost.what == "swallowing", "today"),
        (harder, "noted"),
        (lost.since == "weeks" and lost.course == "worse", "today"),
        (True, "book"),
    )
    return next(advice for fits, advice in rows if fits)


def test_every_lost_task_answer_leads_where_the_table_says():
    assert len(LOSSES) == 6 * 3 * 3 * 3 * 2
    assert [lost_advice(lost) for lost in LOSSES] == [table(lost) for lost in LOSSES]


@pytest.mark.parametrize("at_rest", [None, False, True])
def test_every_set_of_gate_lines_leads_to_the_most_urgent_of_its_lines(at_rest):
    single = {1: "now", 2: "now", 3: "now" if at_rest else "today", 4: "now", 5: "now", 6: "today", 7: "none"}
    assert len(LINES) == 2**7
    for lines in LINES:
        wanted = max((single[n] for n in lines), default="none", key=URGENCY.index)
        assert advice_for(GateAnswer(lines=lines, at_rest=at_rest), None) == wanted, lines


def test_a_loss_told_at_the_gate_never_makes_the_advice_less_urgent():
    for lines, lost in product(LINES, LOSSES[::7]):
        gate = GateAnswer(lines=lines)
        both = URGENCY.index(advice_for(gate, lost))
        assert both == max(URGENCY.index(advice_for(gate, None)), URGENCY.index(lost_advice(lost)))


def _sealed(ws):
    save_plan(ws, Plan(sealed_until=UNTIL_VISIT))


def _ended(ws):
    save_plan(ws, Plan(ended_on=NOW.date()))


def _excluded(ws):
    save_profile(ws, Profile(excluded=("exclude.heart",)))


def _seen(ws):
    enter_visit(ws, Visit(on=NOW.date() - timedelta(days=1), who="Dr Made-Up", found="nothing"))


STATES = {
    "empty": ((), None),
    "first check": ((grip_check(2),), None),
    "settled": (tuple(grip_check(d) for d in (200, 193, 186, 158, 130, 102, 74, 46, 18)), None),
    "extra only": ((grip_check(2, planned=False),), None),
    "sore": ((grip_check(2, context={"soreness": 9, "ill": True}),), None),
    "sealed": ((grip_check(2),), _sealed),
    "ended": ((grip_check(2),), _ended),
    "excluded": ((grip_check(2),), _excluded),
    "seen before": ((grip_check(2),), _seen),
}


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_of_the_record_a_loss_is_kept_answered_and_first_on_home(tmp_path, state):
    checks, then = STATES[state]
    write(tmp_path, checks)
    clock = StandingClock(NOW)
    with opened(tmp_path, clock=clock) as ws:
        if then is not None:
            then(ws)
        for i, lost in enumerate(LOSSES[::11], 1):
            clock.time = NOW + timedelta(minutes=i)
            before = len(open_losses(ws))
            assert tell_lost_task(ws, lost).advice == table(lost)
            counts = lost.how_much != "harder"
            assert len(open_losses(ws)) == before + counts
            if counts:
                view = home_view(home_facts(ws))
                assert LOST_WHAT[lost.what] in view.headline
                assert "tell-lost" in [row.command for row in view.rows]
