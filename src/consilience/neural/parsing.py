"""From a window's scores to the words of one sentence: tags, lemmas, features, heads and relations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.neural.network import RelationNamer, WindowAnswer
from consilience.neural.trees import best_tree
from consilience.neural.weights import Labels

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """What the heads say of one word; `head` counts words of the sentence from 0, -1 at its root."""

    tag: str
    pos: str
    features: str
    rule: str
    head: int
    relation: str


class Parser:
    """Decodes sentences with the weights' labels and their relation network."""

    def __init__(self, labels: Labels, namer: RelationNamer) -> None:
        self._labels = labels
        self._namer = namer
        self._root = labels.relation.index("root")

    def parse(self, answer: WindowAnswer, first: int, last: int) -> list[ParsedWord]:
        """The sentence that stands at the window's words from `first` up to `last`."""
        columns = [0, *range(first + 1, last + 1)]
        heads = best_tree(answer.arc[first:last, columns].astype(np.float64))
        relations = self._relation_numbers(answer, first, last, heads)
        tags, morphs, rules = (scores[first:last].argmax(1) for scores in (answer.xpos, answer.morph, answer.lemma))
        return [self._word(*numbers) for numbers in zip(tags, morphs, rules, heads, relations, strict=True)]

    def _word(self, tag: int, morph: int, rule: int, head: int, relation: int) -> ParsedWord:
        pos, _, features = self._labels.morph[morph].partition("|")
        return ParsedWord(
            self._labels.xpos[tag],
            pos,
            features,
            self._labels.lemma[rule],
            int(head) - 1,
            self._labels.relation[relation],
        )

    def _relation_numbers(
        self, answer: WindowAnswer, first: int, last: int, heads: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        governors = answer.head[np.where(heads == 0, 0, heads + first)]
        scores = self._namer.scores(answer.dependent[first:last], governors)
        scores[heads > 0, self._root] = _NEVER
        numbers: NDArray[np.int64] = scores.argmax(1)
        numbers[heads == 0] = self._root
        return numbers
