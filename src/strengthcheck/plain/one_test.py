"""One test over time, line by line: what its page and its charts show, in sentences and figures."""

from strengthcheck.exchange.refused import Refused
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.one_check import one_check
from strengthcheck.plain.questions import earlier, picked
from strengthcheck.plain.wishes import BackWished
from strengthcheck.services.readings import pair_over_time, then_now
from strengthcheck.views.compare_spoken import spoken_rules, spoken_side
from strengthcheck.views.pair_page import PairPage
from strengthcheck.views.pair_stops import Stop
from strengthcheck.views.pair_view import PairView
from strengthcheck.views.periods import Period
from strengthcheck.views.then_now import RowThenNow, figure_lines

Times = tuple[Period, Period]
"""The earlier and the later one."""

AT_ONCE = 12
"""Checks of the test that are said at once; more on request."""


def one_test(desk: Desk, row: RowThenNow, times: Times) -> None:
    """Until it is left, or its last value is gone. `times`: those that are compared."""
    while True:
        try:
            given = pair_over_time(desk.ws, row.key, row.both)
        except Refused as e:
            desk.talk.say(str(e))
            return
        desk.talk.say(given.title, given.about)
        desk.talk.say(*(s.text for s in given.row.said))
        if given.time.caveat is not None:
            desk.talk.say(given.time.caveat.text)
        try:
            while _done(desk, given, _key(desk, given), times):
                pass
        except BackWished:
            return


def _key(desk: Desk, given: PairPage) -> str:
    options = [("n", "the numbers and the rule"), ("c", "check by check")]
    options += [("g", "the gap between the sides")] if given.gap else []
    options += [("s", "the shape of a lasting loss")] if given.shape else []
    key = desk.talk.choose("Enter goes back", options, usual="")
    if key == "":
        raise BackWished
    return key


def _done(desk: Desk, given: PairPage, key: str, times: Times) -> bool:
    """Say what was asked for; False when the test is to be read anew."""
    match key:
        case "n":
            desk.talk.say(*(spoken_side(side, given.row.unit) for side in given.row.sides))
            found = then_now(desk.ws, *times)
            same = (r for r in found.rows if (r.key, r.both) == (given.row.key, given.row.is_both))
            desk.talk.say(*(text for row in same for text in figure_lines(row, *times)))
            desk.talk.say(*spoken_rules(given.row))
        case "g" | "s":
            _say_view(desk, given.gap if key == "g" else given.shape)
        case _:
            return not _opened(desk, given)
    return True


def _say_view(desk: Desk, view: PairView | None) -> None:
    if view is not None:
        desk.talk.say(*(s.text for s in view.said))
        desk.talk.say(*view.spoken)
        desk.talk.say(view.caveat.text if view.caveat else "")


def _opened(desk: Desk, given: PairPage) -> bool:
    """The checks of the test, the latest first; whether one was opened, where something may have changed."""
    stops, heard, shown = given.stops[::-1], 0, AT_ONCE
    while True:
        for i, stop in enumerate(stops[heard:shown], heard + 1):
            desk.talk.say(f"{i}  {stop.title}", *_stop_words(stop))
        words = earlier(len(stops) - shown, AT_ONCE)
        try:
            key = picked(desk.talk, min(shown, len(stops)), words, "A number opens a check; b goes back")
        except BackWished:
            return False
        if key != "m":
            one_check(desk, stops[int(key) - 1].check, given.row.key.protocol)
            return True
        heard, shown = shown, shown + AT_ONCE


def _stop_words(stop: Stop) -> tuple[str, ...]:
    """What stands at one check: a line a side, the gap, the note, the day."""
    sides = (f"{s.name}: {s.value}{f', {s.about}' if s.about else ''}" for s in stop.lines)
    gap = f"gap: {stop.gap}" if stop.gap else ""
    note = f"Note: {' '.join(stop.note.split())}" if stop.note else ""
    return tuple(text for text in (stop.change, *sides, gap, note, stop.context) if text)
