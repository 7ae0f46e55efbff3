"""Which agency a page names as the one whose text it carries, and which names it does not take for one."""

from __future__ import annotations

import pytest

from consilience.clean.agency import agency_in_byline, agency_of_copyright, agency_of_credit, without_agency
from tests.clean.pages import BODY, kept, report

HEADLINE = "Storm closes the harbour of Port Ellery"


def agency(text: str) -> str | None:
    """The agency of the report on this page."""
    stated = report(text).agency
    return stated.value if stated else None


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By The Associated Press", "Associated Press"),
        ("By Reuters", "Reuters"),
        ("By      MARA LIND , TOM OAKE          and          ANNA BELL Associated Press", "Associated Press"),
        ("By MARA LIND, AP National Security Writer", "Associated Press"),
        ("By Mara Lind | Associated Press", "Associated Press"),
        ("The Associated Press — By MARA LIND - AP Business Writer", "Associated Press"),
        ("Posted 6:08 am, March 5, 2031, by CNN Wires", "CNN"),
        ("By Michael Bloomberg", None),
        ("By Mara Lind and Reuters", None),
        ("By Mara Lind, Reuters, and Tom Oake, AFP", None),
        ("By Mara Lind, with files from The Canadian Press", None),
    ],
)
def test_a_byline_names_its_agency(byline: str, name: str | None) -> None:
    assert agency_in_byline(byline) == name


@pytest.mark.parametrize(
    ("who", "writers"),
    [
        ("MARA LIND Associated Press", "MARA LIND"),
        ("MARA LIND, AP Business Writer", "MARA LIND"),
        ("Mara Lind, Reuters", "Mara Lind"),
        ("The Associated Press", "The Associated Press"),
        ("Mara Lind and Tom Oake", "Mara Lind and Tom Oake"),
    ],
)
def test_the_writers_are_named_without_their_agency(who: str, writers: str) -> None:
    assert without_agency(who) == writers


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Associated Press Monday, March 5, 2031", "Associated Press"),
        ("/ Source: Associated Press", "Associated Press"),
        ("(AFP)", "Agence France-Presse"),
        ("Credit: The Associated Press", None),
        ("Source: the harbour master", None),
    ],
)
def test_a_credit_line_names_the_agency_alone(line: str, name: str | None) -> None:
    assert agency_of_credit(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Copyright 2031 The Associated Press. All rights reserved.", "Associated Press"),
        ("© AFP 2031", "Agence France-Presse"),
        ("The-CNN-Wire ™ & © 2031 Cable News Network, Inc. All rights reserved.", "CNN"),
        ("Trademark and Copyright 2031 Cable News Network , Inc., a company. All rights reserved.", "CNN"),
        ("© AFP", None),
        ("© 2031 Ellery Lantern", None),
    ],
)
def test_a_copyright_line_names_an_agency_only_with_a_year(line: str, name: str | None) -> None:
    assert agency_of_copyright(line) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEADLINE}\nMara Lind and Tom Oake, Associated Press\n\n{BODY}", "Associated Press"),
        (f"{HEADLINE}\nMara Lind, Associated Press\nUpdated 7:32 am, March 5, 2031\n\n{BODY}", "Associated Press"),
        (f"{HEADLINE}\n\n{BODY}\nSource: Reuters\n", "Reuters"),
        (f"{HEADLINE}\n\n{BODY}\nBy The Associated Press\n", "Associated Press"),
        (f"{HEADLINE}\n\n{BODY.rstrip()} (AFP)\n", "Agence France-Presse"),
        (f"{HEADLINE}\n\n{BODY}\nAP writer Mara Lind in Norhaven contributed to this report.\n", "Associated Press"),
        (f"{HEADLINE}\n\nBy Tom Oake\n\n{BODY}\nReuters contributed to this report.\n", None),
        (f"{HEADLINE}\n\nBy Lantern staff\n\n{BODY}\nReuters contributed to this report.\n", "Reuters"),
        (f"{HEADLINE}\n\nThe wall on Monday. (Mara Lind/AP)\n\n{BODY}", None),
        (f"{HEADLINE}\n\n{BODY}\nThe mayor told Reuters that the wall was old and that it had been repaired.\n", None),
    ],
)  # fmt: skip
def test_the_agency_of_a_report_is_what_its_page_credits(text: str, name: str | None) -> None:
    assert agency(text) == name


def test_the_agency_in_brackets_is_cut_from_the_last_paragraph() -> None:
    made = report(f"{HEADLINE}\n\n{BODY.rstrip()} (AFP)\n")
    assert kept(made)[-1].endswith("in the early morning.")


def test_an_author_in_the_markup_who_is_an_agency_is_the_agency_and_not_the_outlet() -> None:
    first, second = (line for line in BODY.splitlines() if line)
    made = report(
        f'<html><head><title>{HEADLINE} | Ellery Lantern</title><meta property="og:site_name" content="Associated Press">'
        f'<meta name="author" content="Associated Press"></head><body><article><h1>{HEADLINE}</h1><p>{first}</p>'
        f"<p>{second}</p></article></body></html>",
        "html",
    )
    assert made.agency is not None
    assert made.outlet is not None
    assert (made.agency.value, made.outlet.value) == ("Associated Press", "Ellery Lantern")
