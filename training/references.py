"""Learns the weights by which pronouns choose what they take up: python training/references.py SHARED OUT

SHARED  the folder that holds `data/` (its README names sources and licences)
OUT     src/consilience/data/pronouns.toml

Trained on the clean genres of GUM train, read raw by the program itself. For each counted pronoun the weights make the
topics that are right likely against all others and against "none" (logistic regression, full batch, fixed start and number
of steps); they are rounded to hundredths of a nat. The margins are the smallest that keep the wanted share of right answers
when each fifth of the documents is judged by weights learned on the rest.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from quality.coreference import GoldDocument, by_head, gold_documents
from quality.references import Answer, as_report, counted, is_right

from consilience.annotate.antecedents import features
from consilience.annotate.discourse import Cue, Discourse, Topic
from consilience.annotate.references import resolve
from consilience.annotate.report import annotate
from consilience.engines import Engine, load_engine
from consilience.parses import parse_of
from consilience.quotation import quotations

STEPS = 300
SHRINK = 2.0
FOLDS = 5
LEAST_SEEN = 3
"""A feature must hold of so many topics to get a weight."""

WANTED = {"he_she": 0.92, "they": 0.77}
NAMED = {"he_she": 0, "they": 150}
"""The least lead where the answer is an entity: a wrong one can become a wrong speaker."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: the features of each topic it could take up, and which of them are right."""

    document: int
    kind: str
    topics: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def choices(number: int, document: GoldDocument, engine: Engine) -> list[Choice]:
    """The choices of one document; each counted pronoun is then linked as the gold clusters say."""
    annotations = annotate(as_report(document), engine)
    part = annotations.parts[0]
    parse = parse_of(document.text, part.sentences, part.tokens)
    gold = {mention.span.start: mention.cluster for mention in counted(document)}
    heads = by_head(document.mentions)
    found: list[Choice] = []

    def choose(discourse: Discourse, cue: Cue, topics: Sequence[Topic]) -> Topic | None:
        cluster = gold.get(parse.tokens[cue.index].start, "")
        right = [bool(cluster) and is_right(_answer(discourse, topic), cluster, heads) for topic in topics]
        said = tuple(map(tuple, features(discourse, cue, topics)))
        if cluster:
            found.append(Choice(number, "he_she" if cue.gender else "they", said, tuple(right)))
        return next((t for t, r in zip(topics, right, strict=True) if r), None)

    entities = {entity.id: entity for entity in annotations.entities}
    quotes = quotations(document.text, part.paragraphs)
    resolve(Discourse(parse, quotes, entities, choose=choose), part.names)
    return found


def _answer(discourse: Discourse, topic: Topic) -> Answer:
    """What linking to the topic would answer."""
    tokens = discourse.parse.tokens
    nominal = [mark for mark in topic.marks if mark.kind == "name"] or [topic.nominal]
    if topic.pair or not topic.entities:
        nominal = [topic.nominal]
    return Answer(-1, tuple(tokens[mark.token].start for mark in nominal), topic.pair)


class Learned:
    """Weights by feature; `none` is the weight of no answer."""

    def __init__(self, kept: Sequence[Choice]) -> None:
        counts = Counter(f for choice in kept for topic in choice.topics for f in topic)
        self._numbers = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= LEAST_SEEN), 1)}
        self._weights = np.zeros(len(self._numbers) + 1)
        self._learn([self._rows(choice) for choice in kept], [choice.right for choice in kept])

    def _rows(self, choice: Choice) -> list[list[int]]:
        return [[0], *([self._numbers[f] for f in topic if f in self._numbers] for topic in choice.topics)]

    def _learn(self, rows: Sequence[Sequence[Sequence[int]]], right: Sequence[Sequence[bool]]) -> None:
        """Raise the right topics' share of each choice, step by step; a choice without one raises "none"."""
        flat = [row or [0] for choice in rows for row in choice]
        lengths = np.array([len(row) for row in flat])
        numbers = np.concatenate([np.array(row) for row in flat])
        row_starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        sizes = np.array([len(choice) for choice in rows])
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        good = np.concatenate([np.array([not any(r), *r], dtype=bool) for r in right])
        squares = np.full(len(self._weights), 1e-6)
        for _ in range(STEPS):
            scores = np.add.reduceat(self._weights[numbers], row_starts)
            raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
            wanted = np.where(good, raised, 0)
            shares = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
            shares -= wanted / np.repeat(np.add.reduceat(wanted, starts), sizes)
            slope = np.bincount(numbers, np.repeat(shares, lengths), len(self._weights)) + SHRINK * self._weights
            squares += slope**2
            self._weights -= slope / np.sqrt(squares)

    def table(self) -> dict[str, int]:
        """Whole weights, hundredths of a nat; those that round to nothing are left out."""
        named = {f: round(100 * float(self._weights[n])) for f, n in self._numbers.items()}
        return {"none": round(100 * float(self._weights[0])), **{f: w for f, w in named.items() if w}}


