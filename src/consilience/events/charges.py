"""What stands under a charge, a verdict, a reproach or a judge's order: whose time it tells, and what was ordered done."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.events.ground import Ground, lemma_of, participant
from consilience.events.negation import is_negated
from consilience.model.time import TimeMention
from consilience.parses import below, kid
from consilience.trees import tokens_within

_IN_WORDS = ("ACCUSE", "REQUEST", "SUPPORT")
_JUDGING = ("ACCUSE", "COERCE", "SANCTION")
_REASONS = ("about", "for", "over")
_COUNTS = ("for", "in", "of", "with")
_REPROACHES = frozenset(
    "corrupt criminal cruel cynical dishonest guilty hypocritical illegal immoral irresponsible reckless unfair wrong".split()
)
_CLAIMS = ("accusation", "allegation", "charge", "count", "suspicion")
_HOLDING = frozenset("accuse acquit arrest charge clear convict guilty indict jail sentence suspect try".split())
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
    claims = [
        k for k in kids[act] if lemma_of(tokens[k]) in _CLAIMS and tokens[k].relation == "obl" and kind in _JUDGING
    ]
    beside = {tokens[i].start for k in claims for i in below(ground.parse, k)}
    times = [t for t in times if t.span.start not in beside]
    kept = [t for t in times if not starts or t.span.start < min(starts)]
    counts = [c for c in _marks(ground, act) if kind in _JUDGING and tokens[c].word.lower() in _COUNTS]
    return tuple(t for t in kept if not any(tokens[c].start < t.span.start < _head_of(ground, c) for c in counts))


def _head_of(ground: Ground, case: int) -> int:
    """Where the noun of a preposition begins: "of the 2005 murder"."""
    return ground.parse.tokens[ground.parse.tokens[case].head].start


def _marks(ground: Ground, act: int) -> list[int]:
    """The prepositions and marks of what follows an act."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    return [c for k in kids[act] if k > act for c in kids[k] if tokens[c].relation in ("case", "mark")]


def who_ordered(ground: Ground, verb: int) -> int | None:
    """ "The judge ordered him held": the court by whose order something is done, or None."""
    if not is_ordered(ground, verb):
        return None
    judge = kid(ground.parse, ground.parse.tokens[verb].head, "nsubj", "obl:agent")
    return judge if judge is not None and _is_court(ground, judge) else None


def is_ordered(ground: Ground, verb: int) -> bool:
    """ "Was ordered held without bail", "the judge ordered him held": the order of a court is done by being given."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[verb]
    if token.tag != "VBN" or token.relation not in ("ccomp", "xcomp") or token.head < 0:
        return False
    if lemma_of(tokens[token.head]) != "order" or is_negated(ground.parse, token.head):
        return False
    helpers = {tokens[k].word.lower() for k in ground.parse.kids[token.head] if tokens[k].relation.startswith("aux")}
    if kid(ground.parse, verb, "aux", "aux:pass", "mark") is not None or helpers - {
        "been",
        "had",
        "has",
        "was",
        "were",
    }:
        return False
    judge = kid(ground.parse, token.head, "nsubj", "obl:agent")
    return _is_court(ground, judge) if judge is not None else bool(helpers & {"been", "was", "were"})


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


def is_of_a_charge(ground: Ground, verb: int) -> bool:
    """ "Arrested on charges he killed two", "allegations that they took bribes"."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[verb]
    over = token.head
    said = token.relation in ("acl", "acl:relcl", "ccomp") and over >= 0 and lemma_of(tokens[over]) in _CLAIMS
    pronoun = any(
        tokens[k].tag in ("WDT", "WP") and tokens[k].relation in ("nsubj", "nsubj:pass", "obj")
        for k in ground.parse.kids[verb]
    )
    return said and tokens[over].pos == "NOUN" and not pronoun


def deed_times(ground: Ground, act: int, kind: str, times: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The times that the tree hangs on a verdict though they tell of the deed: "convicted of killing two in 1998", and those
    right behind the words of a deed: "spoke of the slaying of Ada Brook in 1998"."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[act]
    if token.tag == "VBG" and is_held(ground, token.head):
        behind = told_times(ground, token.head, "SANCTION", times)
        return tuple(t for t in times if t not in behind)
    if token.pos != "NOUN" or kind not in ("ASSAULT", "COERCE", "RETREAT", "SANCTION"):
        return ()
    last = max((act, *below(ground.parse, act)))
    case = last + 1 < len(tokens) and tokens[last + 1].word.lower() in ("in", "on")
    return tuple(t for t in times if case and tokens_within(tokens, t.span).first == last + 2)


def is_held(ground: Ground, verb: int) -> bool:
    """Whether a verb or adjective says that somebody is held to have done something."""
    return verb >= 0 and lemma_of(ground.parse.tokens[verb]) in _HOLDING
