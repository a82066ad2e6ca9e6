"""What is said while results are sealed."""

from strengthcheck.wording.sentence import Sentence

SEALED = Sentence(
    "sealed",
    "a value would be shown, and results are sealed",
    "Your values are sealed until {date}. What is worth showing to a doctor, and anything you can no longer do, still speaks.",
    "C 5.2, 5.11(4); D 5.9",
)
SEALED_VISIT = Sentence(
    "sealed.visit",
    "a value would be shown, and results are sealed until the visit",
    "Your values are sealed until you have seen a doctor. What is worth showing, and anything you can no longer do, still speaks.",
    "C 5.2, 5.11(4); D 5.9",
)
AGAIN = Sentence(
    "sealed.again",
    "a confirming check is asked, and results are sealed",
    "One short check more: {what}, {when}, that test only, about {minutes} minutes. Nothing else to do until then.",
    "C 5.2, 5.11(4); D 6",
)
ALL = (SEALED, SEALED_VISIT, AGAIN)
