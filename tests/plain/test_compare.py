"""Compare, line by line: two times of one's own choice, and one test with all that is known of it."""

from pathlib import Path

import pytest

from strengthcheck.services.demo import write_demo
from strengthcheck.services.sitting import checks_of
from strengthcheck.views.then_now import figure_lines
from strengthcheck.wording.forbidden import forbidden_in
from tests.plain.people import choosing, talk_through
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.records import grip_check, write


@pytest.fixture(scope="module")
def steady(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("steady")
    write_demo("steady", str(folder), {}, StandingClock(NOW))
    return folder


def flat(said: str) -> str:
    return " ".join(said.split())


def test_two_times_are_chosen_and_their_values_said(steady: Path) -> None:
    from strengthcheck.services.readings import then_now
    from strengthcheck.views.periods import offered, typed_period

    today = NOW.date()
    said = flat(
        talk_through(
            steady,
            choosing(
                "Compare", "=t", "Half a year ago", "=w", "time of your own", "=never", "=October", "=b"
            ),
        )
    )
    assert "Then: half a year ago. Now: October 2026." in said
    with opened(steady, read_only=True) as ws:
        times = offered(today)["half"], typed_period("October", today)
        found = then_now(ws, *times)
    for row in found.rows:
        for line in figure_lines(row, *times):
            assert flat(line) in said


def test_before_a_time_is_chosen_sentences_stand_alone(steady: Path) -> None:
    said = flat(talk_through(steady, choosing("Compare", "=b")))
    assert "Then: your first checks. Now: the latest check." in said
    assert "your first checks, " not in said


def test_the_values_of_both_times_are_said_when_they_are_asked_for(steady: Path) -> None:
    said = flat(talk_through(steady, choosing("Compare", "=f", "=b")))
    before, _, after = said.partition("> f")
    assert "f the figures of both times" in before
    assert "your first checks, " not in before
    assert "kg at your first checks, " in after
    assert "f the figures of both times" not in after


def test_where_no_sentence_is_said_yet_the_values_are(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = flat(talk_through(tmp_path, choosing("Compare", "=b")))
    assert "1 Grip device, grip strength left hand: 31.2 kg" in said


def test_the_numbers_are_sentences_with_a_line_free_between_two_tests(steady: Path) -> None:
    said = talk_through(steady, choosing("Compare", "=n", "=b"))
    numbers = said.partition("As of ")[2].partition("\nCompare\n")[0]
    assert "   " not in numbers, "no columns"
    assert "\n\nSqueeze a grip device" in numbers
    assert "left hand: as usual; usual " in numbers
    assert "usual as usual for me" not in numbers


def test_a_measure_has_a_name_by_ear_and_says_that_less_is_better(steady: Path) -> None:
    said = flat(talk_through(steady, choosing("Compare", "=b")))
    assert "Stairs, time to the top, less is better" in said
    assert "Book lift, time held" in said
    assert ", s " not in said


def test_times_that_run_backwards_are_said_to_and_sentences_stay_those_of_today(steady: Path) -> None:
    lines = ("Compare", "=t", "latest three checks", "=w", "Half a year ago", "=b")
    said = flat(talk_through(steady, choosing(*lines)))
    told = "Then: the latest three checks. Now: half a year ago. The time called then is no earlier than"
    assert told in said
    assert "What is said of each test is of today" in said.partition(told)[2]
    assert "What is said of each test is of today" not in said.partition(told)[0]


def test_going_back_from_the_question_of_a_time_changes_nothing(steady: Path) -> None:
    said = flat(talk_through(steady, choosing("Compare", "=t", "=b", "=b")))
    assert said.count("Now: the latest check.") == 2
    assert said.count("Then: your first checks.") == 2


def test_one_test_has_its_figures_its_rule_its_gap_and_its_checks(steady: Path) -> None:
    lines = ("Compare", "Grip device", "=n", "=g", "=s", "=c", "1  ", "=", "=", "=b")
    said = flat(talk_through(steady, choosing(*lines)))
    assert "your first checks, " in said
    assert "Your own usual gap:" in said
    assert "These lines are not yours." in said
    assert "A loss of 3 % a month: from" in said
    assert not [w for w in said.split(". ") if forbidden_in(w)]


def test_a_loss_has_no_shape_to_show(tmp_path: Path) -> None:
    write_demo("lasting-loss", str(tmp_path), {}, StandingClock(NOW))
    said = flat(talk_through(tmp_path, choosing("Compare", "1  ", "=s", "=c", "=m", "=b", "=b", "=b")))
    assert "the shape of a lasting loss" not in said
    assert said.count("From here on the right hand is lower; ") == 1, "earlier checks are said once"


def test_a_check_is_opened_from_its_test_and_the_last_one_put_into_the_bin(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    lines = ("Compare", "1  ", "=c", "1  ", "into the bin", "Yes, into the bin")
    said = flat(talk_through(tmp_path, choosing(*lines)))
    assert "There is no value of this test to show today." in said
    with opened(tmp_path, read_only=True) as ws:
        assert checks_of(ws) == ()
