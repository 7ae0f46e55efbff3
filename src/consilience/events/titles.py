"""Titles and nouns that stand for the person named beside them ("spokesman Ada Brook")."""

from __future__ import annotations

from consilience.events.lemmas import is_person_noun, lemma_of
from consilience.events.lookups import Ground, entity_of, name_of
from consilience.events.phrases import is_of_an_age, phrase_of
from consilience.lexicons import word_set
from consilience.parses import kid


def named(ground: Ground, index: int) -> int:
    """A title stands for the person named right after it, however the tree joins them ("spokesman Ada Brook"), and a noun
    for the person whose name explains it ("the state's senator, Ada Brook, …") or whom it explains."""
    token = ground.parse.tokens[index]
    if (
        (token.pos not in ("NOUN", "PROPN") and not is_of_an_age(ground.parse, index))
        or index + 1 >= len(ground.parse.tokens)
        or ((own := name_of(ground, index)) is not None and own.type != "DATE")
    ):
        return index
    name = name_of(ground, index + 1)
    if name is not None and name.type == "PERSON" and name.tokens.first == index + 1:
        return index + 1
    if token.tag not in ("NN", "NNP"):
        return index
    follows = _follows(ground, index)
    if follows is not None:
        return follows
    if token.relation == "appos" and token.head >= 0 and _explains(ground, index, token.head):
        return token.head
    subject = _equated(ground, index)
    if subject is not None and (who := entity_of(ground, subject)) is not None and who.type == "person":
        return subject
    told = [k for k in ground.parse.kids[index] if k > index and ground.parse.tokens[k].relation == "appos"]
    set_off = (k for k in told if ground.parse.tokens[phrase_of(ground.parse, k).first - 1].pos in ("PUNCT", "NOUN"))
    joined = told if kid(ground.parse, index, "det", "nmod:poss") is None else []
    titled = (k for k in joined if ground.parse.tokens[k - 1].relation == "nmod:desc")
    found = next((k for k in (*set_off, *titled) if _is_person_name(ground, k)), None)
    return found if found is not None else _of_two_titles(ground, index)


def _of_two_titles(ground: Ground, index: int) -> int:
    """ "Former prosecutor and mayor Ada Brook": two bare nouns for one person."""
    bare = kid(ground.parse, index, "det", "nmod:poss", "nummod") is None
    joined = [k for k in ground.parse.kids[index] if ground.parse.tokens[k].relation == "conj"]
    if not bare or len(joined) != 1 or ground.parse.tokens[joined[0]].tag not in ("NN", "NNP"):
        return index
    own = name_of(ground, joined[0])
    if _is_person_name(ground, joined[0]) and kid(ground.parse, joined[0], "nmod:desc") is not None:
        return joined[0]
    if kid(ground.parse, joined[0], "det", "nmod:poss", "nummod") is not None or own is not None:
        return index
    named = [k for k in ground.parse.kids[joined[0]] if k == joined[0] + 1 and _is_person_name(ground, k)]
    return named[0] if named else index


def titled(ground: Ground, index: int) -> int:
    """The person behind a place and a title ("Arven Gov. Ada Brook"), where the tree takes the place for the head."""
    name, tokens = name_of(ground, index), ground.parse.tokens
    at = name.tokens.last if name is not None and name.type in ("LOC", "NORP", "ORG") else len(tokens)
    behind = at
    while behind < min(at + 3, len(tokens)) and tokens[behind].tag in ("NN", "NNP") and name_of(ground, behind) is None:
        behind += 1
    near = at < behind or (name is not None and name.type == "NORP" and tokens[index].tag in ("NN", "NNP"))
    person = name_of(ground, behind) if near and behind < len(tokens) else None
    return behind if person is not None and person.type == "PERSON" and person.tokens.first == behind else index


def _follows(ground: Ground, index: int) -> int | None:
    """The person named right behind a whole title ("Director of the Mint Ada Brook")."""
    last, tokens = phrase_of(ground.parse, index).last, ground.parse.tokens
    if last + 2 < len(tokens) and tokens[last].word == "of" and tokens[last + 1].pos in ("NOUN", "PROPN"):
        last += 2
    name = name_of(ground, last) if last < len(ground.parse.tokens) else None
    full = name is not None and name.tokens.first == last and name.type == "PERSON"
    return last if full and tokens[last].head in (index, tokens[index].head) else None


def _equated(ground: Ground, index: int) -> int | None:
    """The subject of which the noun, or the noun that it is joined to, says who it is."""
    token = ground.parse.tokens[index]
    head = token.head if token.relation == "conj" and token.head >= 0 else index
    return kid(ground.parse, head, "nsubj") if kid(ground.parse, head, "cop") is not None else None


def _explains(ground: Ground, noun: int, named: int) -> bool:
    """ "Ada Brook, a teacher accused of …", "the Union of Arven, a body that …": the noun says who or what the name is."""
    name, lemma = name_of(ground, named), lemma_of(ground.parse.tokens[noun])
    if name is None or name.entity is None or named > noun or not is_person_noun(lemma):
        return False
    return name.type == ("ORG" if lemma in word_set("speakers", "bodies") else "PERSON")


def _is_person_name(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    full = name is not None and name.tokens.last - name.tokens.first > 1
    return full and name is not None and name.type == "PERSON" and name.entity is not None
