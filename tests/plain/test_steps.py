"""Each step of a check by lines: every answer that can be given, kept as it is given."""

import gc
from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.guide.script import next_step
from strengthcheck.model.check import Context
from strengthcheck.model.event import (
    EffortAnswer,
    EffortBegan,
    EffortTakenBack,
    ExpectAnswer,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask, Profile
from strengthcheck.plain.run import converse
from strengthcheck.services import sitting as service
from strengthcheck.services.cards import cards_of
from strengthcheck.services.history import history
from strengthcheck.services.person import open_losses, save_profile, tell_lost_task
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.urges import urges_of
from strengthcheck.store import StoreRefused
from tests.plain.people import WAIT, Person, WaitedClock, answer, at, desk, script, talked
from tests.services.rooms import NOW, opened
from tests.tui.hands import on_disk
from tests.tui.records import grip_check, write

BEFORE = "ready/cap-tightening"
LOST = LostTask(what="hands", task="buttons", how_much="cannot", side="left", since="longer", course="same")


def test_a_gate_line_is_confirmed_once_and_says_where_to_go(tmp_path: Path) -> None:
    at(tmp_path, "gate", "cap-tightening")
    said = talked(tmp_path, "?", "2", "n", "2", "y").said
    assert answer(tmp_path, "gate") == GateAnswer(lines=(2,))
    assert "climbing upwards" in said
    assert "Call 112 now" in said


def test_line_three_asks_whether_it_is_now(tmp_path: Path) -> None:
    at(tmp_path, "gate", "cap-tightening")
    said = talked(tmp_path, "3", "y", "n").said
    assert answer(tmp_path, "gate") == GateAnswer(lines=(3,), at_rest=False)
    assert "Call a doctor today" in said


def test_line_seven_asks_what_is_lost_and_it_is_kept(tmp_path: Path) -> None:
    at(tmp_path, "gate", "cap-tightening")
    said = talked(tmp_path, "7", "1", "b", "1", "1", "1", "3", "2").said
    lost = answer(tmp_path, "gate/lost")
    assert isinstance(lost, LostAnswer)
    assert (lost.lost.what, lost.lost.how_much, lost.lost.side) == ("hands", "cannot", "left")
    assert "Book a doctor this week" in said
    with opened(tmp_path) as ws:
        assert len(open_losses(ws)) == 1


def test_how_a_known_loss_is_now_is_asked_right_before_its_answers(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        tell_lost_task(ws, LOST)
    at(tmp_path, "gate", "cap-tightening")
    lines = talked(tmp_path, "0", "").said.split("\n")
    asked = lines.index("You told this before: buttons (left). How is it now?")
    assert lines[asked - 2].startswith("7  ")
    assert lines[asked - 1] == ""
    assert lines[asked + 1 : asked + 4] == ["8  better", "9  the same", "0  worse"]
    gate = answer(tmp_path, "gate")
    assert isinstance(gate, GateAnswer)
    assert [known.lost.course for known in gate.known] == ["worse"]


def test_the_word_lost_works_in_the_middle_of_a_name(tmp_path: Path) -> None:
    at(tmp_path, BEFORE, "cap-tightening")
    said = talked(tmp_path, "", "lost", "1", "1", "2", "3", "2", "", "blue bottle").said
    assert answer(tmp_path, BEFORE) == ReadyAnswer(object="blue bottle")
    assert "Book a doctor this week" in said
    with opened(tmp_path) as ws:
        assert len(open_losses(ws)) == 1


def test_how_a_loss_told_before_is_now_can_be_told_and_leads_on(tmp_path: Path) -> None:
    at(tmp_path, BEFORE, "cap-tightening")
    talked(tmp_path, "", "lost", "1", "1", "2", "3", "2", "", "q", "2")
    said = talked(tmp_path, "lost", "7", "b", "7", "3", "").said
    assert "7  told before: " in said, "the keys of something new stay the same"
    assert "Book a doctor this week" in said


def test_the_word_moments_gives_a_number(tmp_path: Path) -> None:
    at(tmp_path, "today", "cap-tightening")
    assert "crisis line" in talked(tmp_path, "moments").said


def test_today_is_told_line_by_line_with_mistakes_put_right(tmp_path: Path) -> None:
    at(tmp_path, "today", "cap-tightening")
    lines = ("c", "seven", "6,5", "maybe", "y", "4", "11", "3", "5", "1 3", "n", "b", "y", "y", "8", "")
    said = talked(tmp_path, *lines).said
    assert answer(tmp_path, "today") == TodayAnswer(
        context=Context(
            sleep_hours=6.5,
            hard_exercise=True,
            soreness=4,
            pain=3,
            where=("left_arm", "left_leg"),
            ill=True,
            cold_hands=True,
            worry=8,
        )
    )
    assert "is not a number" in said
    assert "at most 10" in said


def test_always_hard_leaves_the_test_out_and_became_hard_asks_on(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    at(tmp_path, "fit/", "cap-tightening")
    said = talked(tmp_path, "2", "b", "1", "3").said
    assert answer(tmp_path, "fit/cap-tightening") == FitsAnswer(fits={"left": "fine", "right": "became_hard"})
    assert "About tighten a small bottle cap, right hand." in said


def test_what_is_expected_is_as_usual_unless_said_otherwise(tmp_path: Path) -> None:
    at(tmp_path, "expect", "cap-tightening")
    talked(tmp_path, "c", "w", "b", "b", "")  # what was told stays on the way back
    given = answer(tmp_path, "expect")
    assert isinstance(given, ExpectAnswer)
    assert given.expected["cap-tightening"].left == "weaker"
    assert given.expected["cap-tightening"].right == "as_usual"


def test_a_whole_test_can_be_left_out_with_a_reason(tmp_path: Path) -> None:
    at(tmp_path, BEFORE, "cap-tightening")
    talked(tmp_path, "l", "b", "l", "4")
    assert answer(tmp_path, BEFORE) == ReadyAnswer(left_out="no time for it today")


def test_a_name_is_asked_once_more_before_there_is_none(tmp_path: Path) -> None:
    at(tmp_path, BEFORE, "cap-tightening")
    said = talked(tmp_path, "", "", "").said
    assert "can't be told from another one" in said
    assert answer(tmp_path, BEFORE) == ReadyAnswer()


FIRST = "trial/cap-tightening//left/1"
HOLD = "trial/book-pinch-lift//left/1"


def test_a_side_is_skipped_with_a_reason_and_that_is_no_zero(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    talked(tmp_path, "s", "b", "s", "2")
    (trial,) = answer(tmp_path, FIRST).trials
    assert (trial.skipped, trial.could_not, trial.values) == ("injured there", False, {})


def test_could_not_is_kept_and_asked_about_afterwards(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    talked(tmp_path, "", "0")
    (trial,) = answer(tmp_path, FIRST).trials
    assert trial.could_not


def test_a_slip_does_not_count_and_is_tried_once_more(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    said = talked(tmp_path, "", "i", "b", "i", "1").said
    (trial,) = answer(tmp_path, FIRST).trials
    assert trial.invalid == "slipped"
    assert next_step(on_disk(tmp_path)).key == f"{FIRST}b"
    assert "once more" in said


def test_what_was_entered_stays_when_a_try_counts_after_all(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    talked(tmp_path, "", "3", "i", "7", "b", "b", "4,5", "")
    assert answer(tmp_path, HOLD).trials[0].values == {"ladder": 3, "hold": 4.5}


def test_another_reason_is_told_in_a_few_words(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    talked(tmp_path, "", "i", "7", "the cat")
    (trial,) = answer(tmp_path, FIRST).trials
    assert (trial.invalid, trial.invalid_note) == ("other", "the cat")


def test_pain_ends_the_side_and_may_end_the_check(tmp_path: Path) -> None:
    at(tmp_path, "trial/cap-tightening//left/2", "cap-tightening")
    said = talked(tmp_path, "", "i", "3", "1").said
    assert "Is it all as it was?" in said
    assert on_disk(tmp_path).stopped is not None
    assert answer(tmp_path, "trial/cap-tightening//left/2").trials[0].invalid == "pain"


def test_a_countdown_is_taken_back_by_escape_and_nothing_is_made(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    with desk(tmp_path, script("1", "")) as (given, person):
        person.key = lambda seconds: "\x1b"
        converse(given)
    assert "Not yet, then." in person.said
    assert FIRST not in on_disk(tmp_path).answers


def test_a_key_stops_a_hold_and_the_time_is_what_the_clock_says(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    said = talked(tmp_path, "", "3", "", "", keys={0.3: "x", 4.2: "x"}).said
    assert "Enter takes 4.2" in said, "the key in the first half-second is still the one that started it"
    (trial,) = answer(tmp_path, HOLD).trials
    assert (trial.values["hold"], trial.timed_by) == (4.2, "keyboard")


def test_through_a_pipe_a_line_stops_a_hold_half_a_second_after_go_at_the_earliest(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    with desk(tmp_path, script("1", "", "3", "", ""), keys={0.3: "\n", 4.2: "\n"}) as (given, person):
        person.terminal = False
        converse(given)
    assert "Enter takes 4.2" in person.said
    assert answer(tmp_path, HOLD).trials[0].values["hold"] == 4.2


def in_the_countdown(person: Person, *typed: str) -> None:
    """Let these lines be typed before GO, and nothing after it."""
    rest, usual = list(typed), person.key
    person.key = lambda seconds: rest.pop(0) if rest else usual(seconds)


def test_through_a_pipe_a_line_typed_before_go_stops_no_effort(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    with desk(tmp_path, script("1", "", "3", "", "")) as (given, person):
        person.terminal = False
        in_the_countdown(person, "\n", "x")
        converse(given)
    assert "Enter takes 10" in person.said, "the hold ended by itself"
    assert answer(tmp_path, HOLD).trials[0].values["hold"] == 10


def test_a_countdown_taken_back_at_its_end_leaves_no_try(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    with desk(tmp_path, script("1", "")) as (given, person):
        usual = person.key

        def key(seconds: float) -> str | None:
            return "q" if "Two." in person.said else usual(seconds)

        person.key = key
        converse(given)
    assert "Not yet, then." in person.said
    with opened(tmp_path, read_only=True) as ws:
        (draft,) = service.unfinished(ws)
        noted = [type(e) for e in draft.events[-2:]]
        assert noted == [EffortBegan, EffortTakenBack]
    assert FIRST not in on_disk(tmp_path).answers


def test_through_a_pipe_a_q_takes_the_countdown_back(tmp_path: Path) -> None:
    at(tmp_path, FIRST, "cap-tightening")
    with desk(tmp_path, script("1", "")) as (given, person):
        person.terminal = False
        in_the_countdown(person, "q")
        converse(given)
    assert "Not yet, then." in person.said
    assert FIRST not in on_disk(tmp_path).answers


def test_an_effort_is_on_disk_before_it_starts(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    begun_at_go = []
    with desk(tmp_path, script("1", "")) as (given, person):

        def key(seconds: float) -> None:
            person.clock.passed += seconds
            if "Go. " in person.said and not begun_at_go:
                begun_at_go.append(_begun(tmp_path))

        person.key = key
        converse(given)
    assert begun_at_go == [True]


def test_no_garbage_is_collected_from_the_countdown_to_the_end_of_an_effort(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    collects: dict[bool, set[bool]] = {False: set(), True: set()}
    with desk(tmp_path, script("1", "", "3", "", ""), keys={4.2: "x"}) as (given, person):
        usual = person.key

        def key(seconds: float) -> str | None:
            collects["Go. " in person.said].add(gc.isenabled())
            return usual(seconds)

        person.key = key
        converse(given)
    assert collects == {False: {False}, True: {False}}
    assert gc.isenabled()


def test_what_was_over_at_the_end_of_the_input_is_asked_for_at_the_next_start(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    talked(tmp_path, "", keys={4.2: "x"})
    assert on_disk(tmp_path).unentered is not None
    said = talked(tmp_path, "", "3", "", "").said
    assert "Keep this try?" in said
    assert "Left hand: 4.2 seconds." in said
    assert "Enter takes 4.2" in said
    (trial,) = answer(tmp_path, HOLD).trials
    assert (trial.values, trial.timed_by) == ({"ladder": 3, "hold": 4.2}, "keyboard")


def test_what_was_over_need_not_count_at_the_next_start(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    talked(tmp_path, "", keys={4.2: "x"})
    said = talked(tmp_path, "i", "b", "i", "2").said
    assert "how did it go?" in said, "b: it does count"
    assert answer(tmp_path, HOLD).trials[0].invalid == "interrupted"


def test_asked_how_to_leave_after_a_try_and_going_on_it_is_not_made_again(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    said = talked(tmp_path, "", "q", "", "", "3", "", "", keys={4.2: "x"}).said
    assert said.count("Go. ") == 1
    assert "Keep this try?" in said
    assert answer(tmp_path, HOLD).trials[0].values["hold"] == 4.2


def test_an_end_that_can_t_be_noted_is_said_and_the_try_is_entered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreRefused("The disk is full.")

    monkeypatch.setattr(service, "effort_ended", full)
    at(tmp_path, HOLD, "book-pinch-lift")
    assert "The disk is full." in talked(tmp_path, "", "3", "", "", keys={4.2: "x"}).said
    assert answer(tmp_path, HOLD).trials[0].values["hold"] == 4.2


def _begun(folder: Path) -> bool:
    with opened(folder, read_only=True) as ws:
        (draft,) = service.unfinished(ws)
        return isinstance(draft.events[-1], EffortBegan)


def test_a_machine_that_slept_voids_the_effort(tmp_path: Path) -> None:
    at(tmp_path, HOLD, "book-pinch-lift")
    clock = WaitedClock()
    with desk(tmp_path, script("1", ""), clock=clock) as (given, person):
        usual = person.key

        def key(seconds: float) -> str | None:
            if "Go. " in person.said:
                clock.asleep = 3600
            return usual(seconds)

        person.key = key
        converse(given)
    assert "This try was interrupted" in person.said
    assert answer(tmp_path, HOLD).trials[0].invalid == "suspended"


def test_effort_pain_and_how_it_felt(tmp_path: Path) -> None:
    at(tmp_path, "effort/cap-tightening//left", "cap-tightening")
    said = talked(tmp_path, "12", "6", "p", "4", "w", "", "2").said
    assert "Would you rather end the check here?" in " ".join(said.split())
    assert answer(tmp_path, "effort/cap-tightening//left") == EffortAnswer(effort=6, pain=4, felt="weaker")
    assert "Effort 6, pain 4, it felt weaker." in said


def test_a_question_left_open_by_mistake_is_answered_after_all(tmp_path: Path) -> None:
    at(tmp_path, "ask/", "everyday-tasks")
    key = next_step(on_disk(tmp_path)).key
    talked(tmp_path, "s", "b", "2", "")
    assert answer(tmp_path, key).trials[0].values == {"ladder": 2}


def test_an_effort_looked_at_again_stays_by_enter(tmp_path: Path) -> None:
    at(tmp_path, "effort/cap-tightening//left", "cap-tightening")
    said = talked(tmp_path, "6", "w", "", "b", "", "").said
    assert "Enter takes 6" in said
    assert answer(tmp_path, "effort/cap-tightening//left") == EffortAnswer(effort=6, felt="weaker")


def test_a_wrong_figure_for_pain_is_put_right_where_it_asks_whether_to_go_on(tmp_path: Path) -> None:
    at(tmp_path, "effort/cap-tightening//left", "cap-tightening")
    talked(tmp_path, "6", "p", "9", "", "b", "p", "1", "")
    assert answer(tmp_path, "effort/cap-tightening//left") == EffortAnswer(effort=6, pain=1)


def test_going_back_shows_the_trial_as_it_was_and_lets_it_be_entered_anew(tmp_path: Path) -> None:
    at(tmp_path, "effort/cap-tightening//left", "cap-tightening")
    before = on_disk(tmp_path)
    said = talked(tmp_path, "b", "e", "2").said
    last = [k for k in before.answers if k.startswith("trial/cap-tightening//left/2")]
    assert answer(tmp_path, last[-1]).trials[0].values == {"ladder": 2}
    assert "as entered before" in said


def test_for_weeks_leads_from_the_follow_up_to_the_lost_task(tmp_path: Path) -> None:
    given = {
        f"trial/cap-tightening//left/{n}": TrialAnswer.model_validate(
            {"trials": ({"side": "left", "could_not": True},)}
        )
        for n in (1, 2)
    }
    at(tmp_path, "follow_up/", "cap-tightening", **given)
    talked(tmp_path, "3", "1", "3", "2", "")
    assert answer(tmp_path, "follow_up/cap-tightening//left") == FollowUpAnswer(because="weeks")


def test_the_summary_corrects_marks_and_keeps_with_a_note(tmp_path: Path) -> None:
    at(tmp_path, "summary", "cap-tightening")
    said = talked(tmp_path, "1", "1", "b", "2", "2", "2", "3", "n", "slept badly", "").said
    with opened(tmp_path) as ws:
        (check,) = checks_of(ws)
    trials = check.results[0].trials
    assert trials[0].values == {"ladder": 2}
    assert trials[1].invalid == "pain"
    assert check.note == "slept badly"
    assert "Kept" in said


@pytest.mark.parametrize(
    ("lines", "drafts", "kept"), [(("q", "2", ""), 0, 1), (("q", "3"), 1, 0), (("q", "4", "y"), 0, 0)]
)
def test_leaving_asks_how(tmp_path: Path, lines: tuple[str, ...], drafts: int, kept: int) -> None:
    at(tmp_path, "effort/cap-tightening//left", "cap-tightening")
    talked(tmp_path, *lines)
    with opened(tmp_path) as ws:
        assert (len(service.unfinished(ws)), len(checks_of(ws))) == (drafts, kept)


def test_the_rest_is_waited_for_and_a_side_can_be_left_out_in_it(tmp_path: Path) -> None:
    at(tmp_path, "trial/cap-tightening//left/1", "cap-tightening")
    said = talked(tmp_path, "", "3", WAIT, "s", "1").said
    assert "Rest a little" in said
    (trial,) = answer(tmp_path, "trial/cap-tightening//right/1").trials
    assert trial.skipped == "sore or in pain there"


def test_an_early_start_for_worry_waits_ten_minutes_and_keeps_what_came_of_it(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(2)])
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    clock = WaitedClock()
    start = "Start an extra check"
    with desk(tmp_path, _numbered(start, "2", "8", "20", "", "", WAIT, "3", "1"), clock=clock) as (
        given,
        person,
    ):
        converse(given)
    assert clock.passed == pytest.approx(600)
    with opened(tmp_path) as ws:
        (urge,) = urges_of(ws)
        assert len(history(ws).checks) == 1
    assert (urge.reason, urge.worry_before, urge.worry_after, urge.self_tests_week) == ("worry", 8, 3, 20)
    assert (urge.waited_seconds, urge.tested) == (600, False)
    assert "About 10 minutes left." in person.said


def test_during_the_ten_minutes_what_is_felt_is_written_down(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(2)])
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    told = ("w", "left calf", "twitching", "1 November", "", "l")
    lines = _numbered("Start an extra check", "2", "8", "20", "", *told)
    with desk(tmp_path, lines, clock=WaitedClock()) as (given, person):
        converse(given)
    assert "Written down." in person.said
    with opened(tmp_path) as ws:
        assert [(c.spot, c.sensation) for c in cards_of(ws)] == [("left calf", "twitching")]
        assert len(urges_of(ws)) == 1


def _numbered(row: str, *lines: str | None):
    """First the number of a row of Home, then these lines."""
    rest = script(*lines)
    first = [True]

    def answer(new: str) -> str | None:
        if first[0]:
            first[0] = False
            return next(line.split()[0] for line in new.split("\n") if row in line)
        return rest(new)

    return answer


def test_a_second_extra_check_within_a_week_is_not_begun(tmp_path: Path) -> None:
    write(tmp_path, [*(grip_check(d) for d in (23, 16, 9)), {**grip_check(2), "planned": False}])
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date() - timedelta(days=30)))
    with desk(tmp_path, script()) as (given, person):
        converse(given, "check")
    assert "One extra check a week" in " ".join(person.said.split())
    with opened(tmp_path) as ws:
        assert service.unfinished(ws) == ()


def test_sore_and_left_for_today_the_day_to_come_back_is_said_and_can_be_taken_back(tmp_path: Path) -> None:
    at(tmp_path, "today", "cap-tightening")
    today = ("c", "", "", "8", "", "1", "", "", "", "", "")
    said = " ".join(talked(tmp_path, *today, "1", "b", "1", "", "q").said.split())
    assert said.count("Left for today: 30 November is soon enough") == 2
    assert "What would you like to do?" in said.rpartition("soon enough")[2]


def test_what_was_told_of_today_is_there_when_one_leaves_and_goes_on_after_all(tmp_path: Path) -> None:
    at(tmp_path, "today", "cap-tightening")
    said = talked(tmp_path, "c", "7", "n", "5", "q", "1", "").said
    after = said.rpartition("Go on with it")[2]
    assert "Sore muscles now: 5" in after
    told = answer(tmp_path, "today")
    assert isinstance(told, TodayAnswer)
    assert (told.context.sleep_hours, told.context.soreness) == (7, 5)


def test_a_wrong_word_where_only_enter_answers_is_said_to_be_none(tmp_path: Path) -> None:
    at(tmp_path, "gather", "cap-tightening")
    said = talked(tmp_path, "maybe").said
    assert "“maybe” is none of these. Press Enter." in said
    assert said.count("What you need") == 1
