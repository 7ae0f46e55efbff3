"""The sections below the account: boxes, timeline, actors, coverage, report cards, and the counts of the inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from consilience.model.account import Account, Coverage, Findings, Origin, Standing, TimelineEntry
from consilience.model.report import Report, Stated
from consilience.model.story import Family
from consilience.present.evidence import ClaimView, names_of, quoted_line
from consilience.present.labels import ReportName, moment_key, moment_words, numbered, stake_mark
from consilience.present.shelf import Shelf, headline, sentence_count
from consilience.present.story import DifferenceView, StoryView
from consilience.present.visible import one_line, visible

BOX_LENGTH = 6
GRID_LENGTH = 40
_LONGEST_STRETCH = 600


@dataclass(frozen=True, slots=True)
class Box:
    """One of the three boxes: its claims and differences, and how many more stand below."""

    title: str
    note: str
    tone: str
    claims: tuple[ClaimView, ...]
    differences: tuple[DifferenceView, ...]
    more: int
    empty: str


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One line of the timeline."""

    text: str
    lane: str
    reports: tuple[ReportName, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day or interval of the timeline with its two lanes."""

    words: str
    key: str
    happened: tuple[DayEntry, ...]
    reported: tuple[DayEntry, ...]


@dataclass(frozen=True, slots=True)
class NamingRow:
    """How each report of a story names one actor; an empty cell where it does not."""

    actor: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """What each report does with one claim."""

    claim: ClaimView
    cells: tuple[Coverage | None, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin of a story with the reports that lead to it."""

    name: str
    type: str
    stake: str
    because: str
    reports: tuple[ReportName, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Something shown with the reports it stands in, its words and the reason."""

    kind: str
    text: str
    words: str
    reports: tuple[ReportName, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A coded event in words."""

    type: str
    status: str
    actors: str
    recipients: str
    reports: tuple[ReportName, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A removed stretch of a report."""

    text: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a report card."""

    term: str
    value: str
    stated: bool
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one report that a reader may ask."""

    id: str
    name: ReportName
    headline: str
    facts: tuple[Fact, ...]
    removed: tuple[Stretch, ...]
    damage: tuple[str, ...]
    family: str
    member: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """How many inputs ended in which state; the parts add up to the whole."""

    total: int
    read: int
    partial: int
    rejected: int
    passed_over: int


def boxes(view: StoryView) -> tuple[Box, Box, Box]:
    """The three boxes: agreed by independent origins, resting on one origin, disputed or odd."""
    odd = tuple(d for d in view.differences if d.difference.scope == "conflict" or d.difference.kind == "odd")
    return (
        _box(view, ("agreed by independent origins",), "Agreed by independent origins", "agreed",
             "Nothing here is told by more than one independent origin."),
        _box(view, ("one origin", "parties only", "outlet's own voice"), "Resting on one origin", "one",
             "Nothing rests on one origin alone."),
        _box(view, ("disputed",), "Disputed or odd", "disputed", "No report disputes another.", odd),
    )  # fmt: skip


def _box(
    view: StoryView, standings: tuple[Standing, ...], title: str, tone: str, empty: str,
    differences: tuple[DifferenceView, ...] = (),
) -> Box:  # fmt: skip
    claims = sorted((c for c in view.claims if c.claim.standing in standings), key=_weight)
    room = max(1, BOX_LENGTH - min(len(differences), BOX_LENGTH // 2))
    shown, odd = tuple(claims[:room]), differences[: BOX_LENGTH // 2]
    return Box(
        title, "Most reports first.", tone, shown, odd, len(claims) - len(shown) + len(differences) - len(odd), empty
    )


def _weight(view: ClaimView) -> tuple[bool, int, int, int]:
    """News before background, then most reports, then most origins, then as told."""
    return view.claim.background, -len(view.reports), -view.claim.origins.low, view.number


def days(account: Account, shelf: Shelf) -> tuple[Day, ...]:
    """The timeline by day, earliest first, what happened or is planned apart from what is the day of a report."""
    by_moment: dict[str, list[TimelineEntry]] = {}
    for entry in sorted(account.timeline, key=lambda e: (e.moment, e.lane, e.id)):
        by_moment.setdefault(moment_key(entry.moment), []).append(entry)
    return tuple(
        Day(
            moment_words(entries[0].moment),
            key,
            tuple(_day_entry(shelf, e) for e in entries if e.lane != "reported"),
            tuple(_day_entry(shelf, e) for e in entries if e.lane == "reported"),
        )
        for key, entries in by_moment.items()
    )


def _day_entry(shelf: Shelf, entry: TimelineEntry) -> DayEntry:
    reports = names_of(shelf, dict.fromkeys(p.report for p in entry.passages))
    return DayEntry(one_line(entry.text), entry.lane, reports, one_line(entry.because))


def naming(account: Account, shelf: Shelf) -> tuple[NamingRow, ...]:
    """The matrix of actors and reports, in the account's order of actors."""
    names = {actor.id: actor.name for actor in account.frame.actors}
    reports = [name for name, _ in _columns(account, shelf)]
    rows: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in account.wording:
        words = tuple(dict.fromkeys(one_line(words.text) for words in row.words))
        rows.setdefault(row.actor, {})[row.report] = words
    return tuple(
        NamingRow(one_line(names.get(actor, actor)), tuple(cells.get(report, ()) for report in reports))
        for actor, cells in rows.items()
    )


def grid(view: StoryView, shelf: Shelf) -> tuple[GridRow, ...]:
    """What each report does with the claims that several reports carry or the account uses, at most forty."""
    used = {claim.number for sentence in view.sentences for claim in sentence.claims}
    several = [c for c in view.claims if len(c.reports) > 1 or c.number in used or len(view.reports) == 1]
    chosen = sorted(sorted(several, key=_weight)[:GRID_LENGTH], key=lambda c: c.number)
    columns = [report for report, _ in _columns(view.account, shelf)]
    rows = []
    for claim in chosen:
        cells = {cell.report: cell.coverage for cell in claim.claim.coverage}
        rows.append(GridRow(claim, tuple(cells.get(report) for report in columns)))
    return tuple(rows)


def _columns(account: Account, shelf: Shelf) -> list[tuple[str, ReportName]]:
    """The reports of a story by id with their names, in the run's order."""
    return sorted(((r, shelf.names[r]) for r in account.frame.story.reports), key=lambda pair: pair[1].number)


def origin_views(view: StoryView) -> tuple[OriginView, ...]:
    """The origins of a story, those with most reports first."""
    reports: dict[str, set[ReportName]] = {}
    for claim in view.claims:
        for support, shown in zip(claim.claim.support, claim.evidence, strict=True):
            reports.setdefault(support.origin, set()).add(shown.report)
    order = {origin.id: at for at, origin in enumerate(view.account.origins)}
    ranked = sorted(view.account.origins, key=lambda o: (-len(reports.get(o.id, ())), order[o.id]))
    return tuple(_origin(origin, reports.get(origin.id, set())) for origin in ranked)


def _origin(origin: Origin, reports: Iterable[ReportName]) -> OriginView:
    listed = tuple(sorted(reports, key=lambda name: name.number))
    type_words = origin.type.replace("_", " ")
    return OriginView(one_line(origin.name), type_words, stake_mark(origin.stake), one_line(origin.because), listed)


def untold(account: Account, shelf: Shelf) -> tuple[Line, ...]:
    """What the reports themselves say is not told."""
    return tuple(
        Line(
            entry.kind,
            one_line(entry.text),
            quoted_line(shelf, entry.passages),
            names_of(shelf, dict.fromkeys(p.report for p in entry.passages)),
            one_line(entry.because),
        )
        for entry in account.not_told
    )


def doubts(account: Account, shelf: Shelf) -> tuple[Line, ...]:
    """What a reader should know before trusting the account."""
    return tuple(
        Line(
            "doubt",
            one_line(doubt.text),
            quoted_line(shelf, doubt.passages),
            names_of(shelf, dict.fromkeys(p.report for p in doubt.passages)),
            "",
        )
        for doubt in account.doubts
    )


def happenings(account: Account, shelf: Shelf) -> tuple[Happening, ...]:
    """Who did what to whom, in the account's order."""
    return tuple(
        Happening(
            event.type.capitalize(),
            event.status,
            one_line(", ".join(event.actors)),
            one_line(", ".join(event.recipients)),
            names_of(shelf, dict.fromkeys(p.report for p in event.passages)),
        )
        for event in account.events
    )


def cards(account: Account, shelf: Shelf) -> tuple[Card, ...]:
    """The report cards of a story in the run's order."""
    families = {report: family for family in account.frame.story.families for report in family.reports}
    members = {member.report: one_line(member.because) for member in account.frame.story.members}
    return tuple(
        _card(shelf, report, families.get(report), members.get(report, "")) for report, _ in _columns(account, shelf)
    )


def _card(shelf: Shelf, report_id: str, family: Family | None, member: str) -> Card:
    report = shelf.reports[report_id].report
    return Card(
        report_id,
        shelf.names[report_id],
        one_line(headline(report)),
        _facts(report, sentence_count(shelf.reports[report_id])),
        tuple(
            Stretch(_long(visible(report.text[r.span.start : r.span.end]).strip()), r.rule, one_line(r.because))
            for r in report.removed
            if report.text[r.span.start : r.span.end].strip()
        ),
        tuple(_damage(report, at) for at in range(len(report.damage))),
        _family(shelf, report_id, family),
        member,
    )


def _facts(report: Report, sentences: int) -> tuple[Fact, ...]:
    state = report.state if report.state == "accepted" else f"{report.state}: {one_line(report.reason)}"
    published = _fact("Published", report.published_stated)
    if report.published is not None:
        published = Fact("Published", moment_words(report.published), True)
    return (
        _fact("Outlet", report.outlet),
        published,
        _fact("Byline", report.byline),
        _fact("Dateline", report.dateline),
        _fact("Agency", report.agency),
        Fact("Source", one_line(report.source), True),
        Fact("Address", one_line(report.url or "not stated"), report.url is not None, web_address(report.url)),
        Fact("State", state, True),
        Fact("Language", report.language, True),
        Fact("Encoding", report.encoding, True),
        Fact("Length", f"{len(report.text)} characters, {sentences} sentences", True),
        Fact("Id", one_line(report.id), True),
        Fact("SHA-256", report.sha256, True),
    )


def _fact(term: str, stated: Stated | None) -> Fact:
    return Fact(term, "not stated", False) if stated is None else Fact(term, one_line(stated.value), True)


def web_address(url: str | None) -> str | None:
    """The address where it may be a link: http or https with a plain host, and nothing that hides where it leads."""
    if not url or not url.isprintable() or any(c.isspace() or c in "\"'<>\\`" for c in url):
        return None
    scheme, mark, rest = url.partition("://")
    host = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return url if mark and scheme.lower() in ("http", "https") and host and "@" not in host else None


def _damage(report: Report, at: int) -> str:
    damage = report.damage[at]
    near = one_line(report.text[max(0, damage.span.start - 24) : damage.span.end + 24])
    advice = f"; perhaps “{one_line(damage.suggestion)}”" if damage.suggestion else ""
    return f"{damage.kind} at {damage.span.start}–{damage.span.end}: “…{near}…”{advice}"


def _family(shelf: Shelf, report: str, family: Family | None) -> str:
    if family is None or len(family.reports) < 2:
        return ""
    others = ", ".join(name.short for name in names_of(shelf, (r for r in family.reports if r != report)))
    agency = f", text of {one_line(family.agency)}" if family.agency else ""
    word = "Version of one report with" if family.kind == "version" else "Shares its text with"
    return f"{word} {others}{agency}. {one_line(family.because)}"


def _long(text: str) -> str:
    """A very long stretch with its middle counted instead of shown."""
    if len(text) <= _LONGEST_STRETCH:
        return text
    kept = _LONGEST_STRETCH // 2
    return f"{text[:kept]} … {len(text) - 2 * kept} characters … {text[-kept:]}"


def inputs(findings: Findings) -> Inputs:
    """How many inputs were read, read in part, rejected or passed over."""
    states = Counter(found.report.state for found in findings.reports)
    passed = sum(rejection.passed_over for rejection in findings.rejected)
    total = len(findings.reports) + len(findings.rejected)
    partial = states["partial"]
    return Inputs(total, len(findings.reports) - partial, partial, len(findings.rejected) - passed, passed)


def inputs_line(counts: Inputs) -> str:
    """The counts of the inputs in one sentence."""
    return (
        f"{numbered(counts.total, 'input')}: {counts.read} read, {counts.partial} read in part or with damage, "
        f"{counts.rejected} rejected, {counts.passed_over} passed over."
    )
