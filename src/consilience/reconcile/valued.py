"""Values in their setting: every number of a story with the clause that gives it, ready to be compared over the reports."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Quantity, Sentence, Token
from consilience.model.event import Proposition
from consilience.model.spans import Part, Span, TokenRange, covers
from consilience.model.time import Moment
from consilience.rarity import rarity
from consilience.reconcile.given import (
    beyond,
    filled,
    frames,
    in_minutes,
    kinds_of,
    measure_of,
    of_private_talk,
    partial,
    planned,
    runs_over,
    several,
    thing_of,
    way_of,
    with_named,
)  # fmt: skip
from consilience.reconcile.library import Library, text_of
from consilience.trees import SUBJECTS, child, children, head_of, subject, tokens_within
from consilience.wording import fold, words

_CONTENT = frozenset(("ADJ", "ADV", "NOUN", "PROPN", "VERB"))
_APART = frozenset(("acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis"))
_FINE = frozenset(("facility", "region", "town", "unknown"))
_LOCATIVES = frozenset(("at", "in", "near", "outside"))
_LARGE = 200  # sentences of news at large that stand beside those of the story, so that few reports tell what is rare
_CLIMB = 12  # tokens from a number to the predicate of its clause
_NEXT = 5  # words of content on either side that stand next to a number
_LED = 12  # characters before a number that say whether it is one of its own
_PIECE = re.compile(r"\d[.,] ?$")  # a piece of a number ("5. 9")
_TWO = re.compile(r"\d\D+ and \d")  # two numbers read as one ("12 dockers and 11 millers")
_TURNED = re.compile(r"\d[\w\s.,-]*\(\W?$")  # the same in another unit ("$2m ($3m)")


@dataclass(frozen=True, slots=True)
class Valued:
    """A number where it stands.

    `act` is the class of the clause's predicate, `thing` the nouns between the number and it with its subject and
    object, `near`, `around` and `beside` weigh the words of the clause, of the sentence and the names next to the
    number by how rare they are in the story, `times` are the words of the sentence's times, `over` the numbers over
    which it counts ("13 goals in 54 games"), `others` the other numbers of its sentence, `filled` what a length was
    filled with. `way` is "began", "from", "to" or "by" where it stands so, `kinds` are the words for the kind of what
    is counted, `sole` says that its report counts nothing else in its unit, `lone` that it gives no other value in
    it, `private` that it is the length of a private talk, of which `named` are the actors in its sentence, `pronoun`
    that only a pronoun tells who, `turned` that it gives another number in another unit, `alone` that the sentence
    has no other of its kind, `late` that it is a delay, `planned` that it lies ahead, `joint` that several act
    together, `vector` is that of the shortest clause around it, `partial` that it counts some of a whole, `summed`
    that it sums up several happenings, `measure` the name of what is measured, its last word first.
    """

    report: str
    part: Part
    quantity: Quantity
    sentence: Span
    act: str
    thing: frozenset[str]
    near: Mapping[str, int]
    around: Mapping[str, int]
    who: frozenset[str]
    days: tuple[Moment, ...]
    times: frozenset[str]
    places: frozenset[str]
    way: str
    late: bool
    planned: bool
    joint: bool
    partial: bool
    summed: bool
    unsure: bool
    turned: bool
    alone: bool
    filled: str
    beside: Mapping[str, int]
    over: frozenset[tuple[str, float]]
    others: frozenset[tuple[str, float]]
    kinds: frozenset[str]
    sole: bool
    lone: bool
    private: bool
    named: frozenset[str]
    pronoun: bool
    vector: bytes
    measure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the numbers of one report's text share."""

    library: Library
    report: str
    part: PartAnnotations
    text: str
    weights: Mapping[str, int]
    clauses: Sequence[Proposition]


def valued(library: Library) -> Iterator[Valued]:
    """The numbers of all reports, in the order of the reports and places."""
    weights = weights_of(library)
    for (report, name), part in library.parts.items():
        if name == "text":
            text = text_of(library.reports[report].report, name)
            clauses = [p for p in library.reports[report].propositions if p.part == name and any(p.vector)]
            yield from _of_part(_Setting(library, report, part, text, weights, clauses))


