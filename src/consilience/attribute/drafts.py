"""Drafts: attributions on their way to statements, as token ranges of one part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.attribute.cues import TELLING, cue_word, is_according, lemma_of
from consilience.lexicons import word_set
from consilience.model.annotations import Attribution
from consilience.model.spans import TokenRange
from consilience.parses import Parse, noun_phrase
from consilience.quotation import Quotation, inside

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_LINE_ENDS = '.!?:”"»…'
RULE = "attribution heads"
_OPENING = ("“", '"', "«", "‘", "'", "„", "(", "[")
_ENDS = (".", ",", ";", ":", "-", "–", "—", "!", "?")


@dataclass(frozen=True, slots=True)
class Draft:
    """Who (source) says (cue) what (content); `word` is the cue's governing token, `speaker_at` a noun that speaks unseen.

    `follows` is the number of the draft whose speaker goes on, `through` the cue word of the draft that this one is told in,
    `aside` the name of the sieve that holds the draft back; `spoken` words stand in no marks and are direct nevertheless,
    `onward` are quotations of the next paragraph that the heads give to the same speaker.
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
    aside: str | None = None
    spoken: bool = False
    onward: tuple[TokenRange, ...] = ()


def from_heads(parse: Parse, quotes: Sequence[Quotation], found: Sequence[Attribution]) -> list[Draft]:
    """What the attribution heads found, with marks and stray words at the ends put right."""
    drafts = []
    for one in found:
        cue = None if one.cue is None else _cue(parse, one.cue)
        parts = _after_citing(parse, one)
        pieces = [c for c in (tidy(parse, quotes, part) for part in parts) if c is not None]
        content = _own_pieces(parse, quotes, cue, pieces)
        if not content:
            continue
        onward = _onward(parse, quotes, content, pieces)
        source = None if one.source is None or _from_afar(parse, one) else tidy_source(parse, one.source)
        content, source = _with_description(parse, quotes, content, source)
        source = _document_under(parse, cue) if source is None else _with_named_before(parse, source)
        word = None if cue is None else cue_word(parse, cue)
        drafts.append(Draft(content, cue, source, word, RULE, confidence=one.confidence, onward=onward))
    return drafts


def _onward(
    parse: Parse, quotes: Sequence[Quotation], content: Sequence[TokenRange], pieces: Sequence[TokenRange]
) -> tuple[TokenRange, ...]:
    """The quotations after the content that the heads give to its speaker: in its paragraph, and on from one to the next."""
    last, found = content[-1], []
    for piece in pieces:
        after = piece.first >= last.last and piece not in content and _quoted(parse, quotes, piece.first)
        if after and _breaks_between(parse, last.last - 1, piece.first) <= 1:
            found.append(piece)
            last = piece
    return tuple(found)


def _with_named_before(parse: Parse, source: TokenRange) -> TokenRange:
    """ "N. N., others vow …": the name before "others" that has the same verb, in a headline."""
    comma = source.first - 1
    if parse.tokens[source.first].word.lower() != "others" or comma < 1 or parse.tokens[comma].word != ",":
        return source
    top, other = parse.tokens[comma - 1], parse.tokens[source.first]
    first = comma - 1
    while first > 0 and top.pos == "PROPN" and parse.tokens[first].head == first - 1:
        first -= 1
    joined = parse.tokens[first].pos == "PROPN" and parse.tokens[first].head == other.head
    return TokenRange(first, source.last) if joined else source


def _document_under(parse: Parse, cue: TokenRange | None) -> TokenRange | None:
    """ "Under the statute, “…”": the document that a preposition for a cue leads to."""
    if cue is None or cue.last - cue.first != 1 or parse.tokens[cue.first].tag != "IN":
        return None
    noun = parse.tokens[cue.first].head
    document = noun > cue.first and parse.tokens[noun].lemma.lower() in word_set("speakers", "documents")
    return noun_phrase(parse, noun) if document else None


def _own_pieces(
    parse: Parse, quotes: Sequence[Quotation], cue: TokenRange | None, pieces: Sequence[TokenRange]
) -> tuple[TokenRange, ...]:
    """The pieces that are told by the one cue: the first one, and those that nothing shows to be somebody else's words."""
    pieces = [c for c in pieces if not _before_cue(parse, quotes, cue, c)] or pieces
    pieces = [c for c in pieces if not _listener(parse, cue, c)] or pieces
    first = pieces[:1]
    others = [
        c
        for c in pieces[1:]
        if not (
            _stray(parse, quotes, first[0], c)
            or _elsewhere(parse, quotes, first[0], c)
            or _concluded(parse, c)
            or _gloss(parse, quotes, cue, first[0], c)
            or _sentence_of_its_own(parse, quotes, cue, first[0], c)
        )
    ]
    if others and (_relative_alone(parse, first[0]) or _before_participle(parse, quotes, cue, first[0])):
        return tuple(others)
    return (*first, *others)


