from strengthcheck.views.page_appendix import MOST_NOTE, MOST_TRIALS, appendix
from strengthcheck.views.page_data import Appendix
from tests.report.samples import GRIP, WALK, kept, lookup, steady, ten_years, year


def trials_in(made: Appendix) -> int:
    return sum(row.trials.count(" · ") + 1 for c in made.checks for row in c.rows)


def test_every_trial_of_a_year_stands_there_the_newest_check_first() -> None:
    checks = year(steady)
    made = appendix(checks, lookup, notes=False)
    assert trials_in(made) == sum(len(r.trials) for k in checks for r in k.check.results)
    assert made.left_out == ""
    assert made.checks[0].title.startswith("16 Nov 2026")
    assert made.checks[-1].title.startswith("3 Nov 2025 · planned · ")


def test_beyond_1500_the_older_ones_are_named_and_where_they_are() -> None:
    checks = ten_years()
    made = appendix(checks, lookup, notes=False)
    total = sum(len(r.trials) for k in checks for r in k.check.results)
    assert MOST_TRIALS - 30 < trials_in(made) <= MOST_TRIALS
    assert made.left_out.startswith(f"{total - trials_in(made)} older trials")
    assert "--format csv" in made.left_out


def test_one_check_larger_than_the_limit_is_printed_whole() -> None:
    many = [{"side": "left", "values": {"force": 30.0}}] * (MOST_TRIALS + 1)
    made = appendix((kept(1, 0, [{"protocol": GRIP, "trials": many}]),), lookup, notes=False)
    assert trials_in(made) == MOST_TRIALS + 1


def test_a_side_keeps_its_own_row_and_the_first_side_stands_first() -> None:
    trials = [
        {"side": "right", "values": {"force": 31.0}, "effort": 8},
        {"side": "left", "values": {"force": 29.5}, "pain": 3},
        {"side": "right", "could_not": True},
        {
            "side": "left",
            "values": {"force": 12.0},
            "invalid": "slipped",
            "invalid_note": "the handle turned",
        },
    ]
    made = appendix((kept(1, 0, [{"protocol": GRIP, "trials": trials}]),), lookup, notes=True)
    right, left = made.checks[0].rows
    assert (right.side, right.trials, right.effort) == ("right", "31.0 kg · could not", "8")
    assert (left.side, left.trials) == ("left", "29.5 kg · (12.0 kg)")
    assert left.remark == "does not count, slipped: the handle turned; pain 3 of 10"
    without = appendix((kept(1, 0, [{"protocol": GRIP, "trials": trials}]),), lookup, notes=False)
    assert "handle" not in without.checks[0].rows[1].remark


def test_a_skip_is_left_out_with_its_reason() -> None:
    skipped = [{"side": "left", "skipped": "sore <calf>"}]
    made = appendix(
        (kept(1, 0, [{"protocol": WALK, "object": "on heels", "trials": skipped}]),), lookup, notes=False
    )
    assert (made.checks[0].rows[0].trials, made.checks[0].rows[0].remark) == (
        "left out",
        "left out: sore <calf>",
    )


def test_each_test_stands_once_as_it_was_done_with_its_sources() -> None:
    made = appendix(year(steady), lookup, notes=False)
    titles = [t.title for t in made.tests]
    assert len(titles) == len(set(titles)) == 5
    assert all("sources: " in t.lines[-1] for t in made.tests)


def test_a_note_of_100_kb_is_cut_and_says_where_the_rest_is() -> None:
    made = appendix(
        (
            kept(
                1,
                0,
                [{"protocol": GRIP, "trials": [{"side": "left", "values": {"force": 3}}]}],
                note="é" * 100_000,
            ),
        ),
        lookup,
        notes=True,
    )
    text = "".join(made.checks[0].note.lines)
    assert text.count("é") == MOST_NOTE
    assert "96000 more characters stand in the CSV export" in text.replace("\u200b", "")
