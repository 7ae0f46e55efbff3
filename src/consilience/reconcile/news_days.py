"""The days of the news: whether words tell of them, of what lay before, or give no day of their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.model.time import Moment, TimeMention
from consilience.reconcile.involved import act_token
from consilience.reconcile.lead import lead
from consilience.reconcile.library import Library, text_of
from consilience.trees import children
from consilience.wording import fold, words

When = Literal["news", "before", ""]
_EVE = timedelta(days=2)  # how long before the first report its news may have happened, where no day of it is known
_LEAD = 3  # sentences at the head of a report in which news tells its main happening
_COARSE = ("month", "season", "year", "decade")
_TOLD_BACK = (
    "ago:",
    "decade:",
    "last:",
    "month:-",
    "week:-",
    "year:-",
)  # forms that point back from the day of writing


@dataclass(frozen=True, slots=True)
class NewsDays:
    """From which day on something is the story's news, the day of its happening, else the weekday at its reports' heads."""

    since: date | None
    day: date | None
    weekday: str


def news_days(library: Library) -> NewsDays:
    """The days of a story's news: from its happening on, or from two days before its reports."""
    published = [t.report.published.earliest for t in library.reports.values() if t.report.published is not None]
    first, told = min(published, default=None), library.frame.day
    day = told.earliest if told is not None and told.earliest == told.latest else None
    if day is not None and (first is None or first - 2 * _EVE <= day <= first):
        return NewsDays(day, day, "")
    return NewsDays(first - _EVE if first is not None else None, None, "" if first is not None else _weekday(library))


def _weekday(library: Library) -> str:
    """The weekday that most tellings give for what happened at their head; none where two are level."""
    votes: Counter[str] = Counter()
    for told in library.reports.values():
        here = {p.part: p for p in lead(told, _LEAD) if p.status in ("happened", "ongoing")}
        spans = {span for p in lead(told, _LEAD) if p.part in here and p.status != "planned" for span in p.times}
        times = [t for part in told.annotations.parts for t in part.times if t.span in spans]
        votes.update({t.expression for t in times if t.expression.startswith("weekday:")})
    ranked = sorted(votes, key=lambda w: (-votes[w], w))
    level = len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]]
    return ranked[0] if ranked and not level else ""


def told_when(library: Library, proposition: Proposition, news: NewsDays) -> When:
    """Whether a proposition tells of the days of the news or of what lay before, by its tense, its words and its times."""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    below = children(part.tokens, act) if act is not None else ()
    helpers = {fold(part.tokens[c].word) for c in below if part.tokens[c].relation.startswith("aux")}
    reaching = any(t.span in proposition.times and t.expression.startswith("since:") for t in part.times)
    return "before" if {"had", "'d"} & helpers and not reaching else dated_when(library, proposition, news)


def dated_when(library: Library, proposition: Proposition, news: NewsDays) -> When:
    """Whether a proposition tells of the days of the news or of what lay before, by its words and its times alone."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = [w for span in proposition.spans for w in words(text[span.start : span.end])]
    if word_set("witnessing", "backstory") & set(said):
        return "before"
    times = library.parts[proposition.report, proposition.part].times
    own = {_when(library, proposition, t, news) for t in times if t.span in proposition.times}
    return "news" if "news" in own else "before" if "before" in own else ""


def amid_what_lay_before(library: Library, proposition: Proposition, news: NewsDays) -> bool:
    """Whether the last time that is told before words without one, in their sentence or the one before it, points back."""
    part = library.parts[proposition.report, proposition.part]
    if proposition.sentence >= len(part.sentences):
        return False
    start, end = part.sentences[max(proposition.sentence - 1, 0)].span.start, proposition.spans[0].start
    near = [t for t in part.times if start <= t.span.start and t.span.end <= end]
    told = [(t, when) for t in near if (when := _when(library, proposition, t, news))]
    return bool(told) and told[-1][1] == "before" and not told[-1][0].expression.startswith("weekday:")


def _when(library: Library, proposition: Proposition, time: TimeMention, news: NewsDays) -> When:
    if time.kind not in ("point", "range") or time.expression.startswith(("since:", "until:")):
        return ""
    moment = library.days.get((proposition.report, proposition.part, time.span))
    if moment is not None and news.since is not None:
        return _by_day(moment, time, news)
    if time.expression.startswith("weekday:") and news.weekday:
        return "news" if time.expression == news.weekday else "before"
    back = time.expression.startswith(_TOLD_BACK) or (moment is not None and time.granularity in _COARSE)
    return "before" if back else ""


def _by_day(moment: Moment, time: TimeMention, news: NewsDays) -> When:
    if news.since is not None and moment.latest < news.since:
        return "before"
    if news.day is not None and moment.earliest <= news.day <= moment.latest:
        return "" if time.granularity in _COARSE else "news"
    if time.expression.startswith(_TOLD_BACK):
        return "before"
    return "" if time.granularity in _COARSE else "news"
