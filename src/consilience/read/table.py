"""`reports.csv`: what the user says about the files beside it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from consilience.decoding import decode
from consilience.errors import InputError
from consilience.model.report import Described
from consilience.read.files import read_bounded

TABLE_NAME = "reports.csv"
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
    first = decoded.text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(decoded.text, newline=""), delimiter=separator))
    except csv.Error as error:
        return _unusable(f"it is no table of comma-separated values ({error})")
    return _table(lines)


def _unusable(reason: str) -> Table:
    return Table((), ((0, reason),), unusable=True)


def _table(lines: list[list[str]]) -> Table:
    header = [name.strip().lower() for name in lines[0]] if lines else []
    unknown = [name for name in header if name not in _COLUMNS]
    if "file" not in header or unknown or len(set(header)) < len(header):
        wanted = ", ".join(_COLUMNS)
        return _unusable(f"its first line must name columns out of: {wanted} (file is needed); it is not used")
    rows: dict[str, Row] = {}
    wrong: list[tuple[int, str]] = []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = _row(number, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
        if len(cells) > len(header) or not row.file:
            wrong.append((number, "it does not fit the first line"))
        elif row.file in rows:
            wrong.append((number, f"{row.file!r} was described before, in line {rows[row.file].line}"))
        else:
            rows[row.file] = row
    return Table(tuple(rows.values()), tuple(wrong))


def _row(number: int, cells: dict[str, str]) -> Row:
    said = {name: cells.get(name) or None for name in _COLUMNS}
    described = Described(None, said["outlet"], said["date"], said["url"], said["title"])
    return Row(number, (said["file"] or "").removeprefix("./"), described)
