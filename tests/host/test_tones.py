"""The tones are calm, distinct and clean: measured on the files themselves."""

import io
import wave
from array import array
from contextlib import suppress
from itertools import pairwise

import pytest

from strengthcheck.host.tones import (
    PEAK,
    RATE,
    SOUNDS,
    NotASound,
    clean,
    click_track,
    length_of,
    seconds_of,
    spoken_tone,
    tone,
)

KINDS = sorted(SOUNDS)


def samples(sound: bytes) -> list[float]:
    with wave.open(io.BytesIO(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        read = array("h", file.readframes(file.getnframes()))
    return [s / 32767 for s in read]


def words(seconds: float = 0.5, lead: float = 0.1, rate: int = RATE, level: float = 0.9) -> bytes:
    """A made-up voice: silence, then a rough sound."""
    silent = [0.0] * round(lead * rate)
    rough = [level * (1 if i // 40 % 2 else -1) for i in range(round(seconds * rate))]
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(array("h", (round(s * 32767) for s in silent + rough)).tobytes())
    return out.getvalue()


def crossings(heard: list[float]) -> int:
    return sum(a < 0 <= b for a, b in pairwise(heard))


@pytest.mark.parametrize("kind", KINDS)
def test_no_tone_is_louder_than_the_limit_and_none_is_faint(kind):
    assert PEAK - 0.01 < max(map(abs, samples(tone(kind)))) <= PEAK + 0.001


@pytest.mark.parametrize("kind", KINDS)
def test_no_tone_clicks_it_begins_and_ends_in_silence(kind):
    heard = samples(tone(kind))
    edge = RATE // 1000
    assert max(map(abs, heard[: edge // 2])) < 0.08
    assert max(map(abs, heard[-edge:])) < 0.01
    assert heard[0] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_tone_starts_at_once_so_that_go_means_now(kind):
    first = next(i for i, s in enumerate(samples(tone(kind))) if abs(s) > 0.1)
    assert first < 0.01 * RATE


@pytest.mark.parametrize("kind", KINDS)
def test_a_tone_lasts_as_long_as_it_says_and_less_than_a_second(kind):
    assert length_of(tone(kind)) == pytest.approx(seconds_of(kind), abs=0.001)
    assert seconds_of(kind) < 1


def test_every_tone_is_another_one():
    assert len({tone(kind) for kind in KINDS}) == len(KINDS)


def test_three_two_one_go_climbs_and_stop_falls():
    climbing = [SOUNDS[kind][0].hertz for kind in ("three", "two", "one", "go")]
    assert climbing == sorted(set(climbing))
    assert SOUNDS["stop"][0].hertz > SOUNDS["stop"][-1].hertz
    assert SOUNDS["ready"][0].hertz < SOUNDS["ready"][-1].hertz


def test_the_pitch_heard_is_the_pitch_written():
    heard = samples(tone("go"))[: round(0.2 * RATE)]
    assert crossings(heard) / 0.2 == pytest.approx(SOUNDS["go"][0].hertz, rel=0.03)


def test_pitches_lie_where_small_speakers_and_older_ears_still_hear_them():
    assert all(500 <= note.hertz <= 1600 for notes in SOUNDS.values() for note in notes)


def test_words_follow_their_tone_which_still_comes_first():
    heard = samples(spoken_tone("go", words()))
    alone = samples(tone("go"))
    loud = max(map(abs, heard[:2000])) / max(map(abs, alone[:2000]))
    assert [round(s * loud, 2) for s in alone[:2000]] == pytest.approx(
        [round(s, 2) for s in heard[:2000]], abs=0.02
    )
    assert len(heard) == pytest.approx((seconds_of("go") + 0.5) * RATE, abs=0.05 * RATE)


def test_loud_words_are_limited_like_a_tone():
    assert max(map(abs, samples(spoken_tone("go", words(level=1.0))))) <= PEAK + 0.001
    assert max(map(abs, samples(clean(words(level=1.0))))) <= PEAK + 0.001


def test_the_silence_before_words_is_cut_so_that_they_come_in_time():
    assert length_of(clean(words(seconds=0.5, lead=0.4))) == pytest.approx(0.51, abs=0.005)


def test_words_at_another_rate_keep_their_pitch_and_length():
    assert length_of(spoken_tone("three", words(rate=16000))) == pytest.approx(
        seconds_of("three") + 0.5, abs=0.05
    )


@pytest.mark.parametrize(
    "broken", [b"", b"RIFF", b"not a sound at all, sorry", words()[:30], words(seconds=0, lead=0)]
)
def test_what_is_no_sound_is_refused(broken):
    with pytest.raises(NotASound):
        spoken_tone("go", broken)


def test_a_cut_off_sound_is_read_as_far_as_it_goes_or_refused():
    whole = words()
    for end in range(44, len(whole), 997):
        with suppress(NotASound):
            assert length_of(whole[:end]) <= length_of(whole)


def test_two_channels_are_refused():
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"\0" * 4000)
    with pytest.raises(NotASound):
        clean(out.getvalue())


@pytest.mark.parametrize("bpm", [60, 93, 132.5])
def test_each_click_of_a_metronome_stands_at_its_own_sample(bpm):
    beats = round(bpm)
    heard = samples(click_track(bpm, beats))
    for n in range(beats):
        at = round(n * 60 / bpm * RATE)
        assert max(map(abs, heard[at : at + RATE // 50])) > 0.5
        assert not any(heard[at - 100 : at]) or n == 0
    assert len(heard) / RATE == pytest.approx(beats * 60 / bpm, abs=0.001)


def test_the_first_of_four_clicks_is_the_accent():
    heard = samples(click_track(120, 8, accent_every=4))
    half = RATE // 2
    assert heard[: half - 1] == heard[4 * half : 5 * half - 1]
    assert heard[: half - 1] != heard[half : 2 * half - 1]
    assert heard[half : 2 * half - 1] == heard[2 * half : 3 * half - 1]


@pytest.mark.parametrize("bpm", [0, -1, 401])
def test_a_tempo_that_is_none_is_refused(bpm):
    with pytest.raises(ValueError, match="beats a minute"):
        click_track(bpm, 4)
