"""Findings as the flat lists of the published schema."""

from __future__ import annotations

from consilience.model.account import (
    Account,
    AccountSentence,
    Claim,
    Coverage,
    EventEntry,
    Findings,
    OriginCount,
    Support,
    Words,
)
from consilience.model.correction import CorrectionState
from consilience.model.report import Stated
from consilience.model.spans import Passage, hull
from consilience.model.story import AnnotatedReport, Family
from consilience.present import views
from consilience.present.annotated import outlet_of
from consilience.present.labels import headline, moment_key
from consilience.present.shelf import Shelf, quoted, shelve


def reading_view(findings: Findings) -> views.ReadingView:
    """The flat lists of a whole run; the story of an item is the id of its account's story."""
    shelf = shelve(findings)
    accounts = findings.accounts
    return views.ReadingView(
        format=views.FORMAT,
        engine=findings.engine,
        reports=_reports(findings),
        stories=tuple(_story(a) for a in accounts),
        sentences=tuple(_sentence(_id(a), s) for a in accounts for s in a.sentences),
        claims=tuple(_claim(_id(a), c) for a in accounts for c in a.claims),
        differences=tuple(row for a in accounts for row in _differences(a)),
        origins=tuple(
            views.OriginRow(o.id, _id(a), o.name, o.type, o.stake, o.because) for a in accounts for o in a.origins
        ),
        quotes=tuple(row for a in accounts for row in _quotes(a, shelf)),
        timeline=tuple(row for a in accounts for row in _timeline(a)),
        events=tuple(row for a in accounts for row in _events(a)),
        wording=tuple(row for a in accounts for row in _wording(a)),
        coverage=tuple(row for a in accounts for claim in a.claims for row in _coverage(_id(a), claim)),
        not_told=tuple(
            views.NotToldRow(_id(a), n.kind, n.text, _passages(n.passages), n.because, n.legible)
            for a in accounts
            for n in a.not_told
        ),
        doubts=tuple(views.DoubtRow(_id(a), d.text, _passages(d.passages)) for a in accounts for d in a.doubts),
        rejected=tuple(
            views.RejectedRow(r.id, r.source, r.state, r.reason, r.sha256, r.passed_over) for r in findings.rejected
        ),
        corrections=tuple(_correction(state) for state in findings.corrections),
    )


def story_of(findings: Findings) -> dict[str, str]:
    """The story id of each report by its id."""
    return {report: _id(account) for account in findings.accounts for report in account.frame.story.reports}


def families_of(findings: Findings) -> dict[str, Family]:
    """The copy family of each report by the report's id."""
    return {
        report: family
        for account in findings.accounts
        for family in account.frame.story.families
        for report in family.reports
    }


def _id(account: Account) -> str:
    return account.frame.story.id


def _reports(findings: Findings) -> tuple[views.ReportView, ...]:
    stories, families = story_of(findings), families_of(findings)
    return tuple(
        _report(
            found, stories.get(found.report.id), families[found.report.id].id if found.report.id in families else None
        )
        for found in findings.reports
    )


def _report(found: AnnotatedReport, story: str | None, family: str | None) -> views.ReportView:
    r = found.report
    return views.ReportView(
        r.id, r.source, story, r.state, r.reason, outlet_of(r), headline(r) or None, moment_key(r.published) or None,
        _value(r.byline), _value(r.dateline), _value(r.agency), r.url, r.language, r.encoding, r.sha256, family,
        len(r.damage), len(r.removed),
    )  # fmt: skip


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _story(account: Account) -> views.StoryRow:
    f = account.frame
    title = "".join(words.text for words in account.title)
    return views.StoryRow(
        f.story.id, f.story.id, f.story.reports, title, moment_key(f.day) or None,
        _passage(f.day_passage) if f.day_passage else None, f.place,
        _passage(f.place_passage) if f.place_passage else None,
    )  # fmt: skip


def _passage(p: Passage) -> views.PassageView:
    return views.PassageView(p.report, p.part, p.span.start, p.span.end)


def _passages(listed: tuple[Passage, ...]) -> tuple[views.PassageView, ...]:
    return tuple(_passage(p) for p in listed)


def _words(pieces: tuple[Words, ...]) -> tuple[views.WordsView, ...]:
    return tuple(views.WordsView(words.text, _passages(words.passages), words.legible) for words in pieces)


