"""Which act a clause tells, whatever the grammar: "made two failed attempts to launch", "is due to visit", "held talks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consilience.lexicons import table, word_set
from consilience.model.annotations import Token
from consilience.trees import child, children
from consilience.wording import fold

_FUTURE = ("shall", "will", "'ll")
_LONG = 5  # letters from which a lemma may be cut at the wrong place
_AIM = 6  # tokens within which "to" and its verb follow what leads to them
_TO = {"VERB": ("xcomp", "obj", "nsubj:pass"), "ADJ": ("xcomp", "ccomp", "advcl"), "NOUN": ("acl", "nmod")}


MUTUAL = frozenset(("agree", "discuss", "meet", "sign"))  # acts that those who take part in do together


@dataclass(frozen=True, slots=True)
class Told:
    """The act that a clause tells; whether the words say that it did not come off, or that it is still to come; what it is
    done for ("conspired to kill"), and whether somebody else is called on to do it ("called on her to resign")."""

    act: str
    failed: bool
    ahead: bool = False
    aim: str = ""
    called_on: bool = False


def act_of(lemma: str) -> str:
    """The act that a lemma tells: its class where it has one, else the lemma itself."""
    folded = fold(lemma)
    whole = whole_lemma(folded)
    known = table("acts", "acts")
    return known.get(folded) or known.get(whole, whole)


def whole_lemma(lemma: str) -> str:
    """A lemma cut at the wrong place mended ("complie", "sobbe"): wrong for rare words in the same way each time."""
    if len(lemma) < _LONG:
        return lemma
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith(("che", "she", "sse", "ffe")):
        return lemma[:-1]
    doubled = lemma[-1] == "e" and lemma[-2] == lemma[-3] and lemma[-2] not in "aeiosz"
    return lemma[:-2] if doubled else lemma


def base_of(token: Token) -> str:
    """The lemma of a token; an irregular past form goes by the list, whatever the engine cut from it."""
    known = table("acts", "forms").get(fold(token.word)) if token.tag in ("VBD", "VBN", "") else None
    return known or fold(token.lemma or token.word)


def is_act_noun(noun: str) -> bool:
    """Whether a noun tells an act by itself."""
    return noun in table("acts", "acts") or noun in word_set("acts", "deeds")


def near_acts(left: str, right: str) -> bool:
    """Whether two acts are one in the telling of news ("fired" and "launched")."""
    return left == right or " ".join(sorted((left, right))) in word_set("acts", "near")


def dated_acts(left: str, right: str) -> bool:
    """Whether two acts are one where they fall on one day ("arrives", "visits")."""
    return " ".join(sorted((left, right))) in word_set("acts", "near_dated")


def acts_near(act: str) -> tuple[str, ...]:
    """The act with all that news tells as one with it."""
    pairs = (
        pair.split() if pair.count(" ") == 1 else _two(pair)
        for pair in sorted(word_set("acts", "near") | word_set("acts", "near_dated"))
    )
    return (act, *(other for pair in pairs if act in pair for other in pair if other != act))


def _two(pair: str) -> list[str]:
    """A pair of acts of which the first has a particle ("sweep away take")."""
    first, _, second = pair.rpartition(" ")
    return [first, second]


def told_act(tokens: Sequence[Token], at: int, lemma: str) -> Told:
    """The act at token `at`: what is due, tried or failed is the act named after it, what is held or made the noun's."""
    failed = ahead = False
    demanded = _demanded(tokens, at)
    if demanded is not None:
        return Told(f"demand {demanded}", False)
    if _called_on(tokens, at):
        return Told(f"demand {act_of(base_of(tokens[at]))}", False, called_on=True)
    lemma = table("acts", "forms").get(fold(tokens[at].word), lemma) if tokens[at].pos == "VERB" else lemma
    for _ in range(3):
        named = fold(tokens[at].lemma or lemma)
        deeper = _deeper(tokens, at, named)
        if deeper is None:
            break
        failed = failed or _fails(tokens, at, named) or _fails(tokens, deeper, fold(tokens[deeper].lemma))
        ahead = ahead or named in word_set("acts", "coming") or _will(tokens, deeper)
        at = deeper
        lemma = base_of(tokens[at]) if tokens[at].pos == "VERB" else tokens[at].lemma or lemma
    phrases = [
        *_idioms(tokens, at, fold(lemma)),
        *(f"{fold(lemma)} {fold(tokens[i].word)}" for i in _particles(tokens, at)),
    ]
    known = next((table("acts", "acts")[p] for p in phrases if p in table("acts", "acts")), None)
    if fold(lemma) in word_set("acts", "coming") and _awaited(tokens, at):
        return Told("arrive", failed, True)
    noun = _happening(tokens, at, known or act_of(lemma)) or _ended(tokens, at, lemma)
    return Told(noun or known or act_of(lemma), failed, ahead, _aimed(tokens, at))


