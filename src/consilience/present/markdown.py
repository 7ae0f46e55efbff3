"""The account as Markdown with footnotes; nothing a report says can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.model.account import Findings
from consilience.present import day_lines, sections
from consilience.present.beside import Share
from consilience.present.boxes import Box, boxes
from consilience.present.evidence import ClaimView
from consilience.present.labels import headline, moment_words, ranges
from consilience.present.shelf import Shelf, shelve
from consilience.present.story import SentenceView, StoryView, Told, story_views
from consilience.present.visible import one_line, reason

_SPECIAL = re.compile(r"([\\`*_{}\[\]#!|~@$])")
_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
_SCHEME = re.compile(r"(?i)(?<=\w):(?=//|\S)|(?<=\bwww)\.")


def markdown(findings: Findings) -> str:
    """The whole run as CommonMark with footnotes: an index where there are several stories, then each story."""
    shelf = shelve(findings)
    views = story_views(findings, shelf)
    lines: list[str] = []
    if len(views) != 1:
        lines += [f"# {len(views)} stories in {len(findings.reports)} reports", ""]
        lines += [f"{view.number}. {escaped(view.title_line)} ({escaped(_when(view))})" for view in views]
        lines.append("")
    for view in views:
        lines += _story(view, shelf, "#" if len(views) == 1 else "##")
    lines += _inputs(findings, "##")
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Text from outside on one line, with every sign escaped that Markdown or HTML would read."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = _SCHEME.sub(lambda m: "\\" + m.group(), _SPECIAL.sub(r"\\\1", plain))
    return _START.sub(lambda m: m.group() + "\\", marked)


def _story(view: StoryView, shelf: Shelf, level: str) -> list[str]:
    below = level + "#"
    lines = [f"{level} {escaped(view.title_line)}", "", escaped(_when(view)), ""]
    lines += [" · ".join(count.words for count in view.counts), "", f"{below} The account", ""]
    for sentence in view.sentences:
        lines += [_sentence(view, sentence), ""]
    for box in boxes(view):
        lines += [f"{below} {box.title}", "", *_box(box), ""]
    lines += [f"{below} What these reports do not tell", "", *_untold(view, shelf), ""]
    lines += [f"{below} Differences", "", *_differences(view), ""]
    lines += [f"{below} Who said what", "", *_quotes(view), ""]
    lines += [f"{below} Timeline", "", *_timeline(view, shelf), ""]
    lines += [f"{below} Reports", "", *_reports(view, shelf), ""]
    lines += [f"{below} Doubts", "", *_doubts(view, shelf), ""]
    lines += [
        f"[^{_note(view, note.number)}]: {escaped(note.report.short)}: “{escaped(note.words)}”" for note in view.notes
    ]
    return [*lines, ""]


def _when(view: StoryView) -> str:
    day = view.day + (f" (fixed by {view.day_by.short})" if view.day_by else "")
    return f"{day}, {view.place or 'place not stated'}" + (
        f" (fixed by {view.place_by.short})" if view.place_by else ""
    )


def _note(view: StoryView, number: int) -> str:
    return f"{view.number}-{number}"


def _sentence(view: StoryView, sentence: SentenceView) -> str:
    text = "".join(_piece(view, piece) for piece in sentence.pieces).strip()
    badge = f"{sentence.badge.shape} {sentence.badge.word} {sentence.badge.number}"
    stakes = "".join(f"; {stake.shape} {stake.word} {stake.number}" for stake in sentence.stakes)
    who = f": {escaped(sentence.who)}" if sentence.who else ""
    who += f"; against it: {escaped(sentence.against)}" if sentence.against else ""
    beside = "".join(f"  \n*told otherwise: “{escaped(o.value)}” (d{o.number})*" for o in sentence.otherwise)
    shares = "".join(f"  \n*{_share(share)}*" for share in sentence.shares)
    return f"{text}{beside}  \n*{badge}{who}{stakes}; {ranges(sentence.reports)}*{shares}"


def _share(share: Share) -> str:
    badge = share.badge
    standing = f": {badge.shape} {badge.word} {badge.number}" if badge else ""
    return f"{share.before} “{escaped(share.words)}”{standing} (claim {share.claim.number})"


def _piece(view: StoryView, piece: Told) -> str:
    """The reports' words as they are with their notes; the program's in italics would clash with punctuation, so plain."""
    before = " " if piece.text.startswith(" ") else ""
    after = " " if piece.text.endswith(" ") else ""
    notes = "".join(f"[^{_note(view, note.number)}]" for note in piece.notes)
    return f"{before}{escaped(piece.text)}{notes}{after}"


def _box(box: Box) -> list[str]:
    lines = []
    for found in box.differences:
        told = (f"“{escaped(side.value)}” ({ranges(side.reports)})" for side in found.sides)
        why = f". {escaped(reason(found.difference.because))}" if found.difference.kind == "odd" else ""
        lines.append(f"- {found.kind}: {f' {found.joint} '.join(told)}{why}")
    for group in box.groups:
        lines += [f"- {group.title}: {group.count}"] if group.title else []
        lines += [_claim(claim, "    " * bool(group.title)) for claim in group.claims]
        left = group.count - len(group.claims)
        lines += [f"{'    ' * bool(group.title)}- and {left} more"] if left else []
    if box.more:
        lines.append(f"- and {box.more} more differences")
    return [*(lines or [box.empty]), *(["", box.beside] if box.beside else [])]


def _claim(claim: ClaimView, indent: str) -> str:
    badge = f"{claim.badge.shape} {claim.badge.word} {claim.badge.number}; {ranges(claim.reports)}"
    return f"{indent}- “{escaped(claim.wording)}” *{badge}*"


def _untold(view: StoryView, shelf: Shelf) -> list[str]:
    lines = [
        f"- {entry.kind}:{' ' + escaped(entry.text) if entry.text else ''} “{escaped(entry.words)}” ({ranges(entry.reports)})"
        for entry in sections.untold(view.account, shelf)
    ]
    return lines or ["No report says that something is undisclosed, declined, unclear or without a day."]


def _differences(view: StoryView) -> list[str]:
    if not view.differences:
        return ["No differences were found."]
    rows = ["| kind | as told | why it is listed |", "|---|---|---|"]
    for found in view.differences:
        sides = "; ".join(f"{escaped(side.value)} ({ranges(side.reports)})" for side in found.sides)
        rows.append(f"| {found.kind} | {sides} | {escaped(found.difference.because)} |")
    return rows


def _quotes(view: StoryView) -> list[str]:
    lines: list[str] = []
    for quote in view.quotes:
        lines.append(f"- {escaped(quote.speaker)}")
        for wording in quote.wordings:
            note = f", {wording.note}" if wording.note else ""
            lines.append(f"    - “{escaped(wording.words)}” {escaped(wording.report.short + note)}")
    return lines or ["No words of a named speaker were found."]


def _timeline(view: StoryView, shelf: Shelf) -> list[str]:
    lines = []
    for day in day_lines.days(view, shelf):
        for entry in (*day.happened, *day.reported):
            told = ", ".join(filter(None, ("disputed" * entry.disputed, escaped(entry.who), ranges(entry.reports))))
            lines.append(f"- {escaped(day.words)}, {entry.lane}: {escaped(entry.text)} ({told})")
    return lines or ["No day could be given to anything."]


def _reports(view: StoryView, shelf: Shelf) -> list[str]:
    ids = {shelf.names[report].number: report for report in view.account.frame.story.reports}
    lines = []
    for name in view.reports:
        report = shelf.reports[ids[name.number]].report
        day = moment_words(report.published) if report.published else "date not stated"
        outlet = name.short if name.stated else "outlet not stated"
        title = f"“{escaped(headline(report))}”" if headline(report) else "headline not stated"
        lines.append(f"- {name.number}: {escaped(outlet)}, {day}, {title}, from {escaped(report.source)}")
    return lines


def _doubts(view: StoryView, shelf: Shelf) -> list[str]:
    lines = [f"- {escaped(doubt.text)}" for doubt in sections.doubts(view.account, shelf)]
    return lines or ["No doubts about this story in particular."]


def _inputs(findings: Findings, level: str) -> Iterator[str]:
    yield from (f"{level} Inputs", "", sections.inputs_line(sections.inputs(findings)), "")
    yield from (f"- {escaped(r.source)}: {escaped(r.reason)}" for r in findings.rejected)
    yield from ("", f"Language engine: {escaped(findings.engine)}")
