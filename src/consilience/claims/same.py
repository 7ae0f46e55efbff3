"""When two clauses say the same thing: rules in a fixed order, each with its reason in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from consilience.claims.clauses import Clause
from consilience.claims.joint import likely
from consilience.claims.pairs import Pair, Verdict, by_the_way, one_report, tolls
from consilience.claims.same_figure import SAME_FIGURE
from consilience.claims.same_news import SAME_NEWS
from consilience.claims.same_time import NARROW, SAME_TIME, actors, one_day, one_voice, others_act
from consilience.claims.stems import stem
from consilience.lexicons import word_set
from consilience.wording import fold

_ANYBODY = frozenset(("man", "person", "woman"))  # nouns of which a story has many
_SHORT = 9  # weight of words below which a clause says too little to be told in other words
_HALF = 500  # shared words from which what somebody thinks or wants is one thing
_LONG = 12  # weight of words from which most of them are one saying, whatever its act
_TELLING = 16  # letters from which a fragment of a quotation is no common phrase
_LOOSELY, _PLAIN, _VERY_NEAR = 350, 550, 700  # likeness beside all others: loosely near, near, very near
_NEARLY_ALL = 780  # likeness from which nearly all that sets two clauses apart from others is one
_WEIGHED = 600  # likeness from which all that is shared may be weighed together
_DATED = 400  # likeness from which one act on one day, or in one speaker's words, lies near
_SEVERAL = 4  # words that two clauses share from which they tell more than an act and its actor
_LITTLE = 260  # shared words of the shorter below which one act of one actor is all that two clauses share
_BARE = 5  # weight of an act and one noun
_NEAR_DEED = 500  # likeness beside all others from which one act of a named actor on one day is one deed
_NOUN = 3  # weight of a noun among the words of a clause
_TOLL = 3  # dead, hurt or moved people whose number alone shows that two reports count the same
_WEEKS = timedelta(days=21)


def _same(pair: Pair) -> Verdict | None:
    """The same claim: nearly the same words, or the same act by the same people and more."""
    evidence = pair.evidence
    if evidence.clashes or not alike(pair, pair.likeness) or (_trend(pair) and evidence.shared_words < 850):
        return None
    if one_report(pair) and evidence.shared_words < 700:
        return None
    return Verdict(None, None, evidence.points, _because(pair))


def _same_saying(pair: Pair) -> Verdict | None:
    """The same claim: one speaker's words in nearly the same words, or in two translations that share most of theirs."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if left.voice != right.voice or left.voice in ("", "?") or one_report(pair) or left.denied != right.denied:
        return None
    fragments = [a for a, b in ((left, right), (right, left)) if _fragment(a, b)]
    fragment = bool(fragments)
    cut_off = {"condition"} if any(not f.conditional for f in fragments) else set()  # what a fragment may have lost
    if {"negation", "condition", "number", "day", "way", "rank"} & set(evidence.clashes) - cut_off:
        return None
    least = 700 if evidence.same_act or min(left.size, right.size) >= _LONG else 780
    near = evidence.shared_words >= 850 or (evidence.shared_words >= least and min(left.size, right.size) >= _SHORT - 2)
    rendered = evidence.shared_words >= 550 and evidence.vectors >= 840 and min(left.size, right.size) >= 8
    whole = evidence.same_act and evidence.contained >= 900 and evidence.shared_words >= 700 and pair.near >= _PLAIN
    if not near and not rendered and not fragment and not whole:
        return None
    if others_act(pair) and not fragment:
        return None
    if fragment:
        return Verdict(None, None, evidence.points + 3, "the same speaker, words of one quotation")
    return Verdict(None, None, evidence.points, f"the same speaker, {evidence.shared_words // 10} % of the words")


