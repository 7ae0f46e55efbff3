"""How a verb stands: active or passive, who does it by "by", what stands beside it; slips of the tree allowed for."""

from __future__ import annotations

from collections.abc import Collection

from consilience.events.lemmas import lemma_of
from consilience.parses import Parse, kid

SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
_GIVING = ("allot", "award", "grant", "hand", "offer", "order", "promise", "refuse")
_BLAMING = frozenset(
    "blast censure condemn criticise criticize denounce fine indict jail rebuke reprimand slam sue".split()
)
_FAVOURING = ("back", "favor", "favour", "oppose", "support")
_HELPING = ("assist", "help")
_MAKING = ("find", "get", "have", "hold", "keep", "order", "see", "want")
_PERFECT = ("had", "has", "have", "having", "'d", "'ve", "’d", "’ve")
_BARE = ("although", "as", "if", "once", "though", "unless", "until", "when", "whenever", "while")


def raised(parse: Parse, verb: int) -> list[int]:
    """The object that stands before "of" or "from" but hangs on the verb after it ("accuses Ada of having lied").

    A second subject behind the verb is an object ("has berated the guards"), and so is one behind "attacking".
    """
    subjects = [k for k in parse.kids[verb] if parse.tokens[k].relation in ("nsubj", "nsubj:pass")]
    if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
        return [subjects[-1]]
    if before_its_subject(parse, verb):
        return subjects[-1:]
    urged = _subject_of_infinitive(parse, verb)
    if urged is not None:
        return [urged]
    if lemma_is(parse, verb, _HELPING):
        act = next((k for k in parse.kids[verb] if k > verb and parse.tokens[k].tag == "VB"), None)
        helped = kid(parse, act, "nsubj") if act is not None else None
        if act is not None and helped is not None and verb < helped < act:
            return [helped]
    for k in parse.kids[verb]:
        if parse.tokens[k].relation in ("advcl", "ccomp") and parse.tokens[k].tag in ("VBG", "VBN"):
            subject, mark = kid(parse, k, "nsubj"), kid(parse, k, "mark")
            if (
                subject is not None
                and mark is not None
                and verb < subject < mark
                and parse.tokens[mark].word.lower() in ("of", "from")
            ):
                return [subject]
    return []


def _subject_of_infinitive(parse: Parse, verb: int) -> int | None:
    """ "Urging Ada to go", where the tree hangs her on "go"."""
    act = next((k for k in parse.kids[verb] if k > verb and parse.tokens[k].relation == "xcomp"), None)
    mark = kid(parse, act, "mark") if act is not None else None
    subject = kid(parse, act, "nsubj") if act is not None else None
    if mark is None or subject is None or not verb < subject < mark or parse.tokens[mark].tag != "TO":
        return None
    return subject if kid(parse, verb, "obj") is None else None


