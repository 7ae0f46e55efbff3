"""One act that a sentence tells by two words ("shot and killed", "filed a suit … by suing") is one event."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.events.coded import Coded
from consilience.events.ground import Ground, participant


def once_told(ground: Ground, found: Sequence[Coded]) -> list[Coded]:
    """The coded acts without those that tell what another one of their sentence tells, which knows as much or more."""
    kept: list[Coded] = []
    for coded in sorted(found, key=lambda c: (-_known(c), c.trigger)):
        if not any(_same(ground, coded, other) for other in kept):
            kept.append(coded)
    chosen = {(c.trigger, c.match.rule.name) for c in kept}
    return [c for c in found if (c.trigger, c.match.rule.name) in chosen]


def _known(coded: Coded) -> int:
    """How much the act tells: who, whom, and how."""
    match = coded.match
    return (
        4 * (bool(match.actors) + bool(match.recipients))
        + len(match.actors)
        + len(match.recipients)
        + bool(match.rule.mode)
    )


def _same(ground: Ground, less: Coded, more: Coded) -> bool:
    """Whether both tell one kind of act with one status in one sentence, and the sides of the one are among the other's."""
    one, other = less.match, more.match
    if ground.parse.sentence_of[less.trigger] != ground.parse.sentence_of[more.trigger] or less.status != more.status:
        return False
    modes = {one.rule.mode, other.rule.mode} - {None, ""}
    if one.rule.type != other.rule.type or len(modes) > 1:
        return False
    acting, aimed = _who(ground, one.actors), _who(ground, one.recipients)
    shared = acting & _who(ground, other.actors) or aimed & _who(ground, other.recipients)
    return bool(shared) and acting <= _who(ground, other.actors) and aimed <= _who(ground, other.recipients)


def _who(ground: Ground, indexes: Sequence[int]) -> set[str]:
    people = (participant(ground, i) for i in indexes)
    return {p.entity or p.name for p in people}
