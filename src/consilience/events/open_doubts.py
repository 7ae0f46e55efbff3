"""What speaks against an event by the shape of its clause: a clause that hangs on another noun, a rule told in general,
what was not said, a name that goes on behind the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consilience.events.arguments import SUBJECTS
from consilience.events.background import Told
from consilience.events.ground import Ground, entity_of, is_somebody, lemma_of, name_of
from consilience.events.negation import is_negated
from consilience.model.event import Participant
from consilience.parses import kid
from consilience.trees import tokens_within

_FAR = 3  # steps from the noun before "who" up to the noun that its clause is hung on
_ON_THINGS = ("abduct", "destroy")
_SAYING = ("claim", "promise", "say", "suggest", "tell")
_PROMISES = ("a promise", "agree or promise")
_HARSH = ("against", "hard", "tough")
_LESS = ("cease", "curb", "end", "halt", "limit", "moderate", "soften", "stop", "tone")
_LAWYERS = ("attorney", "barrister", "counsel", "firm", "lawyer", "solicitor")
_AWAITED = ("anticipate", "anticipated", "await", "awaited")
_BODIES = ("bank", "body", "company", "corporation", "firm", "group", "organisation", "organization")


def unclear_clause(ground: Ground, told: Told) -> str | None:
    """Why it is open whether the clause tells this act of these people, or None."""
    return next((b for b in (check(ground, told) for check in _CHECKS) if b is not None), None)


def _relative(ground: Ground, told: Told) -> str | None:
    """ "The aide of the mayor, rival of Ada Brook who …": a relative clause that hangs far from the noun it follows."""
    tokens, act = ground.parse.tokens, told.act
    while tokens[act].relation == "conj" and tokens[act].head >= 0:
        act = tokens[act].head
    if tokens[act].relation != "acl:relcl":
        return None
    many = any(tokens[k].word.lower() in ("are", "have", "were") for k in ground.parse.kids[told.act])
    if many and tokens[tokens[act].head].tag in ("NN", "NNP") and tokens[tokens[act].head].relation == "conj":
        return "of whom it is told is open"
    pronoun = next((k for k in ground.parse.kids[act] if tokens[k].tag in ("WDT", "WP")), None)
    if pronoun is not None and _between(ground, tokens[act].head, pronoun):
        return "whose clause it is is open"
    if pronoun is None or pronoun == 0 or tokens[pronoun - 1].pos not in ("NOUN", "PROPN"):
        return None
    at, steps = pronoun - 1, 0
    while at >= 0 and at != tokens[act].head:
        at, steps = tokens[at].head, steps + (tokens[at].relation not in ("flat", "compound", "fixed"))
    return "whose clause it is is open" if at < 0 or steps >= _FAR else None


def _between(ground: Ground, noun: int, pronoun: int) -> bool:
    """ "The lawyer acting for the officer, who was charged": "who" right behind somebody else than the tree says."""
    tokens, at = ground.parse.tokens, pronoun - 2
    if pronoun < 2 or tokens[pronoun - 1].word != "," or tokens[pronoun].word.lower() != "who" or at <= noun:
        return False
    verb = tokens[at].head
    if name_of(ground, at) is not None and _of_another(ground, noun, at):
        return True
    apart = verb > noun and tokens[verb].pos == "VERB" and tokens[verb].relation in ("acl", "acl:relcl")
    return apart and is_somebody(ground, at) and name_of(ground, noun) is None


def _of_another(ground: Ground, noun: int, at: int) -> bool:
    """ "Ada Brook, the mother of Ben Brook, who was shot": the name right before "who" is of another than the tree says."""
    tokens, name = ground.parse.tokens, name_of(ground, at)
    if name is None or name.type != "PERSON" or name.entity == (own.id if (own := entity_of(ground, noun)) else None):
        return False
    head = tokens[at].head if tokens[at].relation == "flat" else at
    return tokens[head].relation == "nmod" and tokens[tokens[head].head].relation == "appos"


def _behind_a_noun(ground: Ground, told: Told) -> str | None:
    """ "Gave money to a group backing Ada Brook": who backs her may be the group."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[told.act]
    before = told.act - 1
    if token.tag != "VBG" or token.relation != "advcl" or before <= token.head or token.head < 0:
        return None
    if any(before in range(*tokens_within(tokens, p.span)) for p in told.event.actors):
        return None
    beside = is_somebody(ground, before) and tokens[before].relation not in (*SUBJECTS, "nsubj:pass")
    return "who does it may be told right before" if beside else None


def _heads(ground: Ground, people: tuple[Participant, ...]) -> Iterator[tuple[int, int]]:
    """The noun of each side, and the token behind its words."""
    for person in people:
        tokens = range(*tokens_within(ground.parse.tokens, person.span))
        head = next((i for i in tokens if ground.parse.tokens[i].head not in tokens), None)
        if head is not None:
            yield head, tokens[-1] + 1


