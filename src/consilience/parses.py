"""A text with its sentences and its tree, and the indexes over them that are made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.annotations import Sentence, Token
from consilience.model.spans import Span, TokenRange

# What hangs on a noun but is told about it rather than part of its name.
LOOSE = ("acl:relcl", "parataxis", "discourse", "dislocated", "list", "vocative", "advcl", "acl")


@dataclass(frozen=True, slots=True)
class Parse:
    """One part's text, sentences and tokens; `kids` holds each token's dependents, `sentence_of` its sentence number."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...]
    sentence_of: tuple[int, ...]


def parse_of(text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Parse:
    """The parse of one part with its indexes."""
    kids: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head >= 0:
            kids[token.head].append(index)
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(sentences):
        for index in range(*sentence.tokens):
            sentence_of[index] = number
    return Parse(text, tuple(sentences), tuple(tokens), tuple(map(tuple, kids)), tuple(sentence_of))


def kid(parse: Parse, index: int, *relations: str) -> int | None:
    """The first dependent of the token that has one of the relations, or None."""
    return next((k for k in parse.kids[index] if parse.tokens[k].relation in relations), None)


def below(parse: Parse, index: int, without: Sequence[str] = ()) -> tuple[int, ...]:
    """The token and everything below it in text order; branches whose relation is in `without` are left out."""
    found = [index]
    for at in found:
        found += [k for k in parse.kids[at] if parse.tokens[k].relation not in without]
    return tuple(sorted(found))


def above(parse: Parse, index: int) -> tuple[int, ...]:
    """The token's head, that one's head, and so on to the root."""
    path = []
    while (index := parse.tokens[index].head) >= 0:
        path.append(index)
    return tuple(path)


def noun_phrase(parse: Parse, head: int, without: Sequence[str] = LOOSE) -> TokenRange:
    """The unbroken stretch of tokens around a noun that belongs to it; marks at its ends are left out."""
    members = set(below(parse, head, without))
    first, last = head, head + 1
    while first - 1 in members:
        first -= 1
    while last in members:
        last += 1
    while first < head and parse.tokens[first].relation in ("punct", "cc", "case", "fixed", "mark"):
        first += 1
    while last - 1 > head and parse.tokens[last - 1].relation in ("punct", "cc"):
        last -= 1
    return TokenRange(first, last)


def span_of(parse: Parse, stretch: TokenRange) -> Span:
    """The characters of a stretch of tokens."""
    return Span(parse.tokens[stretch.first].start, parse.tokens[stretch.last - 1].end)


def words_of(parse: Parse, stretch: TokenRange) -> str:
    """The text of a stretch of tokens as it stands, white space run together."""
    start, end = span_of(parse, stretch)
    return " ".join(parse.text[start:end].split())
