"""Cues: which word of a cue governs, and what the lexicon says of it."""

from __future__ import annotations

from functools import cache

from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.model.statement import Act, Scope
from consilience.parses import Parse, kid

_ACTS: tuple[Act, ...] = ("denied", "accused", "asked", "declined", "promised", "threatened", "asserted")
_SCOPES: tuple[Scope, ...] = ("plan", "belief", "perception")
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_AUXILIARIES = ("aux", "aux:pass", "advmod", "cop")


def lemma_of(parse: Parse, index: int) -> str:
    """The token's lemma in lower case; where the cue lists do not have it, the base form of its word that they have."""
    token = parse.tokens[index]
    return base_of(token.lemma.lower(), token.word.lower(), token.tag)


@cache
def base_of(lemma: str, word: str, tag: str) -> str:
    """The lemma, or the base form of the word that the cue lists have; all in lower case."""
    if not tag.startswith("V") or _listed(lemma):
        return lemma
    return next((base for base in _bases(word) if _listed(base)), lemma)


def _listed(lemma: str) -> bool:
    return lemma in word_set("cues", "inference") or verb_kind(lemma) is not None


def _bases(word: str) -> tuple[str, ...]:
    """Base forms that a regular English verb form may have, and those of the commonest irregular ones."""
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    found = []
    for ending, puts in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found += [stem + put for put in puts]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(found)


_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "swore": "swear",
    "thought": "think", "knew": "know", "felt": "feel", "saw": "see", "heard": "hear", "found": "find", "held": "hold",
}  # fmt: skip


@cache
def verb_kind(lemma: str) -> tuple[Scope, Act] | None:
    """Scope and act that a verb gives its content, or None for a verb that attributes nothing."""
    for act in _ACTS:
        if lemma in word_set("cues", f"statement_{act}"):
            return "statement", act
    return next(((scope, "asserted") for scope in _SCOPES if lemma in word_set("cues", scope)), None)


_REGARDING = ("consider", "deem", "judge", "regard", "see", "think", "view")
TELLING = ("assure", "inform", "remind", "tell", "warn")
_ASKING = ("ask", "question", "press", "quiz")


@cache
def noun_kind(lemma: str) -> tuple[Scope, Act] | None:
    """Scope and act that a noun such as "warning" or "belief" gives its content, or None."""
    if lemma in word_set("cues", "nouns"):
        return "statement", _NOUN_ACTS.get(lemma, "asserted")
    if lemma in word_set("cues", "belief_nouns"):
        return "belief", "asserted"
    return ("plan", "asserted") if lemma in word_set("cues", "plan_nouns") else None


_NOUN_ACTS: dict[str, Act] = {
    "accusation": "accused", "charge": "accused", "condemnation": "accused", "criticism": "accused", "attack": "accused",
    "allegation": "accused", "denial": "denied", "demand": "asked", "question": "asked", "request": "asked", "plea": "asked",
    "offer": "promised", "pledge": "promised", "promise": "promised", "vow": "promised", "assurance": "promised",
    "threat": "threatened", "invitation": "asked", "call": "asked",
}  # fmt: skip


@cache
def adjective_kind(lemma: str) -> tuple[Scope, Act] | None:
    """Scope and act that an adjective such as "emphatic" or "hopeful" gives its content, or None."""
    if lemma in word_set("cues", "statement_adjectives"):
        return "statement", "asserted"
    return ("belief", "asserted") if lemma in word_set("cues", "belief_adjectives") else None


def kind_at(parse: Parse, index: int) -> tuple[Scope, Act] | None:
    """Scope and act of the token as a cue, by its part of speech; None if the lexicon has no such cue."""
    token = parse.tokens[index]
    lemma = lemma_of(parse, index)
    if is_according(parse, index):
        return "statement", "asserted"
    if token.tag.startswith("V"):
        return verb_kind(lemma)
    if token.tag.startswith("N"):
        return noun_kind(lemma)
    if token.tag.startswith("J"):
        return adjective_kind(lemma) or verb_kind(lemma)
    return None


def is_according(parse: Parse, index: int) -> bool:
    """Whether the token opens "according to"."""
    tokens = parse.tokens
    return (
        tokens[index].word.lower() == "according" and index + 1 < len(tokens) and tokens[index + 1].word.lower() == "to"
    )


