"""Who bears a name: an entity of one report, and what the user said of such entities by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from consilience.model.annotations import Entity
from consilience.settings import ActorSettings
from consilience.wording import fold


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity of one report, the telling that the report belongs to, and the key of its name."""

    entity: Entity
    telling: str
    key: str


APART = "kept apart by hand"
Group = tuple[list[Bearer], str]


def set_right(groups: Sequence[Group], by_hand: ActorSettings, key_of: Callable[[str], str]) -> list[Group]:
    """The groups as the user wants them: first kept apart, then joined; `key_of` makes the key of a name."""
    found = list(groups)
    for names in by_hand.apart:
        folded = {fold(name) for name in names}
        found = [part for group in found for part in _parted(group, folded)]
    for names in by_hand.same:
        found = _joined(found, {key_of(name) for name in names}, " and ".join(f"“{name}”" for name in names))
    return found


def _parted(group: Group, names: Collection[str]) -> Iterator[Group]:
    """A group whose bearers have two or more of the names, one part a name; what has none of them is a part by itself."""
    bearers, _ = group
    called = {bearer.entity.id: fold(bearer.entity.name) for bearer in bearers}
    borne = sorted({name for name in called.values() if name in names})
    if len(borne) < 2:
        yield group
        return
    for name in borne:
        yield [b for b in bearers if called[b.entity.id] == name], APART
    rest = [b for b in bearers if called[b.entity.id] not in names]
    if rest:
        yield rest, "left over where others were kept apart by hand"


def _joined(groups: Sequence[Group], keys: Collection[str], names: str) -> list[Group]:
    """All groups in which somebody has one of the keys as one, in the place of the first of them."""
    chosen = [group for group in groups if any(bearer.key in keys for bearer in group[0])]
    if len(chosen) < 2:
        return list(groups)
    whole = [bearer for bearers, _ in chosen for bearer in bearers]
    rest = [group for group in groups if group not in chosen]
    return [(whole, f"joined by hand: {names}"), *rest]
