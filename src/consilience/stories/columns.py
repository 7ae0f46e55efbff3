"""Arrays that grow at their end, side by side for all reports of an index."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Column:
    """An array that grows at its end, in place; with a width, an array of rows."""

    def __init__(self, kind: type[np.generic], *width: int) -> None:
        self._held: NDArray[Any] = np.zeros((64, *width), kind)
        self._size = 0

    def extend(self, values: NDArray[Any]) -> None:
        """Put `values` behind what is there. No array given out before may be used afterwards."""
        size = self._size + len(values)
        if size > len(self._held):
            room = max(size, len(self._held) + len(self._held) // 64 + 64)
            self._held.resize((room, *self._held.shape[1:]), refcheck=False)
        self._held[self._size : size] = values
        self._size = size

    def keep(self, kept: NDArray[Any]) -> None:
        """Leave only the places that are listed, or true."""
        self._held = self.values[kept]
        self._size = len(self._held)

    @property
    def values(self) -> NDArray[Any]:
        """What is there; good until the next `extend`."""
        return self._held[: self._size]

    def __len__(self) -> int:
        return self._size
