"""Which times of a text belong to an act: those that the tree hangs on its verb, noun or clause, never the nearest."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.time import TimeMention
from consilience.trees import SUBJECTS, child, head_of, tokens_within

_VERBAL = ("VERB", "AUX")
_ARGUMENTS = ("obj", "obl", *SUBJECTS)
_STEPS = 12


def own_times(
    tokens: Sequence[Token], times: Sequence[TimeMention], act: int, rivals: Collection[int] = ()
) -> tuple[TimeMention, ...]:
    """The times of the act at a token: what modifies it, else what modifies the clause that it stands in; else none.

    `rivals` are the tokens of other acts of the text, which keep the times that modify them.
    """
    at = [(time, modified(tokens, time, {act, *rivals})) for time in times]
    for place in _clause(tokens, act):
        own = tuple(time for time, head in at if head == place)
        if own:
            return own
    return ()


def modified(tokens: Sequence[Token], time: TimeMention, acts: Collection[int]) -> int | None:
    """The token that a time modifies: an act, else a verb, else the noun right behind it ("Friday's attack")."""
    inside = tokens_within(tokens, time.span)
    if inside.last == inside.first:
        return None
    said = saying_before(tokens, inside.first)
    if said is not None:
        return said
    at = head_of(tokens, inside)
    for _ in range(_STEPS):
        above = tokens[at].head
        if above < 0:
            return at if at in acts or tokens[at].pos in _VERBAL else None
        nominal = tokens[above].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADV")
        led = nominal and at < above and tokens[above].pos == "NOUN" and tokens[at].relation not in _ARGUMENTS
        if led and _torn(tokens, inside.first, above):
            return tokens[above].head
        if above in acts or not nominal or led or child(tokens, above, "cop") is not None:
            return above
        at = above
    return None


def _torn(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether a day that begins the sentence was hung on the subject behind it: "On Friday soldiers stormed the hall"."""
    return tokens[noun].relation in SUBJECTS and first > 0 and tokens[first - 1].word in ("On", "In", "By")


def saying_before(tokens: Sequence[Token], first: int) -> int | None:
    """The verb of saying right before a time ("said on Thursday the port would open"), whatever the tree hangs it on."""
    at = first - 1
    while at >= 0 and tokens[at].word.lower() in ("on", "early", "late", "earlier", "later"):
        at -= 1
    told = at >= 0 and tokens[at].tag == "VBD" and tokens[at].lemma.lower() in word_set("times", "saying")
    return at if told else None


def _clause(tokens: Sequence[Token], act: int) -> list[int]:
    """The act and the tokens whose times are its own where it has none: its light verb, the verb it is joined to."""
    places = [act]
    for _ in range(_STEPS):
        at = places[-1]
        above = tokens[at].head
        if above < 0 or not _shares(tokens, at, above):
            return places
        places.append(above)
    return places


def _shares(tokens: Sequence[Token], at: int, above: int) -> bool:
    """Whether what says when the head happens says it of the token too."""
    token, head = tokens[at], tokens[above]
    relation = token.relation.split(":")[0]
    if token.pos in ("NOUN", "PROPN"):
        held = head.lemma.lower() in word_set("times", "holding")
        return held and relation in ("nsubj", "obj") and head.pos in _VERBAL
    if relation == "xcomp":
        return head.lemma.lower() in word_set("times", "schedules") | word_set("times", "phases")
    if relation == "conj":
        return head.pos in _VERBAL and child(tokens, at, *SUBJECTS) is None
    return relation == "advcl" and token.tag == "VBG" and child(tokens, at, "mark", *SUBJECTS) is None
