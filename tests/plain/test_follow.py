"""A machine of the views, followed in lines: what is offered, what is typed for a key, and the way back."""

import pytest

from strengthcheck.plain.follow import followed, prompt_of, told_all, walked
from strengthcheck.plain.talk import Talk
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.views.steps.asking import OnePage
from strengthcheck.views.steps.entering import Entering
from strengthcheck.views.steps.entry import Entry
from strengthcheck.views.steps.forms import FitAsking
from strengthcheck.views.steps.page import Choice, StepPage
from tests.guide.people import grip
from tests.plain.people import Person, WaitedClock, script
from tests.views.test_asking_forms import FIT
from tests.views.test_steps import trial_step
from tests.views.test_steps_entry import AT

COLOURS = StepPage(
    "Which colour?", choices=(Choice("1", "blue"), Choice("2", "red")), keys=(Choice("g", "a picture"),)
)
MEANS = (("1", "blue"), ("2", "red"), ("g", "picture"))


def talking(*lines: str) -> tuple[Talk, Person]:
    person = Person(WaitedClock(), script(*lines))
    return Talk(person), person


def test_answers_and_letters_are_offered_and_what_is_none_of_them_is_asked_again() -> None:
    talk, person = talking("3", "g")
    assert followed(talk, OnePage(COLOURS, MEANS)) == "picture"
    assert "1  blue\n2  red\ng  a picture\nA number > " in person.said
    assert "“3” is none of these." in person.said


def test_a_page_that_only_enter_answers_takes_nothing_else() -> None:
    talk, person = talking("yes", "")
    page = StepPage("There?", keys=(Choice("enter", "it is all here"),))
    assert followed(talk, OnePage(page, (("enter", True),)))
    assert person.said.count("Enter: it is all here > ") == 2


def test_the_way_back_and_the_way_out_are_wishes() -> None:
    with pytest.raises(BackWished):
        followed(talking("b")[0], OnePage(COLOURS, MEANS))
    with pytest.raises(LeaveWished):
        followed(talking("q")[0], OnePage(COLOURS, MEANS))


@pytest.mark.parametrize(
    ("choices", "keys", "prompt"),
    [
        ("12", {}, "A number"),
        ("12", {"enter": "wait"}, "A number; Enter: wait"),
        ("yn", {"enter": "yes", "escape": "no"}, "y or n; Enter: yes; b: no"),
        ("", {"enter": "yes, right", "escape": "back", "up_down": "choose"}, "Enter: yes, right"),
    ],
)
def test_what_can_be_typed_is_said_in_one_line(choices: str, keys: dict[str, str], prompt: str) -> None:
    page = StepPage(
        "?", (), tuple(Choice(c, c) for c in choices), keys=tuple(Choice(*k) for k in keys.items())
    )
    assert prompt_of(page) == prompt


def test_a_field_takes_a_line_or_one_of_its_letters_and_says_what_it_could_not_take() -> None:
    entering = Entering.of(Entry.of(trial_step(grip())), AT)
    talk, person = talking("a lot", "31,5", "b", "i", "1")
    (trial,) = followed(talk, entering).trials
    assert trial.invalid == "slipped"
    assert "is not a number" in person.said
    assert "Grip strength, kg > " in person.said
    assert "31.5 kg, left hand" in person.said


def of_a_script(*keys: str | None):
    """Tell a side by these keys; none is a wish to go back."""
    rest = list(keys)

    def told(asking: FitAsking) -> FitAsking:
        key = rest.pop(0)
        if key is None:
            raise BackWished
        return asking.chosen(key)

    return told


def test_a_form_goes_back_place_by_place_and_keeps_what_was_told() -> None:
    assert told_all(FIT, 2, of_a_script("2", None, "3", "2")).fits == ("became_hard", "always_hard")
    left = walked(FIT, 2, of_a_script("2", None, None))
    assert (left.form.fits, left.to_the_end) == (("always_hard", "fine"), False)
    with pytest.raises(BackWished):
        told_all(FIT, 2, of_a_script(None))
