"""The same people described a second time: how far does the reading depend on how "home" is made up?

python benchmarks/versions.py            300 people of each kind and version, 900 whole records

Others who read the same description would draw other people from it. `anew.py` and `anew_records.py` draw
them anew, and this changes one thing at a time: for one pair the shape and size of the slow wander, the
tails, off days, coarse readings, the schedule, the confirming checks, one side alone; for whole records what
the tests share, how many of them feel the loss, and its course. Nothing is tuned here.
"""

from __future__ import annotations

import argparse

import numpy as np
from numpy.typing import NDArray

import people as pp
from anew import Version, make
from anew_records import RecordVersion, make_records
from courses import YEARS_2, horizon
from figures import found
from records import follow_records
from simulate import follow
from strengthcheck.analysis.course import THRESHOLD
from strengthcheck.analysis.pooled import ALONE, POOLED
from whole import TESTS

Array = NDArray[np.float64]

SEED = 20270115

VERSIONS = (
    Version("kind, drawn anew", cohort="kind"),
    Version("home: wander of sd up to 5 %"),
    Version("home: half that wander", reach=0.5),
    Version("home: memory of 30 days", memory=(30.0, 30.0)),
    Version("home: bounded random walk", wander="walk"),
    Version("home: sine waves", wander="sine"),
    Version("home: off days in everybody", reach=0.6, bursts=0.05),
    Version("home: normal error", tails=np.inf, reach=0.75),
    Version("home: whole units, 8 to 20 of them", coarse=True, reach=0.5),
    Version("home: checks every 14 days", fortnightly=True),
    Version("home: no confirming checks", confirm=np.inf),
    Version("home: one after every low or soft check", confirm=-np.inf),
    Version("home: one side alone", one_side=True),
)


RECORD_VERSIONS = (
    RecordVersion("wander of sd up to 5 %, half in common"),
    RecordVersion("half that wander", reach=0.5),
    RecordVersion("all of the wander in common", in_common=1.0),
    RecordVersion("a third of each error that of the day", day=1 / 3),
    RecordVersion("off days in everybody", reach=0.6, off_days=0.05),
    RecordVersion("felt by half of the hand's tests", felt=0.5),
    RecordVersion("both hands lose", loss="symmetric"),
    RecordVersion("losing 1.5-2.5 % a month", loss="slow"),
    RecordVersion("a plateau", loss="plateau"),
    RecordVersion("already falling at the first check", loss="falling at first"),
    RecordVersion("no confirming checks", confirm=np.inf),
)


def line(v: Version, count: int, seed: int) -> str:
    """One row: false alarms, the worst kind, what is found, and how often a steady sitting asks again."""
    alarms: dict[str, float] = {}
    asked = []
    for kind in pp.STEADY:
        trace = follow(make(v, seed, count, kind), np.full(count, YEARS_2), confirm=v.confirm)
        alarms[kind] = float(np.isfinite(trace.first(trace.fired(THRESHOLD))).mean())
        asked.append(float(trace.asked[trace.ok].mean()))
    delay: dict[str, Array] = {}
    for kind in pp.LOSING:
        group = make(v, seed, count, kind)
        trace = follow(group, horizon(group, kind), confirm=v.confirm)
        delay[kind] = trace.first(trace.fired(THRESHOLD)) - np.maximum(group.onset, 0.0)
    typical = np.concatenate([delay[k] for k in pp.TYPICAL])
    worst = max(alarms, key=lambda k: alarms[k])
    cells = [
        f"{100 * float(np.mean(list(alarms.values()))):4.1f}",
        f"{100 * alarms[worst]:4.1f} {worst:9s}",
        *(f"{100 * found(typical, m):5.1f}" for m in (6, 9)),
        *(f"{100 * found(delay[k], 9):5.1f}" for k in ("falling at first", "settling in")),
        *(f"{100 * found(delay[k], 12):5.1f}" for k in ("plateau", "slow")),
        f"{100 * float(np.mean(asked)):4.1f}",
    ]
    return f"{v.name:42s} " + "  ".join(cells)


def record_line(v: RecordVersion, count: int, seed: int) -> str:
    """One row: false alarms of whole records, what is found of a loss in one hand, how often it asks."""
    calm, losing = make_records(v, seed, count)
    trace = follow_records(calm, np.full(count, YEARS_2), v.confirm)
    false = float(np.isfinite(trace.first(trace.fired(POOLED, ALONE))).mean())
    asked = float(trace.asked.sum() / trace.came.sum())
    after = follow_records(
        losing, np.minimum(np.maximum(losing.onset, 0.0) + 366.0, pp.DAYS - 1.0), v.confirm
    )
    delay = after.first(after.fired(POOLED, ALONE)) - np.maximum(losing.onset, 0.0)
    cells = [false, *(found(delay, m) for m in (6, 9, 12)), float(np.mean(delay < 0)), asked]
    return f"{v.name:42s} " + "  ".join(f"{100 * x:5.1f}" for x in cells)


def main() -> None:
    """Print a row for each version."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}, {chosen.people} people of each kind, threshold {THRESHOLD}; per cent")
    print(f"{'':42s} false  worst kind      6 mo   9 mo  first  settl  plat.   slow  asks")
    for v in VERSIONS:
        print(line(v, chosen.people, chosen.seed), flush=True)
    records = 3 * chosen.people
    print(
        f"\nwhole records of {TESTS} tests at home, {records} steady and {records // 2} that lose in one hand"
    )
    print(f"{'':42s} false   6 mo   9 mo  12 mo  early   asks")
    for w in RECORD_VERSIONS:
        print(record_line(w, records, chosen.seed), flush=True)


if __name__ == "__main__":
    main()
