"""How much wording two texts share outside quotation marks, and from how much on one is a copy or rewrite of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from consilience.model.story import CopyLink, LinkKind
from consilience.settings import StorySettings
from consilience.stories.frequencies import RARE, RAREST, weights
from consilience.stories.runs import Numbers
from consilience.stories.stretches import matches
from consilience.stories.texts import CopyText
from consilience.wording import fold

FAIR_PART = 200  # per mille of the longer text from which a text is no mere piece of it
_WHOLE = 700  # per mille of the longer text; who has more of it is no cut copy but an edited one
CUT = 800  # per mille of the shorter text's shingles that make it a cut copy of any longer one
_SMALL_PART = 20  # per mille of the longer text; who carries less of a text than this is a page of many things
_TRACE = 100  # per mille of the shorter text's shingles from which the rest is compared
_FIRM_TRACE = 150  # the same, where no whole sentences are alike
_MUCH, _MUCH_TRACE, _MUCH_RARE = 75, 120, 400
"""Shared shingles that are a rewrite in a text of any length, with this trace and this share of its rare words."""
_LIKE_SENTENCES = 600  # per mille of the shorter text's words that stand in like sentences of the longer
_LEAST = 8  # shingles; shorter texts are copies only when they are the same
_ENOUGH = 40  # shingles; of a shorter text too little is left in a rewrite to know it by
COPY, NO_COPY, UNDECIDED = 1, 0, -1
"""What shares of shingles alone say of two texts."""

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: shingles, per mille of the shorter and of the longer; `shorter` and `longer` are numbers."""

    shorter: int
    longer: int
    contained: int
    part: int

    def pair(self) -> tuple[int, int]:
        """The two numbers, rising."""
        return min(self.shorter, self.longer), max(self.shorter, self.longer)


class Wordings:
    """What the words of texts are compared by, made once for each text that is asked for."""

    def __init__(self, texts: Sequence[CopyText]) -> None:
        self._texts = texts
        self._runs: dict[int, frozenset[tuple[str, ...]]] = {}
        self._rare: dict[int, frozenset[str]] = {}

    def runs_kept(self, shorter: int, longer: int) -> int:
        """Per mille of the shorter text's runs of three words that stand in the longer."""
        return _share(self._runs_of(shorter), self._runs_of(longer))

    def rare_kept(self, shorter: int, longer: int) -> int:
        """Per mille of the shorter text's rare words, names and numbers that stand in the longer."""
        return _share(self._rare_of(shorter), self._rare_of(longer))

    def _runs_of(self, number: int) -> frozenset[tuple[str, ...]]:
        if number not in self._runs:
            self._runs[number] = _runs(self._texts[number].own_words())
        return self._runs[number]

    def _rare_of(self, number: int) -> frozenset[str]:
        if number not in self._rare:
            self._rare[number] = _rare(self._texts[number].own_words())
        return self._rare[number]


