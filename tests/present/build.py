"""A hand-made account of an invented happening, and a hostile and a large one, to show and test outputs with."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from consilience.model.account import (
    Account,
    AccountSentence,
    Claim,
    Coverage,
    CoverageCell,
    Difference,
    Doubt,
    EventEntry,
    Findings,
    NotTold,
    Origin,
    OriginCount,
    Quote,
    Side,
    Stance,
    Standing,
    Support,
    TimelineEntry,
    Wording,
    WordingRow,
    Words,
)  # fmt: skip
from consilience.model.annotations import Annotations, Entity, Name, PartAnnotations, Sentence
from consilience.model.ids import content_id
from consilience.model.report import Damage, Rejection, Removal, Report, Stated
from consilience.model.spans import Part, Passage, Span, TokenRange
from consilience.model.statement import Act, Link, Manner, Speaker, Statement, Status
from consilience.model.story import Actor, AnnotatedReport, Family, Membership, Story, StoryFrame
from consilience.model.time import Moment

COURIER = """SULE, March 5 - Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday, both delegations said.

“We leave with a signature and with work still to do,” Marrow told reporters on the quay.

A fire destroyed a customs warehouse that night. Harbour master Piet Lanning said two people were hurt.

Vask will visit Tandria in the autumn, his office said. It denied that grain had been held back in the winter.

Sign up for our morning letter and never miss a story
"""

WIRE = """SULE, 5 March (KSW) -- Kessia and Tandria have sealed a grain pact, President Oren Vask said in Sule.

The text was signed on 4 March in the old customs hall. Vask's office said he would travel to Tandria in autumn.

“Nobody has held back one sack of grain,” his spokeswoman Dora Kell said.
"""

MIRROR = """Kessia and Tandria have sealed a grain pact, President Oren Vask said in Sule, according to Kessian State Wire.

The text was signed on 4 March in the old customs hall. Vask's office said he would travel to Tandria in autumn.

ADVERTISEMENT

“Nobody has held back one sack of grain,” his spokeswoman Dora Kell said.
"""

UNKNOWN = """Total Views: 2,113
GRAIN PACT SIGNED AMID BLAZE
The strongman of Kessia and the Tandrian premier put their names to a grain deal on Tuesday in Sule.
At least four people were injured when a customs depot burned down, a fire officer said.
The premier said they would leave with a signature but with much unfinished work. The caf\ufffd on the quay stayed open.
You may also like: Ten harbours to see before you sail
"""

TRIBUNE = """Tandria's premier came home from Sule on Wednesday with a grain agreement.

Two officials who asked not to be named said Kessia had held back grain through the winter to force the talks.

Kessia rejects this. Neither side would say how much grain the agreement covers.

