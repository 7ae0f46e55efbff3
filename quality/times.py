"""Runner and scorer of times in text: python quality/times.py FOLDER OUT.jsonl

FOLDER holds documents in the CAT format (MEANTIME). Each is read as a report with a headline, a text and the day on which
it was written. OUT takes a line a time that the program finds: document, sentence, span, type and value after TIMEX3.

Printed are precision, recall and F1 after TempEval: `found` counts a time that overlaps an annotated one in its sentence,
`value` one that also has its value. A range gives two times, its ends. The day of writing is given and counts for nothing,
and so do sentences after the sixth: the annotators went no further. Values are compared as written, but for a closing Z of
a time of day, for the month of a day that is not known (2011-06-XX is 2011-06), and for half years (P2.5Y is P30M).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import consilience
from consilience.annotate.report import annotate
from consilience.model.report import Report, Run
from consilience.model.spans import Span, overlap
from consilience.model.time import given_moment
from consilience.timex import timex
from quality.cat import Document, GoldTime, documents

_LAST = 5  # the sentence after which MEANTIME annotates no times


@dataclass(frozen=True, slots=True)
class Found:
    """A time that the program found in a document."""

    document: str
    sentence: int
    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many times were found, how many are annotated, how many of them meet, and how many meet in value."""

    found: int
    gold: int
    met: int
    valued: int


def as_report(document: Document) -> Report:
    """The document as a report of which headline, text and day are known."""
    whole = Span(0, len(document.text))
    return Report(
        id=document.number, source=document.number, kind="text", state="accepted", reason="", sha256="", encoding="utf-8",
        language="en", text=document.text, title=document.title, headline=None, outlet=None, byline=None, dateline=None,
        agency=None, place_of_writing=None, published=given_moment(document.written), published_stated=None, url=None,
        removed=(), captions=(), damage=(), layer_map=(Run(whole, whole),),
    )  # fmt: skip


def found_in(document: Document, engine: consilience.Engine) -> Iterator[Found]:
    """The times of a document with their values, in reading order."""
    for part in annotate(as_report(document), engine).parts:
        for mention in part.times:
            for span, kind, value in timex(mention):
                yield Found(document.number, _sentence(document, part.part == "title", span), span, kind, value)


def _sentence(document: Document, title: bool, span: Span) -> int:
    words = (w for w in document.words if (w.sentence == 0) == title and overlap(w.span, span))
    return next((w.sentence for w in words), -1)


def scored(document: Document, found: Iterable[Found], last: int = _LAST) -> Score:
    """The counts for one document; each annotated time meets one found time at most, one of its value where there is one."""
    left = [f for f in found if 0 <= f.sentence <= last]
    count = len(left)
    gold = [g for g in document.times if g.sentence <= last]
    open_ = []
    for time in gold:
        same = next((f for f in left if _meets(f, time) and plain(f.value) == plain(time.value)), None)
        if same is None:
            open_.append(time)
        else:
            left.remove(same)
    valued = len(gold) - len(open_)
    met = valued
    for time in open_:
        near = next((f for f in left if _meets(f, time)), None)
        if near is not None:
            left.remove(near)
            met += 1
    return Score(count, len(gold), met, valued)


def _meets(found: Found, time: GoldTime) -> bool:
    return found.sentence == time.sentence and overlap(found.span, time.span) > 0


def plain(value: str) -> str:
    """A value without what annotators write in two ways."""
    half = re.fullmatch(r"P(\d+)\.5Y", value)
    if half:
        return f"P{12 * int(half[1]) + 6}M"
    return re.sub(r"(?:-XX)+$", "", re.sub(r"(?<=\d)Z$", "", value))


def table(scores: Sequence[Score]) -> str:
    """Precision, recall and F1 over all documents."""
    found, gold = sum(s.found for s in scores), sum(s.gold for s in scores)
    lines = [f"{len(scores)} documents, {gold} annotated times, {found} found"]
    for name, right in (("found", sum(s.met for s in scores)), ("value", sum(s.valued for s in scores))):
        p, r = right / max(1, found), right / max(1, gold)
        lines.append(f"{name:6s} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")
    return "\n".join(lines)


def main(folder: str, out: str) -> None:
    """Read the documents, write what was found and print the score."""
    engine = consilience.load_engine()
    listed = documents(Path(folder))
    found = {d.number: list(found_in(d, engine)) for d in listed}
    rows = (
        {"document": f.document, "sentence": f.sentence, "span": list(f.span), "type": f.type, "value": f.value}
        for d in listed
        for f in found[d.number]
    )
    Path(out).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    print(table([scored(d, found[d.number]) for d in listed]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
