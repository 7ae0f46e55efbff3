"""Wording: what each report calls the main actors and the happening of a story, in its own voice or in somebody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consilience.model.account import Difference, WordingRow, Words
from consilience.model.spans import Part, Passage, Span, overlap
from consilience.model.story import Actor, AnnotatedReport
from consilience.quotation import quotations
from consilience.reconcile.descriptions import described_at
from consilience.reconcile.library import Library, passages_at, text_at, text_of
from consilience.wording import fold, words

_ACTORS = 10  # actors whose naming is shown
_WORDS = 6  # different words of one report for one actor
_NAMED = frozenset(("person", "government", "party", "company", "organisation", "group", "people"))
_SEVERAL = frozenset(("both", "neither", "three", "two"))
_HEAD = 2  # words at whose head "two" or "both" names several actors at once
_SHOWN = (("the same people", "people without a name"), ("one act by its place", "the same act"))
_FORMS = frozenset(("a", "an", "dr", "miss", "mr", "mrs", "ms", "sir", "the"))
_FEW = 2  # reports that must say more than a name, so that there is something to compare


def wording_rows(library: Library, differences: Sequence[Difference] = ()) -> tuple[WordingRow, ...]:
    """What is called otherwise first, then the actors that most tellings name: a row for each report that names them.

    Only those of whom several reports say more than their name, and not all the same.
    """
    marks = {key: _quoted(library, *key) for key in library.parts}
    rows = [row for d in differences if d.kind == "naming" for row in _differing(library, d)]
    for actor in _main_actors(library):
        named = [r for told in library.reports.values() if (r := _row(library, actor, told, marks)) is not None]
        called = [{_bare(actor, w.text) for w in (*r.words, *r.quoted) if not _is_name(actor, w.text)} for r in named]
        if sum(map(bool, called)) >= _FEW and len(set().union(*called)) > 1:
            rows += named
    return tuple(rows)


def _differing(library: Library, difference: Difference) -> Iterator[WordingRow]:
    """What each report calls the people or the act of a difference of naming; a person has a row of its own."""
    found: defaultdict[str, dict[str, Words]] = defaultdict(dict)
    for passage in (_whole_word(library, p) for side in difference.sides for p in side.passages):
        said = text_at(library, passage)
        found[passage.report].setdefault(fold(said), Words(said, (passage,)))
    if not any(_names_person(library, p) for side in difference.sides for p in side.passages):
        because = difference.because.partition(",")[0]
        name = next((shown for known, shown in _SHOWN if because == known), because)
        for report in library.reports:
            if report in found:
                yield WordingRow(difference.id, report, tuple(found[report].values())[:_WORDS], name)


def _whole_word(library: Library, passage: Passage) -> Passage:
    """The passage with all of a first word that a hyphen ties to the one before ("clean-up operation")."""
    text = text_of(library.reports[passage.report].report, passage.part)
    start = passage.span.start
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 1
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    return replace(passage, span=Span(start, passage.span.end))


def _names_person(library: Library, passage: Passage) -> bool:
    part = library.parts[passage.report, passage.part]
    inside = (r for r in part.references if r.kind != "pronoun" and overlap(r.span, passage.span))
    actors = (library.actors.get(library.actor_of.get(r.entity or "", "")) for r in inside)
    return any(actor is not None and actor.type == "person" for actor in actors)


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


def _row(
    library: Library, actor: Actor, told: AnnotatedReport, marks: Mapping[tuple[str, Part], Sequence[Span]]
) -> WordingRow | None:
    """What a report calls an actor, in its own voice and in quotations; its name alone where it says no more."""
    own: dict[str, Words] = {}
    quoted: dict[str, Words] = {}
    for passage in sorted(set(_called(library, actor, told))):
        said = text_at(library, passage)
        within = any(q.start <= passage.span.start < q.end for q in marks[passage.report, passage.part])
        if said and not _SEVERAL & set(words(said)[:_HEAD]):
            (quoted if within else own).setdefault(_bare(actor, said), Words(said, (passage,)))
    shown = _fullest(own)[:_WORDS], _fullest({key: w for key, w in quoted.items() if key not in own})[:_WORDS]
    if not any(shown):
        mine = (e for e in told.annotations.entities if library.actor_of.get(e.id) == actor.id)
        first = min((m for e in mine for m in e.mentions), default=None)
        alone = () if first is None else (Words(text_at(library, first), (first,)),)
        return WordingRow(actor.id, told.report.id, alone) if alone else None
    return WordingRow(actor.id, told.report.id, shown[0], quoted=shown[1])


def _fullest(called: Mapping[str, Words]) -> tuple[Words, ...]:
    """The words without those that only repeat some of others ("the minister" beside "the interior minister")."""
    kept = {key: set(key.split()) for key in called}
    return tuple(w for key, w in called.items() if not any(kept[key] < other for other in kept.values()))


def _called(library: Library, actor: Actor, told: AnnotatedReport) -> Iterator[Passage]:
    entities = {entity.id: entity for entity in told.annotations.entities}
    for part in told.annotations.parts:
        mine = (r for r in part.references if library.actor_of.get(r.entity or "") == actor.id)
        for span in (s for r in mine if r.entity in entities for s in described_at(part, r, entities[r.entity])):
            places = passages_at(library, told.report.id, part.part, (span,))
            if len(places) == 1 and not _is_name(actor, text_at(library, places[0])):
                yield _whole_word(library, places[0])


def _bare(actor: Actor, said: str) -> str:
    """The words without article and name, by which two ways of calling somebody are one."""
    names = {w for name in (actor.name, *actor.aliases) for w in words(name)}
    return " ".join(w for w in words(said) if w not in names and w not in ("a", "an", "the")) or fold(said)


def _is_name(actor: Actor, said: str) -> bool:
    """Whether words are no more than a name of the actor, with or without a form of address."""
    names = {w for name in (actor.name, *actor.aliases) for w in words(name)}
    return all(w.removesuffix("'s") in names or w in _FORMS for w in words(said.replace("’", "'")))


def _quoted(library: Library, report: str, part: Part) -> list[Span]:
    """The stretches of a part between quotation marks."""
    text = text_of(library.reports[report].report, part)
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        lines += [Span(at, at + len(line))] if line.strip() else []
        at += len(line) + 1
    return [q.span for q in quotations(text, lines)]
