"""Sound in the app: one giver of signals, whatever is set or fails meanwhile."""

from pathlib import Path

import pytest

from strengthcheck.guide.trial import Cue
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.tui.hearing import Hearing
from tests.host.machines import Room


class House:
    """A hearing whose settings are kept in memory, and the rooms it opened."""

    def __init__(
        self, folder: Path, settings: SoundSettings | None = None, *, writes: str | None = None
    ) -> None:
        self.folder, self.kept, self.writes = folder, settings or SoundSettings(), writes
        self.rooms: list[Room] = []
        self.rung = self.read = 0
        self.hearing = Hearing(self._ring, make=self._make, read=self._read, write=self._write)

    def _ring(self) -> None:
        self.rung += 1

    def _make(self, settings, ring, log):
        self.rooms.append(Room(self.folder, settings))
        return self.rooms[-1].sound

    def _read(self) -> SoundSettings:
        self.read += 1
        return self.kept

    def _write(self, settings: SoundSettings) -> str | None:
        if self.writes is None:
            self.kept = settings
        return self.writes


@pytest.fixture
def house(tmp_path):
    made: list[House] = []

    def build(*args, **kwargs) -> House:
        made.append(House(tmp_path / "cache", *args, **kwargs))
        return made[-1]

    yield build
    for one in made:
        one.hearing.close()


def test_before_a_sitting_and_where_there_is_no_sound_the_bell_rings(house):
    it = house()
    it.hearing.give(Cue("go", 1.0))
    assert it.rung == 1
    rung: list[bool] = []
    alone = Hearing(lambda: rung.append(True))
    alone.open()
    alone.prepare(("left",), "arm")
    alone.give(Cue("stop", 1.0))
    assert rung == [True]
    assert not alone.to_ask
    assert alone.metronome(90, 60) is None
    alone.close()


def test_in_a_sitting_each_hand_is_called_by_its_name(house):
    it = house()
    it.hearing.open()
    it.hearing.prepare(("left",), "arm")
    room = it.rooms[0]
    room.made()
    left = room.sound.words_at("ready")
    it.hearing.prepare(("right",), "arm")
    assert (left, room.sound.words_at("ready")) == ("Left hand. Ready?", "Right hand. Ready?")


def test_settings_are_read_once_so_that_no_signal_waits_for_the_disk(house):
    it = house(SoundSettings(tempo=96))
    it.hearing.open()
    it.hearing.prepare(("left", "right"), "arm", beats=True)
    for kind in ("ready", "go", "stop"):
        it.hearing.give(Cue(kind, 1.0))
    assert it.read == 1


def test_turned_off_in_the_middle_of_a_sitting_it_is_silent_from_then_on(house):
    it = house()
    it.hearing.open()
    assert it.hearing.change(SoundSettings(sound=False, voice=False)) is None
    it.hearing.give(Cue("go", 1.0))
    assert it.rung == 0
    assert len(it.rooms) == 2
    assert it.rooms[1].plays.started == []
    assert it.kept == SoundSettings(sound=False, voice=False)


def test_settings_that_cannot_be_kept_hold_for_now_and_the_reason_is_told(house):
    it = house(writes="The disk is full.")
    it.hearing.open()
    assert it.hearing.change(SoundSettings(sound=False)) == "The disk is full."
    assert it.hearing.settings == SoundSettings(sound=False)


def test_whether_it_is_heard_is_asked_once(house):
    it = house()
    assert it.hearing.to_ask
    it.hearing.change(it.hearing.settings.answered(heard=False))
    assert not it.hearing.to_ask
    assert it.kept.heard is False


def beats_after_go(it: House, *, beats: bool) -> bool:
    started: list[float] = []
    it.hearing.open()
    it.rooms[0].sound.metronome = lambda bpm, number: started.append(bpm) or 0.0
    it.hearing.prepare(("left", "right"), "arm", beats=beats)
    for kind in ("ready", "go"):
        it.hearing.give(Cue(kind, 1.0))
    return bool(started)


def test_the_metronome_beats_from_go_on_where_a_tempo_was_set(house):
    assert beats_after_go(house(SoundSettings(tempo=96)), beats=True)


def test_without_a_tempo_or_in_another_test_no_metronome_beats(house):
    assert not beats_after_go(house(), beats=True)
    assert not beats_after_go(house(SoundSettings(tempo=96)), beats=False)


def test_a_tempo_is_kept_and_taken_away_again(house):
    it = house()
    it.hearing.set_tempo(96)
    assert it.kept.tempo == 96
    it.hearing.set_tempo(None)
    assert it.kept.tempo is None
