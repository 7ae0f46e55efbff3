"""A made-up stream of reports as grouping sees them: feature records, and texts on demand. Seeded, no engine needed.

A happening has a topic, a place, persons, figures and words of its own; its reports are written anew, copied, cut, edited or
rewritten. Some happenings look like an earlier one, with other persons, places and figures. Some reports are round-ups of
ten happenings. A few have no day, one in 1970, or one far ahead; a few have five words, or words that no table knows.

Words come as often as the frozen table says; names follow Zipf's law over large pools, so that there are always new ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from consilience.model.spans import Span
from consilience.stories.features import FIGURE, LEAD, NAME, PERSON, PLACE, WORD
from consilience.stories.frequencies import weights
from consilience.stories.rows import MOST_WORDS
from consilience.stories.shelf import SAMPLE, SAMPLE_SHORT, SHORT, UNKNOWN, Packed
from consilience.stories.texts import CopyText, OwnSentence

Words = NDArray[np.int64]
START = date(2031, 3, 3).toordinal()
_PERSONS, _PLACES, _FIGURES, _OWN = 1 << 20, 1 << 21, 1 << 22, 1 << 23  # where each kind of made-up word begins
_POOLS = {_PERSONS: 1 << 19, _PLACES: 1 << 15, _FIGURES: 2000, _OWN: 1 << 22}
_SENTENCE, _LEAD_WORDS = 20, 60
_TOLD = 2000  # texts that a newsroom keeps
_NEW, _WHOLE, _CUT, _EDITED, _REWRITTEN, _ROUND_UP, _SHORT_ONE, _FOREIGN = range(8)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many reports, over how many days, of how many topics; what share of happenings looks like an earlier one."""

    seed: int
    reports: int
    days: int = 14
    topics: int = 400
    alike: float = 0.1
    odd: float = 0.02
    length: int = 300
    story_size: float = 2.1


@cache
def _table() -> tuple[tuple[str, ...], NDArray[np.int64], NDArray[np.float64]]:
    """The words of the frozen table, their weights, and how likely each is to come next."""
    listed = sorted(weights().items())
    found = np.array([weight for _, weight in listed], np.int64)
    likely = np.exp(-found / 100)
    return tuple(word for word, _ in listed), found, np.cumsum(likely / likely.sum())


