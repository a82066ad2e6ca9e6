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
ALL = (WHY, WORRY, EXTRA, WEEK, SORE)
