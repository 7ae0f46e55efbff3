"""Places told differently: one thing of a story ("the golf resort") that is in one place here and in another there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from consilience.model.account import Difference, DifferenceScope, Side
from consilience.model.annotations import PartAnnotations, PlaceMention, Sentence
from consilience.model.ids import content_id
from consilience.model.spans import covers
from consilience.reconcile.given import thing_of
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.one_fact import shared
from consilience.reconcile.valued import weighed, weights_of
from consilience.trees import children, head_of, tokens_within
from consilience.wording import fold, words

_KINDS = frozenset(("facility", "region", "town", "unknown"))
_IN = frozenset(("at", "in", "near", "outside"))
_BEFORE = frozenset(("amod", "compound"))
_ALIKE = 250  # per mille of weighed words that two sentences about one thing share


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing where a report sets it: the noun with the words before it, the place, and the sentence with its words."""

    report: str
    thing: str
    kinds: frozenset[str]
    place: PlaceMention
    sentence: Sentence
    told: Mapping[str, int]


def places_told_differently(library: Library) -> Iterator[Difference]:
    """Place differences of one thing, by its noun, a word before that, and the words of the two sentences."""
    known: defaultdict[str, list[Placed]] = defaultdict(list)
    for one in placed(library):
        known[one.thing].append(one)
    camps: defaultdict[tuple[str, str, str], list[tuple[Placed, Placed]]] = defaultdict(list)
    for thing in sorted(known):
        for pair in combinations(known[thing], 2):
            left, right = sorted(pair, key=lambda one: fold(one.place.name))
            if _elsewhere(left, right, known[thing]):
                camps[thing, fold(left.place.name), fold(right.place.name)].append((left, right))
    for pairs in camps.values():
        yield from _difference(library, pairs)


def placed(library: Library) -> Iterator[Placed]:
    """The things of all reports that a place is told of by "in", "at", "near" or "outside", in reading order."""
    weights = weights_of(library)
    for (report, name), part in library.parts.items():
        for place in part.places if name == "text" else ():
            sentence = next((s for s in part.sentences if covers(s.span, place.span)), None)
            if sentence is not None and place.kind in _KINDS:
                yield from _placed(report, part, (place, sentence), weights)


def _placed(
    report: str, part: PartAnnotations, told: tuple[PlaceMention, Sentence], weights: Mapping[str, int]
) -> Iterator[Placed]:
    tokens, (place, sentence) = part.tokens, told
    inside = tokens_within(tokens, place.span)
    if inside.last <= inside.first:
        return
    head = head_of(tokens, inside)
    over = tokens[head].head
    cases = {fold(tokens[c].word) for c in children(tokens, head) if tokens[c].relation == "case"}
    if over < 0 or not cases & _IN or tokens[head].relation != "nmod" or tokens[over].pos != "NOUN":
        return
    before = (c for c in children(tokens, over) if tokens[c].relation in _BEFORE)
    others = [i for i in range(*tokens_within(tokens, sentence.span)) if i not in range(*inside)]
    kinds = frozenset(thing_of(tokens[c]) for c in before)
    yield Placed(report, thing_of(tokens[over]), kinds, place, sentence, weighed(tokens, others, weights))


def _elsewhere(left: Placed, right: Placed, all_: list[Placed]) -> bool:
    """Whether two reports set one thing in two places, and neither sets such a thing in the other's place too."""
    names = fold(left.place.name), fold(right.place.name)
    if left.report == right.report or set(words(names[0])) & set(words(names[1])):
        return False
    if not left.kinds & right.kinds or shared(left.told, right.told) < _ALIKE:
        return False
    told = {(one.report, fold(one.place.name)) for one in all_}
    return (left.report, names[1]) not in told and (right.report, names[0]) not in told


def _difference(library: Library, pairs: list[tuple[Placed, Placed]]) -> Iterator[Difference]:
    left, right = pairs[0]
    sides = _side(library, [one for one, _ in pairs]), _side(library, [other for _, other in pairs])
    if all(side.passages for side in sides):
        scope, why = _scope(library, left, right)
        because = f"one thing ({' '.join((*sorted(left.kinds & right.kinds), left.thing))}) set in two places{why}"
        key = tuple(p for side in sides for p in side.passages)
        id_ = "d" + content_id("difference", "place", tuple(side.value for side in sides), key)
        yield Difference(id_, "place", scope, (), sides, because)


def _scope(library: Library, left: Placed, right: Placed) -> tuple[DifferenceScope, str]:
    """Finer detail where one sentence names the other's place too; else nobody says whether one lies in the other."""
    for one, other in ((left, right), (right, left)):
        said = text_of(library.reports[one.report].report, "text")[one.sentence.span.start : one.sentence.span.end]
        if set(words(other.place.name)) <= set(words(said)):
            return "finer detail", ""
    return "not comparable", "; whether both hold is not decided"


def _side(library: Library, camp: list[Placed]) -> Side:
    first = camp[0]
    text = text_of(library.reports[first.report].report, "text")
    said = " ".join(text[first.place.span.start : first.place.span.end].split())
    passages = [p for one in camp for p in passages_at(library, one.report, "text", (one.sentence.span,))]
    return Side(said, tuple(dict.fromkeys(passages)), ())
