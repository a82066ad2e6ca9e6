"""Sound files, made beforehand in the cache folder and for their owner alone (0600)."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from strengthcheck.host import tones
from strengthcheck.host.files import write_private
from strengthcheck.host.folders import make_private
from strengthcheck.host.programs import Runner
from strengthcheck.host.tones import ToneKind
from strengthcheck.host.voice import Voice, render


class Made(NamedTuple):
    """A file that can be played."""

    path: str
    seconds: float


class SoundFiles:
    """Makes sound files, or takes those that were made before. It waits for programs and for the disk."""

    def __init__(self, folder: Path, runner: Runner, voice: Voice | None, *, with_tones: bool = True) -> None:
        """`folder` is the cache folder, made when missing; `with_tones`: words follow their signal's tone."""
        self._folder = folder.absolute() / "sounds"
        self._runner = runner
        self._voice = voice
        self._with_tones = with_tones

    def tone(self, kind: ToneKind) -> Made:
        """A signal's tone.

        Raises:
            FolderRefused, FileRefused: it can't be written.

        """
        path = self._folder / f"tone-{tones.VERSION}-{kind}.wav"
        if not path.is_file():
            self._write(path, tones.tone(kind))
        return Made(str(path), tones.seconds_of(kind))

    def said(self, kind: ToneKind, words: str) -> Made:
        """A signal with its words.

        Raises:
            VoiceFailed: the speech program could not be used.
            NotASound: what it wrote is no sound.
            FolderRefused, FileRefused: it can't be written.

        """
        path = self._folder / f"said-{self._name(kind, words)}.wav"
        if path.is_file():
            return Made(str(path), tones.length_of(path.read_bytes()))
        sound = self._spoken(kind, words)
        self._write(path, sound)
        return Made(str(path), tones.length_of(sound))

    def clicks(self, bpm: float, beats: int, accent_every: int) -> Made:
        """A metronome's beats, one file after another under the same name.

        Raises:
            FolderRefused, FileRefused: it can't be written.

        """
        path = self._folder / "clicks.wav"
        self._write(path, tones.click_track(bpm, beats, accent_every=accent_every))
        return Made(str(path), beats * 60 / bpm)

    def _spoken(self, kind: ToneKind, words: str) -> bytes:
        assert self._voice is not None
        make_private(self._folder)
        part = self._folder / f"part-{uuid4().hex}.wav"
        voice = render(self._voice, words, part, self._runner)
        return tones.spoken_tone(kind, voice) if self._with_tones else tones.clean(voice)

    def _name(self, kind: ToneKind, words: str) -> str:
        assert self._voice is not None
        told = (str(tones.VERSION), str(self._with_tones), self._voice.name, kind, words)
        return sha256("\0".join(told).encode()).hexdigest()[:20]

    def _write(self, path: Path, data: bytes) -> None:
        make_private(self._folder.parent)
        make_private(self._folder)
        write_private(path, data, force=True)
