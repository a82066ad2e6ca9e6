"""What Home says."""

from strengthcheck.wording.sentence import Sentence

FIRST = Sentence(
    "home.first",
    "nothing recorded",
    "Nothing here yet. The first check takes about {minutes} minutes and gives you what a worried moment can't: "
    "a reference point of your own.",
    "docs/evidence.md#kept-of-the-articles; article 3",
)
ABOUT = Sentence(
    "home.about",
    "nothing recorded; last, and quiet",
    "A few strength tests, done the same way each time, compare you with yourself. They can't say whether you have an "
    "illness; an examination can show more. It all stays on this computer.",
    "docs/safeguards.md#rules-that-no-change-may-break; docs/evidence.md#flat-months, #slack",
)
LEFT_RUNNING = Sentence(
    "home.left_running",
    "an unfinished check was left or cut off while a try ran",
    "That try was running then, so it doesn't count.",
    "docs/guided-test.md#one-trial",
)
LEFT_OVER = Sentence(
    "home.left_over",
    "an unfinished check was left or cut off when a try was over and not entered",
    "That try is over and not entered yet; going on asks how it went.",
    "docs/guided-test.md#one-trial",
)
QUIET = Sentence(
    "home.quiet",
    "not due",
    "Nothing to do until {date}. A check before then would tell you hardly anything new.",
    "docs/safeguards.md#testing-is-dosed; docs/reading.md#when-a-loss-would-show; article 2",
)
NEXT = Sentence(
    "home.next",
    "not due, and the record is not read yet: nothing is said that a reading might take back",
    "The next check is on {date}.",
    "docs/guided-test.md#the-whole-check",
)
OPEN = Sentence(
    "home.open",
    "due within its window, or past its date",
    "Your next check is due {when}. It takes about {minutes} minutes; any quiet moment of the day will do.",
    "docs/evidence.md#what-moves-a-result; docs/words.md",
)
BESIDE = Sentence(
    "home.beside",
    "a sign, a loss, or what is worth showing stands first",
    "If you want one, the next check is due {when}.",
    "docs/safeguards.md#a-lost-task-comes-first",
)
ALERT_NOW = Sentence(
    "home.alert_now",
    "an emergency sign, or a sudden loss, was told in the last fortnight, no visit since",
    "You told of an emergency sign ({when}). If no doctor has looked yet, call {number} now. A check can wait.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs; docs/safeguards.md#a-lost-task-comes-first",
)
ALERT_TODAY = Sentence(
    "home.alert_today",
    "a same-day sign or loss was told in the last fortnight, no visit since",
    "You told of a sign that should not wait ({when}). If no doctor has looked yet, call one today. A check can wait.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs; docs/safeguards.md#a-lost-task-comes-first",
)
LOST_TOLD = Sentence(
    "home.lost_told",
    "a lost task is told and no visit entered since; it gets better, or a sign beside it names an earlier day",
    "You can no longer do this as you could: {what}. That is worth showing to a doctor, whatever the checks say.",
    "docs/evidence.md#weakness-by-speed; docs/safeguards.md#a-lost-task-comes-first",
)
LOST_BOOK = Sentence(
    "home.lost_book",
    "a lost task is told, is not getting better, and no visit entered since",
    "You can no longer do this as you could: {what}. Book a doctor this week, whatever the checks say.",
    "docs/evidence.md#weakness-by-speed, #red-flags; docs/safeguards.md#a-lost-task-comes-first",
)
SETTLING = Sentence(
    "too_early",
    "fewer than three planned checks",
    "{n} of 3. These checks learn what is usual for you; they can't speak of change yet.",
    "docs/evidence.md#learning; docs/safeguards.md#testing-is-dosed",
)
STRIP_LEGEND = Sentence(
    "home.lines",
    "under the small lines of Home",
    "├──┤ your own usual range   ● ■ ◆ latest planned check   ← weaker",
    "docs/reading.md#the-rules",
)
FIRST_USUAL = Sentence(
    "first.usual",
    "first check: every result at rung 3, the book lifted by both hands among them",
    "Both sides did every test as usual today. A very large loss of strength would have shown; a smaller one may not. "
    "This is now your reference point.",
    "docs/evidence.md#slack, #kept-of-the-articles, #the-book; articles 2 and 3",
)
KEPT = Sentence(
    "check.kept",
    "a planned check was kept that is not the first with all as usual",
    "Nothing to do until {date}.",
    "docs/safeguards.md#testing-is-dosed",
)
KEPT_PLAIN = Sentence(
    "check.kept_plain",
    "a check was kept while a lost task is told and not seen",
    "The check is kept. It changes nothing about seeing a doctor.",
    "docs/safeguards.md#a-lost-task-comes-first",
)
EXTRA_KEPT = Sentence(
    "extra.kept",
    "an extra check was kept",
    "Kept, not compared. Your next check is still {date}.",
    "docs/safeguards.md#testing-is-dosed",
)
ALL = (
    ALERT_NOW,
    ALERT_TODAY,
    FIRST,
    ABOUT,
    QUIET,
    NEXT,
    OPEN,
    BESIDE,
    LOST_TOLD,
    LOST_BOOK,
    SETTLING,
    STRIP_LEGEND,
    FIRST_USUAL,
    KEPT,
    KEPT_PLAIN,
    EXTRA_KEPT,
)
