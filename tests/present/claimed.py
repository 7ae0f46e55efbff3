"""The origins and claims of the hand-made account."""

from __future__ import annotations

from consilience.model.account import (
    Claim,
    Coverage,
    CoverageCell,
    Origin,
    OriginCount,
    Stance,
    Standing,
    Support,
)
from consilience.model.ids import content_id
from consilience.model.story import AnnotatedReport
from tests.present.build import passage

SIGNED = "Premier Ilse Marrow and President Oren Vask signed a grain agreement in the port town of Sule on Tuesday"
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
    "unidentified": Origin(
        "unidentified", "unidentified outlets", "outlet", "unknown", "All outlets not stated count as one at most."
    ),
}


def support(
    report: AnnotatedReport, words: str, origin: str, *, statement: bool = True, stance: Stance = "asserts"
) -> Support:
    place = passage(report, words)
    ids = [s.id for s in report.statements if s.content == (place.span,)]
    known = ids[0] if statement and ids else None
    return Support(report.report.id, (place,), known, content_id("p", place), origin, stance)


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
    reports: tuple[AnnotatedReport, ...],
    support: tuple[Support, ...],
    standing: Standing,
    count: OriginCount,
    *,
    left_out: tuple[int, ...] = (),
    background: bool = False,
) -> Claim:
    """A claim whose wording is its first support's."""
    first = support[0]
    text = next(r for r in reports if r.report.id == first.report).report.text
    span = first.passages[0].span
    carried: dict[str, Coverage] = {reports[at].report.id: "left out" for at in left_out}
    carried |= {s.report: "carries" for s in support}
    return Claim(
        content_id("claim", span, first.report),
        text[span.start : span.end],
        first.passages,
        standing,
        f"{count.because} Standing: {standing}.",
        count,
        support,
        _coverage(reports, carried),
        background,
        "Same actors, same act, and days that agree.",
    )


def claims_of(r: tuple[AnnotatedReport, ...]) -> tuple[Claim, ...]:
    c, w, m, u, t = r
    copy = "Upland Mirror carries Kessian State Wire's text: one telling."
    return (
        claim(
            r,
            (
                support(
                    c,
                    SIGNED,
                    "delegations",
                ),
                support(w, "Kessia and Tandria have sealed a grain pact", "vask"),
                support(m, "Kessia and Tandria have sealed a grain pact", "vask"),
                support(
                    u,
                    "The strongman of Kessia and the Tandrian premier put their names to a grain deal on Tuesday in Sule.",
                    "unidentified",
                ),
                support(t, "Tandria's premier came home from Sule on Wednesday with a grain agreement.", "tribune"),
            ),
            "agreed by independent origins",
            counted(
                2,
                3,
                ("delegations", "vask", "tribune", "unidentified"),
                f"Both sides, and the Tribune in its own voice; an unidentified outlet may add one. {copy}",
            ),
        ),
        claim(
            r,
            (
                support(w, "The text was signed on 4 March in the old customs hall.", "vask", statement=False),
                support(m, "The text was signed on 4 March in the old customs hall.", "vask", statement=False),
            ),
            "one origin",
            counted(1, 1, ("vask",), copy),
            left_out=(0, 4),
        ),
        claim(
            r,
            (
                support(c, "We leave with a signature and with work still to do", "marrow"),
                support(u, "they would leave with a signature but with much unfinished work", "marrow"),
            ),
            "one origin",
            counted(1, 1, ("marrow",), "One speaker, one utterance, in two wordings."),
            left_out=(4,),
        ),
        claim(
            r,
            (
                support(c, "A fire destroyed a customs warehouse that night.", "courier"),
                support(u, "a customs depot burned down", "officer"),
                support(t, "the warehouse fire", "hospital", statement=False),
            ),
            "agreed by independent origins",
            counted(
                2,
                3,
                ("courier", "officer", "hospital"),
                "An outlet on the spot and a hospital's statement; a fire officer is not named.",
            ),
        ),
        claim(
            r,
            (
                support(t, "Four people were treated for burns after the warehouse fire", "hospital"),
                support(u, "At least four people were injured when a customs depot burned down", "officer"),
                support(c, "two people were hurt", "lanning"),
            ),
            "disputed",
            counted(2, 3, ("hospital", "officer", "lanning"), "The harbour master says two, the others four."),
        ),
        claim(
            r,
            (
                support(c, "Vask will visit Tandria in the autumn", "office"),
                support(w, "he would travel to Tandria in autumn", "office"),
                support(m, "he would travel to Tandria in autumn", "office"),
            ),
            "parties only",
            counted(1, 1, ("office",), "One office speaks in all three reports."),
            left_out=(4,),
        ),
        claim(
            r,
            (
                support(t, "Kessia had held back grain through the winter to force the talks", "officials"),
                support(c, "grain had been held back in the winter", "office", stance="denies"),
                support(w, "Nobody has held back one sack of grain", "kell", stance="denies"),
                support(m, "Nobody has held back one sack of grain", "kell", stance="denies"),
            ),
            "disputed",
            counted(1, 1, ("officials",), "Anonymous officials alone assert it; Kessia denies it."),
            background=True,
        ),
        claim(
            r,
            (support(t, "Neither side would say how much grain the agreement covers.", "tribune"),),
            "outlet's own voice",
            counted(1, 1, ("tribune",), "The Tribune tells it in its own voice."),
            left_out=(0,),
        ),
        claim(
            r,
            (support(u, "The caf\ufffd on the quay stayed open.", "unidentified"),),
            "unsure",
            counted(0, 1, ("unidentified",), "An unidentified outlet adds at most one."),
        ),
    )
