"""Who did what to whom, coded after PLOVER 2.0 by a table of rules over the tree.

Each event hangs on the innermost statement whose content tells it, or on the outlet's own sentence. Saying something is no
event; accusing, threatening, demanding, agreeing are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.anchoring import own_times
from consilience.events.ahead import lying_ahead
from consilience.events.aims import accused, aim, aimed_at
from consilience.events.announced import as_announced
from consilience.events.arguments import arguments
from consilience.events.attackers import forces_before, in_whose_attack, set_off_by
from consilience.events.background import Told, with_background
from consilience.events.boundaries import settled
from consilience.events.charged import charged_status, charged_with
from consilience.events.charges import deed_times, told_times
from consilience.events.clauses import clauses
from consilience.events.coded import Coded
from consilience.events.contexts import contexts
from consilience.events.doubles import once_told
from consilience.events.doubts import doubted
from consilience.events.ground import Ground, grounds, is_somebody, lemma_of, members, name_of, participant
from consilience.events.guards import is_out_of_place
from consilience.events.idle import is_idle
from consilience.events.magnitude import magnitudes
from consilience.events.matching import Match, case_of, enough, match
from consilience.events.modes import mode_of
from consilience.events.occurrences import harmed, takes_place, undergone
from consilience.events.other_acts import as_other
from consilience.events.owners import owners, stands_for_owner, whose
from consilience.events.past import long_past
from consilience.events.promises import CONFLICT, as_promised
from consilience.events.reality import noun_status, verb_status, voiced_status
from consilience.events.rules import ActRule, noun_rules, verb_rules
from consilience.events.senses import is_other_sense
from consilience.events.sides import said_in_power, side, speaks_for_itself, with_sides
from consilience.events.talkers import talkers
from consilience.events.targets import target
from consilience.events.uttered import is_conditional, is_done_to_say, is_said_so
from consilience.events.verbal import as_told
from consilience.model.annotations import Annotations
from consilience.model.event import QUADS, Event, EventStatus, Participant
from consilience.model.ids import content_id
from consilience.model.report import Report
from consilience.model.spans import Span, covers
from consilience.model.statement import Statement
from consilience.parses import kid, noun_phrase, words_of

_VOWS = ("pledge", "promise", "swear", "vow")
_UTTERED = (
    "accuse", "apologise", "call for", "call for something", "condemn", "demand", "discuss with", "lash out",
    "praise or back", "voice support",
)  # fmt: skip
_HELD_TRUE = ("only possible (believe)", "only possible (think)")
_VOICED = ("apologise", "praise or back", "condemn", "call for", "demand")
_AT_IT = ("in", "on")  # "is in talks", "was on a visit"
_CLOSE = 6


def code_events(report: Report, annotations: Annotations, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events that a report tells of, in text order; those that the program is not sure of say why."""
    told = [(ground, each) for ground in grounds(report, annotations, statements) for each in _of_part(ground)]
    nouns = [
        not ground.parse.tokens[each.act].tag.startswith("VB") or each.event.rule == "talks" for ground, each in told
    ]
    placed = lying_ahead([doubted(ground, each) for ground, each in told], nouns)
    return tuple(as_announced(event) for event in placed)


