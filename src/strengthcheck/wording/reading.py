"""What is said of a course: per side and test, and of the whole record. One caveat a screen, last."""

from typing import NamedTuple

from strengthcheck.model.protocol import Better
from strengthcheck.model.reading import Course
from strengthcheck.wording.sentence import Sentence


class Way(NamedTuple):
    """The words for a loss, as the number of a measure goes: the sentences below take them as gaps."""

    low: str
    lower: str
    falling: str
    further: str
    under: str
    higher: str


FEWER = Way("low", "lower", "still falling", "falling further", "below", "higher")
"""Strength lost makes the number less: kilograms, seconds of holding, taps, rungs."""

SLOWER = Way("slow", "slower", "still slowing", "slowing further", "above", "faster")
"""It takes more seconds."""

WORSE = Way("worse", "worse", "still getting worse", "getting worse", "above", "better")
"""Other numbers of which less is better, such as slips; and where measures that go both ways stand together."""


def way_of(better: Better, unit: str) -> Way:
    """The words that are true of a measure."""
    if better == "higher":
        return FEWER
    return SLOWER if unit == "s" else WORSE


def course_words(course: Course, way: Way = FEWER) -> str:
    """A course in a few words."""
    return _COURSES[course].format(**way._asdict())


_COURSES: dict[Course, str] = {
    "too_early": "settling in",
    "usual": "as usual",
    "one_low": "{low} once",
    "came_back": "came back",
    "low_and_staying": "{lower} and staying",
    "falling_and_staying": "{lower} and {falling}",
    "rising": "{higher}",
}

