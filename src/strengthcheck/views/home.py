"""What Home says: where things stand, in one sentence first, then what can be done."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from strengthcheck.analysis.schedule import BASELINE_CHECKS, Due, Rarer
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import Step
from strengthcheck.model.check import Check
from strengthcheck.model.profile import Gate, Profile
from strengthcheck.views.counting import checks_words
from strengthcheck.views.dates import capital, date_words, moment_words, near_words, on_words, since_words
from strengthcheck.views.home_strips import HomeLine
from strengthcheck.views.losses import lost_said
from strengthcheck.views.place import place_words
from strengthcheck.views.sealed import short_words
from strengthcheck.wording import early, home, setup, wayout
from strengthcheck.wording.numbers import numbers_for

MINUTES_FIRST = 15
"""What the first check takes of who has told nothing yet; the tests are not read for it."""


NAMED_DAYS = 14
"""For so many days after a check Home names what the way out proposes."""

ABOUT = (
    "Home says where things stand and the next date. Most days there is nothing to do: that is right.",
    "“Something I can no longer do” is always open, on any day, without a test.",
)
"""What this page is for: at a question mark."""


class Unfinished(NamedTuple):
    """A check that was begun and neither kept nor discarded."""

    check: UUID
    sitting: Sitting
    step: Step
    """Where it stands."""
    last_at: datetime
    """When something was last done in it."""


class HomeFacts(NamedTuple):
    """Everything Home speaks from."""

    now: datetime
    due: Due
    extra_from: date | None
    """When the next extra check may be done; none when today is fine."""
    profile: Profile
    checks: int
    planned: int
    last: Check | None
    names: Mapping[str, str]
    """Short names of the tests of the last check, by id."""
    losses: tuple[Gate, ...]
    unfinished: tuple[Unfinished, ...]
    ended: bool = False
    """The person has stopped testing: nothing is due."""
    alert: Gate | None = None
    """A sign or a loss told that should not wait, not yet seen by a doctor."""
    minutes: int = MINUTES_FIRST
    """How long the check takes that the chooser proposes."""
    binned: int = 0
    """Checks that lie in the bin."""
    blank: bool = False
    """Nothing at all is in the record."""
    sealed: date | None = None
    """Until when values are sealed, if they are."""


class HomeReading(NamedTuple):
    """What the readings add to Home."""

    show: str | None
    """What is worth showing to a doctor and was not seen by one since."""
    confirm: str | None
    """A confirming check that is asked."""
    confirm_open: bool
    """It may be done today."""
    low: tuple[str, ...] = ()
    """What was low on the latest checks and is neither confirmed nor back."""
    back: tuple[str, ...] = ()
    """What came back, and how many low days did."""
    told: tuple[str, ...] = ()
    """What comes and goes, and checks that can show nothing."""
    lines: tuple[HomeLine, ...] = ()
    caveat: str = ""
    rarer: Rarer | None = None
    """Fewer checks, or none, as the way out proposes."""


class Row(NamedTuple):
    """One thing that can be done, with the command's name."""

    command: str
    label: str
    hint: str = ""


class HomeView(NamedTuple):
    """What Home shows."""

    headline: str
    more: tuple[str, ...]
    last: str
    rows: tuple[Row, ...]
    early: str | None
    """Why no check can start today, if it can't."""
    lines: tuple[HomeLine, ...] = ()
    """Each test against the own usual range; empty until there is one, and while values are sealed."""
    caveat: str = ""
    """What stands last, where anything soothes."""
    sealed: str = ""
    """That values are sealed, and until when; it stands back, by the last check."""


def home_view(facts: HomeFacts, reading: HomeReading | None = None) -> HomeView:
    """Home for these facts; the readings come a moment later and are joined in then."""
    known = reading or NO_READING
    # Beside a sign or a loss that was told no number soothes; who has stopped is left in peace.
    calm = not (facts.alert or facts.losses or facts.ended)
    said = [
        *_alert(facts),
        *_losses(facts),
        *([known.show] if known.show else []),
        *_unfinished(facts),
        *_confirming(facts, known),
        *known.low,
        *_dates(facts, beside=bool(facts.alert or facts.losses or known.show), read=reading is not None),
        *(known.back if calm else ()),
        *(() if facts.ended else known.told),
        *_rarer(facts, known),
    ]
    return HomeView(
        headline=said[0],
        more=tuple(said[1:]),
        last=last_words(facts, named=calm and not (known.lines or known.show)),
        rows=_rows(facts, known),
        early=None if known.confirm_open else _not_today(facts),
        lines=known.lines if calm else (),
        caveat=(known.caveat or _about(facts)) if calm else "",
        sealed=short_words(facts.sealed, facts.now.date()),
    )


