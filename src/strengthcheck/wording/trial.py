"""What is said around a try that was left out, broken off, disturbed or hurt.

Sources: P are peers.md (guided tests, §4), D is the design, C are the clinical facts.
"""

from strengthcheck.wording.sentence import Sentence

SKIP = Sentence(
    "trial.skip",
    "one side is left out",
    "Leaving it out is fine. It is not a zero: it counts as nothing. What is the reason?",
    "P 4 (skip a side)",
)
SKIP_BOTH = Sentence(
    "trial.skip_both",
    "a turn in which both sides work at once is left out",
    "Both {limbs} work at once here, so both are left out. It is not a zero: it counts as nothing. "
    "What is the reason?",
    "P 4 (skip a side); D 2 (side)",
)
VOID = Sentence(
    "trial.void",
    "the computer slept, or the program was suspended, while an effort ran",
    "The computer slept or the program was paused while this try ran, so it doesn't count. "
    "Nothing else is lost.",
    "P 4 (crash); D 5",
)
FOCUS = Sentence(
    "trial.focus",
    "the terminal lost the focus while an effort ran",
    "Another window came to the front while this try ran. Did that disturb it?",
    "P 4 (pause)",
)
PAIN = Sentence(
    "trial.pain",
    "a try does not count because it hurt",
    "{who}: no further try today. Would you rather end the check here?",
    "P 4 (invalid, with reason)",
)
PAIN_RATED = Sentence(
    "trial.pain_rated",
    "pain above 3 of 10 was told with the effort",
    "Pain above 3 is where a test should stop. Would you rather end the check here? What is done is kept.",
    "C 7.0 (stop)",
)
ALL = (SKIP, SKIP_BOTH, VOID, FOCUS, PAIN, PAIN_RATED)
"""Every sentence of this room, for tests and for the reading room."""
