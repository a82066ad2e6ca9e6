"""What is entered after an effort: every key and every line, without a face."""

import pytest

from strengthcheck.model.check import Trial
from strengthcheck.model.event import EffortEnded
from strengthcheck.views.steps.entering import Entered, Entering
from strengthcheck.views.steps.entry import Entry
from strengthcheck.views.steps.page import Para, StepPage, field_of
from tests.guide.people import grip, protocol, stairs
from tests.views.presses import offered, outcome, pressed
from tests.views.test_steps import trial_step
from tests.views.test_steps_entry import AT, BOOK, CLIMB


def entering(test=None, *, measured: str = "", former: tuple[Trial, ...] = (), **changed) -> Entering:
    return Entering.of(Entry.of(trial_step(test, **changed), former), AT, measured=measured)


def trial(of: Entering, *keys: str) -> Trial:
    (made,) = outcome(of, *keys).trials
    return made


def words(page: StepPage) -> tuple[str, ...]:
    return tuple(block.text for block in page.blocks if isinstance(block, Para))


def typed(page: StepPage) -> str:
    field = field_of(page)
    assert field is not None
    return field.typed


def test_a_rung_alone_is_done_with_one_key() -> None:
    assert trial(entering(), "2").values == {"ladder": 2}
    assert trial(entering(), "0").could_not


def test_the_time_taken_here_stands_in_the_field_and_the_first_digit_takes_its_place() -> None:
    asked = pressed(entering(BOOK, measured="4.2"), "3")
    assert typed(asked.page()) == "4.2"
    assert trial(asked, "enter", "enter").values == {"ladder": 3, "hold": 4.2}
    assert typed(pressed(asked, "5", ".", "1").page()) == "5.1"
    assert typed(pressed(asked, "backspace").page()) == "4."


def test_what_was_typed_is_read_back_before_it_is_taken() -> None:
    echo = pressed(entering(grip()), "3", "1", ",", "5", "enter")
    assert echo.page().title == "Is this right?"
    assert trial(echo, "enter").values == {"force": 31.5}
    for back in ("b", "escape", "backspace"):
        assert typed(pressed(echo, back).page()) == "31.5", "nobody has to remember it"
        assert typed(pressed(echo, back, "2").page()) == "2", "the first digit takes its place"


def test_a_line_stands_for_what_is_typed_and_enter() -> None:
    echo = entering(grip()).answered("31,5")
    assert echo.page() == pressed(entering(grip()), "3", "1", ",", "5", "enter").page()
    assert pressed(entering(BOOK, measured="4.2"), "3").answered("").page().title == "Is this right?"


def test_what_is_no_number_is_said_and_asked_again() -> None:
    again = entering(grip()).answered("a lot")
    assert again.page().note
    assert again.answered("31").page().title == "Is this right?"
    assert pressed(entering(grip()), "x").page().note == "x is no digit. Write it like 12.4 or 12,4."
    assert pressed(entering(grip()), "x", "3").page().note == ""


def test_could_not_has_a_key_where_there_is_no_rung() -> None:
    assert trial(entering(grip()), "n").could_not
    assert "n" not in offered(pressed(entering(BOOK), "3").page())


def test_another_timer_is_another_series() -> None:
    asked = pressed(entering(BOOK, measured="4.2"), "3", "t")
    assert typed(asked.page()) == "", "the program's own seconds are not what a phone showed"
    assert pressed(asked, "enter").page().note
    assert trial(asked, "5", "enter", "enter").timed_by == "phone"
    assert trial(asked, "4", ".", "2", "enter", "enter").timed_by == "phone", "a phone may show the same"
    assert "Timed by: phone or watch" in words(pressed(asked, "5", "enter").page())


def test_a_timer_chosen_by_mistake_is_taken_back_with_the_time_that_belongs_to_it() -> None:
    asked = pressed(entering(BOOK, measured="4.2"), "3", "t", "t", "t")
    assert (typed(asked.page()), asked.entry.timed_by) == ("4.2", "keyboard")


def test_a_time_typed_over_the_measured_one_was_not_timed_by_this_program() -> None:
    asked = pressed(entering(BOOK, measured="4.2"), "3")
    assert trial(asked, "enter", "enter").timed_by == "keyboard"
    assert trial(asked, "8", ",", "5", "enter", "enter").timed_by == "phone"
    assert trial(asked.answered("8.5"), "enter").timed_by == "phone"
    assert trial(asked.pasted("8.5"), "enter", "enter").timed_by == "phone"
    assert trial(asked, "4", ",", "2", "enter", "enter").timed_by == "keyboard", "it is the measured one"
    assert "Timed by: this program" in words(pressed(asked, "enter").page())
    assert "Timed by: phone or watch" in words(asked.answered("8.5").page())


def test_who_goes_back_to_change_the_rung_finds_the_seconds_there() -> None:
    held = Trial(side="left", values={"ladder": 3, "hold": 3.46}, at=AT, timed_by="keyboard")
    opened = Entering.again(trial_step(BOOK), (held,), AT)
    asked = pressed(opened, "b")
    assert typed(asked.page()) == "3.46"
    again = pressed(asked, "b", "2")
    assert typed(again.page()) == "3.46"
    changed = trial(again, "enter", "enter")
    assert (changed.values, changed.timed_by) == ({"ladder": 2, "hold": 3.46}, "keyboard")
    phone = held.model_copy(update={"timed_by": "phone"})
    again = pressed(Entering.again(trial_step(BOOK), (phone,), AT), "b", "b", "2")
    assert typed(again.page()) == "3.46"
    assert trial(again, "enter", "enter").timed_by == "phone"
    assert typed(pressed(Entering.anew(trial_step(BOOK), (phone,), AT), "2").page()) == "3.46"


