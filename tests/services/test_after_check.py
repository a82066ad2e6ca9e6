"""What the last page of a check says of the record."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from strengthcheck.model.base import Side
from strengthcheck.model.profile import LostTask, Visit
from strengthcheck.services.beside import done_of
from strengthcheck.services.choosing import around
from strengthcheck.services.person import tell_lost_task
from strengthcheck.services.plan import seal_until
from strengthcheck.services.readings import read_after
from strengthcheck.services.sitting import Kept, checks_of
from strengthcheck.services.visits import enter_visit
from strengthcheck.views.sealed import UNTIL_VISIT
from strengthcheck.views.summary import kept_page
from strengthcheck.wording import early, reading, wayout
from tests.services.rooms import NOW, opened
from tests.tui.records import write

STEADY = (31.2, 30.9, 31.4, 31.0, 31.3, 30.8)
LOST = LostTask(what="hands", task="buttons", how_much="cannot", since="longer", course="same")
DAYS = (0, 7, 14, *range(42, 42 + 28 * 20, 28))


def grip(left: Sequence[float], **more: object) -> list[dict[str, object]]:
    """Planned checks on their dates up to today: the left hand as given, the right one steady."""
    last = DAYS[len(left) - 1]

    def trial(side: Side, value: float) -> dict[str, object]:
        return {"side": side, "values": {"force": value}}

    return [
        {
            "started_at": (NOW - timedelta(days=last - DAYS[i])).isoformat(),
            "results": [
                {
                    "protocol": "grip-device",
                    "object": "demo device",
                    "trials": [trial("left", v), trial("right", 33.0 + i % 3 / 10)],
                }
            ],
            **(more if i == len(left) - 1 else {}),
        }
        for i, v in enumerate(left)
    ]


def page_after(folder, left: Sequence[float], before=lambda ws: None, **more: object) -> list[str]:
    """The words of the last page after the newest of these checks."""
    write(folder, grip(left, **more))
    with opened(folder) as ws:
        before(ws)
        check = checks_of(ws)[-1]
        done = done_of(Kept(check=check, first=len(left) == 1), around(ws), read_after(ws, check))
        return [block.text for block in kept_page(done).blocks]


def test_the_third_check_hands_over_a_measure_of_ones_own(tmp_path):
    said = page_after(tmp_path, STEADY[:3])
    assert said[0].startswith("You have a first measure of your own: Grip device left ")
    assert said[1].startswith("Nothing to do until ")


def test_a_usual_check_says_so_and_from_the_sixth_on_what_its_shape_is_with_the_caveat_last(tmp_path):
    assert page_after(tmp_path / "a", STEADY[:5])[0] == reading.USUAL.text
    said = page_after(tmp_path / "b", STEADY)
    assert said[0] == reading.USUAL.text
    assert said[1].startswith("Weakness of the kind people fear tends to stay")
    assert said[-1] == reading.CANNOT_FLAT.text


def test_a_low_check_says_that_it_was_once_and_when_more_is_known(tmp_path):
    said = page_after(tmp_path, [*STEADY, 20])
    assert said[0].startswith("Grip device, left hand, was lower than your usual, once.")
    assert reading.CANNOT_FLAT.text not in said


def test_the_first_return_and_the_second_are_said_at_once(tmp_path):
    assert "is back in your usual range" in page_after(tmp_path / "a", [*STEADY, 22, 31])[0]
    said = page_after(tmp_path / "b", [*STEADY, *STEADY, 22, 31, 31.2])
    assert said[0].startswith("Came back: Grip device, left hand")
    assert said[-1] == reading.CANNOT_FLAT.text


FALLING = [*STEADY, 30, 28, 26, 23, 21]


def test_what_is_worth_showing_stands_first_and_after_a_visit_is_not_said_again(tmp_path):
    said = page_after(tmp_path / "a", FALLING)
    assert said[0].startswith("Grip device, left hand: worth showing to a doctor")
    assert said[1] == reading.WHY.text

    def seen(ws):
        enter_visit(ws, Visit(on=NOW.date(), who="Dr Made-Up", found="watching"))

    assert [s for s in page_after(tmp_path / "b", FALLING, seen) if "doctor" in s] == []


def test_beside_a_loss_no_reading_is_said(tmp_path):
    said = page_after(tmp_path, STEADY, lambda ws: tell_lost_task(ws, LOST))
    assert said[0].startswith("You can no longer do this as you could: buttons")
    assert [s for s in said if "usual" in s or s == reading.CANNOT_FLAT.text] == []


def test_once_a_record_has_settled_the_last_page_names_fewer_checks_in_one_line_with_the_caveat_last(
    tmp_path,
):
    said = page_after(tmp_path, [*STEADY, *STEADY, *STEADY])
    assert said[:2] == [reading.USUAL.text, wayout.RARER.text]
    assert said[-1] == reading.CANNOT_FLAT.text


def test_beside_a_low_day_or_a_loss_fewer_checks_are_not_named(tmp_path):
    settled = [*STEADY, *STEADY, *STEADY]
    low = page_after(tmp_path / "a", [*settled, 22])
    lost = page_after(tmp_path / "b", settled, lambda ws: tell_lost_task(ws, LOST))
    assert wayout.RARER.text not in (*low, *lost)


@pytest.mark.parametrize("left", [STEADY[:1], STEADY[:3], STEADY, [*STEADY, 22]])
def test_sealed_the_last_page_says_only_the_next_date(tmp_path, left):
    said = page_after(tmp_path, left, lambda ws: seal_until(ws, UNTIL_VISIT))
    assert [s for s in said if not s.startswith(("Nothing to do until ", "1 of 3"))] == []


@pytest.mark.parametrize(
    ("before", "now", "helped"), [(8, 7, True), (8, 6, False), (3, 9, False), (8, None, False)]
)
def test_worry_that_is_high_again_leads_to_help_once_the_check_is_kept(tmp_path, before, now, helped):
    checks = grip(STEADY)
    for check, worry in zip(checks[-2:], (before, now), strict=True):
        check["context"] = {} if worry is None else {"worry": worry}
    write(tmp_path, checks)
    with opened(tmp_path) as ws:
        check = checks_of(ws)[-1]
        page = kept_page(done_of(Kept(check=check, first=False), around(ws), read_after(ws, check)))
    texts = [block.text for block in page.blocks]
    assert (early.HELP.text in texts) is helped
    assert texts[-1] == reading.CANNOT_FLAT.text, "the caveat stays last"


def test_an_extra_check_says_nothing_of_how_it_went(tmp_path):
    said = page_after(tmp_path, [*STEADY, 20], planned=False)
    assert len(said) == 1
    assert said[0].startswith("Kept, not compared.")
