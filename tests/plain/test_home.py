"""Home, set-up, History, Compare and what leaves the record, line by line."""

from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.exchange.document import read_document
from strengthcheck.host.folders import Folders
from strengthcheck.host.settings import SettingsFile
from strengthcheck.model.profile import LostTask, Profile
from strengthcheck.services.cards import cards_of
from strengthcheck.services.demo import write_demo
from strengthcheck.services.editing import add_note, mark_trial
from strengthcheck.services.made_up import DEMOS
from strengthcheck.services.person import open_losses, plan_of, profile_of, save_profile, tell_lost_task
from strengthcheck.services.plan import seal_until
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.transfer import export_json, import_document
from strengthcheck.services.visits import visits_of
from strengthcheck.views.sealed import UNTIL_VISIT
from strengthcheck.wording.forbidden import forbidden_in
from tests.plain.people import choosing, talk_through
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.sealing import sealed_record, values_in
from tests.tui.records import HOSTILE, grip_check, write

LOST = LostTask(what="hands", task="buttons", how_much="cannot", side="left", since="longer", course="same")


@pytest.fixture(scope="module", params=sorted(DEMOS))
def year(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write_demo(request.param, str(folder), {}, StandingClock(NOW))
    return folder


def test_a_year_is_read_through_every_page_without_a_forbidden_word(year: Path) -> None:
    lines = ("History", "1 ", "=", "=m", "=b", "Compare", "=n", "=b", "Tests", "stairs", "=", "=b")
    lines = (*lines, "Understand", "1 ", "=", "=b", "Fewer checks", "=b")
    said = talk_through(year, choosing(*lines))
    assert "made-up" not in said
    body, _, tests = said.partition("\nTests\n")
    assert not [line for line in body.split("\n") if forbidden_in(line)]
    assert "How it is done:" in tests


def test_the_setup_is_asked_one_question_at_a_time_and_kept_at_the_end(tmp_path: Path) -> None:
    answers = choosing("About you", "=0", "left", "=b", "left", "United", "yes", "no", "no", "yes", "=")
    said = talk_through(tmp_path, answers)
    with opened(tmp_path) as ws:
        profile = profile_of(ws)
    assert (profile.handedness, profile.region, profile.twitching_long) == ("left", "GB", True)
    assert (profile.seen_by_doctor, profile.family_history, profile.owns) == (False, False, ("grip-device",))
    assert "See your GP once." in said


def test_nothing_told_is_left_open_and_half_way_nothing_is_changed(tmp_path: Path) -> None:
    talk_through(tmp_path, choosing("About you", "=", "=", "=", "=", "=", "=", "="))
    with opened(tmp_path) as ws:
        assert profile_of(ws) == Profile(set_up_on=NOW.date())
    talk_through(tmp_path, choosing("About you", "=1", "left", "=q"))
    with opened(tmp_path) as ws:
        assert profile_of(ws) == Profile(set_up_on=NOW.date())


def test_a_reason_not_to_test_ends_set_up_without_a_check(tmp_path: Path) -> None:
    said = talk_through(tmp_path, choosing("Start the first check", "=1 9", "=1 2", *["="] * 6))
    with opened(tmp_path) as ws:
        assert len(profile_of(ws).excluded) == 2
        assert checks_of(ws) == ()
    assert "Type numbers from 1 to" in said
    assert "Today's check" not in said


def test_one_check_is_read_noted_marked_and_put_into_the_bin_and_back(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1), grip_check(8)])
    answers = choosing(
        "History", "1  ", "write a note", "=slept badly", "a try counts", "=1", "Slipped", "into the bin",
        "=", "into the bin", "Yes, into the bin", "=bin", "=1", "=b",
    )  # fmt: skip
    said = talk_through(tmp_path, answers)
    assert "31.2 kg" in said
    assert "It is back in History, as it was." in said
    with opened(tmp_path) as ws:
        newest = checks_of(ws)[-1]
    assert newest.note == "slept badly"
    assert newest.results[0].trials[0].invalid == "slipped"


def test_while_sealed_no_value_is_said(tmp_path: Path) -> None:
    sealed_record(tmp_path)
    lines = ("History", "1  ", "=", "=b", "Compare", "=", "Page for a doctor", "Read the page", "=b")
    said = talk_through(tmp_path, choosing(*lines))
    assert values_in(said) == []
    assert "sealed" in said


