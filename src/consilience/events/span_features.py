"""What the learned judge of participants sees of a noun phrase: its place in the tree, the words over it, what rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consilience.events.ground import Ground, is_somebody, lemma_of, name_of, within_cue
from consilience.events.hints import hinted
from consilience.events.sentence_features import word
from consilience.model.event import Event, Participant
from consilience.model.spans import Span, TokenRange, overlap
from consilience.parses import above, below, kid, noun_phrase

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_INNER = ("compound", "flat", "fixed", "goeswith", "nummod", "expl", "reparandum")
_LOOSE = (
    "parataxis",
    "discourse",
    "dislocated",
    "list",
    "vocative",
    "advcl",
    "nsubj",
    "nsubj:pass",
    "cop",
    "aux",
    "mark",
    "expl",
)
EDGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("whole", ()),
    ("no clause", ("acl:relcl",)),
    ("no clause or apposition", ("acl:relcl", "acl", "appos")),
    ("no apposition", ("acl:relcl", "appos")),
    ("no participle", ("acl:relcl", "acl")),
    ("alone", ("acl:relcl", "conj")),
    ("alone, no apposition", ("acl:relcl", "acl", "conj", "appos")),
    ("alone, no complement", ("acl:relcl", "acl", "conj", "appos", "nmod", "obl")),
    ("no complement", ("acl:relcl", "acl", "nmod", "obl")),
    ("owner", ("owner",)),
    ("core", ("acl:relcl", "acl", "conj", "appos", "nmod", "obl", "nmod:poss", "det", "amod", "advmod")),
)
Feature = tuple[str, float]


def candidates(ground: Ground, tokens: Iterable[int]) -> tuple[int, ...]:
    """The heads of the noun phrases among the tokens."""
    return tuple(
        i for i in tokens
        if ground.parse.tokens[i].pos in _NOMINAL and ground.parse.tokens[i].relation not in _INNER
    )  # fmt: skip


def edge(ground: Ground, head: int, name: str) -> TokenRange:
    """The phrase at the head with what the edge named leaves out; "owner" is the phrase before a possessive mark."""
    if name == "owner":
        owner = kid(ground.parse, head, "nmod:poss")
        head = owner if owner is not None else head
    without = next(left for called, left in EDGES if called == name)
    found = noun_phrase(ground.parse, head, (*_LOOSE, *without, *(("acl:relcl", "acl") if name == "owner" else ())))
    return _unmarked(ground, found, head)


def _unmarked(ground: Ground, found: TokenRange, head: int) -> TokenRange:
    """The phrase without a possessive mark, comma or adverb at its ends."""
    first, last = found
    while last - 1 > head and (
        ground.parse.tokens[last - 1].tag == "POS" or ground.parse.tokens[last - 1].word in (",", ";")
    ):
        last -= 1
    while first < head and ground.parse.tokens[first].relation in (
        "punct",
        "cc",
        "case",
        "mark",
        "advmod",
        "cc:preconj",
    ):
        if ground.parse.tokens[first].head != head:
            break
        first += 1
    return TokenRange(first, last)


def role_features(ground: Ground, head: int, heads: Sequence[int], events: Iterable[Event]) -> dict[str, float]:
    """The features by which a phrase is judged; `heads` are all candidates of its sentence, in order."""
    found: dict[str, float] = {}
    for name, weight in (
        *_own(ground, head),
        *_way(ground, head),
        *_among(ground, head, heads),
        *_ruled(ground, head, events),
    ):
        found[name] = max(weight, found.get(name, 0.0))
    return found


def edge_features(ground: Ground, head: int, role: str) -> dict[str, float]:
    """The features by which the edges of a phrase are chosen."""
    parse = ground.parse
    found = {f"role {role}": 1.0, f"relation {parse.tokens[head].relation}": 1.0, f"pos {parse.tokens[head].pos}": 1.0}
    for k in parse.kids[head]:
        relation = parse.tokens[k].relation
        side = "before" if k < head else "after"
        found[f"{side} {relation}"] = 1.0
        found[f"{role} {side} {relation}"] = 1.0
        if relation in ("nmod", "acl", "appos", "nmod:poss", "obl", "conj"):
            case = kid(parse, k, "case")
            found[f"{relation} {parse.tokens[case].word.lower() if case is not None else ''}"] = 1.0
            found[f"{relation} is {parse.tokens[k].pos} {is_somebody(ground, k)}"] = 1.0
            found[f"{relation} comma {parse.tokens[k - 1].word == ',' if k else False}"] = 1.0
            found[f"{relation} long {min(4, len(below(parse, k)) // 3)}"] = 1.0
    found[f"lemma {word(ground, head)}"] = 1.0
    found[f"somebody {is_somebody(ground, head)}"] = 1.0
    for size, (name, _) in enumerate(EDGES):
        stretch = edge(ground, head, name)
        found[f"size {size} {min(12, stretch.last - stretch.first)}"] = 0.5
    return found


def _own(ground: Ground, head: int) -> Iterator[Feature]:
    token, name = ground.parse.tokens[head], name_of(ground, head)
    yield f"pos {token.pos}", 1.0
    yield f"relation {token.relation}", 1.0
    yield f"name {name.type if name else ''}", 1.0
    yield f"lemma {word(ground, head)}", 1.0
    yield f"somebody {is_somebody(ground, head)}", 1.0
    yield f"somebody {is_somebody(ground, head)} {token.relation}", 1.0
    yield f"cue {within_cue(ground, head) is not None} owned {ground.owner[head] >= 0}", 1.0
    case = kid(ground.parse, head, "case")
    yield f"case {ground.parse.tokens[case].word.lower() if case is not None else ''} {token.relation}", 1.0
    yield from ((f"tells {kind}", 1.0) for kind in hinted(lemma_of(token)))
    for k in ground.parse.kids[head]:
        yield f"with {ground.parse.tokens[k].relation}", 0.5
        if ground.parse.tokens[k].relation in ("nmod", "nmod:poss", "amod", "compound"):
            yield f"with {ground.parse.tokens[k].relation} {is_somebody(ground, k)}", 0.7
            yield f"with {ground.parse.tokens[k].relation} {word(ground, k)}", 0.5


def _way(ground: Ground, head: int) -> Iterator[Feature]:
    """The way from the phrase up to the root, with words and with the types that they hint at."""
    parse, steps, at = ground.parse, [], head
    ups = above(parse, head)
    yield f"deep {min(6, len(ups))}", 1.0
    case = kid(parse, head, "case")
    marked = f"{parse.tokens[head].relation} {parse.tokens[case].word.lower() if case is not None else ''}"
    for number, up in enumerate(ups[:4]):
        steps.append(parse.tokens[at].relation)
        way = " ".join(steps)
        yield f"way {way} {'.' if parse.tokens[up].head < 0 else ''}", 1.0
        yield f"way {way} {word(ground, up)}", 1.0
        yield f"up {number} {parse.tokens[up].tag}", 0.5
        if number == 0:
            yield f"on {marked} {word(ground, up)}", 1.0
        for kind in hinted(lemma_of(parse.tokens[up])):
            yield f"way {way} is {kind}", 1.0
            if number < 2:
                yield f"on {number} {marked} is {kind}", 1.0
        at = up
    root = ups[-1] if ups else head
    yield f"root {word(ground, root)} {parse.tokens[head].relation}", 0.7


def _among(ground: Ground, head: int, heads: Sequence[int]) -> Iterator[Feature]:
    somebodies = [h for h in heads if is_somebody(ground, h)]
    yield f"number {min(5, heads.index(head))}", 1.0
    if head in somebodies:
        yield f"somebody number {min(4, somebodies.index(head))} of {min(4, len(somebodies))}", 1.0
    subjects = [h for h in heads if ground.parse.tokens[h].relation.startswith("nsubj")]
    if head in subjects:
        yield f"subject number {min(3, subjects.index(head))}", 1.0


def _ruled(ground: Ground, head: int, events: Iterable[Event]) -> Iterator[Feature]:
    """What the rules make of the phrase."""
    here = Span(ground.parse.tokens[head].start, ground.parse.tokens[head].end)
    for event in events:
        if event.part != ground.part:
            continue
        for role, people in (("acts", event.actors), ("befallen", event.recipients)):
            if _covers(people, here):
                yield f"ruled {role}", 2.0
                yield f"ruled {role} {event.type}", 1.0


def _covers(people: Iterable[Participant], here: Span) -> bool:
    return any(overlap(person.span, here) for person in people)
