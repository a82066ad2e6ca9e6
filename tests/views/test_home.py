"""What Home says in each state."""

from datetime import date, datetime, timedelta, timezone
from uuid import uuid4

from strengthcheck.analysis.schedule import next_due
from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide.script import next_step, steps
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import TrialStep
from strengthcheck.model.check import Check, Result, Trial
from strengthcheck.model.event import Began
from strengthcheck.model.profile import Gate, LostTask, Profile
from strengthcheck.views.home import HomeFacts, HomeReading, HomeView, Unfinished, home_view

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
SET_UP = Profile(set_up_on=date(2026, 9, 1))
CATALOGUE = read_catalogue(None).protocols


def check(days_ago: int, *, planned: bool = True) -> Check:
    trials = (Trial(side="left", values={"ladder": 3}),)
    return Check(
        started_at=NOW - timedelta(days=days_ago),
        planned=planned,
        results=(Result(protocol="cap-tightening", trials=trials), Result(protocol="stairs", trials=trials)),
    )


def facts(*checks: Check, **more: object) -> HomeFacts:
    planned = [c.started_at.date() for c in checks if c.planned]
    made = HomeFacts(
        now=NOW,
        due=next_due(planned),
        extra_from=None,
        profile=SET_UP,
        checks=len(checks),
        planned=len(planned),
        last=max(checks, key=lambda c: c.started_at, default=None),
        names={"cap-tightening": "Bottle cap"},
        losses=(),
        unfinished=(),
    )
    return made._replace(**more)


READ = HomeReading(show=None, confirm=None, confirm_open=False)
"""A record with nothing to say."""


def told_loss(**more: object) -> Gate:
    """A button that the left hand can't do any more, told now."""
    lost = LostTask(
        what="hands", task="the top button", how_much="cannot", side="left", since="longer", course="same"
    )
    return Gate(**{"at": NOW, "lost": lost, "advice": "book", **more})


def view(*checks: Check, **more: object) -> HomeView:
    return home_view(facts(*checks, **more), READ)


def labels(shown: HomeView) -> list[str]:
    return [row.label for row in shown.rows]


def unfinished(*, trials: int = 0) -> Unfinished:
    protocols = (CATALOGUE["grip-device"].protocol,)
    began = Began(
        check=uuid4(),
        at=NOW - timedelta(minutes=40),
        planned=True,
        protocols=tuple(CATALOGUE[p.id].text.ref for p in protocols),
        first={"grip-device": "right"},
    )
    sitting = Sitting(began=began, protocols=protocols, profile=SET_UP)
    step = next(s for s in steps(sitting) if isinstance(s, TrialStep)) if trials else next_step(sitting)
    return Unfinished(began.check, sitting, step, NOW - timedelta(minutes=12))


def test_the_first_day_says_what_the_first_check_gives() -> None:
    shown = view(profile=Profile())
    assert shown.headline.startswith("Nothing here yet.")
    assert shown.rows[0].label == "Start the first check"
    assert shown.rows[0].hint == "first a few questions"
    assert shown.last == ""


def test_the_first_day_says_once_what_this_is_what_it_can_not_and_where_it_stays() -> None:
    shown = view(profile=Profile())
    assert "They can't say whether you have an illness" in shown.caveat
    assert shown.caveat.endswith("It all stays on this computer.")
    assert view(check(1)).caveat == ""


def test_the_first_day_has_no_row_that_leads_nowhere_and_answers_stand_third() -> None:
    shown = view(profile=Profile(), blank=True)
    assert not {"History", "Export", "Compare", "Fewer checks, or none"} & set(labels(shown))
    assert labels(shown)[2] == "Understand"
    assert "History" in labels(view(profile=Profile(), binned=1))
    assert "Export" in labels(view())


def test_every_hint_of_home_has_room_in_a_small_window() -> None:
    told = (told_loss(),)
    states = (view(profile=Profile()), view(), view(check(1)), view(check(7)), view(check(1), losses=told))
    room = 80 - 9 - 2 - 4 - 28 - 3  # margins and scrollbar, mark, key, the longest label, the gap
    assert {max(len(r.label) for r in s.rows) for s in states} == {28}
    assert [r.hint for s in states for r in s.rows if len(r.hint) > room] == []


def test_after_set_up_the_first_check_needs_no_questions_before_it() -> None:
    assert view().rows[0].hint == "about 15 minutes"


def test_nothing_to_do_is_the_usual_state_and_the_check_steps_back() -> None:
    shown = view(check(70), check(63), check(56), check(9))
    assert shown.headline.startswith("Nothing to do until ")
    assert [r.command for r in shown.rows[:2]] == ["open-history", "tell-lost"]
    assert "Start an extra check" in labels(shown)


def test_before_the_record_is_read_home_soothes_with_nothing_that_a_reading_might_take_back() -> None:
    before = home_view(facts(check(70), check(63), check(56), check(9)))
    assert before.headline == "The next check is on 12 December."


