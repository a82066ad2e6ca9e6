"""The page for the doctor: from the record, the readings and the form to plain data."""

from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from strengthcheck.analysis.series import Lookup, flagged
from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Limb
from strengthcheck.model.check import Check, Context
from strengthcheck.model.form import DoctorForm
from strengthcheck.model.profile import Gate, Profile, Visit
from strengthcheck.model.series import Kept
from strengthcheck.views.dates import capital
from strengthcheck.views.page_appendix import appendix, note_words
from strengthcheck.views.page_chart import Time
from strengthcheck.views.page_data import Block, PageData, ResultLine
from strengthcheck.views.page_lines import (
    Around,
    Period,
    chosen,
    headline,
    listed,
    other_line,
    result_line,
    too_few,
)
from strengthcheck.views.page_words import (
    NOT_ANSWERED,
    ROOM,
    block,
    course_text,
    day_text,
    event_text,
    examined_text,
    functions_text,
    line,
    short,
    symptoms_text,
)
from strengthcheck.views.values import number_text
from strengthcheck.wording import doctor

MOST_NAME = 80
MOST_VERSIONS = 8
"""What has room beside the title, and at the foot."""

BY_HAND = {
    "Course": "Began when, and how since then",
    "Lost or harder": "Lost or harder in daily life, with dates",
    "Where": "Where it twitches, where it is weak",
    "Symptoms": "Other symptoms",
    "Medicines": "Medicines",
    "Family": "Illness in the family",
    "Earlier illness, work, sport": "Earlier illness, work, sport",
    "Examinations": "Examinations done, with dates",
}
"""What the page leaves room for, by what was not told, when no test was done."""

_LIMBS: tuple[Limb, ...] = ("left_arm", "right_arm", "left_leg", "right_leg")


class PageSource(NamedTuple):
    """What the page is made from: the record as it stood on the last day of the period."""

    checks: tuple[Kept, ...]
    reads: tuple[ReadPair, ...]
    lookup: Lookup
    profile: Profile
    losses: tuple[Gate, ...]
    visits: tuple[Visit, ...]
    program: str
    """The program's version."""


class PageChoices(NamedTuple):
    """What the person chose; the last four are off unless asked for."""

    today: date
    since: date | None = None
    until: date | None = None
    protocols: tuple[str, ...] = ()
    """Only these tests; none named means all."""
    notes: bool = False
    context: bool = False
    worry: bool = False
    name: bool = False
    full: bool = False


def doctor_page(source: PageSource, choices: PageChoices) -> PageData:
    """The page as data. A pure function: the same record, choices and day give the same page."""
    period = _period(source, choices)
    checks = tuple(c for k in source.checks if (c := _wanted(k, period, choices)) is not None)
    form = source.profile.form or DoctorForm()
    reads = tuple(
        r for r in source.reads if not choices.protocols or r.pair.key.protocol in choices.protocols
    )
    shown, others = chosen(reads, period)
    time = Time(period.start, period.end)
    events = tuple(e for e in source.profile.events if period.start <= e.on <= period.end)
    around = Around(period, time, source.profile.events, too_few(reads))
    lines = tuple(result_line(r, around) for r in shown)
    own, facts, continued = _blocks(form, source)
    examined = examined_text(form, source.profile.seen_by_doctor, source.visits)
    unanswered = examined == NOT_ANSWERED
    told = bool(facts) or not unanswered or any(b.words.lines for b in own)
    return PageData(
        title="Strength checks at home",
        author=line(form.name) if choices.name and form.name else "the person who recorded this",
        name=short(form.name, MOST_NAME) if choices.name and form.name else "",
        about=_about(person := _person(source.profile), period, choices),
        person=person,
        own=own,
        examined=examined,
        unanswered=unanswered,
        facts=facts,
        blank=() if lines else _by_hand(facts),
        left_facts=_half(facts),
        headline=headline(reads, all_tests=len(reads) == len(source.reads)),
        lines=lines,
        nothing="" if lines else (doctor.NOTHING if told else doctor.NOTHING_AT_ALL).text,
        axis=time.ticks(),
        events=tuple(time.day(e.on) for e in events),
        keys=_keys(lines),
        others=(*other_line(others, around), *_entered(tuple(event_text(e) for e in events))),
        named=len({r.pair.key.protocol for r in others} - {one.protocol for one in lines}),
        how=_how(checks, choices),
        footer=doctor.FOOTER.text,
        made_with=_made_with(source.program, (*shown, *others)),
        continued=continued,
        notes=_notes(checks) if choices.notes and not choices.full else (),
        appendix=appendix(checks, source.lookup, notes=choices.notes) if choices.full else None,
    )


