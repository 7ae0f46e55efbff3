"""The head of a report: its headline and first sentences, in which news tells its main happening."""

from __future__ import annotations

from consilience.model.event import Proposition
from consilience.model.report import Report
from consilience.model.spans import overlap
from consilience.model.story import AnnotatedReport


def in_headline(report: Report, proposition: Proposition) -> bool:
    """Whether a proposition stands in the headline: as a title apart, or where the text prints it."""
    if proposition.part == "title":
        return True
    return report.headline is not None and any(overlap(s, report.headline) for s in proposition.spans)


def in_caption(report: Report, proposition: Proposition) -> bool:
    """Whether a proposition stands under a picture."""
    return proposition.part == "text" and any(overlap(s, c) for s in proposition.spans for c in report.captions)


def lead(told: AnnotatedReport, size: int) -> tuple[Proposition, ...]:
    """The propositions of the headline, the captions, and the first `size` sentences that tell something."""
    body = sorted(
        {p.sentence for p in told.propositions if not in_headline(told.report, p) and not in_caption(told.report, p)}
    )
    first = set(body[:size])
    return tuple(
        p for p in told.propositions if p.sentence in first or in_headline(told.report, p) or in_caption(told.report, p)
    )
