"""Differences between the same two camps told once: claims are coloured by who stands against whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consilience.model.account import Difference, DifferenceKind, DifferenceScope, Side
from consilience.model.ids import content_id
from consilience.model.spans import overlap

_TWO = 2


@dataclass(frozen=True, slots=True)
class Opposed:
    """One claim against another, each with its side."""

    kind: DifferenceKind
    scope: DifferenceScope
    claims: tuple[str, str]
    sides: tuple[Side, Side]
    because: str


def gathered(found: Iterable[Opposed]) -> list[Difference]:
    """A difference for each two camps of claims; where the camps do not come apart, one for each two claims."""
    groups: defaultdict[tuple[DifferenceKind, DifferenceScope], list[Opposed]] = defaultdict(list)
    for one in found:
        groups[one.kind, one.scope].append(one)
    return [d for key in sorted(groups) for part in _parts(groups[key]) for d in _told(part)]


def _parts(opposed: Sequence[Opposed]) -> list[list[Opposed]]:
    """Pairs that share a claim, together."""
    parts: list[tuple[set[str], list[Opposed]]] = []
    for one in sorted(opposed, key=lambda o: o.claims):
        touching = [part for part in parts if part[0] & set(one.claims)]
        claims = set(one.claims).union(*(part[0] for part in touching))
        pairs = [o for part in touching for o in part[1]] + [one]
        parts = [part for part in parts if part not in touching] + [(claims, pairs)]
    return [pairs for _, pairs in parts]


def _told(pairs: Sequence[Opposed]) -> list[Difference]:
    camps = _camps(pairs)
    if camps is None or len(pairs) == 1 or not _one_value(pairs):
        return [_difference(one.claims, one.sides, one) for one in pairs]
    sides = tuple(_joined(pairs, camp, camps) for camp in (0, 1))
    return [_difference(tuple(sorted(camps)), (sides[0], sides[1]), pairs[0])]


def _camps(pairs: Sequence[Opposed]) -> dict[str, int] | None:
    """The camp of each claim, or None where a claim would stand in both."""
    camps = {pairs[0].claims[0]: 0}
    open_pairs = list(pairs)
    while open_pairs:
        known = next((p for p in open_pairs if set(p.claims) & set(camps)), None)
        if known is None:
            return None
        open_pairs.remove(known)
        for a, b in (known.claims, known.claims[::-1]):
            if a in camps and camps.setdefault(b, 1 - camps[a]) == camps[a]:
                return None
    return camps


def _one_value(pairs: Sequence[Opposed]) -> bool:
    """Whether the sides give no more than two numbers; nine, eleven and fourteen are no two camps."""
    return pairs[0].kind != "number" or len({side.value.casefold() for one in pairs for side in one.sides}) <= _TWO


def _joined(pairs: Sequence[Opposed], camp: int, camps: dict[str, int]) -> Side:
    """All sides of one camp as one: the value of the one that most passages carry."""
    sides = [s for one in pairs for claim, s in zip(one.claims, one.sides, strict=True) if camps[claim] == camp]
    ranked = sorted(sides, key=lambda s: (-len(s.passages), s.value))
    passages = tuple(dict.fromkeys(p for s in ranked for p in s.passages))
    return Side(ranked[0].value, passages, tuple(dict.fromkeys(o for s in ranked for o in s.origins)))


def _difference(claims: tuple[str, ...], sides: tuple[Side, Side], like: Opposed) -> Difference:
    ordered = tuple(sorted(sides, key=lambda s: (s.passages[0], s.value)))
    listed = tuple(sorted(claims))
    return Difference(
        "d" + content_id("difference", like.kind, listed), like.kind, like.scope, listed, ordered, like.because
    )


def with_denials(found: Sequence[Difference], denied: Sequence[Difference]) -> list[Difference]:
    """Differences with claims that are denied outright; where another stands against one, the denial joins it."""
    kept = list(found)
    for one in denied:
        at = next((n for n, d in enumerate(kept) if d.kind == "denial" and set(one.claims) <= set(d.claims)), None)
        against = None if at is None else _against(kept[at], one)
        if at is None or against is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], sides=against)
    return kept


def _meet(left: Side, right: Side) -> bool:
    """Whether two sides have words in common."""
    return any(
        a.report == b.report and a.part == b.part and overlap(a.span, b.span)
        for a in left.passages
        for b in right.passages
    )


def _against(known: Difference, denied: Difference) -> tuple[Side, ...] | None:
    """The sides of a difference, the denial with those who stand against what it denies; None where no side says that."""
    said, taken_back = denied.sides
    mine = next((n for n, side in enumerate(known.sides) if _meet(said, side)), None)
    if mine is None or len(known.sides) != _TWO:
        return None
    other = known.sides[1 - mine]
    passages = tuple(dict.fromkeys((*other.passages, *taken_back.passages)))
    joined = replace(other, passages=passages, origins=tuple(dict.fromkeys((*other.origins, *taken_back.origins))))
    return (known.sides[0], joined) if mine == 0 else (joined, known.sides[1])
