"""What speaks for two clauses being one claim, and what stands against it, in integers."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from consilience.claims.acts import MUTUAL, dated_acts, near_acts
from consilience.claims.clauses import Clause
from consilience.claims.stems import content_stems
from consilience.claims.tolls import fates
from consilience.lexicons import table, word_set
from consilience.model.annotations import Quantity
from consilience.model.time import Moment
from consilience.wording import cosine

_MANY = 20  # people from which their number alone tells who is meant
_NAMED_HERE = 400  # shared words from which a noun may be for somebody whom only the other side names
_ANYBODY = frozenset(("=crowd", "=man", "=people", "=person", "=public", "=woman"))
_TOLD_ALIKE = 620  # shared words from which one name may be another's, and what is asked the thing told
_SAID_ALIKE = 500  # shared words from which two nouns for what somebody acts as may be one
_UNDONE = 6  # letters from which a word with "un-" is the opposite of the one without it
LENGTHS = frozenset(("hour", "minute"))  # how long a meeting took is told of one part of it
_REAL = frozenset(("happened", "ongoing"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two clauses share: points for likeness, per mille of shared words, and what clashes.

    `soft_act` says that one clause's act stands among the other's words; `keys` counts the words they share.
    """

    points: int
    shared_words: int
    contained: int
    vectors: int
    keys: int
    same_act: bool
    soft_act: bool
    same_who: bool
    same_whom: bool
    agreeing: tuple[str, ...]
    clashes: tuple[str, ...]


