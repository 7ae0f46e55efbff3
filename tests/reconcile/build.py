"""Annotated reports made by hand from short texts: what the real stages would say of them, in a line a clause."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from consilience.days import resolve
from consilience.model.annotations import (
    Annotations,
    Entity,
    EntityType,
    Name,
    PartAnnotations,
    PlaceKind,
    PlaceMention,
    Quantity,
    Sentence,
    Token,
)
from consilience.model.event import Participant, Proposition
from consilience.model.ids import content_id
from consilience.model.report import Report, Stated
from consilience.model.spans import Passage, Span, TokenRange
from consilience.model.statement import Act, Link, Manner, Speaker, Statement, Status
from consilience.model.story import AnnotatedReport, Family, Membership, Story
from consilience.model.time import Moment, TimeMention
from consilience.wording import fold

_SMALL = set("a an the of in on at to by for with and or from as its his her their".split())
_PRONOUNS = set("he she it they we i who which that this".split())
_VERBS = set("say enter kill die fire shoot deny sign visit open meet promise leave hold clear block find".split())
_FORMS = {
    "killed": "kill", "died": "die", "fired": "fire", "entered": "enter", "visits": "visit", "opened": "open",
    "met": "meet", "signed": "sign", "cleared": "clear", "found": "find", "held": "hold", "shot": "shoot",
}  # fmt: skip


@dataclass(frozen=True)
class Says:
    """Somebody's statement: who, how, and what the words do."""

    name: str | None
    manner: Manner = "indirect"
    act: Act = "asserted"
    type: EntityType = "person"
    members: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Clause:
    """A proposition by its words, which must stand in the text."""

    words: str
    act: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    says: Says | None = None
    status: Status = "happened"
    negated: bool = False
    counts: tuple[tuple[str, str, float | None, float | None], ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, PlaceKind], ...] = ()


@dataclass(frozen=True)
class Draft:
    """A report to be made: its text, its clauses, the entities it names."""

    source: str
    text: str
    clauses: tuple[Clause, ...] = ()
    names: tuple[tuple[str, EntityType], ...] = ()
    described: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outlet: str | None = None
    published: date | None = None
    agency: str | None = None
    title: str = ""


def made(draft: Draft) -> AnnotatedReport:
    """The annotated report of a draft."""
    report = _report(draft)
    entities = tuple(_entity(report, draft, name, kind) for name, kind in draft.names)
    tokens = _tokens(draft.text)
    sentences = _sentences(draft.text, tokens)
    times = tuple(t for c in draft.clauses for t in _times(draft, c))
    places = tuple(p for c in draft.clauses for p in _places(draft, c))
    numbers = tuple(q for c in draft.clauses for q in _numbers(draft, c))
    names = tuple(
        Name(p.span, _range(tokens, p.span), "PERSON" if e.type == "person" else "ORG", e.id)
        for e in entities
        for p in e.mentions
    )
    part = PartAnnotations("text", (), sentences, tokens, names, (), (), times, places, numbers)
    statements: dict[Says | None, Statement]
    statements = {c.says: _statement(draft, report, entities, c) for c in draft.clauses if c.says is not None}
    propositions = tuple(_proposition(draft, report, entities, sentences, statements, c) for c in draft.clauses)
    return AnnotatedReport(report, Annotations((part,), entities), tuple(statements.values()), (), propositions)


def story(reports: Sequence[AnnotatedReport], families: Sequence[Sequence[str]] = ()) -> Story:
    """A story of the reports; `families` lists sources of reports that are copies of each other."""
    ids = {told.report.source: told.report.id for told in reports}
    grouped = {s for family in families for s in family}
    listed = [tuple(sorted(ids[s] for s in family if s in ids)) for family in families]
    listed += [(ids[s],) for s in sorted(ids) if s not in grouped]
    made_families = tuple(
        Family(content_id(members), "copy" if len(members) > 1 else "alone", members, None, "")
        for members in sorted(listed)
    )
    members = tuple(sorted(ids.values()))
    return Story(content_id(members), members, tuple(Membership(m, "") for m in members), made_families, ())


def vector_of(words: str) -> bytes:
    """A vector that is the likelier another's the more words they share."""
    sums = [0] * 384
    for word in re.findall(r"\w+", fold(words)):
        seed = zlib.crc32(word.encode())
        for k in range(6):
            sums[(seed >> (4 * k)) % 384] += 1
    size = sum(s * s for s in sums) ** 0.5 or 1
    return bytes(min(127, round(127 * s / size)) for s in sums)


def _report(draft: Draft) -> Report:
    moment = Moment(draft.published, draft.published) if draft.published else None
    stated = Stated(draft.outlet, None, None, "given") if draft.outlet else None
    agency = Stated(draft.agency, None, None, "given") if draft.agency else None
    return Report(
        id=content_id("report", draft.source, draft.text), source=draft.source, kind="text", state="accepted",
        reason="", sha256="", encoding="utf-8", language="en", text=draft.text, title=draft.title, headline=None,
        outlet=stated, byline=None, dateline=None, agency=agency, place_of_writing=None, published=moment,
        published_stated=None, url=None, removed=(), captions=(), damage=(), layer_map=(),
    )  # fmt: skip


