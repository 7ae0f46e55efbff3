"""The stack of open elements: what ends when, what is hidden, what stands around a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from consilience.lexicons import word_set

_BREAKING = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary"
    " table tbody td tfoot th thead tr ul caption".split()
)
_FORMATTING = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong"
    " sub sup time tt u var".split()
)
_UNSEEN = frozenset("audio canvas datalist noscript object select svg template video".split())
_BOUNDARIES = frozenset("caption table td th".split())
_TABLE_PARTS = frozenset("caption table tbody td tfoot th thead tr".split())
_ENDS_PARAGRAPH = _BREAKING - {
    "body",
    "button",
    "html",
    "td",
    "th",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "option",
}
# A new one of these ends an open one of those, as far as the nearest stop.
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"table", "td", "th"})),
}
_KINDS: Mapping[str, str] = {
    **{name: name for name in "address article aside blockquote button dialog figcaption figure footer form".split()},
    **{name: name for name in "h1 header main nav table".split()},
    **dict.fromkeys("ul ol menu dl".split(), "list"),
}
_ROLES: Mapping[str, str] = {
    "alert": "dialog", "alertdialog": "dialog", "article": "article", "banner": "header", "complementary": "aside",
    "contentinfo": "footer", "dialog": "dialog", "main": "main", "menu": "nav", "menubar": "nav", "navigation": "nav",
    "search": "form", "toolbar": "nav",
}  # fmt: skip
_HIDING_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_HINT = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_MOST_HINTS = 12
_HINT_LEVELS = 4
# How far a misnested end tag looks; further off it is ignored, so that hostile pages cost no square.
_FARTHEST = 60


@dataclass(slots=True)
class Element:
    """An open element with all that it hands down to the texts in it."""

    name: str
    tag: str
    start: int
    breaks: bool
    skipped: bool
    marked_hidden: bool
    linked: bool
    preformatted: bool
    in_main: bool
    path: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    furniture: str | None
    datetime: str | None
    row: int


class Stack:
    """The open elements of a page, with the ends that HTML leaves unwritten."""

    def __init__(self, follow_marks: bool) -> None:
        self._follow_marks = follow_marks
        self._open = [Element("", "body", 0, True, False, False, False, False, False, (), (), None, None, 0)]
        self._places: dict[str, list[int]] = {}
        self._boundaries = [0]
        self._scopes = [0]
        self._furniture = word_set("page_hints", "furniture")
        self.deepest = 0

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self._open[-1]

    def push(self, name: str, given: Mapping[str, str], start: int) -> Element:
        """Open an element whose content begins at `start`."""
        above = self._open[-1]
        kind = _ROLES.get(given.get("role", "").lower()) or _KINDS.get(name)
        hidden = above.marked_hidden or (self._follow_marks and _is_hidden(name, given))
        words = _hints(given)
        element = Element(
            name=name,
            tag=name if name in _BREAKING else above.tag,
            start=start,
            breaks=name in _BREAKING,
            skipped=above.skipped or hidden or name in _UNSEEN,
            marked_hidden=hidden,
            linked=above.linked or name == "a",
            preformatted=above.preformatted or name == "pre",
            in_main=above.in_main or kind in {"article", "main"} or "articlebody" in given.get("itemprop", "").lower(),
            path=(*above.path, kind) if kind and kind not in above.path else above.path,
            levels=(*above.levels[1 - _HINT_LEVELS :], words) if words else above.levels,
            furniture=above.furniture or self._furniture_word(name, words),
            datetime=given.get("datetime") if name == "time" else None,
            row=start if name in {"tr", "table"} else above.row,
        )
        self._push(element)
        return element

    def _push(self, element: Element) -> None:
        at = len(self._open)
        self._open.append(element)
        self._places.setdefault(element.name, []).append(at)
        if element.name in _BOUNDARIES:
            self._boundaries.append(at)
        if element.name not in _FORMATTING:
            self._scopes.append(at)
        self.deepest = max(self.deepest, at)

    def _furniture_word(self, name: str, words: tuple[str, ...]) -> str | None:
        if name in {"html", "body", "main", "article"}:
            return None
        return next((word for word in words if word in self._furniture), None)

    def implied_ends(self, name: str) -> list[Element]:
        """The elements that end because `name` begins."""
        closed: list[Element] = []
        if name in _ENDS_PARAGRAPH:
            closed += self._end_one("p", self._boundaries[-1])
        if name in _ENDS:
            ended, stops = _ENDS[name]
            stop = max((self._places[s][-1] for s in stops if self._places.get(s)), default=0)
            for other in sorted(ended):
                closed += self._end_one(other, stop)
        return closed

    def _end_one(self, name: str, after: int) -> list[Element]:
        places = self._places.get(name)
        return self._pop_to(places[-1]) if places and places[-1] > after else []

    def close(self, name: str) -> list[Element]:
        """The elements that an end tag closes, innermost first; none where nothing of that name is open in reach."""
        places = self._places.get(name)
        if not places:
            return []
        at = places[-1]
        if name in _FORMATTING and at < self._scopes[-1]:
            return self._take_out(at)
        boundary = (
            self._places["table"][-1] if name in _TABLE_PARTS and self._places.get("table") else self._boundaries[-1]
        )
        return self._pop_to(at) if at >= boundary else []

    def _pop_to(self, at: int) -> list[Element]:
        closed = []
        while len(self._open) > at:
            element = self._open.pop()
            self._places[element.name].pop()
            if self._boundaries[-1] == len(self._open):
                self._boundaries.pop()
            if self._scopes[-1] == len(self._open):
                self._scopes.pop()
            closed.append(element)
        return closed

    def _take_out(self, at: int) -> list[Element]:
        """A misnested end tag of a link or a hidden span: what is still open inside it is a link or hidden no more."""
        element, above = self._open[at], self._open[at - 1]
        if len(self._open) - at > _FARTHEST:
            return []
        for inner in self._open[at:]:
            if element.name == "a":
                inner.linked = above.linked
            if element.marked_hidden and not above.marked_hidden:
                inner.marked_hidden, inner.skipped = False, above.skipped
        return []


def _is_hidden(name: str, given: Mapping[str, str]) -> bool:
    """Whether the element's own marks say that a reader does not see it."""
    if not given:
        return name == "dialog"
    return (
        ("hidden" in given and given["hidden"].lower() != "until-found")
        or given.get("aria-hidden", "").lower() == "true"
        or (name == "dialog" and "open" not in given)
        or ("style" in given and bool(_HIDING_STYLE.search(given["style"])))
    )


def _hints(given: Mapping[str, str]) -> tuple[str, ...]:
    """The words of the element's class, id, role and itemprop, lower case, each once."""
    words: dict[str, None] = {}
    for name in ("id", "class", "role", "itemprop"):
        if name in given:
            words.update((word.lower(), None) for word in _HINT.findall(given[name][:300]))
    return tuple(words)[:_MOST_HINTS]
