"""The small heads of claims: what a text does with a headline, and which questions of two sentences tell the same.

usage: python -m training.claim_heads DATA CACHE [--write] [--folds 5]

DATA holds `stance/` and `same_statement/`; CACHE is a folder for features that were made before. Prints scores on folds that
share no headline and no text (stance), no topic (questions) and no question (answers); with --write fits on everything and
writes `src/consilience/data/claim_heads.toml`. Needs scikit-learn (the training extra). Everything is seeded; there is no
chance in it but the cut into folds.
"""

from __future__ import annotations

import argparse
import ast
import csv
import itertools
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from consilience.claims import answers as same
from consilience.claims import questions as asked
from consilience.claims import stances
from consilience.claims.linear import Linear
from consilience.engines import load_engine

Whole = NDArray[np.int64]
Out = Path(__file__).resolve().parent.parent / "src" / "consilience" / "data" / "claim_heads.toml"
_PARTS = 1_000_000
_WEAK = 20.0  # strength of the ridge on the heads of questions
_LEAN = {"agree": 200, "disagree": 500}  # per mille by which rare stances are favoured, for all kinds count alike


def fitted(features: Whole, kinds: NDArray[np.int64], ridge: float) -> Linear:
    """A logistic head over whole-number features; two kinds make one row of weights."""
    mean, size = features.mean(0), features.std(0) + 1e-6
    model = LogisticRegression(C=1 / ridge, max_iter=600).fit((features - mean) / size, kinds)
    weights = model.coef_ / size
    bias = model.intercept_ - weights @ mean
    scale = 1000 * _PARTS
    return Linear(
        tuple(tuple(round(float(w) * scale) for w in row) for row in weights),
        tuple(round(float(b) * scale) for b in bias),
    )


def folds_of(groups: Sequence[str], folds: int, seed: int) -> NDArray[np.int64]:
    """The fold of each item; items of one group share theirs."""
    listed = sorted(set(groups))
    np.random.RandomState(seed).shuffle(listed)
    number = {group: i % folds for i, group in enumerate(listed)}
    return np.array([number[group] for group in groups])


# Stance


@dataclass(frozen=True, slots=True)
class Stances:
    """Pairs of headline and text with their features and kinds."""

    headlines: tuple[str, ...]
    bodies: tuple[str, ...]
    features: Whole
    kinds: NDArray[np.int64]


def load_stances(data: Path, cache: Path) -> Stances:
    """The pairs of `stance/`; features are made once."""
    pairs = [json.loads(line) for line in (data / "stance/fnc_dev_stances.jsonl").open(encoding="utf-8")]
    bodies = {
        str(row["Body ID"]): row["articleBody"]
        for row in map(json.loads, (data / "stance/fnc_dev_bodies.jsonl").open(encoding="utf-8"))
    }
    kept = cache / "stance.npy"
    if not kept.exists():
        engine = load_engine()
        heads = {text: stances.headline_of(text, engine) for text in sorted({p["Headline"] for p in pairs})}
        texts = {id_: stances.body_of(text, engine) for id_, text in bodies.items()}
        rows = [stances.features(heads[p["Headline"]], texts[str(p["Body ID"])]) for p in pairs]
        np.save(kept, np.array(rows, np.int64))
    return Stances(
        tuple(p["Headline"] for p in pairs),
        tuple(str(p["Body ID"]) for p in pairs),
        np.load(kept),
        np.array([stances.KINDS.index(p["Stance"]) for p in pairs]),
    )


def fit_stance(data: Stances, chosen: NDArray[np.bool_]) -> Linear:
    """The head of stances, leaning to the rare kinds."""
    found = fitted(data.features[chosen], data.kinds[chosen], 1.0)
    lean = [_LEAN.get(kind, 0) * _PARTS for kind in stances.KINDS]
    return Linear(found.weights, tuple(b + more for b, more in zip(found.bias, lean, strict=True)))


def stance_scores(gold: NDArray[np.int64], told: NDArray[np.int64]) -> str:
    """The challenge's score in percent, macro-F1, and F1 of each kind."""
    unrelated = stances.KINDS.index("unrelated")
    best = np.where(gold != unrelated, 1, 0.25).sum()
    got = (0.25 * ((gold == unrelated) == (told == unrelated)) + 0.75 * ((gold == told) & (gold != unrelated))).sum()
    f = [2 * ((gold == k) & (told == k)).sum() / max(1, (gold == k).sum() + (told == k).sum()) for k in range(4)]
    kinds = "  ".join(f"{kind} {value:.3f}" for kind, value in zip(stances.KINDS, f, strict=True))
    return f"score {100 * got / best:.2f}  macro-F1 {np.mean(f):.4f}  {kinds}"


