"""History on screen: filters, the calendar, a value put right, versions, the bin, two records joined."""

import json
from datetime import timedelta
from pathlib import Path

from strengthcheck.exchange.document import read_document
from strengthcheck.model.profile import Profile
from strengthcheck.services.editing import add_note, delete_check, mark_trial
from strengthcheck.services.history import binned, check_versions, history
from strengthcheck.services.person import save_profile
from strengthcheck.services.plan import seal_until
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.transfer import export_json, import_document
from strengthcheck.views.sealed import UNTIL_VISIT
from tests.services.rooms import NOW, StandingClock, opened
from tests.services.sealing import sealed_record, values_in

from .faces import face
from .records import grip_check, write


def record(folder: Path) -> None:
    """Three planned checks, one of them with a slip, and an extra one."""
    slipped = grip_check(40)
    slipped["results"][0]["trials"][0]["invalid"] = "slipped"
    write(folder, [grip_check(12), slipped, grip_check(68), grip_check(5, planned=False)])
    with opened(folder) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date()))


async def test_extra_checks_are_folded_away_and_a_filter_says_what_is_shown(tmp_path: Path) -> None:
    record(tmp_path)
    async with face(tmp_path) as app:
        await app.shows("History")
        await app.press("h")
        assert "18 November" not in await app.shows("3 checks, newest first. 1 extra one is folded away")
        await app.press("e")
        await app.shows("18 November", "Shown: extra ones too.")
        await app.press("e")
        await app.shows("1 check.", "Shown: extra ones alone.")
        await app.press("c")
        assert "Shown:" not in await app.shows("3 checks, newest first.")
        await app.press("i")
        await app.shows("1 check.", "with a try that doesn't count")
        await app.press("s", "s")
        await app.shows("No check is like that.", "right side")
        await app.press("c", "d", "4")
        await app.shows("From", "Up to")
        await app.type("1 November")
        await app.press("enter", "enter")
        await app.shows("1 check. 1 extra one", "Shown: since 1 November.", "11 November")
        await app.click("Usual list")
        await app.shows("3 checks, newest first.")


async def test_a_test_is_looked_for_by_its_name(tmp_path: Path) -> None:
    record(tmp_path)
    async with face(tmp_path) as app:
        await app.shows("History")
        await app.press("h", "t")
        await app.shows("Which test?", "every test", "Grip device")
        await app.press("1")
        await app.shows("Shown: Grip device.", "3 checks")
        await app.press("t", "0")
        assert "Shown:" not in await app.shows("3 checks")


async def test_the_calendar_goes_back_and_forth_and_esc_leads_back(tmp_path: Path) -> None:
    record(tmp_path)
    async with face(tmp_path) as app:
        await app.shows("History")
        await app.press("h", "k")
        await app.shows("Calendar", "Most days are empty", "11●", "18○", "23‹", "← Earlier")
        await app.press("left")
        await app.shows("September 2026", "16●", "→ Later")
        await app.press("right", "escape")
        await app.shows("3 checks, newest first.")


async def test_a_value_put_right_keeps_what_it_was_with_date_and_reason(tmp_path: Path) -> None:
    record(tmp_path)
    async with face(tmp_path, size=(100, 30)) as app:
        await app.shows("History")
        await app.press("h", "enter")
        await app.shows("31.2 kg", "c Correct")
        await app.press("c")
        await app.shows("Correct: Grip device, left", "stays in the record")
        await app.press(*["backspace"] * 4)
        await app.type("312")
        await app.press("f2")
        await app.shows("Is a digit missing or too many?")
        await app.press("backspace", "enter", "enter", "enter")
        await app.type("a digit slipped")
        await app.press("f2")
        await app.shows("31.0 kg", "Put right. v shows what it was.")
        await app.press("v")
        await app.shows(
            "corrected: a digit slipped", "31.2 kg → 31.0 kg", "counts now", "as it was first kept"
        )
        await app.press("down", "enter")
        await app.shows("as it was first kept", "31.2 kg")


async def test_the_bin_is_emptied_after_it_asked_and_leaves_nothing_to_bring_back(tmp_path: Path) -> None:
    record(tmp_path)
    with opened(tmp_path) as ws:
        delete_check(ws, checks_of(ws)[0].id)
    async with face(tmp_path) as app:
        await app.shows("History")
        await app.press("h")
        await app.shows("1 in the bin.")
        await app.press("b")
        await app.shows("1 deleted. r brings a check back, as it was.", "r Bring back", "e Empty the bin")
        await app.press("e")
        await app.shows("Empty the bin?", "backups made before still hold them")
        await app.press("escape")
        await app.shows("1 deleted")
        await app.press("e", "y")
        shown = await app.shows("The bin is empty.", "1 check is erased for good.")
        assert "Empty the bin" not in shown
    with opened(tmp_path) as ws:
        assert binned(ws) == ()


async def test_two_versions_after_joining_are_shown_and_one_is_chosen(tmp_path: Path) -> None:
    record(tmp_path)
    with opened(tmp_path, clock=StandingClock(NOW - timedelta(hours=2))) as ws:
        check = checks_of(ws)[-2].id
        exported = export_json(ws)
    with opened(tmp_path / "two", clock=StandingClock(NOW - timedelta(hours=1))) as two:
        import_document(two, read_document(exported))
        add_note(two, check, "on the other computer")
        other = export_json(two)
    with opened(tmp_path) as ws:
        mark_trial(ws, check, 0, 0, "slipped")
        import_document(ws, read_document(other))
    async with face(tmp_path, size=(100, 30)) as app:
        await app.shows("History")
        await app.press("h")
        await app.shows("two versions")
        await app.press("enter")
        await app.shows("Two versions of this check are current", "v shows both")
        await app.press("v")
        await app.shows("current too", "on the other computer", "c Choose")
        await app.press("c")
        await app.shows("Which version should count?")
        await app.press("2")
        await app.shows("This version counts now.", "this version chosen")
        await app.press("escape")
        await app.shows("Note: on the other computer")
    with opened(tmp_path) as ws:
        assert history(ws).double == frozenset()
        assert len(check_versions(ws, check).revisions) == 4


async def test_while_sealed_no_page_of_history_shows_a_value(tmp_path: Path) -> None:
    sealed_record(tmp_path)
    with opened(tmp_path) as ws:
        check = checks_of(ws)[-1]
        mark_trial(ws, check.id, 0, 0, "slipped")
        seal_until(ws, UNTIL_VISIT)
    pages: list[str] = []
    async with face(tmp_path, size=(100, 30)) as app:
        await app.shows("History")
        await app.press("h")
        pages.append(await app.shows("9 checks"))
        await app.press("enter")
        pages.append(await app.shows("sealed"))
        assert "Correct" not in pages[-1]
        await app.press("i")
        pages.append(await app.shows("count again?"))
        await app.press("escape", "v")
        pages.append(await app.shows("marked slipped"))
        await app.press("enter")
        pages.append(await app.shows("sealed"))
    assert values_in("\n".join(pages)) == []
    assert values_in(json.dumps([c.model_dump(mode="json") for c in (check,)])), "there was something to seal"
