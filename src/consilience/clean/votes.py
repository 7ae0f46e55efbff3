"""Which blocks of an HTML page are the report: trafilatura, our own reader and the markup vote.

Every rule looks at one block in its page and answers keep, remove, or nothing; the first answer holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from consilience.clean.extractors import plain_vote, trafilatura_vote
from consilience.clean.layer import Block, Layer
from consilience.model.report import Removal

_WORD = re.compile(r"\w+")
_BY_MARKUP = {
    "nav": "a navigation element",
    "button": "a button",
    "dialog": "a dialogue",
    "footer": "a page footer",
}
_HALF = 500
# A block that is links to this share is a line of links, not a sentence with a link in it.
_ALL_LINKS = 800
# A hint around so much of what is taken for the report is the site's word for something else.
_TOO_COMMON = 300
_REPEAT_WORDS = 4
# An advert may stand between a heading and its text; more than this is another part of the page.
_GAP = 3


@dataclass(frozen=True, slots=True)
class BlockVote:
    """What becomes of one block (its number in the layer): kept or removed, by which rule, and the reason in words."""

    block: int
    keep: bool
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """What the rules know of a page: its layer, the two readers' votes a block, and what is seen over the whole page."""

    layer: Layer
    extracted: tuple[int, ...] | None
    plain: tuple[bool, ...]
    hints: frozenset[str]
    repeats: frozenset[int]
    headline: int | None

    def chosen(self, at: int) -> bool:
        """Whether the readers take block `at` for the report: trafilatura, or our own where that found nothing."""
        return self.plain[at] if self.extracted is None else self.extracted[at] > _HALF


Verdict = tuple[bool, str]


def headline(ballot: Ballot, at: int) -> Verdict | None:
    """The page's main heading is kept: it is the headline, wherever it stands."""
    return (True, "it is the page's main heading") if at == ballot.headline else None


def repeated(ballot: Ballot, at: int) -> Verdict | None:
    """A text that stands on the page before, word for word, is removed the second time."""
    return (False, "the same words stand in another block of the page") if at in ballot.repeats else None


def page_element(ballot: Ballot, at: int) -> Verdict | None:
    """What stands in a navigation element, a button, a dialogue or a page footer is no part of the report."""
    path = ballot.layer.blocks[at].path
    kind = next((kind for kind in path if kind in _BY_MARKUP), None)
    return (False, f"it stands in {_BY_MARKUP[kind]}") if kind else None


def caption(ballot: Ballot, at: int) -> Verdict | None:
    """The words under a picture are no part of the report's text; they are kept apart as captions."""
    block = ballot.layer.blocks[at]
    under = block.tag == "figcaption" or "figcaption" in block.path
    return (False, "the words under a picture") if under else None


def line_of_links(ballot: Ballot, at: int) -> Verdict | None:
    """A heading or list item that is nothing but a link leads to another page: related stories, topics, authors."""
    block = ballot.layer.blocks[at]
    if block.tag != "p" and block.linked * 1000 > _ALL_LINKS * (block.span.end - block.span.start):
        return False, "nearly all of it is a link"
    return None


def marked_as_furniture(ballot: Ballot, at: int) -> Verdict | None:
    """A block whose markup calls it an advert, a promotion, sharing or the like is removed, unless it reads as the report."""
    hint = ballot.layer.blocks[at].furniture
    if hint is None or hint not in ballot.hints or (ballot.chosen(at) and ballot.plain[at]):
        return None
    return None if _quoted_between(ballot, at) else (False, f"the page's markup calls it {hint!r}")


def in_the_main_text(ballot: Ballot, at: int) -> Verdict | None:
    """A block that the readers of main text choose is kept."""
    if not ballot.chosen(at):
        return None
    return True, "it reads as running text" if ballot.extracted is None else "trafilatura takes it for main text"


def quoted_post(ballot: Ballot, at: int) -> Verdict | None:
    """A block quotation between two kept paragraphs is kept, though extractors drop embedded posts."""
    return (True, "it is a block quotation inside the report") if _quoted_between(ballot, at) else None


def outside(ballot: Ballot, at: int) -> Verdict | None:
    """What no reader takes for the report is removed."""
    return False, "no reader of main text takes it for the report"


Rule = Callable[[Ballot, int], Verdict | None]
RULES: tuple[Rule, ...] = (
    headline,
    page_element,
    repeated,
    caption,
    line_of_links,
    marked_as_furniture,
    in_the_main_text,
    quoted_post,
    outside,
)


def rule_name(rule: Rule) -> str:
    """The name of a rule as it is shown to users."""
    return rule.__name__.replace("_", " ")


def votes(page_text: str, layer: Layer) -> tuple[BlockVote, ...]:
    """One vote a block of the layer, in order."""
    ballot = _ballot(page_text, layer)
    return _without_stray_headings(ballot, [_vote(ballot, at) for at in range(len(layer.blocks))])


