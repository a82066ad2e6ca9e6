"""Settings as they stand, and what is typed into them."""

from datetime import date

import pytest

from strengthcheck.guide.entering import NotAValue
from strengthcheck.host.settings import COUNTDOWN_HIGH, COUNTDOWN_LOW, Settings
from strengthcheck.views import settings_page
from strengthcheck.views.settings_page import (
    SettingsFacts,
    backups_words,
    counts_question,
    place_lines,
    region_named,
    region_question,
    settings_rows,
    typed_countdown,
)

USUAL = SettingsFacts("dark", True, True, None, "a4", False, None)


def hint(name: str, facts: SettingsFacts) -> str:
    return next(r.hint for r in settings_rows(facts) if r.name == name)


def test_every_line_says_what_holds_now_and_has_a_key_of_its_own() -> None:
    rows = settings_rows(USUAL)
    assert len({r.key for r in rows}) == len(rows)
    assert "b" not in {r.key for r in rows}, "in lines b goes back"
    assert hint("countdown", USUAL) == "ten seconds first, then five"
    assert hint("countdown", USUAL._replace(countdown=7)) == "7 seconds"
    assert hint("paper", USUAL._replace(paper="letter")) == "Letter"
    assert hint("plain", USUAL._replace(plain=True)) == "from the next start on"
    assert hint("region", USUAL._replace(region="GB")) == "999, United Kingdom"
    assert hint("region", USUAL) == "112, country not told"
    assert hint("seal", USUAL._replace(sealed="until 24 December")) == "until 24 December"


def test_a_countdown_is_whole_seconds_within_what_the_file_takes() -> None:
    assert (settings_page.COUNTDOWN_LOW, settings_page.COUNTDOWN_HIGH) == (COUNTDOWN_LOW, COUNTDOWN_HIGH)
    assert typed_countdown(" 7 ") == 7
    assert typed_countdown("") is None is Settings().countdown
    for typed in ("2", "21", "7.5", "long"):
        with pytest.raises(NotAValue):
            typed_countdown(typed)


def test_a_country_is_named_and_another_one_takes_it_away() -> None:
    assert region_named(region_question(None).answers[0].name) == "GB"
    assert region_named(region_question("GB").answers[-1].name) is None


def test_the_counts_of_a_file_are_said_before_it_is_joined() -> None:
    assert counts_question(1, 20, 0).text.startswith("1 entry is new, 20 entries are the same")


def test_the_folders_in_use_stand_in_columns_and_drive_no_terminal() -> None:
    facts = USUAL._replace(places=(("record", "/a/b"), ("data folder", "/a\x1b[2J")))
    assert place_lines(facts) == ("record       /a/b", "data folder  /a␛[2J")
    assert place_lines(facts, 19) == ("record       /a/b", "data folder  /a␛[2J")
    assert place_lines(facts, 18) == ("record", "  /a/b", "data folder", "  /a␛[2J")


def test_which_backups_there_are_is_said_where_one_is_put_back() -> None:
    today = date(2026, 11, 23)
    said = backups_words(3, "/made/up/backups", date(2026, 11, 20), today)
    assert said == "3 backups are in /made/up/backups. The newest, of 20 November, stands in the line."
    assert backups_words(0, "/made/up", None, today) == "There is no backup yet; they would be in /made/up."
    assert backups_words(1, "/made/up", None, today) == "1 backup is in /made/up."
