"""Slips of the tree put right before events are coded: a subject that hangs on the clause above its own, a verb joined to
the clause below its own, a participle hung on the wrong word; those of names and titles stand in `mended_names`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.events.mended_names import of_names, of_noun
from consilience.lexicons import word_set
from consilience.model.annotations import Name, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_MARKS = ("after", "as", "because", "before", "since", "until", "when", "while")
_TIMES = (
    "afternoon",
    "day",
    "evening",
    "month",
    "morning",
    "night",
    "time",
    "today",
    "tonight",
    "week",
    "year",
    "yesterday",
)
_ATTACKS = ("airstrike", "ambush", "assault", "attack", "crackdown", "offensive", "raid", "strike")
_MEETINGS = ("meeting", "summit", "talk", "visit", "trip")
_OCCASIONS = (
    "bar",
    "building",
    "church",
    "club",
    "factory",
    "feast",
    "firm",
    "mall",
    "office",
    "party",
    "rally",
    "school",
    "store",
)
_HARMING = ("injure", "kill", "wound")
_CLAUSES = ("advcl", "ccomp", "conj", "parataxis", "acl:relcl")


def mended(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[Token, ...]:
    """The tokens with all slips mended."""
    kids: dict[int, list[int]] = {}
    for index, token in enumerate(tokens):
        kids.setdefault(token.head, []).append(index)
    moved: dict[int, Token] = {}
    for index, token in enumerate(tokens):
        moved |= _of_verb(tokens, index, kids) if token.pos == "VERB" else {}
        moved |= _subject_below(tokens, index, kids) if token.pos == "ADJ" and index in kids else {}
        moved |= _finite_joined(tokens, index, kids) if token.relation == "conj" else {}
        moved |= of_noun(tokens, index, kids)
        moved |= _attacked(tokens, index, kids) if token.relation == "nmod" else {}
        moved |= _talks_with(tokens, index, kids) if token.relation == "obl" else {}
        moved |= (
            _joined_across(tokens, index, kids) if token.relation == "conj" and token.pos in ("NOUN", "PROPN") else {}
        )
        moved |= of_names(tokens, index, kids, names) if index in kids else {}
    told = tuple(moved.get(index, token) for index, token in enumerate(tokens))
    return told if all(_leads_up(told, index) for index in moved) else tuple(tokens)


def _leads_up(tokens: Sequence[Token], index: int) -> bool:
    """Whether the way up from a token ends at a root; two slips mended at once may send it round in a ring."""
    for _ in range(len(tokens)):
        if tokens[index].head < 0:
            return True
        index = tokens[index].head
    return False


def _of_verb(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """What is put right at a verb."""
    token = tokens[verb]
    moved: dict[int, Token] = {}
    if token.relation == "conj":
        moved |= _joined_above(tokens, verb, kids) or _joined_below(tokens, verb, kids)
    if token.tag == "VBD" and token.relation == "amod":
        moved |= _told_as_adjective(tokens, verb, kids)
    if token.tag == "VBD" and token.relation in ("acl", "advcl"):
        moved |= _after_its_subject(tokens, verb, kids) or _unmarked_subject(tokens, verb, kids)
    if token.tag == "VBG" and token.relation == "acl":
        moved |= _set_off(tokens, verb) or _in_a_letter(tokens, verb, kids)
    if token.tag == "VBG" and token.relation == "conj" and tokens[token.head].tag == "CD":
        moved |= _joined_to_number(tokens, verb)
    if token.tag == "VBG" and token.relation == "amod":
        moved |= _blamed_for(tokens, verb, kids)
    if verb in kids and not any(tokens[k].relation in _SUBJECTS for k in kids[verb]):
        moved |= _object_before(tokens, verb, kids[verb])
    if verb in kids:
        moved |= _subject_below(tokens, verb, kids) | _relative_object(tokens, kids[verb])
    return moved


def _object_before(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> dict[int, Token]:
    """ "Ada Brook has asked Ben to go, aides said", where the tree takes Ada Brook for an object."""
    objects = [k for k in below if tokens[k].relation in ("obj", "iobj")]
    helper = next((k for k in below if tokens[k].relation == "aux" and k < verb), None)
    first = len(objects) > 1 and helper is not None and objects[0] < helper and tokens[objects[0]].tag == "NNP"
    return {objects[0]: replace(tokens[objects[0]], relation="nsubj")} if first else {}


def _relative_object(tokens: Sequence[Token], below: Sequence[int]) -> dict[int, Token]:
    """ "Arven, which Norway has threatened", where the tree takes both for subjects of "threatened"."""
    subjects = [k for k in below if tokens[k].relation == "nsubj"]
    if (
        len(subjects) != 2
        or tokens[subjects[0]].tag not in ("WDT", "WP")
        or tokens[subjects[1]].tag[:1] not in ("N", "P")
    ):
        return {}
    own = any(tokens[k].relation == "obj" for k in below)
    return {} if own else {subjects[0]: replace(tokens[subjects[0]], relation="obj")}


def _subject_below(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ada spoke after five judges resigned", where the tree takes both for subjects of "spoke"."""
    subjects = [k for k in kids[verb] if tokens[k].relation in _SUBJECTS]
    bare = tokens[verb].tag == "VB" and any(tokens[k].tag == "TO" for k in kids[verb])
    if not subjects or subjects[-1] < verb or not (bare or (len(subjects) > 1 and subjects[0] < verb)):
        return {}
    last = subjects[-1]
    below = next(
        (k for k in kids[verb] if k > last and tokens[k].relation in _CLAUSES and tokens[k].pos == "VERB"), None
    )
    if below is None or any(tokens[k].relation in _SUBJECTS for k in kids.get(below, ())):
        return {}
    helped = any(tokens[k].relation == "aux" for k in kids.get(below, ()))
    between = (i for i in range(last + 1, below) if tokens[i].pos == "VERB")
    apart = any(not (tokens[i].relation == "acl:relcl" and tokens[i].head == last) for i in between)
    if (tokens[below].tag == "VBG" and not helped) or apart:
        return {}
    marks = [k for k in kids[verb] if verb < k < last and tokens[k].relation == "mark"]
    return {k: replace(tokens[k], head=below) for k in (last, *marks)}


