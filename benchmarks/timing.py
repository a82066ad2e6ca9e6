"""How long a reading takes: one pair of fifty checks, ten years of eight tests, and the command on those."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from figures import Figure
from strengthcheck.analysis import PairSeries, read_pair, read_record


def _course(rng: np.random.Generator, n: int, falls: float) -> tuple[list[float], list[float], list[float]]:
    days = np.concatenate(([0.0, 7.0, 14.0], 14.0 + 28.0 * np.arange(1, n - 2)))
    lost = np.log(np.maximum(1 - falls * np.maximum(days - days[n // 2], 0) / 30, 0.3))
    left = 30 * np.exp(rng.normal(0, 0.06, n) + lost)
    right = 32 * np.exp(rng.normal(0, 0.06, n))
    return days.tolist(), left.tolist(), right.tolist()


def _median_ms(rounds: int, call: Callable[[], object]) -> float:
    spent = []
    for _ in range(rounds):
        begun = time.process_time()
        call()
        spent.append(1000 * (time.process_time() - begun))
    return float(np.median(spent))


def timing_figures() -> list[Figure]:
    """Milliseconds of processor time on this machine; printed, and judged by the bars given here alone."""
    lines = []
    for name, falls in (
        ("a steady person", 0.0),
        ("a losing person", 0.03),
        ("a slowly losing person", 0.006),
    ):
        days, left, right = _course(np.random.default_rng(5), 50, falls)
        read_pair(days, left, right)
        lines.append(
            Figure(
                f"read_pair, 50 checks, {name}",
                "",
                _median_ms(15, partial(read_pair, days, left, right)),
                8.0,
                True,
                unit="ms",
            )
        )
    rng = np.random.default_rng(6)
    pairs = [
        PairSeries(f"test {i}", "hand" if i < 4 else "leg", *_course(rng, 131, 0.01 * (i < 4)))
        for i in range(8)
    ]
    read_record(pairs)
    lines.append(
        Figure(
            "read_record, ten years of eight tests",
            "",
            _median_ms(5, lambda: read_record(pairs)),
            150.0,
            True,
            unit="ms",
        )
    )
    lines.append(
        Figure("compare of ten years, beyond the start-up", "", command_ms(), 150.0, True, unit="ms")
    )
    return lines


PLANNED = 131  # checks of ten years on the planned dates


def command_ms(rounds: int = 8) -> float:
    """Processor time of `strengthcheck compare` on ten years of eight tests, less that on three checks.

    The least of several, in turns: whatever else the machine does only adds.
    """
    from long_records import TRIALS_A_CHECK, write_long

    with TemporaryDirectory() as folder:
        places = {checks: Path(folder) / str(checks) for checks in (PLANNED, 3)}
        for checks, place in places.items():
            write_long(place, checks * TRIALS_A_CHECK, checks)
        spent = {checks: float("inf") for checks in places}
        for _ in range(rounds):
            for checks, place in places.items():
                command = [sys.executable, "-m", "strengthcheck", "compare", "--data-dir", str(place)]
                spent[checks] = min(spent[checks], _child_ms(command))
    return spent[PLANNED] - spent[3]


def _child_ms(command: list[str]) -> float:
    begun = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    now = os.times()
    return 1000 * (now.children_user + now.children_system - begun.children_user - begun.children_system)
