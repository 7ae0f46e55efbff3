"""The engine in the package, opened once, for tests of rules on its parses."""

from __future__ import annotations

from functools import cache

from consilience.engines import Engine, load_engine
from consilience.model.annotations import Analysis
from consilience.model.spans import Span


@cache
def engine() -> Engine:
    """The language engine; one for all tests of a run."""
    return load_engine()


@cache
def analysis(text: str) -> Analysis:
    """The text as one paragraph, read by the engine."""
    return engine().read(text, [Span(0, len(text))])