def _same_deed(pair: Pair) -> Verdict | None:
    """The same claim: the same act in the same place, or by the same actor to the same actor or in nearly the same sense."""
    evidence = pair.evidence
    if evidence.clashes or one_report(pair) or not evidence.same_act or _trend(pair):
        return None
    if "place" in evidence.agreeing and evidence.vectors >= 600 and evidence.shared_words >= 250 and _placed(pair):
        return Verdict(None, None, evidence.points, _because(pair))
    if not evidence.same_who:
        return None
    told = bool(actors(pair.left.whom & pair.right.whom)) and evidence.vectors >= 600 and evidence.shared_words >= 300
    near = evidence.vectors >= 700 or (pair.near >= _NEAR_DEED and bool(actors(pair.left.who & pair.right.who)))
    dated = "day" in evidence.agreeing and near and evidence.shared_words >= 400
    if not told and not dated and not (evidence.vectors >= 800 and evidence.shared_words >= 400):
        return None
    return Verdict(None, None, evidence.points, _because(pair))


def _placed(pair: Pair) -> bool:
    """Whether more than act and place is one: people, day, number or speaker, or nearly all that sets both apart."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    people = (left.who | left.whom) & right.bag.keys() or (right.who | right.whom) & left.bag.keys()
    shared = people or evidence.same_who or evidence.same_whom or evidence.agreeing[1:] or one_voice(pair)
    return bool(shared) or pair.near >= _NEARLY_ALL


def _same_count(pair: Pair) -> Verdict | None:
    """The same claim: the same number of dead, hurt or detained, told of what happened."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"who", "whom"} or one_report(pair) or left.denied != right.denied:
        return None
    if left.old != right.old:
        return None
    mine, theirs = ({(unit, low if low is not None else high) for unit, low, high in tolls(c)} for c in (left, right))
    many = all((n or 0) >= _TOLL for _, n in mine)
    if not mine or mine != theirs or not (evidence.contained >= 500 or evidence.vectors >= 500 or many):
        return None
    return Verdict(None, None, evidence.points + 3, f"the same count ({next(iter(sorted(mine)))[0]})")


def _called_otherwise(pair: Pair) -> bool:
    """Whether somebody is named or called something, and no noun tells that it is the same on both sides."""
    left, right = pair.left, pair.right
    shared = any(weight >= _NOUN and right.bag.get(key) == weight for key, weight in left.bag.items())
    return left.act in word_set("acts", "calling") and not shared


def _bare_act(pair: Pair) -> bool:
    """Whether one side tells no more than an act and a noun ("when the fire broke out"), and the other one's time or number:
    of which such thing it is nothing tells."""
    small, large = sorted((pair.left, pair.right), key=lambda side: side.size)
    told = bool(large.days or large.numbers or large.hours) and not (small.days or small.numbers or small.places)
    return small.size <= _BARE and told and not actors((small.who | small.whom) & (large.who | large.whom))


def _trend(pair: Pair) -> bool:
    """Whether both tell that something rises or falls without one number or day: that may be any time and any amount."""
    trends = word_set("acts", "trends")
    needed = {"number"} if pair.left.numbers and pair.right.numbers else {"number", "day"}
    return pair.left.act in trends and pair.right.act in trends and not needed & set(pair.evidence.agreeing)


