"""Two clauses side by side, and what is found between them."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.claims.acts import near_acts
from consilience.claims.clauses import Clause
from consilience.claims.evidence import Evidence
from consilience.claims.tolls import fates
from consilience.lexicons import word_set
from consilience.model.account import DifferenceKind, DifferenceScope
from consilience.model.annotations import Quantity


@dataclass(frozen=True, slots=True)
class Verdict:
    """The same claim (`kind` None) or a difference, with the reason in words; or `apart`: no claim can hold both."""

    kind: DifferenceKind | None
    scope: DifferenceScope | None
    points: int
    because: str
    apart: bool = False

    @property
    def same(self) -> bool:
        """Whether the two are one claim."""
        return self.kind is None and not self.apart


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses with what was weighed between them; `near` is how alike they are beside all others of the story."""

    left: Clause
    right: Clause
    evidence: Evidence
    likeness: int
    near: int = 0


def one_report(pair: Pair) -> bool:
    """Whether both clauses stand in one report."""
    return pair.left.proposition.report == pair.right.proposition.report


def by_the_way(pair: Pair) -> bool:
    """Whether two acts have in common what a noun tells, alone on one side or beside both: that noun is told for itself."""
    left, right = pair.left, pair.right
    mine, theirs = (left.inner | {left.act}, right.inner | {right.act})
    told = any(near_acts(a, b) for a in mine for b in theirs if a in left.inner or b in right.inner)
    return told and not pair.evidence.same_act and left.act != right.act


def other_match(pair: Pair) -> bool:
    """Whether one wins or loses against a person here and against another one there, or wins here and is beaten there."""
    left, right = pair.left, pair.right
    if not pair.evidence.same_act or left.act not in word_set("acts", "contests"):
        return False
    shared = _named(left.who & right.who)
    mine, theirs = left.people - shared, right.people - shared
    others = bool(shared) and bool(mine - theirs) and bool(theirs - mine)
    return others or (not shared and bool(left.who and right.who) and _beaten(pair))


def _beaten(pair: Pair) -> bool:
    """Whether somebody is acted upon on one side alone, and acts on the other."""
    left, right = pair.left, pair.right
    crossed = _named(left.who & right.whom) | _named(right.who & left.whom)
    return bool(crossed) and not left.whom & right.whom


def _named(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if not key.startswith("="))


def tolls(clause: Clause) -> frozenset[tuple[str, float | None, float | None]]:
    """The people that a clause counts by their fate."""
    return frozenset((q.unit, q.low, q.high) for q in clause.numbers if q.unit in fates() and not _vague(q))


def _vague(quantity: Quantity) -> bool:
    """Whether a number only tells an order of size ("thousands")."""
    return quantity.high is None and quantity.hedge is None
