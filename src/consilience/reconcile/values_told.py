"""Numbers told differently: one fact of a story that has another number in another report, each side in its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from consilience.lexicons import table
from consilience.model.account import Difference, DifferenceScope, Side
from consilience.model.ids import content_id
from consilience.model.time import Moment
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.one_fact import changing, counted, differ, one_fact, shared, value
from consilience.reconcile.valued import Valued

_SOME = 250  # per mille of words shared by two measures that may be of one thing
_CLOSE = 25  # per cent by which two rough counts may lie apart and still be one more and one less exact
_RARE = 250  # weight from which a word of a clause may bring two numbers together
_LONGEST = 60  # numbers that may share such a word; more tell nothing


def values_told_differently(
    library: Library, numbers: Sequence[Valued], claim_of: Mapping[str, str]
) -> Iterator[Difference]:
    """Number differences of the facts that two reports tell in other words or the same; who gives both values has no say."""
    for pair in told_pairs(numbers):
        sides = _sides(library, pair)
        if all(side.passages for side in sides):
            claims = _claims(library, pair, claim_of)
            key = tuple(sorted(p for side in sides for p in side.passages))
            id_ = "d" + content_id("difference", "number", key)
            yield Difference(id_, "number", _scope(library, *pair), claims, sides, _because(pair))


def told_pairs(numbers: Sequence[Valued]) -> list[tuple[Valued, Valued]]:
    """Of all numbers the pairs that two reports give for one fact; each two values of it once."""
    known: defaultdict[tuple[str, str, float | None], list[Valued]] = defaultdict(list)
    for one in numbers:
        known[one.report, counted(one.quantity), value(one.quantity)].append(one)
    found: dict[tuple[object, ...], tuple[Valued, Valued]] = {}
    for left, right in _candidates(numbers):
        if not differ(left.quantity, right.quantity) or not one_fact(left, right):
            continue
        unit, values = counted(left.quantity), (value(left.quantity), value(right.quantity))
        both = (*known[right.report, unit, values[0]], *known[left.report, unit, values[1]])
        if not any(_told_too(one, left if one.report == right.report else right) for one in both):
            found.setdefault((unit, *sorted(v or 0 for v in values)), (left, right))
    return list(found.values())


def _told_too(one: Valued, other: Valued) -> bool:
    """Whether a report gives the other report's value of a thing as well; of a measure with words in common."""
    return not changing(one.quantity) or shared(one.near, other.near) >= _SOME


def _candidates(numbers: Sequence[Valued]) -> list[tuple[Valued, Valued]]:
    """Numbers of two reports that count the same and share a rare word, in a fixed order."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(numbers):
        for word, weight in sorted({**one.near, **one.around}.items()):
            if weight >= _RARE:
                index[counted(one.quantity), word].append(at)
    pairs = {
        pair
        for listed in index.values()
        if len(listed) <= _LONGEST
        for pair in combinations(listed, 2)
        if numbers[pair[0]].report != numbers[pair[1]].report
    }
    return [(numbers[a], numbers[b]) for a, b in sorted(pairs)]


def _sides(library: Library, pair: tuple[Valued, Valued]) -> tuple[Side, ...]:
    made = []
    for one in pair:
        text = text_of(library.reports[one.report].report, one.part)
        said = " ".join(text[one.quantity.span.start : one.quantity.span.end].split())
        made.append(Side(said, passages_at(library, one.report, one.part, (one.sentence,)), ()))
    return tuple(made)


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
    """A count that grew, told by a later report, supersedes; two rough or open ones are less and more exact."""
    a, b = (value(one.quantity) or 0 for one in (left, right))
    earlier, later = (library.reports[one.report].report.published for one in (left, right))
    grew = earlier is not None and later is not None and _grew((a, earlier), (b, later))
    if grew and {left.quantity.unit, left.act} & {*table("units", "fates"), *table("units", "fates").values()}:
        return "superseded"
    rough = all(one.quantity.hedge or one.quantity.high is None for one in (left, right))
    return "finer detail" if rough and 100 * abs(a - b) <= _CLOSE * max(a, b) else "conflict"


def _grew(one: tuple[float, Moment], other: tuple[float, Moment]) -> bool:
    """Whether the report that came out later has the higher count."""
    (a, before), (b, after) = sorted((one, other), key=lambda told: told[0])
    return a < b and before.latest < after.earliest


def _because(pair: Sequence[Valued]) -> str:
    words = sorted(set(pair[0].near) & set(pair[1].near), key=lambda w: (-pair[0].near[w], w))[:4]
    told = ", ".join(sorted(w for w in words if w.isalpha()))
    return f"two values of one thing ({told})" if told else "two values of one thing"
