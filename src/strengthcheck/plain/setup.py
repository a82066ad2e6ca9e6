"""Set-up: a few questions, asked once, all of which may be left open."""

from strengthcheck.plain.desk import Desk
from strengthcheck.plain.out import read_aloud
from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.views.setup import SetupQuestion, answered, closing, finished, questions, where_words


def ask_setup(desk: Desk, *, before_check: bool = True) -> bool:
    """Ask, keep at the end; whether a check may follow. Left half-way nothing is changed.

    What is said at the end is waited with, but for one word before a check.
    """
    talk = desk.talk
    profile = profile_of(desk.ws)
    at = 0
    talk.say("About you", "Every answer may be left open.")
    while at < len(asked := questions(profile)):
        try:
            names = _one(talk, asked[at], where_words(asked[at].id))
        except BackWished:
            if at == 0:
                return False
            at -= 1
        except LeaveWished:
            talk.say("Nothing was changed.")
            return False
        else:
            profile = answered(profile, asked[at].id, names)
            at += 1
    profile = finished(profile, desk.clock.now().date())
    save_profile(desk.ws, profile, "set-up")
    said = ("Kept.", *closing(profile))
    if before_check and not closing(profile):
        talk.say(*said)
    else:
        read_aloud(desk, said, "Enter: go on" if before_check else "Enter: back to the start")
    return not profile.excluded


def _one(talk: Talk, question: SetupQuestion, where: str) -> tuple[str, ...]:
    """The names of what was chosen, or the line typed."""
    talk.say(f"{where}. {question.title}")
    if question.many:
        return _many(talk, question)
    if not question.choices:
        now = "".join(question.chosen)
        stays = f"Enter leaves it as “{now}”" if now else "Enter leaves it empty"
        return (talk.text(f"Type it; {stays}", now),)
    options = [
        (str(i), f"{c.label}, {c.hint}" if c.hint else c.label) for i, c in enumerate(question.choices, 1)
    ]
    if question.text:
        talk.say(question.text, apart=False)
    names = [c.name for c in question.choices]
    prompt = f"A number, or Enter for “{question.choices[question.usual].label}”"
    return (names[int(talk.choose(prompt, options, usual=str(question.usual + 1))) - 1],)


def _many(talk: Talk, question: SetupQuestion) -> tuple[str, ...]:
    """Any number of the choices, by numbers in one line."""
    names = [c.name for c in question.choices]
    talk.say(*(f"{i}  {c.label}" for i, c in enumerate(question.choices, 1)), apart=False)
    chosen = " ".join(str(names.index(n) + 1) for n in question.chosen)
    usual = f"Enter leaves {chosen}, 0 is none" if chosen else "Enter for none"
    while True:
        typed = talk.ask(Ask(f"Numbers with spaces between; {usual}", usual=chosen)) or ""
        words = typed.replace(",", " ").split()
        if all(w.isdecimal() and len(w) < 4 and int(w) <= len(names) for w in words):
            numbers = sorted({int(w) for w in words} - {0})
            talk.say(*(f"Told: {question.choices[n - 1].label}." for n in numbers), apart=False)
            return tuple(names[n - 1] for n in numbers)
        talk.say(f"Type numbers from 1 to {len(names)}.", apart=False)
