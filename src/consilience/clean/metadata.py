"""What a page states about its report: writer, agency, place of writing, date; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.clean.byline import Dateline, agency_name, as_name, dateline_of, names_in, writers
from consilience.clean.dates import Dated, days_in, given_date, has_clock
from consilience.clean.lines import Draft, Line, plain
from consilience.clean.stated import Markup
from consilience.lexicons import table
from consilience.model.report import Removal, Stated
from consilience.model.spans import Span
from consilience.model.time import Moment

_DATE_RULES = frozenset({"date line", "bar", "byline", "counter", "masthead", "copyright", "imprint", "menu"})
_SMALL_PRINT = frozenset({"copyright", "imprint", "menu", "masthead"})
_BY_HAND = re.compile(
    r"^(?P<who>(?:The |the )?[A-Z][\w. -]{2,40}?) contributed(?: reporting)? to this (?:report|story|article)\.?$"
)
_AGENCY_WORDS = frozenset({"press", "agency", "news", "wire", "newswire", "service"})


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: the day or days, what states it, and a note where statements contradict."""

    moment: Moment
    stated: Stated
    note: str | None = None


def byline_of(draft: Draft, removals: tuple[Removal, ...], markup: Markup) -> Stated | None:
    """Who wrote the report, as its byline says, else as the markup says."""
    for line in _lines_under(draft, removals, {"byline"}):
        who = writers(line.text) or names_in(line.text)
        if who:
            at = line.text.find(who)
            return Stated(as_name(who), "text", _within(line, at, len(who)), "byline")
    return Stated(markup.author, None, None, "author in the markup") if markup.author else None


def dateline(draft: Draft, removals: tuple[Removal, ...]) -> Dateline | None:
    """The dateline that was removed from the report's start."""
    spans = {r.span for r in removals if r.rule == "dateline"}
    found = (dateline_of(line) for line in draft.lines if any(line.span.start == span.start for span in spans))
    return next((d for d in found if d), None)


def agency_of(draft: Draft, removals: tuple[Removal, ...], line: Dateline | None) -> Stated | None:
    """The agency whose text this is: named in the dateline, the byline, or a credit of the whole report; never a photo's."""
    if line and line.agency:
        return Stated(agency_name(line.agency) or _spelled_out(line.agency, draft), "text", line.span, "dateline")
    for credit in _lines_under(draft, removals, {"agency credit", "byline"}):
        piece = next((p for p in re.split(r"\s+[|–—-]+\s+", credit.text) if agency_name(p)), None)
        if piece:
            return Stated(str(agency_name(piece)), "text", credit.span, "agency credit")
    for credit in _lines_under(draft, removals, {"credit line", "copyright"}):
        named = _credited(credit)
        if named:
            return Stated(named, "text", credit.span, "credit line")
    return None


def _credited(line: Line) -> str | None:
    contributed = _BY_HAND.match(line.text)
    if contributed:
        who = contributed["who"]
        return agency_name(who) or (who if plain(who).split()[-1] in _AGENCY_WORDS else None)
    holder = re.match(
        r"^(?:©|\([cC]\)|Copyright)(?: ©)?\s*(?:\d{4},? )?(?P<who>[^.|,;]{2,40}?)(?: \d{4})?(?:[.|,;]|$)", line.text
    )
    return agency_name(holder["who"]) if holder else None


def _spelled_out(letters: str, draft: Draft) -> str:
    """An agency's letters written out as the page's small print does: "TGP" where it names a "Transgulf Press"."""
    if not letters.isupper() or not 2 <= len(letters) <= 5:
        return letters
    small_print = " \n ".join(line.text for line in draft.lines if line.number in draft.gone)
    spelled = re.findall(r"(?:[A-Z][\w-]+ ){1,4}(?:Press|Agency|News|Service|Wire)\b", small_print)
    fitting = {name for name in spelled if _abbreviates(letters, name)}
    return fitting.pop() if len(fitting) == 1 else letters


def _abbreviates(letters: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split())
    rest = iter(name.upper())
    in_order = all(letter in rest for letter in letters)
    return in_order and letters[0] == initials[0] and all(letter in letters for letter in initials)


def published_of(draft: Draft, removals: tuple[Removal, ...], given: str | None, markup: Markup) -> Published | None:
    """When the report was published: as the user gives it, else as the markup or a line beside the text states it."""
    own = given_date(given) if given else None
    if own:
        return Published(own, Stated(str(given), None, None, "given"))
    for stated in (
        markup.published,
        tuple(_printed(draft, removals, "published")),
        markup.updated,
        tuple(_printed(draft, removals, "updated")),
    ):
        dated = [(moment, s) for s in stated if (moment := _moment(s.value))]
        if dated:
            return _agreed(dated)
    return None


def _agreed(dated: list[tuple[Moment, Stated]]) -> Published:
    """One statement, or all of them as an interval where they contradict."""
    moment = Moment(min(m.earliest for m, _ in dated), max(m.latest for m, _ in dated))
    first = dated[0][1]
    if all(m == dated[0][0] for m, _ in dated):
        return Published(dated[0][0], first)
    # One statement may be wide (a date whose day and month are open) and another within it: the narrow one holds.
    narrow = min((m for m, _ in dated), key=lambda m: (m.latest - m.earliest, m))
    if all(m.earliest <= narrow.earliest and narrow.latest <= m.latest for m, _ in dated):
        return Published(narrow, next(s for m, s in dated if m == narrow))
    told = ", ".join(sorted({s.value for _, s in dated}))
    return Published(
        moment, first, f"the page states contradictory dates ({told}); all of them are kept as an interval"
    )


def _moment(text: str) -> Moment | None:
    found = days_in(text)
    return found[0].moment if found else given_date(text)


def _printed(draft: Draft, removals: tuple[Removal, ...], label: str) -> Iterator[Stated]:
    """The dates printed beside the text; in the small print only with a time of day, as elsewhere they are anybody's."""
    rules = {r.span: r.rule for r in removals if r.rule in _DATE_RULES}
    for line in draft.lines:
        rule = rules.get(line.span)
        if rule is None or (rule in _SMALL_PRINT and not has_clock(line.text)):
            continue
        for dated in days_in(line.text):
            if (dated.label or "published") == label:
                yield Stated(line.text[dated.span.start : dated.span.end], "text", _dated_span(line, dated), rule)


def _dated_span(line: Line, dated: Dated) -> Span:
    return _within(line, dated.span.start, dated.span.end - dated.span.start)


def place_of(line: Dateline | None, byline: Stated | None) -> Stated | None:
    """Where the report was written: the dateline's place, else a single place after the writer's name."""
    if line and line.place:
        return Stated(line.place, "text", line.span, "dateline")
    if byline is None or byline.span is None:
        return None
    after = re.search(r"(?:,| in) (?P<place>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?)$", byline.value)
    single = after and " and " not in byline.value and byline.value.count(",") <= 1
    if (
        not after
        or not single
        or len(byline.value[: after.start()].split()) < 2
        or table("agencies", "names").get(plain(after["place"]))
    ):
        return None
    return Stated(after["place"], "text", byline.span, "byline")


def _lines_under(draft: Draft, removals: tuple[Removal, ...], rules: set[str]) -> Iterator[Line]:
    spans = {r.span for r in removals if r.rule in rules}
    return (line for line in draft.lines if line.span in spans)


def _within(line: Line, at: int, length: int) -> Span:
    """A stretch of a line as a span of the text; the whole line where its markup was left out."""
    if at < 0 or len(line.text) != line.span.end - line.span.start:
        return line.span
    return Span(line.span.start + at, line.span.start + at + length)
