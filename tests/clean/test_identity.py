"""Who publishes a page: by its address, and what is said of addresses and names that look like another's."""

from __future__ import annotations

import pytest

from consilience.clean.identity import identity, owner_of, registrable


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.ellerylantern.example", "ellerylantern.example"),
        ("www.lantern.co.uk", "lantern.co.uk"),
        ("mara.blogspot.com", "mara.blogspot.com"),
        ("a.mara.substack.com", "mara.substack.com"),
        ("co.uk", "co.uk"),
        ("lantern.example", "lantern.example"),
        ("192.0.2.7", "192.0.2.7"),
    ],
)
def test_the_registrable_domain(host: str, domain: str) -> None:
    assert registrable(host) == domain


def test_a_known_domain_and_its_subdomains_have_an_owner() -> None:
    assert owner_of("www.bbc.co.uk") == owner_of("bbc.com") == "BBC"
    assert owner_of("bbc.co.uk.lantern.example") is None


@pytest.mark.parametrize(
    ("address", "name", "found"),
    [
        ("https://www.bbc.co.uk/news/1", "Anything", "bbc"),
        ("https://apnews.com/1", None, "associated press"),
        ("https://ellerylantern.example/1", "The Ellery Lantern", "ellerylantern.example"),
        ("https://mirror.ellerylantern.example/1", "The Norhaven Mirror", "ellerylantern.example"),
        (None, "ellerylantern.example/news", "ellerylantern.example"),
        (None, "The Ellery Lantern", "the ellery lantern"),
        (None, "AP News", "associated press"),
        ("https://www.msn.com/1", "Washington Post", "washington post"),
        ("https://www.msn.com/1", "The Ellery Lantern", "msn.com"),
        ("no address", "", None),
        ("https://[half", None, None),
        (None, None, None),
    ],
)
def test_the_address_says_who_publishes_and_not_the_name(
    address: str | None, name: str | None, found: str | None
) -> None:
    known = identity(address, name)
    assert (known.id if known else None) == found


@pytest.mark.parametrize(
    ("address", "name", "doubt"),
    [
        ("https://washingtonpost.pm/1", None, "looks like"),
        ("https://washingtom-post.example/1", None, ""),
        ("https://washingtonpqst.com/1", None, "looks like"),
        ("https://www.washingtonpost.com/1", None, ""),
        ("https://washingtonpost-today.example/1", None, "looks like"),
        ("https://xn--chnadaily-w9h.com/1", None, "looks like"),
        ("https://tirne.example/1", None, ""),
        ("https://people.example/1", None, ""),
        ("https://ellerylantern.example/1", "Washington Post", "calls itself"),
        ("https://ellerylantern.example/1", "Ellery Lantern", ""),
        ("https://www.msn.com/1", "Washington Post", ""),
        (None, "Ellery Lаntern", "several scripts"),
        (None, "Rеutеrs", "drawn like Reuters"),
        (None, "Известия", ""),
    ],
)
def test_look_alikes_are_flagged(address: str | None, name: str | None, doubt: str) -> None:
    known = identity(address, name)
    assert known is not None
    assert (doubt in known.note) if doubt else known.note == ""
