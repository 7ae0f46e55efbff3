"""Who wrote a report, where and for which agency: bylines, agency credits and datelines, as the page prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.clean.agency import agency_name, agency_of_credit, signs_for_agency
from consilience.clean.dates import days_in, is_date_text, left_beside_dates
from consilience.clean.lines import (
    Draft,
    Line,
    ends_as_sentence,
    head_end,
    is_capitals,
    is_paragraph,
    plain,
    removal,
    tail_start,
)
from consilience.lexicons import word_set
from consilience.model.report import Removal, Stated
from consilience.model.spans import Span

_NAME_WORD = r"[A-ZÀ-Ý][\w'’.-]*"
_BY = re.compile(
    rf"^(?:(?:Words|Story|Written|Report|Reported|Analysis) )?(?:By|BY|by)[:\s]\s*(?P<who>{_NAME_WORD}.*)$|"
    r"^(?:Posted|Published) by (?P<poster>\S.*?)(?: on | at |\s*[|·•]|$).*$"
)
_AFTER_AGENCY = re.compile(
    rf"^(?P<agency>[\w ]{{2,30}}?)\s*[|—–-]+\s*By (?P<who>{_NAME_WORD}.*?)(?:\s+[|—–-]+\s+[\w ]+)?$"
)
# Some pages set the parts of a byline apart by columns of spaces.
_WIDE = re.compile(r"\s{2,}(?=and\b|,)|(?<=\band)\s{2,}|\s+(?=,)")
_NAMES = re.compile(
    rf"^{_NAME_WORD} {_NAME_WORD}(?: {_NAME_WORD}){{0,2}}(?:(?:, | and | & |, and ){_NAME_WORD}(?: {_NAME_WORD}){{1,3}})*"
    rf"(?:,? (?:in|at) {_NAME_WORD}(?: {_NAME_WORD})?"
    rf"(?: and {_NAME_WORD} {_NAME_WORD}(?: {_NAME_WORD})? in {_NAME_WORD}(?: {_NAME_WORD})?)?)?$"
)
_ROLE = re.compile(
    r",? (?:[A-Z]\w+ ){0,3}(?:Correspondent|Editor|Reporter|Writer|Columnist|Bureau Chief|Staff|Contributor)s?\b.*$|"
    r",? (?:correspondent|editor|reporter|staff writer|senior writer|contributor)s?\b.*$"
)
_CAPS = r"[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.-]+){0,3}"
_TITLED = r"[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){0,2}"
_DAY = r"(?:(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4}| \d{4})?)"
_SOURCE = r"(?:\((?P<bracketed>[A-Z][\w .&/-]{1,40})\)|/(?P<slashed>[A-Z][\w -]{1,25})/)"
_BREAK = r"\s*(?:--|[–—]|\s-)\s*"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"^(?P<place>{_CAPS}(?:/{_CAPS})*)(?:, {_TITLED})?(?:[,;] {_DAY})?[.,]?\s*{_SOURCE}(?:{_BREAK}|\.\s|:\s)",
        rf"^(?P<place>{_CAPS}(?:/{_CAPS})*)(?:, {_TITLED})?(?:[,;] {_DAY})?{_BREAK}",
        rf"^(?P<place>{_TITLED}(?:/{_TITLED})*)(?:, {_TITLED})?(?:[,;] {_DAY})?[.,]?\s*{_SOURCE}{_BREAK}",
        rf"^(?P<place>){_SOURCE}{_BREAK}",
    )
)
_IN_BRACKETS = re.compile(r"[.!?][\"”’]?\s*(?P<credit>[(\[—–-]\s*(?P<agency>[A-Z][\w .-]{1,30})[)\]]?)$")
_PARAGRAPHS_TO_TRY = 4
_LONGEST_CREDIT = 12


@dataclass(frozen=True, slots=True)
class Dateline:
    """The start of a report that says where it was written and for which agency: `span` covers it up to the first word."""

    span: Span
    place: str
    agency: str | None
    text: str

    def stated(self) -> Stated:
        """The dateline as a fact of the report."""
        return Stated(self.text, "text", self.span, "dateline")


def bylines(draft: Draft) -> Iterator[Removal]:
    """The line that names who wrote the report, or the agency alone, above the first paragraph."""
    first = head_end(draft)
    for line in draft.kept():
        if line.number > first:
            return
        if line.number == draft.headline:
            continue
        if (
            writers(line.text)
            or signs_for_agency(draft, line)
            or (_is_names(line) and _stands_below_headline(draft, line))
        ):
            yield removal(line, "byline", "names who wrote the report")
        elif len(line.words) <= _LONGEST_CREDIT and agency_of_credit(line.text):
            yield removal(line, "agency credit", "names the agency whose text this is")


def sign_offs(draft: Draft) -> Iterator[Removal]:
    """The agency's name alone below the last paragraph or at its end: "Reuters", "Source: Reuters", "(AFP)"."""
    last = tail_start(draft)
    for line in draft.kept():
        if line.number < last - 1:
            continue
        if len(line.words) > _LONGEST_CREDIT:
            yield from _sign_off_within(line)
        elif line.number >= last and _is_sign_off(line, line.number == last):
            yield removal(line, "agency credit", "names the agency whose text this is")


