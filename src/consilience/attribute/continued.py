"""Quotations that go on: after the speaker's name, in the next sentence, in the next paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consilience.attribute.cues import is_negated
from consilience.attribute.drafts import Draft, covered, with_content
from consilience.lexicons import word_set
from consilience.model.spans import Span, TokenRange
from consilience.parses import Parse, kid
from consilience.quotation import Quotation, inside
from consilience.trees import tokens_within

_LEAST_WORDS = 4


def with_quotations(
    parse: Parse, quotes: Sequence[Quotation], paragraphs: Sequence[Span], drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts with the quotations that no draft covers given to the speaker who goes on, where the text shows one."""
    found = list(drafts)
    for quote in quotes:
        stretch = tokens_within(parse.tokens, quote.span)
        torn = _torn(parse, quote, stretch, found)
        if torn is not None:
            found[torn] = with_content(found[torn], (stretch,))
        if _words(parse, stretch) < _LEAST_WORDS or _is_covered(stretch, covered(_around(stretch, found))):
            continue
        within = _resumed(parse, quotes, quote, stretch, found)
        within = _in_paragraph(parse, quotes, quote, stretch, found) if within is None else within
        within = _left_open_before(parse, quotes, quote, stretch, found) if within is None else within
        if within is not None:
            found[within] = with_content(found[within], (stretch,))
            continue
        before = _before_paragraph(parse, quotes, paragraphs, quote, found)
        before = _linked(stretch, found) if before is None else before
        if before is not None and not _same_mark(parse, quotes, quote, found[before]):
            continue
        if before is None:
            introduced = _introduced(parse, quotes, paragraphs, quote, stretch)
            found += [] if introduced is None else [introduced]
            continue
        if _left_open(quotes, quote.paragraph - 1):
            found[before] = with_content(found[before], (stretch,))
        else:
            found.append(_going_on(found[before], stretch, before))
    return found


def _torn(parse: Parse, quote: Quotation, stretch: TokenRange, drafts: Sequence[Draft]) -> int | None:
    """The only draft that touches a closed quotation, if it holds whole sentences of it up to one of its ends, not all."""
    touching = [
        n for n, d in enumerate(drafts)
        if any(part.first < stretch.last and stretch.first < part.last for part in (*d.content, *([d.cue] if d.cue else ())))
    ]  # fmt: skip
    if len(touching) != 1 or not quote.closed or quote.single:
        return None
    draft = drafts[touching[0]]
    part = next((p for p in draft.content if p.first < stretch.last and stretch.first < p.last), None)
    if part is None or draft.cue is None or draft.source is None:
        return None
    front = part.first <= stretch.first and part.last < stretch.last
    opens = parse.sentences[parse.sentence_of[part.first]].tokens.first == part.first
    back = opens and stretch.first < part.first and part.last >= stretch.last
    ended = front and parse.tokens[min(part.last, stretch.last - 1)].word in (".", "?", "!")
    return touching[0] if ended or back else None


def _same_mark(parse: Parse, quotes: Sequence[Quotation], quote: Quotation, before: Draft) -> bool:
    """Whether a quotation opens with the mark of the words before it; a text within a text has marks of its own."""
    last = inside(quotes, parse.tokens[before.content[-1].last - 1].start)
    return last is None or parse.text[last.span.start] == parse.text[quote.span.start]


