"""Parses raw text into CoNLL-U: python quality/treebank.py IN.conllu OUT.conllu

Of IN only the lines `# newdoc`, `# newpar` and `# text` are read: each document is put together from the texts of its
sentences, a paragraph a line, and read as the program reads any report.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from consilience.engines import Engine, load_engine
from consilience.model.annotations import Analysis, Sentence, Token
from consilience.model.spans import Span

_CLITIC = re.compile(r"(?:n['’`]?t|['’`](?:s|m|d|ll|re|ve)?|[’'])", re.IGNORECASE)


def documents(lines: Iterator[str]) -> Iterator[list[str]]:
    """The paragraphs of each document."""
    paragraphs: list[str] = []
    fresh = True
    for line in lines:
        if line.startswith("# newdoc"):
            if paragraphs:
                yield paragraphs
            paragraphs, fresh = [], True
        elif line.startswith("# newpar"):
            fresh = True
        elif line.startswith("# text ="):
            sentence = line.removeprefix("# text =").strip()
            if fresh:
                paragraphs.append(sentence)
            else:
                paragraphs[-1] += " " + sentence
            fresh = False
    if paragraphs:
        yield paragraphs


def conllu(text: str, analysis: Analysis) -> Iterator[str]:
    """The lines of a document."""
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.tokens.first : sentence.tokens.last]
        contracted = contractions(tokens)
        for number, token in enumerate(tokens):
            if last := contracted.get(number):
                surface = text[token.start : tokens[last].end]
                yield "\t".join([f"{number + 1}-{last + 1}", surface, *"_" * 8])
            yield row(sentence, number, token)
        yield ""


def row(sentence: Sentence, number: int, token: Token) -> str:
    """One word of CoNLL-U."""
    head = 0 if token.head < 0 else token.head - sentence.tokens.first + 1
    features = token.features or "_"
    cells = [number + 1, token.word, token.lemma, token.pos, token.tag, features, head, token.relation, "_", "_"]
    return "\t".join(map(str, cells))


def contractions(tokens: Sequence[Token]) -> dict[int, int]:
    """Where a word and the clitics written to it begin, and the last of them."""
    found: dict[int, int] = {}
    start = 0
    for number in range(1, len(tokens)):
        if not _is_written_to(tokens[number - 1], tokens[number]):
            start = number
        else:
            found[start] = number
    return found


def _is_written_to(before: Token, token: Token) -> bool:
    if before.end != token.start or not before.word[-1].isalnum():
        return False
    if before.word[-1].isalpha() and token.word.isalpha():
        return token.word.lower() != "a"
    bare_mark = len(token.word) == 1
    return _CLITIC.fullmatch(token.word) is not None and (not bare_mark or token.tag == "POS")


def parsed(engine: Engine, paragraphs: Sequence[str]) -> Iterator[str]:
    """One document read and written as CoNLL-U."""
    text = "\n".join(paragraphs)
    spans: list[Span] = []
    for paragraph in paragraphs:
        at = spans[-1].end + 1 if spans else 0
        spans.append(Span(at, at + len(paragraph)))
    yield from conllu(text, engine.read(text, spans))


def main(source: Path, out: Path) -> None:
    """Reads every document of `source` and writes the parses to `out`."""
    engine = load_engine()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as written:
        for paragraphs in documents(lines):
            written.writelines(line + "\n" for line in parsed(engine, paragraphs))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
