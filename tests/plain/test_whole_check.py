"""A whole check by lines: every kind of step is asked, kept as it is answered, and found again."""

import re
from pathlib import Path

from strengthcheck.services.sitting import checks_of
from strengthcheck.wording.forbidden import forbidden_in
from tests.plain.people import USUAL, rules, talk_through
from tests.services.rooms import opened

ALL_TESTS = (r"(\d)  .*: left out, ", "")


def choose_everything(new: str) -> str | None:
    """In the chooser: the numbers of what is left out."""
    if "Numbers choose or leave out" not in new:
        return None
    return " ".join(re.findall(r"^(\d+)  .*: left out, ", new, re.M))


def test_a_check_of_all_eight_tests_by_lines_is_kept(tmp_path: Path) -> None:
    usual = rules(*USUAL, end=r"\nKept\n[\s\S]*back to the start > $")

    def answer(new: str) -> str | None:
        chosen = choose_everything(new)
        return chosen if chosen is not None else usual(new)

    said = talk_through(tmp_path, answer)
    with opened(tmp_path) as ws:
        (check,) = checks_of(ws)
    assert len({r.protocol for r in check.results}) == 8
    made = {r.protocol: r.trials for r in check.results}
    assert [t.values for t in made["grip-device"]] == [{"force": 31.2}] * 6
    assert {t.values["hold"] for t in made["book-pinch-lift"]} == {10}
    assert [t.values["climb"] for t in made["stairs"]] == [7.2, 7.2]
    assert "Everything entered is kept." in said
    assert not [line for line in said.split("\n") if forbidden_in(line)]
    assert "\x1b" not in said
    assert max(map(len, said.split("\n"))) <= 140
