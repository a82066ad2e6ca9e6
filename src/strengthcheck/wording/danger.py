"""The gate, the lost-task questions, and where they lead."""

from typing import NamedTuple

from strengthcheck.wording.sentence import Sentence

GATE_QUESTION = "Is any of this new since your last check, or happening now?"
GATE_QUESTION_FIRST = "Is any of this new, or happening now?"
"""Before the first check of all, which none came before."""


class GateLine(NamedTuple):
    """One of the seven fixed lines, with more about it on request."""

    number: int
    text: str
    more: str
    source: str


GATE_LINES = (
    GateLine(
        1,
        "Sudden, even if it has gone again: face drooping, an arm or leg weak or numb, trouble speaking or "
        "seeing, the worst headache of your life",
        "Sudden means within seconds or minutes. These signs count even when they are gone again.",
        "docs/evidence.md#weakness-by-speed, #emergency-signs",
    ),
    GateLine(
        2,
        "Weakness that spreads or grows over hours or days",
        "Such as legs that are weaker today than yesterday, climbing upwards.",
        "docs/evidence.md#weakness-by-speed, #emergency-signs",
    ),
    GateLine(
        3,
        "Hard to breathe at rest or lying flat; choking, or trouble swallowing",
        "Breath that is short without any effort, or drinks that go down the wrong way again and again.",
        "docs/evidence.md#weakness-by-speed, #emergency-signs",
    ),
    GateLine(
        4,
        "Numb between the legs, or new trouble with bladder or bowel",
        "Often with back pain going into both legs.",
        "docs/evidence.md#weakness-by-speed, #emergency-signs",
    ),
    GateLine(
        5,
        "Chest pain or collapse; severe muscle pain with dark urine after exercise",
        "Dark like tea or cola, after hard or unaccustomed effort.",
        "docs/evidence.md#emergency-signs",
    ),
    GateLine(
        6,
        "Weak together with fever, an injury to head, neck or back, cancer, double vision or drooping lids",
        "Weakness that came with one of these, now or in the last days.",
        "docs/evidence.md#weakness-by-speed, #emergency-signs",
    ),
    GateLine(
        7,
        "Something I could do and now can't",
        "A task of everyday life: buttons, keys, lids, stairs, speech. It leads to five short questions.",
        "docs/evidence.md#red-flags; docs/safeguards.md#a-lost-task-comes-first",
    ),
)
GATE_AT_REST = Sentence(
    "gate.at_rest",
    "line 3 was chosen",
    "Is it hard to breathe right now, at rest, or can't you swallow your saliva?",
    "docs/evidence.md#weakness-by-speed, #emergency-signs",
)
GATE_KNOWN = Sentence(
    "gate.known",
    "at the gate; beside a loss told earlier only where more is asked for: all of it fits a small window then",
    "Long-known and already examined is not new.",
    "docs/evidence.md#emergency-signs",
)
NOW = Sentence(
    "gate.now",
    "emergency sign",
    "Call {number} now and say when it began.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs",
)
NOW_LEAVE = Sentence(
    "gate.now.leave",
    "after gate.now, inside a check",
    "Leave the check; everything entered is kept.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs",
)
TODAY = Sentence(
    "gate.today",
    "same-day sign",
    "Call a doctor today: {line}. This should not wait for a check, or for next week.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs",
)
LOST_SIGN = Sentence(
    "lost.sign",
    "inside gate.today, where a lost task and no sign of the gate leads there",
    "something you can no longer do as you could ({task})",
    "docs/evidence.md#weakness-by-speed; docs/safeguards.md#a-lost-task-comes-first",
)
BOOK = Sentence(
    "lost.book",
    "lost, or only with a trick, over weeks to months",
    "You can no longer do this as you could: {task}. Book a doctor this week. No test is needed first; your page is "
    "ready.",
    "docs/evidence.md#weakness-by-speed, #red-flags; docs/safeguards.md#a-lost-task-comes-first; article 7",
)
NOTED = Sentence(
    "lost.harder",
    "told as lost, but still done",
    "Noted with today's date. You still do it, so {date} is soon enough. If it becomes impossible, come back here "
    "the same day.",
    "docs/evidence.md#error-of-one-check, #testing-oneself; article 3",
)
HARDER_WORSE = Sentence(
    "lost.harder.worse",
    "told as lost, but still done, and getting worse over weeks or longer",
    "Noted with today's date. You still do it, but it is getting worse: show it to a doctor in the next weeks. If it "
    "becomes impossible, come back here the same day.",
    "docs/evidence.md#weakness-by-speed; the interval is our judgement",
)
WORSE = Sentence(
    "lost.worse",
    "a loss told earlier gets worse, not within the last four weeks",
    "It is getting worse: {task}. Tell a doctor this week; if one has looked already, go back and say so.",
    "docs/evidence.md#weakness-by-speed, #late-diagnosis; docs/safeguards.md#a-lost-task-comes-first",
)
COURSE = Sentence(
    "lost.course",
    "a loss told earlier is better or the same",
    "Noted with today's date. If no doctor has looked yet, it is still worth showing.",
    "docs/evidence.md#weakness-by-speed; docs/safeguards.md#a-lost-task-comes-first; docs/guided-test.md#the-whole-check",
)
KNOWN = Sentence(
    "lost.known",
    "at the gate, and where a loss is told, while one told earlier is known",
    "You told this before: {task}. How is it now?",
    "docs/safeguards.md#a-lost-task-comes-first; docs/guided-test.md#the-whole-check",
)
RECORD = Sentence(
    "lost.record",
    "after lost.book",
    "You may still do a check for the record. It changes nothing about seeing a doctor.",
    "docs/safeguards.md#a-lost-task-comes-first",
)
MOMENTS = Sentence(
    "moments",
    "a number for bad moments was asked for",
    "If you feel you can't go on, or might harm yourself, talk to someone now: {number}.",
    "docs/evidence.md#emergency-signs",
)

LOST_WHAT = {
    "hands": "buttons, keys, writing",
    "holding": "holding, lifting, lids",
    "legs": "stairs, trips, running",
    "speech": "speech",
    "swallowing": "swallowing",
    "other": "something else",
}
LOST_HOW_MUCH = {
    "cannot": "I can't",
    "trick": "only with a trick, or I drop it",
    "harder": "harder, but I do it",
}
LOST_SINCE = {
    "days": "suddenly, in the last days",
    "weeks": "in the last four weeks",
    "longer": "longer",
}
LOST_COURSE = {"better": "better", "same": "the same", "worse": "worse"}
ALL = (
    GATE_AT_REST,
    GATE_KNOWN,
    NOW,
    NOW_LEAVE,
    TODAY,
    LOST_SIGN,
    BOOK,
    NOTED,
    HARDER_WORSE,
    WORSE,
    COURSE,
    KNOWN,
    RECORD,
    MOMENTS,
)