Four people were treated for burns after the warehouse fire, the Sule hospital said in a statement.
"""

_SENTENCE = re.compile(r"\S(?:.*?)(?:[.!?]”?(?=\s)|$)", re.MULTILINE)


def passage(report: AnnotatedReport, words: str, part: Part = "text") -> Passage:
    """The passage of the first place where a report says these words."""
    text = report.report.title if part == "title" else report.report.text
    start = text.index(words)
    return Passage(report.report.id, part, Span(start, start + len(words)))


def made(name: str, text: str, *, title: str = "", outlet: str | None = None, kind: str = "html") -> AnnotatedReport:
    """A report with its sentences and no more."""
    report = Report(
        id=content_id(name), source=f"reports/{name}", kind="html" if kind == "html" else "text", state="accepted",
        reason="", sha256=content_id(text) * 5, encoding="utf-8", language="en", text=text, title=title, headline=None,
        outlet=Stated(outlet, None, None, "outlet from the page's own name") if outlet else None, byline=None,
        dateline=None, agency=None, place_of_writing=None, published=None, published_stated=None, url=None, removed=(),
        captions=(), damage=(), layer_map=(),
    )  # fmt: skip
    parts = [_part("text", text)] + ([_part("title", title)] if title else [])
    return AnnotatedReport(report, Annotations(tuple(parts), ()), (), (), ())


def _part(part: Part, text: str) -> PartAnnotations:
    spans = [Span(*m.span()) for m in _SENTENCE.finditer(text)]
    sentences = tuple(Sentence(span, TokenRange(0, 0), at) for at, span in enumerate(spans))
    return PartAnnotations(part, (), sentences, (), (), (), (), (), (), (), ())


def said(
    report: AnnotatedReport, content: str, chain: tuple[tuple[str | None, str, str], ...], cue: str,
    manner: Manner = "indirect", act: Act = "asserted", status: Status = "happened",
) -> AnnotatedReport:  # fmt: skip
    """The report with one more statement; each link is a name, a type and the words that stand for it."""
    links = tuple(
        Link(name, type_, None, passage(report, words).span if words else None, None)  # type: ignore[arg-type]
        for name, type_, words in chain
    )
    span = passage(report, content).span
    last = links[-1]
    statement = Statement(
        id=content_id(report.report.id, span), part="text", content=(span,), source=last.source,
        cue=passage(report, cue).span, manner=manner, act=act, status=status, scope="statement", hedged=False,
        within=None, speaker=Speaker(last.name, last.type, last.id, (), chain[-1][2]), chain=links,
        rule="speech verb", because=f"“{cue}” attributes the words to “{chain[-1][2]}”.",
    )  # fmt: skip
    return replace(report, statements=(*report.statements, statement))


def removed(report: AnnotatedReport, words: str, rule: str, because: str) -> AnnotatedReport:
    """The report with a stretch removed."""
    cut = Removal(passage(report, words).span, rule, because)
    return replace(report, report=replace(report.report, removed=(*report.report.removed, cut)))


def _stated(value: str) -> Stated:
    return Stated(value, None, None, "stated by the page")


def courier() -> AnnotatedReport:
    """An outlet on the spot, with a letter-sign-up line that was removed."""
    report = made("courier.html", COURIER, title="Grain deal signed in Sule", outlet="The Sule Courier")
    day = date(2031, 3, 5)
    report = replace(report, report=replace(
        report.report, byline=_stated("Mara Dent"), dateline=_stated("SULE, March 5"),
        published=Moment(day, day), url="https://www.sulecourier.example/grain?edition=late&page=1",
    ))  # fmt: skip
    report = removed(report, "Sign up for our morning letter and never miss a story", "newsletter line",
                     "It asks the reader to subscribe and tells nothing of the happening.")  # fmt: skip
    for content, links, cue in (
        ("Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday",
         ((None, "group", "both delegations"),), "said."),
        ("We leave with a signature and with work still to do", (("Ilse Marrow", "person", "Marrow"),), "told"),
        ("two people were hurt", (("Piet Lanning", "person", "Harbour master Piet Lanning"),), "said two"),
        ("Vask will visit Tandria in the autumn", (("Office of the President of Kessia", "government", "his office"),),
         "said. It"),
        ("grain had been held back in the winter", (("Office of the President of Kessia", "government", "his office"),),
         "denied"),
    ):  # fmt: skip
        direct = content.startswith("We leave")
        report = said(report, content, links, cue, "direct" if direct else "indirect",
                      "denied" if cue == "denied" else "asserted", "planned" if "will visit" in content else "happened")  # fmt: skip
    return report


def _wire_statements(report: AnnotatedReport, first: tuple[tuple[str | None, str, str], ...]) -> AnnotatedReport:
    office = ("Office of the President of Kessia", "government", "Vask's office")
    kell = ("Dora Kell", "person", "his spokeswoman Dora Kell")
    report = said(report, "Kessia and Tandria have sealed a grain pact", (*first, ("Oren Vask", "person", "President Oren Vask")), "said in")
    report = said(report, "he would travel to Tandria in autumn", (*first[:0], office), "said he", status="planned")
    return said(report, "Nobody has held back one sack of grain", (kell,), "said.\n", "direct", "denied")


def wire() -> AnnotatedReport:
    """The agency of one of the two states."""
    report = made("wire.html", WIRE, title="Grain pact sealed", outlet="Kessian State Wire")
    report = replace(report, report=replace(
        report.report, dateline=_stated("SULE, 5 March (KSW)"), agency=_stated("Kessian State Wire")))  # fmt: skip
    return _wire_statements(report, ())


def mirror() -> AnnotatedReport:
    """A paper that carries the agency's text."""
    report = made("mirror.html", MIRROR, title="Kessia, Tandria seal grain pact", outlet="Upland Mirror")
    report = removed(report, "ADVERTISEMENT", "advert mark", "A line of its own that only announces an advert.")
    return _wire_statements(report, (("Kessian State Wire", "state_media", "Kessian State Wire"),))


