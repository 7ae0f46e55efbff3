"""Makes hints.json and endings.json from the training corpora: python -m training.word_hints DATA LABELS OUT

What each word form, the ending of each rare one, and each relation with the tag of its head, says of tags and names by
itself; how it is used is told in `consilience.neural.hints`.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from consilience.neural.hints import STEP, ending
from training.name_corpora import newswire_articles
from training.records import PLAIN

PRIOR = 2.0
FORM_WEIGHT, RELATION_WEIGHT, NAME_WEIGHT = 0.4, 0.2, 0.3
LEAST_FORMS, LEAST_RELATIONS = 5, 10
MOST_DIGITS = 4
TREEBANKS = ("ewt_train.conllu", "gum_train.conllu")
NEWSWIRE = "worldwide_newswire_train.tsv"

Seen = Iterable[tuple[str, str]]  # key, label


def additions(seen: Seen, weight: float, least: int) -> dict[str, dict[str, int]]:
    """Additions by key and label, in steps, of keys that are seen often enough; sorted."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    labels: Counter[str] = Counter()
    for key, label in seen:
        counts[key][label] += 1
        labels[label] += 1
    total = labels.total()
    return {
        key: {label: _steps(weight, k, labels[label] / total) for label, k in sorted(found.items())}
        for key, found in sorted(counts.items())
        if found.total() >= least
    }


def _steps(weight: float, count: int, share: float) -> int:
    return round(STEP * weight * math.log1p(count / (PRIOR * max(share, 1e-5))))


def treebank_rows(paths: Iterable[Path]) -> Iterator[list[list[str]]]:
    """The words' rows of each sentence."""
    for path in paths:
        rows: list[list[str]] = []
        for line in path.open(encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                rows.append(cells)
            elif not line.strip() and rows:
                yield rows
                rows = []


def tags_of_forms(paths: Iterable[Path]) -> Seen:
    """Each word in lower case with its tag."""
    return ((row[1].lower(), row[4]) for rows in treebank_rows(paths) for row in rows)


def tags_of_endings(paths: Sequence[Path]) -> Seen:
    """The ending of each word that is too rare for a hint of its own, with its tag."""
    counts = Counter(row[1].lower() for rows in treebank_rows(paths) for row in rows)
    words = (row for rows in treebank_rows(paths) for row in rows)
    return ((ending(row[1].translate(PLAIN)), row[4]) for row in words if counts[row[1].lower()] < LEAST_FORMS)


def tags_of_relations(paths: Iterable[Path]) -> Seen:
    """Each word's relation and its head's tag, with its tag."""
    for rows in treebank_rows(paths):
        for row in rows:
            head = int(row[6])
            yield f"{row[7]} {rows[head - 1][4] if head else 'ROOT'}", row[4]


def names_of_forms(path: Path, innermost: bool) -> Seen:
    """Each word with its label in whole names, or in the innermost."""
    for article in newswire_articles(path):
        for sentence in article:
            yield from ((word, inner if innermost else whole) for word, inner, whole in sentence)


def hints(data: Path, labels: Mapping[str, list[str]]) -> dict[str, dict[str, dict[str, int]]]:
    """The file's content; labels that the network does not know are left out."""
    treebanks = [data / "treebanks" / name for name in TREEBANKS]
    newswire = data / "names" / NEWSWIRE
    tags, names = set(labels["x"]), set(labels["n"])
    return {
        "tags": additions(_known(tags_of_forms(treebanks), tags), FORM_WEIGHT, LEAST_FORMS),
        "relations": additions(_known(tags_of_relations(treebanks), tags), RELATION_WEIGHT, LEAST_RELATIONS),
        "names": additions(_known(names_of_forms(newswire, False), names), NAME_WEIGHT, LEAST_FORMS),
        "within": additions(_known(names_of_forms(newswire, True), names), NAME_WEIGHT, LEAST_FORMS),
    }


def endings(data: Path, labels: Mapping[str, list[str]]) -> dict[str, dict[str, int]]:
    """The content of endings.json."""
    seen = tags_of_endings([data / "treebanks" / name for name in TREEBANKS])
    return additions(_known(seen, set(labels["x"])), FORM_WEIGHT, LEAST_FORMS)


def _known(seen: Seen, labels: set[str]) -> Seen:
    """What has a label of the network; telephone and account numbers of the corpora are nobody's business."""
    return ((key, label) for key, label in seen if label in labels and sum(c.isdigit() for c in key) <= MOST_DIGITS)


def write_hints(data: Path, labels: Path, out: Path) -> None:
    """Writes both files into the folder `out`."""
    known = json.loads(labels.read_text("utf-8"))
    for name, made in (("hints.json", hints(data, known)), ("endings.json", endings(data, known))):
        (out / name).write_text(json.dumps(made, ensure_ascii=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    write_hints(*map(Path, sys.argv[1:4]))
