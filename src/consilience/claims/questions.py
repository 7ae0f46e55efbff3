"""Answers to questions about the verbs of two sentences, lined up: who did what in one and who did it in the other.

After QA-Align (Brook Weiss and others, 2021): a sentence is told as questions with answers ("Who was killed?", "a man"),
and two of them are lined up where they tell the same role of the same happening. A first head sees the two alone, a second
one also how well the other questions of their verbs fit together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.fuzz import ratio

from consilience.claims.linear import head, per_mille, share, threshold
from consilience.claims.stems import content_stems, stem
from consilience.engines import Engine
from consilience.lexicons import word_set
from consilience.wording import Whole, cosines, fold, vector, words

_QUESTION_WORDS = ("how long", "how much", "how many", "how often", "how far", "how old", "when", "where", "why", "how")
_SUBJECTS = frozenset(("someone", "something", "it", "somebody", "they", "he", "she"))
_HELPERS = frozenset(
    "did does do will would has have had can could might should may must is was are were".split()
)  # fmt: skip
_PASSIVE = frozenset(("was", "were", "been", "be", "being", "is", "are", "get", "got", "gets"))
_FAR = 5000  # per mille logit; more than this makes no difference between two scores


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a verb with its answer; `at` tells verbs of one sentence apart."""

    question: str
    answer: str
    verb: str
    at: int


def aligned_questions(left: Sequence[Asked], right: Sequence[Asked], engine: Engine) -> tuple[tuple[int, int], ...]:
    """Positions of questions of two sentences that tell the same; each question is lined up once at most."""
    if not left or not right:
        return ()
    first = pair_features(left, right, engine)
    scores = _table(head("questions").scores(first.reshape(-1, first.shape[2])), left, right)
    again = context_features(left, right, scores, first)
    return best_pairs(
        _table(head("questions_again").scores(again.reshape(-1, again.shape[2])), left, right), threshold("questions")
    )


def _table(scores: Whole, left: Sequence[Asked], right: Sequence[Asked]) -> Whole:
    found: Whole = scores[:, 0].reshape(len(left), len(right))
    return found


def best_pairs(scores: Whole, least: int) -> tuple[tuple[int, int], ...]:
    """The best pairs first, each row and column once, down to the score `least`; ties go to the first ones."""
    ranked = sorted((-int(scores[i, j]), i, j) for i, j in np.argwhere(scores >= least).tolist())
    rows: set[int] = set()
    columns: set[int] = set()
    found: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return tuple(sorted(found))


def role(question: str) -> str:
    """What a question asks for: `doer`, `done to`, `to:` with a preposition, or its question word ("where")."""
    listed = words(question)
    text = " ".join(listed)
    asked = next((word for word in _QUESTION_WORDS if text.startswith(word)), None)
    if asked is not None or not listed:
        return asked or "what"
    if listed[-1] == "by":
        return "doer"
    if listed[-1] in word_set("stems", "prepositions"):
        return f"to:{listed[-1]}"
    if len(listed) > 2 and listed[1] in _HELPERS and listed[2] in _SUBJECTS:
        return "done to"
    passive = bool(_PASSIVE & set(listed)) and not any(word.endswith("ing") for word in listed)
    return "done to" if passive else "doer"


def pair_features(left: Sequence[Asked], right: Sequence[Asked], engine: Engine) -> Whole:
    """What the first head decides by: (left, right, features) in whole numbers."""
    views = ("{0.question} {0.answer}", "{0.answer}", "{0.verb}", "{0.question}")
    alike = [
        cosines(
            *(
                np.stack([vector(raw) for raw in engine.vectors([view.format(a) for a in side])])
                for side in (left, right)
            )
        )
        for view in views
    ]
    plain = np.array([[_compared(a, b) for b in right] for a in left], np.int64)
    found: Whole = np.concatenate([np.stack(alike, 2), plain], 2)
    return found


