"""Figures beyond one pair: whole records, and whether the stated power date holds."""

from __future__ import annotations

import numpy as np

from figures import Figure, found, read_at
from people import DAYS, MONTH, CohortName, make_losing_at
from records import follow_records
from simulate import follow
from strengthcheck.analysis.course import THRESHOLD
from strengthcheck.analysis.pooled import ALONE, POOLED
from strengthcheck.analysis.power import power_dates, power_table
from whole import make_records

YEARS_2 = 730.0


def record_figures(cohort: CohortName, count: int, seed: int) -> list[Figure]:
    """Whole records of eight tests."""
    steady = make_records(seed, count, "steady mix", cohort)
    trace = follow_records(steady, np.full(count, YEARS_2))
    false = np.isfinite(trace.first(trace.fired(POOLED, ALONE)))
    asked = float(trace.asked.sum() / trace.came.sum())
    losing = make_records(seed, count // 2, "one-sided", cohort)
    after = follow_records(losing, np.minimum(losing.onset + 366.0, DAYS - 1.0))
    delay = after.first(after.fired(POOLED, ALONE)) - losing.onset
    home = cohort == "home"
    return [
        Figure(
            "whole steady records: worth showing within two years",
            cohort,
            float(false.mean()),
            0.05,
            True,
            count,
        ),
        Figure("  steady sittings that ask for a confirming check", cohort, asked, 0.10, True, count),
        Figure(
            "a loss in one hand, several tests: found within 6 months",
            cohort,
            found(delay, 6),
            0.80 if home else None,
            n=len(delay),
        ),
        Figure(
            "a loss in one hand, several tests: found within 9 months",
            cohort,
            found(delay, 9),
            0.95 if home else None,
            n=len(delay),
        ),
        Figure(
            "  alarms before the onset count as false",
            cohort,
            float(np.mean(delay < 0)),
            0.05,
            True,
            len(delay),
        ),
    ]


def power_figures(count: int, seed: int) -> list[Figure]:
    """Losses of a stated rate beginning at day 182: are they found by the date stated then, by the person's
    own error?
    """
    lines = []
    for rate in (0.02, 0.04, 0.06):
        group = make_losing_at(seed, count, "home", rate, 182.0)
        trace = follow(group, np.full(count, 182.0 + 640.0))
        first = trace.first(trace.fired(THRESHOLD))
        hit: dict[str, list[bool]] = {"half": [], "most": [], "nine_of_ten": []}
        for i in range(count):
            past = trace.t[i][trace.ok[i] & (trace.t[i] <= 182.0)]
            n = len(past) - 1
            if n < 3:
                continue
            reading = read_at(trace, i, n)
            error = max(s.range.error for s in (reading.left, reading.right) if s.range)
            date = power_dates(past.tolist(), error, 182.0, (rate,), 640.0)[0]
            for name, got in hit.items():
                day = getattr(date, name)
                if day is not None:
                    got.append(bool(first[i] <= day))
        for name, label, bars in (
            ("half", "half", None),
            ("most", "eight of ten", (0.72, 0.90)),
            ("nine_of_ten", "nine of ten", None),
        ):
            share = float(np.mean(hit[name])) if hit[name] else float("nan")
            text = f"losing {100 * rate:.0f} % a month: found by the date for {label}"
            lines.append(Figure(text, "home", share, bars[0] if bars else None, n=len(hit[name])))
            if bars:
                lines.append(
                    Figure("    and not more than 90 %", "home", share, bars[1], True, len(hit[name]))
                )
    return lines


def power_lines() -> list[str]:
    """The table of by when a loss shows, for checks every 28 and every 14 days."""
    lines = []
    for every in (28.0, 14.0):
        lines.append(
            f"checks every {every:.0f} days: months until a loss shows in half / eight of ten / nine of ten"
        )
        for error, dates in power_table(every).items():
            cells = [
                f"{100 * d.rate:.0f} %/month: "
                + " / ".join(
                    "-" if x is None else f"{x / MONTH:.1f}" for x in (d.half, d.most, d.nine_of_ten)
                )
                for d in dates
            ]
            lines.append(f"  error {100 * error:4.0f} %   " + "   ".join(cells))
    return lines
