"""An age that a report gives somebody beside a year of birth that does not fit it. Odd, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.model.annotations import Entity
from consilience.model.report import Report
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = rf"(?:\d{{1,2}} (?:{_MONTH}),? |(?:{_MONTH}) (?:\d{{1,2}}, )?)?"
_BORN = re.compile(
    rf"(?:,? (?:who )?(?:was |is )?| \(|, )(?P<born>born (?:in |on )?{_DAY}(?P<year>(?:18|19|20)\d\d))\b"
)
_AGED = re.compile(
    r"(?:, (?:aged )?| \()(?P<age>\d{1,3})(?=[,)])|, (?:a|the) (?P<old>\d{1,3})-year-old(?: [a-z]+){1,4}(?=,)"
    r"|,? (?:who )?is (?P<now>\d{1,3})(?: years old\b|(?=[,.]))"
)
_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[a-z]+ ){0,3}$")
_OTHER = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:dead|death|died|late|then)\b")

_NEAR = 60  # letters around a name in which an age and what speaks against it stand


@dataclass(frozen=True, slots=True)
class OddAge:
    """An age, a birth, and what the birth says the age is."""

    age: Span
    birth: Span
    because: str


def odd_ages(told: AnnotatedReport) -> Iterator[OddAge]:
    """Ages of persons that their births, told in the same report, do not give on the report's day."""
    report = told.report
    if report.published is None:
        return
    year = report.published.earliest.year
    for entity in told.annotations.entities:
        births = _births(report, entity) if entity.type == "person" else []
        ages = _ages(report, entity) if len({int(b["year"]) for b in births}) == 1 else []
        for span, age in ages:
            since = year - int(births[0]["year"])
            if age not in (since, since - 1):
                because = f"who was born then was {since - 1} or {since} years old in {year}"
                yield OddAge(span, Span(births[0].start("born"), births[0].end("year")), because)


def _births(report: Report, entity: Entity) -> list[re.Match[str]]:
    places = [m.span.end for m in entity.mentions if m.part == "text"]
    found = [
        _BORN.match(report.text, end + (len(a[0]) if (a := _AGED.match(report.text, end)) else 0)) for end in places
    ]
    return [match for match in found if match is not None]


def _ages(report: Report, entity: Entity) -> list[tuple[Span, int]]:
    """The ages right beside a person's name, where no other year and no death stands near."""
    found = []
    for mention in (m.span for m in entity.mentions if m.part == "text"):
        after = _AGED.match(report.text, born.end() if (born := _BORN.match(report.text, mention.end)) else mention.end)
        before = _BEFORE.search(report.text[max(0, mention.start - _NEAR) : mention.start])
        near = _BORN.sub("", report.text[max(0, mention.start - _NEAR) : mention.end + _NEAR])
        if _OTHER.search(near):
            continue
        if after is not None:
            given = next(name for name in ("age", "old", "now") if after[name])
            end = after.end(given) + len("-year-old") * (given == "old")
            found.append((Span(mention.start, end), int(after[given])))
        elif before is not None:
            first = max(0, mention.start - _NEAR) + before.start("age")
            found.append((Span(first, mention.end), int(before["age"])))
    return found
