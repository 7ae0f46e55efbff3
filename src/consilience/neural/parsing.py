"""From a window's scores to the words of its sentences: tags, lemmas, features, heads and relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consilience.neural.hints import Additions
from consilience.neural.network import Floats, RelationNamer, WindowAnswer
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

    def __init__(self, labels: Labels, hints: Additions, namer: RelationNamer) -> None:
        self._labels = labels
        self._hints = hints
        self._morphs = [morph.partition("|")[::2] for morph in labels.morph]
        self._namer = namer
        self._root = labels.relation.index("root")

    def parse(self, answer: WindowAnswer, sentences: Sequence[tuple[int, int]]) -> list[list[ParsedWord]]:
        """The sentences that stand at these words of the window, one after another without a gap."""
        begin, end = sentences[0][0], sentences[-1][1]
        trees = [_tree(answer, first, last) for first, last in sentences]
        relations = self._relation_numbers(answer, sentences, trees)
        heads = [head - 1 for tree in trees for head in tree.tolist()]
        offsets = [first - begin for first, last in sentences for _ in range(first, last)]
        bearers = [-1 if head < 0 else head + offset for head, offset in zip(heads, offsets, strict=True)]
        tags = self._placed(answer.xpos[begin:end], bearers, relations)
        columns = [*self._agreeing(tags, answer.morph[begin:end]), answer.lemma[begin:end].argmax(1).tolist()]
        words = [self._word(*numbers) for numbers in zip(*columns, heads, relations.tolist(), strict=True)]
        return [words[first - begin : last - begin] for first, last in sentences]

    def _placed(self, xpos: Floats, heads: Sequence[int], relations: NDArray[np.int64]) -> Floats:
        """The scores of tags with what each word's relation and its head's tag say of them."""
        best = [self._labels.xpos[tag] for tag in xpos.argmax(1).tolist()]
        names = (self._labels.relation[relation] for relation in relations.tolist())
        keys = [f"{name} {best[head] if head >= 0 else 'ROOT'}" for name, head in zip(names, heads, strict=True)]
        return self._hints.to(xpos, keys)

    def _agreeing(self, xpos: Floats, morph: Floats) -> tuple[list[int], list[int]]:
        """The best tag of each word, and the best features that the treebanks know with that tag."""
        tags = xpos.argmax(1)
        return tags.tolist(), np.where(self._labels.pairs[tags], morph, _NEVER).argmax(1).tolist()

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
