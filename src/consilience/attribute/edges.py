"""Words at the edges of a content that are not its speaker's: a bare relative pronoun, a copula, a lead-in with a colon."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.drafts import Draft, tidy
from consilience.model.spans import TokenRange
from consilience.parses import Parse
from consilience.quotation import Quotation, inside

_COPULAS = ("is", "are", "was", "were", "be")
_RELATIVES = ("WDT", "WP")


def without_edges(parse: Parse, quotes: Sequence[Quotation], draft: Draft, part: TokenRange) -> TokenRange:
    """The part of the draft's content without such words; the part itself where nothing else would be left."""
    colon = max(_after_colon(parse, quotes, draft, part), _after_lead_in(parse, quotes, draft, part))
    first = max(_after_copula(parse, draft, part), colon)
    last = _before_relative(parse, part)
    kept = tidy(parse, quotes, TokenRange(first, last)) if last > first else None
    return part if kept is None else kept


def _after_copula(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "What the senators said | was | a swindle": the copula that joins the outlet's clause to their words."""
    if draft.cue is None or draft.source is None or draft.cue.last != part.first or draft.source.first == 0:
        return part.first
    opened = parse.tokens[draft.source.first - 1].word.lower() == "what"
    return part.first + (opened and parse.tokens[part.first].word.lower() in _COPULAS)


def _before_relative(parse: Parse, part: TokenRange) -> int:
    """ "Lending was its plan, | which | the bank said": the relative pronoun of the clause that attributes."""
    last = part.last - 1
    joined = last > part.first + 1 and parse.tokens[last].tag in _RELATIVES and parse.tokens[last - 1].word == ","
    return last - 1 if joined else part.last


def _after_colon(parse: Parse, quotes: Sequence[Quotation], draft: Draft, part: TokenRange) -> int:
    """ "The letter told of the harm: | “…,” the union wrote": of a closing cue's words only those in marks."""
    closing = draft.cue is not None and draft.cue.first >= part.last
    at = _colon(parse, quotes, part) if closing else None
    return part.first if at is None else at + 1


def _after_lead_in(parse: Parse, quotes: Sequence[Quotation], draft: Draft, part: TokenRange) -> int:
    """ "X saw | it differently: | “…”", "X told | a radio: | “…”": what stands without a verb between cue and colon."""
    if draft.cue is None or draft.cue.last != part.first:
        return part.first
    at = _colon(parse, quotes, part)
    told = at is not None and any(parse.tokens[i].pos in ("VERB", "AUX") for i in range(part.first, at))
    return part.first if at is None or told else at + 1


def _colon(parse: Parse, quotes: Sequence[Quotation], part: TokenRange) -> int | None:
    """The colon of the part, outside marks, after which a quotation fills the rest of it."""
    if inside(quotes, parse.tokens[part.first].start) is not None:
        return None
    for at in range(part.first + 1, part.last - 1):
        quote = inside(quotes, parse.tokens[at + 1].start)
        if parse.tokens[at].word == ":" and quote is not None and quote.span.start == parse.tokens[at + 1].start:
            return at if parse.tokens[part.last - 1].end >= quote.span.end - 1 else None
    return None
