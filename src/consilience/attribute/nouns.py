"""Speakers told by a noun alone: "the newspaper said", "the father of three said", "both countries said", "it said"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from consilience.attribute.cast import Cast, gender_of, speaking_type
from consilience.attribute.cues import kind_at
from consilience.attribute.drafts import Draft
from consilience.attribute.speakers import kind_of
from consilience.lexicons import table, word_set
from consilience.model.annotations import Entity, EntityType, Name
from consilience.model.spans import TokenRange
from consilience.model.statement import Speaker
from consilience.parses import Parse, noun_phrase, words_of

_MEDIA = ("medium", "agency", "state_media", "organisation", "unknown")
_BODIES = ("place", "government", "organisation", "company", "party", "agency", "medium", "state_media", "unknown")
_PAIRS = (
    "country",
    "nation",
    "side",
    "government",
    "state",
    "company",
    "firm",
    "party",
    "club",
    "team",
    "group",
    "union",
)


Rule = Callable[[Cast, Draft, Speaker, Sequence[Speaker]], Speaker | None]


def taken_up(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker:
    """The speaker whom the noun takes up, where one rule finds just one; `earlier` spoke before, the last one last."""
    if own.id is not None and own.words.lower() == "it":
        return _subject_of_sentence(cast, draft, own)
    if own.id is not None or (own.name is not None and own.words.lower() == "they") or draft.source is None:
        return own
    rules: tuple[Rule, ...] = (
        _medium_again, _titled, _only_person, _named_next, _two_bodies, _body_of_sentence, _body_right_before,
        _body_again, _joined_before, _group_again, _answers, _other_of_two, _named_later,
    )  # fmt: skip
    found = next((f for rule in rules for f in [rule(cast, draft, own, earlier)] if f is not None), None)
    return own if found is None else replace(found, words=own.words)


def by_adjective(cast: Cast, draft: Draft, own: Speaker) -> Speaker:
    """ "The Ostrian president said": of two persons the one whom the report describes with the adjective."""
    if own.id is None or own.type != "person" or draft.source is None:
        return own
    tokens = [cast.parse.tokens[i] for i in range(*draft.source)]
    adjectives = {t.word for t in tokens if t.pos in ("ADJ", "PROPN") and t.word[:1].isupper()}
    if tokens[0].word.lower() != "the" or not adjectives or tokens[-1].tag != "NN":
        return own
    persons = [e for e in cast.entities.values() if e.type == "person"]
    fitting = [e for e in persons if adjectives & {w for text in e.described for w in text.split()}]
    told = {w for text in (own.name or "", *own.described) for w in text.split()}
    return own if len(fitting) != 1 or adjectives & told else replace(_speaker(cast, fitting[0]), words=own.words)


def _noun(cast: Cast, draft: Draft) -> str:
    """The head noun of a definite source that is not qualified by a name; empty if there is none."""
    source = draft.source
    if source is None or cast.parse.tokens[source.first].word.lower() not in ("the", "this", "that", "both"):
        return ""
    tokens = [cast.parse.tokens[i] for i in range(*source)]
    before = next((n for n, t in enumerate(tokens) if t.word == ","), len(tokens))
    tokens = tokens[:before]  # "the mother of two, known as N.,"
    named = any(t.pos == "PROPN" for t in tokens)
    return "" if named else _head_noun([(t.pos, t.lemma.lower()) for t in tokens])


def _head_noun(tokens: Sequence[tuple[str, str]]) -> str:
    """The last of the first nouns in a row; empty if there is none. Each token is its part of speech and lemma."""
    first = next((k for k, (pos, _) in enumerate(tokens) if pos == "NOUN"), None)
    if first is None:
        return ""
    while first + 1 < len(tokens) and tokens[first + 1][0] == "NOUN":
        first += 1
    return tokens[first][1]


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


def _subject_of_sentence(cast: Cast, draft: Draft, own: Speaker) -> Speaker:
    """For "it" the body that its own sentence has for a subject before it, where it was led to one of another sentence."""
    number = cast.parse.sentence_of[draft.source.first] if draft.source is not None else -1
    here = {n.entity for n in cast.names if cast.parse.sentence_of[n.tokens.first] == number}
    found = None if own.id in here else _body_of_sentence(cast, draft, own, ())
    return own if found is None or found.id is None else replace(found, words=own.words)


def _titled(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "The priest said": the one person who spoke before with the title that the noun stands for, "Father N."."""
    noun, titles = _noun(cast, draft), table("titles", "nouns")
    if len(own.words.split()) != 2 or noun not in titles.values():
        return None
    spoke = {s.id for s in earlier if s.id is not None and s.type == "person"}
    fitting = [e for e in spoke if noun in {titles.get(w.rstrip(".")) for w in cast.beside(e)}]
    return _speaker(cast, cast.entities[fitting[0]]) if len(fitting) == 1 else None


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
    tokens = [cast.parse.tokens[i] for i in range(*draft.source)]
    return _head_noun([(t.pos, t.lemma.lower()) for t in tokens])