def alike(pair: Pair, likeness: int) -> bool:
    """Whether the evidence carries one claim, whatever clashes."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    small = min(left.size, right.size)
    if not _acts_meet(pair) or by_the_way(pair):
        return False
    if small < _SHORT or not (left.finite and right.finite):
        people = bool((left.who | left.whom) & (right.who | right.whom))
        told = evidence.keys >= 3 or (people and not _trend(pair)) or ("nobody" in left.bag and "nobody" in right.bag)
        return small >= 3 and evidence.shared_words >= 850 and told
    if evidence.shared_words >= 750:
        return True
    shape = evidence.same_act and (evidence.same_who or evidence.same_whom or "number" in evidence.agreeing)
    inside = evidence.contained * (8 if shape else 6) // 10
    blend = (6 * max(evidence.shared_words, inside) + 4 * max(0, evidence.vectors)) // 10
    if blend < likeness or evidence.points < 8:
        return False
    least = 650 if _dated_actor(pair) else 750
    return (evidence.same_act and (shape or evidence.shared_words >= 500)) or evidence.shared_words >= least


def _acts_meet(pair: Pair) -> bool:
    """Whether both tell one act, or such as say little beside their object, or lie near each other in this story; a headline
    without a verb tells only the act that its noun does."""
    light = word_set("acts", "light") | word_set("acts", "linking")
    if pair.left.verbless or pair.right.verbless:
        return pair.evidence.same_act
    return pair.evidence.soft_act or {pair.left.act, pair.right.act} <= light or pair.near >= _PLAIN


def _dated_actor(pair: Pair) -> bool:
    """Whether one actor stands in both on the same day."""
    people = (pair.left.who | pair.left.whom) & (pair.right.who | pair.right.whom)
    return "day" in pair.evidence.agreeing and bool(actors(people))


def _because(pair: Pair) -> str:
    evidence = pair.evidence
    reasons = []
    if evidence.same_act:
        reasons.append(f"the same act ({pair.left.act})")
    if evidence.same_who:
        reasons.append("the same actors")
    reasons += [f"the same {name}" for name in evidence.agreeing]
    reasons.append(f"{evidence.shared_words // 10} % of the words")
    return ", ".join(reasons)


def _fragment(short: Clause, long: Clause) -> bool:
    """Whether words within quotation marks of one clause stand in the other to the letter."""
    said = f" {' '.join(long.words)} "
    return any(f" {' '.join(marked)} " in said for marked in short.marked if len(" ".join(marked)) >= _TELLING)


def _same_word(pair: Pair) -> Verdict | None:
    """The same claim: one speaker tells the same act between the same two actors."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or one_report(pair) or not evidence.same_act or left.denied != right.denied:
        return None
    if left.voice != right.voice or left.voice in ("", "?") or evidence.vectors < 600:
        return None
    people = actors(left.who | left.whom) & actors(right.who | right.whom)
    if len(people - {left.voice}) < 2 or left.future != right.future:
        return None
    return Verdict(None, None, evidence.points, f"the same speaker, the same act ({left.act}), the same actors")


def _same_disowned(pair: Pair) -> Verdict | None:
    """The same claim: one speaker says that he did not do a thing, and all the words of the one stand in the other."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or one_report(pair) or not one_voice(pair) or not evidence.same_act:
        return None
    mine, theirs = (frozenset(map(stem, set(side.words) - word_set("acts", "pointing"))) for side in (left, right))
    short = min(mine, theirs, key=len)
    if not (left.negative and right.negative) or len(short) < _SEVERAL or not short <= mine & theirs:
        return None
    return Verdict(None, None, evidence.points, f"the same speaker did not ({left.act}), all the words of one")


def _same_plain(pair: Pair) -> Verdict | None:
    """The same claim: the same act by or upon the same one, in words that lie near each other in this story."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if set(evidence.clashes) - {"whom"} or one_report(pair) or not evidence.same_act or left.denied != right.denied:
        return None
    if left.old != right.old or not same_tense(left, right) or not _same_role(pair) or not _facts_meet(pair):
        return None
    both = left.whom and right.whom and left.act in word_set("acts", "handing")
    if (both or left.act in word_set("acts", "listing")) and not left.whom & right.whom:
        return None
    dated = one_day(pair) and evidence.contained >= 600
    if _called_otherwise(pair) or _bare_act(pair):
        return None
    if pair.near < (_DATED if dated else _PLAIN) or _placed_once(pair):
        return None
    if evidence.contained < _LITTLE and not dated:
        return None
    alike_whom = pair.near >= _VERY_NEAR and (evidence.shared_words >= _DATED or evidence.keys >= _SEVERAL)
    if "whom" in evidence.clashes and not (actors(left.who) & actors(right.who) and alike_whom):
        return None
    return Verdict(None, None, evidence.points, f"the same act ({left.act}) of the same, told much alike")


