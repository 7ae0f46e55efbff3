"""Claims shown by the same words: what stands as one, and what asserts something else."""

from __future__ import annotations

from pathlib import Path

import pytest

import consilience
from consilience.model.account import AlignedClaim
from consilience.model.spans import Passage, Span
from consilience.reconcile import folding
from consilience.reconcile.frame import frame
from consilience.reconcile.library import library_of
from consilience.reconcile.phrases import Phrase
from tests.reconcile.build import Clause, Draft, made, story

_NAMES = (("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Tarn", "place"))
_READ, _LEFT = Clause("Orla Vane read the list", "read"), Clause("Brandt Ossel left Tarn", "leave")
_PART = Clause("Brandt Ossel left", "leave")


def _folded(monkeypatch: pytest.MonkeyPatch, *claims: tuple[tuple[int, int], ...]) -> list[int]:
    """The sizes of claims after folding; a proposition is told by the number of its report and its place there.

    All claims are shown by the whole sentence of the first report.
    """
    texts = ("When Orla Vane read the list, Brandt Ossel left Tarn.", "Brandt Ossel left Tarn.")
    clauses = ((_READ, _LEFT, _PART), (_LEFT,))
    reports = [
        made(Draft(f"{n}.txt", text, listed, _NAMES))  # type: ignore[arg-type]  # names are typed
        for n, (text, listed) in enumerate(zip(texts, clauses, strict=True))
    ]
    library = library_of(frame(story(reports), reports), reports)
    passage = Passage(reports[0].report.id, "text", Span(0, len(texts[0])))
    monkeypatch.setattr(folding, "best_phrase", lambda _, told: Phrase(told[0].id, texts[0], (passage,), 0, "sentence"))
    listed = [AlignedClaim(tuple(reports[r].propositions[p].id for r, p in claim), "") for claim in claims]
    return sorted(len(claim.propositions) for claim in folding.folded(library, listed, ()))


def test_what_several_reports_carry_takes_in_only_pieces_of_its_own_clause(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _folded(monkeypatch, ((0, 1), (1, 0)), ((0, 0),)) == [1, 2]
    assert _folded(monkeypatch, ((0, 1), (1, 0)), ((0, 2),)) == [3]


def test_pieces_of_one_sentence_that_one_report_tells_stand_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _folded(monkeypatch, ((0, 0),), ((0, 1),), ((0, 2),)) == [3]


def test_what_one_telling_alone_says_in_one_sentence_is_one_claim(tmp_path: Path) -> None:
    sentences = (
        "The river rose on Monday, the miller shut the sluice and the weavers carried the wool to the church.",
        "Orla Vane opened the church on Tuesday.",
    )
    texts = (f"{sentences[0]}\n\n{sentences[1]}\n", f"{sentences[1]}\n\nThe mill at Lessing stands by the river.\n")
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, "utf-8")
    claims = [c for account in consilience.read([str(tmp_path)]).accounts for c in account.claims]
    flood = [c for c in claims if any(word in c.wording for word in ("river rose", "sluice", "wool"))]
    assert [c.wording.rstrip(".") for c in flood] == [sentences[0].rstrip(".")]
    assert len({s.proposition for s in flood[0].support}) > 1
