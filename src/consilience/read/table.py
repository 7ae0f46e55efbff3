"""`reports.csv`: what the user says about the files beside it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from consilience.decoding import decode
from consilience.errors import InputError
from consilience.model.report import Described
from consilience.model.time import given_moment
from consilience.read.files import read_bounded

TABLE_NAME = "reports.csv"
_QUOTES = "a quotation mark in it is not closed, or text follows a closed one (a row is one line); the row is not used"
_COLUMNS = ("file", "outlet", "date", "url", "title")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its number, the file it names, and what it says."""

    line: int
    file: str
    described: Described


@dataclass(frozen=True, slots=True)
class Table:
    """The good rows of a `reports.csv`, and what is wrong with it: pairs of line number and reason (0: all of it)."""

    rows: tuple[Row, ...]
    wrong: tuple[tuple[int, str], ...]
    unusable: bool = False

    def about(self, file: str) -> Described | None:
        """What the table says about the file of this name beside it."""
        return next((row.described for row in self.rows if row.file == file), None)


def read_table(path: str, limit: int) -> Table:
    """A `reports.csv` read; whatever is wrong with it is told in the table, nothing is raised."""
    try:
        decoded = decode(read_bounded(path, limit))
    except InputError as error:
        return _unusable(str(error))
    if decoded.reason:
        return _unusable(decoded.reason)
    lines = re.split(r"\r\n|\r|\n", decoded.text)
    separator = max(",;\t", key=lines[0].count)
    return _table([_cells(line, separator) for line in lines])


def _cells(line: str, separator: str) -> list[str] | None:
    """The cells of one line; None where its quotation marks do not fit.

    Each line is read by itself: a mark that is never closed would swallow the rows below it.
    """
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def _unusable(reason: str) -> Table:
    return Table((), ((0, reason),), unusable=True)


def _table(lines: list[list[str] | None]) -> Table:
    header = [name.strip().lower() for name in lines[0] or ()]
    unknown = [name for name in header if name not in _COLUMNS]
    if "file" not in header or unknown or len(set(header)) < len(header):
        wanted = ", ".join(_COLUMNS)
        return _unusable(f"its first line must name columns out of: {wanted} (file is needed); it is not used")
    rows: dict[str, Row] = {}
    wrong: list[tuple[int, str]] = []
    for number, cells in enumerate(lines[1:], start=2):
        if cells is None:
            wrong.append((number, _QUOTES))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        row = _row(number, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
        reason = _fault(row, len(cells), len(header), rows)
        if reason:
            wrong.append((number, reason))
            continue
        rows[row.file] = row
        wrong += [(number, fault) for fault in _unused(row.described)]
    return Table(tuple(rows.values()), tuple(wrong))


def _fault(row: Row, cells: int, columns: int, rows: dict[str, Row]) -> str | None:
    """Why a row is not used, or None."""
    if cells > columns:
        return f"it has {cells} columns and the first line has {columns}: quote what holds the separator; the row is not used"
    if not row.file:
        return "it names no file; the row is not used"
    if row.file in rows:
        return f"{row.file!r} was described before, in line {rows[row.file].line}; the row is not used"
    return None


def _unused(described: Described) -> list[str]:
    """What a row that is used says in vain."""
    if described.date and given_moment(described.date) is None:
        return [f"the date {described.date!r} is no day of the form 2024-03-05; the rest of the row is used"]
    return []


def _row(number: int, cells: dict[str, str]) -> Row:
    said = {name: cells.get(name) or None for name in _COLUMNS}
    described = Described(None, said["outlet"], said["date"], said["url"], said["title"])
    return Row(number, (said["file"] or "").removeprefix("./"), described)