def _after_its_subject(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ada spoke after five judges urged Ben to go", where the tree takes "after five judges" for a phrase."""
    before, token = tokens[verb - 1] if verb else None, tokens[verb]
    if before is None or before.relation != "obl" or any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ())):
        return {}
    marks = [k for k in kids.get(verb - 1, ()) if tokens[k].relation == "case" and tokens[k].word.lower() in _MARKS]
    if not marks or before.head < 0:
        return {}
    found = {verb: replace(token, head=before.head, relation="advcl")}
    found[verb - 1] = replace(before, head=verb, relation="nsubj")
    return found | {k: replace(tokens[k], head=verb, relation="mark") for k in marks}


def _unmarked_subject(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ten died when an earthquake razed the village", where the tree takes the earthquake for a time."""
    below, before = kids.get(verb, ()), tokens[verb - 1] if verb else tokens[verb]
    if before.relation != "obl:unmarked" or before.head != verb or before.tag != "NN" or before.lemma.lower() in _TIMES:
        return {}
    marked = any(tokens[k].word.lower() in ("after", "as", "when", "while") for k in below)
    own = any(tokens[k].relation in _SUBJECTS for k in below)
    return {verb - 1: replace(before, relation="nsubj")} if marked and not own else {}


def _joined_across(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Shooting Ada, 34, and wounding Ben, 32, and Cem", where the tree joins Cem to Ada across "wounding"; "youths
    attacked a house as well as three banks", where it joins the banks to the youths.
    """
    first = tokens[index].head
    verb = tokens[first].head
    if tokens[first].relation in _SUBJECTS and first < verb < index:
        things = [k for k in kids.get(verb, ()) if verb < k < index and tokens[k].relation == "obj"]
        return {index: replace(tokens[index], head=things[-1])} if things else {}
    if tokens[first].relation != "obj" or verb < 0:
        return {}
    between = (k for k in kids.get(verb, ()) if first < k < index and tokens[k].relation == "conj")
    joined = next((k for k in between if tokens[k].pos == "VERB"), None)
    nearer = (
        [k for k in kids.get(joined, ()) if tokens[k].relation == "obj" and k < index] if joined is not None else []
    )
    return {index: replace(tokens[index], head=nearer[-1])} if nearer else {}


def _joined_above(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "The navy kept pirates from boarding a ship and took 23", where the tree joins "took" to "boarding"; "Ada said that
    voters wait and urged Ben to go", where it joins "urged" to "wait".
    """
    token, joined = tokens[verb], tokens[tokens[verb].head]
    bare = joined.tag == "VBG" and not any(tokens[k].relation == "aux" for k in kids.get(token.head, ()))
    bare = bare or (joined.tag in ("VBP", "VBZ") and joined.relation == "ccomp")
    own = any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ()))
    if token.tag != "VBD" or not bare or own or joined.head < 0:
        return {}
    finite = tokens[joined.head].tag == "VBD" and joined.relation in ("advcl", "xcomp", "ccomp")
    return {verb: replace(token, head=joined.head)} if finite else {}


