"""Times as TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.days import resolve
from consilience.model.spans import Span
from consilience.model.time import Direction, TimeKind, TimeMention
from consilience.timex import timex

DAY = date(2024, 3, 13)


def mention(
    expression: str, kind: TimeKind = "point", direction: Direction = "past", *, dated: bool = True
) -> TimeMention:
    """A time of twelve characters in a report of a Wednesday."""
    anchor = DAY if dated else None
    moment = resolve(expression, direction, anchor)
    return TimeMention("text", Span(0, 12), expression, kind, "unknown", direction, anchor, moment, "")


@pytest.mark.parametrize(
    ("expression", "kind", "expected"),
    [
        ("date:2024-03-05", "point", [("DATE", "2024-03-05")]),
        ("weekday:1", "point", [("DATE", "2024-03-12")]),
        ("day:-1", "point", [("DATE", "2024-03-12")]),
        ("month:-1", "point", [("DATE", "2024-02")]),
        ("late:date:2022", "point", [("DATE", "2022")]),
        ("week:-1", "point", [("DATE", "2024-W10")]),
        ("weekend:-1", "point", [("DATE", "2024-W10-WE")]),
        ("quarter:-1", "point", [("DATE", "2023-Q4")]),
        ("season:summer:2021", "point", [("DATE", "2021-SU")]),
        ("decade:195", "point", [("DATE", "195")]),
        ("ago:P4Y", "point", [("DATE", "2020")]),
        ("day:0TMO", "point", [("TIME", "2024-03-13TMO")]),
        ("weekday:1T13:00", "point", [("TIME", "2024-03-12T13:00")]),
        ("PT50M", "duration", [("DURATION", "PT50M")]),
        ("last:P4Y", "range", [("DURATION", "P4Y")]),
        ("every:weekday:4", "recurring", [("SET", "P1W")]),
        ("range:2019/2021", "range", [("DATE", "2019"), ("DATE", "2021")]),
        ("present", "point", [("DATE", "PRESENT_REF")]),
        ("P39Y", "age", []),
    ],
)
def test_value(expression: str, kind: TimeKind, expected: list[tuple[str, str]]) -> None:
    assert [(t, v) for _, t, v in timex(mention(expression, kind))] == expected


@pytest.mark.parametrize(
    ("expression", "value"),
    [("month:10", "XXXX-10"), ("monthday:03-05", "XXXX-03-05"), ("weekday:1", "XXXX-WXX-2"), ("day:-1", "XXXX-XX-XX")],
)
def test_without_a_day_the_value_keeps_what_is_said(expression: str, value: str) -> None:
    assert timex(mention(expression, dated=False))[0][2] == value
