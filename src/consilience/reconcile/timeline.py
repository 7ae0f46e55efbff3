"""The timeline: what happened, what is planned, and when it was reported, each with a day and its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from consilience.anchoring import modified, own_times
from consilience.lexicons import word_list
from consilience.model.account import Lane, TimelineEntry
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span, covers, trimmed
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment, TimeMention
from consilience.reconcile.differences import Ledger
from consilience.reconcile.faults import finite, hangs
from consilience.reconcile.library import Library, moments_of, passages_at, text_at, text_of, words_at
from consilience.reconcile.phrases import Phrase, best_phrase, phrase_of
from consilience.reconcile.same_words import asks
from consilience.trees import children, head_of, tokens_within
from consilience.wording import fold, words

_UNREADABLE = 34  # faults from which words tell nothing on a line of their own
_LONGEST = 800  # days; a wider stretch of time is no point on a line
_CLOCK = re.compile(r"T(\d\d:\d\d|MO|AF|EV|NI)Z?$")
_PARTS = {"MO": "06:00", "AF": "13:00", "EV": "18:00", "NI": "21:00"}  # from when on a part of the day is
_SUPPOSED = frozenset(("could", "if", "might", "should", "would"))
_LANES: dict[str, Lane] = {"happened": "happened", "ongoing": "happened", "planned": "planned"}


def timeline_of(library: Library, ledger: Ledger) -> tuple[TimelineEntry, ...]:
    """All entries in the order of their days, and of the hours that are told of a day; what happened first."""
    entries = [e for claim in ledger.backings for e in _told(library, ledger, claim)]
    entries += [e for told in library.reports.values() for e in _reported(library, told)]
    lanes = ("happened", "planned", "reported")
    hours = {e.id: _hour(library, e) for e in entries}

    def order(e: TimelineEntry) -> tuple[date, date, int, str, str]:
        return e.moment.earliest, e.moment.latest, lanes.index(e.lane), hours[e.id], e.id

    return tuple(sorted(entries, key=order))


def _hour(library: Library, entry: TimelineEntry) -> str:
    """The earliest hour that the entry's words tell of its day; after all hours where they tell none."""
    told = (
        _CLOCK.search(time.expression)
        for p in entry.passages
        for time in (library.parts[p.report, p.part].times if (p.report, p.part) in library.parts else ())
        if covers(p.span, time.span) and library.days.get((p.report, p.part, time.span)) == entry.moment
    )
    return min((_PARTS.get(found[1], found[1]) for found in told if found), default="24:00")


def _told(library: Library, ledger: Ledger, claim: str) -> list[TimelineEntry]:
    """A claim's day where its wordings agree on one lane; the finest of its days."""
    told = [p for p in ledger.backings[claim].propositions if not p.negated and p.status in _LANES]
    told = [p for p in told if not _unclear(library, p) and not asks(library, p)]
    dated = [(p, m) for p in told for m in _own_days(library, p) if (m.latest - m.earliest).days <= _LONGEST]
    if not dated:
        return []
    lanes = {(p.id, m): _lane(library, p, m) for p, m in dated}
    lane = lanes[dated[0][0].id, dated[0][1]]
    kept = [(p, m) for p, m in dated if lanes[p.id, m] == lane]
    kept = [(p, m) for p, m in kept if not _two_days(library, p, m)]
    if lane is None or not kept:
        return []
    finest = min((m for _, m in kept), key=lambda m: (m.latest - m.earliest, m))
    with_day = [p for p, m in kept if m == finest]
    phrase = _line(library, with_day)
    if phrase is None or not phrase.passages or phrase.faults > _UNREADABLE:
        return []
    others = tuple(x for p in with_day if p.id != phrase.proposition for x in _places(library, p))
    because = _because(library, with_day)
    return [
        TimelineEntry("t" + content_id(lane, claim), lane, finest, phrase.text, (*phrase.passages, *others), because)
    ]


def _line(library: Library, told: Sequence[Proposition]) -> Phrase | None:
    """The wording for a day: no sentence whose main clause is another day's, but the words of the clause that is meant."""
    phrase = best_phrase(library, told)
    proposition = library.propositions[phrase.proposition]
    if phrase.unit == "clause" or not hangs(library, proposition):
        return phrase
    if not finite(library, proposition):
        return None
    tokens = library.parts[proposition.report, proposition.part].tokens
    verb = head_of(tokens, tokens_within(tokens, proposition.act_span))
    if tokens[verb].relation.startswith("acl"):
        return _noun_and_clause(library, proposition, tokens[verb].head)
    return phrase_of(library, proposition)