def unknown() -> AnnotatedReport:
    """A text file that names no outlet, with a damaged letter."""
    report = made("000_4d9f2c71e0b3.txt", UNKNOWN, kind="text")
    bad = report.report.text.index("\ufffd")
    report = replace(report, report=replace(
        report.report, state="partial", reason="1 damaged place", headline=passage(report, "GRAIN PACT SIGNED AMID BLAZE").span,
        encoding="utf-8 (damaged)", damage=(Damage(Span(bad, bad + 1), "lost character", "café"),)))  # fmt: skip
    report = removed(report, "Total Views: 2,113", "counter", "A count of readers, printed by the page.")
    report = removed(report, "You may also like: Ten harbours to see before you sail", "related link",
                     "It leads to another text.")  # fmt: skip
    report = said(report, "At least four people were injured when a customs depot burned down",
                  ((None, "anonymous", "a fire officer"),), "said.\n")  # fmt: skip
    return said(report, "they would leave with a signature but with much unfinished work",
                (("Ilse Marrow", "person", "The premier"),), "said they")  # fmt: skip


def tribune() -> AnnotatedReport:
    """An outlet of the other state, with anonymous officials."""
    report = made("tribune.html", TRIBUNE, title="What the premier brought home", outlet="Tandria Tribune")
    day = date(2031, 3, 6)
    report = replace(report, report=replace(report.report, published=Moment(day, day), byline=_stated("Jon Avery")))
    report = said(report, "Kessia had held back grain through the winter to force the talks",
                  ((None, "anonymous", "Two officials who asked not to be named"),), "said Kessia", act="accused")  # fmt: skip
    return said(report, "Four people were treated for burns after the warehouse fire",
                (("Sule hospital", "organisation", "the Sule hospital"), ("statement of the Sule hospital", "document", "a statement")),
                "said in")  # fmt: skip


def _support(
    report: AnnotatedReport, words: str, origin: str, *, statement: bool = True, stance: Stance = "asserts"
) -> Support:
    place = passage(report, words)
    ids = [s.id for s in report.statements if s.content == (place.span,)]
    known = ids[0] if statement and ids else None
    return Support(report.report.id, (place,), known, content_id("p", place), origin, stance)


ORIGINS = {
    "marrow": Origin("marrow", "Ilse Marrow", "person", "party", "Speaks for Tandria, a side of the agreement."),
    "vask": Origin("vask", "Oren Vask", "person", "party", "Speaks for Kessia, a side of the agreement."),
    "office": Origin("office", "Office of the President of Kessia", "government", "party", "A body of Kessia."),
    "kell": Origin("kell", "Dora Kell", "person", "ally of a party", "Spokeswoman of Kessia's president."),
    "delegations": Origin("delegations", "both delegations", "group", "party", "Members: Kessia, Tandria."),
    "lanning": Origin("lanning", "Piet Lanning", "person", "bystander", "Harbour master; no side of the agreement."),
    "hospital": Origin("hospital", "Sule hospital", "document", "bystander", "A statement of the hospital."),
    "officer": Origin("officer", "a fire officer", "anonymous", "anonymous", "Not named by the report."),
    "officials": Origin("officials", "two officials", "anonymous", "anonymous", "Asked not to be named."),
    "courier": Origin("courier", "The Sule Courier", "outlet", "bystander", "The outlet's own voice, on the spot."),
    "tribune": Origin("tribune", "Tandria Tribune", "outlet", "unknown", "The outlet's own voice."),
    "unidentified": Origin("unidentified", "unidentified outlets", "outlet", "unknown", "All outlets not stated count as one at most."),
}  # fmt: skip


def counted(low: int, high: int, members: tuple[str, ...], because: str) -> OriginCount:
    """A count of the fixture's origins."""
    return OriginCount(low, high, tuple(ORIGINS[m] for m in members), because)


