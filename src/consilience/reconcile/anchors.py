"""Days over a story: which report fixes the day of the happening, and what the weekdays of the others are by it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from consilience.days import resolve
from consilience.model.spans import Passage, covers
from consilience.model.story import AnnotatedReport, FixedTime
from consilience.model.time import Moment, TimeMention
from consilience.reconcile.lead import lead

_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_AHEAD = 2  # years that news looks ahead of its day
_LEAD = 3  # sentences at the head of a report in which news tells its main happening


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that one report states: its date of publication, or a full date in its words."""

    day: date
    report: str
    source: str
    published: bool


@dataclass(frozen=True, slots=True)
class MainDay:
    """The day of the happening, where it stands, and why it is this day."""

    moment: Moment | None
    passage: Passage | None
    because: str


def story_anchors(reports: Sequence[AnnotatedReport]) -> tuple[Anchor, ...]:
    """The days that reports state, dates of publication first; a full date counts where no report is dated."""
    dated = [
        Anchor(told.report.published.latest, told.report.id, told.report.source, True)
        for told in reports
        if told.report.published is not None and told.report.published.earliest == told.report.published.latest
    ]
    found = dated or _stated(reports)
    return tuple(sorted(found, key=lambda a: (a.day, a.source, a.report)))


def _stated(reports: Sequence[AnnotatedReport]) -> list[Anchor]:
    """The latest full date that may be near the day of writing, unless some report tells of much later years."""
    stated = [
        Anchor(mention.moment.earliest, told.report.id, told.report.source, False)
        for told in reports
        for mention in _mentions(told)
        if _full_date(mention) and mention.moment is not None and _of_writing(told, mention)
    ]
    latest = max(stated, key=lambda a: (a.day, a.source, a.report), default=None)
    later = [m.moment.earliest for told in reports for m in _mentions(told) if m.moment is not None]
    return [latest] if latest is not None and not any(d.year > latest.day.year + _AHEAD for d in later) else []


def _of_writing(told: AnnotatedReport, mention: TimeMention) -> bool:
    """Whether a date may be near the day of writing: in the first sentence, with its weekday, or apart from any sentence."""
    text = told.report.title if mention.part == "title" else told.report.text
    before = text[: mention.span.start].rstrip(" \t")[-1:]
    apart = not before or not (before.isalnum() or before in ",;’'")
    first = next((p.sentences[0].span for p in told.annotations.parts if p.part == mention.part and p.sentences), None)
    named = _WEEKDAY.match(text, mention.span.start) is not None
    return apart or named or (first is not None and covers(first, mention.span))


def fixed_times(reports: Sequence[AnnotatedReport], anchors: Sequence[Anchor]) -> tuple[FixedTime, ...]:
    """Times that their own report leaves open, where all anchors of the story give them one and the same day."""
    found = []
    for told in reports:
        others = [a for a in anchors if a.report != told.report.id or not a.published]
        if told.report.published is None and others:
            found += [f for f in (_fixed(told, mention, others) for mention in _mentions(told)) if f is not None]
    return tuple(found)


def _fixed(told: AnnotatedReport, mention: TimeMention, anchors: Sequence[Anchor]) -> FixedTime | None:
    if mention.moment is not None or mention.kind not in ("point", "range"):
        return None
    moments = {_by(anchor, mention) for anchor in anchors}
    moment = next(iter(moments))
    if len(moments) != 1 or moment is None:
        return None
    fixing = anchors[0]
    words = _words(told, mention)
    because = f"“{words}” counted from {fixing.day.isoformat()}, which {fixing.source} states"
    return FixedTime(told.report.id, mention, moment, fixing.report, because)


def _by(anchor: Anchor, mention: TimeMention) -> Moment | None:
    """The day by one anchor. A date in the words is no date of writing: only weekdays near to it follow from it."""
    if anchor.published:
        return resolve(mention.expression, mention.direction, anchor.day)
    kind = mention.expression.split("T")[0].split(":")
    if kind[0] != "weekday":
        named = kind[0] in ("monthday", "month") and kind[1][:1] not in ("+", "-") and kind[1] != "0"
        return resolve(mention.expression, mention.direction, anchor.day) if named else None
    away = (int(kind[1]) - anchor.day.weekday()) % 7
    day = anchor.day + timedelta(days=away if away <= 3 else away - 7)
    return Moment(day, day)


