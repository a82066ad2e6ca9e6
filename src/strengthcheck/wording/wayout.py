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
    "six regular checks after settling in, and two more where no test excludes a loss of 3 % a month; "
    "nothing low or open, and asked of every test the model prefers no lasting loss; with one caveat, last",
    "{span}, {n} planned checks: left and right are where they usually are{better}.",
    "docs/reading.md#the-way-out; article 4",
)
SETTLED_ONE = Sentence(
    "settled.one",
    "the same, nothing that tells left from right",
    "{span}, {n} planned checks: this is where it usually is{better}.",
    "docs/reading.md#the-way-out; article 4",
)
SETTLED_SHOWN = Sentence(
    "settled.shown",
    "settled, and a test of both sides in numbers would by now have told eight in ten people of such a loss, by the own error",
    "{tests}: a loss of {x} % a month that began {months} months ago or earlier would have shown in most people by now.",
    "docs/reading.md#the-way-out, #when-a-loss-would-show",
)
SETTLED_TASKS = Sentence(
    "settled.tasks",
    "settled, tests without numbers; with cannot.tasks",
    "{span}, {n} planned checks: what you could do at the start you can do today, on both sides.",
    "docs/evidence.md#kept-of-the-articles; article 4",
)
CANNOT_REST = Sentence(
    "cannot.rest",
    "settled, once, last: a limb is tested, and no test of it is spoken of by settled.shown",
    "The tests of your {limbs} are coarse: a slow loss there can hide behind “as usual” for many months.",
    "docs/evidence.md#slack; docs/reading.md#when-a-loss-would-show",
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
    "The next check can wait three months. A slow loss would then show some months later; a task you can no longer do counts on any day.",
    "docs/safeguards.md#testing-is-dosed, #a-lost-task-comes-first; docs/reading.md#the-way-out",
)
RARER = Sentence(
    "wayout.rarer",
    "a longer interval is proposed, and nothing open stands beside: Home, and a planned check just kept",
    "You can check less often, if you like: see “Fewer checks, or none”.",
    "docs/safeguards.md#testing-is-dosed; docs/reading.md#the-way-out",
)
ENOUGH = Sentence(
    "wayout.enough",
    "an end is proposed, and nothing open stands beside: Home, and a planned check just kept",
    "You can stop testing, if you like: see “Fewer checks, or none”.",
    "docs/safeguards.md#testing-is-dosed; docs/reading.md#the-way-out",
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
ALL = (
    SEEN,
    VISIT,
    SETTLED,
    SETTLED_ONE,
    SETTLED_SHOWN,
    SETTLED_TASKS,
    CANNOT_REST,
    WAYOUT,
    LONGER,
    RARER,
    ENOUGH,
    WAYOUT_SEEN,
    ENDED,
)