def _period(source: PageSource, choices: PageChoices) -> Period:
    end = min(choices.until or choices.today, choices.today)
    first = min((k.check.started_at.date() for k in source.checks), default=end)
    start = choices.since or first
    return Period(min(start, end), end)


def _wanted(kept: Kept, period: Period, choices: PageChoices) -> Kept | None:
    """The check with the tests that were chosen; nothing outside the period or when none of them is in it."""
    if not period.start <= kept.check.started_at.date() <= period.end:
        return None
    if not choices.protocols:
        return kept
    results = tuple(r for r in kept.check.results if r.protocol in choices.protocols)
    uses = tuple(ref for ref in kept.uses if ref.id in choices.protocols)
    return Kept(check=kept.check.model_copy(update={"results": results}), uses=uses) if results else None


def _person(profile: Profile) -> str:
    hand = {"left": "left-handed", "right": "right-handed", "both": "both hands alike"}
    born = f"born {profile.birth_year}" if profile.birth_year else ""
    return " · ".join(p for p in (born, hand.get(profile.handedness or "", "")) if p)


def _about(person: str, period: Period, choices: PageChoices) -> tuple[str, ...]:
    dates = f"{day_text(period.start)} – {day_text(period.end)}" if period.start < period.end else ""
    return tuple(p for p in (person, dates, f"Made on {day_text(choices.today)}") if p)


