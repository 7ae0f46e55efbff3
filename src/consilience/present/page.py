"""The page: one self-contained HTML file, or a fragment of it for a notebook; nothing is fetched when it is opened."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from consilience.model.account import Findings
from consilience.model.report import Rejection
from consilience.present import day_lines, deeds, sections
from consilience.present.boxes import Box, boxes
from consilience.present.cards import Card, cards
from consilience.present.copies import CopyMap, copy_map
from consilience.present.evidence import ClaimView, names_of
from consilience.present.labels import (
    COVERAGE_SHAPES,
    STAKE_ORDER,
    ReportName,
    few,
    numbered,
    ranges,
    stake_mark,
    standing_shape,
)
from consilience.present.method import LIMITS, STANDING_MEANINGS, badge_errors, measured
from consilience.present.shelf import Shelf, by_name, shelve
from consilience.present.story import StoryView, story_views
from consilience.present.visible import one_line, reason, shortened, visible
from consilience.present.world_map import HEIGHT, WIDTH, WorldMap, world_map

_MANY_CLAIMS = 400  # beyond it, full evidence for every claim would make a page too large to mail
_LARGEST = 960_000  # bytes
_FEWEST, _FEW, _MANY_ROWS = 3, 6, 12  # lines of a list, rows of a table, that are shown before the rest is folded away
_LINK = re.compile(r'href="#(claim-\d+)"')
_LONE = re.compile(r'<li id="(claim-\d+)">\d+ <q>.*\n')
_QUOTED = re.compile(r">[^<>]*&#3[49];[^<>]*<")
_HOVER = re.compile(r'(?<=") title="[^"]*"(?=>\d+</a>)')
_TEMPLATES = Path(__file__).parent / "templates"


_MANY_STORIES = 3  # beyond it, what lies below a story's account is folded away
_FOLDED = frozenset(("claims", "origins", "copies", "reports"))  # what is looked up and not read in a row


@dataclass(frozen=True, slots=True)
class Detail:
    """How much stands in the page, and how much of it is open.

    Brief for claims of one report, so many wordings of every other; terse where what the commands show too is cut short.
    """

    brief: bool
    wordings: int
    terse: bool = False
    many: bool = False

    def unfolds(self, part: str) -> bool:
        """Whether a part below the account is open when the page is."""
        return not self.many and part not in _FOLDED


_DETAILS = (Detail(False, 1000), Detail(True, 1000), Detail(True, 6), Detail(True, 2), Detail(True, 2, terse=True))


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything the template shows of one story."""

    view: StoryView
    used: Mapping[int, str]
    boxes: tuple[Box, ...]
    untold: tuple[sections.Line, ...]
    origins: tuple[sections.OriginView, ...]
    early: tuple[day_lines.Day, ...]
    days: tuple[day_lines.Day, ...]
    counted: str
    speakers: tuple[sections.Speaker, ...]
    naming: tuple[sections.NamingRow, ...]
    happenings: tuple[deeds.Happening, ...]
    grid: tuple[sections.GridRow, ...]
    shared_claims: tuple[ClaimView, ...]
    lone_claims: tuple[ClaimView, ...]
    cards: tuple[Card, ...]
    doubts: tuple[sections.Line, ...]
    map: WorldMap
    copies: CopyMap
    day_because: str
    place_because: str


def page(findings: Findings) -> str:
    """The whole run as one HTML file: an index where there are several stories, then one section a story.

    Where full evidence makes it too large to mail, what a reader needs least is told in one line instead.
    """
    shelf = shelve(findings)
    stories = tuple(story_page(view, shelf) for view in story_views(findings, shelf))
    many = sum(len(story.view.claims) for story in stories) > _MANY_CLAIMS
    text = ""
    for detail in _DETAILS[many:]:
        shown = replace(detail, many=len(stories) > _MANY_STORIES)
        text = _rendered(findings, stories, partial(names_of, shelf), shown)
        if len(text.encode("utf-8", "replace")) < _LARGEST:
            return text
    return _leanest(text)


