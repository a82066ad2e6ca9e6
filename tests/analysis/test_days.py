from datetime import UTC, datetime

from strengthcheck.analysis.days import day_of, left_out
from strengthcheck.analysis.series import ProtocolInUse, pairs_of
from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.series import Kept

FOUND = read_catalogue(None).protocols["grip-device"]
CHECK = Check.model_validate(
    {
        "started_at": datetime(2026, 11, 1, tzinfo=UTC),
        "planned": False,
        "note": "wet hands",
        "results": (
            {
                "protocol": "grip-device",
                "object": "demo device",
                "trials": (
                    {"side": "left", "values": {"force": 31.0}},
                    {"side": "left", "values": {"force": 12}, "invalid": "slipped", "invalid_note": "wet"},
                    {"side": "right", "invalid": "interrupted"},
                    {"side": "right", "skipped": "sore"},
                ),
            },
        ),
    }
)
KEPT = Kept(check=CHECK, uses=(FOUND.text.ref,))


def lookup(ref: ProtocolRef) -> ProtocolInUse | None:
    return ProtocolInUse(FOUND.protocol, ref.sha256, own=False) if ref == FOUND.text.ref else None


def test_a_trial_that_does_not_count_stands_beside_its_series_with_its_reason():
    (pair,) = pairs_of([KEPT], lookup)
    out = left_out([KEPT], lookup)
    assert [(o.side, o.value, o.reason, o.note) for o in out[pair.key]] == [("left", 12.0, "slipped", "wet")]
    assert [float(p.value) for p in pair.points["left"]] == [31.0]


def test_a_test_that_can_not_be_read_gives_nothing():
    assert left_out([KEPT.model_copy(update={"uses": ()})], lookup) == {}
    assert left_out([KEPT], lambda _: None) == {}


def test_the_day_of_a_check_keeps_its_note_and_no_value():
    day = day_of(KEPT.check)
    assert (day.check, day.planned, day.note, day.context) == (CHECK.id, False, "wet hands", None)
