"""From a window's scores to the words of its sentences: tags, lemmas, features, heads and relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.neural.network import Floats, RelationNamer, WindowAnswer
from consilience.neural.trees import Heads, best_tree
from consilience.neural.weights import Labels

_NEVER = np.float32(-1e9)
_STRANGE = 8.0  # what a tag and features cost that no word of the treebanks has together


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
        columns = [
            *self._agreeing(answer.xpos[begin:end], answer.morph[begin:end]),
            answer.lemma[begin:end].argmax(1).tolist(),
        ]
        heads = [head - 1 for tree in trees for head in tree.tolist()]
        words = [self._word(*numbers) for numbers in zip(*columns, heads, relations.tolist(), strict=True)]
        return [words[first - begin : last - begin] for first, last in sentences]

    def _agreeing(self, xpos: Floats, morph: Floats) -> tuple[list[int], list[int]]:
        """The tag and the features of each word: the best of each head, or where these do not go together the best pair."""
        tags, morphs = xpos.argmax(1), morph.argmax(1)
        for word in np.flatnonzero(~self._labels.pairs[tags, morphs]):
            both = xpos[word].astype(np.float64)[:, None] + morph[word] - _STRANGE * ~self._labels.pairs
            tags[word], morphs[word] = divmod(int(both.argmax()), both.shape[1])
        return tags.tolist(), morphs.tolist()

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
