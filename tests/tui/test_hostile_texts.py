"""Texts that would be obeyed by a careless widget are shown as text, on every page that shows any."""

from pathlib import Path

import pytest
from textual import events

from strengthcheck.catalogue import shipped_folder
from strengthcheck.model.profile import LostTask, Profile
from strengthcheck.services.editing import delete_check
from strengthcheck.services.person import save_profile, tell_lost_task
from strengthcheck.services.sitting import checks_of
from strengthcheck.views.displayable import displayable
from tests.services.rooms import opened
from tests.tui.faces import Face, face
from tests.tui.records import HOSTILE, grip_check, write

OBEYED = ("\x1b", "\x07", "\u202e", "\x9b")


def untouched(app: Face) -> None:
    """Nothing on the screen drives a terminal, and the app is still there."""
    assert not any(sign in app.text() for sign in OBEYED)
    assert app.app.return_code is None


def hostile_check(text: str) -> dict[str, object]:
    check = grip_check(1, note=f"{text}\nsecond line")
    result = check["results"][0]
    result["object"] = text
    result["trials"][0] |= {"invalid": "other", "invalid_note": text}
    result["trials"].append({"side": "left", "skipped": text})
    return check


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_text_is_only_shown(tmp_path: Path, text: str) -> None:
    write(tmp_path, [hostile_check(text), hostile_check(text)])
    with opened(tmp_path) as ws:
        tell_lost_task(
            ws, LostTask(what="other", task=text, how_much="cannot", since="longer", course="same")
        )
        save_profile(ws, Profile(plays=text))
        delete_check(ws, checks_of(ws)[0].id)
    shown = displayable(text).split()[0]
    async with face(tmp_path, size=(120, 40)) as app:
        await app.shows("You can no longer do this", shown)
        untouched(app)
        await app.press("h")
        await app.shows("1 check.", "note")
        await app.press("enter")
        await app.shows("31.2 kg", f"Note: {shown}", f"left out: {shown}")
        untouched(app)
        await app.press("i")
        await app.shows("Should this try count again?")
        await app.press("escape", "n")
        await app.shows("F2 keeps the note", shown)
        untouched(app)
        await app.press("escape", "escape", "b")
        await app.shows("The bin", "deleted today")
        await app.press("escape", "escape", "g", "w")
        await app.shows(f"told before: {shown}")
        await app.press("5")
        await app.shows(f"Told already, and on the page: {shown}")
        untouched(app)
        await app.press("escape", "escape", "escape", "a")
        await app.shows("Does any of this hold")
        for key in ("enter", "4", "7", "1", "1", "1"):
            await app.press(key)
        await app.shows("Do you play an instrument?", shown)
        untouched(app)


@pytest.mark.parametrize("text", [t for t in HOSTILE if "\x1b" not in t])
async def test_a_test_of_ones_own_is_data_and_its_links_and_html_do_nothing(
    tmp_path: Path, text: str
) -> None:
    folder = tmp_path / "protocols"
    folder.mkdir()
    yaml = (shipped_folder() / "stairs.yaml").read_text("utf-8").replace("id: stairs", "id: my-stairs")
    spelled = "".join(f"\\U{ord(c):08x}" for c in text)
    extra = "\\n\\n[go](https://example.org/x) <script>x</script> ![p](/etc/passwd) <https://example.org>"
    start, rest = yaml.split("summary:", 1)
    rest = rest[rest.index("\nsuggest:") :]
    title = "title: "
    lines = [f'title: "{spelled}"' if line.startswith(title) else line for line in start.split("\n")]
    (folder / "mine.yaml").write_text("\n".join(lines) + f'summary: "{spelled}{extra}"' + rest, "utf-8")
    (folder / "broken.yaml").write_text("id: [unclosed", "utf-8")
    opens: list[str] = []
    async with face(tmp_path, size=(120, 60)) as app:
        app.app.open_url = lambda url, **_: opens.append(url)  # type: ignore[method-assign]
        await app.shows("Nothing here yet.")
        await app.press("t")
        await app.shows("1 written by you. 1 file of yours can't be read")
        untouched(app)
        await app.press("end", "up", "up", "up", "enter")  # before the stairs and the questions
        await app.shows("This test was written by you.", "[go](https://example.org/x)", "<script>")
        untouched(app)
        await app.click("[go](https")
        await app.click("<https://example")
        untouched(app)
    assert opens == []


async def test_a_paste_into_a_note_drives_nothing(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path) as app:
        await app.shows("Nothing to do until")
        await app.press("h")
        await app.shows("1 check.")
        await app.press("enter")
        await app.shows("31.2 kg")
        await app.press("n")
        await app.shows("F2 keeps the note")
        app.app.post_message(events.Paste("one \x1b]52;c;eA==\x07 two"))
        await app.shows("one", "two")
        untouched(app)


async def test_a_paste_into_a_line_drives_nothing(tmp_path: Path) -> None:
    async with face(tmp_path, size=(120, 40)) as app:
        await app.shows("Nothing here yet.")
        await app.press("e", "j")
        await app.shows("0 checks")
        await app.press("ctrl+u")
        app.app.post_message(events.Paste("/tmp/\x1b]52;c;eA==\x07x"))
        await app.shows("/tmp/␛]52")
        untouched(app)


async def test_a_test_with_signs_that_a_terminal_obeys_is_refused_by_line(tmp_path: Path) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "mine.yaml").write_text('id: mine\ntitle: "\x1b]0;x\x07"\n', "utf-8")
    async with face(tmp_path, size=(120, 60)) as app:
        await app.shows("Nothing here yet.")
        await app.press("t")
        await app.shows("1 file of yours can't be read", "mine.yaml:2:")
        untouched(app)
