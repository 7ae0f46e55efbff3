"""Places that a text names: country, region, town, water or facility; a point only where the gazetteer decides.

A facility or region never becomes a point by a town of the same name, and of two towns of one name neither is taken unless
the countries in the text, what holds the name, a distance to another place, or their sizes decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from consilience.annotate.gazetteer import towns_named
from consilience.annotate.place_distances import checked, radius_of
from consilience.annotate.place_ground import Found, Ground, bare, ground_of, pieces
from consilience.annotate.place_rules import RULES, facility
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name, PlaceMention, Token
from consilience.model.spans import Part, Span


def places(part: Part, text: str, tokens: Sequence[Token], names: Sequence[Name]) -> tuple[PlaceMention, ...]:
    """Every name of a place or facility with its kind, its country, and its point where one is sure."""
    ground = ground_of(text, names)
    listed = [(name, span) for name in names if name.type in ("LOC", "FAC") for span in pieces(text, name)]
    return checked(text, [_mention(part, ground, name, span) for name, span in listed if _is_name(ground, span)])


def _is_name(ground: Ground, span: Span) -> bool:
    """Whether the words have a capital, and are no team's name."""
    words = bare(ground.text, span)
    follows = "".join(ground.text[span.end : span.end + 14].split(" ")[1:2]).rstrip(",.")
    whole = f"{words} {follows}" if follows in word_set("places", "team_words") else words
    team = " " in whole and whole.split(" ")[-1] in word_set("places", "team_words")
    return any(c.isupper() for c in words) and not (team and not towns_named(whole) and not _holds_city(whole))


def _holds_city(words: str) -> bool:
    """Whether the name is that of a country with "City" behind it (Vatican City)."""
    return words.endswith(" City") and table("nations", "names").get(words.removesuffix(" City")) is not None


def _mention(part: Part, ground: Ground, name: Name, span: Span) -> PlaceMention:
    words = bare(ground.text, span)
    found = (facility(ground, words, span) if name.type == "FAC" else None) or _first(ground, words, span)
    placed = found.town is not None and ground.text.startswith(", ", span.end)
    if name.type == "FAC" and found.kind in ("town", "unknown") and not placed:
        found = Found("facility", found.country, None, "named as a facility, which has no point here")
    north, east = (found.town.latitude, found.town.longitude) if found.town is not None else (None, None)
    radius = radius_of(found.town) if found.town is not None else None
    return PlaceMention(part, span, words, found.kind, found.country, north, east, found.because, radius)


def _first(ground: Ground, words: str, span: Span) -> Found:
    for rule in RULES:
        found = rule(ground, words, span)
        if found is not None:
            return found
    return Found("unknown", None, None, "no table of the program knows this name")
