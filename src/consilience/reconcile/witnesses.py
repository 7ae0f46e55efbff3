"""Witnesses: voices for a claim, and which of them are one source."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from consilience.model.account import Origin
from consilience.model.ids import content_id
from consilience.reconcile.independence import Bonds
from consilience.reconcile.voices import Voice

OFFICE = "office"
"""The hint of somebody who is called by an office; two of them are not one for that."""
FILES = "authorities"
"""The hint of police, prosecutors and others who tell from the files of one case."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A voice for a claim and the origin it is shown as; `shadowed` says what it leans on, where it adds nothing.

    Who is not `sure` to say it of his own adds nothing to the least count, nor does an outlet that is no witness: `unseen`
    says why. `joint` names the one act of saying where several speakers make one statement together. `hints` are keys of
    what it may have in common with others though nothing shows it; `telling_words` are those of its clause that are not
    light, `act` is what the clause tells to be done, if it is a deed; `withdrawn` are words that
    the speaker has taken back.
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
    unseen: str = ""
    hints: tuple[str, ...] = ()
    telling_words: frozenset[str] = frozenset()
    act: str = ""
    withdrawn: bool = False


Group = tuple[Witness, ...]


def origin_id(voice: Voice) -> str:
    """The id of the origin that a voice is shown as."""
    called = [voice.name] if voice.kind == "unresolved" else []  # those who stay open share a key, and no name
    return "o" + content_id(voice.kind, voice.actor or voice.keys[0], *called)


def groups_of(witnesses: Sequence[Witness], bonds: Bonds) -> tuple[tuple[Witness, ...], ...]:
    """Witnesses that are one source, together: they share a key, one common voice, or one statement made jointly.

    Unnamed people whom different copies of one text call differently are one, too.
    """
    roots = Roots()
    for keys in dict.fromkeys(witness.voice.keys for witness in witnesses):
        roots.join([bonds.common.get(key, key) for key in keys])
    alone = {roots.of(first_key(w, bonds)) for w in witnesses if not w.joint}
    said_together: dict[str, list[str]] = {}
    for witness in witnesses:
        if witness.joint:
            said_together.setdefault(witness.joint, []).append(roots.of(first_key(witness, bonds)))
    for joint in sorted(said_together):
        roots.join(_one_saying(sorted(set(said_together[joint])), alone))
    grouped: dict[str, list[Witness]] = {}
    for witness in witnesses:
        grouped.setdefault(roots.of(first_key(witness, bonds)), []).append(witness)
    found = _unnamed_joined([grouped[key] for key in sorted(grouped)])
    return tuple(tuple(sorted(group, key=lambda w: (w.origin.name, w.origin.id))) for group in found)


def _unnamed_joined(groups: Sequence[list[Witness]]) -> list[list[Witness]]:
    """Groups of unnamed people of one telling as one, where no report of it has both: its copies word it differently."""
    kept: list[list[Witness]] = []
    for group in groups:
        like = [g for g in kept if _worded_differently(g, group)] if unnamed(group) else []
        if like:
            like[0].extend(group)
        else:
            kept.append(list(group))
    return kept


def _worded_differently(left: Sequence[Witness], right: Sequence[Witness]) -> bool:
    same = {w.telling for w in left} == {w.telling for w in right}
    return unnamed(left) and same and not {w.report for w in left} & {w.report for w in right}


def unnamed(group: Sequence[Witness]) -> bool:
    """Whether all of a group are people whom no report names."""
    return all(w.voice.kind in ("anonymous", "unresolved") for w in group)


class Roots:
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


def speaking(group: Group | list[Witness]) -> list[Witness]:
    """Those of one source who are known speakers, not the open ones and the media that carry their words; else all."""
    known = [w for w in group if w.voice.kind == "named"] or [w for w in group if w.voice.kind != "unresolved"]
    return known or list(group)


def first_key(witness: Witness, bonds: Bonds) -> str:
    """One of the keys of a voice: all of them lead to the same group."""
    return bonds.common.get(witness.voice.keys[0], witness.voice.keys[0])


def common_keys(witness: Witness, bonds: Bonds) -> list[str]:
    """The keys of a voice, those of a common voice in the place of its members'."""
    return [bonds.common.get(key, key) for key in witness.voice.keys]
