"""Measure: pairs of numbers, days and places that a reader judged, against what the program says of each two.

usage: python -m quality.difference_pairs DATA SEEDS PAIRS.jsonl

DATA is the folder of the development data (`same_statement/recession_articles.json`, `copies/dev.jsonl`), SEEDS that of the
five reports. PAIRS holds lines {id, set, kind, left, right, label}: report (its id, or its file's name) and span on each
side, and differ, same or not comparable. The pairs were drawn by chance among mentions of one kind in sentences with many
words in common, some more among near numbers, and judged by a reader who saw the sentences alone. A pair is found where a
rule on differences in number, day or place names the two values.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from consilience import Job, ReadOptions, load_engine, results, separate
from consilience.claims.clauses import Clause, clauses_of
from consilience.claims.compare import verdict
from consilience.claims.pairs import Verdict
from consilience.claims.relative import Likeness
from consilience.model.story import AnnotatedReport, Story
from consilience.reconcile.frame import frame
from consilience.settings import ClaimSettings

_KINDS = ("number", "day", "place")
_VALUES = re.compile(r"\(([\d.]+) and ([\d.]+) ")
_Mention = tuple[str, int, int]


def reports_of(name: str, data: Path, seeds: Path, wanted: set[str]) -> tuple[AnnotatedReport, ...]:
    """The annotated reports of one set: the whole story, of the many copies those that the pairs stand in."""
    if name == "seeds":
        return separate(results([str(seeds)], Job(), load_engine()))[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        lines = (json.dumps(row) for row in _rows(name, data) if name == "rec" or row["id"] in wanted)
        path.write_text("\n".join(lines), "utf-8")
        return separate(results([str(path)], Job(ReadOptions(jsonl=True)), load_engine()))[0]


def _rows(name: str, data: Path) -> Iterator[dict[str, str]]:
    if name == "rec":
        articles = json.loads((data / "same_statement" / "recession_articles.json").read_text("utf-8"))
        for number, a in enumerate(articles):
            told = {"title": a["title"], "outlet": a["domain"], "url": a["url"], "text": a["content"]}
            yield {"id": f"rec{number:02d}", **told}
    else:
        for line in (data / "copies" / "dev.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            yield {"id": row["id"], "title": "", "outlet": row["publisher"], "text": row["text"]}


class Lined:
    """The clauses of one set with their likeness."""

    def __init__(self, reports: Sequence[AnnotatedReport]) -> None:
        story = Story("all", tuple(r.report.id for r in reports), (), (), ())
        self._clauses = clauses_of(frame(story, reports), reports)
        self._likeness = Likeness(self._clauses)
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        for position, clause in enumerate(self._clauses):
            self._of[clause.proposition.report].append(position)

    def differ(self, left: _Mention, right: _Mention, words: tuple[str, str]) -> bool:
        """Whether a rule tells the two mentions as different values of one thing."""
        pairs = ((a, b) for a in self._holding(left) for b in self._holding(right))
        least = ClaimSettings().same_claim
        found = (verdict(self._clauses[a], self._clauses[b], least, self._likeness.of(a, b)) for a, b in pairs)
        return any(v is not None and v.kind in _KINDS and _names(v, words) for v in found)

    def _holding(self, mention: _Mention) -> list[int]:
        return [n for n in self._of[mention[0]] if _holds(self._clauses[n], mention)]


def _holds(clause: Clause, mention: _Mention) -> bool:
    return any(s.start <= mention[1] + 1 and mention[2] - 1 <= s.end for s in clause.proposition.spans)


def _names(judged: Verdict, words: tuple[str, str]) -> bool:
    """Whether the two values that a reason names, where it does, are those of the mentions."""
    values = _VALUES.search(judged.because)
    told = [{float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*\.?\d*", w)} for w in words]
    if values is None:
        return True
    a, b = float(values[1]), float(values[2])
    return (a in told[0] and b in told[1]) or (b in told[0] and a in told[1])


def main(data: Path, seeds: Path, path: Path) -> None:
    """Print how many pairs that differ are found, found wrongly, and missed."""
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    counts = {"found": 0, "wrong": 0, "missed": 0}
    for name in sorted({p["set"] for p in pairs}):
        mine = [p for p in pairs if p["set"] == name]
        reports = reports_of(name, data, seeds, {p[side][0] for p in mine for side in ("left", "right")})
        texts = {r.report.id: r.report.text for r in reports}
        lined = Lined(reports)
        of = {Path(r.report.source).name: r.report.id for r in reports} | {r.report.id: r.report.id for r in reports}
        for p in mine:
            left, right = ((of[m[0]], m[1], m[2]) for m in (p["left"], p["right"]))
            said = lined.differ(left, right, (texts[left[0]][slice(*left[1:])], texts[right[0]][slice(*right[1:])]))
            truth = p["label"] == "differ"
            counts["found"] += said and truth
            counts["wrong"] += said and not truth
            counts["missed"] += truth and not said
    print(f"{len(pairs)} pairs: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
