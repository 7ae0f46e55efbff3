"""The statements of one report: what the heads and the rules find, who says it, through whom, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.attribute.acts import denies_again, is_hedged, scope_and_act
from consilience.attribute.antecedents import Voiced, voiced
from consilience.attribute.block import with_blocks
from consilience.attribute.bounds import with_bounds
from consilience.attribute.cast import Cast, cast_of
from consilience.attribute.chains import nested, own_links
from consilience.attribute.continued import is_direct, with_quotations, with_reason
from consilience.attribute.drafts import Draft, from_heads
from consilience.attribute.headlines import headline_sources
from consilience.attribute.labelled import labelled_lines
from consilience.attribute.merge import merged
from consilience.attribute.quoted import with_second_hand
from consilience.attribute.reported import by_rules
from consilience.attribute.sieve import is_statement
from consilience.attribute.speakers import speaker_of
from consilience.attribute.status import status_of
from consilience.model.annotations import Annotations, PartAnnotations
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Link, Manner, Speaker, Statement
from consilience.parses import Parse, noun_phrase, parse_of, span_of, words_of
from consilience.quotation import Quotation, inside, quotations
from consilience.settings import AttributeSettings


@dataclass(frozen=True, slots=True)
class _Stage:
    """What the statements of one part are made from."""

    report: str
    part: PartAnnotations
    parse: Parse
    quotes: tuple[Quotation, ...]
    cast: Cast
    drafts: tuple[Draft, ...]
    parents: tuple[int | None, ...]
    voices: tuple[Voiced, ...]


def attribute(report: Report, annotations: Annotations, settings: AttributeSettings) -> tuple[Statement, ...]:
    """The report's statements in text order, those of the text before those of a headline that came apart."""
    return tuple(s for part in annotations.parts for s in _of_part(report, annotations, part, settings))


def _of_part(
    report: Report, annotations: Annotations, part: PartAnnotations, settings: AttributeSettings
) -> tuple[Statement, ...]:
    text = report.text if part.part == "text" else report.title
    parse = parse_of(text, part.sentences, part.tokens)
    quotes = quotations(text, part.paragraphs)
    drafts = find_drafts(parse, quotes, part, settings)
    cast = cast_of(parse, part, annotations, report)
    voices = voiced(cast, drafts, lambda draft: speaker_of(cast, draft.source, draft.speaker_at))
    stage = _Stage(report.id, part, parse, quotes, cast, tuple(drafts), nested(parse, drafts), voices)
    made = (_statement(stage, number) for number in range(len(drafts)))
    return tuple(sorted(made, key=lambda s: (s.content[0].start, -s.content[-1].end, s.within is not None)))


def find_drafts(
    parse: Parse, quotes: Sequence[Quotation], part: PartAnnotations, settings: AttributeSettings
) -> list[Draft]:
    """The drafts of one part, in text order, without what is no statement."""
    likely = [a for a in part.attributions if a.confidence >= settings.least_confidence]
    drafts = merged(parse, quotes, from_heads(parse, quotes, likely), by_rules(parse, quotes))
    drafts = with_bounds(parse, quotes, with_second_hand(parse, drafts))
    labelled = [*headline_sources(parse, part.names), *labelled_lines(parse, quotes, part.names)]
    drafts = [d for d in with_blocks(parse, drafts) if not any(_same_place(d, label) for label in labelled)]
    drafts = [d for draft in drafts for d in with_reason(parse, quotes, draft) if is_statement(parse, quotes, d)]
    return with_quotations(parse, quotes, part.paragraphs, [*labelled, *drafts])


def _same_place(draft: Draft, label: Draft) -> bool:
    """Whether a draft spans the content of a line that carries its speaker, or is cued by the same mark."""
    first, last = draft.content[0].first, draft.content[-1].last
    spans = first <= label.content[0].first and last >= label.content[0].last
    return spans or (draft.cue is not None and draft.cue == label.cue)


def _spans(stage: _Stage, number: int) -> tuple[Span, ...]:
    return tuple(span_of(stage.parse, part) for part in stage.drafts[number].content)


