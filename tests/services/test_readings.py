import json
from datetime import date, timedelta

import pytest

from strengthcheck.cli import main
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.profile import Visit
from strengthcheck.services.demo import write_demo
from strengthcheck.services.home import home_facts
from strengthcheck.services.plan import seal_until
from strengthcheck.services.readings import compare, home_reading
from strengthcheck.services.recording import record_check
from strengthcheck.services.standing import standing
from strengthcheck.services.visits import enter_visit
from strengthcheck.services.workspace import Workspace
from strengthcheck.wording.forbidden import forbidden_in
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.test_after_check import STEADY, grip
from tests.tui.records import grip_check, write


@pytest.fixture
def year(tmp_path, request):
    write_demo(request.param, str(tmp_path / "record"), {}, StandingClock())
    return tmp_path / "record"


def words(view) -> list[str]:
    return [s.text for s in (*view.headline, *(s for row in view.rows for s in row.said))]


@pytest.mark.parametrize("year", ["lasting-loss"], indirect=True)
def test_the_year_with_a_lasting_loss_is_worth_showing_and_names_the_hand(year):
    with opened(year, read_only=True) as ws:
        view = compare(ws)
    assert view.worth_showing
    assert view.headline[0].text.startswith("Grip device, right hand: worth showing")
    assert view.rows[0].reading.raised == ("right",)


@pytest.mark.parametrize("year", ["steady", "came-back"], indirect=True)
def test_a_steady_year_and_one_with_a_low_day_are_not_worth_showing(year):
    with opened(year, read_only=True) as ws:
        view = compare(ws)
    assert not view.worth_showing
    assert view.headline[0].id == "usual"


@pytest.mark.parametrize("year", ["came-back"], indirect=True)
def test_the_low_day_that_came_back_is_said_at_some_time_of_its_year(year):
    said = set()
    with opened(year, read_only=True) as ws:
        for months in range(1, 13):
            view = compare(ws, NOW.date() - timedelta(days=30 * months))
            said |= {s.id for row in view.rows for s in row.said}
    assert {"one_low", "back.once", "came_back"} & said


@pytest.mark.parametrize("year", ["lasting-loss", "came-back", "steady"], indirect=True)
def test_no_forbidden_word_is_said_of_any_day_of_a_year(year):
    with opened(year, read_only=True) as ws:
        for weeks in range(0, 52, 6):
            view = compare(ws, NOW.date() - timedelta(weeks=weeks))
            assert [w for text in words(view) for w in forbidden_in(text)] == []


@pytest.mark.parametrize("year", ["lasting-loss"], indirect=True)
def test_what_is_read_as_of_a_day_does_not_know_later_checks(year):
    with opened(year, read_only=True) as ws:
        early = standing(ws, NOW.date() - timedelta(days=300))
        assert all(d.at.date() <= early.as_of for d in early.days)
        assert early.days
        assert not early.whole.record.worth_showing


@pytest.mark.parametrize("year", ["lasting-loss"], indirect=True)
def test_compare_prints_sentences_first_and_every_reading_as_data(year, capsys):
    assert main(["compare", "--data-dir", str(year), "--as-of", "2026-11-23"]) == 0
    text = capsys.readouterr().out
    assert text.index("lower and still falling") < text.index("evidence of a lasting loss")
    assert main(["compare", "--data-dir", str(year), "--format", "json", "--protocol", "grip-device"]) == 0
    data = json.loads(capsys.readouterr().out)
    (pair,) = data["pairs"]
    assert data["worth_showing"] is True
    assert pair["courses"] == {"left": "usual", "right": "falling_and_staying"}
    assert len(pair["checks"]) == len(pair["days"])
    assert pair["reading"]["right"]["raised"] is True


def test_compare_of_nothing_says_so_and_an_unknown_test_is_named(tmp_path, capsys):
    assert main(["compare", "--data-dir", str(tmp_path)]) == 0
    assert "Nothing to compare yet" in capsys.readouterr().out
    assert main(["compare", "--data-dir", str(tmp_path), "--protocol", "grip-devise"]) == 1
    assert "grip-device" in capsys.readouterr().err


def test_an_empty_record_stands_at_its_first_check(tmp_path):
    with opened(tmp_path) as ws:
        now = standing(ws, date(2026, 1, 1))
    assert now.due.kind == "first"
    assert now.confirm is None


def test_the_record_is_read_once_until_it_changes_and_then_anew(tmp_path):
    with opened(tmp_path) as ws:
        assert standing(ws).days == ()
        assert standing(ws) is standing(ws)
        write(tmp_path, [grip_check(3)])  # by another process, as it were
        assert len(standing(ws).days) == 1
        record_check(ws, json.dumps(grip_check(1)))
        assert len(standing(ws).days) == 2
        seen = standing(ws)
        seal_until(ws, NOW.date() + timedelta(days=9))
        assert standing(ws) is not seen


def test_what_is_remembered_of_one_day_is_not_shown_on_the_next(tmp_path):
    clock = StandingClock()
    with opened(tmp_path, clock=clock) as ws:
        before = standing(ws).as_of
        clock.time += timedelta(days=1)
        assert standing(ws).as_of == before + timedelta(days=1)


def test_what_is_confirmed_already_asks_for_no_confirming_check(tmp_path):
    write(tmp_path, grip([*STEADY, 30, 28, 26, 23, 21, 19]))
    with opened(tmp_path) as ws:
        enter_visit(ws, Visit(on=NOW.date(), who="Dr Made-Up", found="watching"))
        found = home_reading(ws)
    assert (found.show, found.confirm, found.back) == (None, None, ())


def test_a_test_whose_text_can_not_be_read_any_more_is_named_and_all_else_is_compared(
    tmp_path, monkeypatch, capsys
):
    other = {
        "protocol": "cap-tightening",
        "object": "a bottle",
        "trials": [{"side": "left", "values": {"ladder": 3}}],
    }
    given = grip_check(3)
    write(tmp_path, [{**given, "results": [*given["results"], other]}])

    def refuse(ws, text):
        if text.id == "cap-tightening":
            raise Refused("the protocol text of cap-tightening version 1 can't be read: line 3")
        return real(ws, text)

    real = Workspace.read_protocol
    monkeypatch.setattr(Workspace, "read_protocol", refuse)
    with opened(tmp_path) as ws:
        assert home_facts(ws).checks == 1
        view = compare(ws)
    assert [row.key.protocol for row in view.rows] == ["grip-device"]
    assert view.unread == (
        "the protocol text of cap-tightening version 1 can't be read: line 3. "
        "Its results are kept and stand in no reading.",
    )
    assert main(["compare", "--data-dir", str(tmp_path)]) == 0
    assert "cap-tightening version 1 can't be read" in capsys.readouterr().out
