"""Own reporting: the signs that an outlet's own people were there or asked themselves."""

from __future__ import annotations

import re

from consilience.lexicons import word_list
from consilience.model.report import Report, kept_paragraphs
from consilience.wording import plain_marks

_NAME_PART = re.compile(r"^the |\.\w+(?:/.*)?$")


def own_reporting(report: Report) -> str:
    """The first sign of an outlet's own reporting, in words; empty where there is none."""
    text = " ".join(plain_marks(report.text[slice(*span)]).casefold() for span in kept_paragraphs(report))
    for phrase in word_list("media", "on_the_spot"):
        if phrase in text:
            return f"its reporter was there (“{phrase}”)"
    for phrase in (*word_list("media", "told_to_it"), *_to_the_outlet(report)):
        if phrase in text:
            return f"somebody spoke to it (“{phrase}”)"
    if report.place_of_writing is not None and report.byline is not None and report.agency is None:
        return f"written in {report.place_of_writing.value} by its writer"
    return ""


def _to_the_outlet(report: Report) -> tuple[str, ...]:
    """ "Told the Lantern", with the outlet's own name."""
    if report.outlet is None:
        return ()
    name = _NAME_PART.sub("", report.outlet.value.casefold()).strip()
    return (f"told the {name} ", f"told {name} ") if len(name) > 2 else ()
