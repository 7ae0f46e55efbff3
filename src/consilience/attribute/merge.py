"""Heads and rules brought together: one draft a cue, the tree deciding who is the subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import is_according, is_passive, kind_at, lemma_of, own_subject, subject_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, noun_phrase
from consilience.quotation import Quotation, inside

_ALWAYS = ("according to", "cited source", "words beside a verb of saying", "noun of saying")


def merged(parse: Parse, quotes: Sequence[Quotation], heads: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The heads' drafts with speakers mended by the rules', and the rules' own where the heads found nothing."""
    by_word = {draft.word: draft for draft in ruled}
    drafts = []
    for head in heads:
        rule = by_word.pop(head.word, None) if head.word is not None else None
        drafts.append(_mended(parse, head, rule))
    drafts += [rule for rule in by_word.values() if _stands_alone(parse, quotes, rule)]
    return sorted(drafts, key=_place)


def _place(draft: Draft) -> tuple[int, int, int]:
    content = draft.content
    return (content[0].first, -content[-1].last, draft.cue.first if draft.cue else -1)


def _stands_alone(parse: Parse, quotes: Sequence[Quotation], rule: Draft) -> bool:
    """Whether a rule's draft is kept where the heads found no cue: verbs with no other reading, fixed patterns."""
    word = rule.word
    if rule.rule in _ALWAYS or word is None:
        return True
    if lemma_of(parse, word) not in word_set("cues", "speech_only") or parse.tokens[word].tag == "VB":
        return False
    source = rule.source
    quoted = inside(quotes, parse.tokens[word].start) is not None
    spoken = source is not None and parse.tokens[source.last - 1].pos == "PRON" and source.last - source.first == 1
    return not (quoted and (source is None or spoken))


def _mended(parse: Parse, head: Draft, rule: Draft | None) -> Draft:
    """The head's draft with the tree's subject as its speaker, and the rule's content where the two do not meet."""
    if rule is not None and _stray_clause(parse, head, rule):
        head = replace(head, content=rule.content)
    if rule is not None and rule.rule in ("according to", "cited source"):
        return replace(head, rule=rule.rule, source=head.source or rule.source)
    if head.word is not None and is_according(parse, head.word):
        return replace(head, rule="according to")
    return _with_subject(parse, head)


def _stray_clause(parse: Parse, head: Draft, rule: Draft) -> bool:
    """Whether the head gave "according to" only a that-clause that belongs to another verb."""
    first = head.content[0].first
    return rule.rule == "according to" and parse.tokens[first].word.lower() in ("that", "to")


def _with_subject(parse: Parse, head: Draft) -> Draft:
    """The draft with the subject of its cue's verb: as the source where it stands beside the verb, else as the speaker unseen."""
    word = head.word
    if word is None or kind_at(parse, word) is None or not parse.tokens[word].tag.startswith(("V", "J")):
        return head
    if is_passive(parse, word) and parse.tokens[word].tag.startswith("V"):
        by = own_subject(parse, word)
        return replace(head, source=None if by is None else head.source, speaker_at=by)
    own = own_subject(parse, word)
    if own is not None and parse.tokens[own].tag not in ("WP", "WDT", "EX") and not _inside(own, head.content):
        if head.source is None or not head.source.first <= own < head.source.last:
            return replace(head, source=noun_phrase(parse, own), speaker_at=own)
        return replace(head, speaker_at=own)
    if head.source is not None:
        return head
    speaker = subject_of(parse, word)
    return head if speaker is None or _inside(speaker, head.content) else replace(head, speaker_at=speaker)


def _inside(index: int, content: Sequence[TokenRange]) -> bool:
    return any(part.first <= index < part.last for part in content)
