"""Rules on the tree: reported clauses, quotations with a verb of saying beside them, "according to", "citing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from consilience.attribute.cues import (
    adjective_kind,
    base_of,
    is_according,
    is_negated,
    is_passive,
    kind_at,
    lemma_of,
    own_subject,
    subject_of,
    verb_kind,
)
from consilience.attribute.drafts import Draft
from consilience.attribute.making import Rule, around_cue, cue_range, from_subject, make_draft, stretches
from consilience.attribute.patterns import PATTERNS, closing_clause, in_the_words_of, under_document
from consilience.attribute.said_nouns import noun_with_clause
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid, noun_phrase
from consilience.quotation import Quotation, inside


def by_rules(parse: Parse, quotes: Sequence[Quotation]) -> list[Draft]:
    """What the rules find, one draft at most for each cue."""
    return list(_found(parse, quotes))


def _found(parse: Parse, quotes: Sequence[Quotation]) -> Iterator[Draft]:
    for index, token in enumerate(parse.tokens):
        if token.tag.startswith("V") or token.tag.startswith("J"):
            if not _may_cue(token.lemma.lower(), token.word.lower(), token.tag):
                continue
            rules: Sequence[Rule] = RULES
        elif token.tag.startswith("N"):
            rules = NOUN_RULES
        else:
            continue
        draft = next((d for rule in rules if (d := rule(parse, quotes, index)) is not None), None)
        if draft is not None:
            yield draft


@cache
def _may_cue(lemma: str, word: str, tag: str) -> bool:
    """Whether a rule for verbs and adjectives can begin at such a word."""
    base = base_of(lemma, word, tag)
    return (
        word == "according"
        or base in ("put", "release")
        or verb_kind(base) is not None
        or adjective_kind(base) is not None
    )


def according_to(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "According to X" attributes the clause it stands in to X, with all verbs of that clause."""
    if not is_according(parse, index):
        return None
    noun = parse.tokens[index].head
    if parse.tokens[index].relation != "case" or noun < 0:
        noun = next((k for k in parse.kids[index] if parse.tokens[k].relation in ("obl", "nmod", "obj")), -1)
    if noun < index:
        return _set_between(parse, quotes, index)
    clause = parse.tokens[noun].head if parse.tokens[index].relation == "case" else parse.tokens[index].head
    source = noun_phrase(parse, noun)
    source = TokenRange(max(source.first, index + 2), _name_after(parse, source.last))
    taken = set(range(index, max(source.last, _told_of_end(parse, noun) + 1)))
    content = stretches(parse, quotes, [i for i in _clause_tokens(parse, clause, index) if i not in taken])
    return make_draft(parse, content, TokenRange(index, index + 2), source, index, "according to")


def _told_of_end(parse: Parse, noun: int) -> int:
    """The last token of a participle that tells of the source: "an audit seen by the newspaper"."""
    told = [k for k in parse.kids[noun] if parse.tokens[k].relation == "acl" and parse.tokens[k].tag in ("VBN", "VBG")]
    return max((max(below(parse, k)) for k in told), default=noun)