def removals(layer: Layer, voted: tuple[BlockVote, ...]) -> tuple[Removal, ...]:
    """The blocks that were voted out, as removals on the layer."""
    return tuple(Removal(layer.blocks[v.block].span, v.rule, v.because) for v in voted if not v.keep)


def _vote(ballot: Ballot, at: int) -> BlockVote:
    for rule in RULES:
        verdict = rule(ballot, at)
        if verdict is not None:
            return BlockVote(at, verdict[0], rule_name(rule), verdict[1])
    raise AssertionError("the last rule always answers")


def _ballot(page_text: str, layer: Layer) -> Ballot:
    extracted, plain = trafilatura_vote(page_text, layer), plain_vote(layer)
    if not any(plain) and not any(share > _HALF for share in extracted or ()):
        # A page of nothing but short lines: all that is not mostly links stands for the report.
        extracted, plain = None, tuple(block.linked * 2 <= block.span.end - block.span.start for block in layer.blocks)
    bare = Ballot(layer, extracted, plain, frozenset(), frozenset(), _headline(layer))
    return Ballot(layer, extracted, plain, _telling_hints(bare), _repeats(bare), bare.headline)


def _headline(layer: Layer) -> int | None:
    """The only main heading, or the first that stands in the page's `<title>`; with neither, none."""
    spans = frozenset(layer.facts.headings)
    headings = [at for at, block in enumerate(layer.blocks) if block.span in spans]
    if len(headings) == 1:
        return headings[0]
    title = " ".join(_words(layer.facts.title or ""))
    said = ((at, " ".join(_words(_text(layer, at)))) for at in headings)
    return next((at for at, words in said if words and words in title), None)


def _telling_hints(ballot: Ballot) -> frozenset[str]:
    """The furniture words of the page that do not stand around a large part of what the readers choose."""
    around: Counter[str] = Counter()
    whole = 0
    for at, block in enumerate(ballot.layer.blocks):
        if ballot.chosen(at):
            size = block.span.end - block.span.start
            whole += size
            around[block.furniture or ""] += size
    hints = {block.furniture for block in ballot.layer.blocks if block.furniture}
    return frozenset(hint for hint in hints if around[hint] * 1000 <= _TOO_COMMON * whole)


def _repeats(ballot: Ballot) -> frozenset[int]:
    """Chosen blocks whose words stand on the page before in other surroundings: a second copy, a teaser, the headline again.

    In the same surroundings (a refrain, a question put to everybody) the repetition is the report's own.
    """
    layer = ballot.layer
    seen: dict[tuple[str, ...], int] = {}
    if ballot.headline is not None:
        seen[tuple(_words(_text(layer, ballot.headline)))] = ballot.headline
    repeats = set()
    for at, block in enumerate(layer.blocks):
        words = tuple(_words(_text(layer, at)))
        if len(words) < _REPEAT_WORDS or at == ballot.headline or not ballot.chosen(at):
            continue
        first = layer.blocks[seen.setdefault(words, at)]
        if (first.hints, first.path) != (block.hints, block.path):
            repeats.add(at)
    return frozenset(repeats)


def _quoted_between(ballot: Ballot, at: int) -> bool:
    """Whether block `at` is part of a block quotation of the main text with chosen paragraphs before and after it."""
    blocks = ballot.layer.blocks
    if "blockquote" not in blocks[at].path:
        return False
    before, after = _beside(ballot, at, -1), _beside(ballot, at, 1)
    return before is not None and after is not None and ballot.chosen(before) and ballot.chosen(after)


def _beside(ballot: Ballot, at: int, step: int) -> int | None:
    """The next block outside the quotation, at most a dozen blocks away."""
    blocks = ballot.layer.blocks
    for near in range(at + step, at + 12 * step, step):
        if not 0 <= near < len(blocks):
            return None
        if "blockquote" not in blocks[near].path and near not in ballot.repeats:
            return near
    return None


def _without_stray_headings(ballot: Ballot, voted: list[BlockVote]) -> tuple[BlockVote, ...]:
    """Headings are kept only above text that is kept: one above removed blocks heads furniture ("Comments", a teaser)."""
    blocks = ballot.layer.blocks
    paragraphs = [vote.block for vote in voted if vote.keep and not _is_heading(blocks[vote.block])]
    gap = _GAP + 1
    for at in range(len(voted) - 1, -1, -1):
        stray = gap > _GAP and _is_heading(blocks[at]) and at != ballot.headline
        # Between headline and first paragraph stand a subheading and then bylines and buttons: that one is no stray.
        if stray and voted[at].keep and not (paragraphs and at < paragraphs[0]):
            voted[at] = BlockVote(at, False, "stray heading", "what follows this heading is no part of the report")
        gap = 0 if voted[at].keep else gap + 1
    return tuple(voted)


def _is_heading(block: Block) -> bool:
    return block.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}


def _text(layer: Layer, at: int) -> str:
    span = layer.blocks[at].span
    return layer.text[span.start : span.end]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
