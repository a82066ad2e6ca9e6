"""From the launch to the advice in six keys at most, and one more to the page for the doctor."""

import pytest

from strengthcheck.model.profile import Profile
from strengthcheck.services.person import save_profile
from strengthcheck.services.plan import end_testing
from tests.services.rooms import NOW, opened
from tests.services.sealing import sealed_record
from tests.tui.faces import face
from tests.tui.records import grip_check, write

MOST_KEYS = 6


def empty(_folder) -> None:
    """Home on the first day."""


def settled(folder) -> None:
    write(folder, [grip_check(d) for d in (30, 23, 16)])


def ended(folder) -> None:
    settled(folder)
    with opened(folder) as ws:
        end_testing(ws)


def excluded(folder) -> None:
    settled(folder)
    with opened(folder) as ws:
        save_profile(ws, Profile(set_up_on=NOW.date(), excluded=("exclude.heart",)))


WAYS = {
    "now": (("x", "1", "1", "1", "1", "1"), "Call 112 now"),
    "today": (("x", "5", "1", "3", "2"), "Call a doctor today"),
    "book": (("x", "1", "1", "1", "3", "2"), "Book a doctor this week"),
    "noted": (("x", "3", "3", "2", "3", "2"), "Noted"),
}


@pytest.mark.parametrize(
    ("state", "advice"),
    [
        *((empty, advice) for advice in WAYS),
        *((s, "book") for s in (settled, sealed_record, ended, excluded)),
    ],
)
async def test_six_keys_or_fewer_lead_from_the_launch_to_the_advice(tmp_path, state, advice):
    state(tmp_path)
    keys, title = WAYS[advice]
    assert len(keys) <= MOST_KEYS
    async with face(tmp_path) as seen:
        await seen.shows("Something I can no longer do")
        for i, key in enumerate(keys):
            await seen.press(key)
            await seen.shows(f"Question {i + 1} of" if i < len(keys) - 1 else title)
        if advice in ("today", "book"):
            await seen.press("g")
            await seen.shows("Page for a doctor")


async def test_all_of_it_can_be_typed_at_once_without_looking(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Something I can no longer do")
        await seen.press("x")
        await seen.shows("Question 1 of 5")
        await seen.press("1", "1", "1", "3", "2")
        await seen.shows("Book a doctor this week")


async def test_from_set_up_and_from_the_first_question_of_a_check_it_is_no_further(tmp_path):
    async with face(tmp_path) as seen:
        await seen.shows("Nothing here yet")
        await seen.press("a")
        await seen.shows("Does any of this hold for you now?")
        await seen.press("x", "1", "1", "1", "3", "2")
        await seen.shows("Book a doctor this week")
