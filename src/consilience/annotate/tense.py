"""On which side of the report's day something lies, from the tense of the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.lexicons import word_set
from consilience.model.annotations import Token
from consilience.model.time import Direction
from consilience.trees import child, children

_SHALL = {"will", "would", "shall", "'ll", "’ll", "wo", "ll"}
_VERBAL = ("VERB", "AUX")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl")
_SAYING = frozenset(("say", "tell", "write", "report", "add", "announce", "state"))

_WEIGHING = frozenset(("consider", "contemplate", "mull"))  # "considered cutting the visit on Friday"


def direction_at(tokens: Sequence[Token], index: int, *, loose: bool = False) -> Direction:
    """The side of the nearest verb above the token that shows a tense; unknown where none does.

    A present tense looks ahead ("the talks open on Friday"), but not where it tells as often of what is past (`loose`): in a
    headline, beside a month, or through a noun ("the blast of 1 February is unexplained").
    """
    below: int | None = None
    for step in range(12):
        side = _side_of(tokens, index, below)
        loose = loose or (step > 0 and tokens[index].pos in ("NOUN", "PROPN"))
        if side is not None:
            return "unknown" if loose and side == "same" else "future" if side == "same" else side
        if tokens[index].head < 0:
            break
        below, index = index, tokens[index].head
    return "unknown"


def _side_of(tokens: Sequence[Token], index: int, below: int | None) -> Direction | None:
    """What the token and its auxiliaries say of what hangs on it at `below`; None to go on looking above it."""
    token = tokens[index]
    helpers = [tokens[c] for c in children(tokens, index) if tokens[c].relation in ("aux", "aux:pass", "cop")]
    if any(
        tokens[c].lemma.lower() == "due" and tokens[c].relation in ("mark", "case") for c in children(tokens, index)
    ):
        return "future"
    if token.pos not in _VERBAL and not helpers:
        ahead = _looks_ahead(token) and (_is_scheduled(tokens, index) or _from_clause(tokens, index, below))
        return "future" if ahead else None
    if below is not None and _defers(tokens, index, below):
        return "future"
    if _is_open(tokens, index):
        return _of_infinitive(tokens, index, helpers)
    if token.tag == "VBG" and token.relation == "xcomp" and tokens[token.head].lemma.lower() in _WEIGHING:
        return "future"
    moved = child(tokens, index, "compound:prt") is not None  # "set out", "set off"
    if (
        _looks_ahead(token)
        and not moved
        and token.tag != "VB"
        and (_schedules(token) or _from_clause(tokens, index, below))
    ):
        return "future"
    return _from_helpers(helpers) or _from_form(tokens, index, helpers)


def _is_scheduled(tokens: Sequence[Token], index: int) -> bool:
    """Whether the adjective tells what lies ahead ("due on Friday"), and not how a verb in the past ended ("fell due")."""
    token = tokens[index]
    fell = token.relation == "xcomp" and token.head >= 0 and tokens[token.head].tag == "VBD"
    return token.pos == "ADJ" and not (fell and tokens[token.head].lemma.lower() not in ("be", "seem"))


def _defers(tokens: Sequence[Token], index: int, below: int) -> bool:
    """Whether the verb puts something off to the time ("postponed until Friday", "moved to June")."""
    case = child(tokens, below, "case")
    to = case is not None and tokens[case].word.lower() in ("to", "until", "till", "for")
    return to and tokens[index].lemma.lower() in word_set("times", "deferring")


def _from_clause(tokens: Sequence[Token], index: int, below: int | None) -> bool:
    """Whether the time stands in a clause that hangs on the token, or after one: "agreed to open the port on Monday"."""
    if below is None:
        return False
    openings = [c for c in children(tokens, index) if tokens[c].relation in _CLAUSES and index < c <= below]
    return any(_is_open(tokens, c) for c in openings)


def _is_open(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token heads an infinitive, which has no tense of its own."""
    mark, helper = child(tokens, index, "mark"), child(tokens, index, "aux")
    own = helper is not None and helper > tokens[index].head
    bare = tokens[index].tag == "VB" and not own and tokens[index].relation == "xcomp"
    marked = mark is not None and tokens[mark].word.lower() == "to"
    return bare or (marked and tokens[index].relation in ("root", "conj", *_CLAUSES))


def _of_infinitive(tokens: Sequence[Token], index: int, helpers: Sequence[Token]) -> Direction | None:
    """An infinitive looks ahead where what it hangs on does, and in "a meeting to be held"; "to have …" lies behind."""
    token = tokens[index]
    above = tokens[token.head] if token.head >= 0 else None
    if above is not None and (_looks_ahead(above) or (above.lemma.lower() == "be" and above.tag in ("VBP", "VBZ"))):
        return "future"
    if any(h.lemma.lower() == "have" and h.relation == "aux" for h in helpers):
        return "past"
    if any(h.lemma.lower() == "be" and h.relation != "aux:pass" and h.tag != "VB" for h in helpers):
        return "future"
    passive = any(h.relation == "aux:pass" for h in helpers)
    return "future" if passive and token.relation == "acl" else None


def _from_helpers(helpers: Sequence[Token]) -> Direction | None:
    words = {h.word.lower() for h in helpers}
    if "have" in words and any(h.tag == "MD" for h in helpers):
        return "past"
    if words & _SHALL or any(h.tag == "MD" for h in helpers):
        return "future"
    if any(h.tag == "VBD" for h in helpers) or words & {"has", "have", "had", "having", "'ve", "did"}:
        return "past"
    return None


def _from_form(tokens: Sequence[Token], index: int, helpers: Sequence[Token]) -> Direction | None:
    """The tense that the verb's own form shows; a present under another clause takes that one's side."""
    token = tokens[index]
    if token.tag == "VBD" or (token.tag == "VBN" and not helpers):
        return "past"
    if token.tag not in ("VBZ", "VBP") and not helpers:
        return None
    if token.relation == "advcl" and token.head >= 0:
        return None
    return "past" if token.lemma.lower() in _SAYING else "same"


def _looks_ahead(token: Token) -> bool:
    return token.lemma.lower() in word_set("times", "ahead")


def _schedules(token: Token) -> bool:
    return token.lemma.lower() in word_set("times", "schedules")
