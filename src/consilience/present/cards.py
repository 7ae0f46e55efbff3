"""Report cards: what is known of each report, what was removed from it, and whose text it shares."""

from __future__ import annotations

from dataclasses import dataclass

from consilience.model.account import Account
from consilience.model.report import Report, Stated
from consilience.model.story import Family
from consilience.present.evidence import names_of
from consilience.present.labels import ReportName, headline, moment_words
from consilience.present.sections import columns
from consilience.present.shelf import Shelf, sentence_count
from consilience.present.visible import one_line, reason, visible

_LONGEST_STRETCH = 600


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
    sha256: str
    name: ReportName
    headline: str
    facts: tuple[Fact, ...]
    removed: tuple[Stretch, ...]
    damage: tuple[str, ...]
    family: str
    member: str


def cards(account: Account, shelf: Shelf) -> tuple[Card, ...]:
    """The report cards of a story in the run's order."""
    families = {report: family for family in account.frame.story.families for report in family.reports}
    members = {member.report: reason(member.because) for member in account.frame.story.members}
    return tuple(
        _card(shelf, report, families.get(report), members.get(report, "")) for report, _ in columns(account, shelf)
    )


def _card(shelf: Shelf, report_id: str, family: Family | None, member: str) -> Card:
    report = shelf.reports[report_id].report
    return Card(
        report_id,
        report.sha256,
        shelf.names[report_id],
        one_line(headline(report)),
        _facts(report, sentence_count(shelf.reports[report_id])),
        tuple(
            Stretch(_long(visible(report.text[r.span.start : r.span.end]).strip()), r.rule, reason(r.because))
            for r in report.removed
            if report.text[r.span.start : r.span.end].strip()
        ),
        tuple(_damage(report, at) for at in range(len(report.damage))),
        _family(shelf, report_id, family),
        member,
    )


def _facts(report: Report, sentences: int) -> tuple[Fact, ...]:
    state = f"{report.state}: {one_line(report.reason)}" if report.reason else report.state
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
    return f"{word} {others}{agency}. {reason(family.because)}"


def _long(text: str) -> str:
    """A very long stretch with its middle counted instead of shown."""
    if len(text) <= _LONGEST_STRETCH:
        return text
    kept = _LONGEST_STRETCH // 2
    return f"{text[:kept]} … {len(text) - 2 * kept} characters … {text[-kept:]}"