def cross_stances(data: Stances, folds: int) -> None:
    """Prints the scores by folds of headlines, and by folds that share neither headline nor text."""
    by_head, by_body = folds_of(data.headlines, folds, 0), folds_of(data.bodies, folds, 1)
    told = np.zeros_like(data.kinds)
    for fold in range(folds):
        model = fit_stance(data, by_head != fold)
        told[by_head == fold] = model.scores(data.features[by_head == fold]).argmax(1)
    print("stance, folds of headlines:", stance_scores(data.kinds, told))
    for h, b in itertools.product(range(folds), repeat=2):
        held = (by_head == h) & (by_body == b)
        told[held] = fit_stance(data, (by_head != h) & (by_body != b)).scores(data.features[held]).argmax(1)
    print("stance, neither headline nor text shared:", stance_scores(data.kinds, told))


# Questions


@dataclass(frozen=True, slots=True)
class Sentences:
    """The questions of two sentences, which of them belong together, and the first features (left, right, f)."""

    topic: str
    left: tuple[asked.Asked, ...]
    right: tuple[asked.Asked, ...]
    together: NDArray[np.bool_]
    gold: frozenset[tuple[frozenset[int], frozenset[int]]]
    features: Whole


def load_sentences(data: Path, cache: Path) -> list[Sentences]:
    """The pairs of sentences of QA-Align's development data."""
    csv.field_size_limit(10**9)
    rows = list(csv.DictReader((data / "same_statement/qa_align_dev.csv").open(encoding="utf-8")))
    kept = cache / "questions.npz"
    sides = [tuple(ast.literal_eval(row[name]) for name in ("qas_1", "qas_2")) for row in rows]
    listed = [tuple(tuple(map(as_asked, side)) for side in pair) for pair in sides]
    if not kept.exists():
        engine = load_engine()
        np.savez(kept, *[asked.pair_features(left, right, engine) for left, right in listed])
    stored = np.load(kept)
    return [_sentences(row, sides[i], listed[i], stored[f"arr_{i}"]) for i, row in enumerate(rows)]


def as_asked(item: dict[str, str]) -> asked.Asked:
    """A question as the data writes it."""
    return asked.Asked(item["question"], item["answer"], item["verb"], int(item["verb_idx"]))


def _sentences(
    row: dict[str, str],
    sides: tuple[Sequence[dict[str, str]], ...],
    listed: tuple[tuple[asked.Asked, ...], ...],
    features: Whole,
) -> Sentences:
    numbers = [{item["qa_uuid"]: i for i, item in enumerate(side)} for side in sides]
    gold = frozenset(
        tuple(
            frozenset(numbers[side][q["qa_uuid"]] for q in group[name]) for side, name in enumerate(("sent1", "sent2"))
        )
        for group in ast.literal_eval(row["alignments"])
    )
    together = np.zeros(features.shape[:2], bool)
    for ours, theirs in gold:
        together[np.ix_(sorted(ours), sorted(theirs))] = True
    topic = "MultiNews" if "MultiNews" in row["topic"] else re.sub(r"[a-z]$", "", row["topic"])
    return Sentences(topic or row["key"].split("~")[0], listed[0], listed[1], together, gold, features)


def _flat(tables: Iterable[NDArray[np.int64]]) -> Whole:
    return np.concatenate([table.reshape(-1, table.shape[2]) for table in tables])


def _scored(model: Linear, features: Whole) -> Whole:
    return model.scores(features.reshape(-1, features.shape[2]))[:, 0].reshape(features.shape[:2])


@dataclass(frozen=True, slots=True)
class QuestionHeads:
    """The two heads and the score from which questions are lined up."""

    first: Linear
    again: Linear
    least: int

    def scores(self, pair: Sentences) -> Whole:
        """The scores of the second head."""
        return _scored(
            self.again, asked.context_features(pair.left, pair.right, _scored(self.first, pair.features), pair.features)
        )


def fit_questions(pairs: Sequence[Sentences]) -> QuestionHeads:
    """Both heads; the second one learns from first scores of a head that did not see the pair."""

    def first_of(chosen: Sequence[Sentences]) -> Linear:
        kinds = np.concatenate([p.together.ravel() for p in chosen]).astype(int)
        return fitted(_flat(p.features for p in chosen), kinds, _WEAK)

    blind = [first_of(pairs[1::2]), first_of(pairs[0::2])]
    tables = [
        asked.context_features(p.left, p.right, _scored(blind[i % 2], p.features), p.features)
        for i, p in enumerate(pairs)
    ]
    again = fitted(_flat(tables), np.concatenate([p.together.ravel() for p in pairs]).astype(int), _WEAK)
    scores = [_scored(again, table) for table in tables]
    least = max(range(-2500, 1500, 100), key=lambda value: (_question_f1(pairs, scores, value)[2], -abs(value)))
    return QuestionHeads(first_of(pairs), again, least)


