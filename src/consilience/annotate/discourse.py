"""Who and what has been spoken of so far: the spots where entities stand, and the topics a pronoun may take up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from consilience.lexicons import word_set
from consilience.model.annotations import Entity
from consilience.model.spans import Span
from consilience.parses import Parse, kid
from consilience.quotation import Quotation, inside

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_JOINED = ("conj", "appos", "flat", "compound")
MarkKind = Literal["name", "phrase", "pronoun"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where one or, in a compound, several entities stand."""

    token: int
    sentence: int
    entities: tuple[str, ...]
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a topic is spoken of: by a name, a noun phrase or a pronoun."""

    token: int
    sentence: int
    kind: MarkKind
    quoted: bool


@dataclass(slots=True)
class Topic:
    """What a pronoun may take up: an entity, several joined, or a noun phrase (then `entities` is empty)."""

    number: int
    entities: tuple[str, ...]
    pair: bool
    marks: list[Mark] = field(default_factory=list)
    gender: str = ""
    pronouns: int = 0

    @property
    def nominal(self) -> Mark:
        """The last mark that is no pronoun."""
        return next(m for m in reversed(self.marks) if m.kind != "pronoun")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pronoun that asks for its topic: its token, its word in lower case, its gender ('' for they)."""

    index: int
    word: str
    gender: str


