"""The commands `events` and `timeline` as a user meets them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from consilience import cli
from consilience.present.export import to_json
from tests.present.tables.world import attack


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """An account written before."""
    path = tmp_path / "account.json"
    path.write_bytes(to_json(attack()))
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """The exit code of the program with these arguments."""
    monkeypatch.setattr(sys, "argv", ["consilience", *map(str, arguments)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(SystemExit) as end:
        cli.main()
    sys.stdout.flush()
    return end.value.code if isinstance(end.value.code, int) else 0


def test_events_of_an_account(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], account: Path
) -> None:
    assert run(monkeypatch, "events", "--account", account) == 0
    types = [json.loads(line)["type"] for line in capfd.readouterr().out.splitlines()]
    assert "ASSAULT" in types


def test_events_to_a_file(monkeypatch: pytest.MonkeyPatch, account: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert run(monkeypatch, "events", "--account", account, "--format", "csv", "--no-text", "--out", out) == 0
    assert out.read_text("utf-8").startswith("event,story,type")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("events", "--format", "xls"), "--format xls: there is jsonl"),
        (("events", "--format", "parquet"), "give --out FILE"),
        (("timeline", "--format", "xls"), "--format xls: there is text"),
        (("timeline", "--no-text"), "goes with --format json"),
    ],
)
def test_a_mistake_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    account: Path,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    assert run(monkeypatch, *arguments, "--account", account) == 2
    err = capfd.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1


def test_timeline_of_somebody(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The guard of Northmoor closed the port on Monday. Ada Brook left.\n", "utf-8")
    assert run(monkeypatch, "timeline", tmp_path / "a.txt", "--date", "2024-05-14", "--actor", "Ada Brook") == 0
    assert capfd.readouterr().out.startswith("2024-05-13")
    assert run(monkeypatch, "timeline", tmp_path / "a.txt", "--actor", "Nobody Known", "--format", "json") == 0
    assert capfd.readouterr().out == ""


def test_timeline(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], account: Path) -> None:
    assert run(monkeypatch, "timeline", "--account", account) == 0
    assert "Planned:" in capfd.readouterr().out
