"""Speakers without a name who are one with a named one of the same claim, by how they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consilience.lexicons import table, word_set
from consilience.reconcile.bearings import Bearing
from consilience.reconcile.library import Library, people_of
from consilience.reconcile.same_words import names, share_words
from consilience.reconcile.voices import told_first
from consilience.wording import words

_PANELS = frozenset(("board", "force", "inquiry", "panel", "team"))
_CROWDS = ("government", "group", "organisation", "people", "unknown")
_BODIES = (*_CROWDS, "company", "party")


def recognised(library: Library, asserting: Sequence[Bearing]) -> list[Bearing]:
    """The bearings, those of speakers without a name with the key of the one speaker of the claim who they are.

    "A witness" is the witness who is named elsewhere with the same run of words; "aides" who tell what their chief does
    are the chief's, where the chief says it too; "unions" are the "Tarn unions", "the navy" the navy of the one land whose
    navy says it too; "a doctor" whom one report cites from another outlet is the one person whom that outlet's report names.
    """
    found = []
    for bearing in asserting:
        others = [o for o in asserting if o.voice.kind == "named" and o.voice.keys != bearing.voice.keys]
        like = {o.voice.keys for o in others if _is(library, bearing, o)} or _named_there(library, bearing, asserting)
        voice = replace(bearing.voice, keys=(*bearing.voice.keys, *sorted(like)[0][:1])) if len(like) == 1 else None
        found.append(replace(bearing, voice=voice) if voice is not None else bearing)
    return found


def _is(library: Library, bearing: Bearing, other: Bearing) -> bool:
    bare = bearing.voice.name.casefold() in word_set("speakers", "government_bodies")
    if bearing.voice.actor is not None and not bare:
        return False
    if other.voice.type == "person" and _panel(library, bearing, other):
        return True
    if other.voice.type == "person":
        return bearing.voice.kind in ("anonymous", "unresolved") and (
            _called_so(library, bearing, other) or _aide(library, bearing, other)
        )
    crowds = bearing.voice.type in _CROWDS and other.voice.type in _BODIES
    short, long = words(bearing.voice.name), words(other.voice.name)
    return crowds and bearing.voice.kind == "named" and len(short) < len(long) and long[-len(short) :] == short


def _named_there(library: Library, bearing: Bearing, asserting: Sequence[Bearing]) -> set[tuple[str, ...]]:
    """The one person who says it in the telling from which an unnamed one is cited, where nobody unnamed says it there."""
    telling = told_first(library, bearing.proposition.report, bearing.statement)
    one = bearing.voice.kind == "anonymous" and not bearing.voice.name.endswith("s")
    if not one or telling == library.telling(bearing.proposition.report):
        return set()
    there = [o.voice for o in asserting if library.telling(o.proposition.report) == telling]
    people = {v.keys for v in there if v.kind == "named" and v.type == "person"}
    return people if len(people) == 1 and not any(v.kind in ("anonymous", "unresolved") for v in there) else set()


def _panel(library: Library, bearing: Bearing, other: Bearing) -> bool:
    """Whether a panel without a name is told of in one sentence with the person: its head or member."""
    last = words(bearing.voice.name)[-1:]
    kinds = word_set("stakes", "kinds") | _PANELS
    named = bearing.voice.kind == "named" and bearing.voice.name[1:].islower() and bool(set(last) & kinds)
    return named and names(library, bearing.proposition, other.voice.name)


def _called_so(library: Library, bearing: Bearing, other: Bearing) -> bool:
    """Whether a named person is told of by all words for an unnamed one; by one word alone in the same run of words."""
    name = bearing.voice.name
    if bearing.voice.kind == "unresolved":
        name = bearing.statement.speaker.words if bearing.statement and bearing.statement.speaker else ""
    said = _stems(w for w in words(name) if w not in word_set("function_words", "english"))
    told = _stems(w for d in library.described.get(other.voice.actor or "", ()) for w in words(d))
    if not said or not said <= told:
        return False
    alone = bearing.voice.kind == "anonymous" and share_words(library, bearing.proposition, other.proposition)
    return len(said) > 1 or alone


def _aide(library: Library, bearing: Bearing, other: Bearing) -> bool:
    """Whether people who serve somebody tell what the one they serve does."""
    serves = bool(set(words(bearing.voice.name)[-1:]) & word_set("stakes", "proxies"))
    return serves and other.voice.actor in people_of(library, bearing.proposition)


def _stems(listed: Iterable[str]) -> set[str]:
    things = table("acts", "things")
    return {things.get(w.rstrip("s"), w.rstrip("s")) for w in listed}
