"""Sureness: whether somebody known surely says a thing of his own, so that it can add to the least count."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.reconcile.bearings import Bearing, joint
from consilience.reconcile.heard import pleads
from consilience.reconcile.involved import act_token
from consilience.reconcile.lead import in_headline
from consilience.reconcile.library import Library
from consilience.reconcile.same_words import names, surely_said
from consilience.reconcile.voices import Voice
from consilience.reconcile.witnessing import broken
from consilience.trees import children

_WHEN = frozenset(("after", "as", "before", "once", "until", "when", "while"))
_NAMED_AS_SOURCE = frozenset(("agency", "document", "medium", "person"))


def sure(library: Library, bearing: Bearing, others: Sequence[Bearing]) -> bool:
    """Whether somebody known surely says it: no crowd, no retelling of another source that the sentence names."""
    voice = bearing.voice
    if voice.kind == "own":
        told = [o.voice for o in others if o.voice.kind == "named" and o.voice.type in _NAMED_AS_SOURCE]
        if any(names(library, bearing.proposition, v.name) for v in told):
            return False
    crowd = _crowd(voice, bool(joint(bearing)))
    headed = len(others) > 1 and in_headline(library.reports[bearing.proposition.report].report, bearing.proposition)
    denial = bearing.statement is not None and bearing.statement.act == "denied" and not bearing.proposition.negated
    denial = denial or (
        bearing.statement is not None and pleads(library, bearing.proposition.report, bearing.statement)
    )
    whole = not broken(library, bearing.proposition) and not denial and not bearing.proposition.noun
    by_the_way = voice.kind != "own" and _in_time_of(library, bearing)
    return whole and not crowd and not headed and not by_the_way and surely_said(library, bearing.proposition)


def _in_time_of(library: Library, bearing: Bearing) -> bool:
    """Whether somebody's words only tell by it when something else was ("… before they opened the gates, she said")."""
    part = library.parts[bearing.proposition.report, bearing.proposition.part]
    act = act_token(part, bearing.proposition.act_span)
    if act is None or part.tokens[act].relation != "advcl":
        return False
    return any(
        part.tokens[c].relation in ("mark", "advmod") and part.tokens[c].word.lower() in _WHEN
        for c in children(part.tokens, act)
    )


def _crowd(voice: Voice, together: bool) -> bool:
    """Whether many speak at once: a people, a group, unnamed ones of a kind, some that are named only together."""
    if voice.kind != "named":
        return False
    several = voice.name.islower() and voice.name[-1:] == "s"
    loose = voice.actor is None and (several or (together and voice.type == "unknown"))
    return voice.type in ("group", "people") or loose
