"""Speakers without a name: sources, groups, bodies and documents keep their words; one person stays unnamed."""

from __future__ import annotations

from dataclasses import replace

from consilience.attribute.cast import Cast, speaking_type
from consilience.attribute.making import author_of
from consilience.attribute.owners import one_of, owned_body, spoken_for
from consilience.lexicons import word_set
from consilience.model.annotations import EntityType
from consilience.model.spans import TokenRange
from consilience.model.statement import Speaker
from consilience.parses import Parse, kid, noun_phrase, words_of

_ARTICLES = ("the same ", "the ", "a ", "an ", "some ", "these ", "those ", "this ", "that ")
_INDEFINITE = ("a", "an", "one", "another", "some")
COUNTED = ("one", "some", "several", "both", "another", "many", "few")
_PLURAL = ("NNS", "NNPS")


def _is_anonymous(lemma: str, words: str) -> bool:
    hidden = any(phrase in words.lower() for phrase in word_set("speakers", "anonymous_phrases"))
    return hidden or lemma in word_set("speakers", "anonymous")


def _kind_of_noun(lemma: str, words: str, plural: bool) -> EntityType:
    """What kind of speaker a common noun stands for, by the lists and its number."""
    if _is_anonymous(lemma, words):
        return "anonymous"
    if lemma in word_set("speakers", "media_nouns") and lemma not in ("agency", "network", "station"):
        return "state_media" if "state" in words.lower().split() else "medium"
    if plural:
        return "group"
    listed: tuple[tuple[str, EntityType], ...] = (
        ("government_bodies", "government"), ("bodies", "organisation"), ("persons", "person"),
    )  # fmt: skip
    return next((kind for name, kind in listed if lemma in word_set("speakers", name)), "unknown")


def _without_article(words: str) -> str:
    for article in _ARTICLES:
        if words.lower().startswith(article):
            return words[len(article) :]
    return words


def owner_of(parse: Parse, head: int) -> int | None:
    """The noun for whose statement, report or tweet it is, before the noun or behind "by" or "from"."""
    owner = kid(parse, head, "nmod:poss", "compound")
    return author_of(parse, head) if owner is None else owner


def _owner(cast: Cast, head: int) -> str | None:
    """The entity whose statement, report or tweet it is."""
    owner = owner_of(cast.parse, head)
    entities = cast.at.get(owner, ()) if owner is not None else ()
    if owner is not None and not entities:
        phrase = noun_phrase(cast.parse, owner)
        inside = [n.entity for n in cast.names if phrase.first <= n.tokens.first < phrase.last and n.entity is not None]
        entities = tuple(dict.fromkeys(inside))
    if owner is None or len(entities) != 1:
        return None
    kind = cast.entities[entities[0]].type
    if kind in ("place", "unknown", "facility") and _comes_from(cast.parse, owner):
        return None
    place = kind == "place"
    return None if place and cast.parse.tokens[owner].relation != "nmod:poss" else entities[0]


def _comes_from(parse: Parse, owner: int) -> bool:
    """Whether the noun stands behind "from": what comes from a town is not the town's."""
    case = kid(parse, owner, "case")
    return case is not None and parse.tokens[case].word.lower() == "from"


def _document(cast: Cast, head: int, plain: str, words: str) -> Speaker:
    """A document: its owner speaks where one is told, else the document itself."""
    owner = _owner(cast, head)
    author = author_of(cast.parse, head) if owner is None else None
    if author is not None and cast.parse.tokens[author].pos == "NOUN" and not cast.at.get(author):
        phrase = noun_phrase(cast.parse, author)
        return replace(unnamed(cast, author, phrase, words_of(cast.parse, phrase)), words=words)
    if owner is None:
        return Speaker(plain, "document", None, (), words)
    entity = cast.entities[owner]
    return Speaker(entity.name, speaking_type(entity), entity.id, (), words)


def _governments(cast: Cast, head: int, plain: str, words: str) -> Speaker:
    """ "The governments of A and B": the countries are the members."""
    parse = cast.parse
    of = kid(parse, head, "nmod")
    if of is None:
        return Speaker(plain, "government", None, (), words)
    owners = [of, *(k for k in parse.kids[of] if parse.tokens[k].relation == "conj")]
    members = tuple(cast.entities[e].name for o in owners for e in cast.at.get(o, ())[:1])
    return Speaker(plain, "government", None, members if len(members) > 1 else (), words)


def unnamed(cast: Cast, head: int, stretch: TokenRange, words: str) -> Speaker:
    """A speaker without a name: sources, groups, bodies and documents keep their words; one person stays unnamed."""
    token = cast.parse.tokens[head]
    lemma = token.lemma.lower()
    plain = _without_article(words).replace("“", "").replace("”", "").replace('"', "")
    plain = plain.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if lemma in COUNTED and kid(cast.parse, head, "nmod", "obl") is not None:
        return one_of(cast, stretch, words)
    if lemma in word_set("speakers", "documents") and not _is_anonymous(lemma, words):
        return _document(cast, head, plain, words)
    if token.tag in _PLURAL and lemma in word_set("speakers", "government_bodies"):
        return _governments(cast, head, plain, words)
    kind = _kind_of_noun(lemma, words, token.tag in _PLURAL)
    owned = owned_body(cast, head, kind, words) or spoken_for(cast, head, stretch, words)
    if owned is not None:
        return owned
    if kind == "person" and words.split()[0].lower() in _INDEFINITE:
        kind = "anonymous"
        return Speaker(None, kind, None, (), words)
    unnamed = kind == "person" or (kind == "unknown" and token.pos != "PROPN")
    return Speaker(None if unnamed else plain, kind, None, (), words)
