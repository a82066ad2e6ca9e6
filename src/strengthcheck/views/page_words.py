"""A person's words on paper: harmless, cut where their room ends, and never lost."""

import unicodedata
from datetime import date

from strengthcheck.model.form import SYMPTOMS, DoctorForm, FunctionChange, Symptom
from strengthcheck.model.profile import BodyEvent, Gate, LostTask, Visit
from strengthcheck.views.dates import MONTHS
from strengthcheck.views.displayable import displayable
from strengthcheck.views.losses import in_brackets, lost_words
from strengthcheck.views.page_data import Block, Words

MORE = " … (continued on page 2)"
NOT_ANSWERED = "not answered"
LONGEST_WORD = 24
"""A longer run of characters without a blank may be broken anywhere."""
BREAK = "\u200b"
"""Where paper may break a long word; a terminal breaks it by itself."""
ROOM = {"concern": 300, "wish": 220, "fact": 260, "list": 380}
"""About how many characters of a text have room on the first page; a wide one counts as two, a line as 40."""

_HOW_MUCH = {"cannot": "can't", "trick": "only with a trick", "harder": "harder, still done"}
_SINCE = {
    "days": "within days",
    "weeks": "within four weeks",
    "longer": "over a longer time",
}


def day_text(day: date) -> str:
    """9 Nov 2026."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def since_text(day: date) -> str:
    """When something began: a first of a month stands for the month, as that is all that most people know."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}" if day.day == 1 else day_text(day)


def on_paper(text: str) -> str:
    """The text in characters that print: harmless; what has no glyph by its nature stands as its number."""
    return "".join(_printed(c) for c in displayable(text, newlines=True)).strip()


def _printed(c: str) -> str:
    """One character; a control picture, a private or an unassigned one as its number."""
    if "\u2400" <= c <= "\u241f":
        return f"⟨U+{ord(c) - 0x2400:04X}⟩"
    if c == "\u2421":
        return "⟨U+007F⟩"
    return f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in ("Co", "Cn") else c


def line(text: str) -> str:
    """A short text on one line, harmless, breakable where it is too long for any column."""
    return _breakable(" ".join(on_paper(text).split()))


def short(text: str, most: int) -> str:
    """A text on one line, cut where it is longer than its place on the first page."""
    shown = " ".join(on_paper(text).split())
    return _breakable(shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…")


def words(text: str) -> Words:
    """A long text in its lines, blank ones at the ends left out."""
    shown = on_paper(text)
    lines = tuple(_breakable(part.rstrip()) for part in shown.split("\n")) if shown else ()
    return Words(lines=lines, rtl=_right_to_left(shown))


def block(title: str, text: str, room: int) -> tuple[Block, Block | None]:
    """What has room on the first page, and the rest for the next."""
    shown = on_paper(text)
    cut = _cut(shown, room)
    if cut == len(shown):
        return Block(title=title, words=words(shown)), None
    head = shown[:cut].rstrip() + MORE
    rest = Block(title=f"{title}, continued", words=words("… " + shown[cut:].lstrip()))
    return Block(title=title, words=words(head), continued=True), rest


def _cut(text: str, room: int) -> int:
    """Where to cut: after the last whole word that has room."""
    used = 0
    last = 0
    for i, c in enumerate(text):
        if c in " \n":
            last = i
        used += 40 if c == "\n" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        if used > room:
            return last if last > room // 3 else i
    return len(text)


def _breakable(text: str) -> str:
    return " ".join(_broken(w) if len(w) > LONGEST_WORD else w for w in text.split(" "))


def _broken(word: str) -> str:
    """A long word with places where a line may end; letters keep their marks."""
    out: list[str] = []
    run = 0
    for c in word:
        if run >= LONGEST_WORD // 2 and not unicodedata.combining(c) and c not in "\u200c\u200d\ufe0e\ufe0f":
            out.append(BREAK)
            run = 0
        out.append(c)
        run += 1
    return "".join(out)


def _right_to_left(text: str) -> bool:
    """Whether the first letter belongs to a script written from right to left."""
    first = next((d for c in text if (d := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "L")
    return first != "L"


def course_text(form: DoctorForm) -> str:
    """When and how it began, and what it did since."""
    began = [f"began {form.began}"] if form.began else ["began"] if form.began_on else []
    if form.began_on:
        began.append(since_text(form.began_on))
    since = {"comes_and_goes": "comes and goes"}.get(form.since_then or "", form.since_then or "")
    parts = [" ".join(began), f"since then: {since}" if since else ""]
    told = "; ".join(p for p in parts if p)
    return " ".join(p for p in (f"{told[:1].upper()}{told[1:]}." if told else "", form.course.strip()) if p)


def functions_text(form: DoctorForm, losses: tuple[Gate, ...]) -> str:
    """What is lost or harder, with dates: from the form, and as told to the program."""
    told = [function_text(f) for f in form.functions]
    told += [_lost(g.lost, g.at.date()) for g in losses if g.lost is not None]
    return "\n".join(told)


def function_text(change: FunctionChange) -> str:
    """One thing in daily life: what, which side, how, since when."""
    how = {"lost": "lost", "harder": "harder", "unchanged": "as ever"}[change.how]
    since = f", since {since_text(change.since)}" if change.since else ""
    return f"{change.task}{in_brackets(change.side)}: {how}{since}"


def _lost(lost: LostTask, told: date) -> str:
    return (
        f"{lost_words(lost)}: {_HOW_MUCH[lost.how_much]}, came {_SINCE[lost.since]}, "
        f"since then {'the same' if lost.course == 'same' else lost.course} (told {day_text(told)})"
    )


def symptoms_text(form: DoctorForm) -> str:
    """Present and absent ones; those not answered stand in neither."""
    parts = [
        f"{head}: {', '.join(SYMPTOMS[s] for s in named)}"
        for head, named in (("Present", form.present), ("Absent", _absent(form)))
        if named
    ]
    return "\n".join(parts)


def _absent(form: DoctorForm) -> tuple[Symptom, ...]:
    return tuple(s for s in form.absent if s not in form.present)


def examined_text(form: DoctorForm, seen: bool | None, visits: tuple[Visit, ...]) -> str:
    """Whether a doctor examined this before, who and when, and whether nerves and muscles were measured."""
    examined = form.examined if form.examined is not None else (True if visits else seen)
    if examined is None and form.emg is None:
        return NOT_ANSWERED
    parts = [{True: "yes", False: "no", None: NOT_ANSWERED}[examined]]
    if form.examined_by:
        parts.append(short(form.examined_by, 90))
    elif visits:
        latest = max(visits, key=lambda v: v.on)
        parts.append(f"{short(latest.who, 60)}, {day_text(latest.on)} ({_found(latest)})")
    if form.emg is not None:
        parts.append({"done": "EMG done", "not_done": "EMG not done"}[form.emg])
    return " · ".join(parts)


def _found(visit: Visit) -> str:
    return {
        "nothing": "found no weakness",
        "explained": "found a cause",
        "watching": "wants to see it again",
        "referred": "referred on",
    }[visit.found]


def event_text(event: BodyEvent) -> str:
    """An entered event with its date."""
    side = f", {event.side}" if event.side in ("left", "right") else ""
    more = f": {short(event.text, 70)}" if event.text.strip() else ""
    return f"{day_text(event.on)} {event.what}{side}{more}"
