"""Whose medium an outlet is by what the reports themselves say: a state's ("the state news agency"), or a body's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consilience.lexicons import table, word_set
from consilience.model.report import Report
from consilience.model.story import Actor, AnnotatedReport
from consilience.reconcile.papers import is_paper
from consilience.wording import fold, words

_OWNERS = frozenset(("company", "facility", "government", "organisation", "party", "person"))
_ADDRESS = re.compile(
    r"(?:www\.|[a-z]+\.)?(?P<label>[a-z0-9-]+)\.(?:com|org|net|edu|gov|int|info|eu|[a-z]{2}|(?:co|com|org|ac|gov)\.[a-z]{2})"
)
_LETTERS = 5  # letters of an address from which it tells whose it is
_NEAR = 4  # words behind "state" in which the kind of medium must come
_TAIL = 600  # characters at the end of a report in which it may say who publishes it
_PUBLISHED = re.compile(r"\b(?:is|are) (?:published|issued|put out) by (?P<by>[^.\n]{3,80})")
_ORGAN = re.compile(r"\b(?:(?:official )?(?:organ|newspaper|paper|journal)|[Vv]oice) of (?P<by>[^.\n]{3,60})")


def state_media_told(reports: Sequence[AnnotatedReport], actor_names: Mapping[str, str]) -> dict[str, str]:
    """Folded names of media that a masthead or a report calls a state's, and the words that do.

    `actor_names` gives the story's name of each entity. "State agency" alone counts for outlets of the story only:
    other state agencies bring no news.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    outlets = {fold(stated.value) for told in reports for stated in (told.report.outlet, told.report.agency) if stated}
    for told in reports:
        for said in _mastheads(told.report):
            if told.report.outlet is not None and _calls_state_medium(said, known=False):
                found[fold(told.report.outlet.value)].add(said)
        for entity in told.annotations.entities:
            name = fold(actor_names.get(entity.id, entity.name))
            for said in entity.described:
                if entity.type != "person" and _calls_state_medium(said, known=name in outlets):
                    found[name].add(said)
    return {name: min(said) for name, said in found.items()}


def houses(reports: Sequence[AnnotatedReport], actors: Sequence[Actor]) -> dict[str, tuple[str, str]]:
    """For outlets, by folded name, that say which party, union or other body publishes them: its id and those words."""
    bodies = [a for a in actors if a.type in ("party", "organisation", "government", "company", "group")]
    found = {}
    for told in reports:
        if told.report.outlet is None:
            continue
        own = fold(told.report.outlet.value)
        for said, by in _publishers(told.report):
            named = {a.id for a in bodies for n in (a.name, *a.aliases) if _names(by, n) and fold(a.name) != own}
            if len(named) == 1:
                found[own] = (named.pop(), said)
    return found


def sites(reports: Sequence[AnnotatedReport], actors: Sequence[Actor]) -> dict[str, str]:
    """For outlets, by folded name, that are the site of a body or person of the story by their address: its id."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            plain = name.removeprefix("the ").removeprefix("The ")
            if actor.type in _OWNERS and not is_paper(plain) and plain not in table("media", "named"):
                named["".join(words(plain))].add(actor.id)
    found = {}
    for outlet in {fold(t.report.outlet.value) for t in reports if t.report.outlet is not None}:
        own = {a for label in _labels(outlet) for a in named.get(label, ())}
        if len(own) == 1:
            found[outlet] = own.pop()
    return found


def _labels(outlet: str) -> set[str]:
    """What an address says of whose it is: its chief label, and that without "go" or "the" before it."""
    match = _ADDRESS.fullmatch(outlet)
    if (
        match is None
        or outlet in table("outlet_domains", "domains")
        or match["label"] in word_set("outlet_domains", "common")
    ):
        return set()
    label = match["label"].replace("-", "")
    short = label.removeprefix("go") if label.startswith("go") else label.removeprefix("the")
    return {one for one in (label, short) if len(one) >= _LETTERS}


def _mastheads(report: Report) -> Iterator[str]:
    for removal in report.removed:
        if removal.rule == "masthead":
            yield " ".join(report.text[removal.span.start : removal.span.end].split())


def _publishers(report: Report) -> Iterator[tuple[str, str]]:
    for line in _mastheads(report):
        if (match := _ORGAN.match(line)) is not None:
            yield line, match["by"]
    for match in _PUBLISHED.finditer(report.text[-_TAIL:]):
        yield " ".join(match[0].split()), match["by"]


def _names(by: str, name: str) -> bool:
    """Whether a publisher's words name a body, whole and not inside another name's words."""
    said, whole = words(by), words(name.removeprefix("the ").removeprefix("The "))
    return len(whole) > 1 and any(said[n : n + len(whole)] == whole for n in range(len(said)))


def _calls_state_medium(said: str, *, known: bool) -> bool:
    """Whether words hold "state" before a kind of medium: "state news agency", "state-run radio"."""
    listed = words(said)
    kinds = word_set("stakes", "media_kinds") | ({"agency"} if known else frozenset())
    return any(word == "state" and kinds & set(listed[n + 1 : n + _NEAR]) for n, word in enumerate(listed))
