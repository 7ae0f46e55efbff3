"""The acts of one report that somebody or something takes part in, from the tree around its names and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consilience.model.annotations import Entity, PartAnnotations, Token
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport
from consilience.trees import SUBJECTS, child, children, head_of, tokens_within
from consilience.wording import fold

_LEGAL = frozenset("co company corp corporation group inc limited llc ltd plc sa".split())
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_WITHIN = ("nmod", "compound", "flat", "appos", "conj", "amod", "nummod", "dep")
_STEPS = 6


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without what says no more than that it is a company."""
    listed = re.findall(r"[\w]+", fold(name).replace("'s", ""))
    bare = [w for w in listed if w not in _LEGAL and w != "the"]
    return tuple(bare or listed)


def means(name: str, wanted: str) -> bool:
    """Whether a name is the wanted one or a short form of it: the same words, or some that hold its last or its number."""
    words, whole = name_words(name), name_words(wanted)
    if words == whole:
        return True
    telling = {w for w in whole if any(c.isdigit() for c in w)} | {whole[-1]}
    initials = "".join(w[0] for w in whole)
    short = len(whole) > 1 and set(words) <= set(whole) and bool(telling & set(words))
    return short or (len(whole) > 1 and words == (initials,))


def entities_called(told: AnnotatedReport, wanted: str) -> tuple[Entity, ...]:
    """The entities of a report that bear the name."""
    return tuple(e for e in told.annotations.entities if any(means(n, wanted) for n in (e.name, *e.aliases)))


def places_of(told: AnnotatedReport, part: PartAnnotations, wanted: str) -> frozenset[int]:
    """The tokens of a part that stand for what is wanted: heads of its names, and words linked to it."""
    ids = {e.id for e in entities_called(told, wanted)}
    text = told.report.title if part.part == "title" else told.report.text
    spans = [n.tokens for n in part.names if n.entity in ids or means(text[slice(*n.span)], wanted)]
    spans += [r.tokens for r in part.references if r.entity in ids]
    return frozenset(head_of(part.tokens, s) for s in spans if s.last > s.first)


def involved(tokens: Sequence[Token], act: int, places: frozenset[int]) -> bool:
    """Whether one of the places is a part of the act: its subject, object or complement, or a word that modifies its noun."""
    return any(p in places for p in _partners(tokens, act))


def _partners(tokens: Sequence[Token], act: int) -> Iterator[int]:
    """Every noun that takes part in the act, with what modifies or is joined to it."""
    for argument in _arguments(tokens, act):
        yield from _phrase(tokens, argument)


def _arguments(tokens: Sequence[Token], act: int) -> Iterator[int]:
    token = tokens[act]
    for c in children(tokens, act):
        if tokens[c].relation.split(":")[0] in ("nsubj", "obj", "iobj", "obl", "nmod", "compound", "amod", "csubj"):
            yield c
    if token.pos in ("VERB", "AUX"):
        shared = _subject(tokens, act)
        yield from [shared] if shared is not None else []
    elif token.relation.split(":")[0] in ("obj", "obl", "nsubj") and tokens[token.head].pos == "VERB":
        shared = _subject(tokens, token.head)
        yield from [shared] if shared is not None and shared != act else []


def _subject(tokens: Sequence[Token], verb: int) -> int | None:
    """The subject of a verb: its own, the noun of its relative or participle clause, or that of the verb above it."""
    for _ in range(_STEPS):
        own = child(tokens, verb, *SUBJECTS)
        if own is not None and tokens[own].tag not in ("WDT", "WP"):
            return own
        relation, above = tokens[verb].relation, tokens[verb].head
        if above < 0:
            return None
        if relation.startswith("acl"):
            return above
        if relation not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        verb = above
    return None


def _phrase(tokens: Sequence[Token], noun: int) -> Iterator[int]:
    """A noun with the nouns that hang on it."""
    yield noun
    for c in children(tokens, noun):
        if tokens[c].pos in _NOMINAL and tokens[c].relation.split(":")[0] in _WITHIN:
            yield from _phrase(tokens, c)


def act_token(part: PartAnnotations, span: Span) -> int | None:
    """The token that heads a stretch of words."""
    inside = tokens_within(part.tokens, span)
    return head_of(part.tokens, inside) if inside.last > inside.first else None
