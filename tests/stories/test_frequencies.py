from consilience.stories.frequencies import RARE, RAREST, weights


def test_common_words_weigh_little() -> None:
    assert weights()["the"] < weights()["government"] < RARE


def test_weights_lie_below_the_rarest() -> None:
    assert all(0 <= weight < RAREST for weight in weights().values())


def test_an_invented_word_is_not_in_the_table() -> None:
    assert "zwirbelquast" not in weights()
