"""While results are sealed no face shows a value; danger and worth-showing still speak."""

import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from strengthcheck.cli.call import Call
from strengthcheck.cli.output import Output
from strengthcheck.cli.parser import build_parser
from strengthcheck.cli.program import resolve
from strengthcheck.guide.entering import NotAValue
from strengthcheck.model.profile import LostTask, Visit
from strengthcheck.services.exporting import export_to
from strengthcheck.services.history import open_check
from strengthcheck.services.person import open_losses, plan_of, tell_lost_task
from strengthcheck.services.plan import seal_until, set_interval
from strengthcheck.services.readings import compare
from strengthcheck.services.seal import Sealed, seal_of, sealed_until
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.upkeep import before_changing
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.check_page import check_view
from strengthcheck.views.sealed import UNTIL_VISIT, Seal, is_sealed, seal_question, typed_seal
from strengthcheck.views.visits import entered_view, found_question
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.sealing import marked_check, sealed_record, values_in
from tests.tui.records import write

LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="weeks", course="worse")
LINES = (
    ("history",),
    ("history", "--format", "json"),
    ("compare",),
    ("compare", "--format", "json"),
    ("compare", "--as-of", "2026-10-01"),
    ("where",),
    ("verify",),
)


def said(folder: Path, *words: str) -> str:
    """Both streams of one command, run on a clock that stands."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    output = Output(out, err)
    args = build_parser(output.print_message).parse_args(["--data-dir", str(folder), *words])
    resolve(args.target)(Call(args, output, None, {}, StandingClock(NOW)))
    return "".join(s.buffer.getvalue().decode() for s in (out, err))


def test_the_search_would_find_the_values_of_this_record(tmp_path):
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        seal_until(ws, None)
    for words in LINES[:5]:
        assert values_in(said(tmp_path, *words)), words


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_no_command_tells_a_value_while_sealed(tmp_path, words):
    sealed_record(tmp_path)
    assert values_in(said(tmp_path, *words)) == []


@pytest.mark.parametrize("falling", [False, True])
def test_no_evidence_tells_while_sealed_which_way_the_values_go(tmp_path, falling):
    sealed_record(tmp_path, falling=falling)
    told = json.loads(said(tmp_path, "compare", "--format", "json"))
    kept = ("as_of", "worth_showing", "sentences", "unread")
    assert {name for name, value in told.items() if value and name not in kept} == set()


@pytest.mark.parametrize(
    "words",
    [
        ("export", "-o", "-"),
        ("export", "--format", "csv", "-o", "-"),
        ("export", "--format", "fhir", "-o", "-"),
        ("export", "-o", "out.json"),
        ("report", "-o", "visit.pdf"),
    ],
    ids=" ".join,
)
def test_exports_and_the_page_ask_for_unseal(tmp_path, monkeypatch, words):
    sealed_record(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Sealed, match="--unseal"):
        said(tmp_path / "data", *words)
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_with_unseal_an_export_is_whole(tmp_path):
    sealed_record(tmp_path)
    document = said(tmp_path, "export", "-o", "-", "--unseal")
    assert len(json.loads(document)["checks"]) == 9
    assert values_in(document)


def test_file_names_hold_no_value_and_a_backup_is_whole(tmp_path):
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        before_changing(ws)
    names = " ".join(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*"))
    assert values_in(names) == []
    assert list(tmp_path.rglob("*backup*"))


def test_the_app_writes_no_export_while_sealed(tmp_path):
    sealed_record(tmp_path / "data")
    with opened(tmp_path / "data") as ws, pytest.raises(Sealed):
        export_to(ws, str(tmp_path / "out.json"))
    assert not (tmp_path / "out.json").exists()


def test_a_check_shows_which_trials_there_were_until_when_and_nothing_of_how_they_went(tmp_path):
    told = {
        "expected": {"left": "weaker", "right": "as_usual"},
        "felt": {"left": "stronger", "right": "as_usual"},
    }
    check = marked_check(9)
    check["results"][0].update(told)
    write(tmp_path, [check])
    with opened(tmp_path) as ws:
        assert "felt left stronger" in check_view(*open_check(ws, checks_of(ws)[0].id)).blocks[0].about
        seal_until(ws, UNTIL_VISIT)
        view = check_view(*open_check(ws, checks_of(ws)[0].id))
        assert [line.value for block in view.blocks for line in block.lines] == ["sealed", "sealed"]
        assert view.blocks[0].about == "expected left weaker, right as usual"
        assert view.sealed == "Your values are sealed until you have seen a doctor."
        assert values_in(repr(view)) == []


def test_worth_showing_speaks_through_the_seal(tmp_path):
    sealed_record(tmp_path, falling=True)
    with opened(tmp_path) as ws:
        view = compare(ws)
    assert view.worth_showing
    assert [s.id for s in view.headline] == ["home.show", "sealed.visit", "sealed.where"]
    assert values_in(repr(view)) == []


def test_a_loss_is_told_and_kept_while_sealed(tmp_path):
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        assert tell_lost_task(ws, LOST).advice == "today"
        assert len(open_losses(ws)) == 1


def seen(days_ago: int) -> Visit:
    """A visit so many days before today."""
    return Visit(on=NOW.date() - timedelta(days=days_ago), who="Dr Made-Up", found="watching")


def test_a_visit_ends_the_seal_that_waits_for_one_and_says_so_before_and_after(tmp_path):
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        held = seal_of(ws)
        assert held == Seal(UNTIL_VISIT, NOW.date())
        assert "With it your values are shown again." in found_question(NOW.date(), "my GP", held).text
        entered = enter_visit(ws, seen(0))
        said = entered_view(entered.visit, (), NOW.date(), entered.held).said
        assert said[-1] == "Your values are shown again from now on. Settings has the way to seal them."
        assert plan_of(ws).sealed_until is None
        assert compare(ws).rows


def test_a_visit_from_before_the_seal_lifts_nothing_and_says_so(tmp_path):
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        old = seen(700)
        assert "shown again" not in found_question(old.on, "my GP", seal_of(ws)).text
        entered = enter_visit(ws, old)
        said = entered_view(entered.visit, (), NOW.date(), entered.held).said
        assert said[-1] == "Your values stay sealed: you sealed them after this visit."
        assert sealed_until(ws) == UNTIL_VISIT
        assert compare(ws).rows == ()


def test_a_seal_until_a_date_stays_to_its_date_whatever_visit_is_entered(tmp_path):
    with opened(tmp_path) as ws:
        seal_until(ws, NOW.date() + timedelta(days=30))
        assert "shown again" not in found_question(NOW.date(), "my GP", seal_of(ws)).text
        entered = enter_visit(ws, seen(0))
        said = entered_view(entered.visit, (), NOW.date(), entered.held).said
        assert said[-1] == "Your values stay sealed until 23 December."
        assert sealed_until(ws) == NOW.date() + timedelta(days=30)


def test_with_no_seal_a_visit_says_nothing_of_one(tmp_path):
    with opened(tmp_path) as ws:
        entered = enter_visit(ws, seen(0))
        assert "seal" not in " ".join(entered_view(entered.visit, (), NOW.date(), entered.held).said)


def test_a_seal_counts_from_the_day_on_which_it_was_set_last(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        days = []
        for until in (UNTIL_VISIT, NOW.date() + timedelta(days=90), UNTIL_VISIT):
            clock.time += timedelta(days=10)
            seal_until(ws, until)
            set_interval(ws, 84)  # another change of the plan moves no seal
            clock.time += timedelta(days=1)
            set_interval(ws, 28)
            held = seal_of(ws)
            days.append((held.since - NOW.date()).days if held else None)
        assert days == [10, 21, 32]


def test_a_seal_ends_on_its_day(tmp_path):
    clock = StandingClock()
    day = NOW.date() + timedelta(days=30)
    with opened(tmp_path, clock=clock) as ws:
        seal_until(ws, day)
        clock.time = NOW + timedelta(days=29)
        assert sealed_until(ws) == day
        clock.time = NOW + timedelta(days=30)
        assert sealed_until(ws) is None


def test_a_seal_lies_ahead_and_can_be_taken_off():
    today = date(2026, 11, 23)
    assert typed_seal("2026-12-24", today) == date(2026, 12, 24)
    for text in ("2026-11-23", "2020-01-01", "soon"):
        with pytest.raises(NotAValue):
            typed_seal(text, today)
    assert not is_sealed(None, today)
    assert [a.name for a in seal_question(None, today).answers] == ["no", "visit", "date"]
    assert [a.name for a in seal_question(UNTIL_VISIT, today).answers] == ["stay", "open", "date"]
    dated = seal_question(date(2026, 12, 24), today)
    assert [a.name for a in dated.answers] == ["stay", "open", "visit", "date"]
