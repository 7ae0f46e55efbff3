"""The hand-made account of the five reports."""

from __future__ import annotations

from datetime import date

from consilience.model.account import (
    Account,
    AccountSentence,
    Claim,
    Difference,
    Doubt,
    EventEntry,
    Findings,
    NotTold,
    Origin,
    OriginRecord,
    Quote,
    Side,
    TimelineEntry,
    Wording,
    WordingRow,
    Words,
)
from consilience.model.ids import content_id
from consilience.model.report import Rejection
from consilience.model.spans import Passage
from consilience.model.story import Actor, AnnotatedReport, Family, Membership, Story, StoryFrame
from consilience.model.time import Moment
from tests.present.build import passage
from tests.present.claimed import ORIGINS, SIGNED, claims_of
from tests.present.happening import courier, mirror, tribune, unknown, wire


def _sentences(r: tuple[AnnotatedReport, ...], claims: tuple[Claim, ...]) -> tuple[AccountSentence, ...]:
    c, _, _, u, t = r
    plans = (
        (
            (0,),
            (
                (
                    c,
                    SIGNED,
                ),
                ".",
            ),
        ),
        ((2,), ("Marrow said: ", (c, "“We leave with a signature and with work still to do,”"), ".")),
        ((3,), ((c, "A fire destroyed a customs warehouse that night"), ".")),
        (
            (4,),
            (
                "Sule hospital said ",
                (t, "Four people were treated for burns"),
                "; Piet Lanning said ",
                (c, "two people were hurt"),
                ".",
            ),
        ),
        (
            (6,),
            (
                "Two officials, not named, said ",
                (t, "Kessia had held back grain through the winter to force the talks"),
                "; the Office of the President of Kessia ",
                (c, "denied that grain had been held back in the winter"),
                ".",
            ),
        ),
        ((5,), ((c, "Vask will visit Tandria in the autumn, his office said"), ".")),
    )
    del u
    return tuple(account_sentence(tuple(claims[i] for i in used), parts) for used, parts in plans)


def account_sentence(used: tuple[Claim, ...], parts: tuple[object, ...]) -> AccountSentence:
    pieces = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(Words(part, ()))
        elif isinstance(part, tuple):
            report, words = part
            pieces.append(Words(words, (passage(report, words),)))
    reports = tuple(dict.fromkeys(s.report for claim_ in used for s in claim_.support))
    return AccountSentence(
        tuple(pieces), tuple(x.id for x in used), used[0].origins, used[0].standing, reports, "best told claim first"
    )


def _differences(r: tuple[AnnotatedReport, ...], claims: tuple[Claim, ...]) -> tuple[Difference, ...]:
    c, w, m, u, t = r
    return (
        Difference(
            content_id("d1"),
            "number",
            "conflict",
            (claims[4].id,),
            (
                Side("2 people hurt", (passage(c, "two people were hurt"),), ("lanning",)),
                Side("4 people hurt", (passage(t, "Four people were treated for burns"),), ("hospital",)),
                Side("at least 4 people hurt", (passage(u, "At least four people were injured"),), ("officer",)),
            ),
            "The same fire, the same unit, numbers that exclude each other.",
        ),
        Difference(
            content_id("d2"),
            "denial",
            "conflict",
            (claims[6].id,),
            (
                Side("asserted", (passage(t, "Kessia had held back grain through the winter"),), ("officials",)),
                Side(
                    "denied",
                    (
                        passage(w, "Nobody has held back one sack of grain"),
                        passage(m, "Nobody has held back one sack of grain"),
                        passage(c, "denied that grain had been held back"),
                    ),
                    ("office", "kell"),
                ),
            ),
            "One side says that it happened, the other that it did not.",
        ),
        Difference(
            content_id("d3"),
            "naming",
            "not comparable",
            (claims[0].id,),
            (
                Side("President Oren Vask", (passage(c, "President Oren Vask"),), ("courier",)),
                Side("The strongman of Kessia", (passage(u, "The strongman of Kessia"),), ("unidentified",)),
            ),
            "One actor, named differently.",
        ),
    )