def _blocks(
    form: DoctorForm, source: PageSource
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """The person's own words, the facts beside them, and what of both stands on the next page."""
    rest: list[Block] = []

    def fitted(title: str, text: str, room: int) -> Block:
        shown, more = block(title, text, room)
        rest.extend([more] if more else [])
        return shown

    own = (
        fitted("Main concern", form.concern, ROOM["concern"]),
        fitted("What I would like from today", form.wish, ROOM["wish"]),
    )
    told = (
        ("Course", course_text(form), "fact"),
        ("Lost or harder", functions_text(form, source.losses), "list"),
        ("Where", form.where, "fact"),
        ("Symptoms", symptoms_text(form), "list"),
        ("Medicines", form.medicines, "fact"),
        ("Family", family_text(form, source.profile), "fact"),
        ("Earlier illness, work, sport", form.past, "fact"),
        ("Examinations", form.examinations, "fact"),
    )
    facts = tuple(fitted(title, text, ROOM[kind]) for title, text, kind in told if text.strip())
    return own, facts, tuple(rest)


def _by_hand(facts: tuple[Block, ...]) -> tuple[str, ...]:
    """Headings to write under, of what was not told."""
    told = {b.title for b in facts}
    return tuple(heading for title, heading in BY_HAND.items() if title not in told)


def _half(facts: tuple[Block, ...]) -> int:
    """How many facts stand in the left column, so that both are about as long."""
    sizes = [sum(1 + len(part) // 60 for part in b.words.lines) for b in facts]
    return min(range(len(sizes) + 1), key=lambda n: (abs(sum(sizes[:n]) - sum(sizes[n:])), -n))


def family_text(form: DoctorForm, profile: Profile) -> str:
    """Illness in the family: as written in the form, else as answered at set-up."""
    if form.family.strip() or profile.family_history is None:
        return form.family
    return (
        "illness of nerves or muscles, or dementia before 65, among relatives"
        if profile.family_history
        else "nothing known"
    )


def _keys(lines: tuple[ResultLine, ...]) -> tuple[str, ...]:
    if not lines:
        return ()
    ladder = any(one.rungs for one in lines)
    return (
        doctor.KEY_RANGE.text,
        doctor.KEY_CHART.text,
        *([doctor.KEY_LADDER.text] if ladder else []),
    )


def _entered(events: tuple[str, ...]) -> tuple[str, ...]:
    return (f"Entered in this period (▼ above the charts): {listed(list(events), 5)}.",) if events else ()


def _how(checks: tuple[Kept, ...], choices: PageChoices) -> tuple[str, ...]:
    """How the checks were done, in counts that anybody can count again."""
    if not checks:
        return ()
    planned = [k.check for k in checks if k.check.planned]
    trials = [t for k in checks for r in k.check.results for t in r.trials if t.skipped is None]
    struck = [t for t in trials if t.invalid is not None]
    skipped = sum(t.skipped is not None for k in checks for r in k.check.results for t in r.trials)
    told = [
        f"{_counted(len(planned), 'planned check')}{_apart(planned)}; {len(checks) - len(planned)} extra."
        f"{_set_aside(planned)}",
        f"{_counted(len(trials), 'trial')}: {len(struck)} did not count{_share(len(struck), len(trials))}."
        f"{_left_out(skipped)}",
    ]
    contexts = [k.check.context for k in checks if k.check.context is not None]
    more = _context(contexts) if choices.context else []
    if choices.worry:
        more += _spread("worry before", [c.worry for c in contexts if c.worry is not None], "of 10")
    return (*told, *([f"{capital('; '.join(more))}."] if more else []))


def _set_aside(planned: list[Check]) -> str:
    """How many planned checks were told to be sore or ill; what never was is not counted."""
    flags = [{flagged(c.context, limb) for limb in _LIMBS} for c in planned]
    sore, ill = (sum(why in f for f in flags) for why in ("sore", "ill"))
    told = [
        *([f"sore or worked hard before {sore}"] if sore else []),
        *([f"ill on {ill}"] if ill else []),
    ]
    return f" Of the planned checks, {', '.join(told)}." if told else ""


def _left_out(skipped: int) -> str:
    times = "once" if skipped == 1 else f"{skipped} times"
    return f" A side was left out {times}." if skipped else ""


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _apart(planned: list[Check]) -> str:
    """The usual distance between planned checks."""
    days = sorted(c.started_at.date() for c in planned)
    gaps = [(b - a).days for a, b in pairwise(days)]
    return f", mostly {median(gaps):.0f} days apart" if len(gaps) > 1 else ""


def _share(part: int, whole: int) -> str:
    if not whole or not part:
        return ""
    percent = 100 * part / whole
    told = "under 0.1" if percent < 0.1 else f"{percent:.1f}" if percent < 1 else f"{percent:.0f}"
    return f" ({told} %)"


def _context(contexts: list[Context]) -> list[str]:
    """Sleep and cold hands; soreness and illness are told anyway."""
    slept = [c.sleep_hours for c in contexts if c.sleep_hours is not None]
    cold = sum(bool(c.cold_hands) for c in contexts)
    return [*_spread("sleep", slept, "h"), f"cold hands on {cold}" if cold else "cold hands never"]


def _spread(name: str, values: list[int | float], unit: str) -> list[str]:
    if not values:
        return []
    low, high, middle = (number_text(v) for v in (min(values), max(values), median(values)))
    return [f"{name} {low} to {high} {unit}, middle {middle}"]


def _made_with(program: str, reads: tuple[ReadPair, ...]) -> str:
    used = sorted({(r.pair.key.protocol, r.pair.key.version) for r in reads})
    tests = listed([f"{name} {version}" for name, version in used], MOST_VERSIONS)
    return f"strengthcheck {program}" + (f" · tests and versions: {tests}" if tests else "")


def _notes(checks: tuple[Kept, ...]) -> tuple[Block, ...]:
    """The person's notes, the newest first."""
    noted = [k.check for k in checks if k.check.note and k.check.note.strip()]
    noted.sort(key=lambda c: (c.started_at, str(c.id)), reverse=True)
    return tuple(Block(title=day_text(c.started_at.date()), words=note_words(c.note or "")) for c in noted)
