"""The written cases of events are well made."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from consilience.model.event import EventStatus, EventType

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "status.toml").read_text("utf-8"))[
    "case"
]


def test_a_coder_cannot_win_by_caution() -> None:
    counts = Counter(case["status"] for case in CASES)
    assert len(CASES) >= 150
    assert set(counts) == set(get_args(EventStatus))
    assert counts["happened"] * 3 >= len(CASES)
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_words_stand_in_the_text(case: dict[str, Any]) -> None:
    assert case["text"].count(case["trigger"]) == 1 or case["text"].count(case["trigger"]) >= case["occurrence"]
    assert all(words in case["text"] for words in (*case.get("actors", ()), *case.get("recipients", ())))
    assert case.get("type") in {None, *get_args(EventType)}
