"""Which rule spoke, with its numbers, so that a person can recompute it (docs/reading.md names each)."""

from strengthcheck.analysis.whole import ReadPair
from strengthcheck.model.base import Side
from strengthcheck.model.reading import Odds, Rule, UsualRange
from strengthcheck.views.said import side_word, way_of_pair
from strengthcheck.views.values import number_text, value_text

RULES: dict[Rule, str] = {
    "no_values": "no planned, unflagged check has a value for this side yet",
    "fewer_than_four": "fewer than four values; the fourth is the first that can be compared",
    "raised": "the model prefers a lasting loss, and the values were low for ten days or more",
    "low_for_months": "the model prefers a loss that stays, and every value was low for 16 weeks or more",
    "could_not_twice": "could not, on two planned checks running",
    "far_below_twice": "under half of the usual value on the latest planned checks, ten days or more apart",
    "under_cap_twice": "the baseline ends at the time limit, and two values running fell far short of it",
    "raised_by_record": "the tests of this limb together show a lasting loss",
    "low_at_last_two": "the latest value, or the one before it, is below the usual range",
    "low_then_level": "low, then two values at the usual level, and the model prefers no lasting loss",
    "risen": "the mirrored rule: the model prefers a lasting gain",
    "nothing_spoke": "no rule spoke",
    "two_rungs_twice": "two rungs below usual on two planned checks running",
    "could_not_once": "could not, or only with a trick, on the latest planned check",
    "rung_lower": "one rung below usual",
}

RULES_LESS: dict[Rule, str] = {
    "raised": "the model prefers a lasting loss, and the values were {low} for ten days or more",
    "low_for_months": "the model prefers a loss that stays, and every value was {low} for 16 weeks or more",
    "far_below_twice": "over twice the usual value on the latest planned checks, ten days or more apart",
    "low_at_last_two": "the latest value, or the one before it, is above the usual range",
    "low_then_level": "{low}, then two values at the usual level, and the model prefers no lasting loss",
}
"""The same of a measure of which less is better: its number grows where strength is lost."""

NEVER_COULD = "could not, on every planned check so far; there is no value to compare"
"""The same of a side without values, where it was tried."""

RULES_GAP: dict[Rule, str] = {
    "raised": "the model prefers a lasting change of it, and it was off its usual for ten days or more",
    "low_for_months": "the model prefers a change of it that stays, and it was off for 16 weeks or more",
    "low_at_last_two": "the latest, or the one before it, is beyond its usual range",
    "low_then_level": "beyond its range, then two at the usual level, with no lasting change preferred",
}
"""The same of the gap, which also changes when one side gains: never called a loss."""


def rule_words(read: ReadPair, side: Side) -> str:
    """The rule that spoke of a side, true of the way its numbers go."""
    rule = read.side(side).rule
    if rule == "no_values" and read.side(side).could_not:
        return NEVER_COULD
    less = read.pair.measure.better == "lower"
    text = RULES_LESS.get(rule, RULES[rule]) if less else RULES[rule]
    return text.format(**way_of_pair(read.pair)._asdict())


def rule_lines(read: ReadPair) -> tuple[str, ...]:
    """A line for each side, or one for both where it is the same; what both together show; the gap."""
    odds = [read.side(s).odds for s in read.sides]
    shared = len({(o.total, o.check) for o in odds if o is not None}) == 1 and len(odds) > 1 and all(odds)
    sides: dict[str, list[str]] = {}
    for side in read.sides:
        sides.setdefault(_line(read, side, shared), []).append(side_word(read.pair, side))
    lines = [f"{' and '.join(named).capitalize()}: {line}." for line, named in sides.items()]
    lines += [f"Both sides read together: {_together(read)}."] if shared else []
    gap = read.reading.gap
    if gap.centre is not None and gap.low is not None and gap.high is not None and gap.last is not None:
        numbers = (number_text(round(g, 1)) for g in (gap.last, gap.centre, gap.low, gap.high))
        last, centre, low, high = numbers
        rule = RULES_GAP.get(gap.rule, RULES[gap.rule])
        lines.append(f"Gap: latest {last} %, usual {centre} % ({low} to {high} %); {rule}.")
    return tuple(lines)


def _line(read: ReadPair, side: Side, shared: bool) -> str:
    r = read.side(side)
    parts = [rule_words(read, side)]
    usual = read.own_range(side)
    if usual is not None and read.pair.measure.id != "ladder":
        parts.append(_range(read, usual))
    if r.odds is not None and not shared:
        parts.append(_odds(r.odds))
    if r.raised:
        parts.append("two usual checks running would end it")
    return "; ".join(parts)


def _range(read: ReadPair, usual: UsualRange) -> str:
    measure = read.pair.measure
    made = f"values 2 to {usual.values} so far" if usual.provisional else "values 2 to 7"
    way = way_of_pair(read.pair)
    centre, low = (value_text(x, measure) for x in (usual.centre, usual.low))
    error = number_text(usual.error * 100)
    return (
        f"centre {centre} of {made}, error of one check {error} %, known from {usual.values} checks, "
        f"{way.low} {way.under} {low}"
    )


def _together(read: ReadPair) -> str:
    """What both sides share, once, with what each side would need."""
    found = [(s, o) for s in read.sides if (o := read.side(s).odds) is not None]
    if len({o.needed for _, o in found}) == 1:
        return _odds(found[0][1])
    needed = ", ".join(f"{number_text(o.needed)} for the {side_word(read.pair, s)}" for s, o in found)
    return f"{_evidence(found[0][1])}, which counts for a side that leads; needed {needed}"


def _odds(odds: Odds) -> str:
    return f"{_evidence(odds)}, needed {number_text(odds.needed)}"


def _evidence(odds: Odds) -> str:
    """The evidence, with what each side has of it: a side is named only where its own leads."""
    of = (("left", odds.left), ("right", odds.right), ("both", odds.both))
    parts = [f"{name} {number_text(round(x, 1))}" for name, x in of if x is not None]
    shares = f" ({', '.join(parts)})" if len(parts) > 1 else ""
    return f"evidence of a lasting loss {number_text(round(odds.total, 1))}{shares}"
