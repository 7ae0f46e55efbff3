"""Furniture around the report's end: lists of related reports, the imprint, and short lines that read like no report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.clean.classifier import line_scores, shipped_trees
from consilience.clean.lines import (
    Draft,
    Line,
    ends_as_sentence,
    function_share,
    head_end,
    is_paragraph,
    removal,
    reports_speech,
    tail_start,
)
from consilience.clean.listed import is_listed, patterns
from consilience.lexicons import word_set
from consilience.model.report import Removal

_HEAD_OF_LIST = re.compile(
    r"(?:trending|most (?:read|popular|viewed|shared|commented)|popular|latest|recommended|related|featured|top stories|"
    r"top news|more)(?: (?:stories|news|articles|videos|posts|headlines))? (?:on|in|from|at|for|by|about) .{2,40}|"
    r"(?:our|the) editors?'? (?:choice|picks?)"
)
_SAME_LINE = re.compile(r"[:>|»]\s*\S.{2,}$")
_QUOTED = re.compile(r"[\"“][^\"“”]{2,}[\"”]")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]?|[•·*–-])\s+")
_LONGEST_LINK = 22
_LONGEST_UNLIKELY = 25
_SHORTEST_STANDFIRST = 5  # words
_SHORTEST_DATED = 8  # words; a shorter line with figures may be a date
_SHORTEST_BROKEN = 6  # words
_SHORTEST_PROSE = 12  # words
_PROSE = 300  # function words per mille


def related(draft: Draft) -> Iterator[Removal]:
    """Links to other reports: "Related Articles", "Most read" and the list that follows, "Read more: …"."""
    first, last = head_end(draft), tail_start(draft)
    lines = tuple(draft.kept())
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.number == draft.headline or not _leads_elsewhere(line, below=line.number > first):
            continue
        yield removal(line, "related", "leads to other reports")
        if _heads_list(line) and (draft.headline is None or line.number > draft.headline):
            for link in _links(lines, at, line.before_gap, after_report=line.number >= last):
                yield removal(link, "related", "stands in a list of links to other reports")
                at += 1


def _leads_elsewhere(line: Line, below: bool) -> bool:
    if ends_as_sentence(line) and reports_speech(line):
        return False
    if is_listed(line.plain, "related") or bool(_HEAD_OF_LIST.fullmatch(line.plain)):
        return True
    shown_inside = below and not ends_as_sentence(line) and len(line.words) <= _LONGEST_LINK
    return shown_inside and any(p.fullmatch(line.plain) for p in patterns("related_body"))


def _heads_list(line: Line) -> bool:
    return not _SAME_LINE.search(line.text) and (
        line.plain in word_set("furniture", "related_heads") or bool(_HEAD_OF_LIST.fullmatch(line.plain))
    )


def _links(lines: tuple[Line, ...], start: int, after_gap: bool, after_report: bool) -> Iterator[Line]:
    """The lines of a list of links: headlines without a full stop, up to the next gap; to the page's end below the report."""
    for place in range(start, len(lines)):
        line = lines[place]
        ends_list = line.after_gap and place > start and not after_report
        if ends_list or (after_gap and place == start and not after_report) or not _is_link(line):
            return
        yield line


def _is_link(line: Line) -> bool:
    numbered = _NUMBERED.match(line.text)
    if line.text[numbered.end() if numbered else 0 :][:1] in set('"“‘'):
        return False
    if numbered and len(line.words) <= _LONGEST_LINK:
        return True
    stops = ends_as_sentence(line) and line.text[-1] not in "?!…"
    return len(line.words) <= _LONGEST_LINK and not stops and not is_paragraph(line)


def imprints(draft: Draft) -> Iterator[Removal]:
    """The last lines of the page, upwards: publisher, how to reach the desk, who the writer is, how it was made."""
    first = head_end(draft)
    for line in reversed(tuple(draft.kept())):
        quoted = line.text[0] in '"“‘'
        if quoted or not (is_listed_tail(line) and line.number > first):
            return
        yield removal(line, "imprint", "says who publishes or wrote this, or how to reach them")


def is_listed_tail(line: Line) -> bool:
    """Whether the line is of a kind that is furniture only at the very end."""
    return any(p.fullmatch(line.plain) for kind in ("imprint", "credit_tail") for p in patterns(kind))


def unlikely_lines(draft: Draft) -> Iterator[Removal]:
    """Short lines above or below a text that the classifier takes for furniture; it never cuts between paragraphs."""
    if draft.voted:
        return
    first, last = head_end(draft), tail_start(draft)
    lines = tuple(draft.kept())
    standfirsts = range(0 if draft.headline is None else draft.headline + 1, 0 if draft.headline is None else last)
    may_go = [
        place
        for place, line in enumerate(lines)
        if (line.number < first or line.number >= last)
        and line.number != draft.headline
        and _may_be_cut(line, standfirsts)
    ]
    if not may_go:
        return
    scores = line_scores(lines, may_go, shipped_trees())
    for place in may_go:
        if scores[place] < draft.threshold:
            yield removal(lines[place], "line classifier", f"reads like no report's text ({scores[place]} of 1000)")


def _may_be_cut(line: Line, standfirsts: range) -> bool:
    """No long line, sentence, speech, quotation, line that leads on (":", ";"), broken line, nor what may be a standfirst."""
    prose = len(line.words) >= _SHORTEST_PROSE and function_share(line) >= _PROSE
    broken = prose or (line.text[0].islower() and len(line.words) >= _SHORTEST_BROKEN)
    if broken or line.text[-1] in ":;" or _QUOTED.search(line.text):
        return False
    shortest = _SHORTEST_DATED if any(c.isdigit() for c in line.text) else _SHORTEST_STANDFIRST
    if line.number in standfirsts and len(line.words) >= shortest:
        return False
    return len(line.words) <= _LONGEST_UNLIKELY and not ends_as_sentence(line) and not reports_speech(line)
