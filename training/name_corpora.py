"""Corpora of names: worldwide newswire (TSV) and Universal NER on a treebank (IOB2)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from pathlib import Path

from consilience.model.spans import Span
from consilience.neural.pieces import WordPieces
from training.labels import LabelTable
from training.records import Document, NameTargets, given_words

_NEWSWIRE_TYPES = {
    "Person": "PERSON", "Location": "LOC", "Organization": "ORG", "NORP": "NORP", "Date": "DATE", "Money": "MONEY",
    "Facility": "FAC", "Product": "PRODUCT", "Misc": "MISC",
}  # fmt: skip
# Universal NER knows three types, its places hold facilities; what it calls other or nothing may be any it does not know.
_UNIVERSAL_TYPES = {"PER": ("PERSON",), "LOC": ("LOC", "FAC"), "ORG": ("ORG",)}
_OTHER_TYPES = ("NORP", "DATE", "MONEY", "PRODUCT", "MISC")
_LONGEST_PARAGRAPH = 3  # sentences

Token = tuple[str, str, str]  # word, innermost label, outermost label


def read_newswire(path: Path, labels: LabelTable, cutter: WordPieces, seed: int) -> Iterator[Document]:
    """The articles of a newswire file; the corpus knows no paragraphs, so some are drawn."""
    draw = random.Random(f"{seed} paragraphs")
    for sentences in newswire_articles(path):
        yield _article(_paragraphs(sentences, draw), labels, cutter)


def newswire_articles(path: Path) -> Iterator[list[list[Token]]]:
    """The sentences of each article, without the line that holds its address."""
    article: list[list[Token]] = []
    sentence: list[Token] = []
    with path.open(encoding="utf-8") as lines:
        for line in chain(lines, ["", "# doc"]):
            if line.strip() and not line.startswith("# doc"):
                sentence.append(_token(line))
                continue
            if sentence and not sentence[0][0].startswith("http"):
                article.append(sentence)
            sentence = []
            if line.startswith("# doc") and article:
                yield article
                article = []


def _token(line: str) -> Token:
    word, *cells = (cell.strip() for cell in line.rstrip("\n").split("\t"))
    known = [label for label in map(_newswire_label, cells) if label]
    return (word, known[-1], known[0]) if known else (word, "O", "O")


def _newswire_label(cell: str) -> str:
    """Our label for one of the corpus; nothing for an empty cell or a stray mark."""
    place, _, kind = cell.partition("-")
    if cell == "O":
        return "O"
    return f"{place}-{_NEWSWIRE_TYPES[kind]}" if place in ("B", "I") and kind in _NEWSWIRE_TYPES else ""


def _paragraphs(sentences: Sequence[list[Token]], draw: random.Random) -> list[list[list[Token]]]:
    """Half of the articles with a sentence a paragraph, half with up to three."""
    longest = draw.choice((1, _LONGEST_PARAGRAPH))
    paragraphs: list[list[list[Token]]] = []
    at = 0
    while at < len(sentences):
        size = draw.randint(1, longest)
        paragraphs.append(list(sentences[at : at + size]))
        at += size
    return paragraphs


def _article(paragraphs: Sequence[Sequence[Sequence[Token]]], labels: LabelTable, cutter: WordPieces) -> Document:
    tokens = [token for paragraph in paragraphs for sentence in paragraph for token in sentence]
    text = " ".join(word for word, _, _ in tokens)
    ends = list(accumulate(len(word) + 1 for word, _, _ in tokens))
    spans = [Span(end - len(token[0]) - 1, end - 1) for token, end in zip(tokens, ends, strict=True)]
    sizes = [sum(map(len, paragraph)) for paragraph in paragraphs]
    lasts = list(accumulate(sizes))
    blocks = [Span(spans[last - size].start, spans[last - 1].end) for size, last in zip(sizes, lasts, strict=True)]
    breaks = [0, *accumulate(len(sentence) for paragraph in paragraphs for sentence in paragraph)][:-1]
    number = labels.numbers("name")
    innermost, outermost = (legal([token[level] for token in tokens]) for level in (1, 2))
    names = NameTargets(tuple(1 << number[t] for t in outermost), tuple(1 << number[t] for t in innermost))
    return Document(given_words(text, spans, blocks, cutter), tuple(breaks), names=names)


def legal(tags: Sequence[str]) -> list[str]:
    """BIO tags in which what goes on after a name within a name begins anew, as the engine's decoder demands."""
    found: list[str] = []
    for tag in tags:
        goes_on = bool(found) and found[-1][1:] == tag[1:]
        found.append(f"B{tag[1:]}" if tag[0] == "I" and not goes_on else tag)
    return found


def read_universal(path: Path, labels: LabelTable) -> dict[str, tuple[int, ...]]:
    """For each sentence of a treebank the bit sets of name labels that its words may have."""
    found: dict[str, tuple[int, ...]] = {}
    number = labels.numbers("name")
    name, tags = "", list[str]()
    with path.open(encoding="utf-8") as lines:
        for line in chain(lines, [""]):
            if line.startswith("# sent_id"):
                name = line.partition("=")[2].strip()
            elif line.strip() and not line.startswith("#"):
                tags.append(line.rstrip("\n").split("\t")[2].strip())
            elif not line.strip() and tags:
                found[name] = tuple(_may_be(tag, number) for tag in tags)
                tags = []
    return found


def _may_be(tag: str, number: Mapping[str, int]) -> int:
    """The labels that a tag of Universal NER allows; stray tags (`B-O`) count as none."""
    place, _, kind = tag.partition("-")
    if place in ("B", "I") and kind in _UNIVERSAL_TYPES:
        return sum(1 << number[f"{place}-{ours}"] for ours in _UNIVERSAL_TYPES[kind])
    others = sum(1 << number[f"{p}-{ours}"] for ours in _OTHER_TYPES for p in "BI")
    if kind == "OTH":
        return others
    return others | 1 << number["O"]
