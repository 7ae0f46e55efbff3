"""Naming of people: rioters here, dockers there, told of one thing that happened to them or that they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from consilience.lexicons import word_set
from consilience.model.account import Claim, Difference
from consilience.model.event import Participant, Proposition
from consilience.reconcile.calling import Called, naming, with_kind
from consilience.reconcile.library import Library, passages_at, words_at
from consilience.trees import head_of, tokens_within
from consilience.wording import fold

_BECAUSE = "the same people, called otherwise where the same is told of them"


@dataclass(frozen=True, slots=True)
class _Group:
    """Nouns that say more, the claims in which they stand for one and the same people, and all that are called so."""

    loaded: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    called: tuple[Called, ...] = field(default=())


def people_called(library: Library, claims: Sequence[Claim]) -> Iterator[Difference]:
    """Unnamed people who take the same part in one claim, called by a word that says more than that they are people."""
    groups: list[_Group] = []
    for claim in claims:
        for role in (0, 1):
            called = _in_role(library, claim, role)
            loaded = frozenset(c.noun for c in called) & word_set("told_otherwise", "loaded_people")
            if loaded and len({c.noun for c in called}) > 1:
                groups = _with(groups, _Group(loaded, frozenset((claim.id,)), called))
    for group in groups:
        found = naming(library, group.called, group.loaded, tuple(sorted(group.claims)), _BECAUSE)
        if found is not None:
            yield found


def _with(groups: Sequence[_Group], new: _Group) -> list[_Group]:
    """The groups with a new one, those that share a loaded word with it as one."""
    touching = [g for g in groups if g.loaded & new.loaded]
    joined = _Group(
        new.loaded.union(*(g.loaded for g in touching)),
        new.claims.union(*(g.claims for g in touching)),
        tuple(dict.fromkeys((*(c for g in touching for c in g.called), *new.called))),
    )
    return [g for g in groups if g not in touching] + [joined]


def _in_role(library: Library, claim: Claim, role: int) -> tuple[Called, ...]:
    """The people without a name who alone take a part in a clause of the claim; their nouns as each report has them."""
    found: list[Called] = []
    for support in claim.support:
        p = library.propositions[support.proposition]
        listed = (p.who, p.whom)[role]
        if len(listed) == 1 and support.stance != "denies" and _unnamed(library, listed[0]):
            found += _called(library, p, listed[0])
    return tuple(found)


def _unnamed(library: Library, person: Participant) -> bool:
    return library.actor_of.get(person.entity or "") is None


def _called(library: Library, p: Proposition, person: Participant) -> Iterator[Called]:
    """The noun for a group of people with what stands right before it; nothing where it is no such noun or one is meant."""
    part = library.parts[p.report, p.part]
    stretch = tokens_within(part.tokens, person.span)
    if stretch.last <= stretch.first:
        return
    at = head_of(part.tokens, stretch)
    head, noun = part.tokens[at], fold(part.tokens[at].lemma)
    lists = (("speakers", "persons"), ("persons", "nouns"), ("told_otherwise", "loaded_people"), ("acts", "members"))
    several = head.tag == "NNS" or noun in word_set("told_otherwise", "crowds")
    if head.pos == "NOUN" and several and any(noun in word_set(*name) for name in lists):
        passages = passages_at(library, p.report, p.part, (with_kind(part, at),))
        if passages:
            yield Called(p.report, noun, words_at(library, passages), passages)
