"""`consilience copies` and `consilience origins` as a user meets them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from consilience import cli

Run = Callable[..., tuple[int, str, str]]
WIRE = (
    "A fire tore through the sawmill in Oddenby before sunrise on Tuesday. Two carpenters were taken to hospital with burns. "
    "The brigade needed six hours to bring the flames under control. Mayor Ilse Torv said the sawmill would be rebuilt.\n"
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the program in a folder with two copies of one report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(WIRE, "utf-8")
    (tmp_path / "two.txt").write_text(WIRE.replace("six", "nearly six"), "utf-8")

    def ran(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["consilience", *arguments])
        with pytest.raises(SystemExit) as end:
            cli.main()
        sys.stdout.flush()
        captured = capfd.readouterr()
        return end.value.code if isinstance(end.value.code, int) else 0, captured.out, captured.err

    return ran


def test_copies_are_shown_and_written(run: Run) -> None:
    code, out, _ = run("copies", "one.txt", "two.txt")
    assert code == cli.ALL_READ
    assert "2 reports, 1 telling\n" in out
    code, out, _ = run("copies", "one.txt", "two.txt", "--json")
    (story,) = [json.loads(line) for line in out.splitlines()]
    assert [report["source"] for report in story["families"][0]["reports"]] == ["one.txt", "two.txt"]


def test_origins_of_one_story_from_an_account(run: Run) -> None:
    assert run("read", "one.txt", "two.txt", "--json", "account.json")[0] == cli.ALL_READ
    code, out, _ = run("origins", "1", "--account", "account.json")
    assert code == cli.ALL_READ
    assert "Ilse Torv" in out
    code, out, _ = run("origins", "--json", "--account", "account.json")
    assert "Ilse Torv" in [origin["name"] for origin in json.loads(out)["origins"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("origins", "7", "one.txt"), "7: no story"),
        (("origins", "--story", "zzz", "one.txt"), "zzz: no story"),
        (("copies",), "Usage"),
        (("copies", "one.txt", "--account", "account.json"), "not both"),
    ],
)
def test_mistakes_are_one_clear_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert said in out + err
    assert code == (cli.USAGE if said != "Usage" else code)
