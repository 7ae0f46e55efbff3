"""Somebody first told of without a name whom the next sentences name: one source, not two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consilience.lexicons import word_set
from consilience.model.event import Proposition
from consilience.reconcile.library import Library, sentence_span, text_of
from consilience.reconcile.voices import Voice
from consilience.wording import words

_NEXT = 2  # sentences behind the unnamed speaker in which the name must come
_OFFICIALS = ("authorities", "fire officials", "investigators", "officials", "police officials", "prosecutors")
_HIDDEN = frozenset(("anonymity", "anonymous", "anonymously", "identified", "named", "unnamed"))
_Told = tuple[Voice, Proposition]


def introduced(library: Library, told: Sequence[_Told]) -> Mapping[str, Voice]:
    """For propositions of one unnamed speaker ("An engineer has told …") the named one who says the same right after.

    The name must be new to the report there, and the only one; who asks not to be named stays unnamed. "Officials" are
    the one who heads or speaks for a body there.
    """
    found = {}
    for voice, proposition in told:
        several = voice.name.casefold() in _OFFICIALS
        if voice.kind == "anonymous" and (several or voice.name.casefold().startswith(("a ", "an "))):
            named = {v.keys: v for v, p in told if _next(library, proposition, v, p)}
            named = {k: v for k, v in named.items() if not several or _in_charge(library, v)}
            if len(named) == 1 and not _hidden(library, proposition):
                found[proposition.id] = next(iter(named.values()))
    return found


def _in_charge(library: Library, voice: Voice) -> bool:
    """Whether a person is told to head or speak for a body: one of its "officials"."""
    said = {w for told in library.described.get(voice.actor or "", ()) for w in words(told)}
    return bool(said & (word_set("stakes", "heads") | word_set("witnessing", "ranks")))


def _next(library: Library, first: Proposition, voice: Voice, then: Proposition) -> bool:
    """Whether a named person says it in one of the next sentences, named there for the first time."""
    if voice.kind != "named" or voice.type != "person" or (then.report, then.part) != (first.report, first.part):
        return False
    return 0 < then.sentence - first.sentence <= _NEXT and _first_named(library, voice, first)


def _first_named(library: Library, voice: Voice, after: Proposition) -> bool:
    entities = library.reports[after.report].annotations.entities
    places = [
        m.span.start
        for entity in entities
        if library.actor_of.get(entity.id) == voice.actor
        for m in entity.mentions
        if m.part == after.part
    ]
    return bool(places) and min(places) >= sentence_span(library, after.report, after.part, after.spans[0]).end


def _hidden(library: Library, proposition: Proposition) -> bool:
    span = sentence_span(library, proposition.report, proposition.part, proposition.spans[0])
    text = text_of(library.reports[proposition.report].report, proposition.part)
    return bool(_HIDDEN & set(words(text[span.start : span.end])))
