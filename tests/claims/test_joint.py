"""All that two clauses share weighed together, and what no weighing may join."""

from __future__ import annotations

import itertools

import pytest

from consilience.claims.align import align, compared_pairs
from consilience.claims.evidence import weigh
from consilience.claims.joint import apart, features, score
from consilience.claims.pairs import Pair
from consilience.model.story import AnnotatedReport, StoryFrame
from consilience.reconcile.frame import frame
from consilience.settings import ClaimSettings
from tests.reconcile.build import Clause, Draft, made, story

_NAMES = (("Orla Vane", "person"), ("Brandt Ossel", "person"), ("Mara Lind", "person"), ("Tarn", "place"))
_ARREST = Clause("Orla Vane was arrested in Tarn on suspicion of fraud", "arrest", (), ("Orla Vane",))
_POLICE = Clause("police arrested Orla Vane over the fraud", "arrest", ("police",), ("Orla Vane",))
_OTHER = Clause("Brandt Ossel was arrested in Tarn on suspicion of fraud", "arrest", (), ("Brandt Ossel",))


_BESIDE = (
    "the ferry left the old harbour at noon",
    "bakers sold warm bread near the church",
    "heavy rain fell on the hills all week",
    "a choir sang songs in the village school",
    "two bridges need new paint before winter",
    "the council bought seven green buses",
)  # what else the story tells: likeness is measured beside it


def _world(*clauses: Clause) -> tuple[StoryFrame, list[AnnotatedReport]]:
    reports = []
    beside = tuple(Clause(words, words.split()[2]) for words in _BESIDE)
    for number, clause in enumerate((*clauses, *beside)):
        text = f"{clause.words}. Orla Vane, Brandt Ossel, Mara Lind, Tarn."
        reports.append(made(Draft(f"{number}.txt", text, (clause,), _NAMES)))  # type: ignore[arg-type]  # names are typed
    return frame(story(reports), reports), reports


def _pair(left: Clause, right: Clause) -> Pair:
    pairs = compared_pairs(*_world(left, right), ClaimSettings())
    return next(p for p in pairs if not {p.left.words, p.right.words} & {tuple(told.split()) for told in _BESIDE})


def _joined(*clauses: Clause) -> list[int]:
    whole, reports = _world(*clauses)
    sizes = sorted(len(claim.propositions) for claim in align(whole, reports, ClaimSettings()).claims)
    return sizes[len(_BESIDE) :]


@pytest.mark.parametrize(("left", "right"), list(itertools.combinations((_ARREST, _POLICE, _OTHER), 2)))
def test_the_score_is_the_same_from_both_sides(left: Clause, right: Clause) -> None:
    pair = _pair(left, right)
    turned = Pair(pair.right, pair.left, weigh(pair.right, pair.left), pair.likeness, pair.near)
    assert features(pair) == features(turned)
    assert score(pair) == score(turned)


def test_what_is_done_to_one_scores_above_what_is_done_to_another() -> None:
    assert score(_pair(_ARREST, _POLICE)) > score(_pair(_POLICE, _OTHER))
    assert not apart(_pair(_ARREST, _POLICE))
    assert apart(_pair(_POLICE, _OTHER))


def test_one_arrest_is_one_claim_whoever_is_named_as_doing_it() -> None:
    assert _joined(_ARREST, _POLICE) == [2]
    assert _joined(_ARREST, _POLICE, _OTHER) == [1, 2]


def _meets(who: str, whom: str, words: str) -> Clause:
    return Clause(f"{who} met {whom} {words}", "meet", (who,), (whom,))


def test_meetings_with_others_are_other_meetings() -> None:
    one, other = (
        _meets("Orla Vane", "Brandt Ossel", "in the harbour"),
        _meets("Orla Vane", "Mara Lind", "in the harbour"),
    )
    assert "whom" in weigh(_pair(one, other).left, _pair(one, other).right).clashes
    assert _joined(one, other) == [1, 1]
    assert _joined(one, _meets("Brandt Ossel", "Orla Vane", "in the harbour")) == [2]


def test_no_group_takes_in_what_stands_apart_from_a_member() -> None:
    """A telling without a name is like both; it may stand with one of them only."""
    bare = Clause("the man was arrested in Tarn on suspicion of fraud", "arrest", (), ("the man",))
    assert max(_joined(_ARREST, _OTHER, bare)) <= 2


@pytest.mark.parametrize(
    ("left", "right", "clashes"),
    [
        ("strikers", "striking dockers", False),  # the noun of one is among the words of the other
        ("striking dockers", "striking bakers", True),  # only what describes them is one
        ("strikers", "bakers", True),
    ],
)
def test_those_whom_an_act_befalls_may_be_called_by_one_of_their_words(left: str, right: str, clashes: bool) -> None:
    one = Clause(f"Orla Vane cleared {left} from the yard", "clear", ("Orla Vane",), (left,))
    other = Clause(f"before dawn Orla Vane drove {right} off", "clear", ("Orla Vane",), (right,))
    pair = _pair(one, other)
    assert ("whom" in weigh(pair.left, pair.right).clashes) == clashes
