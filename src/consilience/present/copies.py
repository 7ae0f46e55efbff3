"""Copies as records: the families of each story, who carried the text first, and which sentences stand where with what edits.

`copy_maps` is what the `copies` command prints and what a page can draw a map of copies from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from consilience.model.account import Account, Findings
from consilience.model.report import Report
from consilience.model.spans import Span, merged
from consilience.model.story import CopyLink, Edit, Family, FamilyKind, SharedStretch
from consilience.present.labels import moment_key
from consilience.present.shelf import Shelf, shelve
from consilience.stories.edits import edits


@dataclass(frozen=True, slots=True)
class Carrier:
    """One report of a text: `credited` says that the text is the agency's, `stated` what the report itself says of it."""

    id: str
    source: str
    outlet: str | None
    outlet_id: str | None
    outlet_note: str
    published: str | None
    stated: str | None
    credited: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of one report that stand in another: spans of the two text layers, and what was changed."""

    left: str
    left_span: Span
    right: str
    right_span: Span
    words: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Reports that share one text; `outlets` counts the known ones, `first` is the earliest known carrier."""

    story: str
    family: str
    kind: FamilyKind
    outlets: int
    agency: str | None
    agency_because: str
    first: str | None
    first_because: str
    because: str
    reports: tuple[Carrier, ...]
    links: tuple[CopyLink, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class CopyMap:
    """One story's copies: families of two reports or more, and stretches that reports of different families share."""

    story: str
    reports: int
    families: tuple[FamilyView, ...]
    shared: tuple[Stretch, ...]


def copy_maps(findings: Findings) -> tuple[CopyMap, ...]:
    """The copies of every story, in the order of the stories; largest families first."""
    shelf = shelve(findings)
    return tuple(copy_map(account, shelf) for account in findings.accounts)


def copy_lines(findings: Findings) -> Iterator[bytes]:
    """One line of JSON a story."""
    return (msgspec.json.encode(found) for found in copy_maps(findings))


def copy_map(account: Account, shelf: Shelf) -> CopyMap:
    """The copies of one story; largest families first."""
    story = account.frame.story
    family_of = {report: family.id for family in story.families for report in family.reports}
    inside: dict[str, list[SharedStretch]] = {}
    between: list[SharedStretch] = []
    for shared in story.shared:
        left, right = family_of.get(shared.left.report), family_of.get(shared.right.report)
        if left is not None and left == right:
            inside.setdefault(left, []).append(shared)
        else:
            between.append(shared)
    families = [_family(story.id, f, inside.get(f.id, []), shelf) for f in story.families if len(f.reports) > 1]
    ordered = sorted(families, key=lambda view: (-len(view.reports), view.family))
    return CopyMap(story.id, len(story.reports), tuple(ordered), tuple(_stretch(s, shelf) for s in between))


def _family(story: str, family: Family, shared: list[SharedStretch], shelf: Shelf) -> FamilyView:
    reports = [_carrier(shelf.reports[report].report, family) for report in family.reports]
    return FamilyView(
        story=story,
        family=family.id,
        kind=family.kind,
        outlets=family.outlets,
        agency=family.agency,
        agency_because=family.agency_because,
        first=family.carrier,
        first_because=family.carrier_because,
        because=family.because,
        reports=tuple(sorted(reports, key=lambda r: (r.id != family.carrier, r.published or "9999", r.source, r.id))),
        links=family.links,
        stretches=tuple(_stretch(s, shelf) for s in shared),
    )


def _carrier(report: Report, family: Family) -> Carrier:
    return Carrier(
        id=report.id,
        source=report.source,
        outlet=report.outlet.value if report.outlet else None,
        outlet_id=report.outlet_id,
        outlet_note=report.outlet_note,
        published=moment_key(report.published) or None,
        stated=report.agency.value if report.agency else None,
        credited=report.id in family.credited,
    )


def _stretch(shared: SharedStretch, shelf: Shelf) -> Stretch:
    left, right = shared.left, shared.right
    texts = [kept_letters(shelf.reports[side.report].report) for side in (left, right)]
    changed = edits(texts[0], left.span, texts[1], right.span)
    return Stretch(left.report, left.span, right.report, right.span, shared.words, changed)


def kept_letters(report: Report) -> str:
    """The text layer with blanks where something is removed, so that spans still fit."""
    pieces, at = [], 0
    for cut in merged(removal.span for removal in report.removed):
        pieces += [report.text[at : cut.start], " " * (cut.end - cut.start)]
        at = cut.end
    return "".join((*pieces, report.text[at:]))


def agency_of_report(families: Mapping[str, Family], report: Report) -> str | None:
    """The agency whose text a report is: as its copy family tells, else as it states itself."""
    family = families.get(report.id)
    if family is not None and family.agency and (report.id in family.credited or not family.credited):
        return family.agency
    return report.agency.value if report.agency else None