def _other_voice(parse: Parse, quotes: Sequence[Quotation], piece: TokenRange, cue: TokenRange) -> bool:
    """Whether a piece of a paragraph before, left open, opens with another mark than the quotation right before the cue."""
    between = [inside(quotes, parse.tokens[i].start) for i in range(piece.last, cue.first)]
    near = next((q for q in reversed(between) if q is not None), None)
    return near is not None and not _same_mark(parse, quotes, parse.tokens[piece.first].start, near.span.start)


def _same_mark(parse: Parse, quotes: Sequence[Quotation], one: int, other: int) -> bool:
    """Whether the quotations at two places open with the same mark, as one does that goes on in a new paragraph."""
    marks = {parse.text[q.span.start] for at in (one, other) for q in [inside(quotes, at)] if q is not None}
    return len(marks) < 2


def _listener(parse: Parse, cue: TokenRange | None, piece: TokenRange) -> bool:
    """Whether the piece names those who are told: "| N. N. | was told that …"."""
    word = None if cue is None else cue_word(parse, cue)
    if word is None or lemma_of(parse, word) not in TELLING:
        return False
    whom = [k for k in parse.kids[word] if parse.tokens[k].relation in ("nsubj:pass", "iobj")]
    return any(noun_phrase(parse, k).first <= piece.first and piece.last <= noun_phrase(parse, k).last for k in whom)


def _from_afar(parse: Parse, one: Attribution) -> bool:
    """Whether the source stands in a later paragraph than the cue: the tale of a headline goes on with others."""
    if one.cue is None or one.source is None:
        return False
    cue, source = (parse.sentences[parse.sentence_of[part.first]].paragraph for part in (one.cue, one.source))
    return source > cue


def _after_citing(parse: Parse, one: Attribution) -> tuple[TokenRange, ...]:
    """The content; where it opens right after "citing", without the words that name whom."""
    first, last = one.content[0]
    if one.cue is None or first == 0 or parse.tokens[first - 1].word.lower() != "citing":
        return one.content
    that = next((i for i in range(first, min(last, first + 9)) if parse.tokens[i].word == "that"), first)
    return (TokenRange(that, last), *one.content[1:])


def _with_description(
    parse: Parse, quotes: Sequence[Quotation], content: tuple[TokenRange, ...], source: TokenRange | None
) -> tuple[tuple[TokenRange, ...], TokenRange | None]:
    """Words between a quotation and the speaker's name, without a verb, are the speaker's: "“…,” the envoy, N. N., said"."""
    part = content[-1]
    between = range(part.last, source.first) if source is not None else range(0)
    quote = inside(quotes, parse.tokens[part.first].start)
    if source is None or quote is None or [parse.tokens[i].word for i in between] != [","]:
        return content, source
    tail = [i for i in range(*part) if parse.tokens[i].start >= quote.span.end]
    if not tail or parse.tokens[tail[0] - 2].word != "," or not _is_description(parse, tail):
        return content, source
    return (*content[:-1], TokenRange(part.first, tail[0])), TokenRange(tail[0], source.last)


def _is_description(parse: Parse, tail: Sequence[int]) -> bool:
    """Whether the words are a noun's: they open with no joint or preposition, and no verb is among them."""
    joint = parse.tokens[tail[0]].tag in ("CC", "IN", "TO")
    return not joint and not any(parse.tokens[i].tag.startswith(("V", "MD")) for i in tail)


def _stray(parse: Parse, quotes: Sequence[Quotation], first: TokenRange, piece: TokenRange) -> bool:
    """Whether a further piece is told by the outlet: it starts outside marks, the first piece was a quotation."""
    return (
        _quoted(parse, quotes, first.first)
        and _quoted(parse, quotes, first.last - 1)
        and not _quoted(parse, quotes, piece.first)
    )


