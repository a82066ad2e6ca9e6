from datetime import timedelta

from strengthcheck.model.profile import Urge
from strengthcheck.services.urges import early_facts, save_urge, urges_of
from tests.services.rooms import NOW, StandingClock, opened
from tests.tui.records import grip_check, write


def test_an_urge_is_kept_once_and_completed_under_the_same_id(tmp_path):
    with opened(tmp_path) as ws:
        begun = Urge(at=NOW, reason="worry", worry_before=8)
        save_urge(ws, begun)
        save_urge(ws, begun.model_copy(update={"worry_after": 5, "waited_seconds": 600}))
        (kept,) = urges_of(ws)
        assert (kept.worry_before, kept.worry_after, kept.waited_seconds) == (8, 5, 600)


def test_facts_hold_the_latest_first_and_the_worry_told_at_checks(tmp_path):
    write(
        tmp_path, [grip_check(60, context={"worry": 8}), grip_check(30, context={"worry": 2}), grip_check(2)]
    )
    with opened(tmp_path, clock=StandingClock()) as ws:
        for days in (12, 3, 40):
            save_urge(ws, Urge(at=NOW - timedelta(days=days), reason="worry"))
        facts = early_facts(ws)
        assert [(NOW - u.at).days for u in facts.urges] == [3, 12, 40]
        assert list(facts.worries) == [2, 8]
