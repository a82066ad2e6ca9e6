"""The page for a doctor, by keys: the form, the choices, the file."""

import stat
import threading
from pathlib import Path

import pytest
from pypdf import PdfReader

from strengthcheck.host.files import FileRefused
from strengthcheck.model.event import GateAnswer
from strengthcheck.model.profile import LostTask
from strengthcheck.services.person import tell_lost_task
from strengthcheck.services.reporting import form_of, save_form
from strengthcheck.tui.screens import doctor_form as form_screen
from strengthcheck.tui.screens import report as screen
from strengthcheck.tui.widgets.menu import Menu
from tests.report.samples import FORM
from tests.services.rooms import opened
from tests.services.sealing import sealed_record, values_in
from tests.tui.faces import Face, face
from tests.tui.hands import check
from tests.tui.records import HOSTILE, grip_check, write

SMALL, LARGE = (80, 24), (120, 40)


def record(folder: Path, **more: object) -> Path:
    """A record of five checks, and a place for files."""
    write(folder / "data", [grip_check(d, **more) for d in (140, 133, 126, 98, 70)])
    with opened(folder / "data") as ws:
        save_form(ws, FORM)
    return folder / "data"


async def write_to(seen: Face, target: Path) -> None:
    """From the choices to the file."""
    await seen.press("e")
    await seen.shows("Where should the file go?")
    seen.app.screen.query_one("Input").value = str(target)
    await seen.press("enter")