TOO_EARLY = Sentence(
    "too_early",
    "fewer than three planned values, or fewer than three checks",
    "{n} of 3. These checks learn what is usual for you; they can't speak of change yet.",
    "docs/evidence.md#learning; docs/safeguards.md#testing-is-dosed",
)
NEARLY = Sentence(
    "too_early.nearly",
    "three planned values: a range, but no course yet",
    "Your own measure is set. The next check is the first that can be compared with it.",
    "docs/evidence.md#learning; docs/safeguards.md#testing-is-dosed; docs/reading.md#the-rules",
)
RANGE_SET = Sentence(
    "range.set",
    "third planned check, numbers",
    "You have a first measure of your own: {test} left {a} to {b}, right {c} to {d}. From here on you are compared with yourself, nobody else.",
    "docs/evidence.md#sides-differ; article 3",
)
USUAL = Sentence(
    "usual",
    "both sides usual; over a record, every test that can be read",
    "Left and right are where they usually are.",
    "docs/safeguards.md#how-it-speaks",
)
USUAL_ONE = Sentence(
    "usual.one",
    "a test without sides, or one side only, usual",
    "This is where it usually is.",
    "docs/safeguards.md#how-it-speaks",
)
USUAL_SHAPE = Sentence(
    "usual.shape",
    "six or more planned checks over eight weeks or longer, every course usual, came_back or rising, no low day open, no rung lower on two checks running, and nothing leaning to a lasting loss, asked of every test; with one caveat, last",
    "Weakness of the kind people fear tends to stay and get worse over months. Your record since {date} does not look like that.",
    "docs/evidence.md#flat-months, #what-does-not-return, #what-comes-and-goes, #kept-of-the-articles; articles 4 and 9",
)
ONE_LOW = Sentence(
    "one_low",
    "one planned check below range",
    "{test}, {side}, was {lower} than your usual, once. Off days can do that: sleep, cold, effort, a slip. No need to repeat it now; {date} tells more.",
    "docs/evidence.md#what-moves-a-result; docs/safeguards.md#how-it-speaks; article 9",
)
LOW_RUNNING = Sentence(
    "low_running",
    "two or more planned checks running below range, not confirmed as lasting",
    "{test}, {side}, was {lower} than your usual on the last {n} planned checks; {date} tells more. If a task of daily life is gone, don't wait for it.",
    "docs/safeguards.md#a-lost-task-comes-first, #testing-is-dosed, #how-it-speaks",
)
CANNOT_NOW = Sentence(
    "cannot_now",
    "could not, or only with a trick, on the latest planned check, and no course says so",
    "{test}, {side}: could not, or only with a trick, on the latest check. If you could before, tell it as something you can no longer do.",
    "docs/evidence.md#red-flags; docs/safeguards.md#a-lost-task-comes-first",
)
BACK_ONCE = Sentence(
    "back.once",
    "first planned check back in range",
    "{test}, {side}, is back in your usual range after the {low} result of {d1}; {date} shows whether it stays there.",
    "docs/safeguards.md#how-it-speaks; article 9",
)
CAME_BACK = Sentence(
    "came_back",
    "two planned checks back at the usual level, and the joint model prefers no lasting loss",
    "Came back: {test}, {side}, was {low} on {d1} and at your usual level on {d2} and {d3}. Weakness that stays and gets worse does not do that.",
    "docs/evidence.md#what-does-not-return, #what-comes-and-goes; articles 4 and 9",
)
LOW_STAYING = Sentence(
    "low_and_staying",
    "confirmed, level",
    "{test}, {side}, has been {lower} since {date}, on {n} planned checks. So far it isn't {further}, and it hasn't come back. That is worth showing to a doctor.",
    "docs/safeguards.md#how-it-speaks; docs/reading.md#the-rules",
)
FALLING = Sentence(
    "falling",
    "confirmed, falling",
    "{test}, {side}, has been lower since {date}, on {n} planned checks, and is still falling: {x} % below your usual on the latest two. Show this to a doctor within two weeks.",
    "docs/evidence.md#weakness-by-speed, #shape-of-a-loss; docs/reading.md#the-rules; article 9; the interval is our judgement",
)
FALLING_LESS = Sentence(
    "falling.less",
    "confirmed, falling, a measure of which less is better",
    "{test}, {side}, has been {lower} since {date}, on {n} planned checks, and is {falling}: {x} % above your usual on the latest two. Show this to a doctor within two weeks.",
    "docs/evidence.md#weakness-by-speed, #shape-of-a-loss; docs/reading.md#the-rules; article 9; the interval is our judgement",
)
FALLING_COUNT = Sentence(
    "falling.count",
    "confirmed, falling, a number without a share: of counts that begin at 0 a per cent means nothing",
    "{test}, {side}, has been {lower} since {date}, on {n} planned checks, and is {falling}. Show this to a doctor within two weeks.",
    "docs/evidence.md#weakness-by-speed, #shape-of-a-loss; docs/reading.md#the-rules; article 9; the interval is our judgement",
)
WHY = Sentence(
    "falling.why",
    "after low_and_staying or falling",
    "Many things can do this and several can be treated: a joint, a pinched nerve, the neck, a medicine. Only an examination can tell which.",
    "docs/evidence.md#red-flags, #what-comes-and-goes; docs/safeguards.md#how-it-speaks",
)
EXPLAINED = Sentence(
    "injury",
    "confirmed low after an entered event, within eight weeks of it",
    "{test}, {side}, has been {low} since {event} on {date}. That may explain it. Not back by {date8}? Show it: lasting weakness is often put down to something like this at first.",
    "docs/evidence.md#late-diagnosis; article 9",
)
EVENT = Sentence(
    "event.entered",
    "a test is compared, and an event of that side is entered",
    "Entered for this: {what}.",
    "docs/evidence.md#late-diagnosis; article 9",
)
EVENT_WEEKS = Sentence(
    "event.weeks",
    "help of the page on which events are entered",
    "An injury, an illness or a medicine may change a side for weeks. A change that follows one is read with it in mind for eight weeks, and then counts.",
    "docs/evidence.md#late-diagnosis; docs/reading.md#the-rules; article 9",
)
RISING = Sentence(
    "rising",
    "above range",
    "{test}, {side}, is {higher} than your usual. Practice, warmth and training can do that; it says nothing more.",
    "docs/evidence.md#learning",
)
GAP = Sentence(
    "gap",
    "left and right differ, no change",
    "Your sides differ by {x} %. Most people's differ. What counts is a change in your own difference that stays.",
    "docs/evidence.md#sides-differ, #kept-of-the-articles; articles 2 and 3",
)
STILL_DOES = Sentence(
    "still_does",
    "rung 2 on two planned checks running",
    "{test}, {side}: harder than usual, and done all the same, {n} checks running. Both are recorded: that it was done, and that it was harder.",
    "docs/evidence.md#error-of-one-check, #kept-of-the-articles; article 3",
)
MENTION = Sentence(
    "still_does.mention",
    "rung 2 on four planned checks running",
    "Mention it at a visit.",
    "docs/evidence.md#error-of-one-check",
)
SORE_BLIND = Sentence(
    "sore.blind",
    "three planned checks running had a reason to set them aside",
    "Three checks running came with {reason}, so this record can't show much now. {reason_again} that lasts this long is itself worth a visit.",
    "docs/evidence.md#what-moves-a-result; article 9",
)
RETURN = Sentence(
    "return",
    "the latest check is the first after more than 120 days, and low against the old range",
    "After a long pause, {test}, {side}, is {under} its old range. One check after so long can't say why; {date} tells more. If a task is gone, don't wait.",
    "docs/evidence.md#error-of-one-check; docs/safeguards.md#testing-is-dosed",
)
SHOW = Sentence(
    "home.show",
    "worth showing, no visit since",
    "{what}: worth showing to a doctor. Your page is ready. You need no more checks for that.",
    "docs/evidence.md#a-page-for-a-doctor; docs/safeguards.md#how-it-speaks",
)
SHOW_SOON = Sentence(
    "home.show_soon",
    "worth showing, still falling, no visit since",
    "{what}: worth showing to a doctor within two weeks. Your page is ready. You need no more checks for that.",
    "docs/evidence.md#a-page-for-a-doctor, #late-diagnosis; docs/safeguards.md#how-it-speaks; the interval is our judgement",
)
LOW_AHEAD = Sentence(
    "home.low",
    "low once, confirming check ahead",
    "{what}, was {low} once. {date} will show whether it stays: that test only, about {minutes} minutes. Nothing to do until then.",
    "docs/safeguards.md#testing-is-dosed, #how-it-speaks",
)
LOW_NOW = Sentence(
    "home.low_now",
    "low once, confirming check open today",
    "{what}, was {low} once. Today can show whether it stays: that test only, about {minutes} minutes.",
    "docs/safeguards.md#testing-is-dosed, #how-it-speaks",
)
SOFT_AHEAD = Sentence(
    "home.soft",
    "nothing below the range, but under the usual level and not unlikely to stay; confirming check ahead",
    "{what}, was in the {lower} part of your usual range. {date} will show whether it stays there: that test only, about {minutes} minutes. Nothing to do until then.",
    "docs/safeguards.md#testing-is-dosed, #how-it-speaks; docs/reading.md#the-rules",
)
SOFT_NOW = Sentence(
    "home.soft_now",
    "the same, confirming check open today",
    "{what}, was in the {lower} part of your usual range. Today can show whether it stays there: that test only, about {minutes} minutes.",
    "docs/safeguards.md#testing-is-dosed, #how-it-speaks; docs/reading.md#the-rules",
)
OVERDUE = Sentence(
    "home.overdue",
    "confirming check a week late",
    "The check that shows whether {what}, stays {low} is still open. If you would rather not do it, a doctor can look instead.",
    "docs/evidence.md#what-helps; docs/safeguards.md#testing-is-dosed",
)
CANNOT_FLAT = Sentence(
    "cannot.flat",
    "once, last, under any steady screen",
    "A flat record can't show why muscles twitch, and over some months an illness can look flat too. An examination can show more.",
    "docs/evidence.md#flat-months, #slack; docs/safeguards.md#how-it-speaks",
)
CANNOT_SLOW = Sentence(
    "cannot.slow",
    "once, last, numbers; most people: eight in ten by the own error",
    "Checked every four weeks, a loss of 4 % a month shows in most people after about {months} months. A task you can no longer do counts at once.",
    "docs/reading.md#the-rules, #when-a-loss-would-show",
)
CANNOT_TASKS = Sentence(
    "cannot.tasks",
    "once, last, tests without numbers, or that reach their limit",
    "Tasks like these ask for only a part of your strength, the book for about a quarter of most hands', so a slow loss can hide behind “as usual” for many months.",
    "docs/evidence.md#slack, #the-book",
)
ALL = (
    TOO_EARLY,
    NEARLY,
    RANGE_SET,
    USUAL,
    USUAL_ONE,
    USUAL_SHAPE,
    ONE_LOW,
    LOW_RUNNING,
    CANNOT_NOW,
    BACK_ONCE,
    CAME_BACK,
    LOW_STAYING,
    FALLING,
    FALLING_LESS,
    FALLING_COUNT,
    WHY,
    EXPLAINED,
    EVENT,
    EVENT_WEEKS,
    RISING,
    GAP,
    STILL_DOES,
    MENTION,
    SORE_BLIND,
    RETURN,
    SHOW,
    SHOW_SOON,
    LOW_AHEAD,
    LOW_NOW,
    SOFT_AHEAD,
    SOFT_NOW,
    OVERDUE,
    CANNOT_FLAT,
    CANNOT_SLOW,
    CANNOT_TASKS,
)
