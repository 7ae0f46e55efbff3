from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.stories.candidates import components
from consilience.stories.pieces import Limits, Piece, Pieces

LIMITS = Limits((100, 200, 300), 3)
SIZE = 9
Scores = Mapping[tuple[int, int], int]


def by_hand(scores: Scores, members: set[int]) -> set[tuple[tuple[int, ...], bool]]:
    """The pieces from the definition: at each level what is small enough, at the last whatever is left."""
    found: set[tuple[tuple[int, ...], bool]] = set()
    left = set(members)
    for level in LIMITS.levels:
        linked = [pair for pair, score in scores.items() if score >= level and set(pair) <= members]
        small = [group for group in components(SIZE, linked) if len(group) <= LIMITS.largest and set(group) <= left]
        found |= {(tuple(group), False) for group in small}
        left -= {number for group in small for number in group}
    linked = [pair for pair, score in scores.items() if score >= LIMITS.levels[-1] and set(pair) <= left]
    return found | {(tuple(group), True) for group in components(SIZE, linked) if set(group) <= left}


def all_pieces(pieces: Pieces, members: set[int]) -> set[tuple[tuple[int, ...], bool]]:
    return {(piece.members, piece.flood) for piece in map(pieces.piece, members)}


Steps = list[tuple[int, int, int]]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1), st.sampled_from((0, 100, 200, 300))), max_size=30
    )
)
def test_pieces_follow_from_the_links(steps: Steps) -> None:
    """Links come and go (score 0), and a report that is named twice in a step leaves and comes back without links."""
    pieces, members = Pieces(LIMITS), set(range(SIZE))
    scores: dict[tuple[int, int], int] = {}
    for left, right, score in steps:
        pair = (min(left, right), max(left, right))
        if left == right:
            touched = pieces.links.leave(left)
            pieces.refresh(touched, [left], loosened=True)
            pieces.refresh([left], [], loosened=False)
            scores = {other: held for other, held in scores.items() if left not in other}
        elif score == 0:
            there = pieces.links.linked(np.array(pair[:1]), np.array(pair[1:])).tolist()
            assert there == [pair in scores]
            touched = pieces.links.cut(pair[:1], pair[1:]) if there[0] else []
            pieces.refresh(touched, [], loosened=True)
            scores.pop(pair, None)
        elif pair not in scores:
            pieces.refresh(pieces.links.add(pair[0], [pair[1]], [score]), [], loosened=False)
            scores[pair] = score
        assert all_pieces(pieces, members) == by_hand(scores, members)


def test_a_flood_is_one_piece_and_grows() -> None:
    pieces = Pieces(LIMITS)
    for number in range(1, 7):
        made = pieces.refresh(pieces.links.add(0, [number], [300]), [], loosened=False)
        assert made == [Piece(tuple(range(number + 1)), 3 if number > 2 else 0, number > 2)]
    assert pieces.links.linked(np.array([0, 1, 9, 3]), np.array([3, 3, 9, 0])).tolist() == [True, False, False, True]
