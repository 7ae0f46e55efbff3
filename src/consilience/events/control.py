"""Where the subject of a verb comes from that has none of its own: control, participles, clauses that lean on others."""

from __future__ import annotations

from collections.abc import Mapping

from consilience.events.ground import is_person_noun, lemma_of
from consilience.events.voice import SUBJECTS, agent_of, is_passive, obliques, raised
from consilience.lexicons import word_set
from consilience.parses import Parse, below, kid

_FOR_OTHERS = ("call", "demand", "invitation", "invite", "offer", "order", "permission", "request")
_OBJECT_CONTROL = frozenset(
    "advise allow appoint ask authorise authorize beg cause challenge command compel convince direct dispatch drive "
    "embolden enable encourage force help implore inspire instruct invite lead lobby motivate oblige order pay permit "
    "persuade press pressure prompt push recruit request send spur tell train urge use".split()
)
_ASKING = ("ask", "call", "clamor", "clamour", "hope", "plead", "press", "push", "wait", "wish")
_PRESSING = ("appeal", "call", "demand", "invitation", "order", "permission", "plea", "pressure", "request")
STANCES = (
    "approve",
    "back",
    "block",
    "criticise",
    "criticize",
    "endorse",
    "oppose",
    "praise",
    "reject",
    "support",
    "welcome",
)
_CALLED_ON: Mapping[str, tuple[str, ...]] = {
    "appeal": ("on", "upon", "to"), "call": ("on", "upon", "to"), "count": ("on", "upon"), "lean": ("on", "upon"),
    "plead": ("with",),
    "prevail": ("on", "upon"), "rely": ("on", "upon"), "wait": ("for",),
}  # fmt: skip
_CALLING = ("call", "phone", "telephone", "visit")
_FOR_AN_ACT = ("against", "for", "from", "into", "of", "with")
_HARMING = ("destroy", "injure", "kill", "maim", "wound")


def controller(parse: Parse, verb: int, passive: bool) -> tuple[int, bool] | None:
    """Where an unspoken subject comes from: (token, True) is the subject itself, (verb, False) says whose subject it is."""
    token = parse.tokens[verb]
    if token.head < 0:
        return None
    if token.relation == "acl":
        return _noun_control(parse, verb, passive)
    wanted = _wanted(parse, verb) if token.tag == "VB" else None
    if wanted is not None:
        return wanted, True
    called = (
        _called_on(parse, token.head) if token.relation in ("xcomp", "ccomp", "advcl") and token.tag == "VB" else None
    )
    if called is not None:
        return called, True
    if token.relation == "ccomp" and token.tag == "VBG" and parse.tokens[token.head].lemma.lower() == "say":
        return None
    if token.relation in ("xcomp", "ccomp"):
        controlled = kid(parse, token.head, "obj", "iobj")
        over = parse.tokens[token.head].lemma.lower()
        promise = over in word_set("plover", "subject_control") or (token.tag == "VB" and over in _CALLING)
        if controlled is not None and not promise:
            return controlled, True
        if controlled is None and is_passive(parse, token.head):
            undergoer = kid(parse, token.head, "nsubj:pass")
            return (undergoer, True) if undergoer is not None else (token.head, False)
        return token.head, False
    if token.relation == "advcl":
        return _of_clause(parse, verb)
    return (token.head, False) if token.relation in ("conj", "parataxis") else None


def _of_clause(parse: Parse, verb: int) -> tuple[int, bool] | None:
    """The subject of an adverbial clause: that of the clause it leans on, or whoever is blamed, asked or sent."""
    token = parse.tokens[verb]
    having = any(parse.tokens[k].word.lower() == "having" for k in parse.kids[verb])
    if (token.tag == "VBG" or having) and kid(parse, verb, "mark", "case") is None:
        return _of_bare_participle(parse, verb)
    if _is_for_an_act(parse, verb):
        blamed = next(
            (k for k in (*_done_by(parse, token.head), *raised(parse, token.head)) if _can_act(parse, k)), None
        )
        return (blamed, True) if blamed is not None else (token.head, False)
    if token.tag == "VB" and lemma_of(parse.tokens[token.head]) in _OBJECT_CONTROL:
        asked = next((k for k in _done_by(parse, token.head) if _can_act(parse, k)), None)
        return (asked, True) if asked is not None else (token.head, False)
    return token.head, False


def _of_bare_participle(parse: Parse, verb: int) -> tuple[int, bool] | None:
    """ "The car was blown up, killing two": not the car but who blew it up. "Having met Ben, Ada will go, aides say": Ada."""
    head = parse.tokens[verb].head
    if lemma_of(parse.tokens[verb]) in _HARMING and is_passive(parse, head):
        agent = agent_of(parse, head)
        return (agent, True) if agent is not None else None
    told = kid(parse, head, "ccomp")
    own = kid(parse, head, *SUBJECTS)
    if told is not None and own is not None and verb < told < head and told < own:
        return told, False
    return head, False