def weigh(left: Clause, right: Clause) -> Evidence:
    """All evidence for and against two clauses being one claim."""
    common = [key for key in left.bag if key in right.bag]
    shared = sum(min(left.bag[key], right.bag[key]) for key in common)
    dice = 2000 * shared // max(1, left.size + right.size)
    light = word_set("acts", "light")
    agreeing = _agreeing(left, right)
    dated = "day" in agreeing and dated_acts(left.act, right.act)
    same_act = dated or (near_acts(left.act, right.act) and (left.act != right.act or left.act not in light))
    same_who, same_whom = _same_people(left, right), bool(left.whom & right.whom)
    vectors = cosine(left.proposition.vector, right.proposition.vector)
    steps = min(6, dice // 120) + max(0, min(4, (vectors - 450) // 100))
    facts = 2 * ("number" in agreeing) + ("day" in agreeing) + ("place" in agreeing)
    return Evidence(
        points=3 * same_act + 2 * same_who + 2 * same_whom + facts + steps,
        shared_words=dice,
        contained=1000 * shared // max(1, min(left.size, right.size)),
        vectors=vectors,
        keys=len(common),
        same_act=same_act,
        soft_act=same_act or (left.act in right.bag) or (right.act in left.bag),
        same_who=same_who,
        same_whom=same_whom,
        agreeing=agreeing,
        clashes=_clashes(left, right, dice),
    )


def days_meet(a: Moment, b: Moment) -> bool:
    """Whether two stretches of days have a day in common."""
    return a.earliest <= b.latest and b.earliest <= a.latest


def ranges_meet(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can be the same."""
    low = max((q.low for q in (a, b) if q.low is not None), default=None)
    high = min((q.high for q in (a, b) if q.high is not None), default=None)
    return low is None or high is None or low <= high


def _same_people(left: Clause, right: Clause) -> bool:
    if left.who & right.who or _undergone(left, right) or _undergone(right, left):
        return True
    return left.act in MUTUAL and len((left.who | left.whom) & (right.who | right.whom)) >= 2


def _undergone(left: Clause, right: Clause) -> bool:
    """Whether one side has as its only actor what the other has befallen without one ("the gate opened", "it was opened")."""
    return not left.who and not right.whom and bool(left.whom & right.who)


def _agreeing(left: Clause, right: Clause) -> tuple[str, ...]:
    found = []
    if any(_comparable(a, b) and _same_number(a, b) for a in left.numbers for b in right.numbers):
        found.append("number")
    if any(days_meet(a, b) for a in left.days for b in right.days):
        found.append("day")
    if left.places.keys() & right.places.keys():
        found.append("place")
    return tuple(found)


def _clashes(left: Clause, right: Clause, dice: int) -> tuple[str, ...]:
    """What stands against one claim; the order is fixed."""
    deed = left.act == right.act and left.act not in word_set("acts", "handing") and _same_people(left, right)
    free = _one_occasion(left, right)
    checks = (
        ("negation", left.negative != right.negative),
        (
            "condition",
            left.conditional != right.conditional
            or _only_asked(left, right, dice)
            or ("habits" in left.modes) != ("habits" in right.modes),
        ),
        ("status", _status_clash(left, right) or _duty_clash(left, right) or _duty_clash(right, left)),
        ("number", _number_clash(left, right) or _one_or_more(left, right)),
        ("day", bool(left.days and right.days) and not any(days_meet(a, b) for a in left.days for b in right.days)),
        (
            "who",
            _crowd_clash(left, right)
            or _other_land(left, right)
            or (not _mutual(left, right) and _who_clash(left, right, dice)),
        ),
        (
            "whom",
            _other_partners(left, right)
            or _other_receiver(left, right)
            or _other_target(left, right)
            or _objects_clash(left, right, 1000 if free else dice, 480 if deed else 700),
        ),
        ("place", _places_clash(left, right)),
        ("kind", _kind_clash(left, right)),
        ("part", _length_clash(left, right)),
        ("way", (bool(left.ways and right.ways) and not left.ways & right.ways) or _other_aim(left, right)),
        (
            "rank",
            (bool(left.ranks and right.ranks) and not left.ranks & right.ranks)
            or _other_sort(left, right, dice)
            or _another(left, right)
            or _another(right, left),
        ),
    )
    return tuple(name for name, clash in checks if clash)


def _only_asked(left: Clause, right: Clause, dice: int) -> bool:
    """Whether one side is only asked about or not told, and what the other tells is not nearly the same words."""
    demanded = left.act.startswith("demand ") or right.act.startswith("demand ")
    return left.silent != right.silent and not demanded and dice < _TOLD_ALIKE


def _other_sort(left: Clause, right: Clause, dice: int) -> bool:
    """Whether one act is done as one thing here and as another there, or of a thing that is one here and un-one there
    ("an unlicensed pilot", "a licensed pilot")."""
    roles = (
        dice < _SAID_ALIKE
        and left.act == right.act
        and bool(left.roles and right.roles)
        and not left.roles & right.roles
    )
    mine, theirs = set(left.words), set(right.words)
    return roles or _undone(mine, theirs) or _undone(theirs, mine)


def _undone(mine: set[str], theirs: set[str]) -> bool:
    told = (word.removeprefix("un") for word in mine - theirs if word.startswith("un") and len(word) > _UNDONE)
    return any(word in theirs - mine for word in told)


def _length_clash(left: Clause, right: Clause) -> bool:
    """Whether two persons meet, and one side alone tells how long, which is told of one part of a meeting."""
    lengths = [{q.unit for q in side.numbers} & LENGTHS for side in (left, right)]
    return bool(left.pair) and left.pair == right.pair and bool(lengths[0]) != bool(lengths[1])


def _one_occasion(left: Clause, right: Clause) -> bool:
    """Whether one act has its day and place in common, or as many whom it befalls, whatever these are called."""
    agreeing = _agreeing(left, right)
    counted = {(q.unit, q.low) for q in left.numbers} & {(q.unit, q.low) for q in right.numbers}
    many = any(unit in fates() and (low or 0) >= _MANY for unit, low in counted)
    return near_acts(left.act, right.act) and ({"day", "place"} <= set(agreeing) or many)


def _duty_clash(left: Clause, right: Clause) -> bool:
    """Whether the left side says what ought to be and the right one what will be."""
    return "duties" in left.modes and "future" in right.modes and not {"duties"} & right.modes


def _another(left: Clause, right: Clause) -> bool:
    """Whether the left side tells of another one of what the right side tells of."""
    return any(noun in right.bag and noun not in right.others for noun in left.others)


def _other_aim(left: Clause, right: Clause) -> bool:
    """Whether one act is done for another end on the one side than on the other ("conspired to kill", "… to smuggle")."""
    return bool(left.aim and right.aim) and left.act == right.act and not near_acts(left.aim, right.aim)


def _who_clash(left: Clause, right: Clause, dice: int) -> bool:
    if (
        left.crowd
        and right.crowd
        and _nouns(left)
        and _nouns(right)
        and {"day", "place"} <= set(_agreeing(left, right))
    ):
        dice = 1000 if near_acts(left.act, right.act) else dice
    enough = _NAMED_HERE if near_acts(left.act, right.act) and _named_and_not(left.who, right.who) else 600
    return _actors_apart(left, right, dice, enough)


def _named_and_not(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether those who act are named on the one side alone: the noun on the other may be theirs."""
    nouns = [all(key.startswith("=") for key in side) for side in (left, right)]
    return nouns[0] != nouns[1]


def _crowd_clash(left: Clause, right: Clause) -> bool:
    """Whether one person acts on one side and a crowd that is none of the story's actors on the other."""
    return (left.lone and right.crowd and _nouns(right)) or (right.lone and left.crowd and _nouns(left))


def _other_land(left: Clause, right: Clause) -> bool:
    """Whether those called by one noun are of different countries."""
    return any(right.lands.get(noun, land) != land for noun, land in left.lands.items())


def _one_or_more(left: Clause, right: Clause) -> bool:
    """Whether one side has several of what the other has one alone of, or as those who act or whom the act befalls."""
    if left.several & right.singles or right.several & left.singles:
        return True
    if not near_acts(left.act, right.act):
        return False
    return _several_and_one(left, right) or _several_and_one(right, left)


def _several_and_one(left: Clause, right: Clause) -> bool:
    """Whether in one role the left side has several, counted, and the right side one alone."""
    if right.several:
        return False
    who = _all_in(left.who, left.several) and (right.lone or _all_in(right.who, right.singles))
    return who or (_all_in(left.whom, left.several) and (right.lone_whom or _all_in(right.whom, right.singles)))


def _all_in(keys: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether somebody is told by nouns alone, all of them among the given ones."""
    return bool(keys) and keys <= {f"={noun}" for noun in nouns}


def _nouns(clause: Clause) -> bool:
    return bool(clause.who) and all(key.startswith("=") for key in clause.who)


def _named(keys: frozenset[str], other: Clause, part: frozenset[str], said: Set[str]) -> frozenset[str]:
    """The keys, unless one of them stands among the words of the other side: a noun, or somebody who does not act there
    ("destroyed the Mill", "destroyed a Mill store").

    Where the other side names who takes that `part`, only what is `said` for it and those acted upon count ("hit the
    Mill", "a Mill truck hit Tarn").
    """
    named = bool(part) and all(not k.startswith("=") for k in part)
    takes = said | other.whom if named else other.bag.keys()
    told = any(k[1:] in other.bag if k.startswith("=") else k in takes and k not in other.who for k in keys)
    return frozenset() if told else keys


def _actors_apart(left: Clause, right: Clause, dice: int, enough: int) -> bool:
    alike = dice >= _TOLD_ALIKE
    mine = _named(left.who, right, right.who, right.bag.keys() if alike else right.named[0])
    theirs = _named(right.who, left, left.who, left.bag.keys() if alike else left.named[0])
    return _keys_clash(mine, theirs, dice, enough)


def _objects_clash(left: Clause, right: Clause, dice: int, enough: int) -> bool:
    alike = dice >= _TOLD_ALIKE
    mine = _named(left.whom, right, right.whom, right.bag.keys() if alike else right.named[1])
    theirs = _named(right.whom, left, left.whom, left.bag.keys() if alike else left.named[1])
    return not (_mutual(left, right) or _one_kind(left, right)) and _keys_clash(mine, theirs, dice, enough)


def _one_kind(left: Clause, right: Clause) -> bool:
    """Whether the noun for those whom an act befalls is among the words for them on the other side ("strikers" and
    "striking dockers"); neither side names anybody."""
    if any(not key.startswith("=") for key in (*left.whom, *right.whom)):
        return False
    mine, theirs = ([content_stems(p.name) for p in side.proposition.whom] for side in (left, right))
    return any(a and b and (a[-1] in b or b[-1] in a) for a in mine for b in theirs)


def _other_partners(left: Clause, right: Clause) -> bool:
    """Whether somebody meets or signs with others on the one side than on the other."""
    if not _mutual(left, right):
        return False
    mine, theirs = left.who | left.whom, right.who | right.whom
    return bool(mine - theirs) and bool(theirs - mine)


def _other_receiver(left: Clause, right: Clause) -> bool:
    """Whether something is handed to one actor of the story on one side and to another on the other, whatever it is."""
    if left.act != right.act or left.act not in word_set("acts", "handing"):
        return False
    mine, theirs = ({key for key in side.whom if not key.startswith("=")} for side in (left, right))
    return bool(mine) and bool(theirs) and not mine & theirs


def _other_target(left: Clause, right: Clause) -> bool:
    """Whether one thing goes to one actor of the story here and to another one there ("a pass to Vane", "… to Harl")."""
    if not left.whom & right.whom or _mutual(left, right):
        return False
    mine, theirs = left.whom - right.whom, right.whom - left.whom
    named = all(not key.startswith("=") for key in (*mine, *theirs))
    return bool(mine) and bool(theirs) and named


def _mutual(left: Clause, right: Clause) -> bool:
    return left.act == right.act and left.act in MUTUAL and _same_people(left, right)


def _keys_clash(left: frozenset[str], right: frozenset[str], dice: int, enough: int) -> bool:
    """Whether two sides name different people or things; a noun may be another word for somebody the other side names, and
    "people" may be anybody."""
    left, right = left - _ANYBODY, right - _ANYBODY
    if not left or not right or left & right:
        return False
    if all(not key.startswith("=") for key in (*left, *right)):
        return True
    return dice < enough


def _places_clash(left: Clause, right: Clause) -> bool:
    """Whether two places of one kind stand against each other; a town in a region is finer detail."""
    if left.set_in.keys() & right.aside or right.set_in.keys() & left.aside:
        return True
    if left.places.keys() & right.places.keys():
        return False
    return bool(set(left.set_in.values()) & set(right.set_in.values())) and not left.set_in.keys() & right.set_in.keys()


def _status_clash(left: Clause, right: Clause) -> bool:
    a, b = left.status, right.status
    if a == b or "unknown" in (a, b) or left.negative or right.negative:
        return False
    return not (a in _REAL and b in _REAL)


def _number_clash(left: Clause, right: Clause) -> bool:
    pairs = [(a, b) for a in left.numbers for b in right.numbers if _comparable(a, b)]
    meeting = {a.unit for a, b in pairs if _same_number(a, b)}
    return any(a.unit not in meeting for a, _ in pairs)


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and a.unit != ""


def _same_number(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are told as one; counts of people, and two floors, go by their floor ("at least nine" is not
    "14", "more than 200" is not "more than 300")."""
    if a.low is not None and b.low is not None and (a.unit in fates() or (a.high is None and b.high is None)):
        return a.low == b.low
    return ranges_meet(a, b)


def _kind_clash(left: Clause, right: Clause) -> bool:
    """Whether one clause has lunch where the other has dinner."""
    kinds = table("acts", "kinds")
    mine = {kinds[w]: w for w in left.bag if w in kinds}
    theirs = {kinds[w]: w for w in right.bag if w in kinds}
    return any(theirs[kind] != word for kind, word in mine.items() if kind in theirs)
