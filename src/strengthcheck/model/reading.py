"""What is read from a record: courses, and beside each the numbers that a person needs to recompute it.

Values stand in the measure's own unit, shares as fractions (0.12 is 12 %), evidence as natural log odds. An
index counts the checks given to the reading from 0, and a day counts from the first of them.
"""

from typing import Literal

from strengthcheck.model.base import Frozen, Hand

Course = Literal[
    "too_early",
    "usual",
    "one_low",
    "came_back",
    "low_and_staying",
    "falling_and_staying",
    "rising",
]
"""What a side has done over time."""

STEADY: frozenset[Course] = frozenset({"usual", "came_back", "rising"})
"""The courses of a side that is not lower."""

Rule = Literal[
    "no_values",
    "fewer_than_four",
    "raised",
    "low_for_months",
    "could_not_twice",
    "far_below_twice",
    "under_cap_twice",
    "raised_by_record",
    "low_at_last_two",
    "low_then_level",
    "risen",
    "nothing_spoke",
    "two_rungs_twice",
    "could_not_once",
    "rung_lower",
]
"""Which rule spoke. docs/reading.md says what each asks for."""

Change = Literal[
    "more_checks",
    "low_again",
    "two_usual_checks",
    "two_level_checks",
    "a_visit",
]
"""What would change a reading."""


class UsualRange(Frozen):
    """A person's own baseline and its ordinary scatter, from the values before a check."""

    centre: float
    """The median of the side's values 2 to 7, then fixed."""
    low: float
    """A value worse than this is `low`."""
    soft: float
    """A value worse than this is `soft`: one error of a check from the centre."""
    high: float
    """The other end of the range."""
    error: float
    """Error of one check as a coefficient of variation: own, shrunk to the protocol's, with the floor."""
    values: int
    """How many values made it."""
    provisional: bool
    """Fewer than seven values: the centre still moves."""


class Odds(Frozen):
    """Natural log odds of a lasting loss against none, and what they must exceed."""

    total: float
    """On any side."""
    left: float | None
    right: float | None
    both: float | None
    over_step: float | None = None
    """Log odds of a fall over a step that stays, on this side; half of it (at most 1) is in `needed`.

    Under the rule `low_for_months` all odds here are of such a step, and nothing of this is in `needed`.
    """
    needed: float
    """What `total` must exceed at this check."""
    check: int
    """At which check they were taken."""


class SideReading(Frozen):
    """What one side has done, and why the reading says so."""

    course: Course
    rule: Rule
    spoke: tuple[int, ...] = ()
    """The checks that spoke: low ones, those since which it is lower, those that came back."""
    range: UsualRange | None = None
    """The range now, by which the next check will be judged; None before the first value."""
    judged_by: UsualRange | None = None
    """The range by which the latest check was judged; None for the first value."""
    last: float | None = None
    """The latest value."""
    change: float | None = None
    """The mean of the two latest values against the centre: -0.12 is 12 % worse."""
    raised: bool = False
    """A confirmed lasting loss on this side, explained or not."""
    explained: bool = False
    """Raised, but within eight weeks of an entered event."""
    since: float | None = None
    """For a low or raised side: the day of the first soft check of the run."""
    onset: float | None = None
    """For a raised side: the day on which the model thinks the loss began; on average, over all onsets."""
    rate: float | None = None
    """For a falling side: loss a month, fraction of the side's own base; None across a pause."""
    odds: Odds | None = None
    """The evidence behind the course, where the model was asked."""
    could_not: tuple[int, ...] = ()
    """Checks with a value of zero."""
    at_cap: tuple[int, ...] = ()
    """Checks whose value is "at least"."""
    lower_running: int = 0
    """Ladders: how many of the latest checks stand below the usual rung."""
    changes_with: tuple[Change, ...] = ()
    """What would change this reading."""


class GapReading(Frozen):
    """Whether right against left has itself changed; `100 (R - L) / max(R, L)` in percent."""

    course: Course
    lost: Hand | None = None
    """Which side lost, when the gap has changed for good."""
    rule: Rule = "nothing_spoke"
    spoke: tuple[int, ...] = ()
    centre: float | None = None
    """The person's own usual gap, percent."""
    low: float | None = None
    """The gap's usual range, towards right weaker."""
    high: float | None = None
    last: float | None = None
    odds: Odds | None = None


class Reading(Frozen):
    """The reading of one pair of series: both sides and the gap between them."""

    left: SideReading
    right: SideReading
    gap: GapReading
    worth_showing: bool
    """A confirmed lasting loss on a side, not explained by an event. Never by the gap alone."""
    raised: tuple[Hand, ...] = ()
    """The sides with such a loss."""
    confirm_wanted: bool = False
    """One pair alone would ask for a confirming check. A record asks by all its pairs (`read_record`)."""
    after_pause: bool = False
    """The latest check is the first one after more than 120 days."""
    odds: Odds | None = None
    """The evidence at the latest check, where the model was asked."""

    @property
    def course(self) -> Course:
        """The side's course where there is one side only; else the worse of both."""
        return max(self.left.course, self.right.course, key=WORSE.index)


WORSE: tuple[Course, ...] = (
    "too_early",
    "usual",
    "rising",
    "came_back",
    "one_low",
    "low_and_staying",
    "falling_and_staying",
)
"""Courses from the least to the most grave."""


class PairInRecord(Frozen):
    """A pair's reading as part of the whole record: raised by the record alone."""

    key: str
    reading: Reading


class LimbReading(Frozen):
    """The evidence of all tests of one limb pair (hands, legs), summed."""

    limb: str
    tests: tuple[str, ...]
    odds: float | None
    """Summed log odds over the tests, divided by the root of their number."""
    left: float | None
    right: float | None
    both: float | None
    needed: float
    raised: tuple[Hand, ...] = ()


class RecordReading(Frozen):
    """All pairs together, with false alarms held over the whole record."""

    pairs: tuple[PairInRecord, ...]
    limbs: tuple[LimbReading, ...]
    worth_showing: bool
    confirm: tuple[str, ...] = ()
    """Keys of the tests in question: a confirming check of these alone, both sides, 14 days on."""
    alone: float | None = None
    """The threshold at which one test by itself is raised in this record; more tests, more evidence."""


class PowerDate(Frozen):
    """By when a loss that begins today would show."""

    rate: float
    """Loss a month, fraction of one's own base."""
    half: float | None
    """Days until it shows in half of such people; None beyond the planned future."""
    most: float | None
    """Days until it shows in eight of ten."""
    nine_of_ten: float | None
    gone: float | None
    """What would be gone by `most`, fraction."""
