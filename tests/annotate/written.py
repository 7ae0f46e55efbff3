"""The written cases of times, quantities, places and names: what each finds wrong with the answer of the program."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from consilience.annotate.report import annotate
from consilience.model.annotations import PartAnnotations, PlaceMention, Quantity
from consilience.model.spans import Span, overlap
from consilience.model.time import Moment, TimeMention
from tests.events.reading import engine, report_of

CASES = Path(__file__).parent / "cases"
_NAMED = ("FAC", "LOC", "NORP", "ORG", "PERSON")
_NEAR = 30  # km
Case = dict[str, Any]


@cache
def cases(name: str) -> list[Case]:
    """The written cases of one file."""
    listed: list[Case] = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return listed


@cache
def read(text: str, day: date | None) -> PartAnnotations:
    """The text as a report that states nothing but its day."""
    published = Moment(day, day) if day is not None else None
    return annotate(replace(report_of(text), published=published), engine()).parts[0]


def faults(name: str, case: Case) -> list[str]:
    """What is wrong with the program's answer to a case, in words; empty where it is right."""
    return _JUDGES[name](case)


def wrong(name: str, *, held: bool) -> tuple[int, list[tuple[Case, list[str]]]]:
    """How many cases there are, and those that are wrong; the held ones, or all others."""
    listed = [case for case in cases(name) if case.get("held", False) == held]
    judged = [(case, faults(name, case)) for case in listed]
    return len(listed), [(case, found) for case, found in judged if found]


def _place(case: Case, words: str) -> Span:
    at = -1
    for _ in range(case.get("occurrence", 1)):
        at = case["text"].index(case[words], at + 1)
    return Span(at, at + len(case[words]))


def _time(case: Case) -> list[str]:
    place = _place(case, "time")
    found = [t for t in read(case["text"], case.get("written_on")).times if overlap(t.span, place)]
    if case.get("kind") == "none":
        return [f"a time: {t.expression}" for t in found]
    if not found:
        return ["no time found"]
    judged = [_time_faults(case, t) for t in found]
    return min(judged, key=len)


def _time_faults(case: Case, time: TimeMention) -> list[str]:
    said = []
    if "kind" in case and time.kind != case["kind"]:
        said.append(f"kind {time.kind}, not {case['kind']}")
    if "granularity" in case and time.granularity != case["granularity"]:
        said.append(f"granularity {time.granularity}, not {case['granularity']}")
    if "earliest" in case and not _days_fit(case, time.moment):
        days = f"{time.moment.earliest}..{time.moment.latest}" if time.moment else "unknown"
        said.append(
            f"days {days}, not {case['earliest']}..{case.get('latest', '')} ({time.expression} {time.direction})"
        )
    return said


def _days_fit(case: Case, moment: Moment | None) -> bool:
    if case["earliest"] == "unknown" or moment is None:
        return case["earliest"] == "unknown" and moment is None
    core: Sequence[date] = case.get("core", (case["earliest"], case.get("latest", moment.latest)))
    first, last = case["earliest"] <= moment.earliest <= core[0], core[1] <= moment.latest
    return first and last and moment.latest <= case.get("latest", moment.latest)


def _quantity(case: Case) -> list[str]:
    place = _place(case, "number")
    found = [q for q in read(case["text"], None).quantities if overlap(q.span, place)]
    if case.get("none"):
        return [f"a quantity: {q.unit}" for q in found if q.unit not in case.get("unit", ())]
    if not found:
        return ["no quantity found"]
    return min((_quantity_faults(case, q) for q in found), key=len)


def _quantity_faults(case: Case, found: Quantity) -> list[str]:
    said = [
        f"{end} {value}, not {case[end]}"
        for end, value in (("low", found.low), ("high", found.high))
        if end in case and not _limit_fits(case[end], value, found.hedge, end)
    ]
    if case.get("unit") and found.unit not in case["unit"]:
        said.append(f"unit {found.unit}, not {case['unit']}")
    if "hedge" in case and bool(found.hedge) != bool(case["hedge"]):
        said.append(f"hedge {found.hedge!r}, not {case['hedge']!r}")
    return said


