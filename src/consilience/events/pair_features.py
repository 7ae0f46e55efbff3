"""What the learned coder of a pair sees: words, paths and rules around two masked participants; names are never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consilience.events.ground import Ground, lemma_of
from consilience.events.hints import hinted
from consilience.events.reality import verb_status
from consilience.model.event import Event, Participant
from consilience.model.spans import Span, overlap
from consilience.parses import above, kid

SOURCE, TARGET, NAME, NUMBER = "S", "T", "X", "N"
_CLAUSES = ("xcomp", "ccomp", "obj", "advcl", "obl", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two participants of one text by their token numbers, in text order."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def pair_features(ground: Ground, pair: Pair, events: Iterable[Event]) -> dict[str, float]:
    """The features of a pair by name, each with its weight; `events` are those that the rules coded in the part."""
    found: dict[str, float] = {}
    view = _View(ground, pair, frozenset(pair.source), frozenset(pair.target))
    for name, weight in (*_all(view), *_coded(view, events)):
        found[name] = max(weight, found.get(name, 0.0))
    return found


@dataclass(frozen=True, slots=True)
class _View:
    ground: Ground
    pair: Pair
    source: frozenset[int]
    target: frozenset[int]

    def word(self, index: int) -> str:
        """The token as a feature may see it: masked, or its lemma."""
        token = self.ground.parse.tokens[index]
        if index in self.source:
            return SOURCE
        if index in self.target:
            return TARGET
        if token.pos == "PROPN":
            return NAME
        return NUMBER if token.pos == "NUM" else lemma_of(token)


def _all(view: _View) -> Iterator[tuple[str, float]]:
    yield from _sequences(view)
    source, target = _head(view, view.pair.source), _head(view, view.pair.target)
    spine: tuple[int, ...] = ()
    if source is not None:
        spine = above(view.ground.parse, source)
        yield from _governor(view, source, spine)
    if source is not None and target is not None:
        yield from _path(view, source, target)
    if target is not None:
        yield from _around(view, target)
    yield from _kinds(view)


def _sequences(view: _View) -> Iterator[tuple[str, float]]:
    """Runs of one to three masked lemmas, and of those between the two."""
    words: list[str] = []
    for index in range(len(view.ground.parse.tokens)):
        word = view.word(index)
        if word not in (SOURCE, TARGET, NAME) or not words or words[-1] != word:
            words.append(word)
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            yield f"{size} {' '.join(words[at : at + size])}", 1.0
    if SOURCE in words and TARGET in words:
        first, last = sorted((words.index(SOURCE), words.index(TARGET)))
        order = "ST" if words[first] == SOURCE else "TS"
        yield f"order {order}", 1.0
        for word in words[first + 1 : last]:
            yield f"between {word}", 1.0
            yield from ((f"between is {kind}", 1.0) for kind in hinted(word))


def _head(view: _View, tokens: Sequence[int]) -> int | None:
    return next((i for i in tokens if view.ground.parse.tokens[i].head not in tokens), None)


def _governor(view: _View, source: int, spine: Sequence[int]) -> Iterator[tuple[str, float]]:
    """The words that the source hangs on, what stands beside it there, and how real the act is told."""
    parse = view.ground.parse
    yield f"source is {parse.tokens[source].relation}", 1.0
    below = source
    for step, index in enumerate(spine[:3]):
        yield f"over source {step} {parse.tokens[below].relation} {view.word(index)}", 1.0
        below = index
    act = spine[0] if spine else source
    yield f"act {view.word(act)}", 2.0
    yield f"form {parse.tokens[act].tag}", 1.0
    status = verb_status(view.ground, act)[0]
    yield f"status {status}", 1.0
    for kind in hinted(view.word(act)):
        yield f"act is {kind}", 2.0
        yield f"act is {kind} {status}", 1.0
    for index in parse.kids[act]:
        yield f"beside {parse.tokens[index].relation} {view.word(index)}", 1.0
        if parse.tokens[index].relation in _CLAUSES and index not in view.source:
            yield from _beneath(view, act, index)


def _beneath(view: _View, act: int, index: int) -> Iterator[tuple[str, float]]:
    """An object or clause of the act: what it tells, and what hangs on it."""
    parse, relation = view.ground.parse, view.ground.parse.tokens[index].relation
    yield f"two {view.word(act)} {relation} {view.word(index)}", 1.0
    for kind in hinted(view.word(index)):
        yield f"its {relation} is {kind}", 1.0
        yield f"two {view.word(act)} is {kind}", 1.0
        for first in hinted(view.word(act)):
            yield f"kinds {first} {kind}", 1.0
    for below in parse.kids[index]:
        yield f"beneath {relation} {parse.tokens[below].relation} {view.word(below)}", 1.0


def _path(view: _View, source: int, target: int) -> Iterator[tuple[str, float]]:
    """The way through the tree from one to the other."""
    parse = view.ground.parse
    ups, downs = (source, *above(parse, source)), (target, *above(parse, target))
    meeting = next((i for i in ups if i in downs), None)
    if meeting is None:
        return
    left, right = ups[: ups.index(meeting)], downs[: downs.index(meeting)]
    steps = [parse.tokens[i].relation for i in left], [parse.tokens[i].relation for i in reversed(right)]
    yield f"path {' '.join(steps[0])} {view.word(meeting)} {' '.join(steps[1])}", 1.0
    yield f"shape {' '.join(steps[0])} ^ {' '.join(steps[1])}", 1.0
    for index in dict.fromkeys((*left[1:], *right[1:], meeting)):
        yield f"on the way {view.word(index)}", 1.5
        for kind in hinted(view.word(index)):
            yield f"way is {kind}", 1.5
            yield f"way is {kind} {verb_status(view.ground, index)[0]}", 1.0
        for k in parse.kids[index]:
            yield f"by the way {view.word(k)}", 1.0
    if len(downs) > 1:
        yield f"over target {parse.tokens[target].relation} {view.word(downs[1])}", 1.0
        yield from ((f"over target is {kind}", 1.0) for kind in hinted(view.word(downs[1])))


def _around(view: _View, target: int) -> Iterator[tuple[str, float]]:
    case = kid(view.ground.parse, target, "case")
    yield f"target after {view.word(case) if case is not None else ''}", 1.0
    yield f"target is {view.ground.parse.tokens[target].relation}", 1.0


def _kinds(view: _View) -> Iterator[tuple[str, float]]:
    """The common nouns among the words of the two: who acts and what is acted on, without names."""
    for side, tokens in (("source", view.pair.source), ("target", view.pair.target)):
        for index in tokens:
            token = view.ground.parse.tokens[index]
            if token.pos in ("NOUN", "VERB"):
                yield f"{side} has {lemma_of(token)}", 0.7
                yield from ((f"{side} tells {kind}", 0.7) for kind in hinted(lemma_of(token)))


def _coded(view: _View, events: Iterable[Event]) -> Iterator[tuple[str, float]]:
    """What the rules say, and whether they name the two."""
    for event in events:
        if event.part != view.ground.part:
            continue
        yield f"coded {event.type}", 1.0
        by_source, on_target = _named(view, event.actors, view.source), _named(view, event.recipients, view.target)
        if by_source:
            yield f"coded by source {event.type}", 1.0
            yield f"coded by source {event.type} {event.status}", 1.0
        if on_target:
            yield f"coded on target {event.type}", 1.0
        if by_source and on_target:
            yield f"coded both {event.type}", 2.0
            yield f"coded both {event.type} {event.status}", 2.0


def _named(view: _View, people: Iterable[Participant], tokens: Iterable[int]) -> bool:
    stretches = [Span(view.ground.parse.tokens[i].start, view.ground.parse.tokens[i].end) for i in tokens]
    return any(overlap(person.span, stretch) for person in people for stretch in stretches)


def span_tokens(ground: Ground, spans: Sequence[Span]) -> tuple[int, ...]:
    """The tokens that the spans touch."""
    return tuple(
        i for i, t in enumerate(ground.parse.tokens) if any(t.start < span.end and t.end > span.start for span in spans)
    )