def _of_part(setting: _Setting) -> Iterator[Valued]:
    part = setting.part
    starts = [s.span.start for s in part.sentences]
    for quantity in sorted(part.quantities, key=lambda q: q.span):
        at = bisect_right(starts, quantity.span.start) - 1
        sentence = part.sentences[at] if at >= 0 else None
        if sentence is None or not covers(sentence.span, quantity.span) or not quantity.unit:
            continue
        inside = tokens_within(part.tokens, quantity.span)
        asked = setting.text[sentence.span.start : sentence.span.end].rstrip().endswith("?")
        led = setting.text[max(sentence.span.start, quantity.span.start - _LED) : quantity.span.start]
        two = quantity.low == quantity.high and _TWO.search(setting.text[quantity.span.start : quantity.span.end])
        if inside.last > inside.first and not asked and not two and not _PIECE.search(led):
            yield _valued(setting, quantity, sentence)


def _valued(setting: _Setting, quantity: Quantity, sentence: Sentence) -> Valued:
    part, tokens = setting.part, setting.part.tokens
    inside = tokens_within(tokens, quantity.span)
    unit, whole_count = quantity.unit, with_named(tokens, inside, quantity)
    quantity = in_minutes(whole_count or quantity)
    predicate, chain = climbed(tokens, head_of(tokens, inside))
    numbers = set(range(*inside))
    torn = _torn_off(tokens, predicate)
    clause = sorted((_clause(tokens, predicate, chain) | (_clause(tokens, torn, ()) if torn else set())) - numbers)
    whole = [i for i in range(*tokens_within(tokens, sentence.span)) if i not in numbers]
    named = named_in(tokens, predicate)
    measured = (named, subject(tokens, predicate), _measured(tokens, predicate, chain))
    main = (*chain, *(i for i in measured if i is not None))
    late = bool(word_set("values", "delays") & set(words(setting.text[quantity.span.end : sentence.span.end])[:2]))
    thing = {thing_of(tokens[i]) for i in main if i not in numbers and _names(tokens[i])} - {quantity.unit}
    told = setting.text[sentence.span.start : sentence.span.end]
    times = [m for m in part.times if covers(sentence.span, m.span) and m.kind in ("point", "range")]
    times = [m for m in times if not beyond(tokens, tokens_within(tokens, m.span).first)]
    act, kept = _act(tokens, predicate, numbers), filled(tokens, inside)
    near, end = weighed(tokens, clause, setting.weights), quantity.span.end - sentence.span.start
    lasts = unit in word_set("values", "lengths") and not late
    private = lasts and of_private_talk(told, end, {*thing, act, kept, *near})
    beside = [q for q in part.quantities if q.span != quantity.span and covers(sentence.span, q.span)]
    days = (setting.library.days.get((setting.report, part.part, m.span)) for m in times)
    return Valued(
        report=setting.report,
        part=part.part,
        quantity=quantity,
        sentence=sentence.span,
        act=act,
        thing=frozenset(thing - word_set("values", "timetables") if late else thing),
        near=near,
        around=weighed(tokens, whole, setting.weights),
        who=_actors(setting, named),
        days=tuple(moment for moment in days if moment is not None),
        times=frozenset(fold(setting.text[m.span.start : m.span.end]) for m in times),
        places=_places(part, sentence, clause),
        way=way_of(tokens, chain, inside.first),
        late=late,
        planned=planned(tokens, predicate, [i for i in clause if not _in_saying(tokens, i)]),
        joint=named is not None and any(tokens[c].relation == "conj" for c in children(tokens, named)),
        partial=(whole_count is None and partial(told, quantity.span, sentence.span.start))
        or (bool(beside) and frames(tokens, inside, unit)),
        summed=several(tokens, {*clause, *main} - set(chain[1:2])),
        turned=_TURNED.search(setting.text[max(0, quantity.span.start - 2 * _LED) : quantity.span.start]) is not None,
        alone=not any(q.unit == unit for q in beside),
        filled=kept,
        beside=weighed(tokens, _beside(part, sentence, inside, unit), setting.weights),
        over=runs_over(part, sentence, quantity),
        others=frozenset((q.unit, q.low) for q in beside if q.low is not None),
        kinds=kinds_of(tokens, inside),
        sole=sum(q.unit == unit for q in part.quantities) == 1,
        lone=len({(q.low, q.high) for q in part.quantities if q.unit == unit}) == 1,
        private=private,
        vector=_vector(setting, quantity.span),
        measure=measure_of(tokens, inside, [i for i in measured if i is not None]),
        pronoun=named is not None and tokens[named].pos == "PRON",
        named=frozenset(a for i in whole if private for a in _known(setting, tokens[i])),
        unsure=bool(word_set("values", "unsure") & {fold(tokens[i].word) for i in clause}),
    )


