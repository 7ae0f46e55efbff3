"""Whether a verb with its arguments fits a coding rule, and who is actor and who recipient then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from consilience.events.arguments import Arguments, is_passive, obliques
from consilience.events.ground import (
    Ground,
    is_somebody,
    lemma_of,
    members,
    name_of,
    participant,
)
from consilience.events.owners import authors, owners, stands_for_owner
from consilience.events.rules import ActRule
from consilience.events.scenes import is_house, is_own_act, is_scene
from consilience.events.small_words import clause_marks, particles
from consilience.lexicons import word_set
from consilience.parses import kid

_IN_WORDS = ("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
_LENGTHS = ("day", "hour", "minute", "month", "week", "year")
_OF_PEOPLE = ("arrest", "rape", "sentence", "torture")
_SETTING = ("at", "in", "on", "upon")
_RECIPIENT_NEEDED = ("COOPERATE", "AID", "SANCTION")
_PROMISED = frozenset(
    "aid assistance cooperation delivery expansion fund help investment loan money reform release relief support talk "
    "talks troop troops visit weapon withdrawal".split()
)
_SETTLED = frozenset(
    "area business capital city convoy district garrison neighborhood neighbourhood outpost position shop store suburb town "
    "village".split()
)
_ATTACKS = frozenset(
    "airstrike ambush assault attack bomb bombardment bombing bullet clash explosion gunfire gunman militant raid "
    "shelling shooting strike".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits: the tokens of actors and recipients, the tokens that tell the act, and why."""

    rule: ActRule
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    used: tuple[int, ...]
    because: str


def match(ground: Ground, verb: int, args: Arguments, rule: ActRule) -> Match | None:
    """The match of a rule at a verb, or None."""
    things = (*args.objects, *_voiced(ground, verb, rule))
    objects = tuple(m for o in things for m in members(ground, o) if _is_beside(ground, verb, o, m))
    told = _told_object(ground, objects, rule)
    if (rule.object and told is None) or not _phrases_fit(ground, verb, args, rule):
        return None
    told_by = args.subject is not None and _is_told_by(ground, args.subject)
    named = () if args.subject is None or told_by else members(ground, args.subject)
    actors = _somebodies(ground, (m for m in named if m < verb or named[0] > verb))
    if not actors and args.subject is not None and rule.type in _IN_WORDS:
        actors = authors(ground, args.subject)
    if told is not None and args.subject is None and (rule.type == "MOBILIZE" or rule.name == "withdraw forces"):
        actors = owners(ground, told)
    if not _subject_fits(ground, verb, args, rule, actors):
        return None
    beside = tuple(k for case, k in args.obliques if case in ("along with", "together with") and is_somebody(ground, k))
    befallen = is_passive(ground.parse, verb) or any(o != told and is_somebody(ground, o) for o in objects)
    actors, objects = (actors, (*objects, *beside)) if befallen or not actors else ((*actors, *beside), objects)
    rest = tuple(o for o in objects if o != told)
    named = _recipients(ground, verb, told, rest, args, rule)
    attacked = rule.type == "ASSAULT" and bool(actors) and _is_site(ground, rest)
    if rule.on and not attacked and not _on_somebody(ground, verb, rest, args, rule):
        return None
    known = {participant(ground, a).entity or a for a in actors}
    recipients = tuple(r for r in named if r not in actors and (participant(ground, r).entity or r) not in known)
    if "object" in rule.to and _may_befall_sites(rule) and (not recipients or set(recipients) < set(rest)):
        recipients = tuple(o for o in rest if o in recipients or _is_site(ground, (o,)))
    if (not actors and not recipients) or (
        rule.type in _RECIPIENT_NEEDED and not _sides(ground, rule, actors, recipients)
    ):
        return None
    if not enough(ground, rule, actors, recipients) or (
        "somewhere" in rule.flags and not recipients and not _is_site(ground, rest)
    ):
        return None
    used = (verb, *(() if told is None else (told,)))
    return _roles(Match(rule, actors, recipients, used, ""), ground)


def _is_beside(ground: Ground, verb: int, thing: int, joined: int) -> bool:
    """Whether what is joined to the thing goes with it; "Ada, who survived being shot, and her husband" goes on behind."""
    return joined < verb or thing > verb or ground.parse.tokens[thing].head == verb


