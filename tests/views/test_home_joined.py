"""What came back, what comes and goes, and what can show nothing, as Home says it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from strengthcheck.analysis.confirming import Confirm
from strengthcheck.analysis.days import day_of
from strengthcheck.analysis.dips import dips_of
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import read_whole
from strengthcheck.model.check import Context, Trial
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.views.home import HomeReading, HomeView, home_view
from strengthcheck.views.home_reading import Known, home_reading_of
from strengthcheck.views.said import Moment
from strengthcheck.wording import home as home_words
from strengthcheck.wording import reading, wayout
from tests.analysis.making import LADDER, START, force, kept, lookup, protocol
from tests.views.test_home import NOW, check, facts

EVERY = 28
GRIP = protocol(short="Grip device")
CAP = protocol("cap-tightening", (LADDER,), short="Bottle cap")
STEADY = (30, 30.2, 29.9, 30.1, 29.8, 30.3)
LOST = LostTask(what="hands", task="buttons", how_much="cannot", side="left", since="longer", course="same")


def joined(
    left: Sequence[float],
    *,
    rungs: Sequence[int] = (),
    contexts: Sequence[Context | None] = (),
    **known: object,
) -> HomeReading:
    """Home's reading of a left hand as given, the right one steady, every four weeks."""
    checks = [
        kept(
            i * EVERY,
            force("left", v),
            force("right", 33.0 + i % 2 / 10),
            p=GRIP,
            context=contexts[i] if i < len(contexts) else None,
        )
        for i, v in enumerate(left)
    ]
    checks += [
        kept(
            i * EVERY,
            Trial(side="left", could_not=True) if v == 0 else Trial(side="left", values={"ladder": v}),
            p=CAP,
            number=9000 + i,
        )
        for i, v in enumerate(rungs)
    ]
    pairs = read_whole(pairs_of(checks, lookup(GRIP, CAP))).pairs
    today = START.date() + timedelta(days=EVERY * max(len(left), len(rungs)))
    made = Known(
        pairs=pairs,
        dips=dips_of(pairs),
        days=tuple(day_of(k.check) for k in checks),
        confirm=None,
        minutes={},
        now=Moment(today, today + timedelta(days=3)),
        seen=None,
        sealed=False,
    )
    return home_reading_of(made._replace(**known))


def test_a_steady_record_says_nothing_but_its_lines():
    found = joined([*STEADY, 30, 29.8])
    assert (found.show, found.low, found.back, found.told, found.caveat) == (None, (), (), (), "")
    assert [line.name for line in found.lines] == ["Grip device"]


def test_the_first_return_says_when_more_is_known_and_counts_it_as_open():
    first, count = joined([*STEADY, 21, 30]).back
    assert first.startswith("Grip device, left hand, is back in your usual range after the low result of")
    assert count == "Low days so far: 1. Came back: 0. Still open: 1."


def test_two_returns_say_came_back_with_the_count_and_one_caveat_last():
    found = joined([*STEADY, 21, 30, 30.1])
    assert found.back[0].startswith("Came back: Grip device, left hand, was low on ")
    assert found.back[1] == "Low days so far: 1. Came back: 1. Still open: 0."
    assert found.caveat == reading.CANNOT_FLAT.text


def test_long_after_only_the_count_is_left():
    found = joined([*STEADY, 21, *[30] * 8])
    assert found.back == ("Low days so far: 1. Came back: 1. Still open: 0.",)
    assert found.caveat == ""


def test_nothing_soothes_beside_what_could_not_be_done_at_the_last_check():
    found = joined([*STEADY, 21, 30, 30.1], rungs=[3] * 8 + [0])
    assert not any(text.startswith("Came back") for text in found.back)
    assert found.caveat == ""


def test_nothing_soothes_beside_a_confirming_check_of_another_test():
    asked = Confirm(START.date() + timedelta(days=EVERY * 10), ("cap-tightening",))
    found = joined([*STEADY, 21, 30, 30.1], rungs=[3] * 9, confirm=asked, minutes={"cap-tightening": 2.0})
    assert found.confirm is not None
    assert found.back == ("Low days so far: 1. Came back: 1. Still open: 0.",)
    assert found.caveat == ""


def test_the_third_dip_in_a_year_leads_to_a_doctor_until_one_was_seen():
    three = [*STEADY[:3], 21, 30, 30.1, 21, 30, 30, 21, 30, 30]
    (text,) = joined(three).told
    assert "has dipped and recovered 3 times" in text
    assert joined(three, seen=START.date() + timedelta(days=EVERY * 12)).told == ()
    assert joined(three, seen=START.date() + timedelta(days=EVERY * 5)).told == (text,)


def test_three_checks_set_aside_are_said_until_a_doctor_was_seen():
    sore = Context(pain=6)
    contexts = [None] * 6 + [sore] * 3
    (text,) = joined([*STEADY, 30, 30, 30], contexts=contexts).told
    assert text.startswith("Three checks running came with pain")
    assert (
        joined([*STEADY, 30, 30, 30], contexts=contexts, seen=START.date() + timedelta(days=300)).told == ()
    )


