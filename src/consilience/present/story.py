"""One story as it is shown: the part above the fold, and the numbers that every output uses alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consilience.model.account import (
    Account,
    AccountSentence,
    Difference,
    Findings,
    Origin,
    Quote,
    Side,
    Wording,
    Words,
)
from consilience.model.spans import Passage, meets
from consilience.present.against import against
from consilience.present.beside import Share, shares_of
from consilience.present.evidence import ClaimView, chain, chain_line, claim_view, names_of, quoted_line
from consilience.present.labels import (
    Badge,
    ReportName,
    few,
    moment_words,
    numbered,
    stake_badges,
    standing_badge,
)
from consilience.present.shelf import Shelf
from consilience.present.typeset import typeset
from consilience.present.visible import one_line

_VALUES = ("day", "number", "place")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: which report's words stand at a mark, and what they are."""

    number: int
    report: ReportName
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of a title or sentence: the reports' words with their notes, or the machine's joining words."""

    text: str
    reported: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence of the account with its badges, the names of its origins, and the claims that carry it."""

    number: int
    anchor: str
    pieces: tuple[Told, ...]
    sentence: AccountSentence
    badge: Badge
    who: str
    against: str
    stakes: tuple[Badge, ...]
    reports: tuple[ReportName, ...]
    claims: tuple[ClaimView, ...]
    shares: tuple[Share, ...]
    otherwise: tuple[Otherwise, ...]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What other reports tell in the place of a value in a sentence, and the difference that sets the two side by side."""

    number: int
    anchor: str
    value: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The same words in one or several reports."""

    reports: tuple[ReportName, ...]
    words: str

    @property
    def outlets(self) -> str:
        """The reports by the names of their outlets."""
        return few([name.short for name in self.reports])


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a difference: the value as told and by whom."""

    value: str
    reports: tuple[ReportName, ...]
    origins: tuple[str, ...]
    told: tuple[Telling, ...]

    @property
    def itself(self) -> bool:
        """Whether the value is just what a report says."""
        return any(telling.words == self.value for telling in self.told)


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference with its number in the run and links to its claims."""

    number: int
    anchor: str
    difference: Difference
    sides: tuple[SideView, ...]
    claims: tuple[ClaimView, ...]

    @property
    def word(self) -> str:
        """The kind as it is read: what differs in the day may differ in the hour, or in what came first."""
        return "time" if self.difference.kind == "day" else self.difference.kind

    @property
    def kind(self) -> str:
        """The kind with the scope; what is odd inside one report has none."""
        return self.word if self.difference.kind == "odd" else f"{self.word}, {self.difference.scope}"

    @property
    def joint(self) -> str:
        """The word between two sides: what only differs in words, or is odd, does not stand against anything."""
        return "beside" if self.difference.scope == "not comparable" else "against"


