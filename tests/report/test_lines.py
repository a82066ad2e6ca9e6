"""What stands in the result lines, and that each number leads back to the trials it came from."""

import itertools
from datetime import date, timedelta
from typing import Any

import pytest

from strengthcheck.analysis.series import pairs_of, value_of
from strengthcheck.analysis.whole import read_whole
from strengthcheck.model.base import Side
from strengthcheck.model.profile import BodyEvent, Profile
from strengthcheck.model.series import Kept
from strengthcheck.views.doctor_page import PageChoices, PageSource, doctor_page
from strengthcheck.views.page_data import Figure, PageData, ResultLine, SideLine
from strengthcheck.views.values import number_text
from strengthcheck.wording.forbidden import forbidden_in
from tests.report.samples import (
    BOOK,
    CAP,
    GRIP,
    LOSS,
    STAIRS,
    TESTS,
    TODAY,
    VISIT,
    kept,
    lookup,
    losing,
    pages,
    source,
    steady,
    year,
)

CHOICES = PageChoices(today=TODAY)


def by_the_rule(checks: tuple[Kept, ...], profile: Profile | None = None) -> PageSource:
    """As the program reads it."""
    known = profile or Profile()
    reads = read_whole(pairs_of(checks, lookup), known.events).pairs
    return source(checks, reads, profile=known)


def line_of(page: PageData, start: str) -> ResultLine:
    return next(one for one in page.lines if one.test.startswith(start))


def side_of(line: ResultLine, side: Side) -> SideLine:
    return next(s for s in line.sides if s.side == side)


def grip(side: Side, *values: float, **more: Any) -> dict[str, Any]:
    return {"protocol": GRIP, "trials": [{"side": side, "values": {"force": v}, **more} for v in values]}


def trials_behind(figure: Figure, checks: tuple[Kept, ...], measure: str) -> list[float]:
    """The value of each check behind a figure, worked out from its trials again."""
    by_id = {k.check.id: k.check for k in checks}
    values = []
    for from_ in figure.sources:
        result = by_id[from_.check].results[from_.result]
        found = next(m for m in TESTS[result.protocol].protocol.measures if m.id == measure)
        values.append(float(value_of([result.trials[n] for n in from_.trials], found)))
    return values


def measured(line: ResultLine) -> str:
    named = {"grip strength, kg": "force", "rungs 0 to 3": "ladder"}
    return next((m for start, m in named.items() if line.measure.startswith(start)), "climb")


@pytest.mark.parametrize("strength", [steady, losing])
def test_every_number_in_the_lines_leads_back_to_its_trials(strength: Any) -> None:
    checks = year(strength)
    page = doctor_page(by_the_rule(checks), CHOICES)
    assert len(page.lines) == 6
    for line in page.lines:
        step = 0.1 if measured(line) != "ladder" else None
        for side in line.sides:
            (latest,) = trials_behind(side.latest, checks, measured(line))
            assert number_text(latest, step) == side.latest.text
            for figure in (side.usual, side.change):
                behind = {s.check for s in figure.sources}
                alone = tuple(k for k in checks if k.check.id in behind)
                again = line_of(doctor_page(by_the_rule(alone), CHOICES), line.test)
                assert side_of(again, side.side).usual.text == side.usual.text
                assert side_of(again, side.side).change.text == side.change.text


def test_the_middle_of_the_usual_range_is_the_median_of_values_two_to_seven_of_its_trials() -> None:
    checks = year(steady)
    line = line_of(doctor_page(by_the_rule(checks), CHOICES), "Squeeze")
    for side in line.sides:
        values = trials_behind(side.usual, checks, "force")
        middle = sorted(values[1:7])[2:4]
        low, high = (float(n) for n in side.usual.text.split("–"))
        assert low < sum(middle) / 2 < high
        # The range is even on the logarithm: its ends multiply to the square of its middle.
        assert (low * high) ** 0.5 == pytest.approx(sum(middle) / 2, rel=0.01)


def test_each_line_names_the_first_and_the_last_check_behind_it() -> None:
    checks = year(steady)
    for line in doctor_page(source(checks), CHOICES).lines:
        ids = [k.check.id for k in checks]
        assert list(line.checks) == ids
        assert line.ids == f"{str(ids[0])[:8]} … {str(ids[-1])[:8]}"


def test_a_mark_in_a_chart_stands_for_each_check_of_the_period_and_no_other() -> None:
    checks = year(steady)
    page = doctor_page(source(checks), CHOICES._replace(since=date(2026, 3, 1)))
    inside = [k for k in checks if k.check.started_at.date() >= date(2026, 3, 1)]
    assert {len(p.marks) for line in page.lines for p in line.chart.panels} == {len(inside)}


