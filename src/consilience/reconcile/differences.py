"""Differences: what is told differently, with its sides in the words of the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from consilience.model.account import Alignment, Comparison, Difference, DifferenceKind, Side, Support, Words
from consilience.model.event import Proposition
from consilience.model.ids import content_id
from consilience.model.spans import Part, Passage, Span, covers, hull
from consilience.reconcile.comparable import years_of
from consilience.reconcile.denied_too import with_all_who_deny
from consilience.reconcile.gathered import Opposed, gathered, with_denials
from consilience.reconcile.lapses import lapses_told_differently
from consilience.reconcile.library import GAP, Library, passages_at, sentence_span, statement_of, words_at
from consilience.reconcile.measures import measures_told_differently
from consilience.reconcile.oddities import oddities
from consilience.reconcile.phrases import best_phrase, phrase_of
from consilience.reconcile.places_told import places_told_differently
from consilience.reconcile.placing import scenes_told_differently
from consilience.reconcile.support import Backing
from consilience.reconcile.two_numbers import counted, value
from consilience.reconcile.valued import Valued
from consilience.reconcile.values_told import values_told_differently

_SHOWN: dict[DifferenceKind, str] = {"number": "quantities", "day": "times", "place": "places"}
_LONGEST = 240  # letters beyond which the words of a side tell too much else
_OPPOSING = frozenset(("number", "day", "place", "denial"))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The claims of a story with their ids and backings, and which claim each proposition stands in."""

    backings: Mapping[str, Backing]
    claim_of: Mapping[str, str]


def ledger_of(backings: Sequence[Backing]) -> Ledger:
    """Claims by id; an id is made of the places of the claim's words."""
    by_id = {claim_id(backing): backing for backing in backings}
    return Ledger(by_id, {p.id: claim for claim, backing in by_id.items() for p in backing.propositions})


def claim_id(backing: Backing) -> str:
    """The id of a claim, made of its propositions."""
    return "c" + content_id("claim", tuple(sorted(p.id for p in backing.propositions)))


def opposing(alignment: Alignment, ledger: Ledger) -> Mapping[str, tuple[tuple[str, Comparison], ...]]:
    """For each claim the claims that cannot hold beside it."""
    found: defaultdict[str, list[tuple[str, Comparison]]] = defaultdict(list)
    for comparison in alignment.comparisons:
        left, right = ledger.claim_of.get(comparison.left), ledger.claim_of.get(comparison.right)
        if left and right and left != right and comparison.scope == "conflict" and comparison.kind in _OPPOSING:
            found[left].append((right, comparison))
            found[right].append((left, comparison))
    return {claim: tuple(sorted(others, key=lambda o: o[0])) for claim, others in found.items()}


def differences(
    library: Library, alignment: Alignment, ledger: Ledger, numbers: Sequence[Valued], shown: Collection[str]
) -> tuple[Difference, ...]:
    """All differences of a story: between claims (`shown` are those of the account), and of numbers that hang on none."""
    at = {(one.report, one.part, one.quantity.span): one for one in numbers}
    opposed = (_between(library, comparison, ledger, at) for comparison in alignment.comparisons)
    found = gathered([o for o in opposed if o is not None])
    denied = (_denied(library, claim, backing) for claim, backing in ledger.backings.items())
    found = list(with_all_who_deny(library, with_denials(found, [d for d in denied if d is not None])))
    found += scenes_told_differently(library)
    found += places_told_differently(library)
    found += measures_told_differently(library)
    found += lapses_told_differently(library)
    known = {p: claim for p, claim in ledger.claim_of.items() if claim in shown}
    found += _unknown(values_told_differently(library, numbers, known), found)
    found += oddities(library)
    return ordered(found)


