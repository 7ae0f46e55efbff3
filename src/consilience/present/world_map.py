"""The map of a story: places with a point, on outlines of countries that lie in the package; nothing is fetched."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from string import digits

from consilience.lexicons import table, word_set
from consilience.model.account import Account
from consilience.model.annotations import PlaceMention
from consilience.model.spans import overlap
from consilience.present.evidence import names_of
from consilience.present.labels import ReportName
from consilience.present.shelf import Shelf
from consilience.present.visible import one_line
from consilience.wording import fold, words

Point = tuple[float, float]
WIDTH, HEIGHT = 720, 400
_LEAST = 4.0  # degrees of latitude that a map shows at least: the outlines are too coarse for less
_MARGIN = 1.5  # how much wider than its points a map is
_FINEST = 3  # pixels
_MOST = 24  # places with a point
_SETTLED = frozenset(("capital", "city", "island", "port", "suburb", "town", "village"))
_BEFORE, _REACH = 30, 3  # letters and words before a place that say whether it is one
_PLACING = frozenset("around at from in inside into near outside to toward towards via".split())
_TOWARDS = frozenset(("to",))  # to a body too
_SHORT = 3  # letters of a name in capitals that may be an abbreviation
_ARTICLES = frozenset(("a", "an", "its", "the"))
_UNPLACED = ("facility", "region", "town", "unknown", "water")


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map: where it is drawn (pixels), its number, and whether reports set it differently."""

    number: int
    name: str
    kind: str
    x: float
    y: float
    odd: bool
    reports: tuple[ReportName, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's outline as an SVG path in whole pixels and small steps, cut at the map's edge."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map ready to be drawn; `unplaced` are places that reports name and the gazetteer gives no point."""

    dots: tuple[Dot, ...]
    outlines: tuple[Outline, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The stretch of the world that is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def pixel(self, lon: float, lat: float) -> Point:
        """Plate carrée: degrees to pixels, north up."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return round(x, 1), round((self.north - lat) / (self.north - self.south) * HEIGHT, 1)


def world_map(account: Account, shelf: Shelf) -> WorldMap:
    """The places of a story's reports: those told by most reports first."""
    mentions = [
        (report, place)
        for report in account.frame.story.reports
        for part in shelf.reports[report].annotations.parts
        for place in part.places
    ]
    placed: dict[Point, list[tuple[str, PlaceMention]]] = {}
    for report, place in mentions:
        if place.latitude is not None and place.longitude is not None and _stands(shelf, report, place):
            placed.setdefault(_at(place), []).append((report, place))
    unplaced = _unplaced(account, shelf, mentions, {_name(p) for told in placed.values() for _, p in told})
    names = {point: Counter(_name(p) for _, p in told).most_common(1)[0][0] for point, told in placed.items()}
    ranked = sorted(placed, key=lambda at: (-len({report for report, _ in placed[at]}), names[at], at))[:_MOST]
    frame = _frame(ranked)
    dots = tuple(_dot(n, names[at], placed[at], frame, account, shelf) for n, at in enumerate(ranked, 1))
    return WorldMap(dots, _outlines(frame) if dots else (), unplaced)


def _name(place: PlaceMention) -> str:
    """The name of a place; of one in capitals, as datelines print it, in small letters."""
    name = one_line(place.name)
    return name.title() if name.isupper() and len(name) > _SHORT else name


def _unplaced(
    account: Account, shelf: Shelf, mentions: Sequence[tuple[str, PlaceMention]], placed: Collection[str]
) -> tuple[str, ...]:
    """The places without a point, each once: where something is said to be, no actor, no people and no piece of a name."""
    named = {_name(p) for report, p in mentions if p.kind in _UNPLACED and _is_in(shelf, report, p)}
    actors = {fold(a.name) for a in account.frame.actors if a.type not in ("place", "unknown")}
    known = {fold(name): name for name in sorted(placed)}
    for name in sorted(named):
        known.setdefault(fold(name), name)
    left = {key: name for key, name in known.items() if name not in placed and key not in actors}
    whole = [key for key in left if not any(_is_piece(key, other) for other in known if other != key)]
    return tuple(sorted(left[key] for key in whole if not left[key].endswith((".", *digits))))


def _is_piece(name: str, other: str) -> bool:
    """Whether a name is a piece of another ("sel Quay"), or the word for its people ("Tarnian" beside "Tarnia")."""
    return (other.endswith(name) and other[-len(name) - 1] != " ") or name in (f"{other}n", f"{other}an", f"{other}ian")


def _is_in(shelf: Shelf, report: str, place: PlaceMention) -> bool:
    """Whether a report puts something at a place, or on the way from it; what is done "to" a name may be done to a body."""
    before = _before(shelf, report, place)
    led = before[:-1] if before[-1:] and before[-1] in _ARTICLES else before
    if len(led) > 1 and led[-1] == "of":
        return led[-2] in _SETTLED or led[-2] in word_set("places", "region_words")
    return bool(led) and led[-1] in _PLACING - _TOWARDS


def _before(shelf: Shelf, report: str, place: PlaceMention) -> tuple[str, ...]:
    """The words right before a place."""
    told = shelf.reports[report].report
    text = told.title if place.part == "title" else told.text
    return words(text[max(0, place.span.start - _BEFORE) : place.span.start])[-_REACH:]


def _stands(shelf: Shelf, report: str, place: PlaceMention) -> bool:
    """Whether a place is meant as one: a seat of government that nobody is in, near or on the way to speaks for its state."""
    if place.name not in table("nations", "seats"):
        return True
    before = _before(shelf, report, place)
    return bool(before and (before[-1] in _PLACING or before[-1] in word_set("settings_told", "going")))


def _at(place: PlaceMention) -> Point:
    return place.longitude or 0.0, place.latitude or 0.0


def _dot(
    number: int, name: str, told: Sequence[tuple[str, PlaceMention]], frame: _Frame, account: Account, shelf: Shelf
) -> Dot:
    place = told[0][1]
    x, y = frame.pixel(*_at(place))
    reports = names_of(shelf, dict.fromkeys(report for report, _ in told))
    return Dot(number, name, place.kind, x, y, _is_odd(told, account), reports, one_line(place.because))


def _is_odd(told: Sequence[tuple[str, PlaceMention]], account: Account) -> bool:
    """Whether a difference of place, or something odd, is about this place: its words are in what a side holds."""
    sides = [side for d in account.differences if d.kind in ("place", "odd") for side in d.sides]
    return any(
        p.report == report and p.part == place.part and overlap(p.span, place.span) and place.name in side.value
        for report, place in told
        for side in sides
        for p in side.passages
    )


def _frame(points: Sequence[Point]) -> _Frame:
    """A frame of the map's shape around all points, not smaller than the outlines bear."""
    if not points:
        return _Frame(-180, -60, 180, 85)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrow = max(0.2, math.cos(math.radians(middle[1])))
    tall = max(_LEAST, _MARGIN * (max(lats) - min(lats)), _MARGIN * (max(lons) - min(lons)) * narrow * HEIGHT / WIDTH)
    wide = tall * WIDTH / HEIGHT / narrow
    return _Frame(middle[0] - wide / 2, middle[1] - tall / 2, middle[0] + wide / 2, middle[1] + tall / 2)


def _outlines(frame: _Frame) -> tuple[Outline, ...]:
    """The outlines in the frame, one a country; where the frame leaves the world, the world goes on."""
    found: dict[str, list[str]] = {}
    for name, ring in _rings():
        west, east = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
        for turn in (-360.0, 0.0, 360.0):
            if west + turn >= frame.east or east + turn <= frame.west:
                continue
            moved = [(lon + turn, lat) for lon, lat in ring]
            points = _thinned([frame.pixel(lon, lat) for lon, lat in _cut(moved, frame)])
            if len(points) >= 3:
                found.setdefault(name, []).append(_path(points))
    return tuple(Outline(name, "".join(paths)) for name, paths in found.items())


def _path(points: Sequence[tuple[int, int]]) -> str:
    """A closed path: where it begins, then one step after the other."""
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{''.join(f' {dx}'[dx < 0 :] + f' {dy}'[dy < 0 :] for dx, dy in steps).strip()}z"


def _thinned(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The points in whole pixels, without those that no eye tells from the one before: less than three pixels away."""
    kept: list[tuple[int, int]] = []
    for x, y in ((round(x), round(y)) for x, y in points):
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    return kept


@cache
def _rings() -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """The outlines of countries in degrees; training/world_shapes.py says where they are from."""
    found = []
    for row in files("consilience").joinpath("data", "world.tsv").read_text("utf-8").splitlines():
        name, steps = row.split("\t")
        x = y = 0
        turns = 0.0
        ring: list[Point] = []
        for step in steps.split():
            dx, dy = map(int, step.split(","))
            x, y = x + dx, y + dy
            turns += _turn(x / 10 + turns, ring)
            ring.append((x / 10 + turns, y / 10))
        found.append((name, tuple(ring)))
    return tuple(found)


def _turn(lon: float, ring: Sequence[Point]) -> float:
    """What a ring that goes over the date line is turned by, so that it goes on beside its last point."""
    if not ring or abs(lon - ring[-1][0]) <= 180:
        return 0.0
    return -360.0 if lon > ring[-1][0] else 360.0


def _cut(ring: Iterable[Point], frame: _Frame) -> list[Point]:
    """The ring cut at the frame's four edges (Sutherland and Hodgman, 1974)."""
    edges = ((0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1), (1, frame.north, -1))
    points = list(ring)
    for axis, bound, sign in edges:
        kept: list[Point] = []
        for before, here in zip(points[-1:] + points[:-1], points, strict=True):
            inside = [sign * (point[axis] - bound) >= 0 for point in (before, here)]
            if inside[0] != inside[1]:
                kept.append(_crossing(before, here, axis, bound))
            if inside[1]:
                kept.append(here)
        points = kept
        if not points:
            return []
    return points


def _crossing(a: Point, b: Point, axis: int, bound: float) -> Point:
    share = (bound - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)
