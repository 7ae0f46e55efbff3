"""Scorer of timelines by temporal awareness, after the rule of SemEval-2015 task 4: temporal_awareness.py GOLD OUT

GOLD and OUT are folders with a file a target: its name in the first line, then `place<TAB>time<TAB>mention<TAB>mention…`,
a line an event; a mention is `document-sentence-words` (words joined by _), a time 2004-05-14, with XX where it is not known.
Events at place 0 have no place in the order and count for nothing.

A timeline becomes a graph: an event is SIMULTANEOUS with its time (where one is known) and with the events at its place, and
BEFORE all events of later places. Precision is the share of the relations of the predicted timeline, reduced to those that do
not follow from others, that follow from the gold one; recall is the same the other way round; F1 is over the sums of all
timelines (micro average). Reduced, a place keeps one relation for each event to its time (to its first event, where no time
is known), and one BEFORE from its first event to the first event of the next place.

A predicted event stands for the gold event of which it holds a mention (the first such); what stands for one gold event is
one event, at the place where it comes first. In a gold file a damaged line is read as far as it goes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Node = str
Relation = tuple[str, Node, Node]


@dataclass(frozen=True, slots=True)
class Row:
    """An event of a timeline: its place in the order, its time as written, and its mentions."""

    place: int
    time: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many reduced relations the prediction has and how many of them are right; the same for gold."""

    predicted: int
    right: int
    gold: int
    met: int


def rows(text: str) -> tuple[Row, ...]:
    """The events of a timeline file."""
    found = []
    for line in text.splitlines()[1:]:
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if len(cells) > 2 and cells[0].isdigit():
            mentions = tuple(c for c in cells[2:] if re.match(r"\d+-\d+-", c))
            found += [Row(int(cells[0]), cells[1], mentions)] if mentions else []
    return tuple(found)


def renamed(predicted: Iterable[Row], gold: Iterable[Row]) -> tuple[Row, ...]:
    """The predicted events under the first mention of the gold events that they stand for, each once."""
    names = {mention: row.mentions[0] for row in reversed(list(gold)) for mention in reversed(row.mentions)}
    found: dict[str, Row] = {}
    for row in sorted(predicted, key=lambda r: r.place):
        name = next((names[m] for m in row.mentions if m in names), row.mentions[0])
        if row.place > 0 and name not in found:
            found[name] = Row(row.place, row.time, (name,))
    return tuple(found.values())


def _places(timeline: Sequence[Row]) -> list[list[Row]]:
    """The events of each place in order."""
    listed = sorted({row.place for row in timeline if row.place > 0})
    return [[row for row in timeline if row.place == place] for place in listed]


def _time(row: Row) -> Node | None:
    return f"time {row.time}" if row.time[:4].isdigit() else None


def reduced(timeline: Sequence[Row]) -> set[Relation]:
    """The relations of a timeline without those that follow from others."""
    found: set[Relation] = set()
    places = _places(timeline)
    for place in places:
        first = place[0].mentions[0]
        for row in place:
            other = _time(row) or (first if row.mentions[0] != first else None)
            found |= {("SIMULTANEOUS", row.mentions[0], other)} if other else set()
    return found | {("BEFORE", a[0].mentions[0], b[0].mentions[0]) for a, b in pairwise(places)}


def follows(relation: Relation, timeline: Sequence[Row]) -> bool:
    """Whether a relation follows from a timeline."""
    kind, left, right = relation
    at: dict[Node, int] = {row.mentions[0]: row.place for row in timeline if row.place > 0}
    if right.startswith("time "):
        same = [row for row in timeline if row.place == at.get(left) and row.place > 0]
        return any(_time(row) == right for row in same)
    if left not in at or right not in at:
        return False
    return at[left] == at[right] if kind == "SIMULTANEOUS" else at[left] < at[right]


def scored(predicted: Sequence[Row], gold: Sequence[Row]) -> Score:
    """The counts for one timeline."""
    truth = renamed(gold, gold)
    told = renamed(predicted, gold)
    mine, theirs = reduced(told), reduced(truth)
    return Score(len(mine), sum(follows(r, truth) for r in mine), len(theirs), sum(follows(r, told) for r in theirs))


def f1(scores: Iterable[Score]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the sums of the counts."""
    listed = list(scores)
    precision = sum(s.right for s in listed) / max(1, sum(s.predicted for s in listed))
    recall = sum(s.met for s in listed) / max(1, sum(s.gold for s in listed))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main(gold: str, out: str) -> None:
    """Print the score of each timeline and of all."""
    scores: dict[str, Score] = {}
    for path in sorted(Path(gold).glob("*.txt")):
        told = Path(out) / path.name
        predicted = rows(told.read_text("utf-8")) if told.exists() else ()
        scores[path.stem] = scored(predicted, rows(path.read_text("utf-8", errors="replace")))
    for name, score in scores.items():
        print(
            f"{name:32s} relations {score.predicted:4d} right {score.right:4d}  gold {score.gold:4d} met {score.met:4d}"
        )
    precision, recall, both = f1(scores.values())
    print(f"micro P {100 * precision:.2f}  R {100 * recall:.2f}  F1 {100 * both:.2f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
