"""Two clauses side by side: do they say the same thing, do they differ in a way a reader should see, or neither?

Integer evidence decides, in a fixed order of rules; likeness of vectors alone decides nothing, because what contradicts a
sentence lies closest to it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from consilience.claims.clauses import Clause
from consilience.claims.evidence import days_meet, ranges_meet, weigh
from consilience.claims.pairs import Pair, Verdict, one_report, other_match, tolls
from consilience.claims.same import SAME, alike, same_tense
from consilience.claims.same_time import one_voice, others_act
from consilience.lexicons import table, word_set
from consilience.model.account import DifferenceKind, DifferenceScope
from consilience.model.annotations import Quantity
from consilience.wording import words

_ARTICLES = frozenset(("a", "an", "the", "its", "their"))
_NEAR = 500  # likeness beside all others from which one act with and without a "not" is one matter
_NEARLY = 400  # likeness from which two clauses may be about one thing
_MATTER, _MANY = 820, 5  # likeness and shared words from which two voices speak of one matter on whatever day
_MEASURED, _KEYS = 600, 3  # likeness and shared words from which two clauses measure one thing
_SAME_WORDS, _SHORT_WORD = (
    850,
    2,
)  # shared words from which two sayings are one; letters up to which a word tells little
_OPEN = frozenset(("possible", "potential"))  # what is said to be possible nobody denies by doubting it
_HARD = frozenset(("day", "negation", "number", "rank", "way"))
_LOOSER = 60  # per mille by which two clauses may be less like when one point is what differs


def verdict(left: Clause, right: Clause, likeness: int, near: int = 0) -> Verdict | None:
    """What two clauses are to each other; `likeness` is the least per mille at which they may be one claim, `near` how alike
    they are beside all others of the story."""
    if left.bare or right.bare:
        return None
    pair = Pair(left, right, weigh(left, right), likeness, near)
    if other_match(pair):
        return Verdict(None, None, -1, "two matches", apart=True)
    rules = _DIFFERENCES if _upon_others(pair) and not one_voice(pair) else _RULES
    found = (rule(pair) for rule in rules)
    return next((judged for judged in found if judged is not None), None) or _apart(pair)


def _apart(pair: Pair) -> Verdict | None:
    """Two that cannot be one claim, whatever a third one says."""
    clashes = set(pair.evidence.clashes)
    if "day" in clashes and not (_exact(pair.left) and _exact(pair.right)):
        clashes.discard("day")
    if clashes & _HARD or others_act(pair) or _upon_others(pair):
        return Verdict(None, None, -1, "they stand apart", apart=True)
    return None


def _upon_others(pair: Pair) -> bool:
    """Whether one act befalls named ones on the one side, and other named ones on the other."""
    named = all(side.whom and not any(key.startswith("=") for key in side.whom) for side in (pair.left, pair.right))
    return named and pair.evidence.same_act and "whom" in pair.evidence.clashes and not pair.left.whom & pair.right.who


def _exact(clause: Clause) -> bool:
    """Whether a clause gives days and no longer stretches of time."""
    return all((m.latest - m.earliest).days <= 1 for m in clause.days)


def _close(pair: Pair) -> bool:
    """Whether all but the differing point speaks for the same thing; one voice in one report does not differ."""
    evidence = pair.evidence
    if one_report(pair) and pair.left.voice == pair.right.voice:
        return False
    strict = evidence.same_act and (evidence.same_who or evidence.same_whom)
    return (strict and alike(pair, pair.likeness - _LOOSER)) or evidence.shared_words >= 750


def _scope(pair: Pair) -> DifferenceScope:
    """Superseded where the same voice says otherwise in a later report, else a conflict."""
    a, b = pair.left.published, pair.right.published
    if pair.left.voice == pair.right.voice and a and b and not days_meet(a, b):
        return "superseded"
    return "conflict"


def _differs(pair: Pair, kind: DifferenceKind, scope: DifferenceScope, because: str) -> Verdict:
    return Verdict(kind, scope, pair.evidence.points, because)


def _toll(pair: Pair) -> Verdict | None:
    """Two counts of the dead, the hurt, the detained or the moved that are not one number."""
    clashes = set(pair.evidence.clashes)
    left, right = pair.left, pair.right
    mine, theirs = ({unit for unit, _, _ in tolls(side)} for side in (left, right))
    if clashes - {"number", "who", "whom", "kind"} or "number" not in clashes or not mine & theirs:
        return None
    if left.denied or right.denied or left.old != right.old or left.headline or right.headline:
        return None
    if one_report(pair) and (left.voice == right.voice or not _both_named(pair)):
        return None
    if pair.evidence.contained < 400 and pair.evidence.vectors < 400 and pair.near < _NEARLY:
        return None
    return _differs(pair, "number", _toll_scope(pair, min(mine & theirs)), f"two counts ({min(mine & theirs)})")


def _toll_scope(pair: Pair, unit: str) -> DifferenceScope:
    """How two counts stand to each other: a later one by the same voice, or a higher one that "at least" left open,
    supersedes; two rough ones that lie close are one more and one less exact."""
    if _scope(pair) == "superseded":
        return "superseded"
    a, b = (next(q for q in side.numbers if q.unit == unit) for side in (pair.left, pair.right))
    if ranges_meet(a, b):
        return "superseded"
    low, high = sorted(((q.low if q.low is not None else q.high) or 0) for q in (a, b))
    rough = all(q.hedge or q.low is None or q.high is None for q in (a, b))
    return "finer detail" if rough and high * 4 <= low * 5 else "conflict"


def _headline(pair: Pair) -> Verdict | None:
    """A count in the headline that the report's own text does not bear."""
    left, right = pair.left, pair.right
    if left.proposition.report != right.proposition.report or left.headline == right.headline or left.old != right.old:
        return None
    counts = [{(u, low if low is not None else high) for u, low, high in tolls(side)} for side in (left, right)]
    if {u for u, _ in counts[0]} & {u for u, _ in counts[1]} and not counts[0] & counts[1]:
        return _differs(pair, "headline", "conflict", "the headline gives another count than the text")
    return None


