"""From a window's scores to the words of its sentences: tags, lemmas, features, heads and relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.neural.network import RelationNamer, WindowAnswer
from consilience.neural.trees import Heads, best_tree
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
        self._morphs = [morph.partition("|")[::2] for morph in labels.morph]
        self._namer = namer
        self._root = labels.relation.index("root")

    def parse(self, answer: WindowAnswer, sentences: Sequence[tuple[int, int]]) -> list[list[ParsedWord]]:
        """The sentences that stand at these words of the window, one after another without a gap."""
        begin, end = sentences[0][0], sentences[-1][1]
        trees = [_tree(answer, first, last) for first, last in sentences]
        relations = self._relation_numbers(answer, sentences, trees)
        columns = [scores[begin:end].argmax(1).tolist() for scores in (answer.xpos, answer.morph, answer.lemma)]
        heads = [head - 1 for tree in trees for head in tree.tolist()]
        words = [self._word(*numbers) for numbers in zip(*columns, heads, relations.tolist(), strict=True)]
        return [words[first - begin : last - begin] for first, last in sentences]

    def _word(self, tag: int, morph: int, rule: int, head: int, relation: int) -> ParsedWord:
        pos, features = self._morphs[morph]
        return ParsedWord(
            self._labels.xpos[tag], pos, features, self._labels.lemma[rule], head, self._labels.relation[relation]
        )

    def _relation_numbers(
        self, answer: WindowAnswer, sentences: Sequence[tuple[int, int]], trees: Sequence[Heads]
    ) -> NDArray[np.int64]:
        begin, end = sentences[0][0], sentences[-1][1]
        heads = np.concatenate([np.where(t == 0, 0, t + first) for (first, _), t in zip(sentences, trees, strict=True)])
        scores = self._namer.scores(answer.dependent[begin:end], answer.head[heads])
        scores[heads > 0, self._root] = _NEVER
        numbers: NDArray[np.int64] = scores.argmax(1)
        numbers[heads == 0] = self._root
        return numbers


def _tree(answer: WindowAnswer, first: int, last: int) -> Heads:
    """The heads of the sentence at the window's words from `first` up to `last`."""
    inner = answer.arc[first:last, first + 1 : last + 1]
    return best_tree(np.concatenate([answer.arc[first:last, :1], inner], 1).astype(np.float64))
