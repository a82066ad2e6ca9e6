"""What each command does, prints and returns; in this process, for speed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from strengthcheck import __version__
from strengthcheck.cli import main
from strengthcheck.model.event import Given
from strengthcheck.store import Store, StoreNotWritable
from tests.cli.running import Done
from tests.exchange.samples import CHECK, CHECK_ID, sample

Run = Callable[..., Done]

PAST = {**CHECK, "started_at": "2025-06-02T09:30:00+01:00"}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRENGTHCHECK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))

    def call(*words: str) -> Done:
        status = main(words)
        seen = capsys.readouterr()
        assert "Traceback" not in seen.err
        return Done(status, seen.out, seen.err)

    return call


@pytest.fixture
def file(tmp_path: Path) -> Callable[[Any, str], str]:
    def write(data: Any, name: str = "check.json") -> str:
        (tmp_path / name).write_text(data if isinstance(data, str) else json.dumps(data))
        return name

    return write


def test_help_and_version_need_nothing(run: Run) -> None:
    assert run("--help").status == 0
    assert "Everything stays on this computer" in run("--help").out
    assert run("--version").out == f"strengthcheck {__version__}\n"


@pytest.mark.parametrize(
    "command",
    ["check", "demo", "record", "history", "export", "import", "backup", "restore", "verify", "protocols",
     "schema", "where"],
)  # fmt: skip
def test_every_command_has_help(run: Run, command: str) -> None:
    assert command in run("--help").out
    assert run(command, "--help").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("no-such-command",),
        ("--no-such-option",),
        ("record",),
        ("export",),
        ("export", "-o", "x", "--format", "xml"),
        ("history", "--as-of", "yesterday"),
        ("history", "--format", "yaml"),
        ("protocols",),
        ("schema",),
        ("demo", "no-such-year"),
        ("record", "a", "b"),
    ],
)
def test_wrong_usage_is_two_and_names_the_way_to_help(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.status, done.out) == (2, "")
    assert "--help" in done.err


def test_an_escape_sequence_in_an_argument_is_not_obeyed(run: Run) -> None:
    for words in (
        ("\x1b]0;x\x07",),
        ("record", "\x1b[2J.json"),
        ("history", "\x1b[31m"),
        ("protocols", "show", "\x1b[1m"),
    ):
        done = run(*words)
        assert done.status in (1, 2)
        assert "\x1b" not in done.err + done.out


def test_record_says_saved_and_the_id(run: Run, file: Callable[..., str]) -> None:
    done = run("record", file(PAST))
    assert done == Done(0, f"saved {CHECK_ID}\n", "")
    assert run("record", file(PAST)) == done


def test_the_data_folder_may_be_named_before_or_after(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    name = file(PAST)
    assert run("--data-dir", "one", "record", name).status == 0
    assert run("record", name, "--data-dir", "two").status == 0
    assert (tmp_path / "one" / "record.db").exists()
    assert (tmp_path / "two" / "record.db").exists()
    assert not (tmp_path / "data").exists()
    assert CHECK_ID in run("--data-dir", "one", "history").out
    assert run("protocols", "--data-dir", "one", "list").status == 0
    assert run("protocols", "list", "--data-dir", "two").status == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "is empty"),
        ("{", "is not JSON"),
        ("[" * 100_000, "nested too deep"),
        ({**PAST, "started_at": "2999-01-01T00:00:00Z"}, "date from 1900"),
        ({**PAST, "started_at": "2199-01-01T00:00:00Z"}, "lies in the future"),
        ({**PAST, "started_at": "2025-06-02T09:30:00"}, "needs its offset from UTC"),
        ({**PAST, "format_version": 2}, "version 2, and this program reads versions up to 1"),
        ({**PAST, "notes": ""}, "did you mean note?"),
        ('{"started_at": NaN}', "NaN"),
        ('{"a": 1, "a": 2}', "stands twice"),
    ],
)
def test_a_refused_check_is_one_with_one_plain_message(
    run: Run, file: Callable[..., str], data: Any, said: str, tmp_path: Path
) -> None:
    done = run("record", file(data))
    assert (done.status, done.out) == (1, "")
    assert said in done.err
    assert done.err.startswith("strengthcheck: check.json")
    assert "Nothing was changed." in done.err
    assert done.err.count("\n") == 1


def test_other_content_under_a_kept_id_is_refused(run: Run, file: Callable[..., str]) -> None:
    run("record", file(PAST))
    done = run("record", file({**PAST, "note": "other"}))
    assert done.status == 1
    assert "other content" in done.err
    assert json.loads(run("history", "--format", "json").out)["checks"][0]["note"] == "free text"


def test_a_folder_a_missing_file_and_a_device_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, said in (
        ("folder", "is a folder"),
        ("missing.json", "is not there"),
        ("/dev/zero", "ordinary file"),
    ):
        for command in ("record", "import", "restore"):
            done = run(command, name)
            assert done.status == 1
            assert done.err.count("\n") == 1
        assert said in run("record", name).err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "check.json was not saved: it is empty. Nothing was changed."),
        ("[]", "check.json was not saved: it should be a JSON object, written in { }. Nothing was changed."),
        ({**PAST, "planned": 1}, "planned: should be true or false (got 1). Nothing was changed."),
        ({**PAST, "results": [{"protocol": "grip-devise", "trials": [{"side": "left", "could_not": True}]}]},
         "no test is called grip-devise; did you mean grip-device? Nothing was changed."),
        ({**PAST, "format_version": 9}, "Use the newer strengthcheck that wrote it. Nothing was changed."),
        ({**PAST, "note": True}, "note: should be text (got true). Nothing was changed."),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_in_whole_sentences(
    run: Run, file: Callable[..., str], data: Any, told: str
) -> None:
    assert run("record", file(data)).err.endswith(f"{told}\n")


def test_lines_saves_the_good_ones_and_names_the_bad_one(run: Run, file: Callable[..., str]) -> None:
    good = [json.dumps({**PAST, "id": f"00000000-0000-4000-8000-00000000000{n}"}) for n in (1, 2)]
    bad = json.dumps({**PAST, "results": []})
    done = run("record", "--lines", file("\n".join([good[0], "", bad, '"x"', good[1]]) + "\n"))
    assert done.status == 1
    assert [line[-1] for line in done.out.splitlines()] == ["1", "2"]
    assert "line 3 was not saved: results: is empty" in done.err
    assert "line 4 was not saved" in done.err
    assert "2 saved, 2 not saved" in done.err


def test_lines_that_a_full_disk_cuts_short_say_how_many_stand_and_where_to_go_on(
    run: Run, file: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({**PAST, "id": f"00000000-0000-4000-8000-00000000000{n}"}) for n in (1, 2, 3, 4)]
    run("record", "--lines", file(lines[0]))

    def full(store: Store, given: Given, *rest: Any) -> bool:
        if str(given.check.id).endswith("3"):
            raise StoreNotWritable("The disk is full.", "Nothing was saved.", "Free some space.")
        return keep(store, given, *rest)

    keep = Store.record
    monkeypatch.setattr(Store, "record", full)
    done = run("record", "--lines", file("\n".join(lines)))
    assert done.status == 1
    assert [line[-1] for line in done.out.splitlines()] == ["1", "2"]
    assert done.err == (
        "strengthcheck: line 3 was not saved: The disk is full. 2 were saved before it, and stay. "
        "Free some space. Then send line 3 and what follows it again.\n"
    )
    assert "000000000002" in run("history").out


def test_lines_that_are_all_good_are_nought(run: Run, file: Callable[..., str]) -> None:
    done = run(
        "record",
        "--lines",
        file(json.dumps(PAST) + "\n" + json.dumps(sample(id=None, started_at=PAST["started_at"]))),
    )
    assert done.status == 0
    assert len(done.out.splitlines()) == 2


def test_a_line_over_the_limit_is_refused_and_the_next_is_saved(run: Run, file: Callable[..., str]) -> None:
    long = json.dumps({**PAST, "id": None, "note": "x" * (16 * 1024 * 1024)})
    done = run("record", "--lines", file(long + "\n" + json.dumps(PAST) + "\n"))
    assert done.status == 1
    assert "line 1 was not saved: it is longer than 16 MB" in done.err
    assert done.out == f"saved {CHECK_ID}\n"


def test_what_a_file_may_hold_a_line_may_hold_too(run: Run, file: Callable[..., str]) -> None:
    longest = {**PAST, "note": "\U0001f600" * 100_000}
    assert run("record", "--lines", file(json.dumps(longest) + "\r\n")).out == f"saved {CHECK_ID}\n"
    assert run("record", file(longest)).out == f"saved {CHECK_ID}\n"


def test_an_export_of_many_long_notes_is_taken_back(run: Run, file: Callable[..., str]) -> None:
    note = "\U0001f600" * 100_000
    lines = [json.dumps(sample(id=None, started_at=PAST["started_at"], note=note)) for _ in range(42)]
    assert run("record", "--lines", file("\n".join(lines))).status == 0
    assert run("export", "-o", "all.json").status == 0
    assert run("import", "all.json", "--data-dir", "other").out == "new 42, same 0, changed 0\n"


def test_history_of_nothing_is_nothing(run: Run, tmp_path: Path) -> None:
    assert run("history").out == "Nothing is recorded yet.\n"
    assert json.loads(run("history", "--format", "json").out) == {"checks": []}
    assert list(tmp_path.iterdir()) == []


def test_history_as_of_a_day_shows_no_later_check(run: Run, file: Callable[..., str]) -> None:
    run("record", file(PAST))
    assert CHECK_ID in run("history", "--as-of", "2025-06-02").out
    assert CHECK_ID not in run("history", "--as-of", "2025-06-01").out


def test_a_record_that_is_gone_is_not_taken_for_an_empty_one(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    run("record", file(PAST))
    (tmp_path / "data" / "record.db").unlink()
    for words in (("history",), ("record", "check.json"), ("export", "-o", "-"), ("verify",)):
        done = run(*words)
        assert done.status == 1
        assert "gone" in done.err + done.out


def test_export_then_import_into_an_empty_folder_twice_then_export_is_the_same(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    run("record", file(PAST))
    run(
        "record",
        file(sample(id=None, started_at="2025-07-01T08:00:00Z", note="\x1b[2J pain [/nope] \u202e 👍🏽")),
    )
    assert run("export", "--format", "json", "-o", "one.json") == Done(0, "written one.json\n", "")
    assert run("--data-dir", "other", "import", "one.json").out == "new 2, same 0, changed 0\n"
    assert run("--data-dir", "other", "import", "one.json").out == "new 0, same 2, changed 0\n"
    assert run("--data-dir", "other", "export", "-o", "two.json").status == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert run("--data-dir", "other", "export", "-o", "-").out == (tmp_path / "one.json").read_text()
    assert (tmp_path / "one.json").stat().st_mode & 0o777 == 0o600


def test_an_export_replaces_a_file_only_when_forced(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    run("record", file(PAST))
    file("mine", "mine.json")
    done = run("export", "-o", "mine.json")
    assert done.status == 1
    assert "--force" in done.err
    assert (tmp_path / "mine.json").read_text() == "mine"
    assert run("export", "-o", "mine.json", "--force").status == 0
    assert json.loads((tmp_path / "mine.json").read_text())["format"] == "strengthcheck"
    (tmp_path / "folder").mkdir()
    for place in ("folder", "/dev/null", "no/such/folder/x.json"):
        assert run("export", "-o", place, "--force").status == 1


def test_an_export_of_nothing_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("export", "-o", "x.json")
    assert done.status == 1
    assert "Nothing is recorded" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_makes_no_record(run: Run, file: Callable[..., str], tmp_path: Path) -> None:
    name = file({"format": "strengthcheck", "version": 1, "checks": [PAST]}, "doc.json")
    assert run("import", name, "--dry-run").out == "would be new 1, same 0, changed 0\n"
    assert not (tmp_path / "data").exists()


def test_a_refused_import_names_the_file_and_the_reason(run: Run, file: Callable[..., str]) -> None:
    results = [{"protocol": "my-own-test", "trials": [{"side": "left", "could_not": True}]}]
    data = {"format": "strengthcheck", "version": 1, "checks": [{**PAST, "results": results}]}
    done = run("import", file(data, "doc.json"))
    assert done.status == 1
    assert "doc.json was not imported" in done.err
    assert "no test is called my-own-test" in done.err


def test_backup_verify_and_restore(run: Run, file: Callable[..., str], tmp_path: Path) -> None:
    run("record", file(PAST))
    assert run("backup", "-o", "copy.db").status == 0
    assert run("backup", "-o", "copy.db").status == 1
    assert run("backup").status == 0
    assert run("verify").out.startswith("nothing wrong")
    record = tmp_path / "data" / "record.db"
    record.write_bytes(record.read_bytes()[:9000])
    done = run("verify")
    assert done.status == 1
    assert "restore FILE" in done.err
    assert run("history").status == 1
    restored = run("restore", "copy.db")
    assert restored.status == 0
    assert "is kept as" in restored.out
    assert run("verify").status == 0
    assert CHECK_ID in run("history").out


def test_a_wrong_file_to_put_back_is_told_as_such_and_not_as_a_fault_of_the_record(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    run("record", file(PAST))
    before = (tmp_path / "data" / "record.db").read_bytes()
    for wrong in (file(PAST), "data", "."):
        done = run("restore", wrong)
        assert done.status == 1
        assert "backup" in done.err
        assert "Your own record stays as it is." in done.err
        assert "The record file is damaged" not in done.err
    assert (tmp_path / "data" / "record.db").read_bytes() == before


def test_a_mistyped_folder_is_not_called_sound(run: Run, tmp_path: Path) -> None:
    done = run("verify", "--data-dir", "mistyped")
    assert done.status == 1
    assert "there is no folder" in done.err
    assert not (tmp_path / "mistyped").exists()
    (tmp_path / "empty").mkdir()
    done = run("verify", "--data-dir", "empty")
    assert done.status == 0
    assert "nothing is recorded in" in done.out
    assert "nothing wrong" not in done.out


def test_where_names_the_folder(run: Run, tmp_path: Path) -> None:
    done = run("where")
    assert done.status == 0
    assert str(tmp_path / "data") in done.out
    assert "last backup" in done.out


def test_the_tests_can_be_listed_shown_and_checked(
    run: Run, file: Callable[..., str], tmp_path: Path
) -> None:
    assert len(run("protocols", "list").out.splitlines()) == 8
    shown = run("protocols", "show", "grip-device")
    assert "id: grip-device" in shown.out
    missing = run("protocols", "show", "gripdevice")
    assert (missing.status, missing.out) == (1, "")
    assert "did you mean grip-device?" in missing.err
    assert (
        run("protocols", "validate", file(shown.out, "good.yaml")).out
        == "good.yaml: in order (grip-device, version 1)\n"
    )
    wrong = run("protocols", "validate", file(shown.out.replace("rest_seconds", "rest_second"), "bad.yaml"))
    assert wrong.status == 1
    assert "did you mean rest_seconds?" in wrong.out
    assert json.loads(run("protocols", "schema").out)["title"] == "Protocol"


def test_a_broken_test_of_ones_own_hides_no_other(run: Run, file: Callable[..., str], tmp_path: Path) -> None:
    own = tmp_path / "data" / "protocols"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text("id: [\n")
    done = run("protocols", "list")
    assert done.status == 1
    assert len(done.out.splitlines()) == 8
    assert "mine.yaml" in done.err
    assert run("record", file(PAST)).status == 0


def test_the_schemas_are_json_schemas(run: Run) -> None:
    check = json.loads(run("schema", "check").out)
    assert set(check["required"]) == {"started_at", "results"}
    export = json.loads(run("schema", "export").out)
    assert {"checks", "entries", "revisions", "protocols"} <= set(export["properties"])
    assert "id" in export["$defs"]["Revision"]["required"]


def test_a_demo_is_written_to_an_empty_folder_only(run: Run, tmp_path: Path) -> None:
    done = run("demo", "lasting-loss", "--write", "made-up")
    assert done.status == 0
    assert "made-up checks" in done.out
    assert "Demo Person" in run("--data-dir", "made-up", "history").out
    assert run("demo", "--write", "made-up").status == 1
    assert not (tmp_path / "data").exists()


def test_the_app_without_a_terminal_says_so(run: Run, tmp_path: Path) -> None:
    for words in ((), ("check",), ("check", "grip-device"), ("demo",)):
        done = run(*words)
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith("strengthcheck: the app")
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_that_can_not_be_is_refused(run: Run, file: Callable[..., str]) -> None:
    name = file(PAST)
    for place in (name, f"{name}/inside", "/proc/none", ""):
        done = run("record", name, "--data-dir", place)
        assert done.status == 1
        assert done.err.count("\n") == 1