def test_one_check_says_that_the_first_three_learn_what_is_usual() -> None:
    shown = view(check(1))
    assert shown.headline == (
        "Nothing to do until 29 November. A check before then would tell you hardly anything new."
    )
    assert shown.more == (
        "1 of 3. These checks learn what is usual for you; they can't speak of change yet.",
    )


def test_a_check_due_today_comes_first() -> None:
    shown = view(check(7))
    assert shown.headline.startswith("Your next check is due today.")
    assert shown.rows[0].label == "Start the check"


def test_a_check_in_its_window_says_the_day() -> None:
    assert view(check(5)).headline.startswith("Your next check is due in 2 days.")


def test_a_check_long_past_its_date_is_due_now_with_its_date() -> None:
    assert view(check(30)).headline.startswith("Your next check is due now; its date was 31 October.")


def test_an_extra_check_done_changes_no_date() -> None:
    shown = view(check(9), check(1, planned=False), extra_from=date(2026, 11, 29))
    assert "extra" in shown.last


def test_a_second_extra_check_within_a_week_is_told_at_home() -> None:
    shown = view(check(1), check(1, planned=False), extra_from=date(2026, 11, 29))
    assert shown.early is not None
    assert "29 November" in shown.early


def test_a_due_check_is_never_held_up_by_an_extra_one() -> None:
    assert view(check(7), check(1, planned=False), extra_from=date(2026, 11, 29)).early is None


def test_the_last_check_names_its_tests_once_and_unknown_ones_by_their_id() -> None:
    assert view(check(2)).last == "Last check: 2 days ago at 12:00. Bottle cap, stairs."


def test_a_lost_task_told_stands_before_everything() -> None:
    shown = view(check(1), losses=(told_loss(),), unfinished=(unfinished(),))
    assert shown.headline == (
        "You can no longer do this as you could: the top button, left (told today). "
        "Book a doctor this week, whatever the checks say."
    )
    assert "not finished" in shown.more[0]


def test_a_lost_task_that_gets_better_or_stands_beside_a_sign_names_no_week() -> None:
    better = told_loss().lost.model_copy(update={"course": "better"})
    soothed = view(check(1), losses=(told_loss(lost=better),))
    beside = view(check(1), losses=(told_loss(),), alert=told_loss(advice="today"))
    assert soothed.headline.endswith("That is worth showing to a doctor, whatever the checks say.")
    assert "call one today" in beside.headline
    assert "this week" not in " ".join((beside.headline, *beside.more))


def test_a_lost_task_without_words_is_named_by_its_kind() -> None:
    lost = LostTask(what="legs", how_much="cannot", since="longer", course="worse")
    assert "stairs, trips, running" in view(losses=(Gate(at=NOW, lost=lost, advice="book"),)).headline


def test_an_unfinished_check_says_where_it_stands_and_offers_to_go_on() -> None:
    shown = view(unfinished=(unfinished(trials=1),))
    assert shown.headline.startswith("A check begun today at 11:20 is not finished. You were at ")
    assert "right hand, try 1 of 3, 12 minutes ago" in shown.headline
    assert shown.rows[0].label == "Continue the check"


def test_without_a_trial_there_is_nothing_to_keep() -> None:
    shown = view(unfinished=(unfinished(),))
    assert "no try is made yet" in shown.headline
    assert [r.command for r in shown.rows[:3]] == ["start-check", "discard-unfinished", "tell-lost"]


def test_a_reason_to_leave_the_tests_is_said_and_all_else_stays() -> None:
    shown = view(check(7), profile=SET_UP.model_copy(update={"excluded": ("exclude.fever",)}))
    assert shown.headline.startswith("Then leave the tests for now")
    assert shown.early is not None
    assert {"tell-lost", "open-history", "about-you"} <= {r.command for r in shown.rows}


def test_something_i_can_no_longer_do_is_always_there() -> None:
    states = (view(profile=Profile()), view(check(1)), view(check(7)), view(unfinished=(unfinished(),)))
    assert all(any(r.command == "tell-lost" for r in s.rows) for s in states)


def test_what_is_worth_showing_puts_the_page_for_a_doctor_first() -> None:
    told = (
        Gate(
            at=NOW,
            lost=LostTask(what="legs", how_much="cannot", since="longer", course="same"),
            advice="book",
        ),
    )
    assert labels(view(check(1), losses=told))[:2] == ["Page for a doctor", "A doctor's visit"]
    assert view(check(1), losses=told).last == "Last check: yesterday at 12:00."
    assert labels(view(check(1), losses=told, unfinished=(unfinished(),)))[0] == "Continue the check"
    for shown in (view(), view(check(1))):
        assert labels(shown).count("Page for a doctor") == 1
        assert labels(shown)[0] != "Page for a doctor"