def _both_named(pair: Pair) -> bool:
    """Whether both clauses are somebody's word; an outlet that gives two counts of its own tells of two things."""
    return not {pair.left.voice, pair.right.voice} & {"", "?"}


def _number(pair: Pair) -> Verdict | None:
    """The same thing with numbers that do not meet."""
    if pair.evidence.clashes != ("number",) or not _close(pair) or not _one_thing(pair):
        return None
    return _differs(pair, "number", _scope(pair), "the same thing with numbers that do not meet")


def _one_thing(pair: Pair) -> bool:
    """Whether those who take part are called by the same words; core inflation is not inflation."""
    return bool(_names(pair.left) & _names(pair.right)) or bool(_ids(pair.left) & _ids(pair.right))


def _names(clause: Clause) -> frozenset[frozenset[str]]:
    """The words by which each participant is called; a time is nobody."""
    people = (*clause.proposition.who, *clause.proposition.whom)
    times = frozenset(w for told in clause.times for w in words(told))
    return frozenset(name for p in people if (name := _name(p.name)) and not name <= times)


def _ids(clause: Clause) -> frozenset[str]:
    return frozenset(key for key in clause.who | clause.whom if not key.startswith("="))


def _name(name: str) -> frozenset[str]:
    return frozenset(words(name)) - _ARTICLES


def _day(pair: Pair) -> Verdict | None:
    """The same thing on days that do not meet."""
    if pair.evidence.clashes != ("day",) or not _close(pair) or not (pair.left.finite and pair.right.finite):
        return None
    if word_set("cues", "speech_only") & {*pair.left.words, *pair.right.words} or pair.near < _NEAR:
        return None
    return _differs(pair, "day", _scope(pair), "the same thing on days that do not meet")


