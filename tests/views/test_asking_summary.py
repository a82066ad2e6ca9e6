"""The summary before keeping: every key and every line, without a face."""

import pytest

from strengthcheck.model.event import SummaryAnswer, TrialAnswer
from strengthcheck.views.steps.summing import Corrected, SummaryAsking
from strengthcheck.views.summary import trial_rows
from tests.guide.people import invalid, protocol, sitting, skip, take, through
from tests.services.sealing import values_in
from tests.views.presses import outcome, pressed
from tests.views.test_steps import words
from tests.views.test_steps_entry import AT, BOOK

FIRST = "trial/cap//left/1"


def made():
    """A hold of 8.5 seconds, one that slipped, a side left out."""
    state = through(sitting(BOOK), "trial/")
    trial = {"side": "left", "values": {"ladder": 3, "hold": 8.5}, "timed_by": "phone"}
    state = take(state, FIRST, TrialAnswer.model_validate({"trials": (trial,)}))
    state = take(state, "trial/cap//left/2", invalid("left", "slipped"))
    return take(state, "trial/cap//right/1", skip("right"))


ROWS = trial_rows(made())
SUMMARY = SummaryAsking(ROWS, AT)


def place_of(key: str) -> int:
    return [row.key for row in ROWS].index(key)


def corrected(*keys: str, of: SummaryAsking = SUMMARY):
    """The one trial that is wished otherwise."""
    out = outcome(of, *keys)
    assert isinstance(out, Corrected)
    assert out.key == FIRST
    (trial,) = out.answer.trials
    return trial


def test_enter_keeps_the_check_with_its_note() -> None:
    assert outcome(SUMMARY, "enter") == SummaryAnswer()
    noted = pressed(SUMMARY, "n").answered("slept badly")
    assert outcome(noted, "enter") == SummaryAnswer(note="slept badly")
    assert pressed(noted, "n", "escape") == noted, "a note that is not told again stays"


def test_the_arrows_choose_a_trial_and_stop_at_the_ends() -> None:
    assert pressed(SUMMARY, "up") == SUMMARY
    assert pressed(SUMMARY, "down").place == 1
    assert pressed(SUMMARY, *["down"] * 20).place == len(ROWS) - 1


def test_a_value_is_read_back_and_put_right_and_stays_timed_by_the_same() -> None:
    anew = pressed(SUMMARY, "c", "1")
    assert anew.page().title == "Is this right?"
    trial = corrected("b", "9", "enter", "enter", of=anew)
    assert (trial.values, trial.timed_by) == ({"ladder": 3, "hold": 9.0}, "phone")
    by_line = pressed(anew, "b").answered("9,25")
    assert corrected("enter", of=by_line).values["hold"] == 9.25
    kept = corrected("enter", "enter", of=pressed(anew, "b"))
    assert kept.values["hold"] == 8.5, "Enter takes the time again"


def test_the_way_back_out_of_an_entry_leads_to_the_list_and_changes_nothing() -> None:
    back = pressed(SUMMARY, "c", "1", "b", "b", "b")
    assert (back.stage, back.rows, back.place) == ("rows", ROWS, 0)


def test_sealed_no_value_is_shown_to_be_put_right() -> None:
    sealed = SummaryAsking(trial_rows(made(), sealed=True), AT)
    anew = pressed(sealed, "c", "1")
    for asking in (sealed, pressed(sealed, "c"), anew, pressed(anew, "3")):
        assert values_in(repr(asking.page().blocks)) == []
    assert corrected("3", "9", "enter", "enter", of=anew).values["hold"] == 9.0


def test_a_try_is_marked_with_a_reason_and_counts_again() -> None:
    assert corrected("c", "2", "3").invalid == "pain"
    for back in ("b", "escape"):
        assert pressed(SUMMARY, "c", "2", back) == SUMMARY
    marked = made()
    marked = take(marked, FIRST, outcome(SUMMARY, "c", "2", "3").answer)
    again = SUMMARY.corrected(trial_rows(marked))
    assert corrected("c", "2", of=again).invalid is None


def test_a_try_without_a_value_can_not_count_again() -> None:
    slipped = pressed(SUMMARY.at(place_of("trial/cap//left/2")), "c")
    assert slipped.press("2") is slipped


def test_what_was_left_out_stays_left_out() -> None:
    skipped = pressed(SUMMARY.at(place_of("trial/cap//right/1")), "c")
    assert skipped.page().choices == ()
    assert skipped.press("1") is skipped
    assert pressed(skipped, "b").stage == "rows"


def test_with_no_try_made_there_is_nothing_to_change() -> None:
    empty = SummaryAsking(trial_rows(sitting(protocol())), AT)
    for key in ("c", "n", "down", "x"):
        assert empty.press(key) is None
    assert outcome(empty, "enter") == SummaryAnswer()


@pytest.mark.parametrize("key", ["x", "b", "escape"])
def test_other_keys_are_left_to_others(key: str) -> None:
    assert SUMMARY.press(key) is None


def test_of_two_tries_of_a_side_each_says_which_it_is() -> None:
    assert [row.who for row in ROWS] == ["left hand, try 1", "left hand, try 2", "right hand"]
    assert "left hand, try 2" in words(SUMMARY.page())
    assert words(pressed(SUMMARY, "down", "c").page()).startswith(
        f"{ROWS[1].protocol.short}, left hand, try 2"
    )


def test_a_note_promises_no_more_secrecy_than_it_has() -> None:
    said = words(pressed(SUMMARY, "n").page())
    assert "Only you read it, unless you put notes on a page or into a file." in said
