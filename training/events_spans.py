"""Fits and cross-validates the judges of participants: python -m training.events_spans SHARED CACHE [OUT]

SHARED  the folder that holds `data/`; CACHE  a file for the readings of the sentences (written where it is missing)
OUT     the folder for `roles.npz` and `edges.npz`, fitted on all rows; left out, only the five folds are run

Two heads on cameo_ner_train.txt: which noun phrase takes which part, and where the phrase ends. Folds as in events_heads.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from quality.event_spans import marked, sentences

from consilience.events.coder import coded_acts
from consilience.events.ground import Ground, grounds
from consilience.events.head import Head, best, scores
from consilience.events.span_features import EDGES, candidates, edge, edge_features, role_features
from consilience.events.spans_found import chosen_roles
from consilience.model.spans import Span, overlap
from consilience.parses import span_of
from training.events_heads import FOLDS, Recipe, Row, fitted, fold_of, readings, write

ROLES, EDGE = Recipe(20, 0.0, False), Recipe(5, 0.0, False)
THRESHOLDS = (350, 400, 420, 450, 500)


@dataclass(frozen=True)
class Candidate:
    """A noun phrase of a sentence with its features, its gold role, and the edges under which it is the gold span."""

    head: int
    features: dict[str, float]
    role: str
    edge: str | None


@dataclass(frozen=True)
class Judged:
    """A sentence with its candidates and gold spans."""

    ground: Ground
    candidates: tuple[Candidate, ...]
    gold: tuple[tuple[str, Span], ...]
    fold: int


def judged(rows: list[list[list[str]]], cache: Path) -> list[Judged]:
    """The sentences of the file, read by the engine, with gold roles on their noun phrases."""
    texts = [" ".join(row[0] for row in sentence) for sentence in rows]
    known = readings(texts, cache)
    return [_judged(sentence, text, known[text]) for sentence, text in zip(rows, texts, strict=True)]


def _judged(sentence: list[list[str]], text: str, read: tuple) -> Judged:
    starts = [0]
    for row in sentence:
        starts.append(starts[-1] + len(row[0]) + 1)
    gold = tuple(
        (label, Span(starts[first], starts[last] - 1))
        for label, first, last in marked([row[-1].strip() for row in sentence])
    )
    ground, events = grounds(*read)[0], coded_acts(*read)
    found: list[Candidate] = []
    for stretch in ground.parse.sentences:
        heads = candidates(ground, range(*stretch.tokens))
        found += [Candidate(h, role_features(ground, h, heads, events), "O", None) for h in heads]
    return Judged(ground, tuple(_with_gold(ground, found, gold)), gold, fold_of(text))


def _with_gold(ground: Ground, found: list[Candidate], gold: tuple[tuple[str, Span], ...]) -> list[Candidate]:
    """Each gold span given to the phrase that it is under some edges, else to the highest phrase inside it."""
    found = list(found)
    for label, span in gold:
        exact = next(
            ((at, name) for at, c in enumerate(found) for name, _ in EDGES if _span(ground, c.head, name) == span), None
        )
        inside = [at for at, c in enumerate(found) if overlap(_token(ground, c.head), span)]
        top = [at for at in inside if ground.parse.tokens[found[at].head].head not in {found[i].head for i in inside}]
        at, name = exact or (next(iter(top), None), None)
        if at is not None:
            found[at] = Candidate(found[at].head, found[at].features, label, name)
    return found


def _token(ground: Ground, index: int) -> Span:
    return Span(ground.parse.tokens[index].start, ground.parse.tokens[index].end)


def _span(ground: Ground, head: int, name: str) -> Span:
    return span_of(ground.parse, edge(ground, head, name))


def heads(rows: list[Judged]) -> tuple[Head, Head]:
    """The two heads fitted on the rows."""
    roles = [Row(c.features, b"", c.role, row.fold) for row in rows for c in row.candidates]
    edges = [
        Row(edge_features(row.ground, c.head, c.role), b"", c.edge, row.fold)
        for row in rows
        for c in row.candidates
        if c.edge
    ]
    return fitted(roles, ROLES), fitted(edges, EDGE)


def predicted(row: Judged, roles: Head, edges: Head, least: int) -> list[tuple[str, Span]]:
    """The spans that the two heads find in a sentence, as the program finds them."""
    found: list[tuple[str, Span]] = []
    for head, role, _ in chosen_roles([(scores(roles, c.features), c.head) for c in row.candidates], least):
        span = _span(row.ground, head, best(scores(edges, edge_features(row.ground, head, role))))
        if not any(overlap(span, other) for _, other in found):
            found.append((role, span))
    return found


def report(rows: list[Judged], found: list[list[tuple[str, Span]]]) -> str:
    """F1 of exact and overlapping spans."""
    exact = touched = both = 0
    for row, spans in zip(rows, found, strict=True):
        both += len(row.gold) + len(spans)
        exact += len(set(row.gold) & set(spans))
        free = list(row.gold)
        for label, span in spans:
            hit = next((g for g in free if g[0] == label and overlap(g[1], span)), None)
            if hit is not None:
                free.remove(hit)
                touched += 1
    return f"F1 exact {2 * exact / both:.3f} overlap {2 * touched / both:.3f}"


def main(shared: Path, cache: Path, out: Path | None) -> None:
    """Runs the folds, and writes the heads on all rows where asked."""
    rows = judged(sentences(shared / "data/events/cameo_ner_train.txt"), cache)
    fitted_heads = [heads([row for row in rows if row.fold != fold]) for fold in range(FOLDS)]
    for least in THRESHOLDS:
        print(least, report(rows, [predicted(row, *fitted_heads[row.fold], least) for row in rows]))
    if out is not None:
        roles, edges = heads(rows)
        write(roles, out / "roles.npz")
        write(edges, out / "edges.npz")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
