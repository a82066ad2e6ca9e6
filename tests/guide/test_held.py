"""A key that is held down answers nothing after an effort; a new press does."""

from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.held import Held

ENDED = 100.0


def taken(presses: list[tuple[float, str]], held: Held | None) -> list[tuple[float, str]]:
    """Which of the presses are taken, each with its time since the effort ended."""
    out = []
    for after, key in presses:
        new = True
        if held is not None:
            held, new = held.press(ENDED + after, key)
        if new:
            out.append((after, key))
    return out


def every(gap: float, key: str, start: float, end: float) -> list[tuple[float, str]]:
    return [(start + i * gap, key) for i in range(round((end - start) / gap))]


def test_a_key_held_down_from_the_stop_on_answers_nothing_however_long_it_is_held():
    stopped = Held(ENDED, "0", ENDED)
    assert taken(every(0.035, "0", 0.035, 20), stopped) == []


def test_its_first_repeat_comes_late_and_is_no_press_either():
    stopped = Held(ENDED, "0", ENDED)
    assert taken([(0.5, "0"), *every(0.035, "0", 0.535, 3)], stopped) == []
    assert taken([(0.66, "0")], stopped) == []


def test_a_new_press_answers_half_a_second_after_the_end():
    assert taken([(0.3, "3"), (0.7, "2")], Held(ENDED, "x", ENDED)) == [(0.7, "2")]
    assert taken([(0.6, "3")], Held(ENDED)) == [(0.6, "3")]


def test_several_keys_under_a_book_answer_nothing():
    keys = [(0.02 * i, "bn0m"[i % 4]) for i in range(400)]
    assert taken(keys, Held(ENDED, "b", ENDED)) == []


def test_the_press_that_answers_goes_on_answering_no_pages_while_it_is_held():
    presses = [(2.0, "0"), *every(0.035, "0", 2.035, 6), (7.5, "0")]
    assert taken(presses, Held(ENDED)) == [(2.0, "0"), (7.5, "0")]
    late = [(2.0, "0"), (2.5, "0"), *every(0.035, "0", 2.535, 6)]
    assert taken(late, Held(ENDED)) == [(2.0, "0"), (2.5, "0")], "its first repeat looks like a second press"


def test_both_legs_are_answered_by_the_same_key_one_after_the_other():
    assert taken([(2.0, "3"), (2.4, "3")], Held(ENDED)) == [(2.0, "3"), (2.4, "3")]


def test_another_key_after_it_is_taken_at_once():
    assert taken([(2.0, "3"), (2.1, "enter"), (2.15, "enter")], Held(ENDED)) == [
        (2.0, "3"),
        (2.1, "enter"),
        (2.15, "enter"),
    ]


@given(st.lists(st.tuples(st.floats(0.001, 0.24), st.sampled_from("0123bqi")), max_size=60))
def test_no_press_without_a_gap_before_it_ever_answers(gaps):
    now, presses = 0.0, []
    for gap, key in gaps:
        now += gap
        presses.append((now, key))
    assert taken(presses, Held(ENDED, "x", ENDED)) == []
