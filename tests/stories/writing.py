"""Builders: a report with sentences and names in one line, and texts about invented towns."""

from __future__ import annotations

from datetime import date

from consilience.model.annotations import Annotations, Name, NameType, PartAnnotations, Sentence
from consilience.model.report import Removal, Report, Run, Stated
from consilience.model.spans import Part, Span, TokenRange, trimmed
from consilience.model.story import AnnotatedReport
from consilience.model.time import Moment, TimeMention
from consilience.stories.clusters import Grouped, of_interest
from consilience.stories.frequencies import weights

FIRE = (
    "A fire tore through the sawmill in Oddenby before sunrise on Tuesday. Two carpenters were taken to hospital with burns. "
    "The brigade needed six hours to bring the flames under control. Sparks had set light to a stack of larch planks. "
    "Mayor Ilse Torv said the sawmill would be rebuilt within a year. Neighbours carried buckets from the mill pond. "
    "Investigators will look at the boiler house on Wednesday. The sawmill employs forty people from the valley."
)
FIRE_AGAIN = (
    "Flames destroyed a sawmill in Oddenby early on Tuesday and two carpenters suffered burns. Ilse Torv, the mayor, "
    "promised that the mill would be rebuilt. Firefighters fought for six hours; larch planks had caught sparks from "
    "the boiler house, an employee thought. The mill pond served the brigade with water while neighbours stood by "
    "with buckets."
)
FIRE_ELSEWHERE = (
    "A fire broke out in a bakery in Karlsund before sunrise on Tuesday. Three apprentices were taken to hospital with "
    "smoke in their lungs. The brigade had the flames under control within an hour. An oven door had been left open, "
    "baker Nils Hamre said. The shop will stay closed until Saturday."
)
ELECTION = (
    "Voters in Karlsund chose a new harbour council on Sunday. The Reform Alliance won nine of seventeen seats. Turnout rose "
    "to sixty per cent, the returning officer said. Outgoing chairman Petter Aune conceded before midnight. The alliance "
    "wants to dredge the southern channel. Its opponents warn of debts that the port can never repay."
)
SPEECH = (
    '"We came to this shore with nothing, we built a lighthouse, a school and a ropewalk with our bare hands, and nobody who '
    "sits in a warm office three hundred miles away will tell us to leave it, neither this winter nor in any winter that our "
    'grandchildren will live to see on these rocks," {}.'
)

Named = tuple[tuple[str, NameType], ...]


def told(
    name: str,
    text: str,
    *,
    title: str = "",
    outlet: str | None = None,
    day: date | None = None,
    agency: str | None = None,
    names: Named = (),
    times: tuple[str, ...] = (),
    removed: tuple[str, ...] = (),
) -> AnnotatedReport:
    """A report of one text; sentences end at a full stop before a blank, names stand wherever their words do."""
    report = Report(
        id=name, source=name, kind="text", state="accepted", reason="", sha256="", encoding="utf-8", language="en",
        text=text, title=title, headline=None, outlet=_stated(outlet), byline=None, dateline=None, agency=_stated(agency),
        place_of_writing=None, published=Moment(day, day) if day else None, published_stated=None, url=None,
        removed=tuple(Removal(Span(text.index(r), text.index(r) + len(r)), "test", "") for r in removed),
        captions=(), damage=(), layer_map=(Run(Span(0, len(text)), Span(0, len(text))),),
    )  # fmt: skip
    parts = [_part("text", text, names, times)]
    if title:
        parts.append(_part("title", title, names, ()))
    return AnnotatedReport(report, Annotations(tuple(parts), ()), (), (), ())


def noted(name: str, text: str, **facts: object) -> Grouped:
    """What grouping keeps of such a report."""
    return of_interest(told(name, text, **facts), weights())  # type: ignore[arg-type]  # the facts are those of told


def _stated(value: str | None) -> Stated | None:
    return Stated(value, None, None, "test") if value is not None else None


def _part(part: Part, text: str, names: Named, times: tuple[str, ...]) -> PartAnnotations:
    none = TokenRange(0, 0)
    found = tuple(
        Name(Span(text.index(name), text.index(name) + len(name)), none, kind) for name, kind in names if name in text
    )
    sentences = tuple(Sentence(span, none, 0) for span in _sentences(text))
    mentions = tuple(TimeMention(part, Span(0, 0), form, "point", "day", "unknown", None, None, "") for form in times)
    whole = (Span(0, len(text)),)
    return PartAnnotations(part, whole, sentences, (), found, (), (), mentions, (), ())


def _sentences(text: str) -> list[Span]:
    found, at = [], 0
    for end in [i + 1 for i in range(len(text)) if text[i] in ".\n" and text[i + 1 : i + 2] in ("", " ", "\n")]:
        found.append(trimmed(text, Span(at, end)))
        at = end
    if text[at:].strip():
        found.append(trimmed(text, Span(at, len(text))))
    return found
