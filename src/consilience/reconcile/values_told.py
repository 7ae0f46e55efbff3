"""Numbers told differently: one fact of a story that has another number in another report, each side in its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from consilience.lexicons import table, word_set
from consilience.model.account import Difference, DifferenceScope, Side
from consilience.model.annotations import Quantity
from consilience.model.ids import content_id
from consilience.model.time import Moment
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.one_fact import counted_once, one_fact, shared
from consilience.reconcile.two_numbers import changing, counted, differ, meet, vague, value
from consilience.reconcile.valued import Valued

_SOME = 250  # per mille of words shared by two measures that may be of one thing
_CLOSE = 25  # per cent by which two rough counts may lie apart and still be one more and one less exact
_RARE = 250  # weight from which a word of a clause may bring two numbers together
_LONGEST = 60  # numbers that may share such a word; more tell nothing


def values_told_differently(
    library: Library, numbers: Sequence[Valued], claim_of: Mapping[str, str]
) -> Iterator[Difference]:
    """Number differences of the facts that two reports tell in other words or the same; who gives both values has no say."""
    for camps in told_camps(numbers):
        pair = _first(camps[0]), _first(camps[1])
        sides = tuple(_side(library, camp) for camp in camps)
        if all(side.passages for side in sides):
            claims = _claims(library, [one for camp in camps for one in camp], claim_of)
            key = tuple(sorted(p for side in sides for p in side.passages))
            id_ = "d" + content_id("difference", "number", tuple(side.value for side in sides), key)
            yield Difference(id_, "number", _scope(library, *pair), claims, sides, _because(pair))


def _first(camp: Sequence[Valued]) -> Valued:
    """Who stands for a camp: of those who tell how long a private talk is to be, one who says that it lies ahead."""
    return next((one for one in camp if one.private and one.planned), camp[0])


def told_camps(numbers: Sequence[Valued]) -> list[tuple[list[Valued], list[Valued]]]:
    """For each two values of one fact those who give the one and those who give the other."""
    known: defaultdict[tuple[str, str, float | None], list[Valued]] = defaultdict(list)
    for one in numbers:
        known[one.report, counted(one.quantity), _number(one.quantity)].append(one)
    pairs = [(numbers[a], numbers[b]) for a, b in _candidates(numbers) if _two_values(numbers[a], numbers[b], known)]
    camps: list[tuple[tuple[float, bool], list[Valued], tuple[float, bool], list[Valued]]] = []
    for pair in pairs:
        left, right = sorted(pair, key=lambda one: (*_camp(one), one.report, one.sentence))
        mine, theirs = _camp(left), _camp(right)
        talk = left.private and right.private
        same = (
            c
            for c in camps
            if (c[0], c[2]) == (mine, theirs)
            and (_in(left, c[1]) or _in(right, c[3]) or (talk and c[1][0].private and c[3][0].private))
        )
        camp = next(same, None)
        if camp is None:
            camps.append((mine, [left], theirs, [right]))
        else:
            camp[1].extend([] if _in(left, camp[1]) else [left])
            camp[3].extend([] if _in(right, camp[3]) else [right])
    return [(camp[1], camp[3]) for camp in camps]


def _camp(one: Valued) -> tuple[float, bool]:
    """What those who give one value have in common: the number, and whether it is only an order of size."""
    return _number(one.quantity) or 0, vague(one.quantity)


def _number(quantity: Quantity) -> float | None:
    """The number by which two values are told apart: of a range from one number to another what lies between them."""
    low, high = quantity.low, quantity.high
    return (low + high) / 2 if low is not None and high is not None else value(quantity)


def _in(one: Valued, listed: Sequence[Valued]) -> bool:
    return any(one is other for other in listed)


_Known = Mapping[tuple[str, str, float | None], Sequence[Valued]]


def _two_values(left: Valued, right: Valued, known: _Known) -> bool:
    """Whether two numbers are two values of one fact, of which neither report gives the other's too."""
    if not differ(left.quantity, right.quantity) or _adds_up(left, right) or _adds_up(right, left):
        return False
    if not one_fact(left, right):
        return False
    if vague(left.quantity) != vague(right.quantity) or (left.private and right.private):
        return True
    unit, values = counted(left.quantity), (_number(left.quantity), _number(right.quantity))
    both = [(one, right) for one in known.get((right.report, unit, values[0]), ())]
    both += [(one, left) for one in known.get((left.report, unit, values[1]), ())]
    return not any(_told_too(one, other) for one, other in both)


