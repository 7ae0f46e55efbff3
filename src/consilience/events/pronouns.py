"""Links of pronouns that the clause they stand in rules out or decides, put right before events are coded.

Three rules. Who acts and whom it befalls in one clause are two ("Ada said Ben attacked her": not Ben, but who says so).
The subject of a clause joined by "and", or hung on by "when" or "while", is the subject of the first ("Ada resigned and she
thanked Ben"). "He" is nobody whom
the report calls "she" more often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from consilience.events.lemmas import is_person_noun
from consilience.lexicons import word_set
from consilience.model.annotations import Name, Reference
from consilience.model.spans import Span, TokenRange, covers
from consilience.model.statement import Statement
from consilience.parses import Parse, kid

_OBJECTS = frozenset({"her", "him", "them"})
_GENDER: Mapping[str, str] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_SHARED = "the subject of the clause that it is joined to"
_COMMON = ("actor", "actress", "candidate", "driver", "lawmaker", "man", "player", "politician", "state", "woman")
_MANY = ("them", "they", "their")
_STEPS = 4
_ANSWERED = ("appeal", "bid", "call", "claim", "demand", "invitation", "offer", "plea", "proposal", "request")
_ANSWERING = ("accept", "decline", "dismiss", "grant", "ignore", "rebuff", "refuse", "reject", "spurn")
_VOWING = ("admit", "deny", "pledge", "promise", "swear", "threaten", "vow")


@dataclass(frozen=True, slots=True)
class Linked:
    """A part's tree with its names and references, and for each token the number of its name, reference and statement."""

    parse: Parse
    names: Sequence[Name]
    references: Sequence[Reference]
    statements: Sequence[Statement]
    name_at: Sequence[int]
    reference_at: Sequence[int]
    owner: Sequence[int]


def mended(linked: Linked) -> tuple[Reference, ...]:
    """The references of a part with the links of pronouns put right; a link that is ruled out stands for nobody."""
    genders = _genders(linked)
    known = tuple(
        _mended(linked, r, genders) if r.kind == "pronoun" else _untitled(linked, r) for r in linked.references
    )
    return (*known, *_unlinked(linked))


def _untitled(linked: Linked, reference: Reference) -> Reference:
    """ "The president" said by the president stands for somebody else."""
    if reference.kind != "title" or reference.entity is None:
        return reference
    if _is_own_teller(linked, reference.tokens.first, reference.entity):
        return _to(reference, None, "who speaks would not say so")
    words = [linked.parse.tokens[i].lemma.lower() for i in range(*reference.tokens)]
    if words[0] == "the" and "-year-old" in linked.parse.text[reference.span.start : reference.span.end]:
        return _to(reference, None, "called by an age")
    head = words[: words.index("of")] if "of" in words else words
    common = bool(head) and head[-1] in _COMMON
    return _to(reference, None, "a word for many") if common else reference


def _unlinked(linked: Linked) -> Iterator[Reference]:
    """Pronouns without any link whose clause says whom they stand for."""
    for index, token in enumerate(linked.parse.tokens):
        shared = _subject_shared(linked, index) if linked.reference_at[index] < 0 else None
        if shared is not None:
            span = Span(token.start, token.end)
            yield Reference(span, TokenRange(index, index + 1), "pronoun", shared, _SHARED)


def _mended(linked: Linked, reference: Reference, genders: Mapping[str, str]) -> Reference:
    index = reference.tokens.first
    if _takes_up_a_thing(linked, reference) or _is_who_tells(linked, reference):
        return replace(reference, antecedent=None)
    if reference.entity is None or reference.tokens.last - index != 1:
        return reference
    if linked.parse.tokens[index].word.lower() in _MANY and _is_person(linked, reference.entity):
        return _to(reference, None, "more than one")
    shared = _subject_shared(linked, index)
    if shared is not None:
        return _to(reference, shared, _SHARED)
    if _is_own_subject(linked, index, reference.entity) or _is_own_teller(linked, index, reference.entity):
        other = next((o for o in _others(linked, index, reference.entity) if o is not None), None)
        return _to(reference, other, "not who acts in the same clause")
    said = _GENDER.get(linked.parse.tokens[index].word.lower())
    if said is not None and genders.get(reference.entity, said) != said:
        return _to(reference, None, "called otherwise in the report")
    return reference


def _takes_up_a_thing(linked: Linked, reference: Reference) -> bool:
    """Whether "he" or "she" is linked to words for no person ("this campaign")."""
    word = linked.parse.tokens[reference.tokens.first].word.lower()
    if reference.entity is not None or reference.antecedent is None or word not in _GENDER:
        return False
    nouns = [t for t in linked.parse.tokens[slice(*reference.antecedent)] if t.pos in ("NOUN", "PROPN")]
    lemmas = [t.lemma.lower() for t in nouns]
    if lemmas and lemmas[-1] in word_set("speakers", "bodies"):
        return True
    return bool(nouns) and all(t.pos == "NOUN" for t in nouns) and not any(is_person_noun(lemma) for lemma in lemmas)


def _is_who_tells(linked: Linked, reference: Reference) -> bool:
    """Whether "they" takes up those according to whom it is told ("They fired, according to the witnesses")."""
    number, tokens = linked.owner[reference.tokens.first], linked.parse.tokens
    told = linked.statements[number] if number >= 0 else None
    if told is None or told.cue is None or told.source is None or reference.antecedent is None:
        return False
    if not linked.parse.text.startswith(("according", "According"), told.cue.start):
        return False
    source = {t.lemma.lower() for t in tokens if t.pos == "NOUN" and covers(told.source, Span(t.start, t.end))}
    meant = [t for t in tokens[slice(*reference.antecedent)] if t.pos == "NOUN"]
    return bool(meant) and meant[-1].lemma.lower() in source


