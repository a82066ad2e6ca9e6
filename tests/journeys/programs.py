"""A speech program and a player that sound nothing: they note when they were asked, and may be slow."""

from pathlib import Path

from tests.host.machines import voice_file

SPEAKS = """#!/bin/sh
sleep {slow}
while [ "$1" != "-w" ]; do shift; done
cp "{folder}/voice.wav" "$2"
"""
PLAYS = """#!/bin/sh
echo "$(date +%s.%N) $1" >> "{folder}/played"
sleep {slow}
"""


def made_up_programs(folder: Path, slow: float = 0) -> Path:
    """A folder for PATH with both; what was played stands in `played`: wall-clock seconds and file."""
    folder.mkdir()
    (folder / "voice.wav").write_bytes(voice_file())
    for name, text in (("espeak-ng", SPEAKS), ("pw-play", PLAYS)):
        program = folder / name
        program.write_text(text.format(folder=folder, slow=slow))
        program.chmod(0o700)
    return folder


def played(folder: Path) -> list[tuple[float, str]]:
    """When each file was played, and its name."""
    told = (line.split(" ", 1) for line in (folder / "played").read_text().splitlines())
    return [(float(at), Path(file).name) for at, file in told]
