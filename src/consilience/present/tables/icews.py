"""Events as a table after ICEWS: a row for each pair of an actor and a recipient, tabs between the fields.

The first columns bear the names of ICEWS. As its CAMEO code stands the root that the PLOVER type comes from, as its intensity
the type's score. What follows is our own: the status must be read, for a denied or planned act is a row like any other.
"""

from __future__ import annotations

from collections.abc import Iterable

from consilience.model.event import Participant
from consilience.present.tables.codes import CODES
from consilience.present.tables.table import Cell, Column, Table
from consilience.present.tables.told import EventTold, dyads

COLUMNS = (
    Column("Event ID"), Column("Event Date"), Column("Source Name"), Column("Source Sectors"), Column("Source Country"),
    Column("Event Text"), Column("CAMEO Code"), Column("Intensity", "number"), Column("Target Name"),
    Column("Target Sectors"), Column("Target Country"), Column("Story ID"), Column("Sentence Number", "whole"),
    Column("Publisher"), Column("City"), Column("District"), Column("Province"), Column("Country"),
    Column("Latitude", "number"), Column("Longitude", "number"), Column("Status"), Column("Date From"),
    Column("Origins Low", "whole"), Column("Origins High", "whole"), Column("Mentions", "whole"), Column("Copies", "whole"),
)  # fmt: skip


def icews(told: Iterable[EventTold]) -> Table:
    """The table; "Date From" says whether the day is told or only that of the earliest report."""
    return Table(COLUMNS, tuple(_row(event, a, r) for event in told for a, r in dyads(event)))


def day_of(told: EventTold) -> tuple[str | None, str | None]:
    """The event's first day and "told", else the day of the earliest report that tells it and "report"."""
    if told.entry.moment is not None:
        return told.entry.moment.earliest.isoformat(), "told"
    days = [m.report.published.earliest for m in told.mentions if m.report.published is not None]
    return (min(days).isoformat(), "report") if days else (None, None)


def _row(told: EventTold, actor: Participant | None, recipient: Participant | None) -> tuple[Cell, ...]:
    entry, mention = told.entry, told.mentions[0]
    place, origins, outlet = entry.place, entry.origins, mention.report.outlet
    day, day_from = day_of(told)
    code, score = CODES[told.first.type]
    return (
        entry.id, day, *_who(actor), entry.type, code, score, *_who(recipient), mention.report.id, mention.sentence or None,
        outlet.value if outlet else None, place.name if place and place.kind == "town" else None, None,
        place.name if place and place.kind == "region" else None, place.country if place else None,
        place.latitude if place else None, place.longitude if place else None, entry.status, day_from,
        origins.low if origins else None, origins.high if origins else None, told.counts.mentions, told.counts.copies,
    )  # fmt: skip


def _who(person: Participant | None) -> tuple[Cell, Cell, Cell]:
    if person is None:
        return None, None, None
    return person.name, ", ".join(person.sectors) or None, person.country
