"""Universal Dependencies treebanks (CoNLL-U) as documents; the text is laid out as the quality runner lays it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from consilience.model.spans import Span
from consilience.neural.lemmas import rule_for
from consilience.neural.pieces import WordPieces
from training.labels import LabelTable, WordLabels
from training.records import PLAIN, UNKNOWN, Document, NameTargets, TreeTargets, given_words

Row = tuple[str, ...]  # the ten columns of a word


@dataclass(slots=True)
class TreeSentence:
    """One sentence as it stands in a treebank; `forms` are the words' own letters in `text`."""

    name: str
    text: str
    begins_paragraph: bool
    rows: list[Row] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)


def read_treebank(path: Path) -> list[list[TreeSentence]]:
    """The sentences of each document."""
    documents: list[list[TreeSentence]] = []
    facts: dict[str, str] = {}
    rows: list[Row] = []
    with path.open(encoding="utf-8") as lines:
        for line in chain(lines, [""]):
            if line.startswith("# newdoc"):
                documents.append([])
            elif line.startswith("#"):
                key, _, value = line[1:].partition("=")
                facts[key.strip().split(" ")[0]] = value.strip()
            elif line.strip():
                rows.append(tuple(line.rstrip("\n").split("\t")))
            elif rows:
                documents[-1].append(_sentence(facts, rows))
                facts, rows = {}, []
    return documents


def _sentence(facts: Mapping[str, str], rows: Sequence[Row]) -> TreeSentence:
    begins = any(key.startswith("newpar") for key in facts)
    sentence = TreeSentence(facts["sent_id"], facts["text"], begins)
    fused: list[str] = []
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, _, last = row[0].partition("-")
            inside = [r[1] for r in rows if r[0].isdigit() and int(first) <= int(r[0]) <= int(last)]
            fused = _shared_out(row[1], inside)
            continue
        sentence.rows.append(row)
        sentence.forms.append(fused.pop(0) if fused else row[1])
    return sentence


def _shared_out(surface: str, words: Sequence[str]) -> list[str]:
    """The letters of a fused word shared out over its words, at least one each where there are enough."""
    if "".join(words) == surface:
        return list(words)
    shares: list[str] = []
    rest = surface
    for number, word in enumerate(words, 1):
        left = len(words) - number
        size = len(rest) if not left else min(len(word), len(rest) - left)
        shares.append(rest[:size])
        rest = rest[size:]
    return shares


def word_labels(sentence: TreeSentence) -> Iterator[WordLabels]:
    """What the treebank says of each word, in labels of the heads."""
    for form, row in zip(sentence.forms, sentence.rows, strict=True):
        lemma = form if row[2] == "_" else row[2]
        rule = rule_for(form.translate(PLAIN), lemma.translate(PLAIN))
        yield WordLabels(row[4], f"{row[3]}|{'' if row[5] == '_' else row[5]}", rule, row[7])


@dataclass(frozen=True, slots=True)
class _Layout:
    text: str
    paragraphs: tuple[Span, ...]
    spans: tuple[Span, ...]


def _laid_out(sentences: Sequence[TreeSentence]) -> _Layout:
    """The text of a document: sentences joined by a space, paragraphs by a line end; and where the words stand in it."""
    text, starts = "", [0]
    spans: list[Span] = []
    for number, sentence in enumerate(sentences):
        if number:
            text += "\n" if sentence.begins_paragraph else " "
            starts += [len(text)] if sentence.begins_paragraph else []
        at = 0
        for form in sentence.forms:
            at = sentence.text.index(form, at)
            spans.append(Span(len(text) + at, len(text) + at + len(form)))
            at += len(form)
        text += sentence.text
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return _Layout(text, tuple(map(Span, starts, ends)), tuple(spans))


class TreeReader:
    """Turns treebank documents into documents for training."""

    def __init__(self, labels: LabelTable, cutter: WordPieces) -> None:
        self._labels = labels
        self._cutter = cutter
        self._numbers = {head: labels.numbers(head) for head in ("xpos", "morph", "lemma", "relation")}

    def document(self, sentences: Sequence[TreeSentence], names: Mapping[str, Sequence[int]]) -> Document:
        """The document with its trees; `names` holds bit sets of labels of whole names for some sentences."""
        layout = _laid_out(sentences)
        words = given_words(layout.text, layout.spans, layout.paragraphs, self._cutter)
        breaks: list[int] = []
        heads: list[int] = []
        masks: list[int] = []
        for sentence in sentences:
            offset = len(heads)
            breaks.append(offset)
            heads += (_head(row, offset) for row in sentence.rows)
            known = names.get(sentence.name, ())
            masks += known if len(known) == len(sentence.rows) else [0] * len(sentence.rows)
        said = [label for sentence in sentences for label in word_labels(sentence)]
        tree = TreeTargets(
            xpos=self._column("xpos", said),
            morph=self._column("morph", said),
            lemma=self._column("lemma", said),
            head=tuple(heads),
            relation=self._column("relation", said),
        )
        marked = NameTargets(tuple(masks), within=(0,) * len(masks)) if any(masks) else None
        return Document(words, tuple(breaks), sentences=True, tree=tree, names=marked)

    def _column(self, head: str, said: Iterable[WordLabels]) -> tuple[int, ...]:
        numbers = self._numbers[head]
        return tuple(numbers.get(getattr(word, head), UNKNOWN) for word in said)


def _head(row: Row, offset: int) -> int:
    return -1 if row[6] == "0" else offset + int(row[6]) - 1
