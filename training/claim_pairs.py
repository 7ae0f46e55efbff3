"""The head that weighs together what two clauses share: whether they tell one act.

usage: python -m training.claim_pairs DATA CACHE [--write] [--folds 7]

DATA holds `event_coref/` (ECB+); CACHE is a folder for reports that were read before. Fits on the training part alone: pairs
of clauses of two reports of one story whose acts readers marked, the same where they lined them up. Prints precision and
recall on folds of topics and on the development part, for pairs against which nothing speaks; with --write writes
`src/consilience/data/claim_pairs.toml`. Needs scikit-learn (the training extra). There is no chance in it.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import consilience
from consilience.claims.align import compared_pairs
from consilience.claims.joint import apart, features
from consilience.claims.linear import Linear
from consilience.claims.pairs import one_report
from consilience.model.event import Proposition
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.reconcile.frame import frame
from consilience.settings import Settings
from consilience.stories.clusters import group
from training.claim_heads import fitted, folds_of

Whole = NDArray[np.int64]
Out = Path(__file__).resolve().parent.parent / "src" / "consilience" / "data" / "claim_pairs.toml"
LEAST = 800  # per mille logit from which two clauses are one act; chosen on folds of the training part
_RIDGE = 300.0
_Chains = Mapping[str, Sequence[tuple[int, int, str]]]
_Stories = list[tuple[str, StoryFrame, tuple[AnnotatedReport, ...]]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of clauses: topics, features (n, f), whether readers lined their acts up, whether something speaks against it."""

    topics: tuple[str, ...]
    features: Whole
    same: NDArray[np.bool_]
    apart: NDArray[np.bool_]


def stories(data: Path, cache: Path, part: str) -> _Stories:
    """The stories of one part of the corpus, read once."""
    kept = cache / f"stories_{part}.pickle"
    if not kept.exists():
        docs = [d for d in _docs(data) if d["split"] == part]
        source = cache / f"{part}.jsonl"
        lines = [json.dumps({"id": d["doc_id"], "text": "\n".join(d["sentences"])}) for d in docs]
        source.write_text("\n".join(lines) + "\n", "utf-8")
        topic_of = {d["doc_id"]: d["subtopic"] for d in docs}
        by_topic: defaultdict[str, list[AnnotatedReport]] = defaultdict(list)
        for told in consilience.read([source]).reports:
            by_topic[topic_of[told.report.id]].append(told)
        kept.write_bytes(
            pickle.dumps([found for topic in sorted(by_topic) for found in _grouped(topic, by_topic[topic])])
        )
    found: _Stories = pickle.loads(kept.read_bytes())
    return found


def _grouped(
    topic: str, reports: Sequence[AnnotatedReport]
) -> Iterator[tuple[str, StoryFrame, tuple[AnnotatedReport, ...]]]:
    for story in group(reports, Settings().stories):
        members = tuple(sorted((r for r in reports if r.report.id in story.reports), key=lambda r: r.report.id))
        if len(members) > 1:
            yield topic, frame(story, members), members


def _docs(data: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (data / "event_coref/docs.jsonl").open(encoding="utf-8")]


def chains(data: Path) -> _Chains:
    """For each report where the acts that readers marked stand, with the name of what they lined up."""
    places = {(d["doc_id"], n): at for d in _docs(data) for n, at in enumerate(_places(d["sentences"], d["tokens"]))}
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for part in ("Train", "Dev"):
        for mention in json.loads((data / f"event_coref/ECB_{part}_Event_gold_mentions.json").read_text("utf-8")):
            at = places.get((mention["doc_id"], mention["sent_id"]), [])
            tokens = [at[n] for n in mention["tokens_number"] if n < len(at)]
            if tokens:
                found[mention["doc_id"]].append((tokens[0][0], tokens[-1][1], mention["coref_chain"]))
    return found


def _places(sentences: Sequence[str], tokens: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, int]]]:
    """Where the tokens of each sentence stand in the text that joins the sentences by line ends."""
    base = 0
    for sentence, listed in zip(sentences, tokens, strict=False):
        at, found = 0, []
        for token in listed:
            at = max(at, sentence.find(token, at))
            found.append((base + at, base + at + len(token)))
            at += len(token)
        yield found
        base += len(sentence) + 1


def _chain(proposition: Proposition, marked: _Chains) -> str | None:
    start, end = proposition.act_span
    here = marked.get(proposition.report, ()) if proposition.part == "text" else ()
    return next((name for first, last, name in here if first < end and start < last), None)


def pairs_of(listed: _Stories, marked: _Chains) -> Pairs:
    """The pairs of clauses of two reports whose acts are both marked."""
    topics, rows, same, against = [], [], [], []
    for topic, whole, members in listed:
        for pair in compared_pairs(whole, members, Settings().claims):
            names = [_chain(side.proposition, marked) for side in (pair.left, pair.right)]
            if one_report(pair) or None in names or pair.left.bare or pair.right.bare:
                continue
            topics.append(topic.removesuffix("plus").removesuffix("ecb"))
            rows.append(features(pair))
            same.append(names[0] == names[1])
            against.append(apart(pair))
    return Pairs(tuple(topics), np.array(rows, np.int64), np.array(same), np.array(against))


def fit(pairs: Pairs, chosen: NDArray[np.bool_]) -> Linear:
    """The head on the chosen pairs."""
    return fitted(pairs.features[chosen], pairs.same[chosen].astype(np.int64), _RIDGE)


def told(name: str, pairs: Pairs, scores: Whole) -> None:
    """Prints precision and recall over pairs at several thresholds."""
    for least in (500, LEAST, 1000, 1200, 1500):
        yes = (scores >= least) & ~pairs.apart
        right = (yes & pairs.same).sum()
        print(
            f"{name}, from {least}: P {right / max(1, yes.sum()):.3f} R {right / pairs.same.sum():.3f} ({yes.sum()} pairs)"
        )


def main(data: Path, cache: Path, folds: int, write: bool) -> None:
    """Score by folds of topics and on the development part; write where asked."""
    cache.mkdir(parents=True, exist_ok=True)
    marked = chains(data)
    train, dev = (pairs_of(stories(data, cache, part), marked) for part in ("train", "dev"))
    fold_of, scores = folds_of(train.topics, folds, 0), np.zeros(len(train.same), np.int64)
    for fold in range(folds):
        scores[fold_of == fold] = fit(train, fold_of != fold).scores(train.features[fold_of == fold])[:, 0]
    told("training part, folds of topics", train, scores)
    model = fit(train, np.ones(len(train.same), bool))
    told("development part", dev, model.scores(dev.features)[:, 0])
    if write:
        Out.write_text(written(model), "utf-8")


def written(model: Linear) -> str:
    """The table of the head as TOML."""
    rows = ",\n  ".join(str(list(row)) for row in (*model.weights, model.bias))
    lines = [
        "# A small learned head of claims: weights in millionths of a per mille of a logit, the last row is the bias.",
        "# Belongs here: what training/claim_pairs.py writes; do not edit. Only weights are kept, no text.",
        "# Learned from: the training part of ECB+ (CC BY 3.0, Cybulska and Vossen 2014). Licence of this table: Apache-2.0.",
        'version = "1"',
        "",
        f"pairs = [\n  {rows},\n]",
        f"pairs_from = [[{LEAST}]]",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--folds", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    main(given.data, given.cache, given.folds, given.write)
