"""The line of JSON that tells what was found in one report."""

from __future__ import annotations

import json

from consilience.events.coder import code_events
from consilience.model.story import AnnotatedReport
from consilience.present.annotated import annotate_line
from tests.events.reading import annotated, report_of


def test_an_event_says_its_quad_its_size_and_who_acts_in_what_office() -> None:
    text = "The army of Freedonia arrested 14 people in Northport on Monday."
    report, found = report_of(text), annotated(text)
    events = code_events(report, found, ())
    line = json.loads(annotate_line(AnnotatedReport(report, found, (), events, ()), "engine"))
    (event,) = line["events"]
    assert (event["type"], event["quad"]) == ("COERCE", 4)
    assert [(m["kind"], m["low"], m["unit"]) for m in event["magnitude"]] == [("people", 14, "arrested")]
    assert [(a["sectors"], a["role"]) for a in event["actors"]] == [(["MIL"], "army")]
    assert [p["international"] for p in (*event["actors"], *event["recipients"])] == [None, None]
