"""Blocks that the votes removed, named for what they are where they state a fact: byline, date line, copyright, caption."""

from __future__ import annotations

from dataclasses import replace

from consilience.clean.byline import names_in, writers
from consilience.clean.dates import days_in, is_date_text
from consilience.clean.layer import Layer
from consilience.clean.lines import Draft, Line
from consilience.clean.listed import is_listed
from consilience.model.report import Removal

_NEAR = 8
_SHORTEST_CAPTION = 4


def name_captions(removed: tuple[Removal, ...], layer: Layer) -> tuple[Removal, ...]:
    """Removals of blocks that stand in a figure become captions."""
    figures = {b.span: b for b in layer.blocks if b.tag == "figcaption" or "figure" in b.path or "figcaption" in b.path}
    named = []
    for removal in removed:
        long_enough = len(layer.text[removal.span.start : removal.span.end].split()) >= _SHORTEST_CAPTION
        caption = removal.span in figures and long_enough
        named.append(replace(removal, rule="caption", because="the words under a picture") if caption else removal)
    return tuple(named)


def name_again(draft: Draft, removed: tuple[Removal, ...]) -> tuple[Removal, ...]:
    """Removals near the headline become bylines and date lines; copyright lines become "copyright"."""
    lines = {line.span: line for line in draft.lines}
    return tuple(_named(removal, lines.get(removal.span), draft.headline) for removal in removed)


def _named(removal: Removal, line: Line | None, headline: int | None) -> Removal:
    if line is None or removal.rule == "caption" or len(line.words) > 40:
        return removal
    if is_listed(line.plain, "copyright"):
        return replace(removal, rule="copyright", because="a copyright or licence line")
    if headline is None or abs(line.number - headline) > _NEAR:
        return removal
    if writers(line.text) or (line.number > headline and " and " in line.text and names_in(line.text)):
        return replace(removal, rule="byline", because="names who wrote the report")
    if is_date_text(line.text) or (line.number > headline and days_in(line.text) and len(line.words) <= 14):
        return replace(removal, rule="date line", because="a date that stands alone")
    return removal
