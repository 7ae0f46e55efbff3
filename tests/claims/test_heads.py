"""The small heads: which answers say the same, which questions tell the same, what a text does with a headline."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import consilience
from consilience import Asked, Engine
from consilience.claims.answers import groups_from
from consilience.claims.linear import head, share
from consilience.claims.questions import best_pairs, role
from consilience.claims.stems import content_stems, stem
from consilience.wording import cosines


@pytest.fixture(scope="module")
def engine() -> Engine:
    return consilience.load_engine()


def test_answers_that_say_the_same_stand_together(engine: Engine) -> None:
    answers = [
        "to stop smugglers crossing the strait",
        "until the end of March",
        "in order to keep smugglers out of the strait",
        "for 30 more days",
        "because the smuggling across the strait must end",
        "for 90 more days",
    ]
    groups = consilience.same_answers("Why and until when is the harbour closed?", answers, engine)
    assert groups[0] == groups[2] == groups[4]
    assert groups[0] != groups[1]
    assert groups[3] != groups[5], "numbers that do not meet say different things"


def test_answers_in_any_order_give_the_same_groups(engine: Engine) -> None:
    answers = ["three years", "for three more years", "a fine of 200 marks", "200 marks", "nothing"]
    forward = consilience.same_answers("What did the court give him?", answers, engine)
    backward = consilience.same_answers("What did the court give him?", answers[::-1], engine)[::-1]
    same = [[a == b for b in forward] for a in forward]
    assert same == [[a == b for b in backward] for a in backward]


def test_no_answer_and_one_answer(engine: Engine) -> None:
    assert consilience.same_answers("Who?", [], engine) == ()
    assert consilience.same_answers("Who?", ["the mayor"], engine) == (0,)
    assert consilience.same_answers("Who?", ["", ""], engine) in ((0, 0), (0, 1))


@given(st.integers(0, 9), st.integers(1, 1000))
def test_groups_are_numbered_by_first_appearance(size: int, least: int) -> None:
    table = np.random.RandomState(size).randint(0, 1000, (size, size)).astype(np.int64)
    groups = groups_from((table + table.T) // 2, least) if size else ()
    firsts = list(dict.fromkeys(groups))
    assert firsts == sorted(firsts)
    assert firsts == list(range(len(firsts)))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who killed someone?", "doer"),
        ("Who was killed?", "done to"),
        ("Who did someone kill?", "done to"),
        ("Who was something sold by?", "doer"),
        ("What did someone walk into?", "to:into"),
        ("Where did someone kill someone?", "where"),
        ("How long did someone wait?", "how long"),
        ("", "what"),
    ],
)
def test_roles(question: str, asked: str) -> None:
    assert role(question) == asked


def test_questions_of_two_tellings_are_lined_up(engine: Engine) -> None:
    left = [
        Asked("Who closed something?", "the harbour master", "closed", 3),
        Asked("What did someone close?", "the old port", "closed", 3),
        Asked("When did someone close something?", "on Monday", "closed", 3),
        Asked("Who complained?", "fishermen", "complained", 9),
    ]
    right = [
        Asked("What was closed?", "Marlec's old port", "shut", 2),
        Asked("Who shut something?", "the harbour master", "shut", 2),
        Asked("Who laughed?", "a gull", "laughed", 12),
    ]
    found = consilience.aligned_questions(left, right, engine)
    assert (0, 1) in found
    assert (1, 0) in found
    assert all(j != 2 for _, j in found)
    assert consilience.aligned_questions([], right, engine) == ()


@given(st.lists(st.lists(st.integers(-50, 50), min_size=3, max_size=3), min_size=1, max_size=5), st.integers(-60, 60))
def test_each_question_is_lined_up_once(rows: list[list[int]], least: int) -> None:
    table = np.array(rows, np.int64)
    found = best_pairs(table, least)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(table[i, j] >= least for i, j in found)


def test_stances(engine: Engine) -> None:
    headline = consilience.headline_of("Marlec's mayor adopts a wolf as her deputy", engine)
    told = {
        "disagree": "The story that the mayor of Marlec adopted a wolf as her deputy is a hoax. It is false and never "
        "happened, the town hall said. The picture was a fake, and the man who made it admitted the prank.",
        "unrelated": "Shares of Quell Shipping fell four per cent on Friday after the company cut its forecast for grain.",
    }
    for kind, text in told.items():
        assert consilience.stance(headline, consilience.body_of(text, engine)) == kind
    empty = consilience.body_of("", engine)
    assert consilience.stance(headline, empty) == "unrelated"
    assert consilience.stance(consilience.headline_of("", engine), empty) == "unrelated"


@given(st.text("abcdefinoprst'", max_size=14))
def test_stems_keep_three_letters(word: str) -> None:
    assert len(stem(word)) >= min(3, len(word))
    assert word.startswith(stem(word))


def test_stems_meet() -> None:
    assert content_stems("The inspections were ordered") == content_stems("inspecting, ordering")


def test_heads_are_whole_and_shares_bounded() -> None:
    assert len(head("stance").bias) == 4
    assert [share(x) for x in (-(10**9), 0, 10**9)] == [0, 500, 1000]
    assert cosines(np.array([[3, 4]]), np.array([[3, 4], [-3, -4], [0, 0]])).tolist() == [[1000, -1000, 0]]