def _named_right_behind(ground: Ground, told: Told) -> str | None:
    """ "The governing party's candidate" out of "the governing party's candidate Ada Brook"."""
    tokens = ground.parse.tokens
    for head, behind in _heads(ground, (*told.event.actors, *told.event.recipients)):
        name = name_of(ground, behind) if behind < len(tokens) else None
        begins = name is not None and name.type == "PERSON" and name.tokens.first == behind
        inside = tokens[head].pos == "NOUN" and name_of(ground, head) is None
        if begins and inside and tokens[behind].head in (head, tokens[head].head, behind - 1):
            return "a name seems to be cut"
    return None


def _another_body_nearer(ground: Ground, told: Told) -> str | None:
    """ "Left Brook Trust; joined Hill Bank, who praised the firm": another body is named nearer than whom it stands for."""
    tokens = ground.parse.tokens
    for head, _ in _heads(ground, (*told.event.actors, *told.event.recipients)):
        entity = entity_of(ground, head)
        if entity is None or name_of(ground, head) is not None or lemma_of(tokens[head]) not in _BODIES:
            continue
        first = ground.parse.sentences[ground.parse.sentence_of[head]].tokens.first
        for at in range(head - 1, first - 1, -1):
            name, other = name_of(ground, at), entity_of(ground, at)
            if name is not None and name.type == "ORG" and other is not None:
                if other.id == entity.id:
                    break
                return "the noun may stand for somebody named nearer"
    return None


def _nobody_met(ground: Ground, told: Told) -> str | None:
    """ "Many thought the party would have a serious discussion", "arrived in Northport" with no host."""
    event = told.event
    if event.rule == "talks" and len(event.actors) == 1 and _is_with(ground, told):
        return "nobody found who takes part beside"
    if event.type != "CONSULT" or event.recipients or (len(event.actors) != 1 and event.mode != "visit"):
        return None
    if event.status not in ("happened", "historical") and len(event.actors) == 1:
        return "nobody found who takes part beside"
    if event.mode != "visit":
        return None
    sentence = ground.parse.sentences[ground.parse.sentence_of[told.act]].tokens
    places = (n for n in ground.annotated.names if n.type == "LOC" and told.act < n.tokens.first < sentence.last)
    return "the host may be told beside" if any(places) else None


def _is_with(ground: Ground, told: Told) -> bool:
    """Whether the only one who takes part stands behind "with" ("private consultation with aides")."""
    before = tokens_within(ground.parse.tokens, told.event.actors[0].span)[0] - 1
    return before >= 0 and ground.parse.tokens[before].word.lower() == "with"


def _as_a_rule(ground: Ground, told: Told) -> str | None:
    """ "Officials do not meet with rebels", "whenever she meets a governor": told of any such case."""
    tokens, kids = ground.parse.tokens, ground.parse.kids
    helpers = {tokens[k].word.lower() for k in kids[told.act]}
    if told.event.type == "CONSULT" and told.event.status == "denied" and helpers & {"do", "does"}:
        return "told of what is done as a rule"
    first = ground.parse.sentences[ground.parse.sentence_of[told.act]].tokens.first
    general = any(t.word.lower() == "whenever" for t in tokens[first : told.act])
    return "told of what is done as a rule" if general else None


def _harsh_promise(ground: Ground, told: Told) -> str | None:
    """ "Promised to be tough on the banks": what is promised may be harm."""
    if told.event.rule not in _PROMISES or told.event.type != "AGREE":
        return None
    last = ground.parse.sentences[ground.parse.sentence_of[told.act]].tokens.last
    words = {t.word.lower() for t in ground.parse.tokens[told.act + 1 : min(last, told.act + 8)]}
    return "what is promised may be harm" if words & set(_HARSH) else None


def _whose_is_open(ground: Ground, told: Told) -> str | None:
    """ "Support his re-election", "gave to her charity": whose it is, or whether it is for the owner, is not said."""
    tokens, event = ground.parse.tokens, told.event
    if event.type == "AID":
        spans = (range(*tokens_within(tokens, p.span)) for p in event.recipients)
        owned = any(len(s) == 1 and tokens[s[0]].tag == "PRP$" for s in spans)
        return "it may be for what is theirs, not for them" if owned else None
    if event.type != "SUPPORT" or event.recipients or len(event.actors) > 1:
        return None
    if event.status in ("denied", "hypothetical"):
        return "for whom it was may be told beside"
    thing = kid(ground.parse, told.act, "obj")
    if thing is None:
        heads = (k for k in ground.parse.kids[told.act] if tokens[k].relation == "conj")
        thing = next((t for t in (kid(ground.parse, k, "obj") for k in heads) if t is not None), None)
    owner = kid(ground.parse, thing, "nmod:poss") if thing is not None else None
    return "for whom it was may be told beside" if owner is not None and tokens[owner].tag == "PRP$" else None


