"""What a report leaves out: by the day, by the hour where reports state one, and never where it tells something near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from consilience.model.account import CoverageCell
from consilience.model.report import Stated
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport
from consilience.reconcile.hours import earlier, shown, written_at
from tests.reconcile.build import Clause, Draft, made
from tests.reconcile.worlds import account_from, claim_with, entered

_DAY = date(2031, 3, 5)


def _at(draft: Draft, hour: str) -> AnnotatedReport:
    told = made(draft)
    stated = Stated(f"{_DAY.isoformat()}T{hour}:00", None, None, "given")
    return replace(told, report=replace(told.report, published_stated=stated))


def _other(words: str = "A cart of wool stood idle near Tarn") -> Draft:
    return Draft("9.txt", words + ".", (Clause(words, "stand"),), outlet="Tarn Gazette", published=_DAY)


def _cell(*reports: AnnotatedReport) -> CoverageCell:
    cells = claim_with(account_from(reports), "The Harbour Guard entered").coverage
    return next(cell for cell in cells if cell.report == reports[-1].report.id)


@pytest.mark.parametrize(
    ("carried", "own", "expected"),
    [("06:30", "09:15", "left out"), ("11:00", "09:15", "not yet known"), ("09:15", "09:15", "cannot tell")],
)
def test_on_one_day_the_hours_decide(carried: str, own: str, expected: str) -> None:
    cell = _cell(_at(entered("1.txt", "The Ferry Post", _DAY), carried), _at(_other(), own))
    assert cell.coverage == expected


def test_without_hours_one_day_decides_nothing() -> None:
    assert _cell(made(entered("1.txt", "The Ferry Post", _DAY)), made(_other())).coverage == "cannot tell"


def test_nothing_is_left_out_where_something_near_is_told() -> None:
    near = _other("Guards of the harbour entered the Lessing Mill on a Tuesday with carts")
    assert _cell(_at(entered("1.txt", "The Ferry Post", _DAY), "06:30"), _at(near, "09:15")).coverage != "left out"


@pytest.mark.parametrize(("verb", "expected"), [("enter", "cannot tell"), ("paint", "left out")])
def test_with_the_same_verb_less_likeness_is_near(verb: str, expected: str) -> None:
    words = "Guards entered a brewery near the Lessing bridge with carts"
    other = Draft("9.txt", words + ".", (Clause(words, verb),), outlet="Tarn Gazette", published=_DAY)
    assert _cell(_at(entered("1.txt", "The Ferry Post", _DAY), "06:30"), _at(other, "09:15")).coverage == expected


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("Wednesday, 5 March 2031, 9.15 a.m.", "09:15"), ("5 March 2031 | 20:40", "20:40"),
        ("5 March 2031", None), ("5 March 2031, 09:15, changed 11:40", None), ("5 March 2031 6.30pm", "18:30"),
    ],
)  # fmt: skip
def test_the_hour_on_the_line_of_the_date(line: str, hour: str | None) -> None:
    told = made(Draft("1.txt", f"Mill news\n{line}\nThe mill stood.", published=_DAY))
    start = told.report.text.index("5 March 2031")
    stated = Stated("5 March 2031", "text", Span(start, start + 12), "date line")
    found = written_at(replace(told.report, published_stated=stated))
    assert (shown(found) if found is not None else None) == hour


def test_zones_count_where_both_are_stated() -> None:
    early, late = (
        datetime.fromisoformat("2031-03-05T09:00:00+02:00"),
        datetime.fromisoformat("2031-03-05T08:00:00+00:00"),
    )
    assert earlier(early, late)
    assert earlier(late.replace(tzinfo=None), early)
