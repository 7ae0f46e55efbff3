"""Who speaks: the words of a source led to the report's entities, to a group, to nobody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cast import Cast, speaking_type
from consilience.attribute.unnamed import COUNTED, unnamed
from consilience.lexicons import word_set
from consilience.model.annotations import Entity, EntityType, Name
from consilience.model.spans import TokenRange
from consilience.model.statement import Speaker
from consilience.parses import Parse, kid, noun_phrase, words_of

_NAME_PARTS = ("flat", "compound", "appos", "nmod", "nmod:desc", "flat:name", "obl", "amod", "dep")
_LEADING_ON = (
    "of",
    "to",
    "for",
    "by",
    "with",
    "from",
    "at",
    "in",
    "on",
    "and",
    "'s",
    "’s",
    "the",
    "near",
    "against",
    "under",
    ",",
)
_DASHES = ("—", "–", "--", "-")
_PLURAL = ("NNS", "NNPS")
_BEFORE_NAMES = ("DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$")


def speaker_of(cast: Cast, source: TokenRange | None, speaker_at: int | None) -> Speaker | None:
    """The speaker behind the source's words; a speaker that stands elsewhere in the sentence by its noun."""
    if source is None and speaker_at is None:
        return None
    if source is not None and speaker_at is not None and is_relative(cast.parse, source):
        source = None
    if source is not None:
        source = _with_name_after(cast, _without_telling(cast.parse, _without_dateline(cast.parse, source)))
    head = _source_head(cast.parse, source) if source is not None else speaker_at
    if head is None:
        return None
    stretch = source or noun_phrase(cast.parse, head)
    words = words_of(cast.parse, stretch)
    persons = _persons_joined(cast, stretch)
    if len(persons) > 1:
        return Speaker(_listed(persons), "person", None, persons, words)
    members = () if _opens_with_person(cast, stretch) else _members(cast, head, stretch)
    if len(members) > 1:
        return _compound(cast, members, words)
    return _single(cast, head, stretch, words)


def is_relative(parse: Parse, source: TokenRange) -> bool:
    """Whether the source is a relative pronoun alone: "who", "which", "that"."""
    return source.last - source.first == 1 and parse.tokens[source.first].tag in ("WP", "WDT")


def _without_dateline(parse: Parse, source: TokenRange) -> TokenRange:
    """The source without the place in capitals that a report opens with: "TARN, Vandria — The mayor, N. N.,"."""
    dash = next((i for i in range(source.first + 1, source.last - 1) if parse.tokens[i].word in _DASHES), None)
    opens = parse.sentences[parse.sentence_of[source.first]].tokens.first == source.first
    if dash is None or not opens or not parse.tokens[source.first].word.isupper():
        return source
    placed = all(t.pos in ("PROPN", "PUNCT") or t.word.isupper() for t in parse.tokens[source.first : dash])
    return TokenRange(dash + 1, source.last) if placed else source


def _without_telling(parse: Parse, source: TokenRange) -> TokenRange:
    """The source without a clause that tells of the speaker after a comma: ", who was there with A and B"."""
    opens = (i for i in range(source.first + 1, source.last - 1) if parse.tokens[i].word == ",")
    last = next((i for i in opens if parse.tokens[i + 1].tag in ("WP", "WDT", "WP$")), source.last)
    return TokenRange(source.first, last)


