"""The words of many reports side by side, a row for each; those of a copy only as far as they differ from another's."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from consilience.stories.columns import Column
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD
from consilience.stories.lists import Lists
from consilience.stories.runs import Numbers

Hashes = NDArray[np.uint32]
Aspects = NDArray[np.uint8]

VIEWS = (WORD, NAME, LEAD, PERSON, PLACE, FIGURE, PLACE | LEAD)
"""The parts of a report's words that are compared, each by what its words must be."""
MOST_WORDS = 128
"""Words of one report that are compared, the rarest first."""
_FOURS, _TWOS = MOST_WORDS // 2, MOST_WORDS // 4  # bytes that hold four and two bits of the aspects of all words
_PACKED = _FOURS + _TWOS
_AT_ONCE = 1000
"""Reports whose words are put down at once, so that little is held twice."""
_FOLDED = -1  # the place of a report without a row of its own
_TAKEN = MOST_WORDS // 32  # numbers that say which words of another's row a report has
_MOST_OWN = MOST_WORDS // 2  # words that the other lacks; with more a row of its own is hardly larger


class Rows:
    """Packed words, what each is, and the sums of squared weights of each view.

    A report that stands for no other may be folded: of its words only those are kept that a given other report lacks. It
    is read like any other, but slowly. The words of the other stay until the numbers change.
    """

    def __init__(self) -> None:
        self._place = Column(np.int32)  # the row of each report
        self._words, self._aspects = Column(np.uint32, MOST_WORDS), Column(np.uint8, _PACKED)
        self._norms = Column(np.int32, len(VIEWS))
        self._free = array("i")  # rows of reports that were folded
        self._stays = Column(np.bool_)  # reports that others are folded against, or that are too little like another
        self._folded = Lists()  # of those: the other, which of its words, own words, and what these are

    def extend(self, listed: list[tuple[Hashes, Aspects]]) -> None:
        """Put down the words of new reports, rising, with what each is."""
        start = len(self._place)
        self._place.extend(np.full(len(listed), _FOLDED, np.int32))
        self._stays.extend(np.zeros(len(listed), np.bool_))
        for begin in range(0, len(listed), _AT_ONCE):
            some = listed[begin : begin + _AT_ONCE]
            self._put(np.arange(start + begin, start + begin + len(some)), *_filled(some))

    def words(self, number: int) -> tuple[Hashes, Aspects]:
        """The packed words of one report and their aspects."""
        place = int(self._place.values[number])
        if place == _FOLDED:
            return self._unfolded(number)
        aspects = _wide(self._aspects.values[place])
        size = int(np.count_nonzero(aspects))  # every word is something in its report
        return self._words.values[place, :size], aspects[:size]

    def of(self, numbers: Numbers) -> Hashes:
        """The packed words of many reports, a row of `MOST_WORDS` for each; what is left of a row is 0."""
        places = self._place.values[numbers]
        found: Hashes = self._words.values[places]
        for at in np.flatnonzero(places == _FOLDED).tolist():
            words, _ = self._unfolded(int(numbers[at]))
            found[at] = 0
            found[at, : len(words)] = words
        return found

    def norms(self, numbers: Numbers) -> NDArray[np.int32]:
        """The sums of squared weights of reports with rows of their own: a row for each, a column for each of `VIEWS`."""
        found: NDArray[np.int32] = self._norms.values[self._place.values[numbers]]
        return found

    def aspects_at(self, numbers: Numbers, at: Numbers) -> Aspects:
        """What words are: each by the number of its report, which has a row of its own, and its place in the row."""
        held, places = self._aspects.values, self._place.values[numbers]
        low = held[places, at % _FOURS] >> (4 * (at // _FOURS)).astype(np.uint8) & 15
        high = held[places, _FOURS + at % _TWOS] >> (2 * (at // _TWOS)).astype(np.uint8) & 3
        found: Aspects = (low | high << 4).astype(np.uint8)
        return found

    def fold(self, numbers: Numbers, base: int) -> None:
        """Keep of reports only what sets them apart from another, which has a row; each is tried once."""
        places, stays = self._place.values, self._stays.values
        numbers = numbers[(places[numbers] != _FOLDED) & ~stays[numbers] & (numbers != base)]
        if not len(numbers):
            return
        theirs = _whole(*self.words(base))
        for number in numbers.tolist():
            words, aspects = self.words(number)
            mine = _whole(words, aspects)
            own = ~np.isin(mine, theirs, assume_unique=True)
            if np.count_nonzero(own) > _MOST_OWN or _two_alike(words):
                stays[number] = True
                continue
            taken = np.zeros(MOST_WORDS, np.bool_)
            taken[: len(theirs)] = np.isin(theirs, mine, assume_unique=True)
            self._folded.set(number, _difference(base, taken, words[own], aspects[own]))
            self._free.append(int(places[number]))
            stays[base], places[number] = True, _FOLDED

    def unfold(self, numbers: Numbers) -> None:
        """Give reports rows of their own again."""
        folded = numbers[self._place.values[numbers] == _FOLDED]
        if len(folded):
            self._put(folded, *_filled([self._unfolded(number) for number in folded.tolist()]))
            for number in folded.tolist():
                self._folded.set(number, ())

    def renumber(self, new: Numbers) -> None:
        """Give the reports new numbers, in the same order; those whose new number is -1 are freed."""
        folded = np.flatnonzero(self._place.values == _FOLDED)
        bases = np.array([self._folded[number][0] for number in folded.tolist()], np.int64)
        self.unfold(folded[(new[bases] < 0) & (new[folded] >= 0)])
        left = np.flatnonzero(new >= 0)
        places = self._place.values[left]
        kept = np.sort(places[places != _FOLDED])
        for column in (self._words, self._aspects, self._norms):
            column.keep(kept)
        self._free = array("i")
        self._place.keep(left)
        self._place.values[places != _FOLDED] = np.searchsorted(kept, places[places != _FOLDED])
        self._folded.renumber(new, lambda held: [int(new[held[0]]), *held[1:]])
        self._stays.keep(left)
        self._stays.values[:] = False
        self._stays.values[new[bases[(new[folded] >= 0) & (new[bases] >= 0)]]] = True

    def _put(self, numbers: Numbers, words: Hashes, aspects: Aspects) -> None:
        """Give reports rows, free ones first."""
        squares = (words & np.uint32(255)).astype(np.float64) ** 2
        norms = [np.where(aspects & view == view, squares, 0).sum(axis=1) for view in VIEWS]
        parts = ((self._words, words), (self._aspects, _narrow(aspects)), (self._norms, np.stack(norms, axis=1)))
        reused = min(len(numbers), len(self._free))
        places = np.array([self._free.pop() for _ in range(reused)], np.int64)
        self._place.values[numbers[:reused]] = places
        self._place.values[numbers[reused:]] = len(self._words) + np.arange(len(numbers) - reused)
        for column, values in parts:
            column.values[places] = values[:reused]
            column.extend(values[reused:])

    def _unfolded(self, number: int) -> tuple[Hashes, Aspects]:
        held = np.array(self._folded[number], np.uint32)
        words, aspects = self.words(int(held[0]))
        taken = np.unpackbits(held[1 : 1 + _TAKEN].view(np.uint8))[: len(words)].astype(np.bool_)
        size = 4 * (len(held) - 1 - _TAKEN) // 5
        own = held[1 + _TAKEN :]
        words = np.concatenate((words[taken], own[:size]))
        aspects = np.concatenate((aspects[taken], own[size:].view(np.uint8)[:size]))
        order = np.argsort(words)
        return words[order], aspects[order]


def _filled(listed: list[tuple[Hashes, Aspects]]) -> tuple[Hashes, Aspects]:
    """Words and aspects as rows."""
    words = np.zeros((len(listed), MOST_WORDS), np.uint32)
    aspects = np.zeros((len(listed), MOST_WORDS), np.uint8)
    for place, (mine, are) in enumerate(listed):
        words[place, : len(mine)], aspects[place, : len(are)] = mine, are
    return words, aspects


def _whole(words: Hashes, aspects: Aspects) -> NDArray[np.uint64]:
    """Words with what they are as single numbers, rising."""
    found: NDArray[np.uint64] = words.astype(np.uint64) << np.uint64(8) | aspects
    return found


def _two_alike(words: Hashes) -> bool:
    """Whether two words have one hash: then the order of the words does not follow from what they are."""
    hashes = words >> np.uint32(8)
    return bool(np.any(hashes[1:] == hashes[:-1]))


def _difference(base: int, taken: NDArray[np.bool_], words: Hashes, aspects: Aspects) -> list[int]:
    """What is kept of a folded report: the four bytes of an entry hold what four words are."""
    padded = np.zeros(-(-len(aspects) // 4) * 4, np.uint8)
    padded[: len(aspects)] = aspects
    return [base, *np.packbits(taken).view(np.uint32).tolist(), *words.tolist(), *padded.view(np.uint32).tolist()]


def _narrow(aspects: Aspects) -> Aspects:
    """Rows of aspects, six bits each, in three quarters of the room: the lower four bits in pairs, the others in fours."""
    low = aspects[:, :_FOURS] & 15 | aspects[:, _FOURS:] << 4
    high = [aspects[:, at * _TWOS : (at + 1) * _TWOS] >> 4 << 2 * at for at in range(4)]
    found: Aspects = np.concatenate((low, high[0] | high[1] | high[2] | high[3]), axis=1)
    return found


def _wide(packed: Aspects) -> Aspects:
    """The aspects of one report."""
    low, high = packed[:_FOURS], packed[_FOURS:]
    upper = np.concatenate([(high >> 2 * at & 3) << 4 for at in range(4)])
    found: Aspects = np.concatenate((low & 15, low >> 4)) | upper
    return found
