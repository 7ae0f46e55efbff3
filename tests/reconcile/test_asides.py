"""Asides in reported speech, and unnamed people whom one report cites from another outlet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from consilience.model.spans import Span
from consilience.model.statement import Link
from consilience.model.story import AnnotatedReport
from tests.reconcile.build import Clause, Draft, Says, made
from tests.reconcile.worlds import account_from, claim_with

_DAY = date(2031, 3, 5)
_TOLL = "the flood drowned nine weavers in the Lessing Mill"


def _told(text: str, says: Says | None, outlet: str) -> AnnotatedReport:
    clause = Clause(_TOLL, "drown", ("Lessing Mill",), (), says)
    return made(
        Draft(f"{outlet}.txt", text, (clause,), (("Orla Vane", "person"), ("Ode Harl", "person")), {}, outlet, _DAY)
    )


def _cued(told: AnnotatedReport, cue: str, relation: str) -> AnnotatedReport:
    """The report with the words that attribute, and with the verb of its clause hanging on what it describes."""
    at = told.report.text.index("drowned")
    part = told.annotations.parts[0]
    tokens = tuple(replace(t, relation=relation) if t.start == at else t for t in part.tokens)
    said = told.report.text.index(cue)
    statements = tuple(replace(s, cue=Span(said, said + len(cue))) for s in told.statements)
    propositions = tuple(replace(p, act_span=Span(at, at + len("drowned"))) for p in told.propositions)
    annotations = replace(told.annotations, parts=(replace(part, tokens=tokens),))
    return replace(told, annotations=annotations, statements=statements, propositions=propositions)


def _names(reports: list[AnnotatedReport]) -> list[str]:
    claim: Claim = claim_with(account_from(reports), "drowned")
    return sorted(o.name for o in claim.origins.members)


@pytest.mark.parametrize(
    ("text", "cue", "relation", "own"),
    [
        (f"Orla Vane complained of {_TOLL}.", "complained", "acl:relcl", True),
        (f"Orla Vane complained that {_TOLL}.", "complained", "ccomp", False),
        (f"Near {_TOLL}, Orla Vane said.", "said", "acl:relcl", False),
        (f"Orla Vane complained of “{_TOLL}”.", "complained", "acl:relcl", False),
    ],
)
def test_a_relative_clause_of_reported_speech_is_the_outlets_where_another_report_tells_it(
    text: str, cue: str, relation: str, own: bool
) -> None:
    aside = _cued(_told(text, Says("Orla Vane"), "Tarn Mail"), cue, relation)
    plain = _told(f"Now we know that {_TOLL}.", None, "Lessing Post")
    said = _told(f"Ode Harl said that {_TOLL}.", Says("Ode Harl"), "Lessing Post")
    assert ("Orla Vane" not in _names([aside, plain])) == own
    assert "Orla Vane" in _names([aside, said])
    assert _names([aside]) == ["Orla Vane"]


def test_an_aside_in_a_quoted_text_is_the_quoted_mediums() -> None:
    aside = _cued(_told(f"Orla Vane complained of {_TOLL}.", Says("Orla Vane"), "Tarn Mail"), "complained", "acl:relcl")
    plain = _told(f"Now we know that {_TOLL}.", None, "Lessing Post")
    inner = aside.statements[0]
    speaker = (
        replace(inner.speaker, id=None, name="Alder Wire", words="Alder Wire", type="agency") if inner.speaker else None
    )
    outer = replace(inner, id="outer", manner="block", cue=None, speaker=speaker)
    told = replace(aside, statements=(outer, replace(inner, within="outer")))
    assert _names([aside, plain]) == ["Lessing Post", "Tarn Mail"]
    assert _names([told, plain]) == ["Alder Wire", "Lessing Post"]


@pytest.mark.parametrize(
    ("words", "act", "cue", "relation", "names"),
    [
        ("Ode Harl, who ran the mill for years", "ran", "said", "acl:relcl", ["Tarn Mail"]),
        ("the miller, who ran the mill for years", "ran", "said", "acl:relcl", ["Orla Vane"]),
        ("after most weavers left the mill for good", "left", "said", "advcl", ["Tarn Mail"]),
    ],
)
def test_what_is_set_off_from_reported_speech_is_the_outlets_wherever_it_stands(
    words: str, act: str, cue: str, relation: str, names: list[str]
) -> None:
    opens = "Orla Vane said that the mill would close" if words.startswith("after") else "Orla Vane said that"
    text = (
        f"{opens}{',' if words.startswith('after') else ''} {words}{'' if words.startswith('after') else ', was gone'}."
    )
    clause = Clause(words, "leave", (), (), Says("Orla Vane"))
    known: tuple[tuple[str, EntityType], ...] = (("Orla Vane", "person"), ("Ode Harl", "person"))
    people = tuple((name, kind) for name, kind in known if name in text)
    told = made(Draft("1.txt", text, (clause,), people, {}, "Tarn Mail", _DAY))
    claim = claim_with(account_from([_set_off(told, cue, act, relation)]), act)
    assert [o.name for o in claim.origins.members] == names


@pytest.mark.parametrize(("before", "own"), [("case", True), ("det", False)])
def test_after_what_meeting_it_was_is_the_outlets_where_another_report_tells_it(before: str, own: bool) -> None:
    told = _set_off(
        _told(f"Orla Vane said the cart left after {_TOLL}.", Says("Orla Vane"), "Tarn Mail"), "said", "drowned", "obl"
    )
    part = told.annotations.parts[0]
    tokens = tuple(replace(t, relation=before) if t.word == "after" else t for t in part.tokens)
    annotations = replace(told.annotations, parts=(replace(part, tokens=tokens),))
    named = replace(told, annotations=annotations, propositions=tuple(replace(p, noun=True) for p in told.propositions))
    plain = _told(f"Now we know that {_TOLL}.", None, "Lessing Post")
    assert ("Orla Vane" not in _names([named, plain])) == own


def _set_off(told: AnnotatedReport, cue: str, act: str, relation: str) -> AnnotatedReport:
    """The report with the tree that its clause hangs in."""
    text, part = told.report.text, told.annotations.parts[0]
    verb = next(n for n, t in enumerate(part.tokens) if t.start == text.index(act))
    tokens = list(part.tokens)
    tokens[verb] = replace(tokens[verb], relation=relation)
    for n, token in enumerate(tokens):
        if token.word in ("who", "after"):
            tokens[n] = replace(token, head=verb, relation="mark" if token.word == "after" else "nsubj")
            if token.word == "who":
                before = n - 2
                tokens[verb] = replace(tokens[verb], head=before)
                named = text[tokens[before].start].isupper()
                tokens[before] = replace(tokens[before], pos="PROPN" if named else "NOUN")
    said = text.index(cue)
    statements = tuple(replace(s, cue=Span(said, said + len(cue))) for s in told.statements)
    propositions = tuple(replace(p, act_span=Span(tokens[verb].start, tokens[verb].end)) for p in told.propositions)
    annotations = replace(told.annotations, parts=(replace(part, tokens=tuple(tokens)),))
    return replace(told, annotations=annotations, statements=statements, propositions=propositions)


@pytest.mark.parametrize(
    ("unnamed", "cited", "names"),
    [
        ("a miller", "Lessing Post", ["Orla Vane"]),
        ("a miller", "the Lessing Post newspaper", ["Orla Vane"]),
        ("two millers", "Lessing Post", ["Orla Vane", "two millers"]),
        ("a miller", "Harl Gazette", ["Orla Vane", "a miller"]),
    ],
)
def test_who_is_cited_without_a_name_from_an_outlet_is_whom_it_names(
    unnamed: str, cited: str, names: list[str]
) -> None:
    first = _told(f"Orla Vane told us that {_TOLL}.", Says("Orla Vane"), "Lessing Post")
    told = _told(f"It heard from {unnamed} that {_TOLL}.", Says(None, type="anonymous", words=unnamed), "Tarn Mail")
    medium = Link(cited, "medium", None, None, None)
    statements = tuple(replace(s, chain=(medium, *s.chain)) for s in told.statements)
    assert _names([first, replace(told, statements=statements)]) == names


@pytest.mark.parametrize(
    ("words", "least"), [("The Lessing Mill declined to comment", 2), ("The Lessing Mill declined tea", 1)]
)
def test_each_outlet_has_seen_for_itself_that_it_got_no_answer(words: str, least: int) -> None:
    reports = [
        made(Draft(f"{o}.txt", f"{words}.", (Clause(words, "decline", status="negated"),), (), {}, o, _DAY))
        for o in ("Tarn Mail", "Lessing Post")
    ]
    assert claim_with(account_from(reports), "declined").origins.low == least


def test_a_sentence_that_tells_something_else_first_stands_for_no_aside() -> None:
    first = f"Orla Vane complained in a letter of Tuesday to the council of {_TOLL}."
    aside = _cued(_told(first, Says("Orla Vane"), "Alder Mail"), "complained", "acl:relcl")
    plain = _told(f"It rained on the day on which {_TOLL}, as all of Lessing knows.", None, "Lessing Post")
    assert claim_with(account_from([aside, plain]), "drowned").passages[0].report == plain.report.id
