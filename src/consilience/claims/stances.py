"""What a text does with a headline: it agrees, disagrees, discusses it, or speaks of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from consilience.claims.linear import head, per_mille
from consilience.claims.stems import content_stems
from consilience.engines import Engine
from consilience.lexicons import word_set
from consilience.model.spans import Span
from consilience.rarity import rarity
from consilience.wording import Whole, cosines, vector, words

StanceKind = Literal["agree", "disagree", "discuss", "unrelated"]
KINDS: tuple[StanceKind, ...] = ("agree", "disagree", "discuss", "unrelated")
_MOST_SENTENCES = 40
_LISTS = ("refuting", "hedging", "confirming")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as it is compared: its words, the weights of its content stems, its vector (1, 384)."""

    text: str
    words: tuple[str, ...]
    stems: dict[str, int]
    vector: Whole


@dataclass(frozen=True, slots=True)
class Body:
    """A text as it is compared: the words and content stems of each sentence and their vectors (n, 384)."""

    text: str
    words: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]
    vectors: Whole
    asks_first: bool


def headline_of(text: str, engine: Engine) -> Headline:
    """The headline made ready."""
    stems = {stem: rarity(word) for word in words(text) for stem in content_stems(word)}
    return Headline(text, words(text), stems, np.stack([vector(raw) for raw in engine.vectors([text])]))


def body_of(text: str, engine: Engine) -> Body:
    """The text's first sentences made ready; what holds no sentence counts as one empty one."""
    paragraphs = [Span(*found.span()) for found in _PARAGRAPH.finditer(text) if found.group().strip()]
    spans = [sentence.span for sentence in engine.read(text, paragraphs).sentences][:_MOST_SENTENCES]
    sentences = [text[start:end] for start, end in spans] or [""]
    vectors = np.stack([vector(raw) for raw in engine.vectors(sentences)])
    stems = tuple(frozenset(content_stems(sentence)) for sentence in sentences)
    return Body(text, tuple(words(sentence) for sentence in sentences), stems, vectors, "?" in sentences[0])


def stance(headline: Headline, body: Body) -> StanceKind:
    """What the text does with the headline, by the head learned from pairs of headlines and texts."""
    scores = head("stance").scores(np.array([features(headline, body)], np.int64))[0]
    return KINDS[int(scores.argmax())]


def features(headline: Headline, body: Body) -> tuple[int, ...]:
    """What the head decides by, in whole numbers: likeness, shared words, words that refute, hedge or confirm."""
    alike = cosines(body.vectors, headline.vector)[:, 0]
    shared = np.array([_share(headline, stems) for stems in body.stems], np.int64)
    near = _near(headline, body, alike, shared)
    told = _told(headline, body, alike + shared)
    refuted = bool(set(headline.words) & word_set("stance_words", "refuting"))
    marks = (
        1000 * ("?" in headline.text),
        1000 * any(mark in headline.text for mark in "\"'‘“"),
        1000 * (refuted != (told[2] > 0)),
        len(body.words),
        1000 * (len(body.words) < 4),
        1000 * body.asks_first,
        100 * min(20, body.text.count('"') + body.text.count("“")),
    )
    crossed = (
        near[0] * refuted,
        told[2] * refuted,
        told[2] * (not refuted),
        told[4] * (not refuted),
    )
    return (*near, *told, *marks, *crossed)


def _near(headline: Headline, body: Body, alike: Whole, shared: Whole) -> tuple[int, ...]:
    """How near the headline and the text are: of the nearest sentences, the first ones, the whole."""
    best = np.sort(alike)[::-1]
    whole = cosines(body.vectors.sum(0)[None, :], headline.vector)[0, 0]
    return (
        int(best[0]),
        int(best[:3].sum()) // len(best[:3]),
        int(alike[0]),
        int(alike.sum()) // len(alike),
        int(shared.max()),
        _share(headline, frozenset().union(*body.stems)),
        _share(headline, frozenset().union(*body.stems[:3])),
        int(whole),
        int((alike + shared).max()),
    )


def _told(headline: Headline, body: Body, nearness: Whole) -> tuple[int, ...]:
    """For each list of words: how many of them, and per thousand words, in the headline, in the sentences nearest to it, in
    the opening, and in the whole text. The order is list by list within each stretch."""
    nearest = sorted(np.argsort(-nearness, kind="stable")[:3])
    stretches: tuple[tuple[str, ...], ...] = (
        headline.words,
        _joined([body.words[i] for i in nearest]),
        _joined(body.words[:2]),
        _joined(body.words),
    )
    found: list[int] = []
    for name in _LISTS:
        for stretch in stretches:
            count = sum(word in word_set("stance_words", name) for word in stretch)
            found += [1000 * min(count, 3), 10_000 * count // (len(stretch) + 5)]
    return tuple(found)


def _joined(listed: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for part in listed for word in part)


def _share(headline: Headline, stems: frozenset[str]) -> int:
    """Per mille of the weight of the headline's content words that stand among `stems`."""
    return per_mille(
        sum(weight for stem, weight in headline.stems.items() if stem in stems), sum(headline.stems.values())
    )
