"""Counting origins: not outlets, not reports, but independent real-world sources, as an interval."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from consilience.lexicons import word_set
from consilience.model.account import Origin, OriginCount, Stake
from consilience.model.ids import content_id
from consilience.reconcile.independence import Bonds
from consilience.reconcile.stakes import official
from consilience.reconcile.voices import Voice
from consilience.wording import words

STRENGTH: tuple[Stake, ...] = ("party", "ally of a party", "opponent", "bystander", "anonymous", "unknown")


@dataclass(frozen=True, slots=True)
class Witness:
    """A voice for a claim and the origin it is shown as; `shadowed` says what it leans on, where it adds nothing.

    Who is not `sure` to say it of his own adds nothing to the least count.
    `joint` names the one act of saying where several speakers make one statement together.
    """

    voice: Voice
    origin: Origin
    telling: str
    shadowed: str
    proposition: str
    statement: str | None
    denies: bool
    joint: str = ""
    report: str = ""
    sure: bool = True


def origin_id(voice: Voice) -> str:
    """The id of the origin that a voice is shown as."""
    return "o" + content_id(voice.kind, voice.actor or voice.keys[0])


def groups_of(witnesses: Sequence[Witness], bonds: Bonds) -> tuple[tuple[Witness, ...], ...]:
    """Witnesses that are one source, together: they share a key, one common voice, or one statement made jointly.

    Unnamed people whom different copies of one text call differently are one, too.
    """
    roots = _Roots()
    for keys in dict.fromkeys(witness.voice.keys for witness in witnesses):
        roots.join([bonds.common.get(key, key) for key in keys])
    alone = {roots.of(_first(w, bonds)) for w in witnesses if not w.joint}
    said_together: dict[str, list[str]] = {}
    for witness in witnesses:
        if witness.joint:
            said_together.setdefault(witness.joint, []).append(roots.of(_first(witness, bonds)))
    for joint in sorted(said_together):
        roots.join(_one_saying(sorted(set(said_together[joint])), alone))
    grouped: dict[str, list[Witness]] = {}
    for witness in witnesses:
        grouped.setdefault(roots.of(_first(witness, bonds)), []).append(witness)
    found = _unnamed_joined([grouped[key] for key in sorted(grouped)])
    return tuple(tuple(sorted(group, key=lambda w: (w.origin.name, w.origin.id))) for group in found)


def _unnamed_joined(groups: Sequence[list[Witness]]) -> list[list[Witness]]:
    """Groups of unnamed people of one telling as one, where no report of it has both: its copies word it differently."""
    kept: list[list[Witness]] = []
    for group in groups:
        like = [g for g in kept if _worded_differently(g, group)] if _unnamed(group) else []
        if like:
            like[0].extend(group)
        else:
            kept.append(list(group))
    return kept


def _worded_differently(left: Sequence[Witness], right: Sequence[Witness]) -> bool:
    same = {w.telling for w in left} == {w.telling for w in right}
    return _unnamed(left) and same and not {w.report for w in left} & {w.report for w in right}


def _unnamed(group: Sequence[Witness]) -> bool:
    return all(w.voice.kind in ("anonymous", "unresolved") for w in group)


class _Roots:
    """Keys that belong together, each group known by its first key."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The first key of the group."""
        while self._above.setdefault(key, key) != key:
            key = self._above[key]
        return key

    def join(self, keys: Sequence[str]) -> None:
        """Put the groups of all keys together."""
        roots = sorted({self.of(key) for key in keys})
        for root in roots[1:]:
            self._above[root] = roots[0]


def _one_saying(members: Sequence[str], alone: Set[str]) -> list[str]:
    """The speakers of one statement that count as one: those who do not say it on their own as well."""
    silent = [m for m in members if m not in alone]
    return silent + [m for m in members if m in alone][:1] if silent else []


def counted(witnesses: Sequence[Witness], bonds: Bonds) -> OriginCount:
    """How many independent origins the witnesses are, at least and at most, and by which rules."""
    groups = groups_of(witnesses, bonds)
    most = len(groups_of([replace(w, joint="") for w in witnesses], bonds)) - len(groups)
    told = [g for g in groups if any(w.voice.kind == "named" for w in g)]
    anonymous = [g for g in groups if _unnamed(g) and any(w.voice.kind == "anonymous" for w in g)]
    named = [g for g in told if not all(w.shadowed for w in g)] or ([] if anonymous else told)
    own = [g for g in groups if g not in told and any(w.voice.kind == "own" for w in g)]
    free = [g for g in own if not all(w.shadowed for w in g)]
    pool = [g for g in groups if all(w.voice.kind == "unidentified" for w in g)]
    open_pool = any(not w.shadowed for g in pool for w in g)
    unresolved = [g for g in groups if all(w.voice.kind == "unresolved" for w in g)]
    certain = [g for g in named if any(w.sure for w in g) and not _shorter(g, named)]
    low = _least_named(certain, bonds) + sum(any(w.sure for w in g) for g in free)
    low += _least_anonymous(anonymous, named)
    high = len(named) + len(free) + len(anonymous) + len(unresolved) + open_pool
    high += most if any(not w.joint for w in witnesses) else 0
    counts = _Counts(named, anonymous, own, free, pool, unresolved)
    members = _members([*named, *free, *anonymous, *unresolved, *(pool if open_pool else [])] or groups)
    because = _because(counts)
    some = 1 if groups else 0
    return OriginCount(max(low, some), max(high, low, some), members, because)


