"""Five reports of an invented happening: two governments sign a grain agreement, and a warehouse burns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from consilience.model.report import Damage, Stated
from consilience.model.spans import Span
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment
from tests.present.build import made, passage, removed, said


def _text(name: str) -> str:
    return (Path(__file__).parent / "reports" / f"{name}.txt").read_text(encoding="utf-8")


def stated(value: str) -> Stated:
    return Stated(value, None, None, "stated by the page")


def courier() -> AnnotatedReport:
    """An outlet on the spot, with a letter-sign-up line that was removed."""
    report = made("courier.html", _text("courier"), title="Grain deal signed in Sule", outlet="The Sule Courier")
    day = date(2031, 3, 5)
    report = replace(
        report,
        report=replace(
            report.report,
            byline=stated("Mara Dent"),
            dateline=stated("SULE, March 5"),
            published=Moment(day, day),
            url="https://www.sulecourier.example/grain?edition=late&page=1",
        ),
    )
    report = removed(
        report,
        "Sign up for our morning letter and never miss a story",
        "newsletter line",
        "It asks the reader to subscribe and tells nothing of the happening.",
    )
    for content, links, cue in (
        (
            "Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday",
            ((None, "group", "both delegations"),),
            "said.",
        ),
        ("We leave with a signature and with work still to do", (("Ilse Marrow", "person", "Marrow"),), "told"),
        ("two people were hurt", (("Piet Lanning", "person", "Harbour master Piet Lanning"),), "said two"),
        (
            "Vask will visit Tandria in the autumn",
            (("Office of the President of Kessia", "government", "his office"),),
            "said. It",
        ),
        (
            "grain had been held back in the winter",
            (("Office of the President of Kessia", "government", "his office"),),
            "denied",
        ),
    ):
        direct = content.startswith("We leave")
        report = said(
            report,
            content,
            links,
            cue,
            "direct" if direct else "indirect",
            "denied" if cue == "denied" else "asserted",
            "planned" if "will visit" in content else "happened",
        )
    return report


def _wire_statements(report: AnnotatedReport, first: tuple[tuple[str | None, str, str], ...]) -> AnnotatedReport:
    office = ("Office of the President of Kessia", "government", "Vask's office")
    kell = ("Dora Kell", "person", "his spokeswoman Dora Kell")
    report = said(
        report,
        "Kessia and Tandria have sealed a grain pact",
        (*first, ("Oren Vask", "person", "President Oren Vask")),
        "said in",
    )
    report = said(report, "he would travel to Tandria in autumn", (*first[:0], office), "said he", status="planned")
    return said(report, "Nobody has held back one sack of grain", (kell,), "said.\n", "direct", "denied")


def wire() -> AnnotatedReport:
    """The agency of one of the two states."""
    report = made("wire.html", _text("wire"), title="Grain pact sealed", outlet="Kessian State Wire")
    report = replace(
        report,
        report=replace(report.report, dateline=stated("SULE, 5 March (KSW)"), agency=stated("Kessian State Wire")),
    )
    return _wire_statements(report, ())


def mirror() -> AnnotatedReport:
    """A paper that carries the agency's text."""
    report = made("mirror.html", _text("mirror"), title="Kessia, Tandria seal grain pact", outlet="Upland Mirror")
    report = removed(report, "ADVERTISEMENT", "advert mark", "A line of its own that only announces an advert.")
    return _wire_statements(report, (("Kessian State Wire", "state_media", "Kessian State Wire"),))


def unknown() -> AnnotatedReport:
    """A text file that names no outlet, with a damaged letter."""
    report = made("harvest_news_0417.txt", _text("unknown"), kind="text")
    bad = report.report.text.index("\ufffd")
    report = replace(
        report,
        report=replace(
            report.report,
            state="partial",
            reason="1 damaged place",
            headline=passage(report, "GRAIN PACT SIGNED AMID BLAZE").span,
            encoding="utf-8 (damaged)",
            damage=(Damage(Span(bad, bad + 1), "lost character", "café"),),
        ),
    )
    report = removed(report, "Total Views: 2,113", "counter", "A count of readers, printed by the page.")
    report = removed(
        report, "You may also like: Ten harbours to see before you sail", "related link", "It leads to another text."
    )
    report = said(
        report,
        "At least four people were injured when a customs depot burned down",
        ((None, "anonymous", "a fire officer"),),
        "said.\n",
    )
    return said(
        report,
        "they would leave with a signature but with much unfinished work",
        (("Ilse Marrow", "person", "The premier"),),
        "said they",
    )


def tribune() -> AnnotatedReport:
    """An outlet of the other state, with anonymous officials."""
    report = made("tribune.html", _text("tribune"), title="What the premier brought home", outlet="Tandria Tribune")
    day = date(2031, 3, 6)
    report = replace(report, report=replace(report.report, published=Moment(day, day), byline=stated("Jon Avery")))
    report = said(
        report,
        "Kessia had held back grain through the winter to force the talks",
        ((None, "anonymous", "Two officials who asked not to be named"),),
        "said Kessia",
        act="accused",
    )
    return said(
        report,
        "Four people were treated for burns after the warehouse fire",
        (
            ("Sule hospital", "organisation", "the Sule hospital"),
            ("statement of the Sule hospital", "document", "a statement"),
        ),
        "said in",
    )
