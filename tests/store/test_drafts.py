"""An unfinished check: each step kept as it is made, then kept whole or thrown away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from strengthcheck.model.base import Frozen
from strengthcheck.model.check import BySide, Context, Trial
from strengthcheck.model.event import (
    Acknowledged,
    Answered,
    Began,
    EarlyAnswer,
    EffortAnswer,
    EffortBegan,
    EffortEnded,
    EffortTakenBack,
    Event,
    ExpectAnswer,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    Given,
    LostAnswer,
    ReadyAnswer,
    Stopped,
    SummaryAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask
from strengthcheck.store import EntryExists, Store, StoreRefused, verify
from tests.store.given import (
    NOW,
    TEXT,
    a_card,
    a_check,
    a_text,
    a_trial,
    began,
    bytes_of,
    contents,
    first,
    later,
    number,
)

LOST = LostTask(what="hands", how_much="trick", since="weeks", course="same")

ANSWERS = [
    Acknowledged(),
    GateAnswer(lines=(3, 7), at_rest=False),
    LostAnswer(lost=LOST),
    EarlyAnswer(reason="worry", worry_before=8),
    TodayAnswer(context=Context(sleep_hours=6.5, ill=False, where=("left_arm",))),
    FitsAnswer(fits={"left": "became_hard", "right": "fine"}),
    ReadyAnswer(object="the [bold] bottle \x1b]52;c;eA==\x07"),
    ExpectAnswer(expected={"stairs": BySide(both="weaker"), "grip-device": BySide(left="as_usual")}),
    TrialAnswer(trials=(Trial(side="left", could_not=True, at=NOW, timed_by="keyboard"),)),
    TrialAnswer(trials=(Trial(side="right", values={"force": 3.0, "hold": 3}, pain=0),)),
    EffortAnswer(effort=7, felt="weaker"),
    FollowUpAnswer(because="sore"),
    SummaryAnswer(note="Zoë 🙂"),
]

EVENTS: list[Event] = [
    EffortBegan(step="trial/x", at=NOW),
    EffortTakenBack(step="trial/x", at=NOW),
    EffortEnded(step="trial/x", at=NOW, lasted=12.437),
    EffortEnded(step="trial/x", at=NOW, lasted=0.0, lost_focus=True),
    *(Answered(step=f"s/{i}", at=NOW, answer=answer) for i, answer in enumerate(ANSWERS)),
    Given(check=a_check(1)),
    Stopped(at=NOW, reason="tired"),
]


def test_every_event_comes_back_as_it_was_with_what_was_left_unsaid_still_unsaid(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        for event in EVENTS:
            store.append(number(1), event)
    with Store.open(tmp_path) as store:
        (draft,) = store.drafts()
    assert draft.began == began(1)
    assert list(draft.events[1:]) == EVENTS
    event = draft.events[-2]
    assert isinstance(event, Given)
    unsaid = event.check.model_dump(mode="json", exclude_unset=True)
    assert unsaid == a_check(1).model_dump(mode="json", exclude_unset=True)
    assert verify(tmp_path) == []


def test_all_kinds_of_events_and_answers_are_tried_here() -> None:
    """When the vocabulary grows, this file has to."""

    def kinds(union: object, key: str) -> set[str]:
        schema = TypeAdapter(union).json_schema()
        return set(schema["discriminator"]["mapping"])

    tried: list[Frozen] = [began(1), *EVENTS]
    assert {e.event for e in tried} == kinds(Event, "event")  # type: ignore[attr-defined]
    answers = Answered.model_json_schema()["properties"]["answer"]["discriminator"]["mapping"]
    assert {a.kind for a in ANSWERS} == set(answers)


def test_resuming_has_the_texts_that_the_check_was_begun_with(tmp_path: Path) -> None:
    other = a_text(words="two")
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT, other])
        (draft,) = store.drafts()
        assert draft.texts == (TEXT,)
        assert draft.text(TEXT.ref) == TEXT
        assert draft.text(other.ref) is None
        assert store.protocol_text(other.ref) == other


def test_a_check_is_not_begun_without_the_texts_it_names(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreRefused, match="text of the protocol grip-device, version 1, is missing"):
            store.begin(began(1), [])
        assert store.drafts() == ()


def test_drafts_come_in_the_order_they_were_begun(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for n in (3, 1, 2):
            store.begin(began(n), [TEXT])
        assert [d.check for d in store.drafts()] == [number(1), number(2), number(3)]


def test_a_check_begun_twice_or_there_already_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        with pytest.raises(EntryExists, match="already open"):
            store.begin(began(1), [TEXT])
        with pytest.raises(EntryExists, match="already open"):
            store.record(Given(check=a_check(1)), [TEXT], first(1))
        store.keep(number(1), first(1))
        with pytest.raises(EntryExists, match="already in the record"):
            store.begin(began(1), [TEXT])


def test_keeping_makes_the_entry_and_ends_the_draft(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        store.append(number(1), a_trial(1))
        store.keep(number(1), first(1))
        assert store.drafts() == ()
        entry = store.entry(number(1))
        assert entry is not None
        assert entry.revisions == (first(1),)
    assert verify(tmp_path) == []


def test_a_discarded_check_leaves_nothing_not_even_its_bytes(tmp_path: Path) -> None:
    secret = "a very private note"
    with Store.open(tmp_path) as store:
        empty = contents(store)
        store.begin(Began(check=number(1), at=NOW, planned=True, protocols=()), [])
        store.append(number(1), Stopped(at=NOW, reason=secret))
        assert secret.encode() in (tmp_path / "record.db").read_bytes()
        store.discard(number(1))
        assert contents(store) == empty
    assert not any(secret.encode() in content for content in bytes_of(tmp_path).values())


SENSELESS: dict[str, Callable[[Store], None]] = {
    "add to a check never begun": lambda store: store.append(number(2), a_trial(1)),
    "keep a check never begun": lambda store: store.keep(number(2), first(2)),
    "discard a check never begun": lambda store: store.discard(number(2)),
    "begin within a check": lambda store: store.append(number(1), began(1)),
    "keep another check": lambda store: store.keep(number(1), first(2)),
    "keep a card": lambda store: store.keep(number(1), a_card(1)),
}


@pytest.mark.parametrize("what", SENSELESS)
def test_what_makes_no_sense_is_refused_and_changes_nothing(tmp_path: Path, what: str) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        before = contents(store)
        with pytest.raises(StoreRefused):
            SENSELESS[what](store)
        assert contents(store) == before
    assert verify(tmp_path) == []


def test_a_check_is_not_kept_as_a_change_of_another(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        with pytest.raises(StoreRefused, match="is not the check"):
            store.keep(number(1), later(first(1), "again", 5))


def test_keeping_over_an_entry_that_was_merged_meanwhile_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.begin(began(1), [TEXT])
        store.merge([first(1)], [TEXT])
        with pytest.raises(EntryExists):
            store.keep(number(1), first(1))
        with pytest.raises(EntryExists):
            store.keep(number(1), first(1, "another note"))
        assert len(store.drafts()) == 1
