"""The readings of the record, computed anew each time, never saved: a better rule re-reads the past."""

from datetime import date

from strengthcheck.analysis.slow import slow_months
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.check import Check
from strengthcheck.model.series import PairKey
from strengthcheck.services.person import open_alert, profile_of
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.standing import Standing, dips_at, standing
from strengthcheck.services.urges import worries
from strengthcheck.services.visits import visits_of
from strengthcheck.services.wayout import leaving
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.after_check import AfterCheck, after_check
from strengthcheck.views.compare import CompareView, compare_view, own_caveat
from strengthcheck.views.home import HomeReading, rarer_words
from strengthcheck.views.home_reading import Known, home_reading_of
from strengthcheck.views.pair_page import PairPage, Segment, earlier_of, pair_page
from strengthcheck.views.pair_stops import Around
from strengthcheck.views.periods import FIRST, LATEST, Period
from strengthcheck.views.said import Moment
from strengthcheck.views.sealed import sealed_compare
from strengthcheck.views.then_now import ThenNow, then_now_view
from strengthcheck.views.urges import help_after_check


def read_ahead(ws: Workspace) -> None:
    """Work out what Compare shows of today, so that it opens at once. Home is painted before."""
    then_now(ws)


def compare(ws: Workspace, as_of: date | None = None, protocol: str | None = None) -> CompareView:
    """Left beside right, now beside then: of the whole record, or of one test."""
    if as_of is None and protocol is None:
        return ws.remember(("compare", ws.clock.now().date()), lambda: _compare(ws, None, None))
    return _compare(ws, as_of, protocol)


def _compare(ws: Workspace, as_of: date | None, protocol: str | None) -> CompareView:
    now = standing(ws, as_of)
    return _view(ws, now, tuple(p for p in now.whole.pairs if protocol in (None, p.pair.key.protocol)))


def _view(ws: Workspace, now: Standing, pairs: tuple[ReadPair, ...]) -> CompareView:
    view = compare_view(
        pairs,
        now.whole.record,
        _moment(ws, now),
        felt=now.felt,
        unread=now.unread,
        dips=dips_at(ws, now),
        slow_months=ws.remember(("slow", now.as_of), lambda: slow_months(now.whole.pairs, now.as_of)),
    )
    until = sealed_until(ws)
    return view if until is None else sealed_compare(view, until, ws.clock.now().date())


def then_now(ws: Workspace, then: Period = FIRST, now: Period = LATEST) -> ThenNow:
    """The whole record, one time beside another, for the screen."""
    stands = standing(ws)
    view = compare(ws)
    reads = {_name(p): p for p in stands.whole.pairs}
    return then_now_view(view, tuple((row, reads[(row.key, row.is_both)]) for row in view.rows), then, now)


def pair_over_time(ws: Workspace, key: PairKey, both: bool) -> PairPage:
    """One test over time. Raises Refused when it can't be shown: sealed, or not there any more."""
    stands = standing(ws)
    view = compare(ws)
    read = next((p for p in stands.whole.pairs if _name(p) == (key, both)), None)
    row = next((r for r in view.rows if (r.key, r.is_both) == (key, both)), None)
    if read is None or row is None:
        raise Refused("There is no value of this test to show today.")
    days = {d.check: d for d in stands.days}
    newest = max(stands.planned, default=None)
    return pair_page(
        row,
        tuple(
            Segment(p, Around(days, stands.left_out.get(p.pair.key, ()), newest, stands.as_of))
            for p in (*earlier_of(read, stands.whole.pairs), read)
        ),
        some_low_once=any(p.side(s).course == "one_low" for p in stands.whole.pairs for s in p.sides),
        caveat=own_caveat(read, view.caveat, slow_months((read,), stands.as_of)),
    )


def _name(read: ReadPair) -> tuple[PairKey, bool]:
    return read.pair.key, read.sides == ("both",)


def confirming_today(ws: Workspace) -> frozenset[str]:
    """The tests that a confirming check asks for today; none when it is not open."""
    asked = standing(ws).confirm
    open_ = asked is not None and asked.is_open(ws.clock.now().date())
    return frozenset(asked.protocols) if asked is not None and open_ else frozenset()


def home_reading(ws: Workspace) -> HomeReading:
    """What the readings add to Home."""
    now = standing(ws)
    proposed = leaving(ws).proposed
    known = ws.catalogue().protocols
    asked = now.confirm.protocols if now.confirm else ()
    return home_reading_of(
        Known(
            pairs=now.whole.pairs,
            dips=dips_at(ws, now),
            days=now.days,
            confirm=now.confirm,
            minutes={p: float(known[p].protocol.minutes) for p in asked if p in known},
            now=_moment(ws, now),
            seen=max((v.on for v in visits_of(ws)), default=None),
            sealed=sealed_until(ws) is not None,
            rarer=proposed.step if proposed else None,
        )
    )


def read_after(ws: Workspace, check: Check) -> AfterCheck:
    """What is said of a check just kept: nothing of an extra one, nothing while values are sealed."""
    told = check.context is not None and check.context.worry is not None
    found = AfterCheck(help=help_after_check(worries(ws, ws.clock.now().date()), told))
    if not check.planned or sealed_until(ws) is not None:
        return found
    home = home_reading(ws)
    beside = open_alert(ws) is not None or bool(profile_of(ws).excluded)
    rarer = "" if beside else rarer_words(home)
    return after_check(compare(ws), check.id, home.show, rarer)._replace(help=found.help)


def _moment(ws: Workspace, now: Standing) -> Moment:
    next_on = now.confirm.on if now.confirm else now.due.on
    return Moment(now.as_of, next_on, profile_of(ws).events)
