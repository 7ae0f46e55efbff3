"""What a whole part of a report says about where it plays: its names, the countries they mean, its facilities."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from consilience.annotate.gazetteer import Town, towns_named
from consilience.lexicons import table, word_set
from consilience.model.annotations import Name, PlaceKind
from consilience.model.spans import Span
from consilience.wording import plain_marks

DIRECTIONS = re.compile(
    r"(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central|greater|downtown|upper|lower|inner|outer) ",
    re.IGNORECASE,
)
_CONTAINER = re.compile(
    r"(?:, (?:(?:in|near) )?|,? in )(?:the )?(?:(?:(?:north|south|east|west)\w*|central|rural|nearby) )*"
    r"((?:[A-Z][\w.’'-]*)(?: (?:of |the )*[A-Z][\w.’'-]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """The text, the names of places in it, the countries and states that it names, and the facilities."""

    text: str
    named: frozenset[str]
    countries: frozenset[str]
    facilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says about a name."""

    kind: PlaceKind
    country: str | None
    town: Town | None
    because: str


Rule = Callable[[Ground, str, Span], Found | None]


def ground_of(text: str, names: Sequence[Name]) -> Ground:
    """What the names of a text say about where it plays; a name with two readings counts for none."""
    words = [(name.type, bare(text, piece)) for name in names for piece in pieces(text, name)]
    lands = {code for _, said in words if len(code := code_of(said) or "") == 3}
    regions = {table("places", "provinces").get(said, "") for kind, said in words if kind == "LOC"}
    states = {
        "USA" for kind, said in words if kind == "LOC" and said in table("places", "us_states") and said != "Georgia"
    }
    facilities = tuple(said for kind, said in words if kind in ("LOC", "FAC", "ORG") and is_facility(said))
    found = lands | states | {r for r in regions if len(r) == 3}
    return Ground(text, frozenset(s for k, s in words if k == "LOC"), frozenset(found), facilities)


def code_of(words: str) -> str | None:
    """The codes of the countries that the words name, as a country or by its people."""
    return table("nations", "names").get(words) or table("nations", "demonyms").get(words)


def is_facility(words: str) -> bool:
    """Whether a name of several words ends in one for a building or site, and is no town itself."""
    return (
        " " in words and words.lower().split(" ")[-1] in word_set("places", "facility_words") and not towns_named(words)
    )


def pieces(text: str, name: Name) -> tuple[Span, ...]:
    """The name's span; of "Velden, Orano" both places."""
    if name.type not in ("LOC", "FAC"):
        return (name.span,)
    at, found = name.span.start, []
    for piece in re.split(r"(, )", text[slice(*name.span)]):
        if piece != ", " and piece.strip():
            found.append(Span(at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def bare(text: str, span: Span) -> str:
    """The name's words with plain marks, without article and genitive."""
    words = plain_marks(re.sub(r"\s+", " ", text[slice(*span)]))
    return re.sub(r"^[Tt]he |'s?$", "", words)


def container(ground: Ground, span: Span) -> tuple[str, str] | None:
    """The name behind a place that holds it (", Ontario", " in northern Virginia"), and its country or state."""
    match = _CONTAINER.match(ground.text, span.end)
    words = match[1].split(" ") if match else []
    for size in range(len(words), 0, -1):
        said = re.sub(r"['’]s$", "", " ".join(words[:size]))
        for name in dict.fromkeys((said, said.rstrip("."))):
            code = held_by(name)
            if code is not None:
                return name, code
    return None


def held_by(name: str) -> str | None:
    """The code of the country (of a state of the United States its two letters) that the name means alone."""
    tables = (table("nations", "names"), table("places", "us_states"), table("places", "provinces"))
    return next((t[name] for t in tables if name in t and " " not in t[name]), None)


def speaks_for(ground: Ground, code: str) -> int:
    """How many towns of the text lie in a country (or state), by the largest of their name."""
    largest = (towns_named(name)[:1] for name in ground.named)
    return sum(1 for found in largest if found and code in (found[0].country, found[0].state))
