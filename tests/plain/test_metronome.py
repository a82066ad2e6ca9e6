"""The metronome in lines: set before a passage, heard from GO on, and offered nowhere else."""

from pathlib import Path

from strengthcheck.guide.metronome import LONGEST_RUN_SECONDS
from strengthcheck.plain.run import converse
from tests.plain.people import desk, script
from tests.plain.test_steps import at

PASSAGE = "trial"


def talked(folder: Path, *answers: str, tones: bool = True) -> tuple[str, list[tuple[float, int]]]:
    """What was said, and the metronomes that were started: beats a minute, and how many."""
    started: list[tuple[float, int]] = []
    with desk(folder, script("1", *answers)) as (given, person):
        heard = (lambda bpm, beats: started.append((bpm, beats))) if tones else None
        converse(given._replace(metronome=heard))
    return person.said, started


def test_a_tempo_that_is_set_is_kept_and_beats_from_go_on(tmp_path: Path) -> None:
    at(tmp_path, PASSAGE, "instrument-playing")
    said, started = talked(tmp_path, "t", "300", "80", "", "")
    assert "metronome: off" in said
    assert "That is no whole number from 30 to 240." in said
    assert "metronome: 80 beats a minute" in said
    assert started == [(80, round(LONGEST_RUN_SECONDS * 80 / 60))]


def test_enter_plays_without_one(tmp_path: Path) -> None:
    at(tmp_path, PASSAGE, "instrument-playing")
    said, started = talked(tmp_path, "t", "", "", "")
    assert said.count("metronome: off") == 2
    assert not started


def test_none_is_offered_where_no_tone_is_heard_and_where_no_tempo_counts(tmp_path: Path) -> None:
    at(tmp_path / "a", PASSAGE, "instrument-playing")
    assert "metronome" not in talked(tmp_path / "a", "", "", tones=False)[0]
    at(tmp_path / "b", "trial", "cap-tightening")
    assert "metronome" not in talked(tmp_path / "b", "", "")[0]