def _is_told_by(ground: Ground, index: int) -> bool:
    """ "Sheriff: shooting kills two": who stands before a colon only tells it."""
    first = ground.parse.sentences[ground.parse.sentence_of[index]].tokens.first
    after = ground.parse.tokens[index + 1].word if index + 1 < len(ground.parse.tokens) else ""
    return index == first and after == ":"


def _voiced(ground: Ground, verb: int, rule: ActRule) -> tuple[int, ...]:
    """The noun that the tree takes for a complement ("vowed support")."""
    complement = kid(ground.parse, verb, "xcomp")
    if rule.type != "SUPPORT" or complement is None or ground.parse.tokens[complement].pos != "NOUN":
        return ()
    return (complement,)


def _may_befall_sites(rule: ActRule) -> bool:
    """Whether villages, camps and plants are attacked, looted or visited beside people and bodies."""
    return rule.type == "ASSAULT" or rule.mode == "riot" or rule.name == "visit"


def _is_site(ground: Ground, objects: Iterable[int]) -> bool:
    lemmas = {lemma_of(ground.parse.tokens[o]) for o in objects}
    return bool(lemmas & (word_set("places", "facility_words") | _SETTLED))


def _sides(ground: Ground, rule: ActRule, actors: tuple[int, ...], recipients: tuple[int, ...]) -> bool:
    """Whether there is somebody at the other end: a recipient, or several who do it together."""
    return bool(recipients) or ("together" in rule.flags and (len(actors) > 1 or _is_plural(ground, actors)))


def _is_plural(ground: Ground, indexes: Iterable[int]) -> bool:
    return any(
        (ground.parse.tokens[i].tag in ("NNS", "NNPS") and not _is_body(ground, i))
        or ground.parse.tokens[i].word.lower() in ("we", "they")
        for i in indexes
    )


def _is_body(ground: Ground, index: int) -> bool:
    """Whether the token is in the name of a body, which is one however its name ends ("United Nations")."""
    name = name_of(ground, index)
    return name is not None and name.type == "ORG" and ground.parse.tokens[name.tokens.last - 1].tag != "NNPS"


def enough(ground: Ground, rule: ActRule, actors: tuple[int, ...], recipients: tuple[int, ...]) -> bool:
    """Whether everybody whom the type needs is there: two sides to talk, somebody to back."""
    if rule.type == "SUPPORT" and "object" in rule.to:
        return bool(recipients)
    if rule.name in ("a deal", "sign or reach an agreement"):
        return len({*actors, *recipients}) > 1 or _is_plural(ground, (*actors, *recipients))
    if rule.type != "CONSULT" or rule.mode:
        return True
    everybody = (*actors, *recipients)
    return len(everybody) > 1 or _is_plural(ground, everybody)


def _told_object(ground: Ground, objects: Iterable[int], rule: ActRule) -> int | None:
    """The object that the rule asks for."""
    for o in objects:
        if lemma_of(ground.parse.tokens[o]) in rule.object and (not rule.qualified or _qualified(ground, o, rule)):
            return o
    return None


def _qualified(ground: Ground, noun: int, rule: ActRule) -> bool:
    kids = ground.parse.kids[noun]
    near = (
        ground.parse.tokens[k].lemma.lower()
        for k in kids
        if ground.parse.tokens[k].relation in ("amod", "compound", "nmod")
    )
    return any(word in rule.qualified for word in near)


def _phrases_fit(ground: Ground, verb: int, args: Arguments, rule: ActRule) -> bool:
    """Whether the prepositions, places and infinitives that the rule asks for are there."""
    cases = {case for case, k in args.obliques if not _is_time(ground, k)} | clause_marks(ground, verb)
    nouns = {f"{case} {lemma_of(ground.parse.tokens[k])}" for case, k in args.obliques}
    if rule.particles and not particles(ground, verb) & rule.particles:
        return False
    if rule.prepositions and not cases.union(nouns) & set(rule.prepositions):
        return False
    if rule.at and not any(
        case in rule.at and not (_is_water(ground, k) or _is_time(ground, k)) for case, k in args.obliques
    ):
        return False
    if rule.place and not any(case in rule.place and _is_place(ground, k) for case, k in args.obliques):
        return False
    complement = kid(ground.parse, verb, "xcomp", "ccomp")
    if "infinitive" in rule.flags and kid(ground.parse, verb, "xcomp") is None:
        return False
    if "no_object" in rule.flags and args.objects:
        return False
    if "ahead" in rule.flags and not _promised(ground, verb, args):
        return False
    if rule.complement and (complement is None or lemma_of(ground.parse.tokens[complement]) not in rule.complement):
        return False
    return "needs_object" not in rule.flags or bool(args.objects)


