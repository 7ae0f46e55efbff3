"""Act nouns that take place by themselves, nobody named: "the attack killed 12 people", "the talks were called off"."""

from __future__ import annotations

from consilience.events.arguments import arguments
from consilience.events.ground import Ground, is_somebody, lemma_of, members
from consilience.events.owners import owners
from consilience.events.rules import ActRule
from consilience.events.undone import phrase_at
from consilience.lexicons import word_set
from consilience.parses import kid

_TYPES = ("ASSAULT", "CONSULT", "PROTEST", "RETREAT")
_GOING_ON = frozenset({"be", "go", "happen", "materialise", "materialize", "occur", "remain"})
_HARMING = ("injure", "kill", "wound")


def takes_place(ground: Ground, noun: int, rule: ActRule) -> bool:
    """Whether the noun is the subject of a verb that says it takes place, lies ahead or was given up."""
    token = ground.parse.tokens[noun]
    if rule.type not in _TYPES or token.relation not in ("nsubj", "nsubj:pass") or token.head < 0:
        return False
    lemma, phrase = lemma_of(ground.parse.tokens[token.head]), phrase_at(ground.parse, token.head)
    if lemma in _HARMING:
        return rule.type == "ASSAULT" and token.relation == "nsubj"
    told = word_set("plover", "occurring") | word_set("plover", "calling_off") | word_set("plover", "foiling")
    return phrase in told or (lemma in told and phrase == lemma) or _takes_its_place(ground, token.head)


def _takes_its_place(ground: Ground, verb: int) -> bool:
    thing = kid(ground.parse, verb, "obj")
    return (
        lemma_of(ground.parse.tokens[verb]) == "take"
        and thing is not None
        and lemma_of(ground.parse.tokens[thing]) == "place"
    )


def harmed(ground: Ground, noun: int) -> tuple[int, ...]:
    """Whom the act killed or wounded."""
    verb = ground.parse.tokens[noun].head
    if verb < 0 or lemma_of(ground.parse.tokens[verb]) not in _HARMING or ground.parse.tokens[noun].relation != "nsubj":
        return ()
    things = (
        k for o in ground.parse.kids[verb] if ground.parse.tokens[o].relation == "obj" for k in members(ground, o)
    )
    return tuple(k for k in things if is_somebody(ground, k))


def undergone(
    ground: Ground, noun: int, rule: ActRule, actors: tuple[int, ...], recipients: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Both sides where the verb says who undergoes the act: "she received an endorsement from the union"."""
    token = ground.parse.tokens[noun]
    acts_on = rule.to and rule.type not in ("CONSULT", "RETREAT")
    if (
        not acts_on
        or token.relation != "obj"
        or lemma_of(ground.parse.tokens[token.head]) not in word_set("plover", "undergoing")
    ):
        return actors, recipients
    args = arguments(ground, token.head)
    undergoer = (
        () if args.subject is None else tuple(m for m in members(ground, args.subject) if is_somebody(ground, m))
    )
    if args.subject is not None and not undergoer and rule.type in ("ACCUSE", "SUPPORT"):
        undergoer = tuple(o for o in owners(ground, args.subject) if is_somebody(ground, o))
    doers = tuple(m for case, k in args.obliques if case in ("by", "from") for m in members(ground, k))
    undergoer = tuple(u for u in undergoer if u not in actors)
    return actors or tuple(d for d in doers if is_somebody(ground, d)), recipients or undergoer


def goes_on(ground: Ground, verb: int) -> bool:
    """Whether the verb tells that its subject goes on ("the talks continue")."""
    told = word_set("plover", "occurring") | word_set("plover", "light_verbs") | _GOING_ON
    return lemma_of(ground.parse.tokens[verb]) in told