@dataclass(frozen=True, slots=True)
class WordingView:
    """One report's words for an utterance, with the chain they came through, and whom it names beside the speaker."""

    report: ReportName
    words: str
    note: str
    manner: str
    chain: str
    through: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One utterance over the reports."""

    number: int
    anchor: str
    quote: Quote
    speaker: str
    wordings: tuple[WordingView, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One count of the count line, and the section it leads to."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story, ready for any output."""

    number: int
    anchor: str
    account: Account
    title: tuple[Told, ...]
    title_line: str
    day: str
    day_by: ReportName | None
    place: str
    place_by: ReportName | None
    counts: tuple[Count, ...]
    sentences: tuple[SentenceView, ...]
    notes: tuple[Note, ...]
    claims: tuple[ClaimView, ...]
    differences: tuple[DifferenceView, ...]
    quotes: tuple[QuoteView, ...]
    reports: tuple[ReportName, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """The first numbers of a story, so that numbers run on over all stories of a run."""

    story: int = 1
    sentence: int = 1
    claim: int = 1
    difference: int = 1
    quote: int = 1


def story_views(findings: Findings, shelf: Shelf) -> tuple[StoryView, ...]:
    """Every story of a run in its order, numbered through."""
    views = []
    starts = Starts()
    for account in findings.accounts:
        views.append(story_view(account, shelf, starts))
        starts = Starts(
            starts.story + 1,
            starts.sentence + len(account.sentences),
            starts.claim + len(account.claims),
            starts.difference + len(account.differences),
            starts.quote + len(account.quotes),
        )
    return tuple(views)


def story_view(account: Account, shelf: Shelf, starts: Starts) -> StoryView:
    """One account as it is shown, its numbers running on from `starts`."""
    anchor = f"story-{starts.story}"
    origins = {origin.id: origin for origin in account.origins}
    claims = tuple(claim_view(shelf, c, at, origins) for at, c in enumerate(account.claims, starts.claim))
    by_id = {view.claim.id: view for view in claims}
    notes = _Notes(shelf)
    title = tuple(notes.told(words) for words in account.title)
    differences = tuple(
        _difference(shelf, d, at, origins, by_id) for at, d in enumerate(account.differences, starts.difference)
    )
    sentences = tuple(
        replace(
            _sentence(shelf, sentence, at, notes, by_id),
            against=few(against(account, sentence)),
            otherwise=_otherwise(sentence, differences),
        )
        for at, sentence in enumerate(account.sentences, starts.sentence)
    )
    frame = account.frame
    return StoryView(
        number=starts.story,
        anchor=anchor,
        account=account,
        title=title,
        title_line=told_line(title) or "Untitled story",
        day=moment_words(frame.day),
        day_by=shelf.names[frame.day_passage.report] if frame.day_passage else None,
        place=one_line(frame.place or ""),
        place_by=shelf.names[frame.place_passage.report] if frame.place_passage else None,
        counts=_counts(account, shelf, anchor),
        sentences=sentences,
        notes=tuple(notes.listed),
        claims=claims,
        differences=differences,
        quotes=tuple(_quote(shelf, q, at) for at, q in enumerate(account.quotes, starts.quote)),
        reports=names_of(shelf, frame.story.reports),
    )


def told_line(pieces: Iterable[Told]) -> str:
    """Pieces joined on one line."""
    return one_line("".join(piece.text for piece in pieces))


class _Notes:
    """Numbers the footnotes of a story in reading order; one passage keeps one number."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.listed: list[Note] = []
        self.known: dict[Passage, Note] = {}

    def told(self, words: Words) -> Told:
        """A piece with the notes of its passages."""
        return Told(
            one_piece(words.legible or words.text), bool(words.passages), tuple(self._note(p) for p in words.passages)
        )

    def _note(self, passage: Passage) -> Note:
        if passage not in self.known:
            words = quoted_line(self.shelf, (passage,))
            self.known[passage] = Note(len(self.listed) + 1, self.shelf.names[passage.report], words)
            self.listed.append(self.known[passage])
        return self.known[passage]


def one_piece(text: str) -> str:
    """A piece of a sentence on one line; a space at its ends stays, because it joins."""
    bare = typeset(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and bare else ""
    return f"{before}{bare}{after}"


def _sentence(
    shelf: Shelf, sentence: AccountSentence, number: int, notes: _Notes, claims: dict[str, ClaimView]
) -> SentenceView:
    return SentenceView(
        number,
        f"sentence-{number}",
        tuple(notes.told(words) for words in sentence.pieces),
        sentence,
        standing_badge(sentence.standing, sentence.origins),
        few([origin.name for origin in sentence.origins.members]),
        "",
        stake_badges(sentence.origins),
        names_of(shelf, sentence.reports),
        tuple(claims[claim] for claim in sentence.claims if claim in claims),
        shares_of(shelf, sentence, tuple(claims.values())),
        (),
    )


def _otherwise(sentence: AccountSentence, differences: Sequence[DifferenceView]) -> tuple[Otherwise, ...]:
    """The values that cannot hold beside one in a sentence which does not show the other side itself."""
    if sentence.standing == "disputed":
        return ()
    shown = [passage for piece in sentence.pieces for passage in piece.passages]
    found = []
    for view in (d for d in differences if d.difference.scope == "conflict" and d.difference.kind in _VALUES):
        told = [any(meets(p, q) for p in side.passages for q in shown) for side in view.difference.sides]
        if any(told) and not all(told):
            values = [side.value for side, here in zip(view.sides, told, strict=True) if not here]
            found.append(Otherwise(view.number, view.anchor, ", ".join(values)))
    return tuple(found)


def _counts(account: Account, shelf: Shelf, anchor: str) -> tuple[Count, ...]:
    """The count line; it counts and never concludes."""
    reports = [shelf.reports[report].report for report in account.frame.story.reports]
    outlets = len({report.outlet.value for report in reports if report.outlet})
    unnamed = sum(report.outlet is None for report in reports)
    anonymous = sum(origin.kind == "anonymous sources" for origin in account.origin_records)
    conflicts = sum(difference.scope == "conflict" for difference in account.differences)
    damaged = sum(bool(report.damage) for report in reports)
    named = numbered(outlets, "outlet") + " named" + (f", {unnamed} not" if unnamed else "")
    broken = Count(f"broken characters in {numbered(damaged, 'report')}", f"{anchor}-reports")
    return (
        Count(numbered(len(reports), "report"), f"{anchor}-reports"),
        Count(named, f"{anchor}-reports"),
        Count(numbered(len(account.origin_records), "origin"), f"{anchor}-origins"),
        Count(numbered(anonymous, "anonymous source"), f"{anchor}-origins"),
        Count(numbered(conflicts, "disagreement"), f"{anchor}-differences"),
        *[broken] * bool(damaged),
    )


def _difference(
    shelf: Shelf, difference: Difference, number: int, origins: dict[str, Origin], claims: dict[str, ClaimView]
) -> DifferenceView:
    return DifferenceView(
        number,
        f"difference-{number}",
        difference,
        tuple(_side(shelf, side, origins) for side in difference.sides),
        tuple(claims[claim] for claim in difference.claims if claim in claims),
    )


def _side(shelf: Shelf, side: Side, origins: dict[str, Origin]) -> SideView:
    words: dict[ReportName, str] = {}
    for passage in side.passages:
        words.setdefault(shelf.names[passage.report], quoted_line(shelf, (passage,)))
    told: dict[str, tuple[ReportName, ...]] = {}
    for name, said in words.items():
        told[said] = (*told.get(said, ()), name)
    return SideView(
        typeset(side.value),
        names_of(shelf, dict.fromkeys(p.report for p in side.passages)),
        tuple(one_line(origins[origin].name) for origin in side.origins if origin in origins),
        tuple(Telling(names, said) for said, names in told.items()),
    )


def _quote(shelf: Shelf, quote: Quote, number: int) -> QuoteView:
    return QuoteView(
        number,
        f"quote-{number}",
        quote,
        one_line(quote.speaker),
        tuple(_wording(shelf, wording) for wording in quote.wordings),
    )


def _wording(shelf: Shelf, wording: Wording) -> WordingView:
    statement = shelf.statements.get((wording.report, wording.statement))
    links = chain(shelf, wording.report, statement)
    return WordingView(
        shelf.names[wording.report],
        quoted_line(shelf, wording.passages),
        one_line(wording.note),
        "narrated" if statement is None else statement.manner,
        chain_line(links),
        chain_line(links[1:]) if len(links) > 2 else "",
    )
