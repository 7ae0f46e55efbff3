"""Which report came first: what an outlet tells before any report gives a source for it, it has not from those reports."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from consilience.reconcile.hours import earlier, written_at
from consilience.reconcile.library import Library


def told_before(library: Library, report: str, others: Set[str]) -> bool:
    """Whether a report was published before all of the others; not where a day, or on one day an hour, is not known."""
    return bool(others) and all(_before(library, report, other) for other in others)


def _before(library: Library, report: str, other: str) -> bool:
    mine, theirs = (_day(library, r) for r in (report, other))
    if mine is None or theirs is None or mine != theirs:
        return mine is not None and theirs is not None and mine < theirs
    hours = [written_at(library.reports[r].report) for r in (report, other)]
    return hours[0] is not None and hours[1] is not None and earlier(hours[0], hours[1])


def _day(library: Library, report: str) -> date | None:
    moment = library.reports[report].report.published
    return moment.latest if moment is not None and moment.earliest == moment.latest else None
