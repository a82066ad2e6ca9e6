"""Which tests today: those for this person are chosen already; numbers change that."""

from strengthcheck.plain.talk import Ask, Talk
from strengthcheck.services.choosing import Choosing
from strengthcheck.services.proposing import Option, minutes_of
from strengthcheck.views.choose import ALWAYS_HARD, LEADS, lead_of, total_words, unread_words, why_words


def choose_tests(talk: Talk, facts: Choosing) -> tuple[str, ...]:
    """The ids of the tests to do, in their order. Raises BackWished, LeaveWished."""
    chosen = {o.protocol.id for o in facts.options if o.proposed}
    lead = lead_of(confirm=facts.confirm, first_ever=facts.first_ever)
    unread = unread_words(facts.unread)
    talk.say("Today's check", LEADS[lead], *((unread,) if unread else ()))
    while True:
        picked = tuple(o for o in facts.options if o.protocol.id in chosen)
        talk.say(*(_line(i, o, o in picked) for i, o in enumerate(facts.options, 1)))
        talk.say(total_words(minutes_of(picked, first_ever=facts.first_ever)), apart=False)
        typed = talk.ask(Ask("Numbers choose or leave out; Enter starts", usual=""))
        if not typed and picked:
            return tuple(o.protocol.id for o in picked)
        talk.say(*_turned(facts, chosen, typed or ""), apart=False)


def _turned(facts: Choosing, chosen: set[str], typed: str) -> list[str]:
    """Choose or leave out the tests of these numbers; what has to be said of it."""
    said = [] if typed else ["Choose at least one test."]
    for word in typed.replace(",", " ").split():
        number = int(word) if word.isdecimal() and len(word) < 4 else 0
        if not 1 <= number <= len(facts.options):
            said.append(f"Type numbers from 1 to {len(facts.options)}.")
            continue
        option = facts.options[number - 1]
        if not option.open:
            said.append(ALWAYS_HARD)
        elif option.protocol.id in chosen:
            chosen.discard(option.protocol.id)
        else:
            chosen.add(option.protocol.id)
    return said


def _line(number: int, option: Option, picked: bool) -> str:
    why = why_words(option.why, too_long=option.too_long and not picked)
    about = f", {why}" if why else ""
    state = "chosen" if picked else "left out"
    minutes = "minute" if option.minutes == 1 else "minutes"
    return f"{number}  {option.protocol.title}: {state}, {option.minutes:g} {minutes}{about}"