def verdict(weights: Mapping[str, int], choice: Choice) -> tuple[int, bool]:
    """By how much the best topic leads, and whether it is right; a lead below nothing where "none" is best."""
    sums = [sum(weights.get(f, 0) for f in topic) for topic in choice.topics]
    if not sums:
        return -1, False
    ranked = sorted(range(len(sums)), key=lambda i: (-sums[i], i))
    return sums[ranked[0]] - max([sums[i] for i in ranked[1:2]] + [weights.get("none", 0)]), choice.right[ranked[0]]


def held_out(listed: Sequence[Choice]) -> list[tuple[int, bool]]:
    """The verdict on each choice by weights learned on the other folds of documents."""
    found = []
    for fold in range(FOLDS):
        weights = Learned([c for c in listed if c.document % FOLDS != fold]).table()
        found += [verdict(weights, c) for c in listed if c.document % FOLDS == fold]
    return found


def margin(verdicts: Iterable[tuple[int, bool]], wanted: float) -> int:
    """The smallest lead from which on the share of right answers is as wanted."""
    ranked = sorted((v for v in verdicts if v[0] >= 0), reverse=True)
    best, right = 0, 0
    for number, (_, is_good) in enumerate(ranked, 1):
        right += is_good
        if right >= wanted * number:
            best = number
    return ranked[best - 1][0] if best else 0


HEADER = """\
# How much each feature of a topic speaks for or against it as what a pronoun takes up, in hundredths of a nat.
# Belongs here: whole weights by feature (consilience.annotate.antecedents) for "he, she" and for "they"; `none` is the
# weight of no answer, `margin` the least lead of an answer, `margin_named` of one that is an entity.
# Made by training/references.py; do not edit.
# Source: learned from GUM train without its non-commercial genres (annotations CC BY 4.0, texts by genre).
# Licence: CC BY 4.0.
version = 1
"""


def written(tables: Mapping[str, Mapping[str, int]]) -> str:
    """The table as TOML."""
    parts = [HEADER]
    for kind, weights in tables.items():
        parts += [f"\n[{kind}]\n", *(f'"{f}" = "{weights[f]}"\n' for f in sorted(weights))]
    return "".join(parts)


def learned(listed: Sequence[Choice], kind: str) -> dict[str, int]:
    """The weights of one kind of pronoun with their margin; prints what the held-out folds showed."""
    kept = [c for c in listed if c.kind == kind]
    verdicts = held_out(kept)
    least = margin(verdicts, WANTED[kind])
    given = [right for lead, right in verdicts if lead >= least]
    print(f"{kind}: {len(kept)} pronouns, margin {least}, answered {len(given) / len(kept):.3f}, "
          f"right {sum(given) / max(1, len(given)):.3f}")  # fmt: skip
    return {"margin": least, "margin_named": max(least, NAMED[kind]), **Learned(kept).table()}


def main(shared: Path, out: Path) -> None:
    """Read, learn and write."""
    engine = load_engine()
    with (shared / "data/treebanks/gum_train.conllu").open(encoding="utf-8") as lines:
        listed = [c for n, document in enumerate(gold_documents(lines)) for c in choices(n, document, engine)]
    out.write_text(written({kind: learned(listed, kind) for kind in WANTED}), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    main(given.shared, given.out)
