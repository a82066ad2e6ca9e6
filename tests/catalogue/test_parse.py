"""What is said of a protocol file that is not in order: the line, the fault, and what would be right."""

from pathlib import Path

import pytest

from strengthcheck.catalogue import FileFault, parse, protocol_schema, shipped_folder, validate_file
from tests.catalogue.samples import SAMPLE, sample


def said(text: str, name: str = "towel.yaml") -> list[str]:
    protocol, faults = parse(text, name)
    assert (protocol is None) == bool(faults)
    return [str(f) for f in faults]


def test_a_file_in_order_has_no_faults() -> None:
    protocol, faults = parse(SAMPLE, "towel.yaml")
    assert faults == ()
    assert protocol is not None
    assert (protocol.id, protocol.steps) == ("towel-wring", ("Wet the towel.", "Wring it."))


def test_a_misspelt_setting_is_named_with_its_line_and_the_right_word(tmp_path: Path) -> None:
    path = tmp_path / "grip.yaml"
    path.write_text(sample("rest_seconds", "rest_second"))
    protocol, faults = validate_file(path)
    assert protocol is None
    assert [str(f) for f in faults] == [
        "grip.yaml:8: rest_second is not a known setting; did you mean rest_seconds?"
    ]


def test_a_missing_setting_is_named_where_it_should_stand() -> None:
    assert said(sample("  say: Wring it.\n")) == ["towel.yaml:13: effort.say is missing"]


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = (
        SAMPLE.replace("body: arm", "body: tail").replace("trials: 2", "trials: two").replace("count", "[]")
    )
    assert said(text) == [
        "towel.yaml:6: body should be one of 'arm', 'leg' or 'none' (got tail)",
        "towel.yaml:17: trials should be a whole number (got two)",
        "towel.yaml:27: measures[2].unit should be text",
    ]


