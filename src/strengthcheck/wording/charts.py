"""What is said beside a chart: of the gap between the sides, and of the shape that a lasting loss has."""

from strengthcheck.wording.sentence import Sentence

GAP_OWN = Sentence(
    "gap.own",
    "from the fourth check of both sides on",
    "Your own usual gap: {centre}; it lies between {low} and {high}. The latest: {last}.",
    "docs/evidence.md#sides-differ; docs/words.md",
)
GAP_EARLY = Sentence(
    "gap.early",
    "fewer than four planned checks with both sides",
    "Your usual gap is known from the fourth planned check of both sides on.",
    "docs/evidence.md#learning, #sides-differ",
)
GAP_LIMIT = Sentence(
    "gap.limit",
    "four planned checks with both sides or more, and no gap of one's own: they stood at the cap, or at nought",
    "Your own usual gap can't be read: too often a side stood at the end of what this test can measure.",
    "docs/evidence.md#learning, #sides-differ",
)
GAP_MOVED = Sentence(
    "gap.moved",
    "the gap itself has changed for good",
    "The gap has moved since {date}: the {side} side lost against the other. By itself that raises nothing; each side is read against its own range.",
    "docs/evidence.md#sides-differ; docs/reading.md#the-rules",
)
GAP_COMMON = Sentence(
    "gap.common",
    "measures of force of the hand",
    "A gap is common: of 23,000 people over 50, 53 in 100 gripped more than 10 % weaker with one hand, 26 by more than 20 %, 12 by more than 30 %.",
    "docs/evidence.md#sides-differ",
)
GAP_UNKNOWN = Sentence(
    "gap.unknown",
    "any other measure",
    "How far people's sides differ is known for grip, and not for this test. Only a change of your own gap counts.",
    "docs/evidence.md#sides-differ",
)
SHAPE = Sentence(
    "shape.lines",
    "from six planned checks, every side of this test usual, came back or higher, none leaning to a lasting loss, no side of any test low once",
    "These lines are not yours. They show what a lasting loss of 3, 5 and 8 % a month since {date} would look like by now, from your usual values.",
    "docs/evidence.md#shape-of-a-loss; articles 4 and 9",
)
SHAPE_STRAIGHT = Sentence(
    "shape.straight",
    "beside the lines of a lasting loss",
    "In studies of people who were losing strength it went down in nearly a straight line over months. How fast differs widely.",
    "docs/evidence.md#shape-of-a-loss",
)
SHAPE_SPOKEN = Sentence(
    "shape.spoken",
    "where the lines of a lasting loss are said instead of drawn",
    "A loss of {rate} a month: from {start} to {now} by the latest check.",
    "docs/evidence.md#shape-of-a-loss",
)
LOWER_FROM_HERE = Sentence(
    "lower.since",
    "at the first check of a confirmed lasting loss",
    "From here on {side} is lower.",
    "docs/safeguards.md#how-it-speaks; docs/reading.md#the-rules",
)
LOWER_AT_FIRST = Sentence(
    "lower.first",
    "the same, where the value of that check still lies in the usual range",
    "From here on {side} is lower; at first still in the usual range.",
    "docs/safeguards.md#how-it-speaks; docs/reading.md#the-rules",
)
ALL = (
    LOWER_FROM_HERE,
    LOWER_AT_FIRST,
    GAP_OWN,
    GAP_EARLY,
    GAP_LIMIT,
    GAP_MOVED,
    GAP_COMMON,
    GAP_UNKNOWN,
    SHAPE,
    SHAPE_STRAIGHT,
    SHAPE_SPOKEN,
)