def _same_plan(pair: Pair) -> Verdict | None:
    """The same claim: that what is planned goes ahead, here in full and there by its noun alone ("the visit")."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    if evidence.clashes or one_report(pair) or not evidence.same_act or left.denied != right.denied:
        return None
    if not (left.future and right.future and _held(left) and _held(right)):
        return None
    if not (by_its_noun(left) or by_its_noun(right)):
        return None
    return Verdict(None, None, evidence.points, f"the plan ({left.act}) stands")


def by_its_noun(clause: Clause) -> bool:
    """Whether a plan is told by its noun and article alone, as one that is known ("the visit will go ahead")."""
    more = clause.days or clause.numbers or clause.places or actors(clause.who | clause.whom)
    return clause.future and _held(clause) and clause.words[:1] == ("the",) and clause.size <= _BARE + 1 and not more


def _held(clause: Clause) -> bool:
    """Whether a verb only says that what a noun names takes place."""
    return clause.bag.get(clause.act) == _NOUN and fold(clause.proposition.act) != clause.act


def _facts_meet(pair: Pair) -> bool:
    """Whether what one side dates or counts the other does too: of two acts without such facts either may be meant."""
    left, right, agreeing = pair.left, pair.right, pair.evidence.agreeing
    days = bool(left.days or right.days) and "day" not in agreeing
    numbers = bool(left.numbers or right.numbers) and "number" not in agreeing
    if left.voice == right.voice and left.voice not in ("", "?"):
        return not (days and left.days and right.days)
    return not ((days and not _recent(pair)) or (numbers and left.act in word_set("acts", "trends")))


def _placed_once(pair: Pair) -> bool:
    """Whether of two speakers only one sets the act in a place: the other may mean another place."""
    left, right = pair.left, pair.right
    spoken = left.voice not in ("", "?") and right.voice not in ("", "?") and left.voice != right.voice
    return spoken and bool(left.set_in) != bool(right.set_in)


def _recent(pair: Pair) -> bool:
    """Whether the only day that is given is one day or lies in the last weeks, and is no month or year long gone."""
    days = (*pair.left.days, *pair.right.days)
    told = pair.left.news or pair.right.news
    near = [m for m in days if (m.latest - m.earliest).days <= NARROW or (told and m.latest >= told.earliest - _WEEKS)]
    return not (pair.left.days and pair.right.days) and len(near) == len(days)


def _same_role(pair: Pair) -> bool:
    """Whether an actor takes part in both, or the same thing in what happened once, or in the words of one speaker."""
    left, right = pair.left, pair.right
    shared = (left.who | left.whom) & (right.who | right.whom)
    if not shared or _swapped(left, right):
        return False
    if actors(shared) or (left.voice == right.voice and left.voice not in ("", "?")):
        return left.act not in word_set("acts", "trends") or "number" in pair.evidence.agreeing
    if word_set("acts", "habits") & {*left.words, *right.words}:
        return False
    once = {left.status, right.status} == {"happened"} or left.negative or "day" in pair.evidence.agreeing
    return once and left.act not in word_set("acts", "trends") and _bare_noun(left, right)


def _swapped(left: Clause, right: Clause) -> bool:
    """Whether those who are in both act in one and are acted upon in the other, where somebody else acts."""
    alike = left.who & right.who or left.whom & right.whom
    return not alike and bool(left.who and right.who)


def same_tense(left: Clause, right: Clause) -> bool:
    """Whether both tell what happened, or both what lies ahead."""
    past = {left.status, right.status} <= {"happened", "ongoing"}
    return past or left.future == right.future


def _bare_noun(left: Clause, right: Clause) -> bool:
    """Whether the noun that both share is all the people there are on one side."""
    return (left.who | left.whom) <= (right.who | right.whom) or (right.who | right.whom) <= (left.who | left.whom)


def _same_rank(pair: Pair) -> Verdict | None:
    """The same claim: the same act of the same actor, called the first, the last or the only one on both sides."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    clashes = set(evidence.clashes) - {"whom", "place"}
    if clashes or one_report(pair) or not evidence.same_act or left.denied != right.denied:
        return None
    ranks = {key for key in left.bag if key in right.bag} & word_set("acts", "ranks")
    if not ranks or not actors(left.who) & actors(right.who) or pair.near < _LOOSELY:
        return None
    return Verdict(None, None, evidence.points + 1, f"the {min(ranks)} such act ({left.act}) of the same actors")


