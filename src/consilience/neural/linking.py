"""Joins contents to cues and cues to sources: each word of a content points at its cue, each word of a cue at its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from consilience.model.annotations import Attribution
from consilience.model.spans import TokenRange
from consilience.neural.telling import WHOLE, Links, Shares, Told, between

_REACH = 260  # words between two spans that one window can hold
_SURE_LINK, _WEAK_LINK, _SOURCE_LINK, _NEW_CUE = (WHOLE * percent // 100 for percent in (15, 3, 8, 35))
_CONTINUES = 80  # words after a cue within which a content without a cue goes on with it


@dataclass(frozen=True, slots=True)
class _Linked:
    """A content with its cue and the probability of that link, in shares."""

    content: TokenRange
    cue: TokenRange | None
    chance: int


def attributions(told: Told, chances: Shares, links: Links) -> tuple[Attribution, ...]:
    """One attribution for each cue that has a content, and one for each content without a cue, in text order.

    `chances` (n, 7) are the probabilities of each word's tags, in shares.
    """
    linked = _link_contents(told, links)
    content_chance = chances[:, 5:].sum(1)
    found = []
    for group in _grouped(linked):
        cue = group[0].cue
        source = _source_of(cue, told.sources, links) if cue is not None else None
        found.append(_attribution(group, source, content_chance))
    return tuple(sorted(found, key=lambda a: a.content))


def _link_contents(told: Told, links: Links) -> list[_Linked]:
    """Sure links first; the others may make a new cue, take a weak link, or go on with the cue before them."""
    sure: list[_Linked] = []
    loose: list[_Linked] = []
    for content in told.contents:
        cue, chance = _best(content, told.cues, links)
        (sure if chance >= _SURE_LINK else loose).append(_Linked(content, cue, chance))
    taken = {i for spans in (told.sources, told.cues, told.contents) for span in spans for i in range(*span)}
    used = sorted({item.cue for item in sure if item.cue is not None})
    for item in loose:
        mended = _mended(item, links, taken, used)
        sure.append(mended)
        if mended.cue is not None and mended.cue not in used:
            used.insert(bisect_left(used, mended.cue), mended.cue)
    return sure


def _mended(item: _Linked, links: Links, taken: set[int], used: Sequence[TokenRange]) -> _Linked:
    chance, word = links.strongest(item.content)
    if chance > _NEW_CUE and word not in taken:
        return _Linked(item.content, TokenRange(word, word + 1), chance)
    if item.cue is not None and item.chance > _WEAK_LINK:
        return item
    before = bisect_left(used, item.content) - 1
    if before >= 0 and item.content.first - used[before].first < _CONTINUES:
        return _Linked(item.content, used[before], max(0, item.chance))
    return _Linked(item.content, None, max(0, item.chance))


def _best(rows: TokenRange, spans: Sequence[TokenRange], links: Links) -> tuple[TokenRange | None, int]:
    """The span at which the words of `rows` point most; ties go to the later one."""
    low = bisect_right(spans, rows.first - _REACH, key=lambda s: s.first)
    high = bisect_left(spans, rows.first + _REACH, key=lambda s: s.first)
    if low == high:
        return None, 0
    pointing = links.pointing(rows)
    scored = [(between(pointing, span), span) for span in spans[low:high]]
    chance, span = max(scored)
    return (span, chance) if chance > 0 else (None, 0)


def _source_of(cue: TokenRange, sources: Sequence[TokenRange], links: Links) -> TokenRange | None:
    source, chance = _best(cue, sources, links)
    return source if chance > _SOURCE_LINK and 2 * chance > links.none(cue) else None


def _grouped(linked: Sequence[_Linked]) -> list[list[_Linked]]:
    groups: dict[TokenRange, list[_Linked]] = {}
    alone: list[list[_Linked]] = []
    for item in linked:
        if item.cue is None:
            alone.append([item])
        else:
            groups.setdefault(item.cue, []).append(item)
    return [*groups.values(), *alone]


def _attribution(group: Sequence[_Linked], source: TokenRange | None, content_chance: Shares) -> Attribution:
    contents = tuple(sorted({item.content for item in group}))
    tags = int(sum(content_chance[a:b].sum() for a, b in contents)) // sum(b - a for a, b in contents)
    link = sum(item.chance for item in group) // len(group)
    return Attribution(contents, group[0].cue, source, min(1000, (500 * (tags + link) + WHOLE // 2) // WHOLE))
