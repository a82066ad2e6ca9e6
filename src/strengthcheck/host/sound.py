"""Tones and voice for a sitting.

Everything slow happens in threads of its own: files are made in one, players started in another. What is
not ready in time is left out: words before tones, tones before the terminal's bell, and the screen always.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from strengthcheck.host.aside import Aside
from strengthcheck.host.cues import BellCues, CueLog, Cues, ManyCues, Signal
from strengthcheck.host.files import FileRefused
from strengthcheck.host.folders import FolderRefused
from strengthcheck.host.platform_players import player_for
from strengthcheck.host.player import Player, Stage
from strengthcheck.host.programs import Runner, SystemRunner
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.host.soundfiles import Made, SoundFiles
from strengthcheck.host.tones import NotASound, ToneKind
from strengthcheck.host.voice import Voice, VoiceFailed, find_voice

METRONOME_LEAD_SECONDS = 0.6
"""From the wish to the first beat: the time in which the beats are made."""

LIVE_SECONDS = 3.0
"""How long a program that speaks live may need for our few words."""


class Sound:
    """What is heard in one sitting. `cues` gives it; nothing here makes the caller wait."""

    def __init__(
        self,
        settings: SoundSettings,
        files: SoundFiles,
        player: Player,
        *,
        voice: Voice | None,
        speaker: Player | None,
        ring: Callable[[], None],
        monotonic: Callable[[], float],
        log: CueLog | None = None,
    ) -> None:
        """`speaker` is a player of words, for a voice that writes no files; `ring` is the terminal's bell.

        `log` keeps what is given; one of its own where none is.
        """
        self._settings = settings
        self._files = files
        self._player = player
        self._voice = voice if settings.voice else None
        self._speaker = speaker if settings.voice else None
        self._monotonic = monotonic
        self._aside = Aside("sounds")
        self._tones: dict[str, Made] = {}
        self._said: dict[tuple[str, str], Made] = {}
        self._words: Mapping[str, str] = {}
        self._clicks_at: float | None = None
        self._file_trouble = self._voice_trouble = ""
        self.log = log or CueLog()
        self.cues: Cues = ManyCues(self._channels(ring), self.log, monotonic, self._voiced)

    def _channels(self, ring: Callable[[], None]) -> dict[str, Cues]:
        channels: dict[str, Cues] = {}
        bell = BellCues(ring) if self._settings.sound else None
        if self._settings.sound or self._voice is not None:
            always = self._settings.heard is False
            channels["sound"] = _Heard(self, None if always else bell)
            if bell is not None and always:
                channels["bell"] = bell
        if self._speaker is not None:
            channels["voice"] = _Spoken(self, self._speaker)
        return channels

    def open(self) -> None:
        """Make the tones, and start what will be needed."""
        self._player.open()
        if self._speaker is not None:
            self._speaker.open()
        if self._settings.sound and self._player.works:
            self._aside.do(self._make_tones)

    def prepare(self, words: Mapping[str, str]) -> None:
        """What to say from now on at each kind of signal; made at once, elsewhere."""
        self._words = dict(words)
        if self._voice is not None and self._voice.written is not None and self._player.works:
            self._aside.do(lambda: self._make_words(words))

    def words_at(self, kind: str) -> str:
        """What is said at a kind of signal; empty for nothing."""
        return self._words.get(kind, "")

    def _voiced(self, kind: str) -> str:
        """The words at a kind of signal, while there is a voice to say them."""
        return "" if self._voice is None or self._silent else self.words_at(kind)

    def play(self, kind: str) -> bool:
        """Have a signal heard: with its words, else its tone alone; False when neither can be."""
        made = self._said.get((kind, self.words_at(kind))) or self._tones.get(kind)
        if made is None or not self._player.works:
            return False
        self._player.play(made.path, made.seconds)
        return True

    def sample(self, done: Callable[[bool], None]) -> None:
        """Have "ready" heard as soon as it is made; `done` is told, in another thread, if it could be."""
        self._aside.do(lambda: done(self._sampled("ready")))

    def metronome(self, bpm: float, beats: int, accent_every: int = 0) -> float:
        """Let a metronome be heard; returns when its first beat falls, on the monotonic clock."""
        start = self._clicks_at = self._monotonic() + METRONOME_LEAD_SECONDS
        if self._settings.sound and self._player.works:
            self._aside.do(lambda: self._play_clicks(bpm, beats, accent_every, start))
        return start

    def hush(self) -> None:
        """End what sounds, and a metronome that is about to."""
        self._clicks_at = None
        self._player.hush()

    @property
    def trouble(self) -> tuple[str, ...]:
        """What can't be heard and why, for the settings; empty while all is well."""
        told: list[str] = []
        if self._settings.sound and (self._file_trouble or not self._player.works):
            why = self._file_trouble or self._player.trouble
            told.append(f"No tones: {why}. The terminal's bell rings instead, where it can.")
        if self._settings.voice and self._silent:
            told.append(f"No voice: {self._silent}. Everything it would say is on the screen.")
        return tuple(told)

    @property
    def _silent(self) -> str:
        """Why the voice says nothing."""
        if self._speaker is not None:
            return self._speaker.trouble
        if self._voice is None:
            return "no speech program was found"
        return self._voice_trouble or self._player.trouble

    def close(self) -> None:
        """End what sounds, and the threads."""
        for player in filter(None, (self._player, self._speaker)):
            player.close()
        self._aside.close(wait=0.2)

    def _make_tones(self) -> None:
        try:
            for kind in get_args(ToneKind):
                self._tones[kind] = self._files.tone(kind)
        except (FileRefused, FolderRefused, OSError) as e:
            self._file_trouble = str(e).rstrip(".")

    def _make_words(self, words: Mapping[str, str]) -> None:
        for kind in get_args(ToneKind):
            text = words.get(kind)
            if not text or self._voice_trouble or (kind, text) in self._said:
                continue
            try:
                self._said[kind, text] = self._files.said(kind, text)
            except (VoiceFailed, NotASound, FileRefused, FolderRefused, OSError) as e:
                self._voice_trouble = str(e).rstrip(".")

    def _sampled(self, kind: str) -> bool:
        heard = self.play(kind)
        words = self.words_at(kind)
        if self._speaker is not None and words:
            self._speaker.play(words, LIVE_SECONDS)
            heard = heard or self._speaker.works
        return heard

    def _play_clicks(self, bpm: float, beats: int, accent_every: int, start: float) -> None:
        try:
            made = self._files.clicks(bpm, beats, accent_every)
        except (FileRefused, FolderRefused, OSError) as e:
            self._file_trouble = str(e).rstrip(".")
            return
        time.sleep(max(0.0, start - self._monotonic()))
        if self._clicks_at == start:
            self._player.play(made.path, made.seconds)


