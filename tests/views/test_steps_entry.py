"""What is entered after an effort, and the trials that come of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.check import Context
from strengthcheck.views.steps.entry import Entry, default_timed_by, side_outcome, skipped, trial_words
from strengthcheck.views.steps.today import ROWS, TodayForm, today_page
from tests.guide.people import HOLD, LADDER, grip, protocol, stairs, walk

from .test_steps import trial_step, words

AT = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
BOOK = protocol(effort={"kind": "hold", "seconds": 10, "say": "x"}, measures=(LADDER, HOLD))
CLIMB = {
    "id": "climb",
    "name": "time to the top",
    "unit": "s",
    "better": "lower",
    "low": 1,
    "high": 120,
    "typical_error": 0.1,
    "optional": True,
}


def typed(entry: Entry, *texts: str) -> Entry:
    for text in texts:
        ask = entry.next_ask()
        assert ask is not None
        entry = (
            entry.with_value(ask, int(text)) if ask.measure.id == "ladder" else entry.with_typed(ask, text)
        )
    return entry


def test_a_rung_and_a_time_make_a_trial_timed_here():
    (made,) = typed(Entry.of(trial_step(BOOK)), "3", "10.0").trials(AT)
    assert made.values == {"ladder": 3, "hold": 10.0}
    assert made.timed_by == "keyboard"
    assert made.at == AT


def test_could_not_asks_for_nothing_more():
    entry = typed(Entry.of(trial_step(BOOK)), "0")
    assert entry.next_ask() is None
    (made,) = entry.trials(AT)
    assert made.could_not
    assert made.values == {}
    assert made.timed_by is None


def test_both_sides_are_entered_one_after_the_other():
    entry = typed(Entry.of(trial_step(walk(), sides=("left", "right"))), "0")
    assert entry.next_ask().side == "right"
    left, right = typed(entry, "2").trials(AT)
    assert (left.could_not, right.values) == (True, {"ladder": 2})


def test_a_time_from_a_phone_is_never_called_ours():
    p = stairs(measures=(LADDER, CLIMB))
    entry = typed(Entry.of(trial_step(p, sides=("both",))), "3", "0:07,2")
    assert entry.timed_by == "phone"
    assert entry.trials(AT)[0].timed_by == "phone"
    assert entry.timed_otherwise().trials(AT)[0].timed_by == "device"


def test_a_time_may_stay_empty_where_the_test_says_so():
    p = stairs(measures=(LADDER, CLIMB))
    (made,) = typed(Entry.of(trial_step(p, sides=("both",))), "2", "").trials(AT)
    assert made.values == {"ladder": 2}
    assert made.timed_by is None, "nothing was timed"


def test_not_everything_may_stay_empty():
    entry = Entry.of(trial_step(stairs(measures=(CLIMB,)), sides=("both",)))
    with pytest.raises(NotAValue, match="Something has to be entered"):
        entry.with_typed(entry.next_ask(), "")


def test_a_reopened_trial_stands_as_it_was_entered():
    step = trial_step(BOOK)
    made = typed(Entry.of(step), "2", "8.5").trials(AT)
    again = Entry.of(step, made)
    assert again.next_ask() is None
    assert again.trials(AT) == made
    could_not = typed(Entry.of(step), "0").trials(AT)
    assert Entry.of(step, could_not).trials(AT) == could_not


def test_one_step_back_takes_the_last_answer_away():
    entry = typed(Entry.of(trial_step(BOOK)), "2", "8.5")
    back = entry.step_back()
    assert back is not None
    assert back.next_ask().measure.id == "hold"
    assert typed(Entry.of(trial_step(BOOK)), "0").step_back() == Entry.of(trial_step(BOOK))
    assert Entry.of(trial_step(BOOK)).step_back() is None


def test_what_does_not_count_keeps_what_was_entered():
    entry = typed(Entry.of(trial_step(BOOK)), "2")
    (made,) = entry.invalid("other_hand", "caught it", AT)
    assert (made.values, made.invalid, made.invalid_note) == ({"ladder": 2}, "other_hand", "caught it")
    (bare,) = Entry.of(trial_step(BOOK)).invalid("pain", "", AT)
    assert (bare.values, bare.invalid_note) == ({}, None)


def test_it_is_read_back_with_its_unit():
    entry = typed(Entry.of(trial_step(BOOK)), "2", "8,5")
    assert side_outcome(entry, "left") == "done, but harder than usual, 8.5 seconds"
    assert entry.has_typed()
    assert side_outcome(typed(Entry.of(trial_step()), "0"), "left") == "could not"
    assert side_outcome(typed(Entry.of(trial_step(grip())), "31,2"), "left") == "31.2 kg"


def test_a_side_left_out_has_its_reason():
    trials = skipped(trial_step(), "sore thumb", AT)
    assert trial_words(trials) == "Left out, sore thumb", "its page names the side"
    hurt = Entry.of(trial_step()).invalid("pain", "", AT)
    assert trial_words(hurt) == "Doesn't count, it hurt"
    assert trial_words(typed(Entry.of(trial_step()), "3").trials(AT)) == "Entered"
    both = skipped(trial_step(walk(), sides=("left", "right")), "sore", AT)
    assert trial_words(both) == "left: left out, sore; right: left out, sore"


def test_a_lost_focus_is_noted_on_the_trial():
    entry = Entry.of(trial_step(), lost_focus=True)
    (made,) = typed(entry, "3").trials(AT)
    assert made.lost_focus
    (void,) = entry.invalid("interrupted", "", AT)
    assert void.lost_focus, "what did not count had lost it too"


def test_a_lost_focus_is_asked_about_once_and_not_where_nothing_is_timed_here():
    assert Entry.of(trial_step(), lost_focus=True).asks_about_focus
    made = typed(Entry.of(trial_step(), lost_focus=True), "3").trials(AT)
    assert not Entry.of(trial_step(), made).asks_about_focus, "it is corrected, and was asked before"
    away = trial_step(stairs())
    assert not Entry.of(away, lost_focus=True).asks_about_focus


def test_who_times_what():
    assert default_timed_by(trial_step()) is None
    assert default_timed_by(trial_step(BOOK)) == "keyboard"


def test_the_day_left_empty_tells_nothing():
    assert TodayForm().context() == Context()
    assert "optional" in words(today_page(TodayForm()))


def test_the_day_is_told_row_by_row():
    form = TodayForm()
    for i, keys in enumerate(("6,5", "y", "7", "10", "31", "n", "y", "5")):
        form = form.move(i - form.at)
        for key in keys:
            form = form.type(key)
    assert form.context() == Context(
        sleep_hours=6.5,
        hard_exercise=True,
        soreness=7,
        pain=10,
        where=("left_arm", "left_leg"),
        ill=False,
        cold_hands=True,
        worry=5,
    )
    assert TodayForm.of(form.context()).context() == form.context(), "last time's day comes back as it was"


def test_keys_that_do_not_fit_a_row_change_nothing():
    form = TodayForm().move(1)
    assert form.type("7") == form
    assert form.move(3).type("9").type("x").typed[4] == ""
    assert TodayForm().move(-5).at == 0
    assert TodayForm().move(99).at == len(ROWS) - 1


def test_more_hours_than_a_day_has_are_refused():
    form = TodayForm()
    for key in "25":
        form = form.type(key)
    with pytest.raises(NotAValue, match="at most 24"):
        form.context()
    assert form.clear().context() == Context(sleep_hours=2)


@given(st.lists(st.tuples(st.integers(-3, 3), st.sampled_from("yn0123456789.,x")), max_size=60))
def test_whatever_is_typed_the_day_is_told_or_refused_in_words(keys):
    form = TodayForm()
    for by, key in keys:
        form = form.move(by).type(key)
    try:
        context = form.context()
    except NotAValue as e:
        context, said = Context(), str(e)
        assert said
    assert TodayForm.of(context).context() == context


def test_the_limbs_stand_among_the_keys_so_that_the_row_stays_a_line():
    page = today_page(TodayForm(("",) * 4 + ("14",) + ("",) * 3, at=4))
    assert [(k.key, k.text) for k in page.keys][:4] == [
        ("1", "left arm"),
        ("2", "right arm"),
        ("3", "left leg"),
        ("4", "right leg"),
    ]
    assert "left arm, right leg" in words(page)
    assert "(1 left arm" not in words(page)
