"""Generated blocks of the documentation's pages.

A block stands between `<!-- generated: NAME -->` and `<!-- end -->`. Blocks that show what the program finds in the example
reports also name the language engine that found it, because another kind of processor may give other bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from consilience.present.method import badge_errors
from quality.docs import examples, reference, rules, tour

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(
    r"<!-- generated: (?P<name>[a-z ',-]+?)(?: \| (?P<engine>[^>]+?))? -->\n(?P<body>.*?)\n?<!-- end -->", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Block:
    """A generated block as it stands in a page: its name, the engine it was made by (None: any), and its text."""

    name: str
    engine: str | None
    body: str


def pages() -> tuple[Path, ...]:
    """The pages of the documentation, README.md first."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def blocks(text: str) -> Iterator[Block]:
    """The generated blocks of a page."""
    return (Block(m["name"], m["engine"], m["body"]) for m in _BLOCK.finditer(text))


def rewritten(text: str) -> str:
    """The page with its generated blocks as the program makes them now."""
    return _BLOCK.sub(lambda m: _written(m["name"]), text)


def names() -> frozenset[str]:
    """The names of all blocks that can be made."""
    return frozenset((*_makers(), *_readers()))


def body_of(name: str) -> str:
    """What the block of this name says now; raises KeyError where nothing makes it."""
    makers, read = _makers(), _readers()
    return makers[name]() if name in makers else read[name](examples.reading())


def _written(name: str) -> str:
    engine = f" | {examples.reading().engine}" if name in _readers() else ""
    return f"<!-- generated: {name}{engine} -->\n{body_of(name)}\n<!-- end -->"


@cache
def _makers() -> Mapping[str, Callable[[], str]]:
    """Blocks made from the program's own tables."""
    listed = {"decisions": lambda: examples.decisions(ROOT)}
    return MappingProxyType({**reference.BLOCKS, **rules.BLOCKS, **examples.measured_blocks(badge_errors()), **listed})


@cache
def _readers() -> Mapping[str, Callable[[examples.Reading], str]]:
    """Blocks made from what the program finds in the example reports."""
    return MappingProxyType({**examples.BLOCKS, **tour.BLOCKS})