def _finite_joined(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Ada had yet to land and was at sea", where the tree joins "was at sea" to "land": a past tense is never joined to
    an infinitive."""
    joined = tokens[tokens[index].head]
    told = index if tokens[index].tag == "VBD" else next((k for k in kids.get(index, ()) if _was(tokens[k])), None)
    to = any(tokens[k].tag == "TO" for k in kids.get(tokens[index].head, ()))
    if told is None or joined.tag != "VB" or joined.relation != "xcomp" or not to or joined.head < 0:
        return {}
    own = any(tokens[k].relation in _SUBJECTS for k in kids.get(index, ()))
    finite = tokens[joined.head].tag == "VBD" and not own
    return {index: replace(tokens[index], head=joined.head)} if finite else {}


def _was(token: Token) -> bool:
    return token.relation in ("cop", "aux:pass") and token.tag == "VBD"


def _joined_below(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "He said that Ada called him and told him to go", where the tree joins "told" to "said"."""
    joined = tokens[tokens[verb].head]
    above = joined.head if joined.relation == "ccomp" else -1
    if above >= 0 and tokens[above].relation == "ccomp" and _same_object(tokens, (above, verb), kids):
        own = any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ()))
        return {} if own else {verb: replace(tokens[verb], head=above)}
    told = next((k for k in kids.get(tokens[verb].head, ()) if tokens[k].relation == "ccomp" and k < verb), None)
    if (
        told is None
        or tokens[told].tag != tokens[verb].tag
        or any(tokens[k].relation in _SUBJECTS for k in kids.get(verb, ()))
    ):
        return {}
    return {verb: replace(tokens[verb], head=told)} if _same_object(tokens, (told, verb), kids) else {}


def _same_object(tokens: Sequence[Token], verbs: tuple[int, int], kids: dict[int, list[int]]) -> bool:
    """Whether both verbs have the same pronoun as their object."""
    whom = [{tokens[k].word for k in kids.get(v, ()) if tokens[k].relation in ("iobj", "obj")} for v in verbs]
    return bool(whom[0] & whom[1] & {"her", "him", "it", "me", "them", "us"})


