"""Every gate answer and every lost-task answer, against the table of advice."""

from itertools import chain, combinations, product
from typing import get_args

import pytest

from strengthcheck.guide.gate import URGENCY, advice_for, lost_advice
from strengthcheck.model.event import GateAnswer
from strengthcheck.model.profile import LostTask

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
    """Where a lost task leads, written down a second time: the first row that fits."""
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
