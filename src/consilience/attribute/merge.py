"""Heads and rules brought together: one draft a cue, the tree deciding who is the subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import is_passive, kind_at, own_subject, subject_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, noun_phrase

_ALWAYS = ("according to", "cited source", "words beside a verb of saying", "noun of saying")


def merged(parse: Parse, heads: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The heads' drafts with speakers mended by the rules', and the rules' own where the heads found nothing."""
    by_word = {draft.word: draft for draft in ruled}
    drafts = []
    for head in heads:
        rule = by_word.pop(head.word, None) if head.word is not None else None
        drafts.append(_mended(parse, head, rule))
    drafts += [rule for rule in by_word.values() if _stands_alone(parse, rule)]
    return sorted(drafts, key=_place)


def _place(draft: Draft) -> tuple[int, int, int]:
    content = draft.content
    return (content[0].first, -content[-1].last, draft.cue.first if draft.cue else -1)


def _stands_alone(parse: Parse, rule: Draft) -> bool:
    """Whether a rule's draft is kept where the heads found no cue: verbs with no other reading, fixed patterns."""
    if rule.rule in _ALWAYS:
        return True
    return rule.word is not None and parse.tokens[rule.word].lemma.lower() in word_set("cues", "speech_only")


def _mended(parse: Parse, head: Draft, rule: Draft | None) -> Draft:
    """The head's draft with the tree's subject as its speaker, and the rule's content where the two do not meet."""
    if rule is not None and (not _meets(head.content, rule.content) or _stray_clause(parse, head, rule)):
        head = replace(head, content=rule.content)
    if rule is not None and rule.rule in ("according to", "cited source"):
        return replace(head, rule=rule.rule, source=head.source or rule.source)
    return _with_subject(parse, head)


def _stray_clause(parse: Parse, head: Draft, rule: Draft) -> bool:
    """Whether the head gave "according to" only a that-clause that belongs to another verb."""
    first = head.content[0].first
    return rule.rule == "according to" and parse.tokens[first].word.lower() in ("that", "to")


def _meets(left: Sequence[TokenRange], right: Sequence[TokenRange]) -> bool:
    return any(a.first < b.last and b.first < a.last for a in left for b in right)


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
