"""Rules for fixed patterns: a closing "N. N. told the paper", "as N. N. put it", "a witness saw", "put the dead at 31"."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.attribute.cues import SUBJECTS, kind_at, lemma_of, own_subject
from consilience.attribute.drafts import Draft, tidy
from consilience.attribute.making import Rule, cue_range, make_draft, stretches
from consilience.lexicons import word_set
from consilience.model.spans import TokenRange
from consilience.parses import Parse, below, kid, noun_phrase
from consilience.quotation import Quotation, inside

_LONGEST_CLOSING = 9
_SPEAKING = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "PART")


def closing_clause(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "…, N. N. told the paper." at the end of a sentence, whatever the tree makes of it."""
    if parse.tokens[index].tag not in ("VBD", "VBZ") or lemma_of(parse, index) not in word_set("cues", "speech_only"):
        return None
    first, last = parse.sentences[parse.sentence_of[index]].tokens
    comma = next((i for i in range(index - 1, max(first, index - 10), -1) if parse.tokens[i].word == ","), None)
    if comma is None or comma == index - 1 or last - index > _LONGEST_CLOSING:
        return None
    speaker = [parse.tokens[i] for i in range(comma + 1, index)]
    told = [parse.tokens[i].tag for i in range(first, comma)]
    after = [parse.tokens[i].tag for i in range(index + 1, last)]
    if not all(t.pos in _SPEAKING for t in speaker) or not speaker[-1].tag.startswith(("NN", "PRP")):
        return None
    if any(tag.startswith(("V", "MD")) for tag in after) or not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in told):
        return None
    if told[0] in ("IN", "WRB") or inside(quotes, parse.tokens[index].start) is not None:
        return None
    content = tidy(parse, quotes, TokenRange(first, comma))
    if content is None:
        return None
    source = TokenRange(comma + 1, index)
    return make_draft(
        parse, (content,), TokenRange(index, index + 1), source, index, "closing clause of saying", index - 1
    )


