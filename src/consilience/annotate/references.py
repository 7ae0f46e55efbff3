"""References: which word groups of a report stand for which of its entities; one reading left, or no answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from consilience.annotate.discourse import Discourse, is_subject
from consilience.annotate.grammar import (
    counted_two,
    determiner,
    holds_name,
    is_person_noun,
    name_head,
    nation_codes,
    phrase_words,
)  # fmt: skip
from consilience.annotate.names import name_key
from consilience.annotate.phrases import note_joined, note_phrase
from consilience.annotate.pronouns import Found, pronoun
from consilience.lexicons import table, word_set
from consilience.model.annotations import Entity, Name, Reference, ReferenceKind
from consilience.model.spans import TokenRange
from consilience.parses import Parse, noun_phrase, span_of, words_of

_PRONOUN_TAGS = ("PRP", "PRP$")
_PLURAL_TAGS = ("NNS", "NNPS")
_SOMEBODY = (
    "anybody", "anyone", "both", "everybody", "everyone", "many", "nobody", "others", "some", "somebody", "someone", "those",
)  # fmt: skip
_BODY_REACH = 4
_PAIR_REACH = 8
_OF_RANK = frozenset(("assistant", "deputy", "former", "vice"))  # a vice president is no president
_BESIDE = 4  # words before a name that tell whose the person is
_LAND = 5  # letters from which a word without its ending tells which land is meant
_COUNTRY_NOUNS = ("country", "nation", "neighbor", "neighbour", "state")


def resolve(discourse: Discourse, names: Sequence[Name]) -> tuple[Reference, ...]:
    """All references of one part, in text order; names go first at each place, so that later words can refer to them."""
    parse = discourse.parse
    heads = {name_head(parse, name): name for name in names}
    covered = {i for name in names for i in range(*name.tokens)}
    discourse.named |= {index: name.entity for index, name in heads.items() if name.entity is not None}
    discourse.openings = frozenset(n.tokens.first for n in names if n.type in ("PERSON", "ORG"))
    found: list[Reference] = []
    for index in range(len(parse.tokens)):
        if index in heads:
            found += _of_name(discourse, index, heads[index])
        elif index not in covered:
            found += _of_words(discourse, index, names)
        if parse.tokens[index].relation == "conj":
            note_joined(discourse, index)
    return tuple(found)


def _of_name(discourse: Discourse, index: int, name: Name) -> list[Reference]:
    """A name: its entity, and whether it is the full name, a short one, an acronym, or a seat that speaks for its country."""
    if name.entity is None:
        return []
    metonym = _speaking_seat(discourse, index, name)
    if metonym is not None:
        discourse.add(index, metonym.entities)
        return _references(discourse.parse, name.tokens, "metonym", metonym)
    discourse.add(index, (name.entity,))
    entity = discourse.entities[name.entity]
    words = words_of(discourse.parse, name.tokens)
    kind, because = "name", "the name itself"
    if entity.country is not None and entity.type == "place":
        because = f"a name of {entity.name}"
    elif words.isupper() and words.isalpha() and words != entity.name and len(words) > 1:
        kind, because = "acronym", f"acronym of {entity.name}"
    elif len(name_key(words).split()) < len(name_key(entity.name).split()):
        kind, because = "short_name", f"short name of {entity.name}"
    return [Reference(name.span, name.tokens, kind, name.entity, because)]  # type: ignore[arg-type]


def _references(parse: Parse, stretch: TokenRange, kind: ReferenceKind, found: Found) -> list[Reference]:
    span = span_of(parse, stretch)
    if not found.entities:
        return [Reference(span, stretch, kind, None, found.because, found.antecedent)]
    return [Reference(span, stretch, kind, entity, found.because) for entity in found.entities]


def _speaking_seat(discourse: Discourse, index: int, name: Name) -> Found | None:
    """A capital as the subject of a verb of saying or willing stands for its country."""
    parse = discourse.parse
    code = table("nations", "seats").get(words_of(parse, name.tokens))
    verb = parse.tokens[index].head
    if (
        code is None
        or verb < 0
        or parse.tokens[index].relation not in ("nsubj", "conj")
        or not is_subject(parse, index)
    ):
        return None
    if not parse.tokens[verb].tag.startswith("V") or parse.tokens[verb].lemma == "be":
        return None
    country = next((e.id for e in discourse.entities.values() if e.country == code and _is_country(e)), None)
    return Found((country,), f"seat of government, as the subject of {parse.tokens[verb].lemma!r}") if country else None


def _is_country(entity: Entity) -> bool:
    return entity.type == "place" and bool(nation_codes(entity.name)) and entity.name not in table("nations", "seats")


def _of_words(discourse: Discourse, index: int, names: Sequence[Name]) -> list[Reference]:
    """A pronoun or a definite noun phrase, when one reading is left."""
    parse = discourse.parse
    if parse.tokens[index].tag in _PRONOUN_TAGS:
        stretch, found = TokenRange(index, index + 1), pronoun(discourse, index)
        return [] if found is None else _references(parse, stretch, "pronoun", found)
    if parse.tokens[index].pos == "PRON" and parse.tokens[index].lemma.lower() in _SOMEBODY:
        discourse.add_phrase(index, again=False)
        return []
    if parse.tokens[index].pos not in ("NOUN", "PROPN"):
        return []
    found = _definite(discourse, index, names)
    if found is None:
        note_phrase(discourse, index, _named_beside(discourse, index))
        return []
    discourse.add(index, found.entities, "phrase")
    return _references(parse, noun_phrase(parse, index), "title", found)


def _definite(discourse: Discourse, index: int, names: Sequence[Name]) -> Found | None:
    """The rules for definite noun phrases, in order: two of a kind, a person's title, a country, a body."""
    parse = discourse.parse
    plural = parse.tokens[index].tag in _PLURAL_TAGS
    if counted_two(parse, index):
        return _two_of_a_kind(discourse, index)
    if plural or determiner(parse, index) not in ("the", "this", "that") or _named_beside(discourse, index):
        return None
    if is_person_noun(parse, index):
        stretch = noun_phrase(parse, index)
        return None if holds_name(parse, stretch, names) else _title(discourse, index, stretch)
    lemma = parse.tokens[index].lemma
    is_body = lemma in word_set("speakers", "bodies") or lemma in word_set("speakers", "media_nouns")
    return _body(discourse, index) if is_body else None


