"""What is said when a sensation that was written down before comes back. No forecast, no count."""

from strengthcheck.wording.sentence import Sentence

BEFORE = Sentence(
    "card.before",
    "a sensation at a spot is written down, and an earlier one of the same has ended",
    "You wrote this down before: {sensation}, {spot}, {date}. It ended after {days}.",
    "A3 219-221 (no forecast: C 6 #7); C 5.6",
)
STILL_OPEN = Sentence(
    "card.open",
    "a sensation at a spot is written down, and an earlier one of the same has no end yet",
    "You wrote this down on {date}, and no end since. You can add how it goes there.",
    "C 5.6",
)
NO_FORECAST = Sentence(
    "card.no_forecast",
    "once, last, where earlier endings are shown",
    "How it ended before doesn't say how it ends this time. If something you could do is gone, tell that: it needs no card.",
    "C 0(a), 6 #7",
)
ALL = (BEFORE, STILL_OPEN, NO_FORECAST)
