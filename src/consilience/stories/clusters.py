"""Stories: which reports tell of one happening. The answer does not depend on the order of the reports.

Copies are joined first and count as one, as long as the longest of them. What is left is compared where rare words are
shared, joined by average linkage, and cut where groups are hardly alike or much closer inside than between. A report
without a day is compared by its words alone; a day far from all others keeps a report apart, unless it is a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.model.ids import content_id
from consilience.model.story import AnnotatedReport, Story
from consilience.settings import StorySettings
from consilience.stories.copies import family, shared_stretches
from consilience.stories.features import Features, features
from consilience.stories.frequencies import weights
from consilience.stories.index import Happening, StoryIndex
from consilience.stories.reasons import memberships
from consilience.stories.shelf import pack
from consilience.stories.texts import CopyText, copy_text


@dataclass(frozen=True, slots=True)
class Grouped:
    """One report as this stage keeps it: its features and its text as copies are told by."""

    features: Features
    text: CopyText


def group(reports: Sequence[AnnotatedReport], settings: StorySettings) -> tuple[Story, ...]:
    """The stories the reports tell, by their first report's id; every report stands in exactly one."""
    return group_features([of_interest(report, weights()) for report in reports], settings)


def of_interest(report: AnnotatedReport, table: Mapping[str, int]) -> Grouped:
    """What grouping keeps of one report; `table` holds the weights of words."""
    found = features(report, table)
    return Grouped(found, copy_text(report, found.outlet))


def group_features(reports: Sequence[Grouped], settings: StorySettings) -> tuple[Story, ...]:
    """The stories of reports whose features are known."""
    known = {report.features.report: report for report in reports}
    index = StoryIndex(settings, lambda report: known[report].text)
    index.add(pack(report.features, report.text.shingles) for report in reports)
    return tuple(_story(known, happening) for happening in index.happenings())


def _story(known: Mapping[str, Grouped], happening: Happening) -> Story:
    """The record of one story."""
    ids = happening.reports()
    texts = [[known[report].text for report in telling] for telling in happening.families]
    copies = frozenset(report for telling in happening.families if len(telling) > 1 for report in telling)
    return Story(
        id=content_id("story", *ids),
        reports=ids,
        members=memberships([known[report].features for report in ids], copies),
        families=tuple(sorted((family(telling) for telling in texts), key=lambda f: f.reports)),
        shared=shared_stretches(texts),
    )
