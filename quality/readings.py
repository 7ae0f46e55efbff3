"""Short texts read as reports that state nothing but their words: what the event runners share."""

from __future__ import annotations

from hashlib import sha256

from consilience.annotate.report import annotate
from consilience.attribute.report import attribute
from consilience.engines import Engine
from consilience.model.annotations import Annotations
from consilience.model.report import Report
from consilience.model.statement import Statement
from consilience.settings import Settings

Reading = tuple[Report, Annotations, tuple[Statement, ...]]


def reading(text: str, engine: Engine) -> Reading:
    """The text as a report of its own, with its annotations and statements."""
    report = Report(
        id=sha256(text.encode("utf-8")).hexdigest()[:12], source="text", kind="text", state="accepted", reason="", sha256="",
        encoding="utf-8", language="en", text=text, title="", headline=None, outlet=None, byline=None, dateline=None,
        agency=None, place_of_writing=None, published=None, published_stated=None, url=None, removed=(), captions=(),
        damage=(), layer_map=(),
    )  # fmt: skip
    annotations = annotate(report, engine)
    return report, annotations, attribute(report, annotations, Settings().attribute)
