"""Statements and the words they hold: which tell of a saying, which denial stands far off, within whose words one stands."""

from __future__ import annotations

from consilience.model.event import Proposition
from consilience.model.spans import covers, overlap
from consilience.model.statement import Statement
from consilience.reconcile.library import Library, sentence_span


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
