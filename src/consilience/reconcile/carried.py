"""Who carries each text of a story: the first of its reports, and the outlets behind all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from consilience.model.report import Report
from consilience.model.story import Family
from consilience.wording import fold, shingles

_RUN = 3  # words in a row by which two texts are compared
_PRINTED = 500  # per mille of a passage's runs that stand in a text that prints it


@dataclass(frozen=True, slots=True)
class Carried:
    """One text: the report it is counted for, and the keys of the outlets that carry it, by who publishes them.

    `names` are the outlets of which any may have carried it first: nothing in the reports says which. `members` are the
    reports that carry it.
    """

    first: str
    outlets: tuple[str, ...]
    names: tuple[str, ...]
    members: tuple[Report, ...] = ()


def carried(families: Sequence[Family], reports: Sequence[Report]) -> Mapping[str, Carried]:
    """For each report the text that it carries; one that takes in only a piece of an agency's text carries its own."""
    known = {report.id: report for report in reports}
    found = {report.id: _of([report]) for report in reports}
    for family in families:
        members = [known[report] for report in family.reports if report in known]
        if len(members) > 1:
            theirs = [m for m in members if not family.agency or m.id in family.credited]
            if theirs:
                found.update(dict.fromkeys((m.id for m in theirs), _of(theirs)))
    return found


def printing(text: Carried, report: str, passage: str) -> Carried:
    """A text as it is counted for one passage of it, which `report` has: for the first of those that print the passage.

    Copies cut and add: an outlet never lends its name to words that its own report does not have.
    """
    if len(text.members) < 2:
        return text
    said = shingles(passage, _RUN)
    kept = [m for m in text.members if m.id == report or _prints(m, said)]
    return replace(_of(kept), outlets=text.outlets) if len(kept) < len(text.members) else text


def _prints(report: Report, said: frozenset[tuple[str, ...]]) -> bool:
    return 1000 * len(said & _runs(f"{report.title}\n{report.text}")) >= _PRINTED * len(said)


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    return shingles(text, _RUN)


def _of(members: Sequence[Report]) -> Carried:
    outlets = {f"outlet {m.outlet_id or fold(m.outlet.value)}" for m in members if m.outlet is not None}
    first = min(members, key=_order)
    tied = [m.outlet.value for m in members if m.outlet is not None and _day(m) == _day(first)]
    return Carried(
        first.id, tuple(sorted(outlets)), tuple(sorted(set(tied), key=lambda name: (fold(name), name))), tuple(members)
    )


def _order(report: Report) -> tuple[tuple[bool, str, bool, bool], str, str]:
    """The earliest first. Undated and unidentified ones come before: a copy must never lend them a name."""
    return _day(report), fold(report.outlet.value if report.outlet else ""), report.id


def _day(report: Report) -> tuple[bool, str, bool, bool]:
    """What tells which of the reports of one text came first; outlets that a table lists go before unknown ones."""
    published = report.published
    day = published.earliest.isoformat() if published else ""
    return published is not None, day, report.outlet is not None, not report.outlet_known
