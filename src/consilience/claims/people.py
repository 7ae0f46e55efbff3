"""Who stands in a clause, by one key over all reports: actors by their id, a state by its country, others by their noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consilience.claims.acts import act_of
from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Participant
from consilience.model.spans import Span, overlap
from consilience.model.statement import Statement
from consilience.model.story import StoryFrame
from consilience.wording import words

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundred hundreds thousand".split()
)
_SIDES = frozenset(("country", "duo", "government", "man", "other", "pair", "party", "side", "state", "woman"))
_BODIES = frozenset(("government", "organisation", "party"))
_NAMED = 2  # words from which a name has a kind or a surname
_STATES = frozenset(("people", "place"))
_SELF = frozenset(("i", "me", "we", "us"))
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them who whom which that this these those one itself himself herself".split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the people of one part are told by: its annotations, the actors of the story, and which tokens name whom."""

    part: PartAnnotations
    actors: Mapping[str, str]
    owners: Mapping[int, str]


def actors_of(frame: StoryFrame) -> dict[str, str]:
    """The keys of a story's actors by entity, and by `=surname` or `=kind` where one actor of the story has it."""
    keys = {actor.id: _state(actor.type, actor.country) or actor.id for actor in frame.actors}
    found = {entity: keys[actor.id] for actor in frame.actors for entity in actor.entities}
    return found | {word: keys[actor] for word, actor in _surnames(frame).items()}


def _state(kind: str, country: str | None) -> str | None:
    """One key for a country, its people and its capital, which stand for each other in news."""
    return f"@{country}" if country is not None and kind in _STATES else None


def _surnames(frame: StoryFrame) -> dict[str, str]:
    """Persons by surname, bodies and buildings by their kind, where one actor has it or most reports mean one."""
    found: dict[str, dict[str, int]] = {}
    for actor in frame.actors:
        listed = words(actor.name)
        if len(listed) < _NAMED or actor.type not in (*_BODIES, "person", "facility"):
            continue
        key = "=" + (listed[-1] if actor.type == "person" else singular(listed[-1]))
        found.setdefault(key, {})[actor.id] = len(actor.entities) if actor.type == "facility" else 1
    return {key: known for key, bearers in found.items() if (known := _foremost(bearers)) is not None}


def _foremost(bearers: Mapping[str, int]) -> str | None:
    ranked = sorted(bearers, key=lambda actor: (-bearers[actor], actor))
    if len(ranked) > 1 and bearers[ranked[0]] < 2 * bearers[ranked[1]]:
        return None
    return ranked[0]


def thing_of(lemma: str) -> str:
    """The one word for a noun of several spellings; act nouns go by their act."""
    return table("acts", "things").get(lemma) or act_of(lemma)


def owners_of(part: PartAnnotations, actors: Mapping[str, str]) -> Mapping[int, str]:
    """Which actor each token of a part names, where one does."""
    owners: dict[int, str] = {}
    stretches = [(ref.tokens, ref.entity) for ref in part.references] + [(n.tokens, n.entity) for n in part.names]
    for tokens, entity in stretches:
        actor = actors.get(entity or "")
        if actor is not None:
            owners |= dict.fromkeys(range(*tokens), actor)
    return owners


def voice_of(statement: Statement | None, actors: Mapping[str, str]) -> str:
    """Whose word a clause is: empty for the outlet's own, `?` where nothing decides."""
    if statement is None:
        return ""
    speaker = statement.speaker
    if speaker is None:
        return "?"
    said = words(speaker.name or speaker.words or "?")
    return actors.get(speaker.id or "") or actors.get("=" + said[-1] if said else "") or "=" + " ".join(said)


def keys_of(people: Iterable[Participant], scene: Scene, voice: str) -> Iterator[str]:
    """The actors' keys; for somebody without one the last word of how the text calls them. Times are nobody.

    Somebody quoted who says "we" or "I" is the speaker.
    """
    for person in people:
        if _is_time(person, scene.part):
            continue
        listed = words(person.name)
        if voice and listed and len(listed) == 1 and listed[0] in _SELF and voice != "?":
            yield voice
            continue
        actor = scene.actors.get(person.entity or "") or _body(person, scene)
        last = singular(next((w for w in reversed(listed) if not w.isdigit()), ""))
        if actor is not None:
            yield actor
        elif last and not _points(last):
            yield scene.actors.get("=" + last) or "=" + thing_of(last)


def _is_time(person: Participant, part: PartAnnotations) -> bool:
    return any(overlap(person.span, m.span) and m.span.start <= person.span.start for m in part.times)


def _body(person: Participant, scene: Scene) -> str | None:
    """The one actor named in the words for people of a body ("units of the guard")."""
    if not {singular(w) for w in words(person.name)} & word_set("acts", "members"):
        return None
    named = {scene.owners[i] for i, _ in tokens_at(scene.part, (person.span,)) if i in scene.owners}
    return next(iter(named)) if len(named) == 1 else None


def _points(word: str) -> bool:
    """Whether a word only points at somebody named elsewhere: a pronoun, a number, "the leaders", "both sides"."""
    known = _PRONOUNS | _NUMBERS | word_set("speakers", "leaders") | _SIDES
    return word.isdigit() or word in known


def singular(word: str) -> str:
    """A rough singular: enough to compare two spellings of one noun, wrong for rare ones in the same way both times."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def tokens_at(part: PartAnnotations, spans: Iterable[Span]) -> Iterator[tuple[int, Token]]:
    """The tokens of a part that the spans touch, with their indexes."""
    for span in spans:
        low, high = first_at(part.tokens, span.start), first_at(part.tokens, span.end)
        for index in range(max(0, low - 1), high):
            if overlap(Span(part.tokens[index].start, part.tokens[index].end), span):
                yield index, part.tokens[index]


def first_at(tokens: Sequence[Token], position: int) -> int:
    """The first token that begins at or after a position."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < position:
            low = middle + 1
        else:
            high = middle
    return low
