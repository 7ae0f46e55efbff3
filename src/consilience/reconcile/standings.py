"""Standings: how sure a claim is, from its independent origins alone, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from consilience.model.account import OriginCount, Standing
from consilience.reconcile.independence import Bonds
from consilience.reconcile.least import among, is_medium, least, may_be_one, one_name
from consilience.reconcile.support import Backing
from consilience.reconcile.voices import NOBODY, OPEN
from consilience.reconcile.witnesses import Group, Witness, groups_of, speaking

_OWN = ("own", "unidentified")
_MENTIONED = "it is only mentioned"  # shown where no outlet that tells it has another reason
_ONE_TEXT = {
    "text": "a sentence of one stands in the other, which may have the rest from it, too",
    "alike": "they tell it in nearly the same words and order, as texts of one source do",
    "retold": "they tell something else in nearly the same words and order, and may have this from one source, too",
}


@dataclass(frozen=True, slots=True)
class Opposition:
    """Who tells a claim otherwise, and what is told."""

    witnesses: tuple[Witness, ...]
    what: str


def standing_of(
    backing: Backing, opposed: Sequence[Opposition], count: OriginCount, bonds: Bonds
) -> tuple[Standing, str]:
    """The standing of a claim, and why."""
    asserting = backing.asserting
    taken_back = groups_of([w for w in backing.denying if w.withdrawn], bonds)
    if taken_back:
        return "disputed", f"taken back by {_names(taken_back)}, who had said so"
    if not asserting:
        return _not_asserted(backing, bonds)
    known = [w for w in asserting if w.voice.kind != "unresolved"]
    against = _against(known, opposed, bonds) if known else ""
    if against:
        return "disputed", against
    if count.low >= 2:
        return _several(least(asserting, bonds), groups_of(asserting, bonds), count)
    groups = groups_of(asserting, bonds)
    free = [g for g in groups if not all(w.shadowed for w in g)] or list(groups)
    return _alone(free, count, bonds)


def _not_asserted(backing: Backing, bonds: Bonds) -> tuple[Standing, str]:
    """A denial of what nobody is told to say, or a demand, is its speaker's word, and no dispute."""
    for witnesses, what, done in ((backing.denying, "a denial", "denied"), (backing.asking, "a demand", "demanded")):
        groups = groups_of(witnesses, bonds)
        if len(groups) == 1:
            return "one origin", f"{what} by {_names(groups)}; no report gives anybody who says that it is so"
        if groups:
            return "unsure", f"{done} by {_names(groups)}; no report gives anybody who says that it is so"
    return "unsure", "it is asked or left open, and nobody says that it is so"


def _several(groups: Sequence[Group], whole: Sequence[Group], count: OriginCount) -> tuple[Standing, str]:
    """The standing by the sources of the least count; `whole` are all sources, of which some may be one."""
    names = _listed([_perhaps_one(among(whole, group)) for group in groups])
    if all(any(w.origin.stake == "party" for w in group) for group in groups):
        return "parties only", f"told by {names}, who all take part in it"
    return "agreed by independent origins", f"at least {count.low} independent origins: {names}"


def _perhaps_one(sources: Sequence[Group]) -> str:
    """A source of the least count, with those that may be one with it."""
    names = [_names([source]) for source in sources]
    return names[0] if len(names) == 1 else f"{names[0]} (perhaps one with {_listed(names[1:])})"


def _alone(groups: Sequence[Group], count: OriginCount, bonds: Bonds) -> tuple[Standing, str]:
    members = {w.origin.id: w.origin for group in groups for w in group}.values()
    if count.high > 1 and all(origin.stake == "party" for origin in members):
        names = sorted({origin.name for origin in members})
        if all(one_name(a, b) for a, b in combinations(names, 2)):
            return "one origin", f"it rests on {_listed(names)}, who may be one source"
        return "parties only", f"told by {_names(groups)}, who all take part in it"
    known = [g for g in groups if any(w.voice.kind != "unresolved" for w in g)]
    hidden = [g for g in groups if g not in known]
    if known and all(w.voice.kind in _OWN for group in known for w in group):
        if all(w.voice.because == NOBODY for group in hidden for w in group):
            return "outlet's own voice", f"{_names(known)} tell{_s(known)} it without a source{_no_witness(known)}"
        if len(hidden) == 1:
            return "one origin", f"it rests on a speaker who stays open; {_without_source(known)}"
    if not known and len(groups) > 1 and may_be_one(groups, bonds):
        return (
            "one origin",
            f"it rests on {_listed(sorted({w.origin.name for g in groups for w in g}))}, who may be one source",
        )
    if not known:
        several = "several speakers, who stay" if count.high > 1 else "a speaker who stays"
        return ("unsure" if count.high > 1 else "one origin"), f"it rests on {several} open"
    if count.high == 1:
        return "one origin", f"it rests on {_names(known)} alone"
    own = [g for g in known if all(w.voice.kind in _OWN for w in g)]
    if not hidden and len(own) > 1 and all(is_medium(w) for g in known if g not in own for w in g):
        return "outlet's own voice", f"{_names(known)} tell it without a source{_no_witness(known)}"
    return _spoken(groups, known, count, bonds)


