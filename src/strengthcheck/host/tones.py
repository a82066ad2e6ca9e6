"""Our own sounds, as WAV files in memory: calm, distinct, and heard on a laptop's small speakers.

Pitches lie between 500 and 1600 Hz: small speakers give little below, older ears hear little far above.
A note starts and ends at zero along half a cosine, so that nothing clicks. A rising pair means "get
ready", three rising notes "the rest is over", a falling pair "stop", and 3-2-1-go climbs a scale, so that
each is known without the others.
"""

import io
import math
import wave
from array import array
from collections.abc import Sequence
from typing import Literal, NamedTuple

ToneKind = Literal["rested", "ready", "three", "two", "one", "go", "half", "stop", "tick", "accent"]
"""The signals of a trial and of the rest before it, and the two beats of a metronome."""

VERSION = 1
"""Raised when a sound changes, so that files made before are made again."""

RATE = 22050
"""Samples a second: twice over what the highest partial needs, and what speech programs write."""

PEAK = 0.6
"""The loudest sample of every file, as a share of full scale (-4.4 dB): no speaker distorts, none shouts."""

ATTACK_SECONDS = 0.006
RELEASE_SECONDS = 0.03
_PARTIALS = ((1, 1.0), (2, 0.35), (3, 0.12))
"""Multiples of the pitch and how strong each is: a soft reed rather than a beep."""


class Note(NamedTuple):
    """One note of a sound."""

    hertz: float
    at: float
    """When it starts, in seconds."""
    seconds: float
    fading: float
    """The time in which it falls to a third, in seconds: short is a tap, long is held."""


SOUNDS: dict[ToneKind, tuple[Note, ...]] = {
    "rested": (Note(523.25, 0.0, 0.14, 0.3), Note(659.25, 0.16, 0.14, 0.3), Note(783.99, 0.32, 0.3, 0.4)),
    "ready": (Note(523.25, 0.0, 0.16, 0.3), Note(659.25, 0.18, 0.24, 0.3)),
    "three": (Note(587.33, 0.0, 0.14, 0.12),),
    "two": (Note(659.25, 0.0, 0.14, 0.12),),
    "one": (Note(739.99, 0.0, 0.14, 0.12),),
    "go": (Note(1174.66, 0.0, 0.42, 0.5),),
    "half": (Note(880.0, 0.0, 0.1, 0.1), Note(880.0, 0.16, 0.14, 0.1)),
    "stop": (Note(783.99, 0.0, 0.22, 0.5), Note(523.25, 0.22, 0.55, 0.4)),
    "tick": (Note(1050.0, 0.0, 0.05, 0.012),),
    "accent": (Note(1575.0, 0.0, 0.06, 0.015),),
}
"""Pitches of the tempered scale in Hz (D5, E5, F sharp 5 up to D6 for the countdown)."""


class NotASound(Exception):
    """What should be a WAV file of one channel and 16 bits is none."""


def tone(kind: ToneKind, rate: int = RATE) -> bytes:
    """One signal as a WAV file: one channel, 16 bits, `rate` samples a second."""
    return _wav(_samples(kind, rate), rate)


def seconds_of(kind: ToneKind) -> float:
    """How long a signal sounds."""
    return max(n.at + n.seconds for n in SOUNDS[kind])


def spoken_tone(kind: ToneKind, voice: bytes) -> bytes:
    """The signal, and words (a WAV file) that start as it fades: one file, so that nothing has to be mixed.

    The signal stands at the very start, whatever the words are; the words' own leading silence is cut.

    Raises:
        NotASound: the words aren't a WAV file of one channel and 16 bits.

    """
    words, rate = _read(voice)
    words = words[_first_heard(words, rate) :]
    signal = _samples(kind, rate)
    start = round((seconds_of(kind) - RELEASE_SECONDS) * rate)
    mixed = signal + [0.0] * max(0, start + len(words) - len(signal))
    for i, sample in enumerate(words, start):
        mixed[i] += sample
    return _wav(_limited(mixed), rate)


def clean(voice: bytes) -> bytes:
    """Words without their leading silence, no louder than our tones. Raises NotASound."""
    words, rate = _read(voice)
    return _wav(_limited(words[_first_heard(words, rate) :]), rate)


def length_of(sound: bytes) -> float:
    """How long a WAV file lasts, in seconds. Raises NotASound."""
    samples, rate = _read(sound)
    return len(samples) / rate


def click_track(bpm: float, beats: int, *, accent_every: int = 0) -> bytes:
    """Beats of a metronome as one WAV file, each at its own sample: no wait between them can drift.

    Args:
        bpm: beats a minute, above 0 and at most 400.
        beats: how many.
        accent_every: the first of so many beats is accented; 0 for none.

    """
    if not 0 < bpm <= 400:
        raise ValueError("a metronome goes at 1 to 400 beats a minute")
    tick, accent = (_packed(_samples(k, RATE)) for k in ("tick", "accent"))
    track = bytearray(2 * round(beats * 60 / bpm * RATE))
    for n in range(beats):
        beat = accent if accent_every and n % accent_every == 0 else tick
        at = 2 * round(n * 60 / bpm * RATE)
        track[at : at + len(beat)] = beat[: len(track) - at]
    return _file(bytes(track), RATE)


def _samples(kind: ToneKind, rate: int) -> list[float]:
    samples = [0.0] * math.ceil(seconds_of(kind) * rate)
    for note in SOUNDS[kind]:
        start = round(note.at * rate)
        for i in range(min(round(note.seconds * rate), len(samples) - start)):
            samples[start + i] += _sounding(note, i / rate)
    loudest = max(map(abs, samples))
    return [s * PEAK / loudest for s in samples]


def _sounding(note: Note, t: float) -> float:
    turn = 2 * math.pi * note.hertz * t
    reed = sum(share * math.sin(turn * n) for n, share in _PARTIALS)
    edge = _half_cosine(t / ATTACK_SECONDS) * _half_cosine((note.seconds - t) / RELEASE_SECONDS)
    return reed * edge * math.exp(-t / note.fading)


def _half_cosine(share: float) -> float:
    """From 0 at 0 to 1 at 1, level at both ends."""
    return 1.0 if share >= 1 else 0.5 - 0.5 * math.cos(math.pi * max(0.0, share))


def _limited(samples: list[float]) -> list[float]:
    loudest = max(map(abs, samples))
    return samples if loudest <= PEAK else [s * PEAK / loudest for s in samples]


def _first_heard(samples: Sequence[float], rate: int, floor: float = 0.01) -> int:
    """Where words begin, a hundredth of a second early so that no consonant is cut."""
    heard = next((i for i, s in enumerate(samples) if abs(s) > floor), 0)
    return max(0, heard - rate // 100)


def _read(data: bytes) -> tuple[list[float], int]:
    try:
        with wave.open(io.BytesIO(data)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2) or file.getframerate() < 8000:
                raise NotASound("not one channel of 16 bits")
            frames, rate = file.readframes(file.getnframes()), file.getframerate()
    except (wave.Error, EOFError) as e:
        raise NotASound(str(e)) from e
    samples = array("h", frames[: len(frames) // 2 * 2])
    if not samples:
        raise NotASound("empty")
    return [s / 32768 for s in samples], rate


def _wav(samples: list[float], rate: int) -> bytes:
    return _file(_packed(samples), rate)


def _packed(samples: list[float]) -> bytes:
    """In the machine's own order of bytes; `wave` turns it round where a file needs it."""
    return array("h", (round(s * 32767) for s in samples)).tobytes()


def _file(frames: bytes, rate: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(frames)
    return out.getvalue()