def _coverage(reports: tuple[AnnotatedReport, ...], carried: dict[str, Coverage]) -> tuple[CoverageCell, ...]:
    why: dict[Coverage, str] = {
        "carries": "It tells this.",
        "carries with another origin": "It tells this with another origin.",
        "left out": "Another report had told it the day before this one was written.",
        "not yet known": "No report had told it when this one was written.",
        "cannot tell": "This report states no day of its own.",
    }
    cells: list[CoverageCell] = []
    for report in reports:
        what: Coverage = carried.get(report.report.id, "cannot tell")
        cells.append(CoverageCell(report.report.id, what, why[what]))
    return tuple(cells)


def claim(
    reports: tuple[AnnotatedReport, ...], support: tuple[Support, ...], standing: Standing, count: OriginCount,
    *, left_out: tuple[int, ...] = (), background: bool = False,
) -> Claim:  # fmt: skip
    """A claim whose wording is its first support's."""
    first = support[0]
    text = next(r for r in reports if r.report.id == first.report).report.text
    span = first.passages[0].span
    carried: dict[str, Coverage] = {reports[at].report.id: "left out" for at in left_out}
    carried |= {s.report: "carries" for s in support}
    return Claim(
        content_id("claim", span, first.report), text[span.start : span.end], first.passages, standing,
        f"{count.because} Standing: {standing}.", count, support, _coverage(reports, carried), background,
        "Same actors, same act, and days that agree.",
    )  # fmt: skip


def _claims(r: tuple[AnnotatedReport, ...]) -> tuple[Claim, ...]:
    c, w, m, u, t = r
    copy = "Upland Mirror carries Kessian State Wire's text: one telling."
    return (
        claim(r, (
            _support(c, "Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday", "delegations"),
            _support(w, "Kessia and Tandria have sealed a grain pact", "vask"),
            _support(m, "Kessia and Tandria have sealed a grain pact", "vask"),
            _support(u, "The strongman of Kessia and the Tandrian premier put their names to a grain deal on Tuesday in Sule.", "unidentified"),
            _support(t, "Tandria's premier came home from Sule on Wednesday with a grain agreement.", "tribune"),
        ), "agreed by independent origins", counted(2, 3, ("delegations", "vask", "tribune", "unidentified"),
            f"Both sides, and the Tribune in its own voice; an unidentified outlet may add one. {copy}")),
        claim(r, (_support(w, "The text was signed on 4 March in the old customs hall.", "vask", statement=False),
                  _support(m, "The text was signed on 4 March in the old customs hall.", "vask", statement=False)),
              "one origin", counted(1, 1, ("vask",), copy), left_out=(0, 4)),
        claim(r, (_support(c, "We leave with a signature and with work still to do", "marrow"),
                  _support(u, "they would leave with a signature but with much unfinished work", "marrow")),
              "one origin", counted(1, 1, ("marrow",), "One speaker, one utterance, in two wordings."), left_out=(4,)),
        claim(r, (_support(c, "A fire destroyed a customs warehouse that night.", "courier"),
                  _support(u, "a customs depot burned down", "officer"),
                  _support(t, "the warehouse fire", "hospital", statement=False)),
              "agreed by independent origins", counted(2, 3, ("courier", "officer", "hospital"),
              "An outlet on the spot and a hospital's statement; a fire officer is not named.")),
        claim(r, (_support(t, "Four people were treated for burns after the warehouse fire", "hospital"),
                  _support(u, "At least four people were injured when a customs depot burned down", "officer"),
                  _support(c, "two people were hurt", "lanning")),
              "disputed", counted(2, 3, ("hospital", "officer", "lanning"), "The harbour master says two, the others four.")),
        claim(r, (_support(c, "Vask will visit Tandria in the autumn", "office"),
                  _support(w, "he would travel to Tandria in autumn", "office"),
                  _support(m, "he would travel to Tandria in autumn", "office")),
              "parties only", counted(1, 1, ("office",), "One office speaks in all three reports."), left_out=(4,)),
        claim(r, (_support(t, "Kessia had held back grain through the winter to force the talks", "officials"),
                  _support(c, "grain had been held back in the winter", "office", stance="denies"),
                  _support(w, "Nobody has held back one sack of grain", "kell", stance="denies"),
                  _support(m, "Nobody has held back one sack of grain", "kell", stance="denies")),
              "disputed", counted(1, 1, ("officials",), "Anonymous officials alone assert it; Kessia denies it."), background=True),
        claim(r, (_support(t, "Neither side would say how much grain the agreement covers.", "tribune"),),
              "outlet's own voice", counted(1, 1, ("tribune",), "The Tribune tells it in its own voice."), left_out=(0,)),
        claim(r, (_support(u, "The caf\ufffd on the quay stayed open.", "unidentified"),),
              "unsure", counted(0, 1, ("unidentified",), "An unidentified outlet adds at most one.")),
    )  # fmt: skip


