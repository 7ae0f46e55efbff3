"""Whose text a family carries, and who had it first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.story import CopyLink, LinkKind
from consilience.stories.carriers import carrier_of, credited, named_agency
from consilience.stories.texts import CopyText, copy_text
from tests.stories.writing import FIRE, told


def of(report: str, day: int = 0, outlet: str | None = None, agency: str | None = None) -> CopyText:
    when = date(2031, 5, day) if day else None
    return copy_text(told(report, FIRE, day=when, agency=agency), outlet)


def link(shorter: str, longer: str, contained: int, part: int, kind: LinkKind = "edited") -> CopyLink:
    return CopyLink(shorter, longer, kind, contained, part, "")


@pytest.mark.parametrize(
    ("members", "first", "why"),
    [
        ([of("a", 3), of("b", 2)], "b", "the earliest, of 2031-05-02"),
        ([of("a", 2), of("b", 2, agency="Nordwire")], "b", "it states the agency"),
        ([of("a", 2), of("b", 2, "nordwire"), of("c", 2, agency="Nordwire")], "b", "the agency's own"),
        ([of("a"), of("b", 2)], "b", "1 without a day may be earlier"),
        ([of("a"), of("b")], None, "no report of it states a day"),
    ],
)
def test_the_earliest_known_carrier(members: list[CopyText], first: str | None, why: str) -> None:
    found, because = carrier_of(members, named_agency(members).name)
    assert found == first
    assert why in because


def test_a_clock_that_was_never_set_says_nothing() -> None:
    assert copy_text(told("a", FIRE, day=date(1970, 1, 1)), None).day == 0


def test_what_stands_on_an_agencys_own_site_is_the_agencys() -> None:
    site = told("a", FIRE)
    site = replace(site, report=replace(site.report, outlet_id="associated press"))
    named = named_agency([copy_text(site, None), of("b")])
    assert (named.name, named.because) == ("Associated Press", "the agency is stated: Associated Press (its own site)")


def test_the_reason_names_what_states_the_agency() -> None:
    assert named_agency([of("a", agency="Nordwire"), of("b")]).because == "the agency is stated: Nordwire (test)"
    assert named_agency([of("a"), of("b")]).because == ""


@pytest.mark.parametrize(
    ("links", "theirs"),
    [
        ([link("b", "a", 900, 800)], "ab"),
        ([link("b", "a", 260, 100, "rewritten")], "ab"),
        ([link("b", "a", 160, 100, "rewritten")], "a"),
        ([link("a", "b", 400, 90)], "a"),
        ([link("a", "b", 900, 120, "cut")], "ab"),
        ([link("a", "b", 900, 40, "cut")], "a"),
        ([link("b", "a", 900, 800), link("c", "b", 500, 400)], "abc"),
    ],
)
def test_a_report_that_takes_in_a_piece_of_an_agencys_text_is_not_the_agencys(
    links: list[CopyLink], theirs: str
) -> None:
    members = [of("a", agency="Nordwire"), of("b"), of("c")]
    assert credited(members, links) == tuple(theirs)
