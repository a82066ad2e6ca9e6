"""What set-up asks, and what it says to the answers."""

from datetime import date

import pytest

from strengthcheck.model.profile import Profile
from strengthcheck.views.setup import SetupId, answered, closing, finished, questions, where_words

TODAY = date(2026, 11, 23)


def ids(profile: Profile) -> list[str]:
    return [q.id for q in questions(profile)]


def test_whether_a_doctor_was_seen_is_asked_only_of_who_twitches() -> None:
    assert "seen" not in ids(Profile())
    assert "seen" in ids(answered(Profile(), "twitching", ("yes",)))


@pytest.mark.parametrize(
    ("question", "answer", "field", "value"),
    [
        ("excluded", ("exclude.heart", "exclude.fever"), "excluded", ("exclude.heart", "exclude.fever")),
        ("excluded", (), "excluded", ()),
        ("hand", ("left",), "handedness", "left"),
        ("hand", ("open",), "handedness", None),
        ("country", ("AU",), "region", "AU"),
        ("country", ("elsewhere",), "region", None),
        ("twitching", ("no",), "twitching_long", False),
        ("twitching", ("open",), "twitching_long", None),
        ("seen", ("yes",), "seen_by_doctor", True),
        ("family", ("yes",), "family_history", True),
        ("grip", ("yes",), "owns", ("grip-device",)),
        ("grip", ("no",), "owns", ()),
        ("plays", ("  tenor   recorder ",), "plays", "tenor recorder"),
        ("plays", ("",), "plays", None),
    ],
)
def test_an_answer_is_kept_as_it_was_given(
    question: SetupId, answer: tuple[str, ...], field: str, value: object
) -> None:
    assert getattr(answered(Profile(), question, answer), field) == value


def test_an_earlier_answer_stands_there_again() -> None:
    profile = answered(answered(Profile(), "hand", ("left",)), "grip", ("yes",))
    chosen = {q.id: q.chosen for q in questions(profile)}
    assert chosen["hand"] == ("left",)
    assert chosen["grip"] == ("yes",)


def test_an_answer_can_be_taken_back() -> None:
    profile = answered(answered(Profile(), "grip", ("yes",)), "grip", ("no",))
    assert profile.owns == ()


def test_other_devices_stay_when_grip_is_answered() -> None:
    assert answered(Profile(owns=("my-own-test",)), "grip", ("yes",)).owns == ("my-own-test", "grip-device")


def test_set_up_keeps_its_first_day() -> None:
    first = finished(Profile(), TODAY)
    assert first.set_up_on == TODAY
    assert finished(first, date(2027, 1, 1)).set_up_on == TODAY


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    assert closing(Profile(twitching_long=False, family_history=False)) == ()


def test_long_twitching_without_a_doctor_is_sent_to_one_once() -> None:
    assert "See your GP once" in closing(Profile(twitching_long=True))[0]
    assert closing(Profile(twitching_long=True, seen_by_doctor=True)) == ()


def test_a_reason_to_leave_the_tests_is_said_first() -> None:
    said = closing(Profile(excluded=("exclude.young",), family_history=True))
    assert said[0].startswith("Then leave the tests for now")
    assert "dementia before 65" in said[1]


def test_enter_leaves_open_what_was_not_told_before_and_takes_what_was() -> None:
    twitches = Profile(twitching_long=True, owns=("grip-device",))
    usual = {q.id: q.choices[q.usual].name for q in questions(Profile()) if q.choices and not q.many}
    assert usual == dict.fromkeys(("hand", "twitching", "family", "grip"), "open") | {"country": "elsewhere"}
    told = {q.id: q.choices[q.usual].name for q in questions(twitches) if q.choices and not q.many}
    assert (told["twitching"], told["seen"], told["grip"]) == ("yes", "open", "yes")


def test_no_answer_makes_the_end_of_the_questions_go_further_off() -> None:
    before = [where_words(q.id) for q in questions(Profile())]
    twitches = [where_words(q.id) for q in questions(Profile(twitching_long=True))]
    assert (before[3], before[4], before[-1]) == ("4 of 8", "6 of 8", "8 of 8")
    assert twitches[3:6] == ["4 of 8", "5 of 8", "6 of 8"]


def test_no_illness_is_named_to_who_has_not_asked() -> None:
    said = [f"{q.title} {q.text}" for q in questions(Profile(twitching_long=True))]
    said += closing(Profile(excluded=("exclude.young",), twitching_long=True, family_history=True))
    assert not [s for s in said if any(name in s for name in ("ALS", "MND", "frontotemporal"))]


def test_each_country_shows_its_own_emergency_number() -> None:
    country = next(q for q in questions(Profile()) if q.id == "country")
    assert {c.name: c.hint for c in country.choices} == {
        "GB": "999",
        "IE": "112",
        "US": "911",
        "CA": "911",
        "AU": "000",
        "NZ": "111",
        "elsewhere": "112",
    }
