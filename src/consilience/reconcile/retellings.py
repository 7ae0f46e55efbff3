"""Retellings: reports of unknown outlets that give the same facts in the same order, however they word them.

A text can be rewritten so thoroughly that hardly three of its words stay together, and given to many outlets that nobody
knows. What stays are its facts: who, how many, when, whose quoted words, and the order in which they come. Outlets that a
table lists are believed to report for themselves; of the others, all that tell the same facts in the same order are one
telling, and retellings of a listed outlet's report are that report's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.model.annotations import PartAnnotations
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport, Family
from consilience.wording import words

_LEAST = 6  # facts that two tellings must share; fewer are shared by all who report one happening
_OF_SHORTER, _OF_LONGER = 750, 500  # per mille of the facts of either that must be shared
_IN_ORDER = 750  # per mille of the shared facts that must come in one order
_MOST = (
    400  # tellings of unknown outlets that are compared each with each; of more, those without a like one stay apart
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling: its family, whether a listed outlet carries it, and its facts in order."""

    family: str
    listed: bool
    facts: tuple[str, ...]


def retellings(
    families: Sequence[Family], reports: Mapping[str, AnnotatedReport], actor_of: Mapping[str, str]
) -> Mapping[str, str]:
    """For each family that retells another its one telling, as the id of a family; families that stand alone are left out."""
    told = [t for family in families if (t := _told(family, reports, actor_of)) is not None]
    unknown = [t for t in told if not t.listed and len(t.facts) >= _LEAST][:_MOST]
    listed = [t for t in told if t.listed and len(t.facts) >= _LEAST]
    above = {t.family: t.family for t in unknown}

    def root(family: str) -> str:
        while above[family] != family:
            family = above[family]
        return family

    for number, one in enumerate(unknown):
        for other in unknown[number + 1 :]:
            if root(one.family) != root(other.family) and same_facts(one.facts, other.facts):
                low, high = sorted((root(one.family), root(other.family)))
                above[high] = low
    heads = {t.family: root(t.family) for t in unknown}
    known = {heads[t.family]: k.family for t in unknown for k in reversed(listed) if same_facts(t.facts, k.facts)}
    final = {family: known.get(head, head) for family, head in heads.items()}
    return {family: head for family, head in sorted(final.items()) if family != head}


def same_facts(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two tellings give the same facts in the same order."""
    shorter, longer = sorted((left, right), key=len)
    place = {fact: number for number, fact in enumerate(longer)}
    shared = [place[fact] for fact in shorter if fact in place]
    if len(shared) < _LEAST or 1000 * len(shared) < max(_OF_SHORTER * len(shorter), _OF_LONGER * len(longer)):
        return False
    return 1000 * _rising(shared) >= _IN_ORDER * len(shared)


def _rising(numbers: Sequence[int]) -> int:
    """How many of the numbers, at most, can be kept so that they rise."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def _told(family: Family, reports: Mapping[str, AnnotatedReport], actor_of: Mapping[str, str]) -> _Told | None:
    members = [reports[report] for report in family.reports if report in reports]
    if not members or any(told.report.outlet is None for told in members):
        return None
    first = max(members, key=lambda told: (len(told.report.text), told.report.id))
    return _Told(family.id, any(told.report.outlet_known for told in members), facts_of(first, actor_of))


def facts_of(told: AnnotatedReport, actor_of: Mapping[str, str]) -> tuple[str, ...]:
    """The facts of a report in the order of their first place: actors, numbers, times, and quoted words."""
    found: list[tuple[int, str]] = []
    for part in told.annotations.parts:
        if part.part == "text":
            found += [(span.start, fact) for span, fact in _of_part(part)]
    for entity in told.annotations.entities:
        starts = [m.span.start for m in entity.mentions if m.part == "text"]
        if starts:
            found.append((min(starts), f"actor {actor_of.get(entity.id, entity.name)}"))
    found += _quoted(told)
    return tuple(dict.fromkeys(fact for _, fact in sorted(found)))


def _of_part(part: PartAnnotations) -> list[tuple[Span, str]]:
    numbers = [(q.span, f"number {q.low} {q.high}") for q in part.quantities]
    return numbers + [(t.span, f"time {t.expression}") for t in part.times]


def _quoted(told: AnnotatedReport) -> list[tuple[int, str]]:
    """The beginning of everything that is quoted word for word."""
    text = told.report.text
    return [
        (span.start, f"quoted {' '.join(words(text[span.start : span.end])[:6])}")
        for statement in told.statements
        if statement.part == "text" and statement.manner in ("direct", "block", "mixed")
        for span in statement.content[:1]
    ]
