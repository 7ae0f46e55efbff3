"""Outlets as tables: one file an outlet in `data/outlets/`, with its names, domains and the furniture of its layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from consilience.clean.lines import Draft, plain, removal
from consilience.lexicons import records, word_list
from consilience.model.report import Removal


@dataclass(frozen=True, slots=True)
class Layout:
    """What an outlet's pages carry since a day (ISO): patterns for whole folded lines."""

    since: str
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: the name shown, the folded names it goes by, its domains, and its layouts.

    `travelling` are patterns of lines that go with its texts and pictures to other outlets' pages.
    """

    name: str
    names: frozenset[str]
    domains: tuple[str, ...]
    layouts: tuple[Layout, ...]
    travelling: tuple[re.Pattern[str], ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets with a table, sorted by file name."""
    folder = files("consilience").joinpath("data", "outlets")
    return tuple(_read(name) for name in sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


def _read(stem: str) -> Outlet:
    table = f"outlets/{stem}"
    names = word_list(table, "names")
    layouts = tuple(
        Layout(str(entry["since"]), _compiled(tuple(str(p) for p in _listed(entry["lines"]))))
        for entry in records(table, "layouts")
    )
    folded = frozenset(plain(name) for name in names)
    return Outlet(names[0], folded, word_list(table, "domains"), layouts, _compiled(word_list(table, "travelling")))


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def outlet_named(name: str) -> Outlet | None:
    """The outlet that goes by this name, or None."""
    folded = plain(name)
    return next((outlet for outlet in outlets() if folded in outlet.names), None)


def outlet_at(address: str) -> Outlet | None:
    """The outlet whose domain the address (URL) stands on, or None."""
    host = (urlsplit(address).hostname or "").lower()
    known = (o for o in outlets() if any(host == domain or host.endswith("." + domain) for domain in o.domains))
    return next(known, None) if host else None


def outlet_lines(draft: Draft) -> Iterator[Removal]:
    """Lines that this outlet's table lists, and lines that travel with an agency's texts and pictures."""
    own = outlet_named(draft.outlet) if draft.outlet else None
    patterns = [p for outlet in outlets() for p in outlet.travelling]
    patterns += [p for layout in (own.layouts if own else ()) for p in layout.patterns]
    for line in draft.kept():
        if any(p.fullmatch(line.plain) for p in patterns):
            yield removal(line, "outlet's table", "listed as furniture in the outlet's table")