def test_sealed_home_says_nothing_of_how_any_check_went():
    found = joined([*STEADY, 21, 30, 30.1], sealed=True)
    assert (found.low, found.back, found.lines, found.caveat) == ((), (), (), "")


def test_sealed_home_says_of_what_dipped_again_and_again_that_it_is_worth_telling_and_no_more():
    three = [*STEADY[:3], 21, 30, 30.1, 21, 30, 30, 21, 30, 30]
    assert joined(three).told
    sealed = joined(three, sealed=True)
    (told,) = sealed.told
    assert told.endswith(": worth telling a doctor when you next see one.")
    assert sealed._replace(told=()) == joined([30] * len(three), sealed=True)


def test_sealed_home_still_says_when_checks_can_show_nothing_for_they_came_with_pain():
    contexts = [None] * 6 + [Context(pain=6)] * 3
    told = joined([*STEADY, 30, 30, 30], contexts=contexts).told
    assert told
    assert joined([*STEADY, 30, 30, 30], contexts=contexts, sealed=True).told == told


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "One short check more, today: Grip device, and nothing else; about 6 minutes."),
        (
            9,
            "One short check more on 29 July: Grip device, and nothing else; about 6 minutes. "
            "Nothing to do until then.",
        ),
    ],
)
def test_sealed_a_confirming_check_is_named_with_its_day_and_not_how_any_went(days, said):
    today = START.date() + timedelta(days=EVERY * 7)
    asked = Confirm(today + timedelta(days=days), ("grip-device",))
    given = {"confirm": asked, "minutes": {"grip-device": 6.0}, "sealed": True}
    assert joined([*STEADY, 21], **given).confirm == said
    assert joined([*STEADY, 30], **given).confirm == said


READ = joined([*STEADY, 21, 30, 30.1])
RECORD = (check(70), check(63), check(56), check(9))


def test_home_on_an_ordinary_day_ends_with_what_came_back_and_names_the_tests_once():
    shown = view_with(READ)
    assert shown.headline.startswith("Nothing to do until ")
    assert shown.more == READ.back
    assert shown.last == "Last check: 14 November at 12:00."
    assert shown.lines == READ.lines
    assert shown.caveat == reading.CANNOT_FLAT.text


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (
            {"losses": (Gate(at=NOW, lost=LOST, advice="book"),)},
            "You can no longer do this as you could: buttons",
        ),
        ({"alert": Gate(at=NOW, lines=(6,), advice="today")}, "You told of a sign that should not wait"),
        ({"ended": True}, wayout.ENDED.text),
    ],
)
def test_beside_a_loss_a_sign_or_an_end_no_line_and_no_came_back_stands(state, first):
    shown = view_with(READ, **state)
    assert shown.headline.startswith(first)
    assert (shown.lines, shown.caveat) == ((), "")
    assert not set(shown.more) & set(READ.back)


def test_worth_showing_and_open_lows_stand_before_the_next_date():
    read = READ._replace(show="Grip device is worth showing.", low=("Bottle cap was lower.",), back=())
    shown = view_with(read)
    assert (shown.headline, shown.more[0]) == ("Grip device is worth showing.", "Bottle cap was lower.")
    assert shown.more[1] == home_words.BESIDE.say(when="on 12 December"), "nothing to do would be wrong here"


RARER = READ._replace(back=(), caveat="", rarer="longer")


def test_fewer_checks_are_named_in_one_line_by_a_row_that_is_seen_for_some_days_after_a_check():
    shown = view_with(RARER)
    assert shown.more == (wayout.RARER.text,)
    rows = [r.command for r in shown.rows]
    assert rows.index("open-way-out") < 3
    assert rows.count("open-way-out") == 1
    assert shown.rows[rows.index("open-way-out")].hint == "proposed: every three months"
    later = home_view(facts(check(70), check(63), check(56), check(20)), RARER)
    assert wayout.RARER.text not in later.more
    assert [r.command for r in later.rows] == rows


def test_an_end_is_named_as_an_end():
    shown = view_with(RARER._replace(rarer="end"))
    assert shown.more == (wayout.ENOUGH.text,)


@pytest.mark.parametrize(
    ("read", "state"),
    [
        ({"show": "Grip device: worth showing."}, {}),
        ({"confirm": "Grip device was low once."}, {}),
        ({"low": ("Bottle cap was lower.",)}, {}),
        ({"told": ("The left hand has dipped 3 times.",)}, {}),
        ({}, {"losses": (Gate(at=NOW, lost=LOST, advice="book"),)}),
        ({}, {"alert": Gate(at=NOW, lines=(6,), advice="today")}),
        ({}, {"ended": True}),
    ],
)
def test_fewer_checks_are_never_named_beside_what_is_open_or_for_a_doctor(read, state):
    shown = view_with(RARER._replace(**read), **state)
    assert wayout.RARER.text not in (shown.headline, *shown.more)
    assert not any("proposed" in row.hint for row in shown.rows)


def view_with(read: HomeReading, **state: object) -> HomeView:
    return home_view(facts(*RECORD, **state), read)
