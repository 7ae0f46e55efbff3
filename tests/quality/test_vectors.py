from __future__ import annotations

import numpy as np
from quality.vectors import mean_reciprocal, ranks, vectors

from consilience.engines import load_engine


def test_gold_as_prediction_is_one() -> None:
    own = np.eye(5)
    assert ranks(own, own) == [1] * 5
    assert mean_reciprocal(ranks(own, own)) == 1.0


def test_a_text_as_near_as_the_own_one_counts_before_it() -> None:
    titles = np.array([[1.0, 0.0], [0.0, 1.0]])
    texts = np.array([[1.0, 0.0], [1.0, 0.0]])
    assert ranks(titles, texts) == [2, 2]
    assert mean_reciprocal([1, 2, 4]) == (1 + 0.5 + 0.25) / 3


def test_titles_find_their_texts() -> None:
    titles = ["Ferry sinks off Selm", "Council closes mill"]
    texts = [
        "A ferry went down near the harbour of Selm on Monday.",
        "The mill of Ardmoor will be shut, the council said.",
    ]
    engine = load_engine()
    assert ranks(vectors(engine, titles), vectors(engine, texts)) == [1, 1]
