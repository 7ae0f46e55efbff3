"""Cross-validates grouping on the story data: python -m training.grouping_crossval SHARED CACHE

SHARED  the folder that holds `data/`; CACHE  a file for the annotated reports (written where it is missing).

Five folds by topic: all stories of one topic, look-alikes too, are in one fold. For each fold the word frequencies are
counted anew without its reports, the thresholds are chosen on the reports of the other folds, and the fold's reports are
scored in the clustering of the whole pool. Prints B-cubed over all reports and by corpus, what each fold chose, and the
thresholds that would be best for all folds.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1
from itertools import product
from math import comb
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import consilience
from consilience.model.story import AnnotatedReport
from consilience.settings import StorySettings
from consilience.stories.clusters import of_interest
from consilience.stories.index import StoryIndex, Tree
from consilience.stories.linkage import cut
from consilience.stories.shelf import pack
from consilience.wording import words
from training import word_frequencies

FOLDS = 5
GRID = [
    StorySettings(same_story=same, cohesion=cohesion, settled=settled)
    for same, cohesion, settled in product(range(60, 121, 10), (600, 650, 700, 750, 800), (3, 6, 10))
]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One report of the pool with its story, corpus and fold."""

    report: AnnotatedReport
    story: str
    corpus: str
    fold: int


def rows(shared: Path, cache: Path) -> list[Row]:
    """The pool in the order of ids; read once and kept in `cache`."""
    source = shared / "data/stories/dev.jsonl"
    if not cache.exists():
        job = consilience.Job(consilience.ReadOptions(jsonl=True))
        read, _ = consilience.separate(consilience.results([str(source)], job))
        cache.write_bytes(pickle.dumps(read))
    gold = {row["id"]: row for row in map(json.loads, source.read_text("utf-8").split("\n")[:-1])}
    reports = sorted(pickle.loads(cache.read_bytes()), key=lambda r: r.report.id)
    return [Row(r, gold[r.report.id]["story"], gold[r.report.id]["corpus"], fold(gold[r.report.id])) for r in reports]


def fold(row: dict[str, str]) -> int:
    """The fold of a story; stories whose names begin with one corpus and number are look-alikes and share a fold."""
    topic = re.match(r"ecb:\d+", row["story"])
    return int(sha1((topic.group() if topic else row["story"]).encode()).hexdigest(), 16) % FOLDS


def table(shared: Path, left_out: frozenset[str]) -> dict[str, int]:
    """The weights of words, counted without the reports `left_out`."""
    counts: Counter[str] = Counter()
    texts = 0
    for corpus in word_frequencies.corpora(shared, left_out).values():
        for text in corpus:
            counts.update(set(words(text)))
            texts += 1
    return {word: weight for weight, listed in word_frequencies.weights(texts, counts).items() for word in listed}


def clustering(trees: Sequence[Tree], settings: StorySettings) -> dict[str, int]:
    """The number of its story for each report."""
    stories = [(tree, story) for tree in trees for story in cut(len(tree.tellings), tree.merges, settings)]
    return {
        report: number
        for number, (tree, story) in enumerate(stories)
        for member in story
        for report in tree.tellings[member]
    }


def counted(gold: Sequence[str], found: Sequence[int]) -> Scores:
    """For each report, in four rows: precision and recall (B-cubed), how many others are with it rightly, and in all."""
    both, gold_sizes, found_sizes = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    rows = [
        [both[pair] / found_sizes[pair[1]] for pair in pairs],
        [both[pair] / gold_sizes[pair[0]] for pair in pairs],
        [both[pair] - 1 for pair in pairs],
        [found_sizes[pair[1]] - 1 for pair in pairs],
    ]
    return np.array(rows, np.float64)


def f1(scores: Scores) -> float:
    """The harmonic mean of mean precision and mean recall."""
    precision, recall = scores[0].mean(), scores[1].mean()
    return float(2 * precision * recall / (precision + recall))


def ari(scores: Scores, gold: Sequence[str]) -> float:
    """The adjusted Rand index over all reports, from the pairs that each report is in."""
    same = sum(comb(size, 2) for size in Counter(gold).values())
    right, put = scores[2].sum() / 2, scores[3].sum() / 2
    expected = same * put / comb(len(gold), 2)
    return float((right - expected) / ((same + put) / 2 - expected))


def fold_scores(shared: Path, pool: Sequence[Row], number: int) -> list[Scores]:
    """The scores of all reports for each setting of the grid, with words weighed without the fold's reports."""
    left_out = frozenset(row.report.report.id for row in pool if row.fold == number)
    weights = table(shared, left_out)
    grouped = {row.report.report.id: of_interest(row.report, weights) for row in pool}
    index = StoryIndex(StorySettings(), lambda report: grouped[report].text)
    index.add(pack(report.features, report.text.shingles) for report in grouped.values())
    trees = index.trees()
    gold = [row.story for row in pool]
    found = [clustering(trees, settings) for settings in GRID]
    return [counted(gold, [stories[row.report.report.id] for row in pool]) for stories in found]


def chosen(scores: Sequence[Scores], outside: NDArray[np.bool_]) -> int:
    """The setting in whose neighbourhood the reports `outside` the fold come out best; of equals the first."""
    found = [f1(scored[:, outside]) for scored in scores]
    means = [float(np.mean([found[j] for j, near in enumerate(GRID) if _near(near, setting)])) for setting in GRID]
    return max(range(len(GRID)), key=lambda i: (means[i], -i))


def _near(left: StorySettings, right: StorySettings) -> bool:
    """Whether two settings differ by a step of the grid at most: what is best by chance has worse neighbours."""
    steps = (left.same_story - right.same_story, left.cohesion - right.cohesion)
    return abs(steps[0]) <= 10 and abs(steps[1]) <= 50


def main(shared: Path, cache: Path) -> None:
    """Print the cross-validated scores."""
    pool = rows(shared, cache)
    gold = [row.story for row in pool]
    folds = np.array([row.fold for row in pool])
    kept = np.zeros((4, len(pool)))
    fixed = [np.zeros((4, len(pool))) for _ in GRID]
    for number in range(FOLDS):
        scores = fold_scores(shared, pool, number)
        inside = folds == number
        best = chosen(scores, ~inside)
        kept[:, inside] = scores[best][:, inside]
        for whole, scored in zip(fixed, scores, strict=True):
            whole[:, inside] = scored[:, inside]
        print(f"fold {number}: {shown(GRID[best])}  F1 inside {f1(scores[best][:, inside]):.4f}")
    corpora = np.array([row.corpus for row in pool])
    parts = [f"{name} {f1(kept[:, corpora == name]):.4f}" for name in sorted(set(corpora))]
    print(f"cross-validated B-cubed F1 {f1(kept):.4f} (ARI {ari(kept, gold):.4f})  {'  '.join(parts)}")
    for i in sorted(range(len(GRID)), key=lambda i: -f1(fixed[i]))[:8]:
        print(f"{shown(GRID[i])} for all folds: {f1(fixed[i]):.4f} ({ari(fixed[i], gold):.4f})")
    shipped = [s for s, setting in zip(fixed, GRID, strict=True) if shown(setting) == shown(StorySettings())]
    print(f"as shipped: {[f'{f1(s):.4f} ({ari(s, gold):.4f})' for s in shipped]}")


def shown(settings: StorySettings) -> str:
    """The thresholds in one line."""
    return f"same_story {settings.same_story} cohesion {settings.cohesion} settled {settings.settled}"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