def date_lines(draft: Draft) -> Iterator[Removal]:
    """A line that is a date above or below the report, or with "Published" or "Updated" anywhere."""
    first = head_end(draft)
    for line in draft.kept():
        if len(line.words) > 20 or not is_date_text(line.text):
            continue
        if line.number < first or (line.number > first and days_in(line.text)[0].label) or not is_paragraph(line):
            yield removal(line, "date line", "a date that stands alone")


def datelines(draft: Draft) -> Iterator[Removal]:
    """The dateline before the first words of the report: "LONDON, March 3 (Reuters) - "."""
    found = find_dateline(draft)
    if found:
        yield Removal(found.span, "dateline", "says where the report was written and for whom")


def find_dateline(draft: Draft) -> Dateline | None:
    """The dateline of one of the first kept paragraphs, or None."""
    paragraphs = [line for line in draft.kept() if len(line.words) >= 6 and line.number != draft.headline]
    for line in paragraphs[:_PARAGRAPHS_TO_TRY]:
        found = dateline_of(line)
        if found:
            return found
    return None


def dateline_of(line: Line) -> Dateline | None:
    """The dateline at the start of a line, or None; capitals that are no place ("BREAKING - ") are none."""
    for form in _DATELINES:
        match = form.match(line.text)
        if not match or is_capitals(line) or not _goes_on(line.text[match.end() :]):
            continue
        place, agency = match["place"].strip(" ."), _source(match)
        if plain(place) in word_set("furniture", "section_names") or plain(place) in word_set("agencies", "not_places"):
            continue
        if place or (agency and agency_name(agency)):
            return Dateline(
                Span(line.span.start, line.span.start + match.end()), as_name(place), agency, match[0].strip()
            )
    return None


def writers(text: str) -> str | None:
    """The names after "By", or None where the line is no byline."""
    joined = _WIDE.sub(" ", text)
    match = _BY.match(joined) or _AFTER_AGENCY.match(joined)
    if not match or len(text.split()) > 25:
        return None
    who = next((match[key] for key in ("who", "poster") if match.groupdict().get(key)), "")
    if len(who.split()) > 2 and re.search(r"[a-z]{3,}[.!?]$", who):
        return None
    shown = re.split(r"\s*[|·•]\s*|\s{2,}|\s+[–—]\s+", who)[0].strip(" ,.;")
    kept = left_beside_dates(shown) if days_in(shown) else shown
    return kept or None


def names_in(text: str) -> str | None:
    """The names of a line that holds nothing but writers' names, perhaps with a role or place."""
    bare = _ROLE.sub("", text).strip(" ,")
    return bare if _NAMES.match(bare) else None


def as_name(text: str) -> str:
    """A name in capitals as it is usually written: "SEOUL/MOSCOW" → "Seoul/Moscow"."""
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m[0].capitalize(), text) if text.isupper() else text


def _is_names(line: Line) -> bool:
    return 2 <= len(line.words) <= 16 and not ends_as_sentence(line) and names_in(line.text) is not None


def _stands_below_headline(draft: Draft, line: Line) -> bool:
    """A line of names is a byline only below the headline, with a role, a place, two names, or a date line beside it."""
    if draft.headline is None or line.number < draft.headline:
        return False
    telling = bool(_ROLE.search(line.text)) or " and " in line.text or " in " in line.text
    beside = (draft.lines[n] for n in (line.number - 1, line.number + 1) if 0 <= n < len(draft.lines))
    return telling or any(is_date_text(other.text) for other in beside)


def _is_sign_off(line: Line, follows_text: bool) -> bool:
    """Further down than right below the text a bare name may belong to a picture or another report."""
    alone = agency_of_credit(line.text)
    labelled = alone != agency_name(line.text) or agency_name(writers(line.text) or "") is not None
    return labelled or (alone is not None and follows_text)


def _sign_off_within(line: Line) -> Iterator[Removal]:
    found = _IN_BRACKETS.search(line.text)
    if found and agency_name(found["agency"]) and len(line.text) == line.span.end - line.span.start:
        span = Span(line.span.start + found.start("credit"), line.span.end)
        yield Removal(span, "agency credit", "names the agency whose text this is")


def _source(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("bracketed") or groups.get("slashed")


def _goes_on(rest: str) -> bool:
    return (
        len(rest.split()) >= 4
        and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"“‘'(")
        and not rest.isupper()
    )
