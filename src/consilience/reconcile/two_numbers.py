"""What two numbers are to each other: of one kind, able to be one number, or told so that a reader should see both."""

from __future__ import annotations

from consilience.lexicons import table, word_set
from consilience.model.annotations import Quantity

_FACTOR, _GROWN = 3, 10  # how many times one value, or one toll, may be the other
_ROUND, _BOTH = 30, 125  # per mille by which a rough value may lie off, and two rough ones from each other
_DOZENS, _HALF, _BEYOND = 24, 2, 5  # the least rough number, and how far a number that it may stand for lies from it
_MILLIONS, _FAR = 1_000_000, 500  # rough numbers that stand for ever so many, and how far those may lie from them
_FEW, _SEVERAL = 3, 20  # the least number that "a few" or "several" stands for, and the highest that may be meant
_ABOVE, _TOLL = 120, 110  # per cent of a floor from which a number, or a toll, is told otherwise than by "more than" it
_COUNTED = 103  # the same of a floor that is no round number, and so was counted ("at least 152")
_DIGITS, _SMALL = (
    2,
    100,
)  # digits before the noughts of a round number, and the number under which all are taken for one


def changing(quantity: Quantity) -> bool:
    """Whether a number is a share, a sum of money or another measure, which changes from month to month."""
    measures = set(table("units", "measures").values())
    return quantity.unit in measures or (quantity.unit.isupper() and len(quantity.unit) == 3)


def counted(quantity: Quantity) -> str:
    """What a number counts; all who come together are people."""
    return "person" if quantity.unit in word_set("values", "crowd") else quantity.unit


def differ(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers cannot be one, rounding allowed, and yet may be two tellings of it."""
    a, b = (value(q) for q in (left, right))
    if a is None or b is None or min(a, b) <= 0:
        return False
    if vague(left) != vague(right):
        return _rougher(*((a, b) if vague(left) else (b, a)))
    tolls = table("units", "fates").values()
    if max(a, b) > (_GROWN if left.unit in tolls else _FACTOR) * min(a, b):
        return False
    if 1000 * abs(a - b) <= _ROUND * max(a, b) and (left.hedge or right.hedge):
        return False
    if _rounded(left) and _rounded(right) and 1000 * abs(a - b) <= _BOTH * max(a, b):
        return False
    if _open(left) and _open(right):
        return a != b and not vague(left) and not vague(right)
    if max(_low(left), _low(right)) > min(_high(left), _high(right)) or _finer(left, right) or _finer(right, left):
        return True
    most = _TOLL if left.unit in tolls else _ABOVE
    floors = [(told, most if _round(floor) else _COUNTED, floor) for told, floor in _over_floors((left, a), (right, b))]
    return any(100 * told >= above * floor for told, above, floor in floors)


def _over_floors(left: tuple[Quantity, float], right: tuple[Quantity, float]) -> list[tuple[float, float]]:
    """Each number beside the other one where that is a floor."""
    pairs = ((left, right), (right, left))
    return [(other[1], one[1]) for one, other in pairs if _open(one[0]) and not vague(one[0])]


def _round(number: float) -> bool:
    """Whether a number is a round one: small, or two digits with noughts behind them."""
    digits = f"{number:.15g}".rstrip("0")
    return number < _SMALL or "." in digits or len(digits) <= _DIGITS


def _finer(left: Quantity, right: Quantity) -> bool:
    """Whether one is a number and the other a range around it, wider than rounding and no whole scale ("2.25 to 2.5 %")."""
    low, high = right.low, right.high
    if left.hedge or right.hedge or left.low is None or left.low != left.high or low is None or high is None:
        return False
    return low <= left.low <= high and 100 * low + 5 * high < 100 * high < 150 * low


def _rougher(rough: float, exact: float) -> bool:
    """Whether an order of size may stand for a number and tells less; "thousands" is as good as 2,000."""
    if rough <= _FEW:
        return rough <= exact <= _SEVERAL
    if rough < _DOZENS or 100 * rough <= 100 * exact <= _ABOVE * rough:
        return False
    return rough <= _HALF * exact and exact <= (_FAR if rough >= _MILLIONS else _BEYOND) * rough


def meet(left: Quantity, right: Quantity) -> bool:
    """Whether one number could be both ("at least two", "three")."""
    return max(_low(left), _low(right)) <= min(_high(left), _high(right))


def value(quantity: Quantity) -> float | None:
    """The one number that stands for a range: its floor, where it has one."""
    return quantity.low if quantity.low is not None else quantity.high


def vague(quantity: Quantity) -> bool:
    """Whether a number only tells an order of size ("hundreds")."""
    return quantity.high is None and quantity.hedge is None


def _open(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is None


def _rounded(quantity: Quantity) -> bool:
    """Whether a number is only about right ("some 40")."""
    return quantity.hedge is not None and quantity.low == quantity.high


def _low(quantity: Quantity) -> float:
    return quantity.low if quantity.low is not None else float("-inf")


def _high(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else float("inf")