def rarer_words(reading: HomeReading) -> str:
    """What is proposed, in one line that points to its page; empty beside what is open or for a doctor."""
    if reading.rarer is None or reading.show or reading.confirm or reading.low or reading.told:
        return ""
    return (wayout.RARER if reading.rarer == "longer" else wayout.ENOUGH).text


def _proposed(facts: HomeFacts, reading: HomeReading) -> Rarer | None:
    """What the way out proposes, where nothing stands beside it."""
    beside = facts.alert or facts.losses or facts.ended or facts.unfinished or facts.profile.excluded
    return None if beside or not rarer_words(reading) else reading.rarer


def _rarer(facts: HomeFacts, reading: HomeReading) -> list[str]:
    """It is named for some days after a check; later its row alone says so."""
    if facts.last is None or _proposed(facts, reading) is None:
        return []
    days = (facts.now.date() - facts.last.started_at.date()).days
    return [rarer_words(reading)] if days <= NAMED_DAYS else []


NO_READING = HomeReading(show=None, confirm=None, confirm_open=False)
"""Before the record is read."""


def last_words(facts: HomeFacts, *, named: bool = True) -> str:
    """The last check in one line, its tests `named`; empty when there is none."""
    if facts.last is None:
        return ""
    day = moment_words(facts.last.started_at, facts.now.date())
    kind = "" if facts.last.planned else ", extra"
    if not named:
        return f"Last check: {day}{kind}."
    tests = ", ".join(dict.fromkeys(facts.names.get(r.protocol, r.protocol) for r in facts.last.results))
    return f"Last check: {day}{kind}. {capital(tests)}."


def unfinished_words(one: Unfinished, now: datetime) -> str:
    """Exactly what is open: since when, at which test, side and try."""
    began = moment_words(one.sitting.began.at, now.date())
    made = one.sitting.tries_made
    tries = {0: "no try is made yet", 1: "1 try is kept"}.get(made, f"{made} tries are kept")
    where = f"You were at {place_words(one.step)}, {since_words(one.last_at, now)}"
    state = _left_in(one)
    apart = f". {state} {capital(tries)}." if state else f"; {tries}."
    return f"A check begun {began} is not finished. {where}{apart}"


def _left_in(one: Unfinished) -> str:
    """What became of the try that was left: it ran, or it is over; nothing where it is still to come."""
    running, over = one.sitting.running, one.sitting.unentered
    if running is not None and running.step == one.step.key:
        return home.LEFT_RUNNING.text
    return home.LEFT_OVER.text if over is not None and over.step == one.step.key else ""


def _losses(facts: HomeFacts) -> list[str]:
    said = lost_said(facts.losses, facts.now.date(), urgent=facts.alert is not None)
    return [said] if said else []


def _alert(facts: HomeFacts) -> list[str]:
    if facts.alert is None:
        return []
    day = near_words(facts.alert.at.date(), facts.now.date())
    if facts.alert.advice == "now":
        number = numbers_for(facts.profile.region).emergency
        return [home.ALERT_NOW.say(when=day, number=number)]
    return [home.ALERT_TODAY.say(when=day)]


def _unfinished(facts: HomeFacts) -> list[str]:
    return [unfinished_words(one, facts.now) for one in facts.unfinished[:1]]


def _confirming(facts: HomeFacts, reading: HomeReading) -> list[str]:
    if reading.confirm is None or facts.profile.excluded:
        return []
    return [reading.confirm]


def _dates(facts: HomeFacts, *, beside: bool, read: bool) -> list[str]:
    """The next date; `beside` something for a doctor it stands back, and nothing invites to a check.

    Before the record is `read` nothing soothes: what is worth showing may come a moment later.
    """
    today = facts.now.date()
    if facts.profile.excluded:
        return [setup.EXCLUDED.text]
    if facts.ended:
        return [wayout.ENDED.text]
    if beside:
        return [home.BESIDE.say(when=_due(facts.due.on, today))] if facts.due.on else []
    if facts.due.on is None:
        return [home.FIRST.say(minutes=facts.minutes)] if not facts.unfinished else []
    settling = [home.SETTLING.say(n=facts.planned)] if facts.planned < BASELINE_CHECKS else []
    if facts.due.is_open(today):
        return [home.OPEN.say(when=_when(facts.due.on, today), minutes=facts.minutes), *settling]
    quiet = home.QUIET if read or settling else home.NEXT
    return [quiet.say(date=date_words(facts.due.on, today)), *settling]


