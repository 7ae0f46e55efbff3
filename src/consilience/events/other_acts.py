"""Words beside a verb that make it another act than its rule: a guest who is received visits, support that is lent backs."""

from __future__ import annotations

from dataclasses import replace

from consilience.events.arguments import obliques
from consilience.events.charges import who_ordered
from consilience.events.ground import Ground, lemma_of, name_of, participant
from consilience.events.matching import Match
from consilience.events.rules import ActRule, verb_rules
from consilience.events.sides import side
from consilience.lexicons import word_set

_STORMED = ("attack", "storm")
_SITES = frozenset("bank branch building bus car embassy hotel house ministry office parliament shop store".split())
_CROWDS = frozenset({"anarchist", "demonstrator", "protester", "protestor", "rioter", "striker", "youth"})
_IN_KIND = frozenset(
    "air arms budget economic financial fire humanitarian logistic logistical material medical military technical".split()
)
_CRAFT = frozenset(
    "aircraft airliner boat bus car dhow freighter plane ship skiff supertanker tanker trawler truck vehicle "
    "vessel yacht".split()
)
_FIGHTS = frozenset(
    "ambush battle clash combat fight fighting firefight gunfight offensive raid shootout skirmish".split()
)
_KEEPERS = frozenset(
    "agent army authority commando force marine navy officer police policeman soldier troop warship".split()
)
_ARMED = frozenset({"COP", "CRM", "MIL", "REB", "SPY", "UAF"})
_HIJACKERS = frozenset({"hijacker", "pirate"})
_FIGHTERS = frozenset({"extremist", "insurgent", "militant", "rebel", "terrorist"})
_RIOTS = frozenset({"mayhem", "rampage", "riot", "rioter", "rioting"})
_OUTLAWS = frozenset(
    "bandit brigand criminal fugitive gangster gunman hijacker killer pirate raider robber smuggler suspect thief".split()
)
_HOMES = frozenset(
    {
        "capital",
        "country",
        "estate",
        "home",
        "house",
        "mansion",
        "office",
        "palace",
        "ranch",
        "residence",
        "resort",
        "summit",
        "talks",
    }
)


def as_other(ground: Ground, at: int, found: Match) -> Match:
    """The match by the rule of the act that the words beside it tell; anything else as it is."""
    found = _as_backing(ground, _as_visit(ground, at, found))
    found = _as_retort(ground, at, _as_hack(ground, found))
    found = _as_hijacking(ground, _as_arrest(ground, at, _as_ordered(ground, at, found)))
    return _as_riot(ground, at, found)


def _as_hack(ground: Ground, found: Match) -> Match:
    """ "Launched a cyber attack on the ministry"."""
    before = {ground.parse.tokens[k].word.lower() for i in found.used for k in ground.parse.kids[i]}
    attack = found.rule.name in ("an attack", "launch an attack")
    return replace(found, rule=_rule("hack", "hack")) if attack and before & {"cyber", "hacking"} else found


def _as_retort(ground: Ground, at: int, found: Match) -> Match:
    """ "The mayors fired back at Carl Marr over the plan": people by name who hold no arms fire words."""
    near = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[at]}
    if found.rule.name not in ("fire at", "fire on somebody") or "back" not in near or not found.actors:
        return found
    sides = (*found.actors, *found.recipients)
    people = [participant(ground, i) for i in sides]
    named = all(p.entity is not None and ground.entities[p.entity].type == "person" for p in people)
    return (
        found
        if not named or any(_ARMED & set(p.sectors) for p in people)
        else replace(found, rule=_rule("hit", "hit back"))
    )


def _as_ordered(ground: Ground, at: int, found: Match) -> Match:
    """ "The judge ordered him held": the court acts."""
    judge = who_ordered(ground, at)
    return replace(found, actors=(judge,)) if judge is not None and not found.actors else found


def _as_arrest(ground: Ground, at: int, found: Match) -> Match:
    """ "The navy captured pirates", "captured two boats": people are arrested and things seized, unless there is a fight."""
    if found.rule.name != "attack" or lemma_of(ground.parse.tokens[at]) != "capture" or not found.recipients:
        return found
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    if any(lemma_of(ground.parse.tokens[i]) in _FIGHTS for i in range(first, last)):
        return found
    taken = {lemma_of(ground.parse.tokens[_of_whom(ground, i)]) for i in found.recipients}
    if taken <= _CRAFT:
        return replace(found, rule=_rule("seize", "seize"))
    by_force = any({"COP", "GOV", "MIL", "SPY"} & set(participant(ground, i).sectors) for i in found.actors)
    called = {w for i in found.actors for w in side(ground, i).name.lower().split()}
    by_force = by_force or bool({*called, *(lemma_of(ground.parse.tokens[i]) for i in found.actors)} & _KEEPERS)
    outlaws = taken <= _OUTLAWS or any("CRM" in participant(ground, i).sectors for i in found.recipients)
    return replace(found, rule=_rule("arrest", "arrest")) if by_force and outlaws else found


