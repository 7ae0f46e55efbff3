"""Headline against body: words that a headline puts in quotation marks and that the text has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.model.account import Difference, Side
from consilience.model.ids import content_id
from consilience.model.spans import Passage, overlap
from consilience.model.story import AnnotatedReport
from consilience.reconcile.library import Library, passages_at, sentence_span, text_at, words_at
from consilience.reconcile.timeline import headline_passage
from consilience.wording import plain_marks, words

_MARKED = re.compile(r"(?<!\w)([\"'])(?P<said>\S.*?\S)\1(?!\w)")
_LEAST = 600  # letters of a text that is more than a headline's summary
_FEW = 2  # words in marks from which they are more than a name
_LONG, _STEM = 4, 4  # letters from which a word tells something; that two forms of a word share
_BECAUSE = "the headline puts words in marks that the text has otherwise"


def headline_words(library: Library) -> Iterator[Difference]:
    """Words in marks in a headline that its own text nowhere has, though somebody there says nearly the same."""
    for told in library.reports.values():
        headline = headline_passage(told)
        if headline is None or len(told.report.text) < _LEAST:
            continue
        text = text_at(library, headline)
        for match in _MARKED.finditer(plain_marks(text)):
            said = words(match["said"])
            if len(said) >= _FEW and not _stands(said, _body(told, headline)):
                side = Side(text[match.start("said") : match.end("said")], (headline,), ())
                yield from _difference(library, told, side, said)


def _body(told: AnnotatedReport, headline: Passage) -> tuple[str, ...]:
    """The words of the text without the headline."""
    text = told.report.text
    if headline.part == "text":
        text = f"{text[: headline.span.start]} {text[headline.span.end :]}"
    return words(text)


def _stands(said: tuple[str, ...], body: tuple[str, ...]) -> bool:
    """Whether words stand in a text in their order, in whatever form ("show" for "showing"), or have a number in them."""
    short, long = tuple(w[:_STEM] for w in said), tuple(w[:_STEM] for w in body)
    runs = (long[i : i + len(short)] for i in range(len(long) - len(short) + 1))
    return any(any(c.isdigit() for c in w) for w in said) or short in runs


def _difference(library: Library, told: AnnotatedReport, headline: Side, said: tuple[str, ...]) -> Iterator[Difference]:
    """The quotations of the text that have all the telling words of the headline's, the shortest first."""
    telling = {w[:_STEM] for w in said if len(w) >= _LONG}
    found = []
    for statement in told.statements:
        near = {w[:_STEM] for span in statement.content for w in words(told.report.text[span.start : span.end])}
        printed = any(p.part == "text" and overlap(p.span, s) for p in headline.passages for s in statement.content)
        if statement.part == "text" and statement.manner != "indirect" and not printed and telling and telling <= near:
            place = statement.content[0]
            sentence = sentence_span(library, told.report.id, "text", place)
            found.append((len(near), passages_at(library, told.report.id, "text", (sentence,))))
    passages = min(found)[1] if found else ()
    if passages:
        sides = (headline, Side(words_at(library, passages), passages, ()))
        id_ = "d" + content_id("difference", "headline", tuple(p for side in sides for p in side.passages))
        yield Difference(id_, "headline", "not comparable", (), sides, _BECAUSE)
