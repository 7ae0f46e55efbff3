"""The parts of a report made ready for the event rules, and who stands at a token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consilience.events import mended_trees
from consilience.events.actors import Standing, body_named, described_as
from consilience.events.lemmas import is_person_noun as is_person_noun
from consilience.events.lemmas import lemma_of as lemma_of
from consilience.events.lookups import Ground as Ground
from consilience.events.lookups import entity_of as entity_of
from consilience.events.lookups import name_of as name_of
from consilience.events.lookups import reference_of as reference_of
from consilience.events.phrases import ABOUT, is_of_an_age, phrase_of, trimmed, with_hedge
from consilience.events.pronouns import Linked, mended
from consilience.events.surnames import addressed, shares_surname
from consilience.events.titles import named, titled
from consilience.lexicons import table, word_set
from consilience.model.annotations import Annotations, Entity, PartAnnotations
from consilience.model.event import Participant
from consilience.model.report import Report
from consilience.model.spans import Span, TokenRange, overlap
from consilience.model.statement import Statement
from consilience.parses import Parse, kid, noun_phrase, parse_of, span_of, words_of
from consilience.trees import tokens_within


def grounds(report: Report, annotations: Annotations, statements: Sequence[Statement]) -> tuple[Ground, ...]:
    """The parts of a report that have words, ready for the rules."""
    entities = {entity.id: entity for entity in annotations.entities}
    return tuple(
        _ground(report, p, entities, [s for s in statements if s.part == p.part]) for p in annotations.parts if p.tokens
    )


def _ground(report: Report, part: PartAnnotations, entities: Mapping[str, Entity], told: Sequence[Statement]) -> Ground:
    text = report.text if part.part == "text" else report.title
    part = replace(part, tokens=mended_trees.mended(part.tokens, part.names))
    parse = parse_of(text, part.sentences, part.tokens)
    size = len(part.tokens)
    name_at, reference_at = (
        _marked(size, [n.tokens for n in part.names]),
        _marked(size, [r.tokens for r in part.references]),
    )
    owner = _owners(parse, told)
    linked = mended(Linked(parse, part.names, part.references, told, name_at, reference_at, owner))
    return Ground(
        report.id, part.part, parse, replace(part, references=linked), entities, tuple(told),
        report.headline if part.part == "text" else Span(0, len(text)), name_at,
        _marked(size, [r.tokens for r in linked]), owner,
        report.published.latest if report.published is not None else None,
    )  # fmt: skip


def _marked(size: int, stretches: Sequence[TokenRange]) -> tuple[int, ...]:
    """For each token the number of the shortest stretch over it, or -1."""
    marks = [-1] * size
    for number in sorted(range(len(stretches)), key=lambda n: stretches[n].first - stretches[n].last):
        for at in range(max(0, stretches[number].first), min(size, stretches[number].last)):
            marks[at] = number
    return tuple(marks)


def _owners(parse: Parse, told: Sequence[Statement]) -> tuple[int, ...]:
    """For each token the number of the innermost statement whose content covers it: the shortest, and of equals the nested.

    What somebody plans or perceives is told by whoever tells of the plan, so such contents stay with what is around them.
    """
    owners = [-1] * len(parse.tokens)
    sizes = [sum(s.end - s.start for s in statement.content) for statement in told]
    for number in sorted(range(len(told)), key=lambda n: (-sizes[n], told[n].within is not None)):
        if told[number].scope in ("plan", "perception"):
            continue
        for span in told[number].content:
            for at in range(*tokens_within(parse.tokens, span)):
                owners[at] = number
    return tuple(owners)


def within_cue(ground: Ground, index: int) -> Statement | None:
    """The statement whose cue the token is part of, or None."""
    token = ground.parse.tokens[index]
    here = Span(token.start, token.end)
    return next((s for s in ground.statements if s.cue is not None and overlap(s.cue, here)), None)


def is_somebody(ground: Ground, index: int) -> bool:
    """Whether the token stands for somebody who can act: a person, a body, a country, or a noun for such."""
    entity, name = entity_of(ground, index), name_of(ground, index)
    if is_of_an_age(ground.parse, index):
        return True
    if (entity is not None and entity.type in _THINGS) or _is_water(ground, index) or _is_time(ground, index):
        return False
    if is_agreed_thing(ground, index) or _is_storm(ground, index):
        return False
    if entity is not None or (name is not None and name.type in ("PERSON", "ORG", "NORP", "LOC")):
        return True
    token = ground.parse.tokens[index]
    if token.tag == "PRP":
        return token.word.lower() in _PERSONS or (token.word.lower() == "it" and ground.owner[index] >= 0)
    if token.pos == "PRON" and token.word.lower() in _ANYBODY:
        return True
    if token.pos == "NOUN" and (_is_title(ground, index) or token.word.lower() == "others"):
        return True
    if token.pos == "NOUN" and lemma_of(token) in _MANY:
        return any(_is_of_people(ground, k) for k in ground.parse.kids[index])
    if token.word.lower() in _SOME or token.pos == "NUM":
        return _counts_people(ground, index)
    return token.pos in ("NOUN", "PROPN") and _calls_somebody(ground, index)


def _calls_somebody(ground: Ground, index: int) -> bool:
    """Whether a noun is one for people or bodies, or is called suspected, accused and the like."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[index]
    if token.tag == "NNP" and token.relation == "conj" and tokens[index + 1].pos not in ("NOUN", "PROPN"):
        return is_somebody(ground, token.head)  # an unknown name in a row of people and bodies
    told = [tokens[k] for k in ground.parse.kids[index]]
    if token.tag == "NNS" and token.relation == "conj" and lemma_of(token).endswith(_OF_PEOPLE):
        return is_somebody(ground, token.head)  # "voters, lawmakers and thinkers"
    if any(t.word.lower() in _NO_BODY.get(lemma_of(token), ()) for t in told):
        return False
    suspect = any(t.relation == "amod" and t.word.lower() in _OF_SUSPECTS for t in told)
    return suspect or is_person_noun(lemma_of(token))


