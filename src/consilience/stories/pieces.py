"""Pieces: reports that hang together by links of enough likeness, no piece larger than can be compared each with each.

A piece is a connected component over all links, or, where that is too large, over the links of the next level, and so on.
What is still too large at the highest level is one piece, known as a flood. The pieces follow from the set of links alone,
so a change is answered by looking again at the pieces of the reports whose links changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.stories.lists import Lists
from consilience.stories.marks import NONE, Groups
from consilience.stories.runs import Numbers

_SCORE = 10  # bits of a link that hold its score, per mille; the rest is the number of the other report
_MASK = (1 << _SCORE) - 1
_HALF = 32


@dataclass(frozen=True, slots=True)
class Limits:
    """The scores of the levels, rising, and how many reports a piece may have."""

    levels: tuple[int, ...]
    largest: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Report numbers, rising, and the level they hang together at; beyond the last level stands a flood.

    A flood is too large to be compared each with each.
    """

    members: tuple[int, ...]
    level: int
    flood: bool


class Links:
    """Which reports are linked, with the score of each link; four bytes from each side among the first four million."""

    def __init__(self) -> None:
        self._of = Lists()

    def renumber(self, new: Numbers) -> None:
        """Give all reports new numbers; those whose new number is -1 have no links, and the order stays."""
        self._of.renumber(new, lambda held: [int(new[link >> _SCORE]) << _SCORE | link & _MASK for link in held])

    def add(self, one: int, others: Iterable[int], scores: Iterable[int]) -> list[int]:
        """Link a report with others that it is not linked with yet; the numbers whose links changed."""
        held = self._of[one]
        known = {link >> _SCORE for link in held}
        new = [other << _SCORE | score for other, score in zip(others, scores, strict=True) if other not in known]
        if not new:
            return []
        self._of.set(one, [*held, *new])
        touched = [one]
        for link in new:
            self._of.append(link >> _SCORE, one << _SCORE | link & _MASK)
            touched.append(link >> _SCORE)
        return touched

    def linked(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """For parallel numbers whether the two are linked."""
        ones, at = np.unique(right, return_inverse=True)
        owners, links = self._of.several(ones)
        held = np.sort(owners << _HALF | links >> _SCORE)
        wanted = at << _HALF | left
        places = np.searchsorted(held, wanted)
        found: NDArray[np.bool_] = np.append(held, -1)[places] == wanted
        return found

    def cut(self, left: Iterable[int], right: Iterable[int]) -> list[int]:
        """Take links away, each between parallel numbers; the numbers whose links changed."""
        gone: dict[int, set[int]] = {}
        for one, other in zip(left, right, strict=True):
            gone.setdefault(one, set()).add(other)
            gone.setdefault(other, set()).add(one)
        for number, others in gone.items():
            self._of.set(number, [link for link in self._of[number] if link >> _SCORE not in others])
        return list(gone)

    def leave(self, number: int) -> list[int]:
        """Take all links of a report away; the numbers it was linked with."""
        others = self.around(number, 0)
        self.cut([number] * len(others), others)
        return others

    def around(self, number: int, least: int) -> list[int]:
        """The numbers linked with a score of at least `least`."""
        return [link >> _SCORE for link in self._of[number] if link & _MASK >= least]


class Pieces:
    """The pieces over links that change."""

    def __init__(self, limits: Limits) -> None:
        self.links = Links()
        self._limits = limits
        self._groups = Groups()

    def piece(self, number: int) -> Piece:
        """The piece of a report; one without links is alone."""
        key = self._groups.key(number)
        return Piece((number,), 0, False) if key == NONE else self._held(key)

    def renumber(self, new: Numbers) -> None:
        """Give all reports new numbers; those whose new number is -1 are in no piece of several, and the order stays."""
        self.links.renumber(new)
        self._groups.renumber(new)

    def _held(self, key: int) -> Piece:
        level = self._groups.level(key)
        return Piece(self._groups.members(key), level, level == len(self._limits.levels))

    def refresh(self, touched: Iterable[int], gone: Iterable[int], loosened: bool) -> list[Piece]:
        """The pieces that are new now that the links of `touched` changed and `gone` left; by their first number.

        `loosened` says that links were taken away, not only added.
        """
        left = set(gone)
        changed = set(touched) - left
        flood = None if loosened or left else self._joined(changed)
        if flood is not None:
            return [flood]
        # While links are only added, a level that was too crowded for a report stays so.
        crowded: dict[int, int] = {}
        todo = {member for number in changed | left for member in self._dissolved(number, crowded)} - left
        crowds: list[set[int]] = [set() for _ in self._limits.levels]
        done: set[int] = set()
        made = []
        while todo:
            number = todo.pop()
            found = self._search(number, 0 if loosened or left else self._open_level(number, crowded), crowds)
            done.update(found.members)
            todo.difference_update(found.members)
            loose = (other for member in found.members for other in self._dissolved(member, crowded))
            todo.update(other for other in loose if other not in done and other not in left)
            made.append(found)
        for piece in made:
            self._keep(piece)
        return sorted(made, key=lambda piece: piece.members)

    def _joined(self, changed: set[int]) -> Piece | None:
        """The flood that new members joined, where nothing else changed: no other piece can be another one then."""
        keys = {self._groups.key(number) for number in changed} - {NONE}
        new = [number for number in changed if self._groups.key(number) == NONE]
        if len(keys) != 1 or not new:
            return None
        key = next(iter(keys))
        if self._groups.level(key) < len(self._limits.levels):
            return None
        flood, top = self._held(key), self._limits.levels[-1]
        if not all(self._touches(number, key, top) for number in new):
            return None
        joined = Piece(tuple(sorted(flood.members + tuple(new))), flood.level, True)
        self._groups.put(key, joined.members, joined.level)
        return joined

    def _touches(self, number: int, key: int, level: int) -> bool:
        return any(self._groups.key(other) == key for other in self.links.around(number, level))

    def _dissolved(self, number: int, crowded: dict[int, int]) -> tuple[int, ...]:
        """The members of the piece a number was in, which is no more; notes at which level they hung together."""
        key = self._groups.key(number)
        if key == NONE:
            return (number,)
        level, members = self._groups.level(key), self._groups.drop(key)
        crowded.update(dict.fromkeys(members, level))
        return members

    def _open_level(self, number: int, crowded: dict[int, int]) -> int:
        """The first level that is not known to be too crowded for a number: it is for all that hangs together there."""
        level = crowded.get(number, 0)
        while level < len(self._limits.levels) and any(
            self._crowding(other, crowded) > level for other in self.links.around(number, self._limits.levels[level])
        ):
            level += 1
        return level

    def _crowding(self, number: int, crowded: dict[int, int]) -> int:
        return crowded[number] if number in crowded else self.piece(number).level

    def _keep(self, found: Piece) -> None:
        if len(found.members) > 1 or found.level:
            self._groups.put(found.members[0], found.members, found.level)

    def _search(self, number: int, start: int, crowds: list[set[int]]) -> Piece:
        """The piece of a number, from the links alone; no level before `start` holds it.

        `crowds` has for each level reports that are known to hang together with too many.
        """
        for level, least in enumerate(self._limits.levels[start:], start):
            found = self._few_reached(number, least, crowds[level])
            if found:
                return Piece(tuple(sorted(found)), level, False)
        return Piece(tuple(sorted(self._reached(number, self._limits.levels[-1]))), len(self._limits.levels), True)

    def _few_reached(self, number: int, least: int, crowd: set[int]) -> set[int]:
        """The component of a number over links of at least so much; where it is too large, none, and it is noted as crowd."""
        if number in crowd:
            return set()
        seen, edge = {number}, [number]
        while edge:
            new = [other for other in self.links.around(edge.pop(), least) if other not in seen]
            seen.update(new)
            edge += new
            if len(seen) > self._limits.largest or not crowd.isdisjoint(new):
                crowd |= seen
                return set()
        return seen

    def _reached(self, number: int, least: int) -> set[int]:
        """The component of a number over links of at least so much, however large."""
        seen, edge = {number}, [number]
        while edge:
            new = [other for other in self.links.around(edge.pop(), least) if other not in seen]
            seen.update(new)
            edge += new
        return seen
