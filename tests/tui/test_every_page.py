"""Every page that keys reach, found by pressing them: its words, and no value while results are sealed."""

from datetime import timedelta
from pathlib import Path

import pytest

from strengthcheck.model.profile import BodyEvent, Card, Profile, Urge
from strengthcheck.services.body_events import enter_event
from strengthcheck.services.cards import save_card
from strengthcheck.services.person import save_profile
from strengthcheck.services.plan import seal_until
from strengthcheck.services.urges import save_urge
from strengthcheck.wording import cards, reading
from strengthcheck.wording.forbidden import forbidden_in
from tests.services.rooms import NOW, opened
from tests.services.sealing import sealed_record, values_in
from tests.tui.crawl import Seen, crawl, every_page
from tests.tui.faces import face

CAVEATS = (reading.CANNOT_FLAT, reading.CANNOT_SLOW, reading.CANNOT_TASKS, cards.NO_FORECAST)
BEGINNINGS = tuple(c.text.partition("{")[0] for c in CAVEATS)
TALL = (110, 150)
"""So tall that nothing of a page lies below its edge."""

TODAY = NOW.date()
ELSEWHERE = {
    "EndCardScreen": "three keys deep and a card that runs: tests/tui/test_safeguards.py",
    "MetronomeScreen": "in a check with an instrument: tests/tui/test_sound_pages.py",
    "NewEventScreen": "behind two questions: tests/tui/test_safeguards.py",
    "SaidScreen": "once a visit is typed: tests/tui/test_safeguards.py",
    "SittingScreen": "every step by itself: tests/walk/test_step_words.py",
}
"""Pages that take more than three keys, or something typed, and where their words are read instead."""


def rich(folder: Path, *, sealed: bool) -> None:
    """A record in which everything is: marker numbers, cards, an event, wishes to test."""
    sealed_record(folder, falling=True)
    with opened(folder) as ws:
        save_profile(ws, Profile(set_up_on=TODAY, region="GB", twitching_long=True))
        enter_event(ws, BodyEvent(on=TODAY - timedelta(days=9), what="injury", side="left", body="arm"))
        card = Card(spot="left calf", sensation="twitching", began_on=TODAY - timedelta(days=40))
        save_card(ws, card)
        save_urge(ws, Urge(at=NOW - timedelta(days=8), reason="worry", worry_before=8, worry_after=5))
        if not sealed:
            seal_until(ws, None)


async def pages(folder: Path, *, sealed: bool, deep: int) -> list[Seen]:
    """Every page of that record."""
    rich(folder / "data", sealed=sealed)
    async with face(folder / "data", size=TALL) as seen:
        found = [one async for one in crawl(seen, deep)]
        assert (seen.app.title, seen.app.sub_title) == ("strengthcheck", "")
    return found


def hold(found: list[Seen]) -> None:
    """No forbidden word, and no second caveat, on any page."""
    for one in found:
        flat = " ".join(
            word for word in one.text.split() if "/" not in word
        )  # a folder's name is no word of ours
        assert forbidden_in(flat) == (), (one.page, one.keys)
        assert sum(flat.count(begin) for begin in BEGINNINGS) <= 1, (one.page, one.keys)


@pytest.mark.timeout(1200)
async def test_sealed_no_page_that_keys_reach_and_no_file_name_shows_a_value(tmp_path, monkeypatch, long):
    monkeypatch.setenv("HOME", str(tmp_path))
    found = await pages(tmp_path, sealed=True, deep=4 if long else 2)
    assert [(one.page, one.keys, v) for one in found for v in values_in(one.text)] == []
    assert values_in(" ".join(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*"))) == []
    hold(found)


@pytest.mark.timeout(1200)
async def test_no_page_that_keys_reach_says_a_forbidden_word_or_a_second_caveat(tmp_path, monkeypatch, long):
    monkeypatch.setenv("HOME", str(tmp_path))
    found = await pages(tmp_path, sealed=False, deep=4 if long else 1)
    hold(found)
    if long:
        reached = {one.page.__name__ for one in found}
        every = {page.__name__ for page in every_page()}
        assert every - reached <= set(ELSEWHERE), "a page that no key leads to, or that is read nowhere"
        assert any(values_in(one.text) for one in found), "the search would find the values of this record"
