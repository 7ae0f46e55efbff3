"""The written cases of times are well made."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from consilience.model.time import Granularity, TimeKind

TIMES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "times.toml").read_text("utf-8"))["case"]


def test_there_are_enough_times_and_each_is_asked_once() -> None:
    assert len(TIMES) >= 200
    assert len({(case["text"], case["time"], case.get("written_on")) for case in TIMES}) == len(TIMES)


@pytest.mark.parametrize("case", TIMES, ids=lambda case: f"{case['time']}: {case['text'][:30]}")
def test_the_days_fit_the_time(case: dict[str, Any]) -> None:
    assert case["text"].count(case["time"]) == 1 or case["text"].count(case["time"]) >= case["occurrence"]
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
