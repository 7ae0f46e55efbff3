"""Runner `stories`: JSON Lines of reports in (id, outlet, date, title, text), JSON Lines out (id, story, family).

usage: stories.py IN.jsonl OUT.jsonl

A report that cannot be read is written as a story of its own, so that every id of the input stands in the output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import consilience
from consilience.model.report import Rejection
from consilience.model.story import Story


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
    job = consilience.Job(consilience.ReadOptions(jsonl=True))
    reports, rejected = consilience.separate(consilience.results([source], job))
    for rejection in rejected:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    lines = as_lines(consilience.stories_of(reports, job.settings), rejected)
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
