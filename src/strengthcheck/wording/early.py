"""Starting before the date, being sore, and other words before an effort."""

from strengthcheck.wording.sentence import Sentence

WHY = Sentence(
    "early.why",
    "a check is started before its date",
    "Your last check was {when}. A change that matters takes weeks to show; today could only show how today feels.",
    "docs/reading.md#when-a-loss-would-show; article 9",
)
WORRY = Sentence(
    "early.worry",
    "reason: worry",
    "Testing now usually brings hours of relief, then more doubt. Write down what you feel, give it ten minutes, "
    "then decide. Nothing is locked.",
    "docs/evidence.md#reassurance-fades, #what-helps; docs/safeguards.md#how-it-speaks; article 2",
)
EXTRA = Sentence(
    "early.extra",
    "an extra check is about to start",
    "This will be an extra check: kept, but never compared, and no result is shown.",
    "docs/safeguards.md#testing-is-dosed",
)
WEEK = Sentence(
    "early.week",
    "an extra check was done in the last seven days",
    "One extra check a week is the most that can help. The next one may be on {date}; notes and losses can be told any time.",
    "docs/evidence.md#checking-and-worry; docs/safeguards.md#testing-is-dosed",
)
SORE = Sentence(
    "sore.before",
    "before any effort, sore or hard exercise in that limb",
    "You are sore, and sore muscles can be weaker for a week or longer. Move the check to {date}? Nothing is lost.",
    "docs/evidence.md#what-moves-a-result; article 10",
)
SORE_LEFT = Sentence(
    "sore.left",
    "the check was left for today because of sore limbs",
    "Left for today: {date} is soon enough, and nothing is lost by it.",
    "docs/evidence.md#what-moves-a-result; article 10",
)
BEFORE_WAIT = Sentence(
    "early.before",
    "reason: worry, and an earlier wait exists",
    "Last wait: worry {a} before, {b} after {minutes}, without a test.",
    "docs/evidence.md#what-helps; article 3",
)
BEFORE_TEST = Sentence(
    "early.before.test",
    "reason: worry, and the last time ended in an extra check",
    "Last time, on {date}, worry was {a} and you did an extra check. It was kept and compared with nothing.",
    "docs/evidence.md#reassurance-fades, #what-helps",
)
SELF_TESTS = Sentence(
    "early.self_tests",
    "a check is started early, and no estimate was given in the last seven days",
    "About how many times did you test your strength in the last seven days, outside these checks? A rough number will do.",
    "docs/evidence.md#what-helps",
)
FEWER = Sentence(
    "early.fewer",
    "two estimates a week or more apart, the later one smaller",
    "About {b} self-tests in a week; before that it was {a}. That is the number that is meant to fall.",
    "docs/evidence.md#what-helps; docs/safeguards.md#testing-is-dosed",
)
HELP = Sentence(
    "worry.help",
    "worry of 7 or more at two of the last checks, or several early starts in four weeks",
    "Worry like this can be treated, and testing more can make it grow. A GP can help, and so can self-help courses for health anxiety. You can also pause the checks.",
    "docs/evidence.md#checking-and-worry, #what-helps; docs/safeguards.md#testing-is-dosed",
)
ALL = (WHY, WORRY, EXTRA, WEEK, SORE, SORE_LEFT, BEFORE_WAIT, BEFORE_TEST, SELF_TESTS, FEWER, HELP)