def test_a_loss_that_the_record_confirms_stands_first_with_its_date_and_no_judgement() -> None:
    page = doctor_page(by_the_rule(year(losing)), CHOICES)
    first = page.lines[0]
    right = side_of(first, "right")
    # The very figures of the line, so that they lead back to the same trials.
    since = right.standing.removeprefix("confirmed ")
    told = f"Grip device, right hand, {right.change.text} against own usual, {since}"
    assert page.headline == f"Confirmed change: {told}."
    assert right.confirmed
    assert right.change.text.startswith("−")
    assert right.standing.startswith("confirmed since ")
    assert not side_of(first, "left").confirmed


def test_a_steady_year_confirms_nothing() -> None:
    page = doctor_page(by_the_rule(year(steady)), CHOICES)
    assert page.headline == "No confirmed change."
    assert not any(s.confirmed for line in page.lines for s in line.sides)


def test_one_check_has_no_range_no_change_and_says_so() -> None:
    page = doctor_page(by_the_rule(year(steady)[:1]), CHOICES)
    assert page.headline == "Too few checks yet to compare."
    for side in (s for line in page.lines for s in line.sides):
        # Said once, above all of them.
        assert (side.usual.text, side.change.text, side.standing) == ("–", "–", "")
        assert side.latest.text != "–"
    assert all(p.low is None for line in page.lines for p in line.chart.panels)


def test_an_extra_check_is_drawn_apart_and_changes_no_range() -> None:
    planned = year(steady)[:8]
    extra = kept(90, 260, [grip("left", 5.0)], planned=False)
    one, other = (
        line_of(doctor_page(by_the_rule(c), CHOICES), "Squeeze") for c in (planned, (*planned, extra))
    )
    assert side_of(one, "left").usual.text == side_of(other, "left").usual.text


def test_could_not_is_said_in_words_and_stands_at_the_foot_of_the_chart() -> None:
    made = tuple(kept(n, 7 * n, [grip("left", 30 + n)]) for n in range(4))
    last = kept(9, 42, [{"protocol": GRIP, "trials": [{"side": "left", "could_not": True}]}])
    line = doctor_page(by_the_rule((*made, last)), CHOICES).lines[0]
    assert side_of(line, "left").latest.text == "could not"
    assert (line.chart.panels[0].marks[-1].kind, line.chart.panels[0].marks[-1].y) == ("could_not", 0)


def test_could_not_in_half_of_the_trials_is_no_force_of_zero() -> None:
    trials = [{"side": "left", "values": {"force": 31.0}}, {"side": "left", "could_not": True}]
    made = (
        *(kept(n, 7 * n, [grip("left", 30.0)]) for n in range(3)),
        kept(9, 42, [{"protocol": GRIP, "trials": trials}]),
    )
    line = doctor_page(by_the_rule(made), CHOICES).lines[0]
    assert side_of(line, "left").latest.text == "could not in half"
    assert line.chart.panels[0].marks[-1].kind == "could_not"


def test_no_slips_at_all_is_a_count_of_none() -> None:
    played = {"protocol": "instrument-playing", "object": "made-up scale"}
    made = tuple(
        kept(
            n,
            7 * n,
            [{**played, "trials": [{"side": "left", "values": {"ladder": 3, "slips": 0, "tempo": 90}}]}],
        )
        for n in range(5)
    )
    page = doctor_page(by_the_rule(made), CHOICES)
    found = [s.latest.text for line in page.lines for s in line.sides]
    assert found == ["0"]
    assert not any(m.kind == "could_not" for line in page.lines for p in line.chart.panels for m in p.marks)


def test_a_skipped_side_is_no_zero_anywhere() -> None:
    made = tuple(kept(n, 7 * n, [grip("left", 30 + n)]) for n in range(3))
    skip = kept(9, 42, [{"protocol": GRIP, "trials": [{"side": "left", "skipped": "sore"}]}])
    line = doctor_page(by_the_rule((*made, skip)), CHOICES).lines[0]
    assert side_of(line, "left").latest.text == "32.0"
    assert len(line.chart.panels[0].marks) == 3


