"""A table with named, typed columns: as CSV that no spreadsheet takes for formulas, through Arrow, as Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol

from consilience.errors import UsageError

Kind = Literal["text", "whole", "number"]
Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MISSING = "data frames and Parquet need two small libraries: pip install 'consilience[parquet]'"


class _Arrow(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and what its cells are."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a cell is None where nothing is known.

    It can be handed to every library that reads the Arrow PyCapsule interface: `polars.DataFrame(table)`,
    `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)`.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; raises UsageError where the library for it is not installed."""
        return _arrow(self).__arrow_c_stream__(requested_schema)


def separated(table: Table, mark: str = ",") -> str:
    """The table as text, a row a line, fields apart by commas or tabs.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; between tabs no cell has a line break.
    """
    lines = io.StringIO()
    if mark == "\t":
        writer = csv.writer(
            lines, delimiter=mark, quoting=csv.QUOTE_NONE, escapechar="\\", quotechar=None, lineterminator="\n"
        )
    else:
        writer = csv.writer(lines, delimiter=mark, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_cell(cell, flat=mark == "\t") for cell in row] for row in table.rows)
    return lines.getvalue()


def _cell(cell: Cell, *, flat: bool) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    # a carriage return by itself is not put into quotation marks, and would end the row
    text = " ".join(cell.split()) if flat else cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


def available() -> None:
    """Raise UsageError where the libraries for data frames and Parquet are not installed."""
    _needed("arro3.core")
    _needed("arro3.io")


def parquet(table: Table, path: Path) -> None:
    """Write the table as a Parquet file; raises UsageError where the library for it is not installed."""
    _needed("arro3.io").write_parquet(_arrow(table), str(path))


def _arrow(table: Table) -> _Arrow:
    core = _needed("arro3.core")
    kinds = {"text": core.DataType.string(), "whole": core.DataType.int64(), "number": core.DataType.float64()}
    fields = [core.Field(column.name, kinds[column.kind], nullable=True) for column in table.columns]
    arrays = [core.Array(_column(table, at), kinds[column.kind]) for at, column in enumerate(table.columns)]
    made: _Arrow = core.Table.from_arrays(arrays, schema=core.Schema(fields))
    return made


def _column(table: Table, at: int) -> Sequence[Cell]:
    kind = table.columns[at].kind
    return [float(row[at]) if kind == "number" and row[at] is not None else row[at] for row in table.rows]  # type: ignore[arg-type]  # numbers are no texts


def _needed(name: str):  # type: ignore[no-untyped-def]  # a module of an optional library
    """The module of an optional library."""
    if find_spec(name.partition(".")[0]) is None or find_spec(name) is None:
        raise UsageError(_MISSING)
    return import_module(name)
