"""Speech told at second hand: "X reported, citing Y, which quoted Z as saying that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import is_passive, kind_at, lemma_of, own_subject
from consilience.attribute.drafts import Draft
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid, noun_phrase

_QUOTING = ("quote", "cite", "report")
_FURTHEST = 24
RULE = "quoted as saying"


def with_second_hand(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in which what somebody is quoted as saying is that person's, told through whoever quotes and reports it."""
    found = list(drafts)
    for index, token in enumerate(parse.tokens):
        before = parse.tokens[index - 1].word.lower() if index else ""
        if token.tag == "VBG" and before == "as" and lemma_of(parse, index) in ("say", "tell", "warn", "add"):
            found = _quoted_at(parse, found, index)
    return found


def _quoted_at(parse: Parse, drafts: list[Draft], saying: int) -> list[Draft]:
    verb = _quoting_verb(parse, saying)
    whom = None if verb is None else _quoted_person(parse, verb, saying)
    own = next((d for d in drafts if d.word == saying), None)
    teller = next((d for d in drafts if d.word == verb), None)
    content = own.content if own is not None else _told_words(teller, verb, saying)
    if verb is None or whom is None:
        return drafts
    content = _words_before(parse, verb, saying, content) or content
    if not content:
        return drafts
    cue = TokenRange(saying - 1, saying + 1)
    active = verb < whom < saying
    source = TokenRange(verb + 1, saying - 1) if active else noun_phrase(parse, whom)
    inner = Draft(content, cue, source, saying, RULE, whom, through=verb)
    tellers = drafts if teller is not None else [*drafts, *_unseen_teller(parse, verb, content)]
    outer = [replace(d, content=content, through=_reporting(parse, verb)) if d.word == verb else d for d in tellers]
    told = _told_content(parse, outer, verb, content)
    return [*(d for d in told if d.word != saying), inner]


def _words_before(parse: Parse, verb: int, saying: int, content: tuple[TokenRange, ...]) -> tuple[TokenRange, ...]:
    """The clause before "X quoted him as saying on Sunday", where only the day was taken for what was said."""
    told = [i for part in content for i in range(*part)]
    asides = {i for k in parse.kids[saying] if parse.tokens[k].relation.startswith("obl") for i in below(parse, k)}
    head = parse.tokens[verb].head
    if not set(told) <= asides or parse.tokens[verb].relation != "parataxis" or not 0 <= head < verb:
        return ()
    own = set(below(parse, verb))
    members = [i for i in below(parse, head) if i not in own and parse.tokens[i].relation != "punct"]
    return (TokenRange(members[0], members[-1] + 1),) if members and members[-1] < verb else ()


def _quoting_verb(parse: Parse, saying: int) -> int | None:
    """The verb of quoting before "as saying": the nearest one in its sentence."""
    first = parse.sentences[parse.sentence_of[saying]].tokens.first
    near = range(saying - 1, max(first - 1, saying - _FURTHEST), -1)
    return next((i for i in near if parse.tokens[i].tag.startswith("V") and lemma_of(parse, i) in _QUOTING), None)


def _quoted_person(parse: Parse, verb: int, saying: int) -> int | None:
    """Whom the verb quotes: its last object before "as", or the subject of a passive."""
    if is_passive(parse, verb):
        subject = kid(parse, verb, "nsubj:pass")
        return _told_of(parse, verb) if subject is None else subject
    relations = ("obj", "iobj", "dep", "nsubj")  # a name right after the verb may be taken for its subject
    objects = [k for k in parse.kids[verb] if verb < k < saying and parse.tokens[k].relation in relations]
    return objects[-1] if objects else None


def _told_of(parse: Parse, verb: int) -> int | None:
    """The noun that a bare participle tells of: "an official quoted as saying"."""
    return parse.tokens[verb].head if parse.tokens[verb].relation == "acl" else None


def _told_words(teller: Draft | None, verb: int | None, saying: int) -> tuple[TokenRange, ...]:
    """What the quoting verb's content holds after "saying" and before the verb."""
    if teller is None or verb is None:
        return ()
    after = (TokenRange(max(part.first, saying + 1), part.last) for part in teller.content if part.last > verb)
    before = (part for part in teller.content if part.last <= verb)
    return tuple(part for part in (*before, *after) if part.last > part.first)


def _reporting(parse: Parse, verb: int) -> int | None:
    """The verb of saying whose "citing Y, which quoted" the verb stands in."""
    noun = parse.tokens[verb].head if parse.tokens[verb].relation == "acl:relcl" else -1
    for _ in range(3):
        if noun < 0:
            return None
        if parse.tokens[noun].tag == "VBG" and lemma_of(parse, noun) in ("cite", "quote"):
            told = parse.tokens[noun].head
            return told if told >= 0 and kind_at(parse, told) is not None else None
        noun = parse.tokens[noun].head
    return None


def _unseen_teller(parse: Parse, verb: int, content: tuple[TokenRange, ...]) -> tuple[Draft, ...]:
    """Who quotes in a clause beside a noun, where nothing else found that: "Y, which quoted Z as saying"."""
    teller = own_subject(parse, verb)
    if teller is None or is_passive(parse, verb) or _reporting(parse, verb) is None:
        return ()
    return (Draft(content, TokenRange(verb, verb + 1), noun_phrase(parse, teller), verb, RULE, teller),)


def _told_content(parse: Parse, drafts: Sequence[Draft], verb: int, content: tuple[TokenRange, ...]) -> list[Draft]:
    """The drafts with the content given to the verb that reports by citing the one who quotes."""
    reporting = _reporting(parse, verb)
    return [replace(d, content=content) if reporting is not None and d.word == reporting else d for d in drafts]
