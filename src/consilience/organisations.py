"""Large organisations under their short and full names, by keys: folded, hyphens as spaces, without full stops."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from consilience.lexicons import table
from consilience.wording import fold


def plain_key(name: str) -> str:
    """The form in which names of bodies are compared."""
    return " ".join(fold(name).replace("-", " ").replace(".", "").split())


def whole_key(key: str) -> str:
    """The key of the full name: "nato" and "un security council" led to what they stand for; any other key as it is."""
    known = _keys("spelled").get(key) or _keys("full").get(key)
    if known is not None:
        return known
    lead, _, rest = key.partition(" ")
    longer = _keys("leads").get(lead) if rest else None
    return f"{longer} {rest}" if longer is not None else key


@cache
def known_organisations() -> frozenset[str]:
    """The keys of all listed names, short and full; bodies are meant wherever they stand."""
    return frozenset(_keys("full")) | frozenset(_keys("full").values()) | frozenset(_keys("spelled"))


@cache
def _keys(listed: str) -> Mapping[str, str]:
    return {plain_key(short): plain_key(full) for short, full in table("organisations", listed).items()}
