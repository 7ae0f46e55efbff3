"""The written cases of times, quantities and places are well made."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from consilience.model.annotations import PlaceKind
from consilience.model.time import Granularity, TimeKind

CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return cases


def _label(case: dict[str, Any]) -> str:
    return str(case["text"])[:50]


@pytest.mark.parametrize(
    ("name", "words", "fewest"), [("times", "time", 200), ("quantities", "number", 80), ("places", "place", 60)]
)
def test_there_are_enough_cases_and_each_is_asked_once(name: str, words: str, fewest: int) -> None:
    cases = _cases(name)
    assert len(cases) >= fewest
    assert len({(case["text"], case[words], case.get("written_on")) for case in cases}) == len(cases)
    for case in cases:
        assert case["text"].count(case[words]) == 1 or case["text"].count(case[words]) >= case["occurrence"]


@pytest.mark.parametrize("case", _cases("times"), ids=lambda case: f"{case['time']}: {case['text'][:30]}")
def test_the_days_fit_the_time(case: dict[str, Any]) -> None:
    assert len(case["text"].split()) <= 60
    assert case.get("granularity", "day") in get_args(Granularity)
    assert case.get("kind", "none") in {"none", *get_args(TimeKind)}
    days = [case[key] for key in ("earliest", "latest") if key in case]
    if all(isinstance(day, date) for day in days):
        assert days == sorted(days)
    else:
        assert days == ["unknown", "unknown"]
    if "core" in case:
        assert case["earliest"] <= case["core"][0] <= case["core"][1] <= case["latest"]


@pytest.mark.parametrize("case", _cases("quantities"), ids=_label)
def test_the_limits_fit_the_number(case: dict[str, Any]) -> None:
    assert case.get("hedge", "") in case["text"]
    assert not (case.get("none") and ("low" in case or "high" in case))
    low, high = case.get("low"), case.get("high")
    assert not low == high == "open"
    if isinstance(low, int | float) and isinstance(high, int | float):
        assert low <= high


@pytest.mark.parametrize("case", _cases("places"), ids=_label)
def test_the_place_is_described(case: dict[str, Any]) -> None:
    assert case.get("kind", "unknown") in get_args(PlaceKind)
    assert len(case.get("country", "USA")) == 3
    assert case.get("none") or "kind" in case or case["point"] == "none"
    assert not ("near" in case and "point" in case)