def _place(pair: Pair) -> Verdict | None:
    """The same thing with different places; whether one lies in the other is not known."""
    if pair.evidence.clashes != ("place",) or not _close(pair) or pair.near < _NEAR:
        return None
    return _differs(pair, "place", "not comparable", "the same thing with different places")


def _manner(pair: Pair) -> Verdict | None:
    """The same thing told with another thing of its kind: lunch and dinner, train and plane."""
    if pair.evidence.clashes != ("kind",) or not _close(pair):
        return None
    return _differs(pair, "manner", _scope(pair), "the same thing told with another thing of its kind")


def _negation(pair: Pair) -> Verdict | None:
    """One says that it is so, another that it is not."""
    evidence = pair.evidence
    if evidence.clashes != ("negation",) or not _two_sides(pair):
        return None
    if any(side.denied and not side.negative for side in (pair.left, pair.right)):
        return None
    if _hedged(pair.left) or _hedged(pair.right):
        return None
    things = any(key.startswith("=") for key in pair.left.who | pair.right.who)
    alone = evidence.same_who and (things or evidence.same_whom)
    if (
        evidence.same_act
        and alone
        and _contained(pair) >= 600
        and pair.near >= _NEAR
        and same_tense(pair.left, pair.right)
    ):
        return _differs(pair, "denial", "conflict", "one says it is so, the other that it is not")
    acts = evidence.soft_act and evidence.keys >= 3 and evidence.shared_words >= 400 and evidence.vectors >= 450
    nouns = sum(weight >= 3 for key, weight in pair.left.bag.items() if key in pair.right.bag)
    if _contained(pair) < 750 or min(pair.left.size, pair.right.size) < 7:
        return None
    if not (_close(pair) or acts or (evidence.soft_act and nouns >= 2 and evidence.shared_words >= 450)):
        return None
    return _differs(pair, "denial", "conflict", "one says it is so, the other that it is not")


def _contained(pair: Pair) -> int:
    """Per mille of the words of the shorter clause that the other has; a "nobody" is the "not" itself."""
    short = min((pair.left, pair.right), key=lambda side: side.size)
    denying = "nobody" in short.bag and not ("nobody" in pair.left.bag and "nobody" in pair.right.bag)
    without = short.size - short.bag["nobody"] if denying else short.size
    return pair.evidence.contained * short.size // max(1, without)


def _hedged(clause: Clause) -> bool:
    """Whether a clause only says what is likely."""
    return clause.status == "possible" or bool(word_set("acts", "hedges") & set(clause.words))


def _two_sides(pair: Pair) -> bool:
    """Whether two voices speak of one time; headlines have no time of their own, and questions say nothing."""
    left, right = pair.left, pair.right
    if left.voice == right.voice or "?" in (left.voice, right.voice):
        return False
    if left.silent or right.silent or left.headline or right.headline:
        return False
    return same_tense(left, right)


