from datetime import date, timedelta

from strengthcheck.analysis.confirming import Confirm
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.reading import GapReading, Reading, UsualRange
from strengthcheck.views.home_reading import confirm_words, worth_showing
from tests.analysis.making import force, kept, lookup, protocol
from tests.views.test_said import TODAY, read, side

ASKED = Confirm(TODAY + timedelta(days=8), ("grip-device",))
MINUTES = {"grip-device": 6.0}


def test_what_is_worth_showing_is_named_with_its_side():
    lasting = read(side("low_and_staying", spoke=(3, 4, 5), raised=True))
    assert worth_showing((lasting,), None) == (
        "Grip device, left hand: worth showing to a doctor. Your page is ready. "
        "You need no more checks for that."
    )


def test_what_still_falls_says_by_when_on_the_page_one_comes_back_to():
    falling = read(side("falling_and_staying", spoke=(3, 4, 5), raised=True))
    assert (worth_showing((falling,), None) or "").startswith(
        "Grip device, left hand: worth showing to a doctor within two weeks."
    )


def test_nothing_is_shown_of_a_steady_record_or_of_what_an_event_explains():
    explained = read(side("low_and_staying", spoke=(3, 4), raised=True, explained=True))
    assert worth_showing((read(side()), explained), None) is None


def test_a_visit_after_it_was_confirmed_quiets_it_and_one_before_does_not():
    lasting = read(side("low_and_staying", spoke=(3, 4, 5), raised=True))
    confirmed = lasting.days[4]
    assert worth_showing((lasting,), confirmed) is None
    assert worth_showing((lasting,), confirmed - timedelta(days=1)) is not None


def test_a_confirming_check_ahead_says_its_date_its_minutes_and_nothing_to_do():
    text = confirm_words((read(side("one_low", spoke=(5,))),), ASKED, MINUTES, TODAY)
    assert text is not None
    assert text.startswith("Grip device, left hand, was low once. 18 June will show")
    assert "about 6 minutes" in text
    assert text.endswith("Nothing to do until then.")


def test_a_confirming_check_open_today_and_one_a_week_late_say_so():
    low = (read(side("one_low", spoke=(5,))),)
    assert "Today can show" in (confirm_words(low, ASKED, MINUTES, ASKED.on - timedelta(days=4)) or "")
    late = confirm_words(low, ASKED, MINUTES, ASKED.on + timedelta(days=7)) or ""
    assert "a doctor can look instead" in late


def test_without_a_confirming_check_nothing_is_said():
    assert confirm_words((read(side()),), None, MINUTES, date(2026, 6, 1)) is None


def test_a_further_fall_after_the_visit_speaks_again():
    grip = protocol(short="Grip device")
    values = [31, 31, 31, 24, 24, 24, 20, 20]
    done = [kept(28 * i, force("left", v), force("right", 33)) for i, v in enumerate(values)]
    (pair,) = pairs_of(done, lookup(grip))
    days = tuple(k.check.started_at.date() for k in done)
    fallen = side("falling_and_staying", spoke=(3, 4, 5, 6, 7), raised=True)
    reading = Reading(left=fallen, right=side(), gap=GapReading(course="usual"), worth_showing=True)
    shown = ReadPair(pair, tuple(k.check.id for k in done), days, reading)
    assert worth_showing((shown,), days[5]) is not None
    assert worth_showing((shown,), days[7]) is None


def test_a_value_in_the_worse_part_of_the_range_is_not_called_low():
    usual = UsualRange(centre=31, low=26, soft=29, high=36, error=0.07, values=7, provisional=False)
    near = {"range": usual, "judged_by": usual}
    pair = read(side(last=28.0, **near), side(last=31.0, **near))
    text = confirm_words((pair,), ASKED, MINUTES, TODAY) or ""
    assert text.startswith("Grip device, left hand, was in the lower part of your usual range. 18 June will")
    today = confirm_words((pair,), ASKED, MINUTES, ASKED.on) or ""
    assert "Today can show whether it stays there" in today
    assert "low once" not in text + today