def _of_whom(ground: Ground, index: int) -> int:
    """The people of whom some are counted ("23 of the raiders")."""
    if ground.parse.tokens[index].pos != "NUM":
        return index
    return next((k for case, k in obliques(ground.parse, index) if case == "of"), index)


def _as_hijacking(ground: Ground, found: Match) -> Match:
    """ "Pirates seized the tanker": outlaws hijack what an authority would seize."""
    if found.rule.name != "seize" or not found.actors or not found.recipients:
        return found
    takers = {lemma_of(ground.parse.tokens[_of_whom(ground, i)]) for i in found.actors}
    taken = {lemma_of(ground.parse.tokens[i]) for i in found.recipients}
    hijacked = takers <= _HIJACKERS or (takers <= _OUTLAWS | _FIGHTERS and taken <= _CRAFT)
    return replace(found, rule=_rule("hijack", "abduct")) if hijacked else found


def _as_riot(ground: Ground, at: int, found: Match) -> Match:
    """ "Protesters attacked banks": things, not people, are what a protest turns on."""
    if found.rule.name in ("lash out", "trash somebody") and _in_a_riot(ground, at, found):
        return replace(found, rule=_rule("riot", "riot"))
    if found.rule.type != "ASSAULT" or not found.recipients:
        return found
    if found.rule.name == "destroy" and _on_a_march(ground, at, found):
        return replace(found, rule=_rule("riot", "riot"))
    if lemma_of(ground.parse.tokens[at]) not in _STORMED:
        return found
    crowd = {lemma_of(ground.parse.tokens[i]) for i in found.actors if not _are_young(ground, i)}
    things = {lemma_of(ground.parse.tokens[i]) for i in found.recipients} <= _SITES | word_set(
        "places", "facility_words"
    )
    riots = bool(found.actors) and crowd <= _CROWDS and things
    return replace(found, rule=_rule("riot", "riot")) if riots else found


def _in_a_riot(ground: Ground, at: int, found: Match) -> bool:
    """ "Protesters trashed a shop", "the march became a riot after youths lashed out at officers"."""
    first, last = ground.parse.sentences[ground.parse.sentence_of[at]].tokens
    words = {lemma_of(ground.parse.tokens[i]) for i in range(first, last)}
    crowd = any(lemma_of(ground.parse.tokens[i]) in _CROWDS or _are_young(ground, i) for i in found.actors)
    return crowd and (found.rule.name == "trash somebody" or bool(words & _RIOTS))


def _are_young(ground: Ground, index: int) -> bool:
    """ "Young people"."""
    people = lemma_of(ground.parse.tokens[index]) in ("people", "person")
    return people and any(ground.parse.tokens[k].word.lower() == "young" for k in ground.parse.kids[index])


def _on_a_march(ground: Ground, at: int, found: Match) -> bool:
    """ "Thousands marched, destroying shops"."""
    crowd = {lemma_of(ground.parse.tokens[i]) for i in found.actors} <= _CROWDS | {
        "dozen",
        "hundred",
        "people",
        "person",
        "thousand",
    }
    over = ground.parse.tokens[at].head
    marched = over >= 0 and lemma_of(ground.parse.tokens[over]) in (
        "demonstrate",
        "march",
        "protest",
        "rampage",
        "riot",
    )
    return crowd and bool(found.actors) and marched


def _as_backing(ground: Ground, found: Match) -> Match:
    """ "Lent their support to the candidates" backs them; "gave military support" is aid."""
    noun = found.used[-1]
    if found.rule.name not in ("give aid", "voice support") or lemma_of(ground.parse.tokens[noun]) != "support":
        return found
    in_kind = {ground.parse.tokens[k].lemma.lower() for k in ground.parse.kids[noun]} & _IN_KIND
    verb = lemma_of(ground.parse.tokens[found.used[0]])
    if found.rule.name == "give aid":
        return found if in_kind else replace(found, rule=_rule("express", "voice support"))
    given = in_kind and verb == "give" and found.recipients
    return replace(found, rule=_rule("give", "give aid")) if given else found


def _rule(verb: str, name: str) -> ActRule:
    return next(rule for rule in verb_rules()[verb] if rule.name == name)


def _as_visit(ground: Ground, at: int, found: Match) -> Match:
    """ "Welcomed the premier to his estate": guest and host."""
    if found.rule.name != "praise or back" or lemma_of(ground.parse.tokens[at]) != "welcome":
        return found
    guests = tuple(i for i in found.recipients if _is_called(ground, i))
    if not guests or not any(_is_home(ground, case, k) for case, k in obliques(ground.parse, at)):
        return found
    return replace(found, rule=_rule("receive", "receive somebody"), actors=guests, recipients=found.actors)


def _is_called(ground: Ground, index: int) -> bool:
    """Whether a guest is told by name."""
    name = name_of(ground, index)
    return name is not None and name.type == "PERSON"


def _is_home(ground: Ground, case: str, index: int) -> bool:
    name, lemma = name_of(ground, index), lemma_of(ground.parse.tokens[index])
    placed = name is not None and name.type == "LOC"
    return case in ("at", "for", "in", "to") and (placed or lemma in _HOMES | word_set("places", "facility_words"))
