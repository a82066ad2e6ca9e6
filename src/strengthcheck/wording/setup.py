"""Set-up: who should not test themselves now, and what is asked once."""

from strengthcheck.wording.sentence import Sentence

WHO_SHOULD_NOT = (
    Sentence(
        "exclude.surgery",
        "set-up",
        "surgery, a fracture or a tendon injury in the last three months",
        "docs/evidence.md#testing-oneself",
    ),
    Sentence(
        "exclude.hernia",
        "set-up",
        "a hernia repair, or surgery of belly or eye, in the last three months",
        "docs/evidence.md#testing-oneself",
    ),
    Sentence(
        "exclude.heart",
        "set-up",
        "a heart attack, stroke or aneurysm, or chest pain with effort",
        "docs/evidence.md#testing-oneself",
    ),
    Sentence(
        "exclude.pressure",
        "set-up",
        "blood pressure that is high and not under control",
        "docs/evidence.md#testing-oneself",
    ),
    Sentence(
        "exclude.pregnancy", "set-up", "a pregnancy with complications", "docs/evidence.md#testing-oneself"
    ),
    Sentence("exclude.young", "set-up", "I am under 18", "docs/evidence.md#testing-oneself"),
    Sentence("exclude.fever", "set-up", "fever, today", "docs/evidence.md#testing-oneself"),
)
"""General reasons to leave the tests for now (docs/evidence.md#testing-oneself)."""

EXCLUDED = Sentence(
    "exclude.advice",
    "one of the reasons holds",
    "Then leave the tests for now: please ask a doctor first whether they are right for you. You can still read, "
    "write notes, and tell of something you can no longer do.",
    "docs/evidence.md#testing-oneself",
)
BREATHE = Sentence(
    "exclude.breathe",
    "before tests of effort",
    "Breathe out while you squeeze or lift. Stop at any sharp pain, cramp, numbness, dizziness or anything in the "
    "chest.",
    "docs/evidence.md#testing-oneself",
)
SEE_ONCE = Sentence(
    "see.once",
    "set-up: twitching > 2 weeks or in several places, no doctor yet; once",
    "Twitching for over two weeks, or in several places? See your GP once. One examination tells more than many "
    "checks here.",
    "docs/evidence.md#twitching-and-referral; articles 6 and 7",
)
FAMILY = Sentence(
    "see.family",
    "set-up: a close relative has or had a disease of the nerves or muscles, or dementia before 65",
    "A close relative with a disease of the nerves or muscles, or with dementia before 65, is worth telling your "
    "doctor, whatever you find here.",
    "docs/evidence.md#red-flags, #emergency-signs",
)
ALL = (*WHO_SHOULD_NOT, EXCLUDED, BREATHE, SEE_ONCE, FAMILY)