def _about(facts: HomeFacts) -> str:
    """What this is and what it can't, on the first day alone."""
    first = facts.due.on is None and not (facts.unfinished or facts.profile.excluded)
    return home.ABOUT.text if first else ""


def _due(day: date, today: date) -> str:
    return on_words(day, today) if day >= today else "now"


def _when(day: date, today: date) -> str:
    if day >= today:
        return near_words(day, today)
    return f"now; its date was {near_words(day, today)}" if (today - day).days > 6 else "now"


def _not_today(facts: HomeFacts) -> str | None:
    today = facts.now.date()
    if facts.profile.excluded:
        return f"{setup.EXCLUDED.text} “About you” is where that can be changed."
    if facts.extra_from is not None and not facts.due.is_open(today):
        return early.WEEK.say(date=date_words(facts.extra_from, today))
    return None


_LOST = Row("tell-lost", "Something I can no longer do", "no test comes first")
_REPORT = Row("open-report", "Page for a doctor", "what you tell, and your checks")
_VISIT = Row("enter-visit", "A doctor's visit")
_WAY_OUT = Row("open-way-out", "Fewer checks, or none")
"""These stand higher on the days that they are needed."""

_PROPOSED: dict[Rarer, str] = {"longer": "proposed: every three months", "end": "proposed: you can stop here"}


def _rows(facts: HomeFacts, reading: HomeReading) -> tuple[Row, ...]:
    """What can be done, the day's things first; what leads nowhere yet is not there."""
    confirm_open = reading.confirm_open
    check = _check_rows(facts, confirm_open)
    counted = checks_words(facts.planned, facts.checks - facts.planned)
    history = (Row("open-history", "History", counted),) if facts.checks or facts.binned else ()
    # What is worth showing outranks every check; one that was begun is finished first.
    to_show = bool(reading.show or facts.losses)
    proposed = _proposed(facts, reading)
    rarer = (_WAY_OUT._replace(hint=_PROPOSED[proposed]),) if proposed else ()
    rest = _below(facts, to_show=to_show, way_out=not rarer)
    quiet = (
        not facts.unfinished
        and not confirm_open
        and (facts.ended or _not_today(facts) is not None or not facts.due.is_open(facts.now.date()))
    )
    if to_show:
        doctor = (_REPORT, _VISIT, _LOST, *history)
        return (*check, *doctor, *rest) if facts.unfinished else (*doctor, *check, *rest)
    return (*history, _LOST, *rarer, *check, *rest) if quiet else (*check, _LOST, *rarer, *history, *rest)


def _below(facts: HomeFacts, *, to_show: bool, way_out: bool) -> tuple[Row, ...]:
    """What stands there on every day, below what the day brings.

    On the first days the answers come before the page for a doctor, which has nothing of a check yet.
    """
    checked = bool(facts.planned)
    beside = "sealed" if facts.sealed else "left beside right, now beside then"
    compare = (Row("open-compare", "Compare", beside),) if checked else ()
    report = () if to_show else (_REPORT,)
    answers = (Row("open-understand", "Understand", "what twitching is, what tests show"),)
    return (
        *compare,
        *((*report, *answers) if checked else (*answers, *report)),
        Row("open-cards", "Has this happened before?", "write a sensation down"),
        Row("open-events", "Injury, illness, medicine", "what may change a side for weeks"),
        *(() if to_show else (_VISIT,)),
        *((_WAY_OUT,) if checked and way_out else ()),
        Row("open-tests", "Tests", "how each is done, what it can show"),
        Row("enter-paper", "Enter a check done on paper"),
        *(() if facts.blank else (Row("export-record", "Export", "the whole record as a file"),)),
        Row("about-you", "About you"),
        Row("open-settings", "Settings", "colours, sound, backups"),
    )


def _check_rows(facts: HomeFacts, confirm_open: bool) -> tuple[Row, ...]:
    if facts.unfinished:
        made = facts.unfinished[0].sitting.trials_made
        keep = (Row("keep-unfinished", "Keep what is there", "the check ends as it is"),) if made else ()
        return (
            Row("start-check", "Continue the check", "where you stopped"),
            *keep,
            Row("discard-unfinished", "Discard it", "asks once more"),
        )
    about = f"about {facts.minutes} minutes"
    if facts.ended:
        return (Row("start-check", "Start a check all the same", about),)
    if facts.due.on is None:
        hint = about if facts.profile.set_up_on else "first a few questions"
        return (Row("start-check", "Start the first check", hint),)
    if facts.due.is_open(facts.now.date()):
        return (Row("start-check", "Start the check", about),)
    if confirm_open:
        return (Row("start-check", "Do that test again", "planned, of that test alone"),)
    return (Row("start-check", "Start an extra check", "kept, not compared"),)
