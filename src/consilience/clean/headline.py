"""The headline of a text: which line it is, what stands above it, and where it is printed again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from consilience.clean.agency import agency_of_credit
from consilience.clean.byline import writers
from consilience.clean.dates import days_in, left_beside_dates
from consilience.clean.lines import Draft, Line, ends_as_sentence, head_end, plain, removal
from consilience.lexicons import word_set
from consilience.model.report import Removal
from consilience.model.spans import Span
from consilience.wording import words

_TITLE_BREAK = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{2,50}$)|\s+\|\s*(?=[^|]{2,50}$)")
_HEAD_LINES = 25
_BODY_LINES = 12
_LEAST_WORDS = 3
_LONGEST = 40
_LONGEST_MAST = 5
_LONGEST_KICKER = 12
_LONGEST_SENTENCE = 8
_BESIDE_DATE = 2


def find_headline(draft: Draft, known: str | None = None) -> int | None:
    """The number of the line that is the headline, or None where no line above the first paragraph reads like one.

    `known` is the headline as the page's markup or the user gives it: the first kept line that says the same is taken.
    """
    if known:
        wanted = plain(known)
        same = [line.number for line in draft.kept() if line.plain and line.plain == wanted]
        if same:
            return same[0]
    first = head_end(draft)
    candidates = [line for line in draft.kept() if line.number < first][:_HEAD_LINES]
    body = _body_words(draft)
    echoes = Counter(line.plain for line in draft.lines)
    scored = [
        (_likeness(line, body, echoes[line.plain]), -line.number)
        for line in candidates
        if _may_be_headline(line, draft)
    ]
    return -max(scored)[1] if scored else None


def says_same(title: str, shown: str) -> bool:
    """Whether a title says what a printed headline says, at most with the outlet's name behind it."""
    return plain(shown) in {plain(title), plain(_TITLE_BREAK.split(" ".join(title.split()))[0])}


def title_part(line: Line) -> tuple[Span, str] | None:
    """For a line "Headline | Outlet": where the headline stands in the text, and the words after the bar."""
    breaks = list(_TITLE_BREAK.finditer(line.text))
    if not breaks or len(line.text[: breaks[-1].start()].split()) < _LEAST_WORDS:
        return None
    cut = breaks[-1]
    return Span(line.span.start, line.span.start + cut.start()), line.text[cut.end() :].strip()


def title_lines(draft: Draft) -> Iterator[Removal]:
    """The browser's title line "Headline | Outlet", where the headline is printed again on its own."""
    own = {line.plain: line.number for line in reversed(tuple(draft.kept()))}
    for line in draft.kept():
        if line.number >= _HEAD_LINES:
            return
        part = title_part(line)
        if part and own.get(plain(draft.text[part[0].start : part[0].end]), line.number) != line.number:
            yield removal(line, "title line", "the headline with the outlet's name; the headline follows on its own")


def repetitions(draft: Draft) -> Iterator[Removal]:
    """A line of four words or more that this page has printed before: a second headline, a pulled quote."""
    seen: set[str] = set()
    for line in draft.kept():
        if len(line.words) < 4:
            continue
        if line.plain in seen:
            again = draft.headline is not None and line.plain == draft.lines[draft.headline].plain
            # What the markup shows to be the report's twice (a refrain, a table's cell) it says twice.
            if draft.voted and not again:
                continue
            rule = "repeated headline" if again else "repetition"
            yield removal(line, rule, "the page has printed this line before")
        seen.add(line.plain)


def mastheads(draft: Draft) -> Iterator[Removal]:
    """What stands above the headline: the outlet's name, its motto, a kicker."""
    if draft.headline is None:
        return
    for line in draft.kept():
        if line.number >= draft.headline:
            return
        sentence = (ends_as_sentence(line) and len(line.words) > _LONGEST_SENTENCE) or line.text[0] in '"“'
        if (len(line.words) <= _LONGEST_KICKER and not sentence) or days_in(line.text):
            yield removal(line, "masthead", "stands above the headline")


def _may_be_headline(line: Line, draft: Draft) -> bool:
    if not _LEAST_WORDS <= len(line.words) <= _LONGEST or not any(c.isalpha() for c in line.text):
        return False
    # A semicolon at the end of the first line leads to the headline's second part on the next.
    in_parts = line.text[-1] == ";" and line.number == 0 and not line.before_gap
    if line.text[-1] in ".,;:" and not in_parts and not line.text.endswith(("...", "U.S.", "U.N.", "U.K.")):
        return False
    dated = bool(days_in(line.text)) and len(left_beside_dates(line.text).split()) <= _BESIDE_DATE
    credit = agency_of_credit(line.text) is not None
    return not (dated or credit) and writers(line.text) is None and not _is_mast(line, draft)


def _is_mast(line: Line, draft: Draft) -> bool:
    """A short line that is the outlet's name: the small print of the page names it."""
    name = plain(re.split(r"\s+[–—|-]\s+", line.text)[0])
    if not name or len(name.split()) > _LONGEST_MAST:
        return False
    small_print = (other.plain for other in draft.lines if other.number in draft.gone and other.number > line.number)
    named = f" {name} "
    return name == plain(draft.outlet or "") or any(named in f" {other} " for other in small_print)


def _body_words(draft: Draft) -> frozenset[str]:
    after = head_end(draft)
    body = [line.text for line in draft.kept() if line.number >= after][:_BODY_LINES]
    return frozenset(word for text in body for word in words(text))


def _likeness(line: Line, body: frozenset[str], printed: int) -> int:
    """Integer score: how many of its content words the body uses (per mille), more if first, repeated, of a usual size."""
    small = word_set("function_words", "english")
    content = [word for word in words(line.text) if word not in small]
    if not content:
        return 0
    shared = 1000 * sum(word in body for word in content) // len(content)
    size = 300 if 5 <= len(line.words) <= 25 else 0
    first = 400 if line.number == 0 and size else 0
    return shared + size + first + (800 if printed > 1 else 0)
