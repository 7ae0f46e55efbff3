"""Measure: pairs of reports that a reader judged, against what the program says of each two.

usage: python -m quality.copy_pairs DATA PAIRS.jsonl

DATA is the folder of the development data (`copies/dev.jsonl`, `stories/dev.jsonl`). PAIRS holds lines {set, a, b, label}:
the ids of two reports of one set, and copy, rewrite, common quotes, independent, or unsure (which is not counted). Copy and
rewrite are one text. The pairs were drawn by chance among those that share 15 to 70 per cent of the five-word runs of the
shorter, and judged by a reader who saw the two texts alone. Sentences are not needed, so the language engine is not run.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from consilience.settings import Settings
from consilience.stories.overlaps import is_copy, is_piece, overlap
from consilience.stories.texts import CopyText
from quality.copies import as_records, read

_ONE_TEXT, _NOT_COUNTED = ("copy", "rewrite"), "unsure"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one set of data, and whether a reader says that they are one text."""

    data: str
    left: str
    right: str
    one_text: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that are one text and were found, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def pairs_of(path: Path) -> list[Pair]:
    """The pairs that a reader was sure of."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Pair(r["set"], r["a"], r["b"], r["label"] in _ONE_TEXT) for r in rows if r["label"] != _NOT_COUNTED]


def texts_of(data: Path, name: str, wanted: Iterable[str]) -> dict[str, CopyText]:
    """The wanted reports of one set as copies are told by."""
    ids = set(wanted)
    rows = [json.loads(line) for line in (data / name / "dev.jsonl").read_text("utf-8").split("\n") if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "chosen.jsonl"
        chosen.write_text("".join(json.dumps(_as_scraped(row)) + "\n" for row in rows if row["id"] in ids), "utf-8")
        found = list(read(as_records(chosen, Path(folder)), Settings()))
    return {text.report: text for text in found if isinstance(text, CopyText)}


def _as_scraped(row: Mapping[str, str | None]) -> dict[str, str]:
    """A record under the names of the scraped ones; a headline stands above its text."""
    text = "\n".join(filter(None, (row.get("title"), row["text"])))
    day = row.get("scraped") or row.get("date") or ""
    return {
        "id": row["id"] or "",
        "publisher": row.get("publisher") or row.get("outlet") or "",
        "scraped": day,
        "text": text,
    }


def one_text(left: CopyText, right: CopyText, settings: Settings) -> bool:
    """What the program says of two reports."""
    both = (left, right)
    found = overlap(both, (0, 1))
    return is_copy(found, both, settings.stories) or is_piece(found, both)


def score(data: Path, pairs: Sequence[Pair]) -> Score:
    """How many of the pairs the program tells as the reader does."""
    settings, told = Settings(), []
    for name in sorted({pair.data for pair in pairs}):
        mine = [pair for pair in pairs if pair.data == name]
        texts = texts_of(data, name, [report for pair in mine for report in (pair.left, pair.right)])
        told += [(pair.one_text, one_text(texts[pair.left], texts[pair.right], settings)) for pair in mine]
    return Score(told.count((True, True)), told.count((False, True)), told.count((True, False)))


def main(data: str, pairs: str) -> None:
    """Print the figures."""
    found = score(Path(data), pairs_of(Path(pairs)))
    print(f"F1 {found.f1():.4f}: {found.right} right, {found.wrong} wrong, {found.missed} missed")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
