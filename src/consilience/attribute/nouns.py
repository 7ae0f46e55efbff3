"""Speakers told by a noun alone: "the newspaper said", "the father of three said", "both countries said", "it said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cast import Cast, gender_of, speaking_type
from consilience.attribute.cues import kind_at
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.annotations import Entity, Name
from consilience.model.statement import Speaker
from consilience.parses import Parse

_MEDIA = ("medium", "agency", "state_media", "organisation", "unknown")
_BODIES = ("place", "government", "organisation", "company", "party", "agency", "medium", "state_media", "unknown")
_PAIRS = ("country", "nation", "side", "government", "state", "company", "party", "club", "team", "group", "union")


def taken_up(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker:
    """The speaker whom the noun takes up, where one rule finds just one; `earlier` spoke before, the last one last."""
    if own.id is not None or (own.name is not None and own.words.lower() == "they") or draft.source is None:
        return own
    rules = (_medium_again, _only_person, _named_next, _two_bodies, _body_of_sentence, _group_again)
    found = next((f for rule in rules for f in [rule(cast, draft, own, earlier)] if f is not None), None)
    return own if found is None else replace(found, words=own.words)


def _noun(cast: Cast, draft: Draft) -> str:
    """The head noun of a definite source that is not qualified by a name; empty if there is none."""
    source = draft.source
    if source is None or cast.parse.tokens[source.first].word.lower() not in ("the", "this", "that", "both"):
        return ""
    tokens = [cast.parse.tokens[i] for i in range(*source)]
    nouns = [t for t in tokens if t.pos == "NOUN"]
    named = any(t.pos == "PROPN" for t in tokens)
    return nouns[0].lemma.lower() if nouns and not named else ""


def _medium_again(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "The newspaper said": the one medium that spoke before."""
    if _noun(cast, draft) not in word_set("speakers", "media_nouns"):
        return None
    media = {s.id: s for s in earlier if s.id is not None and s.type in _MEDIA}
    found = next(iter(media.values())) if len(media) == 1 else None
    return (
        None
        if found is None
        else replace(found, type="medium" if found.type in ("organisation", "unknown") else found.type)
    )


def _only_person(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "The father of three said": the only person named in this paragraph and the one before, as a subject."""
    noun, parse = _noun(cast, draft), cast.parse
    if draft.source is None or not (noun in word_set("speakers", "echoes") or noun.endswith("-year-old")):
        return None
    paragraph = _paragraph(parse, draft.source.first)
    near = [
        n for n in cast.names
        if n.type == "PERSON" and n.tokens.first < draft.source.first and _paragraph(parse, n.tokens.first) >= paragraph - 1
    ]  # fmt: skip
    persons = {n.entity for n in near}
    if len(persons) != 1 or None in persons or not any(_is_subject(parse, n) for n in near):
        return None
    found = cast.entities[next(e for e in persons if e is not None)]
    genders = {g for g in ("female", "male") if noun in word_set("speakers", g)}
    return None if genders and gender_of(found) not in (None, *genders) else _speaker(cast, found)


def _named_next(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "The chief executive said. N. N. said …": an officer is named in the next sentence, for the first time, bare."""
    noun, parse = _noun(cast, draft) or _office(cast, draft), cast.parse
    if own.type != "person" or draft.source is None or noun not in word_set("speakers", "persons"):
        return None
    number = parse.sentence_of[draft.source.first] + 1
    if number >= len(parse.sentences):
        return None
    first = parse.sentences[number].tokens.first
    name = next((n for n in cast.names if n.tokens.first == first and n.type == "PERSON" and n.entity), None)
    if name is None or name.entity is None or name.tokens.last >= len(parse.tokens):
        return None
    entity = cast.entities[name.entity]
    kind = kind_at(parse, name.tokens.last)
    speaks = kind is not None and kind[0] == "statement" and parse.tokens[name.tokens.last].tag.startswith("V")
    new = min(m.span.start for m in entity.mentions) == name.span.start and not entity.described
    return _speaker(cast, entity) if speaks and new and " " in entity.name else None


def _office(cast: Cast, draft: Draft) -> str:
    """The officer of "the chief executive of N.", whose body is named."""
    if draft.source is None or cast.parse.tokens[draft.source.first].word.lower() != "the":
        return ""
    nouns = [cast.parse.tokens[i] for i in range(*draft.source) if cast.parse.tokens[i].pos == "NOUN"]
    return nouns[0].lemma.lower() if nouns and nouns[0].tag == "NN" else ""


def _two_bodies(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "Both countries said": the only two bodies that the sentence before names."""
    opening = own.words.lower().split()[:2]
    if own.members or _noun(cast, draft) not in _PAIRS or not (opening[0] == "both" or opening == ["the", "two"]):
        return None
    if draft.source is None:
        return None
    parse = cast.parse
    before = parse.sentence_of[draft.source.first] - 1
    if before < 0:
        return None
    here = [n for n in cast.names if parse.sentence_of[n.tokens.first] == before and n.entity is not None]
    listed = dict.fromkeys(n.entity for n in here if n.type in ("ORG", "LOC", "MISC", "NORP"))
    entities = [cast.entities[e] for e in listed if e is not None]
    bodies = [e for e in entities if e.type in _BODIES]
    return replace(own, members=tuple(e.name for e in bodies)) if len(bodies) == len(entities) == 2 else None


def _body_of_sentence(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "N. fell after it said …": the only body that the sentence names before, as its subject."""
    if own.words.lower() != "it" or draft.source is None:
        return None
    parse = cast.parse
    first = parse.sentences[parse.sentence_of[draft.source.first]].tokens.first
    named = [
        n for n in cast.names if first <= n.tokens.first < draft.source.first and n.type in ("ORG", "MISC", "PRODUCT")
    ]
    entities = {n.entity for n in named}
    if len(entities) != 1 or None in entities or not _is_subject(parse, named[0]):
        return None
    return _speaker(cast, cast.entities[next(e for e in entities if e is not None)])


def _group_again(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "They said": the group that spoke last."""
    last = earlier[-1] if earlier and own.words.lower() == "they" else None
    return last if last is not None and last.type == "group" and last.name is not None else None


def _speaker(cast: Cast, entity: Entity) -> Speaker:
    return Speaker(entity.name, speaking_type(entity), entity.id, (), entity.name, cast.described(entity.id))


def _is_subject(parse: Parse, name: Name) -> bool:
    """Whether a name, or the noun to which it belongs, is the subject of a clause."""
    at = next((i for i in range(*name.tokens) if not name.tokens.first <= parse.tokens[i].head < name.tokens.last), -1)
    for _ in range(3):
        if at < 0:
            return False
        if parse.tokens[at].relation in ("nsubj", "nsubj:pass"):
            return True
        if parse.tokens[at].relation not in ("appos", "flat", "compound", "nmod:desc", "conj"):
            return False
        at = parse.tokens[at].head
    return False


def _paragraph(parse: Parse, index: int) -> int:
    return parse.sentences[parse.sentence_of[index]].paragraph
