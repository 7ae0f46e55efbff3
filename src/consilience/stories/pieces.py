"""Pieces: reports that hang together by links of enough likeness, no piece larger than can be compared each with each.

A piece is a connected component over all links, or, where that is too large, over the links of the next level, and so on.
What is still too large at the highest level is one piece, known as a flood. The pieces follow from the set of links alone,
so a change is answered by looking again at the pieces of the reports whose links changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from consilience.stories.lists import Lists
from consilience.stories.marks import NONE, Groups
from consilience.stories.runs import Numbers

_SCORE = 10  # bits of a link that hold its score, per mille; the rest is the number of the other report
_MASK = (1 << _SCORE) - 1


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
        known = {link >> _SCORE for link in self._of[one]}
        touched = []
        for other, score in zip(others, scores, strict=True):
            if other not in known:
                self._of.append(one, other << _SCORE | score)
                self._of.append(other, one << _SCORE | score)
                touched.append(other)
        return [one, *touched] if touched else []

    def linked(self, a: int, b: int) -> bool:
        """Whether two reports are linked."""
        shorter, other = (a, b) if self._of.size(a) <= self._of.size(b) else (b, a)
        return any(link >> _SCORE == other for link in self._of[shorter])

    def cut(self, a: int, b: int) -> list[int]:
        """Take a link away; the numbers whose links changed."""
        if not self.linked(a, b):
            return []
        self._drop(a, b)
        self._drop(b, a)
        return [a, b]

    def leave(self, number: int) -> list[int]:
        """Take all links of a report away; the numbers it was linked with."""
        others = self.around(number, 0)
        for other in others:
            self._drop(other, number)
        self._of.set(number, ())
        return others

    def around(self, number: int, least: int) -> list[int]:
        """The numbers linked with a score of at least `least`."""
        return [link >> _SCORE for link in self._of[number] if link & _MASK >= least]

    def _drop(self, number: int, other: int) -> None:
        self._of.set(number, [link for link in self._of[number] if link >> _SCORE != other])


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
        done: set[int] = set()
        made = []
        while todo:
            number = todo.pop()
            found = self._search(number, 0 if loosened or left else self._open_level(number, crowded))
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

    def _search(self, number: int, start: int) -> Piece:
        """The piece of a number, from the links alone; no level before `start` holds it."""
        for level, least in enumerate(self._limits.levels[start:], start):
            found = self._reached(number, least, self._limits.largest)
            if len(found) <= self._limits.largest:
                return Piece(tuple(sorted(found)), level, False)
        found = self._reached(number, self._limits.levels[-1], None)
        return Piece(tuple(sorted(found)), len(self._limits.levels), True)

    def _reached(self, number: int, least: int, most: int | None) -> set[int]:
        """The component of a number over links of at least so much; the search ends when it has more than `most`."""
        seen, edge = {number}, [number]
        while edge and (most is None or len(seen) <= most):
            new = [other for other in self.links.around(edge.pop(), least) if other not in seen]
            seen.update(new)
            edge += new
        return seen
