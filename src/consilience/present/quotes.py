"""Who said what: every statement of a story by speaker, wordings of one utterance side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from consilience.model.account import Account, Findings, Quote
from consilience.model.spans import Passage
from consilience.model.statement import Statement
from consilience.present.evidence import chain, quoted_line
from consilience.present.shelf import Shelf, shelve
from consilience.present.visible import one_line
from consilience.wording import words

UNRESOLVED = "not resolved"


@dataclass(frozen=True, slots=True)
class Words:
    """One report's words for an utterance; `note` says how they differ from the fullest wording."""

    report: str
    outlet: str
    statement: str
    words: str
    passages: tuple[Passage, ...]
    manner: str
    act: str
    status: str
    strength: str
    chain: tuple[str, ...]
    note: str
    because: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One utterance of one speaker: its wordings, the fullest first; `quote` is the id of the quote it is, if quoted."""

    story: str
    speaker: str
    type: str
    quote: str | None
    because: str
    wordings: tuple[Words, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that carry it."""
        return frozenset(one.report for one in self.wordings)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of it is asked for: a speaker, somebody in the chain, or only what several reports word."""

    speaker: str | None = None
    origin: str | None = None
    variants: bool = False


def sayings(findings: Findings, wanted: Wanted | None = None) -> tuple[Saying, ...]:
    """All statements by speaker: those with most reports first, unresolved ones last; of each the widest told first."""
    shelf, asked = shelve(findings), wanted or Wanted()
    found = [
        kept
        for account in findings.accounts
        for saying in _of_story(account, shelf)
        if (kept := _kept(saying, asked, _also_called(account))) is not None
    ]
    weight: dict[tuple[str, str], set[str]] = {}
    for saying in found:
        weight.setdefault((saying.story, saying.speaker), set()).update(saying.reports)
    stories = {account.frame.story.id: at for at, account in enumerate(findings.accounts)}
    return tuple(sorted(found, key=lambda s: (stories[s.story], *_order(s, len(weight[s.story, s.speaker])))))


def saying_lines(findings: Findings, wanted: Wanted) -> Iterator[bytes]:
    """One line of JSON an utterance."""
    return (msgspec.json.encode(saying) for saying in sayings(findings, wanted))


def _order(saying: Saying, reports: int) -> tuple[bool, int, str, int, tuple[Passage, ...]]:
    first = saying.wordings[0].passages
    return saying.speaker == UNRESOLVED, -reports, saying.speaker, -len(saying.reports), first


def _of_story(account: Account, shelf: Shelf) -> Iterator[Saying]:
    """The quotes of the account, then the statements that stand in none of them."""
    actors = {entity: actor.name for actor in account.frame.actors for entity in actor.entities}
    story, told = account.frame.story, set[tuple[str, str]]()
    for quote in account.quotes:
        told |= {(one.report, one.statement) for one in quote.wordings}
        yield _quoted(story.id, quote, shelf)
    for report in story.reports:
        for statement in shelf.reports[report].statements:
            if (report, statement.id) not in told and statement.scope == "statement":
                yield _alone(story.id, report, statement, actors, shelf)


def _quoted(story: str, quote: Quote, shelf: Shelf) -> Saying:
    wordings = tuple(
        _words(one.report, shelf.statements.get((one.report, one.statement)), one.passages, one.note, shelf)
        for one in quote.wordings
    )
    first = shelf.statements.get((quote.wordings[0].report, quote.wordings[0].statement))
    kind = first.speaker.type if first and first.speaker else "unknown"
    return Saying(story, one_line(quote.speaker), kind, quote.id, quote.because, wordings)


def _alone(story: str, report: str, statement: Statement, actors: dict[str, str], shelf: Shelf) -> Saying:
    speaker = statement.speaker
    name = UNRESOLVED if speaker is None else actors.get(speaker.id or "") or speaker.name or speaker.words
    passages = tuple(Passage(report, statement.part, span) for span in statement.content)
    wording = _words(report, statement, passages, "", shelf)
    return Saying(
        story,
        one_line(name) or UNRESOLVED,
        speaker.type if speaker else "unknown",
        None,
        "told in one report",
        (wording,),
    )


def _words(report: str, statement: Statement | None, passages: tuple[Passage, ...], note: str, shelf: Shelf) -> Words:
    links = tuple(link.name for link in chain(shelf, report, statement))
    told = (
        ("narrated", "asserted", "unknown", "said")
        if statement is None
        else (statement.manner, statement.act, statement.status, statement.strength)
    )
    return Words(
        report,
        shelf.names[report].short,
        statement.id if statement else "",
        quoted_line(shelf, passages),
        passages,
        *told,
        links,
        note,
        statement.because if statement else "",
    )


_Names = dict[str, tuple[str, ...]]


def _also_called(account: Account) -> _Names:
    """All names of the actor that bears a name."""
    found: _Names = {}
    for actor in account.frame.actors:
        names = (actor.name, *actor.aliases)
        for name in names:
            found[one_line(name)] = (*found.get(one_line(name), ()), *names)
    return found


def _kept(saying: Saying, wanted: Wanted, called: _Names) -> Saying | None:
    """The saying as far as it is asked for."""
    if wanted.speaker is not None and not _named(wanted.speaker, (saying.speaker,), called):
        return None
    if wanted.variants and len(saying.reports) < 2:
        return None
    if wanted.origin is None:
        return saying
    through = tuple(one for one in saying.wordings if _named(wanted.origin, one.chain[1:], called))
    return replace(saying, wordings=through) if through else None


def _named(name: str, among: Iterable[str], called: _Names) -> bool:
    """Whether all words of a name stand in one of the names, or in another name of the same actor, in any case and accent."""
    asked = set(words(name))
    spelled = (other for known in among for other in (known, *called.get(known, ())))
    return bool(asked) and any(asked <= set(words(other)) for other in spelled)
