"""Whose word something is where the words themselves name nobody, or somebody who stays open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consilience.model.annotations import EntityType
from consilience.model.spans import Span
from consilience.model.statement import Manner
from consilience.model.story import AnnotatedReport
from tests.reconcile.build import Clause, Draft, Says, made
from tests.reconcile.worlds import account_from, claim_with

_DAY = date(2031, 3, 5)
_SOLD = "the old mill was sold to a weaver"


def _names(told: AnnotatedReport) -> list[str]:
    return [o.name for o in claim_with(account_from([told]), "sold").origins.members]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Vane spoke. “Last year the old mill was sold to a weaver.” It rained.", "unknown speaker"),
        ("Orla Vane spoke. Last year the old mill was sold to a weaver. “It rained.”", "Tarn Mail"),
        ("Orla Vane knew “that the old mill was sold to a weaver” by then. It rained.", "Tarn Mail"),
    ],
)
def test_a_quotation_of_nobody_known_is_not_the_outlets_own_word(text: str, name: str) -> None:
    told = made(Draft("1.txt", text, (Clause(_SOLD, "sell"),), (), {}, "Tarn Mail", _DAY))
    part = replace(told.annotations.parts[0], paragraphs=(Span(0, len(text)),))
    assert _names(replace(told, annotations=replace(told.annotations, parts=(part,)))) == [name]


@pytest.mark.parametrize(
    ("open_one", "manner", "name"),
    [
        ("the world", "direct", "Orla Vane"),
        ("she", "direct", "unknown speaker"),
        ("the world", "indirect", "“the world”"),
    ],
)
def test_a_speaker_who_stays_open_in_a_persons_quotation_is_that_person(
    open_one: str, manner: Manner, name: str
) -> None:
    text = f"Orla Vane said: “As {open_one} tells us, {_SOLD}.”"
    inner = Says(None, type="unknown", words=open_one)
    people: tuple[tuple[str, EntityType], ...] = (("Orla Vane", "person"),)
    clauses = (
        Clause(f"As {open_one} tells us", "tell", (), (), Says("Orla Vane", manner)),
        Clause(_SOLD, "sell", says=inner),
    )
    told = made(Draft("1.txt", text, clauses, people, {}, "Tarn Mail", _DAY))
    outer = next(s.id for s in told.statements if s.speaker is not None and s.speaker.name)
    nested = tuple(s if s.id == outer else replace(s, within=outer) for s in told.statements)
    assert _names(replace(told, statements=nested)) == [name]


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("the letter", "document", "Tarn Mail"),
        ("her official site", "medium", "her official site"),
        ("a senior official", "unknown", "a senior official"),
    ],
)
def test_papers_sites_and_officials(words: str, kind: EntityType, name: str) -> None:
    """What a paper of nobody known tells is what the outlet has read; an official site is no official."""
    text = f"{words} tells that {_SOLD}."
    says = Says(words if kind == "medium" else None, type=kind, words=words)
    told = made(
        Draft("1.txt", text, (Clause(f"{words} tells that {_SOLD}", "tell", says=says),), (), {}, "Tarn Mail", _DAY)
    )
    at = text.index("tells")
    cued = replace(told, statements=tuple(replace(s, cue=Span(at, at + 5)) for s in told.statements))
    assert _names(cued) == [name]