def _will(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb tells what will be ("sure that they will come")."""
    return any(tokens[c].relation == "aux" and fold(tokens[c].word) in _FUTURE for c in children(tokens, at))


def _called_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the act is what somebody is called on to do."""
    over = tokens[at].head
    return (
        tokens[at].tag == "VB"
        and tokens[at].relation in ("xcomp", "advcl", "ccomp")
        and over >= 0
        and fold(tokens[over].lemma) in word_set("acts", "demanding")
        and child(tokens, over, "obj", "obl", "iobj") is not None
    )


def _ended(tokens: Sequence[Token], at: int, lemma: str) -> str | None:
    """The act of a noun that a verb puts an end to: ending talks is not holding them."""
    over = tokens[at].head
    if tokens[at].pos != "NOUN" or tokens[at].relation not in ("obj", "nsubj:pass") or over < 0:
        return None
    ending = act_of(base_of(tokens[over]))
    return f"{ending} {act_of(lemma)}" if ending in word_set("acts", "ending") else None


def _aimed(tokens: Sequence[Token], at: int) -> str:
    """The act of the infinitive after a verb ("conspired to kill"); empty where there is none."""
    aim = child(tokens, at, "xcomp") if tokens[at].pos == "VERB" and child(tokens, at, "obj") is None else None
    return act_of(base_of(tokens[aim])) if aim is not None and tokens[aim].tag == "VB" else ""


def _demanded(tokens: Sequence[Token], at: int) -> str | None:
    """The act that somebody calls for ("called for his resignation", "urged him to resign")."""
    named = fold(tokens[at].lemma)
    if named not in word_set("acts", "demanding"):
        return None
    verb = child(tokens, at, "xcomp", "advcl", "ccomp")
    if verb is not None and tokens[verb].pos == "VERB" and tokens[verb].tag in ("VB", ""):
        return act_of(base_of(tokens[verb]))
    for noun in children(tokens, at):
        case = child(tokens, noun, "case")
        called = tokens[noun].relation == "obl" and case is not None and fold(tokens[case].word) == "for"
        if (called or tokens[noun].relation == "obj") and fold(tokens[noun].lemma) in table("acts", "acts"):
            return act_of(fold(tokens[noun].lemma))
    return None


def _idioms(tokens: Sequence[Token], at: int, lemma: str) -> list[str]:
    """The verb with its object, or with a preposition and its noun ("took place", "threw behind bars")."""
    found = []
    for phrase in children(tokens, at):
        noun, case = fold(tokens[phrase].lemma or tokens[phrase].word), child(tokens, phrase, "case")
        if tokens[phrase].relation == "obj":
            found.append(f"{lemma} {noun}")
        elif tokens[phrase].relation == "obl" and case is not None:
            found.append(f"{lemma} {fold(tokens[case].word)} {noun}")
    return found


def _awaited(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is due or expected somewhere ("is due in Tarn on Friday")."""
    cases = (
        child(tokens, c, "case")
        for c in children(tokens, at)
        if tokens[c].relation == "obl" and tokens[c].pos == "PROPN"
    )
    return any(case is not None and fold(tokens[case].word) in ("in", "at") for case in cases)


def _happening(tokens: Sequence[Token], at: int, act: str) -> str | None:
    """The act that a noun tells, where the verb only says that it takes place ("the visit will go ahead")."""
    if act not in word_set("acts", "happening"):
        return None
    noun = child(tokens, at, "nsubj", "nsubj:pass")
    told = fold(tokens[noun].lemma) if noun is not None and tokens[noun].pos == "NOUN" else ""
    return act_of(told) if told in _act_nouns() | word_set("acts", "deeds") else None


def _particles(tokens: Sequence[Token], at: int) -> list[int]:
    """The little words that make a verb another one: a particle, or a preposition ("showed her around it")."""
    found = [c for c in children(tokens, at) if tokens[c].relation in ("compound:prt", "advmod")]
    phrases = [c for c in children(tokens, at) if tokens[c].relation == "obl"]
    cases = [child(tokens, c, "case") for c in phrases]
    return found + [c for c in cases if c is not None]


def _deeper(tokens: Sequence[Token], at: int, named: str) -> int | None:
    """The token of the act that this one only leads to."""
    if named == "have" and _yet(tokens, at):
        return child(tokens, at, "xcomp")
    first = first_to(tokens, at)
    if first is not None:
        return first
    if named in word_set("acts", "leading"):
        ways = _TO[tokens[at].pos if tokens[at].pos in _TO else "VERB"]
        found = next((c for way in ways if (c := child(tokens, at, way)) is not None), None)
        if found is not None and tokens[found].pos in ("VERB", "NOUN"):
            return found
        if tokens[at].pos == "ADJ":
            return _aim(tokens, at)
    if tokens[at].pos == "ADJ" and named in word_set("acts", "willing"):
        return child(tokens, at, "advcl", "xcomp", "ccomp")
    if named in word_set("acts", "linking"):
        found = child(tokens, at, "xcomp")
        return found if found is not None and tokens[found].pos in ("ADJ", "NOUN", "VERB") else None
    if named in word_set("acts", "making"):
        found = child(tokens, at, "obj", "nsubj:pass", "xcomp")
        known = found is not None and fold(tokens[found].lemma) in _act_nouns()
        return found if known else None
    return None


def first_to(tokens: Sequence[Token], at: int) -> int | None:
    """The dated verb of what somebody is the first or the last to do ("became the first minister to visit Tarn in May")."""
    ranked = any(fold(tokens[c].lemma) in word_set("acts", "ranks") for c in children(tokens, at) if c < at)
    if tokens[at].pos != "NOUN" or not ranked:
        return None
    below = [c for c in (*children(tokens, at), *children(tokens, tokens[at].head)) if c > at]
    verb = next((c for c in below if tokens[c].tag == "VB" and tokens[c - 1].tag == "TO"), None)
    dated = verb is not None and any(
        fold(tokens[c].word) in word_set("reading", "days") for c in children(tokens, verb)
    )
    return verb if dated else None


def _aim(tokens: Sequence[Token], at: int) -> int | None:
    """The verb after "to" close behind an adjective, where the tree hangs it elsewhere ("is due on Friday to visit")."""
    ahead = range(at + 1, min(at + _AIM, len(tokens) - 1))
    to = next((i for i in ahead if tokens[i].tag == "TO" or tokens[i].pos in ("PUNCT", "VERB")), None)
    return to + 1 if to is not None and tokens[to].tag == "TO" and tokens[to + 1].pos == "VERB" else None


def _act_nouns() -> frozenset[str]:
    return frozenset(table("acts", "acts")) | word_set("acts", "leading")


def _fails(tokens: Sequence[Token], at: int, named: str) -> bool:
    """Whether a word tells that what it leads to did not come off ("failed to", "failed attempts")."""
    failing = word_set("acts", "failing")
    if named == "have":
        return _yet(tokens, at)
    return named in failing or any(fold(tokens[c].lemma) in failing for c in children(tokens, at) if c < at)


def _yet(tokens: Sequence[Token], at: int) -> bool:
    """Whether what somebody has "yet to" do has not been done."""
    to = child(tokens, at, "xcomp")
    beside = (*children(tokens, at), *children(tokens, to)) if to is not None else ()
    return any(fold(tokens[c].word) == "yet" for c in beside)
