"""Words that come through a teller: "…, X said, the agency reported", "the paper reported, citing Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import kind_at, lemma_of
from consilience.attribute.drafts import Draft
from consilience.attribute.making import cue_range
from consilience.attribute.reported import citing_verb
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid, noun_phrase


def with_tellers(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in which whoever cites reports, and whoever reports last in a sentence tells all that stands before."""
    words = {d.word for d in drafts}
    found = [_reporter(parse, d, words) if cites_only(parse, d) else d for d in drafts]
    return [_around_first(parse, d, found) for d in found]


def cites_only(parse: Parse, draft: Draft) -> bool:
    """Whether the content of "citing" is only the noun that names whom."""
    word = draft.word
    if word is None or parse.tokens[word].tag != "VBG" or lemma_of(parse, word) not in ("cite", "quote"):
        return False
    whom = kid(parse, word, "obj")
    return whom is not None and draft.content[0].first in range(*noun_phrase(parse, whom))


def _reporter(parse: Parse, draft: Draft, words: set[int | None]) -> Draft:
    """ "The paper reported, citing Y": the draft by the verb of saying that "citing" goes with, where no other has that."""
    verb = None if draft.word is None else citing_verb(parse, draft.word)
    if verb is None or verb in words or draft.source is None or not parse.tokens[verb].tag.startswith("V"):
        return draft
    return replace(draft, cue=cue_range(parse, verb), word=verb)


def _around_first(parse: Parse, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "…, X said, | the agency reported": the agency tells the words and that X said them, however the clauses hang."""
    inner = next((d for d in drafts if _told_before(parse, d, draft)), None)
    if inner is None or draft.source is None:
        return draft
    return replace(draft, content=(TokenRange(draft.content[0].first, draft.source.first - 1),))


def _told_before(parse: Parse, inner: Draft, outer: Draft) -> bool:
    """Whether two verbs of saying with their own speakers follow the same words, the outer one behind a comma and last."""
    if inner is outer or inner.cue is None or inner.source is None or outer.cue is None or outer.source is None:
        return False
    first, comma = min(inner.cue.first, inner.source.first), outer.source.first - 1
    row = inner.content[-1].last <= first and max(inner.cue.last, inner.source.last) <= comma < outer.cue.first
    same = inner.content[0].first == outer.content[0].first and _of_one_sentence(parse, inner.content[-1], outer.cue)
    return row and same and parse.tokens[comma].word == "," and _says(parse, inner) and _says(parse, outer)


def _of_one_sentence(parse: Parse, one: TokenRange, other: TokenRange) -> bool:
    return parse.sentence_of[one.last - 1] == parse.sentence_of[other.first]


def _says(parse: Parse, draft: Draft) -> bool:
    kind = None if draft.word is None else kind_at(parse, draft.word)
    return kind is not None and kind[0] == "statement" and parse.tokens[draft.word or 0].tag in ("VBD", "VBZ", "VBP")
