"""Threads: stories that go on over weeks. A second level over stories, by the same means as stories over reports.

Each story is put as one report: the words, names and numbers that at least half of its longest tellings have. Stories whose
profiles are alike are one thread, also when they are some weeks apart; stories that merely look alike lack common persons
and places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from consilience.model.ids import content_id
from consilience.settings import StorySettings
from consilience.stories.index import StoryIndex
from consilience.stories.rows import MOST_WORDS
from consilience.stories.shelf import UNKNOWN, Packed
from consilience.stories.texts import CopyText

_SAMPLE = 5  # tellings that stand for a story, the longest ones
_WEEKS = 21  # days by which a story is drawn out on both sides


def threads(stories: Mapping[str, Sequence[Packed]], settings: StorySettings) -> dict[str, str]:
    """The thread of each story, given its tellings; a thread's id follows from the stories in it."""
    index = StoryIndex(_over_weeks(settings), _no_text)
    index.add(profile(story, tellings) for story, tellings in sorted(stories.items()))
    found = [happening.reports() for happening in index.happenings()]
    return {story: content_id("thread", *members) for members in found for story in members}


def profile(story: str, tellings: Sequence[Packed]) -> Packed:
    """A story as one report."""
    chosen = sorted(tellings, key=lambda telling: (-telling.length, telling.report))[:_SAMPLE]
    held: Counter[int] = Counter()
    weights: dict[int, int] = {}
    aspects: dict[int, int] = {}
    for telling in chosen:
        for word, aspect in zip(telling.words.tolist(), telling.aspects.tolist(), strict=True):
            held[word >> 8] += 1
            weights[word >> 8] = max(weights.get(word >> 8, 0), word & 255)
            aspects[word >> 8] = aspects.get(word >> 8, 0) | aspect
    common = [hashed for hashed, count in held.items() if 2 * count >= len(chosen)]
    kept = sorted(sorted(common, key=lambda hashed: (-weights[hashed], hashed))[:MOST_WORDS])
    dated = [telling for telling in tellings if (telling.first, telling.last) != UNKNOWN]
    first, last = min((t.first for t in dated), default=UNKNOWN[0]), max((t.last for t in dated), default=UNKNOWN[1])
    return Packed(
        report=story,
        rank=int(content_id("rank", story), 16),
        words=np.array([hashed << 8 | weights[hashed] for hashed in kept], np.uint32),
        aspects=np.array([aspects[hashed] for hashed in kept], np.uint8),
        sketch=np.zeros(0, np.uint32),
        length=0,
        first=first - _WEEKS,
        last=last + _WEEKS,
    )


def _over_weeks(settings: StorySettings) -> StorySettings:
    return replace(
        settings,
        same_story=settings.same_thread,
        connected=settings.same_thread,
        cohesion=0,
        compared_days=settings.far_days,
    )


def _no_text(report: str) -> CopyText:
    raise KeyError(report)  # a profile has no shingles, so that it is never taken for a copy
