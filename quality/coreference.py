"""Gold mentions of GUM: which word groups of a document are one thing, with the place of each word in its raw text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from consilience.model.spans import Span

_BRACKET = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A word group of a gold cluster; `head` is the place of the word that it hangs by, `span` of all its words."""

    cluster: str
    type: str
    head: Span
    span: Span


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document as raw text, a paragraph a line, and its gold mentions in text order, outer ones first."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    head: int
    entity: str


def gold_documents(lines: Iterable[str]) -> Iterator[GoldDocument]:
    """The documents of a CoNLL-U file with `Entity=` in the last column."""
    name, text, words = "", "", list[_Word]()
    block: list[str] = []
    for line in lines:
        if line.startswith("# newdoc"):
            if words:
                yield GoldDocument(name, text, tuple(_mentions(words)))
            name, text, words = line.rpartition("=")[2].strip(), "", []
        if line.strip():
            block.append(line.rstrip("\n"))
            continue
        text, added = _with_sentence(text, block, len(words))
        words += added
        block = []
    if words:
        yield GoldDocument(name, text, tuple(_mentions(words)))


def _with_sentence(text: str, block: Sequence[str], offset: int) -> tuple[str, list[_Word]]:
    """The text with one sentence more, and that sentence's words."""
    sentence = next((line[8:].strip() for line in block if line.startswith("# text =")), "")
    fresh = any(line.startswith("# newpar") for line in block)
    text += ("\n" if fresh else " ") if text else ""
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    words: list[_Word] = []
    at = 0
    for row in rows:
        if not row[0].isdigit():
            continue
        found = sentence.find(row[1], at)
        start = found if 0 <= found <= at + 3 else at
        end = min(start + len(row[1]), len(sentence))
        entity = next((c.removeprefix("Entity=") for c in row[9].split("|") if c.startswith("Entity=")), "")
        head = -1 if row[6] == "0" else offset + int(row[6]) - 1
        words.append(_Word(Span(len(text) + start, len(text) + end), head, entity))
        at = end
    return text + sentence, words


def _mentions(words: Sequence[_Word]) -> list[GoldMention]:
    """The mentions that the brackets of the words open and close."""
    found: list[tuple[int, int, str, str]] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, word in enumerate(words):
        for bracket in _BRACKET.findall(word.entity):
            cluster, _, rest = bracket.strip("()").partition("-")
            if bracket.startswith("("):
                opened.setdefault(cluster, []).append((index, rest.split("-")[0]))
            if bracket.endswith(")") and opened.get(cluster):
                first, kind = opened[cluster].pop()
                found.append((first, index + 1, cluster, kind))
    found.sort(key=lambda m: (m[0], -m[1]))
    return [_mention(words, *m) for m in found]


def _mention(words: Sequence[_Word], first: int, last: int, cluster: str, kind: str) -> GoldMention:
    head = next((i for i in range(first, last) if not first <= words[i].head < last), first)
    return GoldMention(cluster, kind, words[head].span, Span(words[first].span.start, words[last - 1].span.end))


def by_head(mentions: Iterable[GoldMention]) -> dict[int, tuple[GoldMention, ...]]:
    """The mentions by the place where their head word starts, inner ones first."""
    ordered = sorted(mentions, key=lambda m: (m.head.start, m.span.end - m.span.start))
    return {start: tuple(group) for start, group in groupby(ordered, key=lambda m: m.head.start)}
