"""One part of a report as the event rules see it: its tree with what was annotated, looked up by token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from consilience.model.annotations import Entity, Name, PartAnnotations, Reference
from consilience.model.spans import Part, Span
from consilience.model.statement import Statement
from consilience.parses import Parse


@dataclass(frozen=True, slots=True)
class Ground:
    """A part's tree; `name_at`, `reference_at` and `owner` hold for each token the name, the reference, and the number of
    the innermost statement whose content it stands in (-1: none of them)."""

    report: str
    part: Part
    parse: Parse
    annotated: PartAnnotations
    entities: Mapping[str, Entity]
    statements: tuple[Statement, ...]
    headline: Span | None
    name_at: tuple[int, ...]
    reference_at: tuple[int, ...]
    owner: tuple[int, ...]
    day: date | None


def name_of(ground: Ground, index: int) -> Name | None:
    """The name that the token is part of."""
    number = ground.name_at[index]
    return ground.annotated.names[number] if number >= 0 else None


def reference_of(ground: Ground, index: int) -> Reference | None:
    """The reference that the token is part of."""
    number = ground.reference_at[index]
    return ground.annotated.references[number] if number >= 0 else None


def entity_of(ground: Ground, index: int) -> Entity | None:
    """The entity that the token's name or reference stands for."""
    name, reference = name_of(ground, index), reference_of(ground, index)
    if name is None and reference is not None and _joined_in(ground, index, reference):
        return None
    known = (name.entity if name is not None else None) or (reference.entity if reference is not None else None)
    return ground.entities.get(known) if known is not None else None


def _joined_in(ground: Ground, index: int, reference: Reference) -> bool:
    """ "The president and the speaker", linked as one: the words stand for the first of them only."""
    token = ground.parse.tokens[index]
    return token.relation == "conj" and reference.tokens.first <= token.head < index and reference.kind != "pronoun"
