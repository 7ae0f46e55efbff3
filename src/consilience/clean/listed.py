"""Furniture that is known by its words: whole lines and narrow patterns from `data/furniture.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consilience.clean.dates import is_date_text
from consilience.clean.lines import Draft, Line, plain, removal, reports_speech, segments
from consilience.lexicons import word_list, word_set
from consilience.model.report import Removal

_KINDS = ("placeholder", "advert", "counter", "share", "sign_up", "cookie", "copyright", "tag", "related", "credit")
_LONGEST_WITH_SPEECH = 8


@cache
def patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """The compiled patterns of one kind of furniture."""
    return tuple(re.compile(pattern) for pattern in word_list("furniture", f"{kind}_patterns"))


@cache
def _whole_lines(kind: str) -> frozenset[str]:
    # Some kinds are known by patterns alone, related links by the heads of their lists.
    if kind in {"counter", "copyright", "tag", "credit"}:
        return frozenset()
    return word_set("furniture", "related_heads" if kind == "related" else f"{kind}_lines")


def is_listed(folded: str, kind: str) -> bool:
    """Whether a folded line or piece of a line is furniture of this kind by its words."""
    return folded in _whole_lines(kind) or any(pattern.fullmatch(folded) for pattern in patterns(kind))


def may_be_furniture(line: Line) -> bool:
    """Whether a line may be judged by its words at all: a longer line that reports speech may not."""
    return len(line.words) <= _LONGEST_WITH_SPEECH or not reports_speech(line)


def _of_kind(draft: Draft, kind: str, rule: str, because: str) -> Iterator[Removal]:
    for line in draft.kept():
        if may_be_furniture(line) and is_listed(line.plain, kind):
            yield removal(line, rule, because)


def placeholders(draft: Draft) -> Iterator[Removal]:
    """Buttons and stand-ins of the page: "Skip to content", "Video Embed", "Back to top", "Leave a comment"."""
    return _of_kind(draft, "placeholder", "placeholder", "a button or stand-in of the page")


def adverts(draft: Draft) -> Iterator[Removal]:
    """Marks of advertising: "ADVERTISEMENT", "Article continues below advertisement", "FEATURED STORIES"."""
    return _of_kind(draft, "advert", "advert", "a mark of advertising")


def counters(draft: Draft) -> Iterator[Removal]:
    """Counters: "Total Views : 12", "126 SHARES", "4 min read", "3 hours ago"."""
    # A number before a full stop is an item's or the report's own figure.
    found = _of_kind(draft, "counter", "counter", "a counter of the page")
    return (r for r in found if not re.fullmatch(r"\d+[.)]", draft.text[r.span.start : r.span.end]))


def sharing(draft: Draft) -> Iterator[Removal]:
    """Invitations to share or follow: "Share this story", "Follow us on …"."""
    return _of_kind(draft, "share", "sharing", "an invitation to share or follow")


def sign_ups(draft: Draft) -> Iterator[Removal]:
    """Subscriptions, newsletters, logins and appeals for money, with the messages of their forms."""
    return _of_kind(draft, "sign_up", "sign-up", "a subscription, newsletter, login or appeal")


def cookie_notes(draft: Draft) -> Iterator[Removal]:
    """Notes on cookies and privacy, with their buttons."""
    return _of_kind(draft, "cookie", "cookie note", "a note on cookies or privacy")


def copyright_notes(draft: Draft) -> Iterator[Removal]:
    """Copyright and licence lines."""
    return _of_kind(draft, "copyright", "copyright", "a copyright or licence line")


def tag_lines(draft: Draft) -> Iterator[Removal]:
    """Lists of tags and topics: "TAGS: …", "Filed under: …"."""
    return _of_kind(draft, "tag", "tags", "a list of tags or topics")


def credit_lines(draft: Draft) -> Iterator[Removal]:
    """Who reported, wrote and edited, as a line of its own: "(Reporting by …; editing by …)"."""
    return _of_kind(draft, "credit", "credit line", "says who reported, wrote or edited")


def mixed_bars(draft: Draft) -> Iterator[Removal]:
    """A line cut by bars, dots or wide spaces whose every piece is furniture: "126 SHARES | 89 COMMENTS"."""
    for line in draft.kept():
        pieces = segments(line.text)
        if len(pieces) > 1 and all(_is_piece(piece) for piece in pieces):
            yield removal(line, "bar", "every piece of the line is a counter, button, section or date")


def _is_piece(piece: str) -> bool:
    folded = plain(piece)
    words = re.findall(r"[\w-]+", folded)
    if folded in word_set("furniture", "section_names") or is_date_text(piece):
        return True
    if len(words) <= 6 and words and all(word in word_set("furniture", "tool_words") for word in words):
        return True
    return any(is_listed(folded, kind) for kind in _KINDS) or bool(re.match(r"posted by\b", folded))
