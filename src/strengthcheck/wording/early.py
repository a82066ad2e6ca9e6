"""Starting before the date, being sore, and other words before an effort."""

from strengthcheck.wording.sentence import Sentence

WHY = Sentence(
    "early.why",
    "a check is started before its date",
    "Your last check was {when}. A change that matters takes weeks to show; today could only show how today feels.",
    "A9 538; C 3.9",
)
WORRY = Sentence(
    "early.worry",
    "reason: worry",
    "Testing now usually brings hours of relief, then more doubt. Write down what you feel, give it ten minutes, "
    "then decide. Nothing is locked.",
    "A2 89-91; C 5.2, 5.6, 11",
)
EXTRA = Sentence(
    "early.extra",
    "an extra check is about to start",
    "This will be an extra check: kept, but never compared, and no result is shown.",
    "C 0, 5.11(2)",
)
WEEK = Sentence(
    "early.week",
    "an extra check was done in the last seven days",
    "One extra check a week is the most that can help. The next one may be on {date}; notes and losses can be told any time.",
    "C 5.1, 5.11(2)",
)
SORE = Sentence(
    "sore.before",
    "before any effort, sore or hard exercise in that limb",
    "You are sore, and sore muscles can be weaker for a week or longer. Move the check to {date}? Nothing is lost.",
    "A10 581-585; C 3.6",
)
BEFORE_WAIT = Sentence(
    "early.before",
    "reason: worry, and an earlier wait exists",
    "Last wait: worry {a} before, {b} after {minutes}, without a test.",
    "A3 219-221; C 5.6",
)
BEFORE_TEST = Sentence(
    "early.before.test",
    "reason: worry, and the last time ended in an extra check",
    "Last time, on {date}, worry was {a} and you did an extra check. It was kept and compared with nothing.",
    "C 5.2, 5.6",
)
SELF_TESTS = Sentence(
    "early.self_tests",
    "a check is started early, and no estimate was given in the last seven days",
    "About how many times did you test your strength in the last seven days, outside these checks? A rough number will do.",
    "C 5.4, 5.10",
)
FEWER = Sentence(
    "early.fewer",
    "two estimates a week or more apart, the later one smaller",
    "About {b} self-tests in a week; before that it was {a}. That is the number that is meant to fall.",
    "C 5.4, 5.11(5)",
)
HELP = Sentence(
    "worry.help",
    "worry of 7 or more at two of the last checks, or several early starts in four weeks",
    "Worry like this can be treated, and testing more makes it grow. A GP can help, and so can self-help courses for health anxiety. You can also pause the checks.",
    "C 5.1, 5.4, 5.5, 5.11(7)",
)
ALL = (WHY, WORRY, EXTRA, WEEK, SORE, BEFORE_WAIT, BEFORE_TEST, SELF_TESTS, FEWER, HELP)
