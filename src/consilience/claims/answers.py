"""Which answers to one question say the same: they are compared with how alike the answers to this question are anyway.

Likeness of meaning alone misleads among answers to one question, because all of them speak of its matter. So three
measures are averaged: the likeness of the answers; that of question and answer together with what all of them share taken
out; and whether two answers are alike to the same others. Answers whose numbers do not meet say different things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from consilience.claims.linear import threshold
from consilience.engines import Engine
from consilience.lexicons import table
from consilience.wording import Whole, cosines, vector, words

_SHARED_OUT = 7  # tenths of the mean that are taken out
_CLASH = 400  # per mille by which numbers that do not meet set two answers apart
_DIGITS = re.compile(r"\d+")


def same_answers(question: str, answers: Sequence[str], engine: Engine) -> tuple[int, ...]:
    """The number of the group each answer belongs to, counted in the order of first appearance.

    Groups grow by average linkage down to the frozen threshold. Source of the measures: docs/decisions, "Small heads".
    """
    if not answers:
        return ()
    return groups_from(likeness(question, answers, engine), threshold("answers"))


def likeness(question: str, answers: Sequence[str], engine: Engine) -> Whole:
    """Per mille likeness (n, n) of the answers to one question; numbers that do not meet make it less."""
    alone = np.stack([vector(raw) for raw in engine.vectors(list(answers))])
    asked = np.stack([vector(raw) for raw in engine.vectors([f"{question} {answer}" for answer in answers])])
    count = len(answers)
    apart = 10 * count * asked - _SHARED_OUT * asked.sum(0)
    plain = cosines(alone, alone)
    told = [_numbers(answer) for answer in answers]
    clash = np.array([[bool(a and b and not a & b) for b in told] for a in told])
    found: Whole = (plain + cosines(apart, apart) + _profiles(plain)) // 3 - _CLASH * clash
    return found


def _profiles(plain: Whole) -> Whole:
    """How alike two rows of the likeness are, each less its mean: whether two answers are alike to the same others."""
    count = len(plain)
    return cosines(count * plain - plain.sum(1)[:, None], count * plain - plain.sum(1)[:, None])


def _numbers(text: str) -> frozenset[str]:
    counted = table("claim_heads", "counted")
    return frozenset(_DIGITS.findall(text)) | {counted[word] for word in words(text) if word in counted}


def groups_from(alike: Whole, least: int) -> tuple[int, ...]:
    """Average linkage: the two groups most alike become one, until none are alike enough; ties go to the first ones."""
    groups = [[i] for i in range(len(alike))]
    sums = alike.astype(np.int64).copy()
    while len(groups) > 1:
        sizes = np.array([len(group) for group in groups])
        means = sums // (sizes[:, None] * sizes[None, :])
        np.fill_diagonal(means, np.iinfo(np.int64).min)
        a, b = divmod(int(means.argmax()), len(groups))
        if means[a, b] < least:
            break
        a, b = min(a, b), max(a, b)
        groups[a] += groups.pop(b)
        sums[a] += sums[b]
        sums[:, a] += sums[:, b]
        sums = np.delete(np.delete(sums, b, 0), b, 1)
    numbered = {member: number for number, group in enumerate(sorted(groups, key=min)) for member in group}
    return tuple(numbered[i] for i in range(len(alike)))
