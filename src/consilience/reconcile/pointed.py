"""Speakers who are named once and then told of by a noun alone: "the ministry", "the company", "the chairwoman"."""

from __future__ import annotations

import re
from collections import Counter

from consilience.lexicons import word_set
from consilience.model.annotations import Entity
from consilience.model.spans import Part
from consilience.model.statement import Speaker, Statement
from consilience.reconcile.library import Library, text_of
from consilience.wording import fold, words

_SMALL = frozenset(
    ("a", "an", "and", "any", "each", "every", "for", "in", "its", "no", "of", "or", "own", "the", "their")
)
_BODIES = frozenset(("company", "organisation"))
_LEADS = 2  # times as often as any other body of its report is the leading one named
_NEAR = 4  # sentences in which the body that is pointed back at must have been named
_CLOSE = 400  # characters within which somebody unnamed is pointed back at
_BARE = 2  # words of "the president"
_SPOKEN = ("spokesman", "spokesperson", "spokeswoman", "statement")
_LONGEST = 5  # words of a noun phrase that points back


def in_full(library: Library, report: str, statement: Statement) -> str | None:
    """The one body of its kind that the report has named before a speaker who is called by the kind alone."""
    speaker = statement.speaker
    listed = [w for w in words(speaker.name or speaker.words if speaker else "") if w not in ("the", "its", "this")]
    if len(listed) != 1 or listed[0] not in word_set("stakes", "kinds"):
        return None
    text = text_of(library.reports[report].report, statement.part)
    before = re.finditer(rf"\b((?:[A-Z][\w'’]+ )*[\w'’]+) (?i:{listed[0]})(?!\w)", text[: _place(statement)])
    called = {fold(m[1].split()[-1]): m[0] for m in before}
    named = {word: found for word, found in called.items() if word not in _SMALL}
    return " ".join(_own_words(next(iter(named.values())))) if len(named) == 1 else None


def _own_words(found: str) -> list[str]:
    """The words of a name, without the small words before it."""
    listed = found.split()
    while fold(listed[0]) in _SMALL:
        listed = listed[1:]
    return listed


def _place(statement: Statement) -> int:
    return min((s.start for s in (statement.source, *statement.content) if s is not None), default=0)


def company_meant(library: Library, report: str, statement: Statement) -> str | None:
    """The actor whom "the company" or "the software giant" means: the company that leads the report and was named last."""
    said = words(statement.speaker.words or statement.speaker.name or "" if statement.speaker else "")
    firm = said[:1] in (("the",), ("its",), ()) or len(said) == 1
    if not said or not firm or len(said) > _LONGEST or said[-1] not in word_set("stakes", "firms"):
        return None
    place = statement.source.start if statement.source is not None else _place(statement)
    return body_before(library, report, statement.part, place)


def spokesman_of(library: Library, report: str, statement: Statement) -> str | None:
    """The actor whose "a spokesman" or "a statement" is: the body that leads the report and was named last."""
    said = [w for w in words(statement.speaker.words if statement.speaker else "") if w != "a"]
    if len(said) != 1 or said[0] not in _SPOKEN or statement.source is None:
        return None
    return body_before(library, report, statement.part, statement.source.start)


def body_before(library: Library, report: str, part: Part, place: int) -> str | None:
    """The one body that leads a report, where the last sentence before a place that names any body names it first."""
    bodies = [e for e in library.reports[report].annotations.entities if e.type in _BODIES and e.id in library.actor_of]
    lead = _leading(bodies)
    sentences = [s.span for s in library.parts[report, part].sentences if s.span.start <= place]
    for sentence in sentences[::-1][:_NEAR]:
        named = sorted(
            (m.span.start, e.id)
            for e in bodies
            for m in e.mentions
            if m.part == part and sentence.start <= m.span.start < min(sentence.end, place)
        )
        if named:
            return library.actor_of[named[0][1]] if named[0][1] == lead else None
    return None


def _leading(bodies: list[Entity]) -> str | None:
    """The body that is named twice as often as any other of its report."""
    counts = Counter({e.id: len(e.mentions) for e in bodies}).most_common(2)
    alone = len(counts) == 1 or (len(counts) > 1 and counts[0][1] >= _LEADS * counts[1][1])
    return counts[0][0] if counts and alone else None


def office_meant(library: Library, report: str, statement: Statement) -> str | None:
    """The person whom an office alone means ("the guild chairwoman"): the only one of the story who is called so.

    The report must have named that person before.
    """
    speaker = statement.speaker
    said = words(speaker.words if speaker else "")
    offices = word_set("stakes", "heads") | word_set("stakes", "offices")
    if speaker is None or speaker.id or said[:1] != ("the",) or len(said) > _LONGEST or said[-1] not in offices:
        return None
    holders = {a for a, told in library.described.items() if any(said[-1] in words(d) for d in told)}
    holders &= {a.id for a in library.frame.actors if a.type == "person"}
    plain = {a for a in holders if any(words(d) == said[-1:] for d in library.described[a])}
    holders = plain if len(said) == _BARE and len(plain) == 1 else holders
    if len(holders) != 1:
        return None
    holder = next(iter(holders))
    entities = (e for e in library.reports[report].annotations.entities if library.actor_of.get(e.id) == holder)
    place = _place(statement)
    before = any(m.part == statement.part and m.span.start < place for e in entities for m in e.mentions)
    return holder if before else None


def unnamed_before(library: Library, report: str, statement: Statement) -> Speaker | None:
    """The unnamed source whom "one of them" or "the insider" means: the one who spoke last, right before."""
    listed = words(statement.speaker.words) if statement.speaker is not None else ()
    points = listed[:_BARE] == ("one", "of") or (len(listed) == _BARE and listed[0] == "the")
    if not points or statement.source is None:
        return None
    here = statement.source.start
    before = [
        (s.source.start, s)
        for (told_in, _), s in library.statements.items()
        if told_in == report and s.part == statement.part and s.source and here - _CLOSE <= s.source.start < here
    ]
    last = max(before, key=lambda pair: pair[0])[1] if before else None
    if last is None or last.speaker is None or last.speaker.id is not None:
        return None
    officials = listed[-1:] == words(last.speaker.words)[-1:]  # "two officials said …", "one of the officials said"
    if last.speaker.type != "anonymous" and not (last.speaker.type == "group" and officials):
        return None
    return unnamed_before(library, report, last) or last.speaker
