"""The rules that tell what kind of place a name is, in which country it lies, and when one town alone is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consilience.annotate.gazetteer import Town, towns_named
from consilience.annotate.place_ground import DIRECTIONS, Found, Ground, Rule, container, held_by, speaks_for
from consilience.lexicons import table, word_set
from consilience.model.spans import Span

_LARGE = 100_000
_METROPOLIS = 1_000_000
_FAR_LARGER = 5
_VAGUE_BUILDINGS = frozenset({"center", "centre", "house", "square", "park", "market", "hall"})
_LOWER = re.compile(r"((?: [a-z]+){1,3})")


def country(ground: Ground, words: str, span: Span) -> Found | None:
    """A country, by the table of nations."""
    codes = table("nations", "names").get(words) or table("nations", "names").get(DIRECTIONS.sub("", words, count=1))
    if codes is None:
        return None
    if words in table("places", "us_states") and _is_state(ground, span):
        return None
    listed = codes.split()
    other = table("places", "namesakes").get(words)
    if other is not None and speaks_for(ground, other) > speaks_for(ground, listed[0]):
        return Found("country", other, None, "the towns of the text lie in this one of two countries of the name")
    if len(listed) > 1:
        told = [code for code in listed if speaks_for(ground, code)]
        if len(told) == 1:
            return Found("country", told[0], None, "the towns of the text lie in this one")
        return Found("country", None, None, f"may mean any of {', '.join(listed)}")
    return Found("country", listed[0], None, "the table of nations")


def _is_state(ground: Ground, span: Span) -> bool:
    """Georgia behind a town of that state, called a state, or among towns of the state and none of the country."""
    before = re.search(r"([A-Z][\w-]+), $", ground.text[max(0, span.start - 30) : span.start])
    if before is not None and any(t.state == "GA" for t in towns_named(before[1])):
        return True
    called = re.match(r",? (?:an? )?(?:\w+ )?state\b", ground.text[span.end : span.end + 30])
    return called is not None or speaks_for(ground, "GA") > speaks_for(ground, "GEO")


def state(ground: Ground, words: str, span: Span) -> Found | None:
    """A state of the United States; one that is also a town is a state only after a comma or where the words say so."""
    if words not in table("places", "us_states"):
        return None
    said = re.match(
        r" (?:state|governor|legislature|lawmakers|primary)\b", ground.text[span.end : span.end + 14], re.IGNORECASE
    )
    after_comma = re.search(r"[a-z], $", ground.text[max(0, span.start - 3) : span.start])
    largest = next(iter(towns_named(words)), None)
    rival = largest is not None and largest.inhabitants > _LARGE and largest.country == "USA"
    if rival and not (said or after_comma):
        return None
    return Found("region", "USA", None, "a state of the United States")


def facility(ground: Ground, words: str, span: Span) -> Found | None:
    """A facility: the name says so, or is the short form of one that does; a town of the same name is not meant."""
    last = words.lower().split(" ")[-1]
    kinds = word_set("places", "facility_words")
    if len(words.split(" ")) > 1 and last in kinds and words not in table("nations", "names"):
        if towns_named(words):
            return None
        return Found("facility", _home(ground, words, span), None, f"a {last}; a town of the same name would not be it")
    if any(name.startswith(words + " ") for name in ground.facilities):
        return Found("facility", _home(ground, words, span), None, "short for a facility that the text names in full")
    follows = _LOWER.match(ground.text, span.end)
    for word in follows[1].split() if follows else ():
        if word in kinds - _VAGUE_BUILDINGS:
            return Found("facility", _home(ground, words, span), None, f"the text says {word}")
        if word not in word_set("places", "facility_modifiers"):
            break
    return None


def _home(ground: Ground, words: str, span: Span) -> str | None:
    """The country of a facility: of what holds it behind its name, else the one that the names inside its name mean."""
    held = container(ground, span)
    if held is not None:
        return held[1] if len(held[1]) == 3 else "USA"
    listed = words.split(" ")
    for size in range(len(listed), 0, -1):
        name = " ".join(listed[:size])
        code = held_by(name)
        if code is not None:
            return code if len(code) == 3 else "USA"
        named = towns_named(name)
        far = len(named) < 2 or named[0].inhabitants > _FAR_LARGER * named[1].inhabitants
        if named and named[0].inhabitants >= _LARGE and far:
            return named[0].country
    return None


def water(ground: Ground, words: str, span: Span) -> Found | None:
    """A sea, river or strait."""
    parts = words.lower().split(" ")
    home = "USA" if parts[0].capitalize() in table("places", "us_states") else None
    if words in word_set("places", "waters"):
        return Found("water", home, None, "the list of waters")
    if len(parts) > 1 and (
        parts[-1] in word_set("places", "water_words") or parts[0] in ("sea", "gulf", "strait", "lake", "bay")
    ):
        return None if towns_named(words) else Found("water", home, None, "the name says water")
    return None


def region(ground: Ground, words: str, span: Span) -> Found | None:
    """A region: in the lists, or called a region, province, oblast by the name or the word beside it."""
    short = DIRECTIONS.sub("", words, count=1)
    if words in word_set("places", "regions") or short in word_set("places", "regions"):
        return Found("region", None, None, "the list of regions")
    listed = table("places", "provinces").get(words) or table("places", "provinces").get(short)
    if listed is not None:
        return Found("region", _one_of(ground, listed), None, "the list of regions")
    parts = words.split(" ")
    kinds = word_set("places", "region_words")
    if len(parts) > 1 and parts[-1].lower() in kinds:
        named = table("places", "provinces").get(" ".join(parts[:-1]))
        home = _one_of(ground, named) if named else _home(ground, " ".join(parts[:-1]), span) or _only(ground)
        return Found("region", home, None, f"a {parts[-1].lower()}; a town of the same name would not be it")
    follows = re.match(r" ([a-z]+)", ground.text[span.end : span.end + 20])
    leads = re.search(r"\b([a-z]+) of (?:the )?$", ground.text[max(0, span.start - 30) : span.start])
    for match in (follows, leads):
        if match and match[1] in kinds - {"area", "coast"}:
            return Found("region", _home(ground, words, span) or _only(ground), None, f"the text says {match[1]}")
    return None


def _one_of(ground: Ground, codes: str) -> str | None:
    """The country of a region; of one that two countries share the one that the text names alone."""
    listed = codes.split()
    told = [code for code in listed if code in ground.countries]
    return listed[0] if len(listed) == 1 else told[0] if len(told) == 1 else None


def _only(ground: Ground) -> str | None:
    """The country of the text, if it names one alone."""
    return next(iter(ground.countries)) if len(ground.countries) == 1 else None


def town(ground: Ground, words: str, span: Span) -> Found | None:
    """A town of the gazetteer; with a point only where one town of the name is meant beyond doubt."""
    short = words if towns_named(words) else DIRECTIONS.sub("", words, count=1)
    named = towns_named(short)
    if not named:
        return None
    held = container(ground, span)
    if held is not None and held[0] != short:
        near = [t for t in named if held[1] in (t.country, t.state)]
        if near:
            return chosen(near, f"{held[0]} stands beside the name")
        if ground.text.startswith(", ", span.end):
            home = held[1] if len(held[1]) == 3 else "USA"
            return Found("town", home, None, f"no town of the name is known in {held[0]}")
    inside = [t for t in named if t.country in ground.countries]
    seat = table("nations", "seats").get(short.title() if short.isupper() else short)
    small = not inside or inside[0].inhabitants < _LARGE
    if seat is not None and (seat in ground.countries or small) and any(t.country == seat for t in named):
        return chosen([t for t in named if t.country == seat][:1], "the seat of a government")
    if inside and (inside[0].inhabitants >= _LARGE or not inside[0].respelled):
        if _in_other_state(ground, inside[0]):
            return Found(
                "town", inside[0].country, None, "the text names other states than that of the town of the name"
            )
        return chosen(inside, f"the text names {inside[0].country}")
    return _unguided([t for t in named if not t.respelled])


def _in_other_state(ground: Ground, found: Town) -> bool:
    """Whether a smaller town lies in none of the states of the United States that the text names."""
    states = {table("places", "us_states")[name] for name in ground.named if name in table("places", "us_states")}
    return found.country == "USA" and found.inhabitants < _LARGE and bool(states) and found.state not in states


def _unguided(named: Sequence[Town]) -> Found:
    """No country in the text helps: only a large town that is alone, or far larger than its namesakes, is taken."""
    largest = named[0].inhabitants if named else 0
    if len(named) == 1 and largest >= _LARGE:
        return chosen(named, "the only large town of the name")
    if largest >= _METROPOLIS and len(named) > 1 and largest > _FAR_LARGER * named[1].inhabitants:
        return chosen(named[:1], "far larger than its namesakes")
    return Found("town", None, None, "towns bear this name, but nothing in the text says which is meant")


def chosen(named: Sequence[Town], because: str) -> Found:
    """The first town, where it is alone or far larger than the second; else the name of a town without a point."""
    if len(named) > 1 and named[0].inhabitants < _FAR_LARGER * named[1].inhabitants:
        countries = {t.country for t in named}
        return Found(
            "town", named[0].country if len(countries) == 1 else None, None, f"{len(named)} towns bear this name"
        )
    return Found("town", named[0].country, named[0], because)


#: The rules in order; the first answer holds.
RULES: tuple[Rule, ...] = (country, water, state, facility, region, town)
