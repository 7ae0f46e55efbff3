"""Vectors of quotations: what two wordings of one utterance are told by when they share few words."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.engines import Engine
from consilience.model.report import Report
from consilience.model.statement import Statement

_QUOTED = ("direct", "mixed", "block")
_LEAST = 4  # words; fewer say too little for a vector


def meanings(report: Report, statements: Sequence[Statement], engine: Engine) -> tuple[tuple[str, bytes], ...]:
    """The id and the int8 unit vector of each quoted statement of four words or more, in the order of the statements."""
    told = [(s.id, _content(report, s)) for s in statements if s.manner in _QUOTED and s.scope == "statement"]
    listed = [(id_, words) for id_, words in told if len(words.split()) >= _LEAST]
    vectors = engine.vectors([words for _, words in listed])
    return tuple((id_, vector) for (id_, _), vector in zip(listed, vectors, strict=True))


def _content(report: Report, statement: Statement) -> str:
    text = report.title if statement.part == "title" else report.text
    return " ".join(" ".join(text[start:end] for start, end in statement.content).split())
