"""Propositions of a story lined up into claims: what says the same stands together, what differs is noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consilience.claims.candidates import candidate_pairs
from consilience.claims.clauses import Clause, clauses_of
from consilience.claims.compare import verdict
from consilience.claims.pairs import Verdict
from consilience.model.account import AlignedClaim, Alignment, Comparison
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.settings import ClaimSettings

_SAMPLE = 4  # members of each side that are compared before two groups become one
_Copies = tuple[tuple[Clause, ...], ...]


def align(frame: StoryFrame, reports: Sequence[AnnotatedReport], settings: ClaimSettings) -> Alignment:
    """The claims of a story and the comparisons between them; the order of the reports changes nothing."""
    copies = _word_for_word(clauses_of(frame, reports))
    heads = tuple(group[0] for group in copies)
    verdicts = _verdicts(heads, settings.same_claim)
    groups = _Groups(heads, verdicts, settings.same_claim)
    for left, right in _by_strength(verdicts):
        groups.join(left, right)
    claims = tuple(sorted((_claim(group, copies, groups) for group in groups.members()), key=lambda c: c.propositions))
    return Alignment(claims, _comparisons(heads, verdicts, groups))


def _word_for_word(clauses: Sequence[Clause]) -> _Copies:
    """Clauses with the same words are one from the start, in the order of their words: a copy changes nothing after this."""
    groups: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        p = clause.proposition
        people = sorted(clause.who), sorted(clause.whom)
        groups[repr((clause.words, clause.act, p.negated, p.status, clause.denied, people, clause.days))].append(clause)
    return tuple(tuple(sorted(group, key=_head_order)) for _, group in sorted(groups.items()))


def _head_order(clause: Clause) -> tuple[str, str, str]:
    return clause.voice, clause.proposition.report, clause.proposition.id


def _verdicts(heads: Sequence[Clause], likeness: int) -> dict[tuple[int, int], Verdict]:
    found = {}
    for left, right in candidate_pairs(heads):
        judged = verdict(heads[left], heads[right], likeness)
        if judged is not None:
            found[left, right] = judged
    return found


def _by_strength(verdicts: Mapping[tuple[int, int], Verdict]) -> list[tuple[int, int]]:
    same = [(-v.points, pair) for pair, v in verdicts.items() if v.kind is None]
    return [pair for _, pair in sorted(same)]


class _Groups:
    """Groups of clauses that grow pair by pair; no group takes in what a sample of its members does not bear."""

    def __init__(self, heads: Sequence[Clause], verdicts: dict[tuple[int, int], Verdict], likeness: int) -> None:
        self._heads = heads
        self._known: dict[tuple[int, int], Verdict | None] = dict(verdicts)
        self._likeness = likeness
        self._of = list(range(len(heads)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(heads))}
        self.reasons: dict[int, str] = {}

    def join(self, left: int, right: int) -> None:
        """Make the groups of two clauses one, if they bear it."""
        a, b = self._of[left], self._of[right]
        if a == b or not self._bear(self._members[a], self._members[b]):
            return
        a, b = min(a, b), max(a, b)
        self._members[a] = sorted(self._members[a] + self._members.pop(b))
        for member in self._members[a]:
            self._of[member] = a
        judged = self._known[min(left, right), max(left, right)]
        first = self.reasons.pop(b, "")
        if judged is not None:
            self.reasons.setdefault(a, first or judged.because)

    def members(self) -> list[tuple[int, ...]]:
        """The groups, each sorted, in order."""
        return sorted(tuple(group) for group in self._members.values())

    def of(self, clause: int) -> int:
        """The group of a clause."""
        return self._of[clause]

    def _bear(self, left: list[int], right: list[int]) -> bool:
        pairs = [(min(a, b), max(a, b)) for a in left[:_SAMPLE] for b in right[:_SAMPLE]]
        judged = [self._judged(pair) for pair in pairs]
        same = sum(v is not None and v.kind is None for v in judged)
        return 2 * same >= len(pairs) and not any(v is not None and v.kind is not None for v in judged)

    def _judged(self, pair: tuple[int, int]) -> Verdict | None:
        if pair not in self._known:
            self._known[pair] = verdict(self._heads[pair[0]], self._heads[pair[1]], self._likeness)
        return self._known[pair]


def _claim(group: tuple[int, ...], copies: _Copies, groups: _Groups) -> AlignedClaim:
    ids = tuple(sorted(clause.proposition.id for head in group for clause in copies[head]))
    if len(group) > 1:
        return AlignedClaim(ids, groups.reasons.get(groups.of(group[0]), ""))
    return AlignedClaim(ids, "word for word" if len(ids) > 1 else "told once")


def _comparisons(
    heads: Sequence[Clause], verdicts: Mapping[tuple[int, int], Verdict], groups: _Groups
) -> tuple[Comparison, ...]:
    """One comparison for each two claims and kind: the one with most evidence."""
    best: dict[tuple[int, int, str], tuple[int, Comparison]] = {}
    for (left, right), judged in sorted(verdicts.items()):
        if judged.kind is None or judged.scope is None or groups.of(left) == groups.of(right):
            continue
        a, b = sorted((groups.of(left), groups.of(right)))
        ids = heads[left].proposition.id, heads[right].proposition.id
        found = Comparison(ids[0], ids[1], judged.kind, judged.scope, judged.because)
        known = best.get((a, b, judged.kind))
        if known is None or judged.points > known[0]:
            best[a, b, judged.kind] = (judged.points, found)
    return tuple(sorted((c for _, c in best.values()), key=lambda c: (c.left, c.right, c.kind)))
