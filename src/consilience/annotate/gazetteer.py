"""The towns of the world by name: a sorted table in the package, searched in place so that loading costs nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consilience.wording import fold


@dataclass(frozen=True, slots=True)
class Town:
    """A town of 15,000 inhabitants or more; `state` is given for the United States, `country` is ISO 3166-1 alpha-3.

    `respelled` says that it was found by another spelling than its own.
    """

    name: str
    country: str
    state: str
    latitude: float
    longitude: float
    inhabitants: int
    respelled: bool


@cache
def _table() -> bytes:
    return files("consilience").joinpath("data", "gazetteer.tsv").read_bytes()


@cache
def towns_named(name: str) -> tuple[Town, ...]:
    """All towns of that name, the largest first; spellings of large towns in other languages count too."""
    key = re.sub(r"[\s-]+", " ", fold(name)).strip().encode() + b"\t"
    table = _table()
    at = _first_line(table, key)
    found = []
    while table.startswith(key, at):
        end = table.index(b"\n", at)
        found.append(_town(table[at:end].decode()))
        at = end + 1
    return tuple(sorted(found, key=lambda t: (-t.inhabitants, t.country, t.state, t.latitude)))


def _first_line(table: bytes, key: bytes) -> int:
    """Where the first line stands that is not below `key`; lines are sorted by their bytes up to the first tab."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1 or low
        end = table.index(b"\n", middle)
        if table[start : table.index(b"\t", start) + 1] < key:
            low = end + 1
        else:
            high = start
    return low


def _town(line: str) -> Town:
    _, name, country, state, latitude, longitude, inhabitants, mark = line.split("\t")
    return Town(name, country, state, float(latitude), float(longitude), int(inhabitants), mark == "a")
