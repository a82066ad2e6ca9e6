"""The made-up years: believable, the same every time, and plainly made up."""

import json
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.exchange.document import current_checks
from strengthcheck.exchange.refused import Refused
from strengthcheck.services.demo import DEMOS, DemoName, write_demo
from strengthcheck.services.made_up import demo_checks
from strengthcheck.services.person import profile_of
from strengthcheck.services.recording import record_check
from strengthcheck.services.transfer import export_json
from strengthcheck.store import verify
from tests.exchange.samples import sample
from tests.services.rooms import NOW, StandingClock, opened

PROTOCOLS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}


def year(name: DemoName) -> list[dict[str, Any]]:
    return list(demo_checks(name, NOW, PROTOCOLS))


def grip(check: dict[str, Any], side: str) -> float:
    [result] = [r for r in check["results"] if r["protocol"] == "grip-device"]
    return mean(t["values"]["force"] for t in result["trials"] if t["side"] == side and "invalid" not in t)


def day(check: dict[str, Any], first: dict[str, Any]) -> int:
    later, earlier = (datetime.fromisoformat(c["started_at"]).date() for c in (check, first))
    return (later - earlier).days


@pytest.mark.parametrize("name", DEMOS)
def test_a_made_up_year_is_taken_as_a_real_one_would_be(name: DemoName, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    count = write_demo(name, str(folder), {}, StandingClock())
    with opened(folder) as ws:
        checks = current_checks(ws.store.entries("check"))
        assert len(checks) == count >= 15
        assert profile_of(ws).set_up_on == checks[0].started_at.date()
        assert all("Demo Person" in c.note for c in checks if c.note)
    assert verify(folder) == []


@pytest.mark.parametrize("name", DEMOS)
def test_the_same_year_on_the_same_day_is_the_same_record(name: DemoName, tmp_path: Path) -> None:
    texts = []
    for folder in ("a", "b"):
        write_demo(name, str(tmp_path / folder), {}, StandingClock())
        with opened(tmp_path / folder, read_only=True) as ws:
            texts.append(export_json(ws))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("name", DEMOS)
def test_the_rhythm_is_the_plans_with_a_few_late_and_extra(name: DemoName) -> None:
    checks = year(name)
    planned = [day(c, checks[0]) for c in checks if c["planned"]]
    assert planned[:3] == [0, 7, 14]
    assert all(7 <= later - earlier <= 32 for earlier, later in pairwise(planned))
    assert [c for c in checks if not c["planned"]]
    assert datetime.fromisoformat(checks[-1]["started_at"]) < NOW - timedelta(days=13)


@pytest.mark.parametrize("name", DEMOS)
def test_a_year_shows_what_can_happen(name: DemoName) -> None:
    trials = [t for c in year(name) for r in c["results"] for t in r["trials"]]
    assert any(t.get("invalid") == "slipped" for t in trials)
    assert any("skipped" in t for t in trials)
    tests = {r["protocol"] for c in year(name) for r in c["results"]}
    assert tests == {
        "everyday-tasks", "cap-tightening", "book-pinch-lift", "grip-device", "heel-toe-walk", "stairs"
    }  # fmt: skip


def test_in_the_steady_year_both_hands_stay_where_they_began() -> None:
    checks = [c for c in year("steady") if c["planned"]]
    for side in ("left", "right"):
        usual = mean(grip(c, side) for c in checks)
        assert all(abs(grip(c, side) / usual - 1) < 0.12 for c in checks)


def test_in_the_year_that_came_back_the_left_hand_is_low_once_and_returns() -> None:
    checks = [c for c in year("came-back") if c["planned"]]
    usual = mean(grip(c, "left") for c in checks[:4])
    low = [i for i, c in enumerate(checks) if grip(c, "left") < 0.85 * usual]
    assert len(low) == 1
    assert "left hand felt weak" in checks[low[0]]["note"]
    assert day(checks[low[0] + 1], checks[low[0]]) == 14
    assert all(grip(c, "left") > 0.9 * usual for c in checks[low[0] + 1 :])


def test_in_the_year_of_a_lasting_loss_the_right_hand_falls_and_the_left_stays() -> None:
    checks = [c for c in year("lasting-loss") if c["planned"]]
    for side, least, most in (("left", 0.92, 1.08), ("right", 0.62, 0.80)):
        assert (
            least < mean(grip(c, side) for c in checks[-2:]) / mean(grip(c, side) for c in checks[:4]) < most
        )
    early = [c for c in checks if day(c, checks[0]) < 150]
    assert mean(grip(c, "right") for c in early[3:]) > 0.93 * mean(grip(c, "right") for c in early[:3])


def test_a_made_up_year_is_never_mixed_into_a_record(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        record_check(ws, json.dumps(sample()))
        before = export_json(ws)
    with pytest.raises(Refused, match="holds a record already"):
        write_demo("steady", str(tmp_path), {}, StandingClock())
    with opened(tmp_path) as ws:
        assert export_json(ws) == before


def test_a_folder_whose_record_is_gone_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "record.db").unlink()
    with pytest.raises(Refused, match="holds a record already"):
        write_demo("steady", str(tmp_path), {}, StandingClock())


def test_tests_that_are_not_there_are_left_out() -> None:
    checks = list(demo_checks("steady", NOW, {"grip-device": PROTOCOLS["grip-device"]}))
    assert {r["protocol"] for c in checks for r in c["results"]} == {"grip-device"}