def _around(stretch: TokenRange, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that the quotation itself tells: "“My neighbour told me it was gone.”"."""
    return [
        d for d in drafts
        if d.cue is None or d.word is None or not stretch.first < d.cue.first < d.cue.last < stretch.last
    ]  # fmt: skip


def _words(parse: Parse, stretch: TokenRange) -> int:
    return sum(parse.tokens[i].word[:1].isalnum() for i in range(*stretch))


def _is_covered(stretch: TokenRange, tokens: set[int]) -> bool:
    return 2 * sum(i in tokens for i in range(*stretch)) > stretch.last - stretch.first


def is_direct(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """Whether nearly all of the draft's content stands in quotation marks."""
    tokens = [i for part in draft.content for i in range(*part) if parse.tokens[i].relation != "punct"]
    marked = sum(inside(quotes, parse.tokens[i].start) is not None for i in tokens)
    return bool(tokens) and 10 * marked >= 9 * len(tokens)


def _in_paragraph(
    parse: Parse, quotes: Sequence[Quotation], quote: Quotation, stretch: TokenRange, drafts: Sequence[Draft]
) -> int | None:
    """The direct draft of the same paragraph that a quotation of whole sentences follows, if nothing is told between."""
    if not _own_sentence(parse, quote, stretch):
        return None
    paragraph = _paragraph(parse, stretch.first)
    before = [
        n for n, draft in enumerate(drafts)
        if draft.content[-1].last <= stretch.first
        and _paragraph(parse, draft.content[-1].first) == paragraph
        and (draft.source is not None or draft.speaker_at is not None)
        and is_direct(parse, quotes, draft)
    ]  # fmt: skip
    if not before:
        return None
    last = max(before, key=lambda n: drafts[n].content[-1].last)
    cue = drafts[last].cue
    end = max(drafts[last].content[-1].last, 0 if cue is None else cue.last)
    between = {parse.sentence_of[i] for i in range(end, stretch.first)}
    return last if len(between) <= 1 else None


def _resumed(
    parse: Parse, quotes: Sequence[Quotation], quote: Quotation, stretch: TokenRange, drafts: Sequence[Draft]
) -> int | None:
    """The draft whose quotation goes on in the same sentence behind its cue: "“…,” X said, pointing at Y, “…”"."""
    first = parse.tokens[stretch.first + 1].word if stretch.first + 1 < stretch.last else ""
    before = parse.tokens[stretch.first - 1].word if stretch.first else ""
    here = parse.sentence_of[stretch.first]
    told = [n for n, d in enumerate(drafts) if d.cue is not None and parse.sentence_of[d.cue.first] == here]
    if not first[:1].islower() or before != "," or len(told) != 1:
        return None
    draft = drafts[told[0]]
    last = draft.content[-1].last
    opened = draft.cue is not None and last <= draft.cue.first and draft.cue.last <= stretch.first
    commas = {parse.tokens[i].word for i in range(last - 2, last)}
    return told[0] if opened and "," in commas and is_direct(parse, quotes, draft) else None


def _linked(stretch: TokenRange, drafts: Sequence[Draft]) -> int | None:
    """The draft to whose speaker the heads give a quotation of the next paragraph."""
    return next(
        (n for n, d in enumerate(drafts) if any(p.first < stretch.last and stretch.first < p.last for p in d.onward)),
        None,
    )


def _left_open_before(
    parse: Parse, quotes: Sequence[Quotation], quote: Quotation, stretch: TokenRange, drafts: Sequence[Draft]
) -> int | None:
    """The draft whose quotation the paragraph before leaves open, where this one opens with a mark again."""
    opens = stretch.first == 0 or parse.sentence_of[stretch.first - 1] != parse.sentence_of[stretch.first]
    if not opens or not _left_open(quotes, quote.paragraph - 1):
        return None
    ends = (n for n, d in enumerate(drafts) if d.content[-1].last == stretch.first and is_direct(parse, quotes, d))
    return next(ends, None)


def _own_sentence(parse: Parse, quote: Quotation, stretch: TokenRange) -> bool:
    """Whether a quotation is made of whole sentences: nothing but marks stands outside it in its first sentence."""
    first, last = parse.sentences[parse.sentence_of[stretch.first]].tokens
    outside = [i for i in range(first, last) if not quote.span.start <= parse.tokens[i].start < quote.span.end]
    return not any(parse.tokens[i].word[:1].isalnum() for i in outside)


def _paragraph(parse: Parse, index: int) -> int:
    return parse.sentences[parse.sentence_of[index]].paragraph


def _left_open(quotes: Sequence[Quotation], paragraph: int) -> bool:
    return any(q.paragraph == paragraph and not q.closed for q in quotes)


def _before_paragraph(
    parse: Parse, quotes: Sequence[Quotation], paragraphs: Sequence[Span], quote: Quotation, drafts: Sequence[Draft]
) -> int | None:
    """For a paragraph that is all quotation: the last direct draft of the paragraph before, if that one ends in it."""
    if not _fills_paragraph(paragraphs, quote):
        return None
    before = [
        n for n, draft in enumerate(drafts)
        if _paragraph(parse, draft.content[-1].first) == quote.paragraph - 1
        and (draft.source is not None or draft.speaker_at is not None or draft.follows is not None)
        and is_direct(parse, quotes, draft)
    ]  # fmt: skip
    return max(before, key=lambda n: drafts[n].content[-1].last) if before else None


def _introduced(
    parse: Parse, quotes: Sequence[Quotation], paragraphs: Sequence[Span], quote: Quotation, stretch: TokenRange
) -> Draft | None:
    """A paragraph of quotation after a sentence that announces whose words come: "Her answer was short."."""
    if not _fills_paragraph(paragraphs, quote) or stretch.first == 0:
        return None
    number = parse.sentence_of[stretch.first - 1]
    sentence = parse.sentences[number]
    if sentence.paragraph != quote.paragraph - 1 or any(q.paragraph == sentence.paragraph for q in quotes):
        return None
    for index in range(*sentence.tokens):
        token = parse.tokens[index]
        owner = kid(parse, index, "nmod:poss")
        speaks = token.lemma.lower() in word_set("cues", "announcing_nouns") and token.relation == "nsubj"
        if speaks and owner is not None:
            cue = TokenRange(index, index + 1)
            told_of = _subject_before(parse, number) if parse.tokens[owner].tag == "PRP$" else None
            source = TokenRange(owner, owner + 1) if told_of is None else None
            return Draft((stretch,), cue, source, index, "announced quotation", owner if told_of is None else told_of)
    return None


def _subject_before(parse: Parse, number: int) -> int | None:
    """The name that is the subject of the sentence before, in the same paragraph."""
    before = parse.sentences[number - 1] if number else None
    if before is None or before.paragraph != parse.sentences[number].paragraph:
        return None
    roots = [i for i in range(*before.tokens) if parse.tokens[i].relation == "root"]
    subjects = [k for r in roots for k in parse.kids[r] if parse.tokens[k].relation in ("nsubj", "nsubj:pass")]
    return next((k for k in subjects if parse.tokens[k].pos == "PROPN"), None)


def _fills_paragraph(paragraphs: Sequence[Span], quote: Quotation) -> bool:
    """Whether the paragraph is all quotation."""
    own = paragraphs[quote.paragraph]
    return quote.span.start == own.start and own.end - quote.span.end <= 2


def with_reason(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> list[Draft]:
    """The draft, and apart from it the quotation by which a speaker says why nothing is said: "did not say when, as '…'"."""
    if draft.word is None or not is_negated(parse, draft.word) or len(draft.content) != 1:
        return [draft]
    first, last = draft.content[0]
    for at in range(first + 1, last - _LEAST_WORDS):
        opens = inside(quotes, parse.tokens[at + 1].start)
        if (
            parse.tokens[at].word.lower() in ("as", "because", "since")
            and opens is not None
            and opens.span.start == parse.tokens[at + 1].start
        ):
            told = replace(draft, content=(TokenRange(first, at),))
            why = replace(draft, content=(TokenRange(at + 1, last),), cue=None, word=None, rule="quoted reason")
            return [told, why]
    return [draft]


def _going_on(before: Draft, stretch: TokenRange, number: int) -> Draft:
    """A second quotation of the same speaker, with no words of its own that attribute it."""
    return replace(
        before, content=(stretch,), cue=None, source=None, rule="quotation goes on", follows=number, onward=()
    )
