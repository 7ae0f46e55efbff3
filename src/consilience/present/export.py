"""JSON: a reading as flat lists with the records behind it, and lines of JSON for `annotate` and `group`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

import msgspec

from consilience.errors import InputError
from consilience.model.account import Claim, CoverageCell, Findings
from consilience.model.annotations import PartAnnotations
from consilience.model.story import AnnotatedReport
from consilience.present.annotated import AnnotatedLine, RejectedLine, annotate_line
from consilience.present.copies import agency_of_report
from consilience.present.flat import families_of, reading_view, story_of
from consilience.present.views import FORMAT, RECORD, CoverageRow, ReadingView, Record, StoredReading

__all__ = ["annotate_line", "from_json", "group_lines", "schemas", "to_json"]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The story and copy family of one report, and the thread of stories that its story is part of.

    `because` says why it stands in the story, `family_because` why it is a copy, a version or alone.
    """

    id: str
    source: str
    story: str | None
    family: str | None
    agency: str | None
    thread: str | None = None
    because: str = ""
    family_because: str = ""


def to_json(findings: Findings) -> bytes:
    """The whole run in one JSON object: the published lists, and under `record` what `from_json` reads back."""
    view = reading_view(findings)
    whole = {field.name: getattr(view, field.name) for field in fields(ReadingView)}
    whole["record"] = Record(RECORD, _without_coverage(slim(findings)))
    return msgspec.json.encode(whole) + b"\n"


def from_json(data: bytes) -> Findings:
    """The findings that `to_json` wrote, without tokens, trees and vectors."""
    try:
        stored = msgspec.json.decode(data, type=StoredReading)
    except msgspec.MsgspecError as error:
        raise InputError(f"not an account of this program: {error}") from error
    if stored.format != FORMAT or stored.record.version != RECORD:
        raise InputError(f"an account of another version: {stored.format}, record {stored.record.version}")
    return _with_coverage(stored.record.findings, stored.coverage)


def slim(findings: Findings) -> Findings:
    """The same findings without what no output shows: tokens, trees, references, propositions and vectors."""
    reports = tuple(_slim_report(found) for found in findings.reports)
    return _in_order(Findings(reports, findings.accounts, findings.rejected, findings.engine, findings.corrections))


def group_lines(findings: Findings) -> Iterator[bytes]:
    """One line of JSON for each report: its story, its copy family, the agency whose text it is, and why."""
    stories, families = story_of(findings), families_of(findings)
    threads = {account.frame.story.id: account.frame.story.thread for account in findings.accounts}
    why = {member.report: member.because for a in findings.accounts for member in a.frame.story.members}
    for found in findings.reports:
        report = found.report
        story, family = stories.get(report.id), families.get(report.id)
        yield msgspec.json.encode(
            GroupLine(
                id=report.id,
                source=report.source,
                story=story,
                family=family.id if family else None,
                agency=agency_of_report(families, report),
                thread=threads.get(story or ""),
                because=why.get(report.id, ""),
                family_because=family.because if family else "",
            )
        )


def schemas() -> dict[str, bytes]:
    """The published JSON schemas by file name."""
    kinds = {"reading": ReadingView, "annotated": AnnotatedLine, "rejected": RejectedLine, "group": GroupLine}
    return {
        f"{name}.schema.json": msgspec.json.format(msgspec.json.encode(msgspec.json.schema(kind), order="sorted"))
        + b"\n"
        for name, kind in kinds.items()
    }


def _without_coverage(findings: Findings) -> Findings:
    """The findings without the cells of the coverage, which the published list holds already."""
    return _claims_changed(findings, lambda _, claim: replace(claim, coverage=()))


def _with_coverage(findings: Findings, rows: tuple[CoverageRow, ...]) -> Findings:
    """The findings with the cells of the published list put back into their claims."""
    cells: dict[tuple[str, str], list[CoverageCell]] = {}
    for row in rows:
        cells.setdefault((row.story, row.claim), []).extend(
            CoverageCell(report, row.coverage, row.because) for report in row.reports
        )
    return _in_order(
        _claims_changed(findings, lambda story, claim: replace(claim, coverage=tuple(cells.get((story, claim.id), ()))))
    )


def _in_order(findings: Findings) -> Findings:
    """The findings with the cells of each claim in the order of the run's reports."""
    order = {found.report.id: at for at, found in enumerate(findings.reports)}
    return _claims_changed(
        findings,
        lambda _, claim: replace(claim, coverage=tuple(sorted(claim.coverage, key=lambda cell: order[cell.report]))),
    )


def _claims_changed(findings: Findings, change: Callable[[str, Claim], Claim]) -> Findings:
    accounts = tuple(
        replace(account, claims=tuple(change(account.frame.story.id, claim) for claim in account.claims))
        for account in findings.accounts
    )
    return Findings(findings.reports, accounts, findings.rejected, findings.engine, findings.corrections)


def _slim_report(found: AnnotatedReport) -> AnnotatedReport:
    parts = tuple(_slim_part(part) for part in found.annotations.parts)
    return replace(found, annotations=replace(found.annotations, parts=parts), propositions=(), meanings=())


def _slim_part(part: PartAnnotations) -> PartAnnotations:
    return replace(part, tokens=(), attributions=(), references=())