def _same_told(pair: Pair) -> Verdict | None:
    """The same claim: nothing speaks against it, and all that both share is weighed together by a learned head."""
    if one_report(pair) or not pair.evidence.soft_act or _trend(pair) or not _telling_act(pair):
        return None
    spoken = one_voice(pair) and pair.evidence.same_act and min(pair.near, pair.evidence.shared_words) >= _DATED
    if _called_otherwise(pair) or _nameless(pair.left) or _nameless(pair.right):
        return None
    if not (pair.near >= _WEIGHED or spoken or _same_parts(pair)) or not _facts_meet(pair) or not likely(pair):
        return None
    return Verdict(None, None, pair.evidence.points, _because(pair) + ", weighed together")


def _nameless(clause: Clause) -> bool:
    """Whether a clause names nobody but its speaker, and nothing ("he did not know who had sent it")."""
    named = actors(clause.who | clause.whom) - {clause.voice}
    return not named and max(clause.bag.values(), default=0) < _NOUN


def _same_parts(pair: Pair) -> bool:
    """Whether all parts that both sides fill are filled alike: who acts and upon whom, as
    many of whom, the one acted upon alone, who acts alone, or nobody on the same day."""
    left, right, evidence = pair.left, pair.right, pair.evidence
    counted = {(q.unit, q.low) for q in left.numbers} & {(q.unit, q.low) for q in right.numbers}
    if evidence.same_whom and (evidence.same_who or any(f"={unit}" in left.whom & right.whom for unit, _ in counted)):
        return bool(actors(left.whom & right.whom) or evidence.agreeing) or one_voice(pair) or pair.near >= _LOOSELY
    if actors(left.whom) & actors(right.whom):
        return not (left.proposition.who and right.proposition.who)
    told_apart = evidence.shared_words < _HALF and bool(left.lands) != bool(right.lands)
    same_one = (left.singles & right.singles) - (_ANYBODY if told_apart else frozenset())
    if same_one and not (left.who | right.who | left.whom | right.whom):
        return pair.near >= _LOOSELY
    if evidence.same_act and evidence.contained >= 800 and one_day(pair):
        return True
    alone = not left.whom and not right.whom and bool(actors(left.who) & actors(right.who))
    return alone and pair.near >= _LOOSELY


def _telling_act(pair: Pair) -> bool:
    """Whether the acts tell something by themselves; being, having and saying are true of much, giving of what is given."""
    plain = word_set("acts", "light") | word_set("acts", "listing") | word_set("cues", "speech_only")
    if pair.evidence.shared_words < _HALF:
        plain = plain | word_set("acts", "perceiving")
    if not (pair.evidence.same_who and pair.evidence.same_whom):
        plain = plain | word_set("acts", "handing")
    return not {pair.left.act, pair.right.act} & plain


SAME: tuple[Callable[[Pair], Verdict | None], ...] = (
    _same, _same_saying, _same_deed, _same_count, *SAME_TIME, _same_word, *SAME_FIGURE, _same_rank,
    _same_disowned, _same_plain, _same_plan, _same_told, *SAME_NEWS,
)  # fmt: skip