def _least_named(named: Sequence[tuple[Witness, ...]], bonds: Bonds) -> int:
    """Bodies and office holders of a state that stays unsaid may all be one government, or that of another source."""
    unsaid = [g for g in named if all(_unsaid_state(w.voice, bonds) for w in g)]
    state = any(key.startswith("state ") for g in named for w in g for key in _common(w, bonds))
    return len(named) - len(unsaid) + (1 if unsaid and not state else 0)


def _shorter(group: Sequence[Witness], named: Sequence[Sequence[Witness]]) -> bool:
    """Whether a source may be another one, called by a part of its name ("Vane" and "Orla Vane")."""
    mine = [set(words(w.origin.name)) for w in group]
    others = [set(words(w.origin.name)) for g in named if g is not group for w in g]
    return any(a and a < b for a in mine for b in others)


def _unsaid_state(voice: Voice, bonds: Bonds) -> bool:
    if voice.actor is not None:
        return voice.actor in bonds.stateless
    listed = words(voice.name)
    return voice.type == "government" or bool(listed and listed[-1] in word_set("stakes", "state"))


def _first(witness: Witness, bonds: Bonds) -> str:
    """One of the keys of a voice: all of them lead to the same group."""
    return bonds.common.get(witness.voice.keys[0], witness.voice.keys[0])


def _common(witness: Witness, bonds: Bonds) -> list[str]:
    return [bonds.common.get(key, key) for key in witness.voice.keys]


def _least_anonymous(anonymous: Sequence[tuple[Witness, ...]], named: Sequence[tuple[Witness, ...]]) -> int:
    """Unnamed people add one at least only where none of the named can be among them."""
    if not anonymous:
        return 0
    persons = any(w.voice.type in ("person", "unknown") for g in named for w in g)
    officials = any(official(w.voice.name) for g in anonymous for w in g)
    return 0 if persons or (named and officials) else 1


def _members(groups: Sequence[tuple[Witness, ...]]) -> tuple[Origin, ...]:
    """Each group that counts by one origin, with the strongest stake known of it; who is one with it stands in `because`."""
    found: dict[str, Origin] = {}
    for group in groups:
        shown = min((w.origin for w in group), key=lambda o: (STRENGTH.index(o.stake), o.name, o.id))
        others = sorted({w.origin.name for w in group} - {shown.name})
        why = f"{shown.because}; one with {_listed(others)}" if others else shown.because
        found.setdefault(shown.id, replace(shown, because=why))
    return tuple(sorted(found.values(), key=lambda o: (o.name, o.id)))


@dataclass(frozen=True, slots=True)
class _Counts:
    named: Sequence[tuple[Witness, ...]]
    anonymous: Sequence[tuple[Witness, ...]]
    own: Sequence[tuple[Witness, ...]]
    free: Sequence[tuple[Witness, ...]]
    pool: Sequence[tuple[Witness, ...]]
    unresolved: Sequence[tuple[Witness, ...]]


def _because(counts: _Counts) -> str:
    """The rules that were used, in words."""
    said = []
    for group in counts.named:
        names = sorted({w.origin.name for w in group})
        said.append(f"{_listed(names)} count{'s' if len(names) == 1 else ''} as one" if len(names) > 1 else names[0])
    said += [f"{_names(group)} in its own voice" for group in counts.free]
    said += [f"{_names(g)} adds nothing: {g[0].shadowed}" for g in counts.own if g not in counts.free]
    if counts.anonymous:
        number = len(counts.anonymous)
        said.append(f"{number} group{'s' if number > 1 else ''} of unnamed sources, who may be among the others")
    if counts.pool:
        said.append("all outlets that are not stated add one at most")
    if counts.unresolved:
        said.append("speakers that stay open may add to it")
    return "; ".join(said)


def _names(group: Sequence[Witness]) -> str:
    return _listed(sorted({w.origin.name for w in group}))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