def _quotes(r: tuple[AnnotatedReport, ...]) -> tuple[Quote, ...]:
    c, w, m, u, _ = r

    def wording(report: AnnotatedReport, words: str, note: str) -> Wording:
        place = passage(report, words)
        found = next((s.id for s in report.statements if s.content == (place.span,)), "")
        return Wording(report.report.id, found, (place,), note)

    return (
        Quote(
            content_id("q1"),
            "Ilse Marrow",
            "marrow",
            (
                wording(c, "We leave with a signature and with work still to do", "fullest wording"),
                wording(u, "they would leave with a signature but with much unfinished work", "paraphrase"),
            ),
            "Same speaker, same matter, words in common: signature, work.",
        ),
        Quote(
            content_id("q2"),
            "Dora Kell",
            "kell",
            (
                wording(w, "Nobody has held back one sack of grain", "fullest wording"),
                wording(m, "Nobody has held back one sack of grain", "word for word"),
            ),
            "The same words.",
        ),
        Quote(
            content_id("q3"),
            "Piet Lanning",
            "lanning",
            (wording(c, "two people were hurt", "only wording"),),
            "Told once.",
        ),
    )


def _timeline(r: tuple[AnnotatedReport, ...]) -> tuple[TimelineEntry, ...]:
    c, w, m, _u, t = r

    def entry(lane: str, first: date, last: date, text: str, places: tuple[Passage, ...], why: str) -> TimelineEntry:
        return TimelineEntry(content_id(text), lane, Moment(first, last), text, places, why)  # type: ignore[arg-type]

    four, five, six = date(2031, 3, 4), date(2031, 3, 5), date(2031, 3, 6)
    return (
        entry(
            "happened",
            four,
            four,
            "signed a grain agreement in the port town of Sule",
            (passage(c, "signed a grain agreement"), passage(w, "signed on 4 March"), passage(m, "signed on 4 March")),
            "“on Tuesday”, counted from the Courier's date, and “4 March” of the wire.",
        ),
        entry(
            "happened",
            four,
            five,
            "A fire destroyed a customs warehouse",
            (passage(c, "A fire destroyed a customs warehouse"),),
            "“that night” is told after the signing.",
        ),
        entry("reported", five, five, "The Sule Courier", (passage(c, "SULE, March 5"),), "The report's own date."),
        entry(
            "happened",
            five,
            five,
            "came home from Sule",
            (passage(t, "came home from Sule on Wednesday"),),
            "“on Wednesday”.",
        ),
        entry("reported", six, six, "Tandria Tribune", (passage(t, "Tandria's premier"),), "The report's own date."),
        entry(
            "planned",
            date(2031, 9, 1),
            date(2031, 11, 30),
            "Vask will visit Tandria",
            (passage(c, "Vask will visit Tandria in the autumn"),),
            "“in the autumn” after the report's date.",
        ),
    )


def _wording(r: tuple[AnnotatedReport, ...]) -> tuple[WordingRow, ...]:
    c, w, m, u, t = r
    plan = (
        ("vask", c, ("President Oren Vask", "Vask")),
        ("vask", w, ("President Oren Vask",)),
        ("vask", m, ("President Oren Vask",)),
        ("vask", u, ("The strongman of Kessia",)),
        ("marrow", c, ("Premier Ilse Marrow",)),
        ("marrow", u, ("the Tandrian premier", "The premier")),
        ("marrow", t, ("Tandria's premier",)),
        ("deal", c, ("a grain agreement",)),
        ("deal", w, ("a grain pact",)),
        ("deal", m, ("a grain pact",)),
        ("deal", u, ("a grain deal",)),
        ("deal", t, ("a grain agreement",)),
    )
    return tuple(
        WordingRow(actor, report.report.id, tuple(Words(w_, (passage(report, w_),)) for w_ in words))
        for actor, report, words in plan
    )


