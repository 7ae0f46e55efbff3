"""What comparing two texts gave, kept while it may be asked again: a piece that grows by one text asks for all the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.stories.overlaps import Overlap

_KEPT = 1 << 16  # pairs, about a hundred bytes each
_BITS = 10  # of a figure per mille
_FIGURE = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two texts share, and whether they are one text."""

    overlap: Overlap
    copy: bool


class Verdicts:
    """Verdicts by the lasting numbers of two texts, each as one number; the oldest are forgotten."""

    def __init__(self) -> None:
        self._held: dict[int, int] = {}

    def get(self, key: int) -> int | None:
        """What was put under a key."""
        return self._held.get(key)

    def put(self, key: int, value: int) -> None:
        """Keep a verdict."""
        self._held[key] = value
        if len(self._held) > _KEPT:
            for old in list(self._held)[: _KEPT // 8]:
                del self._held[old]

    def forget(self) -> None:
        """Keep nothing, for the numbers of the texts change."""
        self._held.clear()


@dataclass(frozen=True, slots=True)
class Recalled:
    """The verdicts on some texts, by their places in a list; `numbers` are their lasting numbers."""

    verdicts: Verdicts
    numbers: Sequence[int]

    def get(self, pair: tuple[int, int]) -> Verdict | None:
        """What is known of two texts (rising places)."""
        packed = self.verdicts.get(self._key(pair))
        if packed is None:
            return None
        shorter, longer = pair if packed & 1 else pair[::-1]
        return Verdict(Overlap(shorter, longer, packed >> 2 & _FIGURE, packed >> 2 + _BITS), bool(packed & 2))

    def put(self, pair: tuple[int, int], found: Overlap, copy: bool) -> Verdict:
        """Keep what two texts share and whether they are one."""
        packed = (found.part << _BITS | found.contained) << 2 | copy << 1 | (found.shorter == pair[0])
        self.verdicts.put(self._key(pair), packed)
        return Verdict(found, copy)

    def _key(self, pair: tuple[int, int]) -> int:
        return self.numbers[pair[0]] << 32 | self.numbers[pair[1]]
