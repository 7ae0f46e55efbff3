from consilience.stories.features import NAME, WORD, Features, Weighted
from consilience.stories.reasons import memberships

RARE = 700


def told(report: str, words: list[str], names: list[str]) -> Features:
    listed = tuple(Weighted(word, RARE, WORD | NAME) for word in sorted(words))
    return Features(report, None, None, listed, tuple(sorted((name.lower(), name) for name in names)))


def reason(words: list[str], names: list[str], copies: frozenset[str] = frozenset()) -> str:
    return memberships([told("a", words, names), told("b", words, names)], copies)[0].because


def test_a_name_that_is_part_of_another_is_not_told_beside_it() -> None:
    assert reason([], ["Orla", "Orla Vane", "Selm"]) == "shares the names Orla Vane, Selm with others of the story"


def test_a_name_in_the_possessive_is_no_rare_word() -> None:
    found = reason(["selm", "selm's", "ferryman"], ["Selm"])
    assert found == "shares the name Selm and the rare word ferryman with others of the story"


def test_a_copy_says_so_first() -> None:
    assert reason([], [], frozenset("a")) == "shares its text with a copy"
    assert reason([], []) == "its words taken together are like those of the others"


def test_a_report_alone_says_so() -> None:
    found = memberships([told("a", ["ferryman"], ["Selm"])], frozenset())
    assert found[0].because == "no other report here tells of the same happening"
