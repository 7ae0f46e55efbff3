"""The timeline: what happened, what is planned, and when it was reported, each with a day and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from consilience.lexicons import word_list, word_set
from consilience.model.account import Claim, Lane, TimelineEntry
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span, covers, trimmed
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment
from consilience.reconcile.day_words import line_of
from consilience.reconcile.differences import Ledger
from consilience.reconcile.library import Library, moments_of, passages_at, people_of, text_at, text_of
from consilience.reconcile.meant import legible
from consilience.reconcile.own_days import own_days
from consilience.reconcile.phrases import Phrase
from consilience.reconcile.same_words import asks
from consilience.wording import fold, words

_LONGEST = 800  # days; a wider stretch of time is no point on a line
_CLOCK = re.compile(r"T(\d\d:\d\d|MO|AF|EV|NI)Z?$")
_PARTS = {"MO": "06:00", "AF": "13:00", "EV": "18:00", "NI": "21:00"}  # from when on a part of the day is
_SUPPOSED = frozenset(("could", "if", "might", "should", "would"))
_PLANNING = frozenset(("plan", "schedule", "slate"))
_LANES: dict[str, Lane] = {"happened": "happened", "ongoing": "happened", "planned": "planned"}


@dataclass(frozen=True, slots=True)
class _Dated:
    """What is told of a day: its lane, the words shown, and the propositions and claims that tell it."""

    lane: Lane
    moment: Moment
    phrase: Phrase
    told: tuple[Proposition, ...]
    claims: tuple[str, ...]


def timeline_of(library: Library, ledger: Ledger, claims: Sequence[Claim] = ()) -> tuple[TimelineEntry, ...]:
    """All entries in the order of their days, and of the hours that are told of a day; what happened first."""
    heads = {claim.id: claim.passages[:1] for claim in claims}
    dated = [d for claim in ledger.backings if (d := _told(library, ledger, claim, heads.get(claim, ()))) is not None]
    entries = [_entry(library, d) for d in _told_once(library, dated)]
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


def _told(library: Library, ledger: Ledger, claim: str, head: Sequence[Passage] = ()) -> _Dated | None:
    """A claim's day where its wordings agree on one lane; the finest of its days.

    In the words that stand for the claim (`head`) where they have the day.
    """
    told = [p for p in ledger.backings[claim].propositions if not p.negated and p.status in _LANES]
    told = [p for p in told if not _unclear(library, p) and not asks(library, p)]
    dated = [(p, m) for p in told for m in own_days(library, p) if (m.latest - m.earliest).days <= _LONGEST]
    if not dated:
        return None
    lanes = {(p.id, m): _lane(library, p, m) for p, m in dated}
    lane = lanes[dated[0][0].id, dated[0][1]]
    kept = [(p, m) for p, m in dated if lanes[p.id, m] == lane]
    kept = [(p, m) for p, m in kept if not _two_days(library, p, m)]
    if lane is None or not kept:
        return None
    days = sorted({m for _, m in kept}, key=lambda m: (m.latest - m.earliest, m))
    found = (_on_day(library, told, [p for p, m in kept if m == day], (day, head)) for day in days)
    first = next((f for f in found if f is not None), None)
    return _Dated(lane, *first, (claim,)) if first is not None else None


def _on_day(
    library: Library,
    told: Sequence[Proposition],
    sure: Sequence[Proposition],
    wanted: tuple[Moment, Sequence[Passage]],
) -> tuple[Moment, Phrase, tuple[Proposition, ...]] | None:
    """The words for a day, those that stand for the claim where they have no other day, and all that tell of the day."""
    day, head = wanted
    others = tuple(p for p in told if p in sure or day in moments_of(library, p))
    alone = (p for p in others if p in sure or set(moments_of(library, p)) == {day})
    chosen = [p for p in alone if any(_stands_at(p, place) for place in head)]
    phrase = (line_of(library, chosen, day) if chosen else None) or line_of(library, sure, day)
    return (day, phrase, others) if phrase is not None else None


def _stands_at(proposition: Proposition, place: Passage) -> bool:
    return (proposition.report, proposition.part) == (place.report, place.part) and covers(
        place.span, proposition.act_span
    )


def _told_once(library: Library, dated: Iterable[_Dated]) -> list[_Dated]:
    """What the same people did on one day by the same verb is one line, in the words that stand alone best."""
    found: dict[object, _Dated] = {}
    for one in dated:
        first = library.propositions[one.phrase.proposition]
        people = frozenset(people_of(library, first))
        same = (one.lane, one.moment, fold(first.act), people) if people and _says_what(first) else one.claims
        other = found.get(same)
        if other is None:
            found[same] = one
            continue
        best = min(other, one, key=lambda d: d.phrase.faults)
        found[same] = replace(best, told=(*other.told, *one.told), claims=(*other.claims, *one.claims))
    return _without_parts(list(found.values()))


def _without_parts(dated: Sequence[_Dated]) -> list[_Dated]:
    """What is told of one day in words that stand in those of another line of the day goes with that."""
    kept: list[_Dated] = []
    for one in sorted(dated, key=lambda d: -len(d.phrase.text)):
        home = next((k for k in kept if _holds(k, one)), None)
        if home is None:
            kept.append(one)
        else:
            kept[kept.index(home)] = replace(home, told=(*home.told, *one.told), claims=(*home.claims, *one.claims))
    return kept


def _holds(whole: _Dated, part: _Dated) -> bool:
    """Whether a line of the same day says all that another does, and all who tell the one tell the other."""
    same = (whole.lane, whole.moment) == (part.lane, part.moment)
    tellers = {p.report for p in part.told} <= {p.report for p in whole.told}
    return same and (
        fold(part.phrase.text) == fold(whole.phrase.text) or (tellers and part.phrase.text in whole.phrase.text)
    )


def _says_what(proposition: Proposition) -> bool:
    return fold(proposition.act) not in word_set("acts", "light") | word_set("times", "saying")


def _entry(library: Library, dated: _Dated) -> TimelineEntry:
    phrase = dated.phrase
    others = tuple(x for p in dated.told if p.id != phrase.proposition for x in _places(library, p))
    named = legible(library, phrase.passages)
    return TimelineEntry(
        id="t" + content_id(dated.lane, dated.claims[0]),
        lane=dated.lane,
        moment=dated.moment,
        text=phrase.text,
        passages=(*phrase.passages, *others),
        because=_because(library, dated.told),
        claims=dated.claims,
        legible=named if named != phrase.text else "",
    )


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


def _lane(library: Library, proposition: Proposition, moment: Moment) -> Lane | None:
    """What lies ahead of the report is planned, whatever its tense; a plan for before it, or for either side, has no lane."""
    published = library.reports[proposition.report].report.published
    told = published.latest if published is not None else _last_published(library)
    lane = _LANES[proposition.status]
    if (
        published is not None
        and moment.latest >= published.earliest
        and proposition.act in word_set("times", "schedules")
    ):
        lane = "planned"  # "they planned a march on Friday" tells of no march
    if lane == "planned":
        return lane if published is None or moment.latest >= published.earliest else None
    if told is None or moment.latest <= told:
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
