"""Seven made-up people, two years each. The log of each walk is written to build/walks, to be read."""

from pathlib import Path

import pytest

from strengthcheck.analysis.power import power_dates
from strengthcheck.analysis.series import pairs_of
from strengthcheck.analysis.whole import read_whole
from strengthcheck.services.gathered import kept_checks, protocol_in_use
from strengthcheck.services.sitting import checks_of
from strengthcheck.wording import wayout
from strengthcheck.wording.forbidden import forbidden_in
from tests.services.rooms import StandingClock, opened
from tests.walk import people
from tests.walk.calendar import moment
from tests.walk.people import Person
from tests.walk.world import Walk, walked

LOGS = Path(__file__).parents[2] / "build" / "walks"
QUARTER = 91

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory):
    """Each walk, made when first asked for, and its log written down."""
    made: dict[str, tuple[Walk, Path]] = {}

    def walk(person: Person) -> tuple[Walk, Path]:
        if person.name not in made:
            folder = tmp_path_factory.mktemp("walk")
            found = walked(person, folder)
            LOGS.mkdir(parents=True, exist_ok=True)
            (LOGS / f"{person.name.split()[0].lower()}.txt").write_text(found.text(), encoding="utf-8")
            made[person.name] = (found, folder)
        return made[person.name]

    return walk


def between(days: list[int], start: int, end: int) -> int:
    return sum(start <= d < end for d in days)


def test_the_steady_one_reaches_the_way_out_and_is_left_in_peace(walks):
    walk, _ = walks(people.STEADY)
    assert walk.ended_on is not None
    assert max(walk.planned) == walk.ended_on
    assert wayout.WAYOUT.text in walk.said
    assert wayout.LONGER.text in walk.said
    assert walk.shown == []
    last = [text for day, text in walk.lines if day > walk.ended_on]
    assert last == [f"said: {wayout.ENDED.text}"]


def test_the_anxious_one_never_tests_more_than_the_ceiling_and_ends_with_fewer_checks(walks):
    walk, _ = walks(people.ANXIOUS)
    assert len(walk.wished) > len(walk.extra)
    assert all(b - a >= 7 for a, b in zip(walk.extra, walk.extra[1:], strict=False))
    assert walk.refused
    every = [*walk.planned, *walk.extra]
    first, last = between(every, 0, QUARTER), between(every, 731 - QUARTER, 731)
    assert last < first
    assert any("Worry like this can be treated" in s for s in walk.said)
    assert walk.shown == []


def test_extra_checks_change_no_reading_and_no_date(walks):
    walk, folder = walks(people.ANXIOUS)
    assert walk.extra
    with opened(folder, clock=StandingClock(moment(731))) as ws:
        kept = tuple(kept_checks(ws))
        planned = [k for k in kept if k.check.planned]
        both = [read_whole(pairs_of(some, lambda ref: protocol_in_use(ws, ref))) for some in (kept, planned)]
    assert len(planned) < len(kept)
    assert both[0].record == both[1].record
    assert both[0].confirm == both[1].confirm


def test_the_slowly_losing_one_is_told_no_later_than_the_reading_allows(walks):
    walk, _ = walks(people.LOSING)
    begins = float(people.LOSS_BEGINS)
    days = [float(d) for d in walk.planned if d <= begins]
    (power,) = power_dates(days, people.LOSING.noise, begins, rates=(people.LOSS_RATE,))
    assert power.nine_of_ten is not None
    assert walk.shown
    assert walk.shown[0] <= power.nine_of_ten
    assert begins < walk.shown[0]


def test_while_a_tenth_or_more_is_gone_nothing_is_said_to_have_come_back(walks):
    walk, _ = walks(people.LOSING)
    gone = people.LOSS_BEGINS + 0.10 / people.LOSS_RATE * people.MONTH
    assert [c for d, side, c in walk.courses if side == "right" and d >= gone and c == "came back"] == []


def test_a_task_lost_suddenly_is_answered_on_the_same_day_and_stays_on_home_until_a_visit(walks):
    walk, _ = walks(people.SUDDEN)
    assert walk.advised == [(people.LOST_ON, "now")]
    assert any(d == people.LOST_ON + 1 and text == "sees a doctor" for d, text in walk.lines)


def test_an_injury_that_heals_is_not_called_worth_showing(walks):
    walk, _ = walks(people.INJURED)
    assert walk.shown == []
    left = [(d, c) for d, side, c in walk.courses if side == "left"]
    assert any(people.INJURED_ON <= d < people.HEALED_ON + 28 and c != "as usual" for d, c in left)
    assert {c for d, c in left if d > people.HEALED_ON + 90} <= {
        "as usual",
        "came back",
        "low once",
        "higher",
    }


def test_a_real_loss_behind_tests_called_always_hard_is_still_heard(walks):
    walk, _ = walks(people.CALLED_HARD)
    after = [d for d in walk.planned if d >= people.TOLD_HARD_ON]
    assert walk.advised[0] == (after[0], "book")


def test_who_quits_is_not_asked_back_and_finds_a_calm_page_on_return(walks):
    walk, folder = walks(people.QUITTER)
    assert walk.planned == [0, 7, 14, 700]
    assert walk.shown == []
    assert walk.advised == []
    with opened(folder, clock=StandingClock(moment(701))) as ws:
        assert len(checks_of(ws)) == 4


@pytest.mark.parametrize("person", people.PEOPLE, ids=lambda p: p.name.split()[0])
def test_nothing_said_on_any_walk_holds_a_forbidden_word(walks, person):
    walk, _ = walks(person)
    assert [(s, forbidden_in(s)) for s in walk.said if forbidden_in(s)] == []


@pytest.mark.parametrize("person", people.PEOPLE, ids=lambda p: p.name.split()[0])
def test_every_walk_leaves_a_log_that_one_can_read(walks, person):
    walks(person)
    log = (LOGS / f"{person.name.split()[0].lower()}.txt").read_text(encoding="utf-8")
    assert log.startswith(person.name)
    assert "planned check" in log