def _noun_and_clause(library: Library, proposition: Proposition, noun: int) -> Phrase | None:
    """A relative clause with the noun it tells of: "the bell of St Orla, which vanished in March"."""
    tokens = library.parts[proposition.report, proposition.part].tokens
    last = tokens_within(tokens, proposition.spans[-1]).last
    if tokens[noun].pos not in ("NOUN", "PROPN") or last <= noun:
        return None
    if any(tokens[i].word == "of" for i in children(tokens, noun)) and tokens[noun].relation == "nmod":
        noun = tokens[noun].head
    before = (i for i in children(tokens, noun) if i < noun and tokens[i].pos != "PUNCT")
    start = min((i for i in before if tokens[i].relation not in ("case", "cc")), default=noun)
    span = Span(tokens[start].start, tokens[last - 1].end)
    places = passages_at(library, proposition.report, proposition.part, (span,))
    return Phrase(proposition.id, words_at(library, places), places, 0)


def _two_days(library: Library, proposition: Proposition, moment: Moment) -> bool:
    """Whether the words that give a planned day give another day elsewhere in the report: "Thursday" may be either."""
    if proposition.status != "planned" or moment.earliest != moment.latest:
        return False
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = {fold(text[t.start : t.end]) for t in proposition.times if _at(library, proposition, t) == moment}
    others = library.parts[proposition.report, proposition.part].times
    days = {_at(library, proposition, m.span) for m in others if fold(text[m.span.start : m.span.end]) in said}
    return len(days - {None}) > 1


def _at(library: Library, proposition: Proposition, span: Span) -> Moment | None:
    return library.days.get((proposition.report, proposition.part, span))


def _unclear(library: Library, proposition: Proposition) -> bool:
    """Whether a clause tells only what is not known, or what would be, which is nothing that happened."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    said = [w for span in proposition.spans for w in words(text[span.start : span.end])]
    supposed = proposition.status == "happened" and bool(_SUPPOSED & set(said))
    return supposed or any(phrase in " ".join(said) for phrase in word_list("not_told", "unclear"))


def _own_days(library: Library, proposition: Proposition) -> tuple[Moment, ...]:
    """The days of what the proposition tells, without those that only tell which other thing is meant ("Friday's storm")."""
    part = library.parts.get((proposition.report, proposition.part))
    inside = tokens_within(part.tokens, proposition.act_span) if part is not None else None
    if part is None or inside is None or inside.last == inside.first:
        return moments_of(library, proposition)
    act = head_of(part.tokens, inside)
    times = [t for t in part.times if t.span in proposition.times]
    own = own_times(part.tokens, times, act)
    kept = own or [t for t in times if _of_content(part.tokens, t, act)]
    found = (library.days.get((proposition.report, proposition.part, t.span)) for t in kept)
    return tuple(m for m in found if m is not None)


def _of_content(tokens: Sequence[Token], time: TimeMention, act: int) -> bool:
    """Whether the time is that of what is planned, asked or begun ("She urged them to gather on Friday"), or of nothing."""
    at = modified(tokens, time, (act,))
    if at is None:
        return True
    while at != act and tokens[at].head >= 0 and tokens[at].relation in ("xcomp", "ccomp", "conj"):
        at = tokens[at].head
    return at == act


def _lane(library: Library, proposition: Proposition, moment: Moment) -> Lane | None:
    """What lies ahead of the report is planned, whatever its tense; what may lie on either side has no lane."""
    published = library.reports[proposition.report].report.published
    told = published.latest if published is not None else _last_published(library)
    lane = _LANES[proposition.status]
    if told is None or lane == "planned" or moment.latest <= told:
        return lane
    return "planned" if moment.earliest > told else None


def _last_published(library: Library) -> date | None:
    days = [t.report.published.latest for t in library.reports.values() if t.report.published is not None]
    return max(days, default=None)


def _places(library: Library, proposition: Proposition) -> tuple[Passage, ...]:
    return passages_at(library, proposition.report, proposition.part, proposition.spans)


def _because(library: Library, told: Sequence[Proposition]) -> str:
    """Which words give the day, and which report fixes them where their own does not."""
    fixed: Mapping[tuple[str, object], str] = {(t.report, t.mention.span): t.because for t in library.frame.times}
    for proposition in told:
        for span in proposition.times:
            known = fixed.get((proposition.report, span))
            if known is not None:
                return known
    reports = sorted({library.reports[p.report].report.source for p in told})
    return f"the day is told in {', '.join(reports[:3])}{' and others' if len(reports) > 3 else ''}"


def _reported(library: Library, told: AnnotatedReport) -> list[TimelineEntry]:
    """When a report was published, under its headline."""
    report = told.report
    if report.published is None:
        return []
    passage = headline_passage(told)
    if passage is None:
        return []
    because = report.published_stated.rule if report.published_stated else "stated for the report"
    text = text_at(library, passage)
    entry = "t" + content_id("reported", report.id)
    return [TimelineEntry(entry, "reported", report.published, text, (passage,), because)]


def headline_passage(told: AnnotatedReport) -> Passage | None:
    """Where a report's headline stands."""
    report = told.report
    if report.title.strip():
        return Passage(report.id, "title", trimmed(report.title, Span(0, len(report.title))))
    return Passage(report.id, "text", report.headline) if report.headline else None
