from datetime import date

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.profile import Card
from strengthcheck.views.cards import before_words, card_lines, card_page, new_card, typed_end
from strengthcheck.wording.cards import NO_FORECAST

TODAY = date(2026, 11, 23)


def card(began: date, ended: date | None = None, **more: str) -> Card:
    told = {"spot": "left calf", "sensation": "twitching", **more}
    return Card.model_validate({**told, "began_on": began, "ended_on": ended})


ENDED = card(date(2026, 3, 3), date(2026, 3, 9), around="new shoes", ending="went by itself")


def test_when_it_returns_its_earlier_ending_is_shown_and_no_forecast():
    first, last = before_words([ENDED], " Left  Calf", "TWITCHING", TODAY)
    assert first == "You wrote this down before: twitching, left calf, 3 March. It ended after 6 days."
    assert last == NO_FORECAST.text


def test_one_that_has_no_end_yet_is_named_instead_of_writing_it_twice():
    said = before_words([ENDED, card(date(2026, 11, 1))], "left calf", "twitching", TODAY)
    assert said == ("You wrote this down on 1 November, and no end since. You can add how it goes there.",)


def test_another_spot_is_another_card():
    assert before_words([ENDED], "right calf", "twitching", TODAY) == ()


def test_one_line_for_each_spot_and_sensation_with_no_count_of_anything():
    again = [card(date(2026, m, 1), date(2026, m, 4)) for m in range(1, 10)]
    (line,) = card_lines(again, TODAY)
    assert line.title == "Twitching, left calf"
    assert line.about == "1 September to 4 September"
    page = card_page(again, again[0].id, TODAY)
    assert "9" not in page.title + page.after + "".join(page.spells)


def test_the_page_shows_every_time_with_its_ending_the_newest_first():
    again = card(date(2026, 11, 20))
    page = card_page([ENDED, again], again.id, TODAY)
    assert page.open
    assert page.spells[0] == "Since 20 November."
    assert page.spells[1] == (
        "3 March to 9 March. Going on then: new shoes. It ended after 6 days: went by itself."
    )
    assert page.after == NO_FORECAST.text


@pytest.mark.parametrize(
    ("spot", "sensation", "began"),
    [
        ("", "weak", "2026-11-01"),
        ("calf", " ", "2026-11-01"),
        ("calf", "weak", "2026-12-24"),
        ("calf", "x", "soon"),
    ],
)
def test_what_is_missing_or_lies_ahead_is_refused_in_words(spot, sensation, began):
    with pytest.raises(NotAValue):
        new_card(spot, sensation, began, "", TODAY)


def test_it_can_not_end_before_it_began():
    with pytest.raises(NotAValue, match="began on 3 March"):
        typed_end(ENDED, "2026-03-01", TODAY)
