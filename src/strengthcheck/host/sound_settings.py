"""What the person set about sound. Kept with the other settings, no part of the record."""

from typing import NamedTuple

TEMPO_LOW, TEMPO_HIGH = 30, 240
"""Beats a minute that the metronome can be set to."""


class SoundSettings(NamedTuple):
    """Tones and voice on or off, and the metronome."""

    sound: bool = True
    voice: bool = True
    heard: bool | None = None
    """What was answered to "Did you hear that?"; none while it was not asked."""
    tempo: int | None = None
    """The metronome's beats a minute for the passage that is played; none to play without one."""

    @property
    def to_ask(self) -> bool:
        """Whether to ask: once, and only when there was something to hear."""
        return self.heard is None and (self.sound or self.voice)

    def answered(self, heard: bool) -> "SoundSettings":
        """The settings once that is answered; it is not asked again."""
        return self._replace(heard=heard)


def sound_settings(kept: object) -> SoundSettings:
    """The settings from what a file holds; the usual ones where it holds something else."""
    told = kept if isinstance(kept, dict) else {}
    usual = SoundSettings()
    sound, voice, heard, tempo = (told.get(name) for name in SoundSettings._fields)
    timed = isinstance(tempo, int) and not isinstance(tempo, bool) and TEMPO_LOW <= tempo <= TEMPO_HIGH
    return SoundSettings(
        sound=sound if isinstance(sound, bool) else usual.sound,
        voice=voice if isinstance(voice, bool) else usual.voice,
        heard=heard if isinstance(heard, bool) else usual.heard,
        tempo=tempo if timed else usual.tempo,
    )
