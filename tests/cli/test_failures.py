"""Whatever goes wrong, a person reads one plain message, and none of it tells what was recorded."""

from collections.abc import Callable

import pytest

from strengthcheck.cli import main, program
from strengthcheck.cli.failures import plain_message
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.strict import read_json


def failing(error: BaseException) -> Callable[[str], object]:
    def command(_: object) -> int:
        note = "a secret note"
        assert note
        raise error

    return lambda _: command


def test_an_unexpected_error_names_kind_and_place_and_no_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "resolve", failing(KeyError("a secret note")))
    assert main(["where"]) == 1
    seen = capsys.readouterr()
    assert "KeyError at" in seen.err
    assert "program.py" in seen.err
    assert "secret" not in seen.err
    assert "Traceback" not in seen.err


def test_an_interrupting_key_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "resolve", failing(KeyboardInterrupt()))
    assert main(["where"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_systems_reason_is_told_with_the_name_of_the_file() -> None:
    assert plain_message(PermissionError(13, "Permission denied", "/x/y")) == "/x/y: permission denied."


def test_a_refusal_is_told_as_it_stands() -> None:
    assert plain_message(Refused("it is empty")) == "it is empty. Nothing was changed."


def test_the_place_is_the_innermost_of_our_own_functions() -> None:
    with pytest.raises(TypeError) as caught:
        read_json(None)  # type: ignore[arg-type]  # what no caller does
    assert "(TypeError at exchange/strict.py:" in plain_message(caught.value)
