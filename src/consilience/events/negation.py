"""Whether a verb is negated, by itself or by the words on its subject and object."""

from __future__ import annotations

from consilience.events.arguments import SUBJECTS
from consilience.parses import Parse

_NOT = ("not", "never", "n't", "n’t", "nor", "neither", "no", "hardly", "barely")
_NONE = ("no", "neither", "none", "nobody", "nothing", "few")


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether the verb is negated by itself, by "no" or "none" on its subject or object, or by "without"."""
    if _until(parse, verb):
        return False
    for k in parse.kids[verb]:
        token = parse.tokens[k]
        word = token.word.lower()
        if word in _NOT and token.relation in ("advmod", "cc", "cc:preconj", "det", "mark") and not _not_only(parse, k):
            return True
        if token.relation in (*SUBJECTS, "nsubj:pass", "obj") and (word in _NONE or has_no(parse, k)):
            return True
        if token.relation == "mark" and word == "without":
            return True
    return _no_longer(parse, verb) or any(
        parse.tokens[k].lemma.lower() in ("no longer", "not")
        and parse.tokens[k].relation == "advmod"
        and not _not_only(parse, k)
        for k in parse.kids[verb]
    )


def _until(parse: Parse, verb: int) -> bool:
    """ "Did not meet until May": the act took place."""
    past = any(parse.tokens[k].word.lower() in ("did", "had") for k in parse.kids[verb])
    bound = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("advcl", "obl", "obl:unmarked")]
    marks = (parse.tokens[c].word.lower() for k in bound if k > verb for c in parse.kids[k])
    return past and "until" in marks


def _no_longer(parse: Parse, verb: int) -> bool:
    longer = (k for k in parse.kids[verb] if parse.tokens[k].word.lower() in ("longer", "more"))
    return any(parse.tokens[j].word.lower() == "no" for k in longer for j in parse.kids[k])


def _not_only(parse: Parse, index: int) -> bool:
    following = parse.tokens[index + 1].word.lower() if index + 1 < len(parse.tokens) else ""
    return parse.tokens[index].word.lower() == "not" and following in ("only", "just", "merely", "until")


def has_no(parse: Parse, noun: int) -> bool:
    """Whether "no" or "neither" stands on the noun."""
    return any(
        parse.tokens[k].word.lower() in ("no", "neither") and parse.tokens[k].relation == "det"
        for k in parse.kids[noun]
    )
