"""The example reports, read with the engine in the package, fall into their stories and copy families."""

import json
from functools import cache
from pathlib import Path

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.clean.report import clean
from consilience.engines import load_engine
from consilience.model.report import Page, Report
from consilience.model.story import AnnotatedReport, Story
from consilience.read.sources import ReadOptions, pages
from consilience.settings import Settings
from consilience.stories.clusters import group

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def read() -> dict[str, AnnotatedReport]:
    """The example reports by the names of their files."""
    settings, engine = Settings(), load_engine()
    found: dict[str, AnnotatedReport] = {}
    for page in pages([str(EXAMPLES / "reports")], ReadOptions(), settings.read):
        report = clean(page, settings.clean) if isinstance(page, Page) else page
        if isinstance(report, Report):
            annotations = annotate(report, engine)
            statements = attribute(report, annotations, settings.attribute)
            found[Path(report.source).name] = AnnotatedReport(report, annotations, statements, (), ())
    return found


@cache
def stories() -> tuple[Story, ...]:
    return group(tuple(read().values()), Settings().stories)


@cache
def expected() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads((EXAMPLES / "expected.json").read_text("utf-8"))
    return found


def files_of(ids: tuple[str, ...]) -> list[str]:
    names = {annotated.report.id: name for name, annotated in read().items()}
    return sorted(names[report] for report in ids)


def test_the_two_happenings_are_told_apart() -> None:
    assert sorted(files_of(story.reports) for story in stories()) == sorted(map(sorted, expected()["stories"]))


def test_the_agency_text_is_one_family() -> None:
    found = [files_of(family.reports) for story in stories() for family in story.families if family.kind != "alone"]
    assert found == [sorted(members) for members in expected()["families"]]


def test_the_family_names_its_agency() -> None:
    agencies = {family.agency for story in stories() for family in story.families if family.kind == "copy"}
    assert agencies == {"Transgulf Press"}
