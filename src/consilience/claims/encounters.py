"""Who meets whom: the two persons that an encounter is between, also where the words only point at them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from consilience.claims.people import first_at, singular
from consilience.lexicons import word_set
from consilience.model.annotations import PartAnnotations
from consilience.model.event import Proposition
from consilience.wording import fold, words

_TWO = frozenset(("both", "duo", "pair", "their", "they", "two"))
_FEW = 2  # words from which more than a bare noun points at somebody


def pointed_pair(
    proposition: Proposition, part: PartAnnotations, owners: Mapping[int, str], persons: Collection[str]
) -> frozenset[str]:
    """The two persons whom "they", "the two" or "the leaders" means: the only two whom the sentence so far and the one before
    it name; empty where there are more, or others are told."""
    told = (*proposition.who, *proposition.whom)
    if proposition.whom or len(proposition.who) != 1 or not _points_at_two(words(told[0].name)):
        return frozenset()
    before = first_at(part.tokens, told[0].span.start)
    sentences = part.sentences[max(0, proposition.sentence - 1) : proposition.sentence + 1]
    if not sentences:
        return frozenset()
    named = {owners[i] for i in range(first_at(part.tokens, sentences[0].span.start), before) if i in owners}
    here = frozenset(named & set(persons))
    return here if len(here) == 2 else frozenset()


def _points_at_two(said: Sequence[str]) -> bool:
    """Whether words say "they", "the two", "both leaders", or "the leaders"."""
    bare = [word for word in said if word != "the"]
    leaders = {word for word in bare if word != singular(word) and singular(word) in word_set("speakers", "leaders")}
    if len(bare) == 1:
        return bare[0] in _TWO or bool(leaders)
    return len(bare) == _FEW and bare[0] in ("both", "two") and (bool(leaders) or bare[1] in ("men", "women"))


def encounter(proposition: Proposition, act: str, people: frozenset[str], persons: Collection[str]) -> frozenset[str]:
    """The two persons who meet, where a clause tells no more of what they do; empty for all else."""
    said = word_set("acts", "encounters")
    between = frozenset(people & set(persons))
    talked = act == "discuss" and people <= between
    if len(between) != 2 or not (act == "meet" or talked or fold(proposition.act) in said):
        return frozenset()
    return between