def test_a_broken_value_and_a_broken_setting_are_both_told() -> None:
    assert said(sample("minutes: 2", "minutes: .nan").replace("title", "titel")) == [
        "towel.yaml:3: titel is not a known setting; did you mean title?",
        "towel.yaml:9: should be a finite number (got .nan)",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("minutes: 2", "minutes: 1:30", "9: minutes should be a number, written like 12.4 (got 1:30)"),
        ("minutes: 2", "minutes: 90,5", "9: minutes should be a number, written like 12.4 (got 90,5)"),
        ("minutes: 2", "minutes: two", "9: minutes should be a number, written like 12.4 (got two)"),
        ("minutes: 2", "minutes: -.inf", "9: should be a finite number (got -.inf)"),
        ("minutes: 2", "minutes: 1e999", "9: is too large a number (got 1e999)"),
        ("minutes: 2", "minutes: 200", "9: minutes should be at most 30 (got 200)"),
        ("minutes: 2", "minutes: 0", "9: minutes should be greater than 0 (got 0)"),
        ("minutes: 2", "minutes: 2024-02-30", "reads as a date; put it in quotes if it is text"),
        ("minutes: 2", "minutes: 2024-01-01T10:00:00Z", "reads as a date; put it in quotes if it is text"),
        ("version: 1", "version: 9999999999999999", "2: is a number with more than 15 digits"),
        ("version: 1", "version: " + "9" * 5000, "2: is a number with more than 15 digits"),
        ("version: 1", "version: 1.0", "2: version should be a whole number (got 1.0)"),
        ("version: 1", "version: yes", "2: version should be a whole number (got yes)"),
        ("version: 1", "version: !!int 1", "2: a text that begins with ! needs quotes"),
        ("version: 1", "version: 0x1", "2: version should be a whole number (got 0x1)"),
        ("title: Wring a towel", "title: !!binary aGk=", "3: a text that begins with ! needs quotes"),
        (
            "title: Wring a towel",
            "title: !!python/object/apply:os.system [x]",
            "3: a text that begins with !",
        ),
        ("title: Wring a towel", "title: *bold*", "3: a text that begins with * or & needs quotes"),
        ("title: Wring a towel", "title: &towel Wring", "3: a text that begins with * or & needs quotes"),
        ("title: Wring a towel", "title: @towel", "3: a text that begins with a sign such as @, ` or %"),
        ("title: Wring a towel", "title: Towel: wring", "3: a colon and a space inside a text"),
        (
            "title: Wring a towel",
            "title Wring",
            "a setting needs a name, a colon and a space, as in title: My",
        ),
        ("title: Wring a towel", "title: \x00", r"3: holds a character that can't be shown (\x00)"),
        ("title: Wring a towel", "title: \x1b[2J", r"3: holds a character that can't be shown (\x1b)"),
        ("title: Wring a towel", 'title: "\\e[2J"', r"3: holds a character that can't be shown (\x1b)"),
        ("title: Wring a towel", 'title: "\\ud800"', r"3: holds a character that can't be shown (\ud800)"),
        ("title: Wring a towel", "title: \ud800", r"3: holds a character that can't be shown (\ud800)"),
        ("title: Wring a towel", 'title: "\\U00110000"', "is not YAML"),
        (
            "title: Wring a towel",
            'title: "C:\\towel\\q"',
            "3: a backslash in double quotes needs a second one",
        ),
        ("title: Wring a towel", "title:\tWring", "3: holds a tab; use spaces"),
        ("title: Wring a towel", "\ttitle: Wring", "3: holds a tab; use spaces"),
        ("title: Wring a towel", "title:", "3: title should be text"),
        ("title: Wring a towel", "title: 12", "3: title should be text (got 12)"),
        ("title: Wring a towel", "title: no\ntitle: x", "4: title stands twice (first on line 3)"),
        ("title: Wring a towel", "title: x\n3: x", "4: a setting's name should be a plain word (got 3)"),
        (
            "title: Wring a towel",
            "title: x\ntrue: x",
            "4: a setting's name should be a plain word (got True)",
        ),
        ("title: Wring a towel", "title: x\n? [a, b]\n: x", "4: a setting's name should be a plain word"),
        ("title: Wring a towel", "title: x\n<<: {a: 1}", "4: << is not a known setting"),
        (
            "title: Wring a towel",
            f"title: {'x' * 201}",
            "3: title should have at most 200 characters (has 201)",
        ),
        ("short: Towel", f"short: {'x' * 25}", "4: short should have at most 24 characters (has 25)"),
        (
            "id: towel-wring",
            "id: Towel Wring",
            "1: id should be lower case letters, digits and single hyphens",
        ),
        (
            "id: drips",
            "id: Drips!",
            "25: measures[2].id should be lower case letters, digits and underscores",
        ),
        ("id: drips", "id: ladder", "25: the ladder runs from 0 to 3, higher is better"),
        (
            "sides: [left, right]",
            "sides: left",
            "7: sides should be a list, such as [left, right] (got left)",
        ),
        ("sides: [left, right]", "sides: []", "7: sides is empty"),
        ("sides: [left, right]", "sides: [left, left]", "side 'left' stands twice"),
        (
            "sides: [left, right]",
            "sides: [left, up]",
            "7: sides[2] should be one of 'left', 'right' or 'both'",
        ),
        ("sides: [left, right]", "sides: [left, right", "are not closed, or a comma is missing"),
        ("sides: [left, right]", "sides: [[[[[[[[[left]]]]]]]]]", "7: is nested too deeply"),
        ("effort:\n", "effort: now\nefforts:\n", "13: effort should hold settings of its own (got now)"),
        ("  kind: free", "  kind: fre", "14: effort.kind should be one of"),
        (
            "  kind: free",
            " kind: free",
            "15: a colon and a space inside a text (it then needs quotes), or a line indented",
        ),
        (
            "    typical_error: 0.3\n",
            "",
            "25: typical_error is missing (every measure but the ladder needs one",
        ),
        (
            "typical_error: 0.3",
            "typical_error: 30",
            "31: measures[2].typical_error should be at most 0.5 (got 30)",
        ),
        ("high: 50", "high: 0", "25: low (0) must be less than high (0)"),
        ("shows: |\n", "suggest: instead\nshows: |\n", "suggest: instead and instead_of belong together"),
        (
            "shows: |\n",
            "parts: [{id: a, title: a, ask: a, sides: [both]}]\nshows: |\n",
            "'a' asks for both, which",
        ),
        ("shows: |\n", "---\nshows: |\n", "32: a second document starts here (---); one file holds one test"),
        ("sources:\n", "sources:\n  - 'never closed\n", "35: a quote is opened here and never closed"),
        ("id: towel-wring", "%YAML 1.1\n---\nid: towel-wring", "2: asks for an older YAML"),
        ("id: towel-wring", "%YAML 3.0\n---\nid: towel-wring", "is not YAML"),
        ("  - Wring it.", " - Wring it.", "12: the indentation does not fit the lines above"),
        ("  - Wring it.", "  - [Wring it.", "are not closed, or a comma is missing"),
    ],
)
def test_a_slip_is_told_in_plain_words_with_its_line(old: str, new: str, fault: str) -> None:
    told = said(sample(old, new))
    assert any(fault in t for t in told), told


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "towel.yaml:1: is empty"),
        ("\n# a comment only\n", "towel.yaml:1: is empty"),
        ("---\n", "towel.yaml:1: is empty"),
        ("...", "towel.yaml:1: is not YAML"),
        ("towel", "towel.yaml:1: should hold settings, one a line, such as title: My test"),
        ("- towel\n", "towel.yaml:1: should hold settings, one a line, such as title: My test"),
        ("{", "towel.yaml:1: the text ends in the middle of a list or of settings"),
        ("x" * 300_000, "towel.yaml: is larger than 256 kB; one test needs a few kB"),
        ("[" * 200_000, "towel.yaml:1: is nested too deeply"),
        ("{a: " * 60_000, "towel.yaml:1: is nested too deeply"),
        ("- a\n" * 60_000, "towel.yaml:2000: holds far more than one test needs"),
        (
            "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
            "towel.yaml:1: a text that begins with * or & needs quotes",
        ),
    ],
    ids=lambda t: t[:20],
)
def test_what_is_no_protocol_at_all_is_told_shortly(text: str, fault: str) -> None:
    assert said(text)[0].startswith(fault)


