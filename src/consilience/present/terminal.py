"""The account in the terminal: colours where there are any, plain text where it is piped."""

from __future__ import annotations

from rich.console import Console, RenderableType
from rich.text import Text

from consilience.model.account import Findings
from consilience.present import sections
from consilience.present.beside import Share
from consilience.present.boxes import Box, boxes
from consilience.present.evidence import ClaimView
from consilience.present.labels import file_name, headline, moment_words, ranges
from consilience.present.lines import Signs, badge, hanging, heading, joined, line, put, signs_of, told, words
from consilience.present.shelf import Shelf, shelve
from consilience.present.story import DifferenceView, SentenceView, StoryView, story_views
from consilience.present.visible import one_line, reason, shortened
from consilience.present.why import why

__all__ = ["render", "why"]

_HINT = "why 1 shows what claim 1 rests on; s1, d1, q1 and r1 are sentences, differences, quotes and reports."


def render(findings: Findings, console: Console) -> None:
    """Print the whole run: an index where there are several stories, each story, and the counts of the inputs."""
    shelf, signs = shelve(findings), signs_of(console)
    views = story_views(findings, shelf)
    if len(views) > 1:
        put(console, line(f"{len(views)} stories in {len(findings.reports)} reports", "bold"))
        for view in views:
            put(console, hanging(str(view.number), line(view.title_line), line(_when(view, signs), "dim")))
    for view in views:
        for block in story_blocks(view, shelf, signs):
            put(console, block)
    if not views:
        put(console, line("No story: no report could be read."))
    for block in _closing(findings, bool(views)):
        put(console, block)


def story_blocks(view: StoryView, shelf: Shelf, signs: Signs) -> list[RenderableType]:
    """One story from its title to its reports."""
    blocks: list[RenderableType] = [
        Text("\n", style="bold").append_text(told(view.title) if view.title else Text(view.title_line)),
        line(_when(view, signs)),
        line(signs.dot.join(count.words for count in view.counts), "dim"),
        heading("The account"),
    ]
    blocks += [_sentence(sentence, signs) for sentence in view.sentences]
    blocks += [] if view.sentences else [line("No sentence could be made with a passage behind it.")]
    for box in boxes(view):
        blocks += _box(box, signs)
    blocks += _untold(view, shelf, signs)
    blocks += [heading("Differences")]
    blocks += [_difference(difference, signs) for difference in view.differences] or [
        line("No differences were found.")
    ]
    if view.notes:
        blocks += [heading("Notes")]
        blocks += [
            hanging(f"[{note.number}]", line(f"{note.report.short}: {words(note.words, signs)}")) for note in view.notes
        ]
    return [*blocks, heading("Reports"), *_reports(view, shelf, signs)]


def _when(view: StoryView, signs: Signs) -> str:
    day = view.day + (f" (fixed by {view.day_by.short})" if view.day_by else "")
    place = view.place or "place not stated"
    return day + signs.dot + place + (f" (fixed by {view.place_by.short})" if view.place_by else "")


def _sentence(view: SentenceView, signs: Signs) -> RenderableType:
    claims = ", ".join(str(claim.number) for claim in view.claims)
    other = Text(f"against it: {view.against}" if view.against else "")
    parts = [badge(view.badge, signs), Text(view.who), other, *(badge(stake, signs) for stake in view.stakes)]
    parts = [part for part in parts if part.plain]
    parts += [Text(ranges(view.reports), style="dim"), Text(f"claim {claims}", style="dim")]
    beside = [line(f"told otherwise: {words(o.value, signs)} (d{o.number})") for o in view.otherwise]
    shares = [line(_share(share, signs), "dim") for share in view.shares]
    return hanging(f"s{view.number}", told(view.pieces), *beside, joined(parts, signs.dot), *shares)


def _share(share: Share, signs: Signs) -> str:
    standing = f": {badge(share.badge, signs).plain}" if share.badge else ""
    return f"{share.before} {words(f'“{share.words}”', signs)}{standing} (claim {share.claim.number})"


