"""The formats in which events are written, by the names that `consilience events --format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from consilience.model.account import Findings
from consilience.present.tables.flat_events import events_table, mentions_table
from consilience.present.tables.gdelt import gdelt_events, gdelt_mentions
from consilience.present.tables.geojson import geojson
from consilience.present.tables.icews import icews
from consilience.present.tables.plover import plover_lines
from consilience.present.tables.table import Table, separated
from consilience.present.tables.told import EventTold, events_told

Told = tuple[EventTold, ...]
_TABLES: Mapping[str, tuple[Callable[[Told], Table], str]] = MappingProxyType({
    "csv": (events_table, ","),
    "csv-mentions": (mentions_table, ","),
    "icews": (icews, "\t"),
    "gdelt": (gdelt_events, "\t"),
    "gdelt-mentions": (gdelt_mentions, "\t"),
})  # fmt: skip

#: What can be written as text; `parquet` and `parquet-mentions` are files and go to `--out` only.
TEXT_FORMATS = ("jsonl", *_TABLES, "geojson")
PARQUET_FORMATS: Mapping[str, Callable[[Told], Table]] = MappingProxyType(
    {"parquet": events_table, "parquet-mentions": mentions_table}
)
FORMATS = (*TEXT_FORMATS, *PARQUET_FORMATS)


def written(findings: Findings, name: str, *, with_text: bool = True) -> bytes:
    """The events of a run in a text format."""
    told = events_told(findings, with_text=with_text)
    if name == "jsonl":
        return b"".join(line + b"\n" for line in plover_lines(told, findings.engine, with_text=with_text))
    if name == "geojson":
        return geojson(told)
    make, mark = _TABLES[name]
    return separated(make(told), mark).encode("utf-8", "replace")


def table(findings: Findings, name: str, *, with_text: bool = True) -> Table:
    """The events of a run as one of the tables: a row an event, or a row a mention."""
    return PARQUET_FORMATS[name](events_told(findings, with_text=with_text))
