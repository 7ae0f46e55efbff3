"""Builders that make a case one line: plain reports, and hand-written parses."""

from __future__ import annotations

from consilience.model.annotations import Sentence, Token
from consilience.model.report import Report, Run
from consilience.model.spans import Span, TokenRange
from consilience.parses import Parse, parse_of


def plain_report(text: str, title: str = "", name: str = "r") -> Report:
    """A report of which the whole text is kept and nothing else is known."""
    whole = Span(0, len(text))
    return Report(
        id=name, source=f"{name}.txt", kind="text", state="accepted", reason="", sha256="", encoding="utf-8", language="en",
        text=text, title=title, headline=None, outlet=None, byline=None, dateline=None, agency=None, place_of_writing=None,
        published=None, published_stated=None, url=None, removed=(), captions=(), damage=(), layer_map=(Run(whole, whole),),
    )  # fmt: skip


def parsed(*lines: str) -> Parse:
    """A parse written by hand: one line a sentence, each word as `form/lemma/TAG/head/relation`, heads counted from 1.

    The text is the forms joined by single spaces; each sentence is a paragraph.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for number, line in enumerate(lines):
        first = len(tokens)
        for word in line.split():
            form, lemma, tag, head, relation = word.rsplit("/", 4)
            text += " " if text and not text.endswith("\n") else ""
            at = Span(len(text), len(text) + len(form))
            text += form
            up = -1 if head == "0" else first + int(head) - 1
            tokens.append(Token(*at, form, lemma, _pos(tag, relation), tag, "", up, relation))
        sentences.append(Sentence(Span(tokens[first].start, len(text)), TokenRange(first, len(tokens)), number))
        text += "\n"
    return parse_of(text, sentences, tokens)


def _pos(tag: str, relation: str) -> str:
    """The universal tag that goes with a Penn tag, as far as the rules ask for it."""
    if relation.startswith("aux"):
        return "AUX"
    starts = {"NNP": "PROPN", "NN": "NOUN", "V": "VERB", "J": "ADJ", "PRP": "PRON", "W": "PRON", "R": "ADV", "D": "DET"}
    return next((pos for start, pos in starts.items() if tag.startswith(start)), "X")
