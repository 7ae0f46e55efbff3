"""Where reported words end because the teller goes on: with a second verb of saying, a circumstance, a gloss."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cues import SUBJECTS, can_speak, kind_at, lemma_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid
from consilience.quotation import Quotation, inside

_FINITE = ("VBD", "VBZ", "VBP")
_SILENT = ("say", "elaborate", "specify", "give", "comment", "explain", "disclose", "name", "mention", "add")


def end_of_words(parse: Parse, quotes: Sequence[Quotation], draft: Draft, part: TokenRange) -> int:
    """The token before which the draft's words end in the part, by the first rule that finds an end."""
    ends = [rule(parse, draft, part) for rule in RULES]
    found = [end for end in ends if part.first <= end < part.last and inside(quotes, parse.tokens[end].start) is None]
    return min(found, default=part.last)


def second_verb(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "Said that … | and denied that …": a verb of saying joined to the cue's verb."""
    word = draft.word
    if word is None or not parse.tokens[word].tag.startswith("V"):
        return part.last
    for k in (*parse.kids[word], *_joined_below(parse, word)):
        kind = kind_at(parse, k) if part.first < k < part.last and parse.tokens[k].relation == "conj" else None
        says = kind is not None and kind[0] == "statement" and parse.tokens[k].tag.startswith("V")
        if says and lemma_of(parse, k) in word_set("cues", "speech_only"):
            return _before_joint(parse, min(i for i in below(parse, k) if i > part.first))
    return part.last


def finite_again(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "Said he would stay | and warned …", "backs the plan | and calls …": a finite verb that only the cue's can go with."""
    word = draft.word
    if word is None or word >= part.first or parse.tokens[word].tag not in _FINITE:
        return part.last
    for k in range(part.first + 2, part.last):
        token = parse.tokens[k]
        if token.relation != "conj" or token.tag != parse.tokens[word].tag or kid(parse, k, *SUBJECTS) is not None:
            continue
        if _bare_says(parse, k, part) or (token.head == word and not _finite_clause(parse, word, range(part.first, k))):
            return _before_joint(parse, min(i for i in below(parse, k) if i > part.first))
    return part.last


def _bare_says(parse: Parse, index: int, part: TokenRange) -> bool:
    """Whether a verb of saying is joined to a verb after "would" or "to" in the part."""
    kind, head = kind_at(parse, index), parse.tokens[index].head
    return head >= part.first and parse.tokens[head].tag == "VB" and kind is not None and kind[0] == "statement"


def _finite_clause(parse: Parse, word: int, stretch: range) -> bool:
    """Whether a told clause with a finite verb hangs on the cue in the stretch."""
    clauses = [
        k for k in parse.kids[word] if k in stretch and parse.tokens[k].relation in ("ccomp", "parataxis", "dep")
    ]
    return bool(clauses)


def _joined_below(parse: Parse, word: int) -> list[int]:
    """Verbs joined to the verb of the told clause, whose subject cannot speak: "said the ship had sunk and denied that …"."""
    clauses = [k for k in parse.kids[word] if parse.tokens[k].relation == "ccomp"]
    subjects = {c: kid(parse, c, *SUBJECTS) for c in clauses}
    mute = [c for c, subject in subjects.items() if subject is not None and not can_speak(parse, subject)]
    return [k for c in mute for k in parse.kids[c] if kid(parse, k, "ccomp") is not None]


def silence(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "…, without saying which": what the speaker leaves out."""
    for at in range(part.first + 2, part.last - 1):
        silent = lemma_of(parse, at + 1) in _SILENT and parse.tokens[at + 1].tag == "VBG"
        if parse.tokens[at].word.lower() == "without" and silent:
            return _before_joint(parse, at)
    return part.last


def hidden_source(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "…, asking not to be named": a word on the source."""
    for at in range(part.first, part.last - 4):
        words = [parse.tokens[i].word.lower() for i in range(at, at + 4)]
        if words[:3] == ["not", "to", "be"] and words[3] in ("named", "identified", "quoted"):
            return at
    return part.last


def pictures(parse: Parse, draft: Draft, part: TokenRange) -> int:
    """ "…, over pictures of an empty road": how a broadcaster tells it."""
    for at in range(part.first + 3, part.last - 1):
        shown = parse.tokens[at + 1].lemma.lower() in ("picture", "footage", "image", "video", "photograph")
        if parse.tokens[at].word.lower() in ("over", "alongside", "beside") and shown:
            return _before_joint(parse, at)
    return part.last


RULES = (second_verb, finite_again, silence, hidden_source, pictures)


def _before_joint(parse: Parse, at: int) -> int:
    """The place before a joint and a comma."""
    while parse.tokens[at - 1].relation in ("cc", "punct") and parse.tokens[at - 1].word.lower() in (
        ",",
        "and",
        "but",
        "or",
    ):
        at -= 1
    return at
