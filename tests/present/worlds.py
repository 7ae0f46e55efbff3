"""A hostile account, a run of two stories, and a large story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consilience.model.account import (
    Account,
    AccountSentence,
    Claim,
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
    Support,
    TimelineEntry,
    Wording,
    WordingRow,
    Words,
)
from consilience.model.annotations import Entity, Name
from consilience.model.ids import content_id
from consilience.model.report import Rejection
from consilience.model.spans import Passage, Span, TokenRange
from consilience.model.story import AnnotatedReport, Membership, Story, StoryFrame
from consilience.model.time import Moment
from tests.present.accounts import account_sentence, findings
from tests.present.build import made, passage, removed, said
from tests.present.claimed import claim, counted, support
from tests.present.happening import stated

MARKUP = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
HOSTILE = (
    f"Ok {MARKUP} \u202egnp.exe\u202c [x](javascript:alert(1)) | a `code` *bold* \x1b[31mred\x1b[0m &lt;b&gt; said."
)


def hostile() -> Findings:
    """One report whose every field tries to become markup, a link or a terminal command."""
    report = made(f"<b>{MARKUP}.txt", HOSTILE, title=HOSTILE, outlet=HOSTILE)
    report = replace(
        report,
        report=replace(
            report.report,
            url="javascript:alert('owned')",
            byline=stated(HOSTILE),
            reason=HOSTILE,
            state="partial",
            id="\"><script>document.title='owned'</script>",
            agency=stated("](javascript:alert(1))"),
        ),
    )
    parts = report.annotations.parts
    person = Entity('e"><b>', MARKUP, "person", None, (MARKUP,), (), ())
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
        "a<i>",
        (words,),
        frame,
        (AccountSentence((words,), (claim_.id,), count, "one origin", (report.report.id,), MARKUP),),
        (claim_,),
        (Difference("d<i>", "odd", "conflict", (claim_.id,), (Side(MARKUP, (whole,), (origin.id,)),), MARKUP),),
        (origin,),
        (Quote("q<i>", MARKUP, None, (Wording(report.report.id, "", (whole,), MARKUP),), MARKUP),),
        (TimelineEntry("t<i>", "happened", day, MARKUP, (whole,), MARKUP),),
        (EventEntry("e<i>", MARKUP, MARKUP, (MARKUP,), (MARKUP,), (), (whole,)),),
        (WordingRow(MARKUP, report.report.id, (words,)),),
        (NotTold("unclear", MARKUP, (whole,), MARKUP),),
        (Doubt(MARKUP, (whole,)),),
    )
    return Findings((report,), (account_,), (Rejection(f"{MARKUP}\n\x1b[2J", MARKUP),), MARKUP)


def two_stories() -> Findings:
    """The five reports and a sixth that tells something else."""
    return stories("Obermoor")


def stories(*villages: str) -> Findings:
    """The five reports and, for each village, one of its fair: a story of one report."""
    base = findings()
    fairs = tuple(_fair(village) for village in villages)
    return replace(
        base,
        reports=(*base.reports, *(report for report, _ in fairs)),
        accounts=(*base.accounts, *(account for _, account in fairs)),
    )


def _fair(village: str) -> tuple[AnnotatedReport, Account]:
    told = f"The village of {village} opened its spring fair on Sunday."
    other = made(
        f"fair_{village}.txt",
        f"{told}\n",
        title="Spring fair opens",
        outlet=f"{village} Post",
    )
    place = passage(other, told)
    origin = Origin("post", f"{village} Post", "outlet", "bystander", "The outlet's own voice.")
    count = OriginCount(1, 1, (origin,), "One outlet.")
    support = Support(other.report.id, (place,), None, content_id(f"fair {village}"), "post", "asserts")
    only = Claim(
        content_id(f"fair claim {village}"),
        other.report.text.strip(),
        (place,),
        "outlet's own voice",
        "One outlet.",
        count,
        (support,),
        (CoverageCell(other.report.id, "carries", "It tells this."),),
        False,
        "Told once.",
    )
    words = Words(other.report.text.strip(), (place,))
    story = Story(content_id(f"fair story {village}"), (other.report.id,), (), (), ())
    frame = StoryFrame(story, (), None, None, "No report gives a day.", None, None, "No place decides.", ())
    sentence = AccountSentence((words,), (only.id,), count, only.standing, (other.report.id,), "only claim")
    account_ = Account(
        content_id(f"fair account {village}"),
        (words,),
        frame,
        (sentence,),
        (only,),
        (),
        (origin,),
        (),
        (),
        (),
        (),
        (),
        (),
    )
    return other, account_


def many(number: int, claims_each: int = 6) -> Findings:
    """One story of `number` reports, each with claims of its own and one that all share."""
    base = findings()
    reports = []
    for at in range(number):
        text = (
            f"Report {at} tells of the grain agreement in Sule.\n\n"
            + "\n\n".join(
                f"In part {k} the report {at} gives a detail that no other report has, "
                f"and adds where it comes from, said the clerk of pier {k}."
                for k in range(claims_each)
            )
            + "\n\nFollow us on every channel you like and never miss a story from this house.\n" * 3
        )
        report = made(f"many_{at:03}.html", text, title=f"Grain agreement, telling {at}", outlet=f"Outlet {at}")
        report = removed(
            report,
            "Follow us on every channel you like and never miss a story from this house.",
            "sharing line",
            "It asks to follow.",
        )
        for k in range(claims_each):
            report = said(
                report,
                f"In part {k} the report {at} gives a detail that no other report has",
                ((f"Clerk {k}", "person", "the clerk"),),
                "said the clerk",
            )
        reports.append(report)
    all_ = tuple(reports)
    shared = claim(
        all_,
        tuple(support(r, r.report.text.split("\n")[0], "courier") for r in all_),
        "agreed by independent origins",
        counted(number, number, ("courier",), "Each in its own voice."),
    )
    own = tuple(
        claim(
            all_,
            (support(r, f"In part {k} the report {at} gives a detail that no other report has", "lanning"),),
            "one origin",
            counted(1, 1, ("lanning",), "One."),
        )
        for at, r in enumerate(all_)
        for k in range(claims_each)
    )
    first = base.accounts[0]
    ids = tuple(r.report.id for r in all_)
    story = Story(content_id("many"), ids, tuple(Membership(i, "Same names, same day.") for i in ids), (), ())
    frame = replace(first.frame, story=story, day_passage=None, place_passage=None, actors=())
    sentence = account_sentence((shared,), ((all_[0], all_[0].report.text.split("\n")[0]),))
    account_ = replace(
        first,
        title=sentence.pieces,
        origin_records=(),
        frame=frame,
        sentences=(sentence,) * 6,
        claims=(shared, *own),
        differences=(),
        quotes=(),
        timeline=(),
        events=(),
        wording=(),
        not_told=(),
        doubts=(),
    )
    return Findings(all_, (account_,), (), base.engine)


def only(*reports: AnnotatedReport) -> Findings:
    """A run of reports without any account."""
    return Findings(reports, (), (), "engine")