def as_put(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "The budget is, as N. N. put it, “a plaster”": the quotation after it in the sentence is N. N.'s."""
    thing = kid(parse, index, "obj")
    mark = kid(parse, index, "mark", "advmod")
    if lemma_of(parse, index) != "put" or thing is None or parse.tokens[thing].word.lower() != "it" or mark is None:
        return None
    before = [k for k in parse.kids[index] if parse.tokens[k].relation in SUBJECTS and mark < k < index]
    speaker = before[-1] if before else None
    end = parse.sentences[parse.sentence_of[index]].tokens.last
    quoted = [i for i in range(index, end) if inside(quotes, parse.tokens[i].start) is not None]
    quoted = quoted or _quoted_right_before(parse, quotes, mark)
    if parse.tokens[mark].word.lower() != "as" or speaker is None or not quoted:
        return None
    source, cue = noun_phrase(parse, speaker), TokenRange(index, thing + 1)
    return make_draft(
        parse, (TokenRange(quoted[0], quoted[-1] + 1),), cue, source, index, "as somebody put it", speaker
    )


def _quoted_right_before(parse: Parse, quotes: Sequence[Quotation], mark: int) -> list[int]:
    """The tokens of the quotation that ends at the "as"."""
    quote = inside(quotes, parse.tokens[mark - 1].start) if mark else None
    if quote is None or parse.tokens[mark - 1].end != quote.span.end:
        return []
    return [i for i in range(mark) if parse.tokens[i].start >= quote.span.start]


def in_the_words_of(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "It was, in the words of N. N., “like parking a cathedral”": the quotation of the sentence is N. N.'s."""
    case, of = kid(parse, index, "case"), index + 1
    if parse.tokens[index].word.lower() != "words" or case is None or parse.tokens[case].word.lower() != "in":
        return None
    first, last = parse.sentences[parse.sentence_of[index]].tokens
    end = next((i for i in range(of, last) if parse.tokens[i].word in (",", ":", "“", '"', "‘", "'")), last)
    quoted = [i for i in range(first, last) if inside(quotes, parse.tokens[i].start) is not None]
    if of >= last or parse.tokens[of].word != "of" or end <= of + 1 or not quoted:
        return None
    content = (TokenRange(quoted[0], quoted[-1] + 1),)
    return make_draft(parse, content, TokenRange(case, of + 1), TokenRange(of + 1, end), index, "in the words of")


def under_document(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "Under the statute of 1922, “…”": the quotation right after the document at the opening of the sentence."""
    case = kid(parse, index, "case")
    first, last = parse.sentences[parse.sentence_of[index]].tokens
    if case != first or parse.tokens[case].word.lower() not in ("in", "under"):
        return None
    if parse.tokens[index].lemma.lower() not in word_set("speakers", "documents"):
        return None
    source = noun_phrase(parse, index)
    at = source.last + 1
    quote = inside(quotes, parse.tokens[at].start) if at < last and parse.tokens[source.last].word == "," else None
    if quote is None or quote.span.start != parse.tokens[at].start:
        return None
    quoted = [i for i in range(at, last) if parse.tokens[i].end <= quote.span.end]
    content = (TokenRange(at, quoted[-1] + 1),)
    return make_draft(parse, content, TokenRange(case, case + 1), source, case, "under a document")


def witnessed(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "A reporter at the scene saw …": what a witness perceives."""
    thing = kid(parse, index, "obj", "ccomp")
    speaker = kid(parse, index, *SUBJECTS)
    if lemma_of(parse, index) not in ("see", "hear", "watch", "witness") or thing is None or speaker is None:
        return None
    if parse.tokens[speaker].lemma.lower() not in word_set("speakers", "witnesses") or thing < index:
        return None
    members = [i for i in below(parse, index) if i > index]
    content = stretches(parse, quotes, members)[:1]
    return make_draft(parse, content, cue_range(parse, index), noun_phrase(parse, speaker), index, "witnessed", speaker)


def put_at(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "The ministry put the dead at 31": a number that somebody gives."""
    thing = kid(parse, index, "obj")
    at = next(
        (k for k in parse.kids[index] if k > index and parse.tokens[k].relation == "obl" and _at_number(parse, k)), None
    )
    speaker = own_subject(parse, index)
    last = max(below(parse, at)) + 1 if at is not None else number_of_it(parse, index)
    if lemma_of(parse, index) != "put" or thing is None or last is None or speaker is None:
        return None
    content = (TokenRange(index, last),)
    cue = cue_range(parse, index)
    return make_draft(parse, content, cue, noun_phrase(parse, speaker), index, "number given", speaker)


def number_of_it(parse: Parse, index: int) -> int | None:
    """ "Put it at between 3 and 4": where the numbers end that a verb gives of "it", whatever the tree makes of them."""
    end = parse.sentences[parse.sentence_of[index]].tokens.last
    last = next((i for i in range(index + 3, end) if parse.tokens[i].tag in (",", ".", ":")), end)
    opens = [parse.tokens[i].word.lower() for i in range(index + 1, last)][:2] == ["it", "at"]
    numbered = any(parse.tokens[i].tag == "CD" for i in range(index + 3, min(last, index + 6)))
    return last if opens and numbered else None


def _at_number(parse: Parse, index: int) -> bool:
    case = kid(parse, index, "case")
    numbered = parse.tokens[index].tag == "CD" or kid(parse, index, "nummod") is not None
    return case is not None and parse.tokens[case].word.lower() == "at" and numbered


def called_so(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "The envoys denounced what N. N. called a “reckless” act": inside what others say the words in marks are N. N.'s."""
    outer = parse.tokens[index].head
    if outer >= 0 and parse.tokens[outer].word.lower() == "what":
        outer = parse.tokens[outer].head
    kind = kind_at(parse, outer) if outer >= 0 else None
    speaker = own_subject(parse, index)
    if lemma_of(parse, index) not in ("call", "describe", "label", "term") or speaker is None or speaker > index:
        return None
    source = noun_phrase(parse, speaker)
    what = source.first - 1
    if kind is None or kind[0] != "statement" or parse.tokens[speaker].pos == "PRON" or what <= outer:
        return None
    end = parse.sentences[parse.sentence_of[index]].tokens.last
    quoted = [i for i in range(index, end) if inside(quotes, parse.tokens[i].start) is not None]
    if parse.tokens[what].word.lower() != "what" or not quoted:
        return None
    last = next((i for i in range(quoted[0], end) if i not in quoted), end)
    content = (TokenRange(quoted[0], last),)
    return make_draft(parse, content, cue_range(parse, index), source, index, "what somebody called it", speaker)


def denied_beside(parse: Parse, quotes: Sequence[Quotation], index: int) -> Draft | None:
    """ "The union says that guards fired; the guard denies it": a denial set beside or behind the clause that it denies."""
    thing, speaker = kid(parse, index, "obj"), kid(parse, index, *SUBJECTS)
    beside = parse.tokens[index].relation in ("parataxis", "root", "conj") and parse.tokens[index].tag.startswith("V")
    if not beside or lemma_of(parse, index) not in ("deny", "dispute") or thing is None or speaker is None:
        return None
    pronoun = parse.tokens[speaker].pos == "PRON" and parse.tokens[speaker].word.lower() not in ("he", "she", "they")
    if parse.tokens[thing].word.lower() not in ("it", "that", "this") or pronoun or parse.kids[thing]:
        return None
    content = (TokenRange(thing, thing + 1),)
    return Draft(content, cue_range(parse, index), noun_phrase(parse, speaker), index, "denial beside", speaker)


PATTERNS: tuple[Rule, ...] = (closing_clause, as_put, called_so, witnessed, put_at, denied_beside)
