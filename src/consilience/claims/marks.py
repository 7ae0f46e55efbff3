"""What sets an act apart from another one of its kind: its direction, which time it is, a "not" further up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consilience.claims.acts import first_to
from consilience.claims.people import singular, thing_of, tokens_at
from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations, PlaceMention, Quantity, Token
from consilience.model.event import Participant, Proposition
from consilience.model.spans import Span, overlap
from consilience.trees import child, children, head_of, is_negated, tokens_within
from consilience.wording import fold, words

_NOT_USUAL = frozenset(("ever", "always"))  # "the first ever"; "we have always supported"
_FUTURE = frozenset(("shall", "will", "won't", "would"))
_WITHIN = {"into": "in"}
_NO = 2  # tokens before "one" in which its "no" stands
_AWAY = ("advmod", "compound:prt")
_STEPS = 6  # tokens up from an act in which a "not" may take it back
_CALLING = 2  # tokens after "short of" in which the act stands
_PLURAL = ("NNS", "NNPS")
_SEVERAL = 2
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)")
_OF = 2  # tokens before a number in which "of" makes it the whole of a part
_LARGE = 20  # a number from which it is no common one
_PLAIN_UNITS = ("", "person", "year")
_MEASURES = frozenset(("day", "foot", "hour", "km", "kilometre", "m", "metre", "mile", "minute", "month", "week"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is no common one, as a clause tells it; `acting` says that it counts who acts, `beside` that it only
    describes a thing ("a 38-caliber gun")."""

    unit: str
    low: float
    acting: bool
    beside: bool = False


