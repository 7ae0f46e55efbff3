"""One sentence of an example report at each of the nine stages, with the values the program gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import fill
from types import MappingProxyType
from typing import TypeVar

from consilience.model.account import Account, Claim, Difference
from consilience.model.annotations import PartAnnotations, Sentence
from consilience.model.event import Proposition
from consilience.model.spans import Span, covers, hull, overlap
from consilience.model.statement import Statement
from consilience.model.story import AnnotatedReport
from consilience.pipeline import Reading
from consilience.present.labels import report_names, standing_badge

_T = TypeVar("_T")
_FILE = "examples/reports/05_drosna_morning_post.html"
_WORDS = "three people were killed"
_SHOWN = 12
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Journey:
    """The sentence that is followed, with the report, the account and the claim it ends in."""

    found: AnnotatedReport
    part: PartAnnotations
    sentence: Sentence
    account: Account
    proposition: Proposition
    claim: Claim

    def words(self, span: Span) -> str:
        """The words at a span of the report, on one line."""
        return " ".join(self.found.report.text[span.start : span.end].split())


@cache
def journey(findings: Reading) -> Journey:
    """The sentence of the tour; raises LookupError where a stage has lost it."""
    found = _only(r for r in findings.reports if r.report.source == _FILE)
    at = found.report.text.index(_WORDS)
    part = _only(p for p in found.annotations.parts if p.part == "text")
    sentence = _only(s for s in part.sentences if s.span.start <= at < s.span.end)
    account = _only(a for a in findings.accounts if found.report.id in a.frame.story.reports)
    place = Span(at, at + len(_WORDS))
    near = sorted(found.propositions, key=lambda p: -sum(overlap(s, place) for s in p.spans))
    claim = _only(c for c in account.claims if any(s.proposition == near[0].id for s in c.support))
    return Journey(found, part, sentence, account, near[0], claim)


def _only(items: Iterable[_T]) -> _T:
    listed = list(items)
    if len(listed) != 1:
        raise LookupError(f"the sentence of the tour is lost: {len(listed)} things stand where one was looked for")
    return listed[0]


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _range(span: Span) -> str:
    return f"{span.start}–{span.end}"


def page(findings: Reading) -> str:
    """Stage one: the bytes of the file."""
    report = journey(findings).found.report
    size = len((_ROOT / _FILE).read_bytes())
    return _table(
        ["field", "value"],
        [("source", f"`{report.source}`"), ("bytes", size), ("SHA-256", f"`{report.sha256}`"), ("kind", report.kind)],
    )


def cleaned(findings: Reading) -> str:
    """Stage two: what the page states, and what was removed."""
    tour = journey(findings)
    report = tour.found.report
    stated = (("outlet", report.outlet), ("published", report.published_stated), ("dateline", report.dateline),
              ("agency", report.agency), ("place of writing", report.place_of_writing))  # fmt: skip
    facts = [
        (name, fact.value, fact.rule, _range(fact.span) if fact.span else "") if fact else (name, "not stated", "", "")
        for name, fact in stated
    ]
    removed = [(_range(r.span), r.rule, _shortened(tour.words(r.span)), r.because) for r in report.removed[:_SHOWN]]
    run = _only(r for r in report.layer_map if covers(r.layer, tour.proposition.spans[0]))
    more = f"\n\nand {len(report.removed) - _SHOWN} more" if len(report.removed) > _SHOWN else ""
    head = f"Report `{report.id}`, state {report.state}, encoding {report.encoding}, language {report.language}.\n\n"
    return (
        head
        + _table(["what the page states", "value", "known from", "offsets"], facts)
        + "\n\n"
        + _table(["removed", "rule", "words", "reason"], removed)
        + more
        + f"\n\nThe text layer has {len(report.text)} characters. The sentence stands in its stretch {_range(run.layer)}, "
        + f"which was made from the characters {_range(run.page)} of the page."
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def annotated(findings: Reading) -> str:
    """Stage three: the sentence, its words and tree, and what stands in it."""
    tour = journey(findings)
    first, last = tour.sentence.tokens
    words = [
        (at - first, t.word, t.lemma, t.tag, t.relation, "" if t.head < 0 else tour.part.tokens[t.head].word)
        for at, t in enumerate(tour.part.tokens[first:last], start=first)
    ]
    within = tour.sentence.span
    entities = {e.id: e.name for e in tour.found.annotations.entities}
    things = [("name", n.span, f"{n.type}, entity {entities.get(n.entity or '', 'none')}") for n in tour.part.names]
    things += [("quantity", q.span, f"{_number(q.low)} to {_number(q.high)} {q.unit}") for q in tour.part.quantities]
    things += [("time", t.span, t.expression) for t in tour.part.times]
    things += [("place", p.span, f"{p.kind}, {p.because}") for p in tour.part.places]
    rows = [(kind, _range(span), tour.words(span), said) for kind, span, said in things if covers(within, span)]
    return (
        f"Sentence {_range(within)}: “{tour.words(within)}”\n\n"
        + _table(["", "word", "lemma", "tag", "relation", "to"], words)
        + "\n\n"
        + _table(["found", "offsets", "words", "reading"], rows)
    )


def _number(value: float | None) -> str:
    return "open" if value is None else f"{value:g}"


def statements(findings: Reading) -> str:
    """Stage four: who says what in the sentence, through whom."""
    tour = journey(findings)
    here = [s for s in tour.found.statements if s.part == "text" and covers(tour.sentence.span, hull(s.content))]
    return "\n\n".join(_statement(tour, s) for s in here)


def _statement(tour: Journey, s: Statement) -> str:
    outlet = tour.found.report.outlet
    links = (link.name or f"{link.type}: {tour.words(link.source) if link.source else ''}" for link in s.chain)
    chain = " → ".join([outlet.value if outlet else "not stated", *links])
    rows = [
        ("content", " […] ".join(tour.words(c) for c in s.content), ", ".join(map(_range, s.content))),
        ("source", tour.words(s.source) if s.source else "none", _range(s.source) if s.source else ""),
        ("cue", tour.words(s.cue) if s.cue else "none", _range(s.cue) if s.cue else ""),
        ("manner, act, status", f"{s.manner}, {s.act}, {s.status}", ""),
        ("chain", chain, ""),
        ("within", f"`{s.within}`" if s.within else "no other statement", ""),
        ("why", s.because, ""),
    ]
    return f"Statement `{s.id}`:\n\n" + _table(["", "", "offsets"], rows)


def coded(findings: Reading) -> str:
    """Stage five: the clause that claims are lined up from, and the events of the sentence."""
    tour = journey(findings)
    p = tour.proposition
    events = [e for e in tour.found.events if e.part == "text" and covers(tour.sentence.span, e.trigger)]
    rows = [
        ("words", " ".join(tour.words(s) for s in p.spans)),
        ("act", p.act),
        ("who", ", ".join(w.name for w in p.who) or "nobody named"),
        ("quantities", ", ".join(tour.words(q) for q in p.quantities) or "none"),
        ("status", p.status + (", negated" if p.negated else "")),
        ("hangs on statement", f"`{p.statement}`" if p.statement else "none: the outlet's own voice"),
        (
            "events",
            ", ".join(f"{e.type} ({e.status}): {e.because}" for e in events) or "none",
        ),
    ]
    return f"Proposition `{p.id}`:\n\n" + _table(["", ""], rows)


def grouped(findings: Reading) -> str:
    """Stage six: the story, and why the report is in it."""
    tour = journey(findings)
    story = tour.account.frame.story
    member = _only(m for m in story.members if m.report == tour.found.report.id)
    family = _only(f for f in story.families if tour.found.report.id in f.reports)
    copies = [f for f in story.families if len(f.reports) > 1]
    rows = [
        ("story", f"`{story.id}`, {len(story.reports)} reports"),
        ("why this report", member.because),
        ("its copy family", f"{family.kind}: {family.because}"),
        ("copies in the story", "; ".join(f.because for f in copies) or "none"),
    ]
    return _table(["", ""], rows)


def lined_up(findings: Reading) -> str:
    """Stage seven: the claim, with the words of each report."""
    tour = journey(findings)
    names, by_id = report_names(findings), {r.report.id: r.report for r in findings.reports}
    rows = []
    for s in tour.claim.support:
        text = " […] ".join(" ".join(by_id[p.report].text[p.span.start : p.span.end].split()) for p in s.passages)
        rows.append((names[s.report].short, text, ", ".join(_range(p.span) for p in s.passages), s.stance))
    head = f"Claim `{tour.claim.id}`: “{tour.claim.wording}”. Lined up because: {tour.claim.because}.\n\n"
    return head + _table(["report", "its words", "offsets", "stance"], rows)


def reconciled(findings: Reading) -> str:
    """Stage eight: origins, standing, and what it stands against."""
    tour = journey(findings)
    origins = [(o.name, o.type, o.stake, o.because) for o in tour.claim.origins.members]
    count = tour.claim.origins
    badge = standing_badge(tour.claim.standing, count)
    against = [d for d in tour.account.differences if tour.claim.id in d.claims]
    lines = [
        f"- standing: {badge.shape} {badge.word} {badge.number}: {tour.claim.standing_because}",
        f"- counted: at least {count.low}, at most {count.high}: {count.because}",
        *(f"- difference: {d.kind}, {d.scope}: {_sides(d)}. {d.because}" for d in against),
    ]
    return _table(["origin", "type", "stake", "because"], origins) + "\n\n" + "\n".join(lines)


def _sides(difference: Difference) -> str:
    return " against ".join(f"“{side.value}”" for side in difference.sides)


def shown(findings: Reading) -> str:
    """Stage nine: the sentence of the account that the claim ends in."""
    tour = journey(findings)
    related = {c for d in tour.account.differences if tour.claim.id in d.claims for c in d.claims} | {tour.claim.id}
    made = [s for s in tour.account.sentences if set(s.claims) & related]
    if not made:
        return "The claim stands in the lists below the account; no sentence of the account needs it."
    pieces = "".join(p.text for p in made[0].pieces)
    badge = standing_badge(made[0].standing, made[0].origins)
    rule = f"chosen by the rule “{made[0].rule}”"
    pieces = fill(pieces, 100)
    return f"```text\n{pieces}\n{badge.shape} {badge.word} {badge.number}\n{rule}\n```"


BLOCKS: Mapping[str, Callable[[Reading], str]] = MappingProxyType(
    {
        "tour page": page,
        "tour clean": cleaned,
        "tour annotate": annotated,
        "tour statements": statements,
        "tour events": coded,
        "tour story": grouped,
        "tour claim": lined_up,
        "tour account": reconciled,
        "tour shown": shown,
    }
)
