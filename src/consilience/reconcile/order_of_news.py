"""Before or after the news: somebody acted on hearing of a thing, and others say that it was before any word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.lexicons import word_list, word_set
from consilience.model.account import Difference, Side
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.reconcile.voices import speakers_of
from consilience.trees import tokens_within
from consilience.wording import fold

_REACH = 60  # letters after the word for news in which its thing is named
_BECAUSE = "in the one it was done on the news of a thing, in the other before any word of it"


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody's words set before or after the news of which things, and their sentence."""

    report: str
    voice: str
    things: frozenset[str]
    passages: tuple[Passage, ...]


def order_of_news(library: Library) -> Iterator[Difference]:
    """What some set after the news of a thing and others before any word of it."""
    after = list(_told(library, _pattern("upon", r"(?:\w+\s+){0,2}?")))
    for before in _told(library, _pattern("ahead_of", "")):
        against = [a for a in after if a.things & before.things and a.voice != before.voice]
        if against:
            passages = tuple(dict.fromkeys(p for a in against for p in a.passages))
            first = Side(words_at(library, against[0].passages), passages, ())
            sides = (first, Side(words_at(library, before.passages), before.passages, ()))
            id_ = "d" + content_id("difference", "order", tuple(p for side in sides for p in side.passages))
            yield Difference(id_, "day", "conflict", (), sides, _BECAUSE)
            return


def _pattern(openings: str, between: str) -> re.Pattern[str]:
    """What leads to the news, and a word for it."""
    first, news = ("|".join(map(re.escape, word_list("told_otherwise", name))) for name in (openings, "news"))
    return re.compile(rf"\b(?:{first})\s+{between}(?:{news})\b")


def _told(library: Library, pattern: re.Pattern[str]) -> Iterator[_Told]:
    for report, told in library.reports.items():
        for statement in told.statements:
            voices = speakers_of(library, report, statement)
            for span in statement.content if len(voices) == 1 else ():
                text = text_of(told.report, statement.part)
                match = pattern.search(fold(text[span.start : span.end]))
                if match is not None:
                    place = Span(span.start + match.end(), min(span.end, span.start + match.end() + _REACH))
                    sentence = sentence_span(library, report, statement.part, Span(place.start - 1, place.start))
                    passages = passages_at(library, report, statement.part, (sentence,))
                    yield _Told(report, voices[0].keys[0], _things(library, report, statement, place), passages)


def _things(library: Library, report: str, statement: Statement, place: Span) -> frozenset[str]:
    """The plain nouns in a stretch of words."""
    tokens = library.parts[report, statement.part].tokens
    inside = (tokens[i] for i in range(*tokens_within(tokens, place)))
    return frozenset(fold(t.lemma) for t in inside if t.pos == "NOUN") - word_set("acts", "light")
