"""The metronome keeps its tempo whatever its caller does."""

import random
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.metronome import LATE_SECONDS, Beat, Metronome

MINUTE = 60.0


def played(metronome: Metronome, lateness, seconds: float = MINUTE) -> list[tuple[float, Beat]]:
    """What a caller hears who sleeps until each beat and wakes late by `lateness()` seconds."""
    now, heard = metronome.start, []
    while now < metronome.start + seconds:
        metronome, beat = metronome.tick(now)
        if beat is not None:
            heard.append((now, beat))
        now += metronome.wait(now) + lateness()
    return heard


@pytest.mark.parametrize("bpm", [40, 60, 93, 120, 132.5, 208])
def test_over_a_minute_with_a_caller_who_wakes_late_it_drifts_less_than_5_ms(bpm):
    chance = random.Random(7)
    heard = played(Metronome(1000.25, bpm), lambda: chance.uniform(0.0, 0.02))
    assert [beat.number for _, beat in heard] == list(range(len(heard)))
    assert len(heard) >= MINUTE * bpm / 60
    late = [now - (1000.25 + beat.number * 60 / bpm) for now, beat in heard]
    tenth = len(late) // 3
    assert abs(fmean(late[-tenth:]) - fmean(late[:tenth])) < 0.005
    assert max(late) < 0.0201
    assert max(abs(b.at - (1000.25 + b.number * 60 / bpm)) for _, b in heard) < 1e-9


def test_a_naive_metronome_that_adds_up_its_waits_would_be_seen_by_that_test():
    chance = random.Random(7)
    now, late = 0.0, []
    for number in range(120):
        late.append(now - number * 0.5)
        now += 0.5 + chance.uniform(0.0, 0.02)
    assert fmean(late[-40:]) - fmean(late[:40]) > 0.005


def test_beats_slept_through_are_left_out_and_not_given_in_a_bunch():
    metronome, _ = Metronome(0.0, 120).tick(0.0)
    metronome, beat = metronome.tick(5.02)
    assert beat is not None
    assert beat.number == 10
    assert metronome.tick(5.03)[1] is None
    assert metronome.wait(5.02) == pytest.approx(0.48)


def test_a_beat_heard_far_too_late_is_left_out_and_the_next_one_is_on_time():
    metronome, _ = Metronome(0.0, 60).tick(0.0)
    metronome, beat = metronome.tick(1 + LATE_SECONDS + 0.05)
    assert beat is None
    at = 1.15 + metronome.wait(1.15)
    assert metronome.tick(at)[1] == Beat("tick", 2.0, 2)


def test_before_the_start_it_is_silent():
    metronome = Metronome(10.0, 100)
    assert metronome.tick(9.0) == (metronome, None)
    assert metronome.wait(9.0) == pytest.approx(1.0)


def test_the_first_of_four_is_accented():
    heard = played(Metronome(0.0, 240, accent_every=4), lambda: 0.0, seconds=2.1)
    assert [beat.kind for _, beat in heard] == ["accent", "tick", "tick", "tick"] * 2 + ["accent"]


@pytest.mark.parametrize("bpm", [0, -60, 401, float("nan")])
def test_a_tempo_that_is_none_is_refused(bpm):
    with pytest.raises(ValueError, match="beats a minute"):
        Metronome(0.0, bpm)


@given(
    bpm=st.floats(20, 400),
    start=st.floats(0, 1e6),
    waits=st.lists(st.floats(0, 3), min_size=1, max_size=60),
)
def test_however_it_is_asked_no_beat_comes_twice_early_or_out_of_order(bpm, start, waits):
    metronome, now, heard = Metronome(start, bpm), start, []
    for wait in waits:
        now += wait
        metronome, beat = metronome.tick(now)
        if beat is not None:
            heard.append(beat.number)
            assert beat.at <= now
            assert now - beat.at <= LATE_SECONDS + 1e-6
    assert all(a < b for a, b in pairwise(heard))


@given(bpm=st.floats(20, 400), start=st.floats(0, 1e5), beats=st.integers(1, 400))
def test_a_caller_who_wakes_exactly_at_each_beat_hears_every_one(bpm, start, beats):
    metronome, numbers = Metronome(start, bpm), []
    for number in range(beats):
        metronome, beat = metronome.tick(metronome.due(number))
        numbers.append(beat.number if beat else None)
    assert numbers == list(range(beats))
