"""Places told differently: one thing of a story ("the golf resort") that is in one place here and in another there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from consilience.lexicons import word_set
from consilience.model.account import Difference, DifferenceScope, Side
from consilience.model.annotations import PartAnnotations, PlaceMention, Sentence, Token
from consilience.model.ids import content_id
from consilience.model.spans import covers
from consilience.model.time import Moment
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
    """A thing where a report sets it: the noun with the words before it, the place, and the sentence with its words.

    `common` are those of the words before it that are no names, `days` those that the sentence names.
    """

    report: str
    thing: str
    kinds: frozenset[str]
    common: frozenset[str]
    place: PlaceMention
    sentence: Sentence
    told: Mapping[str, int]
    days: tuple[Moment, ...]


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
                days = (library.days.get((report, name, m.span)) for m in part.times if covers(sentence.span, m.span))
                told = _placed(report, part, (place, sentence), weights)
                yield from (replace(one, days=tuple(d for d in days if d is not None)) for one in told)


def _placed(
    report: str, part: PartAnnotations, told: tuple[PlaceMention, Sentence], weights: Mapping[str, int]
) -> Iterator[Placed]:
    tokens, (place, sentence) = part.tokens, told
    inside = tokens_within(tokens, place.span)
    if inside.last <= inside.first:
        return
    head = head_of(tokens, inside)
    over = _thing_over(tokens, head)
    if over is None:
        return
    before = (c for c in children(tokens, over) if tokens[c].relation in _BEFORE)
    others = [i for i in range(*tokens_within(tokens, sentence.span)) if i not in range(*inside)]
    joined = over > 1 and tokens[over - 1].word == "-" and tokens[over - 2].end + 1 == tokens[over].start
    kinds = {thing_of(tokens[c]): tokens[c].word for c in before if not (joined and c == over - 2)}
    common = frozenset(kind for kind, word in kinds.items() if word.islower())
    thing = fold(tokens[over - 2].word) * joined + thing_of(tokens[over])  # "fund-raiser" is "fundraiser"
    yield Placed(report, thing, frozenset(kinds), common, place, sentence, weighed(tokens, others, weights), ())


def _thing_over(tokens: Sequence[Token], place: int) -> int | None:
    """The noun that a place is told of; where the tree gives both to the verb, the one right before "in"."""
    case = next((c for c in children(tokens, place) if fold(tokens[c].word) in _IN), None)
    over = tokens[place].head
    if case is None or over < 0:
        return None
    if tokens[place].relation == "obl" and case > 0 and tokens[case - 1].head == over:
        over = case - 1
    elif tokens[place].relation != "nmod":
        return None
    return over if tokens[over].pos == "NOUN" else None


def _one_kind(left: Placed, right: Placed) -> bool:
    """Whether a word before the thing is the same, or stands in the other's sentence where that has none before it."""
    if left.kinds and right.kinds:
        return bool(left.kinds & right.kinds)
    bare, other = (left, right) if not left.kinds else (right, left)
    return bool(other.common & bare.told.keys())


def _elsewhere(left: Placed, right: Placed, all_: list[Placed]) -> bool:
    """Whether two reports set one thing in two places, and neither sets such a thing in the other's place too."""
    names = fold(left.place.name), fold(right.place.name)
    if left.report == right.report or set(words(names[0])) & set(words(names[1])):
        return False
    if not _one_kind(left, right) or shared(left.told, right.told) < _ALIKE:
        return False
    one_day = any(a.earliest <= b.latest and b.earliest <= a.latest for a in left.days for b in right.days)
    again = left.thing in word_set("values", "talks")  # what people hold more than once
    if (again or (left.days and right.days)) and not one_day:
        return False
    told = {(one.report, fold(one.place.name)) for one in all_}
    return (left.report, names[1]) not in told and (right.report, names[0]) not in told


def _difference(library: Library, pairs: list[tuple[Placed, Placed]]) -> Iterator[Difference]:
    left, right = pairs[0]
    sides = _side(library, [one for one, _ in pairs]), _side(library, [other for _, other in pairs])
    if all(side.passages for side in sides):
        scope, why = _scope(library, left, right)
        kinds = left.kinds & right.kinds or (left.common | right.common) & {*left.told, *right.told}
        because = f"one thing ({' '.join((*sorted(kinds), left.thing))}) set in two places{why}"
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
