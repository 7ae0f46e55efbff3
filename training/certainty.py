"""Measures how often attributions of each kind are right, and writes the table that the program ships.

usage: python training/certainty.py TEXTS GOLD.jsonl SCORER.py OUT.toml

An attribution is right where a gold one shares half of the longer one's words, each matched once, and has the same source
(half shared, or none). Kinds with fewer than 20 measured stay without a figure. Printed is the reliability by folds: what
the table of the other six sevenths of the articles says, against what was right in the seventh.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from quality.attribution import outermost

import consilience
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport

_LEAST = 20
_FOLDS = 7
_HEADER = """# How often attributions of a kind were right on development data, per mille.
# What belongs here: kinds (attribute/certainty.py) of which at least 20 were measured; written by training/certainty.py.
# Source: measured for this project. Licence: Apache-2.0. Sorted, no doubles.
version = 1

[right]
"""
Outcome = tuple[str, str, bool]


def outcomes(texts: Path, gold: Path, scorer: ModuleType) -> list[Outcome]:
    """Article, kind and whether right, for each attribution that the runner would write."""
    docs, wanted = scorer.load(str(gold), str(texts))
    found: list[Outcome] = []
    for result in consilience.results([str(p) for p in sorted(texts.glob("*.txt"))], consilience.Job()):
        if isinstance(result, AnnotatedReport):
            name = Path(result.report.source).stem
            told = outermost(result)
            ours = [_attribution(scorer, docs[name], s) for s in told]
            pairs = scorer.greedy(wanted[name], ours, lambda g, p: scorer.overlap(g.c, p.c), 0.5)
            right = {j for i, j in pairs if scorer.same_source(wanted[name][i], ours[j])}
            found += [(name, s.measured_as, j in right) for j, s in enumerate(told)]
    return found


def _attribution(scorer: ModuleType, doc: object, statement: Statement) -> object:
    source = [] if statement.source is None else [statement.source]
    cue = [] if statement.cue is None else [statement.cue]
    return scorer.Attr(doc, source, cue, statement.content)


def shares(found: Sequence[Outcome]) -> dict[str, int]:
    """The share that was right of each kind with enough measured, per mille, drawn a little towards one half."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for _, kind, right in found:
        counts[kind].append(right)
    return {
        kind: round(1000 * (sum(seen) + 1) / (len(seen) + 2))
        for kind, seen in sorted(counts.items())
        if len(seen) >= _LEAST
    }


def reliability(found: Sequence[Outcome]) -> list[tuple[int, int, int]]:
    """For each tenth of what the other folds' tables say: how many, the mean said, the share right, per mille."""
    names = sorted({name for name, _, _ in found})
    fold = {name: k % _FOLDS for k, name in enumerate(names)}
    said: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for k in range(_FOLDS):
        table = shares([one for one in found if fold[one[0]] != k])
        for name, kind, right in found:
            if fold[name] == k and kind in table:
                said[table[kind] // 100].append((table[kind], right))
    return [
        (len(seen), round(sum(s for s, _ in seen) / len(seen)), round(1000 * sum(r for _, r in seen) / len(seen)))
        for _, seen in sorted(said.items())
    ]


def main(texts: str, gold: str, scorer: str, out: str) -> None:
    """Measure, print the reliability, write the table."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = outcomes(Path(texts), Path(gold), module)
    for count, mean, right in reliability(found):
        print(f"{count:5d} said {mean:4d} right {right:4d}")
    lines = [f'"{kind}" = "{share}"' for kind, share in shares(found).items()]
    Path(out).write_text(_HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:5])
