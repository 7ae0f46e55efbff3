"""The cast of a part: the report's entities, and which tokens stand for which of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consilience.lexicons import word_set
from consilience.model.annotations import Annotations, Entity, EntityType, Name, PartAnnotations
from consilience.model.report import Report
from consilience.model.spans import Passage, TokenRange
from consilience.parses import Parse


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a report and, for one part, which tokens stand for which of them; the outlet's and agency's names.

    `taken_up` gives a pronoun the noun phrase it stands for where that names no entity; `misspelt` leads a surname that is
    spelt wrong once to the person who bears it.
    """

    parse: Parse
    entities: Mapping[str, Entity]
    names: tuple[Name, ...]
    at: Mapping[int, tuple[str, ...]]
    outlet: str = ""
    agency: str = ""
    taken_up: Mapping[int, TokenRange] = field(default_factory=dict)
    misspelt: Mapping[str, str] = field(default_factory=dict)

    def beside(self, entity: str) -> frozenset[str]:
        """The lemmas of nouns and adjectives right before the entity's names: "the carrier N."."""
        tokens, found = self.parse.tokens, set()
        for name in self.names:
            at = name.tokens.first - 1 if name.entity == entity else -1
            while at >= 0 and tokens[at].pos in ("NOUN", "ADJ", "PROPN") and tokens[at].tag != "NNS":
                found.add(tokens[at].lemma.lower())
                at -= 1
        return frozenset(found)

    def described(self, entity: str) -> tuple[str, ...]:
        """The words by which the report describes an entity, under its other spellings too."""
        spellings = (entity, *(wrong for wrong, right in self.misspelt.items() if right == entity))
        return tuple(dict.fromkeys(d for e in spellings for d in self.entities[e].described))


def cast_of(parse: Parse, part: PartAnnotations, annotations: Annotations, report: Report) -> Cast:
    """The cast of one part."""
    at: dict[int, tuple[str, ...]] = {}
    for reference in part.references:
        if reference.entity is not None:
            for index in range(*reference.tokens) if reference.kind != "title" else (_head(parse, reference.tokens),):
                at[index] = tuple(dict.fromkeys((*at.get(index, ()), reference.entity)))
    entities = {entity.id: entity for entity in annotations.entities}
    outlet = "" if report.outlet is None else report.outlet.value
    phrases = {r.tokens.first: r.antecedent for r in part.references if r.entity is None and r.antecedent is not None}
    agency = "" if report.agency is None else report.agency.value
    misspelt = {**_misspelt(annotations.entities), **_run_on(annotations.entities, report)}
    return Cast(parse, entities, part.names, at, outlet, agency, phrases, misspelt)


_KIN = ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")


def _run_on(entities: Sequence[Entity], report: Report) -> Mapping[str, str]:
    """Persons named only in a headline, by another's full name and one word more: "N. N. Slams"; they are that other."""
    persons = [e for e in entities if e.type == "person" and " " in e.name]
    found = {}
    for person in persons:
        *name, more = person.name.split()
        near = [e for e in persons if e.name.split() == name and len(e.mentions) > len(person.mentions)]
        if len(near) == 1 and more not in _KIN and all(_in_headline(m, report) for m in person.mentions):
            found[person.id] = near[0].id
    return found


def _in_headline(mention: Passage, report: Report) -> bool:
    """Whether a mention stands in the title or in the text's headline or first line."""
    if mention.part == "title":
        return True
    line = report.text.find("\n")
    end = report.headline.end if report.headline is not None else line
    return mention.span.end <= max(end, line)


def _misspelt(entities: Sequence[Entity]) -> Mapping[str, str]:
    """Persons whose name is nearly that of just one other, who is named in full or more often."""
    persons = [e for e in entities if e.type == "person"]
    full = [e for e in persons if " " in e.name]
    found = {}
    for person in persons:
        if " " in person.name:
            near = [e for e in full if _same_but_first(person, e)]
        else:
            near = [e for e in full if _nearly(person.name, e.name.split()[-1])]
        if len(near) == 1:
            found[person.id] = near[0].id
    return found


def _same_but_first(person: Entity, other: Entity) -> bool:
    """Whether two full names differ in a letter of the first name, and the other is named more often."""
    (first, *rest), (others_first, *others_rest) = person.name.split(), other.name.split()
    oftener = len(other.mentions) > len(person.mentions)
    return rest == others_rest and oftener and _nearly(first, others_first)


def _nearly(word: str, surname: str) -> bool:
    """Whether two words differ in one letter (from eight letters on in two), though not by a plural s of the first."""
    if word == surname or word == f"{surname}s" or word[0] != surname[0] or min(len(word), len(surname)) < 5:
        return False
    return _distance(word.lower(), surname.lower()) <= (2 if min(len(word), len(surname)) >= 8 else 1)


def _distance(left: str, right: str) -> int:
    """How many letters must be put in, taken out or changed."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def _head(parse: Parse, stretch: TokenRange) -> int:
    return next((i for i in range(*stretch) if not stretch.first <= parse.tokens[i].head < stretch.last), stretch.first)


def gender_of(entity: Entity) -> str | None:
    """The gender that a person's given name, form of address or description tells, or None."""
    words = {w for text in (entity.name, *entity.aliases, *entity.described) for w in text.replace(",", " ").split()}
    found = [
        gender
        for gender in ("female", "male")
        if words & word_set("speakers", gender) or entity.name.split()[0] in word_set("speakers", f"{gender}_names")
    ]
    return found[0] if len(found) == 1 else None


def speaking_type(entity: Entity) -> EntityType:
    """A country that speaks is its government; a name that ends as names of media do is a medium's."""
    if entity.type in ("place", "government") and entity.name.split()[-1] in word_set("media", "last_words"):
        return "medium"
    return "government" if entity.type == "place" and entity.country is not None else entity.type
