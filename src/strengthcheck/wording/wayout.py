"""After a visit, and the way out: what is said when testing may become rarer, or end."""

from strengthcheck.wording.sentence import Sentence

SEEN = Sentence(
    "seen",
    "a visit entered",
    "Seen on {date} by {who}. If it gets worse after that, go back and say so; many people need more than one visit.",
    "C 2.4",
)
VISIT = Sentence(
    "visit.lead",
    "a visit is being entered",
    "A doctor examined you. What they found tells more than any check here.",
    "A1 35; C 2.20",
)
SETTLED = Sentence(
    "settled",
    "six four-weekly checks after settling in, numbers, a loss of 3 % a month or more excluded by the model",
    "{months} months, {n} checks: left and right are where they began. Most losses of {x} % a month or more would have shown by now.",
    "A4 278-282; D 6; C 3.9",
)
SETTLED_TASKS = Sentence(
    "settled.tasks",
    "the same, tests without numbers; with cannot.tasks",
    "{months} months, {n} checks: what you could do at the start you can do today, on both sides.",
    "A4 274; C 6 #28",
)
WAYOUT = Sentence(
    "wayout",
    "settled",
    "You can stop here; that is what this was for. Come back only if there is something you could do and now can't.",
    "A2 89-101; A3 191; C 5.11(8)",
)
LONGER = Sentence(
    "wayout.longer",
    "settled for the first time, at the usual interval",
    "The next check can wait three months. Nothing is lost by it: a task you can no longer do counts on any day.",
    "C 5.11(5), 5.11(8); C 0(a)",
)
WAYOUT_SEEN = Sentence(
    "wayout.seen",
    "a doctor examined and found no weakness",
    "A doctor examined you and found no weakness. That tells more than any home check. You can stop testing here.",
    "A1 35; A6 385; C 2.20",
)
ENDED = Sentence(
    "wayout.ended",
    "the plan has ended",
    "You have finished testing. Nothing is due, and nothing here asks you to come back.",
    "C 5.11(8); D 7.6",
)
ALL = (SEEN, VISIT, SETTLED, SETTLED_TASKS, WAYOUT, LONGER, WAYOUT_SEEN, ENDED)
