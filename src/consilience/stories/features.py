"""What grouping looks at in one report: weighted words and what they are in it, names, days; a function of it alone."""

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

_LEAD = 3  # sentences; what a report is about is said at the top
_NAMES_OF_THINGS = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "MISC")
ASPECTS = ("word", "name", "lead", "person", "place", "figure")
"""What a word can be in a report; bit i of `Weighted.aspects` stands for the i-th."""
WORD, NAME, LEAD, PERSON, PLACE, FIGURE = (1 << bit for bit in range(len(ASPECTS)))
_KINDS = {"PERSON": PERSON, "LOC": PLACE, "FAC": PLACE}
_NO_DAY = (date(1970, 1, 1), date(1969, 12, 31))
"""What a page prints whose clock was never set; such a day is treated as not stated."""
DAY_WEIGHT = 250  # reports of many happenings appear on one day and speak of it


@dataclass(frozen=True, slots=True)
class Weighted:
    """A word, its weight in this report, and what it is in it (see `ASPECTS`)."""

    word: str
    weight: int
    aspects: int


@dataclass(frozen=True, slots=True)
class Features:
    """One report as grouping sees it; `words` are sorted by word, `called` maps folded names to their spelling.

    `day` is when the report appeared, or the one full date it names where that is not stated.
    """

    report: str
    outlet: str | None
    day: Moment | None
    words: tuple[Weighted, ...]
    called: tuple[tuple[str, str], ...]


def features(annotated: AnnotatedReport, table: Mapping[str, int]) -> Features:
    """The features of one report; `table` holds the weights of words (`frequencies.weights()`)."""
    report, parts = annotated.report, annotated.annotations.parts
    headline = set(words(_headline(report)))
    text = set(words(kept_text(report))) | headline
    aspects = dict.fromkeys(text, WORD)
    for word in [*(_lead(report, parts) | headline) & text]:
        aspects[word] |= LEAD
    for word in text:
        aspects[word] |= FIGURE if word.isdigit() else 0
    named = _named(report, parts)
    for folded, _, kind in named:
        for word in words(folded):
            aspects[word] = aspects.get(word, 0) | NAME | kind
    return Features(
        report=report.id,
        outlet=fold(report.outlet.value) if report.outlet else None,
        day=_day(report, parts),
        words=_weighted(aspects, headline, table, _days_told(parts, report.published)),
        called=_called(named),
    )


def kept_text(report: Report) -> str:
    """The report's text without its furniture, one paragraph a line."""
    return "\n".join(report.text[span.start : span.end] for span in kept_paragraphs(report))


def _headline(report: Report) -> str:
    return report.text[slice(*report.headline)] if report.headline else report.title


def _weighted(
    aspects: Mapping[str, int], raised: set[str], table: Mapping[str, int], days: frozenset[date]
) -> tuple[Weighted, ...]:
    """Each word once, however often it stands: repetition tells of length and style more than of the happening."""
    weighed = ((word, table.get(word, RAREST)) for word in aspects)
    found = [Weighted(w, weight * 3 // 2 if w in raised else weight, aspects[w]) for w, weight in weighed if weight > 0]
    return tuple(sorted((*found, *(Weighted(day.isoformat(), DAY_WEIGHT, NAME) for day in days)), key=lambda w: w.word))


def _named(report: Report, parts: tuple[PartAnnotations, ...]) -> list[tuple[str, str, int]]:
    """Every name in order: folded, as spelled, and whether it is a person's or a place's."""
    found = []
    for part in parts:
        for name in part.names:
            if name.type in _NAMES_OF_THINGS:
                text = " ".join(_part_text(report, part)[slice(*name.span)].split())
                found.append((" ".join(words(text)), text, _KINDS.get(name.type, 0)))
    return found


def _called(named: list[tuple[str, str, int]]) -> tuple[tuple[str, str], ...]:
    """Every name as folded, with the spelling that stands first."""
    spelled: dict[str, str] = {}
    for folded, text, _ in named:
        spelled.setdefault(folded, text)
    spelled.pop("", None)
    return tuple(sorted(spelled.items()))


def _part_text(report: Report, part: PartAnnotations) -> str:
    return report.title if part.part == "title" else report.text


def _lead(report: Report, parts: tuple[PartAnnotations, ...]) -> set[str]:
    """The words of the first sentences."""
    found: set[str] = set()
    for part in parts:
        if part.part == "text" and part.sentences:
            end = part.sentences[min(_LEAD, len(part.sentences)) - 1].span.end
            found.update(words(report.text[:end]))
    return found


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


def _day(report: Report, parts: tuple[PartAnnotations, ...]) -> Moment | None:
    if report.published and report.published.earliest not in _NO_DAY:
        return report.published
    full = {time.expression for part in parts for time in part.times if time.expression.startswith("date:")}
    days = {resolve(form, "unknown", None) for form in full if form.count("-") == 2}
    moment = next(iter(days)) if len(days) == 1 else None
    return moment if moment and moment.earliest not in _NO_DAY else None
