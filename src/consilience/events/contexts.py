"""The contexts of PLOVER that the words of an event's sentence show."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from consilience.events.ground import Ground, lemma_of
from consilience.lexicons import records


def contexts(ground: Ground, number: int) -> tuple[str, ...]:
    """The contexts of a sentence in the ontology's order."""
    lemmas = [lemma_of(ground.parse.tokens[i]) for i in range(*ground.parse.sentences[number].tokens)]
    pairs = [f"{first} {second}" for first, second in itertools.pairwise(lemmas)]
    told = {context for words in (*lemmas, *pairs) for context in _shown().get(words, ())}
    return tuple(context for context in _order() if context in told)


@cache
def _shown() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in records("plover_contexts", "contexts"):
        words = row["words"]
        for word in words if isinstance(words, list) else ():
            found.setdefault(str(word), []).append(str(row["context"]))
    return MappingProxyType({word: tuple(listed) for word, listed in found.items()})


@cache
def _order() -> tuple[str, ...]:
    return tuple(str(row["context"]) for row in records("plover_contexts", "contexts"))
