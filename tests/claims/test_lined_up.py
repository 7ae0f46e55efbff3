"""Two reports' sentences, read by the real pipeline: whether they are told as one claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consilience import Job, ReadOptions, load_engine, results, separate
from consilience.claims.align import align
from consilience.model.story import AnnotatedReport
from consilience.reconcile.frame import frame
from consilience.settings import ClaimSettings
from tests.reconcile.build import story

_MORE = " Orla Vane is the mayor of Tarn. The Harbour Guard and the dockers of Tarn did not comment."


def _joined(left: AnnotatedReport, right: AnnotatedReport) -> bool:
    """Whether a claim holds words of both reports' first sentences."""
    reports = (left, right)
    firsts = [{p.id for p in r.propositions if p.part == "text" and p.sentence == 0} for r in reports]
    found = align(frame(story(reports), reports), reports, ClaimSettings()).claims
    return any(all(set(c.propositions) & first for first in firsts) for c in found)


_ONE = [
    (
        "Vane said the guards had acted after learning that explosives were kept beside the mill.",
        "Vane said that explosives were being kept next to the mill.",
    ),
    (
        "The council leader, Brandt Ossel, called on Vane to resign.",
        "Brandt Ossel called for the resignation of Vane on Tuesday.",
    ),
    (
        "The operation began shortly after 4.30am on Tuesday.",
        "At 4.40 a.m. on Tuesday the Harbour Guard began an operation on the quay.",
    ),
    (
        "A fire destroyed a Harbour Guard store in Tarn.",
        "Dockers said that the fire destroyed the store of the Harbour Guard.",
    ),
    (
        "Norland has made three failed attempts this year to build a stone bridge over the lake.",
        "Vane would help Norland solve the problems that led to the failure of three attempts to build a stone bridge "
        "over the lake.",
    ),
    ("No-one was injured.", "Nobody has been injured, Vane said."),
    (
        "The Harbour Guard cleared marchers from the mill early on Tuesday, an official told a newspaper in Drosna.",
        "Shares of the mill's owner rose after the Harbour Guard cleared marching weavers from the yard early on Tuesday.",
    ),
    (
        "Ossel said that the visit of the envoy of Norland will take place on Friday as planned.",
        "Vane said on Thursday that the visit would take place.",
    ),
    (
        "The owner of the mill, Wilf Ganter, denied knowing where the silver came from.",
        "The owner of the mill says that he did not know where it came from.",
    ),
    (
        '"If the council does not pay, then we will stay in the mill until Easter," Vane said.',
        'Vane has vowed to "stay in the mill until Easter".',
    ),
    ("A guest recognised the tune, Vane said.", "Vane said that a member of the public had spotted the tune."),
    (
        "Orla Vane received Ivo Brandt at the Tarn mill on Wednesday.",
        "Ivo Brandt met Orla Vane on Wednesday for a walk through the Tarn mill.",
    ),
    ("Vane had yet to regain her strength on Wednesday.", "Vane had not yet regained her strength."),
    ("Vane had yet to land on Wednesday and was on a boat to Tarn.", "Vane was on a boat to Tarn."),
    (
        "Orla Vane showed Ivo Brandt around the mill and the two leaders held talks.",
        "Orla Vane met Ivo Brandt in Tarn.",
    ),
    (
        "Orla Vane met Ivo Brandt and during their summit in Tarn the two held talks.",
        "Ivo Brandt met Orla Vane in Tarn.",
    ),
    (
        "Harbour Minister Ivo Brandt became the first foreign official to visit Norland in March.",
        "Her journey, which followed a visit to Norland by Arven harbour minister Ivo Brandt in March, was a success.",
    ),
    (
        "Harbour Minister Ivo Brandt became the first foreign official to visit Norland in March.",
        "During a visit to Norland in March, Harbour Minister Ivo Brandt was shown a new mill by Vane.",
    ),
]
_TWO = [
    (
        "Orla Vane retained her river, bay and lake titles with a one-sided stoppage of Ivo Brandt in Dorne.",
        "Orla Vane retained her river, bay and lake titles with a second win over Brandt Ossel on Saturday.",
    ),
    ("Orla Vane won the match in Tarn against Ivo Brandt.", "Orla Vane won the match in Tarn against Brandt Ossel."),
    (
        "Vane scored her 11th point in the match for the harbour club.",
        "Vane scored 23 points in the match for the harbour club.",
    ),
    (
        "Orla Vane beat her rival in the final in Tarn.",
        "Orla Vane was beaten in the final in Tarn by Brandt Ossel.",
    ),
    ("Vane drove over Ossel.", "The guards saw the van Vane was driving."),
    (
        "Vane will resume negotiating with the harbour club about returning for the spring match.",
        "Dockers said that Vane will return.",
    ),
    ("Orla Vane met Ivo Brandt in Tarn.", "Orla Vane and Ivo Brandt had a 50-minute meeting in Tarn."),
    (
        "At about 1 p.m. on Wednesday, Orla Vane greeted Ivo Brandt outside the Tarn mill.",
        "Ivo Brandt met Orla Vane on Wednesday for a walk through the Tarn mill.",
    ),
    ("A 38-caliber pistol was recovered on the quay.", "Vane pointed a 38-caliber pistol at the guards."),
    ("Vane did not say how the guards entered the mill.", "The guards entered the mill."),
    ("Vane had yet to land and was on a boat.", "Vane was not on a boat."),
    (
        "Ossel said that the visit of the envoy of Norland will take place on Friday as planned.",
        "Vane said that the talks would take place.",
    ),
    (
        "The owner of the mill, Wilf Ganter, denied knowing where the silver came from.",
        "The owner of the mill says that he knew where it came from.",
    ),
    ("Vane was convicted of conspiring to kill a docker.", "Vane was caught conspiring to smuggle silver."),
    ("Vane published the report on the harbour on Monday.", "Vane often publishes reports on the harbour."),
    ("The new mill should be built outside Tarn.", "The new mill would be built outside Tarn."),
    ("Vane opened the inquiry into the fire.", "Vane wanted to end the inquiry into the fire."),
    ("A bomb exploded in Tarn.", "Another bomb exploded in Tarn."),
    ("Vane was walking into the mill with two dockers.", "Vane was walking out of the mill with two dockers."),
    ("Vane pleaded not guilty to the theft of the bell.", "Vane pleaded guilty to the theft of the bell."),
    ("Vane was named sailor of the year.", "Vane was named mayor by the council of Tarn."),
    ("Orla Vane met Ivo Brandt in Tarn on Wednesday.", "Orla Vane and Ivo Brandt last met in Tarn."),
    ("A Spanish man was killed in a fall.", "A weaver of 36 died towards 11am on Friday at the quay."),
    ("Vane apologised to the dockers in person on Monday.", "Vane apologised for the remarks in a written statement."),
    ("A strong storm hit southern Peru on Sunday.", "Peruvian storm hits Chile."),
    ("Vane flew to the island with a licensed pilot.", "Vane flew to the island with an unlicensed pilot."),
    ("Vane served as dean of the school of Tarn.", "Vane served as a member of the harbour board of Tarn."),
    ("The fair drew more than 200 boats to Tarn.", "More than 300 boats were drawn to Tarn by the fair."),
]


