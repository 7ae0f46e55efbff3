"""Support: for each claim the words of each report, on whom they rest, and what they do with the claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consilience.lexicons import word_set
from consilience.model.account import AlignedClaim, Origin, Support
from consilience.model.event import Proposition
from consilience.model.statement import Statement
from consilience.reconcile.asides import narrated
from consilience.reconcile.bearings import Bearing, joint
from consilience.reconcile.independence import Bonds
from consilience.reconcile.introduced import introduced
from consilience.reconcile.library import (
    Library,
    passages_at,
    proposition_passages,
    statement_of,
    text_of,
)
from consilience.reconcile.recognised import recognised
from consilience.reconcile.same_words import alike_keys, sentence_words, utterance_keys
from consilience.reconcile.shadows import CARRIERS, shadow
from consilience.reconcile.stakes import Stakes, stake_of
from consilience.reconcile.stances import bare_denials, demands, stance_of, undenied, withdrawn
from consilience.reconcile.sureness import sure
from consilience.reconcile.tellers import begun_by, far_denial
from consilience.reconcile.told_before import told_before
from consilience.reconcile.voices import Voice, speakers_of, teller_of, told_first, voices_of
from consilience.reconcile.witnesses import FILES, OFFICE, Witness, origin_id
from consilience.reconcile.witnessing import (
    Scenery,
    deed_of,
    scenery_of,
    telling_words_of,
    told_police,
    unseen,
    watched,
)
from consilience.wording import words


@dataclass(frozen=True, slots=True)
class Backing:
    """Everything that speaks for or against one claim; `asking` are those who demand it."""

    claim: AlignedClaim
    propositions: tuple[Proposition, ...]
    support: tuple[Support, ...]
    origins: tuple[Origin, ...]
    asserting: tuple[Witness, ...]
    denying: tuple[Witness, ...]
    asking: tuple[Witness, ...] = ()


def leaning(backing: Backing, proposition: Proposition) -> Witness | None:
    """The outlet whose own words these are, where they add no source or are those of a party's own medium."""
    own = (w for w in backing.asserting if w.proposition == proposition.id and w.voice.kind in ("own", "unidentified"))
    return next((w for w in own if w.shadowed or w.origin.stake == "party"), None)


def telling_words(backing: Backing) -> tuple[Proposition, ...]:
    """The propositions whose words stand for a claim: those of its sources before those that lean on them."""
    return tuple(p for p in backing.propositions if leaning(backing, p) is None) or backing.propositions


def backings(library: Library, claims: Sequence[AlignedClaim], bonds: Bonds, stakes: Stakes) -> tuple[Backing, ...]:
    """The backing of every claim, in the order of the claims."""
    denials = bare_denials(library)
    told_alike = _told_alike(library, claims)
    texts = _one_text(library, [key for found in told_alike.values() for keys in found.values() for key in keys])
    rules = _Rules(bonds, stakes, denials, scenery_of(library), _one_force(library), texts, told_alike)
    return tuple(_backing(library, claim, rules) for claim in claims)


def _one_force(library: Library) -> bool:
    """Whether the story names one police force and one sheriff at most, so that all officers speak from one desk."""
    ranks = word_set("witnessing", "forces")
    forces = {
        a.id
        for a in library.frame.actors
        if a.type != "person" and ranks & set(words(a.name)) and len(words(a.name)) > 1
    }
    sheriffs = [a for a, said in library.described.items() if any("sheriff" in words(d)[-1:] for d in said)]
    return len(forces) <= 1 and len(sheriffs) <= 1


