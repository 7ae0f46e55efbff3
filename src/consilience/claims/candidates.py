"""Which clauses are worth comparing: an inverted index instead of all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from consilience.claims.acts import acts_near
from consilience.claims.clauses import Clause
from consilience.claims.tolls import fates

_LONGEST_LIST = 500  # a key that more clauses share tells nothing; pairs of keys still bring those together
_LARGE = 20  # a number from which it is no common one
_MOST = 24  # partners of one clause that are compared; more only repeat each other


def candidate_pairs(clauses: Sequence[Clause]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions that share enough keys, each clause with its most promising partners; sorted."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for position, clause in enumerate(clauses):
        for key, _ in _keys(clause):
            index[key].append(position)
    pairs: set[tuple[int, int]] = set(_neighbours(clauses))
    for position, clause in enumerate(clauses):
        pairs.update((min(position, other), max(position, other)) for other in _partners(position, clause, index))
    return tuple(sorted(pairs))


def _neighbours(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Clauses with measures in two sentences of a report that follow each other."""
    at: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    for position, clause in enumerate(clauses):
        if clause.numbers:
            p = clause.proposition
            at[p.report, p.part, p.sentence].append(position)
    for (report, part, sentence), here in sorted(at.items()):
        for other in at.get((report, part, sentence + 1), ()):
            yield from ((min(one, other), max(one, other)) for one in here)


def _partners(position: int, clause: Clause, index: defaultdict[str, list[int]]) -> list[int]:
    shared: defaultdict[int, int] = defaultdict(int)
    for key, weight in _keys(clause):
        listed = index[key]
        if len(listed) <= _LONGEST_LIST:
            for other in listed:
                shared[other] += weight
    shared.pop(position, None)
    ranked = sorted((-weight, other) for other, weight in shared.items() if weight >= 4)
    return [other for _, other in ranked[:_MOST]]


def _keys(clause: Clause) -> Iterator[tuple[str, int]]:
    """The keys of a clause with their weights: its words, and pairs of its heaviest ones with its act."""
    heavy = sorted(key for key, weight in clause.bag.items() if weight >= 2)
    for key in heavy:
        yield key, clause.bag[key]
    for key in heavy:
        if key != clause.act:
            yield f"{clause.act}+{key}", 2
    if len(heavy) <= 6:
        yield from ((f"{a}&{b}", 1) for a, b in combinations(heavy, 2))
    yield from _number_keys(clause)
    if clause.pair:
        yield "meet:" + "+".join(sorted(clause.pair)), 4
    if clause.voice not in ("", "?"):
        yield f"{clause.voice}:{clause.act}", 4
        yield from ((f"{clause.voice}@{told}", 4) for told in sorted(clause.times))
    for act in acts_near(clause.act):
        yield from ((f"{act}>{key}", 4) for key in sorted(clause.who | clause.whom))


def _number_keys(clause: Clause) -> Iterator[tuple[str, int]]:
    """The keys of what a clause counts; a common number is none without its act."""
    for quantity in clause.numbers:
        yield f"#{clause.act}+{quantity.unit}", 4
        if quantity.unit in fates():
            yield f"#{quantity.unit}", 4
        elif (quantity.low or 0) >= _LARGE:
            yield f"#{quantity.unit}+{quantity.low}", 4
