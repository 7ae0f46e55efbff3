"""The cast of a part: the report's entities, and which tokens stand for which of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from consilience.lexicons import word_set
from consilience.model.annotations import Annotations, Entity, EntityType, Name, PartAnnotations
from consilience.model.report import Report
from consilience.model.spans import TokenRange
from consilience.parses import Parse


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a report and, for one part, which tokens stand for which of them; the outlet's and agency's names."""

    parse: Parse
    entities: Mapping[str, Entity]
    names: tuple[Name, ...]
    at: Mapping[int, tuple[str, ...]]
    outlet: str = ""
    agency: str = ""


def cast_of(parse: Parse, part: PartAnnotations, annotations: Annotations, report: Report) -> Cast:
    """The cast of one part."""
    at: dict[int, tuple[str, ...]] = {}
    for reference in part.references:
        if reference.entity is not None:
            for index in range(*reference.tokens) if reference.kind != "title" else (_head(parse, reference.tokens),):
                at[index] = tuple(dict.fromkeys((*at.get(index, ()), reference.entity)))
    entities = {entity.id: entity for entity in annotations.entities}
    outlet = "" if report.outlet is None else report.outlet.value
    return Cast(parse, entities, part.names, at, outlet, "" if report.agency is None else report.agency.value)


def _head(parse: Parse, stretch: TokenRange) -> int:
    return next((i for i in range(*stretch) if not stretch.first <= parse.tokens[i].head < stretch.last), stretch.first)


def speaking_type(entity: Entity) -> EntityType:
    """A country that speaks is its government; a name that ends as names of media do is a medium's."""
    if entity.type in ("place", "government") and entity.name.split()[-1] in word_set("media", "last_words"):
        return "medium"
    return "government" if entity.type == "place" and entity.country is not None else entity.type
