"""What a page states about its report: writer, agency, place of writing, date; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consilience.clean.agency import (
    agency_in_byline,
    agency_name,
    agency_of_copyright,
    agency_of_credit,
    agency_of_writers,
    agency_that_contributed,
    spelled_out,
    without_agency,
)
from consilience.clean.byline import Dateline, as_name, dateline_of, names_in, writers
from consilience.clean.dates import Dated, days_in, has_clock
from consilience.clean.lines import Draft, Line
from consilience.clean.stated import Markup
from consilience.model.report import Removal, Stated
from consilience.model.spans import Span
from consilience.model.time import Moment, given_moment

_SMALL_PRINT = frozenset({"copyright", "imprint", "menu", "masthead"})
_DATE_RULES = _SMALL_PRINT | {"agency credit", "date line", "bar", "byline", "counter"}
_REST_OF_DATE = re.compile(r"(?<=\w) [–—-] \d.*$")
_DESK = re.compile(r"\b(?:staff|desk|newsroom|team|agencies|wires?|reporters?|admin)\b", re.IGNORECASE)
_OWN_SMALL_PRINT = (agency_of_writers, agency_of_copyright)


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: the day or days, what states it, and a note where statements contradict."""

    moment: Moment
    stated: Stated
    note: str | None = None


def byline_of(draft: Draft, removals: tuple[Removal, ...], markup: Markup) -> Stated | None:
    """Who wrote the report, as its byline says, else as the markup says."""
    for line in _lines_under(draft, removals, {"byline"}):
        named = writers(line.text) or names_in(line.text)
        who = without_agency(named) if named else None
        if who:
            at = line.text.find(who)
            return Stated(
                as_name(_without_account(_REST_OF_DATE.sub("", who))), "text", _within(line, at, len(who)), "byline"
            )
    return Stated(without_agency(markup.author), None, None, "author in the markup") if markup.author else None


def _without_account(who: str) -> str:
    """The writer without the name of an account made of the writer's: "Mara Lind mlind"."""
    *names, last = who.split()
    return " ".join(names) if any(len(n) > 3 and n.lower() in last and last.islower() for n in names) else who


def dateline(draft: Draft, removals: tuple[Removal, ...]) -> Dateline | None:
    """The dateline that was removed from the report's start."""
    spans = {r.span for r in removals if r.rule == "dateline"}
    found = (dateline_of(line) for line in draft.lines if any(line.span.start == span.start for span in spans))
    return next((d for d in found if d), None)


def agency_of(draft: Draft, removals: tuple[Removal, ...], line: Dateline | None, author: str | None) -> Stated | None:
    """The agency whose text this is: by its dateline, byline or author, or a credit of the whole report; never a photo's.

    Where lines of one kind name two agencies there is none.
    """
    if line and line.agency:
        return Stated(agency_name(line.agency) or spelled_out(line.agency, draft), "text", line.span, "dateline")
    signed = _texts_under(draft, removals, {"agency credit", "byline"})
    found = _one_agency(signed, (agency_of_credit, agency_in_byline), "agency credit")
    if found or any(agency_in_byline(text) for text, _ in signed):
        return found
    # What an agency contributed to the report of a writer who signs does not make the report the agency's.
    by_a_writer = any(not _DESK.search(text) for text, _ in signed)
    told = _OWN_SMALL_PRINT if by_a_writer else (*_OWN_SMALL_PRINT, agency_that_contributed)
    in_markup = agency_in_byline(author) if author else None
    if in_markup:
        return Stated(in_markup, None, None, "author in the markup")
    return _one_agency(_texts_under(draft, removals, {"credit line", "copyright"}), told, "credit line")


def _one_agency(
    told: list[tuple[str, Span]], readings: tuple[Callable[[str], str | None], ...], rule: str
) -> Stated | None:
    found = [
        (name, span) for text, span in told if (name := next(filter(None, (read(text) for read in readings)), None))
    ]
    if len({name for name, _ in found}) != 1:
        return None
    return Stated(found[0][0], "text", found[0][1], rule)


def _texts_under(draft: Draft, removals: tuple[Removal, ...], rules: set[str]) -> list[tuple[str, Span]]:
    """The words that these rules removed, without the markup of their line, in order."""
    lines = {line.span: line.text for line in draft.lines}
    spans = sorted(removal.span for removal in removals if removal.rule in rules)
    return [(lines.get(span, draft.text[span.start : span.end]), span) for span in spans]


def published_of(draft: Draft, removals: tuple[Removal, ...], given: str | None, markup: Markup) -> Published | None:
    """When the report was published: as the user gives it, else as the markup or a line beside the text states it."""
    own = given_moment(given) if given else None
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
    return found[0].moment if found else given_moment(text)


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
    if not after or not single or len(byline.value[: after.start()].split()) < 2 or agency_name(after["place"]):
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
