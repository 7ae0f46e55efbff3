"""Copies in the terminal: each family with its first carrier and agency, then the stretches with their edits marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.model.account import Findings
from consilience.model.spans import Span
from consilience.model.story import Edit
from consilience.present.copies import Carrier, CopyMap, FamilyView, Stretch, copy_maps, kept_letters
from consilience.present.lines import Signs, flush, hanging, heading, line, signs_of
from consilience.present.shelf import Shelf, shelve
from consilience.present.visible import one_line, reason, visible

_REPORTS, _STRETCHES = 12, 6  # of each family; the rest is counted, and stands in full in the JSON
_LONGEST = 600  # characters of a stretch
_SPACE = re.compile(r"\s+")

Blocks = list[RenderableType]


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of a run that any console can print."""

    maps: tuple[CopyMap, ...]
    shelf: Shelf

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """All stories, each with its families and the stretches that families share."""
        signs = signs_of(console)
        for number, found in enumerate(self.maps, start=1):
            yield from map(flush, _story(number, found, self.shelf, signs))
        if not self.maps:
            yield line("No story: no report could be read.")


def copies(findings: Findings) -> Copies:
    """What the reports have from each other."""
    return Copies(copy_maps(findings), shelve(findings))


def _story(number: int, found: CopyMap, shelf: Shelf, signs: Signs) -> Blocks:
    tellings = found.reports - sum(len(f.reports) - 1 for f in found.families)
    head = f"Story {number}: {_number(found.reports, 'report')}, {_number(tellings, 'telling')}"
    blocks: Blocks = [heading(head)]
    if not found.families:
        blocks.append(line("     No report is a copy of another."))
    for at, family in enumerate(found.families, start=1):
        blocks += _family(at, family, shelf, signs)
    if found.shared:
        blocks.append(heading("Stretches that reports of different families share"))
        blocks += _stretches(found.shared, shelf, signs)
    return blocks


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _family(number: int, family: FamilyView, shelf: Shelf, signs: Signs) -> Blocks:
    count = f"{len(family.reports)} {'versions' if family.kind == 'version' else 'copies'}"
    outlets = f" from {_number(family.outlets, 'outlet')}" if family.outlets else ""
    paragraphs = [line(count + outlets, "bold"), line(reason(family.because), "dim")]
    paragraphs.append(line(f"Agency: {family.agency or 'none named'}."))
    first = next((r for r in family.reports if r.id == family.first), None)
    paragraphs.append(line(f"Earliest known: {_named(first) if first else 'not known'}; {family.first_because}."))
    links = {link.shorter: link for link in family.links}
    for carrier in family.reports[:_REPORTS]:
        link = links.get(carrier.id)
        why = f": {one_line(link.because)}" if link else ""
        paragraphs.append(line(f"- {_named(carrier)}{_credit(carrier)}{why}"))
        if carrier.outlet_note:
            paragraphs.append(line(f"  {reason(carrier.outlet_note)}", "yellow"))
    if len(family.reports) > _REPORTS:
        paragraphs.append(line(f"and {len(family.reports) - _REPORTS} more", "dim"))
    return [hanging(str(number), *paragraphs), *_stretches(family.stretches, shelf, signs)]


def _named(carrier: Carrier) -> str:
    outlet = carrier.outlet or "outlet not stated"
    day = carrier.published or "no day"
    return f"{one_line(carrier.source)} ({one_line(outlet)}, {day})"


def _credit(carrier: Carrier) -> str:
    if carrier.stated:
        return f", names {one_line(carrier.stated)}"
    return ", carries the agency's text" if carrier.credited else ""


def _stretches(listed: tuple[Stretch, ...], shelf: Shelf, signs: Signs) -> Blocks:
    blocks: Blocks = [_stretch(stretch, shelf, signs) for stretch in listed[:_STRETCHES]]
    if len(listed) > _STRETCHES:
        blocks.append(line(f"     and {len(listed) - _STRETCHES} more stretches", "dim"))
    return blocks


def _stretch(stretch: Stretch, shelf: Shelf, signs: Signs) -> RenderableType:
    names = [shelf.names[report].short for report in (stretch.left, stretch.right)]
    head = f"{stretch.words} words, {_number(len(stretch.edits), 'edit')}{signs.dot}{names[0]} and {names[1]}"
    text = kept_letters(shelf.reports[stretch.left].report), kept_letters(shelf.reports[stretch.right].report)
    return hanging("", line(head, "dim"), _marked(text, stretch, signs))


def _marked(texts: tuple[str, str], stretch: Stretch, signs: Signs) -> Text:
    """The left words; what the right side lacks in brackets after a minus, what it has instead after a plus."""
    shown, at = Text(overflow="fold"), stretch.left_span.start
    for edit in stretch.edits:
        if len(shown) > _LONGEST:
            break
        shown.append(_words(texts[0], Span(at, edit.left.start)))
        shown.append(_change(texts, edit), style="bold")
        at = max(at, edit.left.end)
    shown.append(_words(texts[0], Span(at, stretch.left_span.end)))
    if len(shown) > _LONGEST:
        shown.truncate(_LONGEST)
        shown.append("…" if not signs.ascii_only else "...")
    return shown


def _change(texts: tuple[str, str], edit: Edit) -> str:
    gone, new = _words(texts[0], edit.left).strip(), _words(texts[1], edit.right).strip()
    return f"[-{gone}-]" * bool(gone) + f"{'' if gone else ' '}[+{new}+]" * bool(new)


def _words(text: str, span: Span) -> str:
    return visible(_SPACE.sub(" ", text[span.start : span.end]))
