"""Runner `timelines`: the timelines of SemEval-2015 task 4: python quality/timelines.py CORPUS TRACK OUT

CORPUS holds `list_target_entities*.txt` and, for track A, documents in `corpus_trackA_CAT`, for track B in
`corpus_trackB_CAT`, where the mentions of events are given. Each document is read as a report with a headline, a text and
the day on which it was written. OUT is a folder that takes a file a target: its name, then a line an event with its place in
the order, its time and its mentions. Score it with `quality/temporal_awareness.py GOLD OUT`.

The events are the acts in which the target takes part, with the days that the program gives them (`reconcile.dated_acts`);
acts of one verb or noun on one day are one event. An act without a day stands at place 0, outside the order.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import consilience
from consilience.model.spans import Part, Span, hull, overlap
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment
from consilience.reconcile.dated_acts import DatedAct, dated_acts
from quality.cat import Document, Word, documents
from quality.temporal_awareness import Row

_UNKNOWN = "XXXX-XX-XX"


def reports_of(listed: Sequence[Document]) -> dict[str, AnnotatedReport]:
    """The documents as the program reads them, by number."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        rows = ({"id": d.number, "date": d.written, "title": d.title, "text": d.text} for d in listed)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        job = consilience.Job(consilience.ReadOptions(jsonl=True))
        reports, rejected = consilience.separate(consilience.results([str(path)], job))
    for rejection in rejected:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    return {told.report.id: told for told in reports}


def as_day(moment: Moment | None) -> str:
    """The day, month or year that the days fill, as the task writes it; what fills none is not known."""
    if moment is None:
        return _UNKNOWN
    first, last = moment.earliest, moment.latest
    if first == last:
        return first.isoformat()
    if (first.year, first.month, 1) == (last.year, last.month, first.day) and (last - first).days > 26:
        return f"{first.year}-{first.month:02}-XX"
    return f"{first.year}-XX-XX" if first.year == last.year and (last - first).days > 300 else _UNKNOWN


def timeline(name: str, listed: Sequence[Document], reports: dict[str, AnnotatedReport], given: bool) -> list[Row]:
    """The events of one target over all documents, in order."""
    events: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for document in listed:
        told = reports.get(document.number)
        marked = [_spot(event) for event in document.events] if given else None
        for act in dated_acts(told, name, marked) if told is not None else ():
            mention = _mention(document, act, given)
            day = as_day(act.moment)
            if mention is not None:
                events[day, act.lemma if day != _UNKNOWN else mention].append(mention)
    days = sorted({day for day, _ in events if day != _UNKNOWN}, key=lambda day: day.replace("XX", "00"))
    place = {day: number for number, day in enumerate(days, 1)}
    rows = [Row(place.get(day, 0), day, tuple(dict.fromkeys(mentions))) for (day, _), mentions in events.items()]
    return sorted(rows, key=lambda row: (row.place, row.mentions))


def _spot(event: Sequence[Word]) -> tuple[Part, Span]:
    """Where the words of a given mention stand."""
    return "title" if event[0].sentence == 0 else "text", hull(word.span for word in event)


def _mention(document: Document, act: DatedAct, given: bool) -> str | None:
    """An act as the task writes mentions: document, sentence and words."""
    events = document.events if given else [(word,) for word in document.words]
    for event in events:
        part, span = _spot(event)
        if part == act.part and overlap(span, act.span):
            return f"{document.number}-{event[0].sentence}-{'_'.join(word.word for word in event)}"
    return None


def as_lines(name: str, rows: Iterable[Row]) -> Iterator[str]:
    """A timeline as the task writes it."""
    yield name
    yield from ("\t".join((str(row.place), row.time, *row.mentions)) for row in rows)


def main(corpus: str, track: str, out: str) -> None:
    """Read the documents and write a timeline for each target."""
    folder, given = Path(corpus), track == "B"
    names = next(folder.glob("list_target_entities*.txt")).read_text("utf-8").splitlines()
    listed = documents(folder / f"corpus_track{track}_CAT")
    reports = reports_of(listed)
    Path(out).mkdir(parents=True, exist_ok=True)
    for name in (n.strip() for n in names if n.strip()):
        lines = as_lines(name, timeline(name, listed, reports, given))
        (Path(out) / f"{re.sub(r'[^a-z0-9]+', '_', name.lower())}.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in ("A", "B"):
        sys.exit(__doc__)
    main(*sys.argv[1:])
