"""After a visit, and the way out: what is said when testing may become rarer, or end."""

from strengthcheck.wording.sentence import Sentence

SEEN = Sentence(
    "seen",
    "a visit entered",
    "Seen on {date} by {who}. If it gets worse after that, go back and say so; many people need more than one visit.",
    "docs/evidence.md#late-diagnosis",
)
VISIT = Sentence(
    "visit.lead",
    "a visit is being entered",
    "A doctor examined you. What they found tells more than any check here.",
    "docs/evidence.md#followed-up; article 1",
)
SETTLED = Sentence(
    "settled",
    "six four-weekly checks after settling in, numbers, a loss of 3 % a month or more excluded by the model",
    "{months} months, {n} planned checks: left and right are where they began, or better. Most losses of {x} % a month or more would have shown by now.",
    "docs/reading.md#the-way-out; article 4",
)
SETTLED_TASKS = Sentence(
    "settled.tasks",
    "the same, tests without numbers; with cannot.tasks",
    "{months} months, {n} planned checks: what you could do at the start you can do today, on both sides.",
    "docs/evidence.md#kept-of-the-articles; article 4",
)
WAYOUT = Sentence(
    "wayout",
    "settled",
    "You can stop here; that is what this was for. Come back only if there is something you could do and now can't.",
    "docs/safeguards.md#testing-is-dosed; articles 2 and 3",
)
LONGER = Sentence(
    "wayout.longer",
    "settled for the first time, at the usual interval",
    "The next check can wait three months. Little is lost by it: a task you can no longer do counts on any day.",
    "docs/safeguards.md#testing-is-dosed, #a-lost-task-comes-first",
)
WAYOUT_SEEN = Sentence(
    "wayout.seen",
    "a doctor examined and found no weakness",
    "A doctor examined you and found no weakness. That tells more than any home check. You can stop testing here.",
    "docs/evidence.md#followed-up; articles 1 and 6",
)
ENDED = Sentence(
    "wayout.ended",
    "the plan has ended",
    "You have finished testing. Nothing is due, and nothing here asks you to come back.",
    "docs/safeguards.md#testing-is-dosed",
)
ALL = (SEEN, VISIT, SETTLED, SETTLED_TASKS, WAYOUT, LONGER, WAYOUT_SEEN, ENDED)
