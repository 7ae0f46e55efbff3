"""What an HTML page says about its report outside the text: meta elements, JSON-LD, the title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from consilience.clean.layer import Layer, PageFacts, meta
from consilience.clean.lines import plain
from consilience.model.report import Stated
from consilience.model.spans import Span

_TITLE_BREAK = re.compile(r"\s+[|–—-]\s+")
_REPORT_TYPES = ("article", "posting", "report")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's own statements about its report; `outlets` in order of trust, dates as they are written."""

    headline: str | None = None
    outlets: tuple[Stated, ...] = ()
    author: str | None = None
    published: tuple[Stated, ...] = ()
    updated: tuple[Stated, ...] = ()
    url: str | None = None


def markup_of(layer: Layer) -> Markup:
    """The statements of a page's markup."""
    facts = layer.facts
    linked = tuple(_linked_data(facts))
    headline = _headline(layer, linked)
    return Markup(
        headline,
        tuple(_outlets(facts, linked, headline)),
        _people(facts, linked),
        tuple(
            _dates(
                facts,
                linked,
                ("article:published_time", "datepublished", "date", "pubdate", "dc.date.issued"),
                "datePublished",
            )
        ),
        tuple(
            _dates(
                facts, linked, ("article:modified_time", "og:updated_time", "datemodified", "lastmod"), "dateModified"
            )
        ),
        facts.canonical or meta(facts, "og:url"),
    )


def _headline(layer: Layer, linked: tuple[tuple[str, object], ...]) -> str | None:
    """The page's first heading where the title or metadata say the same; else what the metadata say; else a lone heading."""
    site = plain(meta(layer.facts, "og:site_name") or _TITLE_BREAK.split(layer.facts.title or "")[-1])
    shown = (layer.text[span.start : span.end].strip() for span in layer.facts.headings)
    headings = [heading for heading in shown if plain(heading) != site or (len(layer.facts.headings) == 1 and not site)]
    told = [meta(layer.facts, "og:title", "twitter:title"), next((str(v) for k, v in linked if k == "headline"), None)]
    said = [plain(t) for t in (*told, layer.facts.title) if t]
    for heading in headings:
        if plain(heading) and any(plain(heading) in other or other in plain(heading) for other in said if other):
            return heading
    return next((t for t in told if t), headings[0] if len(headings) == 1 else None)


def _outlets(facts: PageFacts, linked: tuple[tuple[str, object], ...], headline: str | None) -> Iterator[Stated]:
    site = meta(facts, "og:site_name")
    if site:
        yield Stated(site, None, None, "og:site_name")
    publisher = next((_name(value) for key, value in linked if key == "publisher"), None)
    if publisher:
        yield Stated(publisher, None, None, "publisher in JSON-LD")
    parts = _TITLE_BREAK.split(facts.title or "")
    if (
        len(parts) > 1
        and headline
        and plain(parts[0])
        and plain(parts[0]) in plain(headline)
        and len(parts[-1].split()) <= 6
    ):
        yield Stated(parts[-1].strip(), None, None, "page title")


def _people(facts: PageFacts, linked: tuple[tuple[str, object], ...]) -> str | None:
    for key, value in linked:
        if key == "author":
            named = [_name(item) for item in (value if isinstance(value, list) else [value])]
            shown = ", ".join(name for name in named if name)
            if shown:
                return re.sub(r"^[Bb]y:? ", "", shown)
    told = meta(facts, "author", "article:author", "byl", "dc.creator")
    return None if told is None or told.startswith("http") else re.sub(r"^[Bb]y ", "", told)


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) and value.strip() and not value.startswith("http") else None


def _dates(
    facts: PageFacts, linked: tuple[tuple[str, object], ...], names: tuple[str, ...], key: str
) -> Iterator[Stated]:
    for name in names:
        told = meta(facts, name)
        if told:
            yield Stated(told, None, None, name)
    for found, value in linked:
        if found == key and isinstance(value, str) and value.strip():
            yield Stated(value.strip(), None, None, f"{key} in JSON-LD")
    if key == "datePublished" and len({time.datetime[:10] for time in facts.times}) == 1:
        yield Stated(facts.times[0].datetime, "text", _shown(facts.times[0].span), "time element")


def _shown(span: Span) -> Span | None:
    return span if span.end > span.start else None


def _linked_data(facts: PageFacts) -> Iterator[tuple[str, object]]:
    """The fields of every report in the page's JSON-LD; what is no valid JSON is passed over."""
    for raw in facts.json_ld:
        try:
            data = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _fields(data, 0)


def _fields(data: object, depth: int) -> Iterator[tuple[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _fields(item, depth + 1)
    elif isinstance(data, dict):
        if any(kind in str(data.get("@type", "")).lower() for kind in _REPORT_TYPES):
            yield from ((str(key), value) for key, value in data.items())
        yield from _fields(data.get("@graph"), depth + 1)
