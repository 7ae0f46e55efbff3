"""The statements of one report: what the heads and the rules find, who says it, through whom, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.attribute.acts import denies_again, is_hedged, scope_and_act, strength_of
from consilience.attribute.antecedents import Voiced, voiced
from consilience.attribute.cast import Cast, cast_of
from consilience.attribute.certainty import certainty_of, kind_of_find
from consilience.attribute.chains import nested, own_links
from consilience.attribute.continued import is_direct
from consilience.attribute.credits import picture_credits
from consilience.attribute.drafts import Draft
from consilience.attribute.finding import find_drafts
from consilience.attribute.sieve import reason_of
from consilience.attribute.speakers import speaker_of
from consilience.attribute.status import status_of
from consilience.model.annotations import Annotations, PartAnnotations
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.statement import Link, Manner, Speaker, Statement, Told
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
    return told_in(report, annotations, settings).statements


def told_in(report: Report, annotations: Annotations, settings: AttributeSettings) -> Told:
    """The report's statements, and the attributions that are no statements in the words of this project."""
    parts = [_of_part(report, annotations, part, settings) for part in annotations.parts]
    asides = (*(s for p in parts for s in p.asides), *picture_credits(report, annotations.entities))
    return Told(tuple(s for p in parts for s in p.statements), _in_order(asides))


def _of_part(report: Report, annotations: Annotations, part: PartAnnotations, settings: AttributeSettings) -> Told:
    text = report.text if part.part == "text" else report.title
    parse = parse_of(text, part.sentences, part.tokens)
    quotes = quotations(text, part.paragraphs)
    kept, asides = find_drafts(parse, quotes, part, settings)
    cast = cast_of(parse, part, annotations, report)

    def own(draft: Draft) -> Speaker | None:
        return speaker_of(cast, draft.source, draft.speaker_at)

    drafts = (*kept, *asides)
    voices = (*voiced(cast, kept, own), *(Voiced(own(draft)) for draft in asides))
    # What is set aside may lie in a statement; a statement is never led through what was set aside.
    parents = (*nested(parse, kept), *nested(parse, drafts, len(kept)))
    stage = _Stage(report.id, part, parse, quotes, cast, drafts, parents, voices)
    made = [_statement(stage, number) for number in range(len(drafts))]
    return Told(_in_order(made[: len(kept)]), _in_order(made[len(kept) :]))


def _in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.within is not None)))


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
    follows = [n and _is_double(chain[n - 1], link) for n, link in enumerate(chain)]
    return tuple(link for link, same in zip(chain, follows, strict=True) if not same)


def _is_double(before: Link, link: Link) -> bool:
    known = link.id is not None and link.id == before.id
    return known or (link.source is not None and (link.source, link.type) == (before.source, before.type))


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
    if draft.spoken or is_direct(parse, quotes, draft):
        return "mixed" if not draft.spoken and _fragment(parse, draft) else "direct"
    tokens = [i for part in draft.content for i in range(*part)]
    return "mixed" if any(inside(quotes, parse.tokens[i].start) for i in tokens) else "indirect"


def _fragment(parse: Parse, draft: Draft) -> bool:
    """Whether quoted words are a piece of the reporting clause: "citing “a breakdown of trust”"."""
    first, last = draft.content[0]
    after = draft.cue is not None and draft.cue.last == first and parse.tokens[draft.cue.last - 1].tag.startswith("V")
    return (
        after
        and len(draft.content) == 1
        and all(parse.tokens[i].pos not in ("VERB", "AUX") for i in range(first, last))
    )


def _statement(stage: _Stage, number: int) -> Statement:
    draft, parse = stage.drafts[number], stage.parse
    scope, act = scope_and_act(parse, draft)
    status = status_of(parse, draft, scope, act)
    if act == "asserted" and number and denies_again(parse, stage.drafts[number - 1], draft):
        act = "denied"
    speaker = stage.voices[number].speaker
    parent = stage.parents[number]
    manner = manner_of(parse, stage.quotes, draft)
    hedged = is_hedged(parse, draft)
    kind = kind_of_find(parse, draft, manner, scope)
    return Statement(
        id=_id(stage, number),
        part=stage.part.part,
        content=_spans(stage, number),
        source=None if draft.follows is not None else _words_of_speaker(stage, number),
        cue=None if draft.cue is None else span_of(parse, draft.cue),
        manner=manner,
        act=act,
        status=status,
        scope=scope,
        hedged=hedged,
        within=None if parent is None else _id(stage, parent),
        speaker=speaker,
        chain=_chain(stage, number),
        rule=draft.rule,
        because=_because(stage, draft, speaker),
        strength=strength_of(parse, draft, scope, hedged),
        aside=draft.aside,
        follows=None if draft.follows is None else _id(stage, draft.follows),
        certainty=certainty_of(kind),
        measured_as=kind,
    )


def _because(stage: _Stage, draft: Draft, speaker: Speaker | None) -> str:
    """The reason in words: what found it, by which cue, and how the speaker was told."""
    if draft.aside is not None:
        return f"set aside: {reason_of(draft.aside)}"
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