def _is_person(linked: Linked, entity: str) -> bool:
    return any(name.entity == entity and name.type == "PERSON" for name in linked.names)


def _to(reference: Reference, entity: str | None, because: str) -> Reference:
    if entity == reference.entity:
        return reference
    return replace(reference, entity=entity, because=because, antecedent=None)


def _genders(linked: Linked) -> Mapping[str, str]:
    """For each entity that pronouns stand for whether the report calls it "he" or "she", where one is more frequent."""
    counts: dict[str, Counter[str]] = {}
    for reference in linked.references:
        word = linked.parse.tokens[reference.tokens.first].word.lower()
        if reference.kind == "pronoun" and reference.entity is not None and word in _GENDER:
            counts.setdefault(reference.entity, Counter())[_GENDER[word]] += 1
    return {e: max("fm", key=lambda g: c[g]) for e, c in sorted(counts.items()) if c["f"] != c["m"]}


def _entity_at(linked: Linked, index: int) -> str | None:
    name, reference = linked.name_at[index], linked.reference_at[index]
    known = linked.names[name].entity if name >= 0 else None
    return known or (linked.references[reference].entity if reference >= 0 else None)


def _subject_shared(linked: Linked, index: int) -> str | None:
    """The person by name who is the subject of the clause that the clause of a "he" or "she" is joined to or hangs on."""
    parse, token = linked.parse, linked.parse.tokens[index]
    if token.relation not in _SUBJECTS or token.word.lower() not in ("he", "she") or token.head < 0:
        return None
    verb = parse.tokens[token.head]
    vowed = verb.relation == "ccomp" and verb.head >= 0 and parse.tokens[verb.head].lemma.lower() in _VOWING
    before = kid(parse, verb.head, *_SUBJECTS) if verb.relation in ("advcl", "conj") or vowed else None
    if before is None or (before > index and verb.relation != "advcl") or linked.name_at[before] < 0:
        return None
    name = linked.names[linked.name_at[before]]
    return name.entity if name.type == "PERSON" else None


def _is_own_subject(linked: Linked, index: int, entity: str) -> bool:
    """Whether the verb that the pronoun is the object of has the very same subject; or "rejected her request" of her own."""
    parse, token = linked.parse, linked.parse.tokens[index]
    verb = token.head
    if token.relation == "nmod:poss" and verb >= 0 and parse.tokens[verb].lemma.lower() in _ANSWERED:
        verb = parse.tokens[verb].head if parse.tokens[verb].relation == "obj" else -1
        if verb < 0 or parse.tokens[verb].lemma.lower() not in _ANSWERING:
            return False
    elif token.word.lower() not in _OBJECTS or token.relation not in ("obj", "iobj") or verb < 0:
        return False
    subject = _subject(parse, verb)
    return subject is not None and subject != index and _entity_at(linked, subject) == entity


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject that stands on the verb or on the verb that it is joined to; before it, where the tree hangs it above."""
    for _ in range(_STEPS):
        own = kid(parse, verb, *_SUBJECTS)
        if own is not None:
            return own
        token = parse.tokens[verb]
        raised = kid(parse, token.head, "obj") if token.relation == "ccomp" and token.head >= 0 else None
        if raised is not None:
            return raised if raised < verb else None
        leans = token.relation == "advcl" and token.tag == "VBG" and kid(parse, verb, "mark", "case") is None
        if token.head < 0 or not (token.relation == "conj" or leans):
            return None
        verb = token.head
    return None


def _is_own_teller(linked: Linked, index: int, entity: str) -> bool:
    """Whether the pronoun of a direct quotation is linked to who speaks, who would say "I"."""
    number = linked.owner[index]
    statement = linked.statements[number] if number >= 0 else None
    if statement is None or statement.manner != "direct" or statement.speaker is None:
        return False
    return statement.speaker.id == entity


def _others(linked: Linked, index: int, entity: str) -> Iterator[str | None]:
    """Who else may be meant, the likeliest first: who tells it, whom the clause before is about, the only other subject."""
    yield _teller(linked, index, entity)
    verb = linked.parse.tokens[index].head
    leans = linked.parse.tokens[verb].relation in ("advcl", "conj") if verb >= 0 else False
    thing = kid(linked.parse, linked.parse.tokens[verb].head, "obj") if leans else None
    name = linked.names[linked.name_at[thing]] if thing is not None and linked.name_at[thing] >= 0 else None
    yield name.entity if name is not None and name.type == "PERSON" and name.entity != entity else None
    yield _only_other(linked, index, entity)


def _only_other(linked: Linked, index: int, entity: str) -> str | None:
    """The only other person by name who is a subject before the pronoun, in its sentence or the one before."""
    parse, number = linked.parse, linked.parse.sentence_of[index]
    found: set[str] = set()
    for at in range(parse.sentences[max(0, number - 1)].tokens.first, index):
        name = linked.names[linked.name_at[at]] if linked.name_at[at] >= 0 else None
        if (
            name is not None
            and name.type == "PERSON"
            and name.entity is not None
            and parse.tokens[at].relation in _SUBJECTS
        ):
            found.add(name.entity)
    found.discard(entity)
    return found.pop() if len(found) == 1 else None


def _teller(linked: Linked, index: int, entity: str) -> str | None:
    """Who tells it, where it is told that somebody did it to the teller."""
    number = linked.owner[index]
    speaker = linked.statements[number].speaker if number >= 0 else None
    known = speaker.id if speaker is not None else None
    return known if known != entity and linked.parse.tokens[index].word.lower() != "them" else None