def _set_between(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "…, according to X, did Y": set between commas in front of the verb whose clause is X's."""
    end = parse.sentences[parse.sentence_of[index]].tokens.last
    comma = next((i for i in range(index + 2, min(end, index + 9)) if parse.tokens[i].word == ","), None)
    verb = comma + 1 if comma is not None and comma + 1 < end else -1
    opened = index > 0 and parse.tokens[index - 1].word == ","
    if comma is None or not opened or parse.tokens[verb].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    members = [i for i in below(parse, verb) if i > comma] if parse.tokens[verb].tag != "MD" else range(verb, end)
    source = TokenRange(index + 2, comma)
    return make_draft(
        parse, stretches(parse, quotes, members), TokenRange(index, index + 2), source, index, "according to"
    )


def _name_after(parse: Parse, last: int) -> int:
    """The end of a name that stands right after the source's noun but hangs elsewhere in the tree: "the agency N. N."."""
    while last < len(parse.tokens) and parse.tokens[last].pos == "PROPN":
        last += 1
    return last


def _clause_tokens(parse: Parse, clause: int, index: int) -> Sequence[int]:
    """The tokens that the tail governs: those of the clause around it, or of its sentence where the tail is its root."""
    if clause < 0:
        return range(*parse.sentences[parse.sentence_of[index]].tokens)
    return below(parse, _sentence_clause(parse, clause))


def _sentence_clause(parse: Parse, clause: int) -> int:
    """The clause that a tail governs: up from a verb of saying or a participle to the clause around it."""
    token = parse.tokens[clause]
    while token.relation in ("advcl", "xcomp", "ccomp", "parataxis", "obl", "nmod", "obj", "nsubj") and token.head >= 0:
        clause, token = token.head, parse.tokens[token.head]
    return clause


def reported_clause(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """A verb or adjective of saying, believing or planning with a subject and a clause of content."""
    if kind_at(parse, index) is None or _is_marked(parse, index):
        return None
    clause = kid(parse, index, "ccomp")
    if clause is None or (parse.tokens[clause].tag == "VBG" and kid(parse, clause, "aux") is None):
        return None
    speaker = subject_of(parse, index)
    if speaker is None or _inside_of(parse, speaker, clause):
        return None
    content = around_cue(stretches(parse, quotes, list(below(parse, clause))), clause, index)
    draft = from_subject(parse, content, index, speaker, "reported clause")
    closing = closing_clause(parse, quotes, index) if clause < index else None
    return closing if draft is None or (closing is not None and _broken_off(draft)) else draft


def _broken_off(draft: Draft) -> bool:
    """Whether a clause before its speaker does not reach to the comma before him, since the tree tore it."""
    return draft.source is not None and draft.content[-1].last < draft.source.first - 1


def infinitive(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """A verb of promising, threatening or declining with "to …", or of denying with "-ing"."""
    kind = kind_at(parse, index)
    if kind is None or kind[1] not in ("promised", "threatened", "declined", "denied") or _is_marked(parse, index):
        return None
    clause = kid(parse, index, "xcomp")
    if clause is None and kind[1] == "denied" and kid(parse, index, "ccomp", "obj") is None:
        clause = next((k for k in parse.kids[index] if k > index and (k == index + 1 or _having(parse, k))), None)
    speaker = subject_of(parse, index)
    if clause is None or speaker is None:
        return None
    open_form = any(parse.tokens[k].tag == "TO" for k in parse.kids[clause])
    gerund = parse.tokens[clause].tag == "VBG" or _having(parse, clause)
    if not (gerund if kind[1] == "denied" else open_form):
        return None
    content = around_cue(stretches(parse, quotes, list(below(parse, clause))), clause, index)
    return from_subject(parse, content, index, speaker, "promise or threat")


def _having(parse: Parse, clause: int) -> bool:
    """ "Having read": a clause with "having" for its helper."""
    return any(parse.tokens[k].word.lower() == "having" and k < clause for k in parse.kids[clause])


def said_beside(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """A verb of saying with a subject, set beside the words it reports: "…, X said"."""
    token = parse.tokens[index]
    lemma = lemma_of(parse, index)
    told = ("ccomp", "xcomp") if lemma in ("tell", "assure", "inform") else ("ccomp", "obj", "xcomp")
    finite = token.tag in ("VBD", "VBZ", "VBP", "VBN")
    if token.head < 0 or not finite or _is_marked(parse, index) or lemma not in word_set("cues", "speech_only"):
        return None
    if kid(parse, index, *told) is not None or lemma == "continue":  # "released while inquiries continue"
        return None
    if token.relation == "ccomp":
        return _told_twice(parse, quotes, index)
    if token.relation not in ("parataxis", "advcl", "dep", "discourse"):
        return None
    speaker = own_subject(parse, index)
    if speaker is None or (parse.tokens[speaker].head != index and speaker != index - 1):
        return None
    inner = {*below(parse, index), *below(parse, speaker), *range(index, _sentence_end(parse, index))}
    if speaker > index or not any(i < speaker for i in below(parse, token.head)):
        inner = {*below(parse, index), *below(parse, speaker)}
    content = stretches(parse, quotes, [i for i in below(parse, token.head) if i not in inner])
    return from_subject(parse, content, index, speaker, "words beside a verb of saying")


def _told_twice(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "…, X said, the agency reported": the words before the first of two verbs of saying are X's."""
    speaker = own_subject(parse, index)
    words = kid(parse, parse.tokens[index].head, "ccomp")
    if speaker is None or words is None or not words < speaker < index or parse.tokens[speaker].head != index:
        return None
    content = stretches(parse, quotes, [i for i in below(parse, words) if i < speaker])
    return from_subject(parse, content, index, speaker, "words beside a verb of saying")


def quotation_before(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """A verb of saying with its subject right after a quotation: "“…,” X told the press"."""
    speaker = own_subject(parse, index)
    if speaker is None or lemma_of(parse, index) not in word_set("cues", "speech_only") or _is_marked(parse, index):
        return None
    source = noun_phrase(parse, speaker)
    if not source.last <= index <= source.last + 2 or source.first == 0:
        return None
    quote = inside(quotes, parse.tokens[source.first - 1].start)
    if quote is None or quote.span.end != parse.tokens[source.first - 1].end:
        return None
    first = next(i for i in range(source.first) if parse.tokens[i].start >= quote.span.start)
    return from_subject(parse, (TokenRange(first, source.first),), index, speaker, "quotation before its speaker")


def _sentence_end(parse: Parse, index: int) -> int:
    return parse.sentences[parse.sentence_of[index]].tokens.last


def cited(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "X reported, citing Y, that …": what X reports is also Y's."""
    token = parse.tokens[index]
    if lemma_of(parse, index) not in ("cite", "quote"):
        return None
    if token.tag != "VBG":
        return _cited_further(parse, quotes, index)
    whom = kid(parse, index, "obj")
    verb = citing_verb(parse, index)
    if whom is None or verb is None:
        return None
    source = noun_phrase(parse, whom)
    clause = next((k for v in (verb, index) for k in [kid(parse, v, "ccomp")] if k is not None), None)
    clause = _that_after(parse, source.last) if clause is None else clause
    if clause is None:
        return None
    own = set(below(parse, index)) if clause < index else set(range(index, source.last))
    content = stretches(parse, quotes, [i for i in below(parse, clause) if i not in own])
    return make_draft(parse, content, TokenRange(index, index + 1), source, index, "cited source")


def _cited_further(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "…, quoting Y, which cited Z": what Y is quoted for is Z's."""
    noun = parse.tokens[index].head
    whom = kid(parse, index, "obj")
    if parse.tokens[index].relation != "acl:relcl" or noun < 0 or whom is None:
        return None
    citing = parse.tokens[noun].head
    if citing < 0 or parse.tokens[citing].tag != "VBG":
        return None
    outer = cited(parse, quotes, citing)
    if outer is None:
        return None
    source = noun_phrase(parse, whom)
    return replace(outer, cue=TokenRange(index, index + 1), source=source, word=index, through=citing)


def _that_after(parse: Parse, at: int) -> int | None:
    """The clause of a "that" which only marks part from the place before it, wherever the tree hangs the clause."""
    while at < len(parse.tokens) and parse.tokens[at].relation == "punct":
        at += 1
    return _that_at(parse, at)


def _that_at(parse: Parse, at: int) -> int | None:
    if at >= len(parse.tokens) or parse.tokens[at].word.lower() != "that" or parse.tokens[at].relation != "mark":
        return None
    return parse.tokens[at].head if parse.tokens[at].head > at else None


def undisclosed(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "The price was not disclosed": what nobody tells, by nobody named."""
    if lemma_of(parse, index) not in ("disclose", "reveal", "announce", "release", "specify") or not is_negated(
        parse, index
    ):
        return None
    subject = kid(parse, index, "nsubj:pass")
    if subject is None or not is_passive(parse, index) or own_subject(parse, index) is not None:
        return None
    content = stretches(parse, quotes, list(below(parse, subject)))
    return Draft(content[:1], cue_range(parse, index), None, index, "undisclosed") if content else None


def citing_verb(parse: Parse, index: int) -> int | None:
    """The verb of saying that "citing" goes with, whether it hangs on the verb or on the verb's subject."""
    verb = parse.tokens[index].head
    if verb >= 0 and parse.tokens[verb].pos in ("NOUN", "PROPN"):
        verb = parse.tokens[verb].head
    outer = parse.tokens[verb].head if verb >= 0 and parse.tokens[verb].relation == "ccomp" else -1
    if verb > index or verb < outer < index:
        verb = outer if outer >= 0 else verb
    return verb if verb >= 0 and kind_at(parse, verb) is not None else None


RULES: tuple[Rule, ...] = (
    according_to, undisclosed, cited, said_beside, reported_clause, infinitive, quotation_before, *PATTERNS,
)  # fmt: skip
NOUN_RULES: tuple[Rule, ...] = (in_the_words_of, under_document, noun_with_clause)


def _is_marked(parse: Parse, index: int) -> bool:
    """Whether the clause is conditional or a comparison, so that nobody is said to have said anything."""
    return any(
        parse.tokens[k].relation == "mark" and parse.tokens[k].word.lower() in ("if", "unless")
        for k in parse.kids[index]
    )


def _inside_of(parse: Parse, index: int, top: int) -> bool:
    while index >= 0:
        if index == top:
            return True
        index = parse.tokens[index].head
    return False
