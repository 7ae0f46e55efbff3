"""Asides: what a sentence of reported speech tells only to say who or what is meant is the outlet's own word.

"The mill complained of the flood which killed two people": that two died is not the mill's to tell, where another report
tells it in its own voice and the mill says it nowhere else. What stands before "…, the mill said" is the mill's, but for the
clause that says who somebody named is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.model.annotations import Token
from consilience.model.statement import Statement
from consilience.reconcile.bearings import Bearing
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.reconcile.voices import own_voice
from consilience.trees import children, tokens_within
from consilience.wording import fold

_SINCE = frozenset(("after", "before", "following", "since", "while"))


def narrated(library: Library, bearings: Sequence[Bearing]) -> list[Bearing]:
    """The bearings, those of asides as the outlet's own word where another report tells it in its own voice."""
    aside = [_is_aside(library, b) for b in bearings]
    plain = [b for b, beside in zip(bearings, aside, strict=True) if not beside and b.stance == "asserts"]
    found = []
    for bearing, beside in zip(bearings, aside, strict=True):
        elsewhere = (b.voice.kind for b in plain if b.proposition.report != bearing.proposition.report)
        told = any(kind in ("own", "unidentified") for kind in elsewhere)
        himself = any(set(b.voice.keys) & set(bearing.voice.keys) for b in plain)
        own = replace(bearing, voice=own_voice(library, bearing.proposition), statement=None, stance="asserts")
        found.append(own if beside and told and not himself else bearing)
    return found


def _is_aside(library: Library, bearing: Bearing) -> bool:
    """Whether the words are a relative clause of reported speech, or a clause of time that hangs on the saying itself."""
    statement, proposition = bearing.statement, bearing.proposition
    if statement is None or statement.manner not in ("indirect", "mixed") or statement.part != proposition.part:
        return False
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    if act is None or bearing.stance not in ("asserts", "plans") or _quoted(library, bearing):
        return False
    token = part.tokens[act]
    if token.relation == "acl:relcl":
        return _of_a_name(part.tokens, act) or (statement.cue is not None and statement.cue.end <= token.start)
    marks = {fold(part.tokens[c].word) for c in children(part.tokens, act) if part.tokens[c].relation == "mark"}
    return token.relation == "advcl" and bool(marks & _SINCE) and token.head in _cue(library, bearing, statement)


def _of_a_name(tokens: Sequence[Token], act: int) -> bool:
    """Whether it tells who somebody named is ("Orla Vane, who ran the mill, …")."""
    head = tokens[act].head
    who = any(fold(tokens[c].word) == "who" for c in children(tokens, act))
    return who and head >= 0 and tokens[head].pos == "PROPN"


def _cue(library: Library, bearing: Bearing, statement: Statement) -> range:
    tokens = library.parts[bearing.proposition.report, statement.part].tokens
    return range(*tokens_within(tokens, statement.cue)) if statement.cue is not None else range(0)


def _quoted(library: Library, bearing: Bearing) -> bool:
    """Whether the words stand in quotation marks that are opened before them in their sentence."""
    proposition = bearing.proposition
    text = text_of(library.reports[proposition.report].report, proposition.part)
    sentence = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    before = text[sentence.start : proposition.act_span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
