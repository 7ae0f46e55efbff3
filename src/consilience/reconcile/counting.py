"""Counting origins: not outlets, not reports, but independent real-world sources, as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consilience.model.account import Origin, OriginCount, Stake
from consilience.reconcile.independence import Bonds
from consilience.reconcile.least import least
from consilience.reconcile.witnesses import Group, Witness, groups_of, speaking, unnamed

STRENGTH: tuple[Stake, ...] = ("party", "ally of a party", "opponent", "bystander", "anonymous", "unknown")


def counted(witnesses: Sequence[Witness], bonds: Bonds) -> OriginCount:
    """How many independent origins the witnesses are, at least and at most, and by which rules."""
    groups = groups_of(witnesses, bonds)
    most = len(groups_of([replace(w, joint="") for w in witnesses], bonds)) - len(groups)
    told = [g for g in groups if any(w.voice.kind == "named" for w in g)]
    anonymous = [g for g in groups if unnamed(g) and any(w.voice.kind == "anonymous" for w in g)]
    named = [g for g in told if not all(w.shadowed for w in g)] or ([] if anonymous else told)
    own = [g for g in groups if g not in told and any(w.voice.kind == "own" for w in g)]
    free = [g for g in own if not all(w.shadowed for w in g)]
    free = free or (own if own == list(groups) else [])  # headlines alone are the words of as many outlets at most
    pool = [g for g in groups if all(w.voice.kind == "unidentified" for w in g)]
    open_pool = any(not w.shadowed for g in pool for w in g)
    unresolved = [g for g in groups if all(w.voice.kind == "unresolved" for w in g)]
    unresolved = [g for g in unresolved if not all(w.shadowed for w in g)]
    low = len(least(witnesses, bonds))
    high = len(named) + len(free) + len(anonymous) + len(unresolved) + open_pool
    high += most if any(not w.joint for w in witnesses) else 0
    counts = _Counts(named, anonymous, own, free, pool, unresolved)
    members = _members([*named, *free, *anonymous, *unresolved, *(pool if open_pool else [])] or groups[:1])
    because = _because(counts)
    some = 1 if groups else 0
    return OriginCount(max(low, some), max(high, low, some), members, because)


def _members(groups: Sequence[Group]) -> tuple[Origin, ...]:
    """Each group that counts by one origin, with the strongest stake known of it; who is one with it stands in `because`."""
    found: dict[str, Origin] = {}
    for group in groups:
        shown = min((w.origin for w in speaking(group)), key=lambda o: (STRENGTH.index(o.stake), o.name, o.id))
        others = sorted({w.origin.name for w in group} - {shown.name})
        why = f"{shown.because}; one with {_listed(others)}" if others else shown.because
        found.setdefault(shown.id, replace(shown, because=why))
    return tuple(sorted(found.values(), key=lambda o: (o.name, o.id)))


@dataclass(frozen=True, slots=True)
class _Counts:
    named: Sequence[Group]
    anonymous: Sequence[Group]
    own: Sequence[Group]
    free: Sequence[Group]
    pool: Sequence[Group]
    unresolved: Sequence[Group]


def _because(counts: _Counts) -> str:
    """The rules that were used, in words."""
    said = []
    for group in counts.named:
        names = sorted({w.origin.name for w in speaking(group)})
        said.append(f"{_listed(names)} count{'s' if len(names) == 1 else ''} as one" if len(names) > 1 else names[0])
    said += [f"{_names(g)} in {'their' if _several(g) else 'its'} own voice{_no_witness(g)}" for g in counts.free]
    leaning = [g for g in counts.own if g not in counts.free]
    said += [f"{_names(g)} add{'' if _several(g) else 's'} nothing: {g[0].shadowed}" for g in leaning]
    if counts.anonymous:
        number = len(counts.anonymous)
        said.append(f"{number} group{'s' if number > 1 else ''} of unnamed sources, who may be among the others")
    if counts.pool:
        said.append("all outlets that are not stated add one at most")
    if counts.unresolved:
        said.append("speakers that stay open may add to it")
    return "; ".join(said)


def _several(group: Group) -> bool:
    """Whether the name of a source is that of several outlets."""
    return " and " in _names(group)


def _no_witness(group: Group) -> str:
    """Why an outlet's own voice does not add to the least count, after its name."""
    reasons = sorted({w.unseen for w in group if w.voice.kind == "own"})
    return f", no witness: {reasons[0]}" if reasons and all(reasons) else ""


def _names(group: Sequence[Witness]) -> str:
    return _listed(sorted({w.origin.name for w in group}))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
