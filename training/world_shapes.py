"""The outlines of countries: `countries-110m.json` of world-atlas (ISC; Natural Earth, public domain) → `data/world.tsv`.

usage: python training/world_shapes.py countries-110m.json OUT.tsv

One line a ring: the country's name, then its points as steps in tenths of a degree (longitude, latitude). Rings of fewer than
four different points at that precision are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

Point = tuple[int, int]


def arcs_of(topology: dict[str, object]) -> list[list[tuple[float, float]]]:
    """The arcs in degrees: TopoJSON keeps them as steps on a grid."""
    transform = topology["transform"]
    assert isinstance(transform, dict)
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    found = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def rings_of(geometry: dict[str, object], arcs: list[list[tuple[float, float]]]) -> Iterator[list[Point]]:
    """The outer rings of a country in tenths of a degree, doubled points left out."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:  # type: ignore[attr-defined]
        points: list[Point] = []
        for index in polygon[0]:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            for lon, lat in arc:
                point = round(10 * lon), round(10 * lat)
                if not points or points[-1] != point:
                    points.append(point)
        if len(set(points)) >= 4:
            yield points


def main(source: str, out: str) -> None:
    """Write the table, countries by name."""
    topology = json.loads(Path(source).read_text("utf-8"))
    arcs = arcs_of(topology)
    lines = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        for ring in rings_of(geometry, arcs):
            steps, (x, y) = [], (0, 0)
            for px, py in ring:
                steps.append(f"{px - x},{py - y}")
                x, y = px, py
            lines.append(f"{geometry['properties']['name']}\t{' '.join(steps)}")
    Path(out).write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
