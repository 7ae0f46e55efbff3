"""What grouping looks at in one report: weighted words, names, days and places; a pure function of that report alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from consilience.days import resolve
from consilience.model.annotations import PartAnnotations
from consilience.model.report import Report, kept_paragraphs
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment
from consilience.stories.frequencies import RAREST
from consilience.wording import fold, words

_LEAD = 4  # sentences; where a happening takes place is said at the top
_NAMES_OF_THINGS = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "MISC")
_PLACES = ("LOC", "FAC")
_NO_DAY = (date(1970, 1, 1), date(1969, 12, 31))
"""What a page prints whose clock was never set; such a day is treated as not stated."""
DAY_WEIGHT = 250  # reports of many happenings appear on one day and speak of it


@dataclass(frozen=True, slots=True)
class Weighted:
    """A word and its weight in this report."""

    word: str
    weight: int


@dataclass(frozen=True, slots=True)
class Features:
    """One report as grouping sees it; `words` and `names` are sorted by word, `called` maps folded names to their spelling.

    `day` is when the report appeared, or the one full date it names where that is not stated.
    """

    report: str
    outlet: str | None
    day: Moment | None
    words: tuple[Weighted, ...]
    names: tuple[Weighted, ...]
    called: tuple[tuple[str, str], ...]
    places: frozenset[str]


def features(annotated: AnnotatedReport, table: Mapping[str, int]) -> Features:
    """The features of one report; `table` holds the weights of words (`frequencies.weights()`)."""
    report, parts = annotated.report, annotated.annotations.parts
    headline = set(words(_headline(report)))
    days = _days_told(parts, report.published)
    named = _called(report, parts)
    name_words = {word for folded, _ in named for word in words(folded)}
    return Features(
        report=report.id,
        outlet=fold(report.outlet.value) if report.outlet else None,
        day=_day(report, parts),
        words=_weighted(set(words(kept_text(report))) | headline, headline, table),
        names=tuple(sorted((*_weighted(name_words, set(), table), *_day_words(days)), key=lambda w: w.word)),
        called=named,
        places=_places(report, parts),
    )


def kept_text(report: Report) -> str:
    """The report's text without its furniture, one paragraph a line."""
    return "\n".join(report.text[span.start : span.end] for span in kept_paragraphs(report))


def _headline(report: Report) -> str:
    return report.text[slice(*report.headline)] if report.headline else report.title


def _weighted(found: set[str], raised: set[str], table: Mapping[str, int]) -> tuple[Weighted, ...]:
    """Each word once, however often it stands: repetition tells of length and style more than of the happening."""
    weighed = ((word, table.get(word, RAREST)) for word in sorted(found))
    return tuple(Weighted(w, weight * 3 // 2 if w in raised else weight) for w, weight in weighed if weight > 0)


def _called(report: Report, parts: tuple[PartAnnotations, ...]) -> tuple[tuple[str, str], ...]:
    """Every name as folded, with the spelling that stands first."""
    spelled: dict[str, str] = {}
    for part in parts:
        for name in part.names:
            if name.type in _NAMES_OF_THINGS:
                text = " ".join(_part_text(report, part)[slice(*name.span)].split())
                spelled.setdefault(" ".join(words(text)), text)
    spelled.pop("", None)
    return tuple(sorted(spelled.items()))


def _part_text(report: Report, part: PartAnnotations) -> str:
    return report.title if part.part == "title" else report.text


def _places(report: Report, parts: tuple[PartAnnotations, ...]) -> frozenset[str]:
    """The words of the places named in the headline and the first sentences."""
    found: set[str] = set()
    for part in parts:
        end = part.sentences[min(_LEAD, len(part.sentences)) - 1].span.end if part.sentences else 0
        for name in part.names:
            if name.type in _PLACES and name.span.end <= end:
                found.update(words(_part_text(report, part)[slice(*name.span)]))
    return frozenset(found)


def _days_told(parts: tuple[PartAnnotations, ...], published: Moment | None) -> frozenset[date]:
    """The single days that the report speaks of."""
    anchor = published.earliest if published and published.earliest == published.latest else None
    found = set()
    for part in parts:
        for time in part.times:
            moment = time.moment or resolve(time.expression, time.direction, anchor)
            if moment and moment.earliest == moment.latest and moment.earliest not in _NO_DAY:
                found.add(moment.earliest)
    return frozenset(found)


def _day_words(days: frozenset[date]) -> tuple[Weighted, ...]:
    return tuple(Weighted(day.isoformat(), DAY_WEIGHT) for day in sorted(days))


def _day(report: Report, parts: tuple[PartAnnotations, ...]) -> Moment | None:
    if report.published and report.published.earliest not in _NO_DAY:
        return report.published
    full = {time.expression for part in parts for time in part.times if time.expression.startswith("date:")}
    days = {resolve(form, "unknown", None) for form in full if form.count("-") == 2}
    moment = next(iter(days)) if len(days) == 1 else None
    return moment if moment and moment.earliest not in _NO_DAY else None