def test_a_visit_is_entered(tmp_path: Path) -> None:
    with opened(tmp_path, clock=StandingClock(NOW - timedelta(days=3))) as ws:
        seal_until(ws, UNTIL_VISIT)
    answers = choosing("A doctor's visit", "=in 3000", "=me", "=yesterday", "=my GP", "=", "no weakness")
    said = talk_through(tmp_path, answers)
    with opened(tmp_path) as ws:
        (visit,) = visits_of(ws)
        assert plan_of(ws).sealed_until is None
    assert (visit.on, visit.who, visit.found) == (NOW.date() - timedelta(days=1), "my GP", "nothing")
    flat = " ".join(said.split())
    assert "my GP. With it your values are shown again." in flat
    assert "You can stop testing here. Your values are shown again from now on." in flat


def test_the_whole_record_and_the_page_are_written_where_it_was_asked(tmp_path: Path) -> None:
    data = tmp_path / "data"
    write(data, [grip_check(d) for d in (1, 8, 15)])
    out, page = tmp_path / "out.json", tmp_path / "page.pdf"
    answers = choosing(
        "Export", "The whole record", f"={out}", "=", "Export", "The whole record", f"={out}", "No, leave it",
        "Page for a doctor", "Notes of the checks", "Read the page", "=", "Write the file", f"={page}",
    )  # fmt: skip
    said = talk_through(data, answers)
    assert out.read_bytes().startswith(b"{")
    assert page.read_bytes().startswith(b"%PDF")
    assert "your notes of the checks" in " ".join(said.split())
    assert page.stat().st_mode & 0o777 == 0o600


def test_what_is_chosen_on_the_way_out_is_said_and_what_stays_asks_for_no_key(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(15), grip_check(8)])
    lines = ("Fewer checks", "Check every three months, once the first three are done", "=")
    said = talk_through(tmp_path, choosing(*lines, "Fewer checks", "Leave it as it is", "History", "=b"))
    flat = " ".join(said.split())
    assert "You check every" not in flat, "before the third check nobody does"
    assert "a week apart, then every three months. The next check is due now." in flat


def test_an_interval_is_chosen_and_testing_ended(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    talk_through(tmp_path, choosing("Fewer checks", "Stop testing"))
    with opened(tmp_path) as ws:
        assert plan_of(ws).ended_on == NOW.date()


def test_what_a_person_wrote_drives_no_terminal(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(i + 1, note=text) for i, text in enumerate(HOSTILE)])
    with opened(tmp_path) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))
    for number in range(1, len(HOSTILE) + 1):
        said = talk_through(tmp_path, choosing("History", f"={number}", "=", "=b"))
        assert not {c for c in said if ord(c) < 32} - {"\n"}
        assert "\u202e" not in said


def test_an_injury_is_entered_with_its_date_and_side(tmp_path: Path) -> None:
    answers = choosing(
        "Injury, illness", "=n", "an injury", "left arm", "=in 3000", "=fall", "=yesterday", "=sprain", "=b"
    )
    said = talk_through(tmp_path, answers)
    assert "Kept: sprain, left arm or hand, 22 November." in " ".join(said.split())
    with opened(tmp_path) as ws:
        (event,) = profile_of(ws).events
    assert (event.what, event.side, event.body) == ("injury", "left", "arm")


def test_how_a_known_loss_is_now_is_told_on(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        tell_lost_task(ws, LOST)
    said = talk_through(tmp_path, choosing("Something I can", "told before: buttons", "worse", "="))
    assert "It is getting worse: buttons (left)." in " ".join(said.split())
    with opened(tmp_path) as ws:
        (gate,) = open_losses(ws)
    assert gate.lost is not None
    assert gate.lost.course == "worse"


def test_a_value_is_put_right_by_lines_and_what_it_was_can_be_heard(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    answers = choosing(
        "History", "1  ", "correct a try", "=1", "=312", "=31", "=", "=", "=typed wrong",
        "=v", "=1", "=b", "=", "=b",
    )  # fmt: skip
    said = " ".join(talk_through(tmp_path, answers).split())
    assert "Is a digit missing or too many?" in said
    assert "corrected: typed wrong, counts now" in said
    assert "31.2 kg → 31.0 kg" in said
    assert "left: put right, 31.0 kg." in said
    with opened(tmp_path) as ws:
        assert checks_of(ws)[0].results[0].trials[0].values == {"force": 31}


def test_extra_checks_are_folded_away_until_asked_for_and_the_bin_can_be_emptied(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1), grip_check(8), grip_check(3, planned=False)])
    answers = choosing(
        "History",
        "extra ones too",
        "=2",
        "into the bin",
        "Yes, into the bin",
        "=bin",
        "=empty",
        "Yes, erase",
        "=k",
        "=",
        "=b",
    )
    said = talk_through(tmp_path, answers)
    assert "1 extra one is folded away" in " ".join(said.split())
    assert "1 check is erased for good." in said
    assert "November 2026: 15, 22" in said
    assert "October 2026" not in said, "nothing was there before the first check"
    with opened(tmp_path) as ws:
        assert [c.planned for c in checks_of(ws)] == [True, True]