def _frame(r: tuple[AnnotatedReport, ...]) -> StoryFrame:
    c, w, _m, *_ = r
    ids = tuple(x.report.id for x in r)
    alone = tuple(
        Family(content_id("f", x), "alone", (x,), None, "Shares its text with no other.")
        for x in (ids[0], ids[3], ids[4])
    )
    copy = Family(
        content_id("f", "copy"),
        "copy",
        (ids[1], ids[2]),
        "Kessian State Wire",
        "Three paragraphs are the same word for word.",
        credited=(ids[1], ids[2]),
    )
    members = tuple(Membership(x, "Names Sule and the grain agreement on the same days.") for x in ids)
    actors = tuple(
        Actor(i, n, "person", None, (), (), "Same full name.")
        for i, n in (("vask", "Oren Vask"), ("marrow", "Ilse Marrow"), ("deal", "the agreement"))
    )
    day = date(2031, 3, 4)
    return StoryFrame(
        Story(content_id("story", *ids), ids, members, (*alone, copy), ()),
        actors,
        Moment(day, day),
        passage(w, "on 4 March"),
        "The wire gives the day; the Courier's “Tuesday” agrees with it.",
        "Sule",
        passage(c, "the port town of Sule"),
        "Named as the place of the signing by four reports.",
        (),
    )


def account(r: tuple[AnnotatedReport, ...]) -> Account:
    """The account of the five reports."""
    c, w, m, u, t = r
    claims = claims_of(r)
    return Account(
        id=content_id("account"),
        title=(
            Words(
                "Premier Ilse Marrow and President Oren Vask signed a grain agreement",
                (passage(c, "Premier Ilse Marrow and President Oren Vask signed a grain agreement"),),
            ),
            Words("; ", ()),
            Words("A fire destroyed a customs warehouse", (passage(c, "A fire destroyed a customs warehouse"),)),
        ),
        frame=_frame(r),
        sentences=_sentences(r, claims),
        claims=claims,
        differences=_differences(r, claims),
        origins=tuple(ORIGINS.values()),
        origin_records=tuple(_record(origin, claims) for origin in ORIGINS.values()),
        quotes=_quotes(r),
        timeline=_timeline(r),
        events=(
            EventEntry(
                content_id("e1"),
                "AGREE",
                "happened",
                ("Oren Vask",),
                ("Ilse Marrow",),
                (),
                (
                    passage(c, "signed a grain agreement"),
                    passage(w, "sealed a grain pact"),
                    passage(m, "sealed a grain pact"),
                ),
            ),
            EventEntry(
                content_id("e2"),
                "CONSULT",
                "planned",
                ("Oren Vask",),
                ("Tandria",),
                (),
                (passage(c, "will visit Tandria"),),
            ),
        ),
        wording=_wording(r),
        not_told=(
            NotTold(
                "not disclosed",
                "How much grain the agreement covers",
                (passage(t, "Neither side would say how much grain the agreement covers."),),
                "The report says that neither side would say.",
            ),
            NotTold(
                "planned without a day",
                "Vask's visit to Tandria",
                (passage(c, "Vask will visit Tandria in the autumn"),),
                "A season, no day.",
            ),
        ),
        doubts=(
            Doubt("One report lost a character; nothing was repaired.", (passage(u, "caf\ufffd"),)),
            Doubt("One report names no outlet, so it adds at most one origin.", ()),
        ),
    )


def _record(origin: Origin, claims: tuple[Claim, ...]) -> OriginRecord:
    rests = [claim for claim in claims if any(s.origin == origin.id for s in claim.support)]
    return OriginRecord(
        id=content_id("record", origin.id),
        name=origin.name,
        kind="anonymous sources" if origin.stake == "anonymous" else "named source",
        stake=origin.stake,
        stake_because=origin.because,
        names=(origin.name, f"{origin.name} (another name)") if origin.id == "marrow" else (origin.name,),
        members=(origin.id,),
        claims=tuple(claim.id for claim in rests),
        alone=tuple(claim.id for claim in rests if claim.origins.members == (origin,)),
        reports=tuple(dict.fromkeys(s.report for claim in rests for s in claim.support if s.origin == origin.id)),
        because=(),
    )


def findings() -> Findings:
    """Five reports, one account, two inputs that could not be read."""
    reports = (courier(), wire(), mirror(), unknown(), tribune())
    rejected = (
        Rejection("reports/plan.pdf", "a PDF file; print it to text first", None),
        Rejection("reports/empty.txt", "an empty file", "e" * 64, "abc"),
    )
    return Findings(
        reports, (account(reports),), rejected, "engine 1 · weights 5f2a · onnxruntime 1.31.1 · x86-64 AVX2"
    )
