"""Who stands in a clause, by one key over all reports: actors by their id, a state by its country, others by their noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consilience.claims.acts import act_of, is_act_noun, whole_lemma
from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Token
from consilience.model.event import Participant
from consilience.model.spans import Span, overlap
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.trees import children
from consilience.wording import words

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundred hundreds thousand".split()
)
_SIDES = frozenset(
    ("country", "duo", "government", "man", "nation", "other", "pair", "party", "side", "state", "woman")
)
_BODIES = frozenset(("government", "organisation", "party"))
_CUT = frozenset(("company", "facility", "government", "organisation"))
_NATIONAL = frozenset(("congress", "gop", "house", "senate"))  # bodies of a land that a longer name only tells of
_NAMED = 2  # words from which a name has a kind or a surname
_POST = 6  # letters by which a land and its people are told as one in an office
_ARTICLES = frozenset(("a", "an", "his", "her", "its", "the", "their"))
_JOINING = frozenset("about against at between by for from in of on over to with".split())
_STATES = frozenset(("people", "place"))
_SELF = frozenset(("i", "me", "we", "us"))
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them their who whom which that this these those one itself himself herself".split()
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
    keys |= _one_name(frame, keys)
    keys |= _cut_bodies(frame, keys)
    found = {entity: keys[actor.id] for actor in frame.actors for entity in actor.entities}
    return found | {word: keys[actor] for word, actor in _surnames(frame).items()}


def _one_name(frame: StoryFrame, keys: Mapping[str, str]) -> dict[str, str]:
    """One key for actors of one name, whatever each report takes them for, for the first word of one body's name, and
    for a name with its land before it ("Tarn's harbour guard")."""
    known: dict[str, str] = {}
    for actor in frame.actors:
        known.setdefault(" ".join(words(actor.name)), keys[actor.id])
    full: dict[str, set[str]] = {}
    for actor in frame.actors:
        listed = words(actor.name)
        if len(listed) >= _NAMED and actor.type in (*_BODIES, "company", "facility"):
            full.setdefault(listed[0], set()).add(known[" ".join(listed)])
    found = {}
    for actor in frame.actors:
        name = " ".join(words(actor.name))
        bare = " ".join(words(actor.name)[1:]) if words(actor.name)[0].endswith("'s") else ""
        owners = full.get(name, set()) if actor.type in (*_BODIES, "company", "facility") else set()
        found[actor.id] = min(owners) if len(owners) == 1 else known.get(bare) or known[name]
    return found


def _cut_bodies(frame: StoryFrame, keys: Mapping[str, str]) -> dict[str, str]:
    """Bodies that are told by the last words of one longer name of the story ("the Otters", "the Tarn Otters"); not where
    several end so, and not bodies that have the short name for their own ("the House")."""
    bodies = {tuple(words(actor.name)): actor.id for actor in frame.actors if actor.type in _CUT}
    found = {}
    for short, actor in sorted(bodies.items()):
        longer = sorted((n for n in bodies if len(n) > len(short) and n[-len(short) :] == short), key=len)
        joined = any(_JOINING & set(name[: -len(short)]) or "and" in name for name in longer)
        if not longer or joined or short[-1] in _NATIONAL or any(longer[-1][-len(n) :] != n for n in longer):
            continue
        found[actor] = keys[bodies[longer[-1]]]
    return found


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
    known = table("acts", "things")
    return known.get(lemma) or known.get(whole_lemma(lemma)) or act_of(lemma)


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
    known = actors.get(speaker.id or "") or actors.get("=" + said[-1] if said else "")
    return known or actors.get(_holder(said)) or "=" + " ".join(said)


def keys_of(people: Iterable[Participant], scene: Scene, voice: str, inner: bool = True) -> Iterator[str]:
    """The actors' keys; for somebody without one the last word of how the text calls them. Times are nobody.

    Somebody quoted who says "we" or "I" is the speaker. With `inner` those named in the words for an act ("a visit by Vane")
    take part, too.
    """
    for person in people:
        if _is_time(person, scene.part):
            continue
        listed = words(person.name)
        if voice and listed and len(listed) == 1 and listed[0] in _SELF and voice != "?":
            yield voice
            continue
        actor = scene.actors.get(person.entity or "") or _body(person, scene)
        last = _head(listed)
        actor = actor or scene.actors.get("=" + " ".join(w for w in listed if w not in _ARTICLES))
        actor = actor or scene.actors.get(_post(listed)) or _by_name(person, scene)
        if actor is None and inner and is_act_noun(last):
            yield from (key for key in sorted(_inside(person, scene)) if not key.startswith("@"))
        if actor is not None:
            yield actor
        elif last and not _points(last):
            yield scene.actors.get("=" + last) or "=" + thing_of(last)


def called_in(people: Iterable[Participant], scene: Scene) -> frozenset[str]:
    """The actors who are named in the words for those who take part ("Tarn's mayor, Orla Vane": both)."""
    return frozenset(key for person in people for key in _inside(person, scene))


def _inside(person: Participant, scene: Scene) -> set[str]:
    """The actors who are named in the words for somebody or something."""
    inside = [i for i, _ in tokens_at(scene.part, (person.span,))]
    beside = [c for i in inside for c in children(scene.part.tokens, i) if scene.part.tokens[c].relation == "appos"]
    return {scene.owners[i] for i in (*inside, *beside) if i in scene.owners}


def _by_name(person: Participant, scene: Scene) -> str | None:
    """The one actor whose name stands beside an office ("Tarn's mayor, Orla Vane"; "Orla Vane, the mayor of Tarn, …")."""
    tokens = scene.part.tokens
    inside = [i for i, _ in tokens_at(scene.part, (person.span,))]
    head = next((i for i in inside if tokens[i].head not in inside), None)
    if head is None or head in scene.owners:
        return None
    if tokens[head].relation == "appos" and tokens[head].head < inside[0]:
        return scene.owners.get(tokens[head].head)
    beside = {scene.owners[c] for c in children(tokens, head) if tokens[c].relation == "appos" and c in scene.owners}
    return min(beside) if len(beside) == 1 else None


def _head(listed: Sequence[str]) -> str:
    """The noun that somebody or something is called by: the last word before "of" or "in", unless that only counts."""
    for at, word in enumerate(listed):
        if at and word in _JOINING and listed[at - 1] not in word_set("acts", "counting"):
            listed = listed[:at]
            break
    return singular(next((w for w in reversed(listed) if not w.isdigit()), ""))


def offices(reports: Iterable[AnnotatedReport], actors: Mapping[str, str]) -> dict[str, str]:
    """The actors by `=office` of two words and more, where one actor of the story holds it ("interior minister")."""
    held: dict[str, set[str]] = {}
    for told in reports:
        for entity in told.annotations.entities:
            if entity.id in actors:
                for described in entity.described:
                    held.setdefault(_holder(words(described)), set()).add(actors[entity.id])
        texts = {"text": told.report.text, "title": told.report.title}
        for proposition in told.propositions:
            for person in (*proposition.who, *proposition.whom):
                actor = actors.get(person.entity or "")
                office = words(person.role or "")
                if actor is not None and len(office) >= _NAMED:
                    held.setdefault("=" + " ".join(office), set()).add(actor)
                    said = words(texts[proposition.part][person.span.start : person.span.end])
                    held.setdefault(_post([w for w in said if w not in words(person.name)]), set()).add(actor)
    return {office: min(found) for office, found in held.items() if len(found) == 1 and office}


def _holder(said: Sequence[str]) -> str:
    """One key for whoever is told by what is his or hers ("the owner of the yard"); empty for other words."""
    if "of" not in said[1:-1]:
        return ""
    at = said.index("of", 1)
    return f"=the {said[at - 1]} of {thing_of(singular(said[-1]))}"


def _post(said: Sequence[str]) -> str:
    """One key for an office with its land, in whatever order ("Tarn's prime minister", "the prime minister of Tarn"); empty
    for fewer words, which several may hold."""
    telling = sorted(w[:_POST] for w in said if w not in _ARTICLES and w not in _JOINING)
    return "=post " + " ".join(telling) if len(telling) > _NAMED else ""


def _is_time(person: Participant, part: PartAnnotations) -> bool:
    return any(overlap(person.span, m.span) and m.span.start <= person.span.start for m in part.times)


def _body(person: Participant, scene: Scene) -> str | None:
    """The one actor named in the words for people of a body ("units of the guard"); a man is none of his land's or town's."""
    listed = words(person.name)
    told = {singular(w) for w in listed} & word_set("acts", "members")
    if not told or (told == {"man"} and "of" not in listed):
        return None
    inside = tuple(tokens_at(scene.part, (person.span,)))
    named = {scene.owners[i] for i, _ in inside if i in scene.owners}
    alone = bool(inside) and inside[-1][1].tag == "NN"
    return next((key for key in named if not (alone and key.startswith("@"))), None) if len(named) == 1 else None


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
