"""Every page says the same number of checks."""

from pathlib import Path

from strengthcheck.services.demo import write_demo
from strengthcheck.services.home import home_facts
from strengthcheck.services.readings import compare
from strengthcheck.services.wayout import leaving
from strengthcheck.views.home import home_view
from tests.services.rooms import NOW, StandingClock, opened


def test_home_compare_and_the_way_out_count_alike(tmp_path: Path) -> None:
    write_demo("came-back", str(tmp_path), {}, StandingClock(NOW))
    with opened(tmp_path, clock=StandingClock(NOW)) as ws:
        (row,) = (r for r in home_view(home_facts(ws)).rows if r.command == "open-history")
        proposed = leaving(ws).proposed
        longest = max(len(r.checks) for r in compare(ws).rows)
    assert proposed is not None
    assert proposed.settled is not None
    assert row.hint == f"{longest} planned checks, 1 extra"
    assert proposed.settled.checks == longest