def test_a_slower_climb_is_more_seconds_with_a_plus() -> None:
    made = tuple(
        kept(
            n,
            28 * n,
            [{"protocol": STAIRS, "trials": [{"side": "both", "values": {"ladder": 3, "climb": c}}]}],
        )
        for n, c in enumerate([6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 6.6, 6.6])
    )
    line = doctor_page(source(made), CHOICES).lines[0]
    assert "less is better" in line.measure
    assert line.sides[0].change.text == "+10 %"


def test_a_time_that_ends_at_its_limit_gives_way_to_the_rungs() -> None:
    page = doctor_page(source(year(steady)), CHOICES)
    assert line_of(page, "Lift").measure == "rungs 0 to 3"


def test_no_more_than_six_lines_and_what_has_none_is_named() -> None:
    tasks = [
        {"protocol": "everyday-tasks", "object": part.id, "trials": [{"side": s, "values": {"ladder": 3}}]}
        for part in TESTS["everyday-tasks"].protocol.parts
        for s in part.sides[:1]
    ]
    checks = tuple(
        k.model_copy(
            update={
                "check": kept(n, 28 * n, [*_as_given(k), *tasks]).check,
                "uses": (*k.uses, TESTS["everyday-tasks"].text.ref),
            }
        )
        for n, k in enumerate(year(steady))
    )
    page = doctor_page(source(checks), CHOICES)
    assert len(page.lines) == 6
    assert page.others[0].startswith("Also done, no confirmed change: Everyday tasks (")
    assert page.others[0].count("Everyday tasks") == 1
    assert page.named == 1
    assert all(part.id in page.others[0] for part in TESTS["everyday-tasks"].protocol.parts)


def test_of_a_test_done_too_seldom_the_page_says_nothing_soothing() -> None:
    parts = ("running", "pedals")
    tasks = [
        {"protocol": "everyday-tasks", "object": part, "trials": [{"side": "both", "values": {"ladder": 3}}]}
        for part in parts
    ]
    checks = year(steady)
    with_tasks = [kept(90 + n, 28 * n, [*_as_given(checks[-1]), *tasks]) for n in (0, len(checks))]
    once = doctor_page(source((with_tasks[0],)), CHOICES)
    assert once.headline == "Too few checks yet to compare."
    assert once.others == ("Also done: Everyday tasks (pedals, running).",)
    late = doctor_page(source((*checks[:-1], with_tasks[1])), CHOICES._replace(today=date(2027, 3, 1)))
    assert late.headline == "No confirmed change."
    assert late.others == ("Also done, too few checks to compare: Everyday tasks (pedals, running).",)


def _as_given(k: Kept) -> list[dict[str, Any]]:
    return [r.model_dump(exclude_unset=True) for r in k.check.results]


def test_a_confirmed_change_beyond_six_lines_is_named_and_never_left_out() -> None:
    checks = []
    for n, day in enumerate([0, 7, 14, *range(42, 380, 28)]):
        low = 0.6 if n > 8 else 1.0
        results = [{**grip("left", 30 * low, 30.2 * low), "object": f"made-up device {d}"} for d in range(8)]
        checks.append(kept(n, day, results))
    page = doctor_page(source(tuple(checks)), CHOICES)
    assert len(page.lines) == 6
    assert all(s.confirmed for line in page.lines for s in line.sides)
    assert page.others[0].count("left hand") == 2
    assert page.headline.startswith("Confirmed change: Grip device, left hand")


def test_an_event_entered_before_a_change_stands_beside_it() -> None:
    checks = year(losing)
    began = doctor_page(source(checks), CHOICES).lines[0]
    low_from = next(k for k in checks if k.check.id == began.checks[-6]).check.started_at.date()
    event = BodyEvent(on=low_from - timedelta(days=10), what="injury", side="right", text="made-up fall")
    page = doctor_page(source(checks, profile=Profile(events=(event,))), CHOICES)
    assert "made-up fall" in page.lines[0].event
    assert page.others[-1].startswith("Entered in this period")
    assert len(page.events) == 1