def _two_bodies(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "Both countries said": the only two bodies that the sentence before names."""
    opening = own.words.lower().split()[:2]
    pair = opening[0] == "both" or opening in (["the", "two"], ["the", "companies"], ["the", "countries"])
    if own.members or _noun(cast, draft) not in _PAIRS or not pair:
        return None
    if draft.source is None:
        return None
    parse = cast.parse
    before = parse.sentence_of[draft.source.first] - 1
    if before < 0:
        return None
    here = [n for n in cast.names if parse.sentence_of[n.tokens.first] == before and n.entity is not None]
    listed = dict.fromkeys(n.entity for n in here if n.type in ("ORG", "LOC", "MISC", "NORP", "PERSON", "PRODUCT"))
    entities = [cast.entities[e] for e in listed if e is not None]
    firms = _noun(cast, draft) in ("company", "firm") and any(e.type == "company" for e in entities)
    bodies = [e for e in entities if e.type in _BODIES or (firms and " " not in e.name)]
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
    named = [n for n in named if words_of(parse, n.tokens).lower() not in word_set("speakers", "companies")]
    entities = {n.entity for n in named if _is_subject(parse, n) or n.tokens.first - first <= 2}
    if not named:
        return _unnamed_body(cast, first, draft.source.first)
    if len(entities) != 1 or None in entities:
        return None
    return _speaker(cast, cast.entities[next(e for e in entities if e is not None)])


def _body_right_before(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "…, according to the weather office. It expects …": the body that spoke in the sentence right before, alone in it."""
    if own.words.lower() != "it" or draft.source is None or not earlier or earlier[-1].name is None:
        return None
    parse, last = cast.parse, earlier[-1]
    number = parse.sentence_of[draft.source.first]
    bare = draft.source.first == parse.sentences[number].tokens.first
    if number == 0 or not bare or last.type not in ("organisation", "government", "company") or last.id is not None:
        return None
    before = parse.sentences[number - 1].tokens
    others = any(n.tokens.first in range(*before) and n.type in ("ORG", "MISC", "PRODUCT") for n in cast.names)
    said = words_of(parse, before).rstrip(" .").removesuffix(" said")
    return last if not others and said.endswith(last.words) else None


def _body_again(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "The office said": the one body without a name of its own that spoke before and is called so, "the mayor's office"."""
    noun = _noun(cast, draft)
    bodies = word_set("speakers", "bodies") | word_set("speakers", "government_bodies")
    if noun not in bodies or own.name is None or own.name.lower() != noun:
        return None
    named = {
        s.name: s for s in earlier if s.id is None and (s.name or "").lower().replace("’", "'").endswith(f"'s {noun}")
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _unnamed_body(cast: Cast, first: int, pronoun: int) -> Speaker | None:
    """The one body without a name that is a subject between the sentence's first token and the pronoun."""
    tokens = cast.parse.tokens
    bodies: tuple[tuple[str, EntityType], ...] = (("government_bodies", "government"), ("bodies", "organisation"))
    found = [
        (i, kind) for i in range(first, pronoun) for name, kind in bodies
        if tokens[i].relation == "nsubj" and tokens[i].tag == "NN" and tokens[i].lemma.lower() in word_set("speakers", name)
    ]  # fmt: skip
    if len({i for i, _ in found}) != 1:
        return None
    words = words_of(cast.parse, noun_phrase(cast.parse, found[0][0])).split()
    name = " ".join(words[1:] if words[0].lower() in ("the", "a", "an") else words)
    return Speaker(name, found[0][1], None, (), name)


def _joined_before(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "They said": the two persons whom the sentence before names together as its subject, and no others."""
    if own.words.lower() != "they" or draft.source is None:
        return None
    parse = cast.parse
    before = parse.sentence_of[draft.source.first] - 1
    kin = _kin(parse, before) if before >= 0 else None
    if kin is not None:
        return kin
    named = [n for n in cast.names if n.type == "PERSON" and parse.sentence_of[n.tokens.first] == before]
    if len(named) != 2 or named[0].entity == named[1].entity or not _is_subject(parse, named[0]):
        return None
    joint = [parse.tokens[i].word.lower() for i in range(named[0].tokens.last, named[1].tokens.first)]
    entities = [cast.entities[n.entity] for n in named if n.entity is not None]
    if joint != ["and"] or len(entities) != 2:
        return None
    members = tuple(e.name for e in entities)
    return Speaker(" and ".join(members), "person", None, members, own.words)


def _group_again(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "They said": the group that spoke last."""
    last = earlier[-1] if earlier and own.words.lower() == "they" else None
    return last if last is not None and last.type == "group" and last.name is not None else None


def _answers(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """The "A:" of questions and answers: the only person whom the lines before name."""
    if draft.rule != "transcript" or own.words != "A" or draft.source is None:
        return None
    first = next((i for i, t in enumerate(cast.parse.tokens) if t.word == ":"), 0)
    named = {n.entity for n in cast.names if n.type == "PERSON" and n.tokens.first < first and n.entity is not None}
    return _speaker(cast, cast.entities[named.pop()]) if len(named) == 1 else None


def _named_later(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "…, he said, according to an account of N. N.'s visit": the first person named, in the same sentence, and alone."""
    if own.words.lower() not in ("he", "she") or draft.source is None:
        return None
    parse = cast.parse
    persons = [n for n in cast.names if n.type == "PERSON" and n.entity is not None]
    here = [n for n in persons if parse.sentence_of[n.tokens.first] == parse.sentence_of[draft.source.first]]
    told = {n.entity for n in here}
    if len(told) != 1 or any(n.tokens.first < draft.source.first for n in persons):
        return None
    found = cast.entities[str(here[0].entity)]
    fits = gender_of(found) in (None, "male" if own.words.lower() == "he" else "female")
    return _speaker(cast, found) if fits else None


def _other_of_two(cast: Cast, draft: Draft, own: Speaker, earlier: Sequence[Speaker]) -> Speaker | None:
    """ "His successor said": of the two persons in the sentence before the one whom "his" does not mean."""
    if draft.source is None or own.words.lower().split()[1:] not in (["successor"], ["predecessor"], ["counterpart"]):
        return None
    owner = cast.at.get(draft.source.first, ())
    before = cast.parse.sentence_of[draft.source.first] - 1
    named = [n for n in cast.names if n.type == "PERSON" and cast.parse.sentence_of[n.tokens.first] == before]
    persons = list(dict.fromkeys(n.entity for n in named if n.entity is not None))
    if len(persons) != 2:
        return None
    if len(owner) != 1:
        owner = tuple(n.entity for n in named if n.entity is not None and _is_subject(cast.parse, n))[:1]
    others = [e for e in persons if e not in owner]
    return _speaker(cast, cast.entities[others[0]]) if len(others) == 1 else None


def _kin(parse: Parse, number: int) -> Speaker | None:
    """The two whom a sentence opens with as "Brothers A. and B. N."."""
    first, last = parse.sentences[number].tokens
    at = first + (parse.tokens[first].word.lower() in ("the", "his", "her", "their"))
    if at >= last or parse.tokens[at].lemma.lower() not in ("brother", "sister", "sibling", "twin", "cousin"):
        return None
    joint = next((i for i in range(at + 1, min(last, at + 4)) if parse.tokens[i].word == "and"), None)
    if joint is None or joint == at + 1:
        return None
    end = joint + 1
    while end < last and parse.tokens[end].word[:1].isupper() and parse.tokens[end].word.isalpha():
        end += 1
    pair = (TokenRange(at + 1, joint), TokenRange(joint + 1, end))
    if not all(parse.tokens[i].word[:1].isupper() for r in pair for i in range(*r)) or end == joint + 1:
        return None
    members = tuple(words_of(parse, r) for r in pair)
    return Speaker(" and ".join(members), "person", None, members, " and ".join(members))


def _speaker(cast: Cast, entity: Entity) -> Speaker:
    name = next((n.tokens for n in cast.names if n.entity == entity.id), None)
    kind = speaking_type(entity) if name is None else kind_of(cast, entity, name)
    return Speaker(entity.name, kind, entity.id, (), entity.name, cast.described(entity.id))


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