def _id(stage: _Stage, number: int) -> str:
    draft = stage.drafts[number]
    cue = None if draft.cue is None else span_of(stage.parse, draft.cue)
    return content_id(stage.report, stage.part.part, _spans(stage, number), cue)


def _chain(stage: _Stage, number: int) -> tuple[Link, ...]:
    """The links around the statement, then its own media, then its speaker."""
    draft, voice = stage.drafts[number], stage.voices[number]
    parent = stage.parents[number]
    outer = () if parent is None else _chain(stage, parent)
    speaker = voice.speaker
    if speaker is None:
        return outer
    source = _words_of_speaker(stage, number)
    document = () if voice.document is None else (Link(voice.document, "document", None, source, None),)
    cue = None if draft.cue is None else span_of(stage.parse, draft.cue)
    own = Link(speaker.name, speaker.type, speaker.id, source, cue)
    return _without_doubles((*outer, *document, *own_links(stage.cast, draft), own))


def _without_doubles(chain: tuple[Link, ...]) -> tuple[Link, ...]:
    """The chain with one link where the same speaker follows upon himself: "she said she recalled"."""
    follows = [n and link.id is not None and link.id == chain[n - 1].id for n, link in enumerate(chain)]
    return tuple(link for link, same in zip(chain, follows, strict=True) if not same)


def _words_of_speaker(stage: _Stage, number: int) -> Span | None:
    """Where the words for the speaker stand, though it be in another clause or with the quotation that goes on."""
    draft = stage.drafts[number]
    if draft.follows is not None:
        return _words_of_speaker(stage, draft.follows)
    if draft.source is not None:
        return span_of(stage.parse, draft.source)
    return None if draft.speaker_at is None else span_of(stage.parse, noun_phrase(stage.parse, draft.speaker_at))


def manner_of(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> Manner:
    """Direct, indirect, mixed or block, by how much of the content stands in quotation marks."""
    if draft.block:
        return "block"
    if is_direct(parse, quotes, draft):
        return "direct"
    tokens = [i for part in draft.content for i in range(*part)]
    return "mixed" if any(inside(quotes, parse.tokens[i].start) for i in tokens) else "indirect"


def _statement(stage: _Stage, number: int) -> Statement:
    draft, parse = stage.drafts[number], stage.parse
    scope, act = scope_and_act(parse, draft)
    status = status_of(parse, draft, scope, act)
    if act == "asserted" and number and denies_again(parse, stage.drafts[number - 1], draft):
        act = "denied"
    speaker = stage.voices[number].speaker
    parent = stage.parents[number]
    return Statement(
        id=_id(stage, number),
        part=stage.part.part,
        content=_spans(stage, number),
        source=None if draft.source is None else span_of(parse, draft.source),
        cue=None if draft.cue is None else span_of(parse, draft.cue),
        manner=manner_of(parse, stage.quotes, draft),
        act=act,
        status=status,
        scope=scope,
        hedged=is_hedged(parse, draft),
        within=None if parent is None else _id(stage, parent),
        speaker=speaker,
        chain=_chain(stage, number),
        rule=draft.rule,
        because=_because(stage, draft, speaker),
    )


def _because(stage: _Stage, draft: Draft, speaker: Speaker | None) -> str:
    """The reason in words: what found it, by which cue, and how the speaker was told."""
    found = f"found by {draft.rule}" if draft.rule == "attribution heads" else f"rule: {draft.rule}"
    cue = "" if draft.cue is None else f", cue {words_of(stage.parse, draft.cue)!r}"
    if draft.follows is not None:
        return f"{found}: a quotation paragraph right after one of the same speaker"
    if speaker is None:
        return f"{found}{cue}; no speaker is named"
    if speaker.name is None:
        return f"{found}{cue}; nothing decides who {speaker.words!r} is"
    told = (
        f"{speaker.words!r} is {speaker.name}" if speaker.words != speaker.name else f"the source is {speaker.words!r}"
    )
    return f"{found}{cue}; {told}"
