"""Numbers that hang together by pairs."""

from __future__ import annotations

from collections.abc import Iterable

Pair = tuple[int, int]


def components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The connected components of `size` numbers over the pairs; each is sorted, and they come by their first number."""
    leader = list(range(size))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for left, right in pairs:
        a, b = find(left), find(right)
        leader[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for number in range(size):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())
