"""Events and their mentions as tables after GDELT 2.0, tabs between the fields.

The columns that we can fill bear GDELT's names and stand in its order; tone, religions and the date of adding are left out.
Countries are ISO 3166-1 alpha-3. What follows them is our own; the status must be read, for a denied or planned act is a row
like any other. The Events table has a row for each pair of an actor and a recipient.
"""

from __future__ import annotations

from collections.abc import Iterable

from consilience.model.account import EventPlace
from consilience.model.event import Participant
from consilience.present.tables.codes import CODES
from consilience.present.tables.icews import day_of
from consilience.present.tables.table import Cell, Column, Table
from consilience.present.tables.told import EventTold, Mention, chain_words, dyads

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code", "Type3Code")
_GEO_TYPES = {"country": 1, "region": 5, "town": 4}  # GDELT's numbers for a country, a province and a city of the world

EVENT_COLUMNS = (
    Column("GLOBALEVENTID"), Column("SQLDATE", "whole"), Column("MonthYear", "whole"), Column("Year", "whole"),
    *(Column(f"Actor{n}{name}") for n in (1, 2) for name in _ACTOR), Column("IsRootEvent", "whole"), Column("EventCode"),
    Column("EventBaseCode"), Column("EventRootCode"), Column("QuadClass", "whole"), Column("GoldsteinScale", "number"),
    Column("NumMentions", "whole"), Column("NumSources", "whole"), Column("NumArticles", "whole"),
    Column("ActionGeo_Type", "whole"), Column("ActionGeo_FullName"), Column("ActionGeo_CountryCode"),
    Column("ActionGeo_Lat", "number"), Column("ActionGeo_Long", "number"), Column("SOURCEURL"), Column("PloverType"),
    Column("PloverMode"), Column("Status"), Column("DateFrom"), Column("DateEnd", "whole"), Column("Copies", "whole"),
    Column("OriginsLow", "whole"), Column("OriginsHigh", "whole"),
)  # fmt: skip

MENTION_COLUMNS = (
    Column("GLOBALEVENTID"), Column("EventTimeDate", "whole"), Column("MentionTimeDate", "whole"),
    Column("MentionType", "whole"), Column("MentionSourceName"), Column("MentionIdentifier"), Column("SentenceID", "whole"),
    Column("Actor1CharOffset", "whole"), Column("Actor2CharOffset", "whole"), Column("ActionCharOffset", "whole"),
    Column("InRawText", "whole"), Column("MentionDocLen", "whole"), Column("SentenceStart", "whole"),
    Column("SentenceEnd", "whole"), Column("Chain"), Column("Family"), Column("SHA256"),
)  # fmt: skip


def gdelt_events(told: Iterable[EventTold]) -> Table:
    """The Events table; "DateFrom" says whether the day is told or only that of the earliest report."""
    return Table(EVENT_COLUMNS, tuple(_event(event, a, r) for event in told for a, r in dyads(event)))


def gdelt_mentions(told: Iterable[EventTold]) -> Table:
    """The Mentions table: one row a sentence that tells of an event."""
    return Table(MENTION_COLUMNS, tuple(_mention(event, m) for event in told for m in event.mentions))


def _figures(day: str | None, size: int = 8) -> int | None:
    return int(day.replace("-", "")[:size]) if day else None


def _event(told: EventTold, actor: Participant | None, recipient: Participant | None) -> tuple[Cell, ...]:
    entry, first, counts, origins = told.entry, told.first, told.counts, told.entry.origins
    day, day_from = day_of(told)
    root, score = CODES[first.type]
    lead = any(m.event.part == "title" or m.sentence == 1 for m in told.mentions)
    end = entry.moment.latest.isoformat() if entry.moment else day
    return (
        entry.id, _figures(day), _figures(day, 6), _figures(day, 4), *_actor(actor), *_actor(recipient), int(lead),
        root, root, root, first.quad, score, counts.mentions, counts.outlets, counts.reports, *_geo(entry.place),
        told.mentions[0].report.url, entry.type, first.mode, entry.status, day_from, _figures(end), counts.copies,
        origins.low if origins else None, origins.high if origins else None,
    )  # fmt: skip


def _actor(person: Participant | None) -> tuple[Cell, ...]:
    if person is None:
        return (None,) * len(_ACTOR)
    code = "".join(filter(None, (person.country, *person.sectors[:1]))) or person.international
    sectors = (*person.sectors, None, None, None)[:3]
    return code, person.name, person.country, person.international, *sectors


def _geo(place: EventPlace | None) -> tuple[Cell, ...]:
    if place is None:
        return (None,) * 5
    return _GEO_TYPES.get(place.kind, 0), place.name, place.country, place.latitude, place.longitude


def _mention(told: EventTold, m: Mention) -> tuple[Cell, ...]:
    report, event = m.report, m.event
    published = report.published.earliest.isoformat() if report.published else None
    first = [people[0].span.start if people else None for people in (event.actors, event.recipients)]
    outlet = report.outlet.value if report.outlet else None
    return (
        told.entry.id, _figures(day_of(told)[0]), _figures(published), 1 if report.url else 6, outlet,
        report.url or report.source, m.sentence or None, *first, event.trigger.start, 1, len(report.text), *event.sentence,
        chain_words(m) or None, m.family.id if m.family else None, m.sha256,
    )  # fmt: skip
