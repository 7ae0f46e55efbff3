"""The words of a piece as few spans, and the people and mentions among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from consilience.events.ground import Ground, members, participant
from consilience.model.annotations import PlaceMention, Quantity
from consilience.model.event import Participant
from consilience.model.spans import Span, covers, merged
from consilience.model.time import TimeMention

Mention = TimeMention | PlaceMention | Quantity
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'", "(": ")", "[": "]", "«": "»", "``": "''"}


def people_at(ground: Ground, heads: Iterable[int]) -> tuple[Participant, ...]:
    """Whoever stands at the tokens, with everybody joined to them."""
    everybody = [m for head in heads for m in members(ground, head)]
    return tuple(
        participant(ground, m)
        for m in dict.fromkeys(everybody)
        if ground.parse.tokens[m].tag not in ("WP", "WDT", "EX")
    )


def inside(mentions: Sequence[Mention], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Where those of the mentions, which stand in text order, lie that the spans hold."""
    if not spans:
        return ()
    low = bisect_left(mentions, min(spans).start, key=lambda m: m.span.start)
    high = bisect_left(mentions, max(s.end for s in spans), key=lambda m: m.span.start)
    return tuple(m.span for m in mentions[low:high] if any(covers(s, m.span) for s in spans))


def runs(ground: Ground, tokens: Sequence[int]) -> list[Span]:
    """The tokens as stretches; each loses the marks at its ends that open or close nothing in it."""
    groups: list[list[int]] = []
    for t in tokens:
        if ground.parse.tokens[t].end <= ground.parse.tokens[t].start:
            continue
        if groups and t == groups[-1][-1] + 1:
            groups[-1].append(t)
        else:
            groups.append([t])
    trimmed = (_trimmed(ground, group) for group in groups)
    return touching(
        ground, [Span(ground.parse.tokens[g[0]].start, ground.parse.tokens[g[-1]].end) for g in trimmed if g]
    )


def _trimmed(ground: Ground, group: list[int]) -> list[int]:
    words = [ground.parse.tokens[t].word for t in group]
    first, last = 0, len(group)
    while first < last and ground.parse.tokens[group[first]].pos == "PUNCT" and not _paired(words[first:last], 0):
        first += 1
    while last > first and _trails(ground, group[last - 1]) and not _paired(words[first:last], -1):
        last -= 1
    return group[first:last]


def _trails(ground: Ground, index: int) -> bool:
    """A mark, a conjunction, a relative pronoun, or after a comma a participle, whose clause has been cut off."""
    token = ground.parse.tokens[index]
    return (
        token.pos in ("PUNCT", "CCONJ")
        or (
            token.tag == "VBG"
            and token.relation == "advcl"
            and index > 0
            and ground.parse.tokens[index - 1].word == ","
        )
        or token.tag in ("WDT", "WP")
        or (token.word.lower() == "that" and token.pos == "SCONJ")
    )


def _paired(words: Sequence[str], end: int) -> bool:
    """Whether the mark at an end of the words is a quotation mark or bracket whose partner stands among them."""
    mark = words[end]
    partner = _PAIRS.get(mark)
    if partner is None:
        return mark in _PAIRS.values() and end == -1 and any(k in words for k, v in _PAIRS.items() if v == mark)
    return words.count(mark) % 2 == 0 if partner == mark else end == 0 and partner in words


def touching(ground: Ground, spans: Sequence[Span]) -> list[Span]:
    """Spans made one where only marks and white space stand between them; marks at their ends fall off."""
    joined: list[Span] = []
    for span in merged(spans):
        gap = ground.parse.text[joined[-1].end : span.start] if joined else "x"
        if joined and not any(c.isalnum() for c in gap) and len(gap) < 5 and "\n" not in gap:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    worded = [s for s in joined if any(c.isalnum() for c in ground.parse.text[s.start : s.end])]
    return worded or joined[:1]