def _named_beside(discourse: Discourse, index: int) -> bool:
    """Whether the noun is a title printed before a name or stands in apposition to one."""
    parse, firsts = discourse.parse, discourse.openings
    beside = [k for k in parse.kids[index] if parse.tokens[k].relation in ("appos", "flat")]
    head = parse.tokens[index].head
    compound = parse.tokens[index].relation in ("compound", "appos", "flat") and head >= 0
    return index + 1 in firsts or compound or any(k in firsts for k in beside)


def _title(discourse: Discourse, index: int, stretch: TokenRange) -> Found | None:
    """A person's title: the one person named before whom it fits by office and country."""
    parse = discourse.parse
    lemma = parse.tokens[index].lemma.lower()
    words = phrase_words(parse, stretch)
    codes = nation_codes(words.replace("-", " ")) or _body_codes(words)
    near_by = [s for s in discourse.spots if len(s.entities) == 1 and s.sentence >= parse.sentence_of[index] - 30]
    people = dict.fromkeys(s.entities[0] for s in near_by if discourse.is_person(s))
    if not people:
        return None
    fellows = {s.entities[0] for s in near_by if parse.tokens[s.token].head == parse.tokens[index].head}
    fitting = [p for p in people if p not in fellows and title_fits(discourse.entities[p], lemma, words, codes)]
    if "acting" not in words.lower().split():
        fitting = [p for p in fitting if "acting" not in described_words(discourse.entities[p])] or fitting
    if not codes and fitting:
        peers = [p for p in people if "counterpart" in described_words(discourse.entities[p])]
        ours = [p for p in fitting if _of_that_land(discourse, p, words)]
        fitting = ours or [p for p in peers if _of_that_land(discourse, p, words)]
    exact = [p for p in fitting if _holds_office(discourse.entities[p], lemma, words)]
    fitting = exact if len(exact) == 1 else fitting
    if len(fitting) == 1:
        return Found((fitting[0],), f"the only person named before whom {words!r} fits")
    near = [p for p in fitting if _near(discourse, p, parse.sentence_of[index])]
    return Found((near[0],), f"the only person near by whom {words!r} fits") if len(near) == 1 and not codes else None


def _of_that_land(discourse: Discourse, person: str, words: str) -> bool:
    """Whether "the Tarnian mayor" is said of somebody called Tarnian, where the report names a Tarn."""
    places = [e.name.casefold() for e in discourse.entities.values() if e.type not in ("person", "agency", "medium")]
    tokens = discourse.parse.tokens
    beside = (tokens[max(0, s.token - _BESIDE) : s.token] for s in discourse.spots if s.entities == (person,))
    called = {token.word.casefold() for stretch in beside for token in stretch}
    called |= described_words(discourse.entities[person])
    for word in words.split()[:-1]:
        stem = word[:-2].casefold()
        if word[:1].isupper() and len(word) > _LAND and any(place.startswith(stem) for place in places):
            return any(said.startswith(stem) for said in called)
    return True


