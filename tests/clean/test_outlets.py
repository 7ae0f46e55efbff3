"""The outlets' tables."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from consilience.clean.naming import same_outlet
from consilience.clean.outlets import outlet_at, outlet_named, outlets


def test_every_table_can_be_read_and_no_name_is_two_outlets() -> None:
    names = [name for outlet in outlets() for name in outlet.names]
    assert len(names) == len(set(names))
    assert all(outlet.domains for outlet in outlets())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://newsinfo.inquirer.net/1/x", "Inquirer.net"),
        ("https://inquirer.net.example.org/1", None),
        ("https://notinquirer.net/1", None),
        ("no address", None),
    ],
)
def test_an_address_belongs_to_an_outlet_by_its_whole_domain(address: str, name: str | None) -> None:
    found = outlet_at(address)
    assert (found.name if found else None) == name


def test_an_outlet_is_known_by_any_of_its_names() -> None:
    assert outlet_named("the WASHINGTON examiner") is outlet_named("Washington Examiner")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ellery Lantern", "The Ellery Lantern Media", True),
        ("ELLERYLANTERN.com", "Ellery Lantern", True),
        ("Ellery Lantern", "Norhaven Mirror", False),
        ("Inquirer News", "INQUIRER.net", True),
    ],
)
def test_two_names_may_be_one_outlets(left: str, right: str, same: bool) -> None:
    assert same_outlet(left, right) is same


@pytest.mark.parametrize("name", ["furniture", "agencies", "captions", "function_words"])
def test_the_lists_are_sorted_and_without_doubles(name: str) -> None:
    tables = tomllib.loads(files("consilience").joinpath("data", f"{name}.toml").read_text("utf-8"))
    for key, entries in tables.items():
        if isinstance(entries, list) and not key.endswith("_patterns"):
            assert entries == sorted(set(entries)), key
