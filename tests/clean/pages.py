"""Builders: a page from a text, its report, and what is kept of it."""

from __future__ import annotations

import hashlib

from consilience.clean.report import clean
from consilience.model.report import Described, Page, PageKind, Rejection, Report, kept_paragraphs
from consilience.settings import CleanSettings

NOTHING = Described()
BODY = (
    "The harbour of Port Ellery was closed on Monday after the storm, the mayor said in a statement.\n\n"
    "Two boats were lost and their crews were brought ashore by a fishing vessel in the early morning.\n"
)


def page(text: str, kind: PageKind = "text", described: Described = NOTHING) -> Page:
    """A page with these words."""
    data = text.encode("utf-8")
    return Page("page.txt", kind, data, hashlib.sha256(data).hexdigest(), described)


def report(text: str, kind: PageKind = "text", described: Described = NOTHING) -> Report:
    """The report on a page, which must be readable."""
    made = clean(page(text, kind, described), CleanSettings())
    assert not isinstance(made, Rejection), made.reason
    return made


def kept(made: Report) -> list[str]:
    """The kept paragraphs."""
    return [made.text[span.start : span.end] for span in kept_paragraphs(made)]


def removed(made: Report) -> dict[str, str]:
    """What was removed, with the rule."""
    return {made.text[r.span.start : r.span.end]: r.rule for r in made.removed}
