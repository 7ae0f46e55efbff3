"""Stories: which reports tell of one happening. The answer does not depend on the order of the reports.

Copies are joined first and count as one, as long as the longest of them. What is left is compared where rare words are
shared, joined by average linkage, and cut where groups are hardly alike or much closer inside than between. A report
without a day is compared by its words alone; a day far from all others keeps a report apart, unless it is a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from consilience.model.ids import content_id
from consilience.model.story import AnnotatedReport, Story
from consilience.settings import StorySettings
from consilience.stories.candidates import Pair, candidates, components
from consilience.stories.copies import families, family, shared_stretches
from consilience.stories.features import Features, features
from consilience.stories.frequencies import weights
from consilience.stories.likeness import Compared, compared, likeness, matrix
from consilience.stories.linkage import Merge, average_linkage, cut
from consilience.stories.reasons import memberships
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
    ordered = sorted(reports, key=lambda report: report.features.report)
    tellings = tellings_of(ordered, settings)
    happenings = [
        [tellings[members[i]] for i in story]
        for members, merges in average_trees(ordered, tellings, settings)
        for story in cut(len(members), merges, settings)
    ]
    stories = [_story([[ordered[n] for n in telling] for telling in happening]) for happening in happenings]
    return tuple(sorted(stories, key=lambda story: story.reports))


def tellings_of(reports: Sequence[Grouped], settings: StorySettings) -> tuple[tuple[int, ...], ...]:
    """The copy families, as numbers of reports; `reports` are sorted by id."""
    return families([report.text for report in reports], settings)


def average_trees(
    reports: Sequence[Grouped], tellings: Sequence[Sequence[int]], settings: StorySettings
) -> list[tuple[list[int], list[Merge]]]:
    """For each component of alike tellings its members (numbers of tellings) and their merges by average linkage."""
    heads = [max(telling, key=lambda number: (len(reports[number].text.shingles), -number)) for telling in tellings]
    found = [reports[number].features for number in heads]
    arrays = compared(found, settings)
    alike = _alike(arrays, candidates(found), settings.same_story)
    groups = _bounded(len(found), alike, settings)
    return [(members, average_linkage(matrix(arrays, members))) for members in groups]


def _alike(arrays: Compared, pairs: Sequence[Pair], least: int) -> dict[Pair, int]:
    """The candidate pairs whose likeness reaches `least`, with it."""
    seconds: dict[int, list[int]] = {}
    for left, right in pairs:
        seconds.setdefault(left, []).append(right)
    found = {}
    for left, rights in seconds.items():
        scores = likeness(arrays, left, np.array(rights, np.int64)).tolist()
        found.update({(left, right): score for right, score in zip(rights, scores, strict=True) if score >= least})
    return found


def _bounded(size: int, alike: dict[Pair, int], settings: StorySettings) -> list[list[int]]:
    """Connected components; one that is too large to compare each with each is split by asking for more likeness."""
    least = settings.same_story
    groups = components(size, alike)
    while any(len(group) > settings.largest_component for group in groups) and least < 1000:
        least += max(1, least // 4)
        large = {n for group in groups if len(group) > settings.largest_component for n in group}
        alike = {pair: score for pair, score in alike.items() if pair[0] not in large or score >= least}
        groups = components(size, alike)
    return groups


def _story(tellings: Sequence[Sequence[Grouped]]) -> Story:
    """The record of one story from its copy families."""
    members = sorted((report for telling in tellings for report in telling), key=lambda r: r.features.report)
    ids = tuple(report.features.report for report in members)
    texts = [[report.text for report in telling] for telling in tellings]
    copies = frozenset(text.report for telling in texts if len(telling) > 1 for text in telling)
    return Story(
        id=content_id("story", *ids),
        reports=ids,
        members=memberships([report.features for report in members], copies),
        families=tuple(sorted((family(telling) for telling in texts), key=lambda f: f.reports)),
        shared=shared_stretches(texts),
    )
