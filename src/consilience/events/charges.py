"""What stands under a charge, a verdict, a reproach or a judge's order: whose time it tells, and what was ordered done."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.events.ground import Ground, lemma_of, participant
from consilience.events.negation import is_negated
from consilience.model.time import TimeMention
from consilience.parses import kid

_IN_WORDS = ("ACCUSE", "REQUEST", "SUPPORT")
_JUDGING = ("ACCUSE", "COERCE", "SANCTION")
_REASONS = ("about", "for", "over")
_COUNTS = ("for", "in", "of", "with")
_REPROACHES = frozenset(
    "corrupt criminal cruel cynical dishonest guilty hypocritical illegal immoral irresponsible reckless unfair wrong".split()
)
_COURTS = frozenset({"court", "judge", "jury", "magistrate", "tribunal"})


def told_times(ground: Ground, act: int, kind: str, times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The times without those of what is blamed or judged: "criticised her for votes cast in the 1990s", "charged with
    killing two men 41 years ago"."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    starts = [tokens[c].start for c in _marks(ground, act) if kind in _IN_WORDS and tokens[c].word.lower() in _REASONS]
    if kind in _JUDGING:
        under = [act, *(k for k in kids[act] if tokens[k].relation == "xcomp")]
        starts += [
            tokens[c].start for place in under for c in _marks(ground, place)
            if tokens[tokens[c].head].tag == "VBG" and tokens[c].word.lower() in _COUNTS
        ]  # fmt: skip
    return tuple(t for t in times if not starts or t.span.start < min(starts))


def _marks(ground: Ground, act: int) -> list[int]:
    """The prepositions and marks of what follows an act."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    return [c for k in kids[act] if k > act for c in kids[k] if tokens[c].relation in ("case", "mark")]


def who_ordered(ground: Ground, verb: int) -> int | None:
    """ "The judge ordered him held": the court by whose order something is done, or None."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[verb]
    if token.tag != "VBN" or token.relation not in ("ccomp", "xcomp") or token.head < 0:
        return None
    if lemma_of(tokens[token.head]) != "order" or is_negated(ground.parse, token.head):
        return None
    if kid(ground.parse, verb, "aux", "aux:pass", "mark") is not None or tokens[token.head].tag != "VBD":
        return None
    judge = kid(ground.parse, token.head, "nsubj")
    return judge if judge is not None and _is_court(ground, judge) else None


def _is_court(ground: Ground, index: int) -> bool:
    titles = {lemma_of(ground.parse.tokens[k]) for k in (index, *ground.parse.kids[index])}
    return bool(titles & _COURTS) or "JUD" in participant(ground, index).sectors


def is_on_trial(ground: Ground, verb: int) -> bool:
    """ "Went on trial for killing": the verb over the deed says that somebody is tried for it."""
    over = ground.parse.tokens[verb].head
    places = ground.parse.kids[over] if over >= 0 else ()
    return any(lemma_of(ground.parse.tokens[k]) == "trial" for k in places if k < verb)


def is_reproached(ground: Ground, verb: int) -> bool:
    """ "Said they were hypocritical because they had armed the rebels": the deed is the ground of a reproach."""
    tokens, at = ground.parse.tokens, verb
    while tokens[at].relation == "conj" and tokens[at].head >= 0:
        at = tokens[at].head
    over = tokens[at].head
    if tokens[at].relation != "advcl" or over < 0 or lemma_of(tokens[over]) not in _REPROACHES:
        return False
    mark = kid(ground.parse, at, "mark")
    because = mark is not None and tokens[mark].word.lower() in ("because", "since")
    return because and ground.owner[verb] >= 0 and ground.owner[over] == ground.owner[verb]
