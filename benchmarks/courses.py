"""How good is the reading? Prints every figure of docs/reading.md for people whose truth is known.

python benchmarks/courses.py            all figures, 2,000 people each python benchmarks/courses.py --quick
fewer people, for CI; exit 1 if a figure breaks its bar by more than chance allows

Thresholds were set on TUNING_SEEDS; figures are reported on REPORT_SEED, which nothing was tuned on.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

import people as pp
import rivals
from figures import Figure, found, read_at
from ladders import ladder_figures
from later import power_figures, power_lines, record_figures
from simulate import Trace, follow
from strengthcheck.analysis.course import CAME_BACK, THRESHOLD
from timing import timing_figures
from whole import TESTS

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]

TUNING_SEEDS = (3, 11, 12, 13, 14, 15, 16)
REPORT_SEED = 20270115
YEARS_2 = 730.0
CHANCE = 2.6  # standard errors a quick run may lie beyond its bar
COHORTS: tuple[pp.CohortName, ...] = ("kind", "home")


@dataclass
class Run:
    """All groups of one cohort, followed once."""

    cohort: pp.CohortName
    groups: dict[str, pp.People] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)

    def first(self, kind: str) -> Array:
        """The day of the first alarm at the product's threshold."""
        trace = self.traces[kind]
        return trace.first(trace.fired(THRESHOLD))

    def delay(self, kind: str) -> Array:
        """Days from the onset (or the first check, if it came later) to the first alarm; negative is a
        false one.
        """
        return np.asarray(self.first(kind) - np.maximum(self.groups[kind].onset, 0.0))


def horizon(group: pp.People, kind: str) -> Array:
    """How long a person is followed: two years, or a year from the onset."""
    if kind in pp.LOSING:
        return np.minimum(np.maximum(group.onset, 0.0) + 366.0, pp.DAYS - 1.0)
    return np.full(len(group.onset), YEARS_2)


def follow_all(cohort: pp.CohortName, count: int, seed: int) -> Run:
    """Make and follow every kind of person of a cohort."""
    run = Run(cohort)
    for kind in (*pp.STEADY, *pp.LOSING, *pp.BESIDE):
        group = pp.make(seed, count, kind, cohort)
        run.groups[kind] = group
        run.traces[kind] = follow(group, horizon(group, kind))
    return run


def steady_figures(run: Run) -> list[Figure]:
    """False alarms within two years."""
    shares = {k: float(np.isfinite(run.first(k)).mean()) for k in pp.STEADY}
    n = len(run.groups["steady"].onset)
    bar = 0.03 if run.cohort == "kind" else 0.035
    worst = max(shares, key=lambda k: shares[k])
    mean = float(np.mean(list(shares.values())))
    lines = [
        Figure("steady people: worth showing within two years", run.cohort, mean, bar, True, n * len(shares)),
        Figure(f"  the worst kind of steady person ({worst})", run.cohort, shares[worst], 0.12, True, n),
    ]
    lines += [Figure(f"    {k}", run.cohort, v, None) for k, v in shares.items()]
    asked = np.concatenate([run.traces[k].asked[run.traces[k].ok] for k in pp.STEADY])
    return [
        *lines,
        Figure(
            "  steady sittings that ask for a confirming check",
            run.cohort,
            float(asked.mean()),
            0.10,
            True,
            len(asked),
        ),
    ]


