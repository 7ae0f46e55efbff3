"""What speaks against a side of an event: a pronoun that may be somebody else, words that do not say who is meant."""

from __future__ import annotations

from collections.abc import Callable

from consilience.events.arguments import SUBJECTS
from consilience.events.background import Told
from consilience.events.genders import is_called_otherwise
from consilience.events.ground import Ground, entity_of, is_somebody, lemma_of, name_of, reference_of
from consilience.model.event import Event
from consilience.parses import kid
from consilience.trees import tokens_within

_OF_COURTS = frozenset(
    "attorney barrister captain chief commander detective judge lawyer lieutenant magistrate officer prosecutor sergeant "
    "sheriff spokesman spokesperson spokeswoman trooper".split()
)
_POLICE = frozenset({"cop", "officer", "police", "policeman"})
_MEANS = ("bomb", "bullet", "car", "dog", "gun", "gunfire", "knife", "shot", "truck", "weapon")
_MANY = ("our", "ourselves", "us", "we")
_ONE = ("he", "her", "him", "his", "she")
_ANY = ("any", "each", "every", "no", "whatever", "whichever")
_ANYBODY = ("anybody", "anyone", "everybody", "everyone", "nobody", "someone", "somebody", "whoever")
_LOOSE = ("man", "one", "people", "person", "those", "woman")
_ANY_MAN = ("man", "woman")
_FOR_SOMEBODY = ("agree or promise", "praise or back", "voice support", "welcome a step")
_CHARGED = ("accuse", "charge", "indict", "suspect")
_ATTACKERS = frozenset(
    "assailant attacker bomber cop gang gangbanger gunman militant militiaman officer police policeman rebel rioter shooter "
    "sniper soldier terrorist troop".split()
)


def unclear_side(ground: Ground, told: Told) -> str | None:
    """Why a reader could not tell from the words who acts or whom it befalls, or None."""
    if _tries_others(ground, told):
        return "the pronoun may stand for somebody else"
    if _leans_far(ground, told.act):
        return "of whom it is told is open"
    beside = _told_beside(ground, told)
    if beside is not None:
        return beside
    for person in (*told.event.actors, *told.event.recipients):
        tokens = range(*tokens_within(ground.parse.tokens, person.span))
        head = next((i for i in tokens if ground.parse.tokens[i].head not in tokens), None)
        if head is not None and person in told.event.actors and _is_cut(ground, told, head, tokens[-1] + 1):
            return "a name seems to be cut"
        if head is not None and _is_the_accused(ground, told, head):
            continue
        found = (check(ground, head) for check in _CHECKS) if head is not None else ()
        because = next((b for b in found if b is not None), None)
        if because is not None:
            return because
    return None


def _is_the_accused(ground: Ground, told: Told, noun: int) -> bool:
    """ "The man accused of shooting two": the charge, or what it names, says itself who is meant."""
    tokens, charge = ground.parse.tokens, kid(ground.parse, noun, "acl")
    if charge is None or lemma_of(tokens[charge]) not in _CHARGED:
        return False
    return told.act == charge or tokens[told.act].head == charge


def _tries_others(ground: Ground, told: Told) -> bool:
    """ "The jury convicted him", where "him" is taken for the judge: who tries, defends or speaks is hardly the one tried."""
    if told.event.type not in ("COERCE", "SANCTION") and told.event.mode != "investigate":
        return False
    for person in told.event.recipients:
        index = next(iter(range(*tokens_within(ground.parse.tokens, person.span))), None)
        entity = entity_of(ground, index) if index is not None else None
        if entity is None or index is None or ground.parse.tokens[index].tag != "PRP":
            continue
        words = {word.lower() for described in entity.described for word in described.split()}
        if words & _OF_COURTS:
            return True
    return False


def _is_cut(ground: Ground, told: Told, head: int, behind: int) -> bool:
    """ "The head" of "the head of the guild": a noun right behind which "of" goes on."""
    tokens = ground.parse.tokens
    noun = tokens[head].pos == "NOUN" and name_of(ground, head) is None and entity_of(ground, head) is None
    goes_on = noun and behind < len(tokens) and tokens[behind].word == "of" and tokens[behind].head >= 0
    return goes_on and tokens[tokens[behind].head].head != told.act


def _told_beside(ground: Ground, told: Told) -> str | None:
    """ "Three killed as rioters bomb bank", "praised their friendship": the other side is told beside the clause."""
    event, sentence = told.event, ground.parse.sentences[ground.parse.sentence_of[told.act]]
    if event.type == "ASSAULT" and not event.actors:
        if _acts_beside(ground, told):
            return "who did it may be told beside"
        others = (lemma_of(ground.parse.tokens[i]) for i in range(*sentence.tokens) if not _is_known(ground, event, i))
        doers = _ATTACKERS - _POLICE if event.mode == "explosives" else _ATTACKERS
        return "who did it may be told beside" if any(lemma in doers for lemma in others) else None
    if event.recipients or event.rule not in _FOR_SOMEBODY:
        return None
    acting = {p.entity for p in event.actors}
    near = (
        n for n in ground.annotated.names if n.tokens.first in range(*sentence.tokens) and n.type in ("ORG", "PERSON")
    )
    return "for whom it was may be told beside" if any(n.entity not in acting for n in near) else None