@dataclass(frozen=True, slots=True)
class _Rules:
    bonds: Bonds
    stakes: Stakes
    denials: Mapping[str, tuple[Statement, ...]]
    scenery: Scenery
    one_force: bool
    texts: Mapping[str, tuple[str, ...]]
    told_alike: Mapping[tuple[str, ...], Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everybody who asserts one claim, and by proposition the keys of the runs of words that they share."""

    library: Library
    rules: _Rules
    others: Sequence[Bearing]
    hints: Mapping[str, tuple[str, ...]]


def _propositions(bearings: Sequence[Bearing]) -> tuple[Proposition, ...]:
    return tuple({b.proposition.id: b.proposition for b in bearings}.values())


def _backing(library: Library, claim: AlignedClaim, rules: _Rules) -> Backing:
    order = {report: number for number, report in enumerate(library.reports)}
    known = [library.propositions[i] for i in claim.propositions if i in library.propositions]
    told = tuple(sorted(known, key=lambda p: (order[p.report], p.part, p.spans, p.id)))
    found = [bearing for p in told for bearing in _bearings(library, p, rules)]
    named = introduced(library, [(b.voice, b.proposition) for b in found if b.stance == "asserts"])
    bearings = [replace(b, voice=named.get(b.proposition.id, b.voice)) if _one(b) else b for b in found]
    bearings = narrated(library, bearings)
    origins = {origin_id(b.voice): _origin(library, b.voice, rules) for b in bearings}
    support = tuple(_support(library, b) for b in bearings)
    asserting = _joined(library, [b for b in bearings if b.stance in ("asserts", "plans")])
    asserting = recognised(library, asserting)
    scene = _Scene(library, rules, asserting, _hints_of(library, asserting, rules.told_alike[claim.propositions]))
    alone = _Scene(library, rules, (), {})
    denying = [b for b in bearings if b.stance == "denies" and not undenied(library, b)]
    return Backing(
        claim=claim,
        propositions=told,
        support=support,
        origins=tuple(origins[key] for key in sorted(origins)),
        asserting=tuple(_witness(scene, b, origins) for b in asserting),
        denying=tuple(_witness(alone, b, origins) for b in denying),
        asking=tuple(
            _witness(alone, b, origins) for b in _joined(library, [b for b in bearings if demands(library, b)])
        ),
    )


def _hints_of(
    library: Library, asserting: Sequence[Bearing], alike: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """By proposition the keys of runs of words that it shares with others, and of sentences that are nearly its own."""
    said = utterance_keys(library, _propositions(asserting))
    return {p: (*said.get(p, ()), *alike.get(p, ())) for p in {**said, **alike}}


def _told_alike(
    library: Library, claims: Sequence[AlignedClaim]
) -> Mapping[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """For each claim, by proposition, the keys of the tellings whose own words for it are nearly the same."""
    found = {}
    for claim in claims:
        told = [library.propositions[i] for i in claim.propositions if i in library.propositions]
        several = len({library.telling(p.report) for p in told}) > 1
        own = [p for p in told if several and all(v.kind == "own" for v in voices_of(library, p))]
        found[claim.propositions] = alike_keys(library, own)
    return found


def everybody(backing: Backing) -> tuple[Witness, ...]:
    """Everybody who asserts, denies or demands a claim."""
    return (*backing.asserting, *backing.denying, *backing.asking)


def bearers(backing: Backing) -> tuple[Witness, ...]:
    """Those on whom a claim rests: who asserts it; where nobody does, who denies it, else who demands it."""
    return backing.asserting or backing.denying or backing.asking


def _one(bearing: Bearing) -> bool:
    return bearing.voice.kind == "anonymous" and bearing.stance == "asserts"


def _joined(library: Library, asserting: Sequence[Bearing]) -> list[Bearing]:
    """The bearings, those that give the same words to different people with a key in common; not unnamed ones."""
    own = [b for b in asserting if b.voice.kind != "anonymous"]
    keys = utterance_keys(library, _propositions(own))
    twice = _said_by_two(own, keys)
    found = []
    for bearing in asserting:
        more = tuple(k for k in keys.get(bearing.proposition.id, ()) if k not in twice) if bearing in own else ()
        voice = replace(bearing.voice, keys=(*bearing.voice.keys, *more))
        found.append(replace(bearing, voice=voice) if more else bearing)
    return found


def _said_by_two(bearings: Sequence[Bearing], keys: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The keys of words that one report gives to two people of different names: they have each said them."""
    told: dict[tuple[str, str], set[str]] = {}
    for bearing in bearings:
        if bearing.voice.actor is not None and bearing.voice.type == "person":
            for key in keys.get(bearing.proposition.id, ()):
                told.setdefault((key, bearing.proposition.report), set()).add(bearing.voice.actor)
    return {key for (key, _), people in told.items() if len(people) > 1}


def _bearings(library: Library, proposition: Proposition, rules: _Rules) -> list[Bearing]:
    statement = statement_of(library, proposition) or begun_by(library, proposition)
    if statement is not None and far_denial(library, proposition, statement):
        statement = None
    stance = stance_of(library, proposition, statement)
    statement = teller_of(library, proposition, statement) if statement is not None else None
    found = [Bearing(voice, proposition, statement, stance) for voice in voices_of(library, proposition)]
    for denial in rules.denials.get(proposition.id, ()):
        voices = speakers_of(library, proposition.report, denial)
        found += [Bearing(voice, proposition, denial, "denies") for voice in voices]
    return found


def _origin(library: Library, voice: Voice, rules: _Rules) -> Origin:
    stake, why = stake_of(voice, library, rules.stakes)
    through = rules.bonds.through.get(rules.bonds.common.get(voice.actor or "", "")) or ""
    spoken = f"through {through}" if through and through != voice.name else ""
    because = "; ".join(dict.fromkeys(reason for reason in (voice.because, spoken, why) if reason))
    return Origin(origin_id(voice), voice.name, voice.type, stake, because)


def _support(library: Library, bearing: Bearing) -> Support:
    proposition, statement = bearing.proposition, bearing.statement
    passages = proposition_passages(library, proposition)
    if bearing.stance == "denies" and statement is not None and statement.id != proposition.statement:
        spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
        passages = passages_at(library, proposition.report, statement.part, spans) or passages
    return Support(
        report=proposition.report,
        passages=passages,
        statement=statement.id if statement is not None else None,
        proposition=proposition.id,
        origin=origin_id(bearing.voice),
        stance=bearing.stance,
    )


def _witness(scene: _Scene, bearing: Bearing, origins: Mapping[str, Origin]) -> Witness:
    library, proposition = scene.library, bearing.proposition
    said = _called_by(scene, bearing)
    calling = ("police",) if said & word_set("witnessing", "ranks") else ()
    voice = bearing.voice
    if calling and scene.rules.one_force:
        voice = replace(voice, keys=(*voice.keys, *calling))
    return Witness(
        voice=voice,
        origin=origins[origin_id(bearing.voice)],
        telling=told_first(library, proposition.report, bearing.statement),
        shadowed=shadow(library, bearing, scene.others, scene.rules.bonds),
        proposition=proposition.id,
        statement=bearing.statement.id if bearing.statement is not None else None,
        denies=bearing.stance == "denies",
        withdrawn=bearing.stance == "denies" and withdrawn(library, proposition, bearing.statement),
        joint=_joint(scene, bearing),
        report=proposition.report,
        sure=sure(library, bearing, scene.others),
        unseen=_unseen(scene, bearing),
        hints=(
            *scene.hints.get(proposition.id, ()),
            *_hints(library, proposition, said),
            *(scene.rules.texts.get(library.telling(proposition.report), ()) if voice.kind == "own" else ()),
        ),
        telling_words=telling_words_of(library, proposition),
        act=deed_of(proposition),
    )


def _hints(library: Library, proposition: Proposition, said: set[str]) -> tuple[str, ...]:
    """What a speaker called by some words may have in common with others: the files of a case, an office."""
    charged = bool(said & (word_set("witnessing", "ranks") | word_set("witnessing", "authorities")))
    charged = charged or said >= {"district", "attorney"} or told_police(library, proposition)
    office = said & (word_set("stakes", "offices") | word_set("stakes", "heads"))
    return (*((FILES,) if charged else ()), *((OFFICE,) if office else ()))


def _one_text(library: Library, alike: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Keys that a telling has in common with each other one that prints a sentence of it, and may have it from there.

    `alike` are the keys of two tellings that tell something in nearly the same words: they may have the rest in common, too.
    """
    found: dict[str, set[str]] = {}
    for pair in set(alike):
        for telling in pair.split(" ")[1:]:
            found.setdefault(telling, set()).add(pair.replace("alike", "retold", 1))
    for stretch in (s for stretches in library.shared.values() for s in stretches):
        left, right = sorted((library.telling(stretch.left.report), library.telling(stretch.right.report)))
        if left != right and stretch.left.part == stretch.right.part == "text":
            for telling in (left, right):
                found.setdefault(telling, set()).add(f"text {left} {right}")
    return {telling: tuple(sorted(keys)) for telling, keys in found.items()}


def _joint(scene: _Scene, bearing: Bearing) -> str:
    """The one act of saying; two states that "both confirmed" it have spoken each for itself, unless it was jointly."""
    library, common, statement = scene.library, scene.rules.bonds.common, bearing.statement
    voices = speakers_of(library, bearing.proposition.report, statement) if statement is not None else ()
    states = {key for voice in voices for key in (common.get(k, k) for k in voice.keys) if key.startswith("state ")}
    apart = bool(states) and len(states) == len(voices)
    together = word_set("stakes", "together") & sentence_words(library, bearing.proposition)
    return "" if apart and not together else joint(bearing)


def _called_by(scene: _Scene, bearing: Bearing) -> set[str]:
    """The words by which a speaker is called: police, whatever their names and ranks, may all speak from one report."""
    text = text_of(scene.library.reports[bearing.proposition.report].report, bearing.proposition.part)
    source = bearing.statement.source if bearing.statement is not None else None
    said = set(words(f"{bearing.voice.name} {text[slice(*source)] if source else ''}"))
    said |= scene.rules.stakes.described.get(bearing.voice.actor or "", frozenset())
    return said if bearing.voice.kind in ("anonymous", "named") and "executive" not in said else set()


def _unseen(scene: _Scene, bearing: Bearing) -> str:
    """Why an outlet or another medium is no witness to what it tells; not asked where one telling alone has it."""
    library = scene.library
    medium = bearing.voice.kind == "own" or bearing.voice.type in CARRIERS
    if not medium or len({library.telling(o.proposition.report) for o in scene.others}) < 2:
        return ""
    common = scene.rules.bonds.common
    if watched(library, bearing.proposition):
        return ""
    mine = {common.get(k, k) for k in bearing.voice.keys}
    speaking = (o for o in scene.others if o.voice.kind in ("named", "anonymous"))
    others = [o for o in speaking if not mine >= {common.get(k, k) for k in o.voice.keys}]
    first = told_before(library, bearing.proposition.report, {o.proposition.report for o in others})
    if others and bearing.voice.kind == "own" and not first:
        return f"it may have it from {min(o.voice.name for o in others)}"
    own = (o.proposition for o in scene.others if o.voice.kind == "own" and o.proposition is not bearing.proposition)
    told = [p for p in own if not watched(library, p)]
    return unseen(library, bearing.proposition, told, scene.rules.scenery)
