from __future__ import annotations

from quality.treebank import contractions, documents

from consilience.model.annotations import Token


def token(word: str, start: int, tag: str = "X") -> Token:
    return Token(start, start + len(word), word, word, "X", tag, "", -1, "root")


def test_documents_are_put_together_from_their_sentences() -> None:
    lines = ["# newdoc id = a", "# text = One.", "# text = Two.", "1\tx", "# newpar", "# text = Three.", "# newdoc id = b",
             "# text = Four."]  # fmt: skip
    assert list(documents(iter(lines))) == [["One. Two.", "Three."], ["Four."]]


def test_clitics_belong_to_the_word_before() -> None:
    tokens = [
        token("could", 0),
        token("n't", 5),
        token("'ve", 8),
        token("boys", 12),
        token("'", 16, "POS"),
        token("'s", 18),
    ]
    assert contractions(tokens) == {0: 2, 3: 4}


def test_a_closing_quotation_mark_is_no_clitic() -> None:
    assert contractions([token("yes", 0), token("'", 3, "''"), token("no", 5)]) == {}
