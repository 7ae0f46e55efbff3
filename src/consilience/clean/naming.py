"""Which outlet a page names as its own: by its markup, title, mast, copyright line or promotion; one answer or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.clean.byline import as_name
from consilience.clean.headline import title_part
from consilience.clean.lines import Draft, Line, plain
from consilience.clean.outlets import outlet_at, outlet_named
from consilience.lexicons import table, word_set
from consilience.model.report import Stated
from consilience.model.spans import Span
from consilience.wording import words

_HOLDER = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?:\s*(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT))?[\s:]*"
    r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|present))?,?\s*)?(?:by\s+)?(?P<holder>[A-ZÀ-Ý][^|;,()\n]*?)"
    r"(?=\s*(?:$|[|;,(]|\.\s|\.$|\b(?:19|20)\d\d|\bAll [Rr]ights|\bALL RIGHTS|\s[–—-]\s))"
)
_COMPANY = re.compile(
    r",?\s+(?:Limited|Ltd|Inc|LLC|L\.L\.C|plc|PLC|Corp|Corporation|GmbH|AG|S\.A|Pty|Co|Company|Media|Group|"
    r"Pvt|Publishing|Publishing House|Publishers|Co-operative|Trust|Holdings|Digital|Newspapers)\.?$"
)
_FROM_THE = re.compile(r"\bread more (?:news )?(?:from|at|on) (?P<name>(?:the )?[\w .'-]{3,40})$", re.IGNORECASE)
_IMPRINT = re.compile(
    r"^(?:Published|Printed) by (?P<name>(?:[Tt]he )?[A-Z][\w .'-]{2,50})|^(?P<name2>(?:The )?[A-Z][\w .'-]{2,40}?) is "
    r"published by|^Follow (?P<name3>(?:[Tt]he )?[A-Z][\w' -]{2,40}?) on\b"
)
_MAST_LONGEST = 5
_SMALL_PRINT = frozenset({"copyright line", "imprint", "promotion"})
_TRADEMARK = re.compile(r"^(?:Copyright|©)\s+|\s+(?:is|are) an? (?:registered )?trademark.*$", re.IGNORECASE)


def outlet_of(draft: Draft, given: str | None, address: str | None, markup: tuple[Stated, ...]) -> Stated | None:
    """The outlet: as the user gives it, else by its address, else as the page names it; None where its names contradict."""
    if given:
        return Stated(given, None, None, "given")
    known = outlet_at(address) if address else None
    if known:
        return Stated(known.name, None, None, "address")
    found = (*markup, *_in_title(draft), *_in_small_print(draft))
    masts = tuple(_in_mast(draft, found))
    named = (*markup, *masts, *_in_title(draft, masts + found), *_in_small_print(draft))
    return _one(tuple(_not_agencies(named)))


def _one(candidates: tuple[Stated, ...]) -> Stated | None:
    """The first candidate; None where it is only a mast or small print and another contradicts it."""
    if not candidates:
        return None
    best = candidates[0]
    others = [c for c in candidates[1:] if not same_outlet(best.value, c.value)]
    if others and best.rule in _SMALL_PRINT | {"mast"}:
        return None
    return Stated(_shown(best.value, candidates), best.part, best.span, best.rule)


def _shown(name: str, candidates: tuple[Stated, ...]) -> str:
    """The outlet's name from its table; else a mast in capitals as the page writes it elsewhere."""
    known = next((o for o in (outlet_named(c.value) for c in candidates) if o), None)
    if known:
        return known.name
    if not name.isupper() or (len(name.split()) == 1 and len(name) <= 5):
        return name
    spaced = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    written = (found[0] for other in candidates if (found := spaced.search(other.value)) and not found[0].isupper())
    shown = next(written, as_name(name))
    return shown[0].upper() + shown[1:]


def same_outlet(left: str, right: str) -> bool:
    """Whether two names may be one outlet's: the same table, or one's telling words all in the other."""
    a, b = outlet_named(left), outlet_named(right)
    if a and b:
        return a is b
    small = {"the", "news", "media", "group", "online", "com", "net", "www", "co"}
    first, second = (set(words(name.replace(".", " "))) - small for name in (left, right))
    joined_first, joined_second = "".join(words(left)), "".join(words(right))
    return (
        bool(first and second and (first <= second or second <= first))
        or joined_first in joined_second
        or joined_second in joined_first
    )


def _not_agencies(found: tuple[Stated, ...]) -> Iterator[Stated]:
    """An agency, whose text this may be, is the outlet only by its own mast, title or markup, where these name no other.

    A copyright line may also name the company that owns the outlet.
    """
    names = table("agencies", "names")
    own = any(c.rule not in _SMALL_PRINT and plain(c.value) not in names for c in found)
    for candidate in found:
        agency = plain(candidate.value) in names
        holder = candidate.rule == "copyright line" and plain(candidate.value) in word_set(
            "agencies", "holding_companies"
        )
        if not holder and not (agency and (own or candidate.rule in _SMALL_PRINT)):
            yield candidate


def _in_title(draft: Draft, others: tuple[Stated, ...] = ()) -> Iterator[Stated]:
    """The words after the bar in "Headline | Outlet": where the headline also stands alone, or the outlet elsewhere."""
    alone = {line.plain for line in draft.lines}
    for line in draft.lines[:25]:
        part = title_part(line)
        if not part:
            continue
        span, name = part
        confirmed = plain(draft.text[span.start : span.end]) in alone or any(same_outlet(name, o.value) for o in others)
        if confirmed and name[0].isupper():
            yield Stated(name, "text", Span(line.span.end - len(name), line.span.end), "title line")


def _in_small_print(draft: Draft) -> Iterator[Stated]:
    for line in draft.lines:
        if line.number not in draft.gone or len(line.words) > 60:
            continue
        yield from _stated(line, _HOLDER.search(line.text), "copyright line")
        yield from _stated(line, _FROM_THE.search(line.text), "promotion")
        yield from _stated(line, _IMPRINT.search(line.text), "imprint")


def _stated(line: Line, match: re.Match[str] | None, rule: str) -> Iterator[Stated]:
    key = next((k for k, v in match.groupdict().items() if v), None) if match else None
    if not match or not key:
        return
    name = _TRADEMARK.sub("", match[key].strip(" ."))
    while _COMPANY.search(name) and len(name.split()) > 1:
        name = _COMPANY.sub("", name)
    if name.isupper() and rule == "promotion":
        name = name.title()
    name = re.sub(r"^(?:the|The) (?=[a-z])", "", name) if rule != "copyright line" else name
    at = line.text.find(match[key])
    start = line.span.start + at
    yield Stated(name, "text", Span(start, start + len(match[key])), rule)


def _in_mast(draft: Draft, others: tuple[Stated, ...]) -> Iterator[Stated]:
    """The page's first line above the headline: a short name that the small print repeats, or with a motto or menu below."""
    if draft.headline is None or draft.headline == 0:
        return
    line = draft.lines[0]
    name = re.split(r"\s+[–—|-]\s+", line.text)[0].strip()
    furniture = line.plain in word_set("furniture", "section_names") or line.plain in word_set(
        "agencies", "photo_sources"
    )
    if furniture or len(name.split()) > _MAST_LONGEST or not name[:1].isupper() or line.number not in draft.gone:
        return
    repeated = any(same_outlet(name, other.value) for other in others)
    crowned = draft.headline >= 2 and not draft.lines[1].after_gap
    if repeated or crowned:
        yield Stated(name, "text", Span(line.span.start, line.span.start + len(name)), "mast")
