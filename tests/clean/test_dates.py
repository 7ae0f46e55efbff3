"""Days as pages print them."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.clean.dates import days_in, is_date_text, left_beside_dates
from consilience.model.time import Moment, given_moment

MARCH_5 = Moment(date(2031, 3, 5), date(2031, 3, 5))


@pytest.mark.parametrize(
    "text",
    [
        "/ 01:47 AM March 5, 2031",
        "Wednesday 5 March 2031, 6pm bulletin",
        "Published: 5 March 2031 14:20 GMT",
        "5th of March 2031",
        "Mar. 5, 2031",
        "2031-03-05T14:20:00+02:00",
        "2031/03/05",
        "Wed 5 Mar 2031 | 07:12",
    ],
)
def test_a_full_day_is_read_and_stands_alone(text: str) -> None:
    assert [d.moment for d in days_in(text)] == [MARCH_5]
    assert is_date_text(text)


@pytest.mark.parametrize(
    "text", ["March 2031", "5 March", "31 February 2031", "2031", "45 March 2031", "1,2,3", "2031-13-05"]
)
def test_what_is_no_full_day_gives_none(text: str) -> None:
    assert days_in(text) == ()


def test_day_and_month_in_open_order_are_an_interval() -> None:
    assert days_in("03/04/2031")[0].moment == Moment(date(2031, 3, 4), date(2031, 4, 3))
    assert days_in("25/04/2031")[0].moment == Moment(date(2031, 4, 25), date(2031, 4, 25))


def test_a_sentence_with_a_day_is_no_date_line() -> None:
    assert not is_date_text("The wall of 5 March 2031 still stands")
    assert left_beside_dates("The wall of 5 March 2031 still stands") == "wall still stands"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-05", MARCH_5),
        ("2031-03-05T10:00:00Z", MARCH_5),
        ("2031-02", Moment(date(2031, 2, 1), date(2031, 2, 28))),
        ("2031-12", Moment(date(2031, 12, 1), date(2031, 12, 31))),
        ("2031", Moment(date(2031, 1, 1), date(2031, 12, 31))),
        ("5 March 2031", None),
        ("03/05/2031", None),
        ("2031-02-30", None),
        ("", None),
    ],
)
def test_only_iso_dates_are_taken_from_the_user(text: str, expected: Moment | None) -> None:
    assert given_moment(text) == expected
