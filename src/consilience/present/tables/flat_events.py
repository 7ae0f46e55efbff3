"""One row an event, one row a mention: the plain tables, for CSV, Parquet and data frames."""

from __future__ import annotations

from collections.abc import Iterable

from consilience.model.event import Magnitude, Participant
from consilience.present.tables.table import Cell, Column, Table
from consilience.present.tables.told import EventTold, Mention, chain_words

_AND = "; "

EVENT_COLUMNS = (
    Column("event"), Column("story"), Column("type"), Column("quad", "whole"), Column("mode"), Column("context"),
    Column("status"), Column("earliest"), Column("latest"), Column("actors"), Column("actor_countries"),
    Column("actor_sectors"), Column("recipients"), Column("recipient_countries"), Column("recipient_sectors"),
    Column("place"), Column("place_kind"), Column("place_country"), Column("latitude", "number"),
    Column("longitude", "number"), Column("radius_km", "number"), Column("magnitude"), Column("mentions", "whole"),
    Column("reports", "whole"), Column("outlets", "whole"), Column("tellings", "whole"), Column("copies", "whole"),
    Column("origins_low", "whole"), Column("origins_high", "whole"), Column("origins"), Column("conflicts"),
)  # fmt: skip

MENTION_COLUMNS = (
    Column("event"), Column("story"), Column("report"), Column("source"), Column("outlet"), Column("published"),
    Column("url"), Column("family"), Column("agency"), Column("part"), Column("start", "whole"), Column("end", "whole"),
    Column("sentence", "whole"), Column("trigger_start", "whole"), Column("trigger_end", "whole"), Column("chain"),
    Column("manner"), Column("statement"), Column("rule"), Column("text"), Column("sha256"),
)  # fmt: skip


def events_table(told: Iterable[EventTold]) -> Table:
    """One row an event; several values stand in one cell, a semicolon between them."""
    return Table(EVENT_COLUMNS, tuple(_event(event) for event in told))


def mentions_table(told: Iterable[EventTold]) -> Table:
    """One row a sentence that tells of an event."""
    return Table(MENTION_COLUMNS, tuple(_mention(event, m) for event in told for m in event.mentions))


def _event(told: EventTold) -> tuple[Cell, ...]:
    entry, first, counts = told.entry, told.first, told.counts
    moment, place, origins = entry.moment, entry.place, entry.origins
    kinds = sorted({d.kind for d in told.account.differences if d.id in entry.differences})
    return (
        entry.id, told.story, entry.type, first.quad, first.mode, _AND.join(first.context), entry.status,
        moment.earliest.isoformat() if moment else None, moment.latest.isoformat() if moment else None,
        *_side(first.actors), *_side(first.recipients),
        *((place.name, place.kind, place.country, place.latitude, place.longitude, place.radius) if place else (None,) * 6),
        _AND.join(dict.fromkeys(size(m) for mention in told.mentions for m in mention.event.magnitude)) or None,
        counts.mentions, counts.reports, counts.outlets, counts.tellings, counts.copies,
        origins.low if origins else None, origins.high if origins else None,
        _AND.join(o.name for o in origins.members) if origins else None, _AND.join(kinds) or None,
    )  # fmt: skip


def _side(people: tuple[Participant, ...]) -> tuple[Cell, Cell, Cell]:
    """Names, countries and sectors, each in the order of the people; what is not known leaves a gap."""
    if not people:
        return None, None, None
    names, lands = (p.name for p in people), (p.country or "" for p in people)
    return _AND.join(names), _AND.join(lands), _AND.join(" ".join(p.sectors) for p in people)


def size(magnitude: Magnitude) -> str:
    """A size in words: "dead 3", "dead 10-12", "injured at least 40"."""
    low, high = magnitude.low, magnitude.high
    said = f"{low:g}" if low == high and low is not None else f"{low:g}-{high:g}" if low and high else ""
    said = said or (f"{low:g} or more" if low is not None else f"up to {high:g}" if high is not None else "")
    return f"{magnitude.kind} {said}".strip()


def _mention(told: EventTold, m: Mention) -> tuple[Cell, ...]:
    report, event = m.report, m.event
    return (
        told.entry.id, told.story, report.id, report.source, report.outlet.value if report.outlet else None,
        report.published.earliest.isoformat() if report.published else None, report.url,
        m.family.id if m.family else None, m.family.agency if m.family else None, event.part, *event.sentence,
        m.sentence or None, *event.trigger, chain_words(m) or None, m.statement.manner if m.statement else None,
        event.statement, event.rule, m.text, m.sha256,
    )  # fmt: skip