async def test_the_page_is_written_from_home_with_what_was_chosen_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "visit.pdf"
    async with face(record(tmp_path, note="made-up evening note"), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds: your words from the form; 1 test with charts.")
        assert "Not in it" not in seen.flat()  # the list above says it
        await seen.press("n")
        await seen.shows("1 test with charts; your notes of the checks.")
        await seen.press("i")
        await seen.shows("Zoë Made-Up", "It holds: your words from the form; 1 test with charts")
        await write_to(seen, target)
        await seen.shows("Written:", "Only your account can open it.")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    text = "\n".join(p.extract_text() for p in PdfReader(target).pages)
    assert "Zoë Made-Up" in text
    assert "made-up evening note" in text
    assert "Sleep" not in text


async def test_a_file_that_is_there_is_asked_for_before_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "visit.pdf"
    target.write_text("mine")
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        await write_to(seen, target)
        await seen.shows("A file is there already. Replace it?")
        await seen.press("n")
        await seen.shows("Write the file")
        assert target.read_text() == "mine"
        await write_to(seen, target)
        await seen.shows("Replace it?")
        await seen.press("y")
        await seen.shows("Written:")
    assert target.read_bytes().startswith(b"%PDF-")


async def test_a_place_that_takes_no_file_is_said_plainly_and_can_be_typed_again(tmp_path: Path) -> None:
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        await write_to(seen, tmp_path / "nowhere" / "visit.pdf")
        await seen.shows("can't be written")
        await write_to(seen, tmp_path)
        await seen.shows("is a folder")


async def test_the_page_is_read_in_the_terminal_first(tmp_path: Path) -> None:
    async with face(record(tmp_path)) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        await seen.press("v")
        await seen.shows("Strength checks at home", "Main concern: My right hand has become weaker")
        await seen.press("pagedown")
        await seen.shows("left: usual")
        await seen.press("escape")
        await seen.shows("Write the file")


async def test_period_tests_and_paper_are_chosen_by_keys(tmp_path: Path) -> None:
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("all of it", "all 1", "A4")
        await seen.press("p")
        await seen.shows("Which period?")
        await seen.press("4")
        await seen.shows(
            "An empty line is open on that side.", "From such as 1 March", "Up to such as yesterday"
        )
        await seen.type("1 aug")
        await seen.press("f2")
        await seen.shows("since 1 Aug 2026")
        await seen.press("z")
        await seen.shows("Letter")
        assert seen.app.settings.read().paper == "letter"  # and so it is the next time
        await seen.press("t")
        await seen.shows("Which tests should stand on the page?", "[x] Squeeze a grip device")
        await seen.press("escape")
        await seen.shows("all 1")


async def test_keys_are_answered_while_the_page_is_being_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    real = screen.pdf_for_doctor

    def slow(*given: object) -> object:
        assert held.wait(20)
        return real(*given)

    monkeypatch.setattr(screen, "pdf_for_doctor", slow)
    target = tmp_path / "visit.pdf"
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        await write_to(seen, target)
        await seen.shows("Setting the page …")
        await seen.press("e")  # a second wish while it is written does nothing
        await seen.press("question_mark")
        await seen.shows("This makes one page for a doctor.")
        await seen.press("escape")
        await seen.shows("Setting the page …", "Write the file")
        assert not target.exists()
        held.set()
        await seen.shows("Written:")
    assert target.exists()


async def test_sealed_values_are_not_shown_and_go_out_only_after_a_calm_question(tmp_path: Path) -> None:
    sealed_record(tmp_path / "data")
    target = tmp_path / "visit.pdf"
    async with face(tmp_path / "data", size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        pages = [await seen.shows("Your values are sealed", "It holds:")]
        assert pages[0].index("Your values are sealed") < pages[0].index("It holds:")
        await seen.press("v")
        pages.append(await seen.shows("The page is not shown here"))
        await seen.press("e")
        pages.append(await seen.shows("Write sealed values into the file?", "They stay sealed here"))
        await seen.press("n")
        await seen.shows("Write the file")
        assert not target.exists()
        await seen.press("e")
        await seen.shows("Write sealed values into the file?")
        await seen.press("y")
        pages.append(await seen.shows("Where should the file go?"))
        seen.app.screen.query_one("Input").value = str(target)
        await seen.press("enter")
        pages.append(await seen.shows("Written:"))
    assert [v for page in pages for v in values_in(page)] == []
    assert values_in("\n".join(p.extract_text() for p in PdfReader(target).pages))


async def test_the_form_is_filled_by_keys_kept_and_there_the_next_time(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("g")
        await seen.shows("nothing yet")
        await seen.press("w")
        await seen.shows("Main concern")
        await seen.press("1")
        await seen.shows("It stands first.")
        await seen.type("My thumb")
        await seen.press("f2")
        await seen.shows("Main concern My thumb")
        await seen.press("3")
        await seen.shows("When did it begin?")
        await seen.type("april 2026")
        await seen.press("f2")
        await seen.shows("How did it begin?")
        await seen.press("1")
        await seen.shows("Began gradually Apr 2026.")
        await seen.press("4")
        await seen.shows("Since then, has it become")
        await seen.press("3")
        await seen.shows("How it went since")
        await seen.press("escape")
        await seen.shows("Since then: worse.")
        await seen.press("7")
        await seen.shows("Which of these do you have?")
        await seen.press("2", "enter")
        await seen.shows("surely not have?")
        await seen.press("1", "enter")
        await seen.shows("1 there, 1 not there")
        await seen.press("d")
        await seen.shows("Has a doctor examined this before?")
        await seen.press("1")
        await seen.shows("Who examined you, and when?")
        await seen.type("my GP")
        await seen.press("enter")
        await seen.shows("Was an EMG done?")
        await seen.press("2")
        await seen.shows("yes · my GP · EMG not done")
        await seen.press("escape")
        await seen.shows("5 of 13 lines filled")
    with opened(tmp_path) as ws:
        form = form_of(ws)
    assert (form.concern, form.began, form.since_then) == ("My thumb", "gradually", "worse")
    assert (form.present, form.examined_by, form.emg) == (("cramps",), "my GP", "not_done")
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("g", "w")
        await seen.shows("Main concern My thumb")
        await seen.press("x")
        await seen.shows("Empty the whole form?")
        await seen.press("y")
        await seen.shows("Main concern 2")
    with opened(tmp_path) as ws:
        assert form_of(ws).concern == ""


async def test_what_is_lost_or_harder_is_added_changed_and_taken_out(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("g", "w", "5")
        await seen.shows("Nothing is written down yet.")
        await seen.press("n")
        await seen.shows("Something in daily life")
        await seen.press("f2")
        await seen.shows("Write what it is, such as fastening buttons")
        await seen.type("buttons")
        await seen.press("tab")
        await seen.type("june 2026")
        await seen.press("f2")
        await seen.shows("I can no longer do it")
        await seen.press("1")
        await seen.shows("Which side?")
        await seen.press("2")
        await seen.shows("buttons (right): lost, since Jun 2026")
        await seen.press("enter", "f2")
        await seen.shows("I can no longer do it")
        await seen.press("2")
        await seen.shows("Which side?")
        await seen.press("enter")
        await seen.shows("buttons (right): harder")
        await seen.press("d")
        await seen.shows("Take this out?", "buttons (right): harder")
        await seen.press("y")
        await seen.shows("Nothing is written down yet.")


async def test_a_sign_that_should_not_wait_is_said_when_it_is_marked_in_the_form(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("g", "w", "7")
        await seen.shows("Which of these do you have?")
        await seen.press("8", "enter")
        await seen.shows("surely not have?")
        await seen.press("enter")
        await seen.shows("call a doctor today")
        await seen.press("enter")
        await seen.shows("1 there, 0 not there")


async def test_from_a_lost_task_to_the_page_it_is_six_keys_and_one_more(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        keys = ["x", "1", "1", "2", "3", "2"]
        for key in keys:
            await seen.press(key)
        await seen.shows("Book a doctor this week", "your page is ready", "g your page for the doctor")
        await seen.press("g")
        await seen.shows("Page for a doctor", "It holds:")
        await seen.press("v")
        await seen.shows("buttons, keys, writing (right): can't")
        await seen.press("escape", "escape")
        await seen.shows("Book a doctor this week")


async def test_an_emergency_offers_no_page_but_the_call(tmp_path: Path) -> None:
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        for key in ("x", "1", "1", "2", "1", "3"):
            await seen.press(key)
        shown = await seen.shows("now and say when it began")
        assert "page for the doctor" not in shown
        await seen.press("g")
        assert "It holds:" not in seen.flat()


@pytest.mark.parametrize("size", [(60, 18), SMALL, LARGE])
async def test_hostile_words_are_shown_as_words_in_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = " ".join(HOSTILE)
    form = FORM.model_copy(update={"concern": hostile, "name": HOSTILE[0], "wish": "x" * 5000})
    write(tmp_path, [grip_check(5)])
    with opened(tmp_path) as ws:
        save_form(ws, form)
    async with face(tmp_path, size=size) as seen:
        await seen.shows("1 of 3.")
        await seen.press("g")
        await seen.shows("Page for a doctor", "all of it")
        await seen.press("w")
        shown = await seen.shows("[bold]x")
        await seen.press("escape", "v")
        shown += await seen.shows("Main concern: [bold]x")
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_characters_without_a_font_are_named_before_the_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = screen.pdf_for_doctor

    def missing(*given: object) -> object:
        return built(*given)._replace(missing=("李",), standards=())

    monkeypatch.setattr(screen, "pdf_for_doctor", missing)
    target = tmp_path / "visit.pdf"
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        await write_to(seen, target)
        await seen.shows("No font on this computer has 李 (U+674E)")
        await seen.press("n")
        await seen.shows("Nothing was written.")
        assert not target.exists()


async def test_in_a_check_the_advice_leads_to_the_page_and_back_to_where_one_was(tmp_path: Path) -> None:
    told = GateAnswer(lines=(7,))
    async with check(tmp_path, "gate/lost", "grip-device", gate=told) as sitting:
        seen = sitting.face
        for key in ("1", "1", "2", "3", "2"):
            await seen.press(key)
        await seen.shows("Book a doctor this week", "g your page for the doctor")
        await seen.press("g")
        await seen.shows("Page for a doctor", "It holds:")
        await seen.press("escape")
        await seen.shows("Book a doctor this week", "go on with the check")
        assert sitting.state.answers["gate/lost"].answer.lost.what == "hands"


async def test_words_that_could_not_be_kept_are_shown_again_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [True]
    real = form_screen.save_form

    def save(*given: object) -> None:
        if full[0]:
            raise FileRefused("The disk is full. Nothing was changed.")
        real(*given)

    monkeypatch.setattr(form_screen, "save_form", save)
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet.")
        await seen.press("g", "w", "1")
        await seen.shows("It stands first.")
        await seen.type("My thumb")
        await seen.press("f2")
        await seen.shows("The disk is full.", "My thumb", "It stands first.")
        full[0] = False
        await seen.press("f2")
        await seen.shows("Main concern My thumb")
    with opened(tmp_path) as ws:
        assert form_of(ws).concern == "My thumb"


async def test_a_key_held_down_asks_once(tmp_path: Path) -> None:
    async with face(record(tmp_path), size=LARGE) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g")
        await seen.shows("It holds:")
        for _ in range(3):
            seen.app.screen.query_one(Menu).post_message(Menu.Chosen("period"))
        await seen.shows("Which period?")
        await seen.press("escape")
        await seen.shows("Write the file")


async def test_a_loss_told_before_is_named_in_the_form_where_nothing_is_written_yet(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        lost = LostTask(
            what="hands", task="the big pan", side="right", how_much="cannot", since="weeks", course="worse"
        )
        tell_lost_task(ws, lost)
    async with face(tmp_path) as seen:
        await seen.shows("Page for a doctor")
        await seen.press("g", "w")
        await seen.shows("Lost or harder in daily life told before: the big pan (right)")
        await seen.press("5")
        await seen.shows("Told already, and on the page: the big pan (right). n writes something down.")
        assert "Nothing is written" not in seen.flat()
