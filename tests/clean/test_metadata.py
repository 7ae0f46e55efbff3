"""What a page states about its report, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from consilience.model.report import Described, Report, Stated
from consilience.model.time import Moment
from tests.clean.pages import BODY, kept, report

HEADLINE = "Storm closes the harbour of Port Ellery"
MARCH_5 = Moment(date(2031, 3, 5), date(2031, 3, 5))


def value(stated: Stated | None) -> str | None:
    """The stated value, or None."""
    return stated.value if stated else None


def words(made: Report, stated: Stated | None) -> str:
    """The words in the text that state it."""
    assert stated is not None
    assert stated.span is not None
    return made.text[stated.span.start : stated.span.end]


def test_a_bare_text_states_nothing() -> None:
    made = report(f"{HEADLINE}\n\n{BODY}")
    assert made.headline is not None
    assert (made.outlet, made.byline, made.dateline, made.agency, made.published, made.place_of_writing) == (None,) * 6


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Mara Lind", "Mara Lind"),
        ("By MARA LIND and TOM OAKE", "Mara Lind And Tom Oake"),
        ("Mara Lind in Port Ellery and Tom Oake in Norhaven", "Mara Lind in Port Ellery and Tom Oake in Norhaven"),
        ("Mara Lind, Coast Correspondent", "Mara Lind"),
        ("Posted by the nightwatch on Monday", "the nightwatch"),
        ("The Associated Press — By MARA LIND - Associated Press", "Mara Lind"),
    ],
)
def test_the_byline_is_read_and_removed(line: str, who: str) -> None:
    made = report(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert (value(made.byline) or "").lower() == who.lower()
    assert len(kept(made)) == 3


@pytest.mark.parametrize(
    ("start", "place", "agency"),
    [
        ("PORT ELLERY/NORHAVEN – ", "Port Ellery/Norhaven", None),
        ("PORT ELLERY, March 5 (Reuters) - ", "Port Ellery", "Reuters"),
        ("PORT ELLERY, Norland (AP) — ", "Port Ellery", "Associated Press"),
        ("NORHAVEN, March 5. /TASS/. ", "Norhaven", "TASS"),
        ("Norhaven (AFP) - ", "Norhaven", "Agence France-Presse"),
        ("(Reuters) - ", None, "Reuters"),
        ("NORHAVEN -- ", "Norhaven", None),
    ],
)
def test_the_dateline_is_read_and_cut_from_the_first_sentence(
    start: str, place: str | None, agency: str | None
) -> None:
    made = report(f"{HEADLINE}\n\n{start}{BODY}")
    assert (value(made.place_of_writing), value(made.agency)) == (place, agency)
    assert kept(made)[1].startswith("The harbour of Port Ellery")
    assert words(made, made.dateline) == start


@pytest.mark.parametrize("start", ["BREAKING – ", "UPDATE - ", "NATO – ", "The navy – "])
def test_capitals_before_a_dash_that_are_no_place_give_no_dateline(start: str) -> None:
    assert report(f"{HEADLINE}\n\n{start}{BODY}").dateline is None


def test_a_photo_credit_is_not_the_agency_of_the_text() -> None:
    made = report(f"{HEADLINE}\n\nThe wall on Monday. KCNA via REUTERS\n\n{BODY}")
    assert made.agency is None


def test_an_agencys_letters_are_spelled_out_by_the_small_print() -> None:
    made = report(f"{HEADLINE}\n\nPORT ELLERY (NCP) - {BODY}\n© 2031 Northcoast Press. All rights reserved.\n")
    assert value(made.agency) == "Northcoast Press"


def test_an_agency_that_contributed_is_named_but_a_person_is_none() -> None:
    assert (
        value(report(f"{HEADLINE}\n\n{BODY}\nNorthcoast Press contributed to this report.\n").agency)
        == "Northcoast Press"
    )
    assert report(f"{HEADLINE}\n\n{BODY}\nMara Lind contributed to this report.\n").agency is None


@pytest.mark.parametrize(
    "line", ["/ 01:47 AM March 5, 2031", "Published: 5 March 2031", "World news · Wednesday 5 March 2031"]
)
def test_a_date_beside_the_text_is_the_day_of_publication(line: str) -> None:
    made = report(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert made.published == MARCH_5
    assert words(made, made.published_stated) in {"March 5, 2031", "5 March 2031"}


def test_a_date_in_running_text_is_not_the_day_of_publication() -> None:
    made = report(f"{HEADLINE}\n\nThe wall was built on 5 March 2021, and it stood until Monday.\n\n{BODY}")
    assert made.published is None


def test_a_date_in_the_small_print_counts_only_with_a_time_of_day() -> None:
    assert report(f"{HEADLINE}\n\n{BODY}\n© Lantern. 5 March 2031 13:05\n").published == MARCH_5
    assert report(f"{HEADLINE}\n\n{BODY}\n© Lantern. Registered on 5 March 2031\n").published is None


def test_published_goes_before_updated() -> None:
    made = report(f"{HEADLINE}\n\nUpdated: 7 March 2031\n\nPublished: 5 March 2031\n\n{BODY}")
    assert made.published == MARCH_5


def test_contradictory_dates_are_kept_as_an_interval_and_told() -> None:
    made = report(f"{HEADLINE}\n\n4 March 2031\n\n5 March 2031\n\n{BODY}")
    assert made.published == Moment(date(2031, 3, 4), date(2031, 3, 5))
    assert "contradictory dates" in made.reason


def test_an_open_order_of_day_and_month_is_settled_by_another_date() -> None:
    assert report(f"{HEADLINE}\n\n03/05/2031\n\n5 March 2031\n\n{BODY}").published == MARCH_5


def test_the_users_date_goes_first_and_a_bad_one_is_refused_in_words() -> None:
    line = f"{HEADLINE}\n\n4 March 2031\n\n{BODY}"
    assert report(line, described=Described(date="2031-03-05")).published == MARCH_5
    made = report(line, described=Described(date="5th March"))
    assert made.published == Moment(date(2031, 3, 4), date(2031, 3, 4))
    assert "the field 'date' ('5th March') is no day of the form 2024-03-05" in made.reason


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{HEADLINE} | Ellery Lantern\n\n{HEADLINE}\n\n{BODY}", "Ellery Lantern"),
        (f"{HEADLINE}\n\n{BODY}\n© 2031 Ellery Lantern\n", "Ellery Lantern"),
        (f"{HEADLINE}\n\n{BODY}\nCopyright Ellery Lantern Limited 2031. All rights reserved.\n", "Ellery Lantern"),
        (f"{HEADLINE}\n\n{BODY}\nCLICK HERE TO READ MORE FROM THE ELLERY LANTERN\n", "The Ellery Lantern"),
        (
            f"THE ELLERY LANTERN\nLight since 1897\n\n{HEADLINE}\n\n{BODY}\nPublished by the Ellery Lantern Trust\n",
            "The Ellery Lantern",
        ),
        (f"The Ellery Lantern\n\n{HEADLINE}\n\n{BODY}\n© The Ellery Lantern Trust.\n", "The Ellery Lantern"),
        (f"{HEADLINE}\n\n{BODY}\n© 2031 Inquirer.net\n", "Inquirer.net"),
        (f"{HEADLINE} - Kremlin\n\n{BODY}", None),
        (f"Breaking NewsNewsPolitics\n\n{HEADLINE}\n\n{BODY}", None),
        (f"{HEADLINE}\n\nAP\n\n{BODY}", None),
        (f"{HEADLINE}\n\n{BODY}\n© 2031 The Associated Press. All rights reserved.\n", None),
        (f"{HEADLINE}\n\n{BODY}\n© 2031 Ellery Lantern\n© 2031 Norhaven Mirror\n", None),
        (f"{HEADLINE}\n\n{BODY}\nThe mayor told the Ellery Lantern that the wall was old.\n", None),
    ],
)
def test_the_outlet_is_what_the_page_names_as_its_own(text: str, outlet: str | None) -> None:
    assert value(report(text).outlet) == outlet


def test_the_users_outlet_and_the_address_go_before_the_page() -> None:
    text = f"{HEADLINE}\n\n{BODY}\n© 2031 Ellery Lantern\n"
    assert report(text, described=Described(outlet="My paper")).outlet == Stated("My paper", None, None, "given")
    assert value(report(text, described=Described(url="https://www.reuters.com/world/1")).outlet) == "Reuters"


PAGE = """<html><head><title>Storm closes the harbour | Ellery Lantern</title>
<meta property="og:site_name" content="Ellery Lantern"><meta property="article:modified_time" content="2031-03-06T08:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm closes the harbour",
"datePublished": "2031-03-05T06:30:00+02:00", "author": [{"name": "Mara Lind"}, {"name": "Tom Oake"}],
"publisher": {"name": "Ellery Lantern"}}</script></head><body><nav><a href="/">Home</a></nav><article>
<h1>Storm closes the harbour</h1>
<figure><figcaption>The harbour wall as it stood on Monday morning</figcaption></figure>
<p>%s</p><p>%s</p></article></body></html>"""


def test_an_html_page_states_facts_in_its_markup() -> None:
    first, second = (line for line in BODY.splitlines() if line)
    made = report(PAGE % (first, second), "html")
    assert (value(made.outlet), value(made.byline), made.published) == (
        "Ellery Lantern",
        "Mara Lind, Tom Oake",
        MARCH_5,
    )
    assert made.headline is not None
    assert made.text[made.headline.start : made.headline.end] == "Storm closes the harbour"
    assert [made.text[a:b] for a, b in made.captions] == ["The harbour wall as it stood on Monday morning"]
    assert kept(made)[-2:] == [first, second]


def test_broken_json_in_a_page_is_passed_over() -> None:
    made = report(
        '<html><head><script type="application/ld+json">{"headline": </script></head><body><p>'
        + BODY
        + "</p></body></html>",
        "html",
    )
    assert made.byline is None


def test_an_empty_date_in_the_markup_is_no_date_and_the_sites_name_no_headline() -> None:
    first, second = (line for line in BODY.splitlines() if line)
    made = report(
        '<html><head><meta property="og:site_name" content="Ellery Lantern"><meta property="og:title" content="Storm closes '
        'the harbour"><script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}'
        f"</script></head><body><h1>Ellery Lantern</h1><article><p>{first}</p><p>{second}</p></article></body></html>",
        "html",
    )
    assert (made.published, made.title) == (None, "Storm closes the harbour")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2031 Gannett", None),
        ("© The Ellery Lantern is a registered trademark of Lind Holdings", "The Ellery Lantern"),
    ],
)
def test_the_owner_in_a_copyright_line_is_not_the_outlet(line: str, outlet: str | None) -> None:
    assert value(report(f"{HEADLINE}\n\n{BODY}\n{line}\n").outlet) == outlet
