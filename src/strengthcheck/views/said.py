"""What is said of one pair's reading: sentences chosen by what was read, filled from the record."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from strengthcheck.analysis.leaning import cannot_now
from strengthcheck.analysis.spans import EXPLAINED_DAYS
from strengthcheck.analysis.whole import FIRST_RANGE, ReadPair, event_behind
from strengthcheck.model.base import Side
from strengthcheck.model.profile import BodyEvent
from strengthcheck.model.reading import SideReading
from strengthcheck.model.series import Pair
from strengthcheck.views.body_events import beside_words
from strengthcheck.views.dates import date_words
from strengthcheck.views.values import own_direction, percent, range_text
from strengthcheck.wording import dips as dip_words
from strengthcheck.wording import reading as words
from strengthcheck.wording.sentence import Sentence

GAP_WORTH_A_WORD = 5.0
"""A left/right difference under this many per cent is not spoken of."""


GRAVEST: tuple[tuple[str, ...], ...] = (
    ("falling", "falling.less", "falling.count", "low_and_staying"),
    ("falling.why",),
    ("cannot_now",),
    ("injury",),
    ("low_running",),
    ("one_low", "return"),
    ("back.once",),
    ("came_back",),
    ("still_does", "still_does.mention"),
    ("too_early", "too_early.nearly", "range.set"),
    ("rising",),
)
"""The sentences of a side by their ids, the gravest first, whichever side they are of."""

RAISED = frozenset(GRAVEST[0])
"""The sentences that a raised side begins with."""

_GRAVITY = {name: i for i, ids in enumerate(GRAVEST) for name in ids}

NEVER_DROPPED = frozenset(name for ids in GRAVEST[:4] for name in ids)
"""What is shown of a test in a window of any size: all that is raised, with what it may come from."""


class Said(NamedTuple):
    """One sentence with its id and source, so that it can be traced."""

    id: str
    text: str
    source: str

    @classmethod
    def of(cls, sentence: Sentence, **filled: object) -> "Said":
        """A sentence, filled."""
        return cls(sentence.id, sentence.say(**filled), sentence.source)


class Moment(NamedTuple):
    """What the sentences need besides the reading: today, the next date, entered events."""

    today: date
    next_on: date | None
    events: tuple[BodyEvent, ...] = ()


def sentences(read: ReadPair, now: Moment) -> tuple[Said, ...]:
    """All that is said of a pair, the gravest first; no caveat (the screen has one, last)."""
    said = [s for side in read.sides for s in _could_not(read, side) or _of_side(read, side, now)]
    if any(s.id in RAISED for s in said):
        said.append(Said.of(words.WHY))
    if not said:
        said = [Said.of(words.USUAL if len(read.sides) > 1 else words.USUAL_ONE)]
    said.sort(key=lambda s: _GRAVITY.get(s.id, len(GRAVEST)))
    return (*dict.fromkeys(said), *_of_gap(read), *_of_events(read, now))


def leading(said: Sequence[Said]) -> tuple[Said, ...]:
    """What no window is too small for: all that is raised, else the first sentence."""
    return tuple(s for s in said if s.id in NEVER_DROPPED) or tuple(said[:1])


def above_chart(said: Sequence[Said]) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What stands above a chart in a window of any size, the dip that is seen in it too; and the rest."""
    first = (*leading(said), *(s for s in said if s.id == dip_words.BACK.id))
    return first, tuple(s for s in said if s not in first)


def _could_not(read: ReadPair, side: Side) -> tuple[Said, ...]:
    """What is said of a side that could not now and whose course does not say so."""
    if not cannot_now(read, side) or read.side(side).course not in ("too_early", "usual"):
        return ()
    return (Said.of(words.CANNOT_NOW, test=test_name(read.pair), side=side_word(read.pair, side)),)


def _of_side(read: ReadPair, side: Side, now: Moment) -> list[Said]:
    """The sentence of one side's course; nothing for a usual one."""
    r = read.side(side)
    way = way_of_pair(read.pair)
    named = {"test": test_name(read.pair), "side": side_word(read.pair, side), **way._asdict()}
    ahead = now.next_on is not None and now.next_on >= now.today  # a date gone by tells nothing any more
    following = date_words(now.next_on, now.today) if now.next_on and ahead else "the next planned check"
    match r.course:
        case "too_early":
            return [_settling(read, side)]
        case "one_low":
            return [_low_once(read, r, named, following, now)]
        case "came_back":
            return [_came_back(read, r, named, now)]
        case "low_and_staying" | "falling_and_staying":
            return [_lasting(read, r, side, named, now)]
        case "rising":
            return [Said.of(words.RISING, **named)]
        case "usual":
            return _still_does(r, named)


def _settling(read: ReadPair, side: Side) -> Said:
    values = len(read.pair.entering(side))
    if values < FIRST_RANGE:
        return Said.of(words.TOO_EARLY, n=values)
    left, right = (read.own_range(s) for s in ("left", "right"))
    numbers = read.pair.measure.id != "ladder" and len(read.sides) > 1
    if not numbers or left is None or right is None:
        return Said.of(words.NEARLY)
    (a, b), (c, d) = (range_text(x, read.pair.measure) for x in (left, right))
    return Said.of(words.RANGE_SET, test=test_name(read.pair), a=a, b=b, c=c, d=d)


