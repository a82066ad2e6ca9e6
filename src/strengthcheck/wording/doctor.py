"""What the page for the doctor says of itself, on paper and in the files that other systems read."""

from strengthcheck.wording.sentence import Sentence

FOOTER = Sentence(
    "doc.footer",
    "on every page for a doctor, last",
    "Self-recorded at home, not calibrated, not an examination. Compared only with this person's own earlier results. A flat record does not exclude weakness.",
    "docs/evidence.md#slack, #a-page-for-a-doctor",
)
OWN_RANGE = Sentence(
    "doc.own_range",
    "beside a usual range in a file for other systems",
    "This person's own usual range, from their own earlier checks; not a population reference.",
    "docs/evidence.md#sides-differ, #a-page-for-a-doctor",
)
EXTRA = Sentence(
    "doc.extra",
    "beside an extra check in a file for other systems",
    "An extra check, before its date. Extra checks enter no comparison.",
    "docs/words.md",
)
HEAD_CONFIRMED = Sentence(
    "doc.head.confirmed",
    "above the results, something confirmed",
    "Confirmed change: {what}.",
    "docs/evidence.md#a-page-for-a-doctor",
)
HEAD_NONE = Sentence(
    "doc.head.none", "above the results, else", "No confirmed change.", "docs/evidence.md#a-page-for-a-doctor"
)
HEAD_NONE_HERE = Sentence(
    "doc.head.none_here",
    "above the results, nothing confirmed in the tests that were chosen, others left out",
    "No confirmed change in the tests chosen for this page.",
    "docs/evidence.md#a-page-for-a-doctor",
)
HEAD_FEW = Sentence(
    "doc.head.few",
    "above the results, under four planned values everywhere",
    "Too few checks yet to compare.",
    "docs/evidence.md#learning; docs/safeguards.md#testing-is-dosed",
)
ALSO_CONFIRMED = Sentence(
    "doc.also.confirmed",
    "under the results, more than six tests",
    "Also confirmed: {what}.",
    "docs/evidence.md#a-page-for-a-doctor; docs/safeguards.md#rules-that-no-change-may-break",
)
ALSO_DONE = Sentence(
    "doc.also.done",
    "under the results, tests without a line that can be compared",
    "Also done, no confirmed change: {what}.",
    "docs/evidence.md#a-page-for-a-doctor",
)
ALSO_FEW = Sentence(
    "doc.also.few",
    "under the results, tests without a line and with under four planned values",
    "Also done, too few checks to compare: {what}.",
    "docs/evidence.md#learning, #a-page-for-a-doctor",
)
ALSO_ALONE = Sentence(
    "doc.also.alone",
    "under the results, tests without a line, where the headline has said that checks are too few",
    "Also done: {what}.",
    "docs/evidence.md#learning, #a-page-for-a-doctor",
)
SIDE_CONFIRMED = Sentence(
    "doc.side.confirmed",
    "beside a raised side",
    "confirmed since {date}",
    "docs/evidence.md#a-page-for-a-doctor; docs/reading.md#the-rules",
)
SIDE_EXPLAINED = Sentence(
    "doc.side.explained",
    "beside a raised side, within eight weeks of an entered event",
    "confirmed since {date}; after an entered event",
    "docs/evidence.md#late-diagnosis; article 9",
)
SIDE_FEW = Sentence(
    "doc.side.few",
    "beside a side with under four planned values, where the headline has not said it of all",
    "too few checks",
    "docs/evidence.md#learning",
)
SIDE_LOW = Sentence(
    "doc.side.low",
    "beside a side that was low once",
    "not confirmed; {low} on {date}",
    "docs/evidence.md#what-moves-a-result, #a-page-for-a-doctor",
)
SIDE_BACK = Sentence(
    "doc.side.back",
    "beside a side that was low and came back",
    "no confirmed change; {low} on {date}, then back",
    "docs/evidence.md#what-comes-and-goes, #a-page-for-a-doctor",
)
SIDE_NONE = Sentence(
    "doc.side.none", "beside any other side", "no confirmed change", "docs/evidence.md#a-page-for-a-doctor"
)
NOTHING = Sentence(
    "doc.nothing",
    "no check with a value in the period, and something told",
    "No check with a value in this period. What stands above is the person's own account.",
    "docs/evidence.md#a-page-for-a-doctor",
)
NOTHING_AT_ALL = Sentence(
    "doc.nothing.at_all",
    "no check with a value in the period, and nothing told",
    "No check with a value in this period.",
    "docs/evidence.md#a-page-for-a-doctor",
)
KEY_RANGE = Sentence(
    "doc.key.range",
    "under the results, numbers",
    "Usual: this person's own range, from their second to seventh planned check. Change: the two latest checks against its centre. Confirmed: it stayed on further planned checks; the rule is in the method.",
    "docs/evidence.md#a-page-for-a-doctor; docs/reading.md#the-rules",
)
KEY_CHART = Sentence(
    "doc.key.chart",
    "under the results, charts",
    "Both charts of a test share one scale. Shaded: own usual range. Dotted: its centre. Cross: extra check, or sore or ill that day; it enters no comparison. Triangle at the foot: could not.",
    "docs/reading.md#the-rules; docs/words.md",
)
KEY_LADDER = Sentence(
    "doc.key.ladder",
    "under the results, tests without numbers",
    "Rungs: 3 as usual for me, 2 done but harder than usual, 1 only with a trick or partly, 0 could not.",
    "docs/evidence.md#testing-oneself",
)
FORM_URGENT = Sentence(
    "doc.form.urgent",
    "in the form, swallowing, breath, bladder or double vision was just marked as there",
    "If trouble with swallowing, breath, bladder, bowel or double vision is new, don't wait for a visit: call a doctor today. Long-known and already examined is not new.",
    "docs/evidence.md#weakness-by-speed, #emergency-signs",
)
METHOD_DOING = Sentence(
    "doc.method.doing",
    "method, appendix",
    "The person tests alone at home, guided by a program: fixed steps, sides in turn, rest between efforts, no earlier value shown. All trials are kept; a trial that slipped is marked, not removed.",
    "docs/evidence.md#testing-oneself; docs/guided-test.md#the-whole-check",
)
METHOD_DATES = Sentence(
    "doc.method.dates",
    "method, appendix",
    "Planned checks fall on days 0, 7 and 14, then every four weeks; a result likely to stay low gets a confirming check two weeks later. Checks outside these dates are extra: kept, never compared.",
    "docs/safeguards.md#testing-is-dosed; docs/reading.md#the-rules; docs/words.md",
)
METHOD_VALUE = Sentence(
    "doc.method.value",
    "method, appendix",
    "One value a check and side: the mean of the valid trials. Checks told beforehand to be sore or ill are set aside, at most two of six for a limb.",
    "docs/evidence.md#what-moves-a-result; docs/reading.md#the-rules",
)
COULD_NOT_AMONG = Sentence(
    "doc.could_not_among",
    "method, appendix; in a file for other systems beside a value that is made so",
    "A trial that could not counts as 40 % worse than the mean of the others; where half or more could not, the check counts as could not. None is left out.",
    "docs/reading.md#the-usual-range",
)
METHOD_RANGE = Sentence(
    "doc.method.range",
    "method, appendix",
    "The usual range is the median of the side's values two to seven, plus and minus two errors of one check, between 10 and 30 %. It never follows the values down.",
    "docs/evidence.md#learning; docs/reading.md#the-rules",
)
METHOD_RULE = Sentence(
    "doc.method.rule",
    "method, appendix",
    "Confirmed means: a model of both sides prefers a lasting loss, every planned value of the last ten or more days was on the weaker side, and the limb's tests together support it.",
    "docs/reading.md#the-rules",
)
METHOD_ERROR = Sentence(
    "doc.method.error",
    "method, appendix; published figures of the rule",
    "Of a hundred simulated people at home with nothing lasting, three or four were told of a change within two years. A left/right difference by itself is never called one.",
    "docs/reading.md#the-figures",
)
METHOD_SLOW = Sentence(
    "doc.method.slow",
    "method, appendix; how slow detection is",
    "With a scatter of 7 %, a loss of 4 % a month showed in half of simulated people after six months, in nine of ten after eight. Slower or patchy loss takes longer.",
    "docs/reading.md#the-figures",
)
METHOD_LIMITS = Sentence(
    "doc.method.limits",
    "method, appendix",
    "Effort, sleep, pain and practice move the values. Small muscles of the hand may weaken before grip does. Nobody watched the tests, and no device was calibrated.",
    "docs/evidence.md#slack, #what-moves-a-result, #grip-and-pinch",
)
METHOD = (
    METHOD_DOING,
    METHOD_DATES,
    METHOD_VALUE,
    COULD_NOT_AMONG,
    METHOD_RANGE,
    METHOD_RULE,
    METHOD_ERROR,
    METHOD_SLOW,
    METHOD_LIMITS,
)
"""Half a page, in this order."""

ALL = (
    FOOTER,
    OWN_RANGE,
    EXTRA,
    HEAD_CONFIRMED,
    HEAD_NONE,
    HEAD_NONE_HERE,
    HEAD_FEW,
    ALSO_CONFIRMED,
    ALSO_DONE,
    ALSO_FEW,
    ALSO_ALONE,
    SIDE_CONFIRMED,
    SIDE_EXPLAINED,
    SIDE_FEW,
    SIDE_LOW,
    SIDE_BACK,
    SIDE_NONE,
    NOTHING,
    NOTHING_AT_ALL,
    KEY_RANGE,
    KEY_CHART,
    KEY_LADDER,
    FORM_URGENT,
    *METHOD,
)
