"""Tables: guarded text, typed columns, a clear word where a library is missing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consilience.errors import UsageError
from consilience.present.tables import table as tables
from consilience.present.tables.table import Column, Table, parquet, separated

COLUMNS = (Column("name"), Column("count", "whole"), Column("share", "number"))


@example([("\r=", None, None)])
@given(st.lists(st.tuples(st.text(), st.integers() | st.none(), st.just(None))))
def test_no_cell_of_text_is_a_formula(rows: list[tuple[str, int | None, None]]) -> None:
    text = separated(Table(COLUMNS, tuple(rows)))
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert not [row[0] for row in read[1:] if row and row[0].startswith(("=", "+", "-", "@"))]


@given(st.lists(st.tuples(st.text(), st.integers() | st.none(), st.just(None))))
def test_between_tabs_a_row_is_a_line(rows: list[tuple[str, int | None, None]]) -> None:
    text = separated(Table(COLUMNS, tuple(rows)), "\t")
    assert text.count("\n") == len(rows) + 1


def test_a_negative_number_stays_a_number() -> None:
    assert separated(Table(COLUMNS, (("a", -3, -0.5),))).splitlines()[1] == "a,-3,-0.5"


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"consilience\[parquet\]"):
        parquet(Table(COLUMNS, ()), tmp_path / "a.parquet")


def test_parquet_is_the_same_for_the_same_rows(tmp_path: Path) -> None:
    pytest.importorskip("arro3.io")
    made = Table(COLUMNS, (("a", 1, 0.5), ("b", None, None)))
    for name in ("a", "b"):
        parquet(made, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes()[:4] == b"PAR1"
