"""Measure: pairs of numbers, days and places that a reader judged, against what an account shows of each two.

usage: python -m quality.difference_pairs DATA SEEDS PAIRS.jsonl

DATA is the folder of the development data (`same_statement/recession_articles.json`, `copies/dev.jsonl`), SEEDS that of the
five reports. PAIRS holds lines {id, set, kind, left, right, label}: report (its id, or its file's name) and span on each
side, and differ, same or not comparable. The first 131 pairs were drawn by chance among mentions of one kind in sentences
with many words in common; the other 140 were picked so that more of them differ. Both were judged by readers who saw the
sentences alone. The reports of a set are taken to be one story; a pair is found where its account shows a difference in
number, day or place with one mention's value on either side.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from consilience import Job, ReadOptions, load_engine, results, separate
from consilience.model.account import Account, Difference, Side
from consilience.model.story import AnnotatedReport, Story
from consilience.pipeline import reconcile_story
from consilience.settings import Settings

_KINDS = ("number", "day", "place")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
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


def account_of(reports: tuple[AnnotatedReport, ...]) -> Account:
    """The account of reports that are taken to be one story."""
    story = Story("all", tuple(r.report.id for r in reports), (), (), ())
    return reconcile_story(story, reports, Settings())


def shows(account: Account, left: _Mention, right: _Mention, words: tuple[str, str]) -> bool:
    """Whether the account has a difference with one mention's value on either side."""
    return any(_opposes(d, left, right, words) for d in account.differences if d.kind in _KINDS and len(d.sides) == 2)


def _opposes(difference: Difference, left: _Mention, right: _Mention, words: tuple[str, str]) -> bool:
    one, other = difference.sides
    straight = _gives(one, left, words[0]) and _gives(other, right, words[1])
    return straight or (_gives(one, right, words[1]) and _gives(other, left, words[0]))


def _gives(side: Side, mention: _Mention, said: str) -> bool:
    """Whether a side has a mention among its passages, and its value."""
    report, start, end = mention
    places = (p.span for p in side.passages if p.report == report and p.part == "text")
    if not any(span.start <= start + 1 and end - 1 <= span.end for span in places):
        return False
    numbers = set(_NUMBER.findall(said)), set(_NUMBER.findall(side.value))
    if all(numbers):
        return bool(numbers[0] & numbers[1])
    return bool(set(said.casefold().split()) & set(side.value.casefold().split()))


def main(data: Path, seeds: Path, path: Path) -> None:
    """Print how many pairs that differ are found, found wrongly, and missed."""
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    counts = {"found": 0, "wrong": 0, "missed": 0}
    for name in sorted({p["set"] for p in pairs}):
        mine = [p for p in pairs if p["set"] == name]
        reports = reports_of(name, data, seeds, {p[side][0] for p in mine for side in ("left", "right")})
        texts = {r.report.id: r.report.text for r in reports}
        account = account_of(reports)
        of = {Path(r.report.source).name: r.report.id for r in reports} | {r.report.id: r.report.id for r in reports}
        for p in mine:
            left, right = ((of[m[0]], m[1], m[2]) for m in (p["left"], p["right"]))
            said = shows(account, left, right, (texts[left[0]][slice(*left[1:])], texts[right[0]][slice(*right[1:])]))
            truth = p["label"] == "differ"
            counts["found"] += said and truth
            counts["wrong"] += said and not truth
            counts["missed"] += truth and not said
    print(f"{len(pairs)} pairs: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
