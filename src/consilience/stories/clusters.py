"""Stories: which reports tell of one happening. The answer does not depend on the order of the reports.

Copies are joined first and count as one, as long as the longest of them. What is left is compared where rare words are
shared, joined by average linkage, and cut where groups are hardly alike or much closer inside than between.

None is lost. A report without a day, or with the day of a clock that was never set (1970), is compared by its words alone,
and stays when others expire. A day far from all others, past or future, keeps a report apart, unless it is a copy. A report
of five words or none, or in a language that no other has, is a story of its own. One without outlet is grouped as any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
from consilience.stories.threads import threads


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
    grouping = Grouping(settings)
    grouping.take(reports)
    return grouping.stories()


class Grouping:
    """Stories that grow report by report: at every moment those of all reports that were given so far, in any order."""

    def __init__(self, settings: StorySettings) -> None:
        self._settings = settings
        self._known: dict[str, Grouped] = {}
        self._index = StoryIndex(settings, lambda report: self._known[report].text)

    def add(self, report: AnnotatedReport) -> tuple[Happening, ...]:
        """Take in one report; the stories that are new or changed. One whose id is known takes the old one's place."""
        return self.take([of_interest(report, weights())])

    def take(self, reports: Sequence[Grouped]) -> tuple[Happening, ...]:
        """Take in reports whose features are known, all at once."""
        self._known.update({report.features.report: report for report in reports})
        return self._index.add(pack(report.features, report.text.shingles) for report in reports)

    def expire(self, before: date) -> tuple[Happening, ...]:
        """Let go of every report that appeared before a day; those without a day stay. The stories that changed."""
        found = self._index.expire(before)
        left = self._index.holds(self._known)
        self._known = {report: known for report, known in self._known.items() if report in left}
        return found

    def stories(self) -> tuple[Story, ...]:
        """All stories, by their first report's id, with the threads they form."""
        found = {_id(happening): happening for happening in self._index.happenings()}
        tellings = {story: self._index.tellings(happening) for story, happening in found.items()}
        going_on = threads(tellings, self._settings)
        stories = [self._story(happening, going_on[story]) for story, happening in found.items()]
        return tuple(sorted(stories, key=lambda story: story.reports))

    def _story(self, happening: Happening, thread: str) -> Story:
        ids = happening.reports()
        texts = [[self._known[report].text for report in telling] for telling in happening.families]
        copies = frozenset(report for telling in happening.families if len(telling) > 1 for report in telling)
        return Story(
            id=_id(happening),
            reports=ids,
            members=memberships([self._known[report].features for report in ids], copies),
            families=tuple(sorted((family(telling, self._settings) for telling in texts), key=lambda f: f.reports)),
            shared=shared_stretches(texts),
            thread=thread,
        )


def _id(happening: Happening) -> str:
    return content_id("story", *happening.reports())
