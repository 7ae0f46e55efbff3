"""The small words on a verb that rules ask for: particles, and prepositions before an act in "-ing"."""

from __future__ import annotations

from consilience.events.arguments import obliques
from consilience.events.ground import Ground
from consilience.parses import kid


def clause_marks(ground: Ground, verb: int) -> set[str]:
    """The prepositions before an act in "-ing" ("called for lifting the ban")."""
    clauses = (k for k in ground.parse.kids[verb] if ground.parse.tokens[k].tag == "VBG" and k > verb)
    marks = (kid(ground.parse, k, "mark", "case") for k in clauses)
    return {ground.parse.tokens[m].word.lower() for m in marks if m is not None} & {"for"}


def particles(ground: Ground, verb: int) -> set[str]:
    """The small words that belong to the verb ("throw out", "hand over")."""
    loose = ("compound:prt", "advmod", "case")
    tokens = (ground.parse.tokens[k] for k in ground.parse.kids[verb])
    cases = [case.split() for case, _ in obliques(ground.parse, verb)]
    return {t.word.lower() for t in tokens if t.relation in loose} | {c[0] for c in cases if c[1:] == ["of"]}
