"""What the learned judge of a sentence sees, which says whether it tells a political act: words, relations, rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from consilience.events.ground import Ground, lemma_of
from consilience.events.hints import hinted
from consilience.model.event import Event
from consilience.model.spans import overlap

NAME, NUMBER = "X", "N"
_TOLD = ("nsubj", "obj", "obl", "xcomp", "ccomp", "nsubj:pass", "amod", "compound")
_CLAUSES = ("obj", "xcomp", "ccomp")
Feature = tuple[str, float]


def sentence_features(ground: Ground, number: int, events: Iterable[Event]) -> dict[str, float]:
    """The features of a sentence of the part; `events` are those that the rules coded in the part."""
    tokens = range(*ground.parse.sentences[number].tokens)
    here = [e for e in events if e.part == ground.part and overlap(e.sentence, ground.parse.sentences[number].span)]
    found: defaultdict[str, float] = defaultdict(float)
    for name, weight in _all(ground, tokens, here):
        found[name] = max(weight, found[name])
    return dict(found)


def _all(ground: Ground, tokens: Sequence[int], events: Sequence[Event]) -> Iterator[Feature]:
    yield from runs([word(ground, i) for i in tokens])
    for index in tokens:
        yield from ((f"has {kind}", 0.7) for kind in hinted(lemma_of(ground.parse.tokens[index])))
        head = ground.parse.tokens[index].head
        if head < 0:
            yield from _root(ground, index)
        elif ground.parse.tokens[index].relation in _TOLD:
            yield f"dep {word(ground, head)} {ground.parse.tokens[index].relation} {word(ground, index)}", 1.0
    for event in events:
        yield f"coded {event.type}", 1.0
        yield f"coded {event.type} {event.status}", 1.0
        yield ("coded own" if event.statement is None else "coded said"), 1.0
    yield from _statements(ground, tokens)


def runs(words: Sequence[str]) -> Iterator[Feature]:
    """Runs of one to three words; names that stand side by side are one."""
    kept: list[str] = []
    for each in words:
        if each != NAME or not kept or kept[-1] != NAME:
            kept.append(each)
    for size in (1, 2, 3):
        for at in range(len(kept) - size + 1):
            yield f"{size} {' '.join(kept[at : at + size])}", 1.0


def word(ground: Ground, index: int) -> str:
    """The lemma of a token, with names and numbers masked."""
    token = ground.parse.tokens[index]
    if token.pos == "PROPN":
        return NAME
    return NUMBER if token.pos == "NUM" else lemma_of(token)


def _root(ground: Ground, root: int) -> Iterator[Feature]:
    """The sentence's main word and what stands directly beside it."""
    parse, lemma = ground.parse, word(ground, root)
    yield f"root {lemma}", 2.0
    yield f"root form {parse.tokens[root].tag}", 1.0
    yield from ((f"root is {kind}", 2.0) for kind in hinted(lemma))
    for index in parse.kids[root]:
        relation, beside = parse.tokens[index].relation, word(ground, index)
        yield f"beside {relation} {beside}", 1.0
        yield f"two {lemma} {relation} {beside}", 1.0
        for kind in hinted(beside):
            yield f"beside {relation} is {kind}", 1.0
            yield f"two {lemma} is {kind}", 1.0
        if relation in _CLAUSES:
            for below in parse.kids[index]:
                yield f"beneath {relation} {parse.tokens[below].relation} {word(ground, below)}", 1.0


def _statements(ground: Ground, tokens: Sequence[int]) -> Iterator[Feature]:
    told = [ground.statements[n] for n in sorted({ground.owner[i] for i in tokens}) if n >= 0]
    for statement in told:
        yield f"said {statement.act}", 1.0
        yield f"said {statement.manner}", 1.0
        yield f"said {statement.scope}", 1.0
    owned = sum(ground.owner[i] >= 0 for i in tokens)
    yield f"said share {4 * owned // max(1, len(tokens))}", 1.0
