"""Verbs that small words make other verbs: "shell out", "band together", "shot to fame", "demanded to know"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from consilience.events.arguments import obliques
from consilience.events.ground import Ground, lemma_of, name_of
from consilience.events.matching import Match
from consilience.parses import kid

_AWAY = frozenset({"away", "off", "out", "together"})
_TORN = frozenset({"apart", "into", "off", "through", "up"})
_SHREDS = frozenset({"to shred", "to shreds"})
_FAME = frozenset({"to fame", "to prominence", "to stardom"})
_SELVES = frozenset({"with herself", "with himself", "with itself", "with themselves"})
_LEFT = frozenset({"college", "debate", "eye", "moderator", "school", "spotlight", "university"})
_DRUGS = frozenset({"addiction", "alcohol", "drug", "opioid"})
_BORNE_OUT = frozenset("account allegation assertion claim conclusion finding story testimony theory version".split())
_KEEPERS = ("authority", "court", "government", "officer", "official", "police", "prosecutor")


def is_another_word(ground: Ground, at: int, found: Match) -> bool:
    """Whether the small words on a verb make it another verb than that of its rule."""
    check = _CHECKS.get(found.rule.name)
    return check is not None and check(ground, at, found)


def _near(ground: Ground, at: int) -> set[str]:
    return {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]}


def _phrases(ground: Ground, at: int) -> set[str]:
    """The phrases on a verb with their prepositions ("to fame")."""
    return {f"{case} {lemma_of(ground.parse.tokens[k])}" for case, k in obliques(ground.parse, at)}


def _sentence(ground: Ground, at: int) -> set[str]:
    sentence = ground.parse.sentences[ground.parse.sentence_of[at]]
    return {lemma_of(ground.parse.tokens[i]) for i in range(*sentence.tokens)}


def _is_torn(ground: Ground, at: int) -> bool:
    phrases = _phrases(ground, at)
    cases = {phrase.split()[0] for phrase in phrases}
    return bool((cases | _near(ground, at)) & _TORN or phrases & _SHREDS)


def _condemn(ground: Ground, at: int, found: Match) -> bool:
    lemma = lemma_of(ground.parse.tokens[at])
    sentenced = lemma == "condemn" and any(case == "to" for case, _ in obliques(ground.parse, at))
    torn = lemma in ("blast", "rip", "savage", "slam") and _is_torn(ground, at)
    return sentenced or torn or _goes_away(ground, at, found)


def _goes_away(ground: Ground, at: int, found: Match) -> bool:
    return bool(_near(ground, at) & _AWAY)


def _shoot(ground: Ground, at: int, found: Match) -> bool:
    return not found.recipients and bool(_phrases(ground, at) & _FAME)


def _hand_over(ground: Ground, at: int, found: Match) -> bool:
    """Captives go from one keeper to the next: nobody is let go."""
    return bool(_phrases(ground, at) & {f"to {whom}" for whom in _KEEPERS})


def _meet(ground: Ground, at: int, found: Match) -> bool:
    """ "Met with disaster"; "had never met her": who does not know whom."""
    over = ground.parse.tokens[at].head
    chance = (
        over >= 0
        and ground.parse.tokens[at].tag == "VB"
        and lemma_of(ground.parse.tokens[over]) in ("chance", "happen")
    )
    return chance or "never" in _near(ground, at) or bool(_phrases(ground, at) & _SELVES)


def _ammunition(ground: Ground, at: int, found: Match) -> bool:
    given = any(lemma_of(ground.parse.tokens[i]) == "ammunition" for i in found.used)
    return given and lemma_of(ground.parse.tokens[at]) == "give"


def _band(ground: Ground, at: int, found: Match) -> bool:
    return ground.parse.tokens[at].word.lower().startswith("band")


def _demand(ground: Ground, at: int, found: Match) -> bool:
    known = kid(ground.parse, at, "xcomp")
    asked = known is not None and lemma_of(ground.parse.tokens[known]) in ("hear", "know", "see")
    return lemma_of(ground.parse.tokens[at]) == "demand" and asked


def _drop_out(ground: Ground, at: int, found: Match) -> bool:
    return bool(_sentence(ground, at) & _LEFT)


def _back_down(ground: Ground, at: int, found: Match) -> bool:
    return not {t.word.lower() for t in ground.parse.tokens[at + 1 : at + 2]} & {"down", "in"}


def _stand_down(ground: Ground, at: int, found: Match) -> bool:
    """Forces that stand down do not resign."""
    names = (name_of(ground, i) for i in found.actors)
    stands = lemma_of(ground.parse.tokens[at]) == "stand"
    return stands and not any(name is not None and name.type == "PERSON" for name in names)


def _telephone(ground: Ground, at: int, found: Match) -> bool:
    return not found.recipients and len(found.actors) < 2


def _commit(ground: Ground, at: int, found: Match) -> bool:
    thing, act = kid(ground.parse, at, "obj"), kid(ground.parse, at, "xcomp")
    return lemma_of(ground.parse.tokens[at]) == "commit" and thing is not None and act is None


def _retreat(ground: Ground, at: int, found: Match) -> bool:
    return bool(_sentence(ground, at) & _DRUGS)


def _prices(ground: Ground, at: int, found: Match) -> bool:
    """ "Charged the campaign for rent", "charging pupils $30,000": a price."""
    if lemma_of(ground.parse.tokens[at]) != "charge":
        return False
    objects = {lemma_of(ground.parse.tokens[k]) for k in ground.parse.kids[at] if k > at}
    things = {lemma_of(ground.parse.tokens[j]) for k in ground.parse.kids[at] if k > at for j in ground.parse.kids[k]}
    money = objects | (things if kid(ground.parse, at, "obj") is not None else set())
    priced = {"$", "£", "€", "fare", "fee", "interest", "percent", "premium", "price", "rent", "tuition"}
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    paid = any(lemma_of(ground.parse.tokens[i]) in ("afford", "pay") for i in range(first, last))
    if paid and found.recipients and all(ground.parse.tokens[i].tag == "PRP" for i in found.recipients):
        return True
    clause = kid(ground.parse, at, "advcl", "xcomp") is not None
    return bool(money & priced) and not clause and "with" not in {case for case, _ in obliques(ground.parse, at)}


def _back(ground: Ground, at: int, found: Match) -> bool:
    """ "Her account was supported by two aides": what is told is borne out."""
    thing = kid(ground.parse, at, "obj", "nsubj:pass")
    told = thing is not None and lemma_of(ground.parse.tokens[thing]) in _BORNE_OUT
    return told and lemma_of(ground.parse.tokens[at]) in ("back", "support")


def _accuse(ground: Ground, at: int, found: Match) -> bool:
    """ "Cannot fault her": nobody is blamed."""
    modal = _near(ground, at) & {"ca", "can", "could"}
    return bool(modal) and lemma_of(ground.parse.tokens[at]) in ("blame", "fault")


_CHECKS: Mapping[str, Callable[[Ground, int, Match], bool]] = MappingProxyType({
    "accuse": _accuse, "agree or promise": _commit, "back down": _back_down, "ban": _band, "beat up": _goes_away,
    "condemn": _condemn, "demand": _demand, "drop out": _drop_out, "give aid": _ammunition,
    "hand over or give back": _hand_over, "investigate": _prices, "meet": _meet, "praise or back": _back, "retreat": _retreat,
    "shell": _goes_away, "shoot": _shoot, "step down": _stand_down, "strike": _goes_away, "telephone": _telephone,
})  # fmt: skip
