"""Which words of a sentence of the account rest on what, where not all of it rests on the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consilience.model.account import AccountSentence
from consilience.model.spans import Passage, Span, meets, overlap
from consilience.present.evidence import ClaimView, quoted_line
from consilience.present.labels import Badge
from consilience.present.shelf import Shelf

_AGREED = "agreed by independent origins"
_PART = "of this,"
_FEWEST = 4  # words below which a stretch of a sentence is no statement of its own
_WHOLE = 850  # per mille of a sentence: a claim that has more of it is what the sentence says


@dataclass(frozen=True, slots=True)
class Share:
    """Words of a sentence that another claim carries than the one its badge is of, with that claim's own standing.

    Or, beside a fuller sentence, the words in which all who are counted agree; `before` leads to the words.
    """

    words: str
    claim: ClaimView
    before: str = _PART

    @property
    def badge(self) -> Badge | None:
        """The standing of the claim; None beside words that only say what the sentence's own badge is of."""
        return self.claim.badge if self.before == _PART else None


def shares_of(shelf: Shelf, sentence: AccountSentence, claims: Sequence[ClaimView]) -> tuple[Share, ...]:
    """The stretches of a sentence that rest on something else than its badge says; first, if any, those the badge is of.

    A stretch of another claim counts where it has a standing of its own and shares no words with those the badge is of.
    """
    agreed = _agreed(sentence, claims)
    if agreed is not None:
        return (agreed,)
    shown = sentence.pieces[1].passages if not sentence.pieces[0].passages else sentence.pieces[0].passages
    told = [(view, _within(view, shown)) for view in claims]
    own = [
        (view, found)
        for view, found in told
        if found and view.claim.id in sentence.claims[:2] and _same(view, sentence)
    ]
    taken = [p for _, found in own for p in found]
    if not taken or _much(taken, shown):
        return ()
    others = [
        Share(quoted_line(shelf, found), view)
        for view, found in told
        if found and not _same(view, sentence) and not any(meets(p, q) for p in found for q in taken)
    ]
    whole = [share for share in others if len(share.words.split()) >= _FEWEST]
    return (Share(quoted_line(shelf, tuple(taken)), own[0][0]), *whole[:2]) if whole else ()


def _agreed(sentence: AccountSentence, claims: Sequence[ClaimView]) -> Share | None:
    """What independent origins agree on, where the sentence shows it by one telling's fuller words and not by the claim's."""
    own = next((view for view in claims if view.claim.id in sentence.claims[:1]), None)
    if own is None or own.claim.standing != _AGREED or sentence.standing != _AGREED:
        return None
    shown = [p for piece in sentence.pieces for p in piece.passages]
    told = all(any(_inside(p, q) for q in shown) for p in own.claim.passages)
    return None if told else Share(own.wording, own, "agreed by all who are counted:")


def _same(view: ClaimView, sentence: AccountSentence) -> bool:
    """Whether a claim rests on as much as the badge of a sentence says."""
    mine, theirs = view.claim.origins, sentence.origins
    return view.claim.standing == sentence.standing and (mine.low, mine.high) == (theirs.low, theirs.high)


def _within(view: ClaimView, shown: Sequence[Passage]) -> tuple[Passage, ...]:
    """Where the words of a claim stand in a sentence."""
    return next(
        (s.passages for s in view.claim.support if all(any(_inside(p, q) for q in shown) for p in s.passages)), ()
    )


def _inside(inner: Passage, outer: Passage) -> bool:
    return meets(inner, outer) and overlap(inner.span, outer.span) == inner.span.end - inner.span.start


def _much(taken: Iterable[Passage], shown: Iterable[Passage]) -> bool:
    return _length(p.span for p in taken) * 1000 > _WHOLE * _length(p.span for p in shown)


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)