class _Heard:
    """Tones with their words; the bell where neither is to be had."""

    def __init__(self, sound: Sound, bell: BellCues | None) -> None:
        self._sound = sound
        self._bell = bell

    def give(self, cue: Signal) -> None:
        if not self._sound.play(cue.kind) and self._bell is not None:
            self._bell.give(cue)


class _Spoken:
    """Words said live; new ones cut off the old."""

    def __init__(self, sound: Sound, speaker: Player) -> None:
        self._sound = sound
        self._speaker = speaker

    def give(self, cue: Signal) -> None:
        words = self._sound.words_at(cue.kind)
        if words:
            self._speaker.play(words, LIVE_SECONDS)


def system_sound(
    settings: SoundSettings,
    cache: Path,
    environ: Mapping[str, str],
    ring: Callable[[], None],
    *,
    runner: Runner | None = None,
    monotonic: Callable[[], float] = time.monotonic,
    log: CueLog | None = None,
) -> Sound:
    """The sound of the machine we run on, its programs found now; nothing is started or made yet."""
    runner = runner or SystemRunner()
    voice = find_voice(shutil.which, environ) if settings.voice else None
    said = voice.said if voice is not None else None
    return Sound(
        settings,
        SoundFiles(cache, runner, voice, with_tones=settings.sound),
        player_for(shutil.which, environ, runner, monotonic),
        voice=voice,
        speaker=Player(Stage((said,), runner, monotonic), monotonic) if said is not None else None,
        ring=ring,
        monotonic=monotonic,
        log=log,
    )
