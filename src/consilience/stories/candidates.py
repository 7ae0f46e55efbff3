"""Which reports are worth comparing: those that share rare words, found without looking at every pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from consilience.stories.features import Features
from consilience.stories.frequencies import RARE

Pair = tuple[int, int]
_LONGEST_LIST = 64
"""Reports that one rare word may bring together pair by pair; a word in more of them links neighbours alone."""


def candidates(reports: Sequence[Features]) -> list[Pair]:
    """Pairs of reports (by number, rising) that share two rare words or names, sorted.

    A word that very many reports share would bring in every pair of them: its list links each report to the next alone,
    which still joins them into one component.
    """
    seen: set[Pair] = set()
    twice: set[Pair] = set()
    for listed in _lists(reports):
        if len(listed) > _LONGEST_LIST:
            twice.update(pairwise(listed))
            continue
        for pair in combinations(listed, 2):
            (twice if pair in seen else seen).add(pair)
    return sorted(twice)


def _lists(reports: Sequence[Features]) -> Iterable[list[int]]:
    """For every rare word, the reports it stands in."""
    index: dict[str, list[int]] = {}
    for number, report in enumerate(reports):
        for word in {item.word for item in (*report.words, *report.names) if item.weight >= RARE}:
            index.setdefault(word, []).append(number)
    return index.values()


def components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The connected components of `size` numbers over the pairs; each is sorted, and they come by their first number."""
    leader = list(range(size))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for left, right in pairs:
        a, b = find(left), find(right)
        leader[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for number in range(size):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())
