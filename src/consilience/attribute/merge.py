"""Heads and rules brought together: one draft a cue, the tree deciding who is the subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import TELLING, is_according, is_passive, kind_at, lemma_of, own_subject, subject_of
from consilience.attribute.drafts import Draft
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, above, kid, noun_phrase
from consilience.quotation import Quotation, inside

_ALWAYS = (
    "according to", "cited source", "words beside a verb of saying", "noun of saying", "undisclosed", "as somebody put it",
    "in the words of", "what somebody called it", "witnessed", "number given",
    "denial beside", "under a document",
)  # fmt: skip


def merged(parse: Parse, quotes: Sequence[Quotation], heads: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """The heads' drafts with speakers mended by the rules', and the rules' own where the heads found nothing."""
    by_word = {draft.word: draft for draft in ruled}
    drafts = []
    for head in heads:
        rule = by_word.pop(head.word, None) if head.word is not None else None
        drafts.append(_mended(parse, head, rule))
    drafts += [rule for rule in by_word.values() if _stands_alone(parse, quotes, rule)]
    return sorted((_without_outer_tail(parse, draft, drafts) for draft in drafts), key=_place)


def _without_outer_tail(parse: Parse, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft without what follows its own words in the sentence: ", telling them …", ", according to X"."""
    cuts = [d.cue.first for d in drafts if d is not draft and d.cue is not None and _is_tail(parse, draft, d)]
    cuts += [d.source.first for d in drafts if d.source is not None and _closes(draft, d)]
    content = tuple(c for part in draft.content for c in _cut(parse, part, cuts))
    return replace(draft, content=content) if content else draft


def _closes(draft: Draft, other: Draft) -> bool:
    """Whether an "according to" ends in the other's "he added", whose content it shares; or whatever is said in the other's
    words ends in its speaker ("… after a guest knew the song, N. N. told …")."""
    tail = draft.content[-1]
    if other.source is not None and other.cue is not None and other.source.last == tail.last == other.cue.first:
        inner = draft.cue is not None and any(c.first <= draft.cue.first < c.last for c in other.content)
        return inner and other.source.first > tail.first
    if draft.rule != "according to" or other.rule == "according to" or other.cue is None or other.source is None:
        return False
    last = draft.content[-1]
    return other.cue.last == last.last and other.content[0].first == last.first and other.source.first > last.first


def _cut(parse: Parse, part: TokenRange, cuts: Sequence[int]) -> tuple[TokenRange, ...]:
    """The part up to the first cut in it, without the mark before the cut."""
    last = min((c for c in cuts if part.first < c < part.last), default=part.last)
    if last < part.last and parse.tokens[last - 1].word == ",":
        last -= 1
    return (TokenRange(part.first, last),) if last > part.first else ()


def _is_tail(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Whether the other draft's cue opens a tail of the sentence that is no part of this draft's content."""
    if other.word is None or other.cue is None or draft.word is None or other.rule == "block":
        return False
    if parse.sentence_of[other.word] != parse.sentence_of[draft.word] or parse.tokens[other.cue.first - 1].word != ",":
        return False
    if other.rule == "according to" and other.source is not None:
        after = range(other.source.last, parse.sentences[parse.sentence_of[other.word]].tokens.last)
        return draft.rule != "according to" and not any(parse.tokens[i].word[:1].isalnum() for i in after)
    same = other.speaker_at is not None and other.speaker_at == draft.speaker_at and other.source is None
    same = same or _of_himself(parse, draft, other)
    return parse.tokens[other.word].tag == "VBG" and (same or parse.tokens[other.word].head == draft.word)


def _of_himself(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Whether a participle hangs on what the speaker says of himself: "X said he was calm, | arguing that …"."""
    at, word = other.speaker_at, other.word
    if at is None or word is None or other.source is not None or not _inside(at, draft.content):
        return False
    himself = parse.tokens[at].word.lower() in ("he", "she", "they", "it") and kid(parse, word, "ccomp") is not None
    said = draft.word is not None and parse.tokens[parse.tokens[at].head].head == draft.word
    return himself and said


def _place(draft: Draft) -> tuple[int, int, int]:
    content = draft.content
    return (content[0].first, -content[-1].last, draft.cue.first if draft.cue else -1)


def _stands_alone(parse: Parse, quotes: Sequence[Quotation], rule: Draft) -> bool:
    """Whether a rule's draft is kept where the heads found no cue: verbs with no other reading, fixed patterns."""
    word = rule.word
    if rule.rule in _ALWAYS or word is None:
        return True
    if _shown_by_document(parse, rule):
        return True
    kind = kind_at(parse, word)
    adjective = parse.tokens[word].tag.startswith("J") and kind is not None and kind[0] == "statement"
    if parse.tokens[word].tag == "VB" or not (adjective or lemma_of(parse, word) in word_set("cues", "speech_only")):
        return False
    source = rule.source
    quoted = inside(quotes, parse.tokens[word].start) is not None
    spoken = source is not None and parse.tokens[source.last - 1].pos == "PRON" and source.last - source.first == 1
    return not (quoted and (source is None or spoken))


def _shown_by_document(parse: Parse, rule: Draft) -> bool:
    """ "…, data from N. showed": a clause before the verb of showing whose subject is a document."""
    if rule.rule != "reported clause" or rule.word is None or rule.speaker_at is None:
        return False
    document = parse.tokens[rule.speaker_at].lemma.lower() in word_set("speakers", "documents")
    before = rule.content[-1].last <= rule.speaker_at and parse.tokens[rule.content[-1].last].word == ","
    return document and before and parse.tokens[rule.word].tag.startswith("V")


def _mended(parse: Parse, head: Draft, rule: Draft | None) -> Draft:
    """The head's draft with the tree's subject as its speaker, and the rule's content where the two do not meet."""
    if rule is not None and (rule.rule == "undisclosed" or (rule.rule == "cited source" and _names_cited(head, rule))):
        return rule
    if rule is not None and (
        _stray_clause(parse, head, rule) or _addressee(parse, head) or _past_noun(parse, head, rule)
    ):
        head = replace(head, content=rule.content)
    if rule is not None and rule.rule == "as somebody put it":
        return _put_so(head, rule)
    if rule is not None and rule.rule in ("according to", "cited source"):
        return replace(head, rule=rule.rule, source=head.source or rule.source)
    if rule is not None and rule.rule == "promise or threat" and _verb_in_cue(head, rule):
        head = replace(head, content=rule.content, cue=rule.cue)
    if rule is not None and rule.rule == "noun of saying" and head.source is None:
        head = replace(head, source=rule.source)
    if head.word is not None and is_according(parse, head.word):
        return replace(head, rule="according to")
    return _with_subject(parse, head)


def _names_cited(head: Draft, rule: Draft) -> bool:
    """Whether somebody further is cited, or the head took whom "citing" names for what was said."""
    return rule.through is not None or (rule.source is not None and head.content[0].first in range(*rule.source))


def _verb_in_cue(head: Draft, rule: Draft) -> bool:
    """Whether the head took the verb of what is told into its cue: "denied knowing | where …"."""
    first = rule.content[0].first
    return head.cue is not None and head.cue.first < first < head.cue.last


def _put_so(head: Draft, rule: Draft) -> Draft:
    """The head's draft with the rule's cue, and with its content where the head took the "it" of the cue for one."""
    cue = rule.cue
    only_it = cue is not None and all(cue.first <= part.first and part.last <= cue.last for part in head.content)
    source, content = head.source or rule.source, rule.content if only_it else head.content
    return replace(head, rule=rule.rule, cue=cue, source=source, speaker_at=rule.speaker_at, content=content)


def _past_noun(parse: Parse, head: Draft, rule: Draft) -> bool:
    """Whether the head took in its own noun, or ran on into the verb that it is subject of: "X's denial that … | came"."""
    if rule.rule != "noun of saying" or head.word is None:
        return False
    if _inside(head.word, head.content):
        return True
    return any(_inside(verb, head.content) for verb in above(parse, head.word))


def _addressee(parse: Parse, head: Draft) -> bool:
    """Whether the head took those who were told for what was told: "…, a nurse has told | a tribunal"."""
    if head.word is None or lemma_of(parse, head.word) not in TELLING:
        return False
    content = [i for part in head.content for i in range(*part)]
    whom = any(parse.tokens[i].head == head.word and parse.tokens[i].relation in ("obj", "iobj") for i in content)
    return whom and not any(parse.tokens[i].pos in ("VERB", "AUX") for i in content)


def _stray_clause(parse: Parse, head: Draft, rule: Draft) -> bool:
    """Whether the head gave "according to" only a part of its clause."""
    if rule.rule != "according to":
        return False
    last = kind_at(parse, rule.content[-1].last - 1)
    if last is not None and last[0] == "statement" and parse.tokens[rule.content[-1].last - 1].tag.startswith("V"):
        return False
    if _starts_before(parse, head):
        return True
    part = all(any(r.first <= h.first and h.last <= r.last for r in rule.content) for h in head.content)
    return part or parse.tokens[head.content[0].first].word.lower() in ("that", "to")


def _starts_before(parse: Parse, head: Draft) -> bool:
    """Whether words without a mark at their opening begin in a sentence before the cue's and run on into it."""
    if head.cue is None or parse.tokens[head.content[0].first].word in ("“", '"', "''", "``"):
        return False
    first = parse.sentences[parse.sentence_of[head.cue.first]].tokens.first
    return any(part.first < first < part.last for part in head.content)


def _with_subject(parse: Parse, head: Draft) -> Draft:
    """The draft with the subject of its cue's verb, as the source where it stands beside the verb, else unseen."""
    word = head.word
    if word is None or not parse.tokens[word].tag.startswith(("V", "J")):
        return head
    if kind_at(parse, word) is None and (head.source is not None or parse.tokens[word].tag not in ("VBD", "VBZ")):
        return head
    if is_passive(parse, word) and parse.tokens[word].tag.startswith("V"):
        by = own_subject(parse, word)
        return replace(head, source=None if by is None else head.source, speaker_at=by)
    own = own_subject(parse, word)
    if own is not None and head.source is None:
        head = _without_source(parse, head, own)
    if own is not None and (_from_elsewhere(parse, head, own) or (own < word and _others_subject(parse, head, own))):
        head = replace(head, source=noun_phrase(parse, own))
    if own is not None and parse.tokens[own].tag not in ("WP", "WDT", "EX") and not _inside(own, head.content):
        return replace(head, source=head.source or noun_phrase(parse, own), speaker_at=own)
    if head.source is not None:
        return head
    speaker = subject_of(parse, word)
    return head if speaker is None or _inside(speaker, head.content) else replace(head, speaker_at=speaker)


def _from_elsewhere(parse: Parse, head: Draft, own: int) -> bool:
    """Whether the head's source stands in another sentence, though a name or noun stands beside the cue: "reported N."."""
    source, word = head.source, head.word
    if source is None or word is None or own in range(*source) or parse.tokens[own].pos == "PRON":
        return False
    phrase = noun_phrase(parse, own)
    beside = phrase.last == word or phrase.first == word + 1
    return beside and parse.sentence_of[own] == parse.sentence_of[word] != parse.sentence_of[source.first]


def _others_subject(parse: Parse, head: Draft, own: int) -> bool:
    """Whether the head's source is the subject of another verb before the cue's own: "X said, | N. reported"."""
    source, word = head.source, head.word
    if source is None or word is None or own in range(*source) or source.last > own:
        return False
    near = noun_phrase(parse, own).last >= word - 1
    others = [i for i in range(source.last, own) if parse.tokens[i].tag in ("VBD", "VBZ", "VBP")]
    said = [i for i in others if near or lemma_of(parse, i) in word_set("cues", "speech_only")]
    return any(own_subject(parse, i) in range(*source) for i in said)


def _without_source(parse: Parse, head: Draft, own: int) -> Draft:
    """The draft without the subject of its cue at the end of its content: "“…,” | N. N. said"."""
    last, source = head.content[-1], noun_phrase(parse, own)
    if head.cue is None or source.last != last.last or source.last != head.cue.first or source.first <= last.first:
        return head
    end = source.first - (parse.tokens[source.first - 1].word == ",")
    return replace(head, content=(*head.content[:-1], TokenRange(last.first, end)), source=source)


def _inside(index: int, content: Sequence[TokenRange]) -> bool:
    return any(part.first <= index < part.last for part in content)