def _near(discourse: Discourse, entity: str, sentence: int) -> bool:
    return any(s.entities == (entity,) and sentence - 1 <= s.sentence <= sentence for s in discourse.spots)


def _body_codes(words: str) -> tuple[str, ...]:
    """Countries that the name of a body in the words leaves open: the Party of Korea may be of either Korea."""
    return tuple(
        code
        for word in words.replace("’", " ").replace("'", " ").split()
        for code in (table("nations", "names").get(word) or "").split()
    )


def title_fits(person: Entity, lemma: str, words: str, codes: Sequence[str]) -> bool:
    """Whether a title fits a person by what the report says: the same noun, or both of leaders; no other land."""
    if codes and person.country not in codes:
        return False
    nouns = described_words(person)
    if lemma in nouns:
        return _holds_office(person, lemma, words)
    if _OF_RANK & set(words.lower().split()):
        return False
    leaders = word_set("speakers", "leaders")
    return lemma in leaders and bool(nouns & leaders) and not nouns & (_OF_RANK | {"minister", "ex-president"})


def _holds_office(person: Entity, lemma: str, words: str) -> bool:
    """Whether the report calls the person so, in the same rank: a vice president is not "the president"."""
    asked = _OF_RANK & set(words.lower().split())
    called = (set(described.lower().replace(",", " ").split()) for described in person.described)
    return any(lemma in told and told & _OF_RANK == asked for told in called)


def described_words(entity: Entity) -> set[str]:
    """The words that a report uses beside the name of an entity, in lower case."""
    return {word.lower().strip(",") for described in entity.described for word in described.split()}


def _body(discourse: Discourse, index: int) -> Found | None:
    """The newspaper, the agency, the ministry: the last body named before of which the noun is true."""
    parse = discourse.parse
    sentence = parse.sentence_of[index]
    lemma = parse.tokens[index].lemma.lower()
    if any(
        parse.tokens[k].relation in ("nmod", "acl:relcl", "acl", "compound", "nmod:poss") for k in parse.kids[index]
    ):
        return None
    recent = [s for s in discourse.spots if len(s.entities) == 1 and sentence - _BODY_REACH <= s.sentence]
    near = [s for s in recent if body_fits(discourse.entities[s.entities[0]], lemma)]
    if not near:
        return None
    last = {s.entities[0] for s in near if s.sentence == near[-1].sentence}
    return Found(near[-1].entities, f"the last {lemma} named before") if len(last) == 1 else None


def body_fits(entity: Entity, lemma: str) -> bool:
    """Whether a body may be called by the noun: by its name, by what is said beside it, or by its kind."""
    if lemma in _COUNTRY_NOUNS:
        return _is_country(entity)
    words = {w.lower() for described in (entity.name, *entity.described) for w in described.split()}
    if lemma in words:
        return entity.type != "person"
    if lemma in ("newspaper", "paper", "daily", "broadcaster", "network", "channel", "station", "website", "magazine"):
        return entity.type in ("medium", "state_media") and not {"agency", "news"} & words
    if lemma == "agency":
        return entity.type in ("agency", "state_media") and "newspaper" not in words
    return lemma in ("company", "firm") and entity.type == "company"


def _two_of_a_kind(discourse: Discourse, index: int) -> Found | None:
    """Both countries, the two leaders: the only two of that kind last named, if none other is named as often before."""
    parse = discourse.parse
    lemma = parse.tokens[index].lemma.lower()
    sentence = parse.sentence_of[index]
    fits = {
        "leader": lambda e: e.type == "person" and title_fits(e, "leader", "leader", ()),
        "president": lambda e: e.type == "person" and title_fits(e, "president", "president", ()),
        "man": lambda e: e.type == "person",
        "country": _is_country, "nation": _is_country, "side": _is_country, "government": _is_country,
        "state": _is_country, "neighbor": _is_country, "neighbour": _is_country,
    }.get(lemma)  # fmt: skip
    if fits is None:
        return None
    spoken: Counter[str] = Counter()
    nearest: list[str] = []
    for back in range(_PAIR_REACH + 1):
        here = (e for s in discourse.spots if s.sentence == sentence - back for e in s.entities)
        spoken.update(e for e in here if fits(discourse.entities[e]))
        nearest = nearest if len(nearest) > 1 else list(spoken)
    ranked = [e for e, _ in spoken.most_common()]
    clear = len(ranked) < 3 or spoken[ranked[1]] > spoken[ranked[2]]
    if len(nearest) == 2 and clear and set(nearest) == set(ranked[:2]):
        pair = dict.fromkeys(e for s in discourse.spots for e in s.entities if e in nearest)
        return Found(tuple(pair), f"the two of the kind {lemma!r} named in the sentences before")
    return None
