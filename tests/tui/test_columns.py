"""What stands in a list stands in columns: minutes under minutes, values under values."""

from strengthcheck.services.demo import write_demo
from strengthcheck.tui.screens.choose import ChooseScreen
from tests.services.rooms import StandingClock

from .faces import face
from .records import grip_check, write


async def test_the_minutes_of_the_tests_stand_under_each_other(tmp_path):
    for size in ((80, 24), (60, 20), (120, 40)):
        async with face(tmp_path, size=size) as f:
            await f.shows("Nothing here yet.")
            f.app.push_screen(ChooseScreen(f.app.desk))
            shown = await f.shows("Today's check", "2.5 min")
            ends = {line.index(" min") for line in shown.split("\n") if " min" in line and "[" in line}
            assert len(ends) == 1, shown


async def test_the_values_of_both_sides_stand_under_each_other(tmp_path):
    write(tmp_path, [grip_check(1)])
    async with face(tmp_path) as f:
        await f.shows("Last check")
        await f.press("h", "enter")
        shown = await f.shows("31.2 kg", "33.0 kg")
        left, right = (line for line in shown.split("\n") if " kg" in line)
        assert left.index("31.2") == right.index("33.0")
        assert left.index("left") < right.index("right"), "the sides are told apart without colour"


async def test_a_version_opens_at_its_title_also_in_a_small_window(tmp_path):
    write_demo("steady", str(tmp_path / "record"), {}, StandingClock())
    async with face(tmp_path / "record") as f:
        await f.shows("Last check")
        await f.press("h", "enter")
        await f.shows("planned check")
        await f.press("v")
        await f.shows("Each change made a new version")
        await f.press("enter")
        shown = await f.shows("Everyday tasks · Stairs")
        assert "as it was first kept" in shown


async def test_the_keys_stand_in_line_with_the_page_in_any_window(tmp_path):
    async with face(tmp_path) as f:
        for size in ((80, 24), (80, 18), (50, 30), (40, 12)):
            await f.pilot.resize_terminal(*size)
            shown = (await f.shows("Nothing here yet.", "? Help")).split("\n")
            starts = {line.index(w) for w in ("Nothing here", "? Help") for line in shown if w in line}
            assert len(starts) == 1, "\n".join(shown)


async def test_a_field_keeps_room_to_type_in_a_narrow_window(tmp_path):
    async with face(tmp_path, size=(50, 24)) as f:
        await f.shows("Nothing here yet.")
        await f.press("s", "n")
        await f.shows("Four lines, then leave it here.")
        field = f.app.screen.query_one("#spot")
        assert field.region.width >= 26, "more than half of the window"