def loss_figures(run: Run) -> list[Figure]:
    """How soon losses are found."""
    home = run.cohort == "home"
    n = len(run.groups["slow"].onset)
    typical = np.concatenate([run.delay(k) for k in pp.TYPICAL])
    median = float(np.median(np.where(typical >= 0, typical, np.inf)) / pp.MONTH)
    c = run.cohort
    lines = [
        Figure("typical losses found within 6 months", c, found(typical, 6), 0.45 if home else 0.88, n=3 * n),
        Figure("typical losses found within 9 months", c, found(typical, 9), 0.90 if home else 0.97, n=3 * n),
        Figure("typical losses: median delay", c, median, 6.5 if home else 4.5, True, unit="months"),
    ]
    for kind in pp.TYPICAL:
        d = run.delay(kind)
        lines += [Figure(f"    {kind}, {m} months", c, found(d, m), None) for m in (6, 9, 12)]
    early = 0.75 if home else 0.93
    lines += [
        Figure(f"{k}: found within 9 months", c, found(run.delay(k), 9), early, n=n)
        for k in ("falling at first", "settling in")
    ]
    lines.append(
        Figure(
            "with a plateau: found within 12 months",
            c,
            found(run.delay("plateau"), 12),
            0.82 if home else 0.92,
            n=n,
        )
    )
    lines.append(
        Figure("slow: found within 12 months", c, found(run.delay("slow"), 12), 0.70 if home else 0.85, n=n)
    )
    lines.append(Figure("  alarms before the onset (typical)", c, float(np.mean(typical < 0)), None))
    return lines


def naming_figures(run: Run) -> list[Figure]:
    """Of those raised after the onset: is the losing side named, and is a side that does not fall?"""
    right, wrong = [], []
    for kind in pp.TYPICAL:
        group, trace = run.groups[kind], run.traces[kind]
        fired = trace.fired(THRESHOLD) & (trace.t >= np.maximum(group.onset, 0.0)[:, None])[:, None]
        named = np.asarray(fired.any(axis=2))
        raised = np.asarray(named.any(axis=1))
        who = np.arange(len(named))
        falls = group.true[:, :, -1] < -0.02
        hit = np.where(group.side == 2, raised, named[who, np.minimum(group.side, 1)])
        right.append(hit[raised])
        wrong.append(np.asarray((named & ~falls).any(axis=1))[raised])
    hits, misses = np.concatenate(right), np.concatenate(wrong)
    return [
        Figure("the losing side named", run.cohort, float(hits.mean()), 0.97, n=len(hits)),
        Figure("a side that does not fall named", run.cohort, float(misses.mean()), 0.03, True, len(misses)),
    ]


def beside_figures(run: Run, most: int) -> list[Figure]:
    """A step that stays, rehabilitation, and what is said after an injury."""
    group, trace = run.groups["step"], run.traces["step"]
    words = []
    for i in range(min(most, len(group.onset))):
        side = "left" if group.side[i] == 0 else "right"
        words.append(getattr(read_at(trace, i, int(trace.ok[i].sum()) - 1), side).course)
    low = float(np.mean([w == "low_and_staying" for w in words]))
    raised = float(np.mean([w in ("low_and_staying", "falling_and_staying") for w in words]))
    rehab = 1.0 - float(np.isfinite(run.first("rehabilitation")).mean())
    c = run.cohort
    back = after_injury(run, most)
    return [
        Figure("a step that stays reads low_and_staying (at two years)", c, low, 0.90, n=len(words)),
        Figure("    it reads lasting, either word", c, raised, None),
        Figure("rehabilitation never raises", c, rehab, 0.90, n=len(group.onset)),
        Figure(
            "after an injury, two checks in the range: came_back or usual",
            c,
            float(np.mean(back)),
            0.95,
            n=len(back),
        ),
    ]


def after_injury(run: Run, most: int) -> list[bool]:
    """Of those low during the injury: the word at the first time that two running checks are in the range
    again.
    """
    group, trace = run.groups["injury"], run.traces["injury"]
    out = []
    for i in range(min(most, len(group.onset))):
        s = int(group.side[i])
        low, n = trace.low[i, s], int(trace.ok[i].sum())
        hurt = [k for k in range(4, n) if low[k] and trace.t[i, k] >= group.onset[i]]
        later = [k for k in range(hurt[0] + 2, n) if not low[k] and not low[k - 1]] if hurt else []
        if later:
            reading = read_at(trace, i, later[0])
            out.append((reading.left, reading.right)[s].course in ("came_back", "usual"))
    return out


