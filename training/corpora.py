"""The corpora that weights may be trained on; nothing here opens a file called dev, test or `_nc`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from consilience.neural.pieces import WordPieces
from training.labels import LabelTable, make_labels
from training.name_corpora import read_newswire, read_universal
from training.polnear import read_polnear
from training.records import UNKNOWN, Document
from training.streams import Stream, StreamSettings
from training.treebanks import TreeReader, TreeSentence, read_treebank, word_labels

TREEBANKS = ("treebanks/ewt_train.conllu", "treebanks/gum_train.conllu")
NEWSWIRE, UNIVERSAL = "names/worldwide_newswire_train.tsv", "names/uner_ewt_train_prerelease.iob2"
POLNEAR = ("attribution/polnear/gold_train.jsonl", "attribution/polnear/train")
_FORBIDDEN = ("dev", "test", "_nc", "sealed")


def permitted(root: Path, name: str) -> Path:
    """The path of a corpus; raises ValueError for one that shipped weights may not be trained on."""
    stem = Path(name).name.removesuffix(".conllu")
    if any(word in stem for word in _FORBIDDEN):
        raise ValueError(f"{name}: not to be trained on")
    return root / name


@dataclass(frozen=True, slots=True)
class Corpora:
    """The documents of each kind."""

    trees: tuple[Document, ...]
    names: tuple[Document, ...]
    told: tuple[Document, ...]


def read_corpora(root: Path, labels: LabelTable | None, cutter: WordPieces, seed: int) -> tuple[Corpora, LabelTable]:
    """All training corpora below `root`; labels are made from the treebanks where none are given."""
    treebanks = [read_treebank(permitted(root, name)) for name in TREEBANKS]
    table = labels or make_labels(word for d in chain(*treebanks) for sentence in d for word in word_labels(sentence))
    return (
        Corpora(
            trees=_trees(treebanks, table, cutter, root),
            names=tuple(read_newswire(permitted(root, NEWSWIRE), table, cutter, seed)),
            told=tuple(read_polnear(permitted(root, POLNEAR[0]), permitted(root, POLNEAR[1]), cutter)),
        ),
        table,
    )


def _trees(
    treebanks: Sequence[list[list[TreeSentence]]], table: LabelTable, cutter: WordPieces, root: Path
) -> tuple[Document, ...]:
    names = read_universal(permitted(root, UNIVERSAL), table)
    reader = TreeReader(table, cutter)
    return tuple(reader.document(sentences, names) for sentences in chain(*treebanks))


def seen_pairs(trees: Iterable[Document]) -> set[tuple[int, int]]:
    """The numbers of the tag and of the features of every word that has both."""
    columns = (zip(d.tree.xpos, d.tree.morph, strict=True) for d in trees if d.tree is not None)
    return {pair for pair in chain.from_iterable(columns) if UNKNOWN not in pair}


@dataclass(frozen=True, slots=True)
class Share:
    """How much of each batch, in word pieces, comes from a kind of corpus, and in what windows."""

    kind: str
    share: float
    windows: StreamSettings


SHARES = (
    Share("trees", 0.42, StreamSettings((60, 100, 150, 220, 300), cut=0.5)),
    Share("names", 0.36, StreamSettings((30, 60, 110, 200, 300), cut=0.0)),
    Share("told", 0.22, StreamSettings((100, 150, 200, 300), cut=1.0)),
)


def make_streams(corpora: Corpora, seed: int, shares: Sequence[Share] = SHARES) -> tuple[Stream, ...]:
    """One stream for each share, in order."""
    return tuple(Stream(s.kind, getattr(corpora, s.kind), s.windows, seed) for s in shares)
