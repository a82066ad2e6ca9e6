"""One question at a time: what can be typed at it, and the words that nothing stands in the way of."""

import pytest

from strengthcheck.host.lines import InputEnded
from strengthcheck.plain.pages import page_lines, wrapped
from strengthcheck.plain.talk import ALWAYS, Ask, Talk
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.views.steps.page import Big, Cell, Head, Para, Points, Row, StepPage
from tests.plain.people import Person, WaitedClock, script

COLOURS = (("1", "blue"), ("2", "orange"))


def talking(*lines: str | None) -> tuple[Talk, Person]:
    person = Person(WaitedClock(), script(*lines))
    return Talk(person), person


def test_a_number_answers_and_what_is_none_of_them_is_said() -> None:
    talk, person = talking("3", "", "2")
    assert talk.choose("A number", COLOURS) == "2"
    assert "“3” is none of these. Type one of 1, 2." in person.said
    assert "Nothing was typed." in person.said


def test_of_many_numbers_the_first_and_the_last_are_said() -> None:
    many = [(str(i), "a test") for i in range(1, 16)]
    talk, person = talking("h", "2")
    talk.choose("A number", [*many, ("n", "the numbers")])
    assert "“h” is none of these. Type one of 1 to 15, n." in " ".join(person.said.split())


def test_enter_alone_is_the_usual_answer_where_there_is_one() -> None:
    assert talking("")[0].choose("A number", COLOURS, usual="1") == "1"


def test_a_question_mark_says_more_and_asks_again() -> None:
    talk, person = talking("?", "1")
    talk.choose("A number", COLOURS, more=["Blue is left."])
    assert "Blue is left." in person.said
    assert all(" ".join(a.split()) in " ".join(person.said.split()) for a in ALWAYS)
    assert person.said.count("A number > ") == 2


def test_back_and_leave_are_wishes_and_back_is_none_where_nothing_is_before() -> None:
    with pytest.raises(BackWished):
        talking("b")[0].choose("A number", COLOURS)
    with pytest.raises(LeaveWished):
        talking("Q")[0].choose("A number", COLOURS)
    assert talking("b", "1")[0].choose("A number", COLOURS, back=False) == "1"


@pytest.mark.parametrize("free", [False, True])
def test_a_word_for_danger_works_at_every_question_and_comes_back_to_it(free: bool) -> None:
    talk, person = talking("Lost", "1")
    told: list[str] = []
    talk.always({"lost": lambda: told.append("lost")})
    question = Ask("Its name", free=True) if free else Ask("A number", usual="1")
    assert talk.ask(question) == "1"
    assert told == ["lost"]
    assert person.said.count(" > ") == 2


def test_a_text_is_taken_as_it_is_typed() -> None:
    assert talking("  1,5 kg atlas ")[0].text("Its name") == "1,5 kg atlas"
    assert talking("")[0].text("Its name", "the old one") == "the old one"
    assert talking("-")[0].text("Its name", "the old one") == ""
    assert talking("-")[0].text("Its name") == "", "a dash alone is nothing, whatever stands there"


@pytest.mark.parametrize(("terminal", "forgotten"), [(True, 1), (False, 0)])
def test_what_was_typed_before_a_question_answers_it_through_a_pipe_alone(
    terminal: bool, forgotten: int
) -> None:
    talk, person = talking("?", "3", "1")
    person.terminal = terminal
    times: list[str] = []
    person.forget = lambda: times.append(person.said)
    talk.choose("A number", COLOURS)
    assert len(times) == forgotten, "a question that is asked once more was shown already"
    assert all(" > " not in said for said in times), "what is typed once it is shown is an answer"


def test_a_wait_ends_by_itself() -> None:
    talk, person = talking(None)
    assert talk.ask(Ask("Resting", usual=""), wait=30) is None
    assert person.clock.passed == 30


def test_the_end_of_the_input_is_no_answer() -> None:
    with pytest.raises(InputEnded):
        talking()[0].choose("A number", COLOURS, usual="1")


def test_what_a_person_wrote_drives_no_terminal() -> None:
    talk, person = talking()
    talk.say("a\x1b[2Jb \u202egnal")
    assert "\x1b" not in person.said
    assert "\u202e" not in person.said


def test_a_page_is_lines_without_drawings_and_without_marks() -> None:
    page = StepPage(
        "Title",
        (
            Para("**Left hand.** Go on."),
            Big("GO", "left"),
            Head("How"),
            Points(("one", "two"), numbered=True),
            Row("Fit", (Cell("fine", "left"), Cell("hard", "right"))),
        ),
        note="Not yet.",
    )
    assert page_lines(page) == (
        "Title",
        "Left hand. Go on.",
        "How:",
        "1. one",
        "2. two",
        "Fit: fine, hard",
        "Not yet.",
    )


def test_long_lines_are_broken_between_words_and_hang_under_their_first_word() -> None:
    lines = wrapped([f"12  {'word ' * 30}"], 40).split("\n")
    assert all(len(line) <= 40 for line in lines)
    assert all(line.startswith("    word") for line in lines[1:])
    assert wrapped(["a b"]) == "a b"


def test_what_a_question_is_about_is_said_again_after_something_else_was() -> None:
    talk, person = talking("?", "lost", "1")
    talk.always({"lost": lambda: talk.say("Where to go", "and why")})
    talk.say("Could each hand always do this?", "Asked once.")
    talk.choose("A number", COLOURS)
    assert person.said.count("Could each hand always do this?") == 3
    assert person.said.count("Asked once.") == 1


def test_a_wait_that_is_over_ends_its_line_and_a_pipe_shows_what_was_typed_as_a_line() -> None:
    talk, person = talking(None, "1")
    talk.ask(Ask("Resting", usual=""), wait=3)
    talk.say("Rest is over.", apart=False)
    assert "Resting > \nRest is over." in person.said
    person.terminal = False
    talk.ask(Ask("A number"))
    assert person.said.endswith("1\n\n")


def test_no_telephone_number_and_no_unit_is_broken_over_two_lines() -> None:
    text = (
        "If you feel you can't go on, or might harm yourself, talk to someone now: 116 123 (day and night)."
    )
    for width in range(30, 90):
        assert "116 123" in wrapped([text], width)
        assert "33.2 kg" in wrapped(
            ["right hand: latest check, 9 November: 33.2 kg; latest two +2 %."], width
        )


@pytest.mark.parametrize(("columns", "most"), [(None, 78), (200, 78), (60, 59)])
def test_lines_are_as_long_as_the_window_has_room_for(columns: int | None, most: int) -> None:
    talk, person = talking()
    person.width = columns
    talk.say("word " * 60)
    assert most - 5 <= max(map(len, person.said.split("\n"))) <= most


def test_time_left_is_not_read_as_a_time_of_the_day_and_no_dot_stands_between_parts() -> None:
    page = StepPage(
        "Bottle cap · try 1 of 2",
        (Para("Right hand next. Rest a little: 1:43."), Para("2:00 left."), Para("Kept at 9:30.")),
    )
    assert page_lines(page) == (
        "Bottle cap, try 1 of 2",
        "Right hand next. Rest a little: one minute 43.",
        "2 minutes left.",
        "Kept at 9:30.",
    )