def _with_name_after(cast: Cast, source: TokenRange) -> TokenRange:
    """A source without a name, with the person's name set off by a comma after it: "the shepherd, N. N.,"."""
    tokens = cast.parse.tokens
    after = source.last + 1
    titles = word_set("titles", "before_names")
    if after < len(tokens) and tokens[source.last].word == "." and tokens[source.last - 1].word in titles:
        named = next((n for n in cast.names if n.tokens.first == after and n.type == "PERSON"), None)
        return source if named is None else TokenRange(source.first, named.tokens.last)  # "Const | . Ossel said"
    if source.last >= len(tokens) or tokens[source.last].word != "," or tokens[source.last - 1].tag != "NN":
        return source
    if any(source.first <= n.tokens.first < source.last and n.type == "PERSON" for n in cast.names):
        return source
    if tokens[source.last - 1].lemma.lower() in word_set("speakers", "government_bodies"):
        return source  # "according to police, N. N. did it"
    name = next((n for n in cast.names if n.tokens.first == after and n.type == "PERSON"), None)
    if name is None or name.tokens.last >= len(tokens):
        return source
    following = tokens[name.tokens.last]
    return (
        TokenRange(source.first, name.tokens.last) if following.word == "," or following.tag.startswith("V") else source
    )


def kind_of(cast: Cast, entity: Entity, stretch: TokenRange) -> EntityType:
    """The entity's kind; what the name leaves open is told by the words beside it: "the carrier N.", "N. N., a miner"."""
    kind = speaking_type(entity)
    if kind not in ("organisation", "unknown", "product", "facility"):
        return kind
    tokens = cast.parse.tokens
    beside = {t.lemma.lower() for i in range(*stretch) for t in [tokens[i]] if t.pos in ("NOUN", "ADJ", "PROPN")}
    told = beside | cast.beside(entity.id) | {w.lower() for text in entity.described for w in text.split()}
    if told & word_set("speakers", "companies"):
        return "company"
    if told & word_set("speakers", "parties") or entity.name.split()[-1] in ("Bloc", "Greens"):
        return "party"
    persons = word_set("speakers", "persons") | word_set("persons", "nouns")
    label = tokens[stretch.first].word.isupper() and stretch.last - stretch.first == 1
    human = (beside & persons or label) and len(entity.name.split()) == 2
    return "person" if human else kind