def _act(tokens: Sequence[Token], predicate: int, numbers: Container[int]) -> str:
    """The class of the act of a clause; of one that says what a number is, that it is."""
    if not _tells(tokens, predicate):
        return ""
    return "be" if predicate in numbers else class_of(tokens[predicate])


def _measured(tokens: Sequence[Token], predicate: int, chain: Sequence[int]) -> int | None:
    """The object of a verb that takes it to a number, or through a time ("had a meeting for two hours")."""
    under = chain[-2] if len(chain) > 1 else predicate
    return child(tokens, predicate, "obj") if tokens[under].relation.startswith("obl") else None


def _beside(part: PartAnnotations, sentence: Sentence, inside: TokenRange, unit: str) -> list[int]:
    """The names next to a number, as far as the next number of its kind or the end of the sentence."""
    tokens = part.tokens
    whole = tokens_within(tokens, sentence.span)
    others = {
        i
        for q in part.quantities
        if q.unit == unit
        for i in range(*tokens_within(tokens, q.span))
        if i not in range(*inside)
    }
    found = []
    for way in (range(inside.last, whole.last), range(inside.first - 1, whole.first - 1, -1)):
        near = [i for i in way if _counts(tokens[i]) or i in others][:_NEXT]
        near = [i for i in near if tokens[i].pos == "PROPN" or i in others]
        stop = next((at for at, i in enumerate(near) if i in others), len(near))
        found += near[:stop]
    return found


