"""A page becomes a report: its text layer, what is furniture on it, and what it states about itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consilience.clean.captions import caption_spans
from consilience.clean.furniture import Furnished, Known, furniture
from consilience.clean.headline import says_same
from consilience.clean.html import text_layer
from consilience.clean.identity import identity
from consilience.clean.language import language_of
from consilience.clean.layer import Layer
from consilience.clean.metadata import agency_of, byline_of, dateline, place_of, published_of
from consilience.clean.naming import outlet_of
from consilience.clean.pictures import NOTE, agency_of_pictures, is_picture_page, with_captions
from consilience.clean.stated import Markup, markup_of
from consilience.clean.voted import name_captions
from consilience.clean.votes import removals as voted_out
from consilience.clean.votes import votes
from consilience.decoding import Decoded, declared_charset, decode, find_damage
from consilience.model.ids import content_id
from consilience.model.report import Damage, Page, Rejection, Removal, Report, Run, kept_paragraphs
from consilience.model.spans import Span
from consilience.model.time import given_moment
from consilience.settings import CleanSettings


@dataclass(frozen=True, slots=True)
class _Source:
    """A page's text layer however it came: with its map, its damage, and what its markup removed and stated."""

    text: str
    runs: tuple[Run, ...]
    damage: tuple[Damage, ...]
    removed: tuple[Removal, ...]
    markup: Markup


def clean(page: Page, settings: CleanSettings) -> Report | Rejection:
    """The report on a page, or why there is none: no text, too long, nothing but furniture, not English."""
    decoded = decode(page.data, declared_charset(page.data) if page.kind == "html" else None)
    if decoded.reason:
        return _rejected(page, decoded.reason)
    layer = text_layer(decoded.text) if page.kind == "html" else None
    reason = _too_long(layer.text if layer else decoded.text, settings)
    if reason:
        return _rejected(page, reason)
    source = _html(decoded.text, layer) if layer else _text(decoded)
    headline = page.described.title or source.markup.headline
    threshold, voted = settings.line_threshold, page.kind == "html"
    done = furniture(source.text, Known(source.removed, page.described.outlet, headline, threshold, voted))
    if is_picture_page(done):
        done = replace(with_captions(done), note=NOTE)
    report = _report(page, decoded.encoding, source, done)
    if not kept_paragraphs(report):
        return _rejected(page, _nothing(done) if done.draft.lines else "it holds no text")
    if report.language != "en":
        return _rejected(page, f"not read: language {report.language}")
    return report


def report_id(page: Page, outlet: str | None) -> str:
    """The id given with the page, else one made from its bytes, its source as typed, and its outlet."""
    return page.described.id or content_id(page.sha256, page.source, outlet)


def _text(decoded: Decoded) -> _Source:
    whole = Span(0, len(decoded.text))
    return _Source(decoded.text, (Run(whole, whole),), decoded.damage, (), Markup())


def _html(page_text: str, layer: Layer) -> _Source:
    removed = name_captions(voted_out(layer, votes(page_text, layer)), layer)
    return _Source(layer.text, layer.runs, find_damage(layer.text), removed, markup_of(layer))


def _too_long(text: str, settings: CleanSettings) -> str | None:
    if len(text) > settings.longest_text:
        return f"its text has {len(text):,} characters; the limit is {settings.longest_text:,} (setting clean.longest_text)"
    lines = text.splitlines()
    longest = max((len(line) for line in lines), default=0)
    if longest > settings.longest_line:
        limit = f"the limit is {settings.longest_line:,} (setting clean.longest_line)"
        return f"it has a line of {longest:,} characters; {limit}: is it a report?"
    count = sum(not line.isspace() for line in lines if line)
    if count > settings.most_lines:
        limit = f"the limit is {settings.most_lines:,} (setting clean.most_lines)"
        return f"it has {count:,} lines of text; {limit}: is it a report?"
    return None


def _nothing(done: Furnished) -> str:
    """What was found on a page that has no report."""
    count = len(done.draft.lines)
    lines = "1 line, which is" if count == 1 else f"{count:,} lines, all of them"
    rules = ", ".join(sorted({removal.rule for removal in done.removals}))
    return f"no sentences were found: {lines} page furniture by our rules ({rules})"


def _title(given: str | None, stated: str | None, shown: str | None) -> str:
    """The headline that came apart from the text: a given one that says something else than the printed one, or any."""
    if shown is None:
        return given or stated or ""
    return given if given and not says_same(given, shown) else ""


def _rejected(page: Page, reason: str) -> Rejection:
    return Rejection(page.source, reason, page.sha256, page.described.id)


def _report(page: Page, encoding: str, source: _Source, done: Furnished) -> Report:
    given, draft, removals, markup = page.described, done.draft, done.removals, source.markup
    line = dateline(draft, removals)
    byline = byline_of(draft, removals, markup)
    published = published_of(draft, removals, given.date, markup)
    outlet = outlet_of(draft, given.outlet, given.url or markup.url, markup.outlets)
    publisher = identity(given.url or markup.url, outlet.value if outlet else None)
    doubt = publisher.note if publisher else ""
    notes = _notes(source, given.date, (done.note, published.note if published else None, doubt))
    shown = draft.headline_span()
    return Report(
        id=report_id(page, outlet.value if outlet else None),
        source=page.source,
        kind=page.kind,
        state="partial" if source.damage else "accepted",
        reason="; ".join(notes),
        sha256=page.sha256,
        encoding=encoding,
        language=language_of(_kept_text(draft.text, removals)),
        text=source.text,
        title=_title(given.title, markup.headline, source.text[slice(*shown)] if shown else None),
        headline=shown,
        outlet=outlet,
        byline=byline,
        dateline=line.stated() if line else None,
        agency=agency_of(draft, removals, line, markup.author) or (agency_of_pictures(done) if done.note else None),
        place_of_writing=place_of(line, byline),
        published=published.moment if published else None,
        published_stated=published.stated if published else None,
        url=given.url or markup.url,
        removed=removals,
        captions=caption_spans(removals, source.text),
        damage=source.damage,
        layer_map=source.runs,
        outlet_id=publisher.id if publisher else None,
        outlet_known=publisher is not None and publisher.known,
        outlet_note=doubt,
    )


def _notes(source: _Source, date_given: str | None, others: tuple[str | None, ...]) -> tuple[str, ...]:
    """What a reader should know about how the page was read, in words."""
    notes = []
    if source.damage:
        places = "1 place" if len(source.damage) == 1 else f"{len(source.damage)} places"
        notes.append(f"damaged in {places}: {', '.join(sorted({d.kind for d in source.damage}))}")
    if date_given and given_moment(date_given) is None:
        notes.append(f"the field 'date' ({date_given!r}) is no day of the form 2024-03-05 and was not used")
    return (*notes, *(note for note in others if note))


def _kept_text(text: str, removals: tuple[Removal, ...]) -> str:
    pieces, at = [], 0
    for span in sorted(r.span for r in removals):
        pieces.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return "".join((*pieces, text[at:]))
