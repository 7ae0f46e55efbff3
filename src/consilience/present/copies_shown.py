"""Copies in the terminal: each family with its first carrier and agency, then the stretches with their edits marked."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from consilience.model.account import Findings
from consilience.model.spans import Span
from consilience.model.story import Edit
from consilience.present.copies import Carrier, CopyMap, FamilyView, Stretch, copy_maps, kept_letters
from consilience.present.labels import number_ranges
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
        plain = []
        for number, found in enumerate(self.maps, start=1):
            if found.families or found.shared:
                yield from map(flush, _story(number, found, self.shelf, signs))
            else:
                plain.append(number)
        yield line(_without_copies(plain, len(self.maps)))


def copies(findings: Findings) -> Copies:
    """What the reports have from each other."""
    return Copies(copy_maps(findings), shelve(findings))


def _story(number: int, found: CopyMap, shelf: Shelf, signs: Signs) -> Blocks:
    tellings = found.reports - sum(len(f.reports) - 1 for f in found.families)
    head = f"Story {number}: {_number(found.reports, 'report')}, {_number(tellings, 'telling')}"
    blocks: Blocks = [heading(head)]
    if not found.families:
        blocks.append(line("     No report is a copy of another; some have sentences in common."))
    for at, family in enumerate(found.families, start=1):
        blocks += _family(at, family, shelf, signs)
    if found.shared:
        blocks.append(heading("Stretches that reports of different families share"))
        blocks += _stretches(found.shared, shelf, signs)
    return blocks


def _without_copies(plain: list[int], stories: int) -> str:
    """What is said of the stories in which nothing is from anywhere else."""
    if not stories:
        return "No story: no report could be read."
    if not plain:
        return ""
    named = "story" if len(plain) == 1 else "stories"
    listed = "" if len(plain) == stories else f" of {named} {number_ranges(plain)}"
    return f"No report{listed} is a copy of another."


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}{'es' if what.endswith('ch') else 's'}"


def _family(number: int, family: FamilyView, shelf: Shelf, signs: Signs) -> Blocks:
    count = f"{len(family.reports)} {'versions' if family.kind == 'version' else 'copies'}"
    outlets = f" from {_number(family.outlets, 'outlet')}" if family.outlets else ""
    paragraphs = [line(count + outlets, "bold"), line(reason(family.because), "dim")]
    if not family.agency_because:
        paragraphs.append(line("No report of it names an agency."))
    first = next((r for r in family.reports if r.id == family.first), None)
    earliest = f"Earliest known: {_named(first, shelf)}; " if first else "Earliest: "
    paragraphs.append(line(f"{earliest}{family.first_because}."))
    why = _tied(family, shelf)
    for at, carrier in enumerate(family.reports[:_REPORTS]):
        again = ", another version by this outlet" if _outlet(carrier) in map(_outlet, family.reports[:at]) else ""
        tie = why.get(carrier.id, "")
        paragraphs.append(line(f"- {_named(carrier, shelf)}{_credit(carrier)}{again}{tie}"))
        if carrier.outlet_note:
            paragraphs.append(line(f"  {reason(carrier.outlet_note)}", "yellow"))
    if len(family.reports) > _REPORTS:
        paragraphs.append(line(f"and {len(family.reports) - _REPORTS} more", "dim"))
    return [hanging(f"{number}.", *paragraphs), *_stretches(family.stretches, shelf, signs)]


def _tied(family: FamilyView, shelf: Shelf) -> dict[str, str]:
    """Why each report but the first is of the family: the link that ties it to one listed or tied before."""
    around: dict[str, list[tuple[str, str]]] = {}
    for link in family.links:
        around.setdefault(link.shorter, []).append((link.longer, link.because))
        around.setdefault(link.longer, []).append((link.shorter, link.because))
    reached = {family.reports[0].id: ""}
    waiting = deque(reached)
    while waiting:
        report = waiting.popleft()
        for other, because in around.get(report, ()):
            if other not in reached:
                reached[other] = f"; beside Report {shelf.names[report].number}, {one_line(because)}"
                waiting.append(other)
    return reached


def _outlet(carrier: Carrier) -> str:
    """Who publishes it, as far as is known; unknown outlets are all different."""
    return carrier.outlet_id or carrier.outlet or f"unknown {carrier.id}"


def _named(carrier: Carrier, shelf: Shelf) -> str:
    outlet = carrier.outlet or "outlet not stated"
    day = carrier.published or "no day"
    return f"Report {shelf.names[carrier.id].number}, {one_line(carrier.source)} ({one_line(outlet)}, {day})"


def _credit(carrier: Carrier) -> str:
    if carrier.stated:
        return f", names {one_line(carrier.stated)}"
    return ", carries the agency's text" if carrier.credited else ""


def _stretches(listed: tuple[Stretch, ...], shelf: Shelf, signs: Signs) -> Blocks:
    """Stretches with edits as they read; of two reports that differ nowhere only how much they share."""
    pairs: dict[tuple[str, str], list[Stretch]] = {}
    for stretch in listed:
        pairs.setdefault((stretch.left, stretch.right), []).append(stretch)
    same = {pair for pair, found in pairs.items() if len(found) > 1 and not any(stretch.edits for stretch in found)}
    blocks: Blocks = [_all_the_same(pairs[pair], shelf, signs) for pair in sorted(same)]
    rest = [stretch for stretch in listed if (stretch.left, stretch.right) not in same]
    blocks += [_stretch(stretch, shelf, signs) for stretch in rest[:_STRETCHES]]
    if len(rest) > _STRETCHES:
        blocks.append(line(f"     and {_number(len(rest) - _STRETCHES, 'more stretch')}", "dim"))
    return blocks


def _all_the_same(found: list[Stretch], shelf: Shelf, signs: Signs) -> RenderableType:
    words = sum(stretch.words for stretch in found)
    told = f"{words} words in {len(found)} stretches, no edit{signs.dot}{_both(found[0], shelf)}"
    return hanging("", line(told, "dim"))


def _both(stretch: Stretch, shelf: Shelf) -> str:
    return " and ".join(shelf.names[report].short for report in (stretch.left, stretch.right))


def _stretch(stretch: Stretch, shelf: Shelf, signs: Signs) -> RenderableType:
    head = f"{stretch.words} words, {_number(len(stretch.edits), 'edit')}{signs.dot}{_both(stretch, shelf)}"
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
