"""The benchmark judges the product's own rule, and its rivals are what they say they are."""

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from strengthcheck.analysis import PairSeries, read_pair, read_record
from strengthcheck.analysis.course import THRESHOLD
from strengthcheck.analysis.joint import ASSUMED, covariance_of, evidence
from strengthcheck.analysis.pooled import ALONE, POOLED

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def benchmark_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.mark.usefixtures("benchmark_files")
@pytest.mark.parametrize("kind", ["one-sided", "injury", "step"])
def test_read_pair_after_each_check_says_what_the_benchmark_counts(kind: str) -> None:
    from people import make
    from simulate import follow

    count = 8
    trace = follow(make(1, count, kind, "home"), np.full(count, 700.0))
    fired = trace.fired(THRESHOLD)
    for i in range(count):
        n = int(trace.ok[i].sum())
        calm = ~trace.soft[i]
        for last in range(4, n):
            upto = slice(0, last + 1)
            reading = read_pair(
                trace.t[i, upto].tolist(), trace.value[i, 0, upto].tolist(), trace.value[i, 1, upto].tolist()
            )
            for side, read in enumerate((reading.left, reading.right)):
                two = [k for k in range(1, last + 1) if calm[side, k] and calm[side, k - 1]]
                fresh = two[-1] + 1 if two else 0
                assert read.raised == bool(fired[i, side, fresh : last + 1].any())


@pytest.mark.usefixtures("benchmark_files")
@pytest.mark.parametrize("kind", ["one-sided", "steady mix"])
def test_read_record_after_each_sitting_says_what_the_benchmark_counts(kind: str) -> None:
    from records import follow_records
    from whole import HANDS, TESTS, make_records

    count = 3
    trace = follow_records(make_records(3, count, kind, "home"), np.full(count, 520.0))
    first = trace.first(trace.fired(POOLED, ALONE))

    def pairs(i: int, n: int) -> list[PairSeries]:
        told = np.where(trace.ok[i, ..., :n], trace.value[i, ..., :n], np.nan)
        sides = [[[None if np.isnan(v) else v for v in s] for s in test] for test in told.tolist()]
        limbs = ["hand"] * HANDS + ["leg"] * (TESTS - HANDS)
        days = trace.t[i, :n].tolist()
        return [PairSeries(str(j), limbs[j], days, *sides[j]) for j in range(TESTS)]

    for i in range(count):
        for n in range(5, int(trace.came[i].sum()) + 1):
            assert read_record(pairs(i, n)).worth_showing == (trace.t[i, n - 1] == first[i])
            if trace.t[i, n - 1] == first[i]:
                break


@pytest.mark.usefixtures("benchmark_files")
def test_each_person_depends_on_seed_and_number_alone() -> None:
    from people import make

    few, many = make(5, 3, "spreading", "home"), make(5, 9, "spreading", "home")
    assert np.array_equal(few.shown, many.shown[:3])
    assert not np.array_equal(few.shown, make(6, 3, "spreading", "home").shown)


@pytest.mark.usefixtures("benchmark_files")
def test_mann_kendall_agrees_with_kendalls_tau() -> None:
    from rivals import mann_kendall

    rng = np.random.default_rng(4)
    y = rng.normal(size=(5, 1, 15)) - 0.1 * np.arange(15)
    z = mann_kendall(y, np.ones_like(y, dtype=bool))
    for i in range(5):
        tau = stats.kendalltau(np.arange(15), y[i, 0]).statistic
        s = tau * 15 * 14 / 2
        expected = -(s + np.sign(-s)) / np.sqrt(15 * 14 * 35 / 18)
        assert z[i, -1] == pytest.approx(expected)


def test_the_evidence_is_a_ratio_of_two_multivariate_t_densities() -> None:
    rng = np.random.default_rng(2)
    n = 9
    t = np.cumsum(rng.uniform(14, 30, n))[None]
    y = rng.normal(0, 0.03, (1, 2, n))
    y -= y.mean(axis=2, keepdims=True)
    ok = np.ones((1, 2, n), dtype=bool)
    s = np.full((1, 2), 0.06)
    found = evidence(t, y, ok, s)
    noise = np.full((1, 2, n), 0.06)
    shape = covariance_of(t, np.arange(n, dtype=float)[None], ok, noise, ASSUMED)[0]
    free = ASSUMED.scale_weight
    onset, rate = 5, 2
    hinge = np.maximum(t[0] - found.onset[0, onset], 0.0) / 30.4375 * ASSUMED.rates[rate]
    flat = stats.multivariate_t(np.zeros(2 * n), shape, df=free)
    falling = stats.multivariate_t(np.concatenate((-hinge, np.zeros(n))), shape, df=free)
    x = y[0].ravel()
    assert found.grid[0, 0, onset, rate] == pytest.approx(falling.logpdf(x) - flat.logpdf(x))
