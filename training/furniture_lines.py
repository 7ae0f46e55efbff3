"""Train the line classifier of the furniture rules and write its trees.

    python training/furniture_lines.py PAGES OUT

PAGES holds `ground_truth.json` (page id → articleBody) and `html/*.html.gz`; OUT is `furniture_lines.json`. Needs
scikit-learn. Prints figures cross-validated by page: of lines, of words, and at the working threshold for the lines that
the classifier may decide (short, above or below the running text, left over by the other rules).
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from consilience.clean.classifier import features_at, own_features
from consilience.clean.furniture import furniture
from consilience.clean.html import text_layer
from consilience.clean.lines import Line, head_end, tail_start

SCALE = 1_000_000
SURE = 30
SETTINGS = {"max_iter": 120, "learning_rate": 0.08, "max_leaf_nodes": 15, "l2_regularization": 1.0, "random_state": 1}


@dataclass(frozen=True, slots=True)
class Example:
    """One line of one page: its features, whether it is the report's text, its words, and whether rules leave it open."""

    page: int
    features: tuple[int, ...]
    body: bool
    words: int
    open: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The true body of a page, as letters and digits: whole, and paragraph by paragraph."""

    whole: str
    paragraphs: frozenset[str]

    def holds(self, letters: str) -> bool:
        """Whether a line is of the body; a short one only as a paragraph of its own, as "World" stands in many a body."""
        return letters in self.whole if len(letters) >= SURE else letters in self.paragraphs


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text.lower())


def examples(folder: Path) -> Iterator[Example]:
    """Every line of every page twice: among all lines, and among those that the other rules leave."""
    truth = json.loads((folder / "ground_truth.json").read_text("utf-8"))
    for page, path in enumerate(sorted((folder / "html").glob("*.html.gz"))):
        told = truth[path.name.removesuffix(".html.gz")]["articleBody"]
        body = Body(bare(told), frozenset(bare(paragraph) for paragraph in told.splitlines()))
        layer = text_layer(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))
        done = furniture(layer.text)
        classified = {r.span for r in done.removals if r.rule == "line classifier"}
        left = tuple(x for x in done.draft.lines if x.number not in done.draft.gone or x.span in classified)
        first, last = head_end(done.draft), tail_start(done.draft)
        yield from _lines(page, done.draft.lines, body, frozenset())
        yield from _lines(page, left, body, frozenset(x.number for x in left if x.number < first or x.number >= last))


def _lines(page: int, lines: tuple[Line, ...], body: Body, may_decide: frozenset[int]) -> Iterator[Example]:
    own = [own_features(line) for line in lines]
    printed = Counter(line.plain for line in lines)
    for place, line in enumerate(lines):
        letters = bare(line.text)
        is_open = line.number in may_decide and len(line.words) <= 25
        features = features_at(own, place, printed[line.plain])
        yield Example(page, features, bool(letters) and body.holds(letters), len(line.words), is_open)


def new_model() -> HistGradientBoostingClassifier:
    """The classifier before training."""
    return HistGradientBoostingClassifier(**SETTINGS)


def figures(listed: list[Example]) -> None:
    """Print cross-validated figures."""
    x, y, words, pages = columns(listed)
    chance = np.zeros(len(y))
    for train, test in GroupKFold(5).split(x, y, pages):
        model = new_model().fit(x[train], y[train], sample_weight=np.sqrt(words[train]))
        chance[test] = model.predict_proba(x[test])[:, 1]
    can = np.array([e.open for e in listed])
    for name, chosen, limit in (
        ("all lines", np.ones(len(y), bool), 0.5),
        *((f"open lines at {t}", can, t) for t in (0.1, 0.2, 0.5)),
    ):
        said, true, size = chance[chosen] > limit, y[chosen], words[chosen]
        hit = (size * (said & true)).sum()
        precision, recall = hit / max(1, (size * said).sum()), hit / max(1, (size * true).sum())
        print(
            f"{name}: {chosen.sum()} lines, {true.sum()} of them text; right {np.mean(said == true):.3f}; "
            f"words P {precision:.3f} R {recall:.3f}; "
            f"furniture removed {np.mean(~said[~true]):.3f}; text lines lost {int((~said & true).sum())}"
        )


def columns(listed: list[Example]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Features, labels, words and pages as arrays."""
    x = np.array([e.features for e in listed], np.int64)
    y = np.array([e.body for e in listed])
    return x, y, np.array([max(1, e.words) for e in listed]), np.array([e.page for e in listed])


def table(model: HistGradientBoostingClassifier) -> dict[str, object]:
    """The trees as flat columns of integers."""
    flat: dict[str, list[int]] = {name: [] for name in ("roots", "feature", "limit", "left", "right", "value")}
    for (tree,) in model._predictors:
        start = len(flat["left"])
        flat["roots"].append(start)
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            flat["feature"].append(0 if leaf else int(node["feature_idx"]))
            flat["limit"].append(0 if leaf else math.floor(float(node["num_threshold"])))
            flat["left"].append(-1 if leaf else start + int(node["left"]))
            flat["right"].append(-1 if leaf else start + int(node["right"]))
            flat["value"].append(round(SCALE * float(node["value"])) if leaf else 0)
    steps = [round(SCALE * math.log(p / (1000 - p))) for p in range(1, 1000)]
    return {**flat, "base": round(SCALE * float(model._baseline_prediction[0, 0])), "steps": steps}


def main() -> None:
    """Read the pages, print the figures, train on all pages, write the table."""
    listed = list(examples(Path(sys.argv[1])))
    print(len(listed), "lines of", len({e.page for e in listed}), "pages")
    figures(listed)
    x, y, words, _ = columns(listed)
    model = new_model().fit(x, y, sample_weight=np.sqrt(words))
    Path(sys.argv[2]).write_text(json.dumps(table(model), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
