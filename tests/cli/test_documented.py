"""What the documents say of the command line, and what the command line says of itself."""

import re
from pathlib import Path

import pytest

from strengthcheck.cli import main

ROOT = Path(__file__).parents[2]
PROMISED = (ROOT / "docs/commands.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def told(capfd: pytest.CaptureFixture[str]):
    def help_of(*command: str) -> str:
        assert main([*command, "--help"]) == 0
        return capfd.readouterr().out

    return help_of


def commands(help_: str) -> list[str]:
    return re.findall(r"^    ([a-z]+)  ", help_.partition("commands:")[2], re.MULTILINE)


def options(help_: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", help_))


def named(text: str) -> set[str]:
    """The commands that the rows of a table begin with."""
    rows = re.findall(r"^\| (`(?:[^|]|\\\|)+?) \|", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"[a-z]+", row)}


def test_every_command_stands_in_both_tables(told):
    found = commands(told())
    assert len(found) == 14
    assert set(found) <= named(PROMISED)
    assert set(found) <= named(README)


def test_every_option_is_promised_and_none_that_is_not_there(told):
    there = options(told())
    for command in commands(told()):
        there |= options(told(command))
        for under in commands(told(command)):
            there |= options(told(command, under))
    assert options(PROMISED) == there
    others = ("python", "pytest")
    ours = "\n".join(line for line in README.splitlines() if not any(name in line for name in others))
    assert options(ours) <= there