def ordered(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences in the order in which they are shown, each once: conflicts first, then those of most reports."""
    ranked = sorted({d.id: d for d in found}.values(), key=lambda d: (_rank(d), -_weight(d), _place(d), d.id))
    kept: dict[tuple[object, ...], Difference] = {}
    for one in ranked:
        kept.setdefault((one.kind, *sorted((s.value, s.passages[:1]) for s in one.sides)), one)
    return tuple(kept.values())


def _unknown(others: Iterable[Difference], known: Sequence[Difference]) -> list[Difference]:
    """Those of other differences whose two values no known one has in the same sentences."""
    told = {(side.value, p.report) for d in known if d.kind == "number" for side in d.sides for p in side.passages}
    return [d for d in others if not all(any(_within(s.value, p.report, told) for p in s.passages) for s in d.sides)]


def _within(value: str, report: str, told: Collection[tuple[str, str]]) -> bool:
    """Whether a report tells a value in a known difference, alone or beside others."""
    return any(where == report and value in said.split(GAP) for said, where in told)


def _place(difference: Difference) -> tuple[Passage, ...]:
    return difference.sides[0].passages[:1]


def _rank(difference: Difference) -> int:
    return ("conflict", "superseded", "finer detail", "not comparable").index(difference.scope)


def _weight(difference: Difference) -> int:
    return len({p.report for side in difference.sides for p in side.passages})


_At = Mapping[tuple[str, Part, Span], Valued]


def _between(library: Library, comparison: Comparison, ledger: Ledger, numbers: _At) -> Opposed | None:
    claims = [ledger.claim_of.get(p) for p in (comparison.left, comparison.right)]
    known = [c for c in claims if c is not None]
    if len(known) != 2 or known[0] == known[1]:
        return None
    ids = (comparison.left, comparison.right)
    sides = [_side(library, ledger.backings[c], i, comparison.kind, numbers) for c, i in zip(known, ids, strict=True)]
    if not all(side.passages for side in sides) or _told_by_all(ledger, known):
        return None
    if comparison.kind == "number":
        sides = _of_one_unit(library, [library.propositions[i] for i in ids], sides)
    if comparison.kind == "denial" and any(len(side.value) > _LONGEST for side in sides):
        return None
    return Opposed(comparison.kind, comparison.scope, (known[0], known[1]), (sides[0], sides[1]), comparison.because)


def _told_by_all(ledger: Ledger, claims: Sequence[str]) -> bool:
    """Whether the same reports tell both sides in their own voice: then it is one telling, not two."""
    reports = [{(s.report, s.origin) for s in ledger.backings[c].support} for c in claims]
    return reports[0] == reports[1]


def _side(library: Library, backing: Backing, example: str, kind: DifferenceKind, numbers: _At) -> Side:
    """One side: the differing words of the example, with the words of all who tell it so."""
    shown = library.propositions[example]
    spans = _shown_spans(shown, kind)
    told = [p for p in backing.propositions if not spans or kind == "number" or _shown_spans(p, kind)]
    if kind == "number":
        told = [p for p in told if _counts_alike(shown, p, numbers)]
    if kind == "denial":
        told = [p for p in told if _takes_back(library, p) == _takes_back(library, shown)]
    marked = (shown, *(p for p in told if p.id != example))
    worded = [(p, _words(library, p, kind).passages) for p in marked]
    if kind == "number":
        mine = _given(library, worded[0][1])
        worded = [(p, found) for p, found in worded if _fits(mine, _given(library, found))]
    if kind == "day":
        worded = [(p, _with_times(library, p, found)) for p, found in worded]
    passages = [passage for _, found in worded for passage in found]
    said = words_at(library, passages_at(library, shown.report, shown.part, spans)) if spans else ""
    origins = _sources([s for s in backing.support if s.stance in ("asserts", "plans")])
    return Side(said or _words(library, shown, kind).text, tuple(dict.fromkeys(passages)), origins)


def _sources(told: Sequence[Support]) -> tuple[str, ...]:
    """On whom a side rests: those whose words it is; outlets that only tell it themselves where nobody else says it."""
    said = [s.origin for s in told if s.statement is not None]
    return tuple(dict.fromkeys(said or [s.origin for s in told]))


def _counts_alike(shown: Proposition, other: Proposition, numbers: _At) -> bool:
    """Whether the numbers of two wordings both sum up several happenings or do not, and are told of the same years."""
    mine, theirs = (
        [numbers[p.report, p.part, span] for span in p.quantities if (p.report, p.part, span) in numbers]
        for p in (shown, other)
    )
    return (
        not mine or not theirs or any(a.summed == b.summed and years_of(a) == years_of(b) for a in mine for b in theirs)
    )


def _with_times(library: Library, proposition: Proposition, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The words of a clause with the time before it ("in May 1997, when …"), where it stands in their sentence."""
    own = (proposition.report, proposition.part)
    spans = [p.span for p in passages if (p.report, p.part) == own]
    before = [t for t in proposition.times if spans and t.end < spans[0].start]
    led = bool(before) and sentence_span(library, *own, before[0]) == sentence_span(library, *own, spans[0])
    return passages_at(library, *own, (hull((*before, *spans)),)) if led and len(spans) == len(passages) else passages


def _of_one_unit(library: Library, told: Sequence[Proposition], sides: Sequence[Side]) -> list[Side]:
    """The sides with those numbers alone whose unit both have: of "38mm in 6km" against "140mm" the first."""
    given = [
        {q.span: counted(q) for q in library.parts[p.report, p.part].quantities if q.span in p.quantities} for p in told
    ]
    common = set(given[0].values()) & set(given[1].values())
    shown = []
    for proposition, found, side in zip(told, given, sides, strict=True):
        spans = [span for span, unit in found.items() if unit in common]
        value = words_at(library, passages_at(library, proposition.report, proposition.part, spans))
        shown.append(replace(side, value=value) if value else side)
    return shown


def _words(library: Library, proposition: Proposition, kind: DifferenceKind) -> Words:
    """The words that tell a proposition; of a denial by the verb those of the one who denies too."""
    statement = statement_of(library, proposition)
    if kind == "denial" and statement is not None and statement.act == "denied":
        spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
        passages = passages_at(library, proposition.report, statement.part, (hull(spans),))
        return Words(words_at(library, passages), passages)
    phrase, own = best_phrase(library, [proposition]), phrase_of(library, proposition)
    if own.passages and (kind == "manner" or (kind == "number" and len(phrase.text) > _LONGEST)):
        phrase = own
    return Words(phrase.text, phrase.passages)


def _takes_back(library: Library, proposition: Proposition) -> bool:
    """Whether a proposition denies, by its speaker's act or by a "not"."""
    statement = statement_of(library, proposition)
    return proposition.negated or (statement is not None and statement.act == "denied")


def _given(library: Library, passages: Sequence[Passage]) -> dict[str, set[float | None]]:
    """The numbers that stand in passages, by what they count."""
    found: defaultdict[str, set[float | None]] = defaultdict(set)
    for passage in passages:
        part = library.parts[passage.report, passage.part]
        for q in part.quantities:
            if covers(passage.span, q.span):
                found[counted(q)].add(value(q))
    return dict(found)


def _fits(mine: Mapping[str, set[float | None]], others: Mapping[str, set[float | None]]) -> bool:
    """Whether two wordings have no number in one unit that differs: "more than 170" does not stand beside "150"."""
    return all(mine[unit] & others[unit] for unit in mine.keys() & others.keys())


def _shown_spans(proposition: Proposition, kind: DifferenceKind) -> tuple[Span, ...]:
    """The spans of what differs: the number, the time or the place."""
    fields = {"quantities": proposition.quantities, "times": proposition.times, "places": proposition.places}
    return fields[_SHOWN[kind]] if kind in _SHOWN else ()


def _around(denial: Support, said: Sequence[Support]) -> bool:
    """Whether the passage of a denial holds one of those that it denies."""
    return any(
        p.report == q.report and p.part == q.part and covers(p.span, q.span)
        for p in denial.passages
        for one in said
        for q in one.passages
    )


def _denied(library: Library, claim: str, backing: Backing) -> Difference | None:
    """A claim that some say and others deny; where a denial has the words in itself ("as N. claims") nothing differs."""
    said = [s for s in backing.support if s.stance in ("asserts", "plans")]
    denied = [s for s in backing.support if s.stance == "denies"]
    speakers = {s.origin for s in said}
    denied = [s for s in denied if s.origin not in speakers and not _around(s, said)]
    if not said or not denied:
        return None
    sides = tuple(
        Side(
            words_at(library, chosen[0].passages),
            tuple(dict.fromkeys(p for s in chosen for p in s.passages)),
            _sources(chosen),
        )
        for chosen in (said, denied)
    )
    because = "some say it, others deny it"
    return Difference("d" + content_id("difference", "denial", claim), "denial", "conflict", (claim,), sides, because)
