"""Coverage: what each report does with a claim, and whether it could have known it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from consilience.model.account import TELLS_NEAR, CoverageCell
from consilience.model.spans import overlap
from consilience.model.statement import Statement
from consilience.reconcile.denied_too import SHARED, content_words
from consilience.reconcile.hours import earlier, shown, written_at
from consilience.reconcile.independence import Bonds
from consilience.reconcile.library import Library, proposition_passages, sentence_span, text_at, text_of
from consilience.reconcile.nearness import near
from consilience.reconcile.support import Backing, bearers, everybody
from consilience.reconcile.voices import speakers_of
from consilience.reconcile.witnesses import Witness, groups_of

_LARGE = 30  # reports up to which every claim has a cell for every report


def coverage_of(library: Library, backing: Backing, bonds: Bonds, against: Collection[str]) -> tuple[CoverageCell, ...]:
    """A cell for each report of the story, in the order of the reports; `against` are the clauses of opposing claims.

    In a large story what a single telling carries gets no cells for those that do not: they would say nothing new.
    """
    carriers = {s.report for s in backing.support}
    leading = _leading(library, backing, bonds)
    public = _public(library, carriers)
    alone = len({library.telling(report) for report in carriers}) == 1
    told = [r for r in library.reports if r in carriers or not alone or len(library.reports) <= _LARGE]
    return tuple(
        _carried(library, report, backing, leading)
        if report in carriers
        else _surely(library, backing, bonds, _missing(library, report, public, sorted(carriers)), against)
        for report in told
    )


def _leading(library: Library, backing: Backing, bonds: Bonds) -> Mapping[str, str]:
    """The origins (by id, with names) of the group that most tellings rest on; ties go to the first by name."""
    groups = groups_of(bearers(backing), bonds)
    if not groups:
        return {}

    def weight(group: Sequence[Witness]) -> tuple[int, str]:
        return -len({w.telling for w in group}), group[0].origin.name

    return {w.origin.id: w.origin.name for w in min(groups, key=weight)}


def _carried(library: Library, report: str, backing: Backing, leading: Mapping[str, str]) -> CoverageCell:
    origins = {s.origin for s in backing.support if s.report == report}
    if not leading or origins & set(leading):
        return CoverageCell(report, "carries", "it says so")
    names = {w.origin.id: w.origin.name for w in everybody(backing)}
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


def _missing(library: Library, report: str, public: date | None, carriers: Sequence[str]) -> CoverageCell:
    own = _published(library, report)
    if own is None or public is None:
        return CoverageCell(report, "cannot tell", "the day of this report or of those that carry it is not known")
    if public < own:
        because = f"public on {public.isoformat()}, before this report of {own.isoformat()}"
        return CoverageCell(report, "left out", because)
    if public > own:
        because = f"first carried on {public.isoformat()}, after this report of {own.isoformat()}"
        return CoverageCell(report, "not yet known", because)
    return _by_hour(library, report, [c for c in carriers if _published(library, c) == own])


def _surely(
    library: Library, backing: Backing, bonds: Bonds, cell: CoverageCell, against: Collection[str]
) -> CoverageCell:
    """No report is said to leave out what it may tell in words that were not lined up."""
    if cell.coverage not in ("left out", "cannot tell"):
        return cell
    told = near(library, backing.propositions, cell.report, against)
    if cell.coverage == "cannot tell":
        return CoverageCell(cell.report, "cannot tell", TELLS_NEAR) if told else cell
    denials = _denials_too(library, backing, bonds, cell.report)
    if any(_denies_one(library, backing, cell.report, s, against) for s in denials):
        return CoverageCell(cell.report, "carries", "it tells that the same source denies what is said against this")
    if not told and not denials:
        return cell
    return CoverageCell(cell.report, "cannot tell", TELLS_NEAR)


def _denials_too(library: Library, backing: Backing, bonds: Bonds, report: str) -> list[Statement]:
    """The denials that a report tells by one whose word against something the claim is."""
    if not any(p.negated or p.status == "negated" for p in backing.propositions):
        return []
    mine = {bonds.common.get(key, key) for w in everybody(backing) for key in w.voice.keys}
    denials = (s for s in library.reports[report].statements if s.act == "denied")
    voices = ((s, voice) for s in denials for voice in speakers_of(library, report, s))
    return [s for s, voice in voices if any(bonds.common.get(key, key) in mine for key in voice.keys)]


def _denies_one(library: Library, backing: Backing, report: str, denial: Statement, against: Collection[str]) -> bool:
    """Whether a denial stands in one sentence with a clause of a claim that is set against this one, or shares its words."""
    here = sentence_span(library, report, denial.part, denial.content[0])
    told = (p for p in library.reports[report].propositions if p.id in against and p.part == denial.part)
    if any(overlap(span, here) for p in told for span in p.spans):
        return True
    text = text_of(library.reports[report].report, denial.part)
    denied = content_words(library, " ".join(text[slice(*span)] for span in denial.content))
    claimed = (" ".join(text_at(library, q) for q in proposition_passages(library, p)) for p in backing.propositions)
    return any(len(denied & content_words(library, words)) >= SHARED for words in claimed)


def _by_hour(library: Library, report: str, carriers: Sequence[str]) -> CoverageCell:
    """On the day of the report itself: by the hours that the reports state, where they do."""
    own = written_at(library.reports[report].report)
    others = [written_at(library.reports[c].report) for c in carriers]
    known = [hour for hour in others if hour is not None]
    unknown = "carried on the day of this report; which came first is not known"
    if own is None or not known:
        return CoverageCell(report, "cannot tell", unknown)
    before = [hour for hour in known if earlier(hour, own)]
    if before:
        because = f"public at {shown(min(before, key=shown))}, before this report of {shown(own)} on the same day"
        return CoverageCell(report, "left out", because)
    if len(known) == len(others) and all(earlier(own, hour) for hour in known):
        because = f"first carried at {shown(min(known, key=shown))}, after this report of {shown(own)} on the same day"
        return CoverageCell(report, "not yet known", because)
    return CoverageCell(report, "cannot tell", unknown)