def _elsewhere(parse: Parse, quotes: Sequence[Quotation], first: TokenRange, piece: TokenRange) -> bool:
    """Whether a further piece stands in another paragraph than the first; a quotation goes on in the very next one."""
    near = _breaks_between(parse, first.first, piece.first)
    return near != 0 and not (_quoted(parse, quotes, first.last - 1) and _goes_on(parse, quotes, first, piece))


def _goes_on(parse: Parse, quotes: Sequence[Quotation], first: TokenRange, piece: TokenRange) -> bool:
    """Whether a piece is a quotation in the paragraph after the first one's."""
    same = _same_mark(parse, quotes, parse.tokens[first.last - 1].start, parse.tokens[piece.first].start)
    return same and _breaks_between(parse, first.first, piece.first) == 1 and _quoted(parse, quotes, piece.first)


def _breaks_between(parse: Parse, first: int, last: int) -> int:
    """How many paragraphs end between two tokens; a line that breaks within a sentence is no end."""
    spans = [s.span for s in parse.sentences[parse.sentence_of[first] : parse.sentence_of[last] + 1]]
    start, end = parse.tokens[first].start, parse.tokens[last].start
    breaks = [m for m in _BREAK.finditer(parse.text, start, end) if not any(s.start < m.start() < s.end for s in spans)]
    wrapped = [m for m in breaks if m.group().count("\n") == 1 and parse.text[m.start() - 1] not in _LINE_ENDS]
    return len(breaks) - len(wrapped)


def _concluded(parse: Parse, piece: TokenRange) -> bool:
    """Whether the piece hangs on a participle in which the outlet concludes: ", indicating that …"."""
    at = piece.first - 1
    concludes = parse.tokens[at].tag == "VBG" and lemma_of(parse, at) in word_set("cues", "inference")
    return concludes and parse.tokens[at - 1].word == ","


def _before_cue(parse: Parse, quotes: Sequence[Quotation], cue: TokenRange | None, piece: TokenRange) -> bool:
    """Whether the piece is a quotation of the last speaker's: opened again and closed by the paragraph before the cue's, or
    closed further up, with something told between."""
    if cue is None or piece.last > cue.first:
        return False
    quote = inside(quotes, parse.tokens[piece.first].start)
    if quote is not None and not quote.closed and _other_voice(parse, quotes, piece, cue):
        return True
    here = parse.sentences[parse.sentence_of[cue.first]].paragraph
    earlier = quote is not None and quote.paragraph < here and quote.closed
    if quote is None or not earlier:
        return False
    return quote.paragraph < here - 1 or any(q.paragraph == quote.paragraph - 1 and not q.closed for q in quotes)


def _sentence_of_its_own(
    parse: Parse, quotes: Sequence[Quotation], cue: TokenRange | None, first: TokenRange, piece: TokenRange
) -> bool:
    """Whether the piece is a quotation of whole sentences after reported words without marks, or a sentence without any."""
    opens = parse.sentences[parse.sentence_of[piece.first]].tokens.first == piece.first
    reported = not any(_quoted(parse, quotes, i) for i in range(*first))
    marked = _quoted(parse, quotes, piece.first) and _quoted(parse, quotes, piece.last - 1)
    unmarked = not any(_quoted(parse, quotes, i) for i in range(*piece))
    plain = unmarked and cue is not None and cue.last <= first.first < piece.first
    return opens and reported and (marked or plain)


def _gloss(
    parse: Parse, quotes: Sequence[Quotation], cue: TokenRange | None, first: TokenRange, piece: TokenRange
) -> bool:
    """Whether the piece is the outlet's remark after a closing cue: "…, a poll showed, its worst showing since May"."""
    if cue is None or first.first >= cue.first or piece.first < cue.last or _quoted(parse, quotes, piece.first):
        return False
    verbs = any(parse.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD", "VB") for i in range(*piece))
    opens = parse.tokens[piece.first].tag in ("PRP$", "DT", "NN", "NNP", "JJ")
    return opens and not verbs and parse.tokens[piece.first - 1].word == ","


def _before_participle(parse: Parse, quotes: Sequence[Quotation], cue: TokenRange | None, piece: TokenRange) -> bool:
    """Whether the piece is another verb's: unquoted, before a cue such as ", predicting …" of its sentence."""
    if cue is None or piece.last > cue.first or parse.tokens[cue.first].tag != "VBG" or is_according(parse, cue.first):
        return False
    after = parse.tokens[cue.first - 1].word == "," and parse.sentence_of[piece.first] == parse.sentence_of[cue.first]
    return after and not _quoted(parse, quotes, piece.first)


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
