"""A clause with all that belongs to its words: what a wording must hold so that nothing is cut off it."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.model.annotations import Token
from consilience.model.event import Proposition
from consilience.model.spans import Span, covers, hull
from consilience.reconcile.library import Library, statement_of, text_of
from consilience.trees import children, tokens_within

_LONGEST = 400  # letters from which a clause with all its words is no wording
_BESIDE = frozenset(("discourse", "list", "parataxis", "punct", "vocative"))
_LOOSE = frozenset(("acl", "acl:relcl", "advcl", "appos"))  # what a comma sets off as an addition
_CONDITIONS = frozenset(("if", "lest", "provided", "unless", "until", "whether"))
_SET_OFF = frozenset((",", ";", ":", "(", "–", "—", "--", "-"))


def whole_span(library: Library, proposition: Proposition) -> Span | None:
    """The words from the first to the last that a clause's words carry: its objects, contents, conditions and what says
    which thing is meant; additions set off by commas and clauses joined by "and" stay out. None where it would leave its
    statement or be too long."""
    part = library.parts[proposition.report, proposition.part]
    own = {i for span in proposition.spans for i in range(*tokens_within(part.tokens, span))}
    if not own or proposition.sentence >= len(part.sentences):
        return None
    around = range(*part.sentences[proposition.sentence].tokens)
    grown = _grown(part.tokens, own, around)
    first, last = min(grown), max(grown)
    text = text_of(library.reports[proposition.report].report, proposition.part)
    span = Span(part.tokens[first].start, part.tokens[last].end)
    statement = statement_of(library, proposition)
    if statement is not None and statement.part == proposition.part:
        inside = next((c for c in statement.content if covers(c, hull(proposition.spans))), None)
        span = Span(max(span.start, inside.start), min(span.end, inside.end)) if inside is not None else span
    return span if span.end - span.start <= _LONGEST and "\n\n" not in text[span.start : span.end] else None


def _grown(tokens: Sequence[Token], own: set[int], around: range) -> set[int]:
    """The tokens of a clause with those that hang on them."""
    grown, open_ones = set(own), sorted(own)
    first = min(own)
    while open_ones:
        at = open_ones.pop()
        for child in children(tokens, at):
            if child in grown or child not in around or not _belongs(tokens, child, first, grown):
                continue
            grown.add(child)
            open_ones.append(child)
    return grown


def _belongs(tokens: Sequence[Token], child: int, first: int, grown: set[int]) -> bool:
    """Whether a word that hangs on a clause is needed for its sense."""
    token = tokens[child]
    if token.relation in _BESIDE:
        return False
    if child < first and (token.relation in ("case", "cc", "mark") or token.pos == "SCONJ" or token.tag == "WRB"):
        return token.word.casefold() in _CONDITIONS
    if token.relation == "cc":
        return False
    if token.relation == "conj":
        return not _tells(tokens, child) and not _tells(tokens, token.head)
    if token.relation not in _LOOSE:
        return True
    if token.relation == "advcl" and _conditional(tokens, child):
        return True
    begin = _first_of(tokens, child)
    return child > first and begin > 0 and tokens[begin - 1].word not in _SET_OFF


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb, or is made one by "is"."""
    return tokens[at].pos in ("VERB", "AUX") or any(tokens[c].relation == "cop" for c in children(tokens, at))


def _conditional(tokens: Sequence[Token], at: int) -> bool:
    marks = (tokens[c] for c in children(tokens, at) if tokens[c].relation == "mark")
    return any(mark.word.casefold() in _CONDITIONS for mark in marks)


def _first_of(tokens: Sequence[Token], at: int) -> int:
    """The first word of what hangs on a word."""
    first, open_ones = at, [at]
    while open_ones:
        for child in children(tokens, open_ones.pop()):
            if tokens[child].relation != "punct":
                first = min(first, child)
                open_ones.append(child)
    return first