def cue_word(parse: Parse, cue: TokenRange) -> int:
    """The governing token of a cue: the first with a statement reading, then with any, then the highest in the tree."""
    kinds = {i: kind_at(parse, i) for i in range(*cue)}
    said = [i for i, kind in kinds.items() if kind is not None and kind[0] == "statement"]
    known = said or [i for i, kind in kinds.items() if kind is not None]
    verbs = [i for i in known if parse.tokens[i].tag.startswith("V")]
    if known:
        return (verbs or known)[0]
    return next((i for i in range(*cue) if not cue.first <= parse.tokens[i].head < cue.last), cue.first)


def is_passive(parse: Parse, index: int) -> bool:
    """Whether the verb is passive: with an auxiliary or a passive subject, or a bare participle such as "Asked about"."""
    token = parse.tokens[index]
    if token.tag not in ("VBN", "VBD") or _only_verb(parse, index):
        return False
    if kid(parse, index, "aux:pass", "nsubj:pass") is not None:
        return True
    bare = kid(parse, index, *SUBJECTS, "aux") is None
    if bare and token.relation == "conj" and lemma_of(parse, index) in _REGARDING and token.head >= 0:
        return kid(parse, token.head, "cop", "aux:pass") is not None and kid(parse, index, "xcomp") is not None
    return bare and token.relation in ("advcl", "acl") and (token.tag == "VBN" or lemma_of(parse, index) in _ASKING)


def _only_verb(parse: Parse, index: int) -> bool:
    """Whether a past form is a sentence's verb, though the tree hangs it on the noun: "Then somebody asked how …"."""
    token = parse.tokens[index]
    finite = token.tag == "VBD" and token.relation == "acl" and token.head == index - 1
    return finite and parse.tokens[index - 1].relation == "root" and kid(parse, index, "ccomp") is not None


def agent(parse: Parse, index: int) -> int | None:
    """The noun after "by" of a passive verb."""
    for k in parse.kids[index]:
        if parse.tokens[k].relation in ("obl:agent", "obl"):
            case = kid(parse, k, "case")
            if case is not None and parse.tokens[case].word.lower() == "by":
                return k
    return None


def is_negated(parse: Parse, index: int) -> bool:
    """Whether a verb or its subject is negated: "did not say", "neither side has said", "nobody said"."""
    negations = ("not", "n't", "n’t", "never", "no", "neither", "nor", "none")
    kids = [k for k in parse.kids[index] if parse.tokens[k].relation in (*_AUXILIARIES, "det", "cc", "cc:preconj")]
    subject = kid(parse, index, *SUBJECTS)
    if subject is not None:
        kids += [k for k in parse.kids[subject] if parse.tokens[k].relation in ("det", "advmod", "cc", "cc:preconj")]
        kids.append(subject)
    return any(parse.tokens[k].word.lower() in (*negations, "nobody") for k in kids)


def own_subject(parse: Parse, verb: int) -> int | None:
    """The subject that hangs on the verb itself; of a passive verb its agent, of a relative clause the noun it tells of."""
    if is_passive(parse, verb):
        return agent(parse, verb)
    subject = _nearest_subject(parse, verb)
    if subject is None:
        if _only_verb(parse, verb):
            return verb - 1
        return _right_before(parse, verb) or _taken_as_object(parse, verb)
    if parse.tokens[subject].word.lower() in ("who", "which", "that") and parse.tokens[verb].relation == "acl:relcl":
        return _told_of(parse, subject, verb)
    return _owned_noun(parse, subject, verb)


def _told_of(parse: Parse, relative: int, verb: int) -> int:
    """The noun of a relative clause; where that cannot speak, the name before the pronoun: "a bill by N., which said"."""
    noun, before = parse.tokens[verb].head, relative - 1
    before -= before > 0 and parse.tokens[before].word == ","
    body = any(parse.tokens[before].lemma.lower() in word_set("speakers", name) for name in _SPEAKING_LISTS)
    person = parse.tokens[noun].lemma.endswith(_PERSONS)
    human = parse.tokens[relative].word.lower() == "who" and (body or person)
    can = human or can_speak(parse, noun) or parse.tokens[before].pos != "PROPN"
    return noun if can or before <= noun or not _is_saying(parse, verb) else _top_of_name(parse, before)


def _is_saying(parse: Parse, verb: int) -> bool:
    return lemma_of(parse, verb) in word_set("cues", "speech_only")


def _top_of_name(parse: Parse, last: int) -> int:
    """The highest word of the name that ends at a place."""
    while parse.tokens[last].relation in ("flat", "compound") and parse.tokens[parse.tokens[last].head].pos == "PROPN":
        last = parse.tokens[last].head
    return last


