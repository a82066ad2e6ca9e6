"""Spans of days that more than one rule goes by, and that sentences name (docs/reading.md)."""

EVENT_BEFORE_DAYS = 35
"""A low run that begins within so many days after an event may be explained by it."""

EXPLAINED_DAYS = 56
"""An event explains eight weeks, once; a low that stays counts after them."""

PAUSE_DAYS = 120
"""Two values further apart have a pause between them: nothing is said of the time between."""

MONTH_DAYS = 30.4375
"""A month, where losses are told by the month."""