def _told_as_adjective(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Praise for the leader rankled critics", where the tree takes "the leader rankled critics" for one phrase."""
    last, first = tokens[verb].head, verb - 1
    if last != verb + 1 or first < 0 or tokens[first].relation != "compound" or tokens[first].head != last:
        return {}
    moved = {k: replace(tokens[k], head=first) for k in kids[last] if k < first}
    moved[first] = replace(tokens[first], head=tokens[last].head, relation=tokens[last].relation)
    moved[verb] = replace(tokens[verb], head=first, relation="parataxis")
    moved[last] = replace(tokens[last], head=verb, relation="obj")
    return moved


def _set_off(tokens: Sequence[Token], verb: int) -> dict[int, Token]:
    """ "The clerk fired at a feast, killing two": what is set off by a comma is told of who acts, not of the feast."""
    noun = tokens[tokens[verb].head]
    hurt = noun.relation == "obl" and noun.lemma.lower() in _OCCASIONS and tokens[verb].lemma.lower() in _HARMING
    told = (tokens[verb - 1].word == "," or hurt) and noun.relation in ("obj", "obl") and noun.head >= 0
    return (
        {verb: replace(tokens[verb], head=noun.head, relation="advcl")}
        if told and tokens[noun.head].pos == "VERB"
        else {}
    )


def _attacked(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "An attack by pirates on the ship", where the tree hangs the ship on the pirates."""
    doer = tokens[index].head
    act = tokens[doer].head
    cases = [{tokens[k].word.lower() for k in kids.get(i, ()) if tokens[k].relation == "case"} for i in (index, doer)]
    if act < 0 or cases[0] not in ({"on"}, {"against"}) or cases[1] != {"by"}:
        return {}
    told = tokens[act].lemma.lower() in _ATTACKS and tokens[doer].relation == "nmod"
    return {index: replace(tokens[index], head=act)} if told else {}


def _talks_with(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "To discuss the planned meeting with Ada Brook", where the tree takes her for one with whom it is discussed."""
    case = next(
        (k for k in kids.get(index, ()) if tokens[k].relation == "case" and tokens[k].word.lower() == "with"), 0
    )
    noun, verb = tokens[case - 1], tokens[index].head
    told = case > 0 and noun.relation == "obj" and noun.head == verb and noun.lemma.lower() in _MEETINGS
    return {index: replace(tokens[index], head=case - 1, relation="nmod")} if told else {}


def _joined_to_number(tokens: Sequence[Token], verb: int) -> dict[int, Token]:
    """ "Killing three and injuring several others", where the tree joins "injuring" to "three" and takes both for one."""
    number, noun = tokens[verb].head, tokens[tokens[verb].head].head
    above = tokens[noun].head if noun > verb else -1
    if above != number - 1 or tokens[noun].relation != "obj" or tokens[above].tag != "VBG":
        return {}
    return {
        number: replace(tokens[number], head=above, relation="obj"),
        verb: replace(tokens[verb], head=above),
        noun: replace(tokens[noun], head=verb),
    }


def _in_a_letter(tokens: Sequence[Token], verb: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Sent a letter to Ada Brook criticising the sale", where the tree takes Ada Brook for who criticises."""
    before = verb - 1
    while before > 0 and tokens[before].relation == "flat":
        before = tokens[before].head
    case = {tokens[k].word.lower() for k in kids.get(before, ()) if tokens[k].relation == "case"}
    if before < 1 or tokens[before].relation not in ("nmod", "obl") or case != {"to"}:
        return {}
    above = tokens[before].head
    letters = [above, *(k for k in kids.get(above, ()) if tokens[k].relation == "obj")]
    letter = next((k for k in letters if k < before and tokens[k].lemma.lower() in word_set("plover", "papers")), None)
    return {verb: replace(tokens[verb], head=letter)} if letter is not None else {}


def _blamed_for(tokens: Sequence[Token], index: int, kids: dict[int, list[int]]) -> dict[int, Token]:
    """ "Brook slams the plan for cutting pay", where the tree takes "cutting pay" for a second object of "slams"."""
    noun = tokens[index].head
    mark = next((k for k in kids.get(index, ()) if tokens[k].relation == "case" and k < index), None)
    if mark is None or tokens[noun].relation != "obj" or tokens[noun].head < 0:
        return {}
    verb = tokens[noun].head
    if not any(tokens[k].relation == "obj" and k < mark for k in kids.get(verb, ())):
        return {}
    return {
        index: replace(tokens[index], head=verb, relation="advcl"),
        noun: replace(tokens[noun], head=index),
        mark: replace(tokens[mark], relation="mark"),
    }
