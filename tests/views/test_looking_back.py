"""History and one check in full: every value with its side and unit, and what does not count."""

from datetime import date, datetime, timedelta, timezone

from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.check import BySide, Check, Context, Result, Trial
from strengthcheck.views.check_page import (
    INVALID_WORDS,
    CheckView,
    check_view,
    context_words,
    invalid_question,
    reason_named,
)
from strengthcheck.views.history import (
    MOST_LISTED,
    HistoryRow,
    bin_lead,
    bin_row,
    check_title,
    history_lead,
    history_rows,
    summary_of,
)

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}
GRIP = Result(
    protocol="grip-device",
    object="a demo device",
    expected=BySide(left="weaker", right="as_usual"),
    felt=BySide(left="as_usual"),
    trials=(
        Trial(side="left", values={"force": 31.2}, effort=8, pain=0),
        Trial(side="right", values={"force": 12.0}, invalid="slipped", invalid_note="wet hand"),
        Trial(side="right", skipped="sore thumb"),
        Trial(side="left", could_not=True),
    ),
)


def made(*results: Result, days_ago: int = 0, **more: object) -> Check:
    return Check.model_validate(
        {"started_at": NOW - timedelta(days=days_ago), "results": results or (GRIP,), **more}
    )


def seen(check: Check) -> CheckView:
    return check_view(check, TESTS, 0)


def rows_of(*checks: Check, names: dict[str, str] | None = None) -> tuple[HistoryRow, ...]:
    return history_rows([summary_of(c) for c in checks], names or {}, TODAY)


def test_the_newest_check_comes_first() -> None:
    rows = rows_of(made(days_ago=9), made(days_ago=2), made(days_ago=400))
    assert [r.day for r in rows] == ["21 November", "14 November", "19 October 2025"]


def test_a_line_names_two_tests_and_counts_more() -> None:
    results = [Result(protocol=f"test-{c}", trials=GRIP.trials) for c in "abcd"]
    assert rows_of(made(*results[:2]), names={"test-a": "First"})[0].tests == "First, test-b"
    assert rows_of(made(*results), names={"test-a": "First"})[0].tests == "4 tests"


def test_a_line_says_what_is_to_be_noted() -> None:
    row = rows_of(made(note="tired", planned=False))[0]
    assert (row.kind, row.marks) == ("extra", "note · 1 not counted")
    assert rows_of(made())[0].kind == ""  # nearly all are planned: the word would tell nothing


def test_an_empty_history_says_so() -> None:
    assert history_lead(0, 0, 0).startswith("Nothing is recorded yet. The first check starts"), (
        "what to do next"
    )
    assert history_lead(1, 0, 2) == "1 check. 2 in the bin."
    assert history_lead(5, 1, 0) == "5 checks, newest first. 1 extra one is folded away; e shows it."
    assert history_lead(0, 0, 0, narrowed=True) == "No check is like that."
    assert bin_lead(0) == "The bin is empty."
    assert bin_lead(1) == "1 deleted."
    assert bin_lead(2) == "2 deleted, the last one first."


def test_a_list_longer_than_a_life_of_checks_is_cut_and_says_so() -> None:
    assert len(rows_of(*(made(days_ago=d) for d in range(MOST_LISTED + 5)))) == MOST_LISTED
    lead = history_lead(MOST_LISTED + 5, 0, 0)
    assert lead.startswith(f"{MOST_LISTED + 5} checks; the newest {MOST_LISTED} are listed")
    assert "newest first" in history_lead(MOST_LISTED, 0, 0)


def test_a_deleted_check_says_when_it_was_deleted() -> None:
    assert bin_row(made(days_ago=30), NOW - timedelta(days=1), {}, TODAY).marks == "deleted yesterday"


def test_a_check_is_titled_by_day_time_and_kind() -> None:
    assert check_title(made(planned=False), TODAY) == "23 November at 12:00, extra check, not compared"
    assert check_title(made(), date(2027, 1, 1)) == "23 November 2026 at 12:00, planned check"


