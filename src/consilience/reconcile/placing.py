"""Scenes told differently: a happening set in another town, one place set by region and by distance, one table two meals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from consilience.lexicons import word_list, word_set
from consilience.model.account import Difference, DifferenceKind, DifferenceScope, Side
from consilience.model.annotations import PlaceMention
from consilience.model.ids import content_id
from consilience.model.spans import Passage, Span
from consilience.reconcile.entities import name_key
from consilience.reconcile.lead import lead
from consilience.reconcile.library import Library, passages_at, sentence_span, text_of, words_at
from consilience.reconcile.nights import nights
from consilience.wording import fold, words

_LEAD = 8  # sentences in which a report sets its scene
_MOST = 3  # tellings that name the place of the happening before another one stands out
_GUESTS = 2  # people who are named most, whose meal it is
_REACH = 6  # words before a meal and after it that say whether it took place
_NEAR = 60  # characters in which a place is set after its name


@dataclass(frozen=True, slots=True)
class _Told:
    """What one report says of the scene, and the sentence in which it does."""

    report: str
    value: str
    passages: tuple[Passage, ...]


def scenes_told_differently(library: Library) -> list[Difference]:
    """Differences of the scene as a whole, which hang on no single claim."""
    found = (*_another_town(library), *_set_otherwise(library), *_meals(library), *nights(library))
    return [d for d in found if all(side.value in words_at(library, side.passages) for side in d.sides)]


def _another_town(library: Library) -> Iterator[Difference]:
    """A report that never names the town of the happening and sets it in a town that no other report names."""
    main = name_key(library.frame.place or "")
    named = _by_name(library)
    homes = named.get(main, [])
    tellings = {library.telling(report) for report, _ in homes}
    if not main or len(tellings) < _MOST or not any(_settled(library, r, m) for r, m in homes):
        return
    for report in library.reports:
        if report in {r for r, _ in homes} or main in name_key(text_of(library.reports[report].report, "text")):
            continue
        own = [
            (r, m)
            for key in sorted(named)
            for r, m in named[key]
            if r == report and len({x for x, _ in named[key]}) == 1
        ]
        towns = [(r, m) for r, m in own if _settled(library, r, m) and _in_scene(library, r, m)]
        if len({m.name for _, m in towns}) == 1:
            sides = (_side([_told(library, r, m) for r, m in homes]), _side([_told(library, r, m) for r, m in towns]))
            because = (
                f"{len(tellings)} tellings set it in {homes[0][1].name}; one that never names it sets it elsewhere"
            )
            yield _difference("place", "conflict", sides, because)


def _by_name(library: Library) -> dict[str, list[tuple[str, PlaceMention]]]:
    named: defaultdict[str, list[tuple[str, PlaceMention]]] = defaultdict(list)
    for (report, _), part in library.parts.items():
        for mention in part.places:
            named[name_key(mention.name)].append((report, mention))
    return dict(named)


def _settled(library: Library, report: str, mention: PlaceMention) -> bool:
    """Whether the report calls the place a town, city or port."""
    text = text_of(library.reports[report].report, mention.part)
    before = words(text[max(0, mention.span.start - 20) : mention.span.start])
    return len(before) > 1 and before[-1] == "of" and before[-2] in word_set("settings_told", "settlements")


def _in_scene(library: Library, report: str, mention: PlaceMention) -> bool:
    """Whether a place stands at the head of a report, in what it says happened."""
    sentence = sentence_span(library, report, mention.part, mention.span)
    told = (p for p in lead(library.reports[report], _LEAD) if p.part == mention.part)
    return any(sentence.start <= p.spans[0].start < sentence.end and p.status != "planned" for p in told)


def _told(library: Library, report: str, mention: PlaceMention) -> _Told:
    sentence = sentence_span(library, report, mention.part, mention.span)
    said = text_of(library.reports[report].report, mention.part)[mention.span.start : mention.span.end]
    return _Told(report, " ".join(said.split()), passages_at(library, report, mention.part, (sentence,)))


def _set_otherwise(library: Library) -> Iterator[Difference]:
    """One place set by the region it lies in, and by its distance from a town; no gazetteer of facilities decides."""
    if not library.frame.place or not words(library.frame.place) or _is_town(library, library.frame.place):
        return
    regions, distances = [], []
    for (report, part), parsed in library.parts.items():
        text = text_of(library.reports[report].report, part)
        for at in _names(text, library.frame.place):
            after = Span(at.end, at.end + _NEAR)
            stop = sentence_span(library, report, part, at).end
            found = [
                m for m in parsed.places if m.kind == "region" and after.start <= m.span.start < min(after.end, stop)
            ]
            sentence = passages_at(library, report, part, (sentence_span(library, report, part, at),))
            regions += [_Told(report, m.name, sentence) for m in found[:1] if sentence]
            set_by = _DISTANCE.match(text[at.end : min(after.end, stop)])
            if set_by and sentence:
                distances.append(_Told(report, " ".join(set_by.group(1).split()), sentence))
    if regions and distances and len({fold(r.value) for r in regions}) == 1:
        because = "the same place set by its region and by its distance from a town; whether both hold is not decided"
        yield _difference("place", "not comparable", (_side(regions), _side(distances)), because)


def _is_town(library: Library, place: str) -> bool:
    """Whether a place is a town somewhere: towns are told by their region here and by the next city there."""
    return any(
        m.kind == "town" and name_key(m.name) == name_key(place) for part in library.parts.values() for m in part.places
    )


def _names(text: str, place: str) -> Iterator[Span]:
    """Where the place is named in full, or by its kind ("the mill" for the Lessing Mill)."""
    kind = place.split()[-1]
    pattern = rf"\b(?:{re.escape(place)}|the {re.escape(kind.casefold())})\b"
    yield from (Span(*match.span()) for match in re.finditer(pattern, text))


def _alternatives(name: str) -> str:
    return "|".join(sorted(word_list("settings_told", name), key=lambda w: (-len(w), w)))


_DISTANCE = re.compile(
    rf",?\s*((?:some |about |around )?\d+(?:\.\d+)?\s?(?:{_alternatives('measures')})\s+"
    rf"(?:{_alternatives('directions')})\s+of\s+[A-Z][\w-]+)"
)


def _meals(library: Library) -> Iterator[Difference]:
    """The people of the happening at a meal that is lunch in one report and dinner in another."""
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    persons = [words(a.name) for a in library.frame.actors if a.type == "person"]
    names = [
        {word for name in some for word in (*name[:1], *name[-1:])} for some in (persons[:_GUESTS], persons[_GUESTS:])
    ]
    for report in library.reports:
        found = list(_at_table(library, report, names[0], names[1] - names[0]))
        if len({fold(t.value) for t in found}) == 1:
            told[fold(found[0].value)].append(found[0])
    if len(told) == 2 and not any(_named_both(library, report, told) for report in library.reports):
        sides = tuple(_side(told[meal]) for meal in sorted(told))
        because = f"called {' and '.join(sorted(told))}; whether it is one meal is not told"
        yield _difference("manner", "not comparable", sides, because)


def _named_both(library: Library, report: str, meals: Mapping[str, object]) -> bool:
    """Whether a report speaks of both meals, so that they are two."""
    return set(meals) <= set(words(library.reports[report].report.text))


def _at_table(library: Library, report: str, guests: Set[str], others: Set[str]) -> Iterator[_Told]:
    """The sentences of a report that have one of the people and nobody else at a meal that took place."""
    part = library.parts.get((report, "text"))
    text = library.reports[report].report.text
    for sentence in part.sentences if part is not None else ():
        said = text[sentence.span.start : sentence.span.end]
        named = {w.removesuffix("'s") for w in words(said)}
        meals = [w for w in re.findall(r"\w+", said) if fold(w) in word_set("settings_told", "meals")]
        if len(meals) != 1 or not named & guests or named & others or _no_meal(said, meals[0]):
            continue
        passages = passages_at(library, report, "text", (sentence.span,))
        if passages:
            yield _Told(report, meals[0], passages)


def _no_meal(said: str, meal: str) -> bool:
    """Whether words near a meal say that none took place, or not yet ("will not feature a state dinner")."""
    listed = words(said)
    at = listed.index(fold(meal))
    return bool(word_set("settings_told", "no_meal") & set(listed[max(0, at - _REACH) : at + _REACH]))


def _side(told: Sequence[_Told]) -> Side:
    passages = tuple(dict.fromkeys(p for t in told for p in t.passages))
    return Side(told[0].value, passages, ())


def _difference(kind: DifferenceKind, scope: DifferenceScope, sides: tuple[Side, ...], because: str) -> Difference:
    key = tuple(p for side in sides for p in side.passages)
    return Difference("d" + content_id("difference", kind, key), kind, scope, (), sides, because)
