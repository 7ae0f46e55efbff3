"""Speakers told of by a noun alone whom the same report names later: "a senior engineer", "mill boss" in a headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consilience.lexicons import table, word_set
from consilience.model.event import Proposition
from consilience.model.report import Report
from consilience.model.spans import Part, Span, overlap
from consilience.model.statement import Statement
from consilience.quotation import quotations
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.wording import words

_NEXT = 2  # sentences behind the unnamed one in which the name must come
_TITLE = 12  # characters before a name that hold a title
_FEW = 2  # quoted words that tell whose they are
_HIDDEN = frozenset(("anonymity", "anonymous", "anonymously", "identified", "named", "unnamed"))
_ONE = ("a", "an")


def named_later(library: Library, report: str, statement: Statement) -> str | None:
    """The actor whom a speaker without a name is: who is named right after by the same office, or says the quoted words."""
    if statement.speaker is None or statement.speaker.members:
        return None
    return _named_right_after(library, report, statement) or _says_the_same(library, report, statement)


def _named_right_after(library: Library, report: str, statement: Statement) -> str | None:
    """For "a senior engineer" the one person of the next sentences who speaks there, is first named there and called so."""
    said = words(statement.speaker.words) if statement.speaker is not None else ()
    if len(said) < _FEW or said[0] not in _ONE or _hidden(library, report, statement):
        return None
    place = _place(statement)
    spoken = ((a, _place(s)) for a, s in _spoken(library, report) if library.actors[a].type == "person")
    near = {a for a, at in spoken if 0 < _sentences_between(library, report, statement, at) <= _NEXT}
    office = {w for w in said if w in word_set("speakers", "persons")}
    return _only(a for a in near if _first_named(library, report, a) > place and _called(library, report, a) & office)


def _says_the_same(library: Library, report: str, statement: Statement) -> str | None:
    """For a speaker in a headline the one person who says in the text what the headline puts in marks."""
    if not _in_headline(library.reports[report].report, statement):
        return None
    return _who_says(library, report, statement.part, statement.content)


def headline_speaker(library: Library, proposition: Proposition) -> str | None:
    """The one person who says in the text what a headline without a speaker puts in marks."""
    if not in_headline(library.reports[proposition.report].report, proposition):
        return None
    return _who_says(library, proposition.report, proposition.part, proposition.spans)


def _who_says(library: Library, report: str, part: Part, spans: Sequence[Span]) -> str | None:
    """The one person in whose statements the quoted words stand that some spans of a headline touch."""
    text = text_of(library.reports[report].report, part)
    inside = [q.span for q in quotations(text, library.parts[report, part].paragraphs)]
    quoted = [words(text[slice(*span)]) for span in inside if any(overlap(span, s) for s in spans)]
    return _only(a for said in quoted if len(said) >= _FEW for a in _saying(library, report, " ".join(said)))


def _saying(library: Library, report: str, said: str) -> Iterator[str]:
    """The actors in whose statements in the text some words stand."""
    told = library.reports[report].report
    for actor, other in _spoken(library, report):
        text = text_of(told, other.part)
        content = " ".join(w for span in other.content for w in words(text[slice(*span)]))
        if f" {said} " in f" {content} " and not _in_headline(told, other):
            yield actor


def _in_headline(told: Report, statement: Statement) -> bool:
    if statement.part == "title":
        return True
    return told.headline is not None and any(overlap(c, told.headline) for c in statement.content)


def _spoken(library: Library, report: str) -> Iterator[tuple[str, Statement]]:
    """The statements of a report whose speakers are actors, each with the actor."""
    for (told_in, _), statement in library.statements.items():
        actor = library.actor_of.get(statement.speaker.id or "") if statement.speaker is not None else None
        if told_in == report and actor is not None:
            yield actor, statement


def _called(library: Library, report: str, actor: str) -> set[str]:
    """The words by which a person is called, titles as the nouns they stand for: "Dr" is a doctor."""
    titles = table("titles", "nouns")
    told = (*library.described.get(actor, ()), *_titled(library, report, actor))
    return {titles.get(w, w) for said in told for w in words(said)}


def _titled(library: Library, report: str, actor: str) -> Iterator[str]:
    """The words right before a person's name."""
    for entity in library.reports[report].annotations.entities:
        if library.actor_of.get(entity.id) == actor:
            for mention in entity.mentions:
                text = text_of(library.reports[report].report, mention.part)
                yield text[max(0, mention.span.start - _TITLE) : mention.span.end]


def _first_named(library: Library, report: str, actor: str) -> int:
    entities = (e for e in library.reports[report].annotations.entities if library.actor_of.get(e.id) == actor)
    return min((m.span.start for e in entities for m in e.mentions if m.part == "text"), default=-1)


def _sentences_between(library: Library, report: str, statement: Statement, place: int) -> int:
    starts = [s.span.start for s in library.parts[report, statement.part].sentences]
    return sum(_place(statement) < start <= place for start in starts)


def _hidden(library: Library, report: str, statement: Statement) -> bool:
    """Whether the sentence says that somebody wants to stay unnamed."""
    at = _place(statement)
    span = sentence_span(library, report, statement.part, Span(at, at))
    text = text_of(library.reports[report].report, statement.part)
    return bool(_HIDDEN & set(words(text[span.start : span.end])))


def _place(statement: Statement) -> int:
    return min((s.start for s in (statement.source, *statement.content) if s is not None), default=0)


def _only(found: Iterable[str]) -> str | None:
    listed = set(found)
    return listed.pop() if len(listed) == 1 else None
