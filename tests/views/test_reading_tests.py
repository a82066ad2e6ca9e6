"""A test in full, as prose; and what the export page says."""

from pathlib import Path

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.views.export_page import what_is_in_it, written
from strengthcheck.views.test_page import list_lead, listed_test, prose_of

TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}


@pytest.mark.parametrize("name", sorted(TESTS))
def test_the_prose_holds_every_text_of_the_file(name: str) -> None:
    protocol = TESTS[name]
    prose = " ".join(prose_of(protocol, own=False).split())
    told = [
        *protocol.equipment,
        *protocol.skip_if,
        *protocol.safety,
        *protocol.steps,
        *protocol.sources,
        *(p.ask for p in protocol.parts),
        protocol.summary,
        protocol.shows,
        protocol.after or "",
    ]
    missing = [t for t in told if " ".join(t.split()) not in prose]
    assert missing == []


def test_a_test_of_ones_own_is_marked() -> None:
    assert "written by you" in prose_of(TESTS["stairs"], own=True)
    assert "written by you" not in prose_of(TESTS["stairs"], own=False)
    assert listed_test(TESTS["stairs"], own=True).about.endswith("written by you")


def test_what_it_takes_is_said_in_sentences() -> None:
    grip = prose_of(TESTS["grip-device"], own=False)
    assert (
        "It takes about 6 minutes. You squeeze for 4 seconds. "
        "One side goes after the other: 3 tries each, with 45 seconds of rest between two."
    ) in grip
    assert "There is no left and right: 2 tries, with 120" in prose_of(TESTS["stairs"], own=False)
    assert "Both sides go at once: 1 try." in prose_of(TESTS["heel-toe-walk"], own=False)
    assert "It only asks; nothing is tested." in prose_of(TESTS["everyday-tasks"], own=False)


@pytest.mark.parametrize("name", sorted(TESTS))
def test_who_leaves_a_test_out_is_told_by_one_condition(name: str) -> None:
    assert not [reason for reason in TESTS[name].skip_if if "stays out" in " ".join(reason.split())]


def test_hidden_signs_in_a_test_become_visible() -> None:
    hostile = TESTS["stairs"].model_copy(update={"summary": "up \x1b]0;x\x07 \u202e down"})
    prose = prose_of(hostile, own=True)
    assert "\x1b" not in prose
    assert "\u202e" not in prose
    assert "␛" in prose


def test_the_list_says_that_files_are_broken() -> None:
    assert "1 file of yours can't be read" in list_lead(2, 1)
    assert "3 files of yours can't be read" in list_lead(0, 3)
    assert list_lead(0, 0).endswith("what it can't.")


def test_what_a_file_will_hold_is_said_before_it_is_written() -> None:
    said = what_is_in_it(1, 2, 1, 6)[0]
    assert "1 check with every try" in said
    assert "2 in the bin" in said
    assert "1 other entry" in said
    assert "the text of 6 tests" in said
    assert "bin" not in what_is_in_it(3, 0, 0, 0)[0]


def test_where_a_file_went_is_said_with_its_size() -> None:
    assert written(Path("/home/demo/x.json"), 48_400) == "Written: /home/demo/x.json, 48 kB."
    assert written(Path("/home/demo/x.json"), 12).endswith("1 kB.")