def _full_date(mention: TimeMention) -> bool:
    form = mention.expression.split("T")[0]
    return form.startswith("date:") and form.count("-") == 2


def _mentions(told: AnnotatedReport) -> list[TimeMention]:
    return [mention for part in told.annotations.parts for mention in part.times]


def _words(told: AnnotatedReport, mention: TimeMention) -> str:
    text = told.report.title if mention.part == "title" else told.report.text
    return " ".join(text[mention.span.start : mention.span.end].split())


def main_day(reports: Sequence[AnnotatedReport], fixed: Sequence[FixedTime], tellings: Mapping[str, str]) -> MainDay:
    """The day most tellings give what they say happened at their head, and the words that fix it best."""
    votes: defaultdict[Moment, set[str]] = defaultdict(set)
    for told in reports:
        for moment in _lead_days(told, fixed):
            votes[moment].add(tellings.get(told.report.id, told.report.id))
    if not votes:
        return MainDay(None, None, "no report gives the day of the happening")
    ranked = sorted(votes, key=lambda m: (-len(votes[m]), m))
    best = ranked[0]
    if len(votes[best]) < enough({tellings.get(told.report.id, told.report.id) for told in reports}):
        return MainDay(None, None, "no day is given by more than a few of the tellings")
    if len(ranked) > 1 and len(votes[ranked[1]]) == len(votes[best]):
        best = _tie(reports, ranked, votes)
    passage, by = _fixing(reports, fixed, best)
    count = len(votes[best])
    because = f"{by}; {count} telling{'s' if count != 1 else ''} put what happened on this day"
    return MainDay(best, passage, because)


def enough(tellings: Collection[str]) -> int:
    """How many tellings must agree on what the main happening is: one of two, two of twelve, a sixth of more."""
    return 1 if len(tellings) <= 2 else max(2, (len(tellings) + 5) // 6)


def _tie(reports: Sequence[AnnotatedReport], ranked: Sequence[Moment], votes: Mapping[Moment, set[str]]) -> Moment:
    """Of days with as many tellings the one that is written out in full, then the earliest."""
    level = [m for m in ranked if len(votes[m]) == len(votes[ranked[0]])]
    full = {m.moment for told in reports for m in _mentions(told) if _full_date(m)}
    return min(level, key=lambda m: (m not in full, m))


def _lead_days(told: AnnotatedReport, fixed: Sequence[FixedTime]) -> set[Moment]:
    """The days of what the head of a report says happened."""
    days = {(f.mention.part, f.mention.span): f.moment for f in fixed if f.report == told.report.id}
    for mention in _mentions(told):
        if mention.moment is not None:
            days[mention.part, mention.span] = mention.moment
    found = set()
    for proposition in lead(told, _LEAD):
        if proposition.status in ("happened", "ongoing", "unknown") and not proposition.negated:
            found |= {days[proposition.part, s] for s in proposition.times if (proposition.part, s) in days}
    return {m for m in found if m.earliest == m.latest}


def _fixing(reports: Sequence[AnnotatedReport], fixed: Sequence[FixedTime], best: Moment) -> tuple[Passage | None, str]:
    """Where the day stands best: in a full date, else in a weekday of a dated report, else in one that another fixes."""
    for told in reports:
        for mention in _mentions(told):
            if _full_date(mention) and mention.moment == best:
                return Passage(told.report.id, mention.part, mention.span), f"{told.report.source} states the full date"
    for told in reports:
        for mention in _mentions(told):
            if mention.moment == best:
                words = _words(told, mention)
                return (
                    Passage(told.report.id, mention.part, mention.span),
                    f"“{words}” in {told.report.source}, counted from its own date",
                )
    for time in fixed:
        if time.moment == best:
            return Passage(time.report, time.mention.part, time.mention.span), time.because
    return None, ""