def _promised(ground: Ground, verb: int, args: Arguments) -> bool:
    """Whether something is agreed or promised: an infinitive, a clause, help of some kind, or "to" and "on" something."""
    lemma = lemma_of(ground.parse.tokens[verb])
    clause = kid(ground.parse, verb, "ccomp")
    if kid(ground.parse, verb, "xcomp") is not None and (lemma != "offer" or not args.objects):
        return True
    if clause is not None and clause > verb and lemma != "offer":
        return lemma != "agree" or _is_ahead(ground, clause)
    if args.objects:
        return any(lemma_of(ground.parse.tokens[o]) in _PROMISED for o in args.objects)
    return lemma == "agree" and any(case in ("to", "on") for case, _ in args.obliques)


def _is_ahead(ground: Ground, clause: int) -> bool:
    """ "Agreed that talks will go on": who agrees that something is so, or ought to be, only shares a view."""
    helpers = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[clause]}
    return bool(helpers & {"will", "would", "shall", "'ll", "’ll"})


def _is_time(ground: Ground, index: int) -> bool:
    here = ground.parse.tokens[index]
    return any(t.span.start <= here.start < t.span.end for t in ground.annotated.times)


def _is_place(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    return name is not None and name.type == "LOC"


def _is_water(ground: Ground, index: int) -> bool:
    here = ground.parse.tokens[index]
    if lemma_of(here) in ("sea", "ocean", "water", "waters", "orbit", "space", "air", "sky"):
        return True
    return any(p.kind == "water" and p.span.start <= here.start < p.span.end for p in ground.annotated.places)


def _subject_fits(ground: Ground, verb: int, args: Arguments, rule: ActRule, actors: tuple[int, ...]) -> bool:
    """A subject must be somebody; where the act may also befall people by accident, a subject or an attack must be there."""
    if "actor_stated" in rule.flags and not actors:
        return False
    if "military" in rule.flags and any(not _is_force(ground, a, rule) for a in actors):
        return False
    if "listed" in rule.flags and any(lemma_of(ground.parse.tokens[a]) not in rule.weapon for a in actors):
        return False
    if "no_person" in rule.flags and any(_is_person(ground, a) for a in actors):
        return False
    if args.subject is None:
        attacked = _amid_an_attack(ground, verb)
        needed = "actor_needed" in rule.flags or rule.weapon
        return is_passive(ground.parse, verb) and (attacked or not needed)
    if actors:
        return True
    return bool(rule.weapon) and lemma_of(ground.parse.tokens[args.subject]) in rule.weapon


def _amid_an_attack(ground: Ground, verb: int) -> bool:
    """Whether the sentence speaks of an attack besides the verb ("was killed on Sunday, when gunmen stormed the camp")."""
    first, last = ground.parse.sentences[ground.parse.sentence_of[verb]].tokens
    others = (lemma_of(ground.parse.tokens[i]) for i in range(first, last) if i != verb)
    return any(lemma in _ATTACKS for lemma in others)


def _is_force(ground: Ground, index: int, rule: ActRule) -> bool:
    """Whether the token is a state or its weapons and forces, rather than a person, a firm or a car."""
    name = name_of(ground, index)
    if name is not None:
        return name.type == "LOC" or (name.type == "NORP" and rule.name != "enter by force")
    return lemma_of(ground.parse.tokens[index]) in rule.weapon


def _is_person(ground: Ground, index: int) -> bool:
    name = name_of(ground, index)
    return (name is not None and name.type == "PERSON") or ground.parse.tokens[index].tag == "PRP"


def _somebodies(ground: Ground, indexes: Iterable[int]) -> tuple[int, ...]:
    return tuple(i for i in indexes if is_somebody(ground, i))


def _after(verb: int, args: Arguments, rule: ActRule) -> list[int]:
    """The phrases that the rule asks for; "on Friday she called" is not "called on"."""
    return [k for case, k in args.obliques if case in rule.on and (k > verb or case not in _SETTING)]


def _on_somebody(ground: Ground, verb: int, objects: Iterable[int], args: Arguments, rule: ActRule) -> bool:
    listed = [*(objects if "object" in rule.on else ()), *_after(verb, args, rule)]
    return any(is_somebody(ground, i) for i in listed)


def _recipients(
    ground: Ground, verb: int, told: int | None, objects: tuple[int, ...], args: Arguments, rule: ActRule
) -> tuple[int, ...]:
    """Whoever stands where the rule says, on the verb or on its object noun; else who owns the thing acted on."""
    found = [
        o for o in objects if "object" in rule.to and _can_be(ground, o, rule, verb) and not _is_a_stand(ground, o)
    ]
    hosts = [args.obliques]
    if told is not None:
        hosts.append(
            tuple((case_of(ground, k), k) for k in ground.parse.kids[told] if ground.parse.tokens[k].relation == "nmod")
        )
    if rule.type == "AGREE":
        hosts += [obliques(ground.parse, k) for case, k in args.obliques if case in ("on", "to")]
    backs = rule.type in ("SUPPORT", "REJECT", "ACCUSE")
    for phrases in hosts:
        found += [
            m
            for case, k in phrases
            if case in rule.to and (k > verb or case not in _SETTING)
            for m in members(ground, k)
            if is_somebody(ground, m) and not (is_scene(rule, case) and (found or is_house(ground, rule, m)))
        ]
    if not found:
        found = [
            p
            for phrases in hosts
            for case, k in phrases
            if case in rule.to and stands_for_owner(ground, k, backs) and not is_scene(rule, case)
            for p in owners(ground, k)
        ]
    if not found and told is not None and rule.name == "sink or shoot down":
        return (told,)
    if not found and rule.type != "MOBILIZE" and rule.name != "release":
        found = [
            p
            for o in ((*objects, told) if told is not None and not is_own_act(rule) else objects)
            if stands_for_owner(ground, o, backs and o != told)
            for p in owners(ground, o)
            if not ("together" in rule.flags and ground.parse.tokens[p].tag == "PRP$")
        ]
    return tuple(dict.fromkeys(found))


def _can_be(ground: Ground, index: int, rule: ActRule, verb: int) -> bool:
    """Whether the act may befall it: somebody, or whoever is arrested or sentenced ("a carjacker")."""
    token = ground.parse.tokens[index]
    far = any(ground.parse.tokens[k].word.lower() == "away" for k in ground.parse.kids[index])
    if far and name_of(ground, index) is None:
        return False  # "arrested five buildings away"
    near = verb in (token.head, ground.parse.tokens[token.head].head) or ground.parse.tokens[verb].head == index
    held = near and rule.name in _OF_PEOPLE and token.tag in ("NN", "NNS") and lemma_of(token) not in _LENGTHS
    return is_somebody(ground, index) or (held and not _is_time(ground, index))


def _is_a_stand(ground: Ground, noun: int) -> bool:
    """ "Her opposition to the dam": a stand, not the people of the opposition."""
    return lemma_of(ground.parse.tokens[noun]) == "opposition" and any(
        case_of(ground, k) in ("to", "against") for k in ground.parse.kids[noun]
    )


def case_of(ground: Ground, index: int) -> str:
    """The preposition before a phrase, lower case ("out of"); empty without one."""
    return " ".join(
        ground.parse.tokens[c].word.lower()
        for c in ground.parse.kids[index]
        if ground.parse.tokens[c].relation == "case"
    )


def _roles(found: Match, ground: Ground) -> Match | None:
    """Everybody acts where the act is mutual; the guest where somebody is received; who faces charges is accused."""
    rule = found.rule
    if "undergoes" in rule.flags:
        return Match(rule, (), found.actors, found.used, found.because) if found.actors else None
    if "together" in rule.flags and not (rule.type == "COOPERATE" and found.actors and found.recipients):
        return Match(rule, (*found.actors, *found.recipients), (), found.used, found.because)
    if "guest" in rule.flags:
        guests = _somebodies(
            ground,
            (
                k
                for o in ground.parse.kids[found.used[0]]
                for k in members(ground, o)
                if ground.parse.tokens[o].relation in ("obj", "nsubj:pass")
            ),
        )
        guests = tuple(
            g for g in guests if (name := name_of(ground, g)) is None or name.type in ("PERSON", "NORP", "LOC")
        )
        return Match(rule, guests, found.actors, found.used, found.because) if guests else None
    return found
