"""Whether two numbers are told of one fact and differ: the same act on the same thing, at one time, in one place."""

from __future__ import annotations

import calendar
from collections.abc import Mapping

from consilience.lexicons import table, word_set
from consilience.rarity import rarity
from consilience.reconcile.two_numbers import changing, counted, vague, value
from consilience.reconcile.valued import Valued
from consilience.wording import cosine, words

_ALIKE, _VERY = 330, 510  # per mille of weighed words that two clauses share where they may be, and surely are, one
_WIDELY, _WHOLLY = 150, 430  # the same of the sentences around them
_TWICE = 400  # the same of the sentences around what one actor does
_LOOSELY = 250  # the same of clauses that measure one thing in one act at one time
_WORDS = 4  # words that two sums over several happenings share
_MARCH = 200  # per mille of weighed words that two clauses share which tell of people who come together on one day
_MANY, _COPIED = 4, 900  # words, and per mille of them, that a sentence shares with one that gives another number
_NEARLY, _MOSTLY = 700, 600  # per mille that clauses and sentences share in which a pronoun stands for the same one
_NEAR, _ROUGHLY = 600, 100  # likeness of clauses, of a measure or rough count; per mille that sentences share then
_TWO, _NOUN = 2, 250  # words that must be common, and the rarity from which a counted noun is one of them
_RARE, _THREE, _BESIDE = 400, 3, 450  # weight and number of words next to two numbers, and per mille that they share
_SELDOM = 550  # rarity from which a counted thing is one that news seldom counts
_UNUSUAL = 400  # rarity of what is counted once
_CLOSELY, _HURT = 550, 390  # likeness of clauses that count such a thing, and of those that give a toll
_DEADLY, _LIKE, _MEANT = (
    20,
    120,
    450,
)  # dead, per cent of each other, and likeness from which two tolls are one attack's
_WEEKDAYS = frozenset(name.casefold() for name in calendar.day_name)
_WEEK, _MONTH = 7, 31  # days of the longest time by which a delay, and a toll, is dated


