"""Runner `stories`: JSON Lines of reports in (id, outlet, date, title, text), JSON Lines out (id, story, family).

usage: stories.py IN.jsonl OUT.jsonl [--online [SEED]]

`--online` feeds one report at a time, in the order of the file, or in an order that SEED makes.
A report that cannot be read is written as a story of its own, so that every id of the input stands in the output.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import consilience
from consilience.model.report import Rejection
from consilience.model.story import AnnotatedReport, Story
from consilience.settings import StorySettings


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


def one_by_one(reports: Sequence[AnnotatedReport], settings: StorySettings, seed: int | None) -> tuple[Story, ...]:
    """The stories after the reports came one at a time."""
    ordered = list(reports)
    if seed is not None:
        random.Random(seed).shuffle(ordered)
    grouping = consilience.Grouping(settings)
    for report in ordered:
        grouping.add(report)
    return grouping.stories()


def main(source: str, out: str, online: bool = False, seed: int | None = None) -> None:
    """Group the reports of `source` and write where each stands."""
    job = consilience.Job(consilience.ReadOptions(jsonl=True))
    reports, rejected = consilience.separate(consilience.results([source], job))
    for rejection in rejected:
        print(f"{rejection.source}: {rejection.reason}", file=sys.stderr)
    settings = job.settings
    stories = one_by_one(reports, settings.stories, seed) if online else consilience.stories_of(reports, settings)
    lines = as_lines(stories, rejected)
    Path(out).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--online"]
    if len(given) not in (2, 3):
        sys.exit(__doc__)
    main(given[0], given[1], "--online" in sys.argv, int(given[2]) if len(given) == 3 else None)
