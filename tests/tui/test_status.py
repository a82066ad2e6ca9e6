"""The line that says what is going on."""

from tests.tui.faces import face


async def test_a_wait_for_the_disk_takes_no_word_away_that_was_told_before(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        seen.app.screen.tell("Kept. You find it in History.")
        seen.app._waiting("One moment: another program writes.")
        await seen.shows("One moment: another program writes.")
        seen.app._waiting(None)
        await seen.shows("Kept. You find it in History.")


async def test_a_wait_that_ends_behind_another_page_is_no_longer_said_when_one_comes_back(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        seen.app._waiting("One moment.")
        await seen.press("u")
        await seen.shows("Understand")
        seen.app._waiting(None)
        await seen.press("escape")
        await seen.shows("Nothing here yet")
        assert "One moment" not in seen.flat()
