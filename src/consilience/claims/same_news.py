"""When two clauses tell the news itself: one act at the head of two reports, where nothing tells two acts apart."""

from __future__ import annotations

from collections.abc import Callable

from consilience.claims.clauses import Clause
from consilience.claims.pairs import Pair, Verdict, one_report
from consilience.claims.same_time import actors
from consilience.lexicons import word_set

_HEAD = 1  # number of the last sentence that counts as the head of a report
_NEAR, _SHARED, _MOST = (
    400,
    230,
    400,
)  # likeness beside all others with shared words, or shared words alone, that are enough


def _same_news(pair: Pair) -> Verdict | None:
    """The same claim: one act that both reports tell in their headline or first sentences, of nobody and nothing else."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or one_report(pair) or not evidence.same_act or not (_at_head(left) and _at_head(right)):
        return None
    if left.denied != right.denied or left.old != right.old or left.future != right.future:
        return None
    if _unsaid(left) or _unsaid(right) or not _telling(left.act) or not _telling(right.act):
        return None
    if _others(pair):
        return None
    near = pair.near >= _NEAR and evidence.shared_words >= _SHARED
    if not near and evidence.shared_words < _MOST:
        return None
    return Verdict(None, None, evidence.points, f"the news of both reports, the same act ({left.act})")


def _others(pair: Pair) -> bool:
    """Whether each side names a person whom the other does not, or somebody dies of whom no name, day or number tells that it
    is the same one."""
    left, right = pair.left, pair.right
    if left.people - right.people and right.people - left.people:
        return True
    known = actors((left.who | left.whom) & (right.who | right.whom)) or {"day", "number"} & set(pair.evidence.agreeing)
    return left.act == "die" and not known


def _at_head(clause: Clause) -> bool:
    return clause.headline or clause.proposition.sentence <= _HEAD


def _unsaid(clause: Clause) -> bool:
    """Whether a clause is only asked, supposed or left open."""
    return clause.silent or clause.conditional or clause.bare


def _telling(act: str) -> bool:
    """Whether an act tells something by itself and happens once."""
    told = ("handing", "light", "listing", "linking", "perceiving", "trends")
    return not any(act in word_set("acts", name) for name in told) and act not in word_set("cues", "speech_only")


SAME_NEWS: tuple[Callable[[Pair], Verdict | None], ...] = (_same_news,)
