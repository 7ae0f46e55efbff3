"""Whether two numbers are told of one fact and differ: the same act on the same thing, at one time, in one place."""

from __future__ import annotations

from collections.abc import Mapping

from consilience.lexicons import table, word_set
from consilience.model.annotations import Quantity
from consilience.reconcile.valued import Valued

_ALIKE, _VERY = 330, 520  # per mille of weighed words that two clauses share where they may be, and surely are, one
_WIDELY, _WHOLLY = 150, 430  # the same of the sentences around them
_LOOSELY = 250  # the same of clauses that measure one thing in one act at one time
_WORDS = 4  # words that two sums over several happenings share
_FACTOR = 3  # how many times one value may be the other
_ROUND = 30  # per mille by which a rough value may lie off
_ABOVE = 120  # per cent of a floor from which a number is told otherwise than by "more than" it


def one_fact(left: Valued, right: Valued) -> bool:
    """Whether two numbers in one unit are surely told of one thing."""
    near, around = shared(left.near, right.near), shared(left.around, right.around)
    if not left.act or not right.act or left.unsure or right.unsure or apart(left, right):
        return False
    if left.summed != right.summed:
        many = len(left.near.keys() & right.near.keys()) >= _WORDS
        return many and near >= _VERY and around >= _WHOLLY
    if left.late != right.late:
        return False
    if left.late:
        return bool(left.who & right.who or left.thing & right.thing) or _one_arrival(left, right)
    if left.quantity.unit in word_set("values", "lengths") and not left.thing & right.thing:
        return False
    if changing(left.quantity):
        return _same_measure(left, right, near, around)
    if left.act == right.act:
        return near >= _ALIKE and around >= _WIDELY
    if _one_gathering(left, right):
        return around >= _WIDELY * 3 // 2
    return bool(left.thing & right.thing) and (near >= _VERY or (near >= _ALIKE and around >= _WIDELY * 2))


def apart(left: Valued, right: Valued) -> bool:
    """Whether something says that two numbers belong to two things: another day, place or actor, or a part of another."""
    if left.partial or right.partial or left.joint != right.joint:
        return True
    days = any(a.earliest <= b.latest and b.earliest <= a.latest for a in left.days for b in right.days)
    if left.days and right.days and not days:
        return True
    if left.places and right.places and not left.places & right.places:
        return True
    return bool(left.who and right.who and not left.who & right.who)


def _one_arrival(left: Valued, right: Valued) -> bool:
    """Whether both tell how late somebody arrived, who is named in one and "he" or "the leader" in the other."""
    arrivals = word_set("values", "arriving")
    return {left.act, right.act} <= arrivals and not (left.thing | right.thing) & word_set("acts", "deeds")


def _one_gathering(left: Valued, right: Valued) -> bool:
    """Whether both count people who come together at one time ("2,500 protested on Sunday", "1,500 marched on Sunday")."""
    together = word_set("values", "gathering")
    return left.act in together and right.act in together and bool(left.times & right.times)


def changing(quantity: Quantity) -> bool:
    """Whether a number is a share, a sum of money or another measure, which changes from month to month."""
    measures = set(table("units", "measures").values())
    return quantity.unit in measures or (quantity.unit.isupper() and len(quantity.unit) == 3)


def _same_measure(left: Valued, right: Valued, near: int, around: int) -> bool:
    """Whether two measures are of one thing at one time."""
    if not left.thing & right.thing or (left.times != right.times and not left.times & right.times):
        return False
    if left.act == right.act and left.times:
        return near >= _LOOSELY and around >= _WIDELY
    return near >= _VERY or (near >= _ALIKE and around >= _WIDELY * 2)


def counted(quantity: Quantity) -> str:
    """What a number counts; all who come together are people."""
    return "person" if quantity.unit in word_set("values", "crowd") else quantity.unit


def differ(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers cannot be one, rounding allowed, and yet may be two tellings of it."""
    a, b = (value(q) for q in (left, right))
    if a is None or b is None or min(a, b) <= 0 or max(a, b) > _FACTOR * min(a, b):
        return False
    if 1000 * abs(a - b) <= _ROUND * max(a, b) and (left.hedge or right.hedge):
        return False
    if _open(left) and _open(right):
        return a != b and not _vague(left) and not _vague(right)
    if max(_low(left), _low(right)) > min(_high(left), _high(right)):
        return True
    return any(_open(q) and not _vague(q) and 100 * c >= _ABOVE * d for q, c, d in ((left, b, a), (right, a, b)))


def value(quantity: Quantity) -> float | None:
    """The one number that stands for a range: its floor, where it has one."""
    return quantity.low if quantity.low is not None else quantity.high


def _vague(quantity: Quantity) -> bool:
    """Whether a number only tells an order of size ("hundreds")."""
    return quantity.high is None and quantity.hedge is None


def _open(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is None


def _low(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else float("-inf")


def _high(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else float("inf")


def shared(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Per mille of the weight of two bags of words that stands in both."""
    common = sum(2 * weight for key, weight in left.items() if key in right)
    return 1000 * common // max(1, sum(left.values()) + sum(right.values()))