def _not_said(ground: Ground, told: Told) -> str | None:
    """ "I did not say that I will back her", "came not to back her"."""
    tokens, at = ground.parse.tokens, told.act
    before = [t.word.lower() for t in tokens[max(0, at - 3) : at]]
    if told.event.status != "denied" and before[-1:] == ["to"] and "not" in before:
        return "the words may deny it"
    steps = 0
    while tokens[at].relation in ("ccomp", "xcomp") and tokens[at].head >= 0 and steps < _FAR:
        at, steps = tokens[at].head, steps + 1
        if lemma_of(tokens[at]) in _SAYING and is_negated(ground.parse, at) and told.event.status == "happened":
            return "not said to be so"
    return "the words may deny it" if told.event.because.endswith("denied: not needed") else None


def _another_word(ground: Ground, told: Told) -> str | None:
    """ "Cannot fight that", "the mayor's standing", "the firm that defended them in court": hardly the act of the rule."""
    tokens, kids, event = ground.parse.tokens, ground.parse.kids, told.event
    thing = kid(ground.parse, told.act, "obj")
    if event.rule == "fight" and not event.recipients and thing is not None and not is_somebody(ground, thing):
        return "may be a figure of speech"
    subject = kid(ground.parse, told.act, *SUBJECTS)
    if tokens[told.act].tag == "VBG" and subject is not None and any(tokens[k].tag == "POS" for k in kids[subject]):
        return "may be a noun"
    acting = {lemma_of(tokens[head]) for head, _ in _heads(ground, event.actors)}
    lawyers = event.type == "SUPPORT" and lemma_of(tokens[told.act]) == "defend" and acting & set(_LAWYERS)
    return "may be a lawyer's trade" if lawyers else None


def _noun_in_doubt(ground: Ground, told: Told) -> str | None:
    """ "Will tone down her attacks", "their long-awaited meeting", "attacks on the mayor's plan"."""
    tokens, event, token = ground.parse.tokens, told.event, ground.parse.tokens[told.act]
    if token.pos != "NOUN":
        return None
    over = lemma_of(tokens[token.head]) if token.head >= 0 and token.relation == "obj" else ""
    if event.status == "hypothetical" and over in _LESS:
        return "it goes on, and only its end is wished for"
    awaited = any(lemma_of(tokens[k]) in _AWAITED for k in ground.parse.kids[told.act])
    if awaited and event.status == "happened":
        return "may still lie ahead"
    modal = event.because.rsplit("hypothetical: ", 1)[-1].startswith("only possible (")
    said_of_it = token.relation in (*SUBJECTS, "nsubj:pass") and event.status == "hypothetical" and modal
    if event.type == "CONSULT" and said_of_it:
        return "only what is said of it is open"
    if event.type != "ASSAULT" or event.rule != "an attack":
        return None
    owners = (tokens[h] for h, _ in _heads(ground, event.recipients))
    things = (o.head for o in owners if o.relation == "nmod:poss" and o.head not in (told.act, -1))
    return "may be an attack in words" if any(not is_somebody(ground, t) for t in things) else None


def _said_of_such_acts(ground: Ground, told: Told) -> str | None:
    """ "She said lifting the ban was wrong": an act that is only spoken of, by somebody who need not have done it."""
    tokens, token = ground.parse.tokens, ground.parse.tokens[told.act]
    spoken = 0 <= token.head == told.act - 1 and lemma_of(tokens[token.head]) in ("claim", "say")
    alone = token.tag == "VBG" and kid(ground.parse, told.act, "aux", *SUBJECTS) is None
    voiced = told.event.because.endswith("voiced by the speaker")
    return "whose act it is is open" if alone and not voiced and (spoken or token.relation == "csubj") else None


def _thing_of_theirs(ground: Ground, told: Told) -> str | None:
    """ "Hijacked the floor of the house", "destroyed the camp's hard drives": a thing of theirs, not they themselves."""
    thing = kid(ground.parse, told.act, "obj")
    if thing is None or told.event.rule not in _ON_THINGS or is_somebody(ground, thing):
        return None
    at = ground.parse.tokens[thing].start
    whole = any(p.span.start <= at < p.span.end for p in told.event.recipients)
    return "it befell a thing of theirs" if told.event.recipients and not whole else None


def _bare_before_name(ground: Ground, told: Told) -> str | None:
    """ "Newspaper" out of "newspaper The Northport Herald"."""
    for head, behind in _heads(ground, (*told.event.actors, *told.event.recipients)):
        bare = ground.parse.tokens[head].tag == "NN" and not any(k < head for k in ground.parse.kids[head])
        if (
            not bare
            or behind != head + 1
            or behind + 1 >= len(ground.parse.tokens)
            or name_of(ground, head) is not None
        ):
            continue
        behind += ground.parse.tokens[behind].word == "The"
        name = name_of(ground, behind)
        if name is not None and name.tokens.first <= behind:
            return "a name seems to be cut"
    return None


_CHECKS: tuple[Callable[[Ground, Told], str | None], ...] = (
    _relative, _behind_a_noun, _named_right_behind, _another_body_nearer, _nobody_met, _as_a_rule, _harsh_promise,
    _whose_is_open, _not_said, _another_word, _noun_in_doubt,
    _said_of_such_acts, _thing_of_theirs, _bare_before_name,
)  # fmt: skip
