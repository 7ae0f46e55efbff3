"""Names made whole: a name never ends in a preposition or a hyphen; what goes on after it belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.neural.parsing import ParsedWord

Found = tuple[int, int, str]
_TAILS = frozenset({"IN", "HYPH", "CC", "DT", ",", ":"})
_BODIES = frozenset({"ORG", "FAC", "MISC", "PRODUCT"})


def made_whole(names: Sequence[Found], words: Sequence[ParsedWord]) -> list[Found]:
    """The names of a sentence, cut ones joined ("Party of" + "Norland"), loose ends cut off ("Selm-")."""
    joined: list[Found] = []
    for name in names:
        if joined and _goes_on(joined[-1], name, words):
            joined[-1] = (joined[-1][0], name[1], joined[-1][2])
        else:
            joined.append(name)
    return [_without_tail(name, words) for name in joined]


def _goes_on(name: Found, after: Found, words: Sequence[ParsedWord]) -> bool:
    ends_open = words[name[1] - 1].tag == "IN" and name[1] - name[0] > 1
    return name[1] == after[0] and name[2] in _BODIES and ends_open and after[2] not in ("DATE", "MONEY")


def _without_tail(name: Found, words: Sequence[ParsedWord]) -> Found:
    first, last, kind = name
    if kind in ("DATE", "MONEY"):
        return name
    while last > first + 1 and words[last - 1].tag in _TAILS:
        last -= 1
    return first, last, kind
