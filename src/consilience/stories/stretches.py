"""Which sentences of one report stand in another, word for word or nearly; quoted words alone count for nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from consilience.model.spans import Passage, Span
from consilience.model.story import SharedStretch
from consilience.stories.texts import CopyText, OwnSentence

_LEAST_OWN = 5  # words outside quotation marks; shorter sentences are alike by chance
_ALIKE = 700  # per mille of the words of both sentences that they share
_TAKEN = 750  # per mille of the shorter sentence's words that stand in one into which it was worked
_TAKEN_LEAST, _TAKEN_ALIKE = 8, 450  # words of such a sentence, and per mille of both that they share


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the left text and the one of the right that it stands in, with the words outside marks they share."""

    left: int
    right: int
    words: int


def matches(left: CopyText, right: CopyText, worked_in: bool = False) -> tuple[Match, ...]:
    """The sentences of `left` that stand in `right`, in order; each sentence of `right` is used once.

    With `worked_in` also those that were joined with others or cut: nearly all words of the shorter stand in the longer.
    """
    if len(left.sentences) == len(right.sentences) and all(map(_same, left.sentences, right.sentences)):
        listed = enumerate(left.sentences)
        return tuple(Match(n, n, len(s.own)) for n, s in listed if len(s.own) >= _LEAST_OWN)
    index = _by_triple(right.sentences)
    used: set[int] = set()
    found = []
    for number, sentence in enumerate(left.sentences):
        best = _best(sentence, right.sentences, index, used, worked_in)
        if best is not None:
            used.add(best[0])
            found.append(Match(number, *best))
    return tuple(found)


def _same(left: OwnSentence, right: OwnSentence) -> bool:
    return left.words == right.words and left.own == right.own


def _by_triple(sentences: tuple[OwnSentence, ...]) -> dict[tuple[str, ...], list[int]]:
    index: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(sentences):
        if len(sentence.own) >= _LEAST_OWN:
            for triple in set(_triples(sentence)):
                index.setdefault(triple, []).append(number)
    return index


def _triples(sentence: OwnSentence) -> list[tuple[str, ...]]:
    return [sentence.own[i : i + 3] for i in range(len(sentence.own) - 2)]


def _best(
    sentence: OwnSentence,
    others: tuple[OwnSentence, ...],
    index: dict[tuple[str, ...], list[int]],
    used: set[int],
    worked_in: bool,
) -> tuple[int, int] | None:
    """The sentence that shares most words, if the two are alike; of equals the first."""
    if len(sentence.own) < _LEAST_OWN:
        return None
    near = {number for triple in _triples(sentence) for number in index.get(triple, ())} - used
    mine = Counter(sentence.own)
    scored = [(_shared(mine, others[number]), -number) for number in near]
    if not scored:
        return None
    shared, number = max(scored)
    other = others[-number]
    return (-number, shared) if _alike(sentence, other, shared, worked_in) else None


def _alike(one: OwnSentence, other: OwnSentence, shared: int, worked_in: bool) -> bool:
    total = len(one.own) + len(other.own)
    if 2000 * shared >= _ALIKE * total:
        return True
    shorter = min(len(one.own), len(other.own))
    taken = shorter >= _TAKEN_LEAST and 1000 * shared >= _TAKEN * shorter
    return worked_in and taken and 2000 * shared >= _TAKEN_ALIKE * total


def _shared(mine: Counter[str], other: OwnSentence) -> int:
    return sum((mine & Counter(other.own)).values())


def stretches(left: CopyText, right: CopyText) -> tuple[SharedStretch, ...]:
    """The matched sentences joined to stretches wherever they follow each other in both texts."""
    runs: list[list[Match]] = []
    for match in matches(left, right, worked_in=True):
        if runs and (match.left, match.right) == (runs[-1][-1].left + 1, runs[-1][-1].right + 1):
            runs[-1].append(match)
        else:
            runs.append([match])
    return tuple(_stretch(left, right, run) for run in runs)


def _stretch(left: CopyText, right: CopyText, run: list[Match]) -> SharedStretch:
    first, last = run[0], run[-1]
    return SharedStretch(
        Passage(left.report, "text", Span(left.sentences[first.left].span.start, left.sentences[last.left].span.end)),
        Passage(
            right.report, "text", Span(right.sentences[first.right].span.start, right.sentences[last.right].span.end)
        ),
        sum(match.words for match in run),
    )