def _nearest_subject(parse: Parse, verb: int) -> int | None:
    """The verb's subject; of several those behind the last comma before the verb count, and the first of them is it."""
    subjects = [k for k in parse.kids[verb] if parse.tokens[k].relation in SUBJECTS]
    if len(subjects) < 2:
        return subjects[0] if subjects else None
    commas = [i for i in range(subjects[0], verb) if parse.tokens[i].word == ","]
    near = [k for k in subjects if commas and commas[-1] < k < verb]
    return near[0] if near else subjects[0]


def _owned_noun(parse: Parse, subject: int, verb: int) -> int:
    """The subject; of an owner that the tree takes for it the noun that is owned: "the sailors' union claims"."""
    genitive = subject + 1 < verb - 1 and parse.tokens[subject + 1].tag == "POS"
    if genitive and all(parse.tokens[i].tag.startswith("N") for i in range(subject + 2, verb)):
        return verb - 1
    return subject


def _taken_as_object(parse: Parse, verb: int) -> int | None:
    """The subject of a reported finite verb that the tree hangs on the verb around it as its object."""
    token = parse.tokens[verb]
    if token.relation != "ccomp" or token.head < 0 or token.tag not in ("VBD", "VBZ", "VBP") or token.head > verb:
        return None
    if any(parse.tokens[k].relation == "mark" for k in parse.kids[verb]):
        return None
    nouns = [
        k for k in parse.kids[token.head] if parse.tokens[k].relation in ("obj", "nsubj") and token.head < k < verb
    ]
    return nouns[0] if len(nouns) == 1 else None


def _right_before(parse: Parse, verb: int) -> int | None:
    """The pronoun or name right before a finite verb, marked as a subject, that the tree hangs on another verb."""
    if verb == 0 or parse.tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    if parse.tokens[verb - 1].tag not in ("PRP", "NNP"):
        return None
    top = verb - 1
    while parse.tokens[top].relation == "flat" and 0 <= parse.tokens[top].head < top:
        top = parse.tokens[top].head
    named = parse.tokens[top]
    return top if named.relation in ("nsubj", "nsubj:pass") and named.head != verb else None


_PERSONS = ("er", "or", "ist", "ant", "ent", "an", "ee")
_SPEAKING_LISTS = ("persons", "bodies", "government_bodies", "media_nouns", "documents", "anonymous")


def can_speak(parse: Parse, index: int) -> bool:
    """Whether a noun may stand for somebody: a name, a pronoun other than it, or a noun for persons, bodies, documents."""
    token = parse.tokens[index]
    if token.pos == "PROPN" or token.tag == "PRP":
        return token.word.lower() != "it"
    return any(token.lemma.lower() in word_set("speakers", name) for name in _SPEAKING_LISTS)


def _accuser_before(parse: Parse, verb: int) -> int | None:
    """The verb of saying whose subject accuses: "N. said the guild broke the pact and accuses it of theft"."""
    thing, joined = kid(parse, verb, "obj"), parse.tokens[verb].head
    if thing is None or parse.tokens[verb].relation != "conj" or own_subject(parse, verb) is not None:
        return None
    kind, told = kind_at(parse, verb), parse.tokens[joined]
    accuses = kind == ("statement", "accused") and parse.tokens[thing].word.lower() in ("her", "him", "it", "them")
    says = told.relation == "ccomp" and told.head >= 0 and (kind_at(parse, told.head) or ("",))[0] == "statement"
    return told.head if accuses and says else None


def subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb: its own, else that of the verb which it is conjoined with, controlled by, or a participle of."""
    first = verb
    teller = _accuser_before(parse, verb)
    if teller is not None:
        return subject_of(parse, teller)
    for _ in range(5):
        if is_passive(parse, verb):
            return agent(parse, verb) if verb == first else kid(parse, verb, "nsubj:pass")
        subject = own_subject(parse, verb)
        token = parse.tokens[verb]
        if subject is not None and (verb == first or can_speak(parse, subject) or token.relation != "ccomp"):
            return subject
        if token.head < 0 or token.relation not in ("conj", "xcomp", "advcl", "acl", "parataxis", "dep", "ccomp"):
            return None
        if token.relation == "ccomp" and token.tag != "VB" and subject is None:
            return None
        if token.relation == "acl" and parse.tokens[token.head].pos in ("NOUN", "PROPN"):
            return token.head if token.tag == "VBG" else None
        verb = token.head
        if parse.tokens[verb].pos not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
            return None
    return None
