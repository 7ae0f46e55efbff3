"""Where reported words begin and end: the paragraph, the dateline, the sentence, the clause that is another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import kind_at, own_subject
from consilience.attribute.drafts import Draft, tidy
from consilience.attribute.edges import without_edges
from consilience.attribute.tails import end_of_words
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid
from consilience.quotation import Quotation, inside

_DATELINE = re.compile(r"[^\W\d_]{3,}[^\n“\"]{0,60}?(?:\([A-Za-z .]{2,30}\)\s*[-–—]+|/[^/\s]{2,20}/\.?|\d\s*[-–—]+)\s+")
_CLOSING = ("”", '"', "''")
_MARKS = ("“", "”", '"', "''", "``", "‘", "’")
_RELATIVES = ("which", "who", "whom", "whose", "that")
_THINGS = ("obj", "obl", "nsubj:pass")  # what a verb of telling takes as a thing, not as a clause
_ASIDE = ("obl", "obl:tmod", "obl:unmarked", "advmod", "advcl")
_OCCASIONS = frozenset(
    "after amid at before during earlier following later recently today tonight while yesterday".split()
)


def with_bounds(parse: Parse, quotes: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each content kept to what its speaker can have said."""
    return [_bounded(parse, quotes, draft) for draft in drafts]


def _bounded(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> Draft:
    if draft.block or draft.cue is None:
        return draft
    draft = _with_consequence(parse, draft)
    parts = [_bounded_part(parse, quotes, draft, part) for part in draft.content]
    content = tuple(without_edges(parse, quotes, draft, p) for p in parts if p is not None)
    return replace(draft, content=content) if content else draft


def _with_consequence(parse: Parse, draft: Draft) -> Draft:
    """The draft of an if-clause alone with what would follow: "If …, X told Y, it would …"."""
    part = draft.content[0]
    if draft.cue is None or len(draft.content) > 1 or parse.tokens[part.first].word.lower() not in ("if", "unless"):
        return draft
    sentence = parse.sentences[parse.sentence_of[part.first]].tokens
    if part.first != sentence.first or not part.last < draft.cue.first < sentence.last:
        return draft
    comma = next((i for i in range(draft.cue.last, sentence.last) if parse.tokens[i].word == ","), sentence.last)
    rest = TokenRange(comma + 1, sentence.last - 1)
    told = any(parse.tokens[i].tag == "MD" for i in range(*rest)) and part.last + 1 <= draft.cue.first
    return replace(draft, content=(part, rest)) if rest.last > rest.first and told else draft


def _bounded_part(parse: Parse, quotes: Sequence[Quotation], draft: Draft, part: TokenRange) -> TokenRange | None:
    if _quoted(parse, quotes, part.first) or draft.cue is None:
        return part
    part = _with_like(parse, draft, _whole_clause(parse, draft, part))
    first = max(part.first, _opening(parse, draft.cue.first, part))
    last = min(
        part.last,
        _sentence_end(parse, part),
        _others_clause(parse, quotes, part),
        _tellers_circumstance(parse, draft, part),
        _tellers_verdict(parse, part),
        end_of_words(parse, quotes, draft, part),
    )
    return tidy(parse, quotes, TokenRange(first, last)) if last > first else None


def _quoted(parse: Parse, quotes: Sequence[Quotation], index: int) -> bool:
    return inside(quotes, parse.tokens[index].start) is not None


def _whole_clause(parse: Parse, draft: Draft, part: TokenRange) -> TokenRange:
    """Where only a relative clause was found before a closing "X said", the whole sentence; all of "what X called it"."""
    told = parse.tokens[part.first].word.lower() == "what" and part.last - part.first == 1
    if told and kid(parse, part.first, "acl:relcl") is not None:
        return TokenRange(part.first, max(below(parse, part.first)) + 1)
    if draft.cue is None or draft.source is None or parse.tokens[part.first].word.lower() not in _RELATIVES:
        return part
    sentence = parse.sentences[parse.sentence_of[part.first]].tokens
    tail = min(draft.cue.first, draft.source.first)
    near = part.last <= tail <= part.last + 2 and parse.tokens[part.first - 1].word == ","
    return TokenRange(sentence.first, part.last) if near and part.first > sentence.first else part


def _with_like(parse: Parse, draft: Draft, part: TokenRange) -> TokenRange:
    """ "Mentioned raising the toll | and closing the gate": with what is joined in the same form."""
    at = part.last + 1
    if at >= len(parse.tokens) or parse.tokens[part.last].tag != "CC" or parse.tokens[part.first].tag != "VBG":
        return part
    joined = parse.tokens[at]
    like = joined.relation == "conj" and joined.tag == "VBG" and kid(parse, at, "aux", "nsubj") is None
    return (
        TokenRange(part.first, below(parse, at)[-1] + 1) if like and joined.head in (part.first, draft.word) else part
    )


def _opening(parse: Parse, cue: int, part: TokenRange) -> int:
    """The first token that can be reported: in the sentence of the cue or after it, behind a dateline."""
    paragraph = parse.sentences[parse.sentence_of[cue]].paragraph
    own = next((i for i in range(*part) if parse.sentences[parse.sentence_of[i]].paragraph == paragraph), part.first)
    sentence = parse.sentences[parse.sentence_of[cue]].tokens.first
    marked = any(parse.tokens[i].word in _MARKS for i in range(own, max(own, sentence)))
    if own < sentence < part.last and not marked:
        own = sentence
    start = next(s.tokens.first for s in parse.sentences if s.paragraph == paragraph)
    head = parse.text[parse.tokens[start].start : parse.tokens[part.last - 1].end]
    found = _DATELINE.match(head) if parse.tokens[start].word.isupper() else None
    if found is None:
        return own
    end = parse.tokens[start].start + found.end()
    return next((i for i in range(own, part.last) if parse.tokens[i].start >= end), own)


def _sentence_end(parse: Parse, part: TokenRange) -> int:
    """The end of the sentence in which words without marks begin, if it is a full stop and no mark is open or follows."""
    end = parse.sentences[parse.sentence_of[part.first]].tokens.last
    if end >= part.last:
        return part.last
    last = parse.tokens[end - 1]
    told = parse.text[parse.tokens[part.first].start : last.end]
    after = parse.text[parse.tokens[end].start : parse.tokens[part.last - 1].end + 1]
    even = told.count("“") == told.count("”") and told.count('"') % 2 == 0 and "''" not in told
    closed = last.word == "." or (last.word in ("”", '"', "''") and parse.tokens[end - 2].word in (".", "!", "?"))
    return end if even and closed and not any(mark in after for mark in "“”\"‘’'") else part.last


def _others_clause(parse: Parse, quotes: Sequence[Quotation], part: TokenRange) -> int:
    """Where another speaker's clause begins: after a semicolon, or with "as X claims"."""
    for at in range(part.first + 3, part.last - 1):
        word = parse.tokens[at].word.lower()
        if word == ";" and not _quoted(parse, quotes, at) and _says(parse, range(at + 1, part.last)):
            return at
        if word == "as" and parse.tokens[at - 1].word == "," and _says_last(parse, part):
            return at - 1
    return part.last


def _tellers_circumstance(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """Where words begin that say when, where or how it was told: "praised the crew | after the rescue".

    Only behind a thing that is told of; behind a told clause the tree cannot be trusted to know whose circumstance it is.
    """
    word = draft.word
    if word is None or word >= part.first:
        return part.last
    inside_part = [k for k in parse.kids[word] if part.first <= k < part.last]
    thing = next((k for k in inside_part if parse.tokens[k].relation in _THINGS), None)
    if thing is None:
        return part.last
    asides = [k for k in inside_part if k > thing and parse.tokens[k].relation in _ASIDE]
    occasions = [min(below(parse, k)) for k in asides if _is_occasion(parse, k) or _is_consequence(parse, k)]
    return min((first for first in occasions if first > thing), default=part.last)


def _tellers_verdict(parse: Parse, part: TokenRange) -> int:
    """Where the teller's own participle begins behind quoted words: "said it would “go ahead,” | ending years of doubt".

    Only where the tree hangs it on the verb of saying, which stands outside of the content.
    """
    marks = [i for i in range(part.first + 1, part.last - 1) if parse.tokens[i].word in _CLOSING]
    after = marks[-1] + 1 if marks else part.last
    if after + 1 < part.last and parse.tokens[after].word == ",":
        after += 1
    if after >= part.last or parse.tokens[after].tag != "VBG" or parse.tokens[after].relation != "advcl":
        return part.last
    return part.last if part.first <= parse.tokens[after].head < part.last else after


def _is_occasion(parse: Parse, aside: int) -> bool:
    """Whether an aside tells when it was told: "during the visit", "as he left", but not "praised her as an ally"."""
    first = min(below(parse, aside))
    opening = parse.tokens[first].word.lower()
    after = parse.tokens[first + 1].word.lower() if first + 1 < len(parse.tokens) else ""
    as_if = opening == "as" and (after in ("if", "though") or parse.tokens[aside].relation == "advcl")
    return opening in _OCCASIONS or as_if


def _is_consequence(parse: Parse, aside: int) -> bool:
    """ "Ruled against the plan, | dealing a blow to …": what follows from what was said."""
    first = min(below(parse, aside))
    participle = first == aside and parse.tokens[aside].tag == "VBG" and parse.tokens[aside].relation == "advcl"
    return participle and parse.tokens[first - 1].word == ","


def _says(parse: Parse, stretch: range) -> bool:
    """Whether a verb with an own subject says something in the stretch."""
    return any(
        parse.tokens[i].tag in ("VBD", "VBZ", "VBP") and _speaks(parse, i) and own_subject(parse, i) is not None
        for i in stretch
    )


def _says_last(parse: Parse, part: TokenRange) -> bool:
    last = part.last - 1
    return _speaks(parse, last) or parse.tokens[last].word.lower() in ("claims", "says", "claimed", "said")


def _speaks(parse: Parse, index: int) -> bool:
    kind = kind_at(parse, index)
    return kind is not None and kind[0] == "statement" and parse.tokens[index].tag.startswith("V")
