"""State media families: agency, papers and broadcasters of one state speak with its voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from consilience.lexicons import records, table
from consilience.wording import fold


@dataclass(frozen=True, slots=True)
class StateMedium:
    """A medium that a state owns or directs: the state (ISO alpha-3), what it is, and its name."""

    state: str
    kind: str
    name: str


@cache
def _known() -> Mapping[str, StateMedium]:
    found = {}
    for record in records("state_media", "media"):
        names = record["names"]
        for name in names if isinstance(names, list) else []:
            found[fold(str(name))] = StateMedium(str(record["state"]), str(record["kind"]), str(name))
    for name, listed in table("media", "named").items():
        kind, _, state = listed.partition(" ")
        if kind == "state_media":
            found.setdefault(fold(name), StateMedium(state, "medium", name))
    return found


def state_medium(*names: str | None) -> StateMedium | None:
    """The state medium that goes by one of the names, or None."""
    folded = (fold(name).removeprefix("the ") for name in names if name)
    return next((_known()[name] for name in folded if name in _known()), None)
