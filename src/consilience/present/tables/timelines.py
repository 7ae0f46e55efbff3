"""The timeline of every story: as lines of text, as JSON, and as TimelineJS reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

import msgspec

from consilience.model.account import Account, Findings, TimelineEntry
from consilience.model.time import Moment
from consilience.present.labels import moment_key
from consilience.present.shelf import Shelf, shelve

_LANES = ("happened", "planned", "reported")


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry: its lane, its first and last day, how fine the day is, its words, and where they stand."""

    id: str
    story: str
    lane: str
    earliest: str
    latest: str
    precision: str
    text: str | None
    reports: tuple[str, ...]
    passages: tuple[tuple[str, str, int, int], ...]
    because: str | None


def precision(moment: Moment) -> str:
    """How fine the days are: a day, a month, a year, or a stretch of days."""
    first, last = moment.earliest, moment.latest
    days = (last - first).days
    if days == 0:
        return "day"
    if first.day == 1 and (last.year, last.month) == (first.year, first.month) and days > 26:
        return "month"
    return "year" if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and days < 366 else "stretch"


def timeline_json(findings: Findings, *, with_text: bool = True) -> Iterator[bytes]:
    """One line of JSON an entry, story by story, in the order of the days."""
    for account in findings.accounts:
        for entry in account.timeline:
            yield msgspec.json.encode(_view(account, entry, with_text))


def _view(account: Account, entry: TimelineEntry, with_text: bool) -> EntryView:
    return EntryView(
        entry.id, account.frame.story.id, entry.lane, entry.moment.earliest.isoformat(), entry.moment.latest.isoformat(),
        precision(entry.moment), entry.text if with_text else None, tuple(sorted({p.report for p in entry.passages})),
        tuple((p.report, p.part, p.span.start, p.span.end) for p in entry.passages), entry.because if with_text else None,
    )  # fmt: skip


def timeline_text(findings: Findings) -> Iterator[str]:
    """The timelines for reading: what happened, what is planned and when it was reported, apart, each in order."""
    shelf = shelve(findings)
    for number, account in enumerate(findings.accounts):
        if number:
            yield ""
        yield "".join(words.text for words in account.title) or "A story without a title"
        if not account.timeline:
            yield "  No day is told."
        for lane in _LANES:
            entries = [e for e in account.timeline if e.lane == lane]
            if entries:
                yield f"{lane.capitalize()}:"
                yield from (f"  {_line(shelf, entry)}" for entry in entries)


def _line(shelf: Shelf, entry: TimelineEntry) -> str:
    names = dict.fromkeys(shelf.names[p.report].short for p in entry.passages)
    told = ", ".join(list(names)[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"{said(entry.moment):23s} {entry.text}  [{told}]"


def said(moment: Moment) -> str:
    """A stretch of days as fine as it is: 2031-03-04, 2031-03, 2031, or first/last."""
    first = moment.earliest.isoformat()
    return {"day": first, "month": first[:7], "year": first[:4]}.get(precision(moment)) or moment_key(moment)


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int | None
    day: int | None
    display_date: str


@dataclass(frozen=True, slots=True)
class _Text:
    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class _Slide:
    unique_id: str
    start_date: _Day
    end_date: _Day | None
    group: str
    text: _Text


@dataclass(frozen=True, slots=True)
class _Title:
    text: _Text


@dataclass(frozen=True, slots=True)
class _Deck:
    title: _Title
    events: tuple[_Slide, ...]


def timeline_js(findings: Findings) -> bytes:
    """TimelineJS 3: one timeline with all stories, a group a lane; words are escaped, for it shows them as HTML."""
    titles = ["".join(words.text for words in account.title) for account in findings.accounts]
    shelf = shelve(findings)
    slides = tuple(_slide(shelf, entry) for account in findings.accounts for entry in account.timeline)
    return msgspec.json.encode(_Deck(_Title(_Text(escape(" · ".join(filter(None, titles))), "")), slides)) + b"\n"


def _slide(shelf: Shelf, entry: TimelineEntry) -> _Slide:
    moment = entry.moment
    names = dict.fromkeys(shelf.names[p.report].short for p in entry.passages)
    text = _Text(escape(entry.text), escape(f"{', '.join(names)}. {entry.because}"))
    end = _day(moment.latest, moment) if precision(moment) == "stretch" else None
    return _Slide(entry.id, _day(moment.earliest, moment), end, entry.lane, text)


def _day(day: date, moment: Moment) -> _Day:
    fine = precision(moment)
    month, number = (None if fine == "year" else day.month), (None if fine in ("year", "month") else day.day)
    return _Day(day.year, month, number, said(moment))