def overlap(texts: Sequence[CopyText], pair: tuple[int, int]) -> Overlap:
    """How much two texts share; of equally long ones the second number counts as the shorter."""
    longer, shorter = sorted(pair, key=lambda number: (-len(texts[number].shingles), number))
    shared = len(np.intersect1d(texts[shorter].shingles, texts[longer].shingles, assume_unique=True))
    contained = 1000 * shared // max(1, len(texts[shorter].shingles))
    return Overlap(shorter, longer, contained, 1000 * shared // max(1, len(texts[longer].shingles)))


def is_copy(
    found: Overlap, texts: Sequence[CopyText], settings: StorySettings, wordings: Wordings | None = None
) -> bool:
    """Whether the shorter text is the longer one, whole, edited, or rewritten; `wordings` are those of the texts."""
    shorter, longer = texts[found.shorter], texts[found.longer]
    if len(shorter.shingles) < _LEAST:
        return found.contained == found.part == 1000
    if found.contained >= settings.copy_containment:
        return found.part >= _SMALL_PART
    if found.contained < _TRACE or found.part < _SMALL_PART or len(shorter.shingles) < _ENOUGH:
        return False
    if _agencies_differ(shorter, longer):
        return False
    told = wordings or Wordings(texts)
    score = found.contained + retold(found, told) if found.contained >= _FIRM_TRACE else 0
    return score >= settings.rewritten_score or _much(found, shorter, told) or _sentence_by_sentence(shorter, longer)


def by_share(contained: Numbers, part: Numbers, shorter: Numbers, settings: StorySettings) -> Numbers:
    """What `is_copy` says of pairs of different texts as far as the shares decide; `shorter` are shingles of the shorter."""
    hopeless = (contained < _TRACE) | (part < _SMALL_PART) | (shorter < _ENOUGH)
    cases = [shorter < _LEAST, contained >= settings.copy_containment, hopeless]
    found: Numbers = np.select(cases, [NO_COPY, np.where(part >= _SMALL_PART, COPY, NO_COPY), NO_COPY], UNDECIDED)
    return found


def piece_by_share(contained: Numbers, part: Numbers, shorter: Numbers) -> NDArray[np.bool_]:
    """What `is_piece` says of many pairs; `shorter` are shingles of the shorter text."""
    found: NDArray[np.bool_] = (contained >= CUT) & (part < _SMALL_PART) & (shorter >= _LEAST)
    return found


def _much(found: Overlap, shorter: CopyText, told: Wordings) -> bool:
    """Whether long pieces of the shorter text stand in the longer, however much else it has."""
    shared = found.contained * len(shorter.shingles) // 1000
    if shared < _MUCH or found.contained < _MUCH_TRACE:
        return False
    return told.rare_kept(found.shorter, found.longer) >= _MUCH_RARE


def _sentence_by_sentence(shorter: CopyText, longer: CopyText) -> bool:
    """Whether most of the shorter text's words stand in sentences that are alike in the longer, three sentences at least."""
    matched = matches(shorter, longer)
    own = sum(len(sentence.own) for sentence in shorter.sentences)
    standing = sum(len(shorter.sentences[match.left].own) for match in matched)
    return len(matched) >= 3 and 1000 * standing >= _LIKE_SENTENCES * own


def is_piece(found: Overlap, texts: Sequence[CopyText]) -> bool:
    """Whether nearly all of the shorter text stands in a much longer page, which may be a page of many things."""
    return found.contained >= CUT and found.part < _SMALL_PART and len(texts[found.shorter].shingles) >= _LEAST


def _agencies_differ(left: CopyText, right: CopyText) -> bool:
    return left.agency is not None and right.agency is not None and fold(left.agency) != fold(right.agency)


def retold(found: Overlap, told: Wordings) -> int:
    """How much of the shorter text's telling the longer one keeps, 0 to 2000: runs of three words, and rare words."""
    return told.runs_kept(found.shorter, found.longer) + told.rare_kept(found.shorter, found.longer)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _rare(words: Iterable[str]) -> frozenset[str]:
    """The rare words of a text, with its names and numbers: what a rewriter keeps."""
    table = weights()
    return frozenset(word for word in words if table.get(word, RAREST) >= RARE)


def _share(mine: frozenset[Part], theirs: frozenset[Part]) -> int:
    return 1000 * len(mine & theirs) // max(1, len(mine))


def link_of(found: Overlap, texts: Sequence[CopyText]) -> CopyLink:
    """The record of two texts that are one, with the reason in words."""
    shorter, longer = texts[found.shorter], texts[found.longer]
    kind = _kind(found)
    told = f"{_percent(found.contained)} of the shorter text's wording outside quotation marks stands in the longer"
    reasons: dict[LinkKind, str] = {
        "same text": "the two texts are the same outside quotation marks",
        "cut": f"one is cut from the other: {told}",
        "edited": f"one is edited from the other: {told}",
        "rewritten": f"one is rewritten from the other or both from a third: {told}, with most of its names and rare words",
    }
    return CopyLink(shorter.report, longer.report, kind, found.contained, found.part, reasons[kind])


def _kind(found: Overlap) -> LinkKind:
    if found.contained >= 950 and found.part >= 950:
        return "same text"
    if found.contained >= CUT and found.part < _WHOLE:
        return "cut"
    return "edited" if found.contained >= 500 else "rewritten"


def _percent(per_mille: int) -> str:
    return f"{per_mille // 10} %"