def _adds_up(one: Valued, other: Valued) -> bool:
    """Whether one and another number of its sentence come to the other ("12 dockers and 11 millers", "23 people")."""
    low, whole = one.quantity.low, other.quantity.low
    unit = one.quantity.unit
    return low is not None and whole is not None and any(low + more == whole and unit == of for of, more in one.others)


def _told_too(one: Valued, other: Valued) -> bool:
    """Whether a report gives the other report's value of a thing as well; of a measure with words in common."""
    free = changing(one.quantity) or one.quantity.unit in word_set("values", "lengths")
    return not free or shared(one.near, other.near) >= _SOME


def _candidates(numbers: Sequence[Valued]) -> list[tuple[int, int]]:
    """Numbers of two reports that count the same and share a rare word, in a fixed order."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(numbers):
        for word, weight in sorted({**one.near, **one.around}.items()):
            if weight >= _RARE:
                index[counted(one.quantity), word].append(at)
        if one.private or counted_once(one):
            index[counted(one.quantity), ""].append(at)
    pairs = {
        pair
        for listed in index.values()
        if len(listed) <= _LONGEST
        for pair in combinations(listed, 2)
        if numbers[pair[0]].report != numbers[pair[1]].report
    }
    return sorted(pairs)


def _side(library: Library, camp: Sequence[Valued]) -> Side:
    first = camp[0]
    text = text_of(library.reports[first.report].report, first.part)
    said = " ".join(text[first.quantity.span.start : first.quantity.span.end].split())
    passages = [p for one in camp for p in passages_at(library, one.report, one.part, (one.sentence,))]
    return Side(said, tuple(dict.fromkeys(passages)), ())


def _claims(library: Library, pair: Sequence[Valued], claim_of: Mapping[str, str]) -> tuple[str, ...]:
    """The claims whose words give the numbers."""
    spans = {(one.report, one.part, one.quantity.span) for one in pair}
    told = (
        claim_of.get(p.id)
        for p in library.propositions.values()
        if any((p.report, p.part, span) in spans for span in p.quantities)
    )
    return tuple(sorted({claim for claim in told if claim is not None}))


def _scope(library: Library, left: Valued, right: Valued) -> DifferenceScope:
    """A count that grew, or took the place of a floor or a plan, supersedes; two rough ones are less and more exact."""
    a, b = (value(one.quantity) or 0 for one in (left, right))
    earlier, later = (library.reports[one.report].report.published for one in (left, right))
    if vague(left.quantity) != vague(right.quantity) and left.quantity.unit not in table("units", "fates").values():
        return "finer detail"
    grew = earlier is not None and later is not None and _grew((a, earlier), (b, later))
    if grew and {left.quantity.unit, left.act} & {*table("units", "fates"), *table("units", "fates").values()}:
        return "superseded"
    grown = left.quantity.unit in table("units", "fates").values() and meet(left.quantity, right.quantity)
    if left.planned != right.planned or grown:
        return "superseded"
    if all(word_set("values", "models") & one.around.keys() for one in (left, right)):
        return "not comparable"
    if vague(left.quantity) != vague(right.quantity) or meet(left.quantity, right.quantity):
        return "finer detail"
    rough = all(one.quantity.hedge or one.quantity.high is None for one in (left, right))
    return "finer detail" if rough and 100 * abs(a - b) <= _CLOSE * max(a, b) else "conflict"


def _grew(one: tuple[float, Moment], other: tuple[float, Moment]) -> bool:
    """Whether the report that came out later has the higher count."""
    (a, before), (b, after) = sorted((one, other), key=lambda told: told[0])
    return a < b and before.latest < after.earliest


def _because(pair: Sequence[Valued]) -> str:
    if all(one.private for one in pair):
        return "two lengths of a private talk"
    words = sorted(set(pair[0].near) & set(pair[1].near), key=lambda w: (-pair[0].near[w], w))[:4]
    told = ", ".join(sorted(w for w in words if w.isalpha()))
    return f"two values of one thing ({told})" if told else "two values of one thing"
