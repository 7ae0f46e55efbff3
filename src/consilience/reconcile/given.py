"""How a number is given: as a part, a sum, a plan, where a change ended, or over how much another one runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from consilience.lexicons import table, word_set
from consilience.model.annotations import PartAnnotations, Quantity, Sentence, Token
from consilience.model.spans import Span, TokenRange, covers
from consilience.trees import child, children, head_of, tokens_within
from consilience.wording import fold, words

_HOUR = 60  # minutes
_WAYS = ("by", "from", "to")
_BEFORE, _AFTER = 2, 3  # words beside a number that say it is a part of another
_END = re.compile(r"[,;:()\u2014]|\.\s|\sand\s")  # where the words beside a number end
_PRIVATE = re.compile(
    r"\b(?:one[ -]on[ -]one|face[ -]to[ -]face|t[eê]te[ -][aà][ -]t[eê]te|closed[ -]doors?|(?:meet|met|talk|talked) alone"
    r"|no one else in the room|only (?:by |with )?(?:\w+ )?(?:interpreters|translators)|private|privately)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\d of \d")
_COUNTED_WHOLE = re.compile(r"\bof (?:the|those|these) (?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)")
_TENSED = (".", "MD", "VBD", "VBP", "VBZ")
_BEFORE_NOUN = ("amod", "compound", "nummod")
_SINCE = 12  # tokens from "since" to its time, and from a superlative to "since"
_LED = 12  # characters before a number that say whether it is one of its own


def with_named(tokens: Sequence[Token], inside: TokenRange, quantity: Quantity) -> Quantity | None:
    """The whole count of "killed the mayor and 12 others": one more than those who are not named."""
    head = head_of(tokens, inside)
    named = tokens[head].head
    if quantity.unit not in table("units", "fates").values() or named < 0 or tokens[head].relation != "conj":
        return None
    several = tokens[named].tag in ("NNS", "NNPS") or tokens[named].pos not in ("NOUN", "PROPN")
    beside = [c for c in children(tokens, named) if tokens[c].relation == "conj" and c != head]
    if fold(tokens[head].word) != "others" or several or beside or quantity.low != quantity.high or not quantity.low:
        return None
    return replace(quantity, low=quantity.low + 1, high=quantity.low + 1)


def in_minutes(quantity: Quantity) -> Quantity:
    """Hours as minutes, so that a session of 90 minutes stands beside one of two hours."""
    if quantity.unit != "hour":
        return quantity
    low, high = (None if v is None else v * _HOUR for v in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit="minute")


def filled(tokens: Sequence[Token], inside: TokenRange) -> str:
    """What a length of time was filled with ("four days of riots")."""
    under = child(tokens, head_of(tokens, inside), "nmod")
    case = child(tokens, under, "case") if under is not None else None
    return thing_of(tokens[under]) if under is not None and case is not None and fold(tokens[case].word) == "of" else ""


def of_private_talk(told: str, end: int, things: Iterable[str]) -> bool:
    """Whether a length, which ends at `end`, is that of a talk which its sentence calls private."""
    beside = set(words(told[end:])[:1]) & word_set("values", "apart")
    return _PRIVATE.search(told) is not None and not beside and bool(word_set("values", "talks") & set(things))


def kinds_of(tokens: Sequence[Token], inside: TokenRange) -> frozenset[str]:
    """What kind of thing is counted: the nouns and names before it and before what it is made of ("ladder trucks")."""
    head = head_of(tokens, inside)
    made = child(tokens, head, "nmod")
    case = child(tokens, made, "case") if made is not None else None
    heads = [head, *([made] if made is not None and case is not None and fold(tokens[case].word) == "of" else ())]
    under = (c for at in heads for c in children(tokens, at) if tokens[c].relation in ("amod", "compound"))
    return frozenset(thing_of(tokens[c]) for c in under if tokens[c].pos in ("ADJ", "NOUN", "VERB"))


def measure_of(tokens: Sequence[Token], inside: TokenRange, beside: Sequence[int]) -> tuple[str, ...]:
    """The name of what a number measures, its last word first: what it stands before ("the 4 % bank lending rate"), else
    the last of the nouns that take part in its act."""
    at = head_of(tokens, inside)
    if tokens[at].relation in _BEFORE_NOUN and tokens[at].head > at:
        at = tokens[at].head
    elif beside:
        at = beside[-1]
    else:
        return ()
    under, open_ = [at], [at]
    while open_:
        open_ = [c for o in open_ for c in children(tokens, o) if tokens[c].relation == "compound"]
        under += [c for c in open_ if c not in range(*inside)]
    return tuple(dict.fromkeys(thing_of(tokens[i]) for i in under if tokens[i].pos in ("NOUN", "PROPN")))


def way_of(tokens: Sequence[Token], chain: Sequence[int], first: int) -> str:
    """The preposition that says whether a number is where a change began or ended, or how much it was.

    "began" is said of a number with its own "from" ("up from 28 %"), and not of one inside what has it ("from four days of").
    """
    before = fold(tokens[first - 1].word) if first else ""
    if before in ("by", "to"):
        return before
    own = {fold(tokens[c].word) for c in children(tokens, chain[0]) if tokens[c].relation == "case"}
    if "from" in own and not any(tokens[c].relation == "nmod" for c in children(tokens, chain[0])):
        return "began"
    cases = (fold(tokens[c].word) for i in chain for c in children(tokens, i) if tokens[c].relation == "case")
    return next((word for word in cases if word in _WAYS), "")


def planned(tokens: Sequence[Token], predicate: int, clause: Sequence[int]) -> bool:
    """Whether a clause tells what lies ahead, or what somebody expects."""
    over = [tokens[predicate].head] if tokens[predicate].head >= 0 else []
    return bool(word_set("values", "ahead") & {fold(tokens[i].word) for i in (*clause, *over)})


def partial(told: str, span: Span, first: int) -> bool:
    """Whether a number counts a part or a rest of something ("another four", "four of the", "13 others", "the last two")."""
    start, end = span.start - first, span.end - first
    after = words(_END.split(told[end:], maxsplit=1)[0])[:_AFTER]
    if _OF.search(told[max(0, start - _LED) : end]) or word_set("values", "limits") & {*words(told[:start])[-1:]}:
        return True
    beside = {*words(told[:start])[-_BEFORE:], *(w for w in words(told[start:end]) if w != "half"), *after}
    if "more" in beside and "than" not in beside:
        return True
    return (
        bool(word_set("values", "partial") & beside)
        or _whole(after)
        or "ago" in after
        or _whole_within(told[start:end])
    )


def _whole(after: Sequence[str]) -> bool:
    """Whether the whole follows of which a number counts a part ("four of the")."""
    return after[:1] == ("of",) and (len(after) < 2 or after[1] in word_set("values", "wholes"))


def _whole_within(said: str) -> bool:
    """Whether the words of a number name the whole of which it is a part ("twelve of those charges"), and no number of it."""
    listed = words(said)
    if "of" not in listed or listed[0] == "all":
        return False
    return _whole(listed[listed.index("of") :]) and not _COUNTED_WHOLE.search(fold(said))


def frames(tokens: Sequence[Token], inside: TokenRange, unit: str) -> bool:
    """Whether a number only says over how much another one runs ("in 54 games")."""
    head = head_of(tokens, inside)
    cases = {fold(tokens[c].word) for c in children(tokens, head) if tokens[c].relation == "case"}
    return (
        bool(cases & word_set("values", "running"))
        and unit
        not in {
            *word_set("values", "lengths"),
            *table("units", "measures").values(),
        }
        and not unit.isupper()
    )


def runs_over(part: PartAnnotations, sentence: Sentence, quantity: Quantity) -> frozenset[tuple[str, float]]:
    """The other numbers of a sentence that stand after "in" or "over"."""
    found = set()
    for other in part.quantities:
        if covers(sentence.span, other.span) and other.span != quantity.span and other.low is not None:
            head = head_of(part.tokens, tokens_within(part.tokens, other.span))
            cases = {
                fold(part.tokens[c].word) for c in children(part.tokens, head) if part.tokens[c].relation == "case"
            }
            if cases & word_set("values", "running"):
                found.add((other.unit, other.low))
    return frozenset(found)


def several(tokens: Sequence[Token], at: Iterable[int]) -> bool:
    """Whether several happenings are the matter of a clause ("three attacks over four days")."""
    return bool((word_set("values", "several") | word_set("values", "summing")) & {fold(tokens[i].word) for i in at})


def beyond(tokens: Sequence[Token], first: int) -> bool:
    """Whether a time is only that since which nothing was so high or so low ("the lowest level since May")."""
    said = [fold(t.word) for t in tokens[max(0, first - _SINCE) : first + 1]]
    if "since" not in said:
        return False
    since = first - said[::-1].index("since")
    before = list(reversed(tokens[max(0, since - _SINCE) : since]))
    stop = next((n for n, t in enumerate(before) if t.tag in _TENSED), len(before))
    return any(t.tag in ("JJS", "RBS") for t in before[:stop])


def thing_of(token: Token) -> str:
    """What a noun names, by the table of things."""
    lemma = fold(token.lemma or token.word)
    return table("acts", "things").get(lemma, lemma)
