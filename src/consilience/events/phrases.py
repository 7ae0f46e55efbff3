"""The words of a participant: the noun phrase at a token, without what is told about it."""

from __future__ import annotations

from consilience.model.spans import TokenRange
from consilience.parses import LOOSE, Parse, below, kid

_WHEN = frozenset(
    "april august december february first friday january july june march monday november october saturday september sunday "
    "thursday today tonight tuesday wednesday yesterday".split()
)
_ARMS = (
    "arm",
    "arms",
    "bomb",
    "bottle",
    "cocktail",
    "grenade",
    "gun",
    "knife",
    "missile",
    "rifle",
    "rock",
    "rocket",
    "stone",
)
_WITH_REASONS = frozenset(
    "applaud assail attack berate blame blast castigate chide condemn criticise criticize denounce fault laud praise rebuke "
    "reprimand scold slam sue thank".split()
)
_OFFICES = (
    "center",
    "centre",
    "counsel",
    "director",
    "minister",
    "ministry",
    "office",
    "secretary",
    "spokesman",
    "spokeswoman",
)
ABOUT = (*LOOSE, "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "cop", "aux", "cc:preconj", "advmod", "mark")


def phrase_of(parse: Parse, index: int) -> TokenRange:
    """The noun phrase at the token without what is joined to the noun itself or explains it; joined words inside stay."""
    inside = {index}
    for k in parse.kids[index]:
        if parse.tokens[k].relation not in (*ABOUT, "conj", "appos") and not _is_beside(parse, index, k):
            inside |= {
                i
                for i in below(parse, k, LOOSE)
                if not (parse.tokens[i].tag == "VBG" and parse.tokens[i].relation == "conj")
            }
    first, last = index, index + 1
    while first - 1 in inside:
        first -= 1
    while last in inside and not _breaks_off(parse, last):
        last += 1
    while first < index and parse.tokens[first].relation in ("punct", "cc", "case", "fixed", "mark"):
        first += 1
    while last - 1 > index and parse.tokens[last - 1].relation in ("punct", "cc"):
        last -= 1
    if last - first > 1 and parse.tokens[last - 1].tag == "POS":
        last -= 1
    return TokenRange(first, last)


def _is_beside(parse: Parse, noun: int, part: int) -> bool:
    """Whether what hangs on the noun is told of the act: where, when, or for what somebody is blamed."""
    if part > noun and parse.tokens[part].relation == "amod" and parse.tokens[part].tag == "VBG":
        return True  # "a colleague pending trial"
    armed = parse.tokens[part].relation == "nmod" and parse.tokens[part].lemma.lower() in _ARMS
    return armed or _is_scene(parse, noun, part) or _is_time(parse, part) or _is_reason(parse, noun, part)


def _is_time(parse: Parse, part: int) -> bool:
    """ "A jury on Tuesday", "police at first", "three societies today"."""
    return parse.tokens[part].relation in ("nmod", "nmod:unmarked") and parse.tokens[part].word.lower() in _WHEN


def _is_reason(parse: Parse, noun: int, part: int) -> bool:
    """ "Criticised the mayor for the sale"; the minister for health keeps his office."""
    case, over = kid(parse, part, "case"), parse.tokens[noun].head
    if case is None or parse.tokens[case].word.lower() not in ("for", "over") or parse.tokens[noun].relation != "obj":
        return False
    told = over >= 0 and parse.tokens[over].lemma.lower() in _WITH_REASONS
    return told and parse.tokens[noun].lemma.lower() not in _OFFICES


def _is_scene(parse: Parse, noun: int, place: int) -> bool:
    """ "Arrested 14 people in Northport": a name behind people who are counted says where the act took place."""
    token = parse.tokens[place]
    counted = kid(parse, noun, "nummod") is not None and parse.tokens[noun].tag == "NNS"
    case = kid(parse, place, "case")
    inside = case is not None and parse.tokens[case].word.lower() in ("in", "at", "near", "outside")
    return counted and inside and token.relation == "nmod" and token.tag == "NNP"


def _breaks_off(parse: Parse, index: int) -> bool:
    """Whether the token is a mark behind which more is told; a comma of a list is none."""
    token = parse.tokens[index]
    if token.word not in (",", ":", "–", "—", "("):
        return False
    return token.head < 0 or parse.tokens[token.head].relation != "conj"


def with_hedge(parse: Parse, stretch: TokenRange) -> TokenRange:
    """ "At" belongs to "least 14 people"."""
    words = [token.word.lower() for token in parse.tokens[max(0, stretch.first - 1) : stretch.first + 1]]
    hedged = words in (["at", "least"], ["at", "most"])
    return TokenRange(stretch.first - 1, stretch.last) if hedged else stretch


def trimmed(words: str) -> str:
    """The words without a bracket or quotation mark that is opened and not closed, or the other way round."""
    if words.count("(") > words.count(")"):
        words = words[: words.index("(")].rstrip() or words
    for opened, closed in (("“", "”"), ('"', '"')):
        odd = words.count(opened) % 2 if opened == closed else words.count(opened) - words.count(closed)
        words = words.replace(opened, "").replace(closed, "").strip() or words if odd else words
    return words


def is_of_an_age(parse: Parse, index: int) -> bool:
    """ "A 17-year-old" """
    token = parse.tokens[index]
    if token.word.lower().endswith(("-year-old", "-year-olds")):
        return token.relation != "amod"
    joined = index > 1 and token.word.lower() in ("old", "olds") and parse.tokens[index - 1].word == "-"
    return joined and token.relation in ("nsubj", "nsubj:pass", "obj", "obl:agent", "conj")
