"""The place of the happening: what most tellings name in what they say happened, as fine as at least two agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.model.annotations import PlaceKind, PlaceMention
from consilience.model.spans import Passage
from consilience.model.story import AnnotatedReport
from consilience.reconcile.anchors import enough
from consilience.reconcile.entities import name_key
from consilience.reconcile.lead import lead

_FINE: tuple[PlaceKind, ...] = ("facility", "town", "region")
_LEAD = 8  # sentences in which a report sets its scene


@dataclass(frozen=True, slots=True)
class MainPlace:
    """The place of the happening, where it is named, and why it is this place."""

    name: str | None
    passage: Passage | None
    because: str


@dataclass(frozen=True, slots=True)
class _Named:
    mention: PlaceMention
    report: str
    telling: str


def main_place(reports: Sequence[AnnotatedReport], tellings: Mapping[str, str]) -> MainPlace:
    """The finest place that most tellings name in what happened; unknown where none leads."""
    named = [n for told in reports for n in _named(told, tellings.get(told.report.id, told.report.id))]
    least = enough({tellings.get(told.report.id, told.report.id) for told in reports})
    pools = (*(_of_kind(named, kind) for kind in _FINE), _of_kind(named, "unknown"), _of_kind(named, "country"))
    leading = (_leading(pool, least) for pool in pools)
    return next((f for f in leading if f is not None), MainPlace(None, None, "no place is named by most tellings"))


def _of_kind(named: Sequence[_Named], kind: PlaceKind) -> list[_Named]:
    """The places of a kind, with those of no known kind that have the name of one."""
    names = {name_key(one.mention.name) for one in named if one.mention.kind == kind}
    return [
        n
        for n in named
        if n.mention.kind == kind or (n.mention.kind == "unknown" and name_key(n.mention.name) in names)
    ]


def _named(told: AnnotatedReport, telling: str) -> list[_Named]:
    """The places of what the report says happened in its first sentences."""
    parts = {part.part: part for part in told.annotations.parts}
    found = []
    for proposition in lead(told, _LEAD):
        if proposition.negated or proposition.status in ("planned", "possible", "negated"):
            continue
        places = parts[proposition.part].places if proposition.part in parts else ()
        found += [_Named(m, told.report.id, telling) for m in places if m.span in proposition.places]
    return found


def _leading(named: Sequence[_Named], least: int) -> MainPlace | None:
    """The one place that more tellings name than any other, at least `least`."""
    votes: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        votes[name_key(one.mention.name)].add(one.telling)
    ranked = sorted(votes, key=lambda key: (-len(votes[key]), key))
    if not ranked or len(votes[ranked[0]]) < least:
        return None
    if len(ranked) > 1 and len(votes[ranked[1]]) == len(votes[ranked[0]]):
        return None
    best = next(one for one in named if name_key(one.mention.name) == ranked[0])
    count = len(votes[ranked[0]])
    because = f"{count} telling{'s' if count != 1 else ''} place what happened there"
    if len(ranked) > 1:
        because += f"; next is {_spelled(named, ranked[1])} with {len(votes[ranked[1]])}"
    return MainPlace(best.mention.name, Passage(best.report, best.mention.part, best.mention.span), because)


def _spelled(named: Sequence[_Named], key: str) -> str:
    return next(one.mention.name for one in named if name_key(one.mention.name) == key)
