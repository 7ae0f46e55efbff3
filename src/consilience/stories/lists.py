"""Short lists of whole numbers, one for each report, side by side in one array: no object is kept for any of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np

from consilience.stories.runs import Numbers, spread

_ROOMS = sorted({size << shift for size in (2, 3) for shift in range(30)})
"""What a list may have room for; so a third of it is empty at most, and places that got free fit others."""


class Lists:
    """A list for each number that has one; lists grow at their end, and an empty list takes no room."""

    def __init__(self) -> None:
        self._held = array("I", [0])  # for each list its length and its values; the first place stays unused
        self._begins = array("I")
        self._free: dict[int, array[int]] = {}

    def __getitem__(self, number: int) -> array[int]:
        """A copy of the list of a number."""
        begin = self._begins[number] if number < len(self._begins) else 0
        return self._held[begin + 1 : begin + 1 + self._held[begin]]

    def size(self, number: int) -> int:
        """The length of the list of a number."""
        return self._held[self._begins[number]] if number < len(self._begins) else 0

    def several(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The lists of many numbers, one after the other: for each value the position of its number, and the value."""
        held = np.frombuffer(self._held, np.dtype(self._held.typecode))
        begins = np.append(np.frombuffer(self._begins, np.uint32), np.uint32(0)).astype(np.int64)
        places = begins[np.minimum(numbers, len(begins) - 1)]
        owners, at = spread(places + 1, places + 1 + held[places].astype(np.int64))
        return owners, held[at].astype(np.int64)

    def append(self, number: int, value: int) -> None:
        """Put a value at the end of a list."""
        size = self.size(number)
        if size == 0 or size == _room(size):
            self._move(number, self[number], size + 1)
        begin = self._begins[number]
        try:
            self._held[begin + 1 + size] = value
        except OverflowError:
            self._write(begin + 1 + size, (value,))
        self._held[begin] = size + 1

    def set(self, number: int, values: Sequence[int]) -> None:
        """Give a number another list."""
        self._move(number, values, len(values))

    def renumber(self, new: Numbers, change: Callable[[array[int]], Sequence[int]]) -> None:
        """Give all reports new numbers and their lists what `change` makes of them; those whose new number is -1 go."""
        old = Lists()
        old._held, old._begins = self._held, self._begins
        self._held, self._begins, self._free = array(old._held.typecode, [0]), array("I"), {}
        for number, place in zip(range(len(old._begins)), new.tolist(), strict=False):
            if place >= 0 and old._begins[number]:
                self.set(place, change(old[number]))

    def _move(self, number: int, values: Sequence[int], size: int) -> None:
        """Write the values where there is room for `size` of them, and free the room the list had."""
        if number >= len(self._begins):
            self._begins.extend([0] * (number + 1 - len(self._begins)))
        begin, room = self._begins[number], _room(size)
        held = _room(self._held[begin])
        if held != room:
            if held:
                self._free.setdefault(held, array("I")).append(begin)
            begin = self._begins[number] = self._take(room) if room else 0
        if begin:
            self._held[begin] = len(values)
            self._write(begin + 1, values)

    def _take(self, room: int) -> int:
        free = self._free.get(room)
        if free:
            return free.pop()
        begin = len(self._held)
        self._held.extend([0] * (room + 1))
        return begin

    def _write(self, begin: int, values: Sequence[int]) -> None:
        try:
            written = array(self._held.typecode, values)
        except OverflowError:
            self._held, written = array("Q", self._held), array("Q", values)
        self._held[begin : begin + len(written)] = written


def _room(size: int) -> int:
    return _ROOMS[bisect_left(_ROOMS, size)] if size else 0
