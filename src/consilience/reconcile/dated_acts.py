"""When the acts of one report took place: by their own times, else by the day of what the report tells as news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from consilience.anchoring import own_times
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.spans import Part, Span
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment, TimeMention
from consilience.reconcile.involved import act_token, involved, places_of
from consilience.trees import child, children

_FRESH = timedelta(days=7)  # how far behind the report's day its news may lie
_LEAD = 2  # sentences at the head of a text in which it says when its news happened
_FINITE = ("VBD", "VBZ", "VBP")
_STEPS = 4


@dataclass(frozen=True, slots=True)
class DatedAct:
    """An act of a report, its words, the days on which it took place where they are known, and why."""

    report: str
    part: Part
    span: Span
    lemma: str
    moment: Moment | None
    because: str


def acts_of(told: AnnotatedReport, part: PartAnnotations) -> tuple[Span, ...]:
    """The verbs and act nouns of a part: those of its propositions and of its coded events."""
    spans = [p.act_span for p in told.propositions if p.part == part.part]
    spans += [e.trigger for e in told.events if e.part == part.part]
    return tuple(sorted(set(spans)))


def dated_acts(told: AnnotatedReport, name: str, acts: Sequence[tuple[Part, Span]] | None = None) -> list[DatedAct]:
    """The acts in which somebody or something of that name takes part; of `acts` where they are given."""
    day = news_day(told)
    found = []
    for part in told.annotations.parts:
        places = places_of(told, part, name)
        spans = acts_of(told, part) if acts is None else [span for where, span in acts if where == part.part]
        tokens = {span: act_token(part, span) for span in spans}
        rivals = {token for token in tokens.values() if token is not None}
        for span, at in tokens.items():
            if at is not None and places and involved(part.tokens, at, places):
                moment, because = _when(told, part, at, rivals, day)
                found.append(DatedAct(told.report.id, part.part, span, part.tokens[at].lemma.lower(), moment, because))
    return found


def news_day(told: AnnotatedReport) -> Moment | None:
    """The day of the news: the one that the main verbs of the first sentences have, else the day of the report."""
    published = told.report.published
    for part in told.annotations.parts:
        if part.part != "text" or published is None:
            continue
        for sentence in part.sentences[:_LEAD]:
            roots = [i for i in range(*sentence.tokens) if part.tokens[i].head < 0]
            for time in (t for root in roots for t in own_times(part.tokens, part.times, root)):
                if _is_fresh(time.moment, published):
                    return time.moment
    return published


def _is_fresh(moment: Moment | None, published: Moment) -> bool:
    if moment is None or moment.earliest != moment.latest:
        return False
    return timedelta(0) <= published.latest - moment.latest <= _FRESH


def _when(
    told: AnnotatedReport, part: PartAnnotations, at: int, rivals: set[int], day: Moment | None
) -> tuple[Moment | None, str]:
    own = [t for t in own_times(part.tokens, part.times, at, rivals) if t.kind in ("point", "range")]
    dated = [t for t in own if t.moment is not None]
    if dated:
        return dated[0].moment, f"“{_words(told, part.part, dated[0])}” is its time"
    if own:
        return None, f"“{_words(told, part.part, own[0])}” gives no day"
    if part.part == "title" or _in_headline(told, part.tokens[at]) or is_news(part.tokens, at):
        return day, "told as the news of the report's day"
    return None, "no time is told"


def _in_headline(told: AnnotatedReport, token: Token) -> bool:
    line = told.report.headline
    return line is not None and line.start <= token.start < line.end


def _words(told: AnnotatedReport, part: Part, time: TimeMention) -> str:
    text = told.report.title if part == "title" else told.report.text
    return " ".join(text[slice(*time.span)].split())


def is_news(tokens: Sequence[Token], act: int) -> bool:
    """Whether a verb tells what happens: it has a tense, is no pluperfect, and no modal or "to" makes it a possibility."""
    at = act
    for _ in range(_STEPS):
        token = tokens[at]
        helpers = [tokens[c] for c in children(tokens, at) if tokens[c].relation in ("aux", "aux:pass", "cop")]
        mark = child(tokens, at, "mark")
        open_ = mark is not None and tokens[mark].word.lower() == "to"
        if token.pos not in ("VERB", "AUX") or open_ or any(h.tag == "MD" or h.word.lower() == "had" for h in helpers):
            return False
        if token.tag in _FINITE or any(h.tag in _FINITE for h in helpers):
            return True
        if token.tag not in ("VBN", "VBG") or token.relation not in ("conj", "advcl", "xcomp"):
            return False
        at = token.head
    return False
