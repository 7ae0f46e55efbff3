"""Words that somebody says are refuted or denied, pleas, words told twice, and papers that a sentence names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.account import Claim
from consilience.model.annotations import EntityType
from consilience.model.spans import Span
from consilience.model.statement import Act, Link
from consilience.model.story import AnnotatedReport
from tests.reconcile.build import Clause, Draft, Says, made
from tests.reconcile.worlds import account_from, claim_with

_DAY = date(2031, 3, 5)
_CHANGED = "it had changed a single word of the plan"
_NAMES: tuple[tuple[str, EntityType], ...] = (
    ("Orla Vane", "person"), ("Ode Harl", "person"), ("Lessing Mill", "company"), ("Tarn Guard", "government"),
)  # fmt: skip


def _cued(told: AnnotatedReport, cues: dict[str, str], within: str = "") -> AnnotatedReport:
    """The report with the cue of each speaker's statement; that of `within` has the others inside it."""
    text = told.report.text
    outer = next((s.id for s in told.statements if s.speaker is not None and s.speaker.name == within), None)
    statements = []
    for statement in told.statements:
        name = statement.speaker.name or "" if statement.speaker is not None else ""
        at, named = text.index(cues[name]), text.index(name)
        inside = outer if statement.id != outer else None
        source = Span(named, named + len(name))
        statements.append(replace(statement, cue=Span(at, at + len(cues[name])), source=source, within=inside))
    return replace(told, statements=tuple(statements))


def _insisted(verb: str) -> Claim:
    told = _letters(verb)
    return next(
        c for c in account_from([told]).claims if any(s.stance == "asserts" and _of(c, told) for s in c.support)
    )


def _letters(verb: str) -> AnnotatedReport:
    text = f"Orla Vane said the letters {verb} Lessing Mill's insistence that {_CHANGED}."
    outer = Clause(text.removeprefix("Orla Vane said ").removesuffix("."), "say", says=Says("Orla Vane"))
    inner = Clause(_CHANGED, "change", says=Says("Lessing Mill", type="company"))
    told = made(Draft("1.txt", text, (outer, inner), _NAMES, {}, "Tarn Mail", _DAY))
    return _cued(told, {"Orla Vane": "said", "Lessing Mill": "insistence"}, "Orla Vane")


def _of(claim: Claim, told: AnnotatedReport) -> bool:
    inner = next(p.id for p in told.propositions if p.act == "change")
    return any(s.proposition == inner for s in claim.support)


@pytest.mark.parametrize(
    ("verb", "standing"),
    [
        ("belied", "disputed"),
        ("repeated", "one origin"),
        ("never contradicted", "one origin"),
        ("appeared to contradict", "one origin"),
    ],
)
def test_what_somebody_says_is_refuted_is_disputed(verb: str, standing: str) -> None:
    claim = _insisted(verb)
    assert claim.standing == standing
    assert ("the word that it is not so by Orla Vane" in claim.standing_because) == (standing == "disputed")


def test_a_sentence_that_tells_both_sides_is_told_once() -> None:
    told = account_from([_letters("belied")]).sentences
    passages = [[p for words in sentence.pieces for p in words.passages] for sentence in told]
    assert any(s.standing == "disputed" for s in told)
    assert all(len(places) == 1 for places in passages)


@pytest.mark.parametrize(("joint", "standing"), [(", as ", "disputed"), (", and ", "one origin")])
def test_a_claim_inside_a_denial_is_denied(joint: str, standing: str) -> None:
    fired = "its men fired at the weavers"
    text = f"Tarn Guard has denied that {fired}{joint}Ode Harl claims."
    denial = Clause(f"{fired}{joint}Ode Harl", "fire", says=Says("Tarn Guard", act="denied", type="government"))
    claimed = Clause(fired, "fire", says=Says("Ode Harl"))
    told = made(Draft("1.txt", text, (denial, claimed), _NAMES, {}, "Tarn Mail", _DAY))
    told = _cued(told, {"Tarn Guard": "has denied", "Ode Harl": "claims"})
    told = replace(told, propositions=told.propositions[1:])
    claim = claim_with(account_from([told]), "fired")
    assert claim.standing == standing


@pytest.mark.parametrize(("verb", "name"), [("pleaded", "Tarn Mail"), ("spoke", "Ode Harl")])
def test_a_plea_is_the_outlets_to_tell(verb: str, name: str) -> None:
    words = f"Ode Harl {verb} guilty of burning the mill"
    told = made(
        Draft("1.txt", f"{words}.", (Clause(words, "plead", says=Says("Ode Harl")),), _NAMES, {}, "Tarn Mail", _DAY)
    )
    claim = claim_with(account_from([_cued(told, {"Ode Harl": verb})]), "guilty")
    assert [o.name for o in claim.origins.members] == [name]


def _boasted(outlet: str, text: str, says: Says, act: Act = "asserted") -> AnnotatedReport:
    words = "Ode Harl had boasted to friends of the new looms in the old mill"
    clause = Clause(words, "boast", says=replace(says, act=act))
    return made(Draft(f"{outlet}.txt", text.format(words), (clause,), _NAMES, {}, outlet, _DAY))


def test_the_same_words_with_a_source_elsewhere_are_that_sources() -> None:
    friend = Says(None, type="anonymous", words="a friend of his")
    told = _boasted("Tarn Mail", "{}, said a friend of his.", friend)
    bare = _cued(_boasted("Lessing Post", "Now {}.", Says("Ode Harl")), {"Ode Harl": "boasted"})
    claim = claim_with(account_from([told, bare]), "boasted")
    assert [(o.name, o.type) for o in claim.origins.members] == [("a friend of his", "anonymous")]


@pytest.mark.parametrize(("opening", "high"), [("In the poll", 1), ("In the town", 2)])
def test_a_sentence_that_names_the_poll_has_it_from_the_poll(opening: str, high: int) -> None:
    leads = "the Weavers lead the Millers by nine points"
    poll = Clause(leads, "lead", says=Says("Lessing Mill", type="company"))
    first = made(
        Draft("1.txt", f"A Lessing Mill poll shows that {leads}.", (poll,), _NAMES[2:3], {}, "Tarn Mail", _DAY)
    )
    paper = Link("poll", "document", None, None, None)
    first = replace(first, statements=tuple(replace(s, chain=(paper, *s.chain)) for s in first.statements))
    text = f"{opening}, {leads} at last."
    second = made(Draft("2.txt", text, (Clause(leads, "lead"),), (), {}, "Lessing Post", _DAY))
    assert claim_with(account_from([first, second]), "lead").origins.high == high
