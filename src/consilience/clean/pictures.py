"""Picture pages: where nothing but captions would be left, the words under the pictures are the report's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from consilience.clean.agency import agency_name
from consilience.clean.captions import caption_spans, credit_start
from consilience.clean.furniture import Furnished
from consilience.model.report import Removal, Stated
from consilience.model.spans import Span

NOTE = "it holds nothing but the words under pictures, which are kept as its text"
_PIECES = re.compile(r"\s*[/|,():]\s*|\bvia\b|\bby\b|\s{2,}", re.IGNORECASE)


def is_picture_page(done: Furnished) -> bool:
    """Whether no line but the headline is left and captions were removed."""
    left = (line for line in done.draft.kept() if line.number != done.draft.headline)
    return next(left, None) is None and any(removal.rule == "caption" for removal in done.removals)


def with_captions(done: Furnished) -> Furnished:
    """The page with its captions kept, each once and without its photo credit."""
    first = set(caption_spans(done.removals, done.draft.text))
    removals = [r for r in done.removals if r.rule != "caption"]
    for removal in done.removals:
        if removal.rule == "caption" and removal.span in first:
            removals += _credit(removal.span, done.draft.text)
        elif removal.rule == "caption":
            removals.append(Removal(removal.span, "repetition", "the page has printed this caption before"))
    gone = done.draft.gone - {line.number for line in done.draft.lines if line.span in first}
    return Furnished(replace(done.draft, gone=gone), tuple(sorted(removals, key=lambda r: (r.span, r.rule))))


def agency_of_pictures(done: Furnished) -> Stated | None:
    """On a picture page, the one agency that the photo credits name: it wrote the captions, too."""
    text = done.draft.text
    spans = [removal.span for removal in done.removals if removal.rule == "photo credit"]
    named = {name: span for span in reversed(spans) for name in _agencies(text[span.start : span.end])}
    if len(named) != 1:
        return None
    name, span = named.popitem()
    return Stated(name, "text", span, "photo credit")


def _credit(caption: Span, text: str) -> Iterator[Removal]:
    """What stands at a caption's end for credits; a page may print two in a row."""
    words = text[caption.start : caption.end]
    start = len(words)
    while (found := credit_start(words[:start].rstrip())) is not None and found < start:
        start = found
    if 0 < start < len(words):
        yield Removal(Span(caption.start + start, caption.end), "photo credit", "a photo credit at a caption's end")


def _agencies(credit: str) -> Iterator[str]:
    return (name for piece in _PIECES.split(credit) if (name := agency_name(piece)))
