"""Wording: how each report names the main actors of a story."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.model.account import WordingRow, Words
from consilience.model.spans import Passage
from consilience.model.story import Actor, AnnotatedReport
from consilience.reconcile.library import Library, text_at
from consilience.wording import fold, words

_ACTORS = 10  # actors whose naming is shown
_WORDS = 8  # different words of one report for one actor
_NAMED = frozenset(("person", "government", "party", "company", "organisation", "group", "people"))
_SEVERAL = frozenset(("both", "neither", "three", "two"))
_HEAD = 2  # words at whose head "two" or "both" names several actors at once
_KINDS = frozenset(("name", "short_name", "acronym", "title", "metonym", "apposition"))


def wording_rows(library: Library) -> tuple[WordingRow, ...]:
    """A row for each of the actors that most tellings name, and each report that names them."""
    rows = []
    for actor in _main_actors(library):
        for told in library.reports.values():
            named = _words(library, actor, told)
            if named:
                rows.append(WordingRow(actor.id, told.report.id, named))
    return tuple(rows)


def _main_actors(library: Library) -> list[Actor]:
    """The actors in most tellings, then those with most mentions."""
    tellings: dict[str, set[str]] = {}
    mentions: dict[str, int] = {}
    for told in library.reports.values():
        for entity in told.annotations.entities:
            actor = library.actor_of.get(entity.id)
            if actor is not None:
                tellings.setdefault(actor, set()).add(library.telling(told.report.id))
                mentions[actor] = mentions.get(actor, 0) + len(entity.mentions)
    named = [a for a in library.frame.actors if a.type in _NAMED and a.id in tellings]
    return sorted(named, key=lambda a: (-len(tellings[a.id]), -mentions[a.id], a.name, a.id))[:_ACTORS]


def _words(library: Library, actor: Actor, told: AnnotatedReport) -> tuple[Words, ...]:
    found: dict[str, Words] = {}
    for passage in sorted(set(_mentions(library, actor, told))):
        text = text_at(library, passage)
        if text and len(found) < _WORDS and not _SEVERAL & set(words(text)[:_HEAD]):
            found.setdefault(fold(text), Words(text, (passage,)))
    return tuple(found.values())


def _mentions(library: Library, actor: Actor, told: AnnotatedReport) -> Iterator[Passage]:
    for entity in told.annotations.entities:
        if library.actor_of.get(entity.id) == actor.id:
            yield from entity.mentions
    for part in told.annotations.parts:
        for reference in part.references:
            if reference.kind in _KINDS and library.actor_of.get(reference.entity or "") == actor.id:
                yield Passage(told.report.id, part.part, reference.span)
