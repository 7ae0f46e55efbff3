"""Sentences that two reports tell in one another's words but for one value: what the words around it say is one fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from consilience.model.annotations import PartAnnotations, Sentence, Token
from consilience.model.spans import Span
from consilience.trees import tokens_within
from consilience.wording import fold

_COMMON = 7  # words that two sentences have in common, in one order
_MOST = 600  # per mille of the words of two sentences that must be common
_PIECE = 6  # words of the piece that differs
_BESIDE = 3  # words in a row, right before or after that piece, that must be common
_LONGEST = 90  # words of a sentence; a longer one is a list
_NAMING = frozenset(("NUM", "PROPN"))


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence as folded words in their order; a value takes those from `first` to before `last`.

    `naming` are the words that are names or numbers.
    """

    words: tuple[str, ...]
    first: int
    last: int
    naming: frozenset[int]


def worded(part: PartAnnotations, sentence: Sentence, value: Span) -> Worded:
    """A sentence with the place of a value in it; marks are left out."""
    inside = range(*tokens_within(part.tokens, sentence.span))
    told = [part.tokens[i] for i in inside if any(c.isalnum() for c in part.tokens[i].word)]
    here = [n for n, t in enumerate(told) if t.start < value.end and value.start < t.end]
    naming = frozenset(n for n, t in enumerate(told) if t.pos in _NAMING)
    first, last = (here[0], here[-1] + 1) if here else (0, 0)
    return Worded(tuple(_word(t) for t in told), first, last, naming)


def _word(token: Token) -> str:
    return fold(token.word).replace(".", "").strip("'’")


def twins(left: Worded, right: Worded) -> bool:
    """Whether two sentences are one but for a short piece, in which each has its value, and no other name or number differs."""
    size = len(left.words) + len(right.words)
    if max(len(left.words), len(right.words)) > _LONGEST or not left.last or not right.last:
        return False
    common = len(set(left.words) & set(right.words))
    if common < _COMMON or 3000 * common < _MOST * size:
        return False
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    same = sum(b.size for b in blocks)
    if same < _COMMON or 2000 * same < _MOST * size:
        return False
    return _one_piece(left, right, matcher.get_opcodes())


def _one_piece(left: Worded, right: Worded, steps: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether both values lie in one piece, beside words in common, and no other piece sets names against names."""
    found = False
    for at, (step, a, b, c, d) in enumerate(steps):
        if step != "replace":
            continue
        mine, theirs = left.first < b and a < left.last, right.first < d and c < right.last
        if mine and theirs:
            sides = [s for s in (*steps[max(0, at - 1) : at], *steps[at + 1 : at + 2]) if s[0] == "equal"]
            found = max(b - a, d - c) <= _PIECE and max((s[2] - s[1] for s in sides), default=0) >= _BESIDE
            if not found:
                return False
        elif mine or theirs or (left.naming & set(range(a, b)) and right.naming & set(range(c, d))):
            return False
    return found