def _all(text: str, words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]


def _at(text: str, words: str, inside: Span | None = None) -> Span:
    found = [s for s in _all(text, words) if inside is None or inside.start <= s.start < inside.end]
    assert found, f"{words!r} does not stand in {text!r}"
    return found[0]


def _entity(report: Report, draft: Draft, name: str, kind: EntityType) -> Entity:
    mentions = tuple(Passage(report.id, "text", span) for span in _all(draft.text, name))
    return Entity(content_id(report.id, name), name, kind, None, (), draft.described.get(name, ()), mentions)


def _tokens(text: str) -> tuple[Token, ...]:
    found = []
    for match in re.finditer(r"\w+(?:['’]\w+)*|[^\w\s]", text):
        word = match.group()
        folded = fold(word)
        pos = "NOUN"
        if not word[0].isalnum():
            pos = "PUNCT"
        elif folded in _SMALL:
            pos = "ADP"
        elif folded in _PRONOUNS:
            pos = "PRON"
        elif folded in _VERBS or folded in _FORMS:
            pos = "VERB"
        elif word[0].isupper() and match.start() > 0:
            pos = "PROPN"
        lemma = _FORMS.get(folded, folded)
        found.append(Token(match.start(), match.end(), word, lemma, pos, "", "", -1, "root"))
    return tuple(found)


def _sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    found = []
    at = 0
    paragraph = 0
    for match in re.finditer(r"[^.!?\n]+(?:[.!?]+[”\"]?|\n|$)", text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        if start == end:
            continue
        paragraph += text.count("\n", at, start)
        at = start
        found.append(Sentence(Span(start, end), _range(tokens, Span(start, end)), paragraph))
    return tuple(found)


def _range(tokens: Sequence[Token], span: Span) -> TokenRange:
    inside = [i for i, t in enumerate(tokens) if span.start <= t.start < span.end]
    return TokenRange(inside[0], inside[-1] + 1) if inside else TokenRange(0, 0)


def _times(draft: Draft, clause: Clause) -> list[TimeMention]:
    place = _at(draft.text, clause.words)
    found = []
    for words, form in clause.times:
        moment = resolve(form, "past", draft.published)
        span = _at(draft.text, words, place)
        found.append(TimeMention("text", span, form, "point", "day", "past", draft.published, moment, ""))
    return found


def _places(draft: Draft, clause: Clause) -> list[PlaceMention]:
    place = _at(draft.text, clause.words)
    return [
        PlaceMention("text", _at(draft.text, words, place), words, kind, None, None, None, "")
        for words, kind in clause.places
    ]


def _numbers(draft: Draft, clause: Clause) -> list[Quantity]:
    place = _at(draft.text, clause.words)
    return [
        Quantity("text", _at(draft.text, words, place), low, high, unit, None)
        for words, unit, low, high in clause.counts
    ]


def _person(draft: Draft, entities: Sequence[Entity], name: str) -> Participant:
    entity = next((e for e in entities if e.name == name), None)
    return Participant(_at(draft.text, name), name, entity.id if entity else None, None)


def _statement(draft: Draft, report: Report, entities: Sequence[Entity], clause: Clause) -> Statement:
    says = clause.says
    assert says is not None
    content = tuple(_at(draft.text, c.words) for c in draft.clauses if c.says == says)
    entity = next((e for e in entities if e.name == says.name), None)
    speaker = Speaker(says.name, says.type, entity.id if entity else None, says.members, says.words or says.name or "")
    link = Link(says.name, says.type, speaker.id, None, None)
    return Statement(
        content_id(report.id, content, says.name), "text", content, None, None, says.manner, says.act, clause.status,
        "statement", False, None, speaker, (link,), "given", "",
    )  # fmt: skip


def _proposition(
    draft: Draft,
    report: Report,
    entities: Sequence[Entity],
    sentences: Sequence[Sentence],
    statements: dict[Says | None, Statement],
    clause: Clause,
) -> Proposition:
    span = _at(draft.text, clause.words)
    number = next(i for i, s in enumerate(sentences) if s.span.start <= span.start < s.span.end)
    return Proposition(
        id=content_id(report.id, span), report=report.id, part="text", sentence=number, spans=(span,),
        statement=statements[clause.says].id if clause.says else None, act=clause.act, act_span=span,
        who=tuple(_person(draft, entities, n) for n in clause.who),
        whom=tuple(_person(draft, entities, n) for n in clause.whom),
        times=tuple(t.span for t in _times(draft, clause)), places=tuple(p.span for p in _places(draft, clause)),
        quantities=tuple(q.span for q in _numbers(draft, clause)), negated=clause.negated, status=clause.status,
        vector=vector_of(clause.words),
    )  # fmt: skip
