"""The stages in a row: what is done to one report, to all reports, and to one story.

*Map, fold, map*: `read_page` works on one page, `group` sees all reports, `reconcile_story` works on one story. All are
pure functions of their arguments, so a runner may apply the first and the last on any number of workers.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from consilience.annotate.report import annotate
from consilience.attribute.corrected import without_marked
from consilience.attribute.meaning import meanings
from consilience.attribute.report import told_in
from consilience.claims.align import align
from consilience.claims.corrected import set_right
from consilience.clean.report import clean
from consilience.corrections import actors_by_hand, fitting
from consilience.engines import Engine
from consilience.events.coder import code_events
from consilience.events.propositions import propositions
from consilience.model.account import Account, Findings
from consilience.model.correction import Correction
from consilience.model.report import Page, Rejection
from consilience.model.story import AnnotatedReport, Story
from consilience.present.export import to_json
from consilience.present.markdown import markdown
from consilience.present.page import fragment, page
from consilience.present.quotes import Saying, Wanted, sayings
from consilience.present.tables.flat_events import events_table, mentions_table
from consilience.present.tables.table import Table
from consilience.present.tables.told import events_told
from consilience.reconcile.account import reconcile
from consilience.reconcile.frame import frame
from consilience.settings import Settings
from consilience.stories.clusters import Grouping as Grouping
from consilience.stories.clusters import group


def read_page(
    source: Page | Rejection, engine: Engine, settings: Settings, corrections: Sequence[Correction] = ()
) -> AnnotatedReport | Rejection:
    """Everything that can be said of one page on its own: clean, annotate, attribute, code events."""
    if isinstance(source, Rejection):
        return source
    report = clean(source, settings.clean)
    if isinstance(report, Rejection):
        return report
    annotations = annotate(report, engine)
    told = told_in(report, annotations, settings.attribute)
    told = without_marked(report, told, fitting(corrections, (report,)))
    events = code_events(report, annotations, told.statements)
    clauses = propositions(report, annotations, told.statements, engine)
    said = meanings(report, told.statements, engine)
    return AnnotatedReport(report, annotations, told.statements, events, clauses, told.asides, said)


def separate(
    results: Iterable[AnnotatedReport | Rejection],
) -> tuple[tuple[AnnotatedReport, ...], tuple[Rejection, ...]]:
    """The reports and the rejections, each ordered by source; of two reports with one id the second is refused."""
    reports: dict[str, AnnotatedReport] = {}
    rejected: list[Rejection] = []
    listed = list(results)
    for result in sorted(listed, key=_order):
        if isinstance(result, Rejection):
            rejected.append(result)
        elif result.report.id in reports:
            rejected.append(_double(result, reports[result.report.id]))
        else:
            reports[result.report.id] = result
    return tuple(reports.values()), tuple(sorted(rejected, key=_order))


def _order(result: AnnotatedReport | Rejection) -> tuple[str, str, str]:
    if isinstance(result, Rejection):
        return result.source, result.sha256 or "", result.reason
    return result.report.source, result.report.id, result.report.sha256


def _double(double: AnnotatedReport, first: AnnotatedReport) -> Rejection:
    source = first.report.source
    return Rejection(
        double.report.source,
        f"same id as {source}: {double.report.id}" if source != double.report.source else "named twice",
        double.report.sha256,
        double.report.id,
    )


def reconcile_story(
    story: Story, reports: Sequence[AnnotatedReport], settings: Settings, corrections: Sequence[Correction] = ()
) -> Account:
    """The account of one story; `reports` are its members, in any order; of the corrections those that fit are applied."""
    members = tuple(sorted(reports, key=_order))
    by_hand = fitting(corrections, [member.report for member in members])
    whole = frame(story, members, actors_by_hand(settings.actors, by_hand))
    aligned = set_right(align(whole, members, settings.claims), members, by_hand)
    return reconcile(whole, members, aligned, settings.account)


def stories_of(reports: Sequence[AnnotatedReport], settings: Settings) -> tuple[Story, ...]:
    """The stories the reports tell, the ones with most reports first."""
    stories = group(reports, settings.stories)
    return tuple(sorted(stories, key=lambda story: (-len(story.reports), story.reports)))


class Reading(Findings):
    """What `consilience.read` gives: `reports`, `accounts` (one a story), `rejected` and the `engine`'s fingerprint."""

    __slots__ = ()

    @classmethod
    def of(cls, findings: Findings) -> Reading:
        """The same findings with the methods that write them."""
        return cls(*(getattr(findings, field.name) for field in fields(findings)))

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """The account as one self-contained page; written to `path` where one is given."""
        return _written(page(self), path)

    def to_markdown(self, path: str | os.PathLike[str] | None = None) -> str:
        """The account as Markdown with footnotes; written to `path` where one is given."""
        return _written(markdown(self), path)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The account after the published schema; written to `path` where one is given."""
        return _written(to_json(self).decode("utf-8"), path)

    def events_table(self) -> Table:
        """The events, one row each, for data frames: `polars.DataFrame(reading.events_table())`."""
        return events_table(events_told(self))

    def mentions_table(self) -> Table:
        """The sentences that tell of events, one row each, for data frames."""
        return mentions_table(events_told(self))

    def sayings(
        self, speaker: str | None = None, origin: str | None = None, variants: bool = False
    ) -> tuple[Saying, ...]:
        """Who said what: by speaker (a part of the name), by who stands in the chain, or only what several reports word."""
        return sayings(self, Wanted(speaker, origin, variants))

    def _repr_html_(self) -> str:
        return fragment(self)


def _written(text: str, path: str | os.PathLike[str] | None) -> str:
    """Write `text` beside its place first, so that a run that is cut off leaves no half file.

    Links are followed; what is no regular file (a pipe, a device) is written to, not replaced.
    """
    if path is None:
        return text
    if Path(path).exists() and not Path(path).is_file():
        Path(path).write_text(text, encoding="utf-8", newline="")
        return text
    target = Path(path).resolve()
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with half.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return text
