"""What is said when a sensation that was written down before comes back. No forecast, no count."""

from strengthcheck.wording.sentence import Sentence

BEFORE = Sentence(
    "card.before",
    "a sensation at a spot is written down, and an earlier one of the same has ended",
    "You wrote this down before: {sensation}, {spot}, {date}. It ended after {days}.",
    "docs/evidence.md#what-helps, #kept-of-the-articles; article 3",
)
STILL_OPEN = Sentence(
    "card.open",
    "a sensation at a spot is written down, and an earlier one of the same has no end yet",
    "You wrote this down on {date}, and no end since. You can add how it goes there.",
    "docs/evidence.md#what-helps",
)
NO_FORECAST = Sentence(
    "card.no_forecast",
    "once, last, where earlier endings are shown",
    "How it ended before doesn't say how it ends this time. If something you could do is gone, tell that: it needs no card.",
    "docs/evidence.md#kept-of-the-articles; docs/safeguards.md#a-lost-task-comes-first",
)
ALL = (BEFORE, STILL_OPEN, NO_FORECAST)
