"""Coverage: what each report does with a claim, and whether it could have known it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from consilience.model.account import CoverageCell
from consilience.reconcile.counting import Witness, groups_of
from consilience.reconcile.independence import Bonds
from consilience.reconcile.library import Library
from consilience.reconcile.support import Backing

_LARGE = 30  # reports up to which every claim has a cell for every report


def coverage_of(library: Library, backing: Backing, bonds: Bonds) -> tuple[CoverageCell, ...]:
    """A cell for each report of the story, in the order of the reports.

    In a large story what a single telling carries gets no cells for those that do not: they would say nothing new.
    """
    carriers = {s.report for s in backing.support}
    leading = _leading(library, backing, bonds)
    public = _public(library, carriers)
    alone = len({library.telling(report) for report in carriers}) == 1
    shown = [r for r in library.reports if r in carriers or not alone or len(library.reports) <= _LARGE]
    return tuple(
        _carried(library, report, backing, leading) if report in carriers else _missing(library, report, public)
        for report in shown
    )


def _leading(library: Library, backing: Backing, bonds: Bonds) -> Mapping[str, str]:
    """The origins (by id, with names) of the group that most tellings rest on; ties go to the first by name."""
    groups = groups_of(backing.asserting or backing.denying, bonds)
    if not groups:
        return {}

    def weight(group: Sequence[Witness]) -> tuple[int, str]:
        return -len({w.telling for w in group}), group[0].origin.name

    return {w.origin.id: w.origin.name for w in min(groups, key=weight)}


def _carried(library: Library, report: str, backing: Backing, leading: Mapping[str, str]) -> CoverageCell:
    origins = {s.origin for s in backing.support if s.report == report}
    if not leading or origins & set(leading):
        return CoverageCell(report, "carries", "it says so")
    names = {w.origin.id: w.origin.name for w in (*backing.asserting, *backing.denying)}
    own = sorted(names[o] for o in origins if o in names) or ["another source"]
    most = sorted(set(leading.values()))[0]
    because = f"it rests on {', '.join(own)} here; most tellings rest on {most}"
    return CoverageCell(report, "carries with another origin", because)


def _public(library: Library, carriers: set[str]) -> date | None:
    """The day by which a report of the story had carried the claim."""
    days = [_published(library, report) for report in carriers]
    return min((day for day in days if day is not None), default=None)


def _published(library: Library, report: str) -> date | None:
    moment = library.reports[report].report.published
    return moment.latest if moment is not None and moment.earliest == moment.latest else None


def _missing(library: Library, report: str, public: date | None) -> CoverageCell:
    own = _published(library, report)
    if own is None or public is None:
        return CoverageCell(report, "cannot tell", "the day of this report or of those that carry it is not known")
    if public < own:
        because = f"public on {public.isoformat()}, before this report of {own.isoformat()}"
        return CoverageCell(report, "left out", because)
    if public > own:
        because = f"first carried on {public.isoformat()}, after this report of {own.isoformat()}"
        return CoverageCell(report, "not yet known", because)
    return CoverageCell(report, "cannot tell", "carried on the day of this report; which came first is not known")