def _box(box: Box, signs: Signs) -> list[RenderableType]:
    blocks: list[RenderableType] = [heading(box.title)]
    for difference in box.differences:
        told = (f"{words(side.value, signs)} ({ranges(side.reports)})" for side in difference.sides)
        sides = f" {difference.joint} ".join(told)
        why_odd = [line(reason(difference.difference.because), "dim")] * (difference.difference.kind == "odd")
        blocks.append(hanging(f"d{difference.number}", line(f"{difference.word}: {sides}"), *why_odd))
    for group in box.groups:
        blocks += [line(f"     {group.title}: {group.count}", "bold")] if group.title else []
        blocks += [_claim(claim, box, signs) for claim in group.claims]
        left = group.count - len(group.claims)
        blocks += [line(f"     and {left} more", "dim")] if left else []
    if box.more:
        blocks.append(line(f"     and {box.more} more differences", "dim"))
    said = [box.empty] * (len(blocks) == 1) + [box.beside] * bool(box.beside)
    return [*blocks, *(hanging("", line(words, "dim")) for words in said)]


def _claim(view: ClaimView, box: Box, signs: Signs) -> RenderableType:
    standing = "" if box.tone == "agreed" else f"{view.badge.word} "
    who = f"{view.through}{signs.dot}" if box.tone == "one" else ""
    behind = f"{standing}{view.badge.number}{signs.dot}{who}{ranges(view.reports)}"
    return hanging(str(view.number), line(words(view.wording, signs)), line(behind, "dim"))


def _untold(view: StoryView, shelf: Shelf, signs: Signs) -> list[RenderableType]:
    entries = sections.untold(view.account, shelf)
    shown: list[RenderableType] = [
        hanging("-", line(f"{e.kind}: {e.text}".rstrip(": ")), line(f"{words(e.words, signs)} ({ranges(e.reports)})"))
        for e in entries
    ]
    empty = line("     No report says that something is undisclosed, declined, unclear or without a day.", "dim")
    return [heading("What these reports do not tell"), *(shown or [empty])]


def _difference(view: DifferenceView, signs: Signs) -> RenderableType:
    rows = [line(view.kind)]
    for side in view.sides:
        origins = f" ({', '.join(side.origins)})" if side.origins else ""
        rows.append(line(f"{side.value}: {ranges(side.reports)}{origins}"))
        shown = () if [telling.words for telling in side.told] == [side.value] else side.told
        rows += [line(f"{t.outlets}: {words(shortened(t.words, 160), signs)}", "dim") for t in shown]
    return hanging(f"d{view.number}", *rows, line(reason(view.difference.because), "dim"))


def _reports(view: StoryView, shelf: Shelf, signs: Signs) -> list[RenderableType]:
    by_number = {shelf.names[found].number: found for found in view.account.frame.story.reports}
    blocks: list[RenderableType] = []
    for name in view.reports:
        report = shelf.reports[by_number[name.number]].report
        day = moment_words(report.published) if report.published else "date not stated"
        outlet = name.short if name.stated else f"{file_name(report.source)}, outlet not stated"
        title = one_line(headline(report))
        parts = [outlet, day, words(title, signs) if title else "headline not stated"]
        if report.reason:
            parts.append(f"{report.state}: {one_line(report.reason)}")
        if report.removed:
            parts.append(f"{len(report.removed)} removed")
        blocks.append(hanging(str(name.number), line(signs.dot.join(parts))))
    return blocks


def _closing(findings: Findings, anything: bool) -> list[RenderableType]:
    """What became of every input, the engine, and how to go on."""
    counts = sections.inputs(findings)
    blocks: list[RenderableType] = [heading("Inputs")]
    blocks += [hanging("-", line(f"{one_line(r.source)}: {one_line(r.reason)}")) for r in findings.rejected]
    blocks.append(line(sections.inputs_line(counts)))
    by_hand = sections.corrections(findings)
    blocks += [heading("Corrections by hand")] if by_hand else []
    blocks += [hanging("-", line(told)) for told in by_hand]
    blocks.append(line(f"Language engine: {one_line(findings.engine)}", "dim"))
    if anything:
        blocks.append(line(_HINT, "dim"))
    return blocks
