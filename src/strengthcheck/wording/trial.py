"""What is said around a try that was left out, broken off, disturbed or hurt."""

from strengthcheck.wording.sentence import Sentence

SKIP = Sentence(
    "trial.skip",
    "one side is left out",
    "Leaving it out is fine. It is not a zero: it counts as nothing. What is the reason?",
    "docs/guided-test.md#one-trial",
)
SKIP_BOTH = Sentence(
    "trial.skip_both",
    "a turn in which both sides work at once is left out",
    "Both {limbs} work at once here, so both are left out. It is not a zero: it counts as nothing. "
    "What is the reason?",
    "docs/guided-test.md#one-trial; docs/words.md",
)
VOID = Sentence(
    "trial.void",
    "the computer slept, or the program was suspended, while an effort ran",
    "The computer slept or the program was paused while this try ran, so it doesn't count. "
    "Nothing else is lost.",
    "docs/guided-test.md#one-trial",
)
COUNTDOWN_PAUSED = Sentence(
    "trial.countdown_paused",
    "the computer slept, or the program was suspended, during a countdown",
    "The computer or the program was paused during the countdown. Nothing was tried, and nothing is lost.",
    "docs/guided-test.md#one-trial",
)
ONCE_MORE = Sentence(
    "trial.once_more",
    "a try is made a second time, since the one before it does not count",
    "The try before this one doesn't count: {why}.",
    "docs/guided-test.md#one-trial",
)
TYPE_OVER = Sentence(
    "trial.type_over",
    "the time that this program took stands in the field",
    "Another time, typed over it, counts as timed by a phone or watch.",
    "docs/guided-test.md#one-trial",
)
UNENTERED = Sentence(
    "trial.unentered",
    "a try was over, and the check was left or cut off before it was entered",
    "This try was over {ago}, and the check was left before it was entered. If you still know how it went, "
    "enter it now. If not, it doesn't have to count.",
    "docs/guided-test.md#one-trial",
)
FOCUS = Sentence(
    "trial.focus",
    "the terminal lost the focus while an effort ran",
    "Another window came to the front while this try ran. Did that disturb it?",
    "docs/guided-test.md#one-trial",
)
PAIN = Sentence(
    "trial.pain",
    "a try does not count because it hurt",
    "{who}: no further try today. Would you rather end the check here?",
    "docs/guided-test.md#one-trial",
)
PAIN_RATED = Sentence(
    "trial.pain_rated",
    "pain above 3 of 10 was told with the effort",
    "Pain above 3 is where a test should stop. Would you rather end the check here? What is done is kept.",
    "docs/evidence.md#testing-oneself",
)
ALL = (SKIP, SKIP_BOTH, VOID, COUNTDOWN_PAUSED, ONCE_MORE, TYPE_OVER, UNENTERED, FOCUS, PAIN, PAIN_RATED)
"""Every sentence of this room, for tests and for the reading room."""
