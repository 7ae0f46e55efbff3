"""What a report calls somebody: the words before and behind the name, and the nouns that stand for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Entity, PartAnnotations, Reference, Token
from consilience.model.spans import Span, TokenRange, covers
from consilience.trees import children, head_of
from consilience.wording import fold, words

_NAMES = ("acronym", "name", "short_name")
_BEFORE = ("ADJ", "NOUN", "NUM", "PROPN")
_MOST = 7  # words before a name that say who it is
_LONGEST = 10  # words behind a name that say who it is
_AT_NOUN = ("amod", "compound", "det", "nmod:desc", "nmod:poss", "nummod")
_TIES = frozenset(("at", "for", "in", "of"))
_PERSONS = (
    ("persons", "nouns"),
    ("speakers", "leaders"),
    ("speakers", "persons"),
    ("told_otherwise", "loaded_offices"),
    ("told_otherwise", "loaded_people"),
    ("told_otherwise", "offices"),
)


def described_at(part: PartAnnotations, reference: Reference, entity: Entity) -> Iterator[Span]:
    """Where a mention says more than a name: "the firebrand leader Ode Harl", "Ode Harl, a miller's son", "the mayor"."""
    tokens = part.tokens
    if reference.kind == "title" and entity.type == "person" and _is_own_title(tokens, reference, entity):
        yield _without_owner(tokens, _phrase(tokens, head_of(tokens, reference.tokens)))
    if reference.kind not in _NAMES:
        return
    before = _before(part, reference, entity)
    if before is not None:
        yield before
    name = head_of(tokens, reference.tokens)
    beside = [c for c in children(tokens, name) if tokens[c].relation == "appos" and c >= reference.tokens.last]
    if tokens[name].relation == "appos" and tokens[name].head >= 0:
        beside.append(tokens[name].head)
    for noun in (n for n in beside if _says_who(tokens[n], entity)):
        stretch = _phrase(tokens, noun)
        if not any(stretch.first <= i < stretch.last for i in range(*reference.tokens)):
            yield _without_owner(tokens, stretch)


def _is_own_title(tokens: Sequence[Token], reference: Reference, entity: Entity) -> bool:
    """Whether a title stands in the report beside the name too, or is a noun that judges."""
    noun = fold(tokens[head_of(tokens, reference.tokens)].lemma)
    told = {fold(word) for said in entity.described for word in words(said)}
    return noun in told or noun in word_set("told_otherwise", "loaded_offices")


def _says_who(token: Token, entity: Entity) -> bool:
    """Whether a noun is one for a single person, or for a body where the actor is one."""
    if token.tag in ("NNS", "NNPS") or token.pos not in ("NOUN", "PROPN"):
        return False
    noun = fold(token.lemma)
    if entity.type == "person":
        return any(noun in word_set(*names) for names in _PERSONS)
    return token.pos == "NOUN" and noun in word_set("speakers", "bodies")


def _before(part: PartAnnotations, reference: Reference, entity: Entity) -> Span | None:
    """The name with the nouns, or a word that judges, right before it; None where nothing there says who it is."""
    tokens, first = part.tokens, reference.tokens.first
    if first > 0 and entity.type == "person" and _qualifies(tokens, first - 1, reference):
        start = first - (3 if _hyphened(tokens, first - 1) else 1)
    elif first == 0 or not _says_who(tokens[first - 1], entity):
        of = first > 2 and tokens[first - 2].word == "of" and _says_who(tokens[first - 3], entity)
        if not of or tokens[first - 1].pos not in ("NOUN", "PROPN"):
            return None
        start = first - 3  # "chief of staff Ode Harl"
    else:
        start = first - 1
    while start > 0 and first - start < _MOST and _leads(part, start - 1):
        start -= 1
    return Span(tokens[start].start, reference.span.end)


def _qualifies(tokens: Sequence[Token], at: int, reference: Reference) -> bool:
    """Whether an adjective or participle belongs to a name alone ("embattled Ode Harl", "tough-talking Ode Harl")."""
    token = tokens[at]
    if fold(token.word) in word_set("told_otherwise", "usual") or tokens[at + 1].start - token.end > 1:
        return False
    if _hyphened(tokens, at) and token.tag in ("VBG", "VBN"):
        return True
    of_name = token.relation == "amod" and token.head in range(*reference.tokens)
    return of_name and token.pos in ("ADJ", "VERB") and token.word.islower()


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word hangs on the one before it by a hyphen."""
    tied = at > 1 and tokens[at - 1].word == "-" and tokens[at - 1].end == tokens[at].start
    return tied and tokens[at - 2].end == tokens[at - 1].start


def _leads(part: PartAnnotations, at: int) -> bool:
    """Whether a word goes with the noun behind it: no time, and no line of its own."""
    token, following = part.tokens[at], part.tokens[at + 1]
    timed = any(covers(time.span, Span(token.start, token.end)) for time in part.times)
    verbal = token.tag in ("VBG", "VBN") and token.relation == "amod"
    tied = token.word == "-" and token.end == following.start
    apart = following.start - token.end > 1
    return not timed and not apart and (token.pos in _BEFORE or verbal or tied)


def _phrase(tokens: Sequence[Token], noun: int) -> TokenRange:
    """A noun with its article and what stands before it, and what "of", "for", "in" or "at" ties to it."""
    left = (c for c in children(tokens, noun) if c < noun and tokens[c].relation in _AT_NOUN)
    last = noun + 1
    while last < len(tokens) and last - noun < _LONGEST and _goes_on(tokens, noun, last):
        last += 1
    while last > noun + 1 and tokens[last - 1].pos in ("ADP", "DET"):
        last -= 1
    return TokenRange(min(left, default=noun), last)


def _goes_on(tokens: Sequence[Token], noun: int, at: int) -> bool:
    """Whether a word belongs to the noun before it; what the noun owns ("the colonel's words") does not."""
    if tokens[at].tag == "POS":
        return any(t.word.lower() in _TIES for t in tokens[noun + 1 : at])
    return tokens[at].word.lower() in _TIES or tokens[at].pos in (*_BEFORE, "DET", "PART")


def _without_owner(tokens: Sequence[Token], stretch: TokenRange) -> Span:
    """The words without a pronoun before them that says whose, and without the "'s" of an owner behind them."""
    first, last = stretch
    first += tokens[first].tag == "PRP$" and last - first > 1
    last -= tokens[last - 1].tag == "POS" and last - first > 1
    return Span(tokens[first].start, tokens[last - 1].end)
