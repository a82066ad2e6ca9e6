"""What is heard in a sitting, with made-up programs: nothing is played, nobody waits."""

import stat
from pathlib import Path

import pytest

from strengthcheck.guide.trial import Cue
from strengthcheck.host.programs import Job
from strengthcheck.host.sound_settings import SoundSettings, sound_settings
from strengthcheck.host.soundfiles import SoundFiles
from strengthcheck.host.tones import length_of, seconds_of
from strengthcheck.wording.cues import spoken
from tests.host.machines import ESPEAK, LIVE, MadeUpRunner, Room, speaking

WORDS = spoken(("left",), "arm")
RIGHT = spoken(("right",), "arm")


@pytest.fixture
def room(tmp_path):
    made: list[Room] = []

    def open_room(*args, **kwargs) -> Room:
        made.append(Room(tmp_path / "cache", *args, **kwargs))
        return made[-1]

    yield open_room
    for one in made:
        one.sound.close()


def test_each_signal_has_its_own_file_with_its_words(room):
    it = room()
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    files = [it.heard(kind) for kind in WORDS]
    assert len(set(files)) == 8
    assert all(name.startswith("said-") for name in files)
    assert it.sound.trouble == ()


def test_while_words_are_not_ready_the_tone_is_heard_alone(room):
    it = room()
    it.sound.open()
    it.made()
    assert it.heard("go") == "tone-1-go.wav"


def test_the_other_hand_is_never_called_by_the_former_ones_words(room):
    it = room()
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    left = it.heard("ready")
    it.speaks._does = lambda job: 1  # the speech program gives up now
    it.sound.prepare(RIGHT)
    it.made()
    assert left.startswith("said-")
    assert it.heard("ready") == "tone-1-ready.wav"
    assert it.heard("go").startswith("said-")


def test_before_anything_is_made_the_bell_rings(room):
    it = room()
    it.sound.cues.give(Cue("go", it.clock.now))
    assert it.rung == 1
    assert it.plays.started == []


def test_without_a_player_the_bell_rings_and_the_settings_say_why(room):
    it = room(programs=())
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    it.sound.cues.give(Cue("stop", it.clock.now))
    assert it.rung == 1
    assert it.speaks.started == []
    assert it.sound.trouble == (
        "No tones: no program that plays sounds was found. The terminal's bell rings instead, where it can.",
        "No voice: no program that plays sounds was found. Everything it would say is on the screen.",
    )


def test_without_a_voice_tones_are_heard_and_the_settings_say_so(room):
    it = room(voice=None)
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    assert it.heard("go") == "tone-1-go.wav"
    assert it.sound.trouble == (
        "No voice: no speech program was found. Everything it would say is on the screen.",
    )


@pytest.mark.parametrize("does", [lambda job: 1, lambda job: 0])
def test_a_voice_that_fails_is_given_up_after_one_try_and_tones_go_on(room, does):
    it = room(speaks=does)
    it.sound.open()
    it.sound.prepare(WORDS)
    it.sound.prepare(RIGHT)
    it.made()
    assert len(it.speaks.started) == 1
    assert it.heard("three") == "tone-1-three.wav"
    assert it.sound.trouble == (
        "No voice: espeak-ng could not be used. Everything it would say is on the screen.",
    )


def test_what_the_voice_wrote_and_is_no_sound_is_not_played(room):
    def noise(job: Job) -> int:
        Path(job.words[job.words.index("-w") + 1]).write_bytes(b"not a sound")
        return 0

    it = room(speaks=noise)
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    assert it.heard("go") == "tone-1-go.wav"
    assert it.sound.trouble


def test_with_sound_off_only_the_voice_is_heard_and_no_bell_rings(room):
    it = room(SoundSettings(sound=False))
    it.sound.open()
    it.sound.cues.give(Cue("go", it.clock.now))
    it.sound.prepare(WORDS)
    it.made()
    assert it.heard("go").startswith("said-")
    assert it.rung == 0


def test_with_both_off_nothing_is_made_started_or_rung(room, tmp_path):
    it = room(SoundSettings(sound=False, voice=False))
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    it.sound.cues.give(Cue("go", it.clock.now))
    assert it.rung == 0
    assert it.plays.started == it.speaks.started == []
    assert not (tmp_path / "cache").exists()
    assert it.sound.trouble == ()
    assert [c.kind for c in it.sound.log.given] == ["go"]


def test_who_did_not_hear_it_gets_the_bell_as_well(room):
    it = room(SoundSettings(heard=False))
    it.sound.open()
    it.made()
    it.heard("go")
    assert it.rung == 1
    assert [r.channel for r in it.sound.log.records] == ["sound", "bell"]


def test_a_voice_that_writes_no_files_speaks_live_beside_the_tone(room):
    it = room(voice=LIVE)
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    assert it.heard("ready") == "tone-1-ready.wav"
    assert it.says.wait_for(1)[0].job.words[-1] == "Left hand. Ready?"
    it.heard("go")
    assert [p.cut_off for p in it.says.wait_for(2)] == [True, False]


