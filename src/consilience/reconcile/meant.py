"""Whom the pronouns of a wording mean, where the sentence before names them and the wording does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consilience.model.annotations import PartAnnotations, Reference
from consilience.model.spans import Passage, Span, covers
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, text_of, words_at
from consilience.reconcile.pointing import pointers
from consilience.reconcile.taken_up import in_quotation, taken_up
from consilience.wording import words

_PERSONS = frozenset(("he", "her", "him", "his", "she"))
_FIRST = re.compile(r"\bI\b|(?<![\w'’])(?:me|my|our|ours|us|we)\b|(?:^|[.!?]\s)\W*(?:My|Our|We)\b")
_JOINED = re.compile(r"[’'](?:d|ll|re|s|ve)\b")  # "he's": a name goes behind it
_LEAD = 2  # words before a pronoun that owns within which nobody else can be its owner
_GROUP = 5  # words of a noun that may stand for who is meant
_ARTICLES = frozenset(("a", "an", "the"))
_QUOTED = ("block", "direct", "mixed")


def legible(library: Library, passages: Sequence[Passage]) -> str:
    """The words at passages, with the name of whoever "he" or "she" means in brackets where the words do not tell it, and
    with who speaks before them where that is "I" or "we".

    Only where one person is by far the likeliest; nobody is put in for "it" and "they".
    """
    said, speaking = with_names(library, passages), _speaking(library, passages)
    if said.count("“") > said.count("”"):
        said = f"{said.rstrip('.')} […]”"  # the quotation goes on in the next sentence
    return f"[{speaking}:] {said}" if speaking else said


def with_names(library: Library, passages: Sequence[Passage]) -> str:
    """The words at passages with whom or what they point at in brackets, where the report surely tells it."""
    said = words_at(library, passages)
    for span, name in sorted(meant(library, passages), reverse=True):
        at = len(words_at(library, _up_to(passages, span.end)))
        joined = _JOINED.match(said, at)
        at = joined.end() if joined is not None else at
        said = f"{said[:at]} [{name}]{said[at:]}"
    return said


def _speaking(library: Library, passages: Sequence[Passage]) -> str:
    """The name of the one person or body that says "I" or "we" at passages, where the words do not tell it."""
    if not passages:
        return ""
    statements = [
        s
        for s in library.reports[passages[0].report].statements
        if s.part == passages[0].part and all(any(covers(c, p.span) for c in s.content) for p in passages)
    ]
    inner = min(statements, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)
    if (
        inner is None
        or inner.speaker is None
        or not inner.speaker.name
        or _FIRST.search(words_at(library, passages)) is None
    ):
        return ""
    actor = library.actors.get(library.actor_of.get(inner.speaker.id or "", ""))
    return inner.speaker.name if actor is None else actor.name


def tells_whom(library: Library, passage: Passage, span: Span) -> bool:
    """Whether the pronoun at a span of a passage is one for which a name can be put in."""
    return any(found == span for found, _ in meant(library, (passage,)))


def _up_to(passages: Sequence[Passage], end: int) -> tuple[Passage, ...]:
    before = (replace(p, span=Span(p.span.start, min(p.span.end, end))) for p in passages if p.span.start < end)
    return tuple(before)


def meant(library: Library, passages: Sequence[Passage]) -> Iterator[tuple[Span, str]]:
    """The words that point at somebody or something outside the passages, with who or what is meant, each once."""
    if not passages:
        return
    report, name = passages[0].report, passages[0].part
    part = library.parts.get((report, name))
    if part is not None:
        yield from taken_up(library, passages)
    inside = [] if part is None else [r for r in part.references if any(covers(p.span, r.span) for p in passages)]
    text = text_of(library.reports[report].report, name)
    told = {word for p in passages for word in words(text[p.span.start : p.span.end])}
    known = {library.actor_of.get(r.entity or "") for r in inside if r.kind != "pronoun"} - {None}
    begin, alone = passages[0].span.start, pointers(library, passages)
    for reference in inside:
        if part is None or reference.kind != "pronoun" or text[slice(*reference.span)].casefold() not in _PERSONS:
            continue
        who = library.actor_of.get(reference.entity or "")
        late = reference.entity is None or (_owns(part, reference) and _late(reference, text, begin))
        beside = late and (reference.span not in alone or in_quotation(text, part, reference.span.start))
        called = "" if who in known or beside else _called(library, part, reference, text)
        if called and called not in known and not _stands(called, told) and not _self(library, passages[0], reference):
            yield reference.span, called + "'s" * _owns(part, reference)
        known |= {who or called, called}


def _owns(part: PartAnnotations, reference: Reference) -> bool:
    """Whether a pronoun says whose something is."""
    return part.tokens[reference.tokens.first].tag == "PRP$"


def _late(reference: Reference, text: str, begin: int) -> bool:
    """Whether a pronoun that owns stands where somebody of the same words may own it ("… against his client")."""
    said = text[slice(*reference.span)].casefold()
    return said in ("his", "her") and len(words(text[begin : reference.span.start])) > _LEAD


def _called(library: Library, part: PartAnnotations, reference: Reference, text: str) -> str:
    """The name of who is meant, or a short noun for somebody without one; empty where nothing tells."""
    if reference.entity is not None:
        actor = library.actors.get(library.actor_of.get(reference.entity, ""))
        if actor is None or actor.type != "person" or "'s" in actor.name.replace("’", "'"):
            return ""
        known = " " in actor.name or bool(library.described.get(actor.id))
        return actor.name if known and _named_last(library, part, reference) else ""
    if reference.antecedent is None or reference.antecedent.last - reference.antecedent.first > _GROUP:
        return ""
    group = part.tokens[slice(*reference.antecedent)]
    said = " ".join(text[group[0].start : group[-1].end].split()) if group else ""
    if " of " in said:
        return ""
    first, _, rest = said.partition(" ")
    return f"{first.casefold()} {rest}" if first.casefold() in _ARTICLES and rest else ""


def _named_last(library: Library, part: PartAnnotations, reference: Reference) -> bool:
    """Whether nobody else was named between the last name of who is meant and the pronoun."""
    before = [r for r in part.references if r.kind != "pronoun" and r.span.start < reference.span.start]
    actors = [library.actor_of.get(r.entity or "") for r in sorted(before, key=lambda r: r.span)]
    people = [a for a in actors if a is not None and a in library.actors and library.actors[a].type == "person"]
    return not people or people[-1] == library.actor_of.get(reference.entity or "")


def _stands(called: str, told: set[str]) -> bool:
    """Whether the words tell who is meant by the last word of the name or noun."""
    last = words(called)[-1:]
    return bool(last) and (last[0] in told or f"{last[0]}'s" in told)


def _self(library: Library, passage: Passage, reference: Reference) -> bool:
    """Whether it would be the speaker of the quotation in which the pronoun stands, who does not call oneself "he"; in
    reported words whose speaker is told beside them "he" may be either."""
    statements = library.reports[passage.report].statements
    here = [s for s in statements if s.part == passage.part]
    if any(_reported(s, passage, reference) for s in here):
        return True
    around = (s for s in here if s.manner in _QUOTED and any(covers(c, reference.span) for c in s.content))
    mine = library.actor_of.get(reference.entity or "")
    return any(s.speaker is not None and mine == library.actor_of.get(s.speaker.id or "") for s in around)


def _reported(statement: Statement, passage: Passage, reference: Reference) -> bool:
    """Whether a pronoun stands in the reported words of a person who is told in the passage as well."""
    told = statement.source is not None and covers(passage.span, statement.source)
    person = statement.speaker is not None and statement.speaker.type == "person"
    return (
        told and person and statement.manner == "indirect" and any(covers(c, reference.span) for c in statement.content)
    )
