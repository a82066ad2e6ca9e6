"""What stands beside the checks, as it is heard."""

from pathlib import Path

from strengthcheck.plain.pages import prose_lines
from tests.plain.people import talk_through
from tests.plain.test_home import choosing
from tests.services.rooms import opened
from tests.tui.records import grip_check, write


def flat(said: str) -> str:
    return " ".join(said.split())


def test_a_test_is_read_with_who_leaves_it_out_and_without_a_sign_of_its_markup(tmp_path: Path) -> None:
    said = talk_through(tmp_path, choosing("Tests", "grip device", "=", "=b"))
    for heading in ("What you need:", "Leave it out if:", "Take care:", "How it is done:", "What is noted:"):
        assert f"\n{heading}\n" in said
    assert "**" not in said
    assert "#" not in said
    assert "squeeze as hard as you can" in flat(said)
    assert "How each test is done, what it can show" in flat(said)


def test_prose_is_said_a_paragraph_a_line_and_a_list_a_line_an_item() -> None:
    prose = "# Grip\n\nHow hard you\nsqueeze.\n\n## Take care\n\n- breathe\n- **stop** at pain\n"
    said = prose_lines(prose)
    assert said == (
        "Grip:",
        "How hard you squeeze.",
        "Take care:",
        "- breathe",
        "- stop at pain",
    )


def test_what_is_wrong_with_a_file_is_read_when_it_is_asked_for_and_not_before(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        folder = Path(ws.folders.protocols)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.yaml").write_text("id: mine\n")
    said = talk_through(tmp_path, choosing("Tests", "=w", "=", "=b"))
    before, _, after = said.partition("w  what is wrong in your files")
    assert "1 file of yours can't be read; w reads why." in flat(before)
    assert "mine.yaml" not in before
    assert "mine.yaml" in after


def test_what_was_read_is_not_followed_by_home_before_enter(tmp_path: Path) -> None:
    said = talk_through(tmp_path, choosing("A doctor's visit", "=", "=my GP", "=", "no weakness", "="))
    told = said.partition("\nKept\n")[2]
    assert "Seen on 23 November by my GP" in flat(told.partition("Enter: back to the start > ")[0])
    assert "What would you like to do?" not in told.partition("Enter: back to the start > ")[0]


def test_the_last_answer_about_you_is_kept_and_said_so(tmp_path: Path) -> None:
    said = talk_through(tmp_path, choosing("About you", "=1 3", *["="] * 12))
    assert said.count("Told: ") == 2
    assert "\nKept.\n" in said


def test_a_question_mark_says_what_a_page_is_for(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    said = flat(talk_through(tmp_path, choosing("=?", "History", "=?", "=b", "Compare", "=?", "=b")))
    assert "Most days there is nothing to do: that is right." in said
    assert "Every check that was kept, newest first." in said
    assert "Then and Now choose the times" in said
