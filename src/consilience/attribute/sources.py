"""Where the words for a source begin and end: what stands beside them without being part of them is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import lemma_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse

_TAILS = (("at", "first"), ("at", "last"), ("at", "present"), ("so", "far"))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SAYING = ("say", "believe", "allege", "suspect", "think", "accuse")


def with_sources(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their sources kept to the words that name the speaker."""
    return [d if d.source is None else replace(d, source=_kept(parse, d, d.source)) for d in drafts]


def _kept(parse: Parse, draft: Draft, source: TokenRange) -> TokenRange:
    source = _without_sentence(parse, draft, source)
    return _without_tail(parse, _without_owner(parse, draft, source))


def _without_sentence(parse: Parse, draft: Draft, source: TokenRange) -> TokenRange:
    """ "According to papers found in the flat | , N. N. bought …": the subject of what is told is no part of the source."""
    if draft.rule != "according to" and not (draft.cue and parse.tokens[draft.cue.first].word.lower() == "according"):
        return source
    for at in range(source.first + 1, source.last - 1):
        role = parse.tokens[at - 1].lemma.lower() in word_set("speakers", "persons")  # "the coach, N. N., …"
        after = (parse.tokens[i] for i in range(at + 1, source.last))
        told = any(t.relation.startswith("nsubj") and t.head >= source.last for t in after)
        if parse.tokens[at].word == "," and told and not role:
            return TokenRange(source.first, at)
    return source


def _without_owner(parse: Parse, draft: Draft, source: TokenRange) -> TokenRange:
    """ "The man | police say …": whom a clause without "whom" tells of stands before its subject."""
    last = source.last - 1
    if (
        draft.word is None
        or last - source.first < 2
        or draft.word <= last
        or lemma_of(parse, draft.word) not in _SAYING
    ):
        return source
    told, body = parse.tokens[last - 1], parse.tokens[last].lemma.lower()
    speaks = body in ("police", "authority", "prosecutor", "investigator", "official", "detective")
    article = parse.tokens[source.first].word.lower() in ("a", "an", "the") and last - source.first == 2
    person = told.tag == "NN" and told.lemma.lower() in word_set("speakers", "persons") | {"suspect", "teenager"}
    return TokenRange(last, source.last) if speaks and article and person else source


def _without_tail(parse: Parse, source: TokenRange) -> TokenRange:
    """ "Police | at first", "the guild | on Thursday": when it was said."""
    if source.last - source.first <= 2:
        return source
    before, last = (parse.tokens[i].word.lower() for i in (source.last - 2, source.last - 1))
    tail = (before, last) in _TAILS or (before == "on" and last in _DAYS)
    return TokenRange(source.first, source.last - 2) if tail else source
