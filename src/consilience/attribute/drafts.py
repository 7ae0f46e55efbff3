"""Drafts: attributions on their way to statements, as token ranges of one part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.attribute.cues import cue_word, lemma_of
from consilience.lexicons import word_set
from consilience.model.annotations import Attribution
from consilience.model.spans import TokenRange
from consilience.parses import Parse
from consilience.quotation import Quotation, inside

_OPENING = ("“", '"', "«", "‘", "'", "„", "(", "[")
_CLOSING = ("”", '"', "»", "’", "'", ")", "]")
_ENDS = (".", ",", ";", ":", "-", "–", "—", "!", "?")


@dataclass(frozen=True, slots=True)
class Draft:
    """Who (source) says (cue) what (content); `word` is the cue's governing token, `speaker_at` a noun that speaks unseen.

    `follows` is the number of the draft whose speaker goes on, `through` the cue word of the draft that this one is told in.
    """

    content: tuple[TokenRange, ...]
    cue: TokenRange | None
    source: TokenRange | None
    word: int | None
    rule: str
    speaker_at: int | None = None
    block: bool = False
    follows: int | None = None
    through: int | None = None
    confidence: int = 0


def from_heads(parse: Parse, quotes: Sequence[Quotation], found: Sequence[Attribution]) -> list[Draft]:
    """What the attribution heads found, with marks and stray words at the ends put right."""
    drafts = []
    for one in found:
        cue = None if one.cue is None else _cue(parse, one.cue)
        parts = _after_citing(parse, one)
        pieces = [c for c in (tidy(parse, quotes, part) for part in parts) if c is not None]
        content = tuple(
            c
            for n, c in enumerate(pieces)
            if n == 0 or not (_stray(parse, quotes, pieces[0], c) or _elsewhere(parse, quotes, pieces[0], c))
        )
        if len(content) > 1 and _relative_alone(parse, content[0]):
            content = content[1:]
        if not content:
            continue
        source = None if one.source is None else tidy_source(parse, one.source)
        word = None if cue is None else cue_word(parse, cue)
        drafts.append(Draft(content, cue, source, word, "attribution heads", confidence=one.confidence))
    return drafts


def _after_citing(parse: Parse, one: Attribution) -> tuple[TokenRange, ...]:
    """The content; where the cue ends in "citing", without the words that name whom."""
    first, last = one.content[0]
    if one.cue is None or parse.tokens[one.cue.last - 1].word != "citing" or one.cue.last != first:
        return one.content
    that = next((i for i in range(first, min(last, first + 9)) if parse.tokens[i].word == "that"), first)
    return (TokenRange(that, last), *one.content[1:])


def _stray(parse: Parse, quotes: Sequence[Quotation], first: TokenRange, piece: TokenRange) -> bool:
    """Whether a further piece is told by the outlet: it starts outside marks, the first piece was a quotation."""
    return (
        _quoted(parse, quotes, first.first)
        and _quoted(parse, quotes, first.last - 1)
        and not _quoted(parse, quotes, piece.first)
    )


def _elsewhere(parse: Parse, quotes: Sequence[Quotation], first: TokenRange, piece: TokenRange) -> bool:
    """Whether a further piece stands in another paragraph than the first, unless a quotation in the very next one."""
    paragraphs = [parse.sentences[parse.sentence_of[p.first]].paragraph for p in (first, piece)]
    near = paragraphs[1] - paragraphs[0]
    return near != 0 and not (near == 1 and _quoted(parse, quotes, piece.first))


def _relative_alone(parse: Parse, piece: TokenRange) -> bool:
    return piece.last - piece.first == 1 and parse.tokens[piece.first].tag in ("WDT", "WP", "IN")


def _cue(parse: Parse, cue: TokenRange) -> TokenRange:
    """A cue that runs over a colon or a paragraph keeps what stands before it."""
    first, last = cue
    for at in range(first, last - 1):
        if parse.tokens[at].word == ":" or (parse.tokens[at].word == "," and parse.tokens[at + 1].word == "citing"):
            return TokenRange(first, at)
    return TokenRange(first, last)


def tidy(parse: Parse, quotes: Sequence[Quotation], content: TokenRange) -> TokenRange | None:
    """A content without commas at its ends, and with both marks of a quotation that it fills."""
    first, last = _without_tail(parse, quotes, content)
    while first < last and parse.tokens[first].word in _ENDS:
        first += 1
    first, last = _with_marks(parse, quotes, first, last)
    while last > first and parse.tokens[last - 1].word in _ENDS and not _quoted(parse, quotes, last - 1):
        last -= 1
    return TokenRange(first, last) if last > first else None


def _without_tail(parse: Parse, quotes: Sequence[Quotation], content: TokenRange) -> TokenRange:
    """A content without a participle tail in which the outlet concludes: ", underscoring the ties"."""
    for at in range(content.first + 3, content.last):
        token = parse.tokens[at]
        opens = token.tag == "VBG" and parse.tokens[at - 1].word == "," and not _quoted(parse, quotes, at)
        if opens and lemma_of(parse, at) in word_set("cues", "inference"):
            return TokenRange(content.first, at - 1)
    return content


def _quoted(parse: Parse, quotes: Sequence[Quotation], index: int) -> bool:
    return inside(quotes, parse.tokens[index].start) is not None


def _with_marks(parse: Parse, quotes: Sequence[Quotation], first: int, last: int) -> tuple[int, int]:
    """The range widened by the marks of a quotation whose inside it reaches to the edge."""
    tokens = parse.tokens
    if first >= last:
        return first, last
    quote = inside(quotes, tokens[first].start)
    if quote is not None and first > 0 and tokens[first - 1].start == quote.span.start:
        first -= 1
    quote = inside(quotes, tokens[last - 1].start)
    if quote is not None and last < len(tokens) and tokens[last].end == quote.span.end:
        last += 1
    elif (
        quote is not None
        and last + 1 < len(tokens)
        and tokens[last + 1].end == quote.span.end
        and tokens[last].word in _ENDS
    ):
        last += 2
    return first, last


def tidy_source(parse: Parse, source: TokenRange) -> TokenRange | None:
    """A source without marks at its ends."""
    first, last = source
    while first < last and parse.tokens[first].word in (*_ENDS, *_OPENING):
        first += 1
    while (
        last > first
        and (parse.tokens[last - 1].word in (*_ENDS, *_OPENING, "]", ")"))
        and not _bracketed(parse, first, last)
    ):
        last -= 1
    return TokenRange(first, last) if last > first else None


def _bracketed(parse: Parse, first: int, last: int) -> bool:
    """Whether the last token closes a bracket that opens within the range."""
    pairs = {")": "(", "]": "["}
    mark = pairs.get(parse.tokens[last - 1].word)
    return mark is not None and any(parse.tokens[i].word == mark for i in range(first, last - 1))


def covered(drafts: Sequence[Draft]) -> set[int]:
    """All tokens that stand in the content of a draft."""
    return {i for draft in drafts for part in draft.content for i in range(*part)}


def joined(content: Sequence[TokenRange]) -> tuple[TokenRange, ...]:
    """Ranges in order, those that touch or overlap made one."""
    made: list[TokenRange] = []
    for part in sorted(content):
        if made and part.first <= made[-1].last:
            made[-1] = TokenRange(made[-1].first, max(made[-1].last, part.last))
        else:
            made.append(part)
    return tuple(made)


def with_content(draft: Draft, more: Sequence[TokenRange]) -> Draft:
    """The draft with more content."""
    return replace(draft, content=joined((*draft.content, *more)))
