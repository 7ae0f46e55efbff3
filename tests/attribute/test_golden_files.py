"""The golden cases are well made: every substring is found, every value is an allowed word, every name is used once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from consilience.model.annotations import EntityType
from consilience.model.statement import Act, Manner, Scope, Status

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = sorted(path for path in GOLDEN.iterdir() if path.is_dir())
ALLOWED = {
    "type": set(get_args(EntityType)),
    "manner": set(get_args(Manner)),
    "act": set(get_args(Act)),
    "status": set(get_args(Status)),
    "scope": set(get_args(Scope)),
    "hedged": {True, False},
}
KEYS = {"content", "speaker", "not_speaker", "chain", "within", "cue", "members", "widest", *ALLOWED}


def test_there_are_enough_cases_and_a_fifth_is_held() -> None:
    held = sum(folder.name.endswith("_held") for folder in FOLDERS)
    assert len(FOLDERS) >= 120
    assert held * 6 >= len(FOLDERS)


def test_names_and_reports_are_used_once() -> None:
    assert len({folder.name.removesuffix("_held") for folder in FOLDERS}) == len(FOLDERS)
    assert len({(folder / "report.txt").read_bytes() for folder in FOLDERS}) == len(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_expectation_fits_its_report(folder: Path) -> None:
    text = (folder / "report.txt").read_text("utf-8")
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text("utf-8"))
    assert set(expected) == {"about", "statements", "not_statements"}
    assert expected["about"]
    assert expected["statements"] or expected["not_statements"]
    for stretch in expected["not_statements"]:
        assert text.count(stretch) == 1, stretch
    for statement in expected["statements"]:
        _check(statement, text, [other for other in expected["statements"] if other is not statement])


def _check(statement: dict[str, Any], text: str, others: list[dict[str, Any]]) -> None:
    assert statement["content"]
    assert set(statement) <= KEYS
    for stretch in statement["content"]:
        if isinstance(stretch, str):
            assert text.count(stretch) == 1, stretch
        else:
            assert text.count(stretch["text"]) >= max(stretch["occurrence"], 2), stretch
    for key, words in ALLOWED.items():
        assert key not in statement or statement[key] in words, key
    assert statement.get("cue", "") in text
    assert "widest" not in statement or text.count(statement["widest"]) == 1
    names = [
        statement.get("speaker"),
        *statement.get("chain", ()),
        *statement.get("members", ()),
        *statement.get("not_speaker", ()),
    ]
    assert all(name.casefold() in text.casefold() for name in names if name)
    if "within" in statement:
        assert any(statement["within"] in stretch for other in others for stretch in other["content"])