class Newsroom:
    """The reports of a plan by number; each is a pure function of plan and number."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        chance = np.random.default_rng(plan.seed)
        sizes = np.minimum(chance.zipf(plan.story_size, plan.reports), 400)
        ends = np.cumsum(sizes)
        stories = int(np.searchsorted(ends, plan.reports)) + 1
        opening = np.sort(chance.random(stories)) * plan.days
        story = np.repeat(np.arange(stories), sizes[:stories])[: plan.reports]
        place_of = (
            np.arange(plan.reports) - np.repeat(ends[:stories] - sizes[:stories], sizes[:stories])[: plan.reports]
        )
        days = np.minimum(opening[story] + chance.exponential(0.7, plan.reports), plan.days - 0.001)
        order = np.argsort(days, kind="stable")
        self.story, self.day = story[order].astype(np.int32), days[order].astype(np.int32)
        self._place_of = place_of[order].astype(np.int32)
        self._first = np.zeros(stories, np.int32)
        first = np.flatnonzero(self._place_of == 0)
        self._first[self.story[first]] = first
        kinds = chance.choice(8, plan.reports, p=_kinds(plan.odd)).astype(np.int8)
        self._kind = np.where((self._place_of == 0) & (kinds < _ROUND_UP), np.int8(_NEW), kinds)
        alike = np.where(chance.random(stories) < plan.alike, chance.integers(1, 40, stories), 0)
        self._alike = alike.astype(np.int8)
        self._told: dict[int, Words] = {}

    def identity(self, number: int) -> str:
        """The id of a report."""
        return f"{self.plan.seed:03}-{number:08}"

    def packed(self, number: int) -> Packed:
        """The feature record of a report."""
        return packed(self.identity(number), self.sequence(number), self._days(number))

    def text(self, report: str) -> CopyText:
        """The text of a report, by its id."""
        number = int(report.split("-")[1])
        return copy_text(report, self.sequence(number), f"outlet{number % 997}")

    def sequence(self, number: int) -> Words:
        """The words of a report, as numbers, in order."""
        kind, story = int(self._kind[number]), int(self.story[number])
        chance = np.random.default_rng((self.plan.seed, 1, number))
        if kind == _SHORT_ONE:
            return self._telling(story, chance, 5)
        if kind == _FOREIGN:
            return _OWN + chance.integers(0, 3000, self.plan.length)
        if kind == _ROUND_UP:
            told = [(story + k * 7) % len(self._first) for k in range(10)]
            return np.concatenate([self.sequence_of_first(s)[:60] for s in told])
        if kind == _NEW:
            return self._telling(story, chance, max(40, int(chance.lognormal(0, 0.5) * self.plan.length)))
        return _changed(self.sequence_of_first(story), kind, chance)

    def sequence_of_first(self, story: int) -> Words:
        """The words of the first report of a story, which the others copy; the last ones that were asked for are kept."""
        if story not in self._told:
            if len(self._told) > _TOLD:
                self._told.clear()
            self._told[story] = self._first_told(story)
        return self._told[story]

    def _first_told(self, story: int) -> Words:
        number = int(self._first[story])
        chance = np.random.default_rng((self.plan.seed, 1, number))
        return self._telling(story, chance, max(40, int(chance.lognormal(0, 0.5) * self.plan.length)))

    def _days(self, number: int) -> tuple[int, int]:
        odd = number % 331
        if odd in (1, 2, 3):
            return UNKNOWN
        if odd == 4:
            return date(1970, 1, 2).toordinal(), date(1970, 1, 2).toordinal()
        day = START + int(self.day[number]) + (40_000 if odd == 5 else 0)
        return day, day

    def _telling(self, story: int, chance: np.random.Generator, size: int) -> Words:
        common = np.searchsorted(_table()[2], chance.random(size))
        kinds = chance.random(size)
        kinds[:_LEAD_WORDS] *= 0.6  # what happened is said at the top
        topic, own, names, figures = self._vocabulary(story)
        made = np.where(kinds < 0.12, own[_zipf(chance, len(own), size)], common)
        made = np.where((kinds >= 0.12) & (kinds < 0.2), names[_zipf(chance, len(names), size)], made)
        made = np.where((kinds >= 0.2) & (kinds < 0.24), figures[_zipf(chance, len(figures), size)], made)
        made = np.where((kinds >= 0.24) & (kinds < 0.4), topic[_zipf(chance, len(topic), size)], made)
        strange = _OWN + (chance.pareto(0.6, size) * 1000).astype(np.int64) % _POOLS[_OWN]
        result: Words = np.where((kinds >= 0.4) & (kinds < 0.43), strange, made)
        return result

    def _vocabulary(self, story: int) -> tuple[Words, Words, Words, Words]:
        """The words of the topic, and the story's own words, names and figures."""
        like = max(0, story - int(self._alike[story]))
        chance = np.random.default_rng((self.plan.seed, 2, like))
        topic = np.random.default_rng((self.plan.seed, 3, int(chance.integers(self.plan.topics))))
        size = len(_table()[0])
        theirs, own = topic.integers(0, size, 200), chance.integers(0, size, 60)
        named = np.random.default_rng((self.plan.seed, 4, story))
        persons = _PERSONS + (named.pareto(0.5, 10) * 200).astype(np.int64) % _POOLS[_PERSONS]
        places = _PLACES + (named.pareto(0.8, 3) * 100).astype(np.int64) % _POOLS[_PLACES]
        figures = _FIGURES + named.integers(0, _POOLS[_FIGURES], 8)
        return theirs, own, np.concatenate((persons[:4], places[:1], persons[4:], places[1:])), figures


def _kinds(odd: float) -> list[float]:
    rest = 1 - odd
    return [0.6 * rest, 0.15 * rest, 0.1 * rest, 0.1 * rest, 0.05 * rest, odd / 4, odd / 2, odd / 4]