def _low_once(read: ReadPair, r: SideReading, named: dict[str, str], following: str, now: Moment) -> Said:
    running = low_running(r, len(read.days))
    if running > 1:
        return Said.of(words.LOW_RUNNING, **named, n=running, date=following)
    last_low = r.spoke[-1] if r.spoke else len(read.days) - 1
    if last_low < len(read.days) - 1:
        low_on = date_words(read.days[last_low], now.today)
        return Said.of(words.BACK_ONCE, **named, d1=low_on, date=following)
    sentence = words.RETURN if read.reading.after_pause else words.ONE_LOW
    return Said.of(sentence, **named, date=following)


def low_running(r: SideReading, checks: int) -> int:
    """How many of the latest checks running were low."""
    count = 0
    while checks - 1 - count in r.spoke:
        count += 1
    return count


def _came_back(read: ReadPair, r: SideReading, named: dict[str, str], now: Moment) -> Said:
    low = r.spoke[0] if r.spoke else 0
    tail = r.spoke[-2:] if len(r.spoke) > 2 else (len(read.days) - 2, len(read.days) - 1)
    d1, d2, d3 = (date_words(read.days[i], now.today) for i in (low, *tail))
    return Said.of(words.CAME_BACK, **named, d1=d1, d2=d2, d3=d3)


def _lasting(read: ReadPair, r: SideReading, side: Side, named: dict[str, str], now: Moment) -> Said:
    event = event_behind(r, read.pair, read.days, side, now.events) if r.explained else None
    if event is not None:
        return Said.of(
            words.EXPLAINED,
            **named,
            event=event.text or event.what,
            date=date_words(event.on, now.today),
            date8=date_words(event.on + timedelta(days=EXPLAINED_DAYS), now.today),
        )
    since = read.days[r.spoke[0]] if r.spoke else read.days[-1]
    named |= {"date": date_words(since, now.today), "n": str(len(r.spoke))}
    if r.course == "falling_and_staying":
        if r.change is None:
            return Said.of(words.FALLING_COUNT, **named)
        x = percent(own_direction(r.change, read.pair.measure)).lstrip("−")
        less = read.pair.measure.better == "lower"
        return Said.of(words.FALLING_LESS if less else words.FALLING, **named, x=x)
    return Said.of(words.LOW_STAYING, **named)


def _still_does(r: SideReading, named: dict[str, str]) -> list[Said]:
    if r.lower_running < 2:
        return []
    said = [Said.of(words.STILL_DOES, **named, n=r.lower_running)]
    return [*said, Said.of(words.MENTION)] if r.lower_running >= 4 else said


def _of_gap(read: ReadPair) -> tuple[Said, ...]:
    gap = read.reading.gap
    plain = gap.course == "usual" and gap.last is not None and abs(gap.last) >= GAP_WORTH_A_WORD
    steady = all(read.side(s).course in ("usual", "rising") for s in read.sides)
    if not plain or not steady or read.pair.measure.id == "ladder" or gap.last is None:
        return ()
    return (Said.of(words.GAP, x=round(abs(gap.last))),)


def _of_events(read: ReadPair, now: Moment) -> tuple[Said, ...]:
    """Entered events of any side that is compared here."""
    what = beside_words(now.events, read.pair.protocol.body, read.sides, now.today)
    return (Said.of(words.EVENT, what=what),) if what else ()


def way_of_pair(pair: Pair) -> words.Way:
    """The words for a loss that are true of a pair's numbers."""
    return words.way_of(pair.measure.better, pair.measure.unit)


def test_name(pair: Pair) -> str:
    """A test's short name in a sentence, with its part where it has several."""
    protocol = pair.protocol
    part = next((p for p in protocol.parts if p.id == pair.key.object), None)
    if part is None:
        return protocol.short
    return part.title if protocol.effort.kind == "ask" else f"{protocol.short}, {part.title.lower()}"


def side_word(pair: Pair, side: Side) -> str:
    """A side in words, with the limb where it is a leg."""
    if side == "both":
        return "both together"
    limb = {"arm": "hand", "leg": "leg", "none": "side"}[pair.protocol.body]
    return f"{side} {limb}"


def lasting_sides(pairs: Iterable[ReadPair]) -> list[tuple[ReadPair, Side]]:
    """The sides of the record whose loss is confirmed, and explained by no event."""
    return [(p, s) for p in pairs for s in p.sides if p.side(s).raised and not p.side(s).explained]


def show_said(sides: Iterable[tuple[ReadPair, Side]]) -> Said:
    """That these are worth showing to a doctor; within two weeks where one of them is still falling."""
    told = tuple(sides)
    falling = any(p.side(s).course == "falling_and_staying" for p, s in told)
    return Said.of(
        words.SHOW_SOON if falling else words.SHOW, what=sides_named(told) or "A change in this record"
    )


def sides_named(sides: Iterable[tuple[ReadPair, Side]]) -> str:
    """Tests with their sides, each once."""
    return "; ".join(dict.fromkeys(f"{test_name(p.pair)}, {side_word(p.pair, s)}" for p, s in sides))
