"""What is said while results are sealed."""

from strengthcheck.wording.sentence import Sentence

_WHY = "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/guided-test.md#the-whole-check"

SEALED = Sentence(
    "sealed",
    "Compare is opened, or the seal's own page, and results are sealed until a date",
    "Your values are sealed until {date}. "
    "What is worth showing to a doctor is still said, and so is anything you can no longer do.",
    _WHY,
)
SEALED_VISIT = Sentence(
    "sealed.visit",
    "the same, and results are sealed until a visit",
    "Your values are sealed until you have seen a doctor. "
    "What is worth showing to a doctor is still said, and so is anything you can no longer do.",
    _WHY,
)
SHORT = Sentence(
    "sealed.short",
    "results are sealed: Home, a check, its summary, the page for a doctor, an export",
    "Your values are sealed {until}.",
    _WHY,
)
WHERE = Sentence(
    "sealed.where",
    "Compare, while results are sealed",
    "To see them before, or to seal them for longer, go to Settings.",
    _WHY,
)
AGAIN = Sentence(
    "sealed.again",
    "a confirming check is asked on a later day, and results are sealed",
    "One short check more {when}: {what}, and nothing else; about {minutes} minutes. Nothing to do until then.",
    "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/reading.md#the-rules",
)
AGAIN_NOW = Sentence(
    "sealed.again_now",
    "a confirming check can be done today, and results are sealed",
    "One short check more, today: {what}, and nothing else; about {minutes} minutes.",
    "docs/evidence.md#reassurance-fades; docs/safeguards.md#testing-is-dosed; docs/reading.md#the-rules",
)
TELL = Sentence(
    "sealed.tell",
    "Home, where dips.again would be said, and results are sealed",
    "{what}: worth telling a doctor when you next see one.",
    "docs/evidence.md#what-comes-and-goes; docs/safeguards.md#testing-is-dosed",
)
WAYOUT = Sentence(
    "sealed.wayout",
    "the way out is opened, results are sealed, and the latest visit entered did not find that there is no weakness",
    "While your values are sealed, nothing is proposed from them. You can choose all the same.",
    "docs/safeguards.md#testing-is-dosed; docs/reading.md#the-way-out",
)
OPENS = Sentence(
    "sealed.opens",
    "a visit is being entered that ends the seal",
    "With it your values are shown again.",
    _WHY,
)
OPENED = Sentence(
    "sealed.opened",
    "a visit was entered that ended the seal",
    "Your values are shown again from now on. Settings has the way to seal them.",
    _WHY,
)
BEFORE = Sentence(
    "sealed.before",
    "a visit was entered that was before the day of the seal",
    "Your values stay sealed: you sealed them after this visit.",
    _WHY,
)
STAYS = Sentence(
    "sealed.stays",
    "a visit was entered, and results are sealed until a date",
    "Your values stay sealed until {date}.",
    _WHY,
)
ALL = (SEALED, SEALED_VISIT, SHORT, WHERE, AGAIN, AGAIN_NOW, TELL, WAYOUT, OPENS, OPENED, BEFORE, STAYS)
