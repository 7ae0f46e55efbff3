"""The table of coding rules in `data/plover.toml` as records, looked up by lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast, get_args

from consilience.errors import ConsilienceError
from consilience.lexicons import records
from consilience.model.event import EventType


@dataclass(frozen=True, slots=True)
class ActRule:
    """One row: which verbs or act nouns with which objects and prepositions are coded as which type; see the table's head."""

    name: str
    type: EventType
    mode: str | None
    lemmas: tuple[str, ...]
    object: frozenset[str]
    qualified: frozenset[str]
    prepositions: tuple[str, ...]
    on: tuple[str, ...]
    to: tuple[str, ...]
    by: tuple[str, ...]
    at: tuple[str, ...]
    place: tuple[str, ...]
    weapon: frozenset[str]
    complement: frozenset[str]
    particles: frozenset[str]
    flags: frozenset[str]


_FLAGS = (
    "together",
    "guest",
    "ahead",
    "infinitive",
    "actor_needed",
    "somebody",
    "no_object",
    "needs_object",
    "no_person",
    "actor_stated",
    "military",
    "listed",
    "somewhere",
    "befalls",
    "voiced",
    "undergoes",
)


@cache
def verb_rules() -> Mapping[str, tuple[ActRule, ...]]:
    """The rules for verbs by lemma, in the table's order."""
    return _by_lemma("acts", "verbs")


@cache
def noun_rules() -> Mapping[str, tuple[ActRule, ...]]:
    """The rules for act nouns by lemma."""
    return _by_lemma("nouns", "nouns")


def _by_lemma(table: str, key: str) -> Mapping[str, tuple[ActRule, ...]]:
    rules = [_rule(row, key) for row in records("plover", table)]
    lemmas = sorted({lemma for rule in rules for lemma in rule.lemmas})
    return MappingProxyType({lemma: tuple(r for r in rules if lemma in r.lemmas) for lemma in lemmas})


def _rule(row: Mapping[str, object], key: str) -> ActRule:
    name = str(row.get("name"))
    if row.get("type") not in get_args(EventType):
        raise ConsilienceError(f"data/plover.toml: {name}: no type of PLOVER 2.0: {row.get('type')!r}")
    return ActRule(
        name=name,
        type=cast(EventType, row["type"]),
        mode=str(row["mode"]) if row.get("mode") else None,
        lemmas=_words(row, key),
        object=frozenset(_words(row, "object") or _words(row, "what")),
        qualified=frozenset(_words(row, "qualified")),
        prepositions=(*_words(row, "prepositions"), *_words(row, "prepositions_with")),
        on=_words(row, "on"),
        to=_words(row, "to"),
        by=_words(row, "by"),
        at=_words(row, "at_somebody"),
        place=_words(row, "at_place"),
        weapon=frozenset(_words(row, "weapon")),
        complement=frozenset(_words(row, "complement")),
        particles=frozenset(_words(row, "particles")),
        flags=frozenset(flag for flag in _FLAGS if row.get(flag) == "yes"),
    )


def _words(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