def before_its_subject(parse: Parse, verb: int) -> bool:
    """ "Attacking the villagers is no answer": what the tree takes for the subject of a bare participle is its object."""
    subject = kid(parse, verb, *SUBJECTS)
    bare = parse.tokens[verb].tag == "VBG" and kid(parse, verb, "aux", "cop", "obj") is None
    return bare and subject is not None and subject > verb


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is a passive, with or without its auxiliary ("the boats seized by the navy")."""
    helper = kid(parse, verb, "aux:pass")
    if helper is not None and parse.tokens[helper].word in ("'s", "’s") and kid(parse, verb, "obj") is not None:
        return False
    if _has_done(parse, verb) or (lemma_is(parse, verb, ("oppose",)) and agent_of(parse, verb) is None):
        return False
    if kid(parse, verb, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
        return True
    token = parse.tokens[verb]
    if _done_to(parse, verb) or _blamed_for(parse, verb):
        return True
    if token.tag == "VBD" and kid(parse, verb, "obl:agent") is not None:
        return kid(parse, verb, "obj", "xcomp", "ccomp") is None and token.word.lower().endswith("ed")
    if token.tag != "VBN" or kid(parse, verb, "aux") is not None:
        return False
    if token.relation == "acl":
        return True
    if token.relation == "xcomp" and token.head >= 0 and lemma_is(parse, token.head, _MAKING):
        return kid(parse, verb, "obj") is None
    if token.relation == "conj" and token.head >= 0 and kid(parse, verb, *SUBJECTS) is None:
        return is_passive(parse, token.head)
    done_to = kid(parse, verb, "nsubj") is not None and kid(parse, verb, "iobj") is not None
    return token.relation in ("advcl", "root", "ccomp", "parataxis") and kid(parse, verb, "obj") is None and not done_to


def _has_done(parse: Parse, verb: int) -> bool:
    """ "The mayor has berated the guards", where the tree takes the mayor for whom it befell."""
    if lemma_is(parse, verb, _FAVOURING) and kid(parse, verb, "aux:pass", "nsubj:pass") is None:
        return kid(parse, verb, "nsubj") is not None and kid(parse, verb, "xcomp", "ccomp") is not None
    helpers = [parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation == "aux"]
    undergoers = [k for k in parse.kids[verb] if parse.tokens[k].relation == "nsubj:pass"]
    if kid(parse, verb, "aux:pass") is not None or not undergoers:
        return False
    if undergoers[0] > verb:  # "deputies detained nine witnesses", where the tree takes both for subjects
        return kid(parse, verb, "nsubj") is not None and parse.tokens[verb].tag == "VBD"
    led = kid(parse, verb, "obj", "xcomp", "ccomp") is not None
    led = led or any(k == verb + 1 and parse.tokens[k].tag == "VBG" for k in parse.kids[verb])
    if not helpers and led and parse.tokens[verb].word.lower().endswith("ed"):
        return parse.tokens[verb].lemma.lower() not in _GIVING and kid(parse, verb, "obl:agent") is None
    if "had" in helpers and len(helpers) == 1:
        return True
    done = any(h in _PERFECT for h in helpers)
    told = kid(parse, verb, "obj") is not None and parse.tokens[verb].lemma.lower() not in _GIVING
    return done and (told or (len(undergoers) > 1 and verb < undergoers[-1]))


def _blamed_for(parse: Parse, verb: int) -> bool:
    """ "Bishop criticised for remarks" in a headline: nobody criticises without naming whom."""
    if parse.tokens[verb].tag not in ("VBD", "VBN") or not lemma_is(parse, verb, _BLAMING):
        return False
    if kid(parse, verb, "obj", "xcomp", "ccomp", "aux") is not None:
        return False
    marked = (k for k in parse.kids[verb] if k > verb and parse.tokens[k].relation in ("obl", "advcl"))
    return any(parse.tokens[c].word.lower() in ("for", "over") for k in marked for c in parse.kids[k])


def lemma_is(parse: Parse, verb: int, listed: Collection[str]) -> bool:
    """Whether the verb is one of the list."""
    return lemma_of(parse.tokens[verb]) in listed


def _done_to(parse: Parse, verb: int) -> bool:
    """ "They answer when attacked": a participle that the tree takes for a past tense without a subject."""
    token = parse.tokens[verb]
    if (
        token.tag not in ("VBD", "VBN")
        or token.relation != "advcl"
        or kid(parse, verb, *SUBJECTS, "aux", "obj") is not None
    ):
        return False
    marks = (parse.tokens[k].word.lower() for k in parse.kids[verb] if parse.tokens[k].relation in ("mark", "advmod"))
    return any(mark in _BARE for mark in marks)


def obliques(parse: Parse, head: int) -> tuple[tuple[str, int], ...]:
    """The phrases on a verb or noun with their prepositions, lower case ("with", "out of")."""
    found = []
    for k in parse.kids[head]:
        if parse.tokens[k].relation in ("obl", "nmod", "obl:agent", "obl:arg"):
            cases = [parse.tokens[c].word.lower() for c in parse.kids[k] if parse.tokens[c].relation == "case"]
            found.append((" ".join(cases), k))
    return tuple(found)


def agent_of(parse: Parse, verb: int) -> int | None:
    by = [k for case, k in obliques(parse, verb) if case == "by"]
    return next((k for k in by if parse.tokens[k].tag != "VBG" and not _is_time(parse, k)), None)


def _is_time(parse: Parse, index: int) -> bool:
    return parse.tokens[index].lemma.lower() in ("day", "week", "month", "year", "end", "time") or (
        parse.tokens[index].pos == "NUM" and kid(parse, index, "nmod") is None
    )
