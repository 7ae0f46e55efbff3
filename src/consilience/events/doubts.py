"""What speaks against an event that the rules code: such an event is given with its doubt, and told in no account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from consilience.events.arguments import obliques
from consilience.events.background import Told
from consilience.events.ground import Ground, is_somebody, lemma_of
from consilience.events.open_doubts import unclear_clause
from consilience.events.side_doubts import unclear_side
from consilience.events.status import INFINITIVE, ON_CONDITION
from consilience.lexicons import word_set
from consilience.model.event import Event, Participant
from consilience.model.spans import covers
from consilience.parses import kid

_TWO_SIDED = ("ACCUSE", "AGREE", "ASSAULT", "COERCE", "COOPERATE", "REJECT", "REQUEST", "THREATEN")
_THROWN = ("fire at", "open fire", "throw things in a protest")
_TOWARDS = ("across", "against", "at", "into", "over", "toward", "towards")
_ALONE = ("a promise",)  # what somebody promises need not be told to anybody
_DESCRIBING = ("ACCUSE", "COERCE", "MOBILIZE", "SUPPORT")  # whom somebody charges or backs is news even beside a noun
_BEFALLING = ("ACCUSE", "ASSAULT", "COERCE", "SANCTION")
_WHO = ("LOC", "NORP", "ORG", "PERSON")
_TOLD_ANYWHERE = ("ACCUSE", "ASSAULT", "RETREAT", "SUPPORT")
_DEEP = 4  # steps from the act up to the main verb of its sentence


def doubted(ground: Ground, told: Told) -> Event:
    """The event with the first doubt that holds, or as it is."""
    because = next((b for b in (check(ground, told) for check in _CHECKS) if b is not None), None)
    return told.event if because is None else replace(told.event, doubt=because)


def _one_sided(ground: Ground, told: Told) -> str | None:
    """Whoever was accused, asked, refused or struck is not found, though the sentence names others."""
    event = told.event
    if event.type not in (*_TWO_SIDED, "PROTEST") or event.rule in _ALONE or not event.actors or event.recipients:
        return None
    thing = kid(ground.parse, told.act, "obj", "iobj")
    if thing is not None and ground.parse.tokens[thing].word.lower() in ("her", "him", "them"):
        return "nobody found at whom it was aimed"
    if _on_somebody_unsaid(ground, told):
        return "nobody found at whom it was aimed"
    if event.rule == "reject" and not _names_below(ground, kid(ground.parse, told.act, "obj", "nsubj:pass")):
        return None
    mutual = event.type in ("AGREE", "COOPERATE") or event.rule == "exchange fire"
    mutual = event.type == "PROTEST" or (mutual and len(event.actors) > 1)
    return "nobody found at whom it was aimed" if not mutual and _names_another(ground, event) else None


def _on_somebody_unsaid(ground: Ground, told: Told) -> bool:
    """ "Fired across the bows", "threw stones at the windows", "boarded the pirates' boat and seized rifles"."""
    tokens, verb = ground.parse.tokens, told.act
    if told.event.rule in _THROWN:
        return any(case in _TOWARDS and k > verb for case, k in obliques(ground.parse, verb))
    if told.event.rule != "seize" or tokens[verb].relation != "conj" or tokens[verb].head < 0:
        return False
    thing = kid(ground.parse, tokens[verb].head, "obj")
    return thing is not None and is_somebody(ground, thing)


def _names_below(ground: Ground, thing: int | None) -> bool:
    """Whether a name stands in what is refused, or it is a mere pronoun; "rejected both objections" names nobody."""
    if thing is None or ground.parse.tokens[thing].pos != "NOUN":
        return True
    named = {i for n in ground.annotated.names if n.type in _WHO for i in range(*n.tokens)}
    below = [thing]
    for index in below:
        below += ground.parse.kids[index]
    return any(i in named or ground.parse.tokens[i].tag.startswith("PRP") for i in below)


def _names_another(ground: Ground, event: Event) -> bool:
    """Whether the sentence holds a name of somebody else than those who act."""
    acting = {person.entity for person in event.actors} - {None}
    for name in ground.annotated.names:
        start = ground.parse.tokens[name.tokens.first].start
        own = name.entity in acting or any(p.span.start <= start < p.span.end for p in event.actors)
        if name.type in _WHO and event.sentence.start <= start < event.sentence.end and not own:
            return True
    return False


def _bare_infinitive(ground: Ground, told: Told) -> str | None:
    """ "Pressed by her party to go": the words leave open whether it came about, and often whose act it is."""
    open_end = told.event.status == "hypothetical" and told.event.because.endswith(INFINITIVE)
    return "told by an infinitive alone" if open_end else None


def _only_able(ground: Ground, told: Told) -> str | None:
    """ "Is able to send more help": nobody is said to do it."""
    able = told.event.status == "hypothetical" and told.event.because.endswith(("(able)", "(capable)"))
    return "only said to be possible for them" if able else None


def _only_tried(ground: Ground, told: Told) -> str | None:
    """ "Tried to storm the hall": whether it failed or was begun is not said."""
    tried = told.event.status == "hypothetical" and told.event.because.endswith(("(attempt)", "(try)"))
    return "only tried, and its end is not told" if tried else None


def _any_case(ground: Ground, told: Told) -> str | None:
    """ "If the driver was charged", "without insulting the mayor": told of any such case."""
    event, tokens = told.event, ground.parse.tokens
    named = any(p.entity is not None for p in (*event.actors, *event.recipients))
    if event.status == "hypothetical" and event.because.endswith((ON_CONDITION, "under a condition")):
        return "told of any such case" if event.type in _BEFALLING and not named else None
    act = told.act
    while tokens[act].relation == "conj" and tokens[act].head >= 0:
        act = tokens[act].head
    mark = kid(ground.parse, act, "mark")
    if event.status != "denied" or mark is None or tokens[mark].word.lower() != "without" or tokens[act].head < 0:
        return None
    return "told of any such case" if tokens[tokens[act].head].tag not in ("VBD", "VBN") else None


def _torn_name(ground: Ground, told: Told) -> str | None:
    """ "Attorney" out of "the attorney general", "general": a bare noun where a name or a phrase was cut."""
    torn = any(_is_torn(ground, person) for person in (*told.event.actors, *told.event.recipients))
    return "a name seems to be cut" if torn else None


def _is_torn(ground: Ground, person: Participant) -> bool:
    if person.entity is not None or " " in person.name or not person.name.islower():
        return False
    tokens = ground.parse.tokens
    at = next((i for i in range(len(tokens)) if person.span.start <= tokens[i].start < person.span.end), None)
    if at is None or tokens[at].tag != "NN" or lemma_of(tokens[at]) in word_set("plover_senses", "bare"):
        return False
    if tokens[at].relation == "conj" and kid(ground.parse, tokens[at].head, "det", "nmod:poss") is not None:
        return False  # "his mother and sister"
    first = ground.parse.sentences[ground.parse.sentence_of[at]].span
    return ground.headline is None or not covers(ground.headline, first)


def _in_passing(ground: Ground, told: Told) -> str | None:
    """ "Two drivers wounded at the pier": the act only says who is meant, or stands deep below what is told."""
    tokens, at, steps = ground.parse.tokens, told.act, 0
    news = told.event.type in _DESCRIBING and told.event.rule != "sentence to prison"
    if tokens[at].pos == "VERB" and tokens[at].relation == "acl" and not news:
        return "only says who or what is meant"
    while tokens[at].head >= 0:
        at, steps = tokens[at].head, steps + 1
    met = told.event.type in ("AGREE", "CONSULT") and told.event.status in ("happened", "historical")
    deep = steps >= _DEEP and told.event.type not in _TOLD_ANYWHERE and not met
    return "stands far below what its sentence tells" if deep else None


def _violence_to_come(ground: Ground, told: Told) -> str | None:
    """ "Was expected to take the hills", "will threaten us all": hardly ever an attack or a threat."""
    expected = told.event.status == "planned" and told.event.type in ("ASSAULT", "THREATEN")
    return "violence that is only expected" if expected else None


def _nobody(ground: Ground, told: Told) -> str | None:
    """ "After a rally was cancelled": neither side is told."""
    return None if told.event.actors or told.event.recipients else "nobody is told who takes part"


def _mere_help(ground: Ground, told: Told) -> str | None:
    """ "Her praise helps the party", "would not have rescued the firm": hardly ever aid that one side gives another."""
    if told.event.rule != "help":
        return None
    helps = lemma_of(ground.parse.tokens[told.act]) in ("aid", "assist", "help") or told.event.status == "denied"
    return "help of no stated kind" if helps else None


def _somebody_else(ground: Ground, told: Told) -> str | None:
    """ "Said that he should step down": what a speaker wants of "he" may be another's act."""
    number = ground.owner[told.act]
    if number < 0 or told.event.status != "hypothetical" or len(told.event.actors) != 1:
        return None
    speaker, actor = ground.statements[number].speaker, told.event.actors[0]
    pronoun = ground.parse.text[actor.span.start : actor.span.end].lower() in ("he", "she", "they")
    same = speaker is not None and actor.entity is not None and speaker.id == actor.entity
    return "the pronoun may stand for another than the speaker" if pronoun and same else None


_CHECKS: tuple[Callable[[Ground, Told], str | None], ...] = (
    _nobody, _torn_name, _one_sided, _bare_infinitive, _only_tried, _any_case, _only_able, _in_passing,
    _violence_to_come, _mere_help, _somebody_else, unclear_side, unclear_clause,
)  # fmt: skip