def test_each_trial_shows_side_value_unit_and_what_was_said() -> None:
    block = seen(made()).blocks[0]
    assert block.title == "Squeeze a grip device · a demo device"
    assert block.about == "expected left weaker, right as usual; felt left as usual"
    assert [(line.side, line.value, line.counts) for line in block.lines] == [
        ("left", "31.2 kg", True),
        ("right", "12.0 kg", False),
        ("right", "left out: sore thumb", False),
        ("left", "could not", True),
    ]
    assert block.lines[0].more == ("effort 8", "pain 0")
    assert block.lines[1].more == ("does not count: slipped", "wet hand")


def test_what_was_expected_of_every_test_alike_is_said_once_for_the_day() -> None:
    def of(test: str, **expected: str) -> Result:
        done = (Trial(side="left", values={"ladder": 3}),)
        return Result(protocol=test, expected=BySide.model_validate(expected), trials=done)

    alike = made(
        of("cap-tightening", left="as_usual", right="weaker"), of("jar-lid", left="as_usual", right="weaker")
    )
    view = seen(alike)
    assert view.context.endswith("Expected left as usual, right weaker.")
    assert [b.about for b in view.blocks] == ["", ""]
    apart = seen(made(of("cap-tightening", left="as_usual"), of("jar-lid", left="weaker")))
    assert "xpected" not in apart.context
    assert [b.about for b in apart.blocks] == ["expected left as usual", "expected left weaker"]


def test_a_rung_is_said_in_words_and_a_count_by_its_name() -> None:
    lifted = Result(
        protocol="book-pinch-lift",
        trials=(Trial(side="left", values={"ladder": 3, "hold": 10}, timed_by="keyboard", lost_focus=True),),
    )
    line = seen(made(lifted)).blocks[0].lines[0]
    assert line.value == "as usual for me, 10.0 s"
    assert line.more == ("timed by keyboard", "the window was left meanwhile")


def test_a_test_that_is_not_known_any_more_is_still_shown() -> None:
    lines = check_view(made(), {}, 2)
    assert lines.blocks[0].title == "grip-device · a demo device"
    assert lines.blocks[0].lines[0].value == "force 31.2"
    assert lines.changes.startswith("Changed 2 times")


def test_the_part_of_a_test_is_named() -> None:
    walk = TESTS["heel-toe-walk"]
    result = Result(
        protocol=walk.id, object=walk.parts[0].id, trials=(Trial(side="left", values={"ladder": 3}),)
    )
    assert seen(made(result)).blocks[0].title == f"{walk.title} · {walk.parts[0].title}"


def test_the_day_is_told_in_one_sentence() -> None:
    context = Context(
        sleep_hours=6.5, hard_exercise=True, soreness=4, ill=False, worry=7, where=("left_arm",)
    )
    assert context_words(context) == (
        "Slept 6.5 hours, hard or new exercise that week, soreness 4 of 10 in the left arm, worry 7 of 10."
    )
    exercised = Context(hard_exercise=True, soreness=0, worry=3, where=("right_leg", "left_leg"))
    assert context_words(exercised) == (
        "Hard or new exercise that week in the right leg and left leg, soreness 0 of 10, worry 3 of 10."
    )
    assert context_words(Context(worry=3, where=("left_arm",))) == (
        "Sore or worked hard: the left arm, worry 3 of 10."
    )
    assert context_words(Context()) == ""
    both = Context(hard_exercise=True, where=("right_leg", "left_leg"), worry=3)
    assert context_words(both) == (
        "Hard or new exercise that week in the right leg and left leg, worry 3 of 10."
    )


def test_every_reason_not_to_count_can_be_chosen_by_a_key_of_its_own() -> None:
    question = invalid_question(seen(made()).blocks[0].lines[0], "Grip")
    assert [reason_named(a.name) for a in question.answers] == list(INVALID_WORDS)
    assert len({a.key for a in question.answers}) == len(INVALID_WORDS)


def test_a_trial_that_does_not_count_is_asked_whether_it_should_again() -> None:
    question = invalid_question(seen(made()).blocks[0].lines[1], "Grip")
    assert question.title == "Should this try count again?"
    assert reason_named("valid") is None
