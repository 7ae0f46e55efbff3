"""The origins of a story: one record for each real-world source, with everything that speaks with its voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consilience.model.account import Claim, OriginKind, OriginRecord
from consilience.model.annotations import EntityType
from consilience.model.ids import content_id
from consilience.reconcile.counting import STRENGTH
from consilience.reconcile.differences import Ledger
from consilience.reconcile.independence import Bonds
from consilience.reconcile.library import Library
from consilience.reconcile.state_media import state_medium
from consilience.reconcile.support import everybody
from consilience.reconcile.witnesses import Witness, groups_of

_OF_ONE_CLAIM = ("stretch ", "words ", "outlet ", "run ", "quote ")
"""Keys that join voices for one claim. Over a story an outlet that copied once still reports for itself elsewhere."""
_OPEN_ONES = "speakers who stay open"
_KINDS: Mapping[EntityType, OriginKind] = {
    "person": "person", "agency": "agency", "state_media": "state media", "document": "document", "unknown": "named source",
    "medium": "outlet's own reporting", "outlet": "outlet's own reporting", "anonymous": "anonymous sources",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Resting:
    """Which claims each origin speaks to, and in which reports."""

    claims: Mapping[str, frozenset[str]]
    reports: Mapping[str, frozenset[str]]


def origin_records(library: Library, ledger: Ledger, bonds: Bonds, claims: Sequence[Claim]) -> tuple[OriginRecord, ...]:
    """The origins of a story, those on which most claims rest first; `claims` are those that are shown."""
    told = [(claim.id, witness) for claim in claims for witness in everybody(ledger.backings[claim.id])]
    resting = _resting(library, told)
    ranked = sorted((w for _, w in told), key=lambda w: -STRENGTH.index(w.origin.stake))
    voices = {(w.origin.id, w.voice.keys): _over_the_story(w) for w in ranked}
    groups = groups_of([voices[key] for key in sorted(voices)], bonds)
    alone = _alone(groups, resting)
    found = [_record(group, resting, alone, bonds) for group in groups]
    return tuple(sorted(found, key=lambda r: (-len(r.claims), r.name, r.id)))


def _over_the_story(witness: Witness) -> Witness:
    voice = witness.voice
    kept = [key for key in voice.keys if not key.startswith(_OF_ONE_CLAIM)] if voice.kind != "unidentified" else []
    return replace(witness, joint="", voice=replace(voice, keys=(witness.origin.id, *kept)))


def _resting(library: Library, told: Sequence[tuple[str, Witness]]) -> _Resting:
    claims, reports = defaultdict(set), defaultdict(set)
    for claim, witness in told:
        claims[witness.origin.id].add(claim)
        reports[witness.origin.id].add(library.propositions[witness.proposition].report)
    return _Resting({o: frozenset(c) for o, c in claims.items()}, {o: frozenset(r) for o, r in reports.items()})


def _alone(groups: Sequence[Sequence[Witness]], resting: _Resting) -> frozenset[str]:
    """The claims that rest on one origin."""
    carried: defaultdict[str, int] = defaultdict(int)
    for group in groups:
        for claim in {c for w in group for c in resting.claims[w.origin.id]}:
            carried[claim] += 1
    return frozenset(claim for claim, count in carried.items() if count == 1)


def _record(group: Sequence[Witness], resting: _Resting, alone: frozenset[str], bonds: Bonds) -> OriginRecord:
    origins = {w.origin.id: w.origin for w in group}
    shown = min(group, key=lambda w: (STRENGTH.index(w.origin.stake), -len(resting.claims[w.origin.id]), w.origin.name))
    claims = sorted({c for o in origins for c in resting.claims[o]})
    names = sorted({w.origin.name for w in group})
    names = [_OPEN_ONES] if len(names) > 1 and _kind(shown) == "open" else names  # nothing says that they are one
    return OriginRecord(
        id="g" + content_id("origin record", *sorted(origins)),
        name=shown.origin.name if shown.origin.name in names else names[0],
        kind=_kind(shown),
        stake=shown.origin.stake,
        stake_because=shown.origin.because,
        names=tuple(names),
        members=tuple(sorted(origins)),
        claims=tuple(claims),
        alone=tuple(c for c in claims if c in alone),
        reports=tuple(sorted({r for o in origins for r in resting.reports[o]})),
        because=tuple(sorted({*(reason for w in group for reason in _reasons(w, bonds)), *_one_text(group)})),
    )


def _one_text(group: Sequence[Witness]) -> list[str]:
    """Which outlets of a group carry one text, or a piece of it."""
    carriers: defaultdict[str, set[str]] = defaultdict(set)
    for witness in group:
        if witness.voice.kind == "own":
            carriers[witness.telling].add(witness.origin.name)
    return sorted(
        {
            f"{' and '.join(sorted(names))} carry one text, or a piece of it"
            for names in carriers.values()
            if len(names) > 1
        }
    )


def _kind(witness: Witness) -> OriginKind:
    kind = witness.voice.kind
    if kind == "unidentified":
        return "unidentified outlets"
    if kind == "unresolved":
        return "open"
    if kind == "own" and witness.voice.type not in ("agency", "state_media"):
        return "outlet's own reporting"
    return "anonymous sources" if kind == "anonymous" else _KINDS.get(witness.voice.type, "body")


def _reasons(witness: Witness, bonds: Bonds) -> list[str]:
    """Why a voice is one with others, in words."""
    voice, name = witness.voice, witness.origin.name
    bond = bonds.because.get(voice.actor or "")
    found = [f"{name} {bond}"] if bond else []
    medium = state_medium(name)
    if medium is not None:
        found.append(f"{name} is one of the media ({medium.kind}) of the state {medium.state}")
    if voice.kind == "own" and voice.because.startswith(("one text", "tells the same")):
        found.append(f"{name}: {voice.because}")
    if voice.kind == "unidentified":
        found.append("outlets that are not stated may all be one")
    return found
