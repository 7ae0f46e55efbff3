"""Normal forms become days by the calendar alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.days import resolve
from consilience.model.time import Direction, Moment

ANCHOR = date(2024, 3, 13)  # a Wednesday

CASES: list[tuple[str, Direction, str, str]] = [
    ("date:2023-09-13", "unknown", "2023-09-13", "2023-09-13"),
    ("date:2023-09-13T13:30", "unknown", "2023-09-13", "2023-09-13"),
    ("date:2024-02", "unknown", "2024-02-01", "2024-02-29"),
    ("date:2000", "unknown", "2000-01-01", "2000-12-31"),
    ("range:1950/1953", "unknown", "1950-01-01", "1953-12-31"),
    ("range:2023-09-13/2023-09-15", "unknown", "2023-09-13", "2023-09-15"),
    ("range:month:5/month:8", "past", "2023-05-01", "2023-08-31"),
    ("range:month:11/month:2", "past", "2023-11-01", "2024-02-29"),
    ("range:weekday:4/weekday:0", "past", "2024-03-08", "2024-03-11"),
    ("decade:195", "unknown", "1950-01-01", "1959-12-31"),
    ("late:date:2022", "unknown", "2022-09-01", "2022-12-31"),
    ("early:date:2022", "unknown", "2022-01-01", "2022-05-01"),
    ("half:1:2022", "unknown", "2022-01-01", "2022-06-30"),
    ("quarter:2:2024", "unknown", "2024-04-01", "2024-06-30"),
    ("season:summer:2021", "unknown", "2021-06-01", "2021-08-31"),
    ("season:winter:2021", "unknown", "2021-01-01", "2022-02-28"),
    ("weekday:2", "past", "2024-03-13", "2024-03-13"),
    ("weekday:4", "past", "2024-03-08", "2024-03-08"),
    ("weekday:4", "future", "2024-03-15", "2024-03-15"),
    ("weekday:4", "unknown", "2024-03-08", "2024-03-15"),
    ("weekday:0", "same", "2024-03-11", "2024-03-11"),
    ("weekday:1TNI", "past", "2024-03-12", "2024-03-12"),
    ("last:weekday:2", "past", "2024-03-06", "2024-03-06"),
    ("next:weekday:2", "future", "2024-03-20", "2024-03-20"),
    ("week:-1:weekday:0", "unknown", "2024-03-04", "2024-03-04"),
    ("month:10", "past", "2023-10-01", "2023-10-31"),
    ("month:10", "future", "2024-10-01", "2024-10-31"),
    ("month:3", "past", "2024-03-01", "2024-03-31"),
    ("monthday:03-14", "past", "2023-03-14", "2023-03-14"),
    ("monthday:03-14", "future", "2024-03-14", "2024-03-14"),
    ("monthday:02-29", "past", "2024-02-29", "2024-02-29"),
    ("monthday:02-29", "future", "2028-02-29", "2028-02-29"),
    ("day:0", "same", "2024-03-13", "2024-03-13"),
    ("day:-1TNI", "past", "2024-03-12", "2024-03-12"),
    ("week:0", "past", "2024-03-11", "2024-03-17"),
    ("week:-1", "past", "2024-03-04", "2024-03-10"),
    ("weekend:-1", "past", "2024-03-09", "2024-03-10"),
    ("month:-1", "past", "2024-02-01", "2024-02-29"),
    ("month:+10", "future", "2025-01-01", "2025-01-31"),
    ("quarter:-1", "past", "2023-10-01", "2023-12-31"),
    ("year:+1", "future", "2025-01-01", "2025-12-31"),
    ("early:year:-1", "past", "2023-01-01", "2023-05-01"),
    ("ago:P4Y5M", "past", "2019-10-01", "2019-10-31"),
    ("ago:P2D", "past", "2024-03-11", "2024-03-11"),
    ("ago:P1W", "past", "2024-03-03", "2024-03-09"),
    ("ago:P20Y", "past", "2004-01-01", "2004-12-31"),
    ("ahead:P18Y", "future", "2042-01-01", "2042-12-31"),
    ("last:P3D", "past", "2024-03-10", "2024-03-13"),
    ("last:P4Y", "past", "2020-03-13", "2024-03-13"),
    ("next:P2W", "future", "2024-03-13", "2024-03-27"),
    ("since:date:2019", "past", "2019-01-01", "2024-03-13"),
    ("until:date:2030", "future", "2024-03-13", "2030-12-31"),
    ("since:weekday:4", "past", "2024-03-08", "2024-03-13"),
]

UNKNOWN = [
    "unknown",
    "shift:+P2D",
    "every:weekday:4",
    "time:13:00",
    "ago:PXY",
    "last:PXD",
    "date:2023-02-30",
    "P3D",
    "PT50M",
    "",
]


@pytest.mark.parametrize(("form", "side", "earliest", "latest"), CASES)
def test_resolve(form: str, side: Direction, earliest: str, latest: str) -> None:
    assert resolve(form, side, ANCHOR) == Moment(date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("form", UNKNOWN)
def test_no_day_follows(form: str) -> None:
    assert resolve(form, "past", ANCHOR) is None


@pytest.mark.parametrize(
    "form", ["weekday:2", "month:10", "day:-1", "ago:P2D", "since:date:2019", "year:0", "season:summer"]
)
def test_without_an_anchor_no_day_follows(form: str) -> None:
    assert resolve(form, "past", None) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_on_their_side_within_a_week(anchor: date, weekday: int) -> None:
    past, future = resolve(f"weekday:{weekday}", "past", anchor), resolve(f"weekday:{weekday}", "future", anchor)
    assert past is not None
    assert future is not None
    assert past.earliest.weekday() == future.earliest.weekday() == weekday
    assert anchor - timedelta(days=7) < past.earliest <= anchor <= future.earliest < anchor + timedelta(days=7)


@given(st.text(max_size=20), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_is_a_form_or_none(form: str, anchor: date) -> None:
    moment = resolve(form, "unknown", anchor)
    assert moment is None or moment.earliest <= moment.latest
