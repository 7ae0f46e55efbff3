"""Speakers named by whose they are, or as one of several: "his government", "her office", "one of the lawyers"."""

from __future__ import annotations

from consilience.attribute.cast import Cast, speaking_type
from consilience.lexicons import word_set
from consilience.model.annotations import Entity, EntityType
from consilience.model.spans import TokenRange
from consilience.model.statement import Speaker
from consilience.parses import LOOSE, kid, noun_phrase, words_of


def one_of(cast: Cast, stretch: TokenRange, words: str) -> Speaker:
    """ "One of the officials": nobody named, unless the name follows after a comma."""
    persons = [n for n in cast.names if n.type == "PERSON" and n.entity is not None]
    persons = [n for n in persons if stretch.first < n.tokens.first and n.tokens.last <= stretch.last]
    closing = [n for n in persons if _closes(cast, n.tokens, stretch)]
    if not closing:
        return Speaker(None, "anonymous", None, (), words)
    found = cast.entities[str(closing[0].entity)]
    return Speaker(found.name, speaking_type(found), found.id, (), words)


def _closes(cast: Cast, name: TokenRange, stretch: TokenRange) -> bool:
    """Whether a name with titles at most stands between a comma and the end, or a last "of" and where the person is from."""
    tokens, at = cast.parse.tokens, name.first - 1
    while at > stretch.first and tokens[at].word in word_set("titles", "before_names"):
        at -= 1
    after = [tokens[i] for i in range(name.last, stretch.last)]
    home = bool(after) and after[0].word == "of" and all(t.pos == "PROPN" for t in after[1:])
    return tokens[at].word == "," and (not after or home)


def spoken_for(cast: Cast, head: int, stretch: TokenRange, words: str) -> Speaker | None:
    """The body for which an unnamed spokesperson speaks: "a spokesman for N.", "N.'s spokeswoman", "an N. spokesperson"."""
    parse = cast.parse
    if parse.tokens[head].lemma.lower() not in SPOKESPERSONS:
        return None
    owners = [k for k in parse.kids[head] if stretch.first <= k < stretch.last and _is_owner(cast, k)]
    if len(owners) != 1:
        return None
    office = parse.tokens[owners[0]].lemma.lower() in word_set("speakers", "persons")  # "for the N. attorney in Tarn"
    names = [n for n in cast.names if n.entity is not None and not (office and n.tokens.last <= owners[0])]
    named = [n.entity for n in names if n.entity is not None and _within_phrase(cast, owners[0], head, n.tokens)]
    listed = list(dict.fromkeys(named)) or list(cast.at.get(owners[0], ()))
    if len(listed) != 1:
        return _body_by_noun(cast, owners[0], words) if not listed else None
    entity = cast.entities[listed[0]]
    kind: EntityType = "organisation" if entity.type in ("unknown", "product", "facility") else speaking_type(entity)
    return Speaker(entity.name, kind, entity.id, (), words)


def _body_by_noun(cast: Cast, owner: int, words: str) -> Speaker | None:
    """The body without a name of its own for which somebody speaks: "the hospital in N.", "the N. attorney"."""
    tokens = cast.parse.tokens
    phrase = noun_phrase(cast.parse, owner)
    first = phrase.first + (tokens[phrase.first].tag in ("DT", "PRP$"))
    body = tokens[owner].lemma.lower() in word_set("speakers", "bodies") | word_set("speakers", "government_bodies")
    named = any(tokens[i].pos == "PROPN" for i in range(first, owner))
    if not (body or named) or tokens[phrase.first].tag == "PRP$" or tokens[owner].pos != "NOUN":
        return None
    return Speaker(words_of(cast.parse, TokenRange(first, phrase.last)), "organisation", None, (), words)


_WHERE = ("at", "in", "near", "on", "outside")
SPOKESPERSONS = ("spokesman", "spokeswoman", "spokesperson")


def _is_owner(cast: Cast, index: int) -> bool:
    """Whether a word beside the spokesperson names whose voice it is."""
    parse = cast.parse
    if parse.tokens[index].relation in ("nmod:poss", "compound"):
        return True
    case = kid(parse, index, "case")
    return case is not None and parse.tokens[case].word.lower() in ("for", "of")


def _within_phrase(cast: Cast, owner: int, head: int, name: TokenRange) -> bool:
    """Whether a name stands in the owner's own phrase, and does not lead on to another body."""
    phrase = noun_phrase(cast.parse, owner, (*LOOSE, "conj"))
    inside = phrase.first <= name.first and name.last <= phrase.last and not name.first <= head < name.last
    top = next((i for i in range(*name) if not name.first <= cast.parse.tokens[i].head < name.last), name.first)
    case = kid(cast.parse, top, "case")
    if case is not None and top != owner and cast.parse.tokens[case].word.lower() in _WHERE:
        return False
    return inside and cast.parse.tokens[top].relation in (
        "nmod", "nmod:poss", "compound", "appos", "flat", "obl", "nmod:desc", cast.parse.tokens[owner].relation,
    )  # fmt: skip


def owned_body(cast: Cast, head: int, kind: EntityType, words: str) -> Speaker | None:
    """A body named by whose it is ("his government", "her office"): named after its owner, unnamed if nobody decides."""
    owner = kid(cast.parse, head, "nmod:poss")
    if owner is None or kind not in ("government", "organisation") or not words.startswith(_first_word(cast, owner)):
        return None
    noun = " ".join(words.split()[1:])
    pronoun = cast.parse.tokens[owner].tag == "PRP$"
    entities = cast.at.get(owner, ()) or (_only_person_before(cast, owner) if pronoun else ())
    if len(entities) != 1:
        named = cast.parse.tokens[owner].word.lower() in ("its", "their") and noun != "government"
        return Speaker(noun if named else None, kind, None, (), words) if pronoun else None
    entity = cast.entities[entities[0]]
    if pronoun and entity.type == "person" and " " not in entity.name:
        return Speaker(None, kind, None, (), words)
    if pronoun and entity.type not in ("person", "place"):
        return Speaker(noun, kind, None, (), words)
    country = _country_of(cast, entity) if noun == "government" else None
    if country is not None:
        return Speaker(country.name, "government", country.id, (), words)
    return Speaker(f"{entity.name}'s {noun}", kind, None, (), words) if pronoun else None


def _only_person_before(cast: Cast, pronoun: int) -> tuple[str, ...]:
    """For "his" and "her" the one person named before it in its sentence."""
    if cast.parse.tokens[pronoun].word.lower() not in ("his", "her"):
        return ()
    first = cast.parse.sentences[cast.parse.sentence_of[pronoun]].tokens.first
    found = {n.entity for n in cast.names if n.type == "PERSON" and first <= n.tokens.first < pronoun}
    return tuple(e for e in found if e is not None) if len(found) == 1 else ()


def _first_word(cast: Cast, index: int) -> str:
    return cast.parse.tokens[index].word


def _country_of(cast: Cast, owner: Entity) -> Entity | None:
    """The country whose government is meant: the owner, or the only country of the report with the owner's code."""
    if owner.type == "place":
        return owner
    if owner.country is None:
        return None
    found = [e for e in cast.entities.values() if e.type == "place" and e.country == owner.country]
    return found[0] if len(found) == 1 else None
