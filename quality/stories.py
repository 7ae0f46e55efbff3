"""Runner `stories`: JSON Lines of reports in (id, outlet, date, title, text), JSON Lines out (id, story, family).

usage: stories.py IN.jsonl OUT.jsonl

A report that cannot be read is written as a story of its own, so that every id of the input stands in the output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.clean.report import clean
from consilience.engines import load_engine
from consilience.model.report import Rejection
from consilience.model.story import AnnotatedReport, Story
from consilience.read.sources import ReadOptions, pages
from consilience.settings import Settings
from consilience.stories.clusters import group

Result = AnnotatedReport | Rejection


def read(path: str, settings: Settings) -> Iterator[Result]:
    """Every record of a JSON Lines file, as far as grouping needs it."""
    engine = load_engine()
    for page in pages([path], ReadOptions(jsonl=True), settings.read):
        report = page if isinstance(page, Rejection) else clean(page, settings.clean)
        if isinstance(report, Rejection):
            yield report
            continue
        annotations = annotate(report, engine)
        statements = attribute(report, annotations, settings.attribute)
        yield AnnotatedReport(report, annotations, statements, (), ())


def as_lines(stories: Iterable[Story], rejected: Iterable[Rejection]) -> Iterator[str]:
    """One line a report, in the order of the ids; rejected ones stand alone."""
    rows = {
        report: {"id": report, "story": story.id, "family": family.id}
        for story in stories
        for family in story.families
        for report in family.reports
    }
    for rejection in rejected:
        if rejection.id is not None and rejection.id not in rows:
            alone = f"rejected {rejection.id}"
            rows[rejection.id] = {"id": rejection.id, "story": alone, "family": alone}
    yield from (json.dumps(rows[report]) for report in sorted(rows))


def main(source: str, out: str) -> None:
    """Group the reports of `source` and write where each stands."""
    settings = Settings()
    results = list(read(source, settings))
    reports = [result for result in results if isinstance(result, AnnotatedReport)]
    rejected = [result for result in results if isinstance(result, Rejection)]
    for rejection in rejected:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    lines = as_lines(group(reports, settings.stories), rejected)
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