def _sentences(r: tuple[AnnotatedReport, ...], claims: tuple[Claim, ...]) -> tuple[AccountSentence, ...]:
    c, _, _, u, t = r
    plans = (
        ((0,), ((c, "Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday"), ".")),
        ((2,), ("Marrow said: ", (c, "“We leave with a signature and with work still to do,”"), ".")),
        ((3,), ((c, "A fire destroyed a customs warehouse that night"), ".")),
        ((4,), ("Sule hospital said ", (t, "Four people were treated for burns"), "; Piet Lanning said ", (c, "two people were hurt"), ".")),
        ((6,), ("Two officials, not named, said ", (t, "Kessia had held back grain through the winter to force the talks"),
                "; the Office of the President of Kessia ", (c, "denied that grain had been held back in the winter"), ".")),
        ((5,), ((c, "Vask will visit Tandria in the autumn, his office said"), ".")),
    )  # fmt: skip
    del u
    return tuple(_account_sentence(tuple(claims[i] for i in used), parts) for used, parts in plans)


def _account_sentence(used: tuple[Claim, ...], parts: tuple[object, ...]) -> AccountSentence:
    pieces = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(Words(part, ()))
        elif isinstance(part, tuple):
            report, words = part
            pieces.append(Words(words, (passage(report, words),)))
    reports = tuple(dict.fromkeys(s.report for claim_ in used for s in claim_.support))
    return AccountSentence(tuple(pieces), tuple(x.id for x in used), used[0].origins, used[0].standing, reports, "best told claim first")


def _differences(r: tuple[AnnotatedReport, ...], claims: tuple[Claim, ...]) -> tuple[Difference, ...]:
    c, w, m, u, t = r
    return (
        Difference(content_id("d1"), "number", "conflict", (claims[4].id,), (
            Side("2 people hurt", (passage(c, "two people were hurt"),), ("lanning",)),
            Side("4 people hurt", (passage(t, "Four people were treated for burns"),), ("hospital",)),
            Side("at least 4 people hurt", (passage(u, "At least four people were injured"),), ("officer",)),
        ), "The same fire, the same unit, numbers that exclude each other."),
        Difference(content_id("d2"), "denial", "conflict", (claims[6].id,), (
            Side("asserted", (passage(t, "Kessia had held back grain through the winter"),), ("officials",)),
            Side("denied", (passage(w, "Nobody has held back one sack of grain"), passage(m, "Nobody has held back one sack of grain"),
                            passage(c, "denied that grain had been held back")), ("office", "kell")),
        ), "One side says that it happened, the other that it did not."),
        Difference(content_id("d3"), "naming", "not comparable", (claims[0].id,), (
            Side("President Oren Vask", (passage(c, "President Oren Vask"),), ("courier",)),
            Side("The strongman of Kessia", (passage(u, "The strongman of Kessia"),), ("unidentified",)),
        ), "One actor, named differently."),
    )  # fmt: skip


def _quotes(r: tuple[AnnotatedReport, ...]) -> tuple[Quote, ...]:
    c, w, m, u, _ = r

    def wording(report: AnnotatedReport, words: str, note: str) -> Wording:
        place = passage(report, words)
        found = next((s.id for s in report.statements if s.content == (place.span,)), "")
        return Wording(report.report.id, found, (place,), note)

    return (
        Quote(content_id("q1"), "Ilse Marrow", "marrow", (
            wording(c, "We leave with a signature and with work still to do", "fullest wording"),
            wording(u, "they would leave with a signature but with much unfinished work", "paraphrase"),
        ), "Same speaker, same matter, words in common: signature, work."),
        Quote(content_id("q2"), "Dora Kell", "kell", (
            wording(w, "Nobody has held back one sack of grain", "fullest wording"),
            wording(m, "Nobody has held back one sack of grain", "word for word"),
        ), "The same words."),
        Quote(content_id("q3"), "Piet Lanning", "lanning", (wording(c, "two people were hurt", "only wording"),), "Told once."),
    )  # fmt: skip