def _counts_people(ground: Ground, index: int) -> bool:
    """ "Some of his rivals", "killed 12"; not the numbers of a vote or a price."""
    token = ground.parse.tokens[index]
    of = [k for k in ground.parse.kids[index] if ground.parse.tokens[k].relation == "nmod"]
    near = {t.word.lower() for t in ground.parse.tokens[max(0, index - 2) : index + 3]}
    if token.word.lower() == "one" and "on" in near and (ground.parse.tokens[index].relation == "obj" or "-" in near):
        return False
    if any(ground.parse.tokens[k].pos == "PROPN" for k in ground.parse.kids[index]):
        return False
    if token.pos != "NUM" or any(is_somebody(ground, k) for k in of):
        return bool(of) and any(is_somebody(ground, k) for k in of)
    return token.relation in ("nsubj", "nsubj:pass", "obj", "conj", "obl:agent")


def _is_storm(ground: Ground, index: int) -> bool:
    """Whether the token is the name of a storm."""
    near = (ground.parse.tokens[i].word.lower() for i in (index, max(0, index - 1)))
    return name_of(ground, index) is not None and any(word in _STORMS for word in near)


def is_agreed_thing(ground: Ground, index: int) -> bool:
    """Whether the token is in the name of a law, a treaty or the like."""
    name = name_of(ground, index)
    last = ground.parse.tokens[name.tokens.last - 1].word if name is not None else ""
    return last.lower() in word_set("plover", "agreed_things")


def _is_of_people(ground: Ground, index: int) -> bool:
    """The people in "dozens of workers"."""
    token = ground.parse.tokens[index]
    of = any(ground.parse.tokens[k].word.lower() == "of" for k in ground.parse.kids[index])
    return of and token.relation == "nmod" and is_somebody(ground, index)


def _is_title(ground: Ground, index: int) -> bool:
    """Whether the noun stands before a person's name and the tree holds the two together ("linebacker Carl Marr")."""
    follows = named(ground, index)
    if follows == index:
        return False
    token, name = ground.parse.tokens[index], ground.parse.tokens[follows]
    together = (token.head, token.relation) == (name.head, name.relation) and token.head >= 0
    return together or token.head == follows or (name.head == index and name.relation in ("flat", "appos", "nmod:desc"))


def _is_time(ground: Ground, index: int) -> bool:
    at = ground.parse.tokens[index].start
    return any(t.span.start <= at < t.span.end for t in ground.annotated.times)


def _is_water(ground: Ground, index: int) -> bool:
    at = ground.parse.tokens[index].start
    return any(p.kind in ("water", "facility") and p.span.start <= at < p.span.end for p in ground.annotated.places)


