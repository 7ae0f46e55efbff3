"""Who else carries a denial: reports that tell of it in words of their own ("has denied using live ammunition")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from consilience.lexicons import word_set
from consilience.model.account import Difference, Side
from consilience.model.spans import Passage, hull, overlap
from consilience.reconcile.library import Library, passages_at, sentence_span, text_at, text_of
from consilience.reconcile.voices import speakers_of
from consilience.wording import words

SHARED = 2
"""Words of content by which what is denied is known to be the same."""
_SHORT = 3  # letters up to which a word tells little


def with_all_who_deny(library: Library, found: Iterable[Difference]) -> Iterator[Difference]:
    """Denials with the sentences of further reports in which the same speaker denies the same, on the side that denies."""
    for one in found:
        if one.kind == "denial" and len(one.sides) == 2:
            yield replace(one, sides=tuple(_joined(library, side) for side in one.sides))
        else:
            yield one


def _joined(library: Library, side: Side) -> Side:
    """A side with the reports in which one of its speakers denies what shares words with it."""
    reports = {p.report for p in side.passages}
    speakers = {key for p in side.passages for key in _speakers(library, p)}
    said = {w for p in side.passages for w in content_words(library, text_at(library, p))}
    more: list[Passage] = []
    for report, told in library.reports.items():
        for statement in (s for s in told.statements if s.act == "denied" and report not in reports):
            text = text_of(told.report, statement.part)
            denied = content_words(library, " ".join(text[s.start : s.end] for s in statement.content))
            keys = {key for voice in speakers_of(library, report, statement) for key in voice.keys}
            if keys & speakers and len(denied & said) >= SHARED:
                sentence = sentence_span(library, report, statement.part, hull(statement.content))
                more += passages_at(library, report, statement.part, (sentence,))
    return replace(side, passages=tuple(dict.fromkeys((*side.passages, *more))))


def _speakers(library: Library, passage: Passage) -> set[str]:
    """Those whose words a passage holds."""
    touched = (
        s
        for s in library.reports[passage.report].statements
        if s.part == passage.part and any(overlap(span, passage.span) for span in s.content)
    )
    return {key for s in touched for voice in speakers_of(library, passage.report, s) for key in voice.keys}


def content_words(library: Library, text: str) -> set[str]:
    """The words of a text that are neither light nor parts of the story's names."""
    light = word_set("acts", "light") | library.name_words
    return {w for w in words(text) if len(w) > _SHORT and w not in light}
