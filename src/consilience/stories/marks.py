"""One number for each report, in four bytes; and disjoint groups of reports, each under one of its numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np

from consilience.stories.lists import Lists
from consilience.stories.runs import Numbers

NONE = -1


class Groups:
    """Disjoint groups of report numbers with a level; a report that is in none stands alone."""

    def __init__(self) -> None:
        self._of = array("i")
        self._held = Lists()  # for the key of each group its level and its members

    def key(self, number: int) -> int:
        """The key of a report's group, `NONE` where it stands alone."""
        return self._of[number] if number < len(self._of) else NONE

    def members(self, key: int) -> tuple[int, ...]:
        """The members of a group, rising."""
        return tuple(self._held[key][1:])

    def level(self, key: int) -> int:
        """The level a group was put with."""
        return self._held[key][0]

    def put(self, key: int, members: Iterable[int], level: int = 0) -> None:
        """Make a group; its key is one of its members, and the members are rising and in no other group of another key."""
        held = array("I", (level, *members))
        if held[-1] >= len(self._of):
            self._of.extend([NONE] * (held[-1] + 1 - len(self._of)))
        self._held.set(key, held)
        for member in held[1:]:
            self._of[member] = key

    def drop(self, key: int) -> tuple[int, ...]:
        """Dissolve a group; its members."""
        members = self.members(key)
        self._held.set(key, ())
        for member in members:
            self._of[member] = NONE
        return members

    def renumber(self, new: Numbers) -> None:
        """Give all reports new numbers; those whose new number is -1 stand alone, and the order stays."""
        known = np.frombuffer(self._of, np.int32)
        kept = known[new[: len(known)] >= 0].astype(np.int64)
        self._of = array("i", np.where(kept >= 0, new[kept], NONE).astype(np.int32).tobytes())
        self._held.renumber(new, lambda held: [held[0], *new[np.frombuffer(held, np.uint32)[1:]].tolist()])