def coded_acts(report: Report, annotations: Annotations, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """What the rules alone code, as the learned heads see it: every act by its own type, sure or not."""
    return tuple(t.event for ground in grounds(report, annotations, statements) for t in _of_part(ground))


def _of_part(ground: Ground) -> list[Told]:
    told = {t: c.tokens for c in clauses(ground) for t in c.tokens}
    verbs = _coded_verbs(ground)
    used = {token for coded in verbs for token in coded.match.used}
    nouns = _coded_nouns(ground, used)
    listed = sorted([*verbs, *_not_told_twice(ground, verbs, nouns)], key=lambda c: (c.trigger, c.match.rule.name))
    triggers = frozenset(coded.trigger for coded in listed)
    coded = settled(ground, once_told(ground, listed))
    return with_background(
        ground, [Told(each.trigger, _event(ground, each, told[each.trigger], triggers)) for each in coded]
    )


def _coded_verbs(ground: Ground) -> list[Coded]:
    found: dict[int, Coded] = {}
    for index, token in enumerate(ground.parse.tokens):
        if (
            token.pos != "VERB"
            or token.relation == "amod"
            or lemma_of(token) not in verb_rules()
            or _hyphened(ground, index)
        ):
            continue
        coded = _coded_verb(ground, index)
        if coded is not None:
            found[index] = coded
    return list(found.values())


def _hyphened(ground: Ground, verb: int) -> bool:
    """ "The Brook-backing club": part of a word."""
    tokens = ground.parse.tokens
    glued = verb > 0 and tokens[verb - 1].word == "-" and tokens[verb - 1].end == tokens[verb].start
    return glued and tokens[verb].tag in ("VBG", "VBN")


def _coded_verb(ground: Ground, verb: int) -> Coded | None:
    matched = _in_its_sense(ground, verb, _first_match(ground, verb))
    fits = with_sides(ground, verb, _told_elsewhere(ground, verb, matched)) if matched is not None else None
    if fits is None:
        return None
    status, because = verb_status(ground, verb)
    if status == "planned" and fits.rule.type in CONFLICT and _is_vowed(ground, verb):
        status, because = "threatened", "a promise of harm is a threat"
    if status in ("planned", "hypothetical") and fits.rule.type in CONFLICT and _unless(ground, verb):
        status, because = "threatened", "unless something is done"
    voiced = status in ("planned", "ongoing") or because in ("an order or wish", "only possible (like)")
    voiced = voiced and fits.rule.name in _VOICED and speaks_for_itself(ground, fits.actors)
    voiced = voiced or (because == "present tense" and is_said_so(ground, verb, fits))
    if voiced and not is_conditional(ground, verb):
        status, because = "happened", "voiced by the speaker"
    if fits.rule.name in _UTTERED and is_done_to_say(ground, verb, because):
        status, because = "happened", "done in order to say it"
    if because == "under a condition" and fits.rule.type in CONFLICT and said_in_power(ground, verb):
        status, because = "threatened", "announced for the case that somebody does not yield"
    if is_idle(ground, verb, fits, status):
        return None
    return Coded(verb, _aimed(ground, verb, _as_promised(ground, verb, fits)), status, because)


def _told_elsewhere(ground: Ground, verb: int, found: Match) -> Match:
    """The match with sides that the sentence names further on."""
    if not found.recipients:
        aimed = tuple(a for a in aimed_at(ground, verb, found) if a not in found.actors)
        return replace(found, recipients=aimed or target(ground, verb, found))
    return found if found.actors else replace(found, actors=in_whose_attack(ground, verb, found))


def _in_its_sense(ground: Ground, at: int, found: Match | None) -> Match | None:
    """The match where the words have the sense of its rule; an attack in words as a reproach; else None."""
    told = as_told(ground, at, as_other(ground, at, found)) if found is not None else None
    if told is None or is_out_of_place(ground, at, told) or is_other_sense(ground, at, told):
        return None
    return told


def _unless(ground: Ground, verb: int) -> bool:
    clauses_below = (k for k in ground.parse.kids[verb] if ground.parse.tokens[k].relation == "advcl")
    marks = (kid(ground.parse, k, "mark") for k in clauses_below)
    ahead = {ground.parse.tokens[k].word.lower() for k in ground.parse.kids[verb]} & {"will", "would", "'ll", "’ll"}
    return bool(ahead) and any(m is not None and ground.parse.tokens[m].word.lower() == "unless" for m in marks)


def _is_vowed(ground: Ground, verb: int) -> bool:
    token = ground.parse.tokens[verb]
    return token.relation in ("xcomp", "ccomp") and lemma_of(ground.parse.tokens[token.head]) in _VOWS


def _first_match(ground: Ground, verb: int) -> Match | None:
    """The first rule of the table that fits the verb."""
    args = arguments(ground, verb)
    found = (match(ground, verb, args, rule) for rule in verb_rules().get(lemma_of(ground.parse.tokens[verb]), ()))
    return next((m for m in found if m is not None), None)


def _as_promised(ground: Ground, verb: int, found: Match) -> Match:
    """Who vows to attack threatens; who vows to help agrees."""
    act = kid(ground.parse, verb, "xcomp", "ccomp") if "ahead" in found.rule.flags else None
    act = kid(ground.parse, verb, "acl") if found.rule.name == "a promise" else act
    return as_promised(ground, found, act, _first_match(ground, act) if act is not None else None)


def _aimed(ground: Ground, verb: int, found: Match) -> Match:
    """A promise, threat or demand with whom it is about."""
    act = kid(ground.parse, verb, "xcomp")
    if found.recipients or act is None or found.rule.type not in ("AGREE", "THREATEN"):
        return found
    return replace(found, recipients=aim(ground, act, found, _first_match(ground, act)))


def _coded_nouns(ground: Ground, used: set[int]) -> list[Coded]:
    found = []
    for index, token in enumerate(ground.parse.tokens):
        if (
            token.pos != "NOUN"
            or index in used
            or token.relation in ("compound", "flat")
            or lemma_of(token) not in noun_rules()
        ):
            continue
        for rule in noun_rules()[lemma_of(token)]:
            matched = _in_its_sense(ground, index, _noun_match(ground, index, rule))
            fits = with_sides(ground, index, matched) if matched is not None else None
            status = _status_of_noun(ground, index, fits) if fits is not None else None
            if fits is not None and status is not None and not is_idle(ground, index, fits, status[0]):
                found.append(Coded(index, _as_promised(ground, index, fits), *status))
                break
    return found


def _status_of_noun(ground: Ground, noun: int, found: Match) -> tuple[EventStatus, str] | None:
    """How real the act is; None where one that befalls somebody is not said to have taken place."""
    charged = charged_status(ground, noun, found)
    if charged is not None:
        return charged
    if found.rule.type == "CONSULT" and kid(ground.parse, noun, "cop") is not None and case_of(ground, noun) in _AT_IT:
        return verb_status(ground, noun)
    status = _noun_status(ground, noun, found.rule)
    aimed = status is not None and "befalls" in found.rule.flags
    return None if status is not None and aimed and (status[0] != "happened" or _is_aim(ground, noun)) else status


def _is_aim(ground: Ground, noun: int) -> bool:
    """ "Opened the door to her extradition", "called for his arrest": what is told does not say that it took place."""
    head = ground.parse.tokens[noun].head
    return case_of(ground, noun) == "to" and (head < 0 or lemma_of(ground.parse.tokens[head]) != "lead")


def _noun_status(ground: Ground, noun: int, rule: ActRule) -> tuple[EventStatus, str] | None:
    """How real an act noun is told; whose demand, promise or reproach it is, has voiced it, whatever became of it."""
    uttered = any(case_of(ground, k) in ("by", "from") for k in ground.parse.kids[noun])
    owned = uttered or kid(ground.parse, noun, "nmod:poss") is not None
    return voiced_status(ground, noun) if "voiced" in rule.flags and owned else noun_status(ground, noun)


def _noun_match(ground: Ground, noun: int, rule: ActRule) -> Match | None:
    """Who acts and whom it befalls by the words on an act noun."""
    if rule.object and not _is_of(ground, noun, rule):
        return None
    phrases = [(case_of(ground, k), k) for k in ground.parse.kids[noun] if ground.parse.tokens[k].relation == "nmod"]
    actors = _placed(ground, noun, phrases, rule.by) or set_off_by(ground, noun, rule)
    recipients = tuple(r for r in _placed(ground, noun, phrases, rule.to) if r not in actors)
    recipients = recipients or tuple(a for a in accused(ground, noun, rule) if a not in actors)
    if not recipients and "befalls" in rule.flags:
        owned = _placed(ground, noun, (), ("poss",)) if actors else ()
        recipients = tuple(w for w in (*owned, *whose(ground, noun)) if w not in actors)
    if recipients and not actors:
        forces = forces_before(ground, noun) if rule.type == "ASSAULT" else ()
        actors = tuple(a for a in (forces or charged_with(ground, noun, rule)) if a not in recipients)
    if not recipients or not actors:
        actors, recipients = undergone(ground, noun, rule, actors, recipients)
    if rule.type == "CONSULT" and not rule.mode:
        actors = talkers(ground, noun, actors)
    if actors and not recipients:
        recipients = target(ground, noun, Match(rule, actors, (), (noun,), ""))
    if not actors and takes_place(ground, noun, rule):
        return Match(rule, (), (*recipients, *harmed(ground, noun)), (noun,), "")
    if not actors and "befalls" in rule.flags and _is_named(ground, recipients):
        return Match(rule, (), recipients, (noun,), "")
    if not actors or (rule.type == "SANCTION" and not recipients) or not enough(ground, rule, actors, recipients):
        return None
    return Match(rule, actors, recipients, (noun,), "")


def _is_named(ground: Ground, recipients: Sequence[int]) -> bool:
    """Whether it is told whom the act befell: all by name, or by a pronoun or noun for somebody named."""
    return bool(recipients) and all(participant(ground, r).entity is not None for r in recipients)


def _is_of(ground: Ground, noun: int, rule: ActRule) -> bool:
    return any(lemma_of(ground.parse.tokens[k]) in rule.object for k in ground.parse.kids[noun])


def _placed(ground: Ground, noun: int, phrases: Sequence[tuple[str, int]], where: Sequence[str]) -> tuple[int, ...]:
    found = [m for case, k in phrases if case in where for m in members(ground, k) if is_somebody(ground, m)]
    for k in ground.parse.kids[noun]:
        relation = ground.parse.tokens[k].relation
        if relation == "nmod:poss" and "poss" in where:
            found += [m for m in members(ground, k) if is_somebody(ground, m)]
        if relation in ("amod", "compound") and "modifier" in where and _names_nation(ground, k):
            found.append(k)
    if not found:
        things = (k for case, k in phrases if case in where and case not in ("by", "with"))
        found += [o for k in things if stands_for_owner(ground, k, True) for o in owners(ground, k)]
    return tuple(dict.fromkeys(found))


def _names_nation(ground: Ground, index: int) -> bool:
    name, noun = name_of(ground, index), ground.parse.tokens[index].head
    nearer = (k for k in ground.parse.kids[noun] if index < k < noun and ground.parse.tokens[k].relation == "compound")
    between = any(is_somebody(ground, k) for k in nearer)
    return name is not None and name.type == "NORP" and is_somebody(ground, index) and not between


def _not_told_twice(ground: Ground, verbs: Sequence[Coded], nouns: Sequence[Coded]) -> list[Coded]:
    """The act nouns that no verb of the same sentence tells with one of the same people."""
    told = {(ground.parse.sentence_of[c.trigger], c.match.rule.type, m) for c in verbs for m in _everybody(ground, c)}
    return [
        c for c in nouns
        if not any((ground.parse.sentence_of[c.trigger], c.match.rule.type, m) in told for m in _everybody(ground, c))
    ]  # fmt: skip


def _everybody(ground: Ground, coded: Coded) -> tuple[str, ...]:
    return tuple(participant(ground, i).name for i in (*coded.match.actors, *coded.match.recipients))


def _event(ground: Ground, coded: Coded, clause: Sequence[int], triggers: frozenset[int]) -> Event:
    rule, parse, part = coded.match.rule, ground.parse, ground.annotated
    runs = [Span(parse.tokens[t].start, parse.tokens[t].end) for t in clause]
    sentence = parse.sentences[parse.sentence_of[coded.trigger]].span
    told = [t for t in part.times if covers(sentence, t.span)]
    times = own_times(parse.tokens, told, coded.trigger, triggers)
    own = told_times(ground, coded.trigger, rule.type, times) or deed_times(ground, coded.trigger, rule.type, told)
    real = coded.status in ("happened", "ongoing") or coded.status_because in _HELD_TRUE
    past = long_past(ground, coded.trigger, own) if real else None
    status: EventStatus = coded.status if past is None else "historical"
    number = ground.owner[coded.trigger]
    actors, recipients = _participants(ground, coded.match.actors), _participants(ground, coded.match.recipients)
    trigger = _trigger(ground, coded)
    return Event(
        id=content_id(ground.report, ground.part, trigger, rule.type),
        part=ground.part,
        sentence=sentence,
        statement=ground.statements[number].id if number >= 0 else None,
        type=rule.type,
        mode=mode_of(ground, rule, coded.trigger, clause),
        context=contexts(ground, parse.sentence_of[coded.trigger]),
        status=status,
        trigger=trigger,
        actors=actors,
        recipients=recipients,
        times=tuple(t.span for t in times),
        places=tuple(p.span for p in part.places if any(covers(p.span, run) for run in runs)),
        quantities=tuple(q.span for q in part.quantities if any(covers(q.span, run) for run in runs)),
        rule=rule.name,
        because=_because(ground, coded, status, past),
        quad=QUADS[rule.type],
        magnitude=magnitudes(ground, rule.type, coded.trigger, clause),
    )


def _trigger(ground: Ground, coded: Coded) -> Span:
    """The word that tells the act, or a light verb together with its act noun where they stand close."""
    first, last = min(coded.match.used), max(coded.match.used)
    close = last - first <= _CLOSE and coded.trigger in (first, last)
    tokens = ground.parse.tokens
    return Span(tokens[first].start, tokens[last].end) if close else Span(*_ends_of(ground, coded.trigger))


def _ends_of(ground: Ground, index: int) -> tuple[int, int]:
    return ground.parse.tokens[index].start, ground.parse.tokens[index].end


def _participants(ground: Ground, indexes: Sequence[int]) -> tuple[Participant, ...]:
    made: dict[tuple[str | None, str], Participant] = {}
    for index in indexes:
        person = side(ground, index)
        made.setdefault((person.entity, person.name if person.entity is None else ""), person)
    return tuple(made.values())


def _because(ground: Ground, coded: Coded, status: EventStatus, past: str | None) -> str:
    words = " … ".join(words_of(ground.parse, noun_phrase(ground.parse, i, _ALL)) for i in sorted(coded.match.used))
    return f"{coded.match.rule.name}: “{words}”; {status}: {past or coded.status_because}"


_ALL = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "acl",
    "advcl",
    "conj",
    "ccomp",
    "xcomp",
    "aux",
    "punct",
    "acl:relcl",
    "parataxis",
    "mark",
    "cc",
    "nmod:poss",
    "case",
    "det",
    "appos",
    "advmod",
    "iobj",
    "csubj",
    "cop",
)
