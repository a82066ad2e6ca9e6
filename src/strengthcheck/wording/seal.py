"""What is said while results are sealed."""

from strengthcheck.wording.sentence import Sentence

SEALED = Sentence(
    "sealed",
    "a value would be shown, and results are sealed",
    "Your values are sealed until {date}. What is worth showing to a doctor, and anything you can no longer do, still speaks.",
    "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/guided-test.md#the-whole-check",
)
SEALED_VISIT = Sentence(
    "sealed.visit",
    "a value would be shown, and results are sealed until the visit",
    "Your values are sealed until you have seen a doctor. What is worth showing, and anything you can no longer do, still speaks.",
    "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/guided-test.md#the-whole-check",
)
AGAIN = Sentence(
    "sealed.again",
    "a confirming check is asked, and results are sealed",
    "One short check more: {what}, {when}, that test only, about {minutes} minutes. Nothing else to do until then.",
    "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/reading.md#the-rules",
)
ALL = (SEALED, SEALED_VISIT, AGAIN)