def _leanest(text: str) -> str:
    """The page without claims of one report to which nothing in it leads, names on hovering, and needless escapes."""
    linked = set(_LINK.findall(text))
    text = _QUOTED.sub(lambda found: found.group().replace("&#34;", '"').replace("&#39;", "'"), _HOVER.sub("", text))
    return _LONE.sub(lambda found: found.group() if found.group(1) in linked else "", text)


def _rendered(
    findings: Findings, stories: tuple[StoryPage, ...], names: Callable[..., tuple[ReportName, ...]], detail: Detail
) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=_title(stories),
            stories=stories,
            detail=detail,
            inputs=sections.inputs(findings),
            rejected=tuple(_rejection(rejection) for rejection in findings.rejected),
            corrections=sections.corrections(findings),
            engine=one_line(findings.engine),
            names_of=names,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )


def fragment(findings: Findings) -> str:
    """The accounts without scripts, for a notebook; every style stands under one class."""
    shelf = shelve(findings)
    return (
        _environment()
        .get_template("fragment.html")
        .render(
            stories=tuple(story_page(view, shelf) for view in story_views(findings, shelf)),
            inputs=sections.inputs(findings),
            style=Markup(_asset("fragment.css")),
        )
    )


def story_page(view: StoryView, shelf: Shelf) -> StoryPage:
    """One story with all its sections."""
    account = view.account
    days, counted = day_lines.told_once(day_lines.days(view, shelf))
    early = day_lines.long_before(account, days)
    used = {claim.number: sentence.anchor for sentence in reversed(view.sentences) for claim in sentence.claims}
    shared = tuple(claim for claim in view.claims if len(claim.reports) > 1 or claim.number in used)
    return StoryPage(
        view,
        used,
        boxes(view),
        sections.untold(account, shelf),
        sections.origin_views(account, shelf),
        days[:early],
        days[early:],
        counted,
        sections.speakers(view),
        sections.naming(account, shelf),
        deeds.happenings(view, shelf),
        sections.grid(view, shelf),
        shared,
        tuple(claim for claim in view.claims if claim not in shared),
        cards(account, shelf),
        sections.doubts(account, shelf),
        world_map(account, shelf),
        copy_map(account, shelf),
        reason(by_name(shelf, account.frame.day_because)),
        reason(by_name(shelf, account.frame.place_because)),
    )


def _shown(few: int, items: Sized) -> int:
    """How many of a list are shown before the rest is folded away: all where only one or two would be."""
    return len(items) if len(items) <= few + 2 else few


def _shown_rows(items: Sized, terse: bool = False) -> int:
    return _shown(_FEW if terse else _MANY_ROWS, items)


def _title(stories: tuple[StoryPage, ...]) -> str:
    if len(stories) == 1:
        return stories[0].view.title_line
    return f"{numbered(len(stories), 'story', 'stories')} in {numbered(sum(len(s.view.reports) for s in stories), 'report')}"


def _rejection(rejection: Rejection) -> tuple[str, str]:
    return one_line(rejection.source), one_line(rejection.reason)


def _policy(style: str, script: str) -> str:
    """A content policy under which only our own inline blocks run and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(block: str) -> str:
    digest = hashlib.sha256(block.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    environment.filters["one_line"] = one_line
    environment.filters["reason"] = reason
    environment.filters["shortened"] = shortened
    environment.filters["few"] = few
    environment.tests["none_of"] = _none_of
    environment.globals.update(
        map_size=(WIDTH, HEIGHT),
        numbered=numbered,
        ranges=ranges,
        inputs_line=sections.inputs_line,
        card_anchor=_card_anchor,
        coverage_shapes=COVERAGE_SHAPES,
        stakes=tuple(stake_mark(stake) for stake in STAKE_ORDER),
        standing_shape=standing_shape,
        standings=STANDING_MEANINGS,
        limits=LIMITS,
        measured=measured(),
        badge_errors=tuple(row for row in badge_errors() if row.wrong),
        grid_length=sections.GRID_LENGTH,
        shown_few=partial(_shown, _FEWEST),
        shown_lines=partial(_shown, _FEW),
        shown_rows=_shown_rows,
    )
    return environment


def _none_of(words: str) -> bool:
    """Whether a count is of nothing ("0 disagreements"), which an index leaves out."""
    return words.startswith("0 ")


def _card_anchor(name: ReportName) -> str:
    return f"report-{name.number}"
