"""Short names and badges: what a report, a standing and a stake are called everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from consilience.model.account import Coverage, Findings, OriginCount, Stake, Stance, Standing
from consilience.model.report import Report
from consilience.model.time import Moment
from consilience.present.visible import one_line, shortened

_LONGEST_NAME = 48
_LONGEST_TITLE = 34
_FIRST = 80  # letters of a text in which its first words are looked for


@dataclass(frozen=True, slots=True)
class ReportName:
    """How a report is called on every screen: its number in the run, and its outlet or its number and headline."""

    number: int
    short: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """Shape, word and number together, so that no meaning rests on a colour; `plain` is the shape in ASCII."""

    shape: str
    plain: str
    word: str
    number: str
    tone: str


_STANDINGS: MappingProxyType[Standing, tuple[str, str, str, str]] = MappingProxyType(
    {
        "agreed by independent origins": ("●", "*", "agreed by", "agreed"),
        "parties only": ("◐", "%", "told by parties only,", "parties"),
        "one origin": ("○", "o", "rests on", "one"),
        "disputed": ("◆", "!", "disputed,", "disputed"),
        "outlet's own voice": ("□", "=", "outlet's own voice,", "own"),
        "unsure": ("?", "?", "unsure,", "unsure"),
    }
)
_STAKES: MappingProxyType[Stake, tuple[str, str, str]] = MappingProxyType(
    {
        "party": ("▲", "^", "party"),
        "ally of a party": ("△", "^", "ally of a party"),
        "opponent": ("▼", "v", "opponent"),
        "bystander": ("■", "#", "bystander"),
        "anonymous": ("◌", "~", "anonymous"),
        "unknown": ("▫", ".", "stake unknown"),
    }
)
STAKE_ORDER: tuple[Stake, ...] = ("party", "ally of a party", "opponent", "bystander", "anonymous", "unknown")
COVERAGE_SHAPES: MappingProxyType[Coverage, str] = MappingProxyType(
    {
        "carries": "●",
        "carries with another origin": "◐",
        "left out": "○",
        "not yet known": "–",
        "cannot tell": "?",
    }
)
STANCE_WORDS: MappingProxyType[Stance, str] = MappingProxyType(
    {"asserts": "says so", "denies": "denies it", "asks": "asks", "plans": "plans it", "declines": "declines to say"}
)


def report_names(findings: Findings) -> dict[str, ReportName]:
    """The short name of each report by its id; outlets that stand twice are told apart by the report's number."""
    outlets = Counter(_outlet(found.report) for found in findings.reports)
    names = {}
    for number, found in enumerate(findings.reports, start=1):
        outlet = _outlet(found.report)
        if outlet is None:
            short = f"Report {number} ({_called(found.report)})"
        else:
            short = outlet if outlets[outlet] == 1 else f"{outlet} ({number})"
        names[found.report.id] = ReportName(number, short, outlet is not None)
    return names


def headline(report: Report) -> str:
    """The headline as the page gives it; empty where it gives none."""
    if report.title:
        return report.title
    return report.text[report.headline.start : report.headline.end] if report.headline else ""


def _called(report: Report) -> str:
    """What tells a report of an unnamed outlet from others: its headline, else its first words, else its file."""
    first = one_line(headline(report)) or one_line(report.text[:_FIRST].strip())
    return f"“{shortened(first, _LONGEST_TITLE)}”" if any(c.isalnum() for c in first) else file_name(report.source)


def file_name(source: str) -> str:
    """The last part of a path as typed, its middle left out where it is long."""
    name = one_line(source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]) or "unnamed"
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem:
        stem, ending = name, ""
    return f"{stem[:8]}…{ending}" if len(name) > 18 else name


def standing_badge(standing: Standing, count: OriginCount) -> Badge:
    """The badge of a standing with the number of independent origins."""
    shape, plain, word, tone = _STANDINGS[standing]
    number = origins_number(count)
    return Badge(
        shape, plain, word, number.replace("origin", "independent origin") if tone == "agreed" else number, tone
    )


def standing_shape(standing: Standing) -> str:
    """The shape of a standing alone, for legends and tables whose heads give the word."""
    return _STANDINGS[standing][0]


def stake_badges(count: OriginCount) -> tuple[Badge, ...]:
    """One badge a stake, with the number of origins that have it."""
    stakes = Counter(origin.stake for origin in count.members)
    return tuple(Badge(*_STAKES[stake], str(stakes[stake]), "stake") for stake in STAKE_ORDER if stakes[stake])


def stake_mark(stake: Stake) -> str:
    """Shape and word of a stake."""
    return f"{_STAKES[stake][0]} {_STAKES[stake][2]}"


def origins_number(count: OriginCount) -> str:
    """The number of independent origins in words: `1 origin`, `2 origins`, `1 to 2 origins`."""
    if count.low != count.high:
        return f"{count.low} to {count.high} origins"
    return numbered(count.low, "origin")


def numbered(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 report`, `2 reports`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def few(names: Sequence[str]) -> str:
    """At most two names, the rest counted: `A, B and 3 more`."""
    shown = ", ".join(one_line(name) for name in names[:2])
    return f"{shown} and {len(names) - 2} more" if len(names) > 2 else shown


def ranges(names: Iterable[ReportName]) -> str:
    """The numbers of reports as `report 3` or `reports 1, 4–9`."""
    numbers = [name.number for name in names]
    return f"{'report' if len(numbers) == 1 else 'reports'} {number_ranges(numbers)}"


def number_ranges(numbers: Iterable[int]) -> str:
    """Numbers as `1, 4–9`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" if b > a + 1 else f"{a}, {b}" for a, b in runs)


def moment_words(moment: Moment | None) -> str:
    """A day, month, year or interval in words; `day not stated` for None."""
    if moment is None:
        return "day not stated"
    first, last = moment.earliest, moment.latest
    if first == last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (last + timedelta(1)).day == 1:
        return _span_words((f"{first:%B}", str(first.year)), (f"{last:%B}", str(last.year)))
    return _span_words((str(first.day), f"{first:%B}", str(first.year)), (str(last.day), f"{last:%B}", str(last.year)))


def _span_words(first: tuple[str, ...], last: tuple[str, ...]) -> str:
    """`4 to 5 March 2031`: what both ends share at their end is said once; one word where they are the same."""
    if first == last:
        return " ".join(last)
    differing = [at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b][-1]
    return f"{' '.join(first[: differing + 1])} to {' '.join(last)}"


def day_words(day: date) -> str:
    """A day as `4 March 2031`."""
    return f"{day.day} {day:%B} {day.year}"


def moment_key(moment: Moment | None) -> str:
    """A day as `2031-03-04`, an interval as `2031-03-01/2031-03-31` (ISO 8601), empty for None."""
    if moment is None:
        return ""
    first, last = moment.earliest.isoformat(), moment.latest.isoformat()
    return first if first == last else f"{first}/{last}"


def _outlet(report: Report) -> str | None:
    if report.outlet is None or not report.outlet.value.strip():
        return None
    return shortened(one_line(report.outlet.value), _LONGEST_NAME)
