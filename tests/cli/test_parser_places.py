import pytest

from strengthcheck.cli import main


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_may_be_named_before_or_after_the_command(tmp_path, capsys, monkeypatch, before):
    monkeypatch.setenv("STRENGTHCHECK_DATA_DIR", str(tmp_path / "elsewhere"))
    named = ["--data-dir", str(tmp_path / "here")]
    assert main([*named, "where"] if before else ["where", *named]) == 0
    assert str(tmp_path / "here") in capsys.readouterr().out