def false_comfort(run: Run) -> Figure:
    """Share of losing people told `came_back` of a side while 10 % or more of its own base was truly gone."""
    told = []
    for kind in (*pp.TYPICAL, "slow", "plateau", "settling in"):
        trace = run.traces[kind]
        fired = trace.fired(THRESHOLD)
        with np.errstate(invalid="ignore"):
            said = trace.level & (trace.total < CAME_BACK)[:, None] & trace.ok[:, None]
        said &= ~np.maximum.accumulate(fired, axis=2)
        told.append((said & (trace.true <= np.log(0.9))).any(axis=(1, 2)))
    flat = np.concatenate(told)
    return Figure(
        "came_back said while 10 % or more is truly gone",
        run.cohort,
        float(flat.mean()),
        0.05,
        True,
        len(flat),
    )


def rival_figures(run: Run, target: float = 0.03) -> list[Figure]:
    """The other rules on the same checks, each at the threshold where 3 % of these very steady people are
    alarmed.
    """
    rules: dict[str, Callable[[str], Array]] = {
        "latest against first": lambda k: rivals.latest_against_first(*_logs(run.traces[k])),
        "XmR run rules": lambda k: rivals.xmr(*_logs(run.traces[k])),
        "Mann-Kendall": lambda k: rivals.mann_kendall(*_logs(run.traces[k])),
        "semi-oracle": lambda k: _oracle(run, k),
    }
    lines = []
    for name, rule in rules.items():
        limit = float(np.quantile(np.concatenate([rule(k).max(axis=1) for k in pp.STEADY]), 1 - target))
        delays = []
        for kind in pp.TYPICAL:
            day = np.where(rule(kind) > limit, run.traces[kind].t, np.inf).min(axis=1)
            delays.append(day - run.groups[kind].onset)
        d = np.concatenate(delays)
        lines += [
            Figure(f"{name}: typical losses within {m} months", run.cohort, found(d, m), None) for m in (6, 9)
        ]
    return lines


def _logs(trace: Trace) -> tuple[Array, Bools]:
    return np.log(trace.value), np.broadcast_to(trace.ok[:, None], trace.value.shape)


def _oracle(run: Run, kind: str) -> Array:
    group, trace = run.groups[kind], run.traces[kind]
    return rivals.semi_oracle(trace.t, *_logs(trace), group.base, group.error, group.share)


def all_figures(count: int, seed: int, say: Callable[[str], None]) -> list[Figure]:
    """Every figure, printed as it is made."""
    lines: list[Figure] = []

    def add(title: str, new: list[Figure]) -> None:
        say(f"\n{title}")
        for figure in new:
            say(figure.line())
        lines.extend(new)

    for cohort in COHORTS:
        run = follow_all(cohort, count, seed)
        add(f"{cohort}: one pair of series, {count} people of each kind", steady_figures(run))
        add(
            f"{cohort}: losses",
            [*loss_figures(run), *naming_figures(run), *beside_figures(run, count), false_comfort(run)],
        )
        add(f"{cohort}: other rules, at 3 % false alarms", rival_figures(run))
        del run
        add(
            f"{cohort}: whole records of {TESTS} tests, {count} people",
            record_figures(cohort, count, seed),
        )
    add("the stated power date", power_figures(max(count // 4, 60), seed))
    say("\n" + "\n".join(power_lines()))
    add("ladders", ladder_figures(count, seed))
    add("speed", timing_figures())
    return lines


def main() -> int:
    """Print the figures; 1 when a bar is broken beyond what chance allows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="250 people a figure")
    parser.add_argument("--people", type=int, default=None)
    parser.add_argument("--seed", type=int, default=REPORT_SEED)
    chosen = parser.parse_args()
    count = chosen.people or (250 if chosen.quick else 2000)
    begun = time.perf_counter()
    print(f"seed {chosen.seed} (tuned on {TUNING_SEEDS}), {count} people a figure, threshold {THRESHOLD}")
    figures = all_figures(count, chosen.seed, lambda text: print(text, flush=True))
    broken = [f for f in figures if f.broken(CHANCE)]
    print(
        f"\n{time.perf_counter() - begun:.0f} s. "
        f"A bar counts as broken {CHANCE} standard errors beyond it: {len(broken)} broken"
    )
    for figure in broken:
        print(figure.line())
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
