"""Standings: how sure a claim is, from its independent origins alone, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.account import OriginCount, Standing
from consilience.reconcile.counting import Witness, groups_of
from consilience.reconcile.independence import Bonds


@dataclass(frozen=True, slots=True)
class Opposition:
    """Who tells a claim otherwise, and what is told."""

    witnesses: tuple[Witness, ...]
    what: str


def standing_of(
    asserting: Sequence[Witness], opposed: Sequence[Opposition], count: OriginCount, bonds: Bonds
) -> tuple[Standing, str]:
    """The standing of a claim, and why."""
    against = _against(asserting, opposed, bonds)
    if against:
        return "disputed", against
    if not asserting:
        return "unsure", "it is asked or left open, and nobody says that it is so"
    groups = groups_of(asserting, bonds)
    free = [g for g in groups if not all(w.shadowed for w in g)] or list(groups)
    if count.low >= 2:
        return _several(free, count)
    return _alone(free, count)


def _several(groups: Sequence[Sequence[Witness]], count: OriginCount) -> tuple[Standing, str]:
    if all(any(w.origin.stake == "party" for w in group) for group in groups):
        return "parties only", f"told by {_names(groups)}, who all take part in it"
    return "agreed by independent origins", f"at least {count.low} independent origins: {_names(groups)}"


def _alone(groups: Sequence[Sequence[Witness]], count: OriginCount) -> tuple[Standing, str]:
    members = {w.origin.id: w.origin for group in groups for w in group}.values()
    if count.high > 1 and all(origin.stake == "party" for origin in members):
        return "parties only", f"told by {_names(groups)}, who all take part in it"
    if count.high > 1:
        return "unsure", f"1 to {count.high} origins: {count.because}"
    if all(w.voice.kind in ("own", "unidentified") for group in groups for w in group):
        return "outlet's own voice", f"{_names(groups)} tell{'s' if len(groups) == 1 else ''} it without a source"
    return "one origin", f"it rests on {_names(groups)} alone"


def _against(asserting: Sequence[Witness], opposed: Sequence[Opposition], bonds: Bonds) -> str:
    """Who disputes the claim: a source that is none of those who say it."""
    mine = {key for w in asserting for key in _keys(w, bonds)}
    said: dict[str, set[str]] = {}
    for opposition in opposed:
        known = [w for w in opposition.witnesses if w.voice.kind != "unresolved" and not w.shadowed]
        others = [w for w in known if not mine & _keys(w, bonds)]
        names = sorted({w.origin.name for w in others})
        if names:
            said.setdefault(opposition.what, set()).update(names)
    return "; ".join(f"{what} by {_listed(sorted(names))}" for what, names in said.items())


def _keys(witness: Witness, bonds: Bonds) -> set[str]:
    return {bonds.common.get(key, key) for key in witness.voice.keys}


def _names(groups: Sequence[Sequence[Witness]]) -> str:
    return _listed([" with ".join(sorted({w.origin.name for w in group})) for group in groups])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