def test_nothing_is_made_up_about_what_timed_a_try_that_does_not_say_so() -> None:
    untold = Trial(side="left", values={"ladder": 3, "hold": 10.0}, at=AT)
    changed = trial(Entering.again(trial_step(BOOK), (untold,), AT), "b", "b", "2", "enter", "enter")
    assert (changed.values, changed.timed_by) == ({"ladder": 2, "hold": 10.0}, None)


def test_a_measure_may_stay_empty_only_beside_another_one() -> None:
    climb = entering(stairs(measures=(CLIMB,)), sides=("both",))
    assert "Something has to be entered" in pressed(climb, "enter").page().note


def test_the_way_back_takes_answers_away_one_by_one_and_then_leads_out() -> None:
    asked = entering(BOOK)
    assert pressed(asked, "3", "b") == asked
    assert pressed(asked, "3", "escape") == asked
    assert asked.press("b") is None


def test_keys_that_mean_the_same_on_every_page_are_left_to_it() -> None:
    typing = entering(grip())
    echo = pressed(typing, "3", "1", "enter")
    for asking in (entering(), typing, echo, pressed(echo, "i"), pressed(entering(), "i", "3")):
        assert asking.press("q") is None
        assert asking.press("?") is None
        assert asking.press("f1") is None
    assert pressed(entering(), "i", "7", "?").words == "?", "in words it is a letter"


@pytest.mark.parametrize(("key", "reason"), [("1", "slipped"), ("2", "interrupted"), ("6", "late_start")])
def test_a_try_that_does_not_count_keeps_its_reason(key: str, reason: str) -> None:
    assert trial(entering(), "i", key).invalid == reason


def test_what_was_entered_already_stays_with_a_try_that_does_not_count() -> None:
    made = trial(entering(BOOK), "3", "i", "1")
    assert (made.values, made.invalid) == ({"ladder": 3}, "slipped")


def test_it_does_count_after_all_and_nothing_entered_is_lost() -> None:
    asked = pressed(entering(BOOK), "3")
    assert pressed(asked, "i", "b") == asked
    echo = asked.answered("4.2")
    assert pressed(echo, "i", "escape") == echo


def test_another_reason_is_told_in_a_few_words() -> None:
    note = pressed(entering(), "i", "7")
    (made,) = note.answered("the cat").out.trials
    assert (made.invalid, made.invalid_note) == ("other", "the cat")
    assert trial(note, *"no", "space", *"b", "backspace", *"w", "enter").invalid_note == "no w"
    assert trial(note, "enter").invalid_note is None, "it may stay empty"
    assert pressed(note, "escape").page().title == "It doesn't count. Why?"


def test_pain_asks_whether_to_end_the_check() -> None:
    hurt = pressed(entering(), "i", "3")
    assert outcome(hurt, "1").ends_check
    assert not outcome(hurt, "2").ends_check
    assert outcome(hurt, "2").trials[0].invalid == "pain"
    for back in ("b", "escape"):
        assert hurt.press(back) is hurt, "it hurt: nothing leads back to an effort that counts"


def test_a_lost_focus_is_asked_about_once() -> None:
    unsure = Entering.of(Entry.of(trial_step(), lost_focus=True), AT)
    asked = pressed(unsure, "3")
    assert asked.page().title == "Was anything in the way?"
    assert trial(asked, "1").invalid is None
    assert trial(asked, "2").invalid == "interrupted"
    assert pressed(asked, "b") == unsure


def test_what_was_entered_before_is_read_back_first() -> None:
    former = Trial(side="left", values={"ladder": 3, "hold": 4.2}, at=AT)
    opened = entering(BOOK, former=(former,))
    assert opened.page().title == "Is this right?"
    assert outcome(opened, "enter") == Entered((former,))


def test_a_try_that_was_over_when_the_check_was_left_is_kept_or_does_not_count() -> None:
    ended = EffortEnded(step="trial/cap//left/1", at=AT, lasted=4.2)
    over = Entering.after_all(trial_step(BOOK), ended, AT)
    assert over.page().title == "Keep this try?"
    assert trial(over, "enter", "3", "enter", "enter").values == {"ladder": 3, "hold": 4.2}
    assert trial(over, "i", "1").invalid == "slipped"
    assert pressed(over, "i", "b").page() == pressed(over, "enter").page(), "it does count, then"
    for back in ("b", "escape"):
        assert over.press(back) is over, "it is made: nothing leads back before it"
    assert over.press("q") is None
    assert over.pasted("5") == over


def test_pasted_text_counts_as_typed() -> None:
    assert typed(entering(grip()).pasted(" 31.5\n").page()) == "31.5"
    assert entering(protocol()).pasted("x").page() == entering().page()
    words = pressed(entering(), "i", "7").pasted("the\ncat")
    assert typed(words.page()) == "the cat"


def test_a_line_that_is_no_number_leaves_the_time_that_was_taken_here() -> None:
    after = pressed(entering(BOOK, measured="4.2"), "3").answered("a while")
    assert after.page().note
    assert (after.typed, after.entry.timed_by) == ("4.2", "keyboard")
