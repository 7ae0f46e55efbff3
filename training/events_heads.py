"""Fits and cross-validates the small heads of the event coder: python -m training.events_heads HEAD SHARED CACHE [OUT]

HEAD    `pairs` (root of two marked participants, plv_train.jsonl) or `happening` (no event or event, cameo_class_train.tsv)
SHARED  the folder that holds `data/`; CACHE  a file for the readings of the sentences (written where it is missing)
OUT     where to write the head fitted on all rows; left out, only the five folds are run; `--encoder FOLDS.npy` in its place
        gives the figures of the pair head together with the encoder's folds. `manifest FOLDER` writes manifest.json

Folds go by the normalised sentence, the same for all event files. The pair head is fitted on the training half alone.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from quality.no_event import figures
from quality.readings import reading
from quality.relations import unmarked
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from consilience.engines import load_engine
from consilience.events.coder import coded_acts
from consilience.events.ground import grounds
from consilience.events.head import Head, scores
from consilience.events.pairs import mixed, seen
from consilience.events.sentence_features import sentence_features

FOLDS = 5
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "ACCUSE": 3, "REQUEST": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One training row: features, sentence vector, label, fold."""

    features: dict[str, float]
    vector: bytes
    label: str
    fold: int


@dataclass(frozen=True)
class Recipe:
    """How a head is fitted: inverse strength of the penalty, weight of the vector, and whether rare labels weigh more."""

    strength: float
    share: float
    balanced: bool


RECIPES = {"pairs": Recipe(20, 1.0, True), "happening": Recipe(5, 0.7, False)}


def fold_of(sentence: str) -> int:
    """The fold of a sentence by its letters and figures alone."""
    plain = re.sub(r"[^a-z0-9]", "", sentence.lower())
    return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % FOLDS


def readings(texts: list[str], cache: Path) -> dict[str, tuple]:
    """Every text read by the engine, with its vector; kept in `cache`."""
    known = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    engine = load_engine()
    missing = [text for text in texts if text not in known]
    for text in missing:
        known[text] = reading(text, engine)
    if missing:
        cache.write_bytes(pickle.dumps(known))
    return known


def vectors(texts: list[str]) -> list[bytes]:
    """The engine's sentence vector of each text."""
    return list(load_engine().vectors(texts))


def pair_rows(shared: Path, cache: Path) -> list[Row]:
    """The training half of the marked sentences."""
    stored = [json.loads(line) for line in (shared / "data/events/plv_train.jsonl").open(encoding="utf-8")]
    marked = [unmarked(row["marked_sentence"]) for row in stored]
    known = readings([text for text, _ in marked], cache)
    given = [seen(*known[text], places) for text, places in marked]
    made = vectors([masked for _, masked in given])
    return [
        Row(features, vector, row["gold_root"], fold_of(row["sentence"]))
        for row, (features, _), vector in zip(stored, given, made, strict=True)
    ]


def happening_rows(shared: Path, cache: Path) -> list[Row]:
    """Sentences with a class; class 0 tells no event."""
    lines = (shared / "data/events/cameo_class_train.tsv").read_text("utf-8").split("\n")
    stored = [line.rsplit("\t", 1) for line in lines if line.strip()]
    known = readings([text for text, _ in stored], cache)
    made = vectors([text for text, _ in stored])
    rows = []
    for (text, label), vector in zip(stored, made, strict=True):
        ground, events = grounds(*known[text])[0], coded_acts(*known[text])
        merged: dict[str, float] = {}
        for number in range(len(ground.parse.sentences)):
            merged |= sentence_features(ground, number, events)
        rows.append(Row(merged, vector, "none" if label.strip() == "0" else "event", fold_of(text)))
    return rows


