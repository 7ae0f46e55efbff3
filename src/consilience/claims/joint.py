"""How likely two clauses tell one act: everything that they share or do not, weighed together by a small learned head.

The rules of `same` name what is enough by itself. Much that readers line up at once has no single such point: a common verb,
one of two actors, half of the words. The head was fitted on acts that readers lined up across reports (ECB+, its training
part; docs/decisions, "Which wordings are one claim"); it decides only where nothing speaks against one claim.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from consilience.claims.clauses import Clause
from consilience.claims.linear import head, per_mille, threshold
from consilience.claims.pairs import Pair
from consilience.claims.stems import stem
from consilience.rarity import rarity

_FILE = "claim_pairs"
_CLASHES = ("negation", "condition", "status", "number", "day", "who", "whom", "place", "kind", "way", "rank")
_ACTOR = 350  # rarity of a word that stands for an actor
_MOST_KEYS, _MOST_SIZE, _MOST_RARE = 8, 50, 2000
_CROSSED = (
    (5, 0), (5, 3), (5, 7), (5, 8), (6, 3), (0, 3), (3, 25), (5, 25), (7, 8), (7, 3), (8, 3), (5, 12), (7, 12), (8, 12),
    (7, 11), (28, 3), (20, 5),
)  # fmt: skip


def likely(pair: Pair) -> bool:
    """Whether the head takes two clauses for one act, and nothing speaks against it."""
    return not apart(pair) and score(pair) >= threshold("pairs", _FILE)


def leaning(pair: Pair) -> bool:
    """Whether the head leans to one act and nothing speaks against it: such a pair is no vote against one claim."""
    left, right = pair.left, pair.right
    return not pair.evidence.clashes and left.denied == right.denied and left.old == right.old and score(pair) >= 0


def score(pair: Pair) -> int:
    """The per mille logit of one act."""
    return int(head("pairs", _FILE).scores(np.array([features(pair)], np.int64))[0, 0])


def apart(pair: Pair) -> bool:
    """Whether something speaks against one act, whatever the head says."""
    left, right = pair.left, pair.right
    unsaid = any(side.silent or side.conditional or side.bare for side in (left, right))
    return unsaid or left.denied != right.denied or left.old != right.old or bool(pair.evidence.clashes)


def features(pair: Pair) -> tuple[int, ...]:
    """What the head decides by, in whole numbers: evidence, clashes, rare words, circumstances, and products of them."""
    plain = (*_shared(pair), *_against(pair), *_rare(pair), *_circumstances(pair))
    return (*plain, *(plain[a] * plain[b] // 1000 for a, b in _CROSSED))


def _shared(pair: Pair) -> Iterable[int]:
    left, right, evidence = pair.left, pair.right, pair.evidence
    actors = _ids(left.who | left.whom) & _ids(right.who | right.whom)
    apart = not _ids(left.who) & _ids(right.who) and not _ids(left.whom) & _ids(right.whom)
    yield from (
        evidence.shared_words,
        evidence.contained,
        evidence.vectors,
        pair.near,
        100 * min(_MOST_KEYS, evidence.keys),
    )
    told = (evidence.same_act, evidence.soft_act, evidence.same_who, evidence.same_whom)
    yield from (1000 * one for one in told)
    yield 500 * min(3, len(actors))
    yield 1000 * bool(actors and apart)
    yield from (1000 * (name in evidence.agreeing) for name in ("number", "day", "place"))


def _against(pair: Pair) -> Iterable[int]:
    return (1000 * (name in pair.evidence.clashes) for name in _CLASHES)


def _rare(pair: Pair) -> Iterable[int]:
    """How much of the weight of the rarer words is shared."""
    left, right = pair.left.bag, pair.right.bag
    common = sum(_rarity(key) for key in left if key in right)
    sizes = sum(map(_rarity, left)), sum(map(_rarity, right))
    yield per_mille(2 * common, sum(sizes))
    yield per_mille(common, min(sizes))
    yield min(_MOST_RARE, common)


def _circumstances(pair: Pair) -> Iterable[int]:
    left, right = pair.left, pair.right
    nouns = left.proposition.noun + right.proposition.noun
    named = [side.voice not in ("", "?") for side in (left, right)]
    yield 1000 * (stem(left.act) == stem(right.act))
    yield from (1000 * (nouns == 2), 1000 * (nouns == 1), 1000 * (left.headline or right.headline))
    yield from (1000 * (left.voice == right.voice and named[0]), 1000 * (left.voice != right.voice and all(named)))
    yield from (
        1000 * (left.old != right.old),
        1000 * (left.future != right.future),
        1000 * (left.status == right.status),
    )
    yield 20 * min(_MOST_SIZE, left.size, right.size)
    yield 20 * min(_MOST_SIZE, abs(left.size - right.size))
    yield from (1000 * bool(left.who and right.who), 1000 * bool(left.whom and right.whom))
    yield 1000 * (_called(left, right) or _called(right, left))
    yield _rarity(left.act) + _rarity(right.act)


def _called(left: Clause, right: Clause) -> bool:
    """Whether a noun for somebody of the one side stands among the words of the other."""
    return any(key.startswith("=") and key[1:] in right.bag for key in left.who | left.whom)


def _ids(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if not key.startswith("="))


def _rarity(key: str) -> int:
    """The rarity of a key of a bag; actors go by their ids, which are no words."""
    return _ACTOR if key.startswith("@") or any(c.isdigit() for c in key) else rarity(key)
