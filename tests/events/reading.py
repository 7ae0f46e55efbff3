"""The engine in the package, opened once, and short ways to a report, its annotations and its statements."""

from __future__ import annotations

from functools import cache

from consilience.annotate.report import annotate
from consilience.engines import Engine, load_engine
from consilience.model.annotations import Analysis, Annotations
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Act, Statement


@cache
def engine() -> Engine:
    """The language engine; one for all tests of a run."""
    return load_engine()


@cache
def analysis(text: str) -> Analysis:
    """The text as one paragraph, read by the engine."""
    return engine().read(text, [Span(0, len(text))])


@cache
def report_of(text: str) -> Report:
    """A report that states nothing but its text."""
    return Report(
        id="r1", source="r1.txt", kind="text", state="accepted", reason="", sha256="", encoding="utf-8", language="en",
        text=text, title="", headline=None, outlet=None, byline=None, dateline=None, agency=None, place_of_writing=None,
        published=None, published_stated=None, url=None, removed=(), captions=(), damage=(), layer_map=(),
    )  # fmt: skip


@cache
def annotated(text: str) -> Annotations:
    """The annotations of that report."""
    return annotate(report_of(text), engine())


def statement(text: str, content: str, *, cue: str, act: Act, within: str | None = None) -> Statement:
    """A statement by its words; the cue is the first word of `cue`."""
    at, start = text.index(cue), text.index(content)
    return Statement(
        id=f"s{start}", part="text", content=(Span(start, start + len(content)),), source=None,
        cue=Span(at, at + len(cue.split()[0])), manner="indirect", act=act, status="unknown", scope="statement", hedged=False,
        within=within, speaker=None, chain=(), rule="", because="",
    )  # fmt: skip
