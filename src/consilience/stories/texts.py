"""A report's sentences as copies are told by: folded words, and how many of them stand outside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from consilience.lexicons import table
from consilience.model.report import Report, kept_paragraphs
from consilience.model.spans import Span, merged, overlap
from consilience.model.story import AnnotatedReport
from consilience.wording import words

_QUOTED = re.compile(r"[“«\"][^“”«»\"]*(?:[”»\"]|$)")
_POSTED = re.compile(r"^\W*(?:—|–|--|-)\s*[^@\n]{1,60}\(\s?@\w{1,30}\s?\)")
_NO_DAY = date(1970, 1, 1)
_SIZE = 5  # words of a shingle
_LEAST_OWN = 8  # words; a text with fewer is hardly anything but quotation, and is told by what it quotes
Shingles = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of a text: where it stands, its folded words, and those of them outside quotation marks."""

    span: Span
    words: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyText:
    """One report as copies are told by; shingles are sorted hashes of five words that stand outside quotation marks.

    `outlet` is who publishes it, folded; `agency_rule` says what names the agency; `day` is the ordinal of the one day the
    report states for itself, 0 where it states none.
    """

    report: str
    outlet: str | None
    agency: str | None
    sentences: tuple[OwnSentence, ...]
    shingles: Shingles
    agency_rule: str = ""
    day: int = 0

    def own_words(self) -> tuple[str, ...]:
        """The folded words outside quotation marks, in order."""
        return tuple(word for sentence in self.sentences for word in sentence.own)


def copy_text(annotated: AnnotatedReport, outlet: str | None) -> CopyText:
    """The text of one report, sentence by sentence; what it quotes is set apart, for two reports may quote one speech.

    `outlet` is its shown name, folded; it counts where the report does not know better who publishes it.
    """
    report = annotated.report
    quoted = _quoted(annotated)
    sentences = tuple(_sentence(report.text, span, quoted) for span in _spans(annotated))
    own = [sentence.own for sentence in sentences]
    if sum(map(len, own)) < _LEAST_OWN:
        own = [sentence.words for sentence in sentences]
    stated = report.agency
    own_site = table("agencies", "names").get(report.outlet_id or "") if stated is None else None
    return CopyText(
        report=report.id,
        outlet=report.outlet_id or outlet,
        agency=stated.value if stated else own_site,
        sentences=sentences,
        shingles=_shingles([word for listed in own for word in listed]),
        agency_rule=stated.rule if stated else "its own site" if own_site else "",
        day=_day(report),
    )


def _day(report: Report) -> int:
    """The ordinal of the one day the report states for itself; 0 for none, and for what a page prints whose clock stands."""
    published = report.published
    if published is None or published.earliest != published.latest or published.earliest <= _NO_DAY:
        return 0
    return published.earliest.toordinal()


def _spans(annotated: AnnotatedReport) -> list[Span]:
    """The report's sentences; its paragraphs where it has none."""
    found = [s.span for part in annotated.annotations.parts if part.part == "text" for s in part.sentences]
    return found or list(kept_paragraphs(annotated.report))


def _quoted(annotated: AnnotatedReport) -> tuple[Span, ...]:
    """Everything quoted: by marks, inside a paragraph, as the content of a direct or block statement, or as a post."""
    report = annotated.report
    paragraphs = kept_paragraphs(report)
    marked = [
        Span(paragraph.start + match.start(), paragraph.start + match.end())
        for paragraph in paragraphs
        for match in _QUOTED.finditer(report.text[slice(*paragraph)])
    ]
    marked += _posts(report.text, paragraphs)
    stated = [
        span
        for statement in annotated.statements
        if statement.part == "text" and statement.manner in ("direct", "block")
        for span in statement.content
    ]
    return merged(marked + stated)


def _posts(text: str, paragraphs: tuple[Span, ...]) -> list[Span]:
    """What somebody wrote on a network, shown as a paragraph with the signature "— NAME (@account)" below it."""
    signed = [n for n, paragraph in enumerate(paragraphs) if _POSTED.match(text[slice(*paragraph)])]
    return [span for n in signed for span in paragraphs[max(0, n - 1) : n + 1]]


def _sentence(text: str, span: Span, quoted: tuple[Span, ...]) -> OwnSentence:
    listed = words(text[slice(*span)])
    inside = [q for q in quoted if overlap(q, span)]
    if not inside:
        return OwnSentence(span, listed, listed)
    pieces, at = [], span.start
    for quote in inside:
        pieces.append(text[at : max(at, quote.start)])
        at = min(span.end, max(at, quote.end))
    pieces.append(text[at : span.end])
    return OwnSentence(span, listed, tuple(word for piece in pieces for word in words(piece)))


def _shingles(listed: list[str]) -> Shingles:
    """Sorted hashes of all runs of five words; a shorter text is one run."""
    if not listed:
        return np.zeros(0, np.uint64)
    runs = max(1, len(listed) - _SIZE + 1)
    return np.array(sorted({_hash(tuple(listed[i : i + _SIZE])) for i in range(runs)}), np.uint64)


def _hash(run: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b(" ".join(run).encode("utf-8", "backslashreplace"), digest_size=8).digest(), "big")