def _names(token: Token) -> bool:
    return token.pos in ("ADJ", "ADV", "NOUN", "PROPN") and fold(token.lemma) not in word_set("acts", "light")


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the predicate of a clause and not the head of a line without a verb."""
    return tokens[at].pos == "VERB" or any(tokens[c].relation == "cop" for c in children(tokens, at))


def named_in(tokens: Sequence[Token], predicate: int) -> int | None:
    """The subject of a clause; of a relative clause the noun on which it hangs."""
    if tokens[predicate].relation.startswith("acl") and tokens[predicate].head >= 0:
        return tokens[predicate].head
    own = subject(tokens, predicate)
    return _torn_off(tokens, predicate) if own is None else own


def _torn_off(tokens: Sequence[Token], predicate: int) -> int | None:
    """The subject of a clause after "that" which the tree takes for an object of the verb before it."""
    mark, over = child(tokens, predicate, "mark"), tokens[predicate].head
    if mark is None or over < 0 or child(tokens, predicate, *SUBJECTS) is not None:
        return None
    return next((c for c in children(tokens, over) if tokens[c].relation == "obj" and mark < c < predicate), None)


def climbed(tokens: Sequence[Token], at: int) -> tuple[int, tuple[int, ...]]:
    """The predicate of the clause in which a token stands, and the tokens on the way to it."""
    chain = [at]
    for _ in range(_CLIMB):
        copula = any(tokens[c].relation == "cop" for c in children(tokens, at))
        if (tokens[at].pos == "VERB" and len(chain) > 1) or copula or tokens[at].head < 0:
            break
        at = tokens[at].head
        chain.append(at)
    return at, tuple(chain)


def _clause(tokens: Sequence[Token], predicate: int, chain: Sequence[int]) -> set[int]:
    """The tokens of a clause without those of the clauses inside it that do not lead to the number."""
    found, open_, kept = set(), [predicate], set(chain)
    while open_:
        at = open_.pop()
        found.add(at)
        for below in children(tokens, at):
            own = tokens[below].relation == "acl" and _says(tokens, below)
            apart = (tokens[below].relation in _APART and not own) or (
                tokens[below].relation == "conj" and tokens[below].pos == "VERB"
            )
            if below in kept or not apart:
                open_.append(below)
    return found


def _vector(setting: _Setting, span: Span) -> bytes:
    """The vector of the shortest clause around a number; none where no clause has it, or tells only what may be."""
    around = [p for p in setting.clauses if any(covers(s, span) for s in p.spans)]
    least = min(around, key=lambda p: (sum(s.end - s.start for s in p.spans), p.id), default=None)
    return least.vector if least is not None and least.status != "possible" else b""


def _in_saying(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is an auxiliary of a clause that says what a noun is."""
    over = tokens[at].head
    return tokens[at].relation == "aux" and tokens[over].relation == "acl" and _says(tokens, over)


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause says what the noun is on which it hangs ("the chance that …")."""
    mark = child(tokens, at, "mark")
    return mark is not None and fold(tokens[mark].word) == "that"


def class_of(token: Token) -> str:
    """The class of the act that a word tells, also where its lemma has kept an "e" that is not its own ("indicte")."""
    lemma, acts = fold(token.lemma or token.word), table("acts", "acts")
    return acts.get(lemma) or acts.get(lemma.removesuffix("e"), lemma)


def _key(token: Token) -> str:
    return class_of(token) if token.pos in ("NOUN", "VERB") else thing_of(token)


def _counts(token: Token) -> bool:
    lemma = fold(token.lemma or token.word)
    return token.pos in _CONTENT and any(c.isalpha() for c in lemma) and lemma not in word_set("acts", "light")


def weights_of(library: Library) -> dict[str, int]:
    """How rare each word is in the sentences of the story and of news at large: 100 times the logarithm to two, rounded."""
    seen: Counter[str] = Counter()
    number = _LARGE
    for part in library.parts.values():
        for sentence in part.sentences:
            inside = range(*tokens_within(part.tokens, sentence.span))
            seen.update({_key(part.tokens[i]) for i in inside if _counts(part.tokens[i])})
            number += 1
    expected = {word: _LARGE * math.exp(-rarity(word) / 100) for word in seen}
    return {word: round(100 * math.log2((number + 1) / (count + expected[word] + 1))) for word, count in seen.items()}


def weighed(tokens: Sequence[Token], at: Iterable[int], weights: Mapping[str, int]) -> dict[str, int]:
    """The words of content among tokens, with their weights."""
    keys = (_key(tokens[i]) for i in at if _counts(tokens[i]))
    return {key: weights.get(key, 0) for key in keys}


def _actors(setting: _Setting, named: int | None) -> frozenset[str]:
    """The actors who are the subject of the clause, by name or by what stands for them, where they are known ones."""
    if named is None:
        return frozenset()
    tokens = setting.part.tokens
    several = (named, *(c for c in children(tokens, named) if tokens[c].relation == "conj"))
    return frozenset(actor for at in several for actor in _known(setting, tokens[at]))


def _known(setting: _Setting, here: Token) -> frozenset[str]:
    """The actor for whom a token stands."""
    library = setting.library
    told = (r.entity for r in setting.part.references if r.span.start <= here.start and here.end <= r.span.end)
    stood = {library.actor_of[entity] for entity in told if entity is not None and entity in library.actor_of}
    return frozenset(stood) or frozenset(
        library.actor_of[entity.id]
        for entity in library.reports[setting.report].annotations.entities
        if entity.id in library.actor_of
        for m in entity.mentions
        if m.part == setting.part.part and m.span.start <= here.start and here.end <= m.span.end
    )


def _places(part: PartAnnotations, sentence: Sentence, clause: Sequence[int]) -> frozenset[str]:
    """The places of a sentence, with the names in its clause that stand after "in" or "near" and are nothing else."""
    tokens = part.tokens
    found = {fold(m.name) for m in part.places if m.kind in _FINE and covers(sentence.span, m.span)}
    known = [m.span for m in part.places]
    set_in = (
        i
        for i in clause
        if tokens[i].pos == "PROPN"
        and any(fold(tokens[c].word) in _LOCATIVES for c in children(tokens, i) if tokens[c].relation == "case")
        and not any(m.start <= tokens[i].start < m.end for m in known)
    )
    return frozenset(found | {fold(tokens[i].word) for i in set_in})
