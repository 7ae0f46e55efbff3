"""One night told by two days: "shortly before midnight on Wednesday" here, "in the early hours of Thursday" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from consilience.lexicons import word_list
from consilience.model.account import Difference, Side
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage
from consilience.reconcile.entities import name_key
from consilience.reconcile.lead import in_headline, lead
from consilience.reconcile.library import Library, passages_at, proposition_passages, text_of

_LEAD = 3  # sentences in which a report tells when the happening was
_TOWNS = 2  # tellings that must name a place for it to be the scene


def nights(library: Library) -> Iterator[Difference]:
    """The scene of the leads, set late on one day by some and early on the next by others."""
    late: defaultdict[date, list[tuple[str, Passage, str]]] = defaultdict(list)
    early: defaultdict[date, list[tuple[str, Passage, str]]] = defaultdict(list)
    scene = _scene(library)
    for report, told in library.reports.items():
        for p in lead(told, _LEAD):
            if in_headline(told.report, p) or p.status != "happened" or not scene & _places(library, p):
                continue
            for day, words, evening in _nightly(library, p):
                passages = proposition_passages(library, p)
                (late if evening else early)[day] += [(report, passage, words) for passage in passages]
    for day in sorted(late):
        after = early.get(day + timedelta(days=1), [])
        reports = {library.telling(r) for r, _, _ in late[day]}, {library.telling(r) for r, _, _ in after}
        if after and not reports[0] & reports[1]:
            yield _difference(late[day], after)


def _scene(library: Library) -> set[str]:
    """The places that the leads of several tellings name."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for report, told in library.reports.items():
        for p in lead(told, _LEAD):
            for place in _places(library, p):
                named[place].add(library.telling(report))
    return {place for place, tellings in named.items() if len(tellings) >= _TOWNS}


def _places(library: Library, proposition: Proposition) -> set[str]:
    part = library.parts[proposition.report, proposition.part]
    return {name_key(m.name) for m in part.places if m.span in proposition.places}


def _nightly(library: Library, proposition: Proposition) -> Iterator[tuple[date, str, bool]]:
    """The day of a clause's time with its words, and whether it is the end of that day; nothing for the hours between."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    first, last = proposition.spans[0].start, proposition.spans[-1].end
    said = " ".join(text[first:last].casefold().split())
    for span in proposition.times:
        moment = library.days.get((proposition.report, proposition.part, span))
        if moment is None or moment.earliest != moment.latest:
            continue
        for name, evening in (("late_hours", True), ("early_hours", False)):
            if any(words in said for words in word_list("settings_told", name)):
                where = passages_at(library, proposition.report, proposition.part, (span,))
                shown = where[0].span if where else span
                yield moment.earliest, text[shown.start : shown.end], evening


def _difference(late: list[tuple[str, Passage, str]], early: list[tuple[str, Passage, str]]) -> Difference:
    sides = tuple(Side(told[0][2], tuple(dict.fromkeys(p for _, p, _ in told)), ()) for told in (late, early))
    key = tuple(p for side in sides for p in side.passages)
    because = "the same night, set late on one day and early on the next"
    return Difference("d" + content_id("difference", "day", key), "day", "finer detail", (), sides, because)
