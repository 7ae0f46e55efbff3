"""What is furniture, and what is not."""

from __future__ import annotations

import time

import pytest

from consilience.clean.furniture import RULES, furniture
from tests.clean.pages import BODY, kept, removed, report

HEADLINE = "Storm closes the harbour of Port Ellery"
FIRST, SECOND = (line for line in BODY.splitlines() if line)

BETWEEN = [
    ("ADVERTISEMENT", "advert"),
    ("Story continues below advertisement", "advert"),
    ("FEATURED STORIES", "advert"),
    ("Video Embed", "placeholder"),
    ("Total Views : 1,204", "counter"),
    ("126 SHARES   |   89 COMMENTS", "bar"),
    ("Print Zoom In Read Later Share", "tool bar"),
    ("Share this story", "sharing"),
    ("Sign up for our morning letter", "sign-up"),
    ("Your subscription could not be saved", "sign-up"),
    ("By signing up you agree to the rules of the Ellery Lantern", "sign-up"),
    ("We use cookies to give you the best experience on our website.", "cookie note"),
    ("© 2031 The Ellery Lantern. All rights reserved.", "copyright"),
    ("TAGS: storms, harbours, Port Ellery", "tags"),
    ("Related Articles", "related"),
    ("CLICK HERE TO READ MORE FROM THE ELLERY LANTERN", "related"),
    ("Read more: Ten storms that nobody forgot", "related"),
    (".", "mark"),
    ("* * *", "mark"),
    ("‘A LONG NIGHT’", "crosshead"),
    ("A long night", "crosshead"),
    ("REVEALED: THE VILLAGE WHERE NOBODY LOCKS A DOOR", "promotion"),
    ("Home | World | Coast | Letters", "bar"),
    ("(Mara Lind/AP)", "photo credit"),
    ("The harbour wall is seen after the storm on Monday. (Mara Lind/AP)", "caption"),
    ("(Reporting by Mara Lind in Port Ellery; editing by Tom Oake)", "credit line"),
]


