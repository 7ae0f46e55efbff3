"""Lines that carry their speaker as a label: transcripts ("VOSS: …") and signed quotations ("“…” — N. N.")."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.drafts import Draft
from consilience.model.annotations import Name
from consilience.model.spans import TokenRange
from consilience.parses import Parse
from consilience.quotation import Quotation
from consilience.trees import tokens_within

_DASHES = ("-", "–", "—", "―")
_LONGEST_LABEL = 4
_LONGEST_SIGNATURE = 12
_LEAST_TURNS = 3


def labelled_lines(parse: Parse, quotes: Sequence[Quotation], names: Sequence[Name]) -> list[Draft]:
    """Signed quotations, and the turns of a transcript if the report has at least three."""
    turns = [turn for sentence in _openings(parse) for turn in [_turn(parse, sentence)] if turn is not None]
    signed = [s for quote in quotes for s in [_signed(parse, quote, names)] if s is not None]
    return [*(turns if len(turns) >= _LEAST_TURNS else ()), *signed]


def _openings(parse: Parse) -> list[int]:
    """The numbers of the sentences that open a paragraph."""
    paragraphs = [s.paragraph for s in parse.sentences]
    return [n for n, p in enumerate(paragraphs) if n == 0 or p != paragraphs[n - 1]]


def _turn(parse: Parse, sentence: int) -> Draft | None:
    """A paragraph that opens with a name in capitals and a colon."""
    first = parse.sentences[sentence].tokens.first
    end = _paragraph_end(parse, sentence)
    colon = next((i for i in range(first, min(end, first + _LONGEST_LABEL + 1)) if parse.tokens[i].word == ":"), None)
    if colon is None or colon == first or end - colon < 3:
        return None
    label = [parse.tokens[i].word for i in range(first, colon)]
    if not all(word.isupper() or word == "." for word in label) or not any(len(word) > 2 for word in label):
        return None
    return Draft(
        (TokenRange(colon + 1, end),), TokenRange(colon, colon + 1), TokenRange(first, colon), None, "transcript"
    )


def _paragraph_end(parse: Parse, sentence: int) -> int:
    paragraph = parse.sentences[sentence].paragraph
    return max(s.tokens.last for s in parse.sentences[sentence:] if s.paragraph == paragraph)


def _signed(parse: Parse, quote: Quotation, names: Sequence[Name]) -> Draft | None:
    """A quotation with a dash and a person's name after it, in its line or in the next."""
    stretch = tokens_within(parse.tokens, quote.span)
    dash = stretch.last
    if dash + 1 >= len(parse.tokens) or parse.tokens[dash].word not in _DASHES or stretch.last - stretch.first < 4:
        return None
    name = next((n for n in names if n.type == "PERSON" and n.tokens.first == dash + 1), None)
    last = parse.sentences[parse.sentence_of[dash + 1]].tokens.last
    if name is None or last - dash > _LONGEST_SIGNATURE:
        return None
    if name.tokens.last < last and parse.tokens[name.tokens.last].word not in (",", "(", "."):
        return None
    end = last if parse.tokens[last - 1].word != "." else last - 1
    return Draft((stretch,), TokenRange(dash, dash + 1), TokenRange(dash + 1, end), None, "signed quotation")