def test_the_files_are_for_their_owner_alone_and_made_once(room, tmp_path):
    first = room()
    first.sound.open()
    first.sound.prepare(WORDS)
    first.made()
    files = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "cache" / "sounds").iterdir()}
    assert {stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "cache" / "sounds").iterdir()} == {0o600}
    assert not any(name.startswith("part-") for name in files)
    again = room()
    again.sound.open()
    again.sound.prepare(WORDS)
    again.made()
    assert again.speaks.started == []
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "cache" / "sounds").iterdir()} == files


def test_no_file_name_tells_what_is_said(room, tmp_path):
    it = room()
    it.sound.prepare(WORDS)
    it.made()
    assert not any("left" in p.name.lower() for p in (tmp_path / "cache" / "sounds").iterdir())


def test_a_cache_that_cannot_be_written_costs_the_tones_and_nothing_else(room, tmp_path):
    (tmp_path / "cache").write_text("a file in its place")
    it = room(voice=None)
    it.sound.open()
    it.made()
    it.sound.cues.give(Cue("go", it.clock.now))
    assert it.rung == 1
    assert it.sound.trouble[0].startswith("No tones: ")


def test_a_metronome_is_one_sound_that_starts_when_it_says(room, monkeypatch):
    it = room()
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        it.clock.now += seconds

    monkeypatch.setattr("strengthcheck.host.sound.time.sleep", wait)
    asked = it.clock.now
    start = it.sound.metronome(96, 48, accent_every=4)
    played = Path(it.plays.wait_for(1)[0].job.words[-1])
    assert start > asked
    assert it.clock.now == pytest.approx(start)
    assert length_of(played.read_bytes()) == pytest.approx(30.0, abs=0.01)


def test_a_metronome_ended_before_its_first_beat_is_not_heard(room, monkeypatch):
    it = room()
    monkeypatch.setattr("strengthcheck.host.sound.time.sleep", lambda _seconds: it.sound.hush())
    it.sound.metronome(96, 48)
    it.made()
    assert it.plays.started == []


def test_the_log_tells_every_signal_channel_and_time(room):
    it = room(voice=LIVE)
    it.sound.open()
    it.sound.prepare(WORDS)
    it.made()
    it.sound.cues.give(Cue("go", it.clock.now - 0.01))
    assert [(r.channel, r.kind) for r in it.sound.log.records] == [("sound", "go"), ("voice", "go")]
    assert all(r.given - r.due == pytest.approx(0.01) for r in it.sound.log.records)


def test_a_said_signal_lasts_longer_than_its_tone_and_stays_under_a_second_in_the_countdown(tmp_path):
    files = SoundFiles(tmp_path, MadeUpRunner(speaking), ESPEAK)
    said = files.said("three", "Three.")
    assert seconds_of("three") < said.seconds < 1


@pytest.mark.parametrize(
    ("kept", "settings"),
    [
        ({}, SoundSettings()),
        ({"sound": False, "voice": False, "heard": True}, SoundSettings(False, False, True)),
        ({"sound": "no", "voice": 0, "heard": "yes", "tempo": "96"}, SoundSettings()),
        ({"tempo": 96}, SoundSettings(tempo=96)),
        ({"tempo": 10}, SoundSettings()),
        ({"tempo": 10**400}, SoundSettings()),
        ({"tempo": True}, SoundSettings()),
        ({"theme": "calm-dark", "heard": False}, SoundSettings(heard=False)),
        (None, SoundSettings()),
        ([1, 2], SoundSettings()),
    ],
)
def test_settings_are_read_and_what_is_broken_in_them_is_as_usual(kept, settings):
    assert sound_settings(kept) == settings


def test_settings_kept_are_read_back():
    for settings in (SoundSettings(), SoundSettings(False, True, False), SoundSettings(True, False, True)):
        assert sound_settings(settings._asdict()) == settings


def test_did_you_hear_that_is_asked_once_and_only_when_there_was_something_to_hear():
    assert SoundSettings().to_ask
    assert not SoundSettings().answered(heard=True).to_ask
    assert not SoundSettings().answered(heard=False).to_ask
    assert not SoundSettings(sound=False, voice=False).to_ask


def test_a_sample_is_heard_once_it_is_made_and_says_so(room):
    it = room()
    told: list[bool] = []
    it.sound.open()
    it.sound.prepare({"ready": "Ready?"})
    it.sound.sample(told.append)
    it.made()
    assert told == [True]
    assert Path(it.plays.wait_for(1)[0].job.words[-1]).name.startswith("said-")


def test_a_sample_that_cannot_be_heard_says_so(room):
    it = room(programs=(), voice=None)
    told: list[bool] = []
    it.sound.open()
    it.sound.sample(told.append)
    it.made()
    assert told == [False]


def test_a_sample_of_a_live_voice_is_spoken(room):
    it = room(SoundSettings(sound=False), voice=LIVE)
    told: list[bool] = []
    it.sound.open()
    it.sound.prepare({"ready": "Ready?"})
    it.sound.sample(told.append)
    it.made()
    assert told == [True]
    assert it.says.wait_for(1)[0].job.words[-1] == "Ready?"