def _is_for_an_act(parse: Parse, verb: int) -> bool:
    """ "Berated the guards for ejecting her", "accused them of killing": the act is that of whoever it is done to."""
    mark = kid(parse, verb, "mark", "case")
    if parse.tokens[verb].tag != "VBG" or mark is None or parse.tokens[mark].word.lower() not in _FOR_AN_ACT:
        return False
    before = parse.tokens[mark - 1] if mark else parse.tokens[mark]
    return parse.tokens[mark].word.lower() != "of" or before.pos != "NOUN" or before.relation != "obl"


def _wanted(parse: Parse, verb: int) -> int | None:
    """Who is to act: "called for Ada to resign", "right for Ada to go", "kept up pressure on Ada to go"."""
    head = parse.tokens[verb].head
    named = for_whom(parse, head)
    if named is not None and head < named < verb:
        return named
    nouns = [head, *(k for k in parse.kids[head] if parse.tokens[k].relation == "obj")]
    for noun in nouns:
        if lemma_of(parse.tokens[noun]) in _PRESSING:
            return next((k for case, k in obliques(parse, noun) if case in ("for", "on", "to") and k < verb), None)
    return None


def _is_for(parse: Parse, index: int) -> bool:
    """Whether "for" stands before the phrase, wherever the tree hangs it."""
    first = below(parse, index)[0]
    return "for" in (parse.tokens[first].word.lower(), parse.tokens[first - 1].word.lower() if first else "")


def for_whom(parse: Parse, head: int) -> int | None:
    """The one named between "call", "wait", "right" or the like and the infinitive: "called for Ada to resign"."""
    if lemma_of(parse.tokens[head]) not in _ASKING and parse.tokens[head].pos not in ("ADJ", "NOUN"):
        return None
    act = next((k for k in parse.kids[head] if k > head and parse.tokens[k].tag == "VB"), None)
    if act is None:
        return _for_title(parse, head)
    return next((k for k in parse.kids[head] if head < k < act and _can_act(parse, k) and _is_for(parse, k)), None)


def _for_title(parse: Parse, head: int) -> int | None:
    """ "Call for Gov. Ada Brook to veto the bill", where the tree hangs "veto" on the governor."""
    for k in parse.kids[head]:
        acts = (a for a in parse.kids[k] if parse.tokens[a].relation == "acl" and parse.tokens[a].tag == "VB")
        if k > head and parse.tokens[k].relation == "obl" and _can_act(parse, k) and any(acts) and _is_for(parse, k):
            return k
    return None


def _done_by(parse: Parse, verb: int) -> list[int]:
    """Whom the verb's act befalls, those behind the verb first."""
    found = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("obj", "iobj", "nsubj:pass")]
    return sorted(found, key=lambda k: k < verb)


def _can_act(parse: Parse, index: int) -> bool:
    """Whether the word is a name, a pronoun or a noun for people: no occasion and no reason."""
    return parse.tokens[index].pos in ("PRON", "PROPN") or is_person_noun(lemma_of(parse.tokens[index]))


def _nearest(parse: Parse, verb: int, noun: int) -> int:
    """The people right before the participle where the tree hangs it on a thing ("a plea to voters backing Ada")."""
    last = parse.tokens[verb - 1]
    of_it = last.head == noun and last.relation == "nmod" and not is_person_noun(lemma_of(parse.tokens[noun]))
    return verb - 1 if of_it and is_person_noun(lemma_of(last)) else noun


def _called_on(parse: Parse, head: int) -> int | None:
    """Who is called on, or appealed to, to do something."""
    lemma = lemma_of(parse.tokens[head])
    if lemma not in _CALLED_ON:
        return None
    told = next((k for case, k in obliques(parse, head) if case in _CALLED_ON[lemma]), None)
    aimed = any(parse.tokens[k].word.lower() in ("on", "upon") for k in parse.kids[head])
    return kid(parse, head, "obj") if told is None and aimed else told


def _noun_control(parse: Parse, verb: int, passive: bool) -> tuple[int, bool] | None:
    """ "Boats seized by …", "troops attacking …" are about the noun; "a plan to attack" is about who has the plan."""
    noun = parse.tokens[verb].head
    if parse.tokens[verb].tag in ("VBN", "VBG") or passive:
        return _nearest(parse, verb, noun), True
    if parse.tokens[noun].lemma.lower() in _FOR_OTHERS:
        return None
    owner, above = kid(parse, noun, "nmod:poss"), parse.tokens[noun].head
    if owner is not None and not (parse.tokens[owner].tag == "PRP$" and parse.tokens[noun].relation == "obj"):
        return owner, True
    if above >= 0 and lemma_of(parse.tokens[above]) in STANCES:
        return None
    if above >= 0 and parse.tokens[noun].relation in ("obj", "obl") and parse.tokens[above].pos == "VERB":
        return above, False
    return None
