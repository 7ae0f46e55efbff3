"""The promise that nothing is shown without support, checked whenever an account is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consilience.errors import UnsupportedSentence
from consilience.model.account import Account, AccountSentence, Words
from consilience.model.report import Report
from consilience.model.spans import Passage
from consilience.model.story import AnnotatedReport

_GAP = "[…]"
_JOINING = re.compile(r"(?: ?Against it: |(?: ?Against it,|According to) (?P<of>.+): |(?P<by>.+): )?[“”.]*")
_PUT_IN = re.compile(r"\[[^\]]*\]")  # a name in brackets, or a gap
_AND = re.compile(r", | and ")
_WORD = re.compile(r"\w+")


def supported(account: Account, reports: Sequence[AnnotatedReport]) -> None:
    """Raise UnsupportedSentence where anything shown has no passage, or its words are not those at its passages."""
    texts = {told.report.id: told.report for told in reports}
    for sentence in account.sentences:
        _check_sentence(sentence, account, texts)
    for name, text, passages in _shown(account):
        _check_places(name, passages, texts)
        if text is not None:
            _check_words(name, text, passages, texts)
    _check_parts(account, texts)


def _check_sentence(sentence: AccountSentence, account: Account, texts: Mapping[str, Report]) -> None:
    name = "sentence " + "".join(piece.text for piece in sentence.pieces)[:60]
    told = [piece for piece in sentence.pieces if piece.passages]
    if not told:
        raise UnsupportedSentence(f"{name}: no words of a report stand in it")
    if not sentence.claims or not set(sentence.claims) <= {claim.id for claim in account.claims}:
        raise UnsupportedSentence(f"{name}: it names no claim of the account")
    for piece in told:
        _check_places(name, piece.passages, texts)
        _check_words(name, piece.text, piece.passages, texts)
        _check_legible(name, piece.legible, piece.text)
    _check_joining(name, [piece.text for piece in sentence.pieces if not piece.passages], account, texts)
    reports = {p.report for piece in told for p in piece.passages}
    if not reports <= set(sentence.reports):
        raise UnsupportedSentence(f"{name}: it leaves out a report whose words it shows")


def _shown(account: Account) -> Iterator[tuple[str, str | None, tuple[Passage, ...]]]:
    """Everything shown beside the sentences: a name, the words if they are quoted, and the passages."""
    for claim in account.claims:
        yield f"claim {claim.id}", claim.wording, claim.passages
        _check_legible(f"claim {claim.id}", claim.legible, claim.wording)
        if not claim.support:
            raise UnsupportedSentence(f"claim {claim.id}: nothing supports it")
        yield from ((f"claim {claim.id}, support", None, support.passages) for support in claim.support)
    for quote in account.quotes:
        if not quote.wordings:
            raise UnsupportedSentence(f"quote {quote.id}: no words of a report stand in it")
        yield from ((f"quote {quote.id}", None, wording.passages) for wording in quote.wordings)
    yield from ((f"event {event.id}", None, event.passages) for event in account.events)
    yield from (
        (f"wording of {row.actor}", w.text, w.passages) for row in account.wording for w in (*row.words, *row.quoted)
    )
    yield from _titles(account.title)


def _check_parts(account: Account, texts: Mapping[str, Report]) -> None:
    """Differences, gaps and timeline entries quote a part of what their passages hold."""
    for gap in account.not_told:
        _check_inside(f"what is not told: {gap.text[:40]}", gap.text, gap.passages, texts)
        _check_legible(f"what is not told: {gap.text[:40]}", gap.legible, gap.text)
    for difference in account.differences:
        for side in difference.sides:
            _check_inside(f"difference {difference.id}", side.value, side.passages, texts)
    for entry in account.timeline:
        _check_inside(f"timeline entry {entry.id}", entry.text, entry.passages, texts)
        _check_legible(f"timeline entry {entry.id}", entry.legible, entry.text)


def _check_joining(name: str, joining: Sequence[str], account: Account, texts: Mapping[str, Report]) -> None:
    """The program's own words in a sentence only join: they name an origin, an actor or words of the story's reports."""
    known = {origin.name for origin in account.origins} | {actor.name for actor in account.frame.actors}
    for text in joining:
        found = _JOINING.fullmatch(text)
        who = (found["of"] or found["by"] or "") if found else ""
        if found is None or not (who in ("", *known) or all(p in known or _stands(p, texts) for p in _AND.split(who))):
            raise UnsupportedSentence(f"{name}: words of the program that are more than joining words: {text[:80]!r}")


def _stands(who: str, texts: Mapping[str, Report]) -> bool:
    """Whether a report has the words, so that somebody without a name is called as there."""
    words = " ".join(_WORD.findall(who.casefold()))
    told = (f"{report.title} {report.text}" for report in texts.values())
    return bool(words) and any(f" {words} " in f" {' '.join(_WORD.findall(text.casefold()))} " for text in told)


def _check_legible(name: str, legible: str, text: str) -> None:
    """Words made legible are the words themselves but for names in brackets."""
    if legible and _WORD.findall(_PUT_IN.sub(" ", legible)) != _WORD.findall(_PUT_IN.sub(" ", text)):
        raise UnsupportedSentence(f"{name}: more than names in brackets was put in: {legible[:80]!r}")


def _check_inside(name: str, text: str, passages: Sequence[Passage], texts: Mapping[str, Report]) -> None:
    _check_places(name, passages, texts)
    held = " ".join(_words_at(passages, texts))
    if not text.strip() or any(piece.strip() not in held for piece in text.split(_GAP)):
        raise UnsupportedSentence(f"{name}: its words do not stand at its passages: {text[:80]!r}")


def _titles(title: Sequence[Words]) -> Iterator[tuple[str, str | None, tuple[Passage, ...]]]:
    for words in title:
        if words.passages:
            yield "title", words.text, words.passages
    if title and not any(words.passages for words in title):
        raise UnsupportedSentence("title: no words of a report stand in it")


def _check_places(name: str, passages: Sequence[Passage], texts: Mapping[str, Report]) -> None:
    if not passages:
        raise UnsupportedSentence(f"{name}: no passage")
    for passage in passages:
        report = texts.get(passage.report)
        if report is None:
            raise UnsupportedSentence(f"{name}: passage in a report that is not of this story: {passage.report}")
        size = len(report.title if passage.part == "title" else report.text)
        if not 0 <= passage.span.start < passage.span.end <= size:
            raise UnsupportedSentence(f"{name}: passage outside its text: {passage}")


def _check_words(name: str, text: str, passages: Sequence[Passage], texts: Mapping[str, Report]) -> None:
    """The words shown are those at the passages, white space aside; a gap is shown where something is left out."""
    if " ".join(text.split()) != " ".join(f" {_GAP} ".join(_words_at(passages, texts)).split()):
        raise UnsupportedSentence(f"{name}: its words are not those at its passages: {text[:80]!r}")


def _words_at(passages: Sequence[Passage], texts: Mapping[str, Report]) -> list[str]:
    found = []
    for passage in passages:
        report = texts[passage.report]
        source = report.title if passage.part == "title" else report.text
        found.append(" ".join(source[passage.span.start : passage.span.end].split()))
    return found