def _compared(a: Asked, b: Asked) -> tuple[int, ...]:
    ours, theirs = content_stems(a.answer), content_stems(b.answer)
    common = sum((Counter(ours) & Counter(theirs)).values())
    roles = role(a.question), role(b.question)
    around = [found in _QUESTION_WORDS for found in roles]
    mine, others = ({word for word in words(side.answer) if word.isdigit()} for side in (a, b))
    return (
        1000 * (stem(fold(a.verb)) == stem(fold(b.verb))),
        1000 * (roles[0] == roles[1]),
        1000 * (roles[0].split(":")[0] == roles[1].split(":")[0]),
        per_mille(2 * common, len(ours) + len(theirs)),
        per_mille(common, min(len(ours), len(theirs))),
        1000 * (ours[-1:] == theirs[-1:] != ()),
        1000 * (ours[:1] == theirs[:1] != ()),
        1000 * (set(roles) == {"doer", "done to"}),
        1000 * (around[0] != around[1]),
        1000 * bool(mine and others and not mine & others),
        round(10 * ratio(fold(a.answer), fold(b.answer))),
        100 * min(len(ours), len(theirs)),
        100 * abs(len(ours) - len(theirs)),
    )


def context_features(left: Sequence[Asked], right: Sequence[Asked], scores: Whole, first: Whole) -> Whole:
    """What the second head decides by: the first score, its rivals, how well the two verbs fit, and the first features."""
    shares = np.array([[share(int(score)) for score in row] for row in scores], np.int64)
    fits = _verb_fits(left, right, shares)
    found: Whole = np.concatenate(
        [
            np.array(
                [
                    [
                        (
                            int(scores[i, j]),
                            *_verbs(a.at, b.at, fits),
                            *_rivals(scores, i, j),
                            *_others(left, right, shares, (i, j)),
                        )
                        for j, b in enumerate(right)
                    ]
                    for i, a in enumerate(left)
                ],
                np.int64,
            ),
            first,
        ],
        2,
    )
    return found


_Fits = dict[tuple[int, int], tuple[int, int]]


def _verb_fits(left: Sequence[Asked], right: Sequence[Asked], shares: Whole) -> _Fits:
    """For each two verbs how well their questions fit: the sum and the mean of the best shares of rows and columns."""
    fits: _Fits = {}
    for a in {asked.at for asked in left}:
        rows = [i for i, asked in enumerate(left) if asked.at == a]
        for b in {asked.at for asked in right}:
            columns = [j for j, asked in enumerate(right) if asked.at == b]
            block = shares[np.ix_(rows, columns)]
            across, down = block.max(1), block.max(0)
            total = int(across.sum() + down.sum())
            fits[a, b] = total, (int(across.sum()) // len(across) + int(down.sum()) // len(down)) // 2
    return fits


def _verbs(a: int, b: int, fits: _Fits) -> tuple[int, int, int]:
    total, mean = fits[a, b]
    rivals = [fit[0] for (x, y), fit in fits.items() if (x == a) != (y == b)]
    return total, mean, total - max(rivals, default=0)


def _rivals(scores: Whole, i: int, j: int) -> tuple[int, int, int, int]:
    """Whether the pair is the best of its row and column, and by how much."""
    mine = int(scores[i, j])
    row, column = np.delete(scores[i], j), np.delete(scores[:, j], i)
    over = [mine - int(line.max()) if len(line) else _FAR for line in (row, column)]
    return (
        1000 * (over[0] >= 0),
        1000 * (over[1] >= 0),
        max(-_FAR, min(_FAR, over[0])),
        max(-_FAR, min(_FAR, over[1])),
    )


def _others(left: Sequence[Asked], right: Sequence[Asked], shares: Whole, at: tuple[int, int]) -> tuple[int, int]:
    """How surely other questions of the same two verbs are lined up: the best one, and the best three together."""
    i, j = at
    found = sorted(
        int(shares[x, y])
        for x, a in enumerate(left)
        for y, b in enumerate(right)
        if x != i and y != j and a.at == left[i].at and b.at == right[j].at
    )
    return max(found, default=0), sum(found[-3:])