def one_fact(left: Valued, right: Valued) -> bool:
    """Whether two numbers in one unit are surely told of one thing."""
    near, around = shared(left.near, right.near), shared(left.around, right.around)
    if _fits(left, right) and (_next_to_same(left, right) or _same_sentence(left, right, near, around)):
        return True
    if not _acts(left, right) or left.unsure or right.unsure or apart(left, right) or left.late != right.late:
        return False
    if left.private and right.private:
        return bool(left.named & right.named) or not (left.named and right.named)
    if _one_kind(left, right) or (_only_kind(left, right) and near >= _MARCH and around >= _MARCH):
        return True
    if (left.summed or right.summed) and left.quantity.unit != "%":
        return _one_sum(left, right, near, around)
    rough = _rough_beside_exact(left, right) and around >= _ROUGHLY
    if rough or _only_counts(left, right) or _one_attack(left, right, around):
        return True
    if left.late:
        return _one_delay(left, right)
    filled = left.filled if _lasts(left) else ""
    if _only_ones(left, right, around) or (filled and filled == right.filled and around >= _WIDELY * 4 // 3):
        return True
    almost = left.act == right.act and near >= _NEARLY and around >= _MOSTLY
    if not _told_enough(left, right) or (_lasts(left) and not left.thing & right.thing and not almost):
        return False
    return (
        _same_measure(left, right, near, around) if changing(left.quantity) else _same_count(left, right, near, around)
    )


def _next_to_same(left: Valued, right: Valued) -> bool:
    """Whether the same rare names stand next to two sums of money ("$540 at the Lake Orlo Spa")."""
    if not left.quantity.unit.isupper():
        return False
    rare = [word for word, weight in left.beside.items() if word in right.beside and weight >= _RARE]
    return len(rare) >= _THREE and shared(left.beside, right.beside) >= _BESIDE


def _same_sentence(left: Valued, right: Valued, near: int, around: int) -> bool:
    """Whether two numbers are all that differs between two sentences, so that one name may be read as two people."""
    days = not left.days or not right.days or left.days == right.days
    told = len(left.around.keys() & right.around.keys()) >= _MANY
    return bool(left.act) and left.act == right.act and days and told and min(near, around) >= _COPIED


def _only_ones(left: Valued, right: Valued, around: int) -> bool:
    """Whether two sentences, each with one sum of money, share most of their rare words."""
    rare = [word for word, weight in left.around.items() if word in right.around and weight >= _RARE]
    return left.alone and right.alone and left.quantity.unit.isupper() and len(rare) > _THREE and around >= _BESIDE


def _same_count(left: Valued, right: Valued, near: int, around: int) -> bool:
    """Whether two counts are of one thing: by act and words, by a gathering, or since nothing else is counted so."""
    if left.act == right.act or _tolls(left, right):
        if left.who & right.who and left.alone and right.alone and near >= _LOOSELY and around >= _TWICE:
            return True
        alike = near >= _ALIKE or (near >= _LOOSELY and _one_toll(left, right))
        return (alike and around >= _WIDELY) or (near >= _MARCH and _one_gathering(left, right))
    if _one_gathering(left, right):
        return around >= _WIDELY * 3 // 2
    if _only_such(left, right):
        return near >= _ALIKE and around >= _LOOSELY
    return bool(left.thing & right.thing) and (near >= _VERY or (near >= _ALIKE and around >= _WIDELY * 2))


def _acts(left: Valued, right: Valued) -> bool:
    """Whether both stand in a clause that tells an act; what befell people is one, whatever the words around it."""
    return bool(left.act and right.act) or _tolls(left, right)


def _tolls(left: Valued, right: Valued) -> bool:
    """Whether both count people by one thing that befell them."""
    return left.quantity.unit == right.quantity.unit and left.quantity.unit in table("units", "fates").values()


def _befell(one: Valued) -> str | None:
    """What befell the people who are counted, by what is counted or by the act."""
    fates = table("units", "fates")
    return one.quantity.unit if one.quantity.unit in fates.values() else fates.get(one.act)


def _rough_beside_exact(left: Valued, right: Valued) -> bool:
    """Whether one is an order of size and the other a number of one thing, in clauses that lie near each other."""
    money = left.quantity.unit.isupper()
    free = (changing(left.quantity) and not money) or _lasts(left) or vague(left.quantity) == vague(right.quantity)
    free = free or _befell(left) != _befell(right)
    return not free and bool(left.vector and right.vector) and cosine(left.vector, right.vector) >= _NEAR


def _one_sum(left: Valued, right: Valued, near: int, around: int) -> bool:
    """Whether two numbers, of which one at least sums up several happenings, are surely of one thing."""
    if vague(left.quantity) != vague(right.quantity):
        return False
    if left.summed != right.summed:
        many = len(left.near.keys() & right.near.keys()) >= _WORDS
        return many and near >= _VERY and around >= _WHOLLY
    if changing(left.quantity):
        return _same_measure(left, right, near, around)
    return _told_enough(left, right) and _same_count(left, right, near, around)


def _lasts(one: Valued) -> bool:
    return one.quantity.unit in word_set("values", "lengths")


def apart(left: Valued, right: Valued) -> bool:
    """Whether something says that two numbers belong to two things: another day, place or actor, or a part of another."""
    if not _fits(left, right):
        return True
    units = {unit for unit, _ in left.over} & {unit for unit, _ in right.over}
    if units and not left.over & right.over:
        return True
    if left.joint != right.joint and not _one_length(left, right):
        return True
    days = any(a.earliest <= b.latest and b.earliest <= a.latest for a in left.days for b in right.days)
    if left.days and right.days and not days and not _one_span(left, right):
        return True
    if left.places and right.places and not _meet(left.places, right.places):
        return True
    weekdays = [{w for told in one.times for w in words(told)} & _WEEKDAYS for one in (left, right)]
    if all(weekdays) and not weekdays[0] & weekdays[1]:
        return True
    return bool(left.who and right.who and not left.who & right.who) and not _one_but_for(left, right)


def _one_but_for(left: Valued, right: Valued) -> bool:
    """Whether two sentences are one, but for whom a pronoun is taken to stand: then the same one is meant."""
    alike = shared(left.near, right.near), shared(left.around, right.around)
    return (left.pronoun or right.pronoun) and left.act == right.act and alike[0] >= _NEARLY and alike[1] >= _MOSTLY


def _one_span(left: Valued, right: Valued) -> bool:
    """Whether both sentences name one stretch of time with a number ("the next 12 months"), whatever other day they name."""
    return any(any(c.isdigit() for c in told) and " " in told for told in left.times & right.times)


def _told_enough(left: Valued, right: Valued) -> bool:
    """Whether more than one word of content says that two numbers are of one thing; what is counted may be one."""
    common = (left.near.keys() & right.near.keys()) | (left.thing & right.thing)
    counts = not changing(left.quantity) and not _lasts(left)
    own = counts and rarity(left.quantity.unit) >= _NOUN and left.quantity.unit not in table("units", "fates").values()
    return len(common) + own >= _TWO or _one_gathering(left, right)


def _fits(left: Valued, right: Valued) -> bool:
    """Whether two numbers are given in one way: neither a part, both "from" or "to", both as the sum or as it is turned."""
    ways = left.way == right.way or (not (left.way and right.way) and "began" not in (left.way, right.way))
    return ways and not left.partial and not right.partial and left.turned == right.turned and left.late == right.late


def _one_length(left: Valued, right: Valued) -> bool:
    """Whether both tell how long or how late it was: two who meet and one who meets another are told of one meeting."""
    return _lasts(left) and left.late == right.late


def _meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of places share one, by name or by a word of a name ("Ostland's Tarn", "the Tarn district")."""
    listed = [{w.removesuffix("'s") for name in names for w in words(name)} for names in (left, right)]
    return bool(left & right or (listed[0] & listed[1]) - word_set("values", "grounds"))


def _one_toll(left: Valued, right: Valued) -> bool:
    """Whether both count what befell people, and both name one place of it."""
    told = table("units", "fates").values()
    return left.quantity.unit in told and bool(left.places and right.places)


def _only_such(left: Valued, right: Valued) -> bool:
    """Whether both count a thing that news seldom counts (billboards, and not people or days)."""
    unit = left.quantity.unit
    return rarity(unit) >= _SELDOM and unit not in table("units", "fates").values() and unit.isalpha()


def _only_kind(left: Valued, right: Valued) -> bool:
    """Whether a kind of thing ("ladder trucks") is counted in both, and each report counts nothing else so."""
    free = changing(left.quantity) or _lasts(left) or left.quantity.unit in table("units", "fates").values()
    return not free and left.sole and right.sole and bool(left.kinds & right.kinds)


def _one_kind(left: Valued, right: Valued) -> bool:
    """Whether both count things of one kind by two words or more, in one act ("charged several customs officers")."""
    return _only_kind(left, right) and left.act == right.act and len(left.kinds & right.kinds) >= _TWO


def _only_counts(left: Valued, right: Valued) -> bool:
    """Whether two reports count what befell people, or what news seldom counts, once each, in clauses near each other."""
    alike = cosine(left.vector, right.vector) if left.vector and right.vector else 0
    if _tolls(left, right):
        many = len(left.near.keys() & right.near.keys()) >= _TWO or _about_as_many(left, right)
        known = (many and shared(left.near, right.near) >= _VERY) or (left.lone and right.lone)
        past = _long_time(left, right, _MONTH) and max(len(left.times), len(right.times)) == 1
        return known and alike >= _HURT and not past
    meant = (not left.who and not right.who) or bool(left.who & right.who)
    both = counted_once(left) and counted_once(right) and _befell(left) == _befell(right)
    near = alike >= _MEANT or not (left.vector and right.vector)
    return both and meant and (alike >= _CLOSELY or (near and shared(left.around, right.around) >= _MARCH))


def counted_once(one: Valued) -> bool:
    """Whether a report counts once what news seldom counts (billboards, and not people or days), or gives one toll."""
    unit = one.quantity.unit
    if unit in table("units", "fates").values():
        return one.lone
    free = changing(one.quantity) or _lasts(one) or one.pronoun or counted(one.quantity) == "person"
    return not free and unit.isalpha() and one.sole and rarity(unit) >= _UNUSUAL


def _one_delay(left: Valued, right: Valued) -> bool:
    """Whether two delays are of one person or thing, and none is dated by more than a week ("last month")."""
    thing = (left.thing & right.thing) - word_set("values", "delays")
    return not _long_time(left, right, _WEEK) and (bool(left.who & right.who or thing) or _one_arrival(left, right))


def _long_time(left: Valued, right: Valued, longest: int) -> bool:
    """Whether one sentence alone names a time of more than so many days: it tells of another happening."""
    return any((m.latest - m.earliest).days > longest for m in {*left.days} ^ {*right.days})


def _one_arrival(left: Valued, right: Valued) -> bool:
    """Whether both tell how late somebody arrived, who is named in one and "he" or "the leader" in the other."""
    arrivals = word_set("values", "arriving")
    return {left.act, right.act} <= arrivals and not (left.thing | right.thing) & word_set("acts", "deeds")


def _one_attack(left: Valued, right: Valued, around: int) -> bool:
    """Whether two tolls are of one attack: many dead, about as many in both, and clauses and sentences near each other."""
    if not _tolls(left, right) or left.summed or right.summed or not left.vector or not right.vector:
        return False
    alike = cosine(left.vector, right.vector) >= _MEANT and _about_as_many(left, right)
    rare = (w for w, weight in left.around.items() if w in right.around and w != left.act and weight >= _RARE)
    return alike and around >= _WIDELY and any(rare)


def _about_as_many(left: Valued, right: Valued) -> bool:
    """Whether two tolls are high and close to each other."""
    low, high = sorted((value(left.quantity) or 0, value(right.quantity) or 0))
    return low >= _DEADLY and 100 * high <= _LIKE * low


def _one_gathering(left: Valued, right: Valued) -> bool:
    """Whether both count people who come together at one time ("2,500 protested on Sunday", "1,500 marched on Sunday")."""
    together = word_set("values", "gathering")
    return left.act in together and right.act in together and bool(left.times & right.times)


def _same_measure(left: Valued, right: Valued, near: int, around: int) -> bool:
    """Whether two measures are of one thing at one time."""
    if _one_measure(left, right) and around >= _WIDELY:
        return True
    common = (left.thing & right.thing) - word_set("values", "scales")
    if not common and len((left.near.keys() & right.near.keys()) - word_set("values", "scales")) < _TWO:
        return False
    if not left.thing & right.thing or (left.times != right.times and not left.times & right.times):
        return False
    if left.act == right.act and left.times:
        return near >= _LOOSELY and around >= _WIDELY
    ended = left.way == right.way != "" and bool(left.vector and right.vector)  # where one change ended
    if ended and cosine(left.vector, right.vector) >= _NEAR and near >= _LOOSELY:
        return True
    return (near >= _VERY and around >= _WIDELY) or (near >= _ALIKE and around >= _WIDELY * 2)


def _one_measure(left: Valued, right: Valued) -> bool:
    """Whether both tell what a measure with a name of three words is ("the bank lending rate"), at one time or none."""
    heads, times = (left.measure[:1], right.measure[:1]), left.times == right.times or bool(left.times & right.times)
    named = len(set(left.measure) & set(right.measure)) >= _THREE and heads[0] == heads[1]
    return named and times and not left.planned and not right.planned


def shared(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Per mille of the weight of two bags of words that stands in both."""
    common = sum(2 * weight for key, weight in left.items() if key in right)
    return 1000 * common // max(1, sum(left.values()) + sum(right.values()))