_SHOWN = "During a visit to Norland in March, Harbour Minister Ivo Brandt was shown a new mill by Vane."
_FOLLOWED = (
    "Her journey, which followed a visit to Norland by Arven harbour minister Ivo Brandt in March, was a success."
)


def test_two_acts_that_name_one_visit_are_two_claims(read: dict[str, AnnotatedReport]) -> None:
    reports = read[_SHOWN], read[_FOLLOWED]
    told = {p.id for r in reports for p in r.propositions if p.act in ("follow", "show")}
    found = align(frame(story(reports), reports), reports, ClaimSettings()).claims
    assert len(told) == 2
    assert not any(told <= set(c.propositions) for c in found)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, AnnotatedReport]:
    """All sentences of the tables, each as a short report of one day."""
    path: Path = tmp_path_factory.mktemp("lined") / "reports.jsonl"
    told = [sentence for pair in (*_ONE, *_TWO) for sentence in pair]
    lines = [
        json.dumps({"id": str(n), "text": s + _MORE, "date": "2024-05-15", "outlet": f"Paper {n}"})
        for n, s in enumerate(told)
    ]
    path.write_text("\n".join(lines), "utf-8")
    reports, _ = separate(results([str(path)], Job(ReadOptions(jsonl=True)), load_engine()))
    return {told[int(r.report.id)]: r for r in reports}


@pytest.mark.parametrize(("left", "right"), _ONE)
def test_what_is_one_act_in_other_words_is_one_claim(read: dict[str, AnnotatedReport], left: str, right: str) -> None:
    assert _joined(read[left], read[right])


@pytest.mark.parametrize(("left", "right"), _TWO)
def test_what_is_another_act_in_like_words_is_another_claim(
    read: dict[str, AnnotatedReport], left: str, right: str
) -> None:
    assert not _joined(read[left], read[right])
