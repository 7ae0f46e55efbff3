"""The origins of each story as records and in the terminal: who they are, what rests on them, and why they count as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

from consilience.errors import UsageError
from consilience.model.account import Account, Findings, OriginRecord
from consilience.present.labels import ranges
from consilience.present.lines import Signs, flush, hanging, heading, line, signs_of
from consilience.present.shelf import Shelf, shelve
from consilience.present.typeset import typeset
from consilience.present.visible import one_line, reason

_CLAIMS = 3  # of those that rest on an origin alone are shown in words


@dataclass(frozen=True, slots=True)
class OriginsOfStory:
    """One story's origins, those on which most claims rest first."""

    story: str
    number: int
    title: str
    claims: int
    origins: tuple[OriginRecord, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of some stories that any console can print."""

    stories: tuple[tuple[OriginsOfStory, Account], ...]
    shelf: Shelf

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Each story with its origins."""
        for told, account in self.stories:
            yield from map(flush, _story(told, account, self.shelf, signs_of(console)))
        if not self.stories:
            yield line("No story: no report could be read.")


def origins_of(findings: Findings, wanted: str | None = None) -> tuple[OriginsOfStory, ...]:
    """The origins of every story, or of the one wanted by its number or the beginning of its id.

    Raises UsageError where `wanted` means no story, or more than one.
    """
    return tuple(told for told, _ in _wanted(findings, wanted))


def origin_lines(findings: Findings, wanted: str | None = None) -> Iterator[bytes]:
    """One line of JSON a story."""
    return (msgspec.json.encode(told) for told in origins_of(findings, wanted))


def origins(findings: Findings, wanted: str | None = None) -> Origins:
    """The origins as they are shown."""
    return Origins(_wanted(findings, wanted), shelve(findings))


def _wanted(findings: Findings, wanted: str | None) -> tuple[tuple[OriginsOfStory, Account], ...]:
    told = [(_of(number, account), account) for number, account in enumerate(findings.accounts, start=1)]
    if wanted is None:
        return tuple(told)
    fitting = [pair for pair in told if _is(pair[0], wanted)]
    if len(fitting) != 1:
        few = "no story" if not fitting else f"{len(fitting)} stories"
        raise UsageError(f"{wanted}: {few} of this number or id; there are {len(told)}")
    return tuple(fitting)


def _is(told: OriginsOfStory, wanted: str) -> bool:
    return str(told.number) == wanted if wanted.isdecimal() and len(wanted) < 6 else told.story.startswith(wanted)


def _of(number: int, account: Account) -> OriginsOfStory:
    title = "".join(words.text for words in account.title)
    return OriginsOfStory(account.frame.story.id, number, title, len(account.claims), account.origin_records)


def _story(told: OriginsOfStory, account: Account, shelf: Shelf, signs: Signs) -> list[RenderableType]:
    head = f"Story {told.number}: {one_line(told.title)}"
    blocks: list[RenderableType] = [heading(head)]
    blocks.append(line(f"{len(told.origins)} origins of {told.claims} claims, those with most claims first", "dim"))
    blocks += [_origin(n, record, account, shelf, signs) for n, record in enumerate(told.origins, start=1)]
    return blocks


def _origin(number: int, record: OriginRecord, account: Account, shelf: Shelf, signs: Signs) -> RenderableType:
    others = [one_line(name) for name in record.names if name != record.name]
    claims = f"{len(record.claims)} claim{'s' if len(record.claims) != 1 else ''}, {len(record.alone)} on nothing else"
    names = [shelf.names[report] for report in record.reports if report in shelf.names]
    paragraphs = [
        line(signs.dot.join(_called(record)), "bold"),
        line(f"{claims}{signs.dot}{ranges(names)}"),
        line(reason(record.stake_because), "dim"),
    ]
    if others:
        paragraphs.append(line(f"One with {', '.join(others)}."))
    paragraphs += [line(f"- {reason(why)}", "dim") for why in record.because]
    wording = {claim.id: claim.legible or claim.wording for claim in account.claims}
    paragraphs += [line(f"  rests on it alone: {typeset(wording[c])}", "dim") for c in record.alone[:_CLAIMS]]
    return hanging(str(number), *paragraphs)


def _called(record: OriginRecord) -> list[str]:
    """Name, kind and stake of an origin; nothing twice."""
    kind = [] if record.kind == record.name else [record.kind]
    stake = {"unknown": ["stake unknown"], "anonymous": []}.get(record.stake, [record.stake])
    return [one_line(record.name), *kind, *stake]
