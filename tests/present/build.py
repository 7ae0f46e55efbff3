"""Builders of reports and statements for tests of the outputs."""

from __future__ import annotations

import re
from dataclasses import replace

from consilience.model.annotations import Annotations, PartAnnotations, Sentence
from consilience.model.ids import content_id
from consilience.model.report import Removal, Report, Stated
from consilience.model.spans import Part, Passage, Span, TokenRange
from consilience.model.statement import Act, Link, Manner, Speaker, Statement, Status
from consilience.model.story import AnnotatedReport

_SENTENCE = re.compile(r"\S(?:.*?)(?:[.!?]”?(?=\s)|$)", re.MULTILINE)


def passage(report: AnnotatedReport, words: str, part: Part = "text") -> Passage:
    """The passage of the first place where a report says these words."""
    text = report.report.title if part == "title" else report.report.text
    start = text.index(words)
    return Passage(report.report.id, part, Span(start, start + len(words)))


def made(name: str, text: str, *, title: str = "", outlet: str | None = None, kind: str = "html") -> AnnotatedReport:
    """A report with its sentences and no more."""
    report = Report(
        id=content_id(name),
        source=f"reports/{name}",
        kind="html" if kind == "html" else "text",
        state="accepted",
        reason="",
        sha256=content_id(text) * 5,
        encoding="utf-8",
        language="en",
        text=text,
        title=title,
        headline=None,
        outlet=Stated(outlet, None, None, "outlet from the page's own name") if outlet else None,
        byline=None,
        dateline=None,
        agency=None,
        place_of_writing=None,
        published=None,
        published_stated=None,
        url=None,
        removed=(),
        captions=(),
        damage=(),
        layer_map=(),
    )
    parts = [_part("text", text)] + ([_part("title", title)] if title else [])
    return AnnotatedReport(report, Annotations(tuple(parts), ()), (), (), ())


def _part(part: Part, text: str) -> PartAnnotations:
    spans = [Span(*m.span()) for m in _SENTENCE.finditer(text)]
    sentences = tuple(Sentence(span, TokenRange(0, 0), at) for at, span in enumerate(spans))
    return PartAnnotations(part, (), sentences, (), (), (), (), (), (), ())


def said(
    report: AnnotatedReport,
    content: str,
    chain: tuple[tuple[str | None, str, str], ...],
    cue: str,
    manner: Manner = "indirect",
    act: Act = "asserted",
    status: Status = "happened",
) -> AnnotatedReport:
    """The report with one more statement; each link is a name, a type and the words that stand for it."""
    links = tuple(
        Link(name, type_, None, passage(report, words).span if words else None, None)  # type: ignore[arg-type]
        for name, type_, words in chain
    )
    span = passage(report, content).span
    last = links[-1]
    statement = Statement(
        id=content_id(report.report.id, span),
        part="text",
        content=(span,),
        source=last.source,
        cue=passage(report, cue).span,
        manner=manner,
        act=act,
        status=status,
        scope="statement",
        hedged=False,
        within=None,
        speaker=Speaker(last.name, last.type, last.id, (), chain[-1][2]),
        chain=links,
        rule="speech verb",
        because=f"“{cue}” attributes the words to “{chain[-1][2]}”.",
    )
    return replace(report, statements=(*report.statements, statement))


def removed(report: AnnotatedReport, words: str, rule: str, because: str) -> AnnotatedReport:
    """The report with a stretch removed."""
    cut = Removal(passage(report, words).span, rule, because)
    return replace(report, report=replace(report.report, removed=(*report.report.removed, cut)))
