"""A time as it is found in a text, before it is anchored, and what every rule needs to make one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from consilience.model.time import Direction, Granularity, TimeKind


@dataclass(frozen=True, slots=True)
class Found:
    """A time before it is anchored: where it stands, its normal form, and the side it states itself."""

    start: int
    end: int
    expression: str
    kind: TimeKind
    granularity: Granularity
    direction: Direction | None
    rule: str


Rule = Callable[[re.Match[str]], Found | None]


def found_as(m: re.Match[str], expression: str, granularity: Granularity, kind: TimeKind = "point") -> Found:
    """A time where the pattern matched, without a side of its own."""
    return Found(m.start(), m.end(), expression, kind, granularity, None, "")


def sided(m: re.Match[str], expression: str, granularity: Granularity, direction: Direction) -> Found:
    """A time that states its own side of the anchor."""
    return Found(m.start(), m.end(), expression, "point", granularity, direction, "")


def before(m: re.Match[str], size: int = 40) -> str:
    """The characters before the match, in lower case."""
    return m.string[max(0, m.start() - size) : m.start()].lower()


def after(m: re.Match[str], size: int = 30) -> str:
    """The characters after the match, in lower case."""
    return m.string[m.end() : m.end() + size].lower()
