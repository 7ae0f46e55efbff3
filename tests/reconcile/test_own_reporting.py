"""The signs of an outlet's own reporting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consilience.model.report import Stated
from consilience.reconcile.own_reporting import own_reporting
from tests.builders import plain_report

_OUTLET = Stated("The Ellery Lantern", None, None, "given")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The gate stood open when this reporter saw it on Monday.", "its reporter was there"),
        ("“The dam holds,” the miller told this newspaper.", "somebody spoke to it"),
        ("“The dam holds,” the miller told the Ellery Lantern on Monday.", "somebody spoke to it"),
        ("“The dam holds,” the miller told the Norhaven Mirror on Monday.", ""),
        ("The dam holds.", ""),
    ],
)
def test_signs_in_the_text(text: str, sign: str) -> None:
    found = own_reporting(replace(plain_report(text), outlet=_OUTLET))
    assert found.startswith(sign)
    assert bool(found) == bool(sign)


@pytest.mark.parametrize(("agency", "sign"), [(None, "written in Tarn by its writer"), ("Nordwire", "")])
def test_a_place_and_a_writer_are_a_sign_where_no_agency_is_named(agency: str | None, sign: str) -> None:
    report = replace(
        plain_report("The dam holds."),
        outlet=_OUTLET,
        byline=Stated("Mara Lind", None, None, "byline"),
        place_of_writing=Stated("Tarn", None, None, "dateline"),
        agency=Stated(agency, None, None, "dateline") if agency else None,
    )
    assert own_reporting(report) == sign
