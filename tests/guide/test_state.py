"""The state is the fold of the events; what does not fit is refused."""

from datetime import timedelta

import pytest

from strengthcheck.guide.left import cut_off, never_entered
from strengthcheck.guide.script import next_step
from strengthcheck.guide.sides import first_sides, past_first_sides
from strengthcheck.guide.state import Sitting, Unfit
from strengthcheck.model.check import Check
from strengthcheck.model.event import (
    Acknowledged,
    Answered,
    EffortBegan,
    EffortEnded,
    EffortTakenBack,
    GateAnswer,
    Given,
    Stopped,
)
from strengthcheck.model.profile import Profile

from .people import HOLD as HELD
from .people import LADDER as RUNG
from .people import START, began, keys, protocol, rung, sitting, skip, stairs, take, through, usual, walk


def test_resuming_is_folding_the_same_events():
    events = [began(protocol())]
    state = sitting(protocol())
    for _ in range(9):
        step = next_step(state)
        event = Answered(step=step.key, at=START + timedelta(minutes=1), answer=usual(step))
        events.append(event)
        state = state.after(event)
    assert Sitting.fold(events, (protocol(),), Profile()) == state


def test_an_effort_that_was_cut_off_is_known():
    state = through(sitting(protocol()), "trial")
    state = state.after(EffortBegan(step="trial/cap//left/1", at=START))
    assert state.running is not None
    other = state.after(Answered(step="effort/x", at=START, answer=rung("left", 3)))
    assert other.running is not None, "another answer does not end it"
    assert take(state, "trial/cap//left/1", rung("left", 3)).running is None
    assert state.after(Stopped(at=START)).running is None


def test_a_countdown_that_was_taken_back_leaves_no_try_behind():
    state = through(sitting(protocol()), "trial")
    began_and_not = state.after(EffortBegan(step="trial/cap//left/1", at=START)).after(
        EffortTakenBack(step="trial/cap//left/1", at=START)
    )
    assert began_and_not == state
    assert cut_off(began_and_not) is None
    other = state.after(EffortBegan(step="trial/cap//left/1", at=START)).after(
        EffortTakenBack(step="trial/cap//right/1", at=START)
    )
    assert other.running is not None, "another one's countdown says nothing of this effort"


def over(step: str = "trial/cap//left/1", lasted: float = 4.2) -> EffortEnded:
    return EffortEnded(step=step, at=START, lasted=lasted)


def test_an_effort_that_is_over_is_asked_for_first_until_it_is_entered():
    state = through(sitting(protocol()), "trial")
    state = state.after(EffortBegan(step="trial/cap//left/1", at=START)).after(over())
    assert (state.running, state.unentered) == (None, over())
    assert next_step(state).key == "trial/cap//left/1"
    assert cut_off(state) is None, "it was over: nothing cut it off"
    corrected = take(state, "gate", GateAnswer())
    assert corrected.unentered == over(), "another answer does not end it"
    entered = take(state, "trial/cap//left/1", rung("left", 3))
    assert entered.unentered is None
    assert next_step(entered).key != "trial/cap//left/1"


def test_a_side_left_out_and_done_after_all_is_asked_for_too():
    state = through(sitting(protocol()), "trial")
    state = take(state, "trial/cap//left/1", skip("left"))
    state = state.after(EffortBegan(step="trial/cap//left/1", at=START)).after(over())
    assert next_step(state).key == "trial/cap//left/1"


def test_an_end_that_is_noted_after_the_answer_asks_for_nothing_more():
    state = through(sitting(protocol()), "trial")
    state = take(state, "trial/cap//left/1", rung("left", 3))
    assert state.after(over()) == state


def test_never_entered_it_does_not_count_and_keeps_its_time():
    hold = protocol("book", effort={"kind": "hold", "seconds": 20, "say": "Hold."}, measures=(RUNG, HELD))
    state = through(sitting(hold), "trial")
    assert never_entered(state) is None
    step, given = never_entered(state.after(over("trial/book//left/1", 12.437)))
    assert step.key == "trial/book//left/1"
    (trial,) = given.trials
    assert (trial.invalid, trial.values, trial.timed_by) == ("interrupted", {"hold": 12.44}, "keyboard")
    assert trial.at == START
    free = through(sitting(protocol()), "trial").after(over())
    assert [t.values for t in never_entered(free)[1].trials] == [{}], "what is not timed here has no time"


def test_an_answer_of_another_kind_is_refused():
    state = take(sitting(protocol()), "gate", GateAnswer())
    with pytest.raises(Unfit, match="gate"):
        take(state, "gate", Acknowledged())


def test_a_check_starts_once_and_with_its_beginning():
    with pytest.raises(Unfit):
        Sitting.fold([Stopped(at=START)], (), Profile())
    with pytest.raises(Unfit):
        Sitting.fold([], (), Profile())
    with pytest.raises(Unfit):
        sitting(protocol()).after(began(protocol()))
    whole = Check.model_validate(
        {
            "started_at": START,
            "results": ({"protocol": "cap", "trials": ({"side": "left", "could_not": True},)},),
        }
    )
    with pytest.raises(Unfit):
        sitting(protocol()).after(Given(check=whole))


def test_skips_are_not_counted_as_trials_made():
    state = take(sitting(protocol()), "trial/cap//left/1", skip("left"))
    assert state.trials_made == 0
    assert take(state, "trial/cap//right/1", rung("right", 0)).trials_made == 1


def test_answers_while_one_rests_are_no_tries():
    state = sitting(protocol())
    given = Answered(step="ask/tasks/key", at=START, answer=rung("left", 3))
    asked = state.model_copy(update={"answers": {"ask/tasks/key": given}})
    assert (asked.trials_made, asked.tries_made) == (1, 0)
    assert take(state, "trial/cap//right/1", rung("right", 3)).tries_made == 1


def _check(first: str, day: int) -> Check:
    second = "right" if first == "left" else "left"
    trials = tuple({"side": s, "values": {"ladder": 3}} for s in (first, second))
    return Check.model_validate(
        {
            "started_at": START + timedelta(days=day),
            "results": ({"protocol": "cap", "trials": trials},),
        }
    )


def test_over_two_checks_each_side_goes_first_once():
    tests = (protocol(),)
    assert first_sides(tests, (), lambda: True) == {"cap": "left"}
    assert first_sides(tests, (), lambda: False) == {"cap": "right"}
    for first, other in (("left", "right"), ("right", "left")):
        earlier = (_check(first, 0),)
        assert first_sides(tests, earlier, lambda: True) == {"cap": other}
        assert first_sides(tests, earlier, lambda: False) == {"cap": other}
    pair = (_check("left", 0), _check("right", 7))
    assert first_sides(tests, pair, lambda: False) == {"cap": "right"}, "then the coin again"


def test_no_side_is_drawn_where_none_goes_first():
    assert first_sides((stairs(), walk()), (), lambda: True) == {}
    both = Check.model_validate(
        {
            "started_at": START,
            "results": ({"protocol": "stairs", "trials": ({"side": "both", "values": {"ladder": 3}},)},),
        }
    )
    assert past_first_sides((both,)) == {}


def test_without_a_draw_left_goes_before_right():
    order = [k for k in keys(sitting(protocol(), first={})) if k.startswith("trial")]
    assert order[0] == "trial/cap//left/1"
