"""What a wording tells beyond the other tellings of its claim: what is printed must hold for all who are counted for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Passage, Span
from consilience.reconcile.library import Library, sentence_span
from consilience.trees import children, tokens_within
from consilience.wording import fold

_TELLING = frozenset(("ADJ", "NOUN", "NUM", "PROPN", "VERB"))
_MARKS = frozenset((",", ";", ":", "-", "–", "—"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_STEM = 5  # letters that two forms of a word share
_ADDED = frozenset(("acl", "acl:relcl", "advcl", "appos", "conj", "obl", "parataxis"))
_UNIQUE = frozenset(("ever", "first", "last", "never", "only", "record", "unprecedented"))
_ALONE = frozenset(("ever", "only"))  # words that tell something whatever they are
_CLOCK = re.compile(r"^(?:[ap]\.?m\.?|o'clock)$|\d(?:[ap]\.?m\.?|[:.]\d\d)$")
_STRONG = 8
_KEPT = frozenset(("except", "if", "lest", "only", "provided", "unless", "until", "without"))


@dataclass(frozen=True, slots=True)
class Carried:
    """In how many of a claim's tellings each word stands, by the first letters of its lemma."""

    tellings: int
    words: Mapping[str, int]


ALONE = Carried(1, MappingProxyType({}))


def carried(library: Library, propositions: Sequence[Proposition]) -> Carried:
    """The words of the sentences in which each telling tells a claim."""
    told: dict[str, set[str]] = {}
    for report, part, span in sorted({(p.report, p.part, p.spans[0]) for p in propositions}):
        tokens = library.parts[report, part].tokens
        sentence = sentence_span(library, report, part, span)
        said = (_key(tokens[i]) for i in range(*tokens_within(tokens, sentence)))
        told.setdefault(library.telling(report), set()).update(said)
    return Carried(len(told), Counter(word for said in told.values() for word in said))


def beyond(library: Library, passages: Sequence[Passage], among: Carried) -> int:
    """How many words at some passages the other tellings lack, each by the share of them, per mille."""
    if among.tellings < 2:
        return 0
    parts = [(library.parts[p.report, p.part].tokens, p.span) for p in passages]
    listed = (tokens[i] for tokens, span in parts for i in range(*tokens_within(tokens, span)))
    told = [t for t in listed if _tells(library, t)]
    lacking = (_weight(t) * (among.tellings - max(1, among.words.get(_key(t), 0))) for t in told)
    return 1000 * sum(lacking) // (among.tellings - 1)


def _weight(token: Token) -> int:
    """How much a word says that nobody else has: an hour, and that something was the first or most, say more."""
    word = fold(token.word)
    return _STRONG if word in _UNIQUE or token.tag in ("JJS", "RBS") or _CLOCK.search(word) else 1


def without_additions(
    library: Library, proposition: Proposition, passages: Sequence[Passage], among: Carried
) -> tuple[Passage, ...]:
    """The passages up to where a telling adds what no other one has: after a mark or an "and", or a circumstance behind
    the verb's first complement; empty where it adds nothing."""
    if among.tellings < 2 or len(passages) != 1:
        return ()
    only = passages[0]
    tokens = library.parts[only.report, only.part].tokens
    inside = range(*tokens_within(tokens, only.span))
    for at in inside[1:]:
        marked = tokens[at].word in _MARKS or tokens[at].relation == "cc"
        rest = range(at + 1 if marked else at, inside.stop)
        if tokens[at].start <= proposition.act_span.end or not rest:
            continue
        if not _added(tokens, inside, rest) or not (marked or _circumstance(tokens, rest)):
            continue
        kept = range(inside.start, at)
        if _only_here(library, [tokens[i] for i in rest], [tokens[i] for i in kept], among):
            last = next(i for i in reversed(kept) if tokens[i].pos != "PUNCT")
            return (replace(only, span=Span(only.span.start, tokens[last].end)),)
    return ()


def _only_here(library: Library, tail: Sequence[Token], kept: Sequence[Token], among: Carried) -> bool:
    """Whether no other telling has a word of the last ones, but for such as stand in the words before them, too."""
    before = {_key(token) for token in kept}
    listed = [_key(token) for token in tail if _tells(library, token)]
    lacking = [key for key in listed if among.words.get(key, 0) <= 1]
    return bool(lacking) and all(key in lacking or key in before for key in listed)


def _added(tokens: Sequence[Token], inside: range, rest: range) -> bool:
    """Whether the last words hang on what stands before them as additions that could be left out."""
    heads = [i for i in rest if tokens[i].head not in rest and tokens[i].pos != "PUNCT"]
    if not heads or any(tokens[i].word.casefold() in _KEPT for i in rest):
        return False
    before = range(inside.start, rest.start)
    leaning = any(tokens[i].head in rest and tokens[i].pos != "PUNCT" and tokens[i].relation != "cc" for i in before)
    return not leaning and all(tokens[i].relation in _ADDED for i in heads)


def _circumstance(tokens: Sequence[Token], rest: range) -> bool:
    """Whether the last words are a phrase or clause of one verb, led by a preposition or the like, and the verb has a noun
    for an object or another phrase before them."""
    heads = [i for i in rest if tokens[i].head not in rest and tokens[i].pos != "PUNCT"]
    if len(heads) != 1 or tokens[heads[0]].relation not in ("advcl", "obl"):
        return False
    verb = tokens[heads[0]].head
    leads = tokens[rest.start].pos in ("ADP", "SCONJ") and tokens[rest.start].head == heads[0]
    kept = (tokens[c] for c in children(tokens, verb) if verb < c < rest.start)
    whole = any(t.relation in ("obj", "obl") and t.pos in ("NOUN", "PROPN", "NUM") for t in kept)
    return leads and whole and tokens[verb].pos == "VERB"


def _key(token: Token) -> str:
    """The first letters of a word's lemma; of "40kg" the number."""
    number = _NUMBER.match(token.word)
    return number[0] if number is not None else fold(token.lemma or token.word)[:_STEM]


def _tells(library: Library, token: Token) -> bool:
    """Whether a word tells something; who takes part is called otherwise by everybody."""
    word = fold(token.lemma or token.word)
    named = token.pos == "PROPN" and fold(token.word).removesuffix("'s") in library.name_words
    return word in _ALONE or (token.pos in _TELLING and not named and word not in word_set("acts", "light"))