def members(ground: Ground, index: int) -> tuple[int, ...]:
    """The token and what is joined to it by "and": everybody in "Ada, Ben and Cem"."""
    joined = [k for k in ground.parse.kids[index] if ground.parse.tokens[k].relation == "conj"]
    joined = [
        k
        for k in joined
        if not (_describes(ground, index, k) or _dashed(ground, k) or _placed_behind(ground, index, k))
    ]
    named = [k for k in joined if ground.parse.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
    return (index, *(m for k in named for m in members(ground, k)))


def _dashed(ground: Ground, joined: int) -> bool:
    """ "Carl Marr to visit Norway – Herald": what stands behind a dash without "and" is joined to nothing."""
    kids = [ground.parse.tokens[k] for k in ground.parse.kids[joined]]
    return any(k.word in ("-", "–", "—") for k in kids) and not any(k.relation == "cc" for k in kids)


def _placed_behind(ground: Ground, index: int, joined: int) -> bool:
    """ "Carl Marr, 23 and from Northport": a place behind a preposition of its own is joined to nobody."""
    case = kid(ground.parse, joined, "case")
    if case is None or case < index or kid(ground.parse, index, "case") is not None:
        return False
    return ground.parse.tokens[case].word.lower() in ("at", "from", "in", "near")


def _describes(ground: Ground, index: int, joined: int) -> bool:
    """ "Ada Brook, sister of Ben and daughter of Cem": the second noun goes on describing her."""
    named = [k for k in ground.parse.kids[index] if ground.parse.tokens[k].relation == "appos" and index < k < joined]
    told = bool(named)
    if told and ground.parse.tokens[index].tag == "NNS" and ground.parse.tokens[joined].tag == "NNP":
        return ground.parse.tokens[named[0]].tag == "NNP"  # "two partners, Ada Brook and Ben Low"
    before = {
        ground.parse.tokens[k].word.lower()
        for k in ground.parse.kids[joined]
        if ground.parse.tokens[k].relation in ("det", "nmod:poss")
    }
    bare = before <= {"a", "an"} and kid(ground.parse, joined, "appos") is None
    name = name_of(ground, joined)
    calling = name is None or name.type == "NORP" or (name.type == "ORG" and name.tokens.last - name.tokens.first == 1)
    return told and bare and ground.parse.tokens[joined].tag in ("NN", "NNP") and calling


def participant(ground: Ground, index: int) -> Participant:
    """Who stands at the token: its phrase, the entity behind it, and that one's country."""
    index = named(ground, titled(ground, index))
    stretch = with_hedge(ground.parse, phrase_of(ground.parse, index))
    name, entity = name_of(ground, index), _single(ground, index, entity_of(ground, index))
    name = None if name is not None and name.type in ("DATE", "MONEY") else name  # "tens of thousands of families"
    alone = name is not None and name.type == "NORP" and ground.parse.tokens[index].tag in ("NN", "NNP", "JJ")
    words = words_of(ground.parse, stretch if name is None or alone or _is_end_of_name(ground, index) else name.tokens)
    if entity is not None and shares_surname(ground.entities, entity, words, ground.parse.text):
        entity, words = None, addressed(ground.parse, stretch, words)
    entity = None if alone and entity is not None and entity.type == "people" else entity
    known = standing_of(ground, index, stretch, words, entity)
    return Participant(
        span_of(ground.parse, stretch), _called(entity, words), entity.id if entity else None, known.country,
        known.international, known.sectors, known.role, known.because,
    )  # fmt: skip


def _is_end_of_name(ground: Ground, index: int) -> bool:
    """ "The Ada Brook Foundation", where the engine takes Ada Brook and Foundation for two names."""
    name, before = name_of(ground, index), name_of(ground, max(0, index - 1))
    if name is None or before is None or name.type != "ORG" or name.tokens.last - name.tokens.first != 1:
        return False
    return before.tokens != name.tokens and ground.parse.tokens[before.tokens.first].head == index


def _called(entity: Entity | None, words: str) -> str:
    """The entity's fullest spelling, unless that is the name of a thing of its own ("Arven Resolution" for Arven)."""
    words = trimmed(words)
    if entity is not None and " " not in entity.name and entity.type != "person" and words.endswith(f" {entity.name}"):
        return words.removeprefix("The ").removeprefix("the ")
    if entity is not None and entity.name.count("(") != entity.name.count(")"):
        return next((a for a in entity.aliases if a.count("(") == a.count(")")), words)
    if entity is None or entity.name.split()[-1].lower() in word_set("plover", "agreed_things"):
        return words
    if entity.type == "person" and len(entity.name.split()) > _LONGEST_NAME:
        return min((words, *(a for a in entity.aliases if " " in a)), key=len)
    if len(entity.name.split()) > _LONGEST_BODY and len(words.split()) < len(entity.name.split()):
        return words
    return entity.name.removesuffix(" and others")


def standing_of(ground: Ground, index: int, stretch: TokenRange, words: str, entity: Entity | None) -> Standing:
    """Country, kind, sectors and office of whoever stands at the token: a known body, or what phrase and report say."""
    names = (words, *((entity.name, *entity.aliases) if entity is not None else ()))
    country = (entity.country if entity is not None else None) or _country(ground, index, words)
    body = body_named(names, ground.day)
    if body is not None:
        return replace(body, country=body.country or country)
    told = described_as(_descriptions(ground, stretch, entity)) or Standing()
    if told.international is None and entity is not None and entity.type == "party" and not told.sectors:
        told = Standing(sectors=("PTY",), because="a party")
    return replace(told, country=None if told.international else country)


def _single(ground: Ground, index: int, entity: Entity | None) -> Entity | None:
    """The entity, unless one person is to stand for a plural noun ("the two leaders")."""
    plural = ground.parse.tokens[index].tag in ("NNS", "NNPS") and name_of(ground, index) is None
    return None if entity is not None and plural and entity.type == "person" else entity


def _descriptions(ground: Ground, stretch: TokenRange, entity: Entity | None) -> Iterator[tuple[str, ...]]:
    """The common nouns and adjectives of the phrase before and after a name, then what the report calls the entity."""
    run: list[str] = []
    for index in range(*stretch):
        token = ground.parse.tokens[index]
        if token.relation in ("case", "punct") and run:
            break
        if name_of(ground, index) is None or token.tag == "JJ" or lemma_of(token) in ("president", "minister"):
            run += [lemma_of(token)] if token.pos in ("NOUN", "PROPN", "ADJ") else []
        elif run:
            break
    yield tuple(run)
    if entity is not None:
        for described in entity.described:
            yield tuple(described.lower().split())


_LONGEST_BODY = 8  # words
_LONGEST_NAME = 5  # words; what is longer is a name with something that the engine took in
_OF_PEOPLE = ("er", "ian", "ist", "or")
_MANY = ("bunch", "chorus", "dozen", "handful", "hundred", "majority", "million", "number", "score", "thousand")
_PERSONS = ("he", "him", "i", "me", "she", "her", "they", "them", "we", "us")
_OF_SUSPECTS = ("accused", "convicted", "suspected", "unarmed")
_NO_BODY: Mapping[str, tuple[str, ...]] = {  # what makes a feast of a party and advertising of a campaign
    "campaign": ("ad", "advertising", "email", "fund-raising", "fundraising", "marketing", "media", "smear"),
    "party": (
        "birthday", "christmas", "cocktail", "dinner", "farewell", "garden", "holiday", "office", "retirement", "wedding",
    ),
}  # fmt: skip
_STORMS = ("cyclone", "hurricane", "typhoon")
_SOME = ("all", "both", "few", "half", "many", "most", "none", "several", "some", "those")
_ANYBODY = ("anybody", "anyone", "everybody", "everyone", "nobody", "one", "somebody", "someone")
_THINGS = ("product", "event", "document", "facility")


def whole_phrase(ground: Ground, index: int) -> TokenRange:
    """The noun phrase at the token; of a noun with a copula only the noun with what describes it."""
    return noun_phrase(ground.parse, index, ABOUT)


def _country(ground: Ground, index: int, words: str) -> str | None:
    """The country that the words name, or the people or country that modifies them (the Freedonian army)."""
    code = table("nations", "names").get(words) or table("nations", "demonyms").get(words)
    modifiers = [
        k for k in ground.parse.kids[index] if ground.parse.tokens[k].relation in ("amod", "compound", "nmod:poss")
    ]
    for k in modifiers:
        name = name_of(ground, k)
        word = words_of(ground.parse, name.tokens) if name is not None else ground.parse.tokens[k].word
        code = code or table("nations", "demonyms").get(word) or table("nations", "names").get(word)
    return code if code is not None and len(code) == 3 else None
