"""Entries and revisions: kept as given, never replaced, erased only from the bin."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from strengthcheck.model.entry import Entry, ProtocolText, Revision, canonical_json
from strengthcheck.model.event import Given, Stopped
from strengthcheck.model.profile import PROFILE_ENTRY, Profile
from strengthcheck.store import EntryExists, Store, StoreRefused, verify
from tests.store.given import (
    NOW,
    TEXT,
    a_card,
    a_text,
    at,
    began,
    bytes_of,
    contents,
    first,
    given,
    later,
    number,
    record,
)


def deleted(revision: Revision, minutes: int) -> Revision:
    return Revision(
        entry=revision.entry,
        kind=revision.kind,
        after=(revision.id,),
        made_at=at(minutes),
        state="deleted",
    )


def test_a_recorded_check_reads_back_value_for_value(tmp_path: Path) -> None:
    one = first(1)
    with Store.open(tmp_path) as store:
        assert store.record(given(one), [TEXT], one) is True
    with Store.open(tmp_path) as store:
        entry = store.entry(number(1))
        assert entry == Entry(id=number(1), kind="check", revisions=(one,))
        assert entry.current.id == one.id
        assert canonical_json(entry.current.content) == canonical_json(one.content)
        assert store.protocol_texts() == (TEXT,)
        assert store.drafts() == ()


def test_recording_the_very_same_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    one = first(1)
    with Store.open(tmp_path) as store:
        record(store, one)
        before = bytes_of(tmp_path)
        assert store.record(given(one), [TEXT], one) is False
    assert bytes_of(tmp_path) == before


def test_recording_another_content_under_the_same_id_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        record(store, first(1))
        before = contents(store)
        other = first(1, "another note")
        with pytest.raises(EntryExists, match="Nothing was changed"):
            store.record(given(other), [TEXT], other)
        assert contents(store) == before


def test_a_later_revision_follows_one_that_is_there(tmp_path: Path) -> None:
    one = first(1)
    two = later(one, "corrected", 10, "typed 31 for 13")
    three = deleted(two, 20)
    with Store.open(tmp_path) as store:
        store.add(one, [TEXT])
        store.add(two)
        store.add(three)
        store.add(two)
        entry = store.entry(number(1))
        assert entry is not None
        assert entry.revisions == (one, two, three)
        assert entry.current == three
        assert store.revision_count == 3
    assert verify(tmp_path) == []


def test_a_revision_whose_forerunner_is_not_here_is_refused(tmp_path: Path) -> None:
    one, other = first(1), first(2)
    with Store.open(tmp_path) as store:
        record(store, one, other)
        missing = later(later(one, "a", 5), "b", 6)
        across = Revision.model_validate(later(one, "a", 5).model_dump() | {"after": (other.id,)})
        for wrong in (missing, across):
            with pytest.raises(StoreRefused, match="follows another one that is not here"):
                store.add(wrong)
        assert store.revision_count == 2


def test_a_second_first_revision_is_refused_when_added(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add(first(1), [TEXT])
        with pytest.raises(EntryExists):
            store.add(first(1, "another note"))


def test_an_entry_does_not_change_its_kind(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add(a_card(1))
        wrong = later(first(1), "x", 5).model_copy(update={"after": (a_card(1).id,), "uses": ()})
        with pytest.raises(StoreRefused, match="is a card here, and a check there"):
            store.add(wrong)


def test_a_check_without_the_text_it_uses_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreRefused, match="grip-device"):
            store.add(first(1))
        assert store.entry(number(1)) is None


def test_entries_are_listed_by_kind_and_in_the_order_recorded(tmp_path: Path) -> None:
    one, two, card = first(1), first(2), a_card(3)
    with Store.open(tmp_path) as store:
        record(store, two, one)
        store.add(card)
        store.add(later(one, "x", 99))
        assert [e.id for e in store.entries("check")] == [number(1), number(2)]
        assert [e.id for e in store.entries()] == [number(1), number(2), number(3)]
        assert store.entries("visit") == ()
        assert store.entry_ids("card") == (number(3),)
        assert set(store.entry_ids()) == {number(1), number(2), number(3)}
        assert store.entry(number(3)) is not None
        assert store.entry(number(4)) is None
        assert store.entry(number(4)) is None


def test_heads_are_the_current_revisions(tmp_path: Path) -> None:
    one, two = first(1), first(2)
    forks = [later(one, "left", 30), later(one, "right", 30), later(one, "early", 20)]
    with Store.open(tmp_path) as store:
        record(store, one, two)
        store.merge(forks, [])
        store.add(a_card(3))
        store.purge([number(2)], at(50))
        assert list(store.heads()) == [e.current for e in store.entries()]
        assert list(store.heads("check")) == [e.current for e in store.entries("check")]


def test_what_is_emptied_from_the_bin_is_gone_to_the_last_byte_and_stays_gone(tmp_path: Path) -> None:
    secret = "nobody should read this"
    one = first(1, secret)
    two = later(one, secret + " again", 5)
    with Store.open(tmp_path) as store:
        record(store, one, first(2))
        store.add(two)
        store.purge([number(1), number(1)], at(9))
        entry = store.entry(number(1))
        assert entry is not None
        assert [r.state for r in entry.revisions] == ["purged"]
        assert entry.first == entry.current
        assert not any(secret.encode() in content for content in bytes_of(tmp_path).values())
        before = contents(store)
        store.purge([number(1)], at(10))
        store.merge([one, two], [TEXT])
        with pytest.raises(StoreRefused, match="emptied from the bin"):
            store.add(later(two, "back", 12))
        with pytest.raises(EntryExists):
            record(store, one)
        assert contents(store) == before
    assert verify(tmp_path) == []


def test_purging_what_is_not_there_purges_nothing_else(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        record(store, first(1))
        with pytest.raises(StoreRefused, match="no entry"):
            store.purge([number(1), number(2)], NOW)
        assert [r.state for r in store.heads()] == ["content"]
        mark = Revision(entry=number(3), kind="check", made_at=NOW, state="purged")
        with pytest.raises(StoreRefused, match="only be erased"):
            store.add(mark)


@pytest.mark.parametrize(
    "wrong",
    [
        {"note": float("nan")},
        {"note": "half a pair \ud800"},
        {"started_at": "yesterday"},
        {"results": []},
        {"extra": 1},
        {"results": [{"protocol": "x", "trials": [{"side": "left", "values": {"force": float("inf")}}]}]},
        {"results": [{"protocol": "x", "trials": [{"side": "left", "values": {"force": float("nan")}}]}]},
        {"context": {"worry": 10**400}},
    ],
)
def test_what_no_file_can_hold_or_no_check_can_say_never_reaches_the_file(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    good = first(1)
    assert good.content is not None
    bad = good.model_copy(update={"content": good.content | wrong})
    with Store.open(tmp_path) as store:
        before = bytes_of(tmp_path)
        with pytest.raises(StoreRefused, match="can't be kept as it is") as refusal:
            store.add(bad, [TEXT])
        assert "half" not in str(refusal.value)
        with pytest.raises(StoreRefused):
            store.merge([bad], [TEXT])
        with pytest.raises(StoreRefused):
            store.record(given(good), [TEXT], bad)
        assert bytes_of(tmp_path) == before


def test_a_broken_reason_or_event_or_protocol_never_reaches_the_file(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        before = bytes_of(tmp_path)
        with pytest.raises(StoreRefused):
            store.add(first(2).model_copy(update={"reason": "\udfff"}))
        with pytest.raises(StoreRefused, match="step"):
            store.append(number(1), Stopped.model_construct(at=NOW, reason="\udfff"))
        broken = ProtocolText.model_construct(id="x", version=1, sha256="0" * 64, text="\udfff", own=False)
        with pytest.raises(StoreRefused, match="protocol x"):
            store.begin(began(3), [broken, TEXT])
        assert bytes_of(tmp_path) == before


def test_numbers_and_texts_stay_as_they_were_given(tmp_path: Path) -> None:
    values = {"force": 3.0, "hold": 3, "climb": 1e-7, "tempo": 12345678901234567890, "slips": -0.0}
    content = {
        "id": str(number(1)),
        "started_at": "2026-03-29T02:30:00.123456+01:00",
        "results": [{"protocol": "x", "trials": [{"side": "left", "values": values}]}],
        "note": "\x1b[31m\x00 [/nope] =1+1 \u202e ﷽ é é",
    }
    revision = Revision(entry=number(1), kind="check", made_at=at(1), content=content)
    with Store.open(tmp_path) as store:
        store.add(revision)
        (read,) = store.heads()
    assert json.dumps(read.content, sort_keys=True) == json.dumps(content, sort_keys=True)
    assert read == revision


def test_a_text_that_anyone_calls_the_persons_own_is_marked_so(tmp_path: Path) -> None:
    own = a_text(own=True)
    with Store.open(tmp_path) as store:
        store.merge([], [TEXT])
        store.merge([], [own])
        store.merge([], [TEXT])
        assert store.protocol_texts() == (own,)
        assert store.protocol_text(a_text(words="unknown").ref) is None
    assert verify(tmp_path) == []


def test_the_profile_is_one_entry_for_everyone(tmp_path: Path) -> None:
    made = Revision.of(Profile(plays="kazoo"), kind="profile", entry=PROFILE_ENTRY, made_at=NOW)
    with Store.open(tmp_path) as store:
        store.add(made)
        (read,) = store.heads("profile")
        assert read.value == Profile(plays="kazoo")


def test_a_failure_in_the_middle_leaves_all_as_it_was(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        record(store, first(1))
        before = contents(store)
        orphan = later(first(9), "x", 2)
        with pytest.raises(StoreRefused):
            store.merge([first(2), first(3), orphan], [TEXT, a_text(words="new")])
        with pytest.raises(StoreRefused):
            store.record(Given(check=first(4).value), [TEXT], a_card(4))  # type: ignore[arg-type]
        assert contents(store) == before
        record(store, first(2))
    assert verify(tmp_path) == []


def test_moments_order_by_their_instant_wherever_they_were_written(tmp_path: Path) -> None:
    one = first(1)
    early = later(one, "early", 60).model_copy(update={"made_at": at(61) - timedelta(minutes=2)})
    late = later(one, "late", 60)
    assert early.made_at < late.made_at
    assert early.made_at.isoformat() > late.made_at.isoformat()
    with Store.open(tmp_path) as store:
        store.merge([one, late, early], [TEXT])
        entry = store.entry(number(1))
        assert entry is not None
        assert entry.revisions == (one, early, late)
        assert next(store.heads()) == entry.current == late