@dataclass(slots=True)
class Discourse:
    """What the resolution of one part knows at a point of the text; grows while the part is read.

    `recent` holds the topics by number, the last spoken of last.
    `named` holds the entities of all names of the part by the token that heads the name, also of names still to come.
    `openings` holds the first tokens of the names of persons and bodies.
    `choose` picks the topic of a pronoun in place of the table of weights, while that table is learned.
    """

    parse: Parse
    quotes: tuple[Quotation, ...]
    entities: dict[str, Entity]
    spots: list[Spot] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    recent: dict[int, Topic] = field(default_factory=dict)
    choose: Callable[[Discourse, Cue, Sequence[Topic]], Topic | None] | None = None
    named: dict[int, str] = field(default_factory=dict)
    openings: frozenset[int] = frozenset()
    _quoted: tuple[bool, ...] = ()
    _whole: dict[int, bool] = field(default_factory=dict)
    _tellers: dict[Span, int | None] = field(default_factory=dict)
    _by_entities: dict[tuple[str, ...], Topic] = field(default_factory=dict)
    _by_noun: dict[tuple[str, str], Topic] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up once which tokens stand inside quotation marks."""
        if not self._quoted:
            self._quoted = tuple(inside(self.quotes, token.start) is not None for token in self.parse.tokens)

    def add(self, token: int, entities: Sequence[str], kind: MarkKind = "name") -> None:
        """Note that entities stand at a token."""
        key = tuple(entities)
        self.spots.append(
            Spot(token, self.parse.sentence_of[token], key, is_subject(self.parse, token), self.quoted(token))
        )
        topic = self._by_entities.get(key)
        if topic is None:
            topic = Topic(
                len(self.topics), key, len(key) > 1, gender=gender_of(self.entities[key[0]]) if len(key) == 1 else ""
            )
            self._by_entities[key] = topic
            self.topics.append(topic)
        self.touch(topic, token, kind)

    def add_phrase(self, token: int, again: bool, pair: bool = False) -> None:
        """Note a noun phrase that stands for no entity; `again` where it may take up an earlier one of the same noun."""
        noun = self.parse.tokens[token]
        key = (noun.lemma.lower(), noun.tag)
        topic = self._by_noun.get(key) if again and not pair else None
        if topic is None:
            topic = Topic(len(self.topics), (), pair, gender="" if pair else gender_of_words((noun.lemma,)))
            self.topics.append(topic)
            if not pair:
                self._by_noun[key] = topic
        self.touch(topic, token, "phrase")

    def touch(self, topic: Topic, token: int, kind: MarkKind) -> None:
        """Note that a topic is spoken of at a token."""
        topic.marks.append(Mark(token, self.parse.sentence_of[token], kind, self.quoted(token)))
        self.recent.pop(topic.number, None)
        self.recent[topic.number] = topic

    def topic_at(self, token: int) -> Topic | None:
        """The topic that is spoken of at a token, or None."""
        near = (t for t in reversed(self.recent.values()) if not t.pair)
        return next((t for t in near if any(m.token == token for m in t.marks[-4:])), None)

    def quoted(self, token: int) -> bool:
        """Whether the token stands inside quotation marks."""
        return self._quoted[token]

    def quoted_whole(self, sentence: int) -> bool:
        """Whether a sentence stands inside quotation marks from end to end."""
        if sentence not in self._whole:
            first, last = self.parse.sentences[sentence].tokens
            self._whole[sentence] = self.quoted(first) and self.quoted(last - 1)
        return self._whole[sentence]

    def teller(self, token: int) -> int | None:
        """The token that says who speaks the quotation in which the token stands, or None."""
        quotation = inside(self.quotes, self.parse.tokens[token].start)
        if quotation is None:
            return None
        if quotation.span not in self._tellers:
            self._tellers[quotation.span] = _teller(self, quotation)
        return self._tellers[quotation.span]

    def is_person(self, spot: Spot) -> bool:
        """Whether the spot is one person."""
        return len(spot.entities) == 1 and self.entities[spot.entities[0]].type == "person"


def _teller(discourse: Discourse, quotation: Quotation) -> int | None:
    """The subject of the verb of saying nearest to the quotation, in the sentences in which it begins and ends."""
    parse = discourse.parse
    first = bisect_left(parse.tokens, quotation.span.start, key=lambda t: t.start)
    last = min(bisect_left(parse.tokens, quotation.span.end, key=lambda t: t.start), len(parse.tokens) - 1)
    sayings = word_set("cues", "statement_asserted")
    found: list[tuple[int, int]] = []
    for sentence in dict.fromkeys((parse.sentence_of[first], parse.sentence_of[last])):
        if parse.sentences[sentence].paragraph != quotation.paragraph:
            continue
        for verb in range(*parse.sentences[sentence].tokens):
            subject = _sayer(parse, verb) if parse.tokens[verb].lemma in sayings else None
            if subject is not None and not discourse.quoted(verb) and not discourse.quoted(subject):
                found.append((min(abs(verb - first), abs(verb - last)), subject))
    return min(found)[1] if found else None


def _sayer(parse: Parse, verb: int) -> int | None:
    """The subject of a verb of saying; where the tree has none, the pronoun right before the verb."""
    subject = kid(parse, verb, "nsubj")
    if subject is None and verb > 0 and parse.tokens[verb - 1].tag == "PRP" and parse.tokens[verb].tag.startswith("V"):
        return verb - 1
    return subject


def is_subject(parse: Parse, token: int) -> bool:
    """Whether the token is, or is conjoined with, a subject."""
    return parse.tokens[leading(parse, token)].relation in SUBJECTS


def leading(parse: Parse, token: int) -> int:
    """The token that carries the grammatical role: the first of joined nouns, the noun of an apposition."""
    while parse.tokens[token].relation in _JOINED and parse.tokens[token].head >= 0:
        token = parse.tokens[token].head
    return token


def gender_of(entity: Entity) -> str:
    """A person's gender by describing words and first name: 'female', 'male', or nothing where they do not tell."""
    if entity.type != "person":
        return ""
    told = gender_of_words([word for described in entity.described for word in described.split()])
    if told:
        return told
    first = entity.name.split(" ")[0]
    return next((g for g in ("female", "male") if first in word_set("speakers", f"{g}_names")), "")


def gender_of_words(words: Sequence[str]) -> str:
    """The gender that one of the words tells, or nothing."""
    return next((g for g in ("female", "male") if not word_set("speakers", g).isdisjoint(words)), "")