def _question_f1(
    pairs: Sequence[Sentences], scores: Sequence[Whole], least: int | Sequence[int]
) -> tuple[float, float, float]:
    right = told = gold = 0
    bounds = [least] * len(pairs) if isinstance(least, int) else least
    for pair, table, bound in zip(pairs, scores, bounds, strict=True):
        found = {(frozenset((i,)), frozenset((j,))) for i, j in asked.best_pairs(table, bound)}
        right, told, gold = right + len(found & pair.gold), told + len(found), gold + len(pair.gold)
    p, r = right / max(1, told), right / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def cross_questions(pairs: Sequence[Sentences], folds: int) -> None:
    """Prints precision, recall and F1 by folds of topics."""
    fold_of = folds_of([pair.topic for pair in pairs], folds, 0)
    scores: list[Whole] = [np.zeros((0, 0), np.int64)] * len(pairs)
    bounds = [0] * len(pairs)
    for fold in range(folds):
        heads = fit_questions([p for p, f in zip(pairs, fold_of, strict=True) if f != fold])
        for i in np.flatnonzero(fold_of == fold):
            scores[i], bounds[i] = heads.scores(pairs[i]), heads.least
    print("questions, folds of topics: P {:.4f} R {:.4f} F1 {:.4f}".format(*_question_f1(pairs, scores, bounds)))


# Answers


def load_answers(data: Path) -> list[tuple[Whole, list[int]]]:
    """For each question the likeness of its answers and their groups."""
    engine = load_engine()
    found = []
    for entry in json.loads((data / "same_statement/nanco_dev.json").read_text("utf-8")):
        texts = [answer["Answer"] for answer in entry["answers"]]
        found.append((same.likeness(entry["question"], texts, engine), [a["cluster_global"] for a in entry["answers"]]))
    return found


def balanced(alike: Whole, gold: Sequence[int], least: int) -> float:
    """Balanced accuracy of "these two say the same" over all pairs."""
    told = same.groups_from(alike, least)
    rows = [(gold[i] == gold[j], told[i] == told[j]) for i, j in itertools.combinations(range(len(gold)), 2)]
    return float(np.mean([np.mean([t == kind for g, t in rows if g == kind]) for kind in (True, False)]))


def fit_answers(questions: Sequence[tuple[Whole, Sequence[int]]]) -> int:
    """The threshold with the best mean: the middle of the widest stretch of best ones."""
    grid = list(range(200, 800, 10))
    means = [float(np.mean([balanced(alike, gold, least) for alike, gold in questions])) for least in grid]
    near = [least for least, mean in zip(grid, means, strict=True) if mean >= max(means) - 0.002]
    return near[len(near) // 2]


def cross_answers(questions: Sequence[tuple[Whole, Sequence[int]]]) -> None:
    """Prints balanced accuracy, the threshold of each question set on the others."""
    found = []
    for i, (alike, gold) in enumerate(questions):
        found.append(balanced(alike, gold, fit_answers([q for k, q in enumerate(questions) if k != i])))
    print(
        "answers, each question with the threshold of the others:",
        " ".join(f"{f:.3f}" for f in found),
        f"mean {np.mean(found):.4f}",
    )


def written(stance_head: Linear, heads: QuestionHeads, answers_from: int) -> str:
    """The table of the heads as TOML."""
    lines = [
        "# Small learned heads of claims: weights in millionths of a per mille of a logit, the last row of each is the bias.",
        "# Belongs here: what training/claim_heads.py writes; do not edit. Only weights are kept, no text.",
        "# Learned from: stance, FNC-1 (half; licence not stated); questions, QA-ALIGN development data",
        "# (licence not stated); the threshold of answers, NAnCo development data (BSD-3). This table: Apache-2.0.",
        'version = "1"',
        "",
    ]  # fmt: skip
    for name, model in (("stance", stance_head), ("questions", heads.first), ("questions_again", heads.again)):
        rows = ",\n  ".join(str(list(row)) for row in (*model.weights, model.bias))
        lines += [f"{name} = [\n  {rows},\n]"]
    lines += [f"questions_from = [[{heads.least}]]", f"answers_from = [[{answers_from}]]", ""]
    counted = "one two three four five six seven eight nine ten eleven twelve".split()
    lines += [
        "[counted]",
        *(f'{word} = "{number}"' for number, word in enumerate(counted, 1)),
        'another = "1"',
        'dozen = "12"',
    ]
    return "\n".join(lines) + "\n"


def main(data: Path, cache: Path, folds: int, write: bool) -> None:
    """Score by folds; fit and write where asked."""
    cache.mkdir(parents=True, exist_ok=True)
    questions, pairs, headlines = load_answers(data), load_sentences(data, cache), load_stances(data, cache)
    cross_answers(questions)
    cross_questions(pairs, folds)
    cross_stances(headlines, folds)
    if write:
        everything = np.ones(len(headlines.kinds), bool)
        Out.write_text(
            written(fit_stance(headlines, everything), fit_questions(pairs), fit_answers(questions)), "utf-8"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(sys.argv[1:])
    main(given.data, given.cache, given.folds, given.write)
