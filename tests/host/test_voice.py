"""The voice is another program's: words reach it as data, and what it can't do is told."""

from pathlib import Path

import pytest

from strengthcheck.host.programs import Job
from strengthcheck.host.voice import RENDER_SECONDS, Voice, VoiceFailed, find_voice, render
from tests.host.machines import MadeUpRunner, speaking, voice_file

HOSTILE = 'Left "hand"; $(touch /tmp/x) `id` && --version\n-o /etc/passwd'


def which(*names: str):
    return lambda name: f"/usr/bin/{name}" if name in names else None


def found(platform: str, *names: str) -> Voice:
    voice = find_voice(which(*names), {}, platform)
    assert voice is not None
    return voice


def job(voice: Voice, text: str, path: Path = Path("/cache/part.wav")) -> Job:
    assert voice.written is not None
    return voice.written(text, path)


@pytest.mark.parametrize(
    ("platform", "there", "name"),
    [
        ("linux", ("espeak-ng", "espeak", "spd-say"), "espeak-ng"),
        ("linux", ("espeak", "spd-say"), "espeak"),
        ("linux", ("spd-say",), "spd-say"),
        ("freebsd14", ("espeak-ng",), "espeak-ng"),
        ("darwin", ("say", "espeak-ng"), "say"),
        ("win32", ("powershell",), "PowerShell"),
        ("win32", ("pwsh",), "PowerShell"),
    ],
)
def test_each_platform_has_its_voice(platform, there, name):
    assert found(platform, *there).name == name


def test_without_a_speech_program_there_is_no_voice():
    assert find_voice(which(), {}, "linux") is None


def test_over_a_remote_connection_nobody_is_spoken_to():
    assert find_voice(which("espeak-ng"), {"SSH_CONNECTION": "made up"}, "linux") is None


def test_a_program_lying_in_the_folder_at_hand_is_not_used():
    assert find_voice(lambda name: f".\\{name}.exe", {}, "win32") is None


@pytest.mark.parametrize(
    ("platform", "there"),
    [("linux", "espeak-ng"), ("linux", "espeak"), ("darwin", "say"), ("win32", "powershell")],
)
def test_words_go_in_by_standard_input_and_never_among_the_arguments(platform, there):
    voice = found(platform, there)
    asked, other = job(voice, HOSTILE), job(voice, "Go.")
    assert asked.reads.decode() == HOSTILE
    assert asked.words == other.words
    assert asked.variables == other.variables


def test_a_voice_that_speaks_live_takes_its_words_as_one_argument_that_is_no_option():
    said = found("linux", "spd-say").said
    assert said is not None
    words = said.job("--version; rm").words
    assert words[-2:] == ("--", "--version; rm")


def test_on_windows_the_file_is_named_by_the_environment_and_the_script_is_always_the_same():
    asked = job(found("win32", "powershell"), "Go.", Path("C:/O'Example/$x/part.wav"))
    assert asked.variables == {"STRENGTHCHECK_VOICE_FILE": str(Path("C:/O'Example/$x/part.wav"))}
    assert not any("Example" in word for word in asked.words)


def test_words_become_a_sound_and_the_file_in_between_is_gone(tmp_path):
    part = tmp_path / "part.wav"
    sound = render(found("linux", "espeak-ng"), "Go.", part, MadeUpRunner(speaking))
    assert sound == voice_file()
    assert not part.exists()


def half_written(job: Job) -> int:
    speaking(job)
    return 1


def writes_nothing(_job: Job) -> int:
    return 0


def cannot_start(_job: Job) -> int:
    raise OSError("made up")


@pytest.mark.parametrize("does", [half_written, writes_nothing, cannot_start])
def test_a_speech_program_that_fails_is_told_by_name_and_leaves_nothing(tmp_path, does):
    with pytest.raises(VoiceFailed, match="espeak-ng could not be used"):
        render(found("linux", "espeak-ng"), "Go.", tmp_path / "part.wav", MadeUpRunner(does))
    assert list(tmp_path.iterdir()) == []


def test_a_speech_program_that_hangs_is_ended(tmp_path):
    waited: list[float] = []
    runner = MadeUpRunner()
    with pytest.raises(VoiceFailed, match="took too long"):
        render(found("linux", "espeak-ng"), "Go.", tmp_path / "part.wav", runner, waited.append)
    assert sum(waited) == pytest.approx(RENDER_SECONDS)
    assert runner.started[0].cut_off


def test_a_voice_that_speaks_only_live_writes_no_file(tmp_path):
    with pytest.raises(VoiceFailed, match="writes no files"):
        render(found("linux", "spd-say"), "Go.", tmp_path / "part.wav", MadeUpRunner())