def _limit_fits(wanted: object, value: float | None, hedge: str | None, end: str) -> bool:
    if wanted == "open":
        return value is None or (end == "low" and value == 0)
    if value is None:
        return False
    if isinstance(wanted, list):
        return bool(wanted[0] <= value <= wanted[1])
    more = end == "low" and (hedge or "").startswith(("more", "over", "above"))
    fewer = end == "high" and (hedge or "").startswith(("fewer", "less", "under", "below"))
    return value == wanted or (more and value == float(str(wanted)) - 1) or (fewer and value == float(str(wanted)) + 1)


def _where(case: Case) -> list[str]:
    place = _place(case, "place")
    found = [p for p in read(case["text"], None).places if overlap(p.span, place)]
    if case.get("none"):
        return [f"a place: {p.kind}" for p in found]
    if not found:
        return [] if case.get("point") == "none" and "kind" not in case else ["no place found"]
    return min((_where_faults(case, p) for p in found), key=len)


def _where_faults(case: Case, found: PlaceMention) -> list[str]:
    said = []
    if "kind" in case and found.kind != case["kind"]:
        said.append(f"kind {found.kind}, not {case['kind']}")
    if "country" in case and found.country != case["country"]:
        said.append(f"country {found.country}, not {case['country']}")
    if case.get("point") == "none" and found.latitude is not None:
        said.append(f"a point: {found.latitude}, {found.longitude}")
    if "near" in case:
        away = _distance(case["near"], found)
        said += [] if away is not None and away <= _NEAR else [f"point {found.latitude}, {found.longitude}"]
    return said


def _distance(near: Sequence[float], found: PlaceMention) -> float | None:
    """Kilometres between two points of the earth."""
    if found.latitude is None or found.longitude is None:
        return None
    north, east = radians(found.latitude - near[0]), radians(found.longitude - near[1])
    half = sin(north / 2) ** 2 + cos(radians(near[0])) * cos(radians(found.latitude)) * sin(east / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _named(case: Case) -> list[str]:
    """What is wrong with names and references: missed, of another type, too many, or taken for somebody else."""
    text: str = case["text"]
    found = annotate(report_of(text), engine())
    part = found.parts[0]
    names = {name.span: name.type for name in part.names}
    said, wanted, at = [], [], 0
    for words, _, kinds in (row.partition(" = ") for row in case["names"]):
        at = _word(text, words, at)
        wanted.append(Span(at, at + len(words)))
        if names.get(wanted[-1], "") not in kinds.split("|"):
            said.append(f"{words} is {names.get(wanted[-1], 'no name')}, not {kinds}")
        at += len(words)
    extra = [s for s, kind in names.items() if kind in _NAMED and not any(overlap(s, w) for w in wanted)]
    entities = {entity.id: (entity.name, *entity.aliases) for entity in found.entities}
    for words, _, who in (row.partition(" = ") for row in case.get("refer", ())):
        at = max(m.start() for m in re.finditer(rf"\b{re.escape(words)}\b", text))
        meant = {r.entity for r in part.references if r.span.start <= at < r.span.end and r.entity is not None}
        if [who for entity in meant if who in entities[entity]] != [who][: bool(who)]:
            said.append(f"{words} is {[entities[entity][0] for entity in meant]}, not {who}")
    return [*said, *(f"{text[s.start : s.end]} is a name" for s in extra)]


def _word(text: str, words: str, at: int) -> int:
    """Where the words stand next, not within a longer word."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, at)
    assert found is not None, words
    return found.start()


_JUDGES: dict[str, Callable[[Case], list[str]]] = {
    "times": _time,
    "quantities": _quantity,
    "places": _where,
    "names": _named,
}
