"""The example reports, read once, beside what a careful editor expects of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import consilience
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Statement
from consilience.wording import fold

EXAMPLES = Path(__file__).parent.parent / "examples"


_COUNTRY = {"veskarian": "veskaria", "korvanian": "korvania"}  # "Veskarian authorities", "authorities of Veskaria"


class Expected(NamedTuple):
    """One statement that must be found."""

    file: str
    content: tuple[str, ...]
    speaker: str | None
    chain: tuple[str, ...]
    manner: str
    act: str
    status: str


@cache
def expected() -> Any:
    """The parts of the expected account that can be compared by machine."""
    return json.loads((EXAMPLES / "expected.json").read_text("utf-8"))


@cache
def expected_claims() -> Any:
    """The main claims of the examples, as an editor wrote them down from the reports alone."""
    return json.loads((EXAMPLES / "expected_claims.json").read_text("utf-8"))["claims"]


@cache
def expected_differences() -> Any:
    """What is told differently in the examples, after the editor's table; `sides` are words that different sides overlap."""
    return json.loads((EXAMPLES / "expected_differences.json").read_text("utf-8"))["differences"]


@cache
def reading() -> consilience.Reading:
    """The program's reading of all example reports."""
    return consilience.read([EXAMPLES / "reports"])


def file_of(report: Report) -> str:
    """The file's name without its folder."""
    return Path(report.source).name


def must_find() -> list[Expected]:
    """The statements of the expected account."""
    return [
        Expected(
            s["file"],
            (s["content"], *s.get("also", ())),
            s["speaker"],
            tuple(s["chain"]),
            s["manner"],
            s["act"],
            s["status"],
        )
        for s in expected()["statements"]
    ]


def found(wanted: Expected) -> Statement | None:
    """The program's innermost statement that shares most words with the wanted one, if it shares half of them.

    Of two speakers of the same words, one who claims and one who denies them, the one whose act is wanted is meant.
    """
    annotated = next(r for r in reading().reports if file_of(r.report) == wanted.file)
    spans = [span for words in wanted.content if (span := place(annotated.report.text, words))]
    scored = [(likeness(spans, s), len(s.chain), s.act == wanted.act, s.id, s) for s in annotated.statements]
    best = max(scored, default=None, key=lambda row: row[:4])
    return best[4] if best is not None and best[0] >= 0.5 else None


def place(text: str, words: str) -> Span | None:
    """Where the words stand in a text whose white space may differ."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, text)
    return Span(*match.span()) if match else None


def likeness(spans: Sequence[Span], statement: Statement) -> float:
    """Shared characters as a part of the longer of the two, rounded so that `that` and a mark make no difference."""
    wanted = {i for span in spans for i in range(*span)}
    got = {i for span in statement.content for i in range(*span)}
    return round(len(wanted & got) / max(len(wanted), len(got), 1), 1)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of one name lie within the other's; both may be unknown."""
    if not one or not other:
        return not one and not other
    a, b = set(re.findall(r"\w+", fold(one))), set(re.findall(r"\w+", fold(other)))
    small = {"the", "of", "a", "an", "two", "unnamed", "s"}
    a, b = ({_COUNTRY.get(word, word) for word in words} for words in (a, b))
    return a - small <= b - small or b - small <= a - small
