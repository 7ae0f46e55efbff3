"""Who takes part in talks that a noun tells ("said this in talks with Ada Brook")."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.events.arguments import SUBJECTS, arguments
from consilience.events.ground import Ground, is_somebody, members, name_of, participant, within_cue
from consilience.events.matching import case_of
from consilience.parses import kid


def talkers(ground: Ground, noun: int, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Those named on the noun and whoever else is said to be there."""
    named = _different(ground, actors)
    return tuple(dict.fromkeys((*named, *_also_there(ground, noun, named))))


def _also_there(ground: Ground, noun: int, actors: Sequence[int]) -> tuple[int, ...]:
    """Who talks with the one named: the subject of the clause ("said this in talks with …")."""
    if not actors or any(case_of(ground, a) != "with" and ground.parse.tokens[a].relation != "conj" for a in actors):
        return ()
    within = kid(ground.parse, noun, *SUBJECTS)
    if within is not None:  # "the minister is in talks with Ada Brook"
        return members(ground, within) if is_somebody(ground, within) else ()
    index, own = noun, ground.owner[noun]
    while ground.parse.tokens[index].head >= 0 and ground.parse.tokens[index].pos != "VERB":
        index = ground.parse.tokens[index].head
    subject = arguments(ground, index).subject if ground.parse.tokens[index].pos == "VERB" else None
    if subject is None or not is_somebody(ground, subject):
        return ()
    apart = ground.parse.tokens[index].relation == "acl:relcl"
    if apart or (within_cue(ground, index) is not None and own != ground.owner[index]):
        return ()
    return () if _is_another_nearer(ground, subject, noun) else members(ground, subject)


def _is_another_nearer(ground: Ground, subject: int, noun: int) -> bool:
    """ "Ada took a swipe at Ben before his meeting with Carl": whoever is named between may be meant by "his"."""
    if not any(ground.parse.tokens[k].tag == "PRP$" for k in ground.parse.kids[noun]):
        return False
    own = participant(ground, subject).entity
    between = (name_of(ground, i) for i in range(subject + 1, noun))
    return any(n is not None and n.type == "PERSON" and n.entity != own for n in between)


def _different(ground: Ground, actors: tuple[int, ...]) -> tuple[int, ...]:
    """The talkers without a pronoun that was taken for the very one who is talked with ("his talks with Ada")."""
    named = {participant(ground, a).entity for a in actors if not ground.parse.tokens[a].tag.startswith("PRP")} - {None}
    return tuple(
        a for a in actors
        if not (ground.parse.tokens[a].tag.startswith("PRP") and participant(ground, a).entity in named)
    )  # fmt: skip