def _spoken(groups: Sequence[Group], known: Sequence[Group], count: OriginCount, bonds: Bonds) -> tuple[Standing, str]:
    """The standing where some are named as the source and others may be further ones."""
    speakers = [g for g in known if any(w.voice.kind not in _OWN for w in g)]
    speakers = [g for g in speakers if any(w.voice.type != "document" for w in g)] or speakers
    named = any(w.voice.kind == "named" and not is_medium(w) for g in speakers for w in g)
    if named:
        speakers = [g for g in speakers if not all(is_medium(w) for w in g)]
    if len(speakers) == 1:
        return "one origin", f"it rests on {_names(speakers)}; {_others(groups, speakers)}"
    if may_be_one(speakers, bonds):
        return "one origin", f"it rests on {_names(speakers)}, who may be one source"
    open_ = "nothing shows that they are independent and tell the same"
    return "unsure", f"told by {_names(speakers or groups)}, of whom {open_}"


def _no_witness(own: Sequence[Group]) -> str:
    """Why two outlets that tell it in their own voice are not two witnesses."""
    blind = [g for g in own if all(w.unseen or w.shadowed for w in g)] or own
    plain = [w for group in blind for w in group if not w.shadowed] or [w for group in own for w in group]
    reasons = sorted({w.unseen for w in plain} - {""}, key=lambda r: (r.startswith(_MENTIONED), r))
    shadows = {w.shadowed for group in own for w in group}
    if shadows and "" not in shadows:
        reasons = sorted(shadows)  # headlines alone
    elif not reasons and len(own) > 1:
        hints = {key.split(" ", 1)[0] for g in own for w in g for key in w.hints}
        reasons = [_ONE_TEXT[kind] for kind in ("text", "alike", "retold") if kind in hints]
    return f", which shows no second origin: {reasons[0]}" if len(own) > 1 and reasons else ""


def _others(groups: Sequence[Group], speakers: Sequence[Group]) -> str:
    """What keeps those beside the one known source from being shown to be another."""
    others = [g for g in groups if g not in speakers]
    own = [g for g in others if any(w.voice.kind in _OWN for w in g)]
    if own:
        return _without_source(own)
    media = [g for g in others if all(is_medium(w) for w in g)]
    if media:
        return f"{_names(media)} report{_s(media)} it, which shows no other origin"
    return "who else says it stays open, and may be the same"


def _without_source(own: Sequence[Group]) -> str:
    return f"{_names(own)} tell{_s(own)} it without a source, which shows no other origin"


def _s(groups: Sequence[Group]) -> str:
    """The ending of a verb whose subject are these sources."""
    several = any(w.voice.kind == "unidentified" or " and " in w.origin.name for group in groups for w in group)
    return "s" if len(groups) == 1 and not several else ""


def _against(asserting: Sequence[Witness], opposed: Sequence[Opposition], bonds: Bonds) -> str:
    """Who disputes the claim: a source that is none of those who say it."""
    said: dict[str, list[Witness]] = {}
    for opposition in opposed:
        known = [w for w in opposition.witnesses if w.voice.name != OPEN and not w.shadowed]
        others = [w for w in known if stands_apart(w, asserting, bonds)]
        if len(others) < len(known):
            others = [w for w in others if not is_medium(w)]  # who says both is quoted by media for either
        if others:
            said.setdefault(opposition.what, []).extend(others)
    return "; ".join(f"{what} by {_names(groups_of(others, bonds))}" for what, others in said.items())


def stands_apart(witness: Witness, asserting: Sequence[Witness], bonds: Bonds) -> bool:
    """Whether somebody speaks with another voice than all who say it, or is another person than those of the same state."""
    keys = _keys(witness, bonds)
    alike = [w for w in asserting if keys & _keys(w, bonds)]
    shared = {key for w in alike for key in keys & _keys(w, bonds)}
    state = all(key.startswith("state ") for key in shared)
    return state and all(_two_people(witness, other, bonds) for other in alike)


def _two_people(left: Witness, right: Witness, bonds: Bonds) -> bool:
    """Whether two persons by name speak each for themselves, neither for the other."""
    a, b = left.voice.actor or "", right.voice.actor or ""
    near = (min(a, b), max(a, b)) in bonds.near or bonds.principals.get(a) or bonds.principals.get(b)
    return left.voice.type == right.voice.type == "person" and "" != a != b != "" and not near


def _keys(witness: Witness, bonds: Bonds) -> set[str]:
    return {bonds.common.get(key, key) for key in witness.voice.keys}


def _names(groups: Sequence[Group]) -> str:
    """Each source by the names of its known speakers."""
    return _listed([_named(sorted({w.origin.name for w in speaking(group)})) for group in groups])


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} (one with {_listed(names[1:])})"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
