"""Made-up people whose pages are looked at: the same on every day and machine."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import fmean, median
from typing import Any
from uuid import UUID, uuid5

from strengthcheck.analysis.series import ProtocolInUse, pairs_of
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.catalogue import read_catalogue
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.form import DoctorForm, FunctionChange
from strengthcheck.model.profile import BodyEvent, Gate, LostTask, Profile, Visit
from strengthcheck.model.protocol import Measure
from strengthcheck.model.reading import GapReading, Reading, SideReading, UsualRange
from strengthcheck.model.series import Kept, Pair, Point
from strengthcheck.views.doctor_page import PageChoices, PageSource, doctor_page
from strengthcheck.views.page_data import PageData

START = datetime(2025, 11, 3, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
TESTS = read_catalogue(None).protocols
USED = {f.text.sha256: ProtocolInUse(f.protocol, f.text.sha256, False) for f in TESTS.values()}
GRIP, CAP, BOOK, STAIRS, WALK = (
    "grip-device",
    "cap-tightening",
    "book-pinch-lift",
    "stairs",
    "heel-toe-walk",
)

FORM = DoctorForm(
    name="Zoë Made-Up",
    concern="My right hand has become weaker over some months, and the thumb twitches most evenings.",
    wish="To know whether this needs an examination by a specialist, and how soon.",
    where="Right thumb and forearm; calves twitch on both sides. The weakness has not spread.",
    began_on=date(2026, 4, 1),
    began="gradually",
    since_then="worse",
    course="Noticed with keys first, later with the pan.",
    functions=(
        FunctionChange(task="opening jars", how="lost", side="right", since=date(2026, 9, 1)),
        FunctionChange(task="fastening buttons", how="harder", side="right", since=date(2026, 7, 1)),
        FunctionChange(task="stairs", how="unchanged"),
    ),
    present=("cramps", "tiring"),
    absent=("numbness", "eyes", "swallowing", "breathing", "weight"),
    medicines="None; magnesium until May.",
    family="No illness of nerves or muscles known.",
    past="Broken left wrist in 1998. Office work, cycling.",
    examined=True,
    examined_by="Dr Made-Up, GP, 12 May 2026",
    emg="not_done",
    examinations="Blood count and thyroid, 14 May 2026: nothing found.",
)
EVENTS = (BodyEvent(on=date(2026, 3, 2), what="injury", side="left", text="sprained wrist, made up"),)
LOSS = Gate(
    id=UUID(int=7),
    at=datetime(2026, 10, 2, 18, tzinfo=UTC),
    lost=LostTask(
        what="holding", task="holding the pan", how_much="trick", side="right", since="longer", course="worse"
    ),
    advice="book",
)
VISIT = Visit(id=UUID(int=8), on=date(2026, 5, 12), who="Dr Made-Up", found="watching")


def lookup(ref: ProtocolRef) -> ProtocolInUse | None:
    return USED.get(ref.sha256)


def kept(number: int, day: float, results: list[dict[str, Any]], **more: Any) -> Kept:
    check = Check.model_validate(
        {
            "id": uuid5(UUID(int=5), f"check {number}"),
            "started_at": START + timedelta(days=day),
            "results": tuple({**r, "trials": tuple(r["trials"])} for r in results),
            **more,
        }
    )
    refs = tuple(TESTS[name].text.ref for name in dict.fromkeys(r["protocol"] for r in results))
    return Kept(check=check, uses=refs)


Strength = Callable[[str, float], float]


def steady(side: str, day: float) -> float:
    return 1.0


def losing(side: str, day: float) -> float:
    """The right side loses 5 % a month from the fifth month on."""
    return 0.95 ** (max(0.0, day - 150) / 30.4) if side == "right" else 1.0


def results(chance: random.Random, strength: Strength, day: float) -> list[dict[str, Any]]:
    def about(usual: float, scatter: float) -> float:
        return round(usual * (1 + chance.gauss(0, scatter)), 1)

    sides = ("left", "right")
    grip = [
        {"side": s, "values": {"force": about(u * strength(s, day), 0.04)}, "effort": 8}
        for _ in range(3)
        for s, u in (("left", 31.0), ("right", 33.5))
    ]
    rung = {s: 2 if strength(s, day) < 0.82 else 3 for s in sides}
    cap = [{"side": s, "values": {"ladder": rung[s]}} for _ in range(2) for s in sides]
    book = [{"side": s, "values": {"ladder": 3, "hold": 10}} for s in sides]
    walk = [{"side": s, "values": {"ladder": 3}} for s in sides]
    stairs = [{"side": "both", "values": {"ladder": 3, "climb": about(6.4, 0.05)}} for _ in range(2)]
    return [
        {"protocol": GRIP, "object": "made-up dynamometer, handle 2", "trials": grip},
        {"protocol": CAP, "object": "made-up water bottle", "trials": cap},
        {"protocol": BOOK, "object": "The Made-Up Atlas, 1.8 kg", "trials": book},
        {"protocol": WALK, "object": "on heels", "trials": walk},
        {"protocol": WALK, "object": "on toes", "trials": walk},
        {"protocol": STAIRS, "object": "Made-Up Street 1, first flight", "trials": stairs},
    ]


def year(strength: Strength, *, days: list[float] | None = None, seed: str = "page") -> tuple[Kept, ...]:
    chance = random.Random(seed)
    when = days if days is not None else [0, 7, 14, *range(42, 380, 28)]
    made = []
    for number, day in enumerate(when):
        sore = {"soreness": 6, "where": ("right_arm",)} if number == 5 else {}
        found = results(chance, strength, day)
        if number == 4:
            found[0]["trials"][0] = {**found[0]["trials"][0], "values": {"force": 12.0}, "invalid": "slipped"}
        made.append(
            kept(
                number,
                day,
                found,
                planned=number != 6,
                context={"sleep_hours": 7, "worry": 4, **sore},
                note="Made up: the thumb twitched all evening." if number % 5 == 0 else None,
            )
        )
    return tuple(made)


def ten_years(checks: int = 133) -> tuple[Kept, ...]:
    return year(steady, days=[n * 3650 / checks for n in range(checks)], seed="ten")


def read(pair: Pair) -> ReadPair:
    """A reading by a rule as plain as can be: pages are looked at here, not the rule."""
    entering = {s: pair.entering(s) for s in pair.points}
    when = sorted({(p.at, p.check) for points in entering.values() for p in points}, key=lambda w: w[0])
    sides = {s: side_reading(entering.get(s, ()), pair.measure, len(when)) for s in ("left", "right")}
    if "both" in entering:
        sides["left"] = side_reading(entering["both"], pair.measure, len(when))
    raised = tuple(s for s, r in sides.items() if r.raised)
    gap = GapReading(course="usual")
    reading = Reading(**sides, gap=gap, worth_showing=bool(raised), raised=raised)
    return ReadPair(pair, tuple(c for _, c in when), tuple(at.date() for at, _ in when), reading)


def side_reading(points: tuple[Point, ...], measure: Measure, checks: int) -> SideReading:
    values = [float(p.value) for p in points if not p.could_not]
    if not values:
        return SideReading(course="too_early", rule="no_values")
    centre = median(values[1:7] or values)
    usual = UsualRange(
        centre=centre,
        low=centre * 0.9,
        soft=centre * 0.95,
        high=centre * 1.1,
        error=0.05,
        values=len(values),
        provisional=False,
    )
    if len(values) < 4:
        return SideReading(course="too_early", rule="fewer_than_four", range=usual, last=values[-1])
    change = fmean(values[-2:]) / centre - 1
    if measure.better == "lower":
        change = 1 / (1 + change) - 1
    low = measure.id != "ladder" and change < -0.15
    return SideReading(
        course="falling_and_staying" if low else "usual",
        rule="raised" if low else "nothing_spoke",
        raised=low,
        spoke=tuple(range(checks - 6, checks)) if low else (),
        range=usual,
        last=values[-1],
        change=change,
    )


def source(
    checks: tuple[Kept, ...] = (), reads: tuple[ReadPair, ...] | None = None, **changes: Any
) -> PageSource:
    profile = changes.pop("profile", Profile(handedness="right", birth_year=1961))
    return PageSource(
        checks=checks,
        reads=reads if reads is not None else tuple(read(pair) for pair in pairs_of(checks, lookup)),
        lookup=lookup,
        profile=profile,
        losses=changes.pop("losses", ()),
        visits=changes.pop("visits", ()),
        program="0.1.0",
    )


def told(form: DoctorForm = FORM) -> Profile:
    return Profile(handedness="right", birth_year=1961, form=form, events=EVENTS, family_history=False)


LONG = "The hand felt weaker again in the evening, made up, and then it went on. " * 40
HOSTILE = "#set text(red) $x^2$ *b* _i_ `c` @a <b> \\ // /* [ ] = -1+1 \x1b[2J\x00 \u202egip\u202c \u2066x "


def pages() -> dict[str, tuple[PageData, date]]:
    """Every page that is compared, with the day it was made."""
    end = (START + timedelta(days=3660)).date()
    full = PageChoices(today=TODAY, name=True)
    long = FORM.model_copy(update={"concern": LONG, "wish": LONG, "course": LONG, "examinations": LONG})
    arabic = FORM.model_copy(update={"name": "عائشة المثال", "concern": "يدي اليمنى أضعف منذ أشهر."})
    loss = year(losing)
    some = {"losses": (LOSS,), "visits": (VISIT,)}
    return {
        "empty": (doctor_page(source(), PageChoices(today=TODAY)), TODAY),
        "loss-alone": (doctor_page(source(losses=(LOSS,)), PageChoices(today=TODAY)), TODAY),
        "one-check": (doctor_page(source(year(steady)[:1], profile=told()), full), TODAY),
        "steady-year": (doctor_page(source(year(steady), profile=told()), full), TODAY),
        "one-sided-loss": (doctor_page(source(loss, profile=told(), **some), full), TODAY),
        "ten-years": (doctor_page(source(ten_years(), profile=told()), full._replace(today=end)), end),
        "right-to-left": (doctor_page(source(loss, profile=told(arabic)), full), TODAY),
        "long-words": (
            doctor_page(source(loss, profile=told(long), **some), full._replace(notes=True)),
            TODAY,
        ),
    }
