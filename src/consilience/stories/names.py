"""The ids of reports by number, and their numbers by id, in a few bytes more than the ids themselves."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from consilience.stories.runs import Numbers, Runs


class Names:
    """Ids side by side, each with a number in the order in which they came; an id that was dropped has none any more."""

    def __init__(self) -> None:
        self._text = bytearray()
        self._ends = array("Q", [0])
        self._by_hash = Runs()

    def add(self, ids: Sequence[str]) -> None:
        """Number ids; they are new."""
        start = len(self._ends) - 1
        for encoded in map(_encoded, ids):
            self._text += encoded
            self._ends.append(len(self._text))
        hashes = np.array([crc32(_encoded(name)) for name in ids], np.uint64)
        self._by_hash.insert(hashes, np.arange(start, start + len(ids)))

    def __getitem__(self, number: int) -> str:
        """The id with a number."""
        return self._text[self._ends[number] : self._ends[number + 1]].decode("utf-8", "surrogatepass")

    def find(self, ids: Sequence[str], live: NDArray[np.bool_]) -> dict[str, int]:
        """The numbers of those ids that have one that is live."""
        wanted = set(ids)
        hashes = np.array(sorted({crc32(_encoded(name)) for name in wanted}), np.uint64)
        _, numbers = self._by_hash.find(hashes)
        found = ((self[number], number) for number in numbers[live[numbers]].tolist())
        return {name: number for name, number in found if name in wanted}

    def renumber(self, new: Numbers) -> None:
        """Drop the ids whose new number is -1 and give the others theirs; their order stays."""
        self._by_hash.renumber(new)
        text, ends = bytearray(), array("Q", [0])
        for number in np.flatnonzero(new >= 0).tolist():
            text += self._text[self._ends[number] : self._ends[number + 1]]
            ends.append(len(text))
        self._text, self._ends = text, ends

    def __len__(self) -> int:
        return len(self._ends) - 1


def _encoded(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")