def test_two_versions_after_joining_are_said_and_one_is_chosen(tmp_path: Path) -> None:
    write(tmp_path / "one", [grip_check(1)])
    with opened(tmp_path / "one", clock=StandingClock(NOW - timedelta(hours=2))) as ws:
        check, exported = checks_of(ws)[0].id, export_json(ws)
    with opened(tmp_path / "two", clock=StandingClock(NOW - timedelta(hours=1))) as two:
        import_document(two, read_document(exported))
        add_note(two, check, "on the other computer")
        other = export_json(two)
    with opened(tmp_path / "one") as ws:
        mark_trial(ws, check, 0, 0, "slipped")
        import_document(ws, read_document(other))
    answers = choosing("History", "two versions", "=v", "=c", "2  ", "=", "=b")
    said = talk_through(tmp_path / "one", answers)
    assert "Two versions of this check are current" in said
    with opened(tmp_path / "one") as ws:
        assert checks_of(ws)[0].note == "on the other computer"


def test_a_sensation_is_written_down_ends_and_comes_back(tmp_path: Path) -> None:
    answers = choosing(
        "Has this happened", "=n", "=left calf", "=twitching", "=1 November", "=", "=1", "it has ended",
        "=yesterday", "=by itself", "=1", "it is back", "=", "=", "=", "=", "=b",
    )  # fmt: skip
    said = talk_through(tmp_path, answers)
    assert "1  Twitching, left calf" in said
    with opened(tmp_path) as ws:
        newest, first = cards_of(ws)
    assert (first.ending, newest.ended_on) == ("by itself", None)


def test_settings_are_changed_and_a_file_is_joined_after_it_was_counted(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "other.json"
    write(tmp_path / "other", [grip_check(8)])
    with opened(tmp_path / "other") as ws:
        file.write_text(export_json(ws))
    answers = choosing(
        "Settings", "Countdown", "=99", "=7", "Paper", "Lines instead", "Emergency", "United Kingdom",
        "Join a file", f"={file}", "Yes, join it", "Join a file", f"={file}", "Back the record up", "=b",
    )  # fmt: skip
    said = " ".join(talk_through(data, answers).split())
    assert "Type whole seconds from 3 to 20" in said
    assert "Joined: 1 entry is new" in said
    assert "Nothing in it is new" in said
    assert "Backed up and checked:" in said
    now = SettingsFile(lambda: Folders(data=data)).read()
    assert (now.countdown, now.paper, now.plain) == (7, "letter", True)
    with opened(data) as ws:
        assert profile_of(ws).region == "GB"


def test_results_are_sealed_until_a_visit_and_shown_again(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = talk_through(
        tmp_path,
        choosing(
            "Settings",
            "Seal results",
            "Until I have seen",
            "Yes, seal them",
            "Seal results, or show them again: until you have seen a doctor",
            "No, leave them",
            "=b",
            "History",
            "1  ",
            "=",
            "=b",
        ),
    )
    assert "31.2" not in said
    assert "31.2" in talk_through(
        tmp_path, choosing("Settings", "Seal results", "Yes, show them", "=b", "History", "1  ", "=", "=b")
    )


def test_settings_promise_nothing_that_lines_have_not_and_say_how_a_backup_is_put_back(
    tmp_path: Path,
) -> None:
    said = talk_through(tmp_path, choosing("Settings, signals, countdown, paper, seal, backups", "=?", "=b"))
    assert "colours" not in said
    assert "strengthcheck restore and the file." in " ".join(said.split())
    assert "data folder: " in said


def test_without_a_country_the_number_for_bad_moments_is_a_number(tmp_path: Path) -> None:
    assert "the emergency number, 112." in " ".join(talk_through(tmp_path, choosing("=moments")).split())
