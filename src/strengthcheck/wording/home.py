"""What Home says."""

from strengthcheck.wording.sentence import Sentence

FIRST = Sentence(
    "home.first",
    "nothing recorded",
    "Nothing here yet. The first check takes about {minutes} minutes and gives you what a worried moment can't: "
    "a reference point of your own.",
    "A3 217; C 6 #22",
)
QUIET = Sentence(
    "home.quiet",
    "not due",
    "Nothing to do until {date}. A check before then could tell you nothing new about your strength.",
    "A2 89-101; C 3.9, 5.11(1)",
)
NEXT = Sentence(
    "home.next",
    "not due, and the record is not read yet: nothing is said that a reading might take back",
    "The next check is on {date}.",
    "D 5.1",
)
OPEN = Sentence(
    "home.open",
    "due within its window, or past its date",
    "Your next check is due {when}. It takes about {minutes} minutes; any quiet moment of the day will do.",
    "D 2; C 3.6 (time of day matters little)",
)
BESIDE = Sentence(
    "home.beside",
    "a sign, a loss, or what is worth showing stands first",
    "If you want one, the next check is due {when}.",
    "C 0; D 7.5",
)
LOST = Sentence(
    "home.lost",
    "always, beside its key",
    "Something you could do and now can't? Don't wait for a date: tell it here.",
    "A7 447; C 0, 1.10",
)
ALERT_NOW = Sentence(
    "home.alert_now",
    "an emergency sign, or a sudden loss, was told in the last fortnight, no visit since",
    "You told of an emergency sign ({when}). If no doctor has looked yet, call {number} now. A check can wait.",
    "C 1.2, 1.10; D 7.5",
)
ALERT_TODAY = Sentence(
    "home.alert_today",
    "a same-day sign or loss was told in the last fortnight, no visit since",
    "You told of a sign that should not wait ({when}). If no doctor has looked yet, call one today. A check can wait.",
    "C 1.2, 1.10; D 7.5",
)
LOST_TOLD = Sentence(
    "home.lost_told",
    "a lost task is told and no visit entered since",
    "You told of something you can no longer do: {what}. That is worth showing to a doctor, whatever the checks say.",
    "C 0(a), 1.2; D 7.5",
)
SETTLING = Sentence(
    "too_early",
    "fewer than three planned checks",
    "{n} of 3. These checks learn what is usual for you; they can't speak of change yet.",
    "C 3.2, 7.9",
)
STRIP_LEGEND = Sentence(
    "home.lines",
    "under the small lines of Home",
    "├──┤ your own usual range   ● ■ latest planned check   left is weaker",
    "D 6",
)
FIRST_USUAL = Sentence(
    "first.usual",
    "first check: every ladder result at rung 3 on both sides",
    "Both sides did every test as usual today. A large loss of strength would have shown; a small one might not. "
    "This is now your reference point.",
    "A2 103, 143; A3 217; C 2.12, 6 #2, 7.3",
)
KEPT = Sentence(
    "check.kept",
    "a planned check was kept that is not the first with all as usual",
    "Kept. Nothing to do until {date}.",
    "C 5.11(1)",
)
KEPT_PLAIN = Sentence(
    "check.kept_plain",
    "a check was kept while a lost task is told and not seen",
    "The check is kept. It changes nothing about seeing a doctor.",
    "C 0(a); D 7.5",
)
EXTRA_KEPT = Sentence(
    "extra.kept",
    "an extra check was kept",
    "Kept, not compared. Your next check is still {date}.",
    "C 0, 5.11(2)",
)
ALL = (
    ALERT_NOW,
    ALERT_TODAY,
    FIRST,
    QUIET,
    NEXT,
    OPEN,
    BESIDE,
    LOST,
    LOST_TOLD,
    SETTLING,
    STRIP_LEGEND,
    FIRST_USUAL,
    KEPT,
    KEPT_PLAIN,
    EXTRA_KEPT,
)
