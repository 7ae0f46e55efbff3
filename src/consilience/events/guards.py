"""Where a rule fits the words but no political act is told: games and shows, accidents, private calls, one's own things."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consilience.events.arguments import is_passive, obliques
from consilience.events.ground import (
    Ground,
    entity_of,
    is_somebody,
    lemma_of,
    members,
    name_of,
    participant,
    reference_of,
)
from consilience.events.matching import Match
from consilience.events.sides import speaks_for_itself
from consilience.lexicons import word_set
from consilience.model.spans import Span, covers
from consilience.parses import kid

_PAPERS = frozenset(
    "album book document figure film findings footage image information letter movie photo picture record report result song "
    "statement study tape transcript video".split()
)
_SPORTS = 5  # one sentence in so many with a word of games makes a report one of sports
_RECORD = re.compile(r"\(\d{1,2}-\d{1,2}(?:-\d{1,2})?\)")  # "the Gulls (7-7)"
_CONTESTS = ("AGREE", "AID", "ASSAULT", "CONSULT", "SUPPORT", "RETREAT", "REJECT", "MOBILIZE", "SANCTION", "THREATEN")
_NEEDS_NAMES = ("AID", "SUPPORT", "REJECT", "AGREE", "REQUEST")
_INSIDE = ("advcl", "xcomp", "obj", "obl", "nmod")
_CALLS = ("visit", "travel to", "receive somebody", "pay a visit", "a visit")


def is_out_of_place(ground: Ground, verb: int, found: Match) -> bool:
    """Whether a match at a verb or act noun is no political act: one of the checks below says so."""
    return any(check(ground, verb, found) for check in _CHECKS)


def _contest(ground: Ground, verb: int, found: Match) -> bool:
    """Told of a game or a show."""
    reproach = found.rule.name in ("condemn", "hit back", "lash out", "trash somebody")
    return (reproach or found.rule.type in _CONTESTS) and (_in_games(ground, verb) or _of_sports(ground))


def _mishap(ground: Ground, verb: int, found: Match) -> bool:
    """An accident, or what somebody does to his own things."""
    if found.rule.type != "ASSAULT":
        return False
    return _by_accident(ground, found.actors) or _own_things(ground, verb, found)


def _no_talks(ground: Ground, verb: int, found: Match) -> bool:
    """No talks of these people with each other, or of nobody in particular."""
    return found.rule.type == "CONSULT" and (_meets_a_thing(ground, verb, found) or _about_anybody(ground, found))


def _nobody_known(ground: Ground, verb: int, found: Match) -> bool:
    """Nobody of whom a reader can tell who is meant."""
    needed = found.rule.type in _NEEDS_NAMES
    return needed and not any(_is_known(ground, i) for i in (*found.actors, *found.recipients))


def _other_sense(ground: Ground, verb: int, found: Match) -> bool:
    """The verb in another sense: charged with a task, a statement released, opposed to something, troops merely stationed."""
    other = {"investigate": _entrusted, "release": _puts_out, "oppose": _is_against, "deploy forces": _merely_placed}
    return found.rule.name in other and other[found.rule.name](ground, verb)


def _private_call(ground: Ground, verb: int, found: Match) -> bool:
    """A visit among private people."""
    if found.rule.name not in _CALLS or any(is_public(ground, i) for i in (*found.actors, *found.recipients[:1])):
        return False
    return found.rule.name == "travel to" or not _named_with_a_place(ground, found)


def _only_describes(ground: Ground, verb: int, found: Match) -> bool:
    """ "Was shown banned missiles": a participle before its noun that the tree takes for a verb."""
    token = ground.parse.tokens[verb]
    thing = kid(ground.parse, verb, "obj")
    helped = kid(ground.parse, verb, "aux", "aux:pass", "nsubj", "nsubj:pass") is not None
    before = ground.parse.tokens[verb - 1] if verb else None
    if token.tag == "VBG" and before is not None and before.tag in ("POS", "PRP$", "DT"):
        return verb + 1 < len(ground.parse.tokens) and ground.parse.tokens[verb + 1].pos == "NOUN"
    if token.tag in ("VBG", "VBN") and before is not None and before.tag == "HYPH":
        return True
    if token.tag != "VBN" or helped or thing is None or thing < verb or token.relation not in _INSIDE:
        return False
    return all(ground.parse.tokens[i].pos in ("ADJ", "NOUN", "PUNCT") for i in range(verb + 1, thing))


def _threatens_nothing(ground: Ground, verb: int, found: Match) -> bool:
    """ "When storms threatened": nothing and nobody is threatened in words."""
    if found.rule.name != "threaten":
        return False
    said = kid(ground.parse, verb, "xcomp", "ccomp", "obj", "nsubj:pass", "obl", "parataxis")
    return said is None and not found.recipients and ground.parse.tokens[verb].head >= 0


def _hosted_by_nobody(ground: Ground, verb: int, found: Match) -> bool:
    """ "His first trip abroad": a visit that the words take as known, without anything that says where to."""
    return found.rule.name == "a visit" and not found.recipients and kid(ground.parse, verb, "nmod:poss") is not None


def _ruled_by_court(ground: Ground, verb: int, found: Match) -> bool:
    """A court or judge orders: a ruling, not a request."""
    ordered = lemma_of(ground.parse.tokens[verb]) == "order" and found.rule.type == "REQUEST"
    return ordered and (not found.actors or _is_court(ground, found))


def _is_court(ground: Ground, found: Match) -> bool:
    return any(
        "JUD" in participant(ground, i).sectors or lemma_of(ground.parse.tokens[i]) in ("court", "judge", "magistrate")
        for i in found.actors
    )


def _standing(ground: Ground, verb: int, found: Match) -> bool:
    """ "Who has long opposed the dam": where somebody stands, not an act."""
    if found.rule.name not in ("oppose", "praise or back", "welcome a step") or speaks_for_itself(ground, found.actors):
        return False
    words = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[verb]}
    habit = bool(words & {"consistently", "generally", "historically", "long", "often", "traditionally", "usually"})
    token = ground.parse.tokens[verb]
    here = Span(token.start, token.end)
    headed = ground.headline is not None and covers(ground.headline, here)
    doing = (words & {"did", "do", "does"} and words & {"not", "n't", "n’t"}) or words & {"do", "does"}
    if doing and lemma_of(token) in ("back", "defend", "oppose", "support"):
        return True
    stands = lemma_of(token) in ("back", "defend", "oppose", "support", "welcome") and not headed
    return habit or (stands and token.tag in ("VBP", "VBZ") and kid(ground.parse, verb, "aux") is None)


def _no_enemy(ground: Ground, verb: int, found: Match) -> bool:
    """Who shoots himself; who trains no forces."""
    thing = kid(ground.parse, verb, "obj")
    if found.rule.type == "ASSAULT":
        follows = verb + 1 if thing is None and verb + 1 < len(ground.parse.tokens) else thing
        if follows is not None and ground.parse.tokens[follows].word.lower().endswith(("self", "selves")):
            return True
    if found.rule.name == "forces move up" and lemma_of(ground.parse.tokens[verb]) == "advance":
        return thing is not None
    everybody = [participant(ground, i) for i in (*found.actors, *found.recipients)]
    return found.rule.name == "train" and not any(
        p.country or {"COP", "MIL", "REB"} & set(p.sectors) for p in everybody
    )


def _idiom(ground: Ground, verb: int, found: Match) -> bool:
    """ "Seized on the issue", "backed off", "guilty as charged", "hijacked the debate", "blown out of proportion"."""
    near = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[verb]}
    cases = {case for case, _ in obliques(ground.parse, verb)}
    if found.rule.name == "seize":
        return bool(cases & {"on", "upon"}) and not found.recipients
    if found.rule.name == "praise or back":
        return lemma_of(ground.parse.tokens[verb]) == "back" and bool(near & {"away", "down", "off", "out"})
    if found.rule.name == "investigate":
        return "as" in near and kid(ground.parse, verb, "nsubj:pass", "obj") is None
    if found.rule.name == "an attack":
        return not found.recipients and any("PTY" in participant(ground, i).sectors for i in found.actors)
    return (
        found.rule.type == "ASSAULT"
        and not found.recipients
        and lemma_of(ground.parse.tokens[verb]) in ("blow", "hijack")
    )


_CHECKS = (
    _idiom,
    _no_enemy,
    _ruled_by_court,
    _standing,
    _only_describes,
    _threatens_nothing,
    _hosted_by_nobody,
    _contest,
    _mishap,
    _no_talks,
    _nobody_known,
    _other_sense,
    _private_call,
)


def _is_against(ground: Ground, verb: int) -> bool:
    """ "Was opposed to": whoever is opposed acts; the passive does not say so."""
    return is_passive(ground.parse, verb) and any(case == "to" for case, _ in obliques(ground.parse, verb))


def _named_with_a_place(ground: Ground, found: Match) -> bool:
    """Whether somebody named goes to a place rather than to a private person."""
    names = [name_of(ground, i) for i in found.actors]
    hosts = [name_of(ground, i) for i in found.recipients]
    return any(name is not None for name in names) and all(host is not None and host.type != "PERSON" for host in hosts)


def is_public(ground: Ground, index: int) -> bool:
    """Whether the token stands for somebody in public life: an office, a force, a body, or somebody of a state by name."""
    person = participant(ground, index)
    entity, name = entity_of(ground, index), name_of(ground, index)
    if person.international or any(sector != "CVL" for sector in person.sectors):
        return True
    if (entity is not None and entity.type == "organisation") or (name is not None and name.type == "ORG"):
        return True
    return person.country is not None and entity is not None and entity.type in ("person", "government", "group")


def _is_known(ground: Ground, index: int) -> bool:
    """Whether a reader can tell who is meant: somebody public, named, or told of before ("the general")."""
    if is_public(ground, index) or entity_of(ground, index) is not None or name_of(ground, index) is not None:
        return True
    if lemma_of(ground.parse.tokens[index]) in word_set("plover_senses", "officials"):
        return True
    before = (ground.parse.tokens[k] for k in ground.parse.kids[index])
    return any(token.word.lower() in ("the", "this", "these", "those") for token in before)


def _meets_a_thing(ground: Ground, verb: int, found: Match) -> bool:
    """Met the criteria, negotiated a deal, held a news conference: no talks of these people with each other."""
    noun = max(found.used)
    if noun != verb:
        before = {lemma_of(ground.parse.tokens[k]) for k in ground.parse.kids[noun]}
        return lemma_of(ground.parse.tokens[noun]) == "conference" and bool(before & {"news", "press"})
    thing = kid(ground.parse, verb, "obj", "nsubj:pass")
    return found.rule.name == "meet" and thing is not None and not is_somebody(ground, thing)


def _about_anybody(ground: Ground, found: Match) -> bool:
    """ "We negotiate": nobody but pronouns that stand for nobody in particular."""
    everybody = (*found.actors, *found.recipients)
    return all(ground.parse.tokens[i].tag == "PRP" and entity_of(ground, i) is None for i in everybody)


def _entrusted(ground: Ground, verb: int) -> bool:
    """Charged with protecting somebody: a task, not a crime."""
    task = kid(ground.parse, verb, "advcl", "xcomp", "ccomp")
    mark = kid(ground.parse, task, "mark", "case") if task is not None else None
    if (
        task is None
        or mark is None
        or ground.parse.tokens[mark].word.lower() != "with"
        or ground.parse.tokens[task].tag != "VBG"
        or lemma_of(ground.parse.tokens[verb]) != "charge"
    ):
        return False
    return lemma_of(ground.parse.tokens[task]) in word_set("plover_senses", "tasks")


def _puts_out(ground: Ground, verb: int) -> bool:
    """Released a statement: words are put out, nobody is let go."""
    token = ground.parse.tokens[verb]
    thing = token.head if token.relation == "acl" else kid(ground.parse, verb, "obj", "nsubj:pass")
    return thing is not None and thing >= 0 and lemma_of(ground.parse.tokens[thing]) in _PAPERS


def _of_sports(ground: Ground) -> bool:
    """Whether the report is about games."""
    numbers, tokens = ground.parse.sentence_of, ground.parse.tokens
    told = {n for n, token in zip(numbers, tokens, strict=True) if token.lemma.lower() in word_set("plover", "games")}
    return len(told) > 1 and _SPORTS * len(told) >= len(ground.parse.sentences)


def _in_games(ground: Ground, index: int) -> bool:
    sentence = ground.parse.sentences[ground.parse.sentence_of[index]]
    if _RECORD.search(ground.parse.text[sentence.span.start : sentence.span.end]):
        return True
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover", "games") for i in range(*sentence.tokens))


def _by_accident(ground: Ground, actors: Iterable[int]) -> bool:
    return any(lemma_of(ground.parse.tokens[i]) in word_set("plover", "accidents") for i in actors)


def _own_things(ground: Ground, verb: int, found: Match) -> bool:
    """ "Destroyed its own arsenal": what is acted on belongs to who acts."""
    things = [
        k for o in ground.parse.kids[verb] if ground.parse.tokens[o].relation == "obj" for k in members(ground, o)
    ]
    owners = [kid(ground.parse, thing, "nmod:poss") for thing in things]
    whose = [reference_of(ground, owner) for owner in owners if owner is not None]
    actors = {participant(ground, a).entity for a in found.actors} - {None}
    return any(reference is not None and reference.entity in actors for reference in whose)


def _merely_placed(ground: Ground, verb: int) -> bool:
    """ "The troops stationed there": a participle that only says where somebody is."""
    token = ground.parse.tokens[verb]
    return token.relation == "acl" and is_passive(ground.parse, verb) and kid(ground.parse, verb, "obl:agent") is None