def _source_head(parse: Parse, source: TokenRange) -> int:
    """The noun of the source: the token that hangs outside it, no preposition or mark."""
    tops = [i for i in range(*source) if not source.first <= parse.tokens[i].head < source.last]
    tops = [_owned(parse, i, source) for i in tops]
    nouns = [i for i in tops if parse.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")]
    return _last_of_run(parse, nouns, source) if nouns else (tops or [source.first])[0]


def _last_of_run(parse: Parse, nouns: Sequence[int], source: TokenRange) -> int:
    """The first noun at the top; of nouns side by side that the tree tore apart the last: "an Energy Ministry | official"."""
    head = nouns[0]
    if len(nouns) > 1 and parse.tokens[head].pos in ("NOUN", "PROPN", "ADJ"):
        while head + 1 < source.last and parse.tokens[head + 1].tag in ("NN", "NNS") and head + 1 in nouns:
            head += 1
    return head


def _owned(parse: Parse, index: int, source: TokenRange) -> int:
    """For a name with 's that the tree takes for the head: the noun that is owned, the last before a comma."""
    at = index
    while at < source.last and parse.tokens[at].tag == "NNP":
        at += 1
    if at == index or at + 1 >= source.last or parse.tokens[at].tag != "POS":
        return index
    end = next((i for i in range(at, source.last) if parse.tokens[i].word in (",", "(")), source.last)
    nouns = [i for i in range(at + 1, end) if parse.tokens[i].pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else index


def _persons_joined(cast: Cast, stretch: TokenRange) -> tuple[str, ...]:
    """The persons of a source in which "and" stands before the last one; those named as owners are not counted."""
    inside = [n for n in cast.names if n.type == "PERSON" and stretch.first <= n.tokens.first < stretch.last]
    parse = cast.parse
    owners = [n for n in inside if n.tokens.last < stretch.last and parse.tokens[n.tokens.last].tag == "POS"]
    persons = [n for n in inside if n not in owners and n.entity is not None]
    if len(persons) < 2 or (len(persons) < 3 and not _titles_alone(parse, stretch.first, persons[0].tokens.first)):
        return ()
    between = range(persons[-2].tokens.last, persons[-1].tokens.first)
    joint = next((i for i in between if parse.tokens[i].word.lower() == "and"), None)
    if joint is None or any(parse.tokens[i].tag.startswith(("V", "IN", "TO")) for i in range(joint, between.stop)):
        return ()
    return tuple(dict.fromkeys(cast.entities[n.entity].name for n in persons if n.entity is not None))


def _titles_alone(parse: Parse, first: int, name: int) -> bool:
    """Whether only what somebody is stands before a name: "Adviser N. N.", "his lawyer N. N."."""
    return all(parse.tokens[i].tag in _BEFORE_NAMES for i in range(first, name))


def _members(cast: Cast, head: int, stretch: TokenRange) -> list[int]:
    """The head and the nouns joined to it by "and" within the source."""
    parse = cast.parse
    joined = [k for k in parse.kids[head] if parse.tokens[k].relation == "conj" and stretch.first <= k < stretch.last]
    members = [k for k in joined if _is_member(parse, k, stretch) and not _within_name(cast, k)]
    return [head] if _two_titles(cast, head, members, stretch) else [head, *members]


def _within_name(cast: Cast, index: int) -> bool:
    """Whether the "and" before the token is part of a name: "The Globe and Mail"."""
    name = next((n for n in cast.names if n.tokens.first <= index < n.tokens.last), None)
    return name is not None and any(cast.parse.tokens[i].word.lower() == "and" for i in range(name.tokens.first, index))


def _two_titles(cast: Cast, head: int, members: Sequence[int], stretch: TokenRange) -> bool:
    """ "Author and professor N. N.": two titles of the one person whose name closes the source."""
    closing = [n for n in cast.names if n.type == "PERSON" and n.tokens.last == stretch.last]
    single = cast.parse.tokens[head].tag == "NN" and kid(cast.parse, head, "det") is None
    return bool(closing) and len(members) == 1 and single and cast.parse.tokens[members[0]].pos != "PRON"


def _is_member(parse: Parse, index: int, stretch: TokenRange) -> bool:
    """Whether a joined noun is somebody of its own: no prepositional phrase, and its phrase ends where the next begins."""
    if parse.tokens[index].pos not in ("NOUN", "PROPN", "PRON") or kid(parse, index, "case") is not None:
        return False
    after = _member_phrase(parse, index).last
    return after >= stretch.last or parse.tokens[after].pos not in ("NOUN", "PROPN")


def _opens_with_person(cast: Cast, stretch: TokenRange) -> bool:
    """Whether the source is a person's name, with titles before it at most, and after a comma what the person is."""
    names = [n for n in cast.names if n.type == "PERSON" and stretch.first <= n.tokens.first < stretch.last]
    if not names or names[0].tokens.last >= stretch.last or cast.parse.tokens[names[0].tokens.last].word != ",":
        return False
    return all(cast.parse.tokens[i].tag == "NNP" for i in range(stretch.first, names[0].tokens.first))


def _compound(cast: Cast, members: Sequence[int], words: str) -> Speaker:
    singles = [_single(cast, m, p, words_of(cast.parse, p)) for m in members for p in [_member_phrase(cast.parse, m)]]
    names = tuple(s.name or s.words for s in singles)
    types = {s.type for s in singles}
    return Speaker(_listed(names), types.pop() if len(types) == 1 else "group", None, names, words)


def _member_phrase(parse: Parse, head: int) -> TokenRange:
    return noun_phrase(parse, head, ("conj", "cc", "acl:relcl", "parataxis", "acl", "advcl", "appos"))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _single(cast: Cast, head: int, stretch: TokenRange, words: str) -> Speaker:
    """One speaker: what its head refers to, else a name that belongs to the head, else what its noun says."""
    titled = _titled(cast, head, stretch)
    entities = cast.at.get(head, ()) if titled is None else (titled,)
    if len(entities) > 1:
        members = tuple(cast.entities[e].name for e in entities)
        types = {speaking_type(cast.entities[e]) for e in entities}
        return Speaker(_listed(members), types.pop() if len(types) == 1 else "group", None, members, words)
    entity = entities[0] if entities else _named_in(cast, head, stretch)
    entity = _labelled(cast, words) or entity
    if entity is not None:
        entity = cast.misspelt.get(entity, entity)
        found = _or_surname(cast, cast.entities[entity], words)
        return Speaker(found.name, kind_of(cast, found, stretch), found.id, (), words, cast.described(found.id))
    token = cast.parse.tokens[head]
    counted = token.lemma.lower() in COUNTED and kid(cast.parse, head, "nmod", "obl") is not None
    if not counted and (token.pos == "PRON" or token.tag in ("PRP", "DT", "WP", "WDT")):
        return _of_pronoun(cast, head, words)
    return unnamed(cast, head, stretch, words)


def _labelled(cast: Cast, words: str) -> str | None:
    """The one person whose surname the label in capitals is: "STRAND"."""
    if not words.isupper() or " " in words or len(words) < 3:
        return None
    bearers = [e.id for e in cast.entities.values() if e.name.split()[1:][-1:] == [words.capitalize()]]
    return bearers[0] if len(bearers) == 1 else None


def _or_surname(cast: Cast, entity: Entity, words: str) -> Entity:
    """The person of the report whose surname is spelt like the country or capital that the word was led to."""
    title, _, rest = words.partition(" ")
    surname = rest if title in word_set("titles", "before_names") else words
    if entity.type not in ("place", "government") or len(surname.split()) != 1:
        return entity
    persons = [e for e in cast.entities.values() if e.type == "person" and e.name.split()[1:][-1:] == [surname]]
    return persons[0] if len(persons) == 1 else entity


def _titled(cast: Cast, head: int, stretch: TokenRange) -> str | None:
    """The person whose name closes or opens the source, before all else: the rest is title and description."""
    if cast.parse.tokens[head].tag in _PLURAL:
        return None
    inside = [n for n in cast.names if stretch.first <= n.tokens.first < stretch.last and n.entity is not None]
    persons = [n for n in inside if n.type == "PERSON"]
    edge = _at_edge(cast.parse, persons, stretch) or _after_description(cast.parse, persons, head, stretch)
    edge = edge or _between_descriptions(cast.parse, persons, stretch)
    return None if edge is None else edge.entity


def _between_descriptions(parse: Parse, persons: Sequence[Name], stretch: TokenRange) -> Name | None:
    """The one person's name that a comma closes and a title or a comma opens: "the ferryman N. N., a longtime friend"."""
    owners = [n for n in persons if n.tokens.last < stretch.last and parse.tokens[n.tokens.last].tag == "POS"]
    free = [n for n in persons if n not in owners]
    if len(free) != 1 or free[0].tokens.first == stretch.first or free[0].tokens.last >= stretch.last:
        return None
    before, after = parse.tokens[free[0].tokens.first - 1], parse.tokens[free[0].tokens.last]
    titled = before.word == "," or before.tag in ("NN", "NNP") or before.word.endswith(".")
    plain = all(
        parse.tokens[i].tag[:2] not in ("VB", "IN", "TO", "CC") for i in range(stretch.first, free[0].tokens.first)
    )
    return free[0] if after.word in (",", "(") and titled and plain else None


def _after_description(parse: Parse, persons: Sequence[Name], head: int, stretch: TokenRange) -> Name | None:
    """The name that closes the source after a comma, where the head is one person's office: "The head of X, N. N."."""
    if not persons:
        return None
    last = persons[-1]
    plain = all(
        parse.tokens[i].tag[:2] in ("DT", "JJ", "NN", "PO", "PR", "VB", ",")
        for i in range(stretch.first, last.tokens.first)
    )
    definite = parse.tokens[stretch.first].word.lower() in ("the", "its", "his", "her", "their") and plain
    if not definite and parse.tokens[head].lemma.lower() not in word_set("speakers", "persons"):
        return None
    closes = last.tokens.last == stretch.last and head < last.tokens.first
    return last if closes and parse.tokens[last.tokens.first - 1].word == "," else None


def _named_in(cast: Cast, head: int, stretch: TokenRange) -> str | None:
    """The entity of a name that is the head, or that stands beside it as its name: "the spokesman, N. N."."""
    parse = cast.parse
    inside = [n for n in cast.names if stretch.first <= n.tokens.first < stretch.last and n.entity is not None]
    own = next((n for n in inside if n.tokens.first <= head < n.tokens.last), None)
    if own is not None:
        return own.entity
    person_head = (
        parse.tokens[head].lemma.lower() in word_set("speakers", "persons") or parse.tokens[head].pos == "PROPN"
    )
    if parse.tokens[head].tag in _PLURAL:
        return None
    edge = _at_edge(parse, inside, stretch)
    if edge is not None and (person_head or edge.type == "ORG"):
        return edge.entity
    for name in inside:
        top = next(
            (i for i in range(*name.tokens) if not name.tokens.first <= parse.tokens[i].head < name.tokens.last), None
        )
        if top is None or parse.tokens[top].head != head or top < head or kid(parse, top, "case") is not None:
            continue
        relation = parse.tokens[top].relation
        if name.type == "PERSON" and person_head and relation in _NAME_PARTS:
            return name.entity
        if name.type == "ORG" and relation in ("flat", "appos", "compound", "obl") and top > head:
            return name.entity
    return _beside(cast, head, inside) if person_head else None


def _at_edge(parse: Parse, inside: Sequence[Name], stretch: TokenRange) -> Name | None:
    """A name that closes or opens the source: "the minister of trade N. N.", "N. N., the minister of trade"."""
    persons = [n for n in inside if n.type == "PERSON"] or [n for n in inside if n.type == "ORG"]
    if not persons:
        return None
    last, first = persons[-1], persons[0]
    after = parse.tokens[first.tokens.last].word if first.tokens.last < stretch.last else ""
    if first.tokens.first == stretch.first and after in (",", "("):
        return first
    before = parse.tokens[last.tokens.first - 1].word.lower() if last.tokens.first > stretch.first else ""
    if last.tokens.last == stretch.last and last.tokens.first > stretch.first and before not in _LEADING_ON:
        return last
    return None


def _beside(cast: Cast, head: int, inside: Sequence[Name]) -> str | None:
    """The one person's name in the source right after the title, whatever the tree makes of it."""
    persons = [n for n in inside if n.type == "PERSON" and n.tokens.first > head]
    between = [cast.parse.tokens[i].word.lower() for n in persons for i in range(head + 1, n.tokens.first)]
    if len(persons) == 1 and persons[0].tokens.first - head <= 2 and not set(between) & set(_LEADING_ON):
        return persons[0].entity
    return None


def _of_pronoun(cast: Cast, head: int, words: str) -> Speaker:
    """A pronoun: an acronym that looks like one, else the noun phrase that it takes up, else nobody."""
    acronym = [
        e for e in cast.entities.values() if words.isupper() and len(words) > 1 and words in (e.name, *e.aliases)
    ]
    if len(acronym) == 1:
        return Speaker(
            acronym[0].name, speaking_type(acronym[0]), acronym[0].id, (), words, cast.described(acronym[0].id)
        )
    phrase = cast.taken_up.get(head)
    if phrase is None or phrase.first <= head < phrase.last:
        return Speaker(None, "unknown", None, (), words)
    found = speaker_of(cast, phrase, None)
    return Speaker(None, "unknown", None, (), words) if found is None else replace(found, words=words)