def fitted(rows: list[Row], recipe: Recipe) -> Head:
    """A head over the features that stand in at least two rows."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row.features:
            counts[name] = counts.get(name, 0) + 1
    names = {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count > 1))}
    dense = np.array([np.frombuffer(row.vector, np.int8) for row in rows]) / 127 * recipe.share
    model = LogisticRegression(
        C=recipe.strength, max_iter=1000, class_weight="balanced" if recipe.balanced else None
    ).fit(hstack([_matrix(rows, names), csr_matrix(dense)]).tocsr(), [row.label for row in rows])
    weights, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    sparse, rest = weights[:, : len(names)].T, weights[:, len(names) :].T
    return Head(tuple(model.classes_), names, _rounded(sparse), _rounded(rest), bias, recipe.share)


def _matrix(rows: list[Row], names: dict[str, int]) -> csr_matrix:
    data, indices, ends = [], [], [0]
    for row in rows:
        kept = sorted((names[name], weight) for name, weight in row.features.items() if name in names)
        length = sum(weight * weight for _, weight in kept) ** 0.5 or 1.0
        indices += [at for at, _ in kept]
        data += [weight / length for _, weight in kept]
        ends.append(len(indices))
    return csr_matrix((data, indices, ends), shape=(len(rows), len(names)))


def _rounded(weights: np.ndarray) -> np.ndarray:
    """The weights as they come back from the file: one byte each, with a scale a label."""
    scales = _scales(weights)
    return np.rint(weights / scales) * scales


def _scales(weights: np.ndarray) -> np.ndarray:
    return np.maximum(np.abs(weights).max(0, initial=0.0), 1e-9) / 127


def write(head: Head, path: Path) -> None:
    """The head as one compressed numpy file, the same bytes for the same head."""
    scales, dense_scales = (_scales(w) for w in (head.weights, head.dense))
    arrays = {
        "names": np.frombuffer("\n".join(head.rows).encode(), np.uint8),
        "labels": np.frombuffer("\n".join(head.labels).encode(), np.uint8),
        "weights": np.rint(head.weights / scales).astype(np.int8), "scales": scales,
        "dense": np.rint(head.dense / dense_scales).astype(np.int8), "dense_scales": dense_scales,
        "bias": head.bias, "share": np.array(head.share),
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, array)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (2024, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )


def cross_validated(rows: list[Row], recipe: Recipe) -> list[dict[str, int]]:
    """The scores of every row from the head that was fitted without its fold."""
    found: list[dict[str, int]] = [{} for _ in rows]
    for fold in range(FOLDS):
        head = fitted([row for row in rows if row.fold != fold], recipe)
        for at, row in enumerate(rows):
            if row.fold == fold:
                found[at] = scores(head, row.features, row.vector)
    return found


def macro_f1(gold: list, found: list, labels: list) -> float:
    """The mean F1 of the labels in percent."""
    each = [figures([g == label for g in gold], [f == label for f in found])[2] for label in labels]
    return 100 * sum(each) / len(labels)


def report_pairs(rows: list[Row], found: list[dict[str, int]]) -> None:
    """Prints root, quad and binary macro-F1 as the scorer of the project counts them."""
    gold, roots = [row.label for row in rows], [max(f, key=f.__getitem__) for f in found]
    quads, quads_found = [QUADS[g] for g in gold], [QUADS[r] for r in roots]
    binary = macro_f1([q > 2 for q in quads], [q > 2 for q in quads_found], [True, False])
    print(
        f"rows {len(rows)}  root {macro_f1(gold, roots, sorted(set(gold))):.1f}  "
        f"quad {macro_f1(quads, quads_found, [1, 2, 3, 4]):.1f}  binary {binary:.1f}"
    )


def report_happening(rows: list[Row], found: list[dict[str, int]]) -> None:
    """Prints precision, recall and F1 of no event at several thresholds."""
    gold = [row.label == "none" for row in rows]
    for threshold in (300, 350, 400, 450, 500):
        values = figures(gold, [f["none"] >= threshold for f in found])
        print(f"threshold {threshold}: " + " ".join(f"{value:.3f}" for value in values))


def with_encoder(rows: list[Row], found: list[dict[str, int]], folds: Path) -> list[dict[str, int]]:
    """The scores together with those that the encoder gave each row without its fold."""
    encoded = np.log(np.maximum(np.load(folds), 1e-12))
    return [mixed(each, tuple(map(float, row))) for each, row in zip(found, encoded, strict=True)]


def write_manifest(folder: Path) -> None:
    """Writes manifest.json: size and SHA-256 of every head."""
    files = {
        path.name: {"size": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.iterdir())
        if path.suffix in (".npz", ".npy", ".onnx")
    }
    (folder / "manifest.json").write_text(json.dumps({"version": 1, "files": files}, indent=1) + "\n", "utf-8")


def main(kind: str, shared: Path, cache: Path, rest: list[str]) -> None:
    """Runs the folds, and writes the head on all rows where asked."""
    rows = (pair_rows if kind == "pairs" else happening_rows)(shared, cache)
    found = cross_validated(rows, RECIPES[kind])
    (report_pairs if kind == "pairs" else report_happening)(rows, found)
    if rest[:1] == ["--encoder"]:
        report_pairs(rows, with_encoder(rows, found, Path(rest[1])))
    elif rest:
        write(fitted(rows, RECIPES[kind]), Path(rest[0]))


if __name__ == "__main__":
    if sys.argv[1] == "manifest":
        write_manifest(Path(sys.argv[2]))
    else:
        main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