def _timeline(r: tuple[AnnotatedReport, ...]) -> tuple[TimelineEntry, ...]:
    c, w, m, u, t = r

    def entry(lane: str, first: date, last: date, text: str, places: tuple[Passage, ...], why: str) -> TimelineEntry:
        return TimelineEntry(content_id(text), lane, Moment(first, last), text, places, why)  # type: ignore[arg-type]

    four, five, six = date(2031, 3, 4), date(2031, 3, 5), date(2031, 3, 6)
    return (
        entry("happened", four, four, "signed a grain agreement in the port town of Sule",
              (passage(c, "signed a grain agreement"), passage(w, "signed on 4 March"), passage(m, "signed on 4 March")),
              "“on Tuesday”, counted from the Courier's date, and “4 March” of the wire."),
        entry("happened", four, five, "A fire destroyed a customs warehouse", (passage(c, "A fire destroyed a customs warehouse"),),
              "“that night” is told after the signing."),
        entry("reported", five, five, "The Sule Courier", (passage(c, "SULE, March 5"),), "The report's own date."),
        entry("happened", five, five, "came home from Sule", (passage(t, "came home from Sule on Wednesday"),), "“on Wednesday”."),
        entry("reported", six, six, "Tandria Tribune", (passage(t, "Tandria's premier"),), "The report's own date."),
        entry("planned", date(2031, 9, 1), date(2031, 11, 30), "Vask will visit Tandria",
              (passage(c, "Vask will visit Tandria in the autumn"),), "“in the autumn” after the report's date."),
    )  # fmt: skip


def _wording(r: tuple[AnnotatedReport, ...]) -> tuple[WordingRow, ...]:
    c, w, m, u, t = r
    plan = (
        ("vask", c, ("President Oren Vask", "Vask")), ("vask", w, ("President Oren Vask",)),
        ("vask", m, ("President Oren Vask",)), ("vask", u, ("The strongman of Kessia",)),
        ("marrow", c, ("Premier Ilse Marrow",)), ("marrow", u, ("the Tandrian premier", "The premier")),
        ("marrow", t, ("Tandria's premier",)),
        ("deal", c, ("a grain agreement",)), ("deal", w, ("a grain pact",)), ("deal", m, ("a grain pact",)),
        ("deal", u, ("a grain deal",)), ("deal", t, ("a grain agreement",)),
    )  # fmt: skip
    return tuple(
        WordingRow(actor, report.report.id, tuple(Words(w_, (passage(report, w_),)) for w_ in words))
        for actor, report, words in plan
    )


def _frame(r: tuple[AnnotatedReport, ...]) -> StoryFrame:
    c, w, m, *_ = r
    ids = tuple(x.report.id for x in r)
    alone = tuple(Family(content_id("f", x), "alone", (x,), None, "Shares its text with no other.") for x in (ids[0], ids[3], ids[4]))
    copy = Family(content_id("f", "copy"), "copy", (ids[1], ids[2]), "Kessian State Wire", "Three paragraphs are the same word for word.")
    members = tuple(Membership(x, "Names Sule and the grain agreement on the same days.") for x in ids)
    actors = tuple(Actor(i, n, "person", None, (), (), "Same full name.") for i, n in (
        ("vask", "Oren Vask"), ("marrow", "Ilse Marrow"), ("deal", "the agreement")))  # fmt: skip
    day = date(2031, 3, 4)
    return StoryFrame(
        Story(content_id("story", *ids), ids, members, (*alone, copy), ()), actors, Moment(day, day),
        passage(w, "on 4 March"), "The wire gives the day; the Courier's “Tuesday” agrees with it.", "Sule",
        passage(c, "the port town of Sule"), "Named as the place of the signing by four reports.", (),
    )  # fmt: skip


