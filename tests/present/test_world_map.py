"""The map: points where they belong, outlines cut at its edge, oddness shown, nothing outside it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import consilience
from consilience import Reading
from consilience.present.shelf import shelve
from consilience.present.world_map import HEIGHT, WIDTH, _cut, _Frame, _frame, _outlines, world_map

_NUMBERS = re.compile(r"-?[\d.]+")


def _points(path: str) -> list[tuple[int, int]]:
    """The points of a path of small steps."""
    found = []
    for ring in path.removesuffix("z").split("z"):
        values = [int(number) for number in _NUMBERS.findall(ring)]
        x = y = 0
        for dx, dy in zip(values[::2], values[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    folder = tmp_path_factory.mktemp("places")
    Path(folder / "a.txt").write_text(
        "Ministers meet\n\nMinisters met in Lisbon on Monday and went on to Madrid, Spain, the next day. "
        "They will meet again in Toulouse, France, in May.\n",
        "utf-8",
    )
    return consilience.read([folder])


def test_places_lie_as_they_do_on_earth(reading: Reading) -> None:
    found = world_map(reading.accounts[0], shelve(reading))
    at = {dot.name: dot for dot in found.dots}
    assert {"Lisbon", "Madrid", "Toulouse"} <= at.keys()
    assert at["Lisbon"].x < at["Madrid"].x < at["Toulouse"].x
    assert at["Toulouse"].y < at["Madrid"].y < at["Lisbon"].y
    assert {"Spain", "Portugal", "France"} <= {outline.name for outline in found.outlines}
    assert [dot.number for dot in found.dots] == list(range(1, len(found.dots) + 1))


def test_only_places_are_named_without_a_point(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "TARN, Arvenia - The Selkwood Company has bought the mill in Velden, a town in the hills of Arvenia. "
        "Arvenian ministers met in the southern port of Tarn on Monday. The mill was sold to Selkwood for a crown. "
        "Miners in Tarn welcomed the sale to Selkwood, and a crowd stood outside the Selkwood Company for hours.\n",
        "utf-8",
    )
    reading = consilience.read([tmp_path])
    found = world_map(reading.accounts[0], shelve(reading))
    assert {"Velden", "Tarn"} <= {*found.unplaced, *(dot.name for dot in found.dots)}
    assert not {"Selkwood", "Arvenian", "TARN"} & {*found.unplaced, *(dot.name for dot in found.dots)}


degrees = st.tuples(st.floats(-179, 179), st.floats(-75, 80))


@settings(deadline=None)
@given(st.lists(degrees, min_size=1, max_size=6))
def test_every_point_is_on_the_map_and_every_outline_inside(points: list[tuple[float, float]]) -> None:
    frame = _frame(points)
    for point in points:
        x, y = frame.pixel(*point)
        assert -0.1 <= x <= WIDTH + 0.1
        assert -0.1 <= y <= HEIGHT + 0.1
    for outline in _outlines(frame):
        for x, y in _points(outline.path):
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_no_point_gives_the_world_and_one_point_a_country() -> None:
    assert _frame([]).west == -180
    frame = _frame([(10.0, 50.0)])
    assert math.isclose((frame.west + frame.east) / 2, 10.0)
    assert 3 < frame.north - frame.south < 10


def test_a_ring_outside_is_cut_away() -> None:
    frame = _frame([(10.0, 50.0)])
    assert _cut([(100.0, 0.0), (101.0, 0.0), (101.0, 1.0)], frame) == []
    whole = [(9.9, 49.9), (10.1, 49.9), (10.1, 50.1)]
    assert _cut(whole, frame) == whole


def test_no_outline_goes_across_the_whole_map() -> None:
    """Countries on both sides of the date line lie on the sides where they are."""
    for outline in _outlines(_Frame(-180, -84, 180, 85)):
        for ring in outline.path.removesuffix("z").split("z"):
            xs = [x for x, _ in _points(ring)]
            assert max(xs) - min(xs) < WIDTH / 2 or outline.name == "Antarctica", outline.name


def test_a_map_of_the_world_is_small() -> None:
    """Many stories with maps can stand in one page."""
    assert sum(len(outline.path) for outline in _outlines(_Frame(-180, -60, 180, 85))) < 30_000


def test_a_seat_of_government_that_speaks_is_no_place(tmp_path: Path) -> None:
    """Where a capital is only another word for its state, nothing is drawn; where somebody is there, it is."""
    text = "Envoys meet\n\nParis has accused Rome of delay. Relations with Madrid are good. Envoys met in Vienna on Monday.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    read = consilience.read([tmp_path])
    assert {dot.name for dot in world_map(read.accounts[0], shelve(read)).dots} == {"Vienna"}
