"""The page: one self-contained HTML file, or a fragment of it for a notebook; nothing is fetched when it is opened."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from consilience.model.account import Findings
from consilience.model.report import Rejection
from consilience.present import sections
from consilience.present.cards import Card, cards
from consilience.present.copies import CopyMap, copy_map
from consilience.present.evidence import names_of
from consilience.present.labels import (
    COVERAGE_SHAPES,
    STAKE_ORDER,
    ReportName,
    numbered,
    ranges,
    stake_mark,
    standing_shape,
)
from consilience.present.method import LIMITS, MEASURED, STANDING_MEANINGS
from consilience.present.shelf import Shelf, shelve
from consilience.present.story import StoryView, story_views
from consilience.present.visible import one_line, reason, shortened, visible
from consilience.present.world_map import HEIGHT, WIDTH, WorldMap, world_map

_MANY_CLAIMS = 400  # beyond it, full evidence for every claim would make a page too large to mail
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Everything the template shows of one story."""

    view: StoryView
    used: frozenset[int]
    boxes: tuple[sections.Box, ...]
    untold: tuple[sections.Line, ...]
    origins: tuple[sections.OriginView, ...]
    days: tuple[sections.Day, ...]
    speakers: tuple[sections.Speaker, ...]
    naming: tuple[sections.NamingRow, ...]
    happenings: tuple[sections.Happening, ...]
    grid: tuple[sections.GridRow, ...]
    cards: tuple[Card, ...]
    doubts: tuple[sections.Line, ...]
    map: WorldMap
    copies: CopyMap


def page(findings: Findings) -> str:
    """The whole run as one HTML file: an index where there are several stories, then one section a story."""
    style, script = _asset("page.css"), _asset("page.js")
    shelf = shelve(findings)
    stories = tuple(story_page(view, shelf) for view in story_views(findings, shelf))
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=_title(stories),
            stories=stories,
            brief=sum(len(story.view.claims) for story in stories) > _MANY_CLAIMS,
            inputs=sections.inputs(findings),
            rejected=tuple(_rejection(rejection) for rejection in findings.rejected),
            corrections=sections.corrections(findings),
            engine=one_line(findings.engine),
            names_of=partial(names_of, shelf),
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
    return StoryPage(
        view,
        frozenset(claim.number for sentence in view.sentences for claim in sentence.claims),
        sections.boxes(view),
        sections.untold(view.account, shelf),
        sections.origin_views(view),
        sections.days(view.account, shelf),
        sections.speakers(view),
        sections.naming(view.account, shelf),
        sections.happenings(view.account, shelf),
        sections.grid(view, shelf),
        cards(view.account, shelf),
        sections.doubts(view.account, shelf),
        world_map(view.account, shelf),
        copy_map(view.account, shelf),
    )


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
        measured=MEASURED,
        grid_length=sections.GRID_LENGTH,
    )
    return environment


def _card_anchor(name: ReportName) -> str:
    return f"report-{name.number}"
