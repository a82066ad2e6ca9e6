"""The history as a person reads it, and as data."""

import json
from typing import Any

from strengthcheck.exchange.checks import check_from
from strengthcheck.views.listing import history_data, history_lines
from tests.exchange.samples import CHECK, sample

UNITS = {"force": "kg", "hold": "s"}


def lines(*checks: dict[str, Any]) -> list[str]:
    return list(history_lines([check_from(c) for c in checks], UNITS))


def test_nothing_recorded_says_so() -> None:
    assert lines() == ["Nothing is recorded yet."]


def test_a_check_shows_each_trial_with_its_unit_and_what_became_of_it() -> None:
    shown = lines(CHECK)
    assert shown[0] == "1 check; newest first"
    assert shown[2].startswith("2026-11-23 09:30  planned  3e3b8a0e")
    assert "  grip-device (kitchen dynamometer, handle 2)" in shown
    [left] = [line for line in shown if line.startswith("    left")]
    assert "force 31.2 kg (effort 8)" in left
    assert "force 12.0 kg (does not count: slipped)" in left
    assert "could not" in left
    [right] = [line for line in shown if line.startswith("    right")]
    assert "skipped: sore thumb" in right
    assert shown[-1] == "  note: free text"


def test_a_rung_is_told_in_words_and_a_skip_is_not_a_zero() -> None:
    trials = [
        {"side": "left", "values": {"ladder": 2}},
        {"side": "left", "skipped": "sore"},
        {"side": "left", "invalid": "interrupted"},
    ]
    shown = "\n".join(lines(sample(results=[{"protocol": "jar-lid", "trials": trials}], planned=False)))
    assert "done, but harder than usual · skipped: sore · no value (does not count: interrupted)" in shown
    assert "extra, not compared" in shown


def test_the_newest_check_comes_first() -> None:
    old = sample(id=None, started_at="2025-01-01T09:00:00Z")
    shown = [line for line in lines(old, CHECK) if "planned" in line]
    assert [line[:4] for line in shown] == ["2026", "2025"]
    data = history_data([check_from(old), check_from(CHECK)])
    assert [c["started_at"][:4] for c in data["checks"]] == ["2026", "2025"]


def test_the_data_are_the_checks_value_for_value() -> None:
    assert json.loads(json.dumps(history_data([check_from(CHECK)]))) == {"checks": [CHECK]}


def test_a_note_that_would_drive_the_terminal_is_only_seen() -> None:
    note = "first\x1b[2J\nsecond \u202e\r\n\x9b31m [bold]"
    shown = lines(sample(note=note, results=[{**CHECK["results"][0], "object": "\x1b]0;title\x07"}]))
    assert "  note: first␛[2J" in shown
    assert "        second ⟨U+202E⟩" in shown
    assert "        ⟨U+009B⟩31m [bold]" in shown
    assert all(c.isprintable() for line in shown for c in line)
