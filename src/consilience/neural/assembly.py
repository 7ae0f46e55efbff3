"""Puts the answers of all windows of a text together into one analysis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from consilience.model.annotations import Analysis, Name, NameType, Sentence, Token
from consilience.model.spans import Span, TokenRange
from consilience.neural.features import Words
from consilience.neural.lemmas import Lemmas
from consilience.neural.linking import attributions
from consilience.neural.naming import made_whole
from consilience.neural.network import RelationNamer, WindowAnswer
from consilience.neural.parsing import ParsedWord, Parser
from consilience.neural.sequences import NEVER, Floats, Sums, best_lawful_tags, span_rules, spans_of
from consilience.neural.telling import Links, ScoreSheet, shares, told_spans
from consilience.neural.weights import Weights
from consilience.neural.windows import Window

_OTHER = (
    0.5  # log odds, for names of another type inside a name, of which the network marks too few (docs/decisions/0006)
)
_NAME_TYPES: Mapping[str, NameType] = {
    "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "DATE": "DATE", "MONEY": "MONEY",
    "PRODUCT": "PRODUCT", "MISC": "MISC",
}  # fmt: skip


class Decoder:
    """What turns scores into labels, made once from the weights."""

    def __init__(self, weights: Weights, namer: RelationNamer) -> None:
        self.parser = Parser(weights.labels, weights.hints.relations, namer)
        self.transitions = weights.transitions
        self.lemmas = weights.lemmas
        self._hints = weights.hints
        self._name_labels = weights.labels.name
        self._name_rules = span_rules(weights.labels.name)

    def hinted(self, window: Window, words: Words) -> Window:
        """The window with what is known of each word by itself added to the scores of tags and names."""
        plain, answer = words.plain[window.first : window.last], window.answer
        tags = self._hints.of_words(answer.xpos, plain)
        names, within = self._hints.names.to(answer.name, plain), self._hints.within.to(answer.within, plain)
        return replace(window, answer=replace(answer, xpos=tags, name=names, within=within))

    def names(self, answer: WindowAnswer, first: int, last: int) -> list[tuple[int, int, str]]:
        """The names of the sentence at the window's words from `first` up to `last`, counted from its first word."""
        return self._found(answer.name[first:last])

    def within(self, answer: WindowAnswer, first: int, last: int, kind: str) -> tuple[str, list[tuple[int, int, str]]]:
        """Of the name of type `kind` at the window's words from `first` up to `last`: its type and the names inside it.

        A name that holds pieces of several types keeps its type; else the type is the better one in the eyes of both heads.
        """
        scores = answer.within[first:last].copy()
        scores[:, self._name_labels.index("O")] = NEVER
        scores += np.array([_OTHER if label[2:] != kind else 0 for label in self._name_labels], np.float32)
        pieces = self._found(scores)
        if any(piece[2] != pieces[0][2] for piece in pieces):
            return kind, [piece for piece in pieces if piece[2] != kind]
        summed = answer.name[first:last].astype(np.float64) + answer.within[first:last]
        return max(kind, pieces[0][2], key=lambda k: self._total(summed, k)), []

    def _total(self, scores: Sums, kind: str) -> float:
        """What the words get as one name of that type."""
        begin, inside = (self._name_labels.index(f"{place}-{kind}") for place in "BI")
        return float(scores[0, begin] + scores[1:, inside].sum())

    def _found(self, scores: Floats) -> list[tuple[int, int, str]]:
        return spans_of([self._name_labels[t] for t in best_lawful_tags(scores, *self._name_rules)])


def assembled(text: str, words: Words, windows: Iterable[Window], decoder: Decoder) -> Analysis:
    """The analysis of a text from its windows, in order."""
    sheet = ScoreSheet(len(words.plain))
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    names: list[Name] = []
    for window in (decoder.hinted(window, words) for window in windows):
        sheet.add(window.first, window.last, window.answer.attribution, window.answer.link)
        inside = [(first - window.first, last - window.first) for first, last in window.sentences]
        parsed = decoder.parser.parse(window.answer, inside)
        for (first, last), place, parse in zip(window.sentences, inside, parsed, strict=True):
            span = Span(words.spans[first].start, words.spans[last - 1].end)
            sentences.append(Sentence(span, TokenRange(first, last), words.paragraph[first]))
            tokens += _tokens(text, words, first, parse, decoder.lemmas)
            found = made_whole(decoder.names(window.answer, *place), parse)
            names += (_with_nested(_name(words, first, name), words, window, decoder) for name in found)
    told = told_spans(sheet.scores, decoder.transitions, words.quotes)
    attributed = attributions(told, shares(sheet.scores), Links(sheet.links))
    return Analysis(tuple(sentences), tuple(tokens), tuple(names), attributed)


def _tokens(text: str, words: Words, first: int, parsed: Sequence[ParsedWord], lemmas: Lemmas) -> Iterable[Token]:
    for index, word in enumerate(parsed, first):
        start, end = words.spans[index]
        yield Token(
            start=start,
            end=end,
            word=text[start:end],
            lemma=lemmas.of(words.plain[index], word.tag, word.rule),
            pos=word.pos,
            tag=word.tag,
            features=word.features,
            head=-1 if word.head < 0 else word.head + first,
            relation=word.relation,
        )


def _name(words: Words, offset: int, found: tuple[int, int, str]) -> Name:
    first, last, kind = found[0] + offset, found[1] + offset, found[2]
    span = Span(words.spans[first].start, words.spans[last - 1].end)
    return Name(span, TokenRange(first, last), _NAME_TYPES[kind])


def _with_nested(name: Name, words: Words, window: Window, decoder: Decoder) -> Name:
    first, last = name.tokens
    kind, pieces = decoder.within(window.answer, first - window.first, last - window.first, name.type)
    return replace(name, type=_NAME_TYPES[kind], nested=tuple(_name(words, first, piece) for piece in pieces))