def ways(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """Which way an act goes ("stormed off", "stormed back"); empty where nothing says so."""
    told = word_set("acts", "ways")
    found = {tokens[c].word.casefold() for c in children(tokens, at) if tokens[c].relation in _AWAY}
    for phrase in children(tokens, at):
        case = child(tokens, phrase, "case")
        if tokens[phrase].relation in ("obl", "obj") and case == at + 1:
            found.add(tokens[at + 1].word.casefold())
    return frozenset(_WITHIN.get(word, word) for word in found & told)


def roles(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """What somebody acts, or is taken, as ("served as dean"): the nouns after "as"."""
    phrases = [c for c in children(tokens, at) if tokens[c].relation in ("obl", "nmod") and tokens[c].pos == "NOUN"]
    cases = [(c, child(tokens, c, "case")) for c in phrases]
    return frozenset(fold(tokens[c].lemma) for c, case in cases if case is not None and fold(tokens[case].word) == "as")


def modes(said: Sequence[str]) -> frozenset[str]:
    """Whether words tell of what is usual ("typically releases"), of what ought to be, or of what will be."""
    found = {name for name in ("habits", "duties") if word_set("acts", name) & set(said) - _NOT_USUAL}
    return frozenset(found | ({"future"} if _FUTURE & set(said) else set()))


def times_over(said: Sequence[str]) -> frozenset[str]:
    """Which time something is said to happen ("for the first time", "the second time in a week")."""
    listed = word_set("acts", "ordinals")
    return frozenset(a for a, b in pairwise(said) if b in ("time", "times") and a in listed)


def rank_of(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The ordinal that stands with the act's own noun ("will be the second woman")."""
    listed = word_set("acts", "ordinals")
    return frozenset(tokens[c].word.casefold() for c in children(tokens, at)) & listed


def earlier_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether an act is told as one before the one of the news ("the city where they last met")."""
    beside = [c for c in children(tokens, at) if c < at and tokens[c].relation == "advmod"]
    return any(tokens[c].word.casefold() in ("last", "previously") for c in beside)


def taken_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "not" takes an act back, further up ("this is not something they had wanted", "stopped short of asking") or
    in what it comes to ("pleaded not guilty")."""
    if any(tokens[c].pos == "ADJ" and is_negated(tokens, c) for c in children(tokens, at)):
        return True
    before = [t.word.casefold() for t in tokens[max(0, at - _CALLING - 1) : at]]
    if any(pair == ["short", "of"] for pair in (before[i : i + 2] for i in range(len(before) - 1))):
        return True
    below = at
    for _ in range(_STEPS):
        above = tokens[below].head
        if above < 0:
            return False
        relation = tokens[below].relation
        if relation.startswith("acl") and child(tokens, above, "cop") is not None:
            return is_negated(tokens, above)
        if relation == "ccomp" and tokens[above].lemma.casefold() in word_set("acts", "perceiving"):
            return is_negated(tokens, above)
        if relation == "xcomp" and tokens[above].lemma.casefold() in word_set("acts", "refusing"):
            return not is_negated(tokens, above)
        if relation not in ("ccomp", "xcomp", "conj"):
            return False
        below = above
    return False


def is_nobody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is "nobody", or the "one" of "no one" and "no-one"."""
    before = [t.word.casefold() for t in tokens[max(0, at - _NO) : at] if t.word != "-"]
    said = tokens[at].word.casefold()
    return said in ("no-one", "nobody") or (said == "one" and before[-1:] == ["no"])


def is_asked(part: PartAnnotations, proposition: Proposition, text: str) -> bool:
    """Whether the clause ends a question."""
    if proposition.sentence >= len(part.sentences):
        return False
    end = part.sentences[proposition.sentence].span.end
    return "?" in text[max(s.end for s in proposition.spans) : end][:3] or text[proposition.spans[-1].end - 1] == "?"


def is_finite(part: PartAnnotations, proposition: Proposition) -> bool:
    """Whether the clause has a verb with a tense; where no fine tags are known it is taken to have one."""
    tags = {token.tag for _, token in tokens_at(part, proposition.spans)}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) or tags <= {""}


def only_talked_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether an act is no more than what somebody talks or thinks about ("talks about returning")."""
    mark = child(tokens, at, "mark")
    return tokens[at].tag == "VBG" and mark is not None and tokens[mark].word.casefold() == "about"


def is_crowd(part: PartAnnotations, people: Iterable[Span]) -> bool:
    """Whether those who take part are told by plural nouns alone: such never stand for one person."""
    heads = [_last(part, span) for span in people]
    return bool(heads) and all(head is not None and head.tag in _PLURAL for head in heads)


def _last(part: PartAnnotations, span: Span) -> Token | None:
    inside = tokens_within(part.tokens, span)
    return part.tokens[inside.last - 1] if inside.last > inside.first else None


def lands(people: Iterable[Participant]) -> dict[str, str]:
    """The countries of those who are called by a noun, by that noun ("a Tarnish sailor")."""
    told = ((words(p.name)[-1:], p.country) for p in people if p.country is not None)
    return {singular(last[0]): country for last, country in told if last}


def singles(part: PartAnnotations, people: Iterable[Participant]) -> frozenset[str]:
    """The nouns of those who are one alone."""
    heads = [_last(part, p.span) for p in people]
    heads += [part.tokens[k] for p in people if (k := _one_of_row(part, p.span)) >= 0]
    return frozenset(head.lemma.casefold() for head in heads if head is not None and head.tag == "NN")


def _one_of_row(part: PartAnnotations, span: Span) -> int:
    """The token of a thing told as one of a row ("her 11th goal of the season"); -1 where there is none."""
    inside = tokens_within(part.tokens, span)
    head = head_of(part.tokens, inside) if inside.last > inside.first else -1
    row = head >= 0 and any(_ORDINAL.fullmatch(part.tokens[c].word) for c in children(part.tokens, head) if c < head)
    return head if row else -1


def others(part: PartAnnotations, people: Iterable[Participant]) -> frozenset[str]:
    """The nouns of one that is said to be another one ("the last such patch", "another bomb")."""
    listed, found = word_set("acts", "apart"), set()
    for person in people:
        inside = tokens_within(part.tokens, person.span)
        head = head_of(part.tokens, inside) if inside.last > inside.first else -1
        single = head >= 0 and part.tokens[head].tag == "NN"
        if single and any(part.tokens[k].lemma.casefold() in listed for k in children(part.tokens, head)):
            found.add(thing_of(part.tokens[head].lemma.casefold()))
    return frozenset(found)


def several(part: PartAnnotations, proposition: Proposition) -> frozenset[str]:
    """The nouns of which a clause counts two and more; not the whole of which it tells one ("one of the three gates")."""
    found = set()
    for quantity in part.quantities:
        inside = tokens_within(part.tokens, quantity.span)
        if quantity.span not in proposition.quantities or (quantity.low or 0) < _SEVERAL or inside.last <= inside.first:
            continue
        head = head_of(part.tokens, inside)
        noun = part.tokens[head] if part.tokens[head].pos == "NOUN" else part.tokens[max(0, part.tokens[head].head)]
        before = {t.word.casefold() for t in part.tokens[max(0, inside.first - _OF) : inside.first]}
        if noun.pos == "NOUN" and "of" not in before:
            found.add(noun.lemma.casefold())
    return frozenset(found)


def is_setting(part: PartAnnotations, place: PlaceMention) -> bool:
    """Whether a place says where: not where it only tells which time or body is meant ("the Tarn era")."""
    inside = tokens_within(part.tokens, place.span)
    if inside.last <= inside.first:
        return True
    last = part.tokens[inside.last - 1]
    if last.relation not in ("compound", "amod") or last.head < 0:
        return True
    return part.tokens[last.head].lemma.casefold() not in word_set("acts", "spans")


def is_own_time(part: PartAnnotations, at: int, time: Span) -> bool:
    """Whether a time is that of the act at token `at`: not where it hangs on another act inside the clause ("… talks held on
    Monday")."""
    inside = tokens_within(part.tokens, time)
    if inside.last <= inside.first:
        return True
    token = head_of(part.tokens, inside)
    for _ in range(_STEPS):
        if token == at or token < 0:
            return True
        if (
            part.tokens[token].relation.startswith("acl")
            and part.tokens[token].pos == "VERB"
            and not _over(part, token, at)
            and first_to(part.tokens, part.tokens[token].head) != token
        ):
            return False
        token = part.tokens[token].head
    return True


def _over(part: PartAnnotations, token: int, at: int) -> bool:
    """Whether one token stands above another in the tree."""
    for _ in range(_STEPS):
        if at < 0 or token == at:
            return token == at
        at = part.tokens[at].head
    return False


def figures(part: PartAnnotations, proposition: Proposition, numbers: Iterable[Quantity]) -> frozenset[Figure]:
    """The uncommon numbers that a clause tells, those of who acts apart from those of what is done.

    A number that only tells which thing is meant ("a 225-page report") is told where that thing is what is done.
    """
    found = set()
    for quantity in numbers:
        if quantity.low is None or quantity.low < _LARGE or quantity.unit in _PLAIN_UNITS:
            continue
        acting = _within(part, quantity.span, proposition.who)
        loose = _attributive(part, quantity) or quantity.unit in _MEASURES
        if not loose or (not acting and _within(part, quantity.span, proposition.whom)):
            found.add(Figure(quantity.unit, quantity.low, acting, _of_another(part, quantity)))
    return frozenset(found)


def _within(part: PartAnnotations, span: Span, people: Iterable[Participant]) -> bool:
    """Whether a number stands in the words for somebody or something, or hangs on them."""
    inside = tokens_within(part.tokens, span)
    above = part.tokens[head_of(part.tokens, inside)].head if inside.last > inside.first else -1
    up = Span(part.tokens[above].start, part.tokens[above].end) if above >= 0 else span
    return any(overlap(s, p.span) for p in people for s in (span, up) if s == span or part.tokens[above].pos != "VERB")


def _of_another(part: PartAnnotations, quantity: Quantity) -> bool:
    """Whether a number stands with its unit before the noun of another thing ("a 38-caliber gun")."""
    inside = tokens_within(part.tokens, quantity.span)
    return inside.last > inside.first + 1 and _attributive(part, quantity)


def _attributive(part: PartAnnotations, quantity: Quantity) -> bool:
    """Whether a number with its unit stands before the noun of another thing."""
    inside = tokens_within(part.tokens, quantity.span)
    if inside.last <= inside.first:
        return False
    head = part.tokens[head_of(part.tokens, inside)]
    if head.relation not in ("compound", "amod", "nummod", "nmod") or head.head < inside.last:
        return False
    return singular(part.tokens[head.head].lemma.casefold()) != quantity.unit
