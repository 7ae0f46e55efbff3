"""`reports.csv`: what is said about the files beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consilience.model.report import Described
from consilience.read.table import Table, read_table


def table(tmp_path: Path, data: bytes) -> Table:
    (tmp_path / "reports.csv").write_bytes(data)
    return read_table(str(tmp_path / "reports.csv"), 120_000)


@pytest.mark.parametrize(
    "data",
    [
        b"file,outlet,date\na.txt,The Tide,2024-05-14\n",
        b"\xef\xbb\xbfFile;Date;Outlet\r\n./a.txt;2024-05-14;The Tide\r\n\r\n",
        b"date\toutlet\tfile\n2024-05-14\t The Tide \ta.txt\n",
    ],
)
def test_rows_are_read_with_any_usual_separator(tmp_path: Path, data: bytes) -> None:
    found = table(tmp_path, data)
    assert found.about("a.txt") == Described(outlet="The Tide", date="2024-05-14")
    assert found.about("b.txt") is None
    assert not found.wrong


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"name,outlet\na.txt,x\n",
        b"file,colour\na.txt,x\n",
        b"file,file\na.txt,a.txt\n",
        b"\x00\x01",
        b"file,outlet\n" + b"x" * 150_000,
    ],
    ids=["empty", "no file", "unknown column", "column twice", "binary", "too large"],
)
def test_a_table_that_is_none_is_unusable_with_one_reason(tmp_path: Path, data: bytes) -> None:
    found = table(tmp_path, data)
    assert found.unusable
    assert (found.rows, len(found.wrong)) == ((), 1)


def test_rows_that_do_not_fit_are_told_with_their_line(tmp_path: Path) -> None:
    found = table(tmp_path, b"file,outlet\na.txt,One\n,Two\nb.txt,Three,Four\na.txt,Five\nc.txt\n")
    assert [line for line, _ in found.wrong] == [3, 4, 5]
    assert [row.file for row in found.rows] == ["a.txt", "c.txt"]


@pytest.mark.parametrize("row", [b'a.txt,"The Tide,2024-05-14', b'a.txt,"The" Tide,2024-05-14'])
def test_quotation_marks_that_do_not_fit_cost_one_row_and_are_told(tmp_path: Path, row: bytes) -> None:
    found = table(tmp_path, b"file,outlet,date\n" + row + b'\nb.txt,"Gazette, The",2024-05-15\n')
    assert [line for line, _ in found.wrong] == [2]
    assert "quotation mark" in found.wrong[0][1]
    assert found.about("b.txt") == Described(outlet="Gazette, The", date="2024-05-15")


@pytest.mark.parametrize("day", ["14/05/2024", "2024-02-30", "May 14", "0001-01-01"])
def test_a_date_that_is_none_is_told_and_the_rest_of_the_row_is_used(tmp_path: Path, day: str) -> None:
    found = table(tmp_path, f"file,outlet,date\na.txt,Tide,{day}\n".encode())
    assert found.wrong == ((2, f"the date {day!r} is no day of the form 2024-03-05; the rest of the row is used"),)
    about = found.about("a.txt")
    assert about is not None
    assert about.outlet == "Tide"


@pytest.mark.parametrize("day", ["2024-05-14", "2024-05", "2024", "2024-05-14T10:00:00Z"])
def test_days_months_and_years_are_dates(tmp_path: Path, day: str) -> None:
    assert not table(tmp_path, f"file,date\na.txt,{day}\n".encode()).wrong