def test_yes_and_no_are_words_and_quotes_make_text_of_anything() -> None:
    protocol, _ = parse(
        SAMPLE.replace("Wring a towel", '"2024-01-01"').replace("short: Towel", "short: no"), "x"
    )
    assert protocol is not None
    assert (protocol.title, protocol.short) == ("2024-01-01", "no")


def test_a_version_line_of_todays_yaml_is_fine() -> None:
    assert parse(f"%YAML 1.2\n---\n{SAMPLE}", "x")[1] == ()


def test_an_optional_setting_left_empty_is_as_if_it_were_not_there() -> None:
    protocol, faults = parse(sample("trials: 2", "trials: 2\nafter:\nfit: ~\nwarm_up: null"), "x")
    assert faults == ()
    assert protocol is not None
    assert (protocol.after, protocol.fit, protocol.warm_up) == (None, None, None)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert parse("\ufeff" + SAMPLE.replace("\n", "\r\n"), "x") == parse(SAMPLE, "x")
    assert said("\ufeff" + sample("trials: 2", "trials: two").replace("\n", "\r\n")) == [
        "towel.yaml:17: trials should be a whole number (got two)"
    ]


def test_a_hopeless_file_is_not_told_line_by_line_for_ever() -> None:
    told = said("".join(f"setting{i}: x\n" for i in range(900)))
    assert len(told) == 51
    assert told[-1] == f"towel.yaml: {900 + 15 - 50} more things are wrong"


def test_nothing_in_a_message_can_steer_a_terminal() -> None:
    told = said(sample("title: Wring a towel", '"\\u202etitle": x'), "to\x1b[2Jwel\n.yaml")
    assert told
    assert all(t.isprintable() for t in told)
    assert told[-1].startswith(r"to\x1b[2Jwel\n.yaml:3: ")


@pytest.mark.parametrize("value", ["2024-01-01T\u202e", '"\u202e": x', "@\u202e", "!\u202e x", "|\u202e"])
def test_nothing_quoted_from_a_file_can_turn_a_line_around(value: str) -> None:
    told = said(sample("title: Wring a towel", f"title: {value}"))
    assert told
    assert all(t.isprintable() for t in told)


def test_a_fault_of_a_nameless_text_still_reads_well() -> None:
    assert str(FileFault(Path(), None, "is empty")) == ".: is empty"


def test_the_schema_describes_every_setting_and_takes_the_shipped_files() -> None:
    schema = protocol_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"id", "measures", "rest_seconds"} <= set(schema["required"])
    assert schema["additionalProperties"] is False
    described = [n for n, s in schema["properties"].items() if "description" in s]
    assert {"rest_seconds", "trials", "skip_if", "version", "minutes"} <= set(described)
    assert len(list(shipped_folder().glob("*.yaml"))) == 8