def _denied(pair: Pair) -> Verdict | None:
    """Somebody denies what somebody else says, in other words."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or left.denied == right.denied or left.negative or not _two_sides(pair):
        return None
    if evidence.contained < 500:
        return None
    if _OPEN & set((right if left.denied else left).words):
        return None
    worded = evidence.keys >= 3 and evidence.shared_words >= 450
    near = evidence.same_act and evidence.keys >= 2 and evidence.shared_words >= 350 and evidence.vectors >= 550
    if not worded and not near:
        return None
    return _differs(pair, "denial", "conflict", "one says it, the other denies it")


def _measure(pair: Pair) -> Verdict | None:
    """One thing measured twice: nearly one value, told much alike, at the same time where times are told."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    mine, theirs = left.who | left.whom, right.who | right.whom
    others = bool(mine and theirs) and not mine & theirs
    matter = pair.near >= _MATTER and evidence.keys >= _MANY and left.voice != right.voice and not others
    free = {"number", "whom", "day"} if matter else {"number", "whom"}
    if set(evidence.clashes) - free or "number" not in evidence.clashes or one_report(pair):
        return None
    if pair.near < _MEASURED or evidence.keys < _KEYS or not same_tense(left, right) or left.old != right.old:
        return None
    if _hedged(left) or _hedged(right) or not (matter or _same_times(left, right)):
        return None
    named = matter or evidence.same_who or _one_thing(pair)
    if not named and not left.times & right.times:
        return None
    for a in left.numbers:
        for b in right.numbers:
            values = sorted(((q.low if q.low is not None else q.high) or 0) for q in (a, b))
            if (
                a.unit == b.unit
                and a.unit
                and not ranges_meet(a, b)
                and values[0] > 0
                and 10 * values[1] <= (15 if named else 11) * values[0]
            ):
                rough = bool(a.hedge) and bool(b.hedge) and 4 * values[1] <= 5 * values[0]
                because = f"two values of one thing ({_shown(a)} and {_shown(b)} {a.unit})"
                return _differs(pair, "number", "finer detail" if rough else _scope(pair), because)
    return None


def _shown(quantity: Quantity) -> str:
    value = quantity.low if quantity.low is not None else quantity.high
    return f"{value or 0:g}"


def _same_times(left: Clause, right: Clause) -> bool:
    """Whether both give the same time in the same words, or neither gives one."""
    if not left.times or not right.times:
        return not left.times and not right.times
    return bool(left.times & right.times)


def _beside(pair: Pair) -> Verdict | None:
    """Two measures that a report gives one after the other by two voices, and that do not meet."""
    left, right = pair.left.proposition, pair.right.proposition
    together = one_report(pair) and left.part == right.part and abs(left.sentence - right.sentence) == 1
    if not together or not _both_named(pair) or pair.left.voice == pair.right.voice:
        return None
    units = set(table("units", "measures").values()) - {"%"}
    for a in pair.left.numbers:
        for b in pair.right.numbers:
            if a.unit == b.unit and a.unit in units and not ranges_meet(a, b):
                return _differs(pair, "number", "conflict", f"two measures ({a.unit}) that a report sets side by side")
    return None


def _commitment(pair: Pair) -> Verdict | None:
    """One speaker on one thing: here it is said, there it is "admitted"."""
    left, right = pair.left, pair.right
    if left.voice != right.voice or left.voice in ("", "?") or one_report(pair) or pair.near < _NEARLY:
        return None
    if left.conditional or right.conditional or left.silent or right.silent:
        return None
    yielding = [bool(word_set("acts", "yielding") & set(side.cue.split())) for side in (left, right)]
    if yielding[0] == yielding[1] or not _terms(left) & _terms(right) or pair.evidence.shared_words >= _SAME_WORDS:
        return None
    return _differs(
        pair, "strength", "not comparable", "the same speaker on the same thing, here said and there admitted"
    )


def _terms(clause: Clause) -> frozenset[tuple[str, str]]:
    """The pairs of words of content that follow each other."""
    light = word_set("acts", "light") | _ARTICLES
    pairs = pairwise(clause.words)
    return frozenset(two for two in pairs if not light & set(two) and all(len(w) > _SHORT_WORD for w in two))


def _strength(pair: Pair) -> Verdict | None:
    """The same thing as certain here and as possible there."""
    statuses = {pair.left.proposition.status, pair.right.proposition.status}
    if pair.evidence.clashes != ("status",) or statuses != {"planned", "possible"} or not _two_sides(pair):
        return None
    if not _close(pair) or pair.evidence.shared_words < 450:
        return None
    return _differs(pair, "strength", "finer detail", f"told as {' and as '.join(sorted(statuses))}")


_DIFFERENCES: tuple[Callable[[Pair], Verdict | None], ...] = (
    _headline, _toll, _number, _day, _negation, _denied, _manner, _strength, _measure, _beside, _commitment, _place,
)  # fmt: skip
_RULES = (*SAME, *_DIFFERENCES)