def _count(count: OriginCount) -> views.CountView:
    members = tuple(views.MemberView(o.id, o.name, o.type, o.stake, o.because) for o in count.members)
    return views.CountView(count.low, count.high, members, count.because)


def _sentence(story: str, s: AccountSentence) -> views.SentenceRow:
    text = "".join(words.legible or words.text for words in s.pieces)
    return views.SentenceRow(story, text, _words(s.pieces), s.claims, s.standing, _count(s.origins), s.reports, s.rule)


def _claim(story: str, c: Claim) -> views.ClaimRow:
    return views.ClaimRow(
        c.id, story, c.wording, _passages(c.passages), c.standing, c.standing_because, _count(c.origins),
        tuple(_support(s) for s in c.support), c.background, c.because, c.legible,
    )  # fmt: skip


def _support(s: Support) -> views.SupportView:
    spans = tuple(sorted(p.span for p in s.passages))
    whole = hull(spans)
    return views.SupportView(
        s.report, whole.start, whole.end, spans, s.passages[0].part, s.statement, s.proposition, s.origin, s.stance
    )


def _coverage(story: str, claim: Claim) -> tuple[views.CoverageRow, ...]:
    """One row for the reports that do the same for the same reason: a cell each would grow with claims times reports."""
    groups: dict[tuple[Coverage, str], list[str]] = {}
    for cell in claim.coverage:
        groups.setdefault((cell.coverage, cell.because), []).append(cell.report)
    return tuple(
        views.CoverageRow(story, claim.id, coverage, because, tuple(reports))
        for (coverage, because), reports in sorted(groups.items())
    )


def _differences(account: Account) -> tuple[views.DifferenceRow, ...]:
    return tuple(
        views.DifferenceRow(
            d.id, _id(account), d.kind, d.scope, d.claims,
            tuple(views.SideRow(side.value, _passages(side.passages), side.origins) for side in d.sides), d.because,
        )
        for d in account.differences
    )  # fmt: skip


def _quotes(account: Account, shelf: Shelf) -> tuple[views.QuoteRow, ...]:
    return tuple(
        views.QuoteRow(
            q.id, _id(account), q.speaker, q.actor,
            tuple(
                views.QuoteWording(w.report, w.statement, quoted(shelf, w.passages), _passages(w.passages), w.note)
                for w in q.wordings
            ),
            q.because,
        )
        for q in account.quotes
    )  # fmt: skip


def _timeline(account: Account) -> tuple[views.TimelineRow, ...]:
    return tuple(
        views.TimelineRow(
            t.id, _id(account), t.lane, t.moment.earliest.isoformat(), t.moment.latest.isoformat(), t.text,
            _passages(t.passages), t.because, t.claims, t.legible,
        )
        for t in account.timeline
    )  # fmt: skip


def _events(account: Account) -> tuple[views.EventRow, ...]:
    return tuple(_event(account, e) for e in account.events)


def _event(account: Account, e: EventEntry) -> views.EventRow:
    return views.EventRow(
        e.id,
        _id(account),
        e.type,
        e.status,
        e.actors,
        e.recipients,
        e.events,
        _passages(e.passages),
        earliest=e.moment.earliest.isoformat() if e.moment else None,
        latest=e.moment.latest.isoformat() if e.moment else None,
        place=e.place.name if e.place else None,
        origins_low=e.origins.low if e.origins else None,
        origins_high=e.origins.high if e.origins else None,
        deed=e.deed,
        words=e.words,
        claims=e.claims,
    )


def _wording(account: Account) -> tuple[views.NamingView, ...]:
    names = {actor.id: actor.name for actor in account.frame.actors}
    return tuple(
        views.NamingView(
            _id(account),
            row.actor,
            row.name or names.get(row.actor, row.actor),
            row.report,
            _words(row.words),
            _words(row.quoted),
        )
        for row in account.wording
    )


def _correction(state: CorrectionState) -> views.CorrectionRow:
    made = state.correction
    marks = tuple(views.CorrectionMark(m.page, m.part, m.span, m.words) for m in made.marks)
    return views.CorrectionRow(made.kind, made.date, made.note, marks, state.applied, state.because)
