"""Statements and the words they hold: which tell of a saying, which denial stands far off, within whose words one stands."""

from __future__ import annotations

from functools import lru_cache

from consilience.model.event import Proposition
from consilience.model.spans import Span, covers, overlap
from consilience.model.statement import Statement
from consilience.quotation import Quotation, quotations
from consilience.reconcile.library import Library, sentence_span, text_of


def far_denial(library: Library, proposition: Proposition, statement: Statement) -> bool:
    """Whether a denial is found in another sentence than the words: too weak a tie to call them denied."""
    if statement.act != "denied" or statement.cue is None or statement.manner in ("direct", "block", "mixed"):
        return False
    here = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    return not covers(here, statement.cue)


def tells_of_saying(proposition: Proposition, statement: Statement) -> bool:
    """Whether the words tell that something was said ("he rejected the plan"), speaker, verb and all."""
    cue = statement.cue
    return cue is not None and any(overlap(span, cue) for span in proposition.spans)


def outer_teller(library: Library, proposition: Proposition, statement: Statement) -> Statement | None:
    """The statement of somebody else around one, if it holds the words."""
    outer = library.statements.get((proposition.report, statement.within or ""))
    if outer is None or outer.speaker is None:
        return None
    held = all(any(covers(content, span) for content in outer.content) for span in proposition.spans)
    return outer if held else outer_teller(library, proposition, outer)


def quoted_by_nobody(library: Library, proposition: Proposition) -> bool:
    """Whether words that nobody is given as the speaker of stand in a quotation that begins with a sentence."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    sentences = {s.span.start for s in library.parts[proposition.report, proposition.part].sentences}
    return any(
        q.span.start in sentences and not text[q.span.start + 1].isspace() for q in _around(library, proposition)
    )


def begun_by(library: Library, proposition: Proposition) -> Statement | None:
    """The statement whose quoted words begin a quotation in which a later sentence stands that has no speaker of its own."""
    if proposition.statement is not None:
        return None
    for quotation in _around(library, proposition):
        for statement in library.reports[proposition.report].statements:
            begins = any(c.start <= quotation.span.start < c.end < quotation.span.end for c in statement.content)
            if begins and statement.part == proposition.part and statement.manner in ("direct", "mixed", "block"):
                return statement
    return None


def _around(library: Library, proposition: Proposition) -> list[Quotation]:
    """The closed quotations in double marks that hold the words."""
    text = text_of(library.reports[proposition.report].report, proposition.part)
    paragraphs = library.parts[proposition.report, proposition.part].paragraphs
    held = (q for q in _quotations(text, paragraphs) if q.closed and not q.single)
    return [q for q in held if all(covers(q.span, span) for span in proposition.spans)]


@lru_cache(maxsize=512)
def _quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    return quotations(text, paragraphs)
