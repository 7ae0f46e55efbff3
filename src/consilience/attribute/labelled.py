"""Lines that carry their speaker as a label: transcripts, signed quotations, embedded posts, dialogue after dashes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from consilience.attribute.cues import kind_at
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.annotations import Name
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid
from consilience.quotation import Quotation
from consilience.trees import tokens_within

_DASHES = ("-", "–", "—", "―", "--")
_LONGEST_LABEL = 4
_LONGEST_SIGNATURE = 12
_LONGEST_HANDLE = 16
_LEAST_TURNS = 3


def labelled_lines(parse: Parse, quotes: Sequence[Quotation], names: Sequence[Name]) -> list[Draft]:
    """Signed quotations and posts, lines of dialogue, and the turns of a transcript if the report has at least three."""
    lines = _paragraphs(parse)
    turns = [turn for line in lines for turn in [_turn(parse, line)] if turn is not None]
    signed = [s for quote in quotes for s in [_signed(parse, quote, names)] if s is not None]
    posts = [p for line, following in itertools.pairwise(lines) for p in [_post(parse, line, following)] if p]
    return [*(turns if len(turns) >= _LEAST_TURNS else ()), *signed, *posts, *_dialogue(parse, lines)]


def _paragraphs(parse: Parse) -> list[TokenRange]:
    """The tokens of each paragraph."""
    found: list[TokenRange] = []
    before = -1
    for sentence in parse.sentences:
        if sentence.paragraph == before:
            found[-1] = TokenRange(found[-1].first, sentence.tokens.last)
        else:
            found.append(sentence.tokens)
        before = sentence.paragraph
    return found


def _turn(parse: Parse, line: TokenRange) -> Draft | None:
    """A paragraph that opens with a name in capitals, or "Q" and "A", and a colon."""
    first, end = line
    first += parse.tokens[first].word in ("“", '"', "«", "''", "``")
    colon = next((i for i in range(first, min(end, first + _LONGEST_LABEL + 1)) if parse.tokens[i].word == ":"), None)
    if colon is None or colon == first or end - colon < 3:
        return None
    label = [parse.tokens[i].word for i in range(first, colon)]
    letter = label in (["Q"], ["A"])
    end -= parse.tokens[end - 1].word in ("”", '"', "»", "''")
    if not all(word.isupper() or word == "." for word in label) or not (letter or any(len(w) > 2 for w in label)):
        return None
    content, cue = TokenRange(colon + 1, end), TokenRange(colon, colon + 1)
    return Draft((content,), cue, TokenRange(first, colon), None, "transcript")


def _signed(parse: Parse, quote: Quotation, names: Sequence[Name]) -> Draft | None:
    """A quotation with a dash and a name after it, in its line or in the next."""
    stretch = tokens_within(parse.tokens, quote.span)
    dash = stretch.last
    if dash + 1 >= len(parse.tokens) or parse.tokens[dash].word not in _DASHES or stretch.last - stretch.first < 4:
        return None
    end = _line_end(parse, dash + 1)
    name = next((n.tokens.last for n in names if n.tokens.first == dash + 1 and n.type in ("PERSON", "ORG")), None)
    if name is None or end - dash > _LONGEST_SIGNATURE:
        return None
    if name < end and parse.tokens[name].word not in (",", "(", "."):
        return None
    end = end if parse.tokens[end - 1].word != "." else end - 1
    return Draft((stretch,), TokenRange(dash, dash + 1), TokenRange(dash + 1, end), None, "signed quotation")


def _line_end(parse: Parse, index: int) -> int:
    """The end of the line that the token stands in, or of its sentence where that comes first."""
    last = parse.sentences[parse.sentence_of[index]].tokens.last
    breaks = (i for i in range(index, last - 1) if "\n" in parse.text[parse.tokens[i].end : parse.tokens[i + 1].start])
    return next(breaks, last - 1) + 1


def _post(parse: Parse, line: TokenRange, following: TokenRange) -> Draft | None:
    """A paragraph over a line such as "— N. N. (@name) August 11, 2024": a post that the page shows as it was."""
    first, last = following
    if parse.tokens[first].word not in _DASHES or last - first > _LONGEST_HANDLE:
        return None
    opened = next((i for i in range(first + 2, last - 1) if parse.tokens[i].word == "("), None)
    if opened is None or "@" not in parse.text[parse.tokens[opened].start : parse.tokens[last - 1].end]:
        return None
    return Draft((line,), TokenRange(first, first + 1), TokenRange(first + 1, opened), None, "post shown", spoken=True)


def _dialogue(parse: Parse, lines: Sequence[TokenRange]) -> list[Draft]:
    """Two lines or more that open with a dash, of which one names its speaker: "– I am here, said N. N."."""
    dashed = [line for line in lines if parse.tokens[line.first].word in _DASHES and line.last - line.first > 2]
    found = [draft for line in dashed for draft in [_spoken_line(parse, line)] if draft is not None]
    return found if len(dashed) > 1 else []


def _spoken_line(parse: Parse, line: TokenRange) -> Draft | None:
    """The words of a line after its dash, up to "said N. N." or "N. N. said" at its end."""
    for verb in range(line.first + 2, line.last):
        kind = kind_at(parse, verb)
        says = kind is not None and kind[0] == "statement" and parse.tokens[verb].tag in ("VBD", "VBZ")
        if not says or parse.tokens[verb].lemma.lower() not in word_set("cues", "speech_only"):
            continue
        comma = next((i for i in range(verb - 1, line.first + 1, -1) if parse.tokens[i].word == ","), None)
        if comma is None or kid(parse, verb, "obj") is not None:
            continue
        end = line.last - 1 if parse.tokens[line.last - 1].word == "." else line.last
        source = TokenRange(verb + 1, end) if comma == verb - 1 else TokenRange(comma + 1, verb)
        if source.last > source.first:
            cue, content = TokenRange(verb, verb + 1), TokenRange(line.first + 1, comma)
            return Draft((content,), cue, source, verb, "line of dialogue", spoken=True)
    return None
