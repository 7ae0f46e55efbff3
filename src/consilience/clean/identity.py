"""Who publishes a report: the registrable domain of its address or the outlet known to own it, never the name it shows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from consilience.clean.lines import plain
from consilience.clean.outlets import outlet_at, outlet_named, outlets
from consilience.lexicons import table, word_set
from consilience.wording import fold

_DOMAIN = re.compile(r"(?:https?://)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})(?:/.*)?$", re.IGNORECASE)
_ADDRESS_OF_NUMBERS = re.compile(r"[\d.]+$|.*:")
_LONG_LABEL = (
    6  # letters of a domain's name from which one wrong letter, or another ending, looks like an attempt to deceive
)
_DRAWN_AS_TWO = (("rn", "m"), ("vv", "w"))
_FIGURES = str.maketrans("01345", "oleas")


@dataclass(frozen=True, slots=True)
class Identity:
    """The id that copies and origins are counted by, whether a table lists it, and what a reader should know about it."""

    id: str
    known: bool
    note: str


def identity(address: str | None, name: str | None) -> Identity | None:
    """Who publishes a page with this address and this shown or declared name; None where neither is known."""
    host = _host(address or "") or _host_in(name or "")
    if host:
        owner = owner_of(host) or _carried_for(host, name)
        return Identity(fold(owner) if owner else registrable(host), owner is not None, _doubtful(host, owner, name))
    if not name:
        return None
    known = _known_by_name(name)
    return Identity(fold(known or name), known is not None, _drawn_like(name))


def registrable(host: str) -> str:
    """The part of a host name that somebody registered: "news.example.co.uk" gives "example.co.uk"."""
    if _ADDRESS_OF_NUMBERS.match(host):
        return host
    labels = host.split(".")
    endings = word_set("suffixes", "registries") | word_set("suffixes", "hosts")
    known = next((n for n in range(1, len(labels)) if ".".join(labels[n:]) in endings), len(labels) - 1)
    return ".".join(labels[max(0, known - 1) :])


def owner_of(host: str) -> str | None:
    """The outlet known to publish under a host name."""
    by_file = outlet_at(f"https://{host}")
    if by_file:
        return by_file.name
    labels = host.split(".")
    known = table("outlet_domains", "domains")
    return next((known[end] for n in range(len(labels) - 1) if (end := ".".join(labels[n:])) in known), None)


def _carried_for(host: str, name: str | None) -> str | None:
    """The listed outlet whose report a site that shows those of others names as its own."""
    carries = registrable(host) in word_set("outlet_domains", "carriers")
    return _known_by_name(name) if carries and name else None


def _host(address: str) -> str:
    try:
        host = (urlsplit(address).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    return host if "." in host else ""


def _host_in(name: str) -> str:
    """The host that a name is, as in lists of scraped pages: "ellerylantern.example/news"."""
    found = _DOMAIN.match(name.strip())
    return found["host"].lower() if found else ""


def _doubtful(host: str, owner: str | None, name: str | None) -> str:
    """What speaks against taking the page for whose it looks."""
    if owner:
        return ""
    domain = registrable(host)
    like = _like_known(domain)
    if like:
        return f"its address {domain} looks like that of {like[0]} ({like[1]}), but is not"
    claimed = _known_by_name(name or "")
    if claimed:
        return f"it calls itself {claimed}, but its address is on {domain}"
    return _drawn_like(name or "")


@cache
def _known_domains() -> tuple[tuple[str, str], ...]:
    listed = dict(table("outlet_domains", "domains"))
    listed |= {domain: outlet.name for outlet in outlets() for domain in outlet.domains}
    return tuple(sorted(listed.items()))


@cache
def _known_names() -> dict[str, str]:
    return {fold(name): name for _, name in _known_domains()}


@cache
def _drawn_names() -> dict[str, str]:
    return {_skeleton(folded): shown for folded, shown in _known_names().items()}


def _known_by_name(name: str) -> str | None:
    known = outlet_named(name) if name else None
    folded = re.sub(r"^the ", "", plain(name))
    return known.name if known else _known_names().get(folded) or _known_names().get(f"the {folded}")


def _like_known(domain: str) -> tuple[str, str] | None:
    """The known outlet, and its domain, that a domain is drawn or spelled like."""
    label = _label(domain)
    for known, name in _known_domains():
        theirs = _label(known)
        if theirs not in word_set("outlet_domains", "common") and _looks_like(label, theirs):
            return name, known
    return None


def _looks_like(label: str, known: str) -> bool:
    """Whether a domain's name is drawn as a known one, or, where that is long, holds it or is one letter off."""
    mine, theirs = _skeleton(label), _skeleton(known)
    if len(known) < _LONG_LABEL:
        return mine == theirs and label != known
    return mine == theirs or theirs in mine.split("-") or _one_off(mine, theirs)


def _label(domain: str) -> str:
    """What was registered, without the ending, as it is drawn on a screen."""
    label = registrable(domain).split(".")[0]
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _skeleton(text: str) -> str:
    """The text with letters that look alike as one; "rn" and "vv" are read as "m" and "w"."""
    drawn = table("outlet_domains", "drawn_alike")
    latin = "".join(drawn.get(letter, letter) for letter in fold(text)).translate(_FIGURES)
    for two, one in _DRAWN_AS_TWO:
        latin = latin.replace(two, one)
    return latin


def _one_off(left: str, right: str) -> bool:
    """Whether one letter was put in, left out, or replaced, or two neighbours were swapped."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    swapped = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    rests = (left[at + 1 :], right[at + 1 :]), (left[at:], right[at + 1 :]), (left[at + 1 :], right[at:])
    return swapped or any(a == b for a, b in rests)


def _drawn_like(name: str) -> str:
    """A name that mixes scripts, so that it looks like a known outlet's or like plain Latin letters."""
    letters = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
    if "LATIN" not in letters and not letters & {"CYRILLIC", "GREEK"}:
        return ""
    known = _drawn_names().get(_skeleton(name))
    if known and fold(name) not in _known_names() and not letters <= {"LATIN"}:
        return f"its name is drawn like {known}, with letters of another script"
    if "LATIN" in letters and letters & {"CYRILLIC", "GREEK"}:
        return "its name mixes letters of several scripts"
    return ""
