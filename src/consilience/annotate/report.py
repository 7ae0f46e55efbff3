"""Everything annotated in one report: what the engine reads, with names mended and references resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consilience.annotate.discourse import Discourse
from consilience.annotate.entities import Mention, group_mentions, make_entity
from consilience.annotate.grammar import beside, holds_name, home_after, phrase_words, title_before
from consilience.annotate.names import mend_names
from consilience.annotate.places import places
from consilience.annotate.quantities import quantities
from consilience.annotate.references import resolve
from consilience.annotate.times import times
from consilience.engines import Engine
from consilience.model.annotations import Analysis, Annotations, Entity, Name, PartAnnotations
from consilience.model.report import Report, kept_paragraphs
from consilience.model.spans import Part, Span, TokenRange
from consilience.parses import Parse, parse_of, words_of
from consilience.quotation import quotations


@dataclass(frozen=True, slots=True)
class _Reading:
    """One part as the engine read it, with mended names."""

    part: Part
    paragraphs: tuple[Span, ...]
    analysis: Analysis
    parse: Parse
    names: tuple[Name, ...]


def annotate(report: Report, engine: Engine) -> Annotations:
    """The report's sentences, words, names, entities and references, for its text and for a headline that came apart."""
    readings = [_read("text", report.text, kept_paragraphs(report), engine)]
    if report.title.strip():
        readings.append(_read("title", report.title, (Span(0, len(report.title)),), engine))
    captions = _caption_mentions(report, engine)
    readings, entities = _with_entities(report.id, readings, captions)
    known = {entity.id: entity for entity in entities}
    return Annotations(tuple(_annotated(report, r, known, engine) for r in readings), entities)


def _read(part: Part, text: str, paragraphs: tuple[Span, ...], engine: Engine) -> _Reading:
    analysis = engine.read(text, paragraphs)
    parse = parse_of(text, analysis.sentences, analysis.tokens)
    return _Reading(part, paragraphs, analysis, parse, mend_names(parse, analysis.names))


def _caption_mentions(report: Report, engine: Engine) -> list[Mention]:
    """Persons whom picture captions name: they lend full names, titles and countries to the people of the text."""
    paragraphs = tuple(c for c in report.captions if report.text[slice(*c)].strip())
    if not paragraphs:
        return []
    reading = _read("text", report.text, paragraphs, engine)
    named = [replace(m, caption=True) for m in _mentions(reading) if m.type == "PERSON"]
    return [m for m in named if report.text[: m.span.start].rstrip()[-1:] not in ("(", "/", ":", "©")]


def _with_entities(
    report: str, readings: list[_Reading], captions: list[Mention]
) -> tuple[list[_Reading], tuple[Entity, ...]]:
    """The readings with each name's entity, and the entities in the order in which they are first named."""
    mentions = [*(m for reading in readings for m in _mentions(reading)), *captions]
    groups = group_mentions(mentions)
    members: dict[int, list[Mention]] = {}
    for mention, group in zip(mentions, groups, strict=True):
        members.setdefault(group, []).append(mention)
    made = {
        group: make_entity(report, listed)
        for group, listed in members.items()
        if group >= 0 and not all(m.caption for m in listed)
    }
    ids = {(m.part, m.number): made[g].id for m, g in zip(mentions, groups, strict=True) if g in made and not m.caption}
    named = [
        replace(r, names=tuple(replace(n, entity=ids.get((r.part, i))) for i, n in enumerate(r.names)))
        for r in readings
    ]
    return named, tuple({entity.id: entity for entity in made.values()}.values())


def _mentions(reading: _Reading) -> list[Mention]:
    parse = reading.parse
    dates = frozenset(i for n in reading.names if n.type == "DATE" for i in range(*n.tokens))
    found = []
    for number, name in enumerate(reading.names):
        phrases = beside(parse, name) if name.type in ("PERSON", "ORG") else []
        described = [phrase_words(parse, d) for d in phrases if not holds_name(parse, d, reading.names)]
        title = title_before(parse, name, dates) if name.type == "PERSON" else None
        if title is not None:
            described.insert(0, phrase_words(parse, title))
        home = home_after(parse, name) if name.type == "PERSON" else None
        if home is not None:
            described.append(words_of(parse, home))
        found.append(
            Mention(
                reading.part, number, name.span, words_of(parse, name.tokens), name.type, tuple(described),
                _acronym_after(parse, name),
            )
        )  # fmt: skip
    return found


def _acronym_after(parse: Parse, name: Name) -> str | None:
    """The acronym in brackets right after a name, or None."""
    last = name.tokens.last
    if last + 2 >= len(parse.tokens) or parse.tokens[last].word != "(" or parse.tokens[last + 2].word != ")":
        return None
    short = words_of(parse, TokenRange(last + 1, last + 2))
    return short if short.replace(".", "").isupper() and len(short) > 1 else None


def _annotated(report: Report, reading: _Reading, entities: dict[str, Entity], engine: Engine) -> PartAnnotations:
    part, analysis, parse = reading.part, reading.analysis, reading.parse
    text, tokens, sentences = parse.text, analysis.tokens, analysis.sentences
    discourse = Discourse(parse, quotations(text, reading.paragraphs), entities)
    return PartAnnotations(
        part=part,
        paragraphs=reading.paragraphs,
        sentences=sentences,
        tokens=tokens,
        names=reading.names,
        attributions=analysis.attributions,
        references=resolve(discourse, reading.names),
        times=times(part, text, tokens, sentences, report.published),
        places=places(part, text, tokens, reading.names),
        quantities=quantities(part, text, tokens, sentences),
    )