def account(r: tuple[AnnotatedReport, ...]) -> Account:
    """The account of the five reports."""
    c, w, m, u, t = r
    claims = _claims(r)
    return Account(
        id=content_id("account"),
        title=(Words("Premier Ilse Marrow and President Oren Vask signed a grain agreement", (
            passage(c, "Premier Ilse Marrow and President Oren Vask signed a grain agreement"),)),
            Words("; ", ()), Words("A fire destroyed a customs warehouse", (passage(c, "A fire destroyed a customs warehouse"),))),
        frame=_frame(r), sentences=_sentences(r, claims), claims=claims, differences=_differences(r, claims),
        origins=tuple(ORIGINS.values()), quotes=_quotes(r), timeline=_timeline(r),
        events=(EventEntry(content_id("e1"), "AGREE", "happened", ("Oren Vask",), ("Ilse Marrow",), (), (
            passage(c, "signed a grain agreement"), passage(w, "sealed a grain pact"), passage(m, "sealed a grain pact"))),
            EventEntry(content_id("e2"), "CONSULT", "planned", ("Oren Vask",), ("Tandria",), (), (passage(c, "will visit Tandria"),))),
        wording=_wording(r),
        not_told=(NotTold("not disclosed", "How much grain the agreement covers", (
            passage(t, "Neither side would say how much grain the agreement covers."),), "The report says that neither side would say."),
            NotTold("planned without a day", "Vask's visit to Tandria", (passage(c, "Vask will visit Tandria in the autumn"),), "A season, no day.")),
        doubts=(Doubt("One report lost a character; nothing was repaired.", (passage(u, "caf\ufffd"),)),
                Doubt("One report names no outlet, so it adds at most one origin.", ())),
    )  # fmt: skip


def findings() -> Findings:
    """Five reports, one account, two inputs that could not be read."""
    reports = (courier(), wire(), mirror(), unknown(), tribune())
    rejected = (
        Rejection("reports/plan.pdf", "a PDF file; print it to text first", None),
        Rejection("reports/empty.txt", "an empty file", "e" * 64, "abc"),
    )
    return Findings(reports, (account(reports),), rejected, "engine 1 · weights 5f2a · onnxruntime 1.31.1 · x86-64 AVX2")


MARKUP = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
HOSTILE = f"Ok {MARKUP} \u202egnp.exe\u202c [x](javascript:alert(1)) | a `code` *bold* \x1b[31mred\x1b[0m &lt;b&gt; said."


def hostile() -> Findings:
    """One report whose every field tries to become markup, a link or a terminal command."""
    report = made(f"<b>{MARKUP}.txt", HOSTILE, title=HOSTILE, outlet=HOSTILE)
    report = replace(report, report=replace(
        report.report, url="javascript:alert('owned')", byline=_stated(HOSTILE), reason=HOSTILE, state="partial",
        id="\"><script>document.title='owned'</script>", agency=_stated("](javascript:alert(1))")))  # fmt: skip
    parts = report.annotations.parts
    person = Entity("e\"><b>", MARKUP, "person", None, (MARKUP,), (), ())
    named = replace(parts[0], names=(Name(Span(0, 2), TokenRange(0, 1), "PERSON", person.id),))
    report = replace(report, annotations=replace(report.annotations, parts=(named, *parts[1:]), entities=(person,)))
    whole = Passage(report.report.id, "text", Span(0, len(HOSTILE)))
    origin = Origin("o'\"<", MARKUP, "person", "party", MARKUP)
    count = OriginCount(1, 1, (origin,), MARKUP)
    support = Support(report.report.id, (whole,), None, "p", origin.id, "asserts")
    cell = CoverageCell(report.report.id, "left out", MARKUP)
    claim_ = Claim("c'\"<i>", HOSTILE, (whole,), "one origin", MARKUP, count, (support,), (cell,), False, MARKUP)
    story = Story("s<i>", (report.report.id,), (Membership(report.report.id, MARKUP),), (), ())
    day = Moment(date(2031, 1, 1), date(2031, 1, 1))
    frame = StoryFrame(story, (), day, whole, MARKUP, MARKUP, whole, MARKUP, ())
    words = Words(HOSTILE, (whole,))
    account_ = Account(
        "a<i>", (words,), frame, (AccountSentence((words,), (claim_.id,), count, "one origin", (report.report.id,), MARKUP),),
        (claim_,), (Difference("d<i>", "odd", "conflict", (claim_.id,), (Side(MARKUP, (whole,), (origin.id,)),), MARKUP),),
        (origin,), (Quote("q<i>", MARKUP, None, (Wording(report.report.id, "", (whole,), MARKUP),), MARKUP),),
        (TimelineEntry("t<i>", "happened", day, MARKUP, (whole,), MARKUP),),
        (EventEntry("e<i>", MARKUP, MARKUP, (MARKUP,), (MARKUP,), (), (whole,)),),
        (WordingRow(MARKUP, report.report.id, (words,)),), (NotTold("unclear", MARKUP, (whole,), MARKUP),),
        (Doubt(MARKUP, (whole,)),),
    )  # fmt: skip
    return Findings((report,), (account_,), (Rejection(f"{MARKUP}\n\x1b[2J", MARKUP),), MARKUP)


