"""Blocks: paragraphs without quotation marks that a colon hands over to a speaker ("the paper wrote:")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import kind_at, lemma_of, noun_kind, own_subject
from consilience.attribute.drafts import Draft
from consilience.attribute.making import author_of, cue_range
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, kid, noun_phrase

_OPENING = ("“", '"', "«", "‘", "'", "”")
_MARKS = {"“", "”", '"', "«", "»"}


def with_blocks(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with blocks added; what a head drew from an introducing sentence into its block is taken back."""
    found = list(drafts)
    for number, sentence in enumerate(parse.sentences[:-1]):
        following = parse.sentences[number + 1]
        if parse.tokens[sentence.tokens.last - 1].word != ":" or following.paragraph == sentence.paragraph:
            continue
        if parse.tokens[following.tokens.first].word in _OPENING:
            continue
        block = _with_letter(parse, sentence.tokens, _paragraph_tokens(parse, number + 1))
        block = _whole_list(parse, block)
        opened = _introduced(parse, sentence.tokens, block, found) or _read_out(parse, number, block)
        if opened is not None:
            found = [d for d in found if not _crosses(d, sentence.tokens, block)]
            found.append(opened)
    return found


def _paragraph_tokens(parse: Parse, number: int) -> TokenRange:
    """All tokens of the paragraph that the sentence opens."""
    paragraph = parse.sentences[number].paragraph
    last = number
    while last + 1 < len(parse.sentences) and parse.sentences[last + 1].paragraph == paragraph:
        last += 1
    return TokenRange(parse.sentences[number].tokens.first, parse.sentences[last].tokens.last)


def _with_letter(parse: Parse, opening: TokenRange, block: TokenRange) -> TokenRange:
    """The block with the paragraphs after it that go on in the first person, where a letter or another document is quoted."""
    documents = word_set("speakers", "documents")
    nouns = {parse.tokens[i].lemma.lower() for i in range(*opening) if parse.tokens[i].pos == "NOUN"}
    letter = bool(nouns & documents)
    # After other verbs an outlet that speaks of itself as "I" may go on in its own voice.
    testimony = any(parse.tokens[i].lemma.lower() in _TESTIFYING for i in range(*opening))
    if not _first_person(parse, block) or not (letter or testimony):
        return block
    while block.last < len(parse.tokens):
        following = _paragraph_tokens(parse, parse.sentence_of[block.last])
        singular = any(parse.tokens[i].word == "I" for i in range(*following))
        goes_on = _first_person(parse, following) and (letter or singular)
        if not goes_on or parse.tokens[following.first].word in _OPENING:
            break
        block = TokenRange(block.first, following.last)
    return block


def _whole_list(parse: Parse, block: TokenRange) -> TokenRange:
    """The block with the paragraphs after it, where all of them open with the same mark of a list."""
    mark = parse.tokens[block.first].word
    while mark in _BULLETS and block.last < len(parse.tokens) and parse.tokens[block.last].word == mark:
        block = TokenRange(block.first, _paragraph_tokens(parse, parse.sentence_of[block.last]).last)
    return block


_TESTIFYING = ("narrate", "recall", "recollect", "recount", "relate", "remember", "reminisce", "testify")
_BULLETS = ("-", "–", "—", "•", "*", "·", "▪")


def _read_out(parse: Parse, number: int, block: TokenRange) -> Draft | None:
    """A document that is shown ("It reads in full:"), or a list of what somebody demands ("made three demands:")."""
    sentence = parse.sentences[number].tokens
    for index in range(sentence.last - 1, sentence.first - 1, -1):
        token = parse.tokens[index]
        subject = own_subject(parse, index) if token.tag.startswith("V") else None
        if token.lemma.lower() in _READ and subject is not None and _is_document(parse, subject):
            author = _author_before(parse, number)
            if author is not None:
                return Draft((block,), cue_range(parse, index), None, index, "block", author, block=True)
        if parse.tokens[block.first].word in _BULLETS and noun_kind(token.lemma.lower()) and token.pos == "NOUN":
            speaker = own_subject(parse, token.head) if token.head >= 0 else None
            if speaker is not None:
                cue = TokenRange(index, index + 1)
                return Draft((block,), cue, noun_phrase(parse, speaker), index, "block", speaker, block=True)
    return None


_READ = ("read", "run", "go", "say", "state", "continue")


def _is_document(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.word.lower() in ("it", "this") or token.lemma.lower() in word_set("speakers", "documents")


def _author_before(parse: Parse, number: int) -> int | None:
    """Who wrote the document that this sentence or the one before names: by whom, whose, or who issued it."""
    first = parse.sentences[max(0, number - 1)].tokens.first
    for index in range(parse.sentences[number].tokens.last - 1, first - 1, -1):
        token = parse.tokens[index]
        if token.pos != "NOUN" or token.lemma.lower() not in word_set("speakers", "documents"):
            continue
        issued = own_subject(parse, token.head) if token.head >= 0 and token.relation == "obj" else None
        return author_of(parse, index) or kid(parse, index, "nmod:poss") or issued
    return None


def _first_person(parse: Parse, stretch: TokenRange) -> bool:
    told = {parse.tokens[i].word.lower() for i in range(*stretch)}
    return bool(told & {"i", "we", "my", "our", "us"}) and not told & _MARKS


def _crosses(draft: Draft, sentence: TokenRange, block: TokenRange) -> bool:
    """Whether a draft's cue stands in the introducing sentence and its content in the block."""
    if draft.cue is None or not sentence.first <= draft.cue.first < sentence.last:
        return False
    return any(part.last > block.first for part in draft.content)


def _introduced(parse: Parse, sentence: TokenRange, block: TokenRange, drafts: Sequence[Draft]) -> Draft | None:
    """The block's draft: by the last statement of the sentence, else by a verb of saying right before the colon."""
    here = [
        d
        for d in drafts
        if d.cue is not None and sentence.first <= d.cue.first < sentence.last and d.source is not None
    ]
    main = [d for d in here if d.word is not None and _says(parse, d.word) and d.rule != "cited source"]
    if main:
        outer = min(main, key=lambda d: d.cue.first if d.cue else 0)
        return replace(outer, content=(block,), rule="block", block=True)
    for index in range(sentence.last - 2, max(sentence.first - 1, sentence.last - 8), -1):
        speaker = own_subject(parse, index) if _says(parse, index) else None
        if speaker is not None:
            source = noun_phrase(parse, speaker)
            return Draft((block,), cue_range(parse, index), source, index, "block", speaker, block=True)
    return None


def _says(parse: Parse, index: int) -> bool:
    kind = kind_at(parse, index)
    return kind is not None and kind[0] == "statement" and lemma_of(parse, index) in word_set("cues", "speech_only")
