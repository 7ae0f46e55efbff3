"""Questions to a dependency tree; tokens are those of one part of a report, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from consilience.model.annotations import Token
from consilience.model.spans import Span, TokenRange

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")


class _Same:
    """A key that is equal only for the very same tuple, which it keeps alive."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens

    def __hash__(self) -> int:
        return id(self.tokens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.tokens is self.tokens


@lru_cache(maxsize=512)
def _families(same: _Same) -> tuple[tuple[int, ...], ...]:
    """The children of every token; made once a text, since the rules of a story ask for those of all its reports by turns."""
    listed: list[list[int]] = [[] for _ in same.tokens]
    for index, token in enumerate(same.tokens):
        if token.head >= 0:
            listed[token.head].append(index)
    return tuple(map(tuple, listed))


def children(tokens: Sequence[Token], index: int) -> tuple[int, ...]:
    """The tokens whose head is `index`, in order."""
    return _families(_Same(tokens if isinstance(tokens, tuple) else tuple(tokens)))[index]


def child(tokens: Sequence[Token], index: int, *relations: str) -> int | None:
    """The first child of `index` that has one of `relations`, or None."""
    return next((i for i in children(tokens, index) if tokens[i].relation in relations), None)


def tokens_within(tokens: Sequence[Token], span: Span) -> TokenRange:
    """The tokens that lie within the characters `span` (first == last if there are none)."""
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    last = bisect_left(tokens, span.end, key=lambda t: t.start)
    while last > first and tokens[last - 1].end > span.end:
        last -= 1
    return TokenRange(first, max(first, last))


def head_of(tokens: Sequence[Token], stretch: TokenRange) -> int:
    """The token of the stretch whose head lies outside it; the first such, else the first token."""
    outside = (i for i in range(*stretch) if not stretch.first <= tokens[i].head < stretch.last)
    return next(outside, stretch.first)


def subject(tokens: Sequence[Token], verb: int) -> int | None:
    """The subject of a verb, looked for at the verb, then at the verb it is conjoined with or controlled by."""
    for _ in range(4):
        own = child(tokens, verb, *SUBJECTS)
        if own is not None:
            return own
        if tokens[verb].relation not in ("conj", "xcomp", "advcl") or tokens[verb].head < 0:
            return None
        verb = tokens[verb].head
    return None


def is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a negation hangs directly on the token."""
    return any(
        tokens[c].lemma.lower() in ("not", "never", "n't", "no", "neither", "nor")
        and tokens[c].relation in ("advmod", "det", "cc")
        for c in children(tokens, index)
    )
