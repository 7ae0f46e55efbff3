"""Asides: what a sentence of reported speech tells only to say who or what is meant is the outlet's own word.

"The mill complained of the flood which killed two people": that two died is not the mill's to tell, where another report
tells it in its own voice and the mill says it nowhere else. What stands before "…, the mill said" is the mill's, but for the
clause that says who somebody named is.

Some asides are the outlet's wherever they stand: what is told after a comma of somebody or something named ("that Vane, who
ran the mill until May, had left"), a clause of time that is set off by a comma behind the words or hangs on the saying, and
what had happened before somebody promised, asked or threatened ("pledged support after meeting …").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.model.annotations import Token
from consilience.model.statement import Statement
from consilience.reconcile.bearings import Bearing
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.reconcile.tellers import outer_teller
from consilience.reconcile.voices import own_voice, speakers_of
from consilience.trees import children, tokens_within
from consilience.wording import fold

_SINCE = frozenset(("after", "before", "following", "since", "while"))
_SETTING_OFF = frozenset((",", "-", "--", "–", "—"))
_PERFORMED = frozenset(("asked", "promised", "threatened"))
_PRESS = frozenset(("agency", "medium", "outlet"))
_ALWAYS, _AT_TIMES = "always", "where another report tells it"


def narrated(library: Library, bearings: Sequence[Bearing]) -> list[Bearing]:
    """The bearings, those of asides as the outlet's own word where another report tells it in its own voice."""
    asides = [_aside(library, b) for b in bearings]
    plain = [b for b, aside in zip(bearings, asides, strict=True) if not aside and b.stance == "asserts"]
    found = []
    for bearing, aside in zip(bearings, asides, strict=True):
        elsewhere = (b.voice.kind for b in plain if b.proposition.report != bearing.proposition.report)
        told = aside == _ALWAYS or (bool(aside) and any(kind in ("own", "unidentified") for kind in elsewhere))
        himself = told and any(set(b.voice.keys) & set(bearing.voice.keys) for b in plain)
        found.append(_own(library, bearing) if told and not himself else bearing)
    return found


def _own(library: Library, bearing: Bearing) -> Bearing:
    """The words as the outlet's own, or as those of the speaker within whose words the whole stands."""
    proposition, said = bearing.proposition, bearing.statement
    outer = outer_teller(library, proposition, said) if said is not None else None
    if outer is None:
        return replace(bearing, voice=own_voice(library, proposition), statement=None, stance="asserts")
    voice = speakers_of(library, proposition.report, outer)[0]
    voice = replace(voice, kind="own") if voice.type in _PRESS else voice  # another medium's own telling
    return replace(bearing, voice=voice, statement=outer, stance="asserts")


def _aside(library: Library, bearing: Bearing) -> str:
    """Whether the words are an aside, and the outlet's wherever they stand; empty where they are none."""
    statement, proposition = bearing.statement, bearing.proposition
    if statement is None or statement.manner not in ("indirect", "mixed") or statement.part != proposition.part:
        return ""
    part = library.parts[proposition.report, proposition.part]
    act = act_token(part, proposition.act_span)
    if act is None or bearing.stance not in ("asserts", "plans") or _quoted(library, bearing):
        return ""
    tokens, behind = part.tokens, statement.cue is not None and statement.cue.end <= part.tokens[act].start
    if proposition.noun and behind and _in_relative(tokens, act):
        return _AT_TIMES  # "said it would mend what had led to the failure of two launches"
    if tokens[act].relation == "acl:relcl":
        if behind and not proposition.quantities and _set_off(tokens, act):
            return _ALWAYS
        return _AT_TIMES if behind or _of_a_name(tokens, act) else ""
    return _of_time(tokens, act, bearing, _cue(library, bearing, statement)) if behind else ""


def _of_time(tokens: Sequence[Token], act: int, bearing: Bearing, cue: range) -> str:
    """Whether a clause tells what lay around the saying itself, or around words that it is set off from."""
    first = [c for c in children(tokens, act) if fold(tokens[c].word) in _SINCE]
    if bearing.proposition.noun and tokens[act].relation == "obl" and any(tokens[c].relation == "case" for c in first):
        return _AT_TIMES  # "the train left, they said, after her talks in Tarn"
    marks = [c for c in first if tokens[c].relation == "mark"]
    if tokens[act].relation != "advcl" or not marks:
        return ""
    comma = marks[0] > 0 and tokens[marks[0] - 1].word == ","
    act_of = bearing.statement.act if bearing.statement is not None else ""
    done = act_of in _PERFORMED and bearing.proposition.status == "happened"
    return _ALWAYS if comma or done else _AT_TIMES if tokens[act].head in cue else ""


def _in_relative(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun stands right in a relative clause."""
    over = tokens[noun].head
    return over >= 0 and tokens[over].relation == "acl:relcl" and tokens[noun].relation in ("obj", "obl", "nsubj")


def _set_off(tokens: Sequence[Token], act: int) -> bool:
    """Whether a relative clause tells, after a comma, of somebody or something named: ", who …", ", which …"."""
    pointing = [c for c in children(tokens, act) if fold(tokens[c].word) in ("who", "which", "whose")]
    head = tokens[act].head
    return bool(pointing) and tokens[pointing[0] - 1].word in _SETTING_OFF and head >= 0 and tokens[head].pos == "PROPN"


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