def two_stories() -> Findings:
    """The five reports and a sixth that tells something else."""
    base = findings()
    other = made("fair.txt", "The village of Obermoor opened its spring fair on Sunday.\n", title="Spring fair opens", outlet="Obermoor Post")
    place = passage(other, "The village of Obermoor opened its spring fair on Sunday.")
    origin = Origin("post", "Obermoor Post", "outlet", "bystander", "The outlet's own voice.")
    count = OriginCount(1, 1, (origin,), "One outlet.")
    support = Support(other.report.id, (place,), None, content_id("fair"), "post", "asserts")
    only = Claim(content_id("fair claim"), other.report.text.strip(), (place,), "outlet's own voice", "One outlet.", count, (support,), (
        CoverageCell(other.report.id, "carries", "It tells this."),), False, "Told once.")  # fmt: skip
    words = Words(other.report.text.strip(), (place,))
    story = Story(content_id("fair story"), (other.report.id,), (), (), ())
    frame = StoryFrame(story, (), None, None, "No report gives a day.", None, None, "No place decides.", ())
    sentence = AccountSentence((words,), (only.id,), count, only.standing, (other.report.id,), "only claim")
    second = Account(content_id("fair account"), (words,), frame, (sentence,), (only,), (), (origin,), (), (), (), (), (), ())
    return replace(base, reports=(*base.reports, other), accounts=(*base.accounts, second))


def many(number: int, claims_each: int = 6) -> Findings:
    """One story of `number` reports, each with claims of its own and one that all share."""
    base = findings()
    reports = []
    for at in range(number):
        text = f"Report {at} tells of the grain agreement in Sule.\n\n" + "\n\n".join(
            f"In part {k} the report {at} gives a detail that no other report has, and adds where it comes from, said the clerk of pier {k}."
            for k in range(claims_each)
        ) + "\n\nFollow us on every channel you like and never miss a story from this house.\n" * 3  # fmt: skip
        report = made(f"many_{at:03}.html", text, title=f"Grain agreement, telling {at}", outlet=f"Outlet {at}")
        report = removed(report, "Follow us on every channel you like and never miss a story from this house.", "sharing line", "It asks to follow.")
        for k in range(claims_each):
            report = said(report, f"In part {k} the report {at} gives a detail that no other report has", ((f"Clerk {k}", "person", "the clerk"),), "said the clerk")
        reports.append(report)
    all_ = tuple(reports)
    shared = claim(all_, tuple(_support(r, r.report.text.split("\n")[0], "courier") for r in all_), "agreed by independent origins",
                   counted(number, number, ("courier",), "Each in its own voice."))  # fmt: skip
    own = tuple(
        claim(all_, (_support(r, f"In part {k} the report {at} gives a detail that no other report has", "lanning"),), "one origin", counted(1, 1, ("lanning",), "One."))
        for at, r in enumerate(all_) for k in range(claims_each)
    )  # fmt: skip
    first = base.accounts[0]
    ids = tuple(r.report.id for r in all_)
    story = Story(content_id("many"), ids, tuple(Membership(i, "Same names, same day.") for i in ids), (), ())
    frame = replace(first.frame, story=story, day_passage=None, place_passage=None, actors=())
    sentence = _account_sentence((shared,), ((all_[0], all_[0].report.text.split("\n")[0]),))
    account_ = replace(first, title=sentence.pieces, frame=frame, sentences=(sentence,) * 6, claims=(shared, *own), differences=(), quotes=(),
                       timeline=(), events=(), wording=(), not_told=(), doubts=())  # fmt: skip
    return Findings(all_, (account_,), (), base.engine)
