"""How long after something another thing was, told in two ways: "days after the charge" here, "three days after" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from consilience.model.account import Difference, DifferenceScope, Side
from consilience.model.annotations import PartAnnotations, Sentence
from consilience.model.ids import content_id
from consilience.model.spans import Span, covers
from consilience.model.time import TimeMention
from consilience.reconcile.given import thing_of
from consilience.reconcile.library import Library, passages_at, text_of
from consilience.reconcile.one_fact import shared
from consilience.reconcile.valued import class_of, climbed, named_in, weighed, weights_of
from consilience.trees import head_of, tokens_within

_SHIFT = re.compile(r"shift:([+-])P(T?)([\dX.]+)([YMWDH])")
_REACH = 14  # tokens after "days after" that say after what
_ALIKE = 250  # per mille of their weighed words that two such clauses share
_RARE = 1000  # weight of all words that they share


@dataclass(frozen=True, slots=True)
class _Lapse:
    """A stretch from one thing to another: its way and unit, its number or "X", the act that is dated, of whom or what, and
    the words of what it is counted from."""

    report: str
    way: str
    number: str
    span: Span
    sentence: Span
    act: str
    thing: str
    after: Mapping[str, int]


def lapses_told_differently(library: Library) -> list[Difference]:
    """Day differences of one act that is dated by how long after or before another one it was."""
    known: defaultdict[tuple[str, str, str], list[_Lapse]] = defaultdict(list)
    for one in _lapses(library):
        known[one.way, one.act, one.thing].append(one)
    camps: defaultdict[tuple[tuple[str, str, str], str, str], list[tuple[_Lapse, _Lapse]]] = defaultdict(list)
    for key in sorted(known):
        for pair in combinations(known[key], 2):
            left, right = sorted(pair, key=lambda one: (one.number == "X", one.number))
            if left.number != right.number and left.report != right.report and _one_start(left, right):
                camps[key, left.number, right.number].append((left, right))
    found = (_difference(library, pairs) for pairs in camps.values())
    return [d for d in found if all(side.passages for side in d.sides)]


def _one_start(left: _Lapse, right: _Lapse) -> bool:
    """Whether two stretches are counted from one thing."""
    common = sum(weight for word, weight in left.after.items() if word in right.after)
    return common >= _RARE and shared(left.after, right.after) >= _ALIKE


def _lapses(library: Library) -> Iterator[_Lapse]:
    weights = weights_of(library)
    for (report, name), part in library.parts.items():
        for time in part.times if name == "text" else ():
            shift = _SHIFT.fullmatch(time.expression)
            sentence = next((s for s in part.sentences if covers(s.span, time.span)), None)
            if shift is not None and sentence is not None:
                found = _lapse(report, part, (time, sentence), weights)
                if found is not None:
                    yield found


def _lapse(
    report: str, part: PartAnnotations, told: tuple[TimeMention, Sentence], weights: Mapping[str, int]
) -> _Lapse | None:
    tokens, (time, sentence) = part.tokens, told
    shift = _SHIFT.fullmatch(time.expression)
    inside = tokens_within(tokens, time.span)
    if shift is None or inside.last <= inside.first:
        return None
    predicate, _ = climbed(tokens, head_of(tokens, inside))
    if predicate >= inside.last and tokens[predicate].relation == "advcl":  # "days after" hangs on what comes after it
        predicate = tokens[predicate].head
    who = named_in(tokens, predicate)
    if tokens[predicate].pos != "VERB" or who is None or tokens[who].pos not in ("NOUN", "PROPN"):
        return None
    last = min(inside.last + _REACH, tokens_within(tokens, sentence.span).last)
    after = weighed(tokens, range(inside.last, last), weights)
    way, hours, number, unit = shift.groups()
    thing, act = thing_of(tokens[who]), class_of(tokens[predicate])
    return _Lapse(report, way + hours + unit, number, time.span, sentence.span, act, thing, after)


def _difference(library: Library, pairs: Sequence[tuple[_Lapse, _Lapse]]) -> Difference:
    left, right = pairs[0]
    sides = tuple(_side(library, camp) for camp in zip(*pairs, strict=True))
    scope: DifferenceScope = "finer detail" if right.number == "X" else "conflict"
    key = tuple(p for side in sides for p in side.passages)
    id_ = "d" + content_id("difference", "day", tuple(side.value for side in sides), key)
    return Difference(id_, "day", scope, (), sides, f"how long it was from one thing to another ({left.thing})")


def _side(library: Library, camp: Sequence[_Lapse]) -> Side:
    first = camp[0]
    said = " ".join(text_of(library.reports[first.report].report, "text")[first.span.start : first.span.end].split())
    passages = [p for one in camp for p in passages_at(library, one.report, "text", (one.sentence,))]
    return Side(said, tuple(dict.fromkeys(passages)), ())
