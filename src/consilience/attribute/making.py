"""Drafts made from what a rule finds: content in unbroken stretches, the cue with its helpers, the source with its owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from consilience.attribute.cues import SUBJECTS, own_subject
from consilience.attribute.drafts import Draft, tidy
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid, noun_phrase
from consilience.quotation import Quotation

Rule = Callable[[Parse, Sequence[Quotation], int], Draft | None]
_MARKS = ("punct",)
_SMALLEST = 3


def stretches(parse: Parse, quotes: Sequence[Quotation], members: Sequence[int]) -> tuple[TokenRange, ...]:
    """Unbroken stretches of the tokens, tidied; marks between two members are no break."""
    made: list[TokenRange] = []
    for index in sorted(members):
        if made and all(parse.tokens[i].relation in _MARKS for i in range(made[-1].last, index)):
            made[-1] = TokenRange(made[-1].first, index + 1)
        else:
            made.append(TokenRange(index, index + 1))
    tidied = (tidy(parse, quotes, stretch) for stretch in made)
    return tuple(stretch for stretch in tidied if stretch is not None)


def around_cue(content: tuple[TokenRange, ...], clause: int, cue: int) -> tuple[TokenRange, ...]:
    """The stretch that holds the clause's verb, and those that only the cue parts from it."""
    main = next((c for c in content if c.first <= clause < c.last), None)
    if main is None:
        return content
    return tuple(c for c in content if c == main or min(c.last, main.last) <= cue < max(c.first, main.first))


def from_subject(parse: Parse, content: tuple[TokenRange, ...], index: int, speaker: int, rule: str) -> Draft | None:
    """A draft whose speaker is a subject: its phrase is the source if it stands in the verb's own clause."""
    own = own_subject(parse, index)
    source = _torn(parse, index, _with_owner(parse, noun_phrase(parse, speaker))) if own == speaker else None
    return make_draft(parse, content, cue_range(parse, index), source, index, rule, speaker)


def _torn(parse: Parse, verb: int, source: TokenRange) -> TokenRange:
    """The source up to the verb where the tree tears one subject into several: "archaeologist | N. N. | told"."""
    others = [k for k in parse.kids[verb] if parse.tokens[k].relation in SUBJECTS and source.last <= k < verb]
    if not others or any(parse.tokens[i].relation == "punct" for i in range(source.last, others[-1])):
        return source
    return TokenRange(source.first, noun_phrase(parse, others[-1]).last)


def _with_owner(parse: Parse, source: TokenRange) -> TokenRange:
    """The source with its owner before a genitive that the tree hangs elsewhere."""
    if source.first < 2 or parse.tokens[source.first - 1].tag != "POS":
        return source
    return TokenRange(min(noun_phrase(parse, source.first - 2).first, source.first - 2), source.last)


def make_draft(
    parse: Parse,
    content: tuple[TokenRange, ...],
    cue: TokenRange,
    source: TokenRange | None,
    word: int,
    rule: str,
    speaker_at: int | None = None,
) -> Draft | None:
    if sum(part.last - part.first for part in content) < _SMALLEST:
        return None
    return Draft(content, cue, source, word, rule, speaker_at)


def cue_range(parse: Parse, index: int) -> TokenRange:
    """The cue around a verb or adjective: with the auxiliaries, adverbs and negations right before it."""
    first = index
    helpers = ("aux", "aux:pass", "advmod", "cop")
    while first > 0 and parse.tokens[first - 1].relation in helpers and parse.tokens[first - 1].head == index:
        first -= 1
    return TokenRange(first, index + 1)


def author_of(parse: Parse, index: int) -> int | None:
    """The noun after "by" or "from" at a noun of saying."""
    for k in parse.kids[index]:
        case = kid(parse, k, "case")
        if (
            parse.tokens[k].relation.startswith("nmod")
            and case is not None
            and parse.tokens[case].word in ("by", "from")
        ):
            return k
    return None
