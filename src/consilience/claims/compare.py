"""Two clauses side by side: do they say the same thing, do they differ in a way a reader should see, or neither?

Integer evidence decides, in a fixed order of rules; likeness of vectors alone decides nothing, because what contradicts a
sentence lies closest to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from consilience.claims.clauses import Clause
from consilience.lexicons import table, word_set
from consilience.model.account import DifferenceKind, DifferenceScope
from consilience.model.annotations import Quantity
from consilience.model.time import Moment
from consilience.wording import cosine

_MUTUAL = frozenset(("agree", "discuss", "meet", "sign"))
_REAL = frozenset(("happened", "ongoing"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two clauses share: points for likeness, per mille of shared words, and what clashes."""

    points: int
    shared_words: int
    contained: int
    vectors: int
    same_act: bool
    same_who: bool
    agreeing: tuple[str, ...]
    clashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The same claim (`kind` None) or a difference, with the reason in words."""

    kind: DifferenceKind | None
    scope: DifferenceScope | None
    points: int
    because: str


def verdict(left: Clause, right: Clause, likeness: int) -> Verdict | None:
    """What two clauses are to each other; `likeness` is the least per mille at which they may be one claim."""
    evidence = weigh(left, right)
    if not evidence.clashes:
        return _same(left, right, evidence, likeness)
    return _differing(left, right, evidence, likeness)


def weigh(left: Clause, right: Clause) -> Evidence:
    """All evidence for and against two clauses being one claim."""
    shared = sum(min(w, right.bag[k]) for k, w in left.bag.items() if k in right.bag)
    dice = 2000 * shared // max(1, left.size + right.size)
    contained = 1000 * shared // max(1, min(left.size, right.size))
    light = word_set("acts", "light")
    same_act = left.act == right.act and left.act not in light
    same_who = _same_people(left, right)
    agreeing = _agreeing(left, right)
    clashes = _clashes(left, right, dice)
    vectors = cosine(left.proposition.vector, right.proposition.vector)
    points = (
        3 * same_act + 2 * same_who + 2 * bool(left.whom & right.whom) + 2 * ("number" in agreeing)
        + ("day" in agreeing) + ("place" in agreeing) + min(6, dice // 120) + max(0, min(4, (vectors - 450) // 100))
    )  # fmt: skip
    return Evidence(points, dice, contained, vectors, same_act, same_who, agreeing, clashes)


def _same_people(left: Clause, right: Clause) -> bool:
    if left.who & right.who:
        return True
    return left.act in _MUTUAL and len((left.who | left.whom) & (right.who | right.whom)) >= 2


def _agreeing(left: Clause, right: Clause) -> tuple[str, ...]:
    found = []
    if any(_comparable(a, b) and _ranges_meet(a, b) for a in left.numbers for b in right.numbers):
        found.append("number")
    if any(_days_meet(a, b) for a in left.days for b in right.days):
        found.append("day")
    if left.places.keys() & right.places.keys():
        found.append("place")
    return tuple(found)


def _clashes(left: Clause, right: Clause, dice: int) -> tuple[str, ...]:
    """What stands against one claim; the order is fixed."""
    checks = (
        ("negation", left.negative != right.negative),
        ("condition", left.conditional != right.conditional),
        ("status", _status_clash(left, right)),
        ("number", _number_clash(left, right)),
        ("day", bool(left.days and right.days) and not any(_days_meet(a, b) for a in left.days for b in right.days)),
        ("who", _people_clash(left, right)),
        ("whom", _objects_clash(left, right, dice)),
        ("place", _places_clash(left, right)),
        ("kind", _kind_clash(left, right)),
    )
    return tuple(name for name, clash in checks if clash)


def _mutual(left: Clause, right: Clause) -> bool:
    return left.act == right.act and left.act in _MUTUAL and _same_people(left, right)


def _people_clash(left: Clause, right: Clause) -> bool:
    return bool(left.who and right.who) and not left.who & right.who and not _mutual(left, right)


def _objects_clash(left: Clause, right: Clause, dice: int) -> bool:
    """Whether the act is done to different things; nouns without an actor may be two words for one thing."""
    if not left.whom or not right.whom or left.whom & right.whom or _mutual(left, right):
        return False
    mine, theirs = (any(not key.startswith("=") for key in side.whom) for side in (left, right))
    return (mine and theirs) or dice < 700


def _places_clash(left: Clause, right: Clause) -> bool:
    """Whether two places of one kind stand against each other; a town in a region is finer detail."""
    if left.places.keys() & right.places.keys():
        return False
    return bool(set(left.places.values()) & set(right.places.values()))


def _status_clash(left: Clause, right: Clause) -> bool:
    a, b = left.proposition.status, right.proposition.status
    if a == b or "unknown" in (a, b) or left.negative or right.negative:
        return False
    return not (a in _REAL and b in _REAL)


def _number_clash(left: Clause, right: Clause) -> bool:
    pairs = [(a, b) for a in left.numbers for b in right.numbers if _comparable(a, b)]
    return bool(pairs) and not any(_ranges_meet(a, b) for a, b in pairs)


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and a.unit != ""


def _ranges_meet(a: Quantity, b: Quantity) -> bool:
    low = max((q.low for q in (a, b) if q.low is not None), default=None)
    high = min((q.high for q in (a, b) if q.high is not None), default=None)
    return low is None or high is None or low <= high


def _days_meet(a: Moment, b: Moment) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest


def _kind_clash(left: Clause, right: Clause) -> bool:
    """Whether one clause has lunch where the other has dinner."""
    kinds = table("acts", "kinds")
    mine = {kinds[w]: w for w in left.bag if w in kinds}
    theirs = {kinds[w]: w for w in right.bag if w in kinds}
    return any(theirs[kind] != word for kind, word in mine.items() if kind in theirs)


def _same(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    if not _alike(left, right, evidence, likeness):
        return None
    if left.proposition.report == right.proposition.report and evidence.shared_words < 700:
        return None
    return Verdict(None, None, evidence.points, _because(left, right, evidence))


def _alike(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> bool:
    """Whether the evidence carries one claim: nearly the same words, or the same act by the same people and more."""
    shape = evidence.same_act and (evidence.same_who or "number" in evidence.agreeing or bool(left.whom & right.whom))
    inside = evidence.contained * (8 if shape else 6) // 10
    blend = (6 * max(evidence.shared_words, inside) + 4 * max(0, evidence.vectors)) // 10
    if min(left.size, right.size) < 4:
        return evidence.shared_words >= 900
    if evidence.shared_words >= 750:
        return True
    if blend < likeness:
        return False
    return evidence.points >= 8 and (evidence.same_act or evidence.shared_words >= 560)


def _because(left: Clause, right: Clause, evidence: Evidence) -> str:
    reasons = []
    if evidence.same_act:
        reasons.append(f"the same act ({left.act})")
    if evidence.same_who:
        reasons.append("the same actors")
    reasons += [f"the same {name}" for name in evidence.agreeing]
    reasons.append(f"{evidence.shared_words // 10} % of the words")
    return ", ".join(reasons)


def _differing(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    """A difference is shown only where all but the differing point speaks for the same thing."""
    if left.proposition.report == right.proposition.report and left.voice == right.voice:
        return None
    for rule in (_toll, _number, _day, _denial, _manner, _strength, _place):
        found = rule(left, right, evidence, likeness)
        if found is not None:
            return found
    return None


def _scope(left: Clause, right: Clause) -> DifferenceScope:
    """Superseded where the same voice says otherwise in a later report, else a conflict."""
    a, b = left.published, right.published
    if left.voice == right.voice and a and b and not _days_meet(a, b):
        return "superseded"
    return "conflict"


def _toll(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    """Two counts of the dead or the hurt that do not meet."""
    if left.act != right.act or left.act not in ("die", "injure", "arrest"):
        return None
    if set(evidence.clashes) - {"number", "who", "whom"} or "number" not in evidence.clashes:
        return None
    return Verdict("number", _scope(left, right), evidence.points, f"two counts ({left.act}) that do not meet")


def _only(evidence: Evidence, clash: str) -> bool:
    return evidence.clashes == (clash,)


def _close(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> bool:
    strict = evidence.same_act and (evidence.same_who or bool(left.whom & right.whom))
    return (strict and _alike(left, right, evidence, likeness - 60)) or evidence.shared_words >= 750


def _number(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    if not _only(evidence, "number") or not _close(left, right, evidence, likeness):
        return None
    return Verdict("number", _scope(left, right), evidence.points, "the same thing with numbers that do not meet")


def _day(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    if not _only(evidence, "day") or not _close(left, right, evidence, likeness):
        return None
    return Verdict("day", _scope(left, right), evidence.points, "the same thing on days that do not meet")


def _place(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    if not _only(evidence, "place") or not _close(left, right, evidence, likeness):
        return None
    return Verdict("place", "not comparable", evidence.points, "the same thing with different places")


def _manner(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    if not _only(evidence, "kind") or not _close(left, right, evidence, likeness):
        return None
    return Verdict("manner", _scope(left, right), evidence.points, "the same thing told with another thing of its kind")


def _denial(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    """One says that it is so, another that it is not."""
    if not _only(evidence, "negation") or left.voice == right.voice:
        return None
    if not (_close(left, right, evidence, likeness) or (evidence.same_act and evidence.shared_words >= 400)):
        return None
    return Verdict("denial", "conflict", evidence.points, "one says it is so, the other that it is not")


def _strength(left: Clause, right: Clause, evidence: Evidence, likeness: int) -> Verdict | None:
    """The same thing as certain here and as possible there."""
    statuses = {left.proposition.status, right.proposition.status}
    if not _only(evidence, "status") or "possible" not in statuses or not _close(left, right, evidence, likeness):
        return None
    return Verdict("strength", "finer detail", evidence.points, f"told as {' and as '.join(sorted(statuses))}")