@pytest.mark.parametrize(("line", "rule"), BETWEEN)
def test_furniture_between_paragraphs_is_removed_by_its_rule(line: str, rule: str) -> None:
    made = report(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n")
    assert removed(made) == {line: rule}
    assert kept(made) == [HEADLINE, FIRST, SECOND]


STAY = [
    "“Share this with your children,” she said, “and with their children.”",
    "He was asked to subscribe to the view that the wall had been sound, and he declined to do so on Monday.",
    "The cookies were baked for the crews by the women of the harbour, who had waited for them all night.",
    "More than 40 people were taken to the church hall.",
    "“We shall rebuild it”",
    "CHAIRWOMAN:",
    "The minister for the coast wrote:",
    "Higher seas contributed to the damage, the engineers of the port authority said.",
    "Copyright law gives no answer to the question who owns the pictures of the storm, a lawyer said.",
    "By Thursday morning the water had gone down, and the boats could leave the harbour again.",
    "The union – the largest on the coast – said it would call a strike.",
    "Watch towers along the coast were manned again after the storm, the guard said.",
    "The statement was published by the ministry on Monday and read out on the radio in the evening.",
    "3.",
    "2. A SECOND WALL IS PLANNED FOR THE HARBOUR.",
]


@pytest.mark.parametrize("line", STAY)
def test_a_sentence_of_the_report_stays(line: str) -> None:
    made = report(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n")
    assert kept(made) == [HEADLINE, FIRST, line, SECOND]


STAY_AT_THE_END = [
    '"We shall build it again, and we shall build it higher than it was. "',
    "Police are appealing for anyone with information about the boats to contact them on 5550 100 200.",
    "Editor's note: An article on Monday incorrectly said that three boats were lost; the coast guard said two.",
    "and so the wall of the old harbour came down in the night before the boats had come back",
]


@pytest.mark.parametrize("line", STAY_AT_THE_END)
def test_the_reports_own_last_line_stays(line: str) -> None:
    assert kept(report(f"{HEADLINE}\n\n{BODY}\n{line}\n"))[-1] == line


HEADS = [
    "Storm closes the harbour;\nMayor says the wall was old",
    "Ellery: the mayor is right, ‘two boats lost’ in the storm",
    f"{HEADLINE}\n\nMayor says wall was old",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_headline_in_parts_and_a_short_standfirst_stay(head: str) -> None:
    assert kept(report(f"{head}\n\n{BODY}"))[:-2] == [line for line in head.split("\n") if line]


def test_a_senators_party_makes_no_caption() -> None:
    line = "A Lantern poll, conducted with Lind Research (D) and Oake Research (R), shows the mayor with 47 percent."
    assert kept(report(f"{HEADLINE}\n\n{line}\n\n{BODY}"))[1] == line


def test_on_an_html_page_what_the_votes_kept_is_no_repetition_promotion_or_unlikely_line() -> None:
    lines = [FIRST, "Who pays for the new wall?", SECOND, "WHAT WILL THE MAYOR DO NOW?", SECOND.replace("Two", "Three")]
    again = [*lines, "Who pays for the new wall?", FIRST.replace("Monday", "Tuesday")]
    body = "".join(f"<p>{line}</p>" for line in again)
    made = report(f"<html><body><article><h1>{HEADLINE}</h1>{body}</article></body></html>", "html")
    assert not {"repetition", "promotion", "line classifier"} & {r.rule for r in made.removed}


TAILS = [
    ("gsg", "initials"),
    ("Most read\n1. Tarn bridge to close\n2. The curlew is back", "related"),
    ("See also:\nHarvest forecast raised\nA new school for the island", "related"),
    ("Published by the Ellery Lantern Co-operative", "imprint"),
    ("Did you see the storm? Write to us at the customs house.", "imprint"),
    ("Mara Lind is a reporter for the Ellery Lantern. Follow her on Skylark @maralind", "imprint"),
    ("Back to top button", "placeholder"),
    ("Please make sure your browser supports cookies and that none of them is held back.", "placeholder"),
    ("23 people liked this", "counter"),
]


@pytest.mark.parametrize(("tail", "rule"), TAILS)
def test_furniture_below_the_report_is_removed(tail: str, rule: str) -> None:
    made = report(f"{HEADLINE}\n\n{BODY}\n{tail}\n")
    assert set(removed(made).values()) == {rule}
    assert kept(made) == [HEADLINE, FIRST, SECOND]


def test_sections_and_motto_above_the_headline_are_removed() -> None:
    made = report(
        f"THE ELLERY LANTERN\nLight on the coast since 1897\n\nBreaking NewsNewsPolitics\n\n{HEADLINE}\n\n{BODY}"
    )
    assert removed(made) == {
        "THE ELLERY LANTERN": "masthead",
        "Light on the coast since 1897": "masthead",
        "Breaking NewsNewsPolitics": "breadcrumb",
    }


def test_the_second_headline_and_the_title_line_are_removed() -> None:
    title = f"{HEADLINE} | Ellery Lantern"
    made = report(f"{title}\n\n{HEADLINE}\n\nVideo Embed\n\n{HEADLINE}\n\n{BODY}")
    assert kept(made) == [HEADLINE, FIRST, SECOND]
    assert [r.rule for r in made.removed] == ["title line", "placeholder", "repeated headline"]


def test_a_text_in_capitals_is_not_taken_for_promotions() -> None:
    made = report(f"{HEADLINE}\n\n{FIRST.upper()}\n\n{SECOND.upper()}\n\n{FIRST.upper()[:60]}\n")
    assert "promotion" not in removed(made).values()


def test_a_later_report_in_the_list_does_not_swallow_a_paragraph() -> None:
    made = report(f"{HEADLINE}\n\n{FIRST}\n\nFEATURED STORIES\n\n{SECOND}\n")
    assert kept(made) == [HEADLINE, FIRST, SECOND]


def test_every_rule_has_a_name_and_a_sentence_for_users() -> None:
    for rule in RULES:
        assert rule.__doc__
        assert rule.__doc__.strip().endswith(".")


def test_nothing_comes_of_nothing() -> None:
    assert furniture("").removals == ()
    assert furniture("\n \n").removals == ()


@pytest.mark.parametrize("stretch", ["ab1,;“x", "“", '"a', "(b", "a.b", "5%"])
def test_a_long_line_without_a_space_costs_no_square(stretch: str) -> None:
    """A quadratic step would take minutes here; the bound is loose for slow machines."""
    began = time.process_time()
    furniture((stretch * 300_000)[:300_000])
    assert time.process_time() - began < 5
