"""Quotation marks at the ends of a wording: an open one is closed where its text closes it, a lone one goes."""

from __future__ import annotations

import re
from dataclasses import replace

from consilience.model.spans import Passage, Span
from consilience.reconcile.library import Library, sentence_span, text_of

_TO_CLOSE = 120  # letters within which an open quotation is closed
_EITHER = re.compile(r"``|''|\"")
_CLOSING = re.compile(r"''|[\"”]")
_AT_ONCE = re.compile(r"\s?(?:''|[\"”])")
_FIRST = re.compile(r"(?:``|''|[\"“])\s*")
_LAST = re.compile(r"\s*[,.]?\s*(?:''|[\"”])$")


def unbalanced(said: str) -> bool:
    """Whether a quotation is opened or closed alone."""
    return said.count("“") != said.count("”") or len(_EITHER.findall(said)) % 2 == 1


def with_mark(library: Library, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places with the closing quotation mark that belongs to an opening one in them, or the other way round, and
    without a lone mark at an end."""
    if not passages:
        return ()
    last = passages[-1]
    text = text_of(library.reports[last.report].report, last.part)
    said = " ".join(text[p.span.start : p.span.end] for p in passages)
    if not unbalanced(said):
        return passages
    opened = said.count("“") > said.count("”") or len(_EITHER.findall(said)) % 2 == 1
    end = _end(library, last) if opened else None
    if end is not None:
        return (*passages[:-1], replace(last, span=Span(last.span.start, end)))
    before = text[max(0, last.span.start - 1) : last.span.start]
    if len(passages) == 1 and before in ("“", '"') and said.count("”") >= said.count("“"):
        return (replace(last, span=Span(last.span.start - 1, last.span.end)),)
    return _without_lone(text, passages)


def _end(library: Library, passage: Passage) -> int | None:
    """Where a quotation that is open at the end of a passage is closed, at once or soon in the same sentence."""
    text = text_of(library.reports[passage.report].report, passage.part)
    at_once = _AT_ONCE.match(text, passage.span.end)
    if at_once is not None:
        return at_once.end()
    sentence = sentence_span(library, passage.report, passage.part, passage.span)
    rest = text[passage.span.end : min(sentence.end, passage.span.end + _TO_CLOSE)]
    found = _CLOSING.search(rest)
    if found is None or set("“\n") & set(rest[: found.start()]):
        return None
    return passage.span.end + found.end()


def _without_lone(text: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The places without a mark at their first or last character that makes them uneven."""
    first, last = passages[0], passages[-1]
    found = _FIRST.match(text, first.span.start, first.span.end)
    if found is not None and found.end() < first.span.end:
        return (replace(first, span=Span(found.end(), first.span.end)), *passages[1:])
    closing = _LAST.search(text[last.span.start : last.span.end])
    if closing is not None and closing.start() > 0:
        return (*passages[:-1], replace(last, span=Span(last.span.start, last.span.start + closing.start())))
    return passages
