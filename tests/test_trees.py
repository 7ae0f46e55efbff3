"""Questions to a dependency tree, on a tree written by hand."""

from consilience.model.annotations import Token
from consilience.model.spans import Span, TokenRange
from consilience.trees import child, children, head_of, is_negated, subject, tokens_within

ROWS = [  # The mayor did not resign but said he would go
    ("The", 1, "det"), ("mayor", 4, "nsubj"), ("did", 4, "aux"), ("not", 4, "advmod"), ("resign", -1, "root"),
    ("but", 6, "cc"), ("said", 4, "conj"), ("he", 9, "nsubj"), ("would", 9, "aux"), ("go", 6, "ccomp"),
]  # fmt: skip


def tree() -> tuple[Token, ...]:
    tokens, at = [], 0
    for word, head, relation in ROWS:
        tokens.append(Token(at, at + len(word), word, word.lower(), "X", "X", "", head, relation))
        at += len(word) + 1
    return tuple(tokens)


def test_children_and_child() -> None:
    assert children(tree(), 4) == (1, 2, 3, 6)
    assert child(tree(), 4, "conj", "obj") == 6
    assert child(tree(), 4, "obj") is None


def test_a_conjoined_verb_borrows_its_subject() -> None:
    assert subject(tree(), 6) == 1
    assert subject(tree(), 9) == 7


def test_negation_hangs_on_its_verb_alone() -> None:
    assert is_negated(tree(), 4)
    assert not is_negated(tree(), 6)


def test_a_span_leads_to_its_tokens() -> None:
    assert tokens_within(tree(), Span(4, 17)) == TokenRange(1, 4)
    assert tokens_within(tree(), Span(4, 15)) == TokenRange(1, 3)


def test_the_head_of_a_stretch() -> None:
    assert head_of(tree(), TokenRange(7, 10)) == 9
