"""When two clauses tell the same act by when it was: at one minute, on one day, in one stretch of time."""

from __future__ import annotations

from collections.abc import Callable

from consilience.claims.clauses import Clause
from consilience.claims.evidence import LENGTHS, days_meet
from consilience.claims.pairs import Pair, Verdict, one_report
from consilience.lexicons import word_set

_LOOSELY, _WEIGHED = 350, 600  # likeness from which words lie loosely near, and nearer
_QUARTER = 15  # minutes by which two tellings of one moment may differ
_AGAIN = frozenset(("again", "before", "earlier", "ever", "last", "once", "previously"))  # words of another meeting
NARROW = 2  # days up to which a stretch of time is one occasion


def _same_moment(pair: Pair) -> Verdict | None:
    """The same claim: what the same actor did in one place at the same minute."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"whom", "number"} or one_report(pair) or not left.hours & right.hours:
        return None
    if not actors(left.who) & actors(right.who) or evidence.vectors < 450 or left.denied or right.denied:
        return None
    if left.days and right.days and "day" not in evidence.agreeing:
        return None
    hour, minute = min(left.hours & right.hours)
    return Verdict(None, None, evidence.points + 2, f"the same actors at the same minute ({hour}:{minute:02})")


def _same_hour(pair: Pair) -> Verdict | None:
    """The same claim: the same act on the same day within a quarter of an hour, or since the same day."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"who", "whom", "number"} or one_report(pair) or others_act(pair):
        return None
    if not evidence.same_act or left.denied or right.denied or pair.near < _LOOSELY:
        return None
    if _one_start(left, right):
        return Verdict(None, None, evidence.points + 2, f"the same act ({left.act}) since the same day")
    minutes = (abs(60 * (a[0] - b[0]) + a[1] - b[1]) for a in left.hours for b in right.hours)
    if not one_day(pair) or min(minutes, default=_QUARTER + 1) > _QUARTER:
        return None
    return Verdict(None, None, evidence.points + 2, f"the same act ({left.act}) at the same time")


def _one_start(left: Clause, right: Clause) -> bool:
    """Whether both say since when, and it is one day."""
    if "since" not in left.words or "since" not in right.words:
        return False
    return bool({m.earliest for m in left.days} & {m.earliest for m in right.days})


def _same_occasion(pair: Pair) -> Verdict | None:
    """The same claim: the same act by the same actor on the same day, with nothing named on one side that the other lacks."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"whom"} or one_report(pair) or not evidence.same_act or left.denied or right.denied:
        return None
    if not actors(left.who) & actors(right.who) or not one_day(pair) or left.future != right.future:
        return None
    strangers = actors(left.whom) and actors(right.whom) and not left.whom & right.whom
    if strangers or evidence.vectors < 620:
        return None
    return Verdict(None, None, evidence.points, f"the same act ({left.act}) by the same actors on the same day")


def _same_rendering(pair: Pair) -> Verdict | None:
    """The same claim: one speaker's words of the same day in two renderings that lie near each other in this story."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if not one_voice(pair) or one_report(pair) or left.denied != right.denied or set(evidence.clashes) - {"status"}:
        return None
    if not one_day(pair) or pair.near < _WEIGHED or evidence.shared_words < _LOOSELY:
        return None
    if (left.act in word_set("cues", "speech_only")) != (right.act in word_set("cues", "speech_only")):
        return None
    return Verdict(None, None, evidence.points, "the same speaker on the same day, in words that lie near each other")


def _same_visit(pair: Pair) -> Verdict | None:
    """The same claim: the same act by the same actor in the same stretch of time, here certain and there believed."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"status", "whom"} or one_report(pair) or not evidence.same_act:
        return None
    believed = {left.proposition.status, right.proposition.status} == {"possible", "happened"}
    if not believed or left.future or right.future:
        return None
    if not actors(left.who) & actors(right.who) or "day" not in evidence.agreeing or evidence.vectors < 550:
        return None
    return Verdict(None, None, evidence.points, f"the same act ({left.act}) by the same actors at the same time")


def _same_noun(pair: Pair) -> Verdict | None:
    """The same claim: one actor's act in the same stretch of time, upon or in the same one, here told by a noun."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or one_report(pair) or not evidence.same_act or left.denied or right.denied:
        return None
    doers = actors(left.who) & actors(right.who)
    if not (left.proposition.noun or right.proposition.noun) or not doers or "day" not in evidence.agreeing:
        return None
    dated = {word for told in left.times | right.times for word in told.split()}
    if left.future != right.future or not (left.bag.keys() & right.bag.keys()) - doers - dated - {left.act}:
        return None
    return Verdict(
        None, None, evidence.points, f"the same act ({left.act}) by the same actors at the same time, by its noun"
    )


def _same_encounter(pair: Pair) -> Verdict | None:
    """The same claim: the same two persons meet, whoever greets or hosts whom, on no other day and in no other place."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if one_report(pair) or not left.pair or left.pair != right.pair or left.denied or right.denied:
        return None
    if set(evidence.clashes) - {"who", "whom"} or left.old != right.old or left.future != right.future:
        return None
    if any(_AGAIN & set(side.words) or {q.unit for q in side.numbers} & LENGTHS for side in (left, right)):
        return None
    real = {left.status, right.status} <= {"happened", "ongoing"}
    if not real and {left.status, right.status} != {"planned"}:
        return None
    return Verdict(None, None, evidence.points + 2, "the same two persons meet")


def one_voice(pair: Pair) -> bool:
    """Whether both are the words of one known speaker."""
    return pair.left.voice == pair.right.voice and pair.left.voice not in ("", "?")


def others_act(pair: Pair) -> bool:
    """Whether both name who acts, and name others, or one person on the one side and some crowd on the other."""
    named = all(side.who and not any(k.startswith("=") for k in side.who) for side in (pair.left, pair.right))
    named = named and not (pair.left.who <= pair.right.whom or pair.right.who <= pair.left.whom)
    crowd = (pair.left.crowd and pair.right.lone) or (pair.right.crowd and pair.left.lone)
    told = pair.evidence.same_act and pair.evidence.shared_words >= 700 and one_voice(pair)
    return "who" in pair.evidence.clashes and ((named and not told) or crowd)


def actors(keys: frozenset[str]) -> frozenset[str]:
    """The keys of those who are actors of the story."""
    return frozenset(key for key in keys if not key.startswith("="))


def one_day(pair: Pair) -> bool:
    """Whether both give one day, or nearly, and it is the same."""
    mine, theirs = ([m for m in side.days if (m.latest - m.earliest).days < NARROW] for side in (pair.left, pair.right))
    return any(days_meet(a, b) for a in mine for b in theirs)


SAME_TIME: tuple[Callable[[Pair], Verdict | None], ...] = (
    _same_moment, _same_hour, _same_occasion, _same_rendering, _same_visit, _same_noun, _same_encounter,
)  # fmt: skip
