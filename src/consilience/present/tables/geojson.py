"""Events on the map: GeoJSON (RFC 7946), a feature an event; one without a sure point has no geometry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from consilience.present.tables.told import EventTold


@dataclass(frozen=True, slots=True)
class _Point:
    coordinates: tuple[float, float]
    type: str = "Point"


@dataclass(frozen=True, slots=True)
class _Properties:
    event: str
    story: str
    type: str
    mode: str | None
    status: str
    earliest: str | None
    latest: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    place_kind: str | None
    country: str | None
    radius_km: float | None
    mentions: int
    origins_low: int | None
    origins_high: int | None


@dataclass(frozen=True, slots=True)
class _Feature:
    id: str
    geometry: _Point | None
    properties: _Properties
    type: str = "Feature"


@dataclass(frozen=True, slots=True)
class _Collection:
    features: tuple[_Feature, ...] = field(default=())
    type: str = "FeatureCollection"


def geojson(told: Iterable[EventTold]) -> bytes:
    """The events as one collection, longitude before latitude as the standard wants it."""
    return msgspec.json.encode(_Collection(tuple(_feature(event) for event in told))) + b"\n"


def _feature(told: EventTold) -> _Feature:
    entry, place, moment, origins = told.entry, told.entry.place, told.entry.moment, told.entry.origins
    point = None
    if place is not None and place.latitude is not None and place.longitude is not None:
        point = _Point((place.longitude, place.latitude))
    return _Feature(
        entry.id, point,
        _Properties(
            entry.id, told.story, entry.type, told.first.mode, entry.status,
            moment.earliest.isoformat() if moment else None, moment.latest.isoformat() if moment else None,
            entry.actors, entry.recipients, place.name if place else None, place.kind if place else None,
            place.country if place else None, place.radius if place else None, told.counts.mentions,
            origins.low if origins else None, origins.high if origins else None,
        ),
    )  # fmt: skip
