"""What must hold for every whole record, however it was entered."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strengthcheck.analysis import PairSeries, read_record
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import Whole, read_whole
from strengthcheck.model.check import Trial
from strengthcheck.model.reading import RecordReading
from tests.analysis.making import force, kept, lookup, protocol

from .test_properties import courses

SETTINGS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GRIP, PINCH = protocol(), protocol("pinch")
NAMES = ("a", "b", "c", "d")
LEASTS = st.sampled_from([{}, {"least_change": 0.3}, {"cap": 30.0}, {"better": "lower"}])


@st.composite
def records(draw: st.DrawFn) -> list[PairSeries]:
    """One to four tests of the same sittings, some with a cap or a least change, some with an event."""
    made = []
    days: list[float] | None = None
    for name in NAMES[: draw(st.integers(1, 4))]:
        one = draw(courses(least=4, most=16))
        days = one["days"] if days is None else days
        n = min(len(days), len(one["days"]))
        events = draw(st.lists(st.floats(0, 500), max_size=1))
        limb = draw(st.sampled_from(["hand", "hand", "leg"]))
        made.append(
            PairSeries(name, limb, days[:n], one["left"][:n], one["right"][:n], events=events, **draw(LEASTS))
        )
    return made


def words(record: RecordReading) -> dict[str, Any]:
    return {
        p.key: (p.reading.left.course, p.reading.right.course, p.reading.raised, p.reading.gap.course)
        for p in record.pairs
    }


@SETTINGS
@given(records())
def test_one_more_usual_check_of_all_tests_never_makes_a_record_worth_showing(
    pairs: list[PairSeries],
) -> None:
    before = read_record(pairs)
    ranges = {p.key: (p.reading.left.range, p.reading.right.range) for p in before.pairs}
    day = max(d for p in pairs for d in p.days) + 28.0
    more = []
    for p in pairs:
        usual = [None if r is None else r.centre for r in ranges[p.key]]
        longer = {"days": [*p.days, day], "left": [*p.left, usual[0]], "right": [*p.right, usual[1]]}
        more.append(PairSeries(**{**vars(p), **longer}))
    assert read_record(more).worth_showing <= before.worth_showing


@SETTINGS
@given(records())
def test_swapping_the_sides_of_a_whole_record_swaps_what_is_raised(pairs: list[PairSeries]) -> None:
    there = read_record(pairs)
    turned = read_record([PairSeries(**{**vars(p), "left": p.right, "right": p.left}) for p in pairs])
    swapped = {"left": "right", "right": "left"}
    for a, b in zip(there.pairs, turned.pairs, strict=True):
        assert (a.reading.left.course, a.reading.right.course) == (
            b.reading.right.course,
            b.reading.left.course,
        )
        assert {swapped[h] for h in a.reading.raised} == set(b.reading.raised)
    assert there.confirm == turned.confirm


@SETTINGS
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_tests_changes_no_reading(pairs: list[PairSeries], chance: Any) -> None:
    other = pairs[:]
    chance.shuffle(other)
    a, b = read_record(pairs), read_record(other)
    assert words(a) == words(b)
    assert set(a.confirm) == set(b.confirm)


VALUES = st.integers(8, 45)


@st.composite
def sittings(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Checks as a person could enter them: each a day, two tests, both sides."""
    made, day = [], 0
    for number in range(draw(st.integers(4, 12))):
        day += draw(st.sampled_from([7, 14, 28, 28, 140]))
        low = draw(st.booleans()) and number > 4
        made.append({"day": day, "number": number + 1, "left": 14 if low else draw(VALUES), "right": 34})
    return made


def as_checks(made: list[dict[str, Any]], *more: Trial) -> list[Any]:
    return [
        kept(c["day"], force("left", c["left"]), force("right", c["right"]), *more, number=c["number"] * 10)
        for c in made
    ]


def whole(checks: list[Any]) -> Whole:
    return read_whole(pairs_of(checks, lookup(GRIP, PINCH)))


@SETTINGS
@given(sittings(), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(made: list[dict[str, Any]], chance: Any) -> None:
    checks = as_checks(made)
    other = checks[:]
    chance.shuffle(other)
    assert whole(checks) == whole(other)


@SETTINGS
@given(sittings(), VALUES)
def test_an_invalid_trial_is_as_if_it_had_never_been(made: list[dict[str, Any]], value: int) -> None:
    slipped = force("left", value, invalid="slipped")
    with_it, without = whole(as_checks(made, slipped)), whole(as_checks(made))
    assert [p.reading for p in with_it.pairs] == [p.reading for p in without.pairs]
    assert with_it.record == without.record


@SETTINGS
@given(sittings(), st.lists(st.tuples(st.integers(0, 300), VALUES), max_size=5))
def test_extra_checks_change_nothing(made: list[dict[str, Any]], extra: list[tuple[int, int]]) -> None:
    checks = as_checks(made)
    more = [
        kept(day + 0.5, force("left", value), planned=False, number=5_000 + i)
        for i, (day, value) in enumerate(extra)
    ]
    assert whole([*checks, *more]).record == whole(checks).record