def _acts_beside(ground: Ground, told: Told) -> bool:
    """ "Was hit by a bullet as Carl Marr fired at rivals", "by Carl Marr's car": somebody acts in a clause on the verb."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    clauses = (k for k in kids[told.act] if tokens[k].relation == "advcl" and kid(ground.parse, k, "mark", "advmod"))
    acting = [s for k in clauses if (s := kid(ground.parse, k, *SUBJECTS)) is not None and tokens[s].tag[:3] != "PRP"]
    hands = (k for k in kids[told.act] if lemma_of(tokens[k]) in _MEANS)
    acting += [o for k in hands if (o := kid(ground.parse, k, "nmod:poss")) is not None]
    return any(is_somebody(ground, a) and not _is_known(ground, told.event, a) for a in acting)


def _is_known(ground: Ground, event: Event, index: int) -> bool:
    """Whether a token is in the name of whom it befell, or of who is quoted, or only says more of another noun."""
    if ground.parse.tokens[index].relation in ("amod", "compound", "nmod:desc"):
        return True
    start = ground.parse.tokens[index].start
    spans = [p.span for p in event.recipients] + [s.source for s in ground.statements if s.source is not None]
    return any(span.start <= start < span.end for span in spans)


def _leans_far(ground: Ground, act: int) -> bool:
    """ "Ada met Ben, who runs the guild, praising the miners": a participle set off behind another clause or an object."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[act]
    if (
        token.tag not in ("VBG", "VBN")
        or token.relation != "advcl"
        or not 0 <= token.head < act
        or tokens[act - 1].word != ","
    ):
        return False
    between = range(token.head + 1, act)
    if token.tag == "VBN":
        return any(tokens[i].relation == "obj" and tokens[i].head == token.head for i in between)
    return any(tokens[i].pos == "VERB" and tokens[i].tag in ("VBD", "VBP", "VBZ") for i in between)


def _more_than_one(ground: Ground, index: int) -> str | None:
    """ "We" of one who speaks for many: a country, a party, a team."""
    entity, word = entity_of(ground, index), ground.parse.tokens[index].word.lower()
    return (
        "“we” may be more than who says it" if word in _MANY and (entity is None or entity.type == "person") else None
    )


def _somebody_nearer(ground: Ground, index: int) -> str | None:
    """ "Ada shunned Ben during his visit": somebody is named between the pronoun and whom it is taken for, as no subject."""
    entity, token = entity_of(ground, index), ground.parse.tokens[index]
    if token.word.lower() not in _ONE or token.relation in SUBJECTS or entity is None:
        return None
    for at in range(index - 1, ground.parse.sentences[ground.parse.sentence_of[index]].tokens.first - 1, -1):
        other, name = entity_of(ground, at), name_of(ground, at)
        if other is None or name is None or name.type != "PERSON":
            continue
        if other.id == entity.id or ground.parse.tokens[name.tokens.first].relation in (*SUBJECTS, "nsubj:pass"):
            return None
        return "the pronoun may stand for somebody named nearer"
    return None


def _named_since(ground: Ground, index: int) -> str | None:
    """ "A judge sentenced Ada Brook. She was convicted": somebody is named since the noun that the pronoun takes up."""
    reference = reference_of(ground, index)
    if reference is None or reference.kind != "pronoun" or reference.entity is not None or reference.antecedent is None:
        return None
    called = {lemma_of(t) for t in ground.parse.tokens[slice(*reference.antecedent)]}
    if ground.parse.tokens[index].word.lower() not in _ONE or called & _ATTACKERS.union(_LOOSE, ("suspect",)):
        return None
    for at in range(reference.antecedent.last, index):
        name, token = name_of(ground, at), ground.parse.tokens[at]
        if name is not None and name.type == "PERSON" and token.relation not in ("compound", "flat", "nmod:poss"):
            told = any(s.source is not None and s.source.start <= token.start < s.source.end for s in ground.statements)
            if not told:
                return "the pronoun may stand for somebody named nearer"
    return None


def _of_another_gender(ground: Ground, index: int) -> str | None:
    """ "He" taken for a woman: somebody else is meant."""
    entity, token = entity_of(ground, index), ground.parse.tokens[index]
    if entity is None or token.tag not in ("PRP", "PRP$") or not is_called_otherwise(ground, index, entity):
        return None
    return "the pronoun may stand for somebody else"


def _nobody_in_particular(ground: Ground, index: int) -> str | None:
    token = ground.parse.tokens[index]
    article = kid(ground.parse, index, "det")
    anybody = article is not None and ground.parse.tokens[article].word.lower() in _ANY
    return "nobody in particular" if anybody or token.word.lower() in _ANYBODY else None


def _told_further_on(ground: Ground, index: int) -> str | None:
    """ "The people who live by the river": the words that say who come behind and are not part of the name."""
    if lemma_of(ground.parse.tokens[index]) not in _LOOSE or name_of(ground, index) is not None:
        return None
    article = kid(ground.parse, index, "det")
    if kid(ground.parse, index, "amod", "compound", "nummod") is not None:
        return None  # "the Northport man arrested", "200 people held"
    if lemma_of(ground.parse.tokens[index]) in _ANY_MAN and (
        article is None or ground.parse.tokens[article].word.lower() != "the"
    ):
        return None
    told = kid(ground.parse, index, "acl", "acl:relcl")
    return "who is meant is told only further on" if told is not None else None


_CHECKS: tuple[Callable[[Ground, int], str | None], ...] = (
    _more_than_one, _named_since, _of_another_gender, _somebody_nearer, _nobody_in_particular, _told_further_on,
)  # fmt: skip
