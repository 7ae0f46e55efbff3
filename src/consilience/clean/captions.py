"""Photo credits and the captions of pictures: what stands under a picture is no part of the report's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consilience.clean.agency import signs_for_agency
from consilience.clean.lines import (
    Draft,
    Line,
    ends_as_sentence,
    is_paragraph,
    plain,
    removal,
    reports_speech,
    sentence_stops,
)
from consilience.lexicons import word_list, word_set
from consilience.model.report import Removal
from consilience.model.spans import Span

_LABELLED = re.compile(
    r"(?:^|(?<=[\s.(]))(?:photo(?:graph)?s?|pictures?|images?|illustration|credit|photo credit|image credit|picture credit)"
    r"(?: (?:credit|by|courtesy(?: of)?|from))?\s?(?::|(?<=by)|(?<=of))\s*[A-Z][^.!?]{1,70}[.)]*$|"
    r"(?:^|(?<=[\s.(]))(?:Photo|Photograph|Picture|Image)s? (?:by|via|courtesy of) [A-Z][^.!?]{1,70}[.)]*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(([^()]{2,90})\)\.?$")
_PHOTO_WORD = re.compile(
    r"\b(?:photo|photograph|image|picture|credit|courtesy|file|handout|screengrab)\b", re.IGNORECASE
)
_NAME_PAIR = re.compile(r"[A-Z][\w.&' -]+ ?/ ?[A-Z][\w.&'/ -]+")
_STRONG_SHAPE = re.compile(
    r"\bfrom (?:left|right),|^(?:left|right),|"
    r", (?:far |top |bottom |second |third )?(?:left|right|cent(?:er|re)|from left),|"
    r"\((?:L|C|left|right)\)|\bin this (?:\w+ ){0,3}(?:image|photo|photograph|picture|screengrab|frame grab|handout)\b|"
    r"\b(?:file|undated|handout|archive|combination) (?:photo|image|picture)\b|\b(?:is|are) (?:seen|pictured)\b|"
    r"^(?:pictured|file photo|file|in pictures?|photo)\s?[:–—-]|^pictured\b|\bin a (?:picture|photo|photograph) taken\b",
    re.IGNORECASE,
)
_STARTS_NO_CAPTION = re.compile(r"[\"“‘]|(?:We|I|It|This|That|These|Those|But|And|So|He|She|They|You|If|There)\b")
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur)\b")
_NAMES_A_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|(?:January|February|March|April|June|July|August|September|"
    r"October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) \d{1,2})\b"
)
_LONGEST_CAPTION = 90
_LONGEST_PLAIN_CAPTION = 60
_LONGEST_CREDIT = 16


def photo_credits(draft: Draft) -> Iterator[Removal]:
    """A line that is a photo credit alone: "(Ann Lee/AP)", "Photo: City Archive"; "AP" where a caption stands beside it."""
    kept = list(draft.kept())
    for place, line in enumerate(kept):
        if len(line.words) > _LONGEST_CREDIT or signs_for_agency(draft, line):
            continue
        start = credit_start(line.text)
        beside = kept[max(0, place - 1) : place] + kept[place + 1 : place + 2]
        if (start is not None and len(line.text[:start].split()) < 3) or (
            _is_agency_alone(line) and any(_has_caption_shape(other) for other in beside)
        ):
            yield removal(line, "photo credit", "a photo credit without other words")


def captions(draft: Draft) -> Iterator[Removal]:
    """The words under a picture: known by a credit at their end or beside them, their shape and place, or as a repetition."""
    known: set[str] = set()
    beside = {number for number in draft.gone if _is_credit_line(draft.lines[number])}
    top = _top(draft)
    for line in draft.kept():
        if signs_for_agency(draft, line):
            continue
        because = _why_caption(line, line.number < top, {line.number - 1, line.number + 1} & beside)
        bare = plain(_without_credit(line.text))
        if because is None and bare in known:
            because = "says the same as a caption of this page"
        if because:
            known.add(bare)
            yield removal(line, "caption", because)


def caption_spans(removals: tuple[Removal, ...], text: str) -> tuple[Span, ...]:
    """The captions among the removals, those that say the same once each."""
    once: dict[str, Span] = {}
    for removed in sorted(removals, key=lambda r: r.span):
        if removed.rule == "caption":
            once.setdefault(plain(_without_credit(text[removed.span.start : removed.span.end])), removed.span)
    return tuple(sorted(once.values()))


def credit_start(text: str) -> int | None:
    """Where the photo credit at the end of a line begins, or None."""
    bracketed = _IN_BRACKETS.search(text)
    if bracketed and _is_credit(bracketed.group(1)):
        return bracketed.start()
    labelled = _LABELLED.search(text)
    if labelled:
        return labelled.start()
    named = _named_source().search(text)
    return named.start() if named else None


def _is_credit(inner: str) -> bool:
    if plain(inner) in word_set("agencies", "photo_sources"):
        return False
    return bool(_PHOTO_WORD.search(inner) or _NAME_PAIR.fullmatch(inner.strip()) or _named_source().search(inner))


@cache
def _named_source() -> re.Pattern[str]:
    """A picture agency with a name before or after it: "Ann Lee/AP", "AP Photo/Ann Lee", "KCNA via REUTERS"."""
    sources = "|".join(
        sorted((re.escape(name) for name in word_list("agencies", "photo_sources")), key=len, reverse=True)
    )
    name = r"(?:[A-ZÀ-Ý]\. ?)?[A-ZÀ-Ý][\w'’-]*(?: (?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w'’-]*)){0,3}"
    return re.compile(
        rf"(?:^|(?<=[\s.(]))(?:{name}\s?(?:/| via |, (?!PA\b|Pool\b|Rex\b))\s?(?:[\w &]+/){{0,2}}(?i:{sources})|"
        rf"(?i:{sources})(?: photos?)?\s?(?:/| via )\s?{name}|(?i:getty images|shutterstock|istock))(?:/[\w ]+)?$"
    )


def _why_caption(line: Line, near_top: bool, credits_beside: set[int]) -> str | None:
    if len(line.words) > _LONGEST_CAPTION:
        return None
    start = credit_start(line.text)
    if start is not None:
        return "ends with a photo credit"
    if credits_beside and _has_caption_shape(line):
        return "shaped like a caption and beside a photo credit"
    told = reports_speech(line) or _SPEAKS.search(line.text)
    if near_top and _STRONG_SHAPE.search(line.text) and not told:
        return "shaped like a caption, above the first paragraph"
    return None


def _has_caption_shape(line: Line) -> bool:
    if not 4 <= len(line.words) <= _LONGEST_CAPTION:
        return False
    if _STRONG_SHAPE.search(line.text):
        return sentence_stops(line) <= 3
    if sentence_stops(line) > 2 or len(line.words) > _LONGEST_PLAIN_CAPTION or _STARTS_NO_CAPTION.match(line.text):
        return False
    # Headlines, too, speak in the present tense; but they do not end with a full stop, and seldom name a day.
    said_of_picture = ends_as_sentence(line) and bool(_NAMES_A_DAY.search(line.text)) and not reports_speech(line)
    return said_of_picture and _shows_somebody(line.words[:20])


def _shows_somebody(start: tuple[str, ...]) -> bool:
    """Whether one of the words is a verb of captions, and not after "to" or "will"."""
    verbs, leading = word_set("captions", "verbs"), word_set("captions", "before_infinitives")
    small, nouns = word_set("function_words", "english"), word_set("captions", "also_nouns")
    for before, verb, after in zip(("", *start[:-1]), start, (*start[1:], ""), strict=True):
        folded = verb.strip(",.").lower()
        # "on a North American tour": a noun, unless a small word follows and none stands before.
        noun = folded in nouns and (after.lower() not in small or before.lower() in small)
        if folded in verbs and before.lower() not in leading and not noun:
            return True
    return False


def _is_credit_line(line: Line) -> bool:
    if len(line.words) > _LONGEST_CREDIT:
        return False
    start = credit_start(line.text)
    return _is_agency_alone(line) or (start is not None and len(line.text[:start].split()) < 3)


def _is_agency_alone(line: Line) -> bool:
    return len(line.words) <= 3 and line.plain in word_set("agencies", "photo_sources")


def _without_credit(text: str) -> str:
    start = credit_start(text)
    return text if start is None else text[:start]


def _top(draft: Draft) -> int:
    """The number of the first kept line that is running text and not shaped like a caption."""
    return next(
        (line.number for line in draft.kept() if is_paragraph(line) and not _STRONG_SHAPE.search(line.text)),
        len(draft.lines),
    )
