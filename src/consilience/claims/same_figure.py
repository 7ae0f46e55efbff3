"""When two clauses tell one number of one thing, and it is no common number."""

from __future__ import annotations

from collections.abc import Callable

from consilience.claims.pairs import Pair, Verdict, one_report
from consilience.claims.same_time import others_act
from consilience.lexicons import table

_LOOSELY, _PLAIN = 350, 550  # likeness beside all others: loosely near, near
_LITTLE = 400  # words of the shorter clause that the other has, up to which a count of things is of more than one act


def _same_figure(pair: Pair) -> Verdict | None:
    """The same claim: one number of one thing that is no common number, told of the same thing or actor."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"who", "whom", "kind"} or one_report(pair) or left.denied != right.denied:
        return None
    if left.old != right.old or left.future != right.future or "number" not in evidence.agreeing or others_act(pair):
        return None
    shared = {(a.unit, a.low) for a in left.numbers for b in right.numbers if (a.unit, a.low) == (b.unit, b.low)}
    things = [k for k in left.bag if k in right.bag and left.bag[k] >= 3 and left.bag[k] == right.bag[k]]
    actors = (left.who | left.whom) & (right.who | right.whom)
    if _told_figure(pair) and things and pair.near >= _LOOSELY:
        return Verdict(None, None, evidence.points + 2, "the same number of the same thing")
    dated = "day" in evidence.agreeing and len(things) >= 2
    if shared and dated and (actors or left.proposition.noun or right.proposition.noun) and pair.near >= _PLAIN:
        return Verdict(None, None, evidence.points + 1, "the same number of the same thing on the same day")
    return None


def _told_figure(pair: Pair) -> bool:
    """Whether both tell one uncommon number; what counts those who act needs one act, or words that lie near each other, and
    one that describes a thing needs one act."""
    left, right = ({(f.unit, f.low): f for f in side.figures} for side in (pair.left, pair.right))
    measures = {*table("units", "measures").values(), *table("units", "currency_words").values()}
    near = pair.evidence.same_act or pair.near >= _PLAIN
    shared = [(left[figure], right[figure]) for figure in left if figure in right]
    told = [(a, b) for a, b in shared if pair.evidence.soft_act or not (a.beside and b.beside)]
    if not pair.evidence.same_act and pair.evidence.contained <= _LITTLE:
        told = [(a, b) for a, b in told if a.unit in measures]
    return any(near or not (a.acting or b.acting) for a, b in told)


SAME_FIGURE: tuple[Callable[[Pair], Verdict | None], ...] = (_same_figure,)
