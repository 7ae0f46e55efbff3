"""The index: reports come and go one at a time or many at once, and its stories are always those of the set it holds.

First layer: reports that may be copies hang together in pieces, and in each piece the texts say what is one telling. Second
layer: the longest report of every telling stands for it; pieces of alike tellings are cut into stories by average linkage.
Whatever is decided inside a piece is a function of its members alone, and the pieces are a function of the set of reports.
So nothing depends on the order of arrival, and a change is answered by the pieces that it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from consilience.settings import StorySettings
from consilience.stories.holes import give_back
from consilience.stories.keys import copy_keys, story_keys
from consilience.stories.layer import Layer, Rules
from consilience.stories.likeness import Likeness
from consilience.stories.linkage import Merge, average_linkage, cut
from consilience.stories.marks import NONE, Groups
from consilience.stories.pieces import Limits, Piece
from consilience.stories.runs import Numbers
from consilience.stories.shelf import Packed, Shelf
from consilience.stories.sketches import SketchOverlap
from consilience.stories.tellings import Tellings
from consilience.stories.texts import CopyText

_COPY_LEVELS = (60, 120, 200, 350, 500, 650)  # what is alike by the last of them is one text by every rule of copies
_STORY_STEPS = (100, 127, 160, 200, 253, 320, 400, 507)  # per cent of the first level
_MANY = 1000  # reports that came or left, after which memory is given back
_MUCH = 8  # of reports held, one in so many may be gone before their numbers are given anew

TextOf = Callable[[str], CopyText]


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """One story as ids: its copy families, each sorted, by their first report."""

    families: tuple[tuple[str, ...], ...]

    def reports(self) -> tuple[str, ...]:
        """The ids of all its reports, sorted."""
        return tuple(sorted(report for family in self.families for report in family))


@dataclass(frozen=True, slots=True)
class Tree:
    """The tellings of a piece, as ids of reports, and their merges by average linkage, before they are cut into stories."""

    tellings: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...]


class StoryIndex:
    """Reports grouped into copy families and stories.

    `text_of` gives the text of a report that was added, by its id; it is asked where two reports may be copies. All else
    that the index holds of a report is numbers, a kilobyte and a quarter.
    """

    def __init__(self, settings: StorySettings, text_of: TextOf) -> None:
        self._settings = settings
        self._shelf = Shelf()
        self._likeness = Likeness(self._shelf, settings)
        self._tellings = Tellings(self._shelf, text_of, settings)
        self._copies = Layer(self._shelf, self._copy_rules())
        self._stories = Layer(self._shelf, self._story_rules())
        self._families = Groups()  # reports, each family under the one that stands for it
        self._told = Groups()  # those that stand for others or for themselves, each story under its first

    def add(self, reports: Iterable[Packed]) -> tuple[Happening, ...]:
        """Put reports in; one whose id is known takes the place of the old one. The stories that are new or changed."""
        listed = list({report.report: report for report in reports}.values())
        off = _array(sorted(self._shelf.find([report.report for report in listed]).values()))
        self._shelf.drop(off)
        return self._changed(self._shelf.add(listed), off)

    def remove(self, reports: Iterable[str]) -> tuple[Happening, ...]:
        """Take reports out. The stories that are new or changed; unknown ids are passed over."""
        return self._leave(_array(sorted(self._shelf.find(list(reports)).values())))

    def expire(self, before: date) -> tuple[Happening, ...]:
        """Take out every report that appeared before a day; those without a day stay."""
        numbers = self._shelf.numbers()
        return self._leave(numbers[self._shelf.fact("last")[numbers] < before.toordinal()])

    def reports(self) -> tuple[Packed, ...]:
        """The reports that it holds, by id: what another index needs to take them over."""
        return tuple(map(self._shelf.packed, self._by_id(self._shelf.numbers().tolist())))

    def holds(self, reports: Iterable[str]) -> frozenset[str]:
        """Those of the ids that it holds."""
        return frozenset(self._shelf.find(list(reports)))

    def happenings(self) -> tuple[Happening, ...]:
        """All stories, sorted."""
        heads = {self._head(number) for number in self._shelf.numbers().tolist()}
        return tuple(sorted(map(self._happening, {_key(self._told, head) for head in heads})))

    def tellings(self, happening: Happening) -> tuple[Packed, ...]:
        """The report that stands for each copy family of a story."""
        numbers = self._shelf.find([family[0] for family in happening.families]).values()
        return tuple(self._shelf.packed(number) for number in sorted(map(self._head, numbers)))

    def trees(self) -> list[Tree]:
        """For each piece of tellings (those standing alone, too) what joins them; what the thresholds are chosen on."""
        heads = {self._head(number) for number in self._shelf.numbers().tolist()}
        found = []
        while heads:
            piece = self._stories.piece(heads.pop())
            heads.difference_update(piece.members)
            ordered = self._by_id(piece.members)
            merges = [] if piece.flood else average_linkage(self._likeness.matrix(_array(ordered)))
            found.append(Tree(tuple(map(self._telling, ordered)), tuple(merges)))
        return found

    def __len__(self) -> int:
        return len(self._shelf.numbers())

    def _leave(self, off: Numbers) -> tuple[Happening, ...]:
        """Take reports out; what those that left still hold is freed as soon as it is much."""
        self._shelf.drop(off)
        found = self._changed(_array([]), off)
        if _MUCH * (len(self._shelf.ids) - len(self)) > len(self):
            new = self._shelf.renumber()
            for part in (self._copies, self._stories, self._families, self._told):
                part.renumber(new)
            self._likeness.forget()
            self._tellings.forget()
        return found

    def _changed(self, on: Numbers, off: Numbers) -> tuple[Happening, ...]:
        pieces = self._copies.switch(on, off)
        if len(on) + len(off) > _MANY:
            give_back()
        gone = set(off.tolist())
        new = gone | set(on.tolist())
        touched = {member for piece in pieces for member in piece.members} | gone
        old = {self._head(number) for number in touched if number in gone or number not in new}
        _forget(self._families, touched)
        made = [family for piece in pieces for family in self._told_by(piece)]
        heads = {self._keep_family(family) for family in made}
        self._shelf.rows.unfold(_array(sorted(heads)))
        found = self._retold(heads, old)
        if len(on) + len(off) > _MANY:
            give_back()
        return found

    def _retold(self, heads: set[int], old: set[int]) -> tuple[Happening, ...]:
        """The stories that changed, now that tellings `old` gave way to `heads`."""
        pieces = self._stories.switch(_array(sorted(heads - old)), _array(sorted(old - heads)))
        fresh = [story for piece in pieces for story in self._cut(piece) if not self._stands(story)]
        _forget(self._told, {member for story in fresh for member in story} | (old - heads))
        for story in fresh:
            if len(story) > 1:
                self._told.put(story[0], sorted(story))
        changed = {story[0] for story in fresh}
        changed |= {_key(self._told, head) for head in heads}
        return tuple(sorted(map(self._happening, changed)))

    def _stands(self, story: tuple[int, ...]) -> bool:
        """Whether these tellings, and no others, are one story already."""
        key = self._told.key(story[0])
        return key == story[0] and self._told.members(key) == tuple(sorted(story)) if len(story) > 1 else key == NONE

    def _told_by(self, piece: Piece) -> list[tuple[int, ...]]:
        """The tellings of one piece; a flood is one text."""
        if piece.flood or len(piece.members) == 1:
            return [piece.members]
        return self._tellings.of(self._by_id(piece.members))

    def _cut(self, piece: Piece) -> list[tuple[int, ...]]:
        """The stories of one piece of tellings; a flood is one story."""
        if piece.flood or len(piece.members) == 1:
            return [piece.members]
        ordered = self._by_id(piece.members)
        merges = average_linkage(self._likeness.matrix(_array(ordered)))
        return [tuple(ordered[n] for n in story) for story in cut(len(ordered), merges, self._settings)]

    def _by_id(self, numbers: Sequence[int]) -> list[int]:
        return sorted(numbers, key=self._shelf.ids.__getitem__)

    def _head(self, number: int) -> int:
        """The report that stands for the family of another."""
        return _key(self._families, number)

    def _keep_family(self, members: tuple[int, ...]) -> int:
        """Remember a family; the number of the report that stands for it: the longest, of equals the first by id."""
        if len(members) == 1:
            return members[0]
        length = self._shelf.fact("length")[_array(members)]
        longest = [members[n] for n in np.flatnonzero(length == length.max()).tolist()]
        head = min(longest, key=self._shelf.ids.__getitem__)
        self._families.put(head, sorted(members))
        self._shelf.rows.fold(_array(members), head)
        return head

    def _happening(self, story: int) -> Happening:
        heads = self._told.members(story) if self._told.key(story) == story else (story,)
        return Happening(tuple(sorted(map(self._telling, heads))))

    def _telling(self, head: int) -> tuple[str, ...]:
        numbers = self._families.members(head) if self._families.key(head) == head else (head,)
        return tuple(sorted(self._shelf.ids[number] for number in numbers))

    def _copy_rules(self) -> Rules:
        shelf, settings = self._shelf, self._settings
        limits = Limits(_COPY_LEVELS, settings.largest_copies)
        return Rules(lambda n: copy_keys(shelf, n), _always, SketchOverlap(shelf), limits, settings.largest_bucket)

    def _story_rules(self) -> Rules:
        shelf, settings = self._shelf, self._settings
        levels = tuple(min(950, settings.connected * step // 100) for step in _STORY_STEPS)
        limits = Limits(levels, settings.largest_component)
        meet = partial(_within, shelf, settings.compared_days)
        return Rules(lambda n: story_keys(shelf, n), meet, self._likeness, limits, settings.largest_bucket)


def _key(groups: Groups, number: int) -> int:
    """The report that a group is known by; one that is in none is known by itself."""
    key = groups.key(number)
    return number if key == NONE else key


def _forget(groups: Groups, numbers: Iterable[int]) -> None:
    for number in numbers:
        if (key := groups.key(number)) != NONE:
            groups.drop(key)


def _always(left: Numbers, right: Numbers) -> NDArray[np.bool_]:
    return np.ones(len(left), np.bool_)


def _within(shelf: Shelf, days: int, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
    """Whether reports appeared within so many days of others, as far as is known."""
    first, last = shelf.fact("first"), shelf.fact("last")
    found: NDArray[np.bool_] = np.maximum(first[left] - last[right], first[right] - last[left]) <= days
    return found


def _array(numbers: Iterable[int]) -> Numbers:
    return np.array(list(numbers), np.int64)