@pytest.mark.parametrize(
    ("reading", "standing"),
    [
        ({"course": "usual"}, "no confirmed change"),
        ({"course": "rising"}, "no confirmed change"),
        ({"course": "one_low", "spoke": (2, 7)}, "not confirmed; low on 15 Jun 2026"),
        (
            {"course": "came_back", "spoke": (5, 6, 7)},
            "no confirmed change; low on 20 Apr 2026, then back",
        ),
        ({"course": "low_and_staying", "raised": True, "spoke": (5, 6, 7)}, "confirmed since 20 Apr 2026"),
        (
            {"course": "low_and_staying", "raised": True, "explained": True, "spoke": (5, 6, 7)},
            "confirmed since 20 Apr 2026; after an entered event",
        ),
        ({"course": "too_early"}, "too few checks"),
    ],
)
def test_beside_a_side_stands_whether_it_is_confirmed_and_nothing_more(
    reading: dict[str, Any], standing: str
) -> None:
    checks = tuple(kept(n, 28 * (n + 1), [grip("left", 30.0)]) for n in range(8))
    (read,) = read_whole(pairs_of(checks, lookup)).pairs
    left = read.reading.left.model_copy(update=reading)
    other = read._replace(reading=read.reading.model_copy(update={"left": left}))
    line = doctor_page(source(checks, (other,)), CHOICES).lines[0]
    assert side_of(line, "left").standing == standing


def test_only_the_tests_that_were_chosen_have_lines() -> None:
    page = doctor_page(source(year(steady)), CHOICES._replace(protocols=(CAP, BOOK)))
    assert {line.test for line in page.lines} == {TESTS[CAP].protocol.title, TESTS[BOOK].protocol.title}
    assert "grip" not in page.made_with


def test_checks_after_the_last_day_are_not_on_the_page() -> None:
    page = doctor_page(source(year(steady)), CHOICES._replace(until=date(2026, 2, 1)))
    assert page.how[0].startswith("5 planned checks")
    assert line_of(page, "Squeeze").sides[0].latest_on == "12 Jan 2026"


@pytest.mark.parametrize("order", itertools.permutations(range(3)))
def test_the_order_of_entry_changes_nothing(order: tuple[int, ...]) -> None:
    checks = year(losing)
    mixed = tuple(c for n in order for c in checks[n::3])
    assert doctor_page(source(mixed), CHOICES) == doctor_page(source(checks), CHOICES)


def test_how_the_checks_were_done_can_be_counted_again() -> None:
    checks = year(steady)
    done = [t for k in checks for r in k.check.results for t in r.trials]
    struck = sum(t.invalid is not None for t in done)
    planned = sum(k.check.planned for k in checks)
    how = " ".join(doctor_page(source(checks), CHOICES).how)
    assert f"{planned} planned checks, mostly 28 days apart; {len(checks) - planned} extra." in how
    assert f"{len(done)} trials: {struck} did not count" in how
    assert "Of the planned checks, sore or worked hard before 1." in how


def test_what_never_was_is_not_counted_and_what_was_left_out_is_said_in_plain_words() -> None:
    skip = kept(9, 42, [{"protocol": GRIP, "trials": [{"side": "left", "skipped": "sore"}]}])
    ill = kept(8, 35, [grip("left", 30.0)], context={"ill": True})
    how = " ".join(doctor_page(source((ill, skip)), CHOICES).how)
    assert "Of the planned checks, ill on 1." in how
    assert "A side was left out once." in how
    assert not [nothing for nothing in ("on 0", "before 0", "0 times") if nothing in how]


@pytest.mark.parametrize("name", pages())
def test_no_word_of_ours_judges(name: str) -> None:
    page = pages()[name][0]
    ours = [page.headline, page.nothing, page.footer, *page.keys, *page.others, *page.how, *page.about]
    ours += [t for line in page.lines for s in line.sides for t in (s.standing, s.change.text, s.name)]
    ours += [p.alt for line in page.lines for p in line.chart.panels]
    assert [w for text in ours for w in forbidden_in(text)] == []


def test_of_tests_left_out_by_choice_the_page_says_nothing_soothing() -> None:
    chosen = CHOICES._replace(protocols=("heel-toe-walk",))
    page = doctor_page(by_the_rule(year(losing)), chosen)
    assert page.headline == "No confirmed change in the tests chosen for this page."


def test_a_task_told_as_lost_is_on_the_page_without_any_check() -> None:
    page = doctor_page(source((), losses=(LOSS,), visits=(VISIT,)), CHOICES)
    assert "holding the pan (right): only with a trick" in page.facts[0].words.lines[0]
    assert page.examined == "yes · Dr Made-Up, 12 May 2026 (wants to see it again)"
    # Room to write by hand is left for what was not told, and for that alone.
    assert page.blank[0].startswith("Began when")
    assert not any(heading.startswith("Lost or harder") for heading in page.blank)


def test_an_empty_record_leaves_room_to_write_by_hand() -> None:
    page = doctor_page(source(), CHOICES)
    assert page.lines == ()
    assert page.blank
    assert page.own[0].words.lines == ()
    # There is no account above it to speak of.
    assert page.nothing == "No check with a value in this period."
