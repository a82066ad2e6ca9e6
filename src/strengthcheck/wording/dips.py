"""Low days and what became of them; what comes and goes; and checks that can show nothing."""

from strengthcheck.wording.sentence import Sentence

COUNT = Sentence(
    "came_back.count",
    "Home and Compare, after any low day, while no lasting loss is confirmed",
    "Low days so far: {n}. Came back: {m}. Still open: {k}.",
    "docs/reading.md#the-rules; article 4",
)
BACK = Sentence(
    "dips.back",
    "on the page of a test, the latest dip of a year of a side that is usual: it ended, and the model prefers no lasting loss; not beside a lasting loss or what could not be done",
    "{test}, {side}: {low} {when}, in its usual range since {date}.",
    "docs/evidence.md#what-comes-and-goes; docs/reading.md#the-rules; article 4",
)
AGAIN = Sentence(
    "dips.again",
    "third dip and recovery of one side at one test in a year, or a recovered rung 0 or 1",
    "{test}, {side}, has dipped and recovered {times}. If something was clearly impossible on those days, tell a doctor: weakness that comes and goes has causes that can be treated.",
    "docs/evidence.md#what-comes-and-goes",
)
BLIND_EXERCISE = Sentence(
    "sore.blind.exercise",
    "three planned checks running came after hard exercise",
    "Three checks running came after hard exercise, so this record can't show much now. A check after a few easy days shows more.",
    "docs/evidence.md#what-moves-a-result; article 10",
)
ALL = (COUNT, BACK, AGAIN, BLIND_EXERCISE)
