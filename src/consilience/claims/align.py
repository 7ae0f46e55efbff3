"""Propositions of a story lined up into claims: what says the same stands together, what differs is noted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consilience.claims.candidates import candidate_pairs
from consilience.claims.clauses import Clause, clauses_of
from consilience.claims.compare import verdict
from consilience.claims.evidence import weigh
from consilience.claims.joint import leaning
from consilience.claims.odds import at_odds
from consilience.claims.pairs import Pair, Verdict, tolls
from consilience.claims.relative import Likeness
from consilience.claims.same import by_its_noun
from consilience.model.account import AlignedClaim, Alignment, Comparison
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.settings import ClaimSettings

_MANY = 10  # words of a clause that two reports do not have to the letter by chance
_SAMPLE = 4  # members of each side that are compared before two groups become one
_Copies = tuple[tuple[Clause, ...], ...]


def align(frame: StoryFrame, reports: Sequence[AnnotatedReport], settings: ClaimSettings) -> Alignment:
    """The claims of a story and the comparisons between them; the order of the reports changes nothing."""
    clauses = clauses_of(frame, reports)
    copies = _word_for_word(clauses)
    heads = tuple(group[0] for group in copies)
    judge = _Judge(heads, settings.same_claim)
    verdicts = _verdicts(heads, judge)
    groups = _Groups(len(heads), verdicts, judge)
    for left, right in _by_strength(verdicts):
        groups.join(left, right)
    told = (_claim(group, copies, groups) for group in groups.members() if not _only_noun(group, heads))
    claims = tuple(sorted(told, key=lambda c: c.propositions))
    return Alignment(claims, (*_comparisons(heads, verdicts, groups), *_opposed(at_odds(clauses, reports), claims)))


def compared_pairs(frame: StoryFrame, reports: Sequence[AnnotatedReport], settings: ClaimSettings) -> Iterator[Pair]:
    """The pairs of clauses of a story that are compared, word for word ones once; what the learned head is fitted on."""
    heads = tuple(group[0] for group in _word_for_word(clauses_of(frame, reports)))
    near = Likeness(heads)
    for left, right in candidate_pairs(heads):
        evidence = weigh(heads[left], heads[right])
        yield Pair(heads[left], heads[right], evidence, settings.same_claim, near.of(left, right))


def _opposed(found: Sequence[Comparison], claims: Sequence[AlignedClaim]) -> tuple[Comparison, ...]:
    """What a report sets against each other, unless it is one claim."""
    of = {proposition: number for number, claim in enumerate(claims) for proposition in claim.propositions}
    return tuple(c for c in found if c.left in of and c.right in of and of[c.left] != of[c.right])


def _word_for_word(clauses: Sequence[Clause]) -> _Copies:
    """Clauses with the same words are one from the start, in the order of their words: a copy changes nothing after this."""
    groups: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        p = clause.proposition
        many = len(clause.words) >= _MANY  # so many words are one telling, whoever a pronoun is taken for
        people = ([], []) if many else (sorted(clause.who), sorted(clause.whom))
        groups[repr((clause.words, clause.act, p.negated, p.status, clause.denied, people, clause.days))].append(clause)
    return tuple(tuple(sorted(group, key=_head_order)) for _, group in sorted(groups.items()))


def _head_order(clause: Clause) -> tuple[str, str, str]:
    return clause.voice, clause.proposition.report, clause.proposition.id


class _Judge:
    """Verdicts on two clauses by their positions."""

    def __init__(self, heads: Sequence[Clause], likeness: int) -> None:
        self._heads = heads
        self._likeness = likeness
        self._relative = Likeness(heads)

    def counts(self, pair: tuple[int, int]) -> bool:
        """Whether two clauses that no rule joins are a vote against one claim: not in one report, where the second telling
        of a thing says little that is the same, nor where the learned head leans to one claim, nor where a noun is all that
        one of them tells ("the visit will go ahead")."""
        left, right = (self._heads[at] for at in pair)
        if left.proposition.report == right.proposition.report or by_its_noun(left) or by_its_noun(right):
            return False
        return not leaning(Pair(left, right, weigh(left, right), self._likeness, self._relative.of(*pair)))

    def tellings(self, pair: tuple[int, int]) -> tuple[str, str]:
        """The tellings that two clauses stand in: the copies of one text have one vote."""
        left, right = sorted(self._heads[at].family for at in pair)
        return left, right

    def of(self, left: int, right: int) -> Verdict | None:
        """What two clauses are to each other."""
        near = self._relative.of(left, right)
        return verdict(self._heads[left], self._heads[right], self._likeness, near)


def _verdicts(heads: Sequence[Clause], judge: _Judge) -> dict[tuple[int, int], Verdict]:
    found = {}
    for left, right in candidate_pairs(heads):
        judged = judge.of(left, right)
        if judged is not None:
            found[left, right] = judged
    return found


def _by_strength(verdicts: Mapping[tuple[int, int], Verdict]) -> list[tuple[int, int]]:
    same = [(-v.points, pair) for pair, v in verdicts.items() if v.same]
    return [pair for _, pair in sorted(same)]


def _only_noun(group: tuple[int, ...], heads: Sequence[Clause]) -> bool:
    """Whether nothing but a noun inside another clause tells it: that clause is a claim already."""
    return all(heads[member].proposition.noun for member in group)


class _Groups:
    """Groups of clauses that grow pair by pair; no group takes in what a sample of its members does not bear."""

    def __init__(self, size: int, verdicts: dict[tuple[int, int], Verdict], judge: _Judge) -> None:
        self._judge = judge
        self._known: dict[tuple[int, int], Verdict | None] = dict(verdicts)
        self._of = list(range(size))
        self._members: dict[int, list[int]] = {i: [i] for i in range(size)}
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
        if not all(v is None or v.same for v in judged):
            return False
        voted = [(pair, v) for pair, v in zip(pairs, judged, strict=True) if v or self._judge.counts(pair)]
        asked = {self._judge.tellings(pair) for pair, _ in voted}
        same = {self._judge.tellings(pair) for pair, v in voted if v is not None and v.same}
        return 2 * len(same) >= len(asked)

    def _judged(self, pair: tuple[int, int]) -> Verdict | None:
        if pair not in self._known:
            self._known[pair] = self._judge.of(*pair)
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
    old = {min(key[:2], key=lambda g: _low(heads[g])) for key, (_, c) in best.items() if _renewed(c)}
    told = (_settled(c, bool({a, b} & old)) for (a, b, _), (_, c) in best.items())
    return tuple(sorted(told, key=lambda c: (c.left, c.right, c.kind)))


def _renewed(comparison: Comparison) -> bool:
    return comparison.kind == "number" and comparison.scope == "superseded"


def _low(clause: Clause) -> float:
    return min((low or 0 for _, low, _ in tolls(clause)), default=0)


def _settled(comparison: Comparison, renewed: bool) -> Comparison:
    """A count that its own source has raised since stands against nobody's any more."""
    counts = comparison.kind == "number" and comparison.because.startswith("two counts")
    return replace(comparison, scope="superseded") if renewed and counts else comparison