def _zipf(chance: np.random.Generator, size: int, count: int) -> Words:
    """Places in a list, the first ones more often than the last."""
    found: Words = (size * chance.random(count) ** 2).astype(np.int64)
    return found


def _changed(original: Words, kind: int, chance: np.random.Generator) -> Words:
    """A copy: whole, cut at its end, with some words changed, or with most sentences changed or moved."""
    if kind == _WHOLE:
        return original
    if kind == _CUT:
        return original[: max(30, int(len(original) * chance.uniform(0.4, 0.9)))]
    made = original.copy()
    hit = chance.random(len(made)) < (0.02 if kind == _EDITED else 0.18)
    made[hit] = np.searchsorted(_table()[2], chance.random(int(hit.sum())))
    return made


def flood(report: str, original: Words, number: int, day: int) -> tuple[Packed, Words]:
    """One of very many copies of a text, with a few words changed in each."""
    chance = np.random.default_rng((7, number))
    made = original.copy()
    made[chance.integers(0, len(made), number % 4)] = chance.integers(0, 20_000, number % 4)
    return packed(report, made, (day, day)), made


def packed(report: str, words: Words, days: tuple[int, int]) -> Packed:
    """The feature record of a text in word numbers."""
    found, first = np.unique(words, return_index=True)
    _, table, _ = _table()
    weight = np.where(found < len(table), table[np.minimum(found, len(table) - 1)], 700)
    weight = np.where((found >= _FIGURES) & (found < _FIGURES + _POOLS[_FIGURES]), 450, weight)
    hashes = _mix(found.astype(np.uint64)) >> np.uint64(40)
    aspects = WORD | np.where(first < _LEAD_WORDS, LEAD, 0)
    for begin, aspect in ((_PERSONS, PERSON | NAME), (_PLACES, PLACE | NAME), (_FIGURES, FIGURE)):
        aspects = aspects | np.where((found >= begin) & (found < begin + _POOLS[begin]), aspect, 0)
    order = np.lexsort((hashes, -weight))[:MOST_WORDS]
    order = order[weight[order] > 0]
    order = order[np.argsort(hashes[order], kind="stable")]
    whole = (hashes[order] << np.uint64(8) | (weight[order] // 5).astype(np.uint64)).astype(np.uint32)
    shingles = _shingles(words)
    high = np.unique((shingles >> np.uint64(32)).astype(np.uint32))
    sketch = high[high % (SAMPLE if len(shingles) > SHORT else SAMPLE_SHORT) == 0][:256]
    rank = int(_mix(np.array([int.from_bytes(report.encode()[-7:], "big")], np.uint64))[0] >> np.uint64(8))
    return Packed(report, rank, whole, aspects[order].astype(np.uint8), sketch, len(shingles), *days)


def copy_text(report: str, words: Words, outlet: str) -> CopyText:
    """The text of a report as copies are told by."""
    spelled = _spelled(words)
    sentences = []
    for begin in range(0, len(spelled), _SENTENCE):
        told = tuple(spelled[begin : begin + _SENTENCE])
        sentences.append(OwnSentence(Span(begin * 8, (begin + len(told)) * 8), told, told))
    return CopyText(report, outlet, None, tuple(sentences), _shingles(words))


def _spelled(words: Words) -> list[str]:
    table = _spellings()
    found: list[str] = table[np.minimum(words, len(table) - 1)].tolist()
    for place in np.flatnonzero(words >= len(table)).tolist():
        found[place] = f"w{words[place]}"
    return found


@cache
def _spellings() -> NDArray[np.object_]:
    return np.array(_table()[0], object)


def _mix(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ mixed >> np.uint64(31)) * np.uint64(0xBF58476D1CE4E5B9)
    result: NDArray[np.uint64] = mixed ^ mixed >> np.uint64(29)
    return result


def _shingles(words: Words) -> NDArray[np.uint64]:
    """Hashes of five words in a row, sorted."""
    if not len(words):
        return np.zeros(0, np.uint64)
    runs = max(1, len(words) - 4)
    total = np.zeros(runs, np.uint64)
    for shift in range(min(5, len(words))):
        total = _mix(total * np.uint64(31) + words[shift : shift + runs].astype(np.uint64))
    return np.unique(total)
